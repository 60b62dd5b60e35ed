import { CONVERSATIONS } from '../../../domain/vocabulary.ts'
import { personKey } from './doubts.ts'
import { type Said, type Scene, wordsFrom } from './scene.ts'
import { certainPeople } from './who.ts'

/** What has been said, with one touchpoint for each contact between the sides, however many clauses tell of it. */

export const keep = (scene: Scene, facts: readonly Said[]): 'read' => {
  for (const fact of facts) if (!isSaid(scene, fact) && !repeats(scene, fact)) scene.said.push(fact)
  const people = facts.flatMap(({ command, row }) => {
    const id = 'contact' in command ? command.contact : undefined
    const contact = row.contacts.find(each => each.id === id)
    return contact ? [{ contact, row }] : []
  })
  const unique = people.filter((person, at) => people.findIndex(other => personKey(other) === personKey(person)) === at)
  if (unique.length > 0) scene.topic = unique
  else follow(scene)
  const last = facts.at(-1)
  if (last) scene.account = last.row
  return 'read'
}

/** What is so once is so: somebody left, the fee is agreed. */
const isSaid = (scene: Scene, { command, row }: Said): boolean =>
  ONCE.has(command.command) &&
  scene.said.some(
    ({ command: other, row: theirs }) =>
      theirs === row &&
      other.command === command.command &&
      contactIn(other) === contactIn(command) &&
      (command.command !== 'ReachMilestone' ||
        (other.command === 'ReachMilestone' && other.milestone === command.milestone)) &&
      (command.command !== 'LearnReason' || (other.command === 'LearnReason' && other.reason === command.reason)),
  )
const contactIn = (command: Said['command']): string | undefined => ('contact' in command ? command.contact : undefined)
const ONCE = new Set([
  'RecordContactLeft',
  'OptContactOut',
  'LimitAccess',
  'ReachMilestone',
  'LearnReason',
  'ResolveTension',
  'CloseEngagement',
])

/** The same conversation told in another clause, or a call's outcome told twice, is one touchpoint with more words. */
const repeats = (scene: Scene, fact: Said): boolean => {
  const { command, row, at } = fact
  if (command.command !== 'LogTouchpoint') return false
  const place = scene.said.findIndex(
    other =>
      other.row === row &&
      other.at === at &&
      other.command.command === 'LogTouchpoint' &&
      other.command.contact === command.contact &&
      (CONVERSATIONS.has(command.outcome)
        ? CONVERSATIONS.has(other.command.outcome) &&
          (command.channel === 'call' || command.channel === other.command.channel) &&
          (command.direction === 'outbound' || other.command.direction === 'inbound')
        : other.command.outcome === command.outcome &&
          other.command.channel === command.channel &&
          other.command.direction === command.direction &&
          scene.clause.continues),
  )
  if (place < 0) return saysMoreThanRinging(scene, fact)
  withMoreWords(scene, place)
  return true
}

/** "Didn't pick up, left a message": what was left tells more than the ringing before it. */
const saysMoreThanRinging = (scene: Scene, fact: Said): boolean => {
  const before = scene.said.at(-1)
  if (!scene.clause.continues || fact.command.command !== 'LogTouchpoint' || fact.command.channel !== 'voicemail')
    return false
  if (before?.command.command !== 'LogTouchpoint' || before.command.direction !== fact.command.direction) return false
  if (
    before.command.outcome !== 'no-answer' &&
    before.rule !== 'they rang' &&
    before.rule !== 'they rang and missed us'
  )
    return false
  if (before.command.contact !== fact.command.contact || before.at !== fact.at) return false
  scene.said[scene.said.length - 1] = { ...fact, from: before.from }
  withMoreWords(scene, scene.said.length - 1)
  return true
}

/** What they said belongs to the conversation told just before. */
export const extendSummary = (scene: Scene): void => {
  const isAfterADoubt = scene.doubts.length > 0 && scene.said.length === scene.saidBeforeDoubt
  if (isAfterADoubt) return
  withMoreWords(
    scene,
    scene.said.findLastIndex(({ command }) => command.command === 'LogTouchpoint'),
  )
}

const withMoreWords = (scene: Scene, place: number): void => {
  const said = scene.said[place]
  if (said?.command.command !== 'LogTouchpoint') return
  const summary = wordsFrom(scene, said.from)
  if (summary) scene.said[place] = { ...said, command: { ...said.command, summary } }
}

/** Who is spoken of next, where nothing was read: the one person named. */
export const follow = (scene: Scene): void => {
  const named = scene.view.find(unit => unit.people)
  const people = named ? certainPeople(scene, named) : []
  if (people.length > 0) scene.topic = people
}
