import type { When } from './dates.ts'
import { happenedAt } from './days.ts'
import type { Person } from './names.ts'
import { firstMatch, type Match, phrases } from './phrases.ts'
import { touchWith } from './rules/touch.ts'
import { clauseWords, type Scene } from './scene.ts'
import { keep } from './told.ts'
import type { Unit } from './units.ts'
import { certainPeople } from './who.ts'

/** Whose words a clause reports: "per Chidi", "Aga says", "he told me on the phone that". */

const HEARSAY = phrases(
  '^ per|according_to|via WHO',
  '^ WHO says|said|tells|mentioned|reckons|mentions|claims|heard me|us? that?',
  '^ heard|hearing from WHO that',
  '^ WHO told me|us that',
  '^ WHO let me|us know on|over phone that',
  '^ WHO let me|us know that',
  '^ WHO told me|us on|over phone that',
)

type Reported = {
  readonly words: readonly Unit[]
  readonly tellers: readonly Person[]
  /** Said to us in talk. */
  readonly aloud: boolean
  /** When it was said aloud. */
  readonly when: When | undefined
}

const reportedIn = (scene: Scene): Reported | undefined => {
  const { view } = scene
  const hearsay = firstMatch(HEARSAY, view)
  if (!hearsay?.who) return undefined
  const byPhone = namesThePhone(view, hearsay.to)
  const aloud = byPhone || toldUs(view, hearsay)
  const said = view.slice(hearsay.to + (byPhone ? 2 : 0))
  const words = aloud ? said.slice(said.findIndex(unit => unit.form !== 'that' && !unit.when)) : said
  const tellers = !aloud || words.length > 1 ? certainPeople(scene, hearsay.who) : []
  return { words, tellers, aloud, when: aloud ? said[0]?.when : undefined }
}

/** Leaves in the scene what somebody said, and who said it; answers with whom we spoke by that, and when. */
export const hearTellers = (scene: Scene): { readonly spoken: readonly Person[]; readonly when: When | undefined } => {
  const reported = reportedIn(scene)
  if (!reported) return { spoken: [], when: undefined }
  const { words, tellers, aloud, when } = reported
  const known = tellers.length > 0
  if (known || !aloud) {
    scene.teller = tellers
    scene.view = known ? saidToDo(words) : words
  }
  if (known) scene.topic = tellers
  return { spoken: aloud ? tellers : [], when }
}

/** "Vikram said will call": he will. */
const saidToDo = (view: readonly Unit[]): readonly Unit[] => {
  const [first] = view
  const isTheirs = first?.form === 'will' || first?.form === 'would'
  return isTheirs ? [{ form: 'they', pronoun: true, start: first.start, end: first.start }, ...view] : view
}

/** "Said on the phone that": we spoke. */
const namesThePhone = (view: readonly Unit[], at: number): boolean =>
  ['on', 'over', 'by'].includes(view[at]?.form ?? '') && ['phone', 'call'].includes(view[at + 1]?.form ?? '')

/** "He told me they found somebody": what was told, and that we spoke. "He told me to wait" and "told me off" are deeds. */
const toldUs = (view: readonly Unit[], { to }: Match): boolean => {
  const [verb, next] = [view[1]?.form, view[to]]
  const spoke = verb === 'told' || (verb === 'let' && view.slice(0, to).some(({ form }) => form === 'phone'))
  return spoke && next !== undefined && !WRITTEN.some(form => view.some(unit => unit.form === form))
}
const WRITTEN = ['email', 'text', 'message', 'linkedin']

/** "Chidi said on the phone that Ciara left": the two of us spoke. */
export const logSpeech = (scene: Scene, tellers: readonly Person[]): void => {
  if (tellers.length === 0) return
  const touch = { direction: 'outbound', channel: 'call', outcome: 'reached' } as const
  const at = happenedAt(scene.whenBefore, scene.occasion, scene.book.recruiter.calendar)
  const from = scene.clause.units[0]?.start ?? 0
  const reads = touchWith(tellers, touch, clauseWords(scene))
  keep(
    scene,
    reads.map(read => ({ ...read, rule: 'a conversation by phone', at, from })),
  )
}
