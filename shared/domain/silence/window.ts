import { dueAfterDays, dueAfterDuration, nthWorkingDayAfter } from '../calendar/days.ts'
import type { Policy } from '../policy.ts'
import type { ContactId, Milestone } from '../vocabulary.ts'
import type { Silence, Story } from './story.ts'

/** The length of a silence window, by what was agreed, else by what is out with them. */

/** The latest stated reply time that binds a contact: their own, or one agreed for the whole engagement. */
const statedReply = (story: Story, contact: ContactId | null): string | null =>
  story.expectations.findLast(
    expectation =>
      expectation.replyWithin !== undefined &&
      (expectation.contact === undefined || contact === null || expectation.contact === contact),
  )?.replyWithin ?? null

/** The local date in whose digest the silence's window has lapsed. */
export const lapseDate = (story: Story, silence: Silence): string => {
  const { calendar, policy } = story
  if (silence.from === 'missed-meeting') return dueAfterDays(calendar, silence.since, policy.missedMeetingDays)
  if (story.theirStep) return nthWorkingDayAfter(calendar, story.theirStep.due, 1)
  const stated = statedReply(story, silence.contact)
  if (stated) return dueAfterDuration(calendar, silence.windowFrom, stated)
  if (silence.from === 'participation') return dueAfterDays(calendar, silence.windowFrom, policy.participateDays)
  return dueAfterDays(calendar, silence.windowFrom, stageDays(policy, story.stage))
}

const stageDays = (policy: Policy, stage: Milestone | null): number => {
  switch (stage) {
    case 'agreement-sent':
      return policy.agreementOutDays
    case 'candidates-sent':
      return policy.candidatesOutDays
    case 'interviewing':
      return policy.interviewFeedbackDays
    case 'offer-out':
      return policy.offerDays
    case 'introduced':
    case 'process-agreed':
    case 'fee-agreed':
    case 'job-description-received':
    case 'agreement-signed':
    case 'placed':
    case null:
      return policy.replyDays
  }
}
