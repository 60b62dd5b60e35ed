import { outsiders } from './accounts.ts'
import { type Address, domainOf, sameRegistrant } from './addresses.ts'
import { authentication, signedBy } from './authentication.ts'
import { type Automatic, automatic } from './automatic.ts'
import { readCorrection } from './correction/apply.ts'
import { correctionIn } from './correction/phrases.ts'
import { readForward, subjectOf } from './forward.ts'
import { readAnswered } from './kinds/answered.ts'
import { readCopied } from './kinds/copied.ts'
import { readForwarded } from './kinds/forwarded.ts'
import { carriesCalendar, readInvitation } from './kinds/invitation.ts'
import { readMachine } from './kinds/machine.ts'
import { askWhose, isPasted } from './kinds/pasted.ts'
import { readRedirected } from './kinds/redirected.ts'
import { readSameAs } from './kinds/same-as.ts'
import { readWorded, wordedIn } from './kinds/worded.ts'
import type { Message } from './message.ts'
import { concernsNeverLogged, NEVER_LOGGED } from './never-log.ts'
import { readNote } from './note/read-note.ts'
import { withoutOwnSignature } from './own-signature.ts'
import { numbered } from './plan.ts'
import type { Book, Occasion, Reading } from './reading.ts'
import { writtenAnswers, writtenPart } from './reply.ts'
import { sound } from './sound.ts'

/**
 * How a message reads: which kind it is, and what it says. Pure; it ends as understood, asked about, held or nothing,
 * whatever a stranger may send. Only what the recruiter sent, or a client's own domain signed, says anything.
 */
export const understand = (message: Message, book: Book, occasion: Occasion): Reading =>
  sound(() => numbered(withoutNeverLogged(message, book) ?? readKind(message, book, occasion), occasion))

const withoutNeverLogged = (message: Message, book: Book): Reading | null =>
  concernsNeverLogged(message, book)
    ? { status: 'nothing', rule: NEVER_LOGGED, why: 'Somebody on it is on your list of those who are never logged.' }
    : null

const readKind = (message: Message, book: Book, occasion: Occasion): Reading => {
  const robot = automatic(message)
  const own = message.from !== null && book.recruiter.addresses.includes(message.from.address)
  // A recruiter's own program may mark what they send as bulk; what they say counts all the same.
  if (robot && !(own && PASSED_ON.has(robot.kind))) return readMachine(robot, message, book, occasion)
  if (!message.from) return { status: 'held', rule: 'no sender', why: 'The message names no sender.' }
  if (!own) return readRedirected(message, book, occasion)
  if (!book.vouched && !isProven(message))
    return {
      status: 'held',
      rule: 'sender not proven',
      why: 'It bears your address, but nothing proves that it came from you.',
    }
  return readTheirs(message, book, occasion)
}

/** What a recruiter's mail may look like for what it carries: a bounce that was passed on brings its report along. */
const PASSED_ON: ReadonlySet<Automatic['kind']> = new Set(['newsletter', 'robot', 'bounce', 'ticket'])

/** Whether the sender's own domain vouches for the message. */
export const isProven = (message: Message): boolean =>
  message.from !== null &&
  signedBy(message, domainOf(message.from.address)) &&
  authentication(message).dmarc.result !== 'fail'

/** What the recruiter sent: an invitation, a forward, a copy of a mail to a client, an answer or a note. */
const readTheirs = (message: Message, book: Book, occasion: Occasion): Reading => {
  if (carriesCalendar(message)) return readInvitation(message, book, occasion)
  // Who passes a mail on to a client writes to that client, whatever stands below.
  if (outsiders(book, [...message.to, ...message.cc]).length > 0) {
    const worded = wordedIn({ ...message, text: writtenPart(message.text), messages: [] }, null, book, occasion)
    return worded ? readWorded(message, null, worded, book, occasion) : readCopied(message, book, occasion)
  }
  const forward = readForward(message.text, {
    subject: message.subject,
    zone: book.recruiter.calendar.zone,
    arrivedAt: occasion.arrivedAt,
  })
  // An answer to us quotes our own mail; in some languages its subject begins as a forward does in another.
  const isForward = forward !== null && !isRelight(forward.layers[0]?.from, book)
  if (message.messages.length > 0 || isForward) {
    const shown = isForward ? forward : null
    const worded = wordedIn(message, shown, book, occasion)
    return worded ? readWorded(message, shown, worded, book, occasion) : readForwarded(message, shown, book, occasion)
  }
  const written = forward?.isSaid ? forward.note : (book.digest ? writtenAnswers : writtenPart)(message.text).trim()
  const words = withoutOwnSignature(written, book.recruiter.name)
  const subject = subjectOf(message.subject).kind === 'plain' ? message.subject.trim() : ''
  if (words === '' && message.text.trim() === '' && message.attachments.length > 0)
    return { status: 'held', rule: 'no words', why: whyNoWords(message) }
  if (words === '' && subject === '')
    return { status: 'nothing', rule: 'empty', why: 'The message holds no words of yours.' }
  const correction = book.earlier ? correctionIn(words || subject) : null
  if (correction && book.earlier && (correction.kind === 'all' || !book.asked))
    return readCorrection(correction, book.earlier, book, occasion)
  if (words !== '' && book.asked) return readAnswered(words, book.asked, withoutQuestion(book), occasion, understand)
  const isSubjectForward = subjectOf(message.subject).kind === 'forward'
  if (words !== '' && isPasted(words, book, isSubjectForward)) return askWhose(words, message.subject, book, occasion)
  const same = readSameAs(words || subject, book, occasion)
  if (same) return same
  const focus = book.about ? { engagement: book.about } : {}
  if (words === '') return readNote(subject, book, occasion, focus)
  const note = readNote(words, book, occasion, focus)
  if (note.status !== 'asked' || subject === '') return note
  // The subject may name whom the words are about.
  const whole = readNote(`${subject}. ${words}`, book, occasion, focus)
  return whole.status === 'understood' ? whole : note
}

/** Attachments are named, never opened: what a message says in them alone, it says to nobody here. */
const whyNoWords = ({ attachments }: Message): string => {
  const isSealed = attachments.some(({ type }) => /pkcs7-mime|pgp-encrypted|ms-tnef/.test(type))
  const names = attachments.map(({ name }) => name).filter(name => name !== '')
  const what = names.length > 0 ? names.join(', ').slice(0, 120) : 'a file'
  return isSealed
    ? `It is encrypted, or in a form that only Outlook reads: ${what}.`
    : `It holds no words, and files are never opened: ${what}.`
}

const isRelight = (from: Address | null | undefined, { recruiter }: Book): boolean =>
  from?.address ? sameRegistrant(domainOf(from.address), domainOf(recruiter.inbound)) : from?.name === 'Relight'

/** The message that was asked about answers nothing itself. */
const withoutQuestion = ({ asked: _asked, ...book }: Book): Book => book
