import { CONVERSATIONS } from '../../../domain/vocabulary.ts'
import type { Clause } from './clauses.ts'
import { isVerb } from './clauses.ts'
import type { When } from './dates.ts'
import { dateOf, happenedAt } from './days.ts'
import { isDenied, liesAhead, type Mood, moodOf, saysNothingHappened, waitsForADay } from './mood.ts'
import { firstMatch, phrases } from './phrases.ts'
import { accountRules } from './rules/accounts.ts'
import { answerRules, listedTasks } from './rules/answers.ts'
import { meetingRules } from './rules/meetings.ts'
import { milestoneRules } from './rules/milestones.ts'
import { personRules } from './rules/persons.ts'
import { promiseRules } from './rules/promises.ts'
import { relationRules } from './rules/relations.ts'
import { showsReached, touchpointRules, touchWith } from './rules/touchpoints.ts'
import { clauseWords, type Dialled, type Reads, type Rule, type Said, type Scene, tidy, wordsOf } from './scene.ts'
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
  const known = scene.said.length
  const told = heard(scene, RULES, mood)
  askLongPast(scene, told)
  if (mood === 'ahead') scene.when = scene.whenBefore
  const facts = settleCall(scene, told, dialledBefore)
  if (facts.length > 0) return keep(scene, facts)
  if (scene.said.length > known) return 'read'
  if (scene.moot) return 'nothing'
  const tells = mood !== 'ahead' || scene.teller.length > 0
  if (scene.doubts.length > doubts || scene.dialled !== dialledBefore || scene.bareDone) return 'read'
  follow(scene)
  const namesADay = scene.view.some(unit => unit.when?.day) && scene.teller.length > 0
  if (tells) extendSummary(scene)
  if ((mood === 'ahead' && !waitsForADay(scene.view)) || (saysNothingHappened(scene.view) && !namesADay))
    return 'nothing'
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
  scene.moot = false
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
  if (own && scene.assumed.get(dayKey(own)) === 'today') scene.when = undefined
  else if (own) scene.when = sameSentence && !own.day && scene.when?.day ? { ...own, day: scene.when.day } : own
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

const AHEAD_OF_DAY = new Set(
  'by until before through for to starts start starting begins beginning due effective from reopens reopening back returns'.split(
    ' ',
  ),
)

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
  const before = scene.clauses[scene.index - 1]
  const subject = before?.sentence === clause.sentence ? before.view[0] : undefined
  const named = subject?.people || subject?.pronoun
  if (first && !named && THIRD_PERSON.has(first.form) && scene.topic.length > 0)
    return [{ form: 'they', pronoun: true, start: first.start, end: first.start }, ...clause.view]
  if (!clause.continues || !subject || !named || !isVerb(first)) return clause.view
  const known = certainPeople(scene, subject)
  const alone = (before?.units.filter(unit => unit.people).length ?? 0) < 2
  const speaksOfThem = clause.view.some(
    unit =>
      (unit.pronoun && alone) || (unit.people && certainPeople(scene, unit).some(person => known.includes(person))),
  )
  if (speaksOfThem || (OURS.has(first?.form ?? '') && !clause.joint.includes('and'))) return clause.view
  if (first?.form === 'will' && !clause.joint.includes('and')) return promisedBy(scene, clause, subject)
  return [subject, ...clause.view]
}
/** "Wants two welders": only they are spoken of so. */
const THIRD_PERSON = new Set([
  'wants',
  'needs',
  'likes',
  'says',
  'thinks',
  'hopes',
  'expects',
  'asked',
  'promised',
  'agreed',
  'prefers',
])
/** Words that a recruiter begins with, whoever was spoken of before. */
const OURS = new Set(['left', 'no_answer', 'voicemail', 'no', 'emailed', 'called'])

/** "Jim called, will send the list Friday": he, or the recruiter? What only a recruiter sends is theirs. */
const promisedBy = (scene: Scene, clause: Clause, subject: Unit): readonly Unit[] => {
  if (clause.view.some(({ form }) => ['résumé', 'candidate', 'agreement', 'shortlist'].includes(form)))
    return clause.view
  const key = `promise ${scene.index}`
  const assumed = scene.assumed.get(key)
  const [person] = certainPeople(scene, subject)
  if (assumed === undefined && person && clause.view.some(unit => unit.when)) {
    const text = `Who will do that? You wrote: “${wordsOf(scene, clause.units)}”`
    const options = [
      { value: 'client', word: person.contact.name.slice(0, 60), label: label(person) },
      { value: 'us', word: 'me', label: 'I will' },
    ]
    doubt(scene, { key, rule: 'a promise without a subject', text: text.slice(0, 500), options })
    return []
  }
  return assumed === 'us' ? clause.view : [subject, ...clause.view]
}

const heard = (scene: Scene, rules: readonly Rule[], mood: Mood): readonly Said[] => {
  const facts: Said[] = []
  const groups = new Set<Rule['group']>()
  const doubts = scene.doubts.length
  for (const rule of rules) {
    if (groups.has(rule.group) || !fitsMood(rule, mood)) continue
    if (scene.teller.length > 0 && rule.group === 'contact') continue
    const match = firstMatch(rule.says, scene.view)
    if (
      !match ||
      (!rule.evenDenied && (isDenied(scene.view, match.to) || (!rule.tense && liesAhead(scene.view, match.to))))
    )
      continue
    const before = scene.dialled
    const reads = rule.reads(match, scene)
    if (reads === undefined) continue
    groups.add(rule.group)
    scene.moot ||= rule.moot === true
    if (rule.name === 'tension: what is only a story') groups.add('reason')
    facts.push(...reads.map(read => timed(scene, rule, read)))
    const took = reads.length > 0 || scene.doubts.length > doubts || scene.dialled !== before
    if ((rule.alone && took) || rule.moot) break
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
/** "On 12/25", said in October, may be ten months ago or a slip: ask. */
const askLongPast = (scene: Scene, told: readonly Said[]): void => {
  const day = scene.when?.day
  if (!scene.when || day?.kind !== 'date' || day.year !== undefined || scene.assumed.has(dayKey(scene.when))) return
  const date = dateOf(day, scene.today, 'past')
  const at = happenedAt(scene.when, scene.occasion, scene.book.recruiter.calendar)
  if (!date || scene.today.since(date).days < LONG_PAST_DAYS || !told.some(said => said.at === at)) return
  doubt(scene, {
    key: dayKey(scene.when),
    rule: 'a day long past',
    text: `Which day do you mean? You wrote: “${clauseWords(scene).slice(0, 200)}”`,
    options: [
      { value: 'then', word: date.toString(), label: `It happened on ${date}` },
      { value: 'today', word: 'today', label: `It happened on ${scene.today}` },
    ],
  })
}
const dayKey = (when: When): string => (when.day?.kind === 'date' ? `day ${when.day.month}-${when.day.day}` : 'day')
const LONG_PAST_DAYS = 150

const AHEAD_GROUPS: ReadonlySet<Rule['group']> = new Set(['promise', 'account', 'answer'])

/** A call placed in an earlier clause is settled by what this one tells of it. */
const settleCall = (scene: Scene, facts: readonly Said[], before: Scene['dialled']): readonly Said[] => {
  const call = scene.dialled
  if (!call || call !== before) {
    if (before && call !== before && call?.continues !== before) closeCall(scene, before)
    return facts
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
    return facts.map(fact => withCall(scene, call, fact))
  }
  const shows = told.some(({ command }) => SHOWS_REACHED.has(command.command))
  const speaks = facts.length === 0 && !saysNothingHappened(scene.view) && showsReached(scene)
  if (shows || speaks) {
    scene.dialled = undefined
    log(scene, call, 'reached')
  }
  return facts
}

/** "Called Susan" belongs to the voicemail left after it. */
const withCall = (scene: Scene, call: Dialled, fact: Said): Said => {
  if (fact.command.command !== 'LogTouchpoint' || !['call', 'voicemail'].includes(fact.command.channel)) return fact
  const summary = tidy(scene.text.slice(call.start, scene.clause.units.at(-1)?.end ?? call.start))
  return summary ? { ...fact, command: { ...fact.command, summary } } : fact
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
  for (const fact of facts) if (!repeats(scene, fact)) scene.said.push(fact)
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
        ? CONVERSATIONS.has(other.command.outcome)
        : other.command.channel === command.channel &&
          other.command.direction === command.direction &&
          scene.clause.continues),
  )
  const before = scene.said[place]
  if (before?.command.command !== 'LogTouchpoint') return saysMoreThanRinging(scene, fact)
  const summary = joinWords(scene, before.command.summary, command.summary)
  scene.said[place] = { ...before, command: { ...before.command, ...(summary ? { summary } : {}) } }
  return true
}

/** "Didn't pick up, left a message": what was left tells more than the ringing before it. */
const saysMoreThanRinging = (scene: Scene, fact: Said): boolean => {
  const before = scene.said.at(-1)
  if (!scene.clause.continues || fact.command.command !== 'LogTouchpoint' || fact.command.channel !== 'voicemail')
    return false
  if (before?.command.command !== 'LogTouchpoint' || before.command.direction !== fact.command.direction) return false
  if (before.command.outcome !== 'no-answer' && before.rule !== 'they rang') return false
  if (before.command.contact !== fact.command.contact || before.at !== fact.at) return false
  const summary = joinWords(scene, before.command.summary, fact.command.summary)
  scene.said[scene.said.length - 1] = { ...fact, command: { ...fact.command, ...(summary ? { summary } : {}) } }
  return true
}

/** The note's words from the one passage to the end of the other. */
const joinWords = (scene: Scene, first: string | undefined, second: string | undefined): string | undefined => {
  if (!first || !second) return first ?? second
  const text = scene.text.replaceAll(/\s+/g, ' ')
  const from = text.indexOf(first)
  const until = text.indexOf(second, from) + second.length
  return from >= 0 && until > from ? text.slice(from, until).slice(0, 2000) : first
}

/** Who is spoken of next, where nothing was read: the one person named. */
const follow = (scene: Scene): void => {
  const named = scene.view.find(unit => unit.people)
  const people = named ? certainPeople(scene, named) : []
  if (people.length > 0) scene.topic = people
}

/** What they said belongs to the conversation told just before. */
const extendSummary = (scene: Scene): void => {
  const at = scene.said.findLastIndex(({ command }) => command.command === 'LogTouchpoint')
  const last = scene.said[at]
  const words = clauseWords(scene)
  if (last?.command.command !== 'LogTouchpoint' || last.command.summary === undefined || words === '') return
  const summary = joinWords(scene, last.command.summary, words)
  scene.said[at] = { ...last, command: { ...last.command, ...(summary ? { summary } : {}) } }
}
