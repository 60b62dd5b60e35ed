import { Temporal } from 'temporal-polyfill'
import { numericOffset } from './zones.ts'

/** Lines of a calendar file as every parser can take them. */

/** Whether the platform knows a zone by this name. */
export const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}

const DATED = /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE)(;.{0,200})?:(\d{8})(T(\d{6})(Z?))?$/i

/**
 * A line with its date in a form that is read alike everywhere: a time without a zone is given `zone`, where a parser
 * would use the machine's; a zone named by a path or by its distance from Greenwich is named plainly. `no date` where
 * it says it holds one and holds none, since that would be carried over into another month.
 */
export const plainLine = (line: string, zone: string): string => {
  const dated = DATED.exec(line.slice(0, 300).trimEnd())
  if (!dated) return /^DT(START|END)\b/i.test(line) ? 'no date' : line
  const [, name = '', parameters = '', date = '', , time, utc] = dated
  if (!isDate(date, time ?? '000000')) return 'no date'
  if (time === undefined || utc !== '') return line
  const named = /;TZID=("[^"]*"|[^;:]*)/i.exec(parameters)?.[1]?.replaceAll('"', '').trim()
  if (!named) return `${name};TZID=${zone}:${date}T${time}`
  const offset = numericOffset(named)
  if (offset !== null) return `${name}:${minutesEarlier(date, time, offset)}`
  const path = pathZone(named)
  return path ? `${name};TZID=${path}:${date}T${time}` : line
}

/** `/freeassociation.sourceforge.net/Europe/Berlin`, as some calendars name a zone; null for any other name. */
const pathZone = (name: string): string | null => {
  if (!name.startsWith('/')) return null
  const parts = name.split('/').slice(-3)
  return [parts.join('/'), parts.slice(-2).join('/'), parts.at(-1) ?? ''].find(isZone) ?? null
}

const minutesEarlier = (date: string, time: string, minutes: number): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`)
    .subtract({ minutes })
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:]/g, '')
    .concat('Z')

const isDate = (date: string, time: string): boolean => {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6))]
  const of = new Date(Date.UTC(year, month - 1, day))
  return (
    of.getUTCMonth() === month - 1 &&
    of.getUTCDate() === day &&
    Number(time.slice(0, 2)) < 24 &&
    Number(time.slice(2, 4)) < 60
  )
}
