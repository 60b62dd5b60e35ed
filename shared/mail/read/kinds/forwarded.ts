import type { PlannedCommand, Question } from '../../../domain/note.ts'
import type { EngagementId } from '../../../domain/vocabulary.ts'
import { isOurs, knownContact, outsiders } from '../accounts.ts'
import { automatic, awayUntil } from '../automatic.ts'
import { logMail } from '../correspondence.ts'
import type { Forward } from '../forward.ts'
import { plainSubject } from '../mail-id.ts'
import type { Message } from '../message.ts'
import { readNote } from '../note/read-note.ts'
import type { Focus } from '../note/scene.ts'
import { withoutOwnSignature } from '../own-signature.ts'
import { beginPlan, finish, type Plan, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'
import { meanwhile } from './away.ts'
import { type Chain, cameToUs, chainsOf, type Link } from './chains.ts'
import { isCalendarRobot } from './invited.ts'
import { tellDeparture, tellFailure, tellSigned } from './machine.ts'
import { noteBelow } from './pasted.ts'

const RULE = 'forwarded mail'

/**
 * Mail that the recruiter forwarded, in the text or as attachments: of each, the innermost message of somebody outside
 * is the touchpoint. Somebody known who passed it on to us has written too. The words above it are a note.
 */
export const readForwarded = (message: Message, forward: Forward | null, book: Book, occasion: Occasion): Reading => {
  const words = forward ? forward.note : writtenPart(message.text)
  const chains = chainsOf(message, forward, book, occasion)
  if (chains.length > MOST_MAILS)
    return { status: 'held', rule: RULE, why: `It holds more than ${MOST_MAILS} mails. Forward them a few at a time.` }
  const told: Told = { plan: beginPlan(book, occasion), rules: [], whys: [] }
  const { plan, rules, whys, engagement, question } = chains.reduce(readChain, told)
  const [why] = whys
  if (plan.commands.length === 0 && !question && why)
    return why.held
      ? { status: 'held', rule: why.rule, why: why.why }
      : noteAlone(words, book, occasion, why.rule, why.why)
  const below = question ?? belowTheLast(chains, forward, plan, occasion)
  return withNote(finish(plan, rules[0] ?? RULE, below), words, plan.book, occasion, engagement)
}

/** A note below a mail in the text, where no line ends that. */
const belowTheLast = (
  chains: readonly Chain[],
  forward: Forward | null,
  { book }: Plan,
  occasion: Occasion,
): Question | undefined => {
  const last = forward && chains.length === 1 ? chains[0]?.at(-1) : undefined
  const writer = last?.from ? knownContact(book, last.from) : null
  return last && writer ? noteBelow(last.mail.body, writer, book, occasion) : undefined
}

/** More mails than this in one message are a folder. */
const MOST_MAILS = 20

/** What the chains before told. */
type Told = {
  readonly plan: Plan
  readonly rules: readonly string[]
  readonly engagement?: EngagementId
  readonly question?: Question
  /** Why a mail told nothing. */
  readonly whys: readonly { readonly rule: string; readonly why: string; readonly held?: true }[]
}

const readChain = (before: Told, chain: Chain): Told => {
  const { book } = before.plan
  const nothing = (rule: string, why: string, held?: true): Told => ({
    ...before,
    whys: [...before.whys, { rule, why, ...(held ? { held } : {}) }],
  })
  const written = chain.map((link, at) => ({ link, at, machine: machineOf(link, book) }))
  const outside = written.filter(({ link }) => link.from !== null && !isOurs(book, link.from))
  const innermost = outside.findLast(({ machine }) => machine === null)
  // A bounce comes from the recruiter's own mail system.
  const absence = outside.at(-1) ?? written.findLast(({ machine }) => machine === 'bounce')
  if (absence?.machine === 'out-of-office') return readAbsence(before, absence.link, nothing)
  if (absence?.machine === 'left' || absence?.machine === 'bounce') {
    const tell = absence.machine === 'left' ? tellDeparture : tellFailure
    const { original, whole, mail } = absence.link
    const told = tell(before.plan, { ...original, text: whole }, mail.at)
    return 'nothing' in told
      ? nothing(absence.machine, told.nothing)
      : { ...before, ...told, rules: [...before.rules, `forwarded ${absence.machine}`] }
  }
  const ours = written.findLast(
    ({ link: { from, to, cc } }) => from !== null && outsiders(book, [...to, ...cc]).length > 0,
  )
  const machine = outside.at(-1)?.machine
  const robot = outside.at(-1)?.link
  const signed = !innermost && robot ? tellSigned(before.plan, { from: robot.from, ...robot.mail }) : null
  if (signed) return { ...before, ...signed, rules: [...before.rules, 'forwarded word of a signature'] }
  if (!innermost && machine) return nothing(machine, 'Automatic mail says nothing about the client.')
  const last = innermost ?? ours
  if (!last)
    return chain.some(({ from }) => from !== null)
      ? nothing('our own mail', 'Nobody outside the firm stands on it.')
      : nothing(RULE, 'It looks like a forward, but who wrote the original can not be read.', true)
  const passedOn = outside.filter(
    ({ link, at, machine: robot }) =>
      at < last.at && robot === null && link.from && knownContact(book, link.from) && cameToUs(chain, at, book),
  )
  return [last, ...passedOn.reverse()].reduce((told, { link }) => readLink(told, link), before)
}

const readLink = (before: Told, { from, mail }: Link): Told => {
  const logged = from ? logMail(before.plan, { ...mail, from }) : { nothing: 'nobody stands on it' }
  if ('nothing' in logged)
    return { ...before, whys: [...before.whys, { rule: RULE, why: `Nothing to log: ${logged.nothing}.` }] }
  const engagement = before.engagement ?? logged.engagement
  const question = before.question ?? logged.question
  return {
    ...before,
    plan: logged.plan,
    rules: [...before.rules, RULE],
    ...(engagement ? { engagement } : {}),
    ...(question ? { question } : {}),
  }
}

/** What is left of a list's mail when it is forwarded: its foot. People of an account may have one too. */
const LIST_FOOT = /\b(unsubscribe|manage (your )?(e-?mail )?preferences|view (this (e-?mail )?)?in (your )?browser)\b/i
const FOOT = 2000

/** With its headers gone, the subject alone tells that nobody wrote it. */
const AUTOMATIC =
  /^(auto(matic|mated)?[- ]?(reply|response)|automatische antwort|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|resposta automática|autosvar|automatiskt svar) ?:/i

/** What kind of program wrote a mail; null where a person did. */
const machineOf = ({ from, original, mail }: Link, book: Book): string | null => {
  const machine = automatic(original)
  if (machine) return machine.kind
  const backOn = returnIn(mail, book)
  if (AUTOMATIC.test(plainSubject(original.subject))) return backOn ? 'out-of-office' : 'auto-reply'
  if (from && isCalendarRobot(from) && !knownContact(book, from)) return 'robot'
  const isList = from !== null && LIST_FOOT.test(original.text.slice(-FOOT))
  return isList && !isOurs(book, from) && !knownContact(book, from) ? 'newsletter' : null
}

const returnIn = ({ subject, body, at }: Link['mail'], book: Book): string | null =>
  awayUntil({ subject: plainSubject(subject), text: body, sentAt: at, zone: book.recruiter.calendar.zone })

/** An out-of-office reply that was forwarded moves what is due; it is no answer. */
const readAbsence = (before: Told, { from, mail }: Link, nothing: (rule: string, why: string) => Told): Told => {
  const rule = 'forwarded out of office'
  const { book } = before.plan
  const backOn = returnIn(mail, book)
  const known = from && knownContact(book, from)
  if (!known) return nothing(rule, 'An automatic reply of somebody you have not named.')
  if (!backOn) return nothing(rule, 'An automatic reply that names no day of return for certain.')
  const { engagement } = known.row
  const plan = planned(
    before.plan,
    engagement,
    { command: 'RecordContactAway', contact: known.contact.id, until: backOn, ...meanwhile({ text: mail.body }) },
    { at: mail.at, evidence: mail.evidence },
  )
  return { ...before, plan, rules: [...before.rules, rule], engagement: before.engagement ?? engagement }
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
  const note = readWords(words, book, occasion, engagement ? { engagement, ...writerIn(reading.commands) } : {})
  if (!note) return reading
  const rule = `${reading.rule}, with a note: ${note.rule}`
  const told = note.commands.filter(command => !tellsOfTheSame(command, reading.commands))
  const both = { ...reading, rule, commands: [...reading.commands, ...told] }
  return reading.status === 'understood' && note.status === 'asked'
    ? { ...both, status: 'asked', question: note.question }
    : both
}

/** "Left her a voicemail" above one mail is about who wrote it. */
const writerIn = (commands: readonly PlannedCommand[]): Focus => {
  const writers = commands.flatMap(({ command }) => (command.command === 'LogTouchpoint' ? [command.contact] : []))
  const [writer] = writers
  return writer && new Set(writers).size === 1 ? { contact: writer } : {}
}

/** What the words above a forward tell; "see below" and the like are no question. */
const readWords = (
  words: string,
  book: Book,
  occasion: Occasion,
  focus: Focus = {},
): Extract<Reading, { status: 'understood' | 'asked' }> | null => {
  const own = withoutOwnSignature(words, book.recruiter.name)
  if (own.trim() === '') return null
  const note = readNote(own, book, occasion, focus)
  if (note.status === 'understood') return note
  return note.status === 'asked' && (note.commands.length > 0 || tellsApart(note.question)) ? note : null
}

/** Whether an answer would say something: whom of two it was about, or who a name belongs to. */
const tellsApart = ({ unknownName, answers }: Question): boolean =>
  unknownName !== undefined || answers.some(({ commands }) => commands.length > 0)

/** "Reply from Priya, at last" above Priya's own mail is not a second mail. */
const tellsOfTheSame = ({ command }: PlannedCommand, logged: readonly PlannedCommand[]): boolean =>
  logged.some(({ command: mail }) =>
    command.command === 'LogTouchpoint'
      ? command.channel === 'email' &&
        mail.command === 'LogTouchpoint' &&
        mail.contact === command.contact &&
        mail.direction === command.direction
      : command.command === 'ReachMilestone' &&
        mail.command === 'ReachMilestone' &&
        mail.milestone === command.milestone,
  )
