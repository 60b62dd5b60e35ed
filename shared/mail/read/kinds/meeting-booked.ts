import { localDate, localInstant } from '../../../domain/calendar/days.ts'
import type { Question } from '../../../domain/note.ts'
import { timeOfDay, weekdayAndDate } from '../../../domain/plays/words.ts'
import type { CalendarEntry, ContactId, EngagementId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import { accountsOf, type Doubt, isOurs, type Mail, settle } from '../accounts.ts'
import type { Address } from '../addresses.ts'
import type { Invitation, Span } from '../calendar.ts'
import { personName } from '../company.ts'
import { meetingAt } from '../note/rules/meeting-of.ts'
import { contactIdFor, type Plan, planned } from '../plan.ts'
import type { Book } from '../reading.ts'
import { entryOf, entryOfDay, meetingIdOf, meetingsByEntry } from './meeting-known.ts'

/** Meetings that an invitation books or moves. */

/** The calendar mail that told of it: who sent it, and when, UTC. */
export type Sent = {
  readonly at: string
  readonly subject: string
  readonly messageId: string | null
  /** False where its own date could not be read. */
  readonly dated: boolean
}

/** What an invitation says: a plan, what is asked beside it, or why it says nothing. */
export type Told =
  | { readonly plan: Plan; readonly question?: Question; readonly engagement?: EngagementId }
  | { readonly nothing: string }

/** A meeting whose end is not given takes so long. */
const DEFAULT_MINUTES = 30
/** What stands in a calendar as a whole day is met within these hours. */
const WHOLE_DAY = ['09:00', '17:00'] as const

/** Books the meeting, in every account whose people are invited; a day that has to be chosen is asked about. */
export const book = (start: Plan, invitation: Invitation, people: readonly Address[], sent: Sent): Told => {
  const { time } = invitation
  if (time === null) return { nothing: 'It says no time.' }
  if (invitation.recurring) return { plan: start, question: whichDay(start, invitation, people, sent) }
  if (invitation.allDay) return { plan: start, question: wholeDay(start, invitation, time, people, sent) }
  return bookAt(start, invitation, people, sent, time, entryOf(invitation))
}

const bookAt = (
  start: Plan,
  invitation: Invitation,
  people: readonly Address[],
  sent: Sent,
  time: Span,
  entry: CalendarEntry,
): Told => {
  const known = meetingsByEntry(start.book, invitation)
  if (
    known.some(({ meeting }) =>
      (meeting.calendars ?? []).some(later => later.uid === entry.uid && later.sequence > entry.sequence),
    )
  )
    return { nothing: 'A later version of this invitation is known.' }
  const about = mailAbout(start.book, invitation, sent)
  let plan = start
  const invited = new Map<EngagementId, ContactId[]>()
  const doubts: { person: Address; doubt: Doubt }[] = []
  for (const person of people) {
    const settled = settle(plan, person, { ...about, to: [person] })
    if ('doubt' in settled) {
      doubts.push({ person, doubt: settled.doubt })
      continue
    }
    plan = settled.plan
    invited.set(settled.engagement, [...(invited.get(settled.engagement) ?? []), settled.contact.id])
  }
  for (const [engagement, contacts] of invited) plan = bookIn(plan, engagement, contacts, invitation, sent, time, entry)
  const [engagement] = invited.keys()
  const [first] = doubts
  const question = first && whoseIs(plan, first.person, first.doubt, invitation, sent, time, entry, invited)
  return { plan, ...(question ? { question } : {}), ...(engagement ? { engagement } : {}) }
}

const bookIn = (
  plan: Plan,
  engagement: EngagementId,
  contacts: readonly ContactId[],
  { title }: Invitation,
  { at }: Sent,
  time: Span,
  entry: CalendarEntry,
): Plan => {
  const row = plan.book.engagements.find(candidate => candidate.engagement === engagement)
  const byEntry = row?.meetings.find(
    meeting => meeting.id === meetingIdOf(entry) || meeting.calendars?.some(({ uid }) => uid === entry.uid),
  )
  const known = byEntry ?? (row && meetingAt(row, time.startsAt, contacts))
  const endsAt = time.endsAt > time.startsAt ? time.endsAt : later(time.startsAt, DEFAULT_MINUTES)
  return planned(
    plan,
    engagement,
    {
      command: 'BookMeeting',
      meeting: known?.id ?? meetingIdOf(entry),
      startsAt: time.startsAt,
      endsAt,
      contacts: [...contacts],
      title: title || known?.title || 'Meeting',
      calendar: entry,
    },
    { at, evidence: 'reported' },
  )
}

/** A mail to look people up by: its words are the calendar's, and tell nobody's number. */
const mailAbout = (
  known: Book,
  { organizer, title, description }: Invitation,
  { at, dated, messageId }: Sent,
): Mail => {
  const theirs = organizer !== null && !isOurs(known, organizer)
  return {
    from: theirs ? organizer : { name: known.recruiter.name, address: known.recruiter.addresses[0] ?? '' },
    to: [],
    cc: [],
    subject: title,
    body: theirs ? '' : description,
    attachments: [],
    at,
    dated,
    messageId,
    evidence: 'reported',
  }
}

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace('.000Z', 'Z')

// What is asked

const NONE = { word: 'none', label: 'None of these', commands: [] } as const

/** "Monday 21 September, 10:00 am" in the recruiter's zone. */
export const spoken = ({ recruiter }: Book, startsAt: string, now: string): string => {
  const today = localDate(recruiter.calendar, now)
  return `${weekdayAndDate(localDate(recruiter.calendar, startsAt), today)}, ${timeOfDay(startsAt, recruiter.calendar)}`
}

export const called = ({ title }: Invitation): string => (title === '' ? 'The meeting' : `"${title.slice(0, 120)}"`)

const withWhom = (people: readonly Address[]): string => {
  const [first, ...others] = people.map(personName)
  if (first === undefined) return ''
  return ` with ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`
}

const commandsOf = (told: Told) => ('plan' in told ? told.plan.commands : [])

/** A series is no meeting: each of its days is one, and the recruiter says which of them matters. */
const whichDay = (start: Plan, invitation: Invitation, people: readonly Address[], sent: Sent): Question => {
  const from: Plan = { ...start, commands: [] }
  const days = invitation.next.map((day, index) => ({
    word: `day-${index + 1}`,
    label: spoken(start.book, day.startsAt, start.occasion.arrivedAt),
    commands: commandsOf(bookAt(from, invitation, people, sent, day, entryOfDay(invitation, day))),
  }))
  const ask =
    days.length > 0 ? 'Which day should count as a meeting?' : 'Write me the date and time that counts as a meeting.'
  return { text: `${called(invitation)}${withWhom(people)} repeats. ${ask}`.slice(0, 500), answers: [...days, NONE] }
}

const wholeDay = (
  start: Plan,
  invitation: Invitation,
  time: Span,
  people: readonly Address[],
  sent: Sent,
): Question => {
  const { calendar } = start.book.recruiter
  const date = localDate(calendar, time.startsAt)
  const [from, to] = WHOLE_DAY
  const day = { startsAt: localInstant(calendar, date, from), endsAt: localInstant(calendar, date, to) }
  const today = localDate(calendar, start.occasion.arrivedAt)
  return {
    text: `${called(invitation)}${withWhom(people)} lasts all of ${weekdayAndDate(date, today)}. Do you meet then? If at a certain hour, write it to me.`.slice(
      0,
      500,
    ),
    answers: [
      {
        word: 'meeting',
        label: 'Yes, we meet that day',
        commands: commandsOf(bookAt({ ...start, commands: [] }, invitation, people, sent, day, entryOf(invitation))),
      },
      { word: 'none', label: 'No meeting', commands: [] },
    ],
  }
}

const MOST_ANSWERS = 8

/** Whose account somebody is of that an address alone does not tell. */
const whoseIs = (
  plan: Plan,
  person: Address,
  doubt: Doubt,
  invitation: Invitation,
  sent: Sent,
  time: Span,
  entry: CalendarEntry,
  invited: ReadonlyMap<EngagementId, readonly ContactId[]>,
): Question => {
  const rows = doubt === 'nobody' ? accountsOf(plan.book).filter(({ stage }) => stage === 'open') : doubt
  const inAccount = (row: EngagementRow) => {
    const contact = contactIdFor(row.engagement, person.address)
    const known = row.contacts.find(({ emails }) => emails.includes(person.address))
    const from: Plan = { ...plan, commands: [] }
    const added = known
      ? from
      : planned(
          from,
          row.engagement,
          {
            command: 'AddContact',
            contact,
            name: personName(person),
            role: 'other',
            emails: [person.address],
            phones: [],
          },
          { at: sent.at, evidence: 'reported' },
        )
    const all = [...(invited.get(row.engagement) ?? []), known?.id ?? contact]
    return bookIn(added, row.engagement, all, invitation, sent, time, entry).commands
  }
  return {
    text: `${personName(person)} (${person.address}) is invited to ${called(invitation)}. Which account do they belong to?`.slice(
      0,
      500,
    ),
    answers: [
      ...rows
        .slice(0, MOST_ANSWERS)
        .map((row, index) => ({ word: `account-${index + 1}`, label: row.client, commands: inAccount(row) })),
      NONE,
    ],
  }
}
