import nodeIcal, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import type { MeetingId } from '../../domain/vocabulary.ts'
import { type Address, isAddress } from './addresses.ts'
import { isZone, plainLine } from './calendar-lines.ts'

export type Attendee = Address & {
  /** RFC 5545: `ACCEPTED`, `DECLINED`, `TENTATIVE`, `NEEDS-ACTION` … */
  readonly partstat: string
}

/** From when to when, UTC. */
export type Span = { readonly startsAt: string; readonly endsAt: string }

/** One meeting of a calendar file. */
export type Invitation = {
  readonly method: z.infer<typeof Method>
  readonly uid: string
  /** The meeting it is about, where its words tell that and no UID does. */
  readonly about?: MeetingId
  /** Of one meeting of a series that was changed alone: when it was to begin, UTC. */
  readonly occurrence: string | null
  /** An update of a meeting has a higher one. */
  readonly sequence: number
  readonly title: string
  /** When it is; of a meeting that lasts all day, from midnight in the reader's zone. Null where an answer leaves it out. */
  readonly time: Span | null
  readonly allDay: boolean
  readonly recurring: boolean
  /** The days of a series that come next; none of any other meeting. */
  readonly next: readonly Span[]
  /** RFC 5545: `CONFIRMED`, `TENTATIVE`, `CANCELLED`; empty where none is given. */
  readonly status: string
  readonly organizer: Address | null
  /** People, without rooms and equipment. */
  readonly attendees: readonly Attendee[]
  /** What somebody wrote who answered. */
  readonly comment: string
  readonly description: string
}

const MOST_CHARACTERS = 200_000
const MOST_MEETINGS = 20

/**
 * The meetings of an iCalendar text (RFC 5545, 5546). `zone` is that of times that name none, `now` (UTC) that from
 * which the next days of a series count. What can't be read for certain (a zone that nobody knows, a date that is
 * none, a file that is broken) is left out.
 */
export const readCalendar = (ics: string, zone: string, now: string): readonly Invitation[] => {
  if (ics.length > MOST_CHARACTERS) return []
  const lines = unfolded(ics)
  const method = Method.parse(propertyOf(lines, 'METHOD').toUpperCase())
  const around = { zone: zoneIn(lines) ?? zone, zones: blocksOf(lines, 'VTIMEZONE').flat() }
  return blocksOf(lines, 'VEVENT')
    .slice(0, MOST_MEETINGS)
    .flatMap(block => {
      const event = eventOf(block, around)
      return event ? (invitationOf(event, method, zone, now) ?? []) : []
    })
}

const Method = z
  .enum(['REQUEST', 'CANCEL', 'REPLY', 'COUNTER', 'DECLINECOUNTER', 'REFRESH', 'PUBLISH'])
  .catch('PUBLISH')

const unfolded = (ics: string): readonly string[] =>
  ics
    .replaceAll('\r\n', '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')

const propertyOf = (lines: readonly string[], name: string): string =>
  lines
    .find(line => line.slice(0, name.length + 1).toUpperCase() === `${name}:`)
    ?.slice(name.length + 1)
    .trim() ?? ''

/** Google names the zone of times without one for the whole file. */
const zoneIn = (lines: readonly string[]): string | null => {
  const named = propertyOf(lines, 'X-WR-TIMEZONE')
  return isZone(named) ? named : null
}

/** The whole components of a kind, one after the other, each with its first and last line. */
const blocksOf = (lines: readonly string[], kind: 'VEVENT' | 'VTIMEZONE'): readonly (readonly string[])[] => {
  const blocks: string[][] = []
  let open: string[] | null = null
  for (const line of lines) {
    const word = line.length < 40 ? line.trim().toUpperCase() : ''
    if (word === `BEGIN:${kind}`) open = []
    open?.push(line)
    if (word === `END:${kind}` && open) {
      blocks.push(open)
      open = null
    }
  }
  return blocks
}

/** Meetings are kept by UID in a plain object while they are parsed: no UID may be the name of what such objects inherit. */
const UID_MARK = 'uid '
/** A time that stands in for one that is not given. */
const NO_TIME = '19700101T000000Z'

type Around = { readonly zone: string; readonly zones: readonly string[] }

/** Each is parsed by itself, since the parser would lay several with one UID into one. It throws at what it dislikes. */
const eventOf = (block: readonly string[], { zone, zones }: Around): VEvent | null => {
  const lines: string[] = []
  for (const line of block) {
    const plain = plainLine(line, zone)
    if (plain === 'no date') return null
    if (line.includes('__proto__')) continue
    lines.push(/^UID[:;]/i.test(plain) ? `UID:${UID_MARK}${plain.slice(plain.indexOf(':') + 1)}` : plain)
  }
  if (!lines.some(line => /^DTSTART/i.test(line))) lines.splice(1, 0, `DTSTART:${NO_TIME}`)
  const safe = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...zones, ...lines, 'END:VCALENDAR'].join('\r\n')
  try {
    return Object.values(nodeIcal.sync.parseICS(safe)).find(component => component?.type === 'VEVENT') ?? null
  } catch {
    return null
  }
}

const invitationOf = (event: VEvent, method: Invitation['method'], zone: string, now: string): Invitation | null => {
  const startsAt = instantOf(event.start, zone)
  const endsAt = instantOf(event.end ?? event.start, zone)
  const uid = textOf(event.uid)
  if (startsAt === null || endsAt === null || !uid.startsWith(UID_MARK)) return null
  const { organizer, attendee, rrule } = event
  const people = attendee === undefined ? [] : Array.isArray(attendee) ? attendee : [attendee]
  const timed = startsAt !== '1970-01-01T00:00:00Z'
  if (!timed && method !== 'REPLY' && method !== 'CANCEL') return null
  return {
    method,
    uid: uid.slice(UID_MARK.length).trim(),
    occurrence: occurrenceOf(event, zone),
    sequence: Math.max(0, Math.trunc(Number(textOf(event.sequence)))) || 0,
    title: textOf(event.summary).slice(0, 300),
    time: timed ? { startsAt, endsAt: endsAt < startsAt ? startsAt : endsAt } : null,
    allDay: event.datetype === 'date',
    recurring: rrule !== undefined,
    next: rrule === undefined ? [] : nextDays(event, zone, now),
    status: textOf(event.status).toUpperCase(),
    organizer: personOf(organizer),
    attendees: people.slice(0, 200).flatMap(attendeeOf),
    comment: textOf((event as { comment?: unknown }).comment).slice(0, 2000),
    description: textOf(event.description).slice(0, 8000),
  }
}

/** When an occurrence that was changed alone was to begin. */
const occurrenceOf = ({ recurrenceid }: VEvent, zone: string): string | null =>
  recurrenceid instanceof Date ? instantOf(recurrenceid, zone) : null

const MOST_NEXT = 3
const NEXT_DAYS = 70
const DAY_MS = 24 * 3_600_000

/** Rules of ordinary meetings. Others may never come true, which takes the parser a second each to find. */
const PLAIN_RULE =
  /^(FREQ=(DAILY|WEEKLY|MONTHLY)|(INTERVAL|COUNT)=\d{1,4}|UNTIL=\w{8,16}|WKST=[A-Z]{2}|BYDAY=[-1-4A-Z,]{2,40})$/

const nextDays = (event: VEvent, zone: string, now: string): readonly Span[] => {
  const rule = event.rrule?.toString() ?? ''
  const parts = rule.slice(rule.indexOf('RRULE:') + 'RRULE:'.length).split(';')
  if (!parts.every(part => PLAIN_RULE.test(part))) return []
  const from = new Date(now)
  try {
    return nodeIcal
      .expandRecurringEvent(event, { from, to: new Date(from.getTime() + NEXT_DAYS * DAY_MS) })
      .slice(0, MOST_NEXT)
      .flatMap(({ start, end }) => {
        const [startsAt, endsAt] = [instantOf(start, zone), instantOf(end, zone)]
        return startsAt && endsAt && startsAt >= now ? [{ startsAt, endsAt }] : []
      })
  } catch {
    return []
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
