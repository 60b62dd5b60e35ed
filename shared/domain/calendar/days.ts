import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from './working-calendar.ts'

/**
 * How days are counted (section "Silence" of the design): *n days* means due in the digest of the n-th working day
 * after the local day it counts from; what happens after 18:00 counts from the next working day; spans of 30 days and
 * more are calendar days. Instants are UTC ISO strings, dates are local to the calendar's zone.
 */

const A_DAY = Temporal.Duration.from({ days: 1 })
const EVENING = Temporal.PlainTime.from('18:00')
/** From here on a span is counted in calendar days. */
const CALENDAR_SPAN = 30
/** A stated expectation of more days than this counts local dates. */
const WORKING_DAY_EXPECTATION = 10

const local = (calendar: WorkingCalendar, instant: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone)

/** The local date of an instant. */
export const localDate = (calendar: WorkingCalendar, instant: string): string =>
  local(calendar, instant).toPlainDate().toString()

export const isWorkingDay = (calendar: WorkingCalendar, date: string): boolean =>
  isWorking(calendar, Temporal.PlainDate.from(date))

const isWorking = (calendar: WorkingCalendar, day: Temporal.PlainDate): boolean =>
  calendar.workingDays.includes(day.dayOfWeek) &&
  !calendar.holidays.includes(day.toString()) &&
  comes(calendar.zone, day)

/** A country that moves across the date line skips a date: Samoa had no 30 December 2011. */
const comes = (zone: string, day: Temporal.PlainDate): boolean => day.toZonedDateTime(zone).toPlainDate().equals(day)

export const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

export const workingDayOnOrAfter = (calendar: WorkingCalendar, date: string): string =>
  onOrAfter(calendar, Temporal.PlainDate.from(date)).toString()

const onOrAfter = (calendar: WorkingCalendar, date: Temporal.PlainDate): Temporal.PlainDate => {
  let day = date
  while (!isWorking(calendar, day)) day = day.add(A_DAY)
  return day
}

/** The n-th working day strictly after a date; n ≥ 1. */
export const nthWorkingDayAfter = (calendar: WorkingCalendar, date: string, n: number): string => {
  let day = Temporal.PlainDate.from(date)
  for (let left = n; left > 0; left--) day = onOrAfter(calendar, day.add(A_DAY))
  return day.toString()
}

/** The local day that a span counts from: what happens after 18:00 counts from the next working day. */
export const countsFrom = (calendar: WorkingCalendar, instant: string): string => {
  const when = local(calendar, instant)
  const date = when.toPlainDate().toString()
  return Temporal.PlainTime.compare(when.toPlainTime(), EVENING) > 0 ? nthWorkingDayAfter(calendar, date, 1) : date
}

/** The date of the digest in which something is due n days after an instant. */
export const dueAfterDays = (calendar: WorkingCalendar, instant: string, days: number): string =>
  days < CALENDAR_SPAN
    ? nthWorkingDayAfter(calendar, countsFrom(calendar, instant), days)
    : workingDayOnOrAfter(calendar, plusDays(localDate(calendar, instant), days))

/**
 * The same for a stated expectation: days up to 10 are working days, more are dates; weeks and months count local
 * dates; hours end at an instant and are due in the first digest not before it.
 */
export const dueAfterDuration = (calendar: WorkingCalendar, instant: string, duration: string): string => {
  const span = Temporal.Duration.from(duration)
  if (span.hours > 0) return firstDigestFrom(calendar, Temporal.Instant.from(instant).add(span).toString())
  if (span.days > 0 && span.days <= WORKING_DAY_EXPECTATION) return dueAfterDays(calendar, instant, span.days)
  return workingDayOnOrAfter(calendar, local(calendar, instant).toPlainDate().add(span).toString())
}

/** The instant (UTC) of a local time, `HH:MM`, on a date; an hour that daylight saving skips moves on by the gap. */
export const localInstant = ({ zone }: WorkingCalendar, date: string, time: string): string =>
  Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString()

/** The instant (UTC) of what happened on a local date that somebody gives: now where it is today or none, else its noon. */
export const instantOn = (calendar: WorkingCalendar, date: string | undefined, now: string): string =>
  date === undefined || date === localDate(calendar, now) ? now : localInstant(calendar, date, '12:00')

/** The instant of the digest on a date. */
export const digestInstant = (calendar: WorkingCalendar, date: string): string =>
  localInstant(calendar, date, calendar.digestAt)

/** The date of the first digest not before an instant. */
export const firstDigestFrom = (calendar: WorkingCalendar, instant: string): string => {
  const day = workingDayOnOrAfter(calendar, localDate(calendar, instant))
  const early = Temporal.Instant.compare(digestInstant(calendar, day), instant) >= 0
  return early ? day : nthWorkingDayAfter(calendar, day, 1)
}

/** Working days after the one that an instant counts from, up to and including a date. */
export const workingDaysSince = (calendar: WorkingCalendar, instant: string, date: string): number => {
  const last = Temporal.PlainDate.from(date)
  let count = 0
  let day = Temporal.PlainDate.from(countsFrom(calendar, instant)).add(A_DAY)
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add(A_DAY)) if (isWorking(calendar, day)) count++
  return count
}
