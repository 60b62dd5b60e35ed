import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'

/** How a recruiter says names, dates, counts and other people's words aloud. Plain text, English. */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "21 September", with the year where it is not that of `today`. */
export const dayAndMonth = (date: string, today: string): string => {
  const day = Temporal.PlainDate.from(date)
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.year}`
  return `${day.day} ${MONTHS[day.month - 1]}${year}`
}

/** "Monday 21 September", with the year where it is not that of `today`. */
export const weekdayAndDate = (date: string, today: string): string =>
  `${WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]} ${dayAndMonth(date, today)}`

/** "10:00 am", "2:30 pm", in the calendar's zone. */
export const timeOfDay = (instant: string, calendar: WorkingCalendar): string => {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "two calls", "one call", "23 calls". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${NUMBERS[count] ?? count} ${count === 1 ? one : many}`

/** "once", "twice", "three times". */
export const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : counted(count, 'time', 'times')

/** "a, b and c". */
export const list = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "P3D" as "three working days", "P1M" as "a month". */
export const spokenDuration = (duration: string): string => {
  const span = Temporal.Duration.from(duration)
  if (span.months > 0) return span.months === 1 ? 'a month' : counted(span.months, 'month')
  if (span.weeks > 0) return span.weeks === 1 ? 'a week' : counted(span.weeks, 'week')
  if (span.hours > 0) return counted(span.hours, 'hour')
  return span.days <= 10 ? counted(span.days, 'working day') : counted(span.days, 'day')
}

const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir'])

/** What one calls a person to their face: "Susan" for "Dr. Susan Reyes" and for "Reyes, Susan". */
export const firstName = (name: string): string => {
  const [family = '', given = ''] = name.split(',', 2)
  const words = `${given} ${family}`.split(/\s/).filter(word => word !== '')
  return words.find(word => !TITLES.has(word.toLowerCase().replace('.', ''))) ?? name
}

/** Phrases that no mail and no page of ours ever holds, not even inside somebody else's words. */
export const NEVER_SAID: readonly string[] = [
  'just following up',
  'checking in',
  'touching base',
  'circling back',
  'any update',
  'gentle reminder',
  'sorry to bother you',
  "i know you're busy",
]

/** Whether a text holds one of the phrases, whatever its case, spacing and apostrophes. */
export const holdsWornPhrase = (text: string): boolean => {
  const plain = text.toLowerCase().replaceAll('\u2019', "'").replace(/\s+/g, ' ')
  return NEVER_SAID.some(phrase => plain.includes(phrase))
}

const LONGEST_QUOTE = 240

/** Somebody's own words, fit to stand between quotation marks: see `printable`. */
export const quotable = (text: string | undefined, longest = LONGEST_QUOTE): string | undefined =>
  printable(text?.replaceAll('"', "'"), longest)?.replace(/\.$/, '')

/**
 * Words from outside on one line of at most so many characters, without control characters. Nothing where they hold a
 * phrase that we never print: then say what happened without quoting.
 */
export const printable = (text: string | undefined, longest = LONGEST_QUOTE): string | undefined => {
  if (text === undefined || holdsWornPhrase(text)) return undefined
  const line = oneLine(text)
  if (line.length <= longest) return line === '' ? undefined : line
  const cut = line.slice(0, longest - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`
}

/** Control and line characters become single spaces; marks that nobody sees, and that turn what follows around, fall away. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
