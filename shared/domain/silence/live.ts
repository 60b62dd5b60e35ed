import { digestInstant, localDate, plusDays } from '../calendar/days.ts'
import { millis } from './chronicle.ts'
import type { Story } from './story.ts'

/**
 * Live: something is owed. A named opening, a milestone (other than placed) or a meeting within 90 days, candidates
 * out, an agreed next step, open tension; and, since a message that waits for us is owed an answer, that too.
 */
export const isLive = (story: Story): boolean => {
  if (story.rested || story.closed) return false
  const sincePlaced = (at: string) => story.placedAt === null || millis(at) > millis(story.placedAt)
  const recent = (at: string) =>
    sincePlaced(at) &&
    !story.lookout.passed(
      digestInstant(story.calendar, plusDays(localDate(story.calendar, at), story.policy.liveForDays + 1)),
    )
  return (
    story.tensions.length > 0 ||
    story.ourStep !== null ||
    story.theirStep !== null ||
    story.silence?.from === 'participation' ||
    story.owed.some(owed => recent(owed.at)) ||
    story.facts.some(
      fact =>
        (fact.type === 'OpeningNamed' && sincePlaced(fact.at)) ||
        (fact.type === 'MilestoneReached' &&
          fact.milestone !== 'placed' &&
          (fact.milestone === 'candidates-sent' ? sincePlaced(fact.at) : recent(fact.at))),
    ) ||
    story.meetings.some(
      meeting => meeting.outcome === 'ahead' || (meeting.outcome !== 'cancelled' && recent(meeting.endsAt)),
    )
  )
}
