import { createHash } from 'node:crypto'
import { type ContactId, type EngagementId, MeetingId, TouchpointId } from '../../../domain/vocabulary.ts'
import { isOurs, type Known, knownContact, outsiders } from '../accounts.ts'
import type { Address } from '../addresses.ts'
import { type Invitation, readCalendar } from '../calendar.ts'
import { addPerson } from '../correspondence.ts'
import type { Message } from '../message.ts'
import { beginPlan, finish, mailIdFor, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'

const RULE = 'calendar invitation'

/** More people than this are invited to an event, not to a meeting. */
const MOST_PEOPLE = 20

/** A calendar invitation, update, cancellation or answer: the meeting, its people, and whose account it belongs to. */
export const readInvitation = (message: Message, book: Book, occasion: Occasion): Reading => {
  const invitation = message.calendar.flatMap(text => readCalendar(text, book.recruiter.calendar.zone))[0]
  if (!invitation) return { status: 'held', rule: RULE, why: 'The calendar file can not be read.' }
  if (invitation.recurring)
    return asked('It repeats. Which of its days should count as a meeting? Write me the date and time.')
  if (invitation.allDay) return asked('It lasts all day. At what time do you meet? Write me the date and time.')
  const mailboxes = [...(invitation.organizer ? [invitation.organizer] : []), ...invitation.attendees]
  const people = outsiders(book, mailboxes)
  if (people.length === 0) return { status: 'nothing', rule: RULE, why: 'Nobody outside the firm is invited.' }
  if (people.length > MOST_PEOPLE)
    return { status: 'nothing', rule: RULE, why: 'So many are invited that it is an event, not a meeting.' }
  const answer = readAnswer(invitation, people, book, occasion)
  return answer ?? bookMeeting(message, invitation, people, book, occasion)
}

/** What an invitee answered; null where it books the meeting, an acceptance of one not known yet among them. */
const readAnswer = (
  invitation: Invitation,
  people: readonly Address[],
  book: Book,
  occasion: Occasion,
): Reading | null => {
  const { method, attendees, title } = invitation
  const id = meetingIdFor(invitation)
  const row = book.engagements.find(({ meetings }) => meetings.some(meeting => meeting.id === id))
  const known = people[0] && knownContact(book, people[0])
  if (method === 'COUNTER' && known) return proposed(known, title, book, occasion)
  if (method !== 'REPLY') return null
  if (attendees.some(({ partstat }) => partstat !== 'DECLINED'))
    return row ? { status: 'nothing', rule: 'calendar answer', why: 'The meeting stands as it was.' } : null
  if (!row || !known)
    return { status: 'nothing', rule: 'calendar answer', why: 'It declines a meeting that is not known here.' }
  const said = { at: occasion.sentAt, evidence: 'reported' } as const
  const byUs = attendees.every(attendee => isOurs(book, attendee))
  const cancelledBy = byUs ? 'us' : 'client'
  const cancel = { command: 'CancelMeeting', meeting: id, cancelledBy, contact: known.contact.id } as const
  const cancelled = planned(beginPlan(book, occasion), row.engagement, cancel, said)
  const others = row.meetings.find(meeting => meeting.id === id)?.contacts.filter(other => other !== known.contact.id)
  if (byUs || others?.length === 0) return finish(cancelled, 'calendar answer')
  return finish(beginPlan(book, occasion), 'calendar answer', {
    text: `${known.contact.name} declined "${title}". Does the meeting take place all the same?`.slice(0, 500),
    answers: [
      { word: 'stands', label: 'It takes place', commands: [] },
      { word: 'off', label: 'It is off', commands: cancelled.commands },
    ],
  })
}

/** Another time that they propose is a message that waits for an answer; the meeting stands until it is moved. */
const proposed = (known: Known, title: string, book: Book, occasion: Occasion): Reading => {
  const { contact, row } = known
  const summary = `New time proposed: ${title}`
  const touchpoint = TouchpointId.parse(
    mailIdFor(contact.emails[0] ?? contact.name, occasion.sentAt, summary, contact.id),
  )
  const logged = planned(
    beginPlan(book, occasion),
    row.engagement,
    {
      command: 'LogTouchpoint',
      touchpoint,
      direction: 'inbound',
      channel: 'email',
      outcome: 'received',
      contact: contact.id,
      summary,
    },
    { at: occasion.sentAt, evidence: 'inferred' },
  )
  return finish(logged, 'calendar answer')
}

const meetingIdFor = ({ uid }: Invitation): MeetingId =>
  MeetingId.parse(`cal.${createHash('sha256').update(uid).digest('hex').slice(0, 24)}`)

const asked = (why: string): Reading => ({
  status: 'asked',
  rule: RULE,
  commands: [],
  question: {
    text: `About the meeting you sent: ${why}`,
    answers: [{ word: 'none', label: 'It does not matter', commands: [] }],
  },
})

const bookMeeting = (
  message: Message,
  invitation: Invitation,
  people: readonly Address[],
  book: Book,
  occasion: Occasion,
): Reading => {
  const said = { at: occasion.sentAt, evidence: 'reported' } as const
  let plan = beginPlan(book, occasion)
  const invited: { engagement: EngagementId; contact: ContactId }[] = []
  for (const person of people) {
    const joined = addPerson(plan, person, { subject: invitation.title, body: message.text, ...said })
    if ('ask' in joined) return { status: 'asked', rule: RULE, commands: plan.commands, question: joined.ask }
    plan = joined.plan
    invited.push({ engagement: joined.engagement, contact: joined.contact.id })
  }
  const engagement = invited[0]?.engagement
  if (!engagement) return { status: 'nothing', rule: RULE, why: 'Nobody outside the firm is invited.' }
  const contacts = invited.filter(other => other.engagement === engagement).map(({ contact }) => contact)
  const meeting = meetingIdFor(invitation)
  if (invitation.method === 'CANCEL' || invitation.status === 'CANCELLED') {
    const cancelledBy = invitation.organizer && isOurs(book, invitation.organizer) ? 'us' : 'client'
    const [contact] = contacts
    const cancel = { command: 'CancelMeeting', meeting, cancelledBy, ...(contact ? { contact } : {}) } as const
    return finish(planned(plan, engagement, cancel, said), 'calendar cancellation')
  }
  const { startsAt, title } = invitation
  const endsAt = invitation.endsAt > startsAt ? invitation.endsAt : later(startsAt, DEFAULT_MINUTES)
  return finish(
    planned(
      plan,
      engagement,
      { command: 'BookMeeting', meeting, startsAt, endsAt, contacts, title: title || 'Meeting' },
      said,
    ),
    RULE,
  )
}

/** A meeting whose end is not given takes so long. */
const DEFAULT_MINUTES = 30

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace('.000Z', 'Z')
