import { digestInstant, dueAfterDays } from '../calendar/days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Engagement } from '../engagement/state.ts'
import { type ContactId, OUR_MILESTONES } from '../vocabulary.ts'
import { fromThem, inOrder, isAttempt, millis, touchOf } from './chronicle.ts'
import { lookoutAt } from './lookout.ts'

/** A use of a play, and whether they came back on it: so a firm's own return rate can stand beside anyone's claim. */
export type PlayFollowed = {
  readonly play: string
  readonly contact: ContactId | null
  readonly at: string
  readonly result: 'returned' | 'not-returned' | 'open'
}

/** They have so many working days to come back. */
const RETURN_DAYS = 5

/** Each play that was tried, followed to its result: returned within five working days, or not. `now` is UTC. */
export const followPlays = (
  engagement: Engagement,
  calendar: WorkingCalendar,
  now: string,
): readonly PlayFollowed[] => {
  const lookout = lookoutAt(now)
  const facts = inOrder(engagement, lookout)
  const touches = facts.filter(fact => fact.type === 'TouchpointLogged').map(touchOf)
  // What ends a silence is a return: their word, a conversation, a milestone of theirs.
  const returns = [
    ...touches.filter(fromThem).map(({ at }) => at),
    ...facts.flatMap(fact =>
      fact.type === 'MilestoneReached' && !OUR_MILESTONES.has(fact.milestone) ? [fact.at] : [],
    ),
  ]
  const named = new Set(
    facts.filter(fact => fact.type === 'TouchpointLogged' && fact.play !== undefined).map(({ position }) => position),
  )
  return touches
    .filter(touch => isAttempt(touch) && named.has(touch.position))
    .map(({ play, contact, at }) => {
      const until = digestInstant(calendar, dueAfterDays(calendar, at, RETURN_DAYS))
      const back = returns.some(each => millis(each) > millis(at) && millis(each) <= millis(until))
      return { play, contact, at, result: back ? 'returned' : lookout.passed(until) ? 'not-returned' : 'open' }
    })
}
