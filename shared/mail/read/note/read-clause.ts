import type { Clause } from './clauses.ts'
import { isVerb } from './clauses.ts'
import type { When } from './dates.ts'
import { happenedAt } from './days.ts'
import { isDenied, type Mood, moodOf, saysNothingHappened } from './mood.ts'
import { firstMatch, phrases } from './phrases.ts'
import { accountRules } from './rules/accounts.ts'
import { answerRules, listedTasks } from './rules/answers.ts'
import { meetingRules } from './rules/meetings.ts'
import { milestoneRules } from './rules/milestones.ts'
import { personRules } from './rules/persons.ts'
import { promiseRules } from './rules/promises.ts'
import { relationRules } from './rules/relations.ts'
import { showsReached, touchpointRules, touchWith } from './rules/touchpoints.ts'
import { type Reads, type Rule, type Said, type Scene, tidy } from './scene.ts'
import type { Unit } from './units.ts'
import { certainPeople, doubt, label, personKey, personOfTask } from './who.ts'

/** Every rule, in the order in which they are asked. Within a group the first that fits is heard. */
export const RULES: readonly Rule[] = [
  ...answerRules,
  ...accountRules,
  ...personRules,
  ...meetingRules,
  ...relationRules,
  ...touchpointRules,
  ...milestoneRules,
  ...promiseRules,
]

/** What a clause came to: facts, nothing (and why), or words that no rule knows. */
export type Heard = 'read' | 'nothing' | 'context'

export const readClause = (scene: Scene, clause: Clause, index: number): Heard => {
  enter(scene, clause, index)
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
  const facts = heard(scene, RULES, mood)
  if (mood === 'ahead') scene.when = scene.whenBefore
  settleCall(scene, facts, dialledBefore)
  if (facts.length > 0) return keep(scene, facts)
  if (scene.doubts.length > doubts || scene.dialled !== dialledBefore || scene.bareDone) return 'read'
  follow(scene)
  if (mood === 'ahead' || saysNothingHappened(scene.view)) return 'nothing'
  extendSummary(scene)
  return 'context'
}

const HEARSAY = phrases(
  '^ per|according_to|via WHO',
  '^ WHO says|said|tells|mentioned|reckons|mentions|claims|heard me|us? that?',
  '^ heard|hearing from WHO that',
)

/** Brings the scene to this clause: whose words, which tasks, what day. */
const enter = (scene: Scene, clause: Clause, index: number): void => {
  const sameSentence = index > 0 && scene.clauses[index - 1]?.sentence === clause.sentence
  scene.clause = clause
  scene.index = index
  scene.view = withSubject(scene, clause)
  if (!sameSentence) scene.teller = []
  const about = clause.about
  if (about?.numbers) scene.tasks = numbered(scene, about.numbers)
  else if (about || !sameSentence) scene.tasks = []
  if (about?.numbers) scene.topic = scene.tasks.flatMap(personOfTask)
  if (about?.people) scene.topic = certainPeople(scene, about.people)
  const hearsay = firstMatch(HEARSAY, scene.view)
  if (hearsay?.who) {
    const tellers = certainPeople(scene, hearsay.who)
    scene.teller = tellers
    if (tellers.length > 0) scene.topic = tellers
    scene.view = scene.view.slice(hearsay.to)
  }
  const own = pastWhen(scene.view)
  scene.whenBefore = scene.when
  const people = scene.view.flatMap(unit => (unit.people ? certainPeople(scene, unit) : []))
  const goesOn =
    people.length === 0 || people.every(person => scene.topic.some(other => personKey(other) === personKey(person)))
  if (own) scene.when = sameSentence && !own.day && scene.when?.day ? { ...own, day: scene.when.day } : own
  else if (!sameSentence && !goesOn) scene.when = undefined
}

const numbered = (scene: Scene, numbers: readonly number[]): Scene['tasks'] => {
  const listed = listedTasks(scene)
  return numbers.flatMap(number => {
    const found = listed.find(task => task.number === number)
    if (!found)
      doubt(scene, {
        key: `number ${number}`,
        rule: 'a number that is not in the digest',
        text: `There was no ${number} in that morning's mail. Whom do you mean?`,
        options: [],
      })
    return found ? [found] : []
  })
}

const AHEAD_OF_DAY = new Set(['by', 'until', 'before', 'through', 'for', 'to'])

/** The day and time at which something is told to have happened. */
const pastWhen = (units: readonly Unit[]): When | undefined => {
  const told = units.filter((unit, at) => unit.when && !AHEAD_OF_DAY.has(units[at - 1]?.form ?? ''))
  const day = told.find(unit => unit.when?.day)?.when?.day
  const minutes = told.find(unit => unit.when?.minutes !== undefined)?.when?.minutes
  if (!day && minutes === undefined) return undefined
  return { ...(day ? { day } : {}), ...(minutes === undefined ? {} : { minutes }) }
}

/** "Jim called and left me the number": a clause without a subject goes on with the one before it. */
const withSubject = (scene: Scene, clause: Clause): readonly Unit[] => {
  const first = clause.view[0]
  const before = scene.clauses[scene.clauses.indexOf(clause) - 1]
  const subject = before?.sentence === clause.sentence ? before.view[0] : undefined
  if (!clause.continues || !subject || !(subject.people || subject.pronoun) || !isVerb(first)) return clause.view
  const known = certainPeople(scene, subject)
  const speaksOfThem = clause.view.some(
    unit => unit.pronoun || (unit.people && certainPeople(scene, unit).some(person => known.includes(person))),
  )
  const ours = ['left', 'no_answer', 'voicemail', 'no', 'will', 'emailed', 'called'].includes(first?.form ?? '')
  return speaksOfThem || ours ? clause.view : [subject, ...clause.view]
}

const heard = (scene: Scene, rules: readonly Rule[], mood: Mood): readonly Said[] => {
  const facts: Said[] = []
  const groups = new Set<Rule['group']>()
  const doubts = scene.doubts.length
  for (const rule of rules) {
    if (groups.has(rule.group) || !fitsMood(rule, mood)) continue
    if (scene.teller.length > 0 && rule.group === 'contact') continue
    const match = firstMatch(rule.says, scene.view)
    if (!match || (!rule.evenDenied && isDenied(scene.view, match.to))) continue
    const before = scene.dialled
    const reads = rule.reads(match, scene)
    if (reads === undefined) continue
    groups.add(rule.group)
    if (rule.name === 'tension: what is only a story') groups.add('reason')
    facts.push(...reads.map(read => timed(scene, rule, read)))
    const took = reads.length > 0 || scene.doubts.length > doubts || scene.dialled !== before
    if (rule.alone && took) break
  }
  if (groups.size > 0 && [...groups].every(group => AHEAD_GROUPS.has(group))) scene.when = scene.whenBefore
  return facts
}
const fitsMood = (rule: Rule, mood: Mood): boolean => {
  if (rule.tense === 'any') return true
  return mood === 'ahead' ? rule.tense === 'ahead' : rule.tense !== 'ahead'
}

/** The day a promise or a plan names lies ahead: it was said when the clause before it happened. */
const timed = (scene: Scene, rule: Rule, reads: Reads): Said => {
  const when = AHEAD_GROUPS.has(rule.group) ? scene.whenBefore : scene.when
  const at = reads.at ?? happenedAt(when, scene.occasion, scene.book.recruiter.calendar)
  return { ...reads, rule: rule.name, at }
}
const AHEAD_GROUPS: ReadonlySet<Rule['group']> = new Set(['promise', 'account', 'answer'])

/** A call placed in an earlier clause is settled by what this one tells of it. */
const settleCall = (scene: Scene, facts: readonly Said[], before: Scene['dialled']): void => {
  const call = scene.dialled
  if (!call || call !== before) {
    if (before && call !== before && call) closeCall(scene, before)
    return
  }
  const same = (said: Said): boolean => call.people.some(({ row }) => row === said.row)
  const told = facts.filter(same)
  const outcome = told.some(
    ({ command }) =>
      command.command === 'LogTouchpoint' &&
      command.direction === 'outbound' &&
      ['call', 'voicemail'].includes(command.channel),
  )
  if (outcome) {
    scene.dialled = undefined
    return
  }
  const shows = told.some(({ command }) => SHOWS_REACHED.has(command.command))
  const speaks = facts.length === 0 && !saysNothingHappened(scene.view) && showsReached(scene)
  if (shows || speaks) {
    scene.dialled = undefined
    log(scene, call, 'reached')
  }
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
  const summary = tidy(scene.text.slice(call.start, scene.clause.units.at(-1)?.end ?? call.start))
  const touch = { direction: 'outbound', channel: 'call', outcome } as const
  const at = happenedAt(call.when, scene.occasion, scene.book.recruiter.calendar)
  const rule = outcome === 'reached' ? 'a conversation by phone' : 'nobody answered'
  scene.said.push(...touchWith(call.people, touch, summary).map(reads => ({ ...reads, rule, at })))
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
      ...touchWith(call.people, found.touch, '').map(reads => ({ ...reads, rule: 'a call was made', at })),
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

const keep = (scene: Scene, facts: readonly Said[]): Heard => {
  scene.said.push(...facts)
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

/** Who is spoken of next, where nothing was read: the one person named. */
const follow = (scene: Scene): void => {
  const named = scene.view.find(unit => unit.people)
  const people = named ? certainPeople(scene, named) : []
  if (people.length > 0) scene.topic = people
}

/** What they said belongs to the conversation told just before. */
const extendSummary = (scene: Scene): void => {
  const last = scene.said.at(-1)
  if (last?.command.command !== 'LogTouchpoint' || last.command.summary === undefined) return
  const end = scene.clause.units.at(-1)?.end
  const from = scene.text.replaceAll(/\s+/g, ' ').indexOf(last.command.summary)
  if (end === undefined || from < 0) return
  const until = scene.text.slice(0, end).replaceAll(/\s+/g, ' ').length
  const summary = scene.text.replaceAll(/\s+/g, ' ').slice(from, until).trim().slice(0, 2000)
  scene.said[scene.said.length - 1] = { ...last, command: { ...last.command, summary } }
}
