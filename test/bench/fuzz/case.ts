import { type PlannedCommand, Question } from '../../../shared/domain/note.ts'
import { NoteId } from '../../../shared/domain/vocabulary.ts'
import { type Message, readMessage } from '../../../shared/mail/read/message.ts'
import type { Book, Reading } from '../../../shared/mail/read/reading.ts'
import { FAULT } from '../../../shared/mail/read/sound.ts'
import { understand } from '../../../shared/mail/read/understand.ts'
import { ana, engagementRow, firmRow, recruiterRow } from '../../contract/support/rows.ts'
import { ARRIVED, INBOUND, stored } from '../office.ts'

/** One fuzzed message, read as the function reads it, and what must hold whatever it is. */

export type Case = {
  readonly raw: Uint8Array
  /** The domain that vouches for it, null where none does. */
  readonly vouched: string | null
}

const { name, addresses, calendar } = recruiterRow(ana)
const BOOK: Book = {
  recruiter: { id: ana, name, addresses, calendar, inbound: INBOUND },
  firmDomains: firmRow().domains,
  neverLog: ['counsel.example'],
  engagements: [engagementRow('e1')],
  digest: {
    date: '2026-10-14',
    lines: [{ number: 1, task: 't1' as never, engagement: 'e1' as never, shape: 'task' }, { shape: 'reminder' }],
  },
}
const NOTE = NoteId.parse('fuzzed')
const MOST_MILLISECONDS = 2000

export type Ended = Reading['status'] | 'over a limit'

/** Reads a case. Throws, saying what is wrong, where one of the promises is broken. */
export const readCase = async (each: Case): Promise<Ended> => {
  const start = process.cpuUsage()
  const ended = await readOnce(each)
  // The processor's time: what the machine is busy with beside it is not to blame on the mail.
  const { user, system } = process.cpuUsage(start)
  const took = (user + system) / 1000
  if (took > MOST_MILLISECONDS) throw new Error(`it took ${took.toFixed(0)} ms`)
  return ended
}

const readOnce = async ({ raw, vouched }: Case): Promise<Ended> => {
  const message = await readMessage(stored(raw, vouched))
  if (message.kind === 'too-much') return 'over a limit'
  const sentAt = message.date !== null && message.date <= ARRIVED ? message.date : ARRIVED
  const reading = understand(message, BOOK, { note: NOTE, sentAt, arrivedAt: ARRIVED })
  const broken = wrongWith(reading, message, vouched)
  if (broken) throw new Error(`${broken} (${reading.status}, ${reading.rule})`)
  return reading.status
}

const wrongWith = (reading: Reading, message: Message, vouched: string | null): string | null => {
  if (reading.rule === FAULT) return 'our reading failed, or wrote what no log takes'
  if (reading.rule === '') return 'no rule is named'
  if (reading.status === 'held' || reading.status === 'nothing')
    return reading.why === '' ? 'it does not say why' : null
  if (reading.status === 'asked' && !Question.safeParse(reading.question).success) return 'the question fits no log'
  const answers = reading.status === 'asked' ? reading.question.answers.flatMap(({ commands }) => commands) : []
  const commands = [...reading.commands, ...answers]
  const ids = new Set(commands.map(({ id }) => id))
  if (ids.size < commands.length) return 'two commands have one id'
  if (commands.some(({ at }) => Date.parse(at) > Date.parse(ARRIVED)))
    return 'something happened after the message came'
  return saidBy(message, vouched) === 'nobody' && says(reading)
    ? 'nobody vouched for what it says'
    : unfit(reading.commands, message, vouched)
}

const says = (reading: Reading): boolean => reading.status === 'asked' || reading.status === 'understood'

/** Whose word a message is, by what stands in it and who vouched: told apart from how the reader finds out. */
const saidBy = ({ headers, from }: Message, vouched: string | null): 'recruiter' | 'client' | 'nobody' => {
  if (vouched === null || from === null || headers.get('from')?.length !== 1) return 'nobody'
  if (from.address === 'ana@northgate.example') return vouched === 'northgate.example' ? 'recruiter' : 'nobody'
  return from.address.endsWith('@harborcastings.example') && vouched === 'harborcastings.example' ? 'client' : 'nobody'
}

/** A client's own mail may log what they sent, and that they are away; what a button would say is the recruiter's word. */
const CLIENTS = new Set(['LogTouchpoint', 'RecordContactAway', 'CancelMeeting', 'BookMeeting', 'AnswerMeeting'])

const unfit = (commands: readonly PlannedCommand[], message: Message, vouched: string | null): string | null => {
  if (saidBy(message, vouched) !== 'client') return null
  const other = commands.find(({ command }) => !CLIENTS.has(command.command))
  return other ? `a client's mail says ${other.command.command}` : null
}
