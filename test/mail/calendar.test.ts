import { describe, expect, test } from 'vitest'
import { readCalendar } from '../../shared/mail/read/calendar.ts'
import { type EventParts, ics } from '../support/mail.ts'

const ZONE = 'America/Chicago'
const meeting: EventParts = {
  uid: 'm-1@talent.example',
  title: 'Toolmaker search, first call',
  starts: '2026-10-05T15:00:00Z',
  ends: '2026-10-05T15:30:00Z',
  organizer: 'Omar Haddad <omar@talent.example>',
  attendees: ['Lena Brandt <Lena@Foundry.example>', { person: 'Ruth Ek <ruth@foundry.example>', partstat: 'ACCEPTED' }],
}
const read = (parts: Partial<EventParts> = {}, zone = ZONE) => readCalendar(ics({ ...meeting, ...parts }), zone)[0]
const raw = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')

describe('an invitation', () => {
  test('names the meeting, its time, and who comes', () => {
    expect(read()).toEqual({
      method: 'REQUEST',
      uid: 'm-1@talent.example',
      sequence: 0,
      title: 'Toolmaker search, first call',
      startsAt: '2026-10-05T15:00:00Z',
      endsAt: '2026-10-05T15:30:00Z',
      allDay: false,
      recurring: false,
      status: 'CONFIRMED',
      organizer: { name: 'Omar Haddad', address: 'omar@talent.example' },
      attendees: [
        { name: 'Lena Brandt', address: 'lena@foundry.example', partstat: 'NEEDS-ACTION' },
        { name: 'Ruth Ek', address: 'ruth@foundry.example', partstat: 'ACCEPTED' },
      ],
      comment: '',
    })
  })

  test('moved has a higher sequence and its new time', () => {
    expect(read({ sequence: 2, starts: '2026-10-06T15:00:00Z', ends: '2026-10-06T15:30:00Z' })).toMatchObject({
      sequence: 2,
      startsAt: '2026-10-06T15:00:00Z',
    })
  })

  test('cancelled, answered and countered says so', () => {
    expect(read({ method: 'CANCEL' })).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' })
    const declined = [{ person: 'Lena Brandt <lena@foundry.example>', partstat: 'DECLINED' }]
    expect(read({ method: 'REPLY', attendees: declined, comment: 'On leave that day.' })).toMatchObject({
      method: 'REPLY',
      attendees: [{ address: 'lena@foundry.example', partstat: 'DECLINED' }],
      comment: 'On leave that day.',
    })
    expect(read({ method: 'COUNTER' })?.method).toBe('COUNTER')
  })

  test('of rooms only the people come', () => {
    const text = ics(meeting).replace('CUTYPE=INDIVIDUAL', 'CUTYPE=ROOM')
    expect(readCalendar(text, ZONE)[0]?.attendees.map(({ address }) => address)).toEqual(['ruth@foundry.example'])
  })
})

describe('when it is', () => {
  const wall = { starts: '2026-10-05T10:00', ends: '2026-10-05T10:30' }
  test.each([
    ['an IANA zone', 'Europe/Berlin', '2026-10-05T08:00:00Z'],
    ['a Windows zone', 'W. Europe Standard Time', '2026-10-05T08:00:00Z'],
    ['another Windows zone, in summer time', 'Eastern Standard Time', '2026-10-05T14:00:00Z'],
    ['a Windows zone by its long name', '"(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"', '2026-10-05T04:30:00Z'],
    ['no zone: the reader’s', undefined, '2026-10-05T15:00:00Z'],
  ])('by %s', (_, tzid, startsAt) => {
    expect(read({ ...wall, ...(tzid ? { tzid } : {}) })?.startsAt).toBe(startsAt)
  })

  test('without a zone by the one that the whole file names', () => {
    const text = ics({ ...meeting, ...wall }).replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-TIMEZONE:Europe/London')
    expect(readCalendar(text, ZONE)[0]?.startsAt).toBe('2026-10-05T09:00:00Z')
  })

  test('by a zone that nobody knows, it is left out and not guessed', () => {
    expect(read({ ...wall, tzid: 'Moon Standard Time' })).toBeUndefined()
  })

  test('all day begins at midnight where the reader lives', () => {
    expect(read({ starts: '2026-10-05', ends: '2026-10-06' })).toMatchObject({
      allDay: true,
      startsAt: '2026-10-05T05:00:00Z',
      endsAt: '2026-10-06T05:00:00Z',
    })
  })

  test('by its length where no end is given', () => {
    const text = raw('UID:a', 'DTSTART:20261005T150000Z', 'DURATION:PT45M', 'SUMMARY:Call')
    expect(readCalendar(text, ZONE)[0]).toMatchObject({ endsAt: '2026-10-05T15:45:00Z' })
  })

  test('repeating says so', () => {
    expect(read({ rrule: 'FREQ=WEEKLY;COUNT=10' })?.recurring).toBe(true)
  })
})

describe('hostile calendars', () => {
  test('a UID that names what every object inherits changes no object', () => {
    const found = readCalendar(raw('UID:__proto__', 'DTSTART:20261005T150000Z', 'SUMMARY:x'), ZONE)
    expect(({} as { start?: unknown }).start).toBeUndefined()
    expect(found).toEqual([])
    expect(readCalendar(raw('UID:constructor', 'DTSTART:20261005T150000Z', 'SUMMARY:x'), ZONE)[0]?.uid).toBe(
      'constructor',
    )
    expect((Object as { start?: unknown }).start).toBeUndefined()
  })

  test.each([
    ['nothing', ''],
    ['no calendar', 'hello\nworld'],
    ['no end', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261005T150000Z'],
    ['a date that is none', raw('UID:a', 'DTSTART:20261335T990000Z')],
    ['no date', raw('UID:a', 'SUMMARY:x')],
    ['a rule that is none', raw('UID:a', 'DTSTART:20261005T150000Z', 'RRULE:FREQ=SOMETIMES')],
    ['beginnings without end', 'BEGIN:VEVENT\r\n'.repeat(12_000)],
    ['too much', raw('UID:a', 'DTSTART:20261005T150000Z', `DESCRIPTION:${'x'.repeat(300_000)}`)],
  ])('%s gives no meeting', (_, text) => {
    expect(readCalendar(text, ZONE)).toEqual([])
  })

  test('thousands of guests are bounded', () => {
    const guests = Array.from({ length: 3000 }, (_, n) => `ATTENDEE:mailto:g${n}@x.example`)
    expect(readCalendar(raw('UID:a', 'DTSTART:20261005T150000Z', ...guests), ZONE)[0]?.attendees).toHaveLength(200)
  })
})
