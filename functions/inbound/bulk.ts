import { createHash } from 'node:crypto'
import { localDate } from '../../shared/domain/calendar/days.ts'
import type { EngagementId } from '../../shared/domain/vocabulary.ts'
import type { Message } from '../../shared/mail/read/message.ts'
import { commandId, type Occasion, type Reading } from '../../shared/mail/read/reading.ts'
import { writtenPart } from '../../shared/mail/read/reply.ts'
import type { Views } from '../../shared/views/views.ts'
import type { Whose } from './whose.ts'

/** One text to five or more companies in a day is a mailing: it opens nothing, and takes back what it had opened. */

const DAY_MS = 24 * 3_600_000
/** More commands than one mail holds. */
const TAKEN_BACK_FROM = 10_000

/** A hash of a mail's words, whoever it greets. */
export const fingerprintOf = (message: Message): string => {
  const lines = writtenPart(message.text)
    .split('\n')
    .map(line => line.trim().toLowerCase())
    .filter(line => line !== '')
  const greeted = /^(hi|hello|hey|dear|good (morning|afternoon))\b|^[^.!?]{1,40},$/.test(lines[0] ?? '')
  const words = (greeted ? lines.slice(1) : lines).join(' ')
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}

export const opens = (reading: Reading): boolean => openedBy(reading).length > 0

const openedBy = (reading: Reading): readonly EngagementId[] =>
  reading.status === 'understood' || reading.status === 'asked'
    ? reading.commands.flatMap(({ command, engagement }) => (command.command === 'OpenEngagement' ? [engagement] : []))
    : []

export const withoutBulk = async (
  reading: Reading,
  fingerprint: string,
  { firm, recruiter }: Whose,
  occasion: Occasion,
  views: Views,
): Promise<Reading> => {
  const opening = openedBy(reading)
  if (opening.length === 0) return reading
  const today = localDate(recruiter.calendar, occasion.arrivedAt)
  const since = new Date(Date.parse(occasion.arrivedAt) - DAY_MS).toISOString()
  const notes = await views.notes(firm.firm, recruiter.recruiter, since)
  const earlier = notes
    .filter(note => note.fingerprint === fingerprint && localDate(recruiter.calendar, note.arrivedAt) === today)
    .flatMap(note => note.opened)
  const companies = new Set([...opening, ...earlier])
  if (companies.size < firm.policy.sameTextCompanies) return reading
  const rule = 'one text to many companies'
  const rows = await views.engagementsOf(firm.firm, recruiter.recruiter)
  // An account where more has happened meanwhile stands on its own.
  const taken = rows.filter(row => earlier.includes(row.engagement) && row.stage === 'open' && row.ball === 'theirs')
  const commands = taken.map((row, index) => ({
    id: commandId(occasion.note, TAKEN_BACK_FROM + index),
    engagement: row.engagement,
    at: occasion.arrivedAt,
    evidence: 'reported' as const,
    command: { command: 'RetractEngagement' as const },
  }))
  // Whom of an account it went to as well was written to all the same.
  const others = 'commands' in reading ? reading.commands.filter(({ engagement }) => !opening.includes(engagement)) : []
  const why = `The same text went to ${companies.size} companies in a day: a mailing opens no account.`
  const all = [...others, ...commands]
  return all.length > 0 ? { status: 'understood', rule, commands: all } : { status: 'nothing', rule, why }
}
