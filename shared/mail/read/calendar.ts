import nodeIcal, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { type Address, isAddress } from './addresses.ts'

export type Attendee = Address & {
  /** RFC 5545: `ACCEPTED`, `DECLINED`, `TENTATIVE`, `NEEDS-ACTION` … */
  readonly partstat: string
}

/** One meeting of a calendar file. */
export type Invitation = {
  readonly method: 'REQUEST' | 'CANCEL' | 'REPLY' | 'COUNTER' | 'PUBLISH'
  readonly uid: string
  /** An update of a meeting has a higher one. */
  readonly sequence: number
  readonly title: string
  /** UTC; of a meeting that lasts all day, midnight in the reader's zone. */
  readonly startsAt: string
  readonly endsAt: string
  readonly allDay: boolean
  readonly recurring: boolean
  /** RFC 5545: `CONFIRMED`, `TENTATIVE`, `CANCELLED`; empty where none is given. */
  readonly status: string
  readonly organizer: Address | null
  /** People, without rooms and equipment. */
  readonly attendees: readonly Attendee[]
  readonly comment: string
}

const MOST_CHARACTERS = 200_000
const MOST_MEETINGS = 20

/**
 * The meetings of an iCalendar text (RFC 5545, 5546). `zone` is that of times that name none. What can't be read for
 * certain (a zone that nobody knows, a date that is none, a file that is broken) is left out.
 */
export const readCalendar = (ics: string, zone: string): readonly Invitation[] => {
  if (ics.length > MOST_CHARACTERS) return []
  const lines = unfolded(ics)
  const safe = prepared(lines, zoneIn(lines) ?? zone)
  if (safe === null) return []
  const method = Method.parse(propertyOf(lines, 'METHOD').toUpperCase())
  return eventsOf(safe)
    .slice(0, MOST_MEETINGS)
    .flatMap(event => invitationOf(event, method, zone) ?? [])
}

const Method = z.enum(['REQUEST', 'CANCEL', 'REPLY', 'COUNTER', 'PUBLISH']).catch('PUBLISH')

/** The parser throws at what it does not like, which a stranger may well send. */
const eventsOf = (ics: string): readonly VEvent[] => {
  try {
    return Object.values(nodeIcal.sync.parseICS(ics)).filter(component => component?.type === 'VEVENT')
  } catch {
    return []
  }
}

const unfolded = (ics: string): readonly string[] =>
  ics
    .replaceAll('\r\n', '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')

const propertyOf = (lines: readonly string[], name: string): string =>
  lines
    .find(line => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? ''

/** Google names the zone of times without one for the whole file. */
const zoneIn = (lines: readonly string[]): string | null => {
  const named = propertyOf(lines, 'X-WR-TIMEZONE')
  return isZone(named) ? named : null
}

/** Meetings are kept by UID in a plain object while they are parsed: no UID may be the name of what such objects inherit. */
const UID_MARK = 'uid '

/**
 * The text as the parser can take it: UIDs marked, times without a zone given one, where it would use the machine's.
 * Null where a date is none, since it would be carried over into another month.
 */
const prepared = (lines: readonly string[], zone: string): string | null => {
  const safe: string[] = []
  for (const line of lines) {
    const date = /^(DTSTART|DTEND|RECURRENCE-ID)(;.{0,200})?:(\d{8})(T(\d{6})(Z?))?$/i.exec(
      line.slice(0, 300).trimEnd(),
    )
    if (line.includes('__proto__')) continue
    if (/^(DTSTART|DTEND)/i.test(line) && (!date || !isDate(date[3] ?? '', date[5] ?? '000000'))) return null
    if (/^UID[:;]/i.test(line)) safe.push(`UID:${UID_MARK}${line.slice(line.indexOf(':') + 1)}`)
    else if (date?.[4] && date[6] === '' && !/TZID=/i.test(date[2] ?? ''))
      safe.push(`${date[1]};TZID=${zone}:${date[3]}T${date[5]}`)
    else safe.push(line)
  }
  return safe.join('\r\n')
}

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

const invitationOf = (event: VEvent, method: Invitation['method'], zone: string): Invitation | null => {
  const startsAt = instantOf(event.start, zone)
  const endsAt = instantOf(event.end ?? event.start, zone)
  const uid = textOf(event.uid)
  if (startsAt === null || endsAt === null || !uid.startsWith(UID_MARK)) return null
  const { organizer, attendee, rrule, recurrences } = event
  const people = attendee === undefined ? [] : Array.isArray(attendee) ? attendee : [attendee]
  return {
    method,
    uid: uid.slice(UID_MARK.length).trim(),
    sequence: Number(textOf(event.sequence)) || 0,
    title: textOf(event.summary).slice(0, 300),
    startsAt,
    endsAt: endsAt < startsAt ? startsAt : endsAt,
    allDay: event.datetype === 'date',
    recurring: rrule !== undefined || Object.keys(recurrences ?? {}).length > 0,
    status: textOf(event.status).toUpperCase(),
    organizer: personOf(organizer),
    attendees: people.slice(0, 200).flatMap(attendeeOf),
    comment: textOf((event as { comment?: unknown }).comment).slice(0, 2000),
  }
}

/** A time with its zone where the parser knew it; a day at midnight in the reader's zone. */
const instantOf = (value: unknown, zone: string): string | null => {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null
  const { tz, dateOnly } = value as Date & { tz?: string; dateOnly?: boolean }
  if (dateOnly) {
    const day = { year: value.getFullYear(), month: value.getMonth() + 1, day: value.getDate() }
    return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()
  }
  if (tz === undefined || !isZone(tz)) return null
  return Temporal.Instant.fromEpochMilliseconds(value.getTime()).toString()
}

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}

const WithParams = z.object({ val: z.unknown(), params: z.record(z.string(), z.unknown()).catch({}) })

const textOf = (value: unknown): string => {
  const { data } = WithParams.safeParse(value)
  const plain = data ? data.val : value
  return typeof plain === 'string' || typeof plain === 'number' ? String(plain).trim() : ''
}

const paramOf = (value: unknown, name: string): string => textOf(WithParams.safeParse(value).data?.params[name])

const personOf = (value: unknown): Address | null => {
  const address = textOf(value)
    .replace(/^mailto:/i, '')
    .toLowerCase()
  const name = paramOf(value, 'CN')
    .replace(/^["']|["']$/g, '')
    .trim()
  return isAddress(address) ? { name: name.toLowerCase() === address ? '' : name, address } : null
}

const attendeeOf = (value: unknown): readonly Attendee[] => {
  const person = personOf(value)
  const kind = paramOf(value, 'CUTYPE').toUpperCase()
  if (!person || kind === 'ROOM' || kind === 'RESOURCE') return []
  return [{ ...person, partstat: paramOf(value, 'PARTSTAT').toUpperCase() || 'NEEDS-ACTION' }]
}
