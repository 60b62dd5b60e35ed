import { addPerson, isNewName } from '../newcomers.ts'
import { firstMatch, type Match, phrases } from '../phrases.ts'
import type { Reads, Rule, Scene } from '../scene.ts'
import { certainPeople, peopleIn } from '../who.ts'

/** Who is new at a client, and who follows whom. */

/** "Replaced by Dermot Fahy in HR": somebody new, where the name is whole. */
export const addSuccessor = (scene: Scene, row: Reads['row']): void => {
  const by = firstMatch(SUCCEEDED, scene.view)?.who?.people
  const [mention] = by ?? []
  if (by?.length === 1 && isNewName(mention)) addPerson(scene, mention.said, row)
}
const SUCCEEDED = phrases('replaced|succeeded by WHO', 'replacement is WHO', 'successor is WHO')

/** "Her replacement is Toni Marsh": somebody new in the account that is spoken of. */
const succeeds = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const [first, other] = [match.who?.people?.[0], match.other?.people?.[0]]
  const mention = isNewName(first) ? first : other
  const old = mention === first ? match.other : match.who
  const named = old ? certainPeople(scene, old)[0] : undefined
  const row = named?.row ?? scene.topic[0]?.row ?? scene.account
  if (match.who?.pronoun) return []
  if (!isNewName(mention) || !row) return undefined
  addPerson(scene, mention.said, row)
  return []
}

export const successorRules: readonly Rule[] = [
  {
    name: 'somebody new at a client',
    group: 'person',
    alone: true,
    says: phrases(
      'new .. at|for|with CLIENT .. WHO',
      'CLIENT has|hired|have .. new .. WHO',
      'WHO .. new .. at|for CLIENT',
    ),
    reads: (match, scene) => {
      if (match.who?.people?.some(({ meant }) => meant.length > 0)) return undefined
      peopleIn(scene, match)
      return []
    },
  },
  {
    name: 'somebody new at a client',
    group: 'person',
    alone: true,
    moot: true,
    says: phrases(
      "^ his|her|their|new WHO? 's? replacement|successor .. is|will_be|was? called|named? WHO",
      '^ WHO has? joined|joins|started|starts|came|comes in|as|into .. place|role|position|stead',
      '^ WHO is|will_be|has_been covering|filling_in|standing_in|looking_after for WHO?',
      '^ WHO is|will_be|has|have? taking_over|taken_over|takes_over|replacing|replaces|replaced|succeeding|succeeds|steps_in|stepping_in|stepped_in for|from? WHO?',
      '^ WHO takes_over|took_over|replaces|replaced|succeeds|succeeded|stepped_in|steps_in for|from? WHO?',
      "^ WHO 's replacement|successor is|will_be|was? WHO",
      '^ new .. is|called|named WHO',
      "CLIENT 's? new .. is WHO",
      '^ CLIENT hired|appointed|brought_in|promoted WHO as',
      '^ WHO is|will_be|becomes|became .. new ..',
      '^ i|we should? deal|dealing|speak|talk with|to WHO now|instead|from',
    ),
    reads: succeeds,
  },
]
