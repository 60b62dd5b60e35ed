import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'

/**
 * The rules of counting days, written once more from their wording and as naively as can be: the platform's own clock
 * tells local time, days are walked one by one, the morning is found by trying every quarter hour. Slow on purpose,
 * and without the library that the product counts with.
 */

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  formats.set(zone, format)
  return format
}

/** What a clock on the wall shows at an instant, milliseconds since the epoch: as if it were UTC. */
const wallClock = (zone: string, at: number): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(part => [part.type, Number(part.value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN
  const millisecond = ((at % 1000) + 1000) % 1000
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) + millisecond
  )
}

const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10)
const startOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const next = (date: string): string => dateOf(startOf(date) + DAY)
const plus = (date: string, days: number): string => dateOf(startOf(date) + days * DAY)
/** The same day n months on, or that month's last day. */
const plusMonths = (date: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

/** Every quarter hour that can belong to a date somewhere on earth. */
const quartersAround = (date: string): number[] => {
  const quarters: number[] = []
  for (let at = startOf(date) - 15 * HOUR; at <= startOf(date) + 39 * HOUR; at += QUARTER) quarters.push(at)
  return quarters
}

const happened = new Map<string, boolean>()
/** Samoa went from 29 to 31 December 2011: some dates never come. */
const dayHappens = (zone: string, date: string): boolean => {
  const key = `${zone} ${date}`
  const known = happened.get(key) ?? quartersAround(date).some(at => dateOf(wallClock(zone, at)) === date)
  happened.set(key, known)
  return known
}

export const naiveLocalDate = (calendar: WorkingCalendar, instant: string): string =>
  dateOf(wallClock(calendar.zone, Date.parse(instant)))

export const naiveIsWorkingDay = (calendar: WorkingCalendar, date: string): boolean => {
  const sundayIsZero = new Date(startOf(date)).getUTCDay()
  return (
    calendar.workingDays.includes(sundayIsZero === 0 ? 7 : sundayIsZero) &&
    !calendar.holidays.includes(date) &&
    dayHappens(calendar.zone, date)
  )
}

/** "What happens after 18:00 counts from the next working day." */
export const naiveCountsFrom = (calendar: WorkingCalendar, instant: string): string => {
  const wall = wallClock(calendar.zone, Date.parse(instant))
  let date = dateOf(wall)
  if (wall <= startOf(date) + 18 * HOUR) return date
  do date = next(date)
  while (!naiveIsWorkingDay(calendar, date))
  return date
}

const firstWorkingDay = (calendar: WorkingCalendar, from: string): string => {
  let date = from
  while (!naiveIsWorkingDay(calendar, date)) date = next(date)
  return date
}

/**
 * "n days means due in the digest of the n-th working day after the local day it counts from … spans of 30 days and
 * more are calendar days."
 */
export const naiveDueAfterDays = (calendar: WorkingCalendar, instant: string, days: number): string => {
  if (days >= 30) return firstWorkingDay(calendar, plus(naiveLocalDate(calendar, instant), days))
  let date = naiveCountsFrom(calendar, instant)
  let seen = 0
  while (seen < days) {
    date = next(date)
    if (naiveIsWorkingDay(calendar, date)) seen++
  }
  return date
}

/**
 * "A stated expectation in days (up to 10) counts working days too; weeks and months count local dates; hours end at
 * an instant; due in the first digest not before it."
 */
export const naiveDueAfterDuration = (calendar: WorkingCalendar, instant: string, duration: string): string => {
  const count = Number(duration.replace(/\D/g, ''))
  if (duration.startsWith('PT'))
    return naiveFirstDigestFrom(calendar, new Date(Date.parse(instant) + count * HOUR).toISOString())
  const date = naiveLocalDate(calendar, instant)
  if (duration.endsWith('M')) return firstWorkingDay(calendar, plusMonths(date, count))
  if (duration.endsWith('W')) return firstWorkingDay(calendar, plus(date, 7 * count))
  return count <= 10 ? naiveDueAfterDays(calendar, instant, count) : firstWorkingDay(calendar, plus(date, count))
}

const mornings = new Map<string, number>()
/** The first quarter hour of the date that shows the digest's hour; one the clock skips is where it would have been. */
export const naiveDigestAt = (calendar: WorkingCalendar, date: string): number => {
  const key = `${calendar.zone} ${date} ${calendar.digestAt}`
  const known = mornings.get(key)
  if (known !== undefined) return known
  const wanted = Date.parse(`${date}T${calendar.digestAt}:00Z`)
  let before = { at: 0, wall: 0 }
  for (const at of quartersAround(date)) {
    const wall = wallClock(calendar.zone, at)
    if (wall >= wanted) {
      const found = wall === wanted ? at : before.at + (wanted - before.wall)
      mornings.set(key, found)
      return found
    }
    before = { at, wall }
  }
  throw new Error(`no quarter hour of ${date} in ${calendar.zone} is ${calendar.digestAt}`)
}

export const naiveFirstDigestFrom = (calendar: WorkingCalendar, instant: string): string => {
  let date = naiveLocalDate(calendar, instant)
  while (!naiveIsWorkingDay(calendar, date) || naiveDigestAt(calendar, date) < Date.parse(instant)) date = next(date)
  return date
}

export const naiveWorkingDaysSince = (calendar: WorkingCalendar, instant: string, until: string): number => {
  let count = 0
  for (let date = next(naiveCountsFrom(calendar, instant)); date <= until; date = next(date))
    if (naiveIsWorkingDay(calendar, date)) count++
  return count
}

/** The instants, to the minute, at which a zone's clock jumps between two years. */
export const clockChanges = (zone: string, fromYear: number, toYear: number): number[] => {
  const offset = (at: number): number => wallClock(zone, at) - at
  const changes: number[] = []
  for (let at = Date.UTC(fromYear, 0, 1); at < Date.UTC(toYear + 1, 0, 1); at += DAY) {
    if (offset(at) === offset(at + DAY)) continue
    let early = at
    let late = at + DAY
    while (late - early > MINUTE) {
      const middle = early + Math.floor((late - early) / 2 / MINUTE) * MINUTE
      if (offset(middle) === offset(early)) early = middle
      else late = middle
    }
    changes.push(late)
  }
  return changes
}
