import type { EventOf, Fact } from '../engagement/events.ts'
import type { Engagement } from '../engagement/state.ts'
import type { Channel, ContactId, Outcome } from '../vocabulary.ts'
import { CONVERSATIONS, WRITTEN } from '../vocabulary.ts'
import type { Lookout } from './lookout.ts'

/** An engagement's facts in the order in which they happened, whatever order they arrived in. */

export const millis = (instant: string): number => Date.parse(instant)

/** Facts of one moment: first what passed between the sides, then milestones, then what was said about it. */
const rank = (fact: Fact): number => {
  switch (fact.type) {
    case 'TouchpointLogged':
    case 'MeetingHeld':
    case 'MeetingMissed':
    case 'MeetingCancelled':
      return 0
    case 'MilestoneReached':
      return 1
    default:
      return 2
  }
}

/** Facts that have happened by now, by `at`, then position; a milestone after a touchpoint of the same moment. */
export const inOrder = (engagement: Engagement, lookout: Lookout): readonly Fact[] =>
  engagement.facts
    .filter(fact => lookout.passed(fact.at))
    .toSorted((a, b) => millis(a.at) - millis(b.at) || rank(a) - rank(b) || a.position - b.position)

/** One contact between the sides, whichever event it came from. */
export type Touch = {
  readonly kind: 'conversation' | 'theirs' | 'thanks' | 'left' | 'no-answer'
  readonly at: string
  readonly position: number
  /** Whom it was with; null where a meeting's report names nobody. */
  readonly contact: ContactId | null
  readonly channel: Channel
  readonly outcome: Outcome
  readonly play: string
  readonly summary: string
  /** Whether they rang or wrote, rather than we. */
  readonly inbound: boolean
}

export const touchOf = (fact: Fact & EventOf<'TouchpointLogged'>): Touch => ({
  kind: CONVERSATIONS.has(fact.outcome)
    ? 'conversation'
    : fact.direction === 'inbound'
      ? fact.acknowledgement
        ? 'thanks'
        : 'theirs'
      : fact.outcome === 'no-answer'
        ? 'no-answer'
        : 'left',
  at: fact.at,
  position: fact.position,
  contact: fact.contact,
  channel: fact.channel,
  outcome: fact.outcome,
  // An attempt without a play counts as the plain one.
  play: fact.play ?? 'call-and-write',
  summary: fact.summary ?? '',
  inbound: fact.direction === 'inbound',
})

/** Contact from them: what ends a silence. */
export const fromThem = (touch: Touch): boolean =>
  touch.kind === 'conversation' || touch.kind === 'theirs' || touch.kind === 'thanks'
/** Something of ours that was left unanswered, or a try that reached nobody. */
export const isAttempt = (touch: Touch): boolean => touch.kind === 'left' || touch.kind === 'no-answer'
export const isWritten = (touch: Touch): boolean => WRITTEN.has(touch.channel)

/** Attempts that count as unanswered: ringing out counts from the second time. */
export const counted = (attempts: readonly Touch[]): readonly Touch[] => {
  let rang = 0
  return attempts.filter(attempt => attempt.kind !== 'no-answer' || ++rang > 1)
}
