import { isAdvice } from './advice.ts'
import { settleCall } from './calls.ts'
import type { Clause } from './clauses.ts'
import type { When } from './dates.ts'
import { happenedAt } from './days.ts'
import { doubt } from './doubts.ts'
import { withSubject } from './elided.ts'
import { askLongPast, dayKey, pastWhen } from './moment.ts'
import { isDenied, liesAhead, type Mood, moodOf, saysNothingHappened, waitsForADay } from './mood.ts'
import type { Person } from './names.ts'
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
import { listedTasks } from './rules/tasks-meant.ts'
import { tensionRules } from './rules/tension.ts'
import { touchWith } from './rules/touch.ts'
import { touchpointRules } from './rules/touchpoints.ts'
import { clauseWords, type Reads, type Rule, type Said, type Scene } from './scene.ts'
import { extendSummary, follow, keep } from './told.ts'
import type { Unit } from './units.ts'
import { onItsDay } from './vague-days.ts'
import { certainPeople, personOfTask } from './who.ts'

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
  if (mood === 'asked' || mood === 'supposed') {
    const told =
      mood === 'supposed'
        ? heard(
            scene,
            RULES.filter(rule => rule.group === 'tension'),
            mood,
          )
        : []
    return told.length > 0 ? keep(scene, told) : 'nothing'
  }
  const doubts = scene.doubts.length
  const dialledBefore = scene.dialled
  const known = scene.said.length
  const told = heard(scene, RULES, mood)
  askLongPast(scene, told)
  if (mood === 'ahead') scene.when = scene.whenBefore
  const facts = settleCall(scene, told, dialledBefore)
  if (facts.some(({ command }) => OF_A_MEETING.has(command.command))) scene.when = withoutHour(scene.when)
  if (facts.length > 0) return keep(scene, facts)
  if (scene.said.length > known) return 'read'
  if (scene.moot) {
    follow(scene)
    return 'nothing'
  }
  const tells = mood !== 'ahead' || scene.teller.length > 0
  if (scene.doubts.length > doubts || scene.dialled !== dialledBefore || scene.bareDone) return 'read'
  follow(scene)
  const namesADay = scene.view.some(unit => unit.when?.day) && scene.teller.length > 0
  if (tells) extendSummary(scene)
  if (
    (mood === 'ahead' && scene.teller.length === 0 && !waitsForADay(scene.view) && !namesAnHour(scene.view)) ||
    (saysNothingHappened(scene.view) && !namesADay && !forbids(scene))
  )
    return 'nothing'
  return 'context'
}

/** "Call Pete at 3", written at four: an hour that was read as none to come. */
const namesAnHour = (view: readonly Unit[]): boolean =>
  view.some(({ when }) => when?.minutes !== undefined && when.day === undefined)

/** "Missed our 10am, texted to apologise": the hour was the meeting's. */
const OF_A_MEETING = new Set(['RecordMeetingMissed', 'RecordMeetingHeld', 'CancelMeeting', 'BookMeeting'])
const withoutHour = (when: When | undefined): When | undefined => (when?.day ? { day: when.day } : undefined)

const HEARSAY = phrases(
  '^ per|according_to|via WHO',
  '^ WHO says|said|tells|mentioned|reckons|mentions|claims|heard me|us? that?',
  '^ heard|hearing from WHO that',
  '^ WHO told me|us that',
  '^ WHO let me|us know on|over phone that',
  '^ WHO let me|us know that',
  '^ WHO told me|us on|over phone that',
)

/** "Aga says don't ring Rob" is told to us. */
const forbids = ({ teller, view: [first, second] }: Scene): boolean =>
  teller.length > 0 && (first?.form === 'never' || (first?.form === 'do' && second?.form === 'not'))

/** "Vikram said will call": he will. */
const saidToDo = (view: readonly Unit[]): readonly Unit[] => {
  const [first] = view
  const isTheirs = first?.form === 'will' || first?.form === 'would'
  return isTheirs ? [{ form: 'they', pronoun: true, start: first.start, end: first.start }, ...view] : view
}

/** "Said on the phone that": what was said, and that we spoke. */
const saidAloud = (view: readonly Unit[], at: number): boolean =>
  ['on', 'over', 'by'].includes(view[at]?.form ?? '') && ['phone', 'call'].includes(view[at + 1]?.form ?? '')

/** "He told me they found somebody": what was told, and that we spoke. "He told me to wait" and "told me off" are deeds. */
const toldUs = (view: readonly Unit[], { to }: Match): boolean => {
  const [verb, next] = [view[1]?.form, view[to]]
  const spoke = verb === 'told' || (verb === 'let' && view.slice(0, to).some(({ form }) => form === 'phone'))
  return spoke && next !== undefined && !WRITTEN.some(form => view.some(unit => unit.form === form))
}
const WRITTEN = ['email', 'text', 'message', 'linkedin']

/** Brings the scene to this clause: whose words, which tasks, what day. */
const enter = (scene: Scene, clause: Clause, index: number): readonly Person[] => {
  const sameSentence = index > 0 && scene.clauses[index - 1]?.sentence === clause.sentence
  scene.clause = clause
  scene.index = index
  scene.moot = false
  if (!sameSentence) scene.teller = []
  const about = clause.about
  if (about?.numbers) scene.tasks = numbered(scene, about.numbers)
  else if (about || !sameSentence) scene.tasks = []
  if (about?.numbers) scene.topic = scene.tasks.flatMap(personOfTask)
  if (about?.people) scene.topic = certainPeople(scene, about.people)
  scene.view = withSubject(scene, clause)
  const hearsay = firstMatch(HEARSAY, scene.view)
  const aloud = hearsay !== undefined && (saidAloud(scene.view, hearsay.to) || toldUs(scene.view, hearsay))
  const said = hearsay && scene.view.slice(hearsay.to + (saidAloud(scene.view, hearsay.to) ? 2 : 0))
  const words = aloud && said ? said.slice(said.findIndex(unit => unit.form !== 'that' && !unit.when)) : said
  const tellers = hearsay?.who && words && (!aloud || words.length > 1) ? certainPeople(scene, hearsay.who) : []
  if (hearsay?.who && words && (!aloud || tellers.length > 0)) {
    scene.teller = tellers
    if (tellers.length > 0) scene.topic = tellers
    scene.view = tellers.length > 0 ? saidToDo(words) : words
  }
  const own = pastWhen(scene.view)
  const goesOn = !about && scene.view.every(unit => !unit.people && !unit.client)
  const another = about !== undefined && about !== scene.clauses[index - 1]?.about
  if (another || (!sameSentence && !goesOn && !comesLater(clause))) scene.when = undefined
  if (clause.continues && !own && clause.units.some(({ form }) => form === 'just')) scene.when = undefined
  if (scene.when && comesLater(clause)) scene.when = scene.when.day ? { day: scene.when.day } : undefined
  // "Got back to me at 4, Walt texted too": the hour was the first one's.
  const somebodyElse = clause.units.some(unit =>
    unit.people?.some(({ meant }) => meant.length === 1 && !scene.topic.some(each => each === meant[0])),
  )
  if (sameSentence && somebodyElse && scene.topic.length > 0 && !scene.when?.day) scene.when = undefined
  scene.whenBefore = (aloud ? said?.[0]?.when : undefined) ?? scene.when
  if (own && scene.assumed.get(dayKey(own)) === 'today') scene.when = undefined
  else if (own) scene.when = sameSentence && !own.day && scene.when?.day ? { ...own, day: scene.when.day } : own
  return aloud ? tellers : []
}

/** "Chidi said on the phone that Ciara left": the two of us spoke. */
const logSpeech = (scene: Scene, tellers: readonly Person[]): void => {
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

/** "At 10, then emailed her": the hour was that of the deed before. */
const comesLater = ({ joint, units }: Clause): boolean =>
  joint.split(' ').some(word => LATER.has(word)) ||
  units.slice(0, 3).some(({ form }) => LATER.has(form)) ||
  LATER.has(units.at(-1)?.form ?? '')
const LATER = new Set(['then', 'afterwards', 'afterward', 'later', 'subsequently'])

const numbered = (scene: Scene, numbers: readonly number[]): Scene['tasks'] => {
  const listed = listedTasks(scene)
  return numbers.flatMap(number => {
    const found = listed.find(task => task.number === number)
    const wasThere = scene.book.digest?.lines.some(line => line.number === number)
    const why = wasThere
      ? `What stood as ${number} in that morning's mail is settled already.`
      : `There was no ${number} in that morning's mail.`
    if (!found)
      doubt(scene, {
        key: `number ${number}`,
        rule: wasThere ? 'a number that is settled already' : 'a number that is not in the digest',
        text: `${why} Whom is “${clauseWords(scene).slice(0, 120)}” about?`,
        options: [],
      })
    return found ? [found] : []
  })
}

const heard = (scene: Scene, rules: readonly Rule[], mood: Mood): readonly Said[] => {
  const facts: Said[] = []
  const spans: Match[] = []
  const groups = new Set<Rule['group']>()
  const doubts = scene.doubts.length
  for (const rule of rules) {
    if (groups.has(rule.group) || !fitsMood(rule, mood)) continue
    if (scene.teller.length > 0 && rule.group === 'contact') continue
    const match = firstMatch(rule.says, scene.view)
    if (!match) continue
    const end = match.to - (match.rest?.length ?? 0)
    if (!rule.evenDenied && (isDenied(scene.view, end) || (!rule.tense && liesAhead(scene.view, end)))) continue
    const before = scene.dialled
    const reads = rule.reads(match, scene)
    if (reads === undefined) continue
    groups.add(rule.group)
    scene.moot ||= rule.moot === true
    if (rule.name === 'tension: what is only a story')
      for (const group of ['reason', 'contact', 'milestone', 'person'] as const) groups.add(group)
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

const isHedged = ({ view, teller }: Scene): boolean =>
  teller.length === 0 && (view.some(({ form }) => HEDGES.has(form)) || firstMatch(BELIEVED, view) !== undefined)
const BELIEVED = phrases('^ i|we? think|believe|guess|suspect|bet|reckon|assume|imagine|figure', '^ word is')
const HEDGES = new Set('apparently rumor rumour rumors rumours supposedly allegedly reportedly seemingly'.split(' '))

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
