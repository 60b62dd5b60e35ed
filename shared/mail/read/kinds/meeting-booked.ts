import { Temporal } from 'temporal-polyfill'
import { localDate, localInstant } from '../../../domain/calendar/days.ts'
import type { Question } from '../../../domain/note.ts'
import type { CalendarEntry, ContactId, EngagementId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import { accountsOf, belongs, type Doubt, isOurs, type Mail, settle } from '../accounts.ts'
import type { Address } from '../addresses.ts'
import type { Invitation, Span } from '../calendar.ts'
import { personName } from '../company.ts'
import { clock } from '../meeting-time.ts'
import { meetingAt } from '../note/rules/meeting-of.ts'
import { contactIdFor, type Plan, planned } from '../plan.ts'
import type { Book, NamedTime } from '../reading.ts'
import { isScheduler } from './invited.ts'
import { type Booking, called, isThatSo, WHOLE_DAY, whichDay, wholeDay } from './meeting-asked.ts'
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

/** Books the meeting, in every account whose people are invited; a day that has to be chosen is asked about. */
export const book = (start: Plan, invitation: Invitation, people: readonly Address[], sent: Sent): Told => {
  const { book: known, occasion } = start
  if (known.meets) return bookAsSaid(start, invitation, people, sent, known.meets)
  const { time, recurring, allDay } = invitation
  if (time === null && !recurring) return { nothing: 'It says no time.' }
  if (time && !recurring && !allDay && !isFar(time, occasion.arrivedAt))
    return bookAt(start, invitation, people, sent, time, entryOf(invitation))
  const from: Plan = { ...start, commands: [] }
  const booking: Booking = (day, entry) => commandsOf(bookAt(from, invitation, people, sent, day, entry))
  const asking = { start, invitation, people, booking }
  if (recurring || time === null) return { plan: start, question: whichDay(asking) }
  return { plan: start, question: isFar(time, occasion.arrivedAt) ? isThatSo(asking, time) : wholeDay(asking, time) }
}

/** Nobody meets so many years from now, or tells of it so late: a slip of the pen, or worse. */
const FAR_MS = 2 * 366 * 24 * 3_600_000
const isFar = ({ startsAt }: Span, now: string): boolean => Math.abs(Date.parse(startsAt) - Date.parse(now)) > FAR_MS

/** On the day, or at the hour, that the recruiter named; what they left out is as the calendar has it. */
const bookAsSaid = (
  start: Plan,
  invitation: Invitation,
  people: readonly Address[],
  sent: Sent,
  { date, minutes }: NamedTime,
): Told => {
  const { calendar } = start.book.recruiter
  const usual = invitation.next[0] ?? invitation.time
  if (date === null && (usual === null || invitation.recurring)) return { nothing: 'It says no day.' }
  const day = date ?? (usual ? localDate(calendar, usual.startsAt) : '')
  const isWhole = minutes === null && (invitation.allDay || usual === null)
  const startsAt = isWhole
    ? localInstant(calendar, day, WHOLE_DAY[0])
    : minutes === null && usual
      ? localInstant(calendar, day, timeOn(calendar.zone, usual.startsAt))
      : localInstant(calendar, day, clock(minutes ?? 0))
  const lasts = usual && !invitation.allDay ? Date.parse(usual.endsAt) - Date.parse(usual.startsAt) : 0
  const endsAt = isWhole ? localInstant(calendar, day, WHOLE_DAY[1]) : later(startsAt, lasts / 60_000)
  const span = { startsAt, endsAt }
  const entry = invitation.recurring ? entryOfDay(invitation, span) : entryOf(invitation)
  return bookAt(start, invitation, people, sent, span, entry)
}

const timeOn = (zone: string, instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

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
    if (isBystander(plan, invitation, person)) continue
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

/** Whom somebody of a client invites beside us is theirs, or of another account; anybody else is left alone. */
const isBystander = ({ book: known }: Plan, { organizer }: Invitation, person: Address): boolean =>
  organizer !== null &&
  !isOurs(known, organizer) &&
  !isScheduler(organizer) &&
  person.address !== organizer.address &&
  known.engagements.every(({ engagement }) => !belongs(known, engagement, person))

const bookIn = (
  plan: Plan,
  engagement: EngagementId,
  contacts: readonly ContactId[],
  { title, about }: Invitation,
  { at }: Sent,
  time: Span,
  entry: CalendarEntry,
): Plan => {
  const row = plan.book.engagements.find(candidate => candidate.engagement === engagement)
  const byEntry = row?.meetings.find(
    meeting => meeting.id === (about ?? meetingIdOf(entry)) || meeting.calendars?.some(({ uid }) => uid === entry.uid),
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

/** What books it; nothing where it says nothing. */
export const commandsOf = (told: Told): Plan['commands'] => ('plan' in told ? told.plan.commands : [])

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
    ...(doubt === 'nobody' ? { unknownName: person.address } : {}),
    answers: [
      ...rows
        .slice(0, MOST_ANSWERS)
        .map((row, index) => ({ word: `account-${index + 1}`, label: row.client, commands: inAccount(row) })),
      ...(doubt === 'nobody'
        ? [{ word: 'candidate', label: 'None, a candidate', commands: [], candidate: person.address }]
        : []),
      NONE,
    ],
  }
}
