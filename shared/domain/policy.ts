import * as z from 'zod'

/**
 * The firm's rules of silence as data: one number per row of the table that `silence/rules` reads. Days are working
 * days in the recruiter's zone and holidays; spans of 30 days and more are calendar days.
 */
const days = (preset: number) => z.int().min(1).max(365).default(preset)

export const Policy = z.object({
  /** Reply window where the client stated none. */
  replyDays: days(3),
  agreementOutDays: days(4),
  candidatesOutDays: days(2),
  interviewFeedbackDays: days(1),
  offerDays: days(1),
  openedDays: days(5),
  firstContactDays: days(3),
  sameTextCompanies: z.int().min(2).max(100).default(5),
  missedMeetingDays: days(1),
  ownAfterDays: days(5),
  ownOncePerDays: days(120),
  attemptsPerApproach: z.int().min(1).max(5).default(2),
  introducerAfterDays: days(3),
  decideAfterDays: days(5),
  participateDays: days(10),
  ourTurnDays: days(1),
  backedAwayTensionDays: days(2),
  backedAwayDays: days(5),
  clearTheAirDays: days(1),
  slowProcessDays: days(14),
  revisitDays: days(30),
  keepInTouchDays: days(30),
  darkAfterDays: days(20),
  liveForDays: days(90),
  shrinkAfterDigests: days(5),
  askAfterDigests: days(10),
  colleagueTouchDays: days(5),
  colleagueTaskDays: days(30),
})
export type Policy = z.infer<typeof Policy>

export const defaultPolicy: Policy = Policy.parse({})
