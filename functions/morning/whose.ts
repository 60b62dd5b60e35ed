import type { FirmRow, RecruiterRow } from '../../shared/views/rows.ts'

/** One recruiter's morning. */
export type Morning = {
  readonly firm: FirmRow
  readonly recruiter: RecruiterRow
  /** The instant of the morning, UTC. */
  readonly now: string
  /** The digest's local date. */
  readonly today: string
}
