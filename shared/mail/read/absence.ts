import { Temporal } from 'temporal-polyfill'
import { monthsNamed, weekdaysNamed } from './dates.ts'

/** Words that say, in the first person, that the writer is away. */
const I_AM_AWAY =
  /\b(i am|i'm|i’m|i will be|i'll be|i’ll be|we are|we will be) (currently |now |presently |still )?(out of (the |my )?office|ooo|away|on (annual |maternity |paternity |parental |sick |medical )?(leave|vacation|holidays?|pto)|travell?ing|unavailable|not in the office|with limited access)\b/i
const AWAY = /\bout of (the )?office\b|\b(limited|no|without) access to (my )?e-?mails?\b|\bon (annual )?leave\b/i
const AWAY_ELSEWHERE =
  /\b(nicht im (büro|haus)|abwesend|im urlaub|absente? du bureau|en congés?|fuera de la oficina|de vacaciones|fuori ufficio|in ferie|niet aanwezig|afwezig|met verlof|på semester|på ferie|fora do escritório|de férias)\b/i

const MOST_CHARACTERS = 4000

/** Whether a text, known to be an automatic reply, is one of absence. */
export const isAway = (text: string): boolean => {
  const head = text.slice(0, MOST_CHARACTERS)
  return I_AM_AWAY.test(head) || AWAY.test(head) || AWAY_ELSEWHERE.test(head)
}

/** Whether a text is of somebody who is away: nobody tells of others like that. */
export const saysIAmAway = (text: string): boolean => I_AM_AWAY.test(text.slice(0, MOST_CHARACTERS))

/** The words before the day of return, surest first: the day they are back; the day until which they are away. */
const BACK =
  /\b(?:(?:be |am |i'm |i’m )?back(?! ?-?up)\b|return(?:ing|s)?\b(?! your| the (?:call|e-?mail))|resum(?:e|ing)\b|available again\b|zurück\b|wieder (?:da|im büro|erreichbar)\b|de retour\b|de vuelta\b|di ritorno\b|terug\b|tillbaka\b|tilbake\b|de volta\b)/gi
const UNTIL = /\b(?:until|till|til|bis(?: zum)?|jusqu'au|jusqu’au|hasta(?: el)?|fino al|tot(?: en met)?|t\.o\.m\.)\b/gi
const THROUGH = /\b(?:through|thru|up to and including|inclusive of)\b|\b(?:from|between)\b.{0,40}?\b(?:to|and)\b/gi

/** How far behind such a word the day may stand. */
const REACH = 60

/**
 * The day on which somebody is back, as an absence reply puts it in words: "back on Monday 7 December", "until 7
 * December", "through Friday, December 4" (the day after). `sentOn` is the day it was sent, where its writer is. Null
 * where there is none, or more than one way to read it.
 */
export const returnDay = (text: string, sentOn: string): string | null => {
  const sentences = text.slice(0, MOST_CHARACTERS).replace(/\s+/g, ' ')
  return (
    firstDay(sentences, BACK, sentOn) ??
    firstDay(sentences, UNTIL, sentOn) ??
    dayAfter(firstDay(sentences, THROUGH, sentOn))
  )
}

const firstDay = (text: string, words: RegExp, sentOn: string): string | null => {
  for (const match of text.matchAll(words)) {
    const day = dayIn(text.slice(match.index + match[0].length).slice(0, REACH), sentOn)
    if (day !== null) return day
  }
  return null
}

const dayAfter = (day: string | null): string | null =>
  day === null ? null : Temporal.PlainDate.from(day).add({ days: 1 }).toString()

const WEEKDAY = String.raw`(?:(?<weekday>\p{L}{2,12})\.?,? )?(?:the |den |le |el |il |dem )?`
const FORMS = [
  // 2026-12-07
  /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/u,
  // Monday, 12/07 · 7.12.2026
  new RegExp(
    `${WEEKDAY}${String.raw`(?<![\d:])(?<first>\d{1,2})(?<mark>[./-])\s?(?<second>\d{1,2})\b(?:[./-]\s?(?<year>\d{4}|\d\d)(?!\d))?(?!:)`}`,
    'u',
  ),
  // Monday 7 December 2026 · the 7th of December
  new RegExp(
    `${WEEKDAY}${String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)? (?:of |de )?(?<name>\p{L}{3,12})\b\.?(?:,? (?:de )?(?<year>20\d\d))?`}`,
    'u',
  ),
  // Monday, December 7th, 2026
  new RegExp(
    `${WEEKDAY}${String.raw`(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:,? (?<year>20\d\d))?`}`,
    'u',
  ),
]

/** The day that a text begins to name. Another sentence is another matter. */
const dayIn = (text: string, sentOn: string): string | null => {
  const clause = text.split(/[!?;(]|(?<!\d)\.\s(?=\p{Lu})/u, 1)[0] ?? ''
  const dates = FORMS.flatMap(form => {
    const match = form.exec(clause)
    const day = match ? resolved(match.groups ?? {}, sentOn) : 'no date'
    return match && day !== 'no date' ? [{ at: match.index, day }] : []
  })
  const first = dates.sort((one, other) => one.at - other.at)[0]
  return first ? first.day : weekdayIn(clause, sentOn)
}

type Groups = Readonly<Record<string, string | undefined>>

/** Null for a date that is none, contradicts its day of the week, or may be two. */
const resolved = (groups: Groups, sentOn: string): string | null | 'no date' => {
  const { weekday, year, day, month, name, first, second, mark } = groups
  const weekdays = weekday ? weekdaysNamed(weekday) : new Set<number>()
  const months = name ? [...monthsNamed(name)] : []
  if (name && months.length === 0) return 'no date'
  const dayFirst: [number, number] = [Number(second), Number(first)]
  const monthFirst: [number, number] = [Number(first), Number(second)]
  const pairs: readonly [number, number][] = name
    ? months.map(of => [of, Number(day)])
    : month
      ? [[Number(month), Number(day)]]
      : mark === '.'
        ? [dayFirst]
        : [monthFirst, dayFirst]
  const days = new Set(pairs.flatMap(([of, on]) => onOrAfter(sentOn, year, of, on)))
  if (mark === '/' && weekdays.size === 0 && isEitherWay(monthFirst)) return null
  const fitting = [...days].filter(one => weekdays.size === 0 || weekdays.has(Temporal.PlainDate.from(one).dayOfWeek))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const isEitherWay = ([one, other]: readonly [number, number]) => one <= 12 && other <= 12 && one !== other

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

/** "back tomorrow", "back on Monday"; "next Friday" said on a Monday may mean either week. */
const weekdayIn = (clause: string, sentOn: string): string | null => {
  const sent = Temporal.PlainDate.from(sentOn)
  const match =
    /^(?: (?:on|in|to|the|work|office|at|my|desk|this|coming|am|le|el|til|,))* (?:(?<next>next) )?(?<word>\p{L}+)/iu.exec(
      clause,
    )
  const word = match?.groups?.['word'] ?? ''
  if (word.toLowerCase() === 'tomorrow') return sent.add({ days: 1 }).toString()
  const [weekday, ...others] = weekdaysNamed(word)
  if (weekday === undefined || others.length > 0) return null
  const ahead = (weekday - sent.dayOfWeek + 7) % 7 || 7
  const isThisWeek = sent.dayOfWeek + ahead <= 7
  return match?.groups?.['next'] && isThisWeek ? null : sent.add({ days: ahead }).toString()
}
