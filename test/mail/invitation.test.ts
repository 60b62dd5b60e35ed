import { describe, expect, test } from 'vitest'
import type { Meeting } from '../../shared/domain/engagement/state.ts'
import type { ContactId, MeetingId } from '../../shared/domain/vocabulary.ts'
import { commandsOf, questionOf } from '../support/book.ts'
import { type EventParts, ics, invitation, mail } from '../support/mail.ts'
import {
  AT,
  booked,
  bookWith,
  brno,
  call,
  EVA,
  INBOUND,
  JUN,
  kobe,
  ME,
  meetingsIn,
  mine,
  PAVEL,
  passedOn,
  read,
  TEN,
  withRead,
  ZONE,
} from './support/calendars.ts'

describe('an invitation', () => {
  test('of the recruiter’s own books the meeting, and is no message', async () => {
    expect(commandsOf(await read(mine()))).toMatchObject([
      { command: 'BookMeeting', ...TEN, contacts: ['pavel'], title: 'Toolmakers: first call' },
    ])
  })

  test('of a client’s that was passed on is contact from them too, which moves no ball', async () => {
    const theirs = passedOn(PAVEL, { organizer: PAVEL, attendees: [ME] }, 'Toolmakers: first call')
    const reading = await read(theirs)
    expect(commandsOf(reading)).toMatchObject([
      { command: 'BookMeeting', contacts: ['pavel'] },
      { command: 'LogTouchpoint', direction: 'inbound', contact: 'pavel', acknowledgement: true },
    ])
    expect('commands' in reading && reading.commands.map(({ at }) => at)).toEqual([
      '2026-11-04T08:10:00Z',
      '2026-11-04T08:10:00Z',
    ])
  })

  test('passed on as a file is one all the same', async () => {
    const theirs = invitation({
      ...call,
      organizer: PAVEL,
      attendees: [ME],
      by: PAVEL,
      to: ME,
      at: '2026-11-03T16:00:00Z',
    })
    const raw = mail({
      from: ME,
      to: INBOUND,
      at: AT,
      subject: 'FW: Toolmakers: first call',
      text: '',
      attachments: [{ name: 'call.eml', type: 'message/rfc822', content: theirs }],
    })
    expect(commandsOf(await read(raw)).map(({ command }) => command)).toEqual(['BookMeeting', 'LogTouchpoint'])
  })

  test('keeps what the recruiter wrote above it', async () => {
    const raw = passedOn(PAVEL, { organizer: PAVEL, attendees: [ME] }, call.title, 'Also left Eva a voicemail at 9.')
    expect(commandsOf(await read(raw))).toContainEqual(
      expect.objectContaining({ command: 'LogTouchpoint', channel: 'voicemail', contact: 'eva' }),
    )
  })

  test('that came with a mail of another matter leaves the mail what it is', async () => {
    const raw = mail({
      from: ME,
      to: PAVEL,
      at: AT,
      subject: 'Two toolmakers for Brno',
      text: 'Pavel, two people worth a look. I put a slot in your calendar.',
      attachments: [{ name: 'slot.ics', type: 'text/calendar', content: ics({ ...call, attendees: [PAVEL] }) }],
    })
    expect(commandsOf(await read(raw)).map(({ command }) => command)).toEqual(
      expect.arrayContaining(['LogTouchpoint', 'BookMeeting']),
    )
  })

  test('to people of two accounts books one meeting in each', async () => {
    const reading = await read(mine({ attendees: [PAVEL, JUN] }))
    expect('commands' in reading && reading.commands.map(({ engagement }) => engagement)).toEqual(['e1', 'e2'])
    expect(commandsOf(reading)).toMatchObject([{ contacts: ['pavel'] }, { contacts: ['jun'] }])
  })

  test('to somebody new at a known company adds them', async () => {
    const reading = await read(mine({ attendees: [PAVEL, 'Olga Marek <olga.marek@brnotools.example>'] }))
    expect(commandsOf(reading)).toMatchObject([
      { command: 'AddContact', name: 'Olga Marek' },
      { command: 'BookMeeting' },
    ])
  })

  test('to a private mailbox beside a client books the meeting and asks who that is', async () => {
    const reading = await read(mine({ attendees: [PAVEL, 'Rosa Vidal <rosa.vidal@gmail.com>'] }))
    expect(commandsOf(reading)).toMatchObject([{ command: 'BookMeeting', contacts: ['pavel'] }])
    const { text, answers } = questionOf(reading)
    expect(text).toContain('Rosa Vidal')
    expect(answers[0]?.commands.map(({ command }) => command)).toMatchObject([
      { command: 'AddContact', name: 'Rosa Vidal' },
      { command: 'BookMeeting', contacts: ['pavel', expect.any(String)] },
    ])
  })

  test('in which a candidate stands is with the others, and with a candidate alone it is nothing', async () => {
    const book = { ...bookWith(brno, kobe), candidates: ['rosa.vidal@gmail.com'] }
    const reading = await read(mine({ attendees: [PAVEL, 'Rosa Vidal <rosa.vidal@gmail.com>'] }), book)
    expect(reading).toMatchObject({ status: 'understood' })
    expect(commandsOf(reading)).toMatchObject([{ command: 'BookMeeting', contacts: ['pavel'] }])
    const alone = await read(mine({ attendees: ['Rosa Vidal <rosa.vidal@gmail.com>'] }), book)
    expect(alone).toMatchObject({ status: 'nothing', why: 'It is with a candidate.' })
  })

  test('of ours to a private mailbox can be said to be a candidate’s', async () => {
    const reading = await read(mine({ attendees: [PAVEL, 'Rosa Vidal <rosa.vidal@gmail.com>'] }))
    const { answers, unknownName } = questionOf(reading)
    expect(unknownName).toBe('rosa.vidal@gmail.com')
    expect(answers.find(({ word }) => word === 'candidate')).toMatchObject({ candidate: 'rosa.vidal@gmail.com' })
  })

  test('of a client’s adds nobody who is not theirs', async () => {
    const attendees = [ME, EVA, 'Rosa Vidal <rosa.vidal@gmail.com>', 'Lars Moe <lars@moeaudit.example>', JUN]
    const reading = await read(passedOn(PAVEL, { organizer: PAVEL, attendees }, call.title))
    expect(reading.status).toBe('understood')
    expect(commandsOf(reading)).toMatchObject([
      { command: 'BookMeeting', contacts: ['pavel', 'eva'] },
      { command: 'BookMeeting', contacts: ['jun'] },
      { command: 'LogTouchpoint', contact: 'pavel' },
    ])
  })

  test.each([
    ['9999-11-10T10:00', '9999-11-10T10:30', '10 November 9999'],
    ['2029-01-15T10:00', '2029-01-15T10:30', '15 January 2029'],
    ['2021-11-10T10:00', '2021-11-10T10:30', '10 November 2021'],
  ])('on a day years away (%s) is asked about, with its year', async (starts, ends, day) => {
    const reading = await read(mine({ starts, ends }))
    expect(commandsOf(reading)).toEqual([])
    const { text, answers } = questionOf(reading)
    expect(text).toContain(day)
    expect(answers[0]?.commands.map(({ command }) => command)).toMatchObject([{ command: 'BookMeeting' }])
  })

  test('on which somebody stands who is never logged says nothing', async () => {
    const reading = await read(mine({ attendees: [PAVEL, 'Counsel <counsel@brnotools.example>'] }))
    expect(reading).toMatchObject({ status: 'nothing', why: expect.stringContaining('never logged') })
  })

  test('without an end lasts half an hour', async () => {
    expect(commandsOf(await read(mine({ ends: call.starts })))).toMatchObject([{ endsAt: '2026-11-10T09:30:00Z' }])
  })

  test('to a crowd is an event, and nobody is added', async () => {
    const crowd = Array.from({ length: 40 }, (_, index) => `Guest ${index} <guest${index}@expo.example>`)
    expect((await read(mine({ attendees: crowd }))).status).toBe('nothing')
  })

  test('of a meeting that is over is booked, so that what became of it is asked', async () => {
    const reading = await read(mine({ starts: '2026-10-27T10:00', ends: '2026-10-27T10:30' }))
    expect(commandsOf(reading)).toMatchObject([{ command: 'BookMeeting', startsAt: '2026-10-27T09:00:00Z' }])
  })
})

describe('a program that invites', () => {
  test.each([
    'Calendly <notifications@calendly.com>',
    'Meetings <noreply@hubspot.com>',
    'Google Calendar <calendar-notification@google.com>',
    'Scheduler <scheduler@marquet.example>',
  ])('%s is no guest: the meeting is with whoever else stands on it', async organizer => {
    const reading = await read(mine({ organizer, attendees: [ME, PAVEL] }))
    expect(commandsOf(reading)).toMatchObject([{ command: 'BookMeeting', contacts: ['pavel'] }])
  })

  test('tells in words who booked', async () => {
    const calendar = ics({ ...call, organizer: 'Calendly <notifications@calendly.com>', attendees: [ME] }).replace(
      'SEQUENCE:0',
      'SEQUENCE:0\r\nDESCRIPTION:Event Name: Intro\\nInvitee: Eva Kolář\\nInvitee Email: eva.kolar@brnotools.example',
    )
    const raw = mail({ from: ME, to: INBOUND, at: AT, subject: 'New event', text: '', calendar })
    expect(commandsOf(await read(raw))).toMatchObject([{ command: 'BookMeeting', contacts: ['eva'] }])
  })

  test('and names nobody is asked about', async () => {
    const reading = await read(mine({ organizer: 'Calendly <notifications@calendly.com>', attendees: [ME] }))
    expect(questionOf(reading).text).toContain('Toolmakers: first call')
  })
})

describe('an entry that nobody was invited to', () => {
  test('is with the one whose whole name it says', async () => {
    const reading = await read(mine({ title: 'Coffee with Eva Kolář', attendees: [] }))
    expect(commandsOf(reading)).toMatchObject([{ command: 'BookMeeting', contacts: ['eva'] }])
  })

  test('and that says none is asked about', async () => {
    const { text } = questionOf(await read(mine({ title: 'Coffee', attendees: [] })))
    expect(text).toContain('"Coffee", Tuesday 10 November, 10:00 am, names nobody whom you meet')
  })
})

describe('the same meeting', () => {
  test('moved by its calendar stays the one it was', async () => {
    const book = await booked(PAVEL)
    const moved = await read(mine({ sequence: 1, starts: '2026-11-12T15:00', ends: '2026-11-12T15:45' }), book)
    expect(commandsOf(moved)).toMatchObject([
      { command: 'BookMeeting', meeting: meetingsIn(book)[0]?.id, startsAt: '2026-11-12T14:00:00Z' },
    ])
    expect(meetingsIn(withRead(book, moved))).toHaveLength(1)
  })

  test('is not moved back by an older version that comes late', async () => {
    const moved = await read(mine({ sequence: 3, starts: '2026-11-12T15:00', ends: '2026-11-12T15:45' }))
    const book = withRead(bookWith(brno, kobe), moved)
    expect((await read(mine({ sequence: 1 }), book)).status).toBe('nothing')
  })

  test('noted before its invitation came is one meeting, and its update moves that one', async () => {
    const noted: Meeting = {
      id: 'm.2026-11-10T09:00:00Z' as MeetingId,
      startsAt: '2026-11-10T09:00:00Z',
      endsAt: '2026-11-10T09:30:00Z',
      contacts: ['pavel' as ContactId],
      title: 'Call with Pavel Horák',
    }
    const book = bookWith({ ...brno, meetings: [noted] }, kobe)
    const invited = await read(mine(), book)
    expect(commandsOf(invited)).toMatchObject([{ command: 'BookMeeting', meeting: noted.id, endsAt: TEN.endsAt }])
    const update = mine({ sequence: 1, starts: '2026-11-13T09:00', ends: '2026-11-13T09:45' })
    expect(commandsOf(await read(update, withRead(book, invited)))).toMatchObject([
      { meeting: noted.id, startsAt: '2026-11-13T08:00:00Z' },
    ])
  })

  test('noted after its invitation came is no second one', async () => {
    const book = await booked(PAVEL)
    const raw = mail({
      from: ME,
      to: INBOUND,
      at: AT,
      zone: ZONE,
      subject: '',
      text: 'Booked a call with Pavel for Tuesday at 10am.',
    })
    const noted = await read(raw, book)
    expect(commandsOf(noted)).toMatchObject([{ command: 'BookMeeting', meeting: meetingsIn(book)[0]?.id }])
  })

  test('in two calendars is one', async () => {
    const book = await booked(PAVEL)
    const copy = await read(mine({ uid: 'another@cal.example' }), book)
    expect(meetingsIn(withRead(book, copy))).toHaveLength(1)
  })
})

describe('a series', () => {
  const weekly = { rrule: 'FREQ=WEEKLY;BYDAY=TU', title: 'Brno weekly' }

  test('is no meeting: which of its days counts is asked, by name', async () => {
    const { text, answers } = questionOf(await read(mine(weekly)))
    expect(text).toContain('"Brno weekly" with Pavel Horák repeats')
    expect(answers.map(({ label }) => label)).toEqual([
      'Tuesday 10 November, 10:00 am',
      'Tuesday 17 November, 10:00 am',
      'Tuesday 24 November, 10:00 am',
      'None of these',
    ])
    expect(answers[1]?.commands.map(({ command }) => command)).toMatchObject([
      { command: 'BookMeeting', startsAt: '2026-11-17T09:00:00Z', contacts: ['pavel'] },
    ])
  })

  const occurrence = (event: Partial<EventParts>, day: string): string =>
    mail({
      from: ME,
      to: INBOUND,
      at: AT,
      subject: 'Brno weekly',
      text: '',
      calendar: ics({ ...call, ...weekly, attendees: [PAVEL], ...event })
        .replace(/RRULE:.*\r\n/, '')
        .replace('SEQUENCE:', `RECURRENCE-ID;TZID=Europe/Madrid:${day}T100000\r\nSEQUENCE:`),
    })

  test('of which one day was moved books that day, or moves it where it was chosen', async () => {
    const moved = { sequence: 1, starts: '2026-11-18T16:00', ends: '2026-11-18T16:30' }
    expect(commandsOf(await read(occurrence(moved, '20261117')))).toMatchObject([
      { command: 'BookMeeting', startsAt: '2026-11-18T15:00:00Z' },
    ])
    const chosen = withRead(bookWith(brno, kobe), await read(mine(weekly)), 'day-2')
    expect(commandsOf(await read(occurrence(moved, '20261117'), chosen))).toMatchObject([
      { meeting: meetingsIn(chosen)[0]?.id, startsAt: '2026-11-18T15:00:00Z' },
    ])
  })

  test('of which one day was called off leaves the others', async () => {
    const question = await read(mine(weekly))
    const chosen = withRead(withRead(bookWith(brno, kobe), question, 'day-1'), question, 'day-2')
    const off = await read(
      occurrence({ method: 'CANCEL', starts: '2026-11-17T10:00', ends: '2026-11-17T10:45' }, '20261117'),
      chosen,
    )
    const second = meetingsIn(chosen).find(({ startsAt }) => startsAt.startsWith('2026-11-17'))
    expect(commandsOf(off)).toMatchObject([{ command: 'CancelMeeting', meeting: second?.id }])
  })

  test('called off as a whole calls off every day that was chosen', async () => {
    const question = await read(mine(weekly))
    const chosen = withRead(withRead(bookWith(brno, kobe), question, 'day-1'), question, 'day-2')
    expect(commandsOf(await read(mine({ ...weekly, method: 'CANCEL' }), chosen)).map(({ command }) => command)).toEqual(
      ['CancelMeeting', 'CancelMeeting'],
    )
  })
})

test('a whole day is asked about by name, and counts within working hours once it is one', async () => {
  const { text, answers } = questionOf(
    await read(mine({ title: 'Plant visit', starts: '2026-11-19', ends: '2026-11-20' })),
  )
  expect(text).toContain('"Plant visit" with Pavel Horák lasts all of Thursday 19 November')
  expect(answers[0]?.commands.map(({ command }) => command)).toMatchObject([
    { command: 'BookMeeting', startsAt: '2026-11-19T08:00:00Z', endsAt: '2026-11-19T16:00:00Z' },
  ])
})

describe('a calendar that can not be read', () => {
  test('alone is held', async () => {
    const raw = mail({ from: ME, to: INBOUND, at: AT, subject: 'Call', text: '', calendar: 'BEGIN:VCALENDAR' })
    expect((await read(raw)).status).toBe('held')
  })

  test('beside a mail leaves the mail what it is', async () => {
    const raw = mail({
      from: ME,
      to: PAVEL,
      at: AT,
      subject: 'Toolmakers',
      text: 'Pavel, see the invitation.',
      attachments: [{ name: 'x.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
    })
    expect(commandsOf(await read(raw))).toMatchObject([{ command: 'LogTouchpoint', direction: 'outbound' }])
  })

  test('of dozens of meetings is a whole calendar, and held', async () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      ics({ ...call, uid: `u${n}`, attendees: [PAVEL] })
        .split('\r\n')
        .slice(4, -2)
        .join('\r\n'),
    )
    const calendar = ['BEGIN:VCALENDAR', 'METHOD:PUBLISH', ...many, 'END:VCALENDAR'].join('\r\n')
    expect(await read(mail({ from: ME, to: INBOUND, at: AT, subject: 'Mine', text: '', calendar }))).toMatchObject({
      status: 'held',
      why: expect.stringContaining('whole calendar'),
    })
  })
})
