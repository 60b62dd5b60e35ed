import { isWorkingDay, localDate, nthWorkingDayAfter, plusDays, workingDaysSince } from '../../domain/calendar/days.ts'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { Engagement, Task } from '../../domain/engagement/state.ts'
import { playNamed } from '../../domain/plays/index.ts'
import { type Policy, policyFor } from '../../domain/policy.ts'
import type { Assessment } from '../../domain/silence/assessment.ts'

/** An open task with the engagement it belongs to, as of the morning of the digest. */
export type Entry = {
  readonly engagement: Engagement
  readonly assessment: Assessment
  readonly task: Task
}

/** What stands in the digest and how: in full and numbered, on one line, or as a line that asks what to do with it. */
export type Arranged = {
  readonly full: readonly Entry[]
  readonly short: readonly Entry[]
  readonly stale: readonly Entry[]
  /** Plays that are a single line by nature. */
  readonly lines: readonly Entry[]
}

/** More than this nobody does in a morning. */
const FULL_TASKS = 7

/** Sorts the tasks of a digest into their places. `today` is the digest's local date. */
export const arrange = (
  entries: readonly Entry[],
  policy: Policy,
  calendar: WorkingCalendar,
  today: string,
): Arranged => {
  const shown = rank(
    entries.filter(({ task }) => !task.settled && (task.putOffUntil ?? '') <= today),
    calendar,
    today,
  )
  const lines = shown.filter(({ task }) => playNamed(task.play)?.shape === 'line')
  const tasks = shown.filter(({ task }) => playNamed(task.play)?.shape === 'task')
  const isWorn = ({ task, engagement }: Entry, after: 'askAfterDigests' | 'shrinkAfterDigests') =>
    !isTension(task) && digestsUntouched(task, calendar, today) >= policyFor(policy, engagement)[after]
  const stale = tasks.filter(entry => isWorn(entry, 'askAfterDigests'))
  const worn = tasks.filter(entry => isWorn(entry, 'shrinkAfterDigests') && !stale.includes(entry))
  const fresh = tasks.filter(entry => !worn.includes(entry) && !stale.includes(entry))
  return { full: fresh.slice(0, FULL_TASKS), short: [...fresh.slice(FULL_TASKS), ...worn], stale, lines }
}

/** Days put off, tension, dark, quiet, our turn, then age; expectations last. */
export const rank = (entries: readonly Entry[], calendar: WorkingCalendar, today: string): readonly Entry[] =>
  entries.toSorted(
    (a, b) =>
      Number(isExpectation(a.task)) - Number(isExpectation(b.task)) ||
      daysPutOff(b.task, calendar, today) - daysPutOff(a.task, calendar, today) ||
      urgency(a) - urgency(b) ||
      compare(a.task.due, b.task.due) ||
      compare(a.task.raisedAt, b.task.raisedAt) ||
      compare(a.task.id, b.task.id),
  )

const isTension = (task: Task): boolean => task.play === 'ask-the-hiring-manager' || task.play === 'clear-the-air'
const isExpectation = (task: Task): boolean => task.play === 'set-expectations'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Working days since a task was first put off. */
const daysPutOff = (task: Task, calendar: WorkingCalendar, today: string): number => {
  const [first] = task.putOff
  return first === undefined ? 0 : workingDaysSince(calendar, first, today)
}

const urgency = ({ task, assessment }: Entry): number => {
  if (isTension(task)) return 0
  if (assessment.status === 'dark') return 1
  if (assessment.status === 'quiet') return 2
  if (assessment.status === 'our-turn' || assessment.status === 'backed-away') return 3
  return 4
}

/** In how many digests before today's a task stood since it was raised, last put off or handed over. */
export const digestsUntouched = (task: Task, calendar: WorkingCalendar, today: string): number => {
  const dayAfter = (instant: string | undefined): string =>
    instant === undefined ? '' : nthWorkingDayAfter(calendar, localDate(calendar, instant), 1)
  const from = [task.due, dayAfter(task.putOff.at(-1)), dayAfter(task.takenOverAt), task.putOffUntil ?? '']
    .toSorted()
    .at(-1)
  let count = 0
  for (let day = from ?? today; day < today; day = plusDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}
