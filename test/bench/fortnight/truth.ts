import {
  digestInstant,
  isWorkingDay,
  localDate,
  nthWorkingDayAfter,
  plusDays,
} from '../../../shared/domain/calendar/days.ts'
import { newYork } from '../../domain/support/account.ts'

/**
 * What really happens between a recruiter and forty clients, logged or not. The simulation writes it, the judge reads
 * it; neither asks the product.
 */

export const calendar = newYork
export type Kind = 'search' | 'signing' | 'warm' | 'dormant' | 'prospect'

export type What =
  // ours
  | 'we-wrote'
  | 'we-left-message'
  | 'we-sent-candidates'
  | 'we-sent-agreement'
  // theirs
  | 'they-wrote'
  | 'they-thanked'
  | 'they-signed'
  // both
  | 'spoke'
  | 'booked'
  | 'held'
  | 'missed-by-them'
  | 'moved'

export type Happening = {
  readonly what: What
  /** Milliseconds since the epoch. */
  readonly at: number
  /** The day they named for their next step, or we for ours. */
  readonly theyPromise?: string
  readonly wePromise?: string
  /** How soon they answer, if that was agreed. */
  readonly answersWithin?: string
  /** Which meeting, and when it is to be. */
  readonly meeting?: string
  readonly startsAt?: number
  readonly endsAt?: number
  /** Whether the product heard of it, and when. */
  logged: boolean
  loggedAt: number
}

export type Account = {
  readonly id: string
  readonly kind: Kind
  readonly happened: Happening[]
}

export const HOUR = 60 * 60_000
export const iso = (at: number): string => new Date(at).toISOString()
export const dateOf = (at: number): string => localDate(calendar, iso(at))
/** An instant on a date at a local time of day, in hours. */
export const atHour = (date: string, hour: number): number =>
  Date.parse(digestInstant(calendar, date)) + Math.round((hour - 7) * 60) * 60_000
export const workingDaysAfter = (date: string, days: number): string => nthWorkingDayAfter(calendar, date, days)
export const daysBefore = (date: string, days: number): string => {
  const day = plusDays(date, -days)
  return isWorkingDay(calendar, day) ? day : daysBefore(day, 1)
}

/** Mulberry32: the same seed gives the same fortnight. */
export const dice = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + next() * (high - low)
  return {
    between,
    chance: (probability: number): boolean => next() < probability,
    whole: (low: number, high: number): number => Math.floor(between(low, high + 1)),
    /** One of several, by their weights. */
    weigh: <Value extends string>(weights: Readonly<Partial<Record<Value, number>>>): Value => {
      const entries = Object.entries(weights) as [Value, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of entries) {
        left -= weight
        if (left <= 0) return value
      }
      throw new Error('nothing to choose from')
    },
  }
}
export type Dice = ReturnType<typeof dice>

// What follows from what happened, as of a moment

const OURS: ReadonlySet<What> = new Set(['we-wrote', 'we-left-message', 'we-sent-candidates', 'we-sent-agreement'])
const TALKS: ReadonlySet<What> = new Set(['spoke', 'held'])
const THEIRS: ReadonlySet<What> = new Set(['they-wrote', 'they-thanked', 'they-signed', ...TALKS])

export const isOurs = (happening: Happening): boolean => OURS.has(happening.what)
export const isTalk = (happening: Happening): boolean => TALKS.has(happening.what)
export const isTheirs = (happening: Happening): boolean => THEIRS.has(happening.what)
export const before = (account: Account, at: number): readonly Happening[] =>
  account.happened.filter(happening => happening.at < at).toSorted((a, b) => a.at - b.at)

/** The meeting that is booked and not yet over. */
export const meetingAhead = (account: Account, at: number): Happening | undefined =>
  before(account, at).findLast(({ what, endsAt }) => (what === 'booked' || what === 'moved') && (endsAt ?? 0) > at)

/** The meeting that is over and of which nothing more happened. */
export const meetingToReport = (account: Account, at: number): Happening | undefined => {
  const past = before(account, at)
  const last = past.findLast(({ what }) => what === 'booked' || what === 'moved')
  if (!last?.endsAt || last.endsAt > at) return undefined
  const { endsAt } = last
  return past.some(({ what, at: then }) => (what === 'held' || what === 'missed-by-them') && then >= endsAt)
    ? undefined
    : last
}

/** What we promised in a talk and have not kept: by sending something, or by talking on its day or later. */
export const ourPromise = (account: Account, at: number): string | undefined => {
  let promised: string | undefined
  for (const happening of before(account, at)) {
    if (isOurs(happening) || (isTalk(happening) && promised && dateOf(happening.at) >= promised)) promised = undefined
    if (happening.wePromise) promised = happening.wePromise
  }
  return promised
}

/** Whose turn it is: ours after a message of theirs that asks, or a promise of ours; theirs after ours, or a talk. */
export const turn = (account: Account, at: number): 'ours' | 'theirs' | 'nobody' => {
  if (meetingAhead(account, at)) return 'nobody'
  if (ourPromise(account, at)) return 'ours'
  let whose: 'ours' | 'theirs' | 'nobody' = 'nobody'
  for (const happening of before(account, at)) {
    if (isOurs(happening) || isTalk(happening) || happening.what === 'missed-by-them') whose = 'theirs'
    if (happening.what === 'they-signed') whose = 'ours'
    if (happening.what === 'they-wrote') whose = happening.theyPromise ? 'theirs' : 'ours'
  }
  return whose
}

/** The day they named, until they have come back on it or later; a word of thanks is no coming back. */
export const namedDay = (account: Account, at: number): string | undefined => {
  let named: string | undefined
  for (const happening of before(account, at)) {
    if (named && comesBack(happening) && dateOf(happening.at) >= named) named = undefined
    if (happening.theyPromise) named = happening.theyPromise
  }
  return named
}

const comesBack = (happening: Happening): boolean => isTheirs(happening) && happening.what !== 'they-thanked'
