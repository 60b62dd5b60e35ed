import { Temporal } from 'temporal-polyfill'
import { digestInstant, isWorkingDay, localDate, plusDays } from '../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../shared/domain/calendar/working-calendar.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { type Owner, say } from '../../shared/runtime/say.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { instant } from './clock.ts'
import { type Local, type Scene, story } from './demo-story.ts'
import type { Stack } from './stack.ts'

/** Lets the demo's story happen on a stack whose clock was put back, so that its last morning is the latest there was. */

const DAY = 24 * 60 * 60 * 1000
const MINUTE = 60 * 1000
/** Before the first scene there are as many working days as its own number says; weekends and holidays lie between. */
export const DEMO_TAKES = 45 * DAY

/** Ends with the clock at `present`, in milliseconds, and the mail of every morning of the story in the outbox. */
export const playDemo = async (stack: Stack, present: () => number): Promise<void> => {
  const owner = await theOwner(stack)
  const local = localTo(owner.calendar, lastMorning(owner.calendar, instant(present())))
  const log = createDynamoLog(stack.history.client, stack.history.log)

  const tell = async (scene: Scene, number: number): Promise<void> => {
    const at = local.instant(scene.daysBefore, scene.at)
    await advance(stack, Date.parse(at))
    const said = await say(
      log,
      owner,
      scene.engagement,
      scene.commands(local).map((command, index) => ({
        command,
        saying: {
          id: CommandId.parse(`demo.${number}.${index}`),
          at,
          now: at,
          by: owner.recruiter,
          source: 'import',
          evidence: 'reported',
        },
      })),
    )
    const [first] = said.refused
    if (first) throw new Error(`the demo's story does not hold: ${first.refusal.message}`)
  }

  const begin = Math.max(...story.map(({ daysBefore }) => daysBefore))
  for (let day = begin; day >= 0; day--) {
    await morning(stack, digestInstant(owner.calendar, local.date(day)))
    for (const [number, scene] of story.entries()) if (scene.daysBefore === day) await tell(scene, number)
  }
  stack.clock.set(present())
}

const theOwner = async ({ recruiters, history }: Stack): Promise<Owner> => {
  const [recruiter] = await recruiters()
  if (!recruiter) throw new Error('the demo needs a recruiter')
  const views = createDynamoViews(history.client, history.views)
  const row = await views.recruiter(recruiter.firm, recruiter.recruiter)
  const firm = await views.firm(recruiter.firm)
  if (!row || !firm) throw new Error('the recruiter is not projected yet')
  return { firm: firm.firm, recruiter: row.recruiter, calendar: row.calendar, policy: firm.policy }
}

/** The latest working day whose digest has gone out. */
const lastMorning = (calendar: WorkingCalendar, now: string): string => {
  let day = localDate(calendar, now)
  while (!isWorkingDay(calendar, day) || Date.parse(digestInstant(calendar, day)) > Date.parse(now))
    day = plusDays(day, -1)
  return day
}

const localTo = (calendar: WorkingCalendar, morning: string): Local => {
  const date = (daysBefore: number): string => {
    let day = morning
    for (let left = daysBefore; left > 0; left--)
      do day = plusDays(day, -1)
      while (!isWorkingDay(calendar, day))
    return day
  }
  const at = (daysBefore: number, time: string): string =>
    Temporal.PlainDate.from(date(daysBefore))
      .toZonedDateTime({ timeZone: calendar.zone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant()
      .toString()
  return { date, instant: at }
}

/** Between two scenes nothing happens but mornings, so the clock jumps over the ticks between them. */
const advance = async (stack: Stack, time: number): Promise<void> => {
  await stack.work.settled()
  if (time > stack.clock.time()) stack.clock.set(time)
}

const morning = async (stack: Stack, digest: string): Promise<void> => {
  await advance(stack, Date.parse(digest) - MINUTE)
  await stack.timetable.moveTo(Date.parse(digest))
}
