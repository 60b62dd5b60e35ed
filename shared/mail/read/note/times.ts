import type { Token } from './words.ts'

/** Times of day and lengths of time as people write them. */

export type Span = { readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' }
/** What stands at a word, and how many words it takes. */
export type Found<Value> = { readonly value: Value; readonly length: number }
export const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? ''

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ...'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, n) => [word, n + 1] as const),
])
const UNITS: ReadonlyMap<string, Span['unit']> = new Map(
  (
    [
      ['minute', 'minutes min mins minute'],
      ['hour', 'hour hours hr hrs'],
      ['day', 'day days'],
      ['week', 'week weeks wk wks'],
      ['month', 'month months mo mos'],
      ['year', 'year years'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map(word => [word, unit] as const)),
)

/** A time of day in minutes; a bare hour counts as one only after `at`, and in office hours. */
export const timeAt = (tokens: readonly Token[], at: number, afterAt: boolean): Found<number> | undefined => {
  const word = low(tokens, at)
  const spelled = spelledTime(tokens, at, afterAt)
  if (spelled) return spelled
  if (word === 'noon' || word === 'midday') return { value: 720, length: 1 }
  if (word === 'lunchtime' || (afterAt && word === 'lunch')) return { value: 720, length: 1 }
  const parts = /^(\d{1,2})(?:[:.](\d\d))?(am|pm|a|p|h)?$/.exec(word)
  if (!parts || tokens[at]?.kind !== 'number') return undefined
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)]
  if (hour > 23 || minute > 59) return undefined
  const next = low(tokens, at + 1).replaceAll('.', '')
  const half = parts[3] ?? (['am', 'pm'].includes(next) ? next : undefined)
  const dotted =
    half !== undefined && parts[3] === undefined && low(tokens, at + 2) === '.' && low(tokens, at + 1).includes('.')
  const length = (parts[3] === undefined && half !== undefined ? 2 : 1) + (dotted ? 1 : 0)
  if (half?.startsWith('a')) return { value: (hour % 12) * 60 + minute, length }
  if (half?.startsWith('p')) return { value: ((hour % 12) + 12) * 60 + minute, length }
  if (low(tokens, at + 1) === "o'clock") return { value: officeHour(hour) * 60 + minute, length: 2 }
  // "Agreed at 18" is a fee: nobody says of an hour in the afternoon that it is at 18.
  if (parts[2] === undefined && parts[3] === undefined && hour > 12) return undefined
  if (parts[2] === undefined ? !afterAt || parts[3] !== undefined : word.includes('.') && !afterAt) return undefined
  return { value: officeHour(hour) * 60 + minute, length: 1 }
}
/** `half past two`, `quarter to four`, and after `at` a bare `nine`. */
const spelledTime = (tokens: readonly Token[], at: number, afterAt: boolean): Found<number> | undefined => {
  const half = PAST_THE_HOUR.get(low(tokens, at))
  const joined = low(tokens, at + 1)
  const whole = hourAt(tokens, at + 2)
  if (half !== undefined && whole !== undefined && (joined === 'past' || joined === 'to'))
    return { value: officeHour(whole) * 60 + (joined === 'past' ? half : -half), length: 3 }
  // "Half three" is half past it.
  const bare = hourAt(tokens, at + 1)
  if (half === 30 && bare !== undefined) return { value: officeHour(bare) * 60 + 30, length: 2 }
  const hour = hourAt(tokens, at)
  const past = PAST_SPOKEN.get(joined)
  if (afterAt && hour !== undefined && past !== undefined) return { value: officeHour(hour) * 60 + past, length: 2 }
  if (!afterAt || hour === undefined || /^\d/.test(low(tokens, at))) return undefined
  const next = tokens[at + 1]
  if (next?.low === "o'clock") return { value: officeHour(hour) * 60, length: 2 }
  return next === undefined ||
    next.kind !== 'word' ||
    next.text !== next.low ||
    AFTER_AN_HOUR.has(next.low) ||
    whenFollows(next.low)
    ? { value: officeHour(hour) * 60, length: 1 }
    : undefined
}
const PAST_THE_HOUR: ReadonlyMap<string, number> = new Map([
  ['half', 30],
  ['quarter', 15],
])
/** "At four thirty". */
const PAST_SPOKEN: ReadonlyMap<string, number> = new Map([
  ['fifteen', 15],
  ['thirty', 30],
  ['forty-five', 45],
])
const AFTER_AN_HOUR = new Set(
  'and but so then on to with for about this in at she he they we i who no left got vm lvm voicemail said went straight again spoke rang tried still yesterday her him it just was is not had have as because from before after or did didnt never busy engaged'.split(
    ' ',
  ),
)
const whenFollows = (word: string): boolean =>
  /^(today|yesterday|tomorrow|sharp|(mon|tues|wednes|thurs|fri)day)$/.test(word)
const hourAt = (tokens: readonly Token[], at: number): number | undefined => {
  const word = low(tokens, at)
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : word.length > 2 ? NUMBERS.get(word) : undefined
  return hour !== undefined && hour >= 1 && hour <= 12 ? hour : undefined
}

const officeHour = (hour: number): number => (hour >= 1 && hour <= 6 ? hour + 12 : hour)

/** A length of time: `3 days`, `a week`, `24 hours`, `two working days`, `a fortnight`. */
export const spanAt = (tokens: readonly Token[], at: number): Found<Span> | undefined => {
  const word = low(tokens, at)
  if (word === 'fortnight') return { value: { amount: 2, unit: 'week' }, length: 1 }
  if (word === 'a' && low(tokens, at + 1) === 'fortnight') return { value: { amount: 2, unit: 'week' }, length: 2 }
  const couple = word === 'a' && low(tokens, at + 1) === 'couple' ? (low(tokens, at + 2) === 'of' ? 3 : 2) : 0
  const ofTwo = couple > 0 ? UNITS.get(low(tokens, at + couple)) : undefined
  if (ofTwo) return { value: { amount: 2, unit: ofTwo }, length: couple + 1 }
  const range = rangeAt(tokens, at)
  if (range) return range
  const amount = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS.get(word)
  const glued = /^(\d{1,3})(hrs?|h|min|mins|days?|d|wks?)$/.exec(word)
  if (glued) {
    const unit = { h: 'hour', d: 'day' }[glued[2] ?? ''] ?? UNITS.get(glued[2] ?? '')
    return unit ? { value: { amount: Number(glued[1]), unit: unit as Span['unit'] }, length: 1 } : undefined
  }
  if (amount === undefined || amount === 0) return undefined
  const adjective = ['working', 'business', 'full', '-'].includes(low(tokens, at + 1)) ? 1 : 0
  const unit = UNITS.get(low(tokens, at + 1 + adjective))
  return unit ? { value: { amount, unit }, length: 2 + adjective } : undefined
}

/** "3-4 weeks", "two to three days": the longer of the two, since nothing is due before it. */
const rangeAt = (tokens: readonly Token[], at: number): Found<Span> | undefined => {
  const written = /^(\d{1,2})-(\d{1,2})$/.exec(low(tokens, at))
  const joined = ['to', 'or', '-', '–'].includes(low(tokens, at + 1))
  const first = written ? Number(written[1]) : countAt(tokens, at)
  const second = written ? Number(written[2]) : joined ? countAt(tokens, at + 2) : undefined
  const length = written ? 1 : 3
  const adjective = ['working', 'business'].includes(low(tokens, at + length)) ? 1 : 0
  const unit = UNITS.get(low(tokens, at + length + adjective))
  if (!first || !second || first >= second || !unit) return undefined
  return { value: { amount: second, unit }, length: length + adjective + 1 }
}
const countAt = (tokens: readonly Token[], at: number): number | undefined => {
  const word = low(tokens, at)
  return /^\d{1,2}$/.test(word) ? Number(word) : word.length > 2 ? NUMBERS.get(word) : undefined
}

/** As an ISO 8601 duration of one unit; minutes and years have none. */
export const isoSpan = (span: Span): string | undefined => {
  switch (span.unit) {
    case 'hour':
      return `PT${span.amount}H`
    case 'day':
      return `P${span.amount}D`
    case 'week':
      return `P${span.amount}W`
    case 'month':
      return `P${span.amount}M`
    case 'minute':
    case 'year':
      return undefined
  }
}
