import { isAdvice } from './advice.ts'
import { settleCall } from './calls.ts'
import type { Clause } from './clauses.ts'
import { happenedAt } from './days.ts'
import { doubt } from './doubts.ts'
import { enter } from './enter-clause.ts'
import { askLongPast, withoutHour } from './moment.ts'
import { isDenied, liesAhead, type Mood, moodOf, saysNothingHappened, waitsForADay } from './mood.ts'
import { firstMatch, type Match, phrases } from './phrases.ts'
import { askAboutTheRest } from './rest.ts'
import { accountRules } from './rules/accounts.ts'
import { answerRules } from './rules/answers.ts'
import { bookingRules } from './rules/bookings.ts'
import { expectationRules } from './rules/expectations.ts'
import { hiringRules } from './rules/hiring.ts'
import { meetingRules } from './rules/meetings.ts'
import { milestoneRules } from './rules/milestones.ts'
import { openingRules } from './rules/openings.ts'
import { personRules } from './rules/persons.ts'
import { promiseRules } from './rules/promises.ts'
import { reasonRules } from './rules/reasons.ts'
import { tensionRules } from './rules/tension.ts'
import { touchpointRules } from './rules/touchpoints.ts'
import { clauseWords, type Reads, type Rule, type Said, type Scene } from './scene.ts'
import { logSpeech } from './tellers.ts'
import { extendSummary, follow, keep } from './told.ts'
import type { Unit } from './units.ts'
import { onItsDay } from './vague-days.ts'

/** Every rule, in the order in which they are asked. Within a group the first that fits is heard. */
const RULES: readonly Rule[] = [
  ...answerRules,
  ...accountRules,
  ...openingRules,
  ...personRules,
  ...bookingRules,
  ...meetingRules,
  ...tensionRules,
  ...reasonRules,
  ...touchpointRules,
  ...milestoneRules,
  ...hiringRules,
  ...expectationRules,
  ...promiseRules,
]

/** Of a supposition only this is heard: "I think she resents the invoice". */
const TENSION = RULES.filter(({ group }) => group === 'tension')

/** What a clause came to: facts, nothing (and why), or words that no rule knows. */
export type Heard = 'read' | 'nothing' | 'context'

export const readClause = (scene: Scene, clause: Clause, index: number): Heard => {
  logSpeech(scene, enter(scene, clause, index))
  if (scene.view.length === 0 && scene.teller.length > 0) return 'nothing'
  if (clause.about?.numbers && scene.tasks.length === 0) return 'read'
  if (isAdvice(scene)) {
    extendSummary(scene)
    return 'read'
  }
  const mood = moodOf(scene.view, clause.question)
  if (mood === 'asked') return 'nothing'
  if (mood === 'supposed') {
    const told = heard(scene, TENSION, mood)
    return told.length > 0 ? keep(scene, told) : 'nothing'
  }
  const { dialled } = scene
  const [doubts, known] = [scene.doubts.length, scene.said.length]
  const told = heard(scene, RULES, mood)
  askLongPast(scene, told)
  if (mood === 'ahead') scene.when = scene.whenBefore
  const facts = settleCall(scene, told, dialled)
  if (facts.some(({ command }) => OF_A_MEETING.has(command.command))) scene.when = withoutHour(scene.when)
  if (facts.length > 0) return keep(scene, facts)
  if (scene.said.length > known) return 'read'
  if (scene.moot) {
    follow(scene)
    return 'nothing'
  }
  if (scene.doubts.length > doubts || scene.dialled !== dialled || scene.bareDone) return 'read'
  follow(scene)
  if (mood !== 'ahead' || scene.teller.length > 0) extendSummary(scene)
  return isMeant(scene, mood) || isEmpty(scene) ? 'nothing' : 'context'
}

/** "Will ring her": our intention, of which a day or an hour would make more. */
const isMeant = ({ view, teller }: Scene, mood: Mood): boolean =>
  mood === 'ahead' && teller.length === 0 && !waitsForADay(view) && !namesAnHour(view)

/** A wait or a wish; but a day that somebody named to us, or what they forbade, is more. */
const isEmpty = (scene: Scene): boolean =>
  saysNothingHappened(scene.view) &&
  !(scene.teller.length > 0 && scene.view.some(unit => unit.when?.day)) &&
  !forbids(scene)

/** "Call Pete at 3", written at four: an hour that was read as none to come. */
const namesAnHour = (view: readonly Unit[]): boolean =>
  view.some(({ when }) => when?.minutes !== undefined && when.day === undefined)

/** "Missed our 10am, texted to apologise": the hour was the meeting's. */
const OF_A_MEETING = new Set(['RecordMeetingMissed', 'RecordMeetingHeld', 'CancelMeeting', 'BookMeeting'])

/** "Aga says don't ring Rob" is told to us. */
const forbids = ({ teller, view: [first, second] }: Scene): boolean =>
  teller.length > 0 && (first?.form === 'never' || (first?.form === 'do' && second?.form === 'not'))

const heard = (scene: Scene, rules: readonly Rule[], mood: Mood): readonly Said[] => {
  const facts: Said[] = []
  const spans: Match[] = []
  const groups = new Set<Rule['group']>()
  const doubts = scene.doubts.length
  for (const rule of rules) {
    if (groups.has(rule.group) || !fitsMood(rule, mood)) continue
    if (scene.teller.length > 0 && rule.group === 'contact') continue
    const match = firstMatch(rule.says, scene.view)
    if (!match || isUntold(rule, match, scene.view)) continue
    if (rule.unless && firstMatch(rule.unless, scene.view)) continue
    const before = scene.dialled
    const reads = rule.reads(match, scene)
    if (reads === undefined) continue
    for (const group of [rule.group, ...(rule.hushes ?? [])]) groups.add(group)
    scene.moot ||= rule.moot === true
    spans.push(match)
    facts.push(...reads.map(read => timed(scene, rule, read)))
    const took = reads.length > 0 || scene.doubts.length > doubts || scene.dialled !== before
    if ((rule.alone && took) || rule.moot) break
  }
  if (facts.length > 0 && mood === 'told') askAboutTheRest(scene, facts, spans)
  if (facts.length > 0 && !groups.has('tension') && isHedged(scene)) return sureOf(scene, facts)
  const plans = facts.some(({ command }) => command.command === 'BookMeeting')
  if (plans || (groups.size > 0 && [...groups].every(group => AHEAD_GROUPS.has(group)))) scene.when = scene.whenBefore
  return mood === 'told' ? onItsDay(scene, facts) : facts
}

const isHedged = ({ view, teller }: Scene): boolean => teller.length === 0 && firstMatch(HEDGES, view) !== undefined
const HEDGES = phrases(
  '^ i|we? think|believe|guess|suspect|bet|reckon|assume|imagine|figure',
  '^ word is',
  'apparently|rumor|rumour|rumors|rumours|supposedly|allegedly|reportedly|seemingly',
)

/** "Apparently she quit": told as hearsay, and taken down only where the recruiter stands by it. */
const sureOf = (scene: Scene, facts: readonly Said[]): readonly Said[] => {
  const key = `hearsay ${scene.index}`
  const assumed = scene.assumed.get(key)
  scene.moot ||= assumed === 'no'
  if (assumed !== undefined) return assumed === 'yes' ? facts : []
  doubt(scene, {
    key,
    rule: 'hearsay',
    text: `Is that certain? You wrote: “${clauseWords(scene).slice(0, 200)}”`,
    options: [
      { value: 'yes', word: 'yes', label: 'Yes, it is so' },
      { value: 'no', word: 'no', label: 'Not certain: leave it' },
    ],
  })
  return []
}

/** "Didn't sign" and "hopes to have it signed" tell of no signature. */
const isUntold = (rule: Rule, match: Match, view: readonly Unit[]): boolean => {
  const end = match.to - (match.rest?.length ?? 0)
  return !rule.evenDenied && (isDenied(view, end) || (!rule.tense && liesAhead(view, end)))
}

const fitsMood = (rule: Rule, mood: Mood): boolean => {
  if (rule.tense === 'any') return true
  return mood === 'ahead' ? rule.tense === 'ahead' : rule.tense !== 'ahead'
}

/** The day a promise or a plan names lies ahead: it was said when the clause before it happened. */
const timed = (scene: Scene, rule: Rule, reads: Reads): Said => {
  const when = AHEAD_GROUPS.has(rule.group) ? scene.whenBefore : scene.when
  const at = reads.at ?? happenedAt(when, scene.occasion, scene.book.recruiter.calendar)
  return { ...reads, rule: rule.name, at, from: scene.clause.units[0]?.start ?? 0 }
}

const AHEAD_GROUPS: ReadonlySet<Rule['group']> = new Set(['promise', 'account', 'answer'])
