import { localDate } from '../calendar/days.ts'
import type { EventOf, Fact } from '../engagement/events.ts'
import { type Contact, contactOf, type Engagement, type Meeting, type Task } from '../engagement/state.ts'
import type { Attempt } from '../silence/assessment.ts'
import { type Channel, CONVERSATIONS, type ContactId, type Milestone, OUR_MILESTONES } from '../vocabulary.ts'
import type { Line, Situation } from './play.ts'
import {
  capitalised,
  counted,
  dayAndMonth,
  firstName,
  list,
  oneLine,
  quotable,
  timeOfDay,
  times,
  weekdayAndDate,
} from './words.ts'

/** What a script may draw on, asked of the situation: who, what happened, when, how often. */

const millis = (instant: string): number => Date.parse(instant)

const byTime = <F extends Fact>(facts: readonly F[]): readonly F[] =>
  facts.toSorted((a, b) => millis(a.at) - millis(b.at) || a.position - b.position)

/** The facts of one kind, oldest first by when they happened. */
export const factsOf = <Type extends Fact['type']>(
  engagement: Engagement,
  type: Type,
): readonly (Fact & EventOf<Type>)[] =>
  byTime(engagement.facts.filter((fact): fact is Fact & EventOf<Type> => fact.type === type))

/** The facts that led to a task, oldest first. */
export const becauseOf = (task: Task, engagement: Engagement): readonly Fact[] =>
  byTime(engagement.facts.filter(fact => task.because.includes(fact.position)))

// People

/** The contact's first name, as one says it to their face; the client's name where the task is for nobody. */
export const name = (situation: Situation): string =>
  situation.contact ? firstName(oneLine(situation.contact.name)) : oneLine(situation.engagement.client)

/** Another person as one speaks of them: the first name where it can mean one person only. */
export const called = (situation: Situation, contact: Contact): string => {
  const first = firstName(oneLine(contact.name))
  const namesakes = situation.engagement.contacts.filter(other => firstName(oneLine(other.name)) === first)
  return namesakes.length > 1 ? oneLine(contact.name) : first
}

export const contactById = (situation: Situation, id: ContactId | undefined | null): Contact | undefined =>
  contactOf(situation.engagement, id ?? undefined)

/** Who introduced the contact to us. */
const introducerOf = (situation: Situation, contact: Contact | undefined): Contact | undefined =>
  contactById(situation, contact?.introducedBy)

/** Whom the silence is with, where the task is for somebody else: the one introduced, or the one who introduced. */
export const quietOne = (situation: Situation): Contact | undefined => {
  const { contact, assessment, engagement } = situation
  const silent = contactById(situation, assessment.silentContact)
  if (silent && silent.id !== contact?.id) return silent
  return engagement.contacts.find(other => other.introducedBy === contact?.id) ?? introducerOf(situation, contact)
}

/** A voicemail's label: whoever has given us no number of their own says it from memory. */
export const voicemailLabel = (situation: Situation): string =>
  situation.recruiter.phone ? 'Voicemail' : 'Voicemail, with your number at the end'

/** "813 555 0107" as the closing words of a voicemail; nothing where the recruiter gave no number. */
export const numberAgain = (situation: Situation): string =>
  situation.recruiter.phone ? ` ${oneLine(situation.recruiter.name)}, ${oneLine(situation.recruiter.phone)}.` : ''

export const recruiterName = (situation: Situation): string => oneLine(situation.recruiter.name)

/** The end of a written message. */
export const signature = (situation: Situation): string =>
  [situation.recruiter.name, situation.recruiter.phone].flatMap(line => (line ? [oneLine(line)] : [])).join('\n')

// Days

export const dateOf = (situation: Situation, instant: string): string => localDate(situation.calendar, instant)

/** "Monday 21 September" for an instant. */
export const dayOf = (situation: Situation, instant: string): string =>
  weekdayAndDate(dateOf(situation, instant), situation.today)

export const quietFor = (situation: Situation): string[] =>
  situation.assessment.workingDaysSilent > 0
    ? [
        `${situation.assessment.ball === 'ours' ? 'You have been quiet' : 'Quiet'} for ${counted(situation.assessment.workingDaysSilent, 'working day')}.`,
      ]
    : []

// Contact from them

const isTheirs = (fact: Fact): boolean => {
  switch (fact.type) {
    case 'TouchpointLogged':
      return fact.direction === 'inbound' || CONVERSATIONS.has(fact.outcome)
    case 'MeetingHeld':
      return true
    case 'MilestoneReached':
      return !OUR_MILESTONES.has(fact.milestone)
    default:
      return false
  }
}

/** The last contact from the client's side, or from one person there. */
export const lastFromThem = (situation: Situation, contact?: ContactId): Fact | undefined =>
  byTime(
    situation.engagement.facts.filter(
      fact => isTheirs(fact) && (contact === undefined || ('contact' in fact && fact.contact === contact)),
    ),
  ).at(-1)

/** "You last spoke with Susan on Wednesday 9 September."; nothing where they were never in contact. */
export const lastWord = (situation: Situation): string | undefined => {
  const last = lastFromThem(situation)
  if (!last) return undefined
  const person = 'contact' in last ? contactById(situation, last.contact) : undefined
  const who = person ? called(situation, person) : 'their side'
  const day = dayOf(situation, last.at)
  if (last.type === 'TouchpointLogged' && !CONVERSATIONS.has(last.outcome))
    return `${capitalised(who)} last ${last.channel === 'call' || last.channel === 'voicemail' ? 'rang' : 'wrote'} on ${day}.`
  if (last.type === 'MilestoneReached') return `The last word from ${who} came on ${day}.`
  return `You last spoke with ${who} on ${day}.`
}

/** Conversations, oldest first: calls and meetings in which both sides spoke. */
export const conversations = (situation: Situation, contact?: ContactId): readonly Fact[] =>
  byTime(
    situation.engagement.facts.filter(
      fact =>
        ((fact.type === 'TouchpointLogged' && CONVERSATIONS.has(fact.outcome)) || fact.type === 'MeetingHeld') &&
        (contact === undefined || fact.contact === contact),
    ),
  )

// Meetings

export type Missed = {
  readonly at: string
  /** "Monday 21 September". */
  readonly day: string
  /** "10:00 am". */
  readonly time: string
  readonly noun: 'call' | 'meeting'
}

/** A meeting as people speak of it, whatever its invitation was called. */
export const meetingNoun = (title: string): 'call' | 'meeting' =>
  /\b(meeting|visit|lunch|coffee|breakfast|onsite|on-site|interview|tour)\b/i.test(title) ? 'meeting' : 'call'

/** The meeting that a side missed last, unless the client has been in contact since. */
export const lastMissed = (situation: Situation, by: 'client' | 'us' = 'client'): Missed | undefined => {
  const fact = factsOf(situation.engagement, 'MeetingMissed').findLast(missed => missed.missedBy === by)
  if (!fact) return undefined
  const meeting = situation.engagement.meetings.find(booked => booked.id === fact.meeting)
  const at = meeting?.startsAt ?? fact.at
  const since = lastFromThem(situation)
  if (by === 'client' && since && millis(since.at) > millis(meeting?.endsAt ?? fact.at)) return undefined
  return {
    at,
    day: dayOf(situation, at),
    time: timeOfDay(at, situation.calendar),
    noun: meetingNoun(meeting?.title ?? ''),
  }
}

/** The meeting that a task asks about. */
export const meetingOf = (task: Task, engagement: Engagement): Meeting | undefined => {
  const named = becauseOf(task, engagement).findLast(fact => 'meeting' in fact)
  return engagement.meetings.find(meeting => named && 'meeting' in named && meeting.id === named.meeting)
}

// What was tried

/**
 * Unanswered tries since they last spoke, to one contact or to all: what opened the silence, and what was sent as part
 * of the work (an agreement, candidates), is no try; nor is a task that was let go.
 */
export const tries = (situation: Situation, contact?: ContactId): readonly Attempt[] => {
  const { assessment, engagement } = situation
  const work = factsOf(engagement, 'MilestoneReached')
    .filter(fact => OUR_MILESTONES.has(fact.milestone))
    .map(fact => millis(fact.at))
  const made = new Set(factsOf(engagement, 'TouchpointLogged').map(fact => fact.position))
  const opening = lastMissed(situation) ? undefined : assessment.silentSince
  return assessment.attempts.filter(
    attempt =>
      made.has(attempt.position) &&
      attempt.at !== opening &&
      !work.includes(millis(attempt.at)) &&
      (contact === undefined || attempt.contact === contact),
  )
}

const TRY: Readonly<Record<Channel, readonly [article: string, noun: string]>> = {
  call: ['a', 'call'],
  voicemail: ['a', 'voicemail'],
  email: ['an', 'email'],
  text: ['a', 'text'],
  social: ['a', 'message online'],
  meeting: ['an', 'invitation'],
  video: ['a', 'video call'],
}
const LONGEST_LIST = 6

/** "a voicemail and an email on Tuesday 22 September"; more than six of them by their number and last day. */
export const namedTries = (situation: Situation, attempts: readonly Attempt[]): string => {
  const dates = [...new Set(attempts.map(attempt => dateOf(situation, attempt.at)))]
  const last = dates.at(-1) ?? situation.today
  const one = (attempt: Attempt) => TRY[attempt.channel].join(' ')
  if (attempts.length > LONGEST_LIST) {
    const channels = [...new Set(attempts.map(attempt => attempt.channel))]
    const numbers = channels.map(channel =>
      counted(attempts.filter(attempt => attempt.channel === channel).length, TRY[channel][1]),
    )
    return `${list(numbers)}, the last on ${weekdayAndDate(last, situation.today)}`
  }
  if (dates.length < 2) return `${list(attempts.map(one))} on ${weekdayAndDate(last, situation.today)}`
  return list(
    dates.map(date => {
      const thatDay = attempts.filter(attempt => dateOf(situation, attempt.at) === date)
      return `${list(thatDay.map(one))} on ${dayAndMonth(date, situation.today)}`
    }),
  )
}

// What made it warm

const WARMTH: Partial<Record<Milestone, string>> = {
  'process-agreed': 'your process agreed',
  'fee-agreed': 'the fee agreed',
  'job-description-received': 'the job description sent',
  'agreement-signed': 'the agreement signed',
  interviewing: 'interviews under way',
  'offer-out': 'an offer out',
}

/** What showed that the interest was real: "the fee agreed and three conversations"; nothing where one talk is all. */
export const warmth = (situation: Situation): string => {
  const reached = factsOf(situation.engagement, 'MilestoneReached').flatMap(fact => WARMTH[fact.milestone] ?? [])
  const talks = conversations(situation).length
  if (reached.length === 0 && talks < 2) return ''
  return list([...new Set(reached), ...(talks > 0 ? [counted(talks, 'conversation')] : [])])
}

// What they told us before

/** Blunt words got earlier, in the words they were noted in. */
export const earlierFeedback = (situation: Situation): readonly Line[] =>
  factsOf(situation.engagement, 'FeedbackReceived').flatMap(fact => {
    const said = quotable(fact.words)
    const from = contactById(situation, fact.contact)
    const label = `${from ? called(situation, from) : 'They'} told you on ${dayOf(situation, fact.at)}`
    return said ? [{ label, text: `"${said}".` }] : []
  })

/** "Put off twice, since Wednesday 16 September."; nothing where it never was. */
export const putOffFor = (situation: Situation): string | undefined => {
  const [first] = situation.task.putOff
  if (first === undefined) return undefined
  return `Put off ${times(situation.task.putOff.length)}, since ${dayOf(situation, first)}.`
}
