import type { Question } from '../../../domain/note.ts'
import { accountsOf, type Known, knownContact } from '../accounts.ts'
import { type Address, domainOf } from '../addresses.ts'
import { signedBy } from '../authentication.ts'
import { type Automatic, isSigningService } from '../automatic.ts'
import { failureIn } from '../bounces.ts'
import { type ForwardingRequest, forwardingRequestIn } from '../forwarding-request.ts'
import { touchpointIdFor } from '../mail-id.ts'
import type { Message } from '../message.ts'
import { type Plan, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { meanwhile, readAway, readLeft } from './away.ts'

/** Mail that a machine sent. None of it gets an answer; what it tells the recruiter goes to the recruiter. */
export const readMachine = (robot: Automatic, message: Message, book: Book, occasion: Occasion): Reading => {
  switch (robot.kind) {
    case 'own':
      return { status: 'nothing', rule: 'our own mail', why: 'This is mail of ours that came back.' }
    case 'out-of-office':
      return readAway(message, book, occasion, robot.backOn ?? null)
    case 'left':
      return readLeft(message, book, occasion)
    case 'forwarding request':
      return readForwardingRequest(message)
    case 'bounce':
      return {
        status: 'nothing',
        rule: robot.kind,
        why:
          failureIn(message).addresses.length === 0
            ? 'A mail is late, or came back to nobody that it names.'
            : 'A mail that came back. Forward it to me, and the try does not count.',
      }
    default:
      return { status: 'nothing', rule: robot.kind, why: 'Automatic mail says nothing about the client.' }
  }
}

// A mailbox that is to forward its mail to us

const FORWARDING = 'forwarding request'

/** Shown to the recruiter as it is: only they know whether they asked for it. */
const readForwardingRequest = (message: Message): Reading => {
  const request = forwardingRequestIn(message)
  if (!request || !message.from || !signedBy(message, domainOf(message.from.address)))
    return {
      status: 'held',
      rule: FORWARDING,
      why: 'It asks to confirm a forwarding, and nothing proves that a mailbox provider sent it.',
    }
  return {
    status: 'asked',
    rule: FORWARDING,
    commands: [],
    question: {
      text: confirming(request),
      answers: [
        { word: 'done', label: 'I confirmed it', commands: [] },
        { word: 'none', label: 'I did not ask for this', commands: [] },
      ],
    },
  }
}

/** As much as a question shows. */
const LONGEST = 400

const confirming = ({ provider, mailbox, code, link }: ForwardingRequest): string => {
  const words = `${provider} asks whether mail to ${mailbox === '' ? 'a mailbox' : mailbox.slice(0, 80)} may come to me. If you set that up, confirm it`
  const byCode = code === '' ? '' : ` with the code ${code}`
  const byLink = link === '' ? '' : `${code === '' ? '' : ' or'} here: ${link}`
  const whole = `${words}${byCode}${byLink}`
  // A link that is cut leads nowhere.
  return whole.length <= LONGEST || code === '' ? whole : `${words}${byCode}.`
}

// What the recruiter forwards

export type ToldByMachine =
  | { readonly plan: Plan; readonly question: Question; readonly engagement: Known['row']['engagement'] }
  | { readonly nothing: string }

/** A mail that came back: whether the try counts, and whether its contact has left, is for the recruiter to say. */
export const tellFailure = (start: Plan, bounce: Message, at: string): ToldByMachine => {
  const { addresses, messageId } = failureIn(bounce)
  const [known] = addresses.flatMap(address => knownContact(start.book, { name: '', address }) ?? [])
  if (!known) return { nothing: 'It names nobody of yours whom a mail did not reach.' }
  const { contact, row } = known
  const address = contact.emails.find(email => addresses.includes(email)) ?? 'the address'
  const taken = messageId ? takenBack(start, known, messageId, at) : { ...start, commands: [] }
  return {
    plan: start,
    engagement: row.engagement,
    question: {
      text: `Your mail to ${contact.name} came back: ${address} takes none. Has ${contact.name} left ${row.client}?`.slice(
        0,
        500,
      ),
      inDigestOnly: true,
      answers: [
        hasLeft(taken, known, at, { detail: 'Mail came back.' }),
        ...(messageId ? [{ word: 'lost', label: 'No, but that mail does not count', commands: taken.commands }] : []),
        { word: 'none', label: 'No', commands: [] },
      ],
    },
  }
}

/** The try as it was logged where the mail was copied to us: by its own Message-ID. */
const takenBack = (start: Plan, { contact, row }: Known, messageId: string, at: string): Plan => {
  const sender = start.book.recruiter.addresses[0] ?? ''
  const shown = { sender, at, subject: '', messageId, dated: true }
  const touchpoint = touchpointIdFor(shown, contact.id, start.occasion.note)
  return planned(
    { ...start, commands: [] },
    row.engagement,
    { command: 'RetractTouchpoint', touchpoint, why: 'The mail came back.' },
    { at, evidence: 'reported' },
  )
}

const IS_SIGNED = /\b(completed|signed|executed|finali[sz]ed)\b/i

/** What a service that has papers signed says of one: which paper it was, and who signed it, is for the recruiter to say. */
export const tellSigned = (start: Plan, mail: Mail): Extract<ToldByMachine, { plan: Plan }> | null => {
  if (!mail.from || !isSigningService(domainOf(mail.from.address)) || !IS_SIGNED.test(mail.subject)) return null
  const words = `${mail.from.name} ${mail.subject} ${mail.body.slice(0, 4000)}`.toLowerCase()
  const named = accountsOf(start.book)
    .filter(({ stage }) => stage === 'open')
    .flatMap(row => row.contacts.map(contact => ({ row, contact })))
    .filter(
      ({ contact: { name, emails } }) =>
        (name.includes(' ') && words.includes(name.toLowerCase())) || emails.some(email => words.includes(email)),
    )
  const [first] = named
  if (!first) return null
  return {
    plan: start,
    engagement: first.row.engagement,
    question: {
      text: `“${mail.subject.slice(0, 200)}”: is that an agreement of yours, and who signed it?`,
      answers: [
        ...named.slice(0, 5).map(({ row, contact }) => ({
          word: `signed-${contact.id}`.slice(0, 60),
          label: `Yes: ${contact.name}, ${row.client}`.slice(0, 200),
          commands: planned(
            { ...start, commands: [] },
            row.engagement,
            { command: 'ReachMilestone', milestone: 'agreement-signed', contact: contact.id },
            { at: mail.at, evidence: 'reported' },
          ).commands,
        })),
        { word: 'none', label: 'No', commands: [] },
      ],
    },
  }
}

type Mail = {
  readonly from: Address | null
  readonly subject: string
  readonly body: string
  readonly at: string
}

/** An automatic reply that says somebody has left: what was forwarded proves nothing, so it is asked. */
export const tellDeparture = (start: Plan, reply: Message, at: string): ToldByMachine => {
  const known = reply.from && knownContact(start.book, reply.from)
  if (!known) return { nothing: 'An automatic reply of somebody you have not named.' }
  const { contact, row } = known
  return {
    plan: start,
    engagement: row.engagement,
    question: {
      text: `An automatic reply says that ${contact.name} has left ${row.client}. Is that so?`.slice(0, 500),
      inDigestOnly: true,
      answers: [hasLeft(start, known, at, meanwhile(reply)), { word: 'none', label: 'No', commands: [] }],
    },
  }
}

const hasLeft = (
  start: Plan,
  { contact, row }: Known,
  at: string,
  detail: { readonly detail?: string },
): Question['answers'][number] => ({
  word: 'left',
  label: `${contact.name} has left`.slice(0, 200),
  commands: planned(
    start,
    row.engagement,
    { command: 'RecordContactLeft', contact: contact.id, ...detail },
    { at, evidence: 'reported' },
  ).commands,
})
