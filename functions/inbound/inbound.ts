import { setTimeout as sleep } from 'node:timers/promises'
import { foldNote, type Note, type NoteEvent, type Question } from '../../shared/domain/note.ts'
import { CommandId, type NoteId } from '../../shared/domain/vocabulary.ts'
import { noteStream } from '../../shared/log/streams.ts'
import type { World } from '../../shared/mail/book.ts'
import { type AnswersTo, readAddress } from '../../shared/mail/inbound-address.ts'
import { whyTooMuch } from '../../shared/mail/read/limits.ts'
import { type ReadMessage, readMessage } from '../../shared/mail/read/message.ts'
import { NEVER_LOGGED } from '../../shared/mail/read/never-log.ts'
import { occasionOf } from '../../shared/mail/read/occasion.ts'
import { quoteOf } from '../../shared/mail/read/quote.ts'
import type { Occasion, Reading } from '../../shared/mail/read/reading.ts'
import { readArrived } from '../../shared/mail/reader.ts'
import { type Applied, applyNote, recordApplied } from '../../shared/runtime/answer-note.ts'
import { execute } from '../../shared/runtime/execute.ts'
import { settleAnswer } from './answered.ts'
import { fingerprintOf, opens, withoutBulk } from './bulk.ts'
import type { Arrival } from './notification.ts'
import { answerOpenQuestions, openQuestions } from './open-questions.ts'
import { TAKEN, whichNote } from './which-note.ts'
import { ownerOf, type Whose } from './whose.ts'

export type Deps = World & {
  /** Answers the recruiter: what was opened, what is unclear. Never anybody else. */
  readonly answer: (whose: Whose, note: Note, applied: Applied, now: string) => Promise<void>
  readonly inboundDomain: string
}

/** Views may lag behind the log by so much: before something is asked or opened, they are looked at again. */
const LAG_MS = 250

/** Takes in one stored message: reads it once, records how, and says what it told to the engagements. */
export const takeIn = async (deps: Deps, arrival: Arrival): Promise<void> => {
  for (const { whose, answers } of await addressees(deps, arrival)) await takeInFor(deps, whose, arrival, answers)
}

/** Whose inbound addresses stand on the envelope, each recruiter once, with what of ours one of them answers. */
const addressees = async (
  { views, inboundDomain }: Deps,
  { recipients }: Arrival,
): Promise<readonly { whose: Whose; answers: AnswersTo }[]> => {
  const found = new Map<string, { whose: Whose; answers: AnswersTo }>()
  for (const recipient of recipients) {
    const address = readAddress(recipient, inboundDomain)
    const recruiter = address && (await views.recruiterByInbound(address.token))
    const firm = recruiter && (await views.firm(recruiter.firm))
    if (!address || !recruiter || !firm) continue
    const known = found.get(recruiter.recruiter)
    const whose = known?.whose ?? { firm, recruiter, inboundDomain }
    found.set(recruiter.recruiter, { whose, answers: { ...address.answers, ...known?.answers } })
  }
  return [...found.values()]
}

const takeInFor = async (deps: Deps, whose: Whose, arrival: Arrival, answers: AnswersTo): Promise<void> => {
  const raw = await deps.fetch(arrival.object)
  const message = await readMessage(raw)
  const { id, known, takenBy } = await whichNote(deps, whose, message, raw, arrival)
  if (known.applied) return
  const occasion = occasionOf(id, message.kind === 'message' ? message.date : null, arrival.arrivedAt)
  // A redelivery applies what is recorded, and never reads again.
  const reading = takenBy ? async () => TAKEN : () => read(deps, whose, message, occasion, answers)
  const note = known.status ? known : await record(deps, whose, arrival, message, occasion, reading)
  // Another one under its Message-ID was recorded at the same moment.
  if (!known.status && note.object !== arrival.object) return takeInFor(deps, whose, arrival, answers)
  await carryOut(deps, whose, id, note, arrival.arrivedAt)
}

/** Says what a note told to the engagements, and answers the recruiter. `now` is a UTC instant. */
export const carryOut = async (deps: Deps, whose: Whose, id: NoteId, note: Note, now: string): Promise<void> => {
  const settled = note.answers ? await settleAnswer(deps.log, whose, note.answers, now) : null
  const owner = ownerOf(whose)
  const applied = await applyNote(deps.log, owner, note.commands, { note: id, now })
  await recordApplied(deps.log, owner, id, now, applied)
  if (settled) await deps.answer(whose, settled.note, settled.applied, now)
  const isAsking = await isAskedAlready(deps, whose, note)
  await deps.answer(whose, isAsking ? { ...note, question: null } : note, applied, now)
  if (settled && note.answers) {
    const { commands, candidates = [] } = note.answers
    await answerOpenQuestions(deps, whose, { commands, candidates, applied: settled.applied }, now)
  }
  await answerOpenQuestions(deps, whose, { commands: note.commands, candidates: [], applied }, now)
}

/** Who somebody at an address is, is asked by one mail; what comes from there meanwhile stands in the digest. */
const isAskedAlready = async ({ views }: Deps, whose: Whose, note: Note): Promise<boolean> => {
  const unknown = note.status === 'asked' ? note.question?.unknownName : undefined
  if (!unknown?.includes('@')) return false
  const open = await openQuestions(views, whose, note.arrivedAt)
  return open.some(row => row.unknownName === unknown && row.note !== note.id)
}

const record = async (
  deps: Deps,
  whose: Whose,
  arrival: Arrival,
  message: ReadMessage,
  occasion: Occasion,
  readIt: () => Promise<Reading>,
): Promise<Note> => {
  const reading = await readIt()
  const { note } = occasion
  const stream = noteStream(whose.firm.firm, whose.recruiter.recruiter, note)
  const envelope = { at: occasion.sentAt, recordedAt: arrival.arrivedAt, by: whose.recruiter.recruiter }
  const received: NoteEvent = {
    ...envelope,
    type: 'NoteReceived',
    command: CommandId.parse(`receive.${note}`),
    id: note,
    object: arrival.object,
    ...shownOf(message, reading, whose),
    arrivedAt: arrival.arrivedAt,
    ...(message.kind === 'message' && opens(reading) ? { fingerprint: fingerprintOf(message) } : {}),
  }
  const outcome = await execute(deps.log, stream, foldNote, state =>
    state.status
      ? []
      : [received, readingEvent(reading, message, { ...envelope, command: CommandId.parse(`read.${note}`) })],
  )
  return outcome.state
}

/** What is kept of a message beside how it was read. Of those who are never logged not even a name is. */
const shownOf = (
  message: ReadMessage,
  { rule }: Reading,
  { recruiter }: Whose,
): { readonly from: string; readonly subject: string; readonly words?: string } => {
  if (message.kind !== 'message') return { from: '', subject: '' }
  const from = message.from?.address ?? ''
  if (rule === NEVER_LOGGED) return { from: recruiter.addresses.includes(from) ? from : '', subject: '' }
  const words = message.subject.trim() === '' ? { words: quoteOf(message).slice(0, 80) } : {}
  return { from, subject: message.subject.slice(0, 1000), ...words }
}

export const readingEvent = (
  reading: Reading,
  message: ReadMessage,
  envelope: Pick<NoteEvent, 'at' | 'recordedAt' | 'by' | 'command'>,
): NoteEvent => {
  const rule = reading.rule.slice(0, 120)
  const answers = reading.answers ? { answers: reading.answers } : {}
  switch (reading.status) {
    case 'understood':
      return { ...envelope, type: 'NoteUnderstood', status: 'understood', rule, commands: reading.commands, ...answers }
    case 'nothing':
      return {
        ...envelope,
        type: 'NoteUnderstood',
        status: 'nothing',
        rule,
        why: reading.why.slice(0, 300),
        commands: [],
        ...answers,
      }
    case 'asked':
      return {
        ...envelope,
        type: 'NoteAsked',
        rule,
        question: reading.question as Question,
        commands: reading.commands,
        ...(message.kind === 'message' ? { quote: quoteOf(message) } : {}),
        ...answers,
      }
    case 'held':
      return { ...envelope, type: 'NoteHeld', rule, why: reading.why.slice(0, 300) }
  }
}

export const read = async (
  deps: Deps,
  whose: Whose,
  message: ReadMessage,
  occasion: Occasion,
  answers: AnswersTo & { readonly vouched?: true },
): Promise<Reading> => {
  if (message.kind === 'too-much')
    return {
      status: 'held',
      rule: 'over a limit',
      why: whyTooMuch(message),
    }
  const attempt = () => readArrived(deps, whose, message, occasion, answers)
  const first = await attempt()
  if (!isUnsure(first)) return first
  await sleep(LAG_MS)
  return withoutBulk(await attempt(), fingerprintOf(message), whose, occasion, deps.views)
}

const isUnsure = (reading: Reading): boolean => reading.status === 'asked' || opens(reading)
