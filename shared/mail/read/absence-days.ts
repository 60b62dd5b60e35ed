import { Temporal } from 'temporal-polyfill'
import { monthsNamed, weekdaysNamed } from './dates.ts'

/** Days as people name them in the words of an absence: "Monday, December 7th", "7.12.", "the 11th", "23–27 Nov". */

/** A day named in a text. Null where it is none, contradicts its day of the week, or may be two. */
export type NamedDay = {
  readonly at: number
  readonly end: number
  readonly day: string | null
  /** Of several days in a row: the first of them. */
  readonly from?: string | null
}

/** In which order a text writes 12/7: `month` first, `day` first, or either. */
export type Order = 'month' | 'day' | 'either'

const WEEKDAY = String.raw`(?:(?<weekday>\p{L}{2,12})\.?,? )?(?:the |den |le |el |il |dem |de |op |d\. )?`
const TH = String.raw`(?:st|nd|rd|th|er|\.|º|:?e)?`
const TO = String.raw`\s?(?:-|–|—|to|through|thru|and|bis|au|al|a|til|tot|do|und|et|y|en)\s?`
const FORMS = [
  // 2026-12-07
  /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/gu,
  // 23–27 November · 23. bis 27. November 2026
  new RegExp(
    String.raw`(?<!\d)(?<start>\d{1,2})${TH}${TO}(?<day>\d{1,2})${TH} (?:of |de )?(?<name>\p{L}{3,12})\b\.?(?:,? (?:de )?(?<year>20\d\d))?`,
    'gu',
  ),
  // November 23 to 27
  new RegExp(
    String.raw`(?<name>\p{L}{3,12})\.? (?<start>\d{1,2})${TH}${TO}(?<day>\d{1,2})${TH}(?![\d:/]|\s\p{L}{3})`,
    'gu',
  ),
  // Monday, 12/07 · 7.12.2026
  new RegExp(
    `${WEEKDAY}${String.raw`(?<![\d:])(?<first>\d{1,2})(?<mark>[./-])\s?(?<second>\d{1,2})\b(?:\k<mark>\s?(?<year>\d{4}|\d\d)(?!\d))?\.?(?!:)`}`,
    'gu',
  ),
  // Monday 7 December 2026 · the 7th of December
  new RegExp(
    `${WEEKDAY}${String.raw`(?<!\d)(?<day>\d{1,2})${TH} (?:of |de )?(?<name>\p{L}{3,12})\b\.?(?:,? (?:de )?(?<year>20\d\d))?`}`,
    'gu',
  ),
  // Monday, December 7th, 2026
  new RegExp(
    `${WEEKDAY}${String.raw`(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:,? (?<year>20\d\d))?`}`,
    'gu',
  ),
  // Monday 7th · the 11th
  /(?:(?<weekday>\p{L}{2,12})\.?,? )?(?:the )?(?<!\d)(?<only>\d{1,2})(?:st|nd|rd|th)\b/gu,
  // am 11. · le 11
  /(?<!\p{L})(?:am|dem|zum|den|le|il|el día) (?<only>\d{1,2})(?:\.|:e)?(?![\d:./]|\s?(?:h|uhr|%)(?!\p{L}))/giu,
]

/** Each form's own matches, the longest where several lie upon each other. */
export const daysNamed = (text: string, sentOn: string, order: Order): readonly NamedDay[] => {
  const all = FORMS.flatMap(form => [...text.matchAll(form)]).flatMap(match => {
    const day = resolved(match.groups ?? {}, sentOn, order)
    if (day === 'no date') return []
    const from = match.groups?.['start']
    const started = from ? { from: startOf(day, Number(from)) } : {}
    return [{ at: match.index + wordBefore(match), end: match.index + match[0].length, day, ...started }]
  })
  const longest = all.toSorted((a, b) => b.end - b.at - (a.end - a.at))
  const kept: NamedDay[] = []
  for (const one of longest) if (!kept.some(other => one.at < other.end && other.at < one.end)) kept.push(one)
  return kept.toSorted((a, b) => a.at - b.at)
}

/** Two letters are too often a word of another kind: "to" is also Thursday, "do" too. */
const weekdays = (word: string): ReadonlySet<number> => (word.length < 3 ? new Set() : weekdaysNamed(word))

/** The length of a word before the date that is no day of the week: "until 12/17". */
const wordBefore = ({ 0: whole, groups }: RegExpExecArray): number => {
  const word = groups?.['weekday']
  return word && weekdays(word).size === 0 ? whole.indexOf(' ') + 1 : 0
}

/** Whether any of a text's dates tells in which order it writes them all. */
export const orderIn = (text: string): Order => {
  const pairs = [...text.matchAll(/(?<![\d/.])(\d{1,2})\/(\d{1,2})(?!\d)/g)].map(([, one, other]) => [
    Number(one),
    Number(other),
  ])
  const month = pairs.some(([, second = 0]) => second > 12)
  const day = pairs.some(([first = 0]) => first > 12)
  return month === day ? 'either' : month ? 'month' : 'day'
}

/** "23" of "23–27 November": of the month before where the last day is an earlier one. */
const startOf = (day: string | null, start: number): string | null => {
  if (day === null) return null
  const last = Temporal.PlainDate.from(day)
  const first = start <= last.day ? plainDate(last.year, last.month, start) : null
  return first?.toString() ?? null
}

type Groups = Readonly<Record<string, string | undefined>>

const resolved = (groups: Groups, sentOn: string, order: Order): string | null | 'no date' => {
  const { weekday, year, day, month, name, first, second, mark, only } = groups
  const said = weekdays(weekday ?? '')
  const isOnDay = (one: string): boolean => said.size === 0 || said.has(Temporal.PlainDate.from(one).dayOfWeek)
  if (only) return nextOfMonth(sentOn, Number(only)).find(isOnDay) ?? null
  const months = name ? [...monthsNamed(name)] : []
  if (name && months.length === 0) return 'no date'
  const dayFirst: [number, number] = [Number(second), Number(first)]
  const monthFirst: [number, number] = [Number(first), Number(second)]
  const isDayFirst = mark === '.' || order === 'day'
  const pairs: readonly [number, number][] = name
    ? months.map(of => [of, Number(day)])
    : month
      ? [[Number(month), Number(day)]]
      : isDayFirst
        ? [dayFirst]
        : order === 'month'
          ? [monthFirst]
          : [monthFirst, dayFirst]
  if (!name && !month && !pairs.some(([of, on]) => of >= 1 && of <= 12 && on >= 1 && on <= 31)) return 'no date'
  const days = new Set(pairs.flatMap(([of, on]) => onOrAfter(sentOn, year, of, on)))
  if (!name && !month && pairs.length > 1 && !year && said.size === 0 && isEitherWay(monthFirst)) return null
  const fitting = [...days].filter(isOnDay)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const isEitherWay = ([one, other]: readonly [number, number]) => one <= 12 && other <= 12 && one !== other

/** The next days of this number, this month's or the next one's. */
const nextOfMonth = (sentOn: string, day: number): readonly string[] => {
  const sent = Temporal.PlainDate.from(sentOn)
  const next = sent.add({ months: 1 })
  return [plainDate(sent.year, sent.month, day), plainDate(next.year, next.month, day)].flatMap(one =>
    one && Temporal.PlainDate.compare(one, sent) >= 0 && sent.until(one).days <= 31 ? [one.toString()] : [],
  )
}

/** An absence of more days than this is announced with its year. */
const MOST_DAYS = 180

const onOrAfter = (sentOn: string, year: string | undefined, month: number, day: number): readonly string[] => {
  const sent = Temporal.PlainDate.from(sentOn)
  const years = year ? [Number(year.length === 2 ? `20${year}` : year)] : [sent.year, sent.year + 1]
  const days = years.flatMap(of => plainDate(of, month, day) ?? [])
  const next = days.find(one => Temporal.PlainDate.compare(one, sent) >= 0)
  return next && (year || sent.until(next).days <= MOST_DAYS) ? [next.toString()] : []
}

const plainDate = (year: number, month: number, day: number): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** "tomorrow", "on Monday"; "next Friday" said on a Monday may mean either week. */
export const weekdayNamed = (clause: string, sentOn: string): string | null => {
  const sent = Temporal.PlainDate.from(sentOn)
  const match =
    /^(?: (?:on|in|to|the|work|office|at|my|desk|this|coming|am|ab|le|el|il|op|på|til|,))* (?:(?<next>next) )?(?<word>\p{L}+)/iu.exec(
      clause,
    )
  const word = (match?.groups?.['word'] ?? '').toLowerCase()
  if (['tomorrow', 'morgen', 'demain', 'mañana', 'domani'].includes(word)) return sent.add({ days: 1 }).toString()
  const [weekday, ...others] = weekdays(word)
  if (weekday === undefined || others.length > 0) return null
  const ahead = (weekday - sent.dayOfWeek + 7) % 7 || 7
  const isThisWeek = sent.dayOfWeek + ahead <= 7
  return match?.groups?.['next'] && isThisWeek ? null : sent.add({ days: ahead }).toString()
}
