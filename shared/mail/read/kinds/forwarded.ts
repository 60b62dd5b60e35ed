import type { PlannedCommand, Question } from '../../../domain/note.ts'
import type { EngagementId } from '../../../domain/vocabulary.ts'
import { isOurs, knownContact, type Mail, outsiders } from '../accounts.ts'
import { automatic, awayUntil } from '../automatic.ts'
import { logMail } from '../correspondence.ts'
import type { Forward } from '../forward.ts'
import { plainSubject } from '../mail-id.ts'
import type { Message } from '../message.ts'
import { readNote } from '../note/read-note.ts'
import type { Focus } from '../note/scene.ts'
import { beginPlan, finish, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'

const RULE = 'forwarded mail'

/**
 * A mail that the recruiter forwarded, in the text or as an attachment: the innermost message of somebody outside is
 * the touchpoint, and the words above it are a note.
 */
export const readForwarded = (
  message: Message,
  forward: Forward | null,
  attached: Message | null,
  book: Book,
  occasion: Occasion,
): Reading => {
  const words = forward ? forward.note : writtenPart(message.text)
  const mail = innermost(message, forward, attached, book, occasion)
  if (mail === 'unreadable')
    return { status: 'held', rule: RULE, why: 'It looks like a forward, but who wrote the original can not be read.' }
  if (mail === 'ours') return noteAlone(words, book, occasion, 'our own mail', 'Nobody outside the firm stands on it.')
  const machine = writtenByMachine(attached ?? asMessage(message, mail), mail, book)
  if (machine === 'out-of-office') return readAbsence(mail, words, book, occasion)
  if (machine) return noteAlone(words, book, occasion, machine, 'Automatic mail says nothing about the client.')
  const logged = logMail(beginPlan(book, occasion), mail)
  if ('nothing' in logged) return noteAlone(words, book, occasion, RULE, `Nothing to log: ${logged.nothing}.`)
  return withNote(finish(logged.plan, RULE, logged.question), words, logged.plan.book, occasion, logged.engagement)
}

const innermost = (
  message: Message,
  forward: Forward | null,
  attached: Message | null,
  book: Book,
  occasion: Occasion,
): Mail | 'ours' | 'unreadable' => {
  if (attached?.from) {
    const { from } = attached
    return {
      from,
      to: attached.to,
      cc: attached.cc,
      subject: attached.subject,
      body: writtenPart(attached.text),
      attachments: attached.attachments,
      at: attached.date ?? occasion.sentAt,
      dated: attached.date !== null,
      messageId: attached.messageId,
      evidence: 'inferred',
    }
  }
  const layers = forward?.layers ?? []
  const outside = layers.findLast(layer => layer.from !== null && !isOurs(book, layer.from))
  const ours = layers.findLast(layer => layer.from !== null && outsiders(book, [...layer.to, ...layer.cc]).length > 0)
  const layer = outside ?? ours
  if (!layer?.from) return layers.some(({ from }) => from !== null) ? 'ours' : 'unreadable'
  return {
    from: layer.from,
    to: layer.to,
    cc: layer.cc,
    subject: layer.subject ?? message.subject,
    body: layer.body,
    attachments: message.attachments,
    // A date that can't be read for certain is the arrival's, never invented.
    at: layer.date?.certain ? layer.date.at : occasion.sentAt,
    dated: layer.date?.certain ?? false,
    messageId: null,
    evidence: 'inferred',
  }
}

/** The original as a message of its own, as far as a forward shows it: its headers are gone. */
const asMessage = (message: Message, mail: Mail): Message => ({
  ...message,
  headers: new Map(),
  from: mail.from,
  subject: plainSubject(mail.subject),
  text: mail.body,
  date: mail.at,
  dateText: '',
  calendar: [],
  deliveryStatus: [],
})

/** What is left of a list's mail when it is forwarded: its foot. People of an account may have one too. */
const LIST_FOOT = /\b(unsubscribe|manage (your )?(e-?mail )?preferences|view (this (e-?mail )?)?in (your )?browser)\b/i
const FOOT = 2000

/** With its headers gone, the subject alone tells that nobody wrote it. */
const AUTOMATIC =
  /^(auto(matic|mated)?[- ]?(reply|response)|automatische antwort|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|resposta automática|autosvar|automatiskt svar) ?:/i

const writtenByMachine = (original: Message, mail: Mail, book: Book): string | null => {
  const machine = automatic(original)
  if (machine) return machine.kind
  if (AUTOMATIC.test(plainSubject(original.subject))) return 'auto-reply'
  return LIST_FOOT.test(original.text.slice(-FOOT)) && !isOurs(book, mail.from) && !knownContact(book, mail.from)
    ? 'newsletter'
    : null
}

/** An out-of-office reply that was forwarded moves what is due; it is no answer. */
const readAbsence = (mail: Mail, words: string, book: Book, occasion: Occasion): Reading => {
  const rule = 'forwarded out of office'
  const backOn = awayUntil({
    subject: plainSubject(mail.subject),
    text: mail.body,
    sentAt: mail.at,
    zone: book.recruiter.calendar.zone,
  })
  const known = knownContact(book, mail.from)
  if (!known) return noteAlone(words, book, occasion, rule, 'An automatic reply of somebody you have not named.')
  if (!backOn)
    return noteAlone(words, book, occasion, rule, 'An automatic reply that names no day of return for certain.')
  const plan = planned(
    beginPlan(book, occasion),
    known.row.engagement,
    { command: 'RecordContactAway', contact: known.contact.id, until: backOn },
    { at: mail.at, evidence: mail.evidence },
  )
  return withNote(finish(plan, rule), words, plan.book, occasion, known.row.engagement)
}

/** Where what was forwarded says nothing, the words above it still may. */
export const noteAlone = (words: string, book: Book, occasion: Occasion, rule: string, why: string): Reading => {
  const note = readWords(words, book, occasion)
  return note ?? { status: 'nothing', rule, why }
}

/** The words above a forward are a note of their own, about people who may just have been brought in. */
export const withNote = (
  reading: Reading,
  words: string,
  book: Book,
  occasion: Occasion,
  engagement: EngagementId | undefined,
): Reading => {
  if (reading.status === 'held' || reading.status === 'nothing') return reading
  const note = readWords(words, book, occasion, engagement ? { engagement } : {})
  if (!note) return reading
  const rule = `${reading.rule}, with a note: ${note.rule}`
  const told = note.commands.filter(command => !tellsOfTheSame(command, reading.commands))
  const both = { ...reading, rule, commands: [...reading.commands, ...told] }
  return reading.status === 'understood' && note.status === 'asked'
    ? { ...both, status: 'asked', question: note.question }
    : both
}

/** What the words above a forward tell; "see below" and the like are no question. */
const readWords = (
  words: string,
  book: Book,
  occasion: Occasion,
  focus: Focus = {},
): Extract<Reading, { status: 'understood' | 'asked' }> | null => {
  if (words.trim() === '') return null
  const note = readNote(words, book, occasion, focus)
  if (note.status === 'understood') return note
  return note.status === 'asked' && (note.commands.length > 0 || tellsApart(note.question)) ? note : null
}

/** Whether an answer would say something: whom of two it was about, or who a name belongs to. */
const tellsApart = ({ unknownName, answers }: Question): boolean =>
  unknownName !== undefined || answers.some(({ commands }) => commands.length > 0)

/** "Reply from Priya, at last" above Priya's own mail is not a second mail. */
const tellsOfTheSame = ({ command }: PlannedCommand, logged: readonly PlannedCommand[]): boolean =>
  command.command === 'LogTouchpoint' &&
  command.channel === 'email' &&
  logged.some(
    ({ command: mail }) =>
      mail.command === 'LogTouchpoint' && mail.contact === command.contact && mail.direction === command.direction,
  )
