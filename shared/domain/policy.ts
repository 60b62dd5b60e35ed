import * as z from 'zod'

const count = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}
const days = (preset: number) => count(1, 365).default(preset)

/**
 * The firm's rules of silence as data: one number per row of the table that `silence/rules` reads. Days are working
 * days in the recruiter's zone and holidays; spans of 30 days and more are calendar days.
 */
export const Policy = z.object({
  /** Reply window where the client stated none. */
  replyDays: days(3),
  agreementOutDays: days(4),
  candidatesOutDays: days(2),
  interviewFeedbackDays: days(1),
  offerDays: days(1),
  openedDays: days(5),
  firstContactDays: days(3),
  sameTextCompanies: count(2, 100).default(5),
  missedMeetingDays: days(1),
  ownAfterDays: days(5),
  ownOncePerDays: days(120),
  attemptsPerApproach: count(1, 5).default(2),
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

/** What each number means, as a recruiter reads it beside the field. */
export const WINDOW_MEANS: Readonly<Record<keyof Policy, string>> = {
  replyDays: 'They have not said how soon they answer: call and write after so many days',
  agreementOutDays: 'The agreement is out with them',
  candidatesOutDays: 'Candidates are out with them',
  interviewFeedbackDays: 'An interview took place, and feedback is due',
  offerDays: 'An offer is out',
  openedDays: 'An account is live, and nothing went out yet',
  firstContactDays: 'A first contact was never answered',
  sameTextCompanies: 'One text to so many companies in a day is a mailing, and opens no accounts',
  missedMeetingDays: 'They missed a meeting: call and write',
  ownAfterDays: 'A call and a mail both went unanswered: own the dropped ball, so many days after the first',
  ownOncePerDays: 'Nobody is apologised to twice within',
  attemptsPerApproach: 'The same approach, unanswered so many times in a row, is not suggested again',
  introducerAfterDays: 'Owning it brought no answer: go through whoever introduced them',
  decideAfterDays: 'Nor did that: participate or disengage',
  participateDays: 'You chose to participate: so many days more before it is asked again',
  ourTurnDays: 'Their message lies with you: answer it',
  backedAwayTensionDays: 'Tension is open and nobody has talked: ask the hiring manager',
  backedAwayDays: 'Their message still lies with you: call and write',
  clearTheAirDays: 'The hiring manager was asked: clear the air',
  slowProcessDays: 'A process of theirs that takes longer than this is put to you once',
  revisitDays: 'A frozen opening without a date is looked at again after',
  keepInTouchDays: 'Nothing is owed on either side: one line to keep in touch',
  darkAfterDays: 'A live account silent for so long is dark',
  liveForDays: 'A milestone or a meeting keeps an account live for',
  shrinkAfterDigests: 'A task left alone shrinks to a line after so many mails',
  askAfterDigests: 'and asks to be let go after so many',
  colleagueTouchDays: 'A colleague’s call or mail to the same client is named for',
  colleagueTaskDays:
    'A colleague has a task open with the same person, or owned the ball to them: speak to them first, for',
}

/** Until an account is opened, nobody can say that it goes by windows of its own. */
type Firmwide = 'sameTextCompanies'
export type WindowName = Exclude<keyof Policy, Firmwide>
/** The windows that an account may have of its own. */
export const WINDOWS = Policy.keyof().options.filter((name): name is WindowName => name !== 'sameTextCompanies')

/** The windows in which one account differs from its firm's policy. */
export const PolicyOverride = z.object(
  Object.fromEntries(WINDOWS.map(name => [name, Policy.shape[name].unwrap().exactOptional()])) as Record<
    WindowName,
    z.ZodExactOptional<z.ZodInt>
  >,
)
export type PolicyOverride = z.infer<typeof PolicyOverride>

/** What an account goes by: its own windows, else the firm's. */
export const policyFor = (firm: Policy, { windows }: { readonly windows: PolicyOverride }): Policy => ({
  ...firm,
  ...windows,
})

/** Of two windows that follow one another the first cannot be the longer. */
const IN_TURN = [
  ['ourTurnDays', 'backedAwayDays'],
  ['shrinkAfterDigests', 'askAfterDigests'],
] as const

/** The first window that makes no sense beside the others, and why. */
export const nonsenseIn = (windows: PolicyOverride): { readonly field: WindowName; readonly says: string } | null => {
  for (const [first, then] of IN_TURN) {
    const [sooner, later] = [windows[first], windows[then]]
    if (sooner !== undefined && later !== undefined && sooner > later)
      return { field: first, says: `must not be more than ${later}, at which the next step comes` }
  }
  return null
}
