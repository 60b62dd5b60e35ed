import { createHash } from 'node:crypto'
import type { Meeting } from '../../../domain/engagement/state.ts'
import { type CalendarEntry, MeetingId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import { accountsOf } from '../accounts.ts'
import type { Address } from '../addresses.ts'
import type { Invitation, Span } from '../calendar.ts'
import type { Book } from '../reading.ts'

/** Which meeting of ours an invitation is about. */

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)

/** One of a series, changed alone, is a meeting of its own: its UID is that of the series. */
const entryUid = (uid: string, occurrence: string | null): string =>
  occurrence === null ? hash(uid) : `${hash(uid)}.${occurrence}`

export const entryOf = ({ uid, occurrence, sequence }: Invitation): CalendarEntry => ({
  uid: entryUid(uid, occurrence),
  sequence,
})

/** The entry of one day of a series, as it will be called when it is changed alone. */
export const entryOfDay = ({ uid, sequence }: Invitation, day: Span): CalendarEntry => ({
  uid: entryUid(uid, day.startsAt),
  sequence,
})

export const meetingIdOf = ({ uid }: CalendarEntry): MeetingId => MeetingId.parse(`cal.${uid}`)

export type KnownMeeting = { readonly row: EngagementRow; readonly meeting: Meeting }

const meetingsOf = (book: Book): readonly KnownMeeting[] =>
  accountsOf(book).flatMap(row => row.meetings.map(meeting => ({ row, meeting })))

/** Meetings that this entry of a calendar booked or moved; a whole series has all of its days. */
export const meetingsByEntry = (book: Book, invitation: Invitation): readonly KnownMeeting[] => {
  const { about } = invitation
  if (about) return meetingsOf(book).filter(({ meeting }) => meeting.id === about)
  const { uid } = entryOf(invitation)
  const isIt = (entry: string): boolean => entry === uid || (invitation.recurring && entry.startsWith(`${uid}.`))
  return meetingsOf(book).filter(
    ({ meeting }) => meeting.id === `cal.${uid}` || (meeting.calendars ?? []).some(entry => isIt(entry.uid)),
  )
}

/** Meetings still to come with one of these people. */
export const meetingsAhead = (book: Book, people: readonly Address[], at: string): readonly KnownMeeting[] =>
  meetingsOf(book).filter(
    ({ row, meeting }) =>
      Date.parse(meeting.endsAt) >= Date.parse(at) &&
      row.contacts.some(
        ({ id, emails }) =>
          meeting.contacts.includes(id) && people.some(({ address }) => emails.includes(address.toLowerCase())),
      ),
  )
