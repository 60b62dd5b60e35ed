import { dateAt, isOrdinal, MONTHS, monthOf, ordinal, table, yearAt } from './calendar-dates.ts'
import { type Found, low, spanAt, timeAt } from './times.ts'
import type { Token } from './words.ts'

/** Days and times as people write them, found in a note's words. What day they mean is settled in `days.ts`. */

export type Day =
  | { readonly kind: 'offset'; readonly days: number }
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly which: 'last' | 'this' | 'next' | null
      readonly later?: number
    }
  | { readonly kind: 'date'; readonly month: number; readonly day: number; readonly year?: number }
  | { readonly kind: 'day-of-month'; readonly day: number; readonly weekday?: number }
  | { readonly kind: 'month'; readonly month: number; readonly year?: number; readonly at: 'start' | 'middle' | 'end' }
  | { readonly kind: 'week'; readonly weeks: number }
  | { readonly kind: 'end-of'; readonly of: 'week' | 'month' | 'year' }
  | { readonly kind: 'next-month' | 'next-quarter' | 'next-year' }
/** Minutes after midnight. */
export type When = { readonly day?: Day; readonly minutes?: number }

const WEEKDAYS = table(
  'monday mon',
  'tuesday tue tues',
  'wednesday wed weds',
  'thursday thu thur thurs',
  'friday fri',
  'saturday sat',
  'sunday sun',
)
/** Words that are days or months only where they are written so. */
const ALSO_WORDS = new Set(['mon', 'wed', 'sat', 'sun', 'may', 'march', 'mar'])

const PARTS: ReadonlyMap<string, number> = new Map([
  ['morning', 600],
  ['am', 600],
  ['a.m', 600],
  ['lunch', 720],
  ['lunchtime', 720],
  ['noon', 720],
  ['afternoon', 900],
  ['arvo', 900],
  ['pm', 900],
  ['evening', 1140],
  ['night', 1140],
])

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.text.charAt(0) !== token.low.charAt(0)
const skipDot = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.kind === 'mark' && ['.', ','].includes(low(tokens, at)) ? at + 1 : at

/** A day, a time or both, beginning at this word: `last Thursday at 4`, `22 Sep`, `this morning`, `10am yesterday`. */
export const whenAt = (tokens: readonly Token[], at: number, monthFirst: boolean): Found<When> | undefined => {
  const day = dayAt(tokens, at, monthFirst)
  if (day) {
    const next = at + day.length
    const part = PARTS.get(low(tokens, next))
    if (part !== undefined && day.value.minutes === undefined)
      return { value: { ...day.value, minutes: part }, length: day.length + 1 }
    const gap = ['at', '@', 'around', 'about', ','].includes(low(tokens, next)) ? 1 : 0
    const dotted = /^\d{1,2}\.\d\d$/.test(low(tokens, next))
    const time = timeAt(tokens, next + gap, dotted || (gap > 0 && low(tokens, next) !== ','))
    return time && day.value.minutes === undefined
      ? { value: { ...day.value, minutes: time.value }, length: day.length + gap + time.length }
      : day
  }
  const said = ['at', '@', 'around'].includes(low(tokens, at)) ? 1 : 0
  const time = timeAt(tokens, at + said, said > 0)
  if (!time) return undefined
  const length = said + time.length
  const after = at + length + (low(tokens, at + length) === 'on' ? 1 : 0)
  const on = dayAt(tokens, after, monthFirst)
  return on
    ? { value: { ...on.value, minutes: time.value }, length: after - at + on.length }
    : { value: { minutes: time.value }, length }
}

const dayAt = (tokens: readonly Token[], at: number, monthFirst: boolean): Found<When> | undefined =>
  nearDay(tokens, at) ??
  weekdayAt(tokens, at, monthFirst) ??
  dateAt(tokens, at, monthFirst) ??
  agoAt(tokens, at) ??
  vagueAt(tokens, at)

const NEAR: readonly (readonly [string, number, number?])[] = [
  ['day before yesterday', -2],
  ['day after tomorrow', 2],
  ['earlier today', 0],
  ['today', 0],
  ['just now', 0],
  ['this morning', 0, 600],
  ['this am', 0, 600],
  ['this afternoon', 0, 900],
  ['this pm', 0, 900],
  ['this arvo', 0, 900],
  ['this evening', 0, 1140],
  ['in the evening', 0, 1140],
  ['in the afternoon', 0, 900],
  ['tonight', 0, 1140],
  ['last night', -1, 1140],
  ['yesterday', -1],
  ['yday', -1],
  ['yest', -1],
  ['tomorrow', 1],
  ['tmrw', 1],
  ['tmw', 1],
  ['tomo', 1],
  ['tmr', 1],
  ['tmro', 1],
  ['tomoz', 1],
  ['ystdy', -1],
  ['yestd', -1],
]
/** "yesterday's call" names yesterday. */
const unowned = (word: string): string => (word.endsWith("'s") ? word.slice(0, -2) : word)
const NEAR_WORDS = NEAR.map(([words, days, minutes]) => ({ words: words.split(' '), days, minutes }))

const nearDay = (tokens: readonly Token[], at: number): Found<When> | undefined => {
  for (const { words, days, minutes } of NEAR_WORDS) {
    if (!words.every((word, index) => unowned(low(tokens, at + index)) === word)) continue
    const value = { day: { kind: 'offset', days } as const, ...(minutes === undefined ? {} : { minutes }) }
    return { value, length: words.length }
  }
  return undefined
}

const WHICH: ReadonlyMap<string, 'last' | 'this' | 'next'> = new Map([
  ['last', 'last'],
  ['this', 'this'],
  ['past', 'last'],
  ['next', 'next'],
])

const AFTER_SITTING = new Set(['down', 'on', 'in', 'with', 'through', 'there', 'at', 'around'])

/** "call bo mon": written small, a day where it ends what is said or follows "on" or "by". */
const closesClause = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  return (
    next === undefined ||
    next.kind === 'end' ||
    next.kind === 'mark' ||
    ['on', 'by', 'until', 'till', 'til', 'for', 'before'].includes(low(tokens, at - 1)) ||
    ['am', 'pm', 'at', 'morning', 'afternoon', 'and', 'then'].includes(next.low)
  )
}

const weekdayAt = (tokens: readonly Token[], at: number, monthFirst: boolean): Found<When> | undefined => {
  const which = WHICH.get(low(tokens, at)) ?? null
  const token = tokens[at + (which ? 1 : 0)]
  const name = token?.low.endsWith("'s") ? token.low.slice(0, -2) : (token?.low ?? '')
  const weekday = name === 'sat' && AFTER_SITTING.has(low(tokens, at + 1)) ? undefined : WEEKDAYS.get(name)
  if (weekday === undefined || (ALSO_WORDS.has(name) && !which && !isCapital(token) && !closesClause(tokens, at)))
    return undefined
  const length = (which ? 2 : 1) + (ALSO_WORDS.has(name) && low(tokens, at + (which ? 2 : 1)) === '.' ? 1 : 0)
  const dated = dateAt(tokens, skipDot(tokens, at + length), monthFirst)
  if (dated?.value.day?.kind === 'date')
    return { value: dated.value, length: skipDot(tokens, at + length) - at + dated.length }
  const numbered = at + length + (low(tokens, at + length) === 'the' ? 1 : 0)
  const ofMonth = ordinal(low(tokens, numbered))
  if (ofMonth !== undefined && isOrdinal(low(tokens, numbered)))
    return { value: { day: { kind: 'day-of-month', day: ofMonth, weekday } }, length: numbered + 1 - at }
  const week = low(tokens, at + length) === 'week' && !which
  return {
    value: { day: { kind: 'weekday', weekday, which, ...(week ? { later: 1 } : {}) } },
    length: length + (week ? 1 : 0),
  }
}

const agoAt = (tokens: readonly Token[], at: number): Found<When> | undefined => {
  const span = spanAt(tokens, at)
  if (!span || low(tokens, at + span.length) !== 'ago') return undefined
  const weekday = span.value.unit === 'week' ? WEEKDAYS.get(low(tokens, at + span.length + 1)) : undefined
  if (weekday !== undefined) {
    const later = -1 - span.value.amount
    return { value: { day: { kind: 'weekday', weekday, which: null, later } }, length: span.length + 2 }
  }
  const days = { minute: 0, hour: 0, day: 1, week: 7, month: 30, year: 365 }[span.value.unit] * span.value.amount
  return { value: { day: { kind: 'offset', days: -days } }, length: span.length + 1 }
}

/** `next week`, `end of the month`, `until March`, `early January`. */
const vagueAt = (tokens: readonly Token[], at: number): Found<When> | undefined => {
  const [first, second] = [low(tokens, at), low(tokens, at + 1)]
  if (first === 'next' && second === 'month') return { value: { day: { kind: 'next-month' } }, length: 2 }
  if (first === 'next' && ['quarter', 'qtr'].includes(second))
    return { value: { day: { kind: 'next-quarter' } }, length: 2 }
  if (/^q[1-4]$/.test(first) && ASKS_FOR_MONTH.has(low(tokens, at - 1))) {
    const written = yearAt(tokens, at + 1)
    const opens = { kind: 'month', month: 3 * Number(first.slice(1)) - 2, at: 'start' } as const
    return { value: { day: { ...opens, ...(written ? { year: written } : {}) } }, length: written ? 2 : 1 }
  }
  if (['next', 'new'].includes(first) && ['year', "year's"].includes(second))
    return { value: { day: { kind: 'next-year' } }, length: 2 }
  const weeks = WEEKS.get(first)
  if (weeks !== undefined && ['week', 'wk'].includes(second))
    return { value: { day: { kind: 'week', weeks } }, length: 2 }
  if (first === 'end' && second === 'of') {
    const next = ['the', 'this'].includes(low(tokens, at + 2)) ? at + 3 : at + 2
    const of = low(tokens, next)
    if (of === 'week' || of === 'month' || of === 'year')
      return { value: { day: { kind: 'end-of', of } }, length: next + 1 - at }
    const month = monthOf(tokens, next)
    if (month !== undefined) return { value: { day: { kind: 'month', month, at: 'end' } }, length: next + 1 - at }
  }
  const placed = PLACES.get(first)
  const month = placed ? monthOf(tokens, low(tokens, at + 1) === '-' ? at + 2 : at + 1) : monthOf(tokens, at)
  if (first.startsWith('mid-') && MONTHS.has(first.slice(4)))
    return { value: { day: { kind: 'month', month: MONTHS.get(first.slice(4)) ?? 1, at: 'middle' } }, length: 1 }
  if (month === undefined || (!placed && !namesMonth(tokens, at))) return undefined
  const length = placed ? (low(tokens, at + 1) === '-' ? 3 : 2) : 1
  const year = yearAt(tokens, at + length)
  const value = { kind: 'month', month, at: placed ?? 'start', ...(year ? { year } : {}) } as const
  return { value: { day: value }, length: length + (year ? 1 : 0) }
}

const WEEKS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])
const PLACES: ReadonlyMap<string, 'start' | 'middle' | 'end'> = new Map([
  ['early', 'start'],
  ['mid', 'middle'],
  ['late', 'end'],
])
const ASKS_FOR_MONTH = new Set('until till til in by for since of to through next back from after'.split(' '))
/** A month alone counts after a word that asks for one. */
const namesMonth = (tokens: readonly Token[], at: number): boolean =>
  ASKS_FOR_MONTH.has(low(tokens, at - 1)) &&
  (!ALSO_WORDS.has(low(tokens, at)) || isCapital(tokens[at]) || low(tokens, at - 1) !== 'to')
