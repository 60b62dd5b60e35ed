import { Temporal } from 'temporal-polyfill'

export const ZONE = 'America/New_York'

export const all = (people: string | readonly string[] | undefined): readonly string[] =>
  people === undefined ? [] : typeof people === 'string' ? [people] : people

export const addressOf = (person: string) => (/<([^>]+)>/.exec(person)?.[1] ?? person).trim()
export const nameOf = (person: string) => (person.includes('<') ? person.slice(0, person.indexOf('<')).trim() : person)
export const bracketed = (person: string) => (person.includes('<') ? person : `<${person}>`)

export const madeId = (...parts: string[]): string => {
  let hash = 7
  for (const char of parts.join('|')) hash = (hash * 31 + char.charCodeAt(0)) % 2_147_483_647
  return `${hash.toString(36)}@mail.example`
}

export const MONTHS = 'January February March April May June July August September October November December'.split(' ')
export const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

export const two = (number: number) => String(number).padStart(2, '0')
export const wall = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)
export const twelveHours = (at: Temporal.ZonedDateTime) =>
  `${at.hour % 12 || 12}:${two(at.minute)} ${at.hour < 12 ? 'AM' : 'PM'}`

export const headerDate = (at: string, zone: string): string => {
  const time = wall(at, zone)
  const clock = `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`
  return `${WEEKDAYS[time.dayOfWeek - 1]?.slice(0, 3)}, ${time.day} ${MONTHS[time.month - 1]?.slice(0, 3)} ${time.year} ${clock} ${time.offset.replace(':', '')}`
}
