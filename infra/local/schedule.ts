import * as z from 'zod'
import type { Functions } from './functions.ts'
import type { Resource } from './template.ts'

/** EventBridge's `cron(minute hour day month weekday year)`, in UTC, as far as this stack uses it. */

const MINUTE = 60_000
/** A schedule that has not come round in four years and a day never does. */
const HORIZON = 1462 * 24 * 60

/** The first instant strictly after another at which the schedule fires; both in milliseconds since 1970. */
export const nextTick = (expression: string, after: number): number => {
  const fields = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(expression)?.slice(1)
  if (!fields) throw new Error(`the stack on one machine does not know the schedule ${expression}`)
  let minute = Math.floor(after / MINUTE) * MINUTE + MINUTE
  for (let left = HORIZON; left > 0; left--, minute += MINUTE) if (fires(fields, new Date(minute))) return minute
  throw new Error(`the schedule ${expression} never fires`)
}

const fires = (fields: readonly string[], date: Date): boolean =>
  [
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth() + 1,
    date.getUTCDay() + 1,
    date.getUTCFullYear(),
  ].every((value, index) => (fields[index] ?? '*').split(',').some(field => allows(field, value)))

const allows = (field: string, value: number): boolean => {
  if (field === '*' || field === '?') return true
  const [range = '', step] = field.split('/')
  const [from = '', to] = range.split('-')
  const low = from === '*' ? 0 : Number(from)
  if (!Number.isInteger(low)) throw new Error(`the stack on one machine does not know the schedule's field ${field}`)
  if (step) return value >= low && value <= Number(to ?? Infinity) && (value - low) % Number(step) === 0
  return to ? value >= low && value <= Number(to) : value === low
}

const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('Etc/UTC'),
  Target: z.object({
    Arn: z.string(),
    Input: z.string(),
    RetryPolicy: z.object({ MaximumRetryAttempts: z.int() }),
  }),
})

export type Scheduled = {
  readonly expression: string
  /** Invokes the schedule's target with the time; resolves when it has answered, or has failed too often. */
  readonly fire: (scheduledTime: string) => Promise<void>
}

export const schedulesOf = (resources: readonly Resource[], functions: Functions): Scheduled[] =>
  resources
    .filter(({ type }) => type === 'AWS::Scheduler::Schedule')
    .map(({ properties }) => {
      const { ScheduleExpression, Target } = Schedule.parse(properties)
      const fire = async (time: string): Promise<void> => {
        const event: unknown = JSON.parse(Target.Input.replaceAll('<aws.scheduler.scheduled-time>', time))
        for (let left = Target.RetryPolicy.MaximumRetryAttempts; left >= 0; left--) {
          try {
            await functions.invoke(Target.Arn, event)
            return
          } catch (error) {
            console.error(error instanceof Error ? error.message : error)
          }
        }
      }
      return { expression: ScheduleExpression, fire }
    })
