import * as z from 'zod'
import type { Store } from './store.ts'

/**
 * The stack's clock. It stands still where an instant was given, and runs in real time otherwise; it is moved forward by
 * hand, never back, and where it stood outlives the process.
 */
export type Clock = {
  /** In milliseconds since 1970. */
  readonly time: () => number
  readonly set: (time: number) => void
  readonly running: boolean
}

/** An instant in UTC, without fractions where there are none: `2026-09-22T11:00:00Z`. */
export const instant = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')

/** Where the clock stood, and what the real time was then. */
const Stood = z.object({ clock: z.number(), real: z.number() })

export const startClock = (store: Store, start: string | undefined): Clock => {
  const stood = Stood.optional().parse(store.get('clock'))
  const running = start === undefined
  /** How far a running clock is ahead of the real one, or where one stands that does not run. */
  let base = running
    ? Math.max(0, stood ? stood.clock - stood.real : 0)
    : Math.max(stood?.clock ?? Number.NEGATIVE_INFINITY, Date.parse(start))
  const time = (): number => (running ? Date.now() + base : base)
  const set = (clock: number): void => {
    const real = Date.now()
    base = running ? clock - real : clock
    store.set('clock', { clock, real })
  }
  set(time())
  return { time, set, running }
}
