import { Temporal } from 'temporal-polyfill'
import type { Span } from './calendar.ts'
import { monthsNamed, weekdaysNamed, writtenDate } from './dates.ts'
import { zoneNamed } from './zone-names.ts'

/** When a meeting is, as calendars write it for people: a day, from when to when, and in which zone. */
export type MeetingTime = {
  /** Null where no one time can be told for certain. */
  readonly span: Span | null
  readonly recurring: boolean
  readonly allDay: boolean
  /** The days of a weekly series that come next. */
  readonly next: readonly Span[]
}

const LONGEST = 240
const TIME = `(\\d{1,2})(?:[:.h](\\d\\d)(?::\\d\\d)?)?(?:\\s?([ap])\\.?m\\b\\.?|\\s?uhr\\b)?`
const BETWEEN = `\\s?(?:-|to|until|till|bis|à|a|al|tot)\\s?`
const RANGE = new RegExp(`(?:^|[\\s,(])(?:from |von |de |van )?${TIME}${BETWEEN}${TIME}(?![\\d/])`, 'gi')
const ALONE = new RegExp(`(?:^|[\\s,(])(?:at |um |à |om )?${TIME}(?![\\d/])`, 'gi')
const SERIES =
  /\b(every|occurs|recurring|weekly|daily|monthly|annually|each|jeden|jede|wöchentlich|täglich|monatlich|chaque|toutes les|tous les|cada|elke|wekelijks|hebdomadaire)\b/i

/**
 * Reads "Monday, September 21, 2026 10:00 AM-10:30 AM (UTC-05:00) Eastern Time (US & Canada)", "Mon 21 Sep 2026 10am -
 * 10:30am (EDT)", "Sep 21, 2026 10:00 AM Eastern Time (US and Canada)" or "Weekly from 10am to 10:30am on Monday".
 * `home` is the zone of times that name none, `now` (UTC) that from which the days of a series count. Null where there
 * is no time of day and no day.
 */
export const meetingTime = (text: string, home: string, now: string): MeetingTime | null => {
  const line = tidy(text)
  const recurring = SERIES.test(line)
  const range = clocksIn(line)
  if (!range) {
    if (!recurring && !isDay(line)) return null
    const day = recurring ? null : dayOf(line.replace(/\([^()]*@[^()]*\)/, ''), 12 * 60, home)
    return { span: day && spanFrom(day, 0, 0, home), recurring, allDay: day !== null, next: [] }
  }
  const { before, after, from, to } = range
  const { zone, rest } = zoneAfter(after, home)
  if (zone === null) return { span: null, recurring, allDay: false, next: [] }
  if (recurring) return { span: null, recurring, allDay: false, next: nextWeekly(line, range, zone, now) }
  const day = dayOf(before, from, zone) ?? dayOf(rest, from, zone)
  if (!day) return isDay(before) || isDay(rest) ? { span: null, recurring, allDay: false, next: [] } : null
  return { span: spanFrom(day, from, to, zone), recurring, allDay: false, next: [] }
}

const tidy = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[\u00a0\u2007-\u200a\u202f\s]+/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/[⋅·•|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Minutes after midnight. */
type Range = { readonly before: string; readonly after: string; readonly from: number; readonly to: number | null }

const clocksIn = (line: string): Range | null => {
  for (const found of line.matchAll(RANGE)) {
    const [whole, h1 = '', m1, p1, h2 = '', m2, p2] = found
    // "21 - 23" alone are days.
    if (m1 === undefined && p1 === undefined && m2 === undefined && p2 === undefined) continue
    const to = minutesOf(h2, m2, p2)
    const from = minutesOf(h1, m1, p1 ?? (p2 !== undefined && m1 === undefined ? earlierHalf(h1, h2, p2) : (p1 ?? p2)))
    if (from === null || to === null) continue
    return { before: line.slice(0, found.index), after: line.slice(found.index + whole.length), from, to }
  }
  for (const found of line.matchAll(ALONE)) {
    const [whole, hour = '', minute, half] = found
    if (minute === undefined && half === undefined) continue
    const from = minutesOf(hour, minute, half)
    if (from === null) continue
    return { before: line.slice(0, found.index), after: line.slice(found.index + whole.length), from, to: null }
  }
  return null
}

/** "11 - 12:30pm" begins in the morning, "1 - 2pm" after noon. */
const earlierHalf = (from: string, to: string, half: string): string =>
  half.toLowerCase() === 'p' && Number(from) % 12 > Number(to) % 12 ? 'a' : half

const minutesOf = (hour: string, minute: string | undefined, half: string | undefined): number | null => {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  if (m > 59 || h > 23 || (half !== undefined && (h > 12 || h === 0))) return null
  return (half === undefined ? h : (h % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + m
}

/** The zone behind a time, and what else stands there. A zone that nobody knows leaves the time in doubt. */
const zoneAfter = (after: string, home: string): { zone: string | null; rest: string } => {
  const text = after.replace(/^[\s,.]+|[\s,.]+$/g, '')
  const offset = text.search(/\((?:utc|gmt)[^)]{0,8}\)/i)
  if (offset > 0) return { zone: zoneNamed(text.slice(offset), home), rest: text.slice(0, offset) }
  // It ends on another day.
  if (isDay(text) && /\d[:.h]\d\d|\d\s?[ap]\.?m\b/i.test(text)) return { zone: null, rest: '' }
  const last = /^(.*\d.*)\(([^()@]{2,60})\)$/.exec(text)
  // The day stands behind the hour.
  if (last && isDay(last[1] ?? '')) return { zone: zoneNamed(last[2] ?? '', home), rest: last[1] ?? '' }
  const whole = zoneNamed(text, home)
  if (whole) return { zone: whole, rest: '' }
  const bracket = /^\(([^()]{1,60})\)/.exec(text)
  const named = bracket ? zoneNamed(bracket[1] ?? '', home) : null
  if (bracket && named)
    return {
      zone: named,
      rest: text
        .slice(bracket[0].length)
        .replace(/\([^()]*@[^()]*\)/, '')
        .trim(),
    }
  // The address of whom it invites, a day behind the hour, or the words of a mail are no zone.
  if (bracket && !bracket[1]?.includes('@')) return { zone: null, rest: '' }
  if (bracket || /^(on|am|le|el|op|effective|until)\b/i.test(text) || isDay(text)) return { zone: home, rest: text }
  const [word = ''] = text.split(/[\s,]/)
  const short = zoneNamed(word, home)
  if (short) return { zone: short, rest: text.slice(word.length).trim() }
  return /^[A-Z]{2,5}$/.test(word) || /\btime\b/i.test(text) ? { zone: null, rest: '' } : { zone: home, rest: text }
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

const isDay = (text: string): boolean => {
  const words = wordsOf(text)
  const hasMonth = words.some(word => word.length > 2 && monthsNamed(word).size > 0)
  return (
    (hasMonth && words.some(word => /^\d{1,2}(st|nd|rd|th)?$/.test(word))) ||
    /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(text)
  )
}

/** The one local day that some words name; the weekday beside it must not contradict it. */
const dayOf = (words: string, minutes: number, zone: string): Temporal.PlainDate | null => {
  if (words === '' || !isDay(words)) return null
  const date = writtenDate(`${words.replace(/[\s,]+$|\b(at|um|from|von|on)\s*$/gi, '')} ${clock(minutes)}`, { zone })
  if (!date?.certain) return null
  return Temporal.Instant.from(date.at).toZonedDateTimeISO(zone).toPlainDate()
}

/** "14:30", of minutes after midnight. */
export const clock = (minutes: number): string =>
  `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const spanFrom = (day: Temporal.PlainDate, from: number, to: number | null, zone: string): Span => {
  const at = (date: Temporal.PlainDate, minutes: number): string =>
    date
      .toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.trunc(minutes / 60), minute: minutes % 60 } })
      .toInstant()
      .toString()
  const startsAt = at(day, from)
  if (to === null) return { startsAt, endsAt: startsAt }
  return { startsAt, endsAt: at(to > from ? day : day.add({ days: 1 }), to) }
}

const MOST_NEXT = 3

/** Of a series on one day of the week, which is all that is told of most. */
const nextWeekly = (line: string, { from, to }: Range, zone: string, now: string): readonly Span[] => {
  const days = new Set(
    wordsOf(line).flatMap(word => (word.length > 3 ? [...weekdaysNamed(word.replace(/s$/, ''))] : [])),
  )
  const [weekday, another] = days
  if (
    weekday === undefined ||
    another !== undefined ||
    /\b(monthly|month|monat|mois|mes|other|second|two|\d weeks?)\b/i.test(line)
  )
    return []
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  const first = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })
  return Array.from({ length: MOST_NEXT + 1 }, (_, week) => spanFrom(first.add({ weeks: week }), from, to, zone))
    .filter(({ startsAt }) => startsAt > now)
    .slice(0, MOST_NEXT)
}
