import { AT, mail } from './message.ts'
import { addressOf, madeId, nameOf } from './words.ts'

export type EventParts = {
  readonly method?: 'REQUEST' | 'CANCEL' | 'REPLY' | 'COUNTER' | 'PUBLISH'
  readonly uid?: string
  readonly sequence?: number
  readonly title: string
  /** A UTC instant, or a wall time without zone (`2026-09-21T10:00`) to go with `tzid`, or a date for a whole day. */
  readonly starts: string
  readonly ends: string
  /** A zone name as the sender's calendar gives it: IANA or Windows. */
  readonly tzid?: string
  readonly organizer: string
  readonly attendees: readonly (string | { readonly person: string; readonly partstat: string })[]
  readonly rrule?: string
  readonly comment?: string
}

/** An iCalendar text with one event. */
export const ics = (event: EventParts): string => {
  const method = event.method ?? 'REQUEST'
  const when = (name: string, value: string) => {
    const plain = value.replaceAll(/[-:]/g, '').replace(/\.\d+/, '')
    if (!value.includes('T')) return `${name};VALUE=DATE:${plain}`
    if (value.endsWith('Z')) return `${name}:${plain}`
    return `${name}${event.tzid ? `;TZID=${event.tzid}` : ''}:${plain.length === 13 ? `${plain}00` : plain}`
  }
  const attendee = (one: string | { person: string; partstat: string }) => {
    const { person, partstat } = typeof one === 'string' ? { person: one, partstat: 'NEEDS-ACTION' } : one
    return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=${nameOf(person)}:mailto:${addressOf(person)}`
  }
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example Calendar//EN',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${event.uid ?? madeId(event.organizer, event.title, event.starts)}`,
    `SEQUENCE:${event.sequence ?? 0}`,
    'DTSTAMP:20260916T130000Z',
    when('DTSTART', event.starts),
    when('DTEND', event.ends),
    `SUMMARY:${event.title}`,
    `ORGANIZER;CN=${nameOf(event.organizer)}:mailto:${addressOf(event.organizer)}`,
    ...event.attendees.map(attendee),
    ...(event.rrule ? [`RRULE:${event.rrule}`] : []),
    ...(event.comment ? [`COMMENT:${event.comment}`] : []),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(foldCalendarLine)
    .join('\r\n')
}

/** A calendar invitation as its sender's calendar mails it. */
export const invitation = (parts: EventParts & { by: string; to: string | readonly string[]; at?: string }): string => {
  const verb = {
    REQUEST: 'Invitation',
    CANCEL: 'Canceled event',
    REPLY: 'Accepted',
    COUNTER: 'New time proposed',
    PUBLISH: 'Event',
  }
  return mail({
    from: parts.by,
    to: parts.to,
    at: parts.at ?? AT,
    subject: `${verb[parts.method ?? 'REQUEST']}: ${parts.title}`,
    text: `${parts.title}\n${parts.starts}`,
    calendar: ics(parts),
    headers: { 'X-Calendar-Method': parts.method ?? 'REQUEST' },
  })
}

// Calendar lines are folded after 75 octets (RFC 5545, 3.1).
const foldCalendarLine = (line: string) => (line.length <= 75 ? line : (line.match(/.{1,73}/g) ?? []).join('\r\n '))
