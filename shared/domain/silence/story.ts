import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { EventOf, Fact } from '../engagement/events.ts'
import type { Engagement } from '../engagement/state.ts'
import type { Policy } from '../policy.ts'
import type { ContactId, Milestone } from '../vocabulary.ts'
import type { Touch } from './chronicle.ts'
import type { Lookout } from './lookout.ts'
import type { MeetingStory } from './meetings.ts'

/**
 * The engagement's facts told in the order in which they happened: whose ball it is, which silence runs, what was
 * tried in it. Rules read the story; they never fold facts themselves.
 */
export type Story = {
  readonly engagement: Engagement
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly lookout: Lookout
  readonly facts: readonly Fact[]
  readonly touches: readonly Touch[]
  readonly meetings: readonly MeetingStory[]
  ball: 'ours' | 'theirs' | null
  /** Messages, milestones and promises that lie with us, oldest first. */
  owed: readonly Owed[]
  /** Their silence, while the ball is theirs. */
  silence: Silence | null
  /** What we tried since they last spoke. */
  attempts: readonly Touch[]
  /** Silences of theirs that had lapsed when they ended. */
  returns: readonly Return[]
  /** The last milestone that sets a window. */
  stage: Milestone | null
  ourStep: Step | null
  theirStep: Step | null
  expectations: readonly Expectation[]
  tensions: readonly Tension[]
  resolved: readonly { readonly contact: ContactId; readonly at: string; readonly position: number }[]
  paused: { readonly until: string; readonly contact: ContactId | null; readonly position: number } | null
  closed: { readonly revisitOn: string | null; readonly at: string; readonly position: number } | null
  /** What happened since is owed; `null` while nothing ever rested. */
  rested: boolean
  /** Facts before this position in the story are not owed any more: the search was filled. */
  placedAt: string | null
  /** When each side last did anything. */
  lastTouch: { readonly at: string; readonly position: number } | null
}

export type Owed = {
  readonly contact: ContactId | null
  readonly at: string
  readonly position: number
  /** A meeting that we missed or cancelled: answered in the next digest. */
  readonly pressing: boolean
}
export type Silence = {
  readonly from: 'touch' | 'missed-meeting' | 'participation'
  readonly contact: ContactId | null
  readonly since: string
  /** What the window counts from: the silence's beginning, or what we sent last of a search. */
  readonly windowFrom: string
  readonly because: readonly number[]
}
export type Return = { readonly contact: ContactId | null; readonly at: string; readonly position: number }
export type Step = EventOf<'NextStepAgreed'> & { readonly position: number }
export type Expectation = EventOf<'ExpectationSet'> & { readonly position: number }
export type Tension = EventOf<'TensionReported'> & { readonly position: number }
