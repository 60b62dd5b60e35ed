import { type Clock, instant } from './clock.ts'
import { nextTick, type Scheduled } from './schedule.ts'
import type { Work } from './work.ts'

/** Moves the clock, and with it all that happens at set times. */
export type Timetable = {
  /**
   * Moves the clock to an instant, running every tick on the way in order and waiting each time until nothing is in
   * flight. An instant that is past is refused.
   */
  readonly moveTo: (time: number) => Promise<void>
  /** Fires what becomes due while the clock runs in real time. */
  readonly run: () => void
  readonly stop: () => void
}

/** `setTimeout` can wait no longer. */
const LONGEST_WAIT = 2 ** 31 - 1

export const createTimetable = (clock: Clock, schedules: readonly Scheduled[], work: Work): Timetable => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  /** Moves follow one another. */
  let moving: Promise<void> = Promise.resolve()

  const nextAfter = (time: number): number => Math.min(...schedules.map(({ expression }) => nextTick(expression, time)))

  const tick = async (time: number): Promise<void> => {
    const due = schedules.filter(({ expression }) => nextTick(expression, time - 1) === time)
    for (const { fire } of due) await work.track(() => fire(instant(time)))
    await work.settled()
  }

  const move = async (to: number): Promise<void> => {
    await work.settled()
    if (to < clock.time()) throw new RangeError(`the clock is already at ${instant(clock.time())}`)
    for (let next = nextAfter(clock.time()); next <= to; next = nextAfter(next)) {
      clock.set(next)
      await tick(next)
    }
    if (to > clock.time()) clock.set(to)
  }

  const moveTo = (to: number): Promise<void> => {
    const moved = moving.then(() => move(to))
    moving = moved.catch(() => {})
    return moved
  }

  const run = (): void => {
    if (!clock.running || stopped) return
    const next = nextAfter(clock.time())
    timer = setTimeout(
      () => {
        const now = clock.time()
        // A machine that slept past a tick is given the last one only, as EventBridge would give it.
        if (now >= next) moving = moving.then(() => tick(lastTick(next, now))).catch(() => {})
        moving.finally(run)
      },
      Math.min(Math.max(next - clock.time(), 0), LONGEST_WAIT),
    )
  }

  const lastTick = (from: number, now: number): number => {
    let last = from
    for (let next = nextAfter(last); next <= now; next = nextAfter(next)) last = next
    return last
  }

  const stop = (): void => {
    stopped = true
    clearTimeout(timer)
  }

  return { moveTo, run, stop }
}
