import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts'
import type { Occasion } from '../reading.ts'
import type { Day, When } from './dates.ts'
import type { Span } from './times.ts'

/** Which day a note's words mean, counted from the day it was sent in the recruiter's zone. */

type Sense = 'past' | 'future'
const DEFAULT_MINUTES = 12 * 60

export const sentDay = (occasion: Occasion, calendar: WorkingCalendar): Temporal.PlainDate =>
  Temporal.Instant.from(occasion.sentAt).toZonedDateTimeISO(calendar.zone).toPlainDate()

const exists = (year: number, month: number, day: number): Temporal.PlainDate | undefined => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day <= first.daysInMonth ? first.with({ day }) : undefined
}
const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0

/** The local date; undefined where there is none (31 June). A date without its year is the nearest in its sense. */
export const dateOf = (day: Day, today: Temporal.PlainDate, sense: Sense): Temporal.PlainDate | undefined => {
  switch (day.kind) {
    case 'offset':
      return today.add({ days: day.days })
    case 'weekday': {
      const ahead = (day.weekday - today.dayOfWeek + 7) % 7
      if (day.which === 'last') return today.add({ days: ahead - 7 })
      if (day.which === 'this') return today.add({ days: day.weekday - today.dayOfWeek })
      if (day.which === 'next') return today.add({ days: 7 - today.dayOfWeek + day.weekday })
      if (sense === 'past' && !day.later) return today.add({ days: ahead === 0 ? 0 : ahead - 7 })
      return today.add({ days: (ahead === 0 ? 7 : ahead) + 7 * (day.later ?? 0) })
    }
    case 'date': {
      if (day.year) return exists(day.year, day.month, day.day)
      const here = exists(today.year, day.month, day.day)
      if (!here) return undefined
      if (sense === 'past') return isAfter(here, today) ? exists(today.year - 1, day.month, day.day) : here
      return isAfter(today, here) ? exists(today.year + 1, day.month, day.day) : here
    }
    case 'day-of-month': {
      // "Monday the 7th" is the one that is a Monday.
      const near = [0, 1, -1].flatMap(months => {
        const month = today.add({ months })
        return exists(month.year, month.month, day.day) ?? []
      })
      const named = near.filter(date => date.dayOfWeek === day.weekday)
      if (named.length === 1) return named[0]
      const here = exists(today.year, today.month, day.day)
      if (here && (sense === 'past' ? !isAfter(here, today) : !isAfter(today, here))) return here
      const other = today.add({ months: sense === 'past' ? -1 : 1 })
      return exists(other.year, other.month, day.day)
    }
    case 'month': {
      const year = day.year ?? (day.month < today.month && sense === 'future' ? today.year + 1 : today.year)
      const first = Temporal.PlainDate.from({ year, month: day.month, day: 1 })
      if (day.at === 'middle') return first.with({ day: 15 })
      return day.at === 'end' ? first.with({ day: first.daysInMonth }) : first
    }
    case 'week':
      return today.add({ days: 7 * day.weeks + (day.weeks === 0 ? 5 : 1) - today.dayOfWeek })
    case 'end-of':
      if (day.of === 'week') return today.add({ days: Math.max(5 - today.dayOfWeek, 0) })
      if (day.of === 'month') return today.with({ day: today.daysInMonth })
      return today.with({ month: 12, day: 31 })
    case 'next-month':
      return today.add({ months: 1 }).with({ day: 1 })
    case 'next-quarter':
      return today.add({ months: 3 - ((today.month - 1) % 3) }).with({ day: 1 })
    case 'next-year':
      return Temporal.PlainDate.from({ year: today.year + 1, month: 1, day: 1 })
  }
}

export const dateAfter = (span: Span, today: Temporal.PlainDate): Temporal.PlainDate => {
  switch (span.unit) {
    case 'minute':
      return today
    case 'hour':
      return today.add({ days: Math.ceil(span.amount / 24) })
    case 'day':
      return today.add({ days: span.amount })
    case 'week':
      return today.add({ weeks: span.amount })
    case 'month':
      return today.add({ months: span.amount })
    case 'year':
      return today.add({ years: span.amount })
  }
}

/** The next working day after this one. */
export const workingDayAfter = (date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate => {
  let day = date.add({ days: 1 })
  for (let tries = 0; tries < 30; tries += 1) {
    if (calendar.workingDays.includes(day.dayOfWeek) && !calendar.holidays.includes(day.toString())) return day
    day = day.add({ days: 1 })
  }
  return day
}

/** An instant in UTC for a local date and minutes after its midnight. */
export const instantOf = (date: Temporal.PlainDate, minutes: number, zone: string): string =>
  date
    .toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 }),
    })
    .toInstant()
    .toString()

/**
 * When something that is told happened, in UTC: the said day at the said time, 12:00 local where no time is said, the
 * moment of writing where no day is. Never later than the message arrived.
 */
export const happenedAt = (when: When | undefined, occasion: Occasion, calendar: WorkingCalendar): string => {
  const earliest = (instant: string): string =>
    Date.parse(instant) > Date.parse(occasion.arrivedAt) ? occasion.arrivedAt : instant
  const sent = earliest(occasion.sentAt)
  const today = sentDay(occasion, calendar)
  const date = when?.day ? dateOf(when.day, today, 'past') : today
  if (!when || !date || isAfter(date, today)) return sent
  const isToday = date.equals(today)
  if (isToday && when.minutes === undefined) return sent
  const said = instantOf(date, when.minutes ?? DEFAULT_MINUTES, calendar.zone)
  return isToday && Date.parse(said) > Date.parse(sent) ? sent : earliest(said)
}
