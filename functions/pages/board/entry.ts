import { localDate } from '../../../shared/domain/calendar/days.ts'
import { contactOf, type Engagement, openTasks } from '../../../shared/domain/engagement/state.ts'
import { playNamed } from '../../../shared/domain/plays/index.ts'
import { oneLine, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { nextPlay } from '../../../shared/domain/silence/ahead.ts'
import { assess } from '../../../shared/domain/silence/assess.ts'
import type { Assessment, Status } from '../../../shared/domain/silence/assessment.ts'
import { lookoutAt } from '../../../shared/domain/silence/lookout.ts'
import { tellStory } from '../../../shared/domain/silence/tell.ts'
import { lapseDate } from '../../../shared/domain/silence/window.ts'
import type { ContactId } from '../../../shared/domain/vocabulary.ts'
import type { Owner } from '../../../shared/runtime/say.ts'

/** One account of the board, as of an instant. Dates are local to the recruiter whose account it is. */
export type Entry = {
  readonly engagement: Engagement
  readonly owner: Owner
  readonly assessment: Assessment
  readonly today: string
  /** When the present silence of theirs has lasted as long as is allowed. */
  readonly lapses: string | null
  /** The play that is due, or comes next if nothing is heard, and its day. */
  readonly next: Next | null
}
export type Next = { readonly play: string; readonly contact?: ContactId | undefined; readonly on: string }

export const entryOf = (engagement: Engagement, owner: Owner, now: string): Entry => {
  const { policy, calendar } = owner
  // A log may know of something later than the request that reads it.
  const at = Date.parse(engagement.recordedAt) > Date.parse(now) ? engagement.recordedAt : now
  const { silence, ...story } = tellStory(engagement, policy, calendar, lookoutAt(at))
  return {
    engagement,
    owner,
    assessment: assess(engagement, policy, calendar, at),
    today: localDate(calendar, at),
    lapses: silence ? lapseDate({ silence, ...story }, silence) : null,
    next: nextOf(engagement, owner, at),
  }
}

/** What is due; else what will be, if nothing happens till then. */
const nextOf = (engagement: Engagement, { policy, calendar }: Owner, now: string): Next | null => {
  const [task] = openTasks(engagement).toSorted((one, other) => one.due.localeCompare(other.due))
  if (task) return { play: task.play, contact: task.contact, on: task.due }
  const first = nextPlay(engagement, policy, calendar, now)
  return first && { play: first.play, contact: first.contact, on: first.due }
}

export const DARKEST_FIRST: readonly Status[] = [
  'dark',
  'quiet',
  'backed-away',
  'our-turn',
  'waiting',
  'on-track',
  'paused',
  'resting',
  'closed',
]

/** Darkest first; among equals the longest silent. */
export const byDarkness = (one: Entry, other: Entry): number =>
  DARKEST_FIRST.indexOf(one.assessment.status) - DARKEST_FIRST.indexOf(other.assessment.status) ||
  other.assessment.workingDaysSilent - one.assessment.workingDaysSilent ||
  one.engagement.client.localeCompare(other.engagement.client)

export const STATUS: Readonly<Record<Status, string>> = {
  dark: 'Dark',
  quiet: 'Quiet',
  'backed-away': 'You have backed away',
  'our-turn': 'Your turn',
  waiting: 'Waiting for them',
  'on-track': 'On track',
  paused: 'Paused',
  resting: 'Resting',
  closed: 'Closed',
}

/** The same, where the account is a colleague's. */
export const STATUS_OF_A_COLLEAGUES: typeof STATUS = {
  ...STATUS,
  'backed-away': 'We have backed away',
  'our-turn': 'Our turn',
}

/** "Own the dropped ball, Susan Reyes, today", "Call, then write, Ellen Roth, on Thursday 8 October". */
export const sayNext = ({ engagement, next, today }: Entry): string => {
  if (!next) return 'Nothing, until something happens'
  const who = contactOf(engagement, next.contact)
  const what = [playNamed(next.play)?.title ?? next.play, ...(who ? [oneLine(who.name)] : [])].join(', ')
  if (next.on === today) return `${what}, today`
  return `${what}, ${next.on < today ? 'since' : 'on'} ${weekdayAndDate(next.on, today)}`
}
