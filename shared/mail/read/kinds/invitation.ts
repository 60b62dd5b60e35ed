import type { PlannedCommand, Question } from '../../../domain/note.ts'
import type { EngagementId } from '../../../domain/vocabulary.ts'
import { isOurs, type Known, knownContact, outsiders } from '../accounts.ts'
import type { Address } from '../addresses.ts'
import { type Invitation, readCalendar } from '../calendar.ts'
import { type Forward, readForward } from '../forward.ts'
import { plainSubject } from '../mail-id.ts'
import type { Message } from '../message.ts'
import { beginPlan, finish, type Plan } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'
import { readCopied } from './copied.ts'
import { noteAlone, readForwarded, withNote } from './forwarded.ts'
import { invitedTo, isScheduler } from './invited.ts'
import { cancel, counter, isItOff, reply, wrote } from './meeting-answered.ts'
import { called, spoken } from './meeting-asked.ts'
import { book as bookMeeting, type Sent, type Told } from './meeting-booked.ts'
import { entryOf, meetingsByEntry } from './meeting-known.ts'

/** More people than this are invited to an event, not to a meeting. */
const MOST_PEOPLE = 20
/** More meetings than this are a calendar, not an invitation. */
const MOST_MEETINGS = 5

/** Whether a message of the recruiter's carries a calendar, itself or in what it forwards as a file. */
export const carriesCalendar = (message: Message): boolean => carrierOf(message).calendar.length > 0

const carrierOf = (message: Message): Message =>
  message.calendar.length > 0 ? message : (message.messages.find(({ calendar }) => calendar.length > 0) ?? message)

/** A calendar invitation, update, cancellation or answer: the meeting, its people, and whose account it belongs to. */
export const readInvitation = (message: Message, book: Book, occasion: Occasion): Reading => {
  const carrier = carrierOf(message)
  const attached = carrier === message ? null : carrier
  const zone = book.recruiter.calendar.zone
  const forward = attached
    ? null
    : readForward(message.text, { subject: message.subject, zone, arrivedAt: occasion.arrivedAt })
  const invitations = invitationsIn(carrier, book, occasion)
  const mail = asMail(message, forward, attached, book, occasion)
  const [first] = invitations
  if (!first) return mail ?? { status: 'held', rule: ruleOf(first), why: 'The calendar file can not be read.' }
  if (invitations.length > MOST_MEETINGS)
    return mail ?? { status: 'held', rule: ruleOf(first), why: 'It is a whole calendar, not one invitation.' }
  const sent = sentOf(message, forward, attached, book, occasion)
  const told = tellAll(beginPlan(book, occasion), invitations, sent)
  if (mail && isPersonal(sent, invitations)) return both(mail, readingOf(told, ruleOf(first)))
  const words = forward ? forward.note : attached ? writtenPart(message.text) : ''
  if ('nothing' in told) return noteAlone(words, book, occasion, ruleOf(first), told.nothing)
  return withNote(readingOf(told, ruleOf(first)), words, told.plan.book, occasion, told.engagement)
}

const invitationsIn = (carrier: Message, book: Book, { arrivedAt }: Occasion): readonly Invitation[] => {
  const all = carrier.calendar
    .slice(0, MOST_MEETINGS)
    .flatMap(text => readCalendar(text, book.recruiter.calendar.zone, arrivedAt))
  const keyOf = (invitation: Invitation): string => `${invitation.method} ${entryOf(invitation).uid}`
  return all.filter((one, at) => all.findIndex(other => keyOf(other) === keyOf(one)) === at)
}

export const ruleOf = (invitation: Invitation | undefined): string => {
  switch (invitation?.method) {
    case 'CANCEL':
      return 'calendar cancellation'
    case 'REPLY':
    case 'COUNTER':
    case 'DECLINECOUNTER':
    case 'REFRESH':
      return 'calendar answer'
    default:
      return 'calendar invitation'
  }
}

export const readingOf = (told: Told, rule: string): Reading =>
  'nothing' in told ? { status: 'nothing', rule, why: told.nothing } : finish(told.plan, rule, told.question)

/** Where the calendar came with a mail between the two sides, that mail. */
export const asMail = (
  message: Message,
  forward: Forward | null,
  attached: Message | null,
  book: Book,
  occasion: Occasion,
): Reading | null => {
  if (outsiders(book, [...message.to, ...message.cc]).length > 0) return readCopied(message, book, occasion)
  return forward || attached ? readForwarded(message, forward, book, occasion) : null
}

/** Calendars write the meeting's title into the subject; who attaches a meeting to a mail writes of something. */
const isPersonal = ({ subject }: Sent, invitations: readonly Invitation[]): boolean => {
  const about = plainSubject(subject)
  return invitations.every(({ title }) => title !== '' && !about.includes(plainSubject(title)))
}

/** Two readings of one message as one; the first question is asked. */
export const both = (mail: Reading, meeting: Reading): Reading => {
  if (!('commands' in meeting)) return mail
  if (!('commands' in mail)) return meeting
  const commands = [...mail.commands, ...meeting.commands]
  const asked = mail.status === 'asked' ? mail : meeting.status === 'asked' ? meeting : null
  const rule = `${mail.rule}, with a ${meeting.rule}`
  return asked
    ? { status: 'asked', rule, commands, question: asked.question }
    : { status: 'understood', rule, commands }
}

/** The calendar's own mail, as far as it is shown: what the recruiter passes on, else what they sent. */
export const sentOf = (
  message: Message,
  forward: Forward | null,
  attached: Message | null,
  book: Book,
  { sentAt }: Occasion,
): Sent & { readonly from: Address | null } => {
  const { subject } = message
  if (attached) {
    const { date, messageId, from } = attached
    return { at: date ?? sentAt, dated: date !== null, subject: attached.subject, messageId, from }
  }
  const layer = forward?.layers.findLast(({ from }) => from !== null)
  if (!layer) return { at: sentAt, dated: true, subject, messageId: message.messageId, from: message.from }
  const dated = layer.date?.certain ?? false
  const at = dated && layer.date ? layer.date.at : sentAt
  const theirs = layer.from && !isOurs(book, layer.from) ? layer.from : null
  return { at, dated, subject: layer.subject ?? subject, messageId: null, from: theirs }
}

/** All that a message's calendars tell, one after the other. */
const tellAll = (start: Plan, invitations: readonly Invitation[], sent: Sent): Told => {
  let plan = start
  let question: Question | undefined
  let engagement: EngagementId | undefined
  let why: string | undefined
  for (const invitation of invitations) {
    const told = tell(plan, invitation, sent)
    if ('nothing' in told) {
      why ??= told.nothing
      continue
    }
    plan = told.plan
    question ??= told.question
    engagement ??= told.engagement
  }
  if (why !== undefined && plan.commands.length === 0 && !question) return { nothing: why }
  return { plan, ...(question ? { question } : {}), ...(engagement ? { engagement } : {}) }
}

export const tell = (plan: Plan, invitation: Invitation, sent: Sent): Told => {
  const { guest } = plan.book
  const invitees = invitedTo(invitation, plan.book)
  const people = guest && invitees.length === 0 ? [guest] : invitees
  if (people === 'never logged') return { nothing: 'An address that is never logged stands on it.' }
  if (people === 'a candidate') return { nothing: 'It is with a candidate.' }
  if (people.length > MOST_PEOPLE) return { nothing: 'So many are invited that it is an event, not a meeting.' }
  const { method, organizer } = invitation
  if (method === 'REFRESH') return { nothing: 'It asks only for the latest version.' }
  if (people.length === 0)
    return invitation.attendees.length === 0 || (organizer && isScheduler(organizer))
      ? { plan, question: whoComes(invitation, plan) }
      : { nothing: 'Nobody outside the firm is invited.' }
  if (method === 'REPLY') return reply(plan, invitation, sent)
  if (method === 'COUNTER' || method === 'DECLINECOUNTER') return counter(plan, invitation, sent)
  if (method === 'CANCEL' || invitation.status === 'CANCELLED') return cancel(plan, invitation, people, sent)
  return invited(plan, invitation, people, sent)
}

/** A program invited for somebody and does not say for whom, or it is an entry of the recruiter's own. */
const whoComes = (invitation: Invitation, { book, occasion }: Plan): Question => ({
  text: `${called(invitation)}${invitation.time ? `, ${spoken(book, invitation.time.startsAt, occasion.arrivedAt)},` : ''} names nobody whom you meet. Who is it? Write me the name.`.slice(
    0,
    500,
  ),
  answers: [{ word: 'none', label: 'It does not matter', commands: [] }],
})

/** Books it; where a client's own person invites, that is contact from them too. */
const invited = (plan: Plan, invitation: Invitation, people: readonly Address[], sent: Sent): Told => {
  const booked = bookMeeting(plan, invitation, people, sent)
  if (!('plan' in booked)) return booked
  const { organizer } = invitation
  const known = organizer && !isScheduler(organizer) ? knownContact(booked.plan.book, organizer) : null
  const news = booked.plan.commands.length > plan.commands.length || booked.question !== undefined
  if (!known || !news) return booked
  const heard = wrote(booked.plan, known, 'inbound', `Invitation: ${invitation.title}`, invitation, sent, true)
  return { ...booked, plan: heard.plan }
}

// What a client's own mail brings

/**
 * What a calendar that a client's own domain signed asks of the recruiter: such mail logs a touchpoint and nothing
 * more, so whether the meeting stands, moves or is off is for the recruiter to press.
 */
export const meetingQuestion = (
  message: Message,
  { contact, row }: Known,
  book: Book,
  occasion: Occasion,
): Question | undefined => {
  const [invitation, another] = invitationsIn(message, book, occasion)
  if (!invitation || another) return undefined
  const sent: Sent = { at: occasion.sentAt, dated: true, subject: message.subject, messageId: message.messageId }
  const told = tell(beginPlan({ ...book, engagements: [row] }, occasion), invitation, sent)
  if (!('plan' in told)) return undefined
  if (told.question) return told.question
  const commands = told.plan.commands.filter(isOfMeetings).map(byClient)
  if (!commands.some(({ command }) => command.command === 'BookMeeting' || command.command === 'CancelMeeting'))
    return undefined
  if (commands.some(({ command }) => command.command === 'CancelMeeting'))
    return isItOff(`${contact.name} called off ${called(invitation)}.`, commands)
  const when = invitation.time ? spoken(book, invitation.time.startsAt, occasion.arrivedAt) : ''
  const isMoved = meetingsByEntry(book, invitation).length > 0
  return {
    text: `${contact.name} ${isMoved ? 'moved' : 'invites you to'} ${called(invitation)}${isMoved ? ' to' : ','} ${when}. Do you meet then?`.slice(
      0,
      500,
    ),
    answers: [
      { word: 'meet', label: 'Yes, we meet then', commands },
      { word: 'none', label: 'No', commands: [] },
    ],
  }
}

/** Whoever's meeting it was, who sends the cancellation calls it off. */
const byClient = (planned: PlannedCommand): PlannedCommand =>
  planned.command.command === 'CancelMeeting'
    ? { ...planned, command: { ...planned.command, cancelledBy: 'client' } }
    : planned

/** When they propose to meet instead, which a calendar's mail says in its file alone. */
export const proposedTime = (message: Message, book: Book, occasion: Occasion): string => {
  const [invitation] = invitationsIn(message, book, occasion)
  return invitation?.method === 'COUNTER' && invitation.time
    ? `, ${spoken(book, invitation.time.startsAt, occasion.arrivedAt)}`
    : ''
}

/** The touchpoint itself is logged by the mail. */
export const isOfMeetings = ({ command }: PlannedCommand): boolean => command.command !== 'LogTouchpoint'

/** A calendar's own answer: the meeting stands as it was asked for. */
export const agrees = (message: Message, book: Book, occasion: Occasion): boolean => {
  const [invitation] = invitationsIn(message, book, occasion)
  return (
    invitation?.method === 'REPLY' &&
    invitation.comment === '' &&
    invitation.attendees.every(({ partstat }) => partstat === 'ACCEPTED' || partstat === 'TENTATIVE')
  )
}
