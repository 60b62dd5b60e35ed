import { digestInstant, localDate, nthWorkingDayAfter } from '../../shared/domain/calendar/days.ts'
import { foldDigest } from '../../shared/domain/digest.ts'
import { foldNote } from '../../shared/domain/note.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { digestStream, noteStream } from '../../shared/log/streams.ts'
import type { DigestInput } from '../../shared/mail/write/digest.ts'
import type { DigestRow, NoteRow } from '../../shared/views/rows.ts'
import type { Morning } from './whose.ts'

/** What a digest says of notes that wait for a word: questions that are open, and messages that were held. */
export type OpenNotes = Pick<DigestInput, 'questions' | 'held' | 'kept'> & {
  /** Whether any of it came since the digest before: that alone is worth a mail. */
  readonly isNews: boolean
}

/** A question stands in digests for so many working days, and then on the page of notes alone. */
const QUESTION_WORKING_DAYS = 10
/** Ten working days, however many holidays lie between, and the next digest after them. */
export const QUESTION_DAYS = 30

/**
 * A question brings a digest once, on the next morning; later it rides along in those that go anyway, the last time
 * with a word that it was the last. A held message is one line, once. `previous` is the date of the digest before.
 */
export const openNotes = async (
  log: EventLog,
  morning: Morning,
  notes: readonly NoteRow[],
  previous: string,
  earlier: readonly DigestRow[],
): Promise<OpenNotes> => {
  const open = notes.filter(note => note.open)
  const isNew =
    open.length > 0 || notes.some(({ kept }) => kept.length > 0)
      ? await sinceDigest(log, morning, previous)
      : () => false
  const held = open.filter(note => note.status === 'held' && isNew(note))
  const kept = notes.filter(note => note.kept.length > 0 && isNew(note))
  const lastSent = earlier.find(({ stage }) => stage === 'sent')?.date
  const asked = open
    .filter(note => note.status === 'asked')
    .map(row => ({ row, standing: standingOf(row, morning, lastSent) }))
    .filter(({ standing }) => standing !== 'gone')
  const questions = asked.map(({ row, standing }) => questionOf(log, morning, row, standing === 'last'))
  return {
    questions: await Promise.all(questions),
    held: held.map(({ note, from, subject, why, rule }) => ({
      note,
      from,
      subject,
      why,
      rule,
      isOwn: morning.recruiter.addresses.includes(from.toLowerCase()),
    })),
    kept: kept.flatMap(({ note, kept: lines }) => lines.map(says => ({ note, says }))),
    isNews: held.length + kept.length > 0 || asked.some(({ row }) => isNew(row)),
  }
}

/** Whether a note came since a digest was written, which may have been late that day. */
const sinceDigest = async (log: EventLog, morning: Morning, date: string): Promise<(note: NoteRow) => boolean> => {
  const since = Date.parse(await digestBefore(log, morning, date))
  return ({ arrivedAt }) => Date.parse(arrivedAt) > since
}

/** When the digest of a date was written, a UTC instant; its hour where there was none. */
export const digestBefore = async (log: EventLog, { firm, recruiter }: Morning, date: string): Promise<string> => {
  const { claimedAt } = foldDigest((await log.load(digestStream(firm.firm, recruiter.recruiter, date))).events)
  return claimedAt ?? digestInstant(recruiter.calendar, date)
}

const standingOf = (
  { arrivedAt }: NoteRow,
  { recruiter: { calendar }, today }: Morning,
  lastSent: string | undefined,
): 'stands' | 'last' | 'gone' => {
  const lastDay = nthWorkingDayAfter(calendar, localDate(calendar, arrivedAt), QUESTION_WORKING_DAYS)
  if (today < lastDay) return 'stands'
  return lastSent === undefined || lastSent < lastDay ? 'last' : 'gone'
}

const questionOf = async (
  log: EventLog,
  { firm, recruiter }: Morning,
  { note }: NoteRow,
  isLast: boolean,
): Promise<DigestInput['questions'][number]> => {
  const { question, quote } = foldNote((await log.load(noteStream(firm.firm, recruiter.recruiter, note))).events)
  return { note, text: question?.text ?? '', quote, isLast, answers: question?.answers ?? [] }
}
