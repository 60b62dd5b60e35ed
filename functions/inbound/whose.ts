import type { Whose } from '../../shared/mail/book.ts'
import type { Owner } from '../../shared/runtime/say.ts'

export type { Whose }

export const ownerOf = ({ firm, recruiter }: Whose): Owner => ({
  firm: firm.firm,
  recruiter: recruiter.recruiter,
  calendar: recruiter.calendar,
  policy: firm.policy,
})
