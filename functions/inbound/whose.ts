import type { Owner } from '../../shared/runtime/say.ts'
import type { FirmRow, RecruiterRow } from '../../shared/views/rows.ts'

/** The recruiter whose note it is, as the note's address says. */
export type Whose = { readonly firm: FirmRow; readonly recruiter: RecruiterRow; readonly inboundDomain: string }

export const ownerOf = ({ firm, recruiter }: Whose): Owner => ({
  firm: firm.firm,
  recruiter: recruiter.recruiter,
  calendar: recruiter.calendar,
  policy: firm.policy,
})
