import { Temporal } from 'temporal-polyfill'

/**
 * Why an instant can not be what a text says, by a way of its own: shown again where the text was written, every number
 * of the text must be one of its numbers, and a month or a day of the week in letters must be its own in some language.
 * Null where nothing speaks against it.
 */
export const contradicts = (text: string, at: string, zone: string): string | null => {
  const clock = /(?<![\d./+-])(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?(?![./-]?\d)/g
  const found = [...text.matchAll(clock)].at(-1)
  if (!found) return 'no time of day'
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const [, hour = '', minute = '', second = '0'] = found
  const behind = text.slice(found.index + found[0].length)
  const shift = /([+-])(\d{1,2}):?(\d\d)?/.exec(behind)
  const offset = shift ? `${shift[1]}${(shift[2] ?? '').padStart(2, '0')}:${shift[3] ?? '00'}` : offsetOf(behind)
  const there = offset === null ? time : Temporal.Instant.from(at).toZonedDateTimeISO(offset)
  const hours = /[ap]\.?\s?m/i.test(behind) ? there.hour % 12 : there.hour
  if (Number(hour) % (/[ap]\.?\s?m/i.test(behind) ? 12 : 24) !== hours) return `hour ${there.hour}`
  if (/^\s*p/i.test(behind) !== there.hour >= 12 && /^\s*[ap]\.?\s?m/i.test(behind))
    return `half of the day ${there.hour}`
  if (Number(minute) !== there.minute || Number(second) !== there.second) return `minutes ${there.toString()}`
  const day = text.slice(0, found.index)
  const numbers = [...day.matchAll(/\d+/g)].map(match => Number(match[0]))
  const { year, month } = there
  const unlike = numbers.filter(number => ![year, year % 100, month, there.day].includes(number))
  if (unlike.length > 0 || !numbers.includes(there.day)) return `numbers ${numbers.join(' ')}`
  const letters = day.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  const isMonth = numbers.length > 2 || letters.some(word => MONTHS[month - 1]?.some(name => alike(name, word)))
  const isDay = letters.every(
    word => !WEEKDAYS.some(names => names.includes(word)) || WEEKDAYS[there.dayOfWeek - 1]?.includes(word),
  )
  return isMonth ? (isDay ? null : 'day of the week') : 'month'
}

const OFFSETS: Readonly<Record<string, string>> = {
  EEST: '+03:00',
  OESZ: '+03:00',
  CEST: '+02:00',
  CET: '+01:00',
  MEZ: '+01:00',
  SEČ: '+01:00',
  EST: '-05:00',
}
const offsetOf = (behind: string): string | null => OFFSETS[/\p{Lu}{3,4}/u.exec(behind)?.[0] ?? ''] ?? null

const LOCALES = 'cs da de en es et fi fr hr hu it nl nb pl pt ro ru sk sv tr uk'.split(' ')
const namesOf = (part: 'month' | 'weekday', date: Date): readonly string[] =>
  LOCALES.flatMap(locale =>
    (['long', 'short'] as const).flatMap(width =>
      [{}, { day: 'numeric' as const }].map(
        beside =>
          new Intl.DateTimeFormat(locale, { [part]: width, ...beside, timeZone: 'UTC' })
            .formatToParts(date)
            .find(({ type }) => type === part)
            ?.value.toLowerCase()
            .replace('.', '') ?? '',
      ),
    ),
  )
const MONTHS = Array.from({ length: 12 }, (_, month) => namesOf('month', new Date(Date.UTC(2026, month, 15))))
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => namesOf('weekday', new Date(Date.UTC(2026, 0, 5 + day))))
const alike = (name: string, word: string) => name.slice(0, 3) === word.slice(0, 3)
