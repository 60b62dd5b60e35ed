import { createHash } from 'node:crypto'
import { type ContactId, type EngagementId, MeetingId } from '../../../domain/vocabulary.ts'
import type { Address } from '../addresses.ts'
import { type Invitation, readCalendar } from '../calendar.ts'
import { addPerson, isOurs, outsiders } from '../correspondence.ts'
import type { Message } from '../message.ts'
import { beginPlan, finish, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'

const RULE = 'calendar invitation'

/** A calendar invitation, update or cancellation: the meeting, its people, and whose account it belongs to. */
export const readInvitation = (message: Message, book: Book, occasion: Occasion): Reading => {
  const invitation = message.calendar.flatMap(text => readCalendar(text, book.recruiter.calendar.zone))[0]
  if (!invitation) return { status: 'held', rule: RULE, why: 'The calendar file can not be read.' }
  if (invitation.recurring)
    return asked('It repeats. Which of its days should count as a meeting? Write me the date and time.')
  if (invitation.allDay) return asked('It lasts all day. At what time do you meet? Write me the date and time.')
  const mailboxes = [...(invitation.organizer ? [invitation.organizer] : []), ...invitation.attendees]
  const people = outsiders(book, mailboxes)
  if (people.length === 0) return { status: 'nothing', rule: RULE, why: 'Nobody outside the firm is invited.' }
  return bookMeeting(message, invitation, people, book, occasion)
}

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
  const meeting = MeetingId.parse(`cal.${createHash('sha256').update(invitation.uid).digest('hex').slice(0, 24)}`)
  if (invitation.method === 'CANCEL' || invitation.status === 'CANCELLED') {
    const cancelledBy = invitation.organizer && isOurs(book, invitation.organizer) ? 'us' : 'client'
    const [contact] = contacts
    const cancel = { command: 'CancelMeeting', meeting, cancelledBy, ...(contact ? { contact } : {}) } as const
    return finish(planned(plan, engagement, cancel, said), 'calendar cancellation')
  }
  const { startsAt, endsAt, title } = invitation
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
