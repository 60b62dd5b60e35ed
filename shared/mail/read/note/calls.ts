import { happenedAt } from './days.ts'
import { doubt, label } from './doubts.ts'
import { saysNothingHappened } from './mood.ts'
import { showsReached } from './rules/dialled.ts'
import { touchWith } from './rules/touch.ts'
import { type Dialled, type Said, type Scene, wordsFrom } from './scene.ts'

/** Calls that were placed: how they ended is told by the words that follow, or asked. */

/** A call placed in an earlier clause is settled by what this one tells of it. */
export const settleCall = (scene: Scene, facts: readonly Said[], before: Scene['dialled']): readonly Said[] => {
  const call = scene.dialled
  if (!call || call !== before) {
    if (before && call !== before && call?.continues !== before) closeCall(scene, before)
    return facts
  }
  const same = ({ command, row }: Said): boolean =>
    call.people.some(
      person => person.row === row && (command.command !== 'LogTouchpoint' || command.contact === person.contact.id),
    )
  const told = facts.filter(same)
  const outcome = told.some(
    said =>
      said.command.command === 'LogTouchpoint' &&
      said.command.direction === 'outbound' &&
      ['call', 'voicemail'].includes(said.command.channel) &&
      onItsDay(scene, call, said),
  )
  if (outcome) {
    scene.dialled = undefined
    return facts.map(fact => withCall(scene, call, fact))
  }
  const shows = told.some(({ command }) => SHOWS_REACHED.has(command.command))
  const speaks = facts.length === 0 && !saysNothingHappened(scene.view) && showsReached(scene)
  const tells = scene.teller.some(({ contact }) => call.people.some(person => person.contact.id === contact.id))
  if (shows || speaks || tells) {
    scene.dialled = undefined
    log(scene, call, 'reached')
  }
  return facts
}

/** "Called 20 Nov, vm 24 Nov" are two attempts. */
const onItsDay = (scene: Scene, call: Dialled, { at }: Said): boolean =>
  !call.when?.day ||
  happenedAt(call.when, scene.occasion, scene.book.recruiter.calendar).slice(0, 10) === at.slice(0, 10)

/** "Called Susan" belongs to the voicemail left after it. */
const withCall = (scene: Scene, call: Dialled, fact: Said): Said => {
  if (fact.command.command !== 'LogTouchpoint' || !['call', 'voicemail'].includes(fact.command.channel)) return fact
  const summary = wordsFrom(scene, call.start)
  return summary ? { ...fact, from: call.start, command: { ...fact.command, summary } } : fact
}

const SHOWS_REACHED = new Set([
  'ReachMilestone',
  'LearnReason',
  'AgreeNextStep',
  'SetExpectation',
  'ReportTension',
  'ResolveTension',
  'ReceiveFeedback',
  'NameOpening',
])

const log = (scene: Scene, call: NonNullable<Scene['dialled']>, outcome: 'reached' | 'no-answer'): void => {
  const summary = wordsFrom(scene, call.start)
  const touch = { direction: 'outbound', channel: 'call', outcome } as const
  const at = happenedAt(call.when, scene.occasion, scene.book.recruiter.calendar)
  const rule = outcome === 'reached' ? 'a conversation by phone' : 'nobody answered'
  scene.said.push(...touchWith(call.people, touch, summary).map(reads => ({ ...reads, rule, at, from: call.start })))
}

/** A call of which nothing more was told: asked about, or nobody answered where it was only tried. */
export const closeCall = (scene: Scene, call: Scene['dialled']): void => {
  if (!call) return
  if (scene.dialled === call) scene.dialled = undefined
  if (call.fallback === 'no-answer') return log(scene, call, 'no-answer')
  const key = `call ${call.clause}`
  const assumed = scene.assumed.get(key)
  const found = OUTCOMES.find(({ value }) => value === assumed)
  const at = happenedAt(call.when, scene.occasion, scene.book.recruiter.calendar)
  if (found) {
    scene.said.push(
      ...touchWith(call.people, found.touch, '').map(reads => ({
        ...reads,
        rule: 'a call was made',
        at,
        from: call.start,
      })),
    )
    return
  }
  const [first] = call.people
  doubt(scene, {
    key,
    rule: 'a call, and not how it ended',
    text: `How did the call with ${first ? label(first) : 'them'} end?`,
    options: OUTCOMES.map(({ value, label: words }) => ({ value, word: value, label: words })),
  })
}

const OUTCOMES = [
  { value: 'spoke', label: 'We spoke', touch: { direction: 'outbound', channel: 'call', outcome: 'reached' } },
  {
    value: 'voicemail',
    label: 'I left a voicemail',
    touch: { direction: 'outbound', channel: 'voicemail', outcome: 'left-message' },
  },
  {
    value: 'no answer',
    label: 'Nobody answered',
    touch: { direction: 'outbound', channel: 'call', outcome: 'no-answer' },
  },
  {
    value: 'they rang',
    label: 'They rang me, and we spoke',
    touch: { direction: 'inbound', channel: 'call', outcome: 'reached' },
  },
] as const
