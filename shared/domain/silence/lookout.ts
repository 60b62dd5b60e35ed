import { Temporal } from 'temporal-polyfill'

/**
 * The only way in which `assess` sees the time. Each question "has this instant passed?" is remembered, so the earliest
 * instant that was asked about and has not passed is the next at which any answer, and so the assessment, can change.
 */
export type Lookout = {
  readonly passed: (instant: string) => boolean
  /** The earliest instant asked about that lies ahead, or null. */
  readonly next: () => string | null
}

export const lookoutAt = (now: string): Lookout => {
  const here = Temporal.Instant.from(now)
  let next: Temporal.Instant | null = null
  return {
    passed: instant => {
      const then = Temporal.Instant.from(instant)
      if (Temporal.Instant.compare(then, here) <= 0) return true
      if (!next || Temporal.Instant.compare(then, next) < 0) next = then
      return false
    },
    next: () => next?.toString() ?? null,
  }
}
