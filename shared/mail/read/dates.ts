import { Temporal } from 'temporal-polyfill'
import { LANGUAGES, type Language } from './languages.ts'
import { isAmericanZone, namedOffset, numericOffset } from './zones.ts'

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** The zone names that RFC 5322 (4.3) defines; any other is as good as none. */
const STANDARD_ZONES = new Set('ut utc gmt z est edt cst cdt mst mdt pst pdt'.split(' '))

/**
 * The instant of a Date header (RFC 5322, 3.3 and 4.3), as UTC ISO. Null for what is none, or names no zone that
 * the standard knows: a header is never guessed at.
 */
export const headerDate = (value: string): string | null => {
  const words = value
    .slice(0, 100)
    .replace(/\(.*/, '')
    .split(/[\s,]+/)
    .filter(word => word !== '')
  if (!/^\d/.test(words[0] ?? '')) words.shift()
  const [day = '', month = '', year = '', time = '', zone = ''] = words
  const clock = time.match(/^(\d{1,2}):(\d\d)(?::(\d\d))?$/)
  const offset = STANDARD_ZONES.has(zone.toLowerCase()) ? namedOffset(zone, 'UTC') : numericOffset(zone)
  if (!/^\d{1,2}$/.test(day) || !/^\d{2,4}$/.test(year) || !clock || offset === null) return null
  const [, hour, minute, second] = clock
  return instantOf(
    {
      year: fullYear(year),
      month: ENGLISH_MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Math.min(Number(second ?? 0), 59),
    },
    offset,
  )
}

/** RFC 5322, 4.3: two digits below 50 are of this century. */
const fullYear = (digits: string): number => {
  const year = Number(digits)
  if (digits.length === 4) return year
  return digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year
}

/** A date that a mail program wrote for people to read. Not certain: there was another way to read it. */
export type WrittenDate = { readonly at: string; readonly certain: boolean }

export type DateContext = {
  /** Whose zone a time without one is in: programs show dates in the zone of who forwards or answers. */
  readonly zone: string
  /** In which languages it may be written, the likeliest first. All, unless given. */
  readonly languages?: readonly Language[]
  /** When the message that shows the date arrived: it shows no later one. */
  readonly arrivedAt?: string
}

type Day = { readonly year: number; readonly month: number; readonly day: number }
type Clock = { readonly hour: number; readonly minute: number; readonly second: number }

/**
 * Reads dates such as "Wed, Sep 9, 2026 at 3:04 PM", "8 September 2026 at 10:12:05 EDT", "tirsdag den 2. november
 * 2021 09.26.50 CET" or "8/9/2026 10:12". Null where there is no date with a time, or where the day of the week
 * contradicts it.
 */
export const writtenDate = (text: string, context: DateContext): WrittenDate | null => {
  const found = takeClock(text.slice(0, 160).normalize('NFC').replace(/\s+/g, ' ').trim())
  if (!found) return null
  const { clock, zone, rest } = found
  const likely = daysIn(rest, context.languages ?? LANGUAGES)
  const { days, isWhole } = likely.isWhole ? likely : either(daysIn(rest, LANGUAGES), likely)

  const offset = zone === '' ? null : (numericOffset(zone) ?? namedOffset(zone, context.zone))
  const readings = days
    .map(day => instantOf({ ...day, ...clock }, zone === '' ? context.zone : (offset ?? context.zone)))
    .filter(at => at !== null)
  const possible = readings.filter(at => context.arrivedAt === undefined || at <= latest(context.arrivedAt))
  const monthFirst = isAmericanZone(zone) || (zone === '' && context.zone.startsWith('America/'))
  const at = monthFirst ? possible[0] : possible.at(-1)
  if (at === undefined) return null
  const oneDay = possible.length === 1 || isAmericanZone(zone)
  return { at, certain: isWhole && oneDay && (zone === '' || offset !== null) }
}

/** Clocks differ a little, and a zone may have been lost: a day later is still the same mail. */
const latest = (arrivedAt: string) => new Date(Date.parse(arrivedAt) + 86_400_000).toISOString()

const CLOCK =
  /(?<![\d./+\-−])(\d{1,2})(?:[:.h]|\sh\s)(\d\d)(?:(?:[:.]|\smin\s)(\d\d)(?:\ss(?!\p{L}))?)?(?![./-]?\d)\s?([ap]\.?\s?m\b\.?|[πμ]\.μ\.|ö[öÖsS](?!\p{L}))?/giu
/** Some languages set the half of the day before the hour. */
const HALF_BEFORE = /(午前|午後|上午|下午|早上|清晨|中午|晚上|凌晨|오전|오후|(?<!\p{L})d[eu]\.)\s?$/u
const IS_AFTERNOON = /^(p|μ|ös|午後|下午|中午|晚上|오후|du)/i
const ZONE = /^[\s(]*((?:GMT|UTC)?\s?[+\-−]\d{1,2}:?(?:\d\d)?|[\p{Lu}]{2,5})(?![\p{L}\d])\)?/u
const NOT_ZONES = new Set(['am', 'pm', 'uhr'])

/** The time of day, what follows it as its zone, and the text without the two. */
const takeClock = (text: string): { clock: Clock; zone: string; rest: string } | null => {
  const match = [...text.matchAll(CLOCK)].at(-1)
  if (!match) return null
  const [whole, hours = '', minutes, seconds] = match
  const before = text.slice(0, match.index)
  const half = match[4] ?? HALF_BEFORE.exec(before)?.[1] ?? ''
  const after = text.slice(match.index + whole.length)
  const named = after.match(ZONE)
  const zone = named && !NOT_ZONES.has((named[1] ?? '').toLowerCase()) ? (named[1] ?? '').trim() : ''
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (IS_AFTERNOON.test(half) ? 12 : 0)
  const clock = { hour, minute: Number(minutes), second: Number(seconds ?? 0) }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59 || (half !== '' && Number(hours) > 12)) return null
  const rest = `${before.replace(HALF_BEFORE, '')} ${zone === '' ? after : after.slice(named?.[0].length)}`
  return { clock, zone, rest }
}

/** Words that stand in dates and tell nothing of the day. */
const BESIDE = new Set(
  'at on of the st nd rd th um am uhr den dne kl klo kell kello om o u v w a à às s as las los le la el em il di de del feira d og h min ora ore alle în в о г р год року saat tarihinde użytkownik'.split(
    ' ',
  ),
)

type Days = {
  readonly days: readonly Day[]
  /** Whether every word of it is known. */
  readonly isWhole: boolean
}

/** Programs write dates in a language other than that of their labels. */
const either = (any: Days, likely: Days): Days => (any.isWhole || likely.days.length === 0 ? any : likely)

/** Every day that a text may mean, month before day first, in the languages that know the most of its words. */
const daysIn = (text: string, languages: readonly Language[]): Days => {
  const readings = languages.flatMap(language => daysInLanguage(text, language))
  const most = Math.max(...readings.map(({ known }) => known))
  const best = readings.filter(({ day, known }) => known === most && day !== null)
  const days = best.flatMap(({ day }) => (day ? [day] : []))
  return {
    days: [...new Map(days.map(day => [`${day.year}-${day.month}-${day.day}`, day])).values()],
    isWhole: best.some(({ unknown }) => unknown === 0),
  }
}

/** `known` counts the words that are names, `unknown` those that mean nothing; the day is null where a name contradicts it. */
type DayReading = { readonly day: Day | null; readonly known: number; readonly unknown: number }

const daysInLanguage = (text: string, language: Language): readonly DayReading[] => {
  const names = namesOf(language)
  const numbers = [...text.matchAll(/\d+/g)].map(match => match[0])
  // After a number these signs mean year, month and day; alone, the last two are Monday and Sunday.
  const words = [
    ...text
      .replace(/(\d)[年月日년월일]/g, '$1 ')
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+/gu),
  ].map(match => match[0])
  const weekdays = words.map(word => names.weekdays(word))
  const reading = (day: Day, monthAt: number): readonly DayReading[] => {
    const weekday = weekdayOf(day)
    const others = weekdays.filter((days, at) => at !== monthAt && days.size > 0)
    if (weekday === null) return []
    const agrees = others.every(days => days.has(weekday))
    const known = others.length + (monthAt === -1 ? 0 : 1)
    const unknown = words.filter((word, at) => at !== monthAt && weekdays[at]?.size === 0 && !BESIDE.has(word)).length
    return [{ day: agrees ? day : null, known, unknown }]
  }
  const spelled = words.flatMap((word, at) =>
    [...names.months(word)].flatMap(month => withMonth(numbers, month).flatMap(day => reading(day, at))),
  )
  return spelled.length > 0 ? spelled : inNumbers(text, numbers, language).flatMap(day => reading(day, -1))
}

/** The two numbers beside a month's name: "8 September 2026", "Sep 8, 2026", "2026. szeptember 8.". */
const withMonth = (numbers: readonly string[], month: number): readonly Day[] => {
  const [one = '', other = ''] = numbers
  if (numbers.length !== 2) return []
  if (other.length === 4 && one.length <= 2) return [{ year: Number(other), month, day: Number(one) }]
  if (one.length === 4 && other.length <= 2) return [{ year: Number(one), month, day: Number(other) }]
  if (one.length <= 2 && other.length === 2) return [{ year: 2000 + Number(other), month, day: Number(one) }]
  return []
}

const inNumbers = (text: string, numbers: readonly string[], { locale }: Language): readonly Day[] => {
  const [first = '', second = '', third = ''] = numbers
  if (numbers.length !== 3) return []
  if (first.length === 4) return [{ year: Number(first), month: Number(second), day: Number(third) }]
  if (third.length !== 4 && third.length !== 2) return []
  const year = third.length === 4 ? Number(third) : 2000 + Number(third)
  // Korean writes "26. 9. 8.", with a dot behind each.
  if (locale === 'ko' && !/\d\.\s\d{1,2}\.\s\d{1,2}\./.test(text)) return []
  if (locale === 'ko') return [{ year: 2000 + Number(first), month: Number(second), day: Number(third) }]
  const dayFirst = { year, month: Number(second), day: Number(first) }
  // Where dots are written between, the day always comes first; with other signs English has it both ways.
  if (/\d\.\s?\d/.test(text) || locale !== 'en') return [dayFirst]
  return [{ year, month: Number(first), day: Number(second) }, dayFirst]
}

/** 1 for Monday to 7 for Sunday; null where the calendar has no such day. */
const weekdayOf = ({ year, month, day }: Day): number | null => {
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.getUTCDay() || 7 : null
}

/** The instant of a wall time, `where` being minutes east of UTC or a zone; null where the calendar has no such day. */
const instantOf = (time: Day & Clock, where: number | string): string | null => {
  if (weekdayOf(time) === null || time.hour > 23 || time.minute > 59) return null
  const wall = Temporal.PlainDateTime.from(time)
  const instant =
    typeof where === 'string'
      ? wall.toZonedDateTime(where).toInstant()
      : wall.toZonedDateTime('UTC').subtract({ minutes: where }).toInstant()
  return instant.toString()
}

/** The months, 1 to 12, that a word may name in any language. */
export const monthsNamed = (word: string): ReadonlySet<number> => namedIn(word, 'months')
/** The days of the week, 1 for Monday to 7 for Sunday, that a word may name in any language. */
export const weekdaysNamed = (word: string): ReadonlySet<number> => namedIn(word, 'weekdays')

/** English decides where it knows the word: its short names mean other things elsewhere. */
const namedIn = (word: string, part: keyof Names): ReadonlySet<number> => {
  const [english, ...others] = LANGUAGES.map(language => namesOf(language)[part](word.toLowerCase()))
  return english && english.size > 0 ? english : new Set(others.flatMap(found => [...found]))
}

type Names = {
  /** 1 to 12. */
  readonly months: (word: string) => ReadonlySet<number>
  /** 1 for Monday to 7 for Sunday. */
  readonly weekdays: (word: string) => ReadonlySet<number>
}

const known = new Map<string, Names>()

/** A language's names as Intl knows them, each also by its beginning: programs shorten them in ways of their own. */
const namesOf = ({ locale }: Language): Names => {
  const names = known.get(locale) ?? {
    months: lookup(
      Array.from({ length: 12 }, (_, month) => [
        ...formsOf(locale, 'month', Date.UTC(2026, month, 15)),
        ...(locale === 'de' ? formsOf('de-AT', 'month', Date.UTC(2026, month, 15)) : []),
      ]),
    ),
    weekdays: lookup(Array.from({ length: 7 }, (_, day) => formsOf(locale, 'weekday', Date.UTC(2026, 0, 5 + day)))),
  }
  known.set(locale, names)
  return names
}

const formsOf = (locale: string, part: 'month' | 'weekday', at: number): readonly string[] =>
  (['long', 'short'] as const).flatMap(width =>
    [{}, { day: 'numeric' as const }].map(
      beside =>
        new Intl.DateTimeFormat(locale, { [part]: width, ...beside, timeZone: 'UTC' })
          .formatToParts(at)
          .find(({ type }) => type === part)
          ?.value.toLowerCase()
          .replaceAll('.', '') ?? '',
    ),
  )

const NONE: ReadonlySet<number> = new Set()

const lookup = (names: readonly (readonly string[])[]) => (word: string) => {
  const exact = numbersWhere(names, form => form === word)
  if (exact.size > 0 || word.length < 3) return exact
  const shortened = numbersWhere(names, form => form.startsWith(word) || (form.length > 3 && word.startsWith(form)))
  return shortened.size === 1 ? shortened : NONE
}

const numbersWhere = (names: readonly (readonly string[])[], matches: (form: string) => boolean): Set<number> =>
  new Set(names.flatMap((forms, index) => (forms.some(matches) ? [index + 1] : [])))
