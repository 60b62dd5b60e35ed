import type { FirmRow, RecruiterRow } from '../../shared/views/rows.ts'

/** The recruiter whose note it is, as the note's address says. */
export type Whose = { readonly firm: FirmRow; readonly recruiter: RecruiterRow; readonly inboundDomain: string }
