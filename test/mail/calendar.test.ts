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
const NOW = '2026-10-01T09:00:00Z'
const calendarOf = (text: string) => readCalendar(text, ZONE, NOW)
const read = (parts: Partial<EventParts> = {}) => calendarOf(ics({ ...meeting, ...parts }))[0]
const raw = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')

describe('an invitation', () => {
  test('names the meeting, its time, and who comes', () => {
    expect(read()).toEqual({
      method: 'REQUEST',
      uid: 'm-1@talent.example',
      sequence: 0,
      title: 'Toolmaker search, first call',
      time: { startsAt: '2026-10-05T15:00:00Z', endsAt: '2026-10-05T15:30:00Z' },
      occurrence: null,
      allDay: false,
      recurring: false,
      next: [],
      status: 'CONFIRMED',
      organizer: { name: 'Omar Haddad', address: 'omar@talent.example' },
      attendees: [
        { name: 'Lena Brandt', address: 'lena@foundry.example', partstat: 'NEEDS-ACTION' },
        { name: 'Ruth Ek', address: 'ruth@foundry.example', partstat: 'ACCEPTED' },
      ],
      comment: '',
      description: '',
    })
  })

  test('moved has a higher sequence and its new time', () => {
    expect(read({ sequence: 2, starts: '2026-10-06T15:00:00Z', ends: '2026-10-06T15:30:00Z' })).toMatchObject({
      sequence: 2,
      time: { startsAt: '2026-10-06T15:00:00Z' },
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
    expect(calendarOf(text)[0]?.attendees.map(({ address }) => address)).toEqual(['ruth@foundry.example'])
  })
})

describe('when it is', () => {
  const wall = { starts: '2026-10-05T10:00', ends: '2026-10-05T10:30' }
  test.each([
    ['an IANA zone', 'Europe/Berlin', '2026-10-05T08:00:00Z'],
    ['a Windows zone', 'W. Europe Standard Time', '2026-10-05T08:00:00Z'],
    ['another Windows zone, in summer time', 'Eastern Standard Time', '2026-10-05T14:00:00Z'],
    ['a Windows zone by its long name', '"(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"', '2026-10-05T04:30:00Z'],
    ['a zone named by the path to it', '/freeassociation.example/Tzfile/Europe/Berlin', '2026-10-05T08:00:00Z'],
    ['a zone of three parts', '/calendar.example/20250101_1/America/Indiana/Knox', '2026-10-05T15:00:00Z'],
    ['its distance from Greenwich', 'GMT+0530', '2026-10-05T04:30:00Z'],
    ['Greenwich as Microsoft calls it', 'tzone://Microsoft/Utc', '2026-10-05T10:00:00Z'],
    ['no zone: the reader’s', undefined, '2026-10-05T15:00:00Z'],
  ])('by %s', (_, tzid, startsAt) => {
    expect(read({ ...wall, ...(tzid ? { tzid } : {}) })?.time?.startsAt).toBe(startsAt)
  })

  test('without a zone by the one that the whole file names', () => {
    const text = ics({ ...meeting, ...wall }).replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-TIMEZONE:Europe/London')
    expect(calendarOf(text)[0]?.time?.startsAt).toBe('2026-10-05T09:00:00Z')
  })

  test('by a zone that nobody knows, it is left out and not guessed', () => {
    expect(read({ ...wall, tzid: 'Moon Standard Time' })).toBeUndefined()
  })

  test('all day begins at midnight where the reader lives', () => {
    expect(read({ starts: '2026-10-05', ends: '2026-10-06' })).toMatchObject({
      allDay: true,
      time: { startsAt: '2026-10-05T05:00:00Z', endsAt: '2026-10-06T05:00:00Z' },
    })
  })

  test('by its length where no end is given', () => {
    const text = raw('UID:a', 'DTSTART:20261005T150000Z', 'DURATION:PT45M', 'SUMMARY:Call')
    expect(calendarOf(text)[0]).toMatchObject({ time: { endsAt: '2026-10-05T15:45:00Z' } })
  })

  test('by a zone of its own making, as the file describes it', () => {
    const half = (kind: string, from: string, to: string, rule: string) => [
      `BEGIN:${kind}`,
      'DTSTART:16010101T020000',
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `RRULE:FREQ=YEARLY;${rule}`,
      `END:${kind}`,
    ]
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone 1',
      ...half('STANDARD', '-0400', '-0500', 'BYDAY=1SU;BYMONTH=11'),
      ...half('DAYLIGHT', '-0500', '-0400', 'BYDAY=2SU;BYMONTH=3'),
      'END:VTIMEZONE',
    ]
    const on = (starts: string, ends: string) =>
      calendarOf(
        ics({ ...meeting, starts, ends, tzid: 'Customized Time Zone 1' }).replace(
          'BEGIN:VEVENT',
          [...zone, 'BEGIN:VEVENT'].join('\r\n'),
        ),
      )[0]?.time?.startsAt
    expect(on('2026-10-05T10:00', '2026-10-05T10:30')).toBe('2026-10-05T14:00:00Z')
    expect(on('2026-12-07T10:00', '2026-12-07T10:30')).toBe('2026-12-07T15:00:00Z')
  })

  test('repeating says so, and which days come next', () => {
    const series = read({ ...wall, tzid: 'America/Chicago', starts: '2026-09-07T10:00', rrule: 'FREQ=WEEKLY' })
    expect(series).toMatchObject({ recurring: true, time: { startsAt: '2026-09-07T15:00:00Z' } })
    expect(series?.next.map(({ startsAt }) => startsAt)).toEqual([
      '2026-10-05T15:00:00Z',
      '2026-10-12T15:00:00Z',
      '2026-10-19T15:00:00Z',
    ])
    expect(read({ rrule: 'FREQ=WEEKLY;UNTIL=20260901T000000Z', starts: '2026-08-03T15:00:00Z' })?.next).toEqual([])
  })

  test.each(['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9', 'FREQ=SECONDLY'])(
    'repeating by a rule that never ends or never comes true (%s) ends the reading',
    rrule => {
      expect(read({ rrule })?.next.length ?? 0).toBeLessThanOrEqual(3)
    },
  )

  test('one day of a series, changed alone, says which it was', () => {
    const text = ics({ ...meeting, ...wall, tzid: 'America/Chicago' }).replace(
      'SEQUENCE:0',
      'SEQUENCE:0\r\nRECURRENCE-ID;TZID=America/Chicago:20261004T090000',
    )
    expect(calendarOf(text)[0]).toMatchObject({
      recurring: false,
      occurrence: '2026-10-04T14:00:00Z',
      time: { startsAt: '2026-10-05T15:00:00Z' },
    })
  })

  test('of two days of one series that one file changes, both', () => {
    const changed = (day: string) =>
      `BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID:202610${day}T150000Z\r\nDTSTART:202610${day}T170000Z\r\nEND:VEVENT`
    const text = `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n${changed('05')}\r\n${changed('12')}\r\nEND:VCALENDAR`
    expect(calendarOf(text).map(({ occurrence }) => occurrence)).toEqual([
      '2026-10-05T15:00:00Z',
      '2026-10-12T15:00:00Z',
    ])
  })

  test('left out of an answer, is not known; left out of an invitation, there is no meeting', () => {
    const text = ics({ ...meeting, method: 'REPLY' })
      .split('\r\n')
      .filter(line => !line.startsWith('DT'))
      .join('\r\n')
    expect(calendarOf(text)[0]).toMatchObject({ method: 'REPLY', time: null })
    expect(calendarOf(text.replace('METHOD:REPLY', 'METHOD:REQUEST'))).toEqual([])
  })
})

describe('hostile calendars', () => {
  test('a UID that names what every object inherits changes no object', () => {
    const found = calendarOf(raw('UID:__proto__', 'DTSTART:20261005T150000Z', 'SUMMARY:x'))
    expect(({} as { start?: unknown }).start).toBeUndefined()
    expect(found).toEqual([])
    expect(calendarOf(raw('UID:constructor', 'DTSTART:20261005T150000Z', 'SUMMARY:x'))[0]?.uid).toBe('constructor')
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
    expect(calendarOf(text)).toEqual([])
  })

  test('thousands of guests are bounded', () => {
    const guests = Array.from({ length: 3000 }, (_, n) => `ATTENDEE:mailto:g${n}@x.example`)
    expect(calendarOf(raw('UID:a', 'DTSTART:20261005T150000Z', ...guests))[0]?.attendees).toHaveLength(200)
  })
})
