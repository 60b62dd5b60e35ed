import { localDate, plusDays } from '../domain/calendar/days.ts'
import { foldDigest } from '../domain/digest.ts'
import type { EventLog } from '../log/log.ts'
import { digestStream } from '../log/streams.ts'
import type { FirmRow, RecruiterRow } from '../views/rows.ts'
import type { Views } from '../views/views.ts'
import type { Book } from './read/reading.ts'

/** The recruiter whose note it is, as the note's address says. */
export type Whose = { readonly firm: FirmRow; readonly recruiter: RecruiterRow; readonly inboundDomain: string }

/** What mail is read by: the log, the views, and the raw messages as they were stored. */
export type World = {
  readonly log: EventLog
  readonly views: Views
  readonly fetch: (object: string) => Promise<Uint8Array>
}

/** An answer without a date is taken for one to the last digest, if it is no older than this. */
const ANSWERED_WITHIN_DAYS = 4

/** Everything that a reader of this recruiter's mail may look up. `answers` is the date of the digest it replies to. */
export const loadBook = async (
  views: Views,
  log: EventLog,
  whose: Whose,
  now: string,
  answers?: string,
): Promise<Book> => {
  const { firm, recruiter } = whose
  const today = localDate(recruiter.calendar, now)
  const [engagements, digests] = await Promise.all([
    views.engagementsOf(firm.firm, recruiter.recruiter),
    answers ? [] : views.digests(firm.firm, recruiter.recruiter, plusDays(today, -ANSWERED_WITHIN_DAYS)),
  ])
  const date = answers ?? digests.find(digest => digest.stage === 'sent')?.date
  const digest = date ? foldDigest((await log.load(digestStream(firm.firm, recruiter.recruiter, date))).events) : null
  return {
    recruiter: {
      id: recruiter.recruiter,
      name: recruiter.name,
      addresses: recruiter.addresses,
      calendar: recruiter.calendar,
      inbound: `${recruiter.inboundToken ?? ''}@${whose.inboundDomain}`,
    },
    firmDomains: firm.domains,
    neverLog: firm.neverLog,
    candidates: recruiter.candidates,
    engagements,
    ...(date && digest && digest.lines.length > 0 ? { digest: { date, lines: digest.lines } } : {}),
  }
}
