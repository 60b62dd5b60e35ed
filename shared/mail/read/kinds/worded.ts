import type { Question } from '../../../domain/note.ts'
import { isOurs, type Known } from '../accounts.ts'
import type { Invitation } from '../calendar.ts'
import { type Forward, type Layer, subjectOf } from '../forward.ts'
import { invitationInWords, type WordedInvitation } from '../invitation-in-words.ts'
import { plainSubject } from '../mail-id.ts'
import type { Message } from '../message.ts'
import { beginPlan, type Plan, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'
import { noteAlone, withNote } from './forwarded.ts'
import { asMail, both, isOfMeetings, readingOf, ruleOf, sentOf, tell } from './invitation.ts'
import { invitedTo } from './invited.ts'
import { isItOff } from './meeting-answered.ts'
import { called, spoken, whenIsIt } from './meeting-asked.ts'
import { commandsOf, type Sent, type Told } from './meeting-booked.ts'
import { type KnownMeeting, meetingsAhead } from './meeting-known.ts'

/** What a calendar's mail says whose calendar file was lost on the way. */

/** So many meetings are offered as the one that was moved. */
const MOST_OFFERED = 5

/** A calendar's mail that came without its calendar file, in a forward's text or attached. */
export type Worded = WordedInvitation & { readonly attached: Message | null }

/** What the words of a message tell of a meeting, where a calendar wrote them. */
export const wordedIn = (
  message: Message,
  forward: Forward | null,
  book: Book,
  { arrivedAt }: Occasion,
): Worded | null => {
  const { zone } = book.recruiter.calendar
  const [attached = null] = message.messages
  const layer = attached ? null : innermost(forward, book)
  const shown =
    attached ?? (layer ? { ...layer, subject: layer.subject ?? message.subject, text: message.text } : message)
  const { from, to, cc, subject, text } = shown
  const worded = invitationInWords({ from, to, cc, subject: subjectOf(subject).subject, text }, zone, arrivedAt)
  return worded && { ...worded, attached }
}

/** What a colleague passed on was sent by whoever stands below. */
const innermost = (forward: Forward | null, book: Book): Layer | null => {
  const written = forward?.layers.filter(({ from }) => from !== null) ?? []
  return written.findLast(({ from }) => from && !isOurs(book, from)) ?? written.at(-1) ?? null
}

/** An invitation, a change of one or an answer in words: the meeting where who and when are certain, else a question. */
export const readWorded = (
  message: Message,
  forward: Forward | null,
  { attached, ...worded }: Worded,
  book: Book,
  occasion: Occasion,
): Reading => {
  const sent = sentOf(message, forward, attached, book, occasion)
  const mail = asMail(message, forward, attached, book, occasion)
  const told = tellWorded(beginPlan(book, occasion), worded, sent)
  const rule = `${ruleOf(worded.invitation)} in words`
  // "Canceled" alone may be anything: where it calls off no meeting that is known, it is a mail.
  const isUnknown = worded.invitation.time === null && 'nothing' in told
  if (mail && isUnknown && worded.invitation.method === 'CANCEL') return mail
  if (mail && !worded.isCalendars) return both(mail, withoutMail(readingOf(told, rule)))
  const words = forward ? forward.note : attached ? writtenPart(message.text) : ''
  if ('nothing' in told) return noteAlone(words, book, occasion, rule, told.nothing)
  return withNote(readingOf(told, rule), words, told.plan.book, occasion, told.engagement)
}

/** The mail that holds a meeting's details is logged by itself. */
const withoutMail = (reading: Reading): Reading =>
  'commands' in reading ? { ...reading, commands: reading.commands.filter(isOfMeetings) } : reading

const tellWorded = (plan: Plan, { invitation, isCertain, isUpdate }: WordedInvitation, sent: Sent): Told => {
  const people = invitedTo(invitation, plan.book)
  if (typeof people === 'string' || people.length === 0) return tell(plan, invitation, sent)
  if (invitation.method === 'REQUEST' && !isCertain && !plan.book.meets)
    return { plan, question: whenIsIt(invitation, people) }
  const ahead = meetingsAhead(plan.book, people, sent.at)
  const named = ahead.filter(({ meeting }) => plainSubject(meeting.title) === plainSubject(invitation.title))
  const [about, another] =
    invitation.method === 'REQUEST'
      ? named
      : ahead
          .filter(({ meeting }) => meeting.startsAt === invitation.time?.startsAt)
          .concat(invitation.time ? [] : named)
  const isKnown = about !== undefined && another === undefined
  if (!isUpdate && invitation.method === 'REQUEST') return tell(plan, invitation, sent)
  if (invitation.method === 'CANCEL' && invitation.time === null && !isKnown)
    return callsOffWhich(plan, invitation, ahead)
  if (isKnown) return tell(plan, { ...invitation, about: about.meeting.id }, sent)
  if (!isUpdate || ahead.length === 0) return tell(plan, invitation, sent)
  const answers = ahead.slice(0, MOST_OFFERED).map(({ meeting }, index) => ({
    word: `moves-${index + 1}`,
    label: `${meeting.title}, ${spoken(plan.book, meeting.startsAt, plan.occasion.arrivedAt)}`.slice(0, 200),
    commands: commandsOf(tell({ ...plan, commands: [] }, { ...invitation, about: meeting.id }, sent)),
  }))
  const further = commandsOf(tell({ ...plan, commands: [] }, invitation, sent))
  return {
    plan,
    question: {
      text: `${called(invitation)} was changed. Which meeting was it?`.slice(0, 500),
      answers: [...answers, { word: 'further', label: 'Another one, which you do not know', commands: further }],
    },
  }
}

const callsOffWhich = (plan: Plan, invitation: Invitation, ahead: readonly KnownMeeting[]): Told => {
  const [meeting, another] = ahead
  if (!meeting || another) return { nothing: 'It is about a meeting that is not known here.' }
  const { row } = meeting
  const off = { command: 'CancelMeeting', meeting: meeting.meeting.id, cancelledBy: 'client' } as const
  const said = { at: plan.occasion.sentAt, evidence: 'reported' } as const
  const { commands } = planned({ ...plan, commands: [] }, row.engagement, off, said)
  const when = spoken(plan.book, meeting.meeting.startsAt, plan.occasion.arrivedAt)
  return {
    plan,
    question: isItOff(
      `${called(invitation)} was called off: is that "${meeting.meeting.title}", ${when}?`.slice(0, 400),
      commands,
    ),
  }
}

/** What a client's own mail asks whose calendar file was lost: such mail logs a touchpoint and nothing more. */
export const wordedQuestion = (
  message: Message,
  { contact, row }: Known,
  book: Book,
  occasion: Occasion,
): Question | undefined => {
  const worded = message.calendar.length > 0 ? null : wordedIn({ ...message, messages: [] }, null, book, occasion)
  if (!worded?.isCalendars) return undefined
  const { invitation } = worded
  const sent: Sent = { at: occasion.sentAt, dated: true, subject: message.subject, messageId: message.messageId }
  const told = tellWorded(beginPlan({ ...book, engagements: [row] }, occasion), worded, sent)
  if (!('plan' in told) || told.question) return 'plan' in told ? told.question : undefined
  const commands = told.plan.commands.filter(isOfMeetings)
  if (commands.length === 0) return undefined
  const isOff = commands.some(({ command }) => command.command === 'CancelMeeting')
  if (isOff) return isItOff(`${contact.name} called off ${called(invitation)}.`, commands)
  const when = invitation.time ? `, ${spoken(book, invitation.time.startsAt, occasion.arrivedAt)}` : ''
  return {
    text: `${contact.name} ${invitation.method === 'REPLY' ? 'accepted' : 'invites you to'} ${called(invitation)}${when}. Do you meet then?`.slice(
      0,
      500,
    ),
    answers: [
      { word: 'meet', label: 'Yes, we meet then', commands },
      { word: 'none', label: 'No', commands: [] },
    ],
  }
}
