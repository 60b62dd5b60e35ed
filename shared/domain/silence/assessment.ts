import type { Channel, ContactId, Outcome } from '../vocabulary.ts'
import type { Colleague } from './around.ts'

/** What `assess` says of an engagement at an instant. */

export type Status =
  | 'resting'
  | 'on-track'
  | 'waiting'
  | 'our-turn'
  | 'quiet'
  | 'dark'
  | 'backed-away'
  | 'paused'
  | 'closed'

/** An outbound try since they last spoke. */
export type Attempt = {
  readonly contact: ContactId
  readonly channel: Channel
  readonly outcome: Outcome
  readonly at: string
  readonly position: number
  readonly play: string
}

/** A play whose time has come. */
export type DuePlay = {
  readonly play: PlayName
  readonly contact?: ContactId
  /** Local date of the digest it is first due in. */
  readonly due: string
  /** Positions of the events that led to it. */
  readonly because: readonly number[]
}

export type Assessment = {
  readonly status: Status
  /** Whose turn it is. */
  readonly ball: 'ours' | 'theirs' | null
  /** When the present silence (theirs or ours) began. */
  readonly silentSince: string | null
  /** Whose silence it is. */
  readonly silentContact: ContactId | null
  /** Working days since then, today included where it is one. */
  readonly workingDaysSilent: number
  readonly attempts: readonly Attempt[]
  readonly due: readonly DuePlay[]
  /** Colleagues who are at the same client just now. */
  readonly colleagues: readonly Colleague[]
  /** The next instant at which status, play or due day can change; null: only a new fact changes it. */
  readonly wakeAt: string | null
}

/** One line each in the digest, never a numbered task. */
export const LINES = ['ask-who-follows', 'ask-about-hr', 'ask-the-reason', 'keep-in-touch'] as const

export const PLAY_NAMES = [
  'report-the-meeting',
  'speak-to-a-colleague',
  'ask-the-hiring-manager',
  'clear-the-air',
  'own-the-dropped-ball',
  'go-through-the-introducer',
  'call-and-write',
  'answer-them',
  'participate-or-disengage',
  'revisit',
  'set-expectations',
  ...LINES,
] as const
export type PlayName = (typeof PLAY_NAMES)[number]

export const isLine = (play: string): boolean => LINES.some(line => line === play)
