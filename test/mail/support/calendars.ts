import type { Contact, Meeting } from '../../../shared/domain/engagement/state.ts'
import { beginPlan, planned } from '../../../shared/mail/read/plan.ts'
import type { Book, Reading } from '../../../shared/mail/read/reading.ts'
import type { EngagementRow } from '../../../shared/views/rows.ts'
import { accountOf, bookOf, contact, occasionAt, questionOf, readingOf } from '../../support/book.ts'
import { type EventParts, forward, ics, invitation } from '../../support/mail.ts'

/** A recruiter with two clients, and what calendars send between them. */

export const ME = 'Inés Marquet <ines@marquet.example>'
export const INBOUND = 'zyxwvutsrqponmlkjihgfedcba@in.watch.example'
export const PAVEL = 'Pavel Horák <pavel.horak@brnotools.example>'
export const EVA = 'Eva Kolář <eva.kolar@brnotools.example>'
export const JUN = 'Jun Sato <jun.sato@kobelogistics.example>'
export const ZONE = 'Europe/Madrid'
export const AT = '2026-11-04T09:00:00Z'

const person = (id: string, name: string, email: string): Contact => contact(id, name, email, { role: 'other' })
export const brno = accountOf('e1', 'Brno Tools', 'brnotools.example', [
  person('pavel', 'Pavel Horák', 'pavel.horak@brnotools.example'),
  person('eva', 'Eva Kolář', 'eva.kolar@brnotools.example'),
])
export const kobe = accountOf('e2', 'Kobe Logistics', 'kobelogistics.example', [
  person('jun', 'Jun Sato', 'jun.sato@kobelogistics.example'),
])
export const bookWith = (...engagements: readonly EngagementRow[]): Book =>
  bookOf({ name: 'Inés Marquet', address: 'ines@marquet.example', zone: ZONE, inbound: INBOUND }, engagements, {
    neverLog: ['counsel@brnotools.example'],
  })

const occasion = occasionAt(AT)
export const read = (raw: string, book: Book = bookWith(brno, kobe)): Promise<Reading> => readingOf(raw, book, AT)
/** The book as it stands once a reading, or one answer to its question, is recorded. */
export const withRead = (book: Book, reading: Reading, word?: string): Book => {
  const commands = word
    ? (questionOf(reading).answers.find(answer => answer.word === word)?.commands ?? [])
    : 'commands' in reading
      ? reading.commands
      : []
  let plan = beginPlan(book, occasion)
  for (const { engagement, command, at, evidence } of commands)
    plan = planned(plan, engagement, command, { at, evidence })
  return plan.book
}
export const meetingsIn = (book: Book, id = 'e1'): readonly Meeting[] =>
  book.engagements.find(({ engagement }) => engagement === id)?.meetings ?? []

export const call: Omit<EventParts, 'attendees'> = {
  uid: 'first-call@cal.example',
  title: 'Toolmakers: first call',
  starts: '2026-11-10T10:00',
  ends: '2026-11-10T10:45',
  tzid: 'Central Europe Standard Time',
  organizer: ME,
}
export const TEN = { startsAt: '2026-11-10T09:00:00Z', endsAt: '2026-11-10T09:45:00Z' }
/** What the recruiter's calendar sends, with the secret address among the guests. */
export const mine = (event: Partial<EventParts> = {}): string =>
  invitation({ ...call, attendees: [PAVEL, INBOUND], ...event, by: ME, to: [PAVEL, INBOUND], at: AT })
/** What somebody else's calendar sent the recruiter, who passes it on. */
export const passedOn = (by: string, event: Partial<EventParts>, subject: string, note?: string): string => {
  const original = { from: by, to: ME, subject, at: '2026-11-04T08:10:00Z', zone: ZONE, text: `${call.title}\nTuesday` }
  const attachments = [
    { name: 'invite.ics', type: 'application/ics', content: ics({ ...call, attendees: [PAVEL], ...event }) },
  ]
  return forward({
    client: 'gmail',
    by: ME,
    to: INBOUND,
    at: AT,
    zone: ZONE,
    ...(note ? { note } : {}),
    original,
    attachments,
  })
}
export const answer = (who: string, partstat: string, event: Partial<EventParts> = {}): Partial<EventParts> => ({
  method: 'REPLY',
  attendees: [{ person: who, partstat }],
  ...event,
})
export const booked = async (...attendees: readonly string[]): Promise<Book> =>
  withRead(bookWith(brno, kobe), await read(mine({ attendees })))
