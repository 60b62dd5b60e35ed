import type { When } from './dates.ts'
import { type Found, low } from './times.ts'
import type { Token } from './words.ts'

/** Dates of the calendar as people write them: with a month, in figures, or by the day of the month alone. */

/** Each word with the place of its row, counted from one. */
export const table = (...rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, index) => row.split(' ').map(word => [word, index + 1] as const)))

export const MONTHS = table(
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sep sept',
  'october oct',
  'november nov',
  'december dec',
)
export const ordinal = (word: string): number | undefined => {
  const digits = Number.parseInt(word, 10)
  if (!(digits >= 1 && digits <= 31)) return undefined
  const ending = word.slice(String(digits).length)
  return ['', 'st', 'nd', 'rd', 'th'].includes(ending) ? digits : undefined
}
const ORDINALS = table(
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  ),
)
export const isOrdinal = (word: string): boolean => ordinal(word) !== undefined && /[a-z]$/.test(word)
export const yearAt = (tokens: readonly Token[], at: number): number | undefined => {
  const word = low(tokens, at)
  return /^20\d\d$/.test(word) ? Number(word) : undefined
}
const withYear = (tokens: readonly Token[], from: number, at: number, month: number, day: number): Found<When> => {
  const next = low(tokens, at) === ',' ? at + 1 : at
  const year = yearAt(tokens, next)
  const value = { kind: 'date', month, day, ...(year ? { year } : {}) } as const
  return { value: { day: value }, length: (year ? next + 1 : at) - from }
}
export const monthOf = (tokens: readonly Token[], at: number): number | undefined => MONTHS.get(low(tokens, at))

/** "On 20th", "to 22nd at 11", but not "on 2nd attempt". */
const standsForADay = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  return (
    ['on', 'by', 'to', 'until', 'till', 'til', 'before', 'from'].includes(low(tokens, at - 1)) &&
    (next === undefined || next.kind !== 'word' || AFTER_A_DAY.has(next.low))
  )
}
const AFTER_A_DAY = new Set('at around morning afternoon evening and to for with but so'.split(' '))

/** `22 Sep`, `Sep 22nd`, `9/22`, `2026-09-22`, `the 22nd`. */
export const dateAt = (tokens: readonly Token[], at: number, monthFirst: boolean): Found<When> | undefined => {
  const word = low(tokens, at)
  const month = monthOf(tokens, at)
  const spelled = ORDINALS.get(word)
  if (spelled !== undefined) {
    // "The fifth of October", but not "the second candidate".
    const next = low(tokens, at + 1) === 'of' ? at + 2 : at + 1
    const named = monthOf(tokens, next)
    return named === undefined ? undefined : withYear(tokens, at, next + 1, named, spelled)
  }
  if (month !== undefined) {
    const next = low(tokens, at + 1) === '.' ? at + 2 : at + 1
    const start = low(tokens, next) === 'the' ? next + 1 : next
    const day = ordinal(low(tokens, start)) ?? ORDINALS.get(low(tokens, start))
    return day === undefined ? undefined : withYear(tokens, at, start + 1, month, day)
  }
  const day = ordinal(word)
  if (day !== undefined) {
    const next = low(tokens, at + 1) === 'of' ? at + 2 : at + 1
    const named = monthOf(tokens, next)
    // "22 Sep. 2026": the dot shortens the month, and ends no sentence.
    const dotted = low(tokens, next + 1) === '.' && low(tokens, next).length < 5
    if (named !== undefined) return withYear(tokens, at, next + (dotted ? 2 : 1), named, day)
    if (isOrdinal(word) && (low(tokens, at - 1) === 'the' || standsForADay(tokens, at)))
      return { value: { day: { kind: 'day-of-month', day } }, length: 1 }
    return undefined
  }
  if (tokens[at]?.kind !== 'number') return undefined
  const iso = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(word)
  if (iso) return calendarDate(Number(iso[2]), Number(iso[3]), Number(iso[1]))
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/((?:20)?\d\d))?$/.exec(word)
  if (!slashed) return undefined
  const [first, second] = [Number(slashed[1]), Number(slashed[2])]
  const year = slashed[3] === undefined ? undefined : (Number(slashed[3]) % 100) + 2000
  return monthFirst ? calendarDate(first, second, year) : calendarDate(second, first, year)
}

const calendarDate = (month: number, day: number, year?: number): Found<When> | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { value: { day: { kind: 'date', month, day, ...(year ? { year } : {}) } }, length: 1 }
    : undefined
