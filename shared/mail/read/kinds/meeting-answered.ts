import type { Question } from '../../../domain/note.ts'
import type { Evidence, Party } from '../../../domain/vocabulary.ts'
import { isOurs, type Known, knownContact, outsiders } from '../accounts.ts'
import { isAcknowledgement } from '../acknowledgement.ts'
import type { Address } from '../addresses.ts'
import type { Attendee, Invitation } from '../calendar.ts'
import { touchpointIdFor } from '../mail-id.ts'
import { meetingAt } from '../note/rules/meeting-of.ts'
import { type Plan, planned } from '../plan.ts'
import type { Book } from '../reading.ts'
import { called, spoken } from './meeting-asked.ts'
import { book, type Sent, type Told } from './meeting-booked.ts'
import { entryOf, type KnownMeeting, meetingIdOf, meetingsByEntry } from './meeting-known.ts'

/** Meetings called off, and what was answered to invitations. */

// Called off

/** Calls the meeting off. Who takes it off the calendar is the organizer. */
export const cancel = (start: Plan, invitation: Invitation, people: readonly Address[], sent: Sent): Told => {
  const { organizer, time } = invitation
  if (time && Date.parse(time.endsAt) < Date.parse(sent.at)) return { nothing: 'The meeting was over by then.' }
  const by: Party = organizer && isOurs(start.book, organizer) ? 'us' : 'client'
  const whose = people.map(person => knownContact(start.book, person)).find(known => known !== null)
  const meetings = knownMeetings(start.book, invitation, whose ?? null)
  if (meetings.length === 0)
    return whose ? cancelled(start, [unknownMeeting(invitation, whose)], by, whose, sent) : unknown
  const stays = meetings.some(known => staysFor(known, people))
  const all = cancelled(start, meetings, by, whose ?? null, sent)
  // Whoever is taken off an invitation gets a cancellation too, and the others still meet.
  if (!stays || !('plan' in all)) return all
  return {
    plan: start,
    question: isItOff(
      `${called(invitation)} was called off for some of those invited.`,
      all.plan.commands.slice(start.commands.length),
    ),
    ...(meetings[0] ? { engagement: meetings[0].row.engagement } : {}),
  }
}

const unknown: Told = { nothing: 'It is about a meeting that is not known here.' }

const unknownMeeting = (invitation: Invitation, { row, contact }: Known): KnownMeeting => ({
  row,
  meeting: {
    id: meetingIdOf(entryOf(invitation)),
    startsAt: '',
    endsAt: '',
    contacts: [contact.id],
    title: invitation.title,
  },
})

const knownMeetings = (known: Book, invitation: Invitation, whose: Known | null): readonly KnownMeeting[] => {
  const byEntry = meetingsByEntry(known, invitation)
  if (byEntry.length > 0 || whose === null) return byEntry
  // One day of a series that was moved is known by the time it had.
  const startsAt = invitation.occurrence ?? invitation.time?.startsAt
  const meeting = startsAt === undefined ? undefined : meetingAt(whose.row, startsAt, [whose.contact.id])
  return meeting ? [{ row: whose.row, meeting }] : []
}

const staysFor = ({ row, meeting }: KnownMeeting, people: readonly Address[]): boolean =>
  people.length > 0 &&
  meeting.contacts.some(
    id => !people.some(({ address }) => row.contacts.find(contact => contact.id === id)?.emails.includes(address)),
  )

const cancelled = (
  start: Plan,
  meetings: readonly KnownMeeting[],
  cancelledBy: Party,
  by: Known | null,
  { at }: Sent,
): Told => {
  let plan = start
  for (const { row, meeting } of meetings) {
    const contact = by?.row.engagement === row.engagement ? { contact: by.contact.id } : {}
    const off = { command: 'CancelMeeting', meeting: meeting.id, cancelledBy, ...contact } as const
    plan = planned(plan, row.engagement, off, { at, evidence: 'reported' })
  }
  const [first] = meetings
  return { plan, ...(first ? { engagement: first.row.engagement } : {}) }
}

export const isItOff = (what: string, commands: Question['answers'][number]['commands']): Question => ({
  text: `${what} Does the meeting take place all the same?`.slice(0, 500),
  answers: [
    { word: 'stands', label: 'It takes place', commands: [] },
    { word: 'off', label: 'It is off', commands },
  ],
})

// Answered

/** Who answered, of those whom the calendar names. */
const answering = ({ attendees }: Invitation): Attendee | undefined =>
  attendees.find(({ partstat }) => partstat !== 'NEEDS-ACTION') ?? attendees[0]

export const reply = (start: Plan, invitation: Invitation, sent: Sent): Told => {
  const who = answering(invitation)
  if (!who) return { nothing: 'It does not say who answered.' }
  const declined = who.partstat === 'DECLINED'
  if (isOurs(start.book, who)) return declined ? weDecline(start, invitation, sent) : weAccept(start, invitation, sent)
  const others = outsiders(start.book, [who, ...(invitation.organizer ? [invitation.organizer] : [])])
  const booked = bookedUnlessKnown(start, invitation, others, sent)
  if (!('plan' in booked)) return booked
  const known = knownContact(booked.plan.book, who)
  if (!known) return booked
  if (declined) return theyDecline(start, invitation, known, sent)
  const { question } = booked
  return { ...theyAccept(booked.plan, invitation, known, who, sent), ...(question ? { question } : {}) }
}

/** An answer to an invitation that did not come this way tells of the meeting all the same. */
const bookedUnlessKnown = (plan: Plan, invitation: Invitation, people: readonly Address[], sent: Sent): Told => {
  const isKnown = meetingsByEntry(plan.book, invitation).length > 0
  const declined = answering(invitation)?.partstat === 'DECLINED'
  if (isKnown || declined || invitation.recurring || invitation.time === null) return { plan }
  return book(plan, invitation, people, sent)
}

const weAccept = (plan: Plan, invitation: Invitation, sent: Sent): Told => {
  const people = outsiders(plan.book, invitation.organizer ? [invitation.organizer] : [])
  if (meetingsByEntry(plan.book, invitation).length > 0) return { nothing: 'The meeting stands as it was.' }
  return people.length === 0 ? unknown : bookedUnlessKnown(plan, invitation, people, sent)
}

const weDecline = (plan: Plan, invitation: Invitation, sent: Sent): Told => {
  const known = invitation.organizer && knownContact(plan.book, invitation.organizer)
  const meetings = knownMeetings(plan.book, invitation, known)
  if (meetings.length > 0) return cancelled(plan, meetings, 'us', known, sent)
  return known ? wrote(plan, known, 'outbound', `Declined: ${invitation.title}`, invitation, sent) : unknown
}

/** Yes is contact from them that moves no ball, unless they wrote more than that. */
const theyAccept = (plan: Plan, invitation: Invitation, known: Known, who: Attendee, sent: Sent): Told => {
  const verb = who.partstat === 'TENTATIVE' ? 'Perhaps' : who.partstat === 'ACCEPTED' ? 'Accepted' : 'Answered'
  return wrote(
    plan,
    known,
    'inbound',
    `${verb}: ${invitation.title}`,
    invitation,
    sent,
    agreesPlainly(plan.book, invitation, known),
  )
}

/** Whether what was written with an answer is thanks and no more. */
const agreesPlainly = ({ recruiter }: Book, { comment }: Invitation, { contact }: Known): boolean =>
  comment === '' ||
  isAcknowledgement({ subject: '', body: comment, attachments: [] }, { writer: contact.name, reader: recruiter.name })

/** No from the only one invited calls it off; with others in it, the recruiter says whether they still meet. */
const theyDecline = (plan: Plan, invitation: Invitation, known: Known, sent: Sent): Told => {
  const meetings = knownMeetings(plan.book, invitation, known).filter(
    ({ row }) => row.engagement === known.row.engagement,
  )
  const summary = `Declined: ${invitation.title}`
  if (meetings.length === 0) return wrote(plan, known, 'inbound', summary, invitation, sent)
  const off = cancelled(plan, meetings, 'client', known, sent)
  if (!('plan' in off)) return off
  const alone = meetings.every(({ meeting }) => meeting.contacts.every(other => other === known.contact.id))
  const plainly = agreesPlainly(plan.book, invitation, known)
  if (alone) return plainly ? off : wrote(off.plan, known, 'inbound', summary, invitation, sent)
  const heard = wrote(plan, known, 'inbound', summary, invitation, sent, plainly)
  return {
    ...heard,
    question: isItOff(
      `${known.contact.name} declined ${called(invitation)}.`,
      off.plan.commands.slice(plan.commands.length),
    ),
  }
}

/** Another time that is proposed, or refused, waits for an answer of the other side; the meeting stands until it is moved. */
export const counter = (plan: Plan, invitation: Invitation, sent: Sent): Told => {
  const { method, organizer, attendees, time, title } = invitation
  const ours =
    method === 'COUNTER'
      ? attendees.every(attendee => isOurs(plan.book, attendee))
      : isOrganizedByUs(plan.book, organizer)
  const people = outsiders(plan.book, [
    ...(ours || method === 'COUNTER' ? attendees : []),
    ...(organizer ? [organizer] : []),
  ])
  const known = people.map(person => knownContact(plan.book, person)).find(one => one !== null)
  if (!known) return unknown
  const when = time && method === 'COUNTER' ? `, ${spoken(plan.book, time.startsAt, sent.at)}` : ''
  const what = method === 'COUNTER' ? `New time proposed: ${title}${when}` : `New time declined: ${title}`
  return wrote(plan, known, ours ? 'outbound' : 'inbound', what, invitation, sent)
}

const isOrganizedByUs = (known: Book, organizer: Address | null): boolean =>
  organizer !== null && isOurs(known, organizer)

/** Logs what passed by calendar between the two sides as the mail it is. */
export const wrote = (
  plan: Plan,
  { row, contact }: Known,
  direction: 'inbound' | 'outbound',
  what: string,
  { comment }: Invitation,
  sent: Sent,
  acknowledgement = false,
  evidence: Evidence = 'inferred',
): Extract<Told, { plan: Plan }> => {
  const sender = direction === 'inbound' ? contact.emails[0] : plan.book.recruiter.addresses[0]
  const words = comment.replaceAll(/\s+/g, ' ').trim()
  const touchpoint = touchpointIdFor({ ...sent, sender: sender ?? contact.name }, contact.id, plan.occasion.note)
  const logged = planned(
    plan,
    row.engagement,
    {
      command: 'LogTouchpoint',
      touchpoint,
      direction,
      channel: 'email',
      outcome: direction === 'inbound' ? 'received' : 'sent',
      contact: contact.id,
      summary: `${what}${words === '' ? '' : `. ${words}`}`.slice(0, 300),
      ...(acknowledgement ? { acknowledgement: true } : {}),
    },
    { at: sent.at, evidence },
  )
  return { plan: logged, engagement: row.engagement }
}
