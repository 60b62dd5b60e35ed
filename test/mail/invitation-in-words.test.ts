import { describe, expect, test } from 'vitest'
import { meetingTime } from '../../shared/mail/read/meeting-time.ts'
import type { AskedBefore, Book, Reading } from '../../shared/mail/read/reading.ts'
import { understand } from '../../shared/mail/read/understand.ts'
import { commandsOf, messageOf, occasionAt, questionOf } from '../support/book.ts'
import { growth, LINEAR } from '../support/growth.ts'
import { type Client, forward, mail } from '../support/mail.ts'
import {
  AT,
  bookWith,
  brno,
  INBOUND,
  kobe,
  ME,
  meetingsIn,
  mine,
  PAVEL,
  read,
  withRead,
  ZONE,
} from './support/calendars.ts'

/** Invitations whose calendar file was lost on the way: what the words of Outlook, Google, Apple and Zoom tell. */

const NOW = '2026-11-04T09:00:00Z'
const fromPavel = (subject: string, text: string, client: Client = 'gmail', note?: string): string =>
  forward({
    client,
    by: ME,
    to: INBOUND,
    at: AT,
    zone: ZONE,
    ...(note ? { note } : {}),
    original: { from: PAVEL, to: ME, subject, at: '2026-11-03T15:10:00Z', zone: ZONE, text },
    plainOnly: true,
  })
const appointment = (when: string, subject = 'Plant tour', below = ''): string =>
  mail({
    from: ME,
    to: INBOUND,
    at: AT,
    zone: ZONE,
    subject: `FW: ${subject}`,
    text: `-----Original Appointment-----
From: Pavel Horák <pavel.horak@brnotools.example>
Sent: Tuesday, November 3, 2026 4:10 PM
To: Pavel Horák; Inés Marquet; Eva Kolář <eva.kolar@brnotools.example>
Subject: ${subject}
When: ${when}
Where: Plant 2

${below}`,
  })
const GOOGLE = ['Terms @ Thu 12 Nov 2026 2pm - 2:45pm (CET) (ines@marquet.example)', 'Terms\nThursday 12 Nov 2026']
const google = (verb: string, when = GOOGLE[0] ?? '', text = GOOGLE[1] ?? ''): string =>
  fromPavel(`${verb}: ${when}`, text)
const TWO = { startsAt: '2026-11-12T13:00:00Z', endsAt: '2026-11-12T13:45:00Z' }

describe('when a meeting is, in words', () => {
  test.each([
    ['Monday, September 21, 2026 10:00 AM-10:30 AM (UTC-05:00) Eastern Time (US & Canada).', '14:00', '14:30'],
    ['21 September 2026 10:00-10:30 (UTC+00:00) Dublin, Edinburgh, Lisbon, London.', '09:00', '09:30'],
    ['Monday, 21 September 2026 14:00-15:30 (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Vienna', '12:00', '13:30'],
    ['Mon Sep 21, 2026 10am - 10:30am (EDT) (kim@oduya.example)', '14:00', '14:30'],
    ['Monday Sep 21, 2026 ⋅ 10 – 10:30am (Central Time - Chicago)', '15:00', '15:30'],
    ['Monday, September 21, 2026 11 - 12:15pm (BST)', '10:00', '11:15'],
    ['Monday 21 September 2026 at 14:00 - 14:45 (Europe/Madrid)', '12:00', '12:45'],
    ['10:00 AM - 10:30 AM on Monday, September 21, 2026 (America/Denver)', '16:00', '16:30'],
    ['September 21, 2026 2:00 PM - 3:00 PM India Standard Time', '08:30', '09:30'],
    ['Monday, September 21, 2026 from 10:00 AM to 10:30 AM (PDT)', '17:00', '17:30'],
    ['Mo. 21. Sept. 2026 10:00 - 10:30 (MESZ)', '08:00', '08:30'],
    ['lunes, 21 de septiembre de 2026 10:00-10:30 (UTC-06:00) Guadalajara, Monterrey', '16:00', '16:30'],
    ['lundi 21 septembre 2026 10:00-10:30', '14:00', '14:30'],
  ])('%j', (text, from, to) => {
    expect(meetingTime(text, 'America/New_York', '2026-09-16T13:00:00Z')?.span).toEqual({
      startsAt: `2026-09-21T${from}:00Z`,
      endsAt: `2026-09-21T${to}:00Z`,
    })
  })

  test.each([
    ['a zone that nobody knows', 'Monday, September 21, 2026 10:00 AM-10:30 AM (Works time)'],
    ['a day of the week that contradicts the date', 'Tuesday, September 21, 2026 10:00 AM-10:30 AM'],
    ['a date that can be read in two ways', '9/8/2026 10:00-11:00'],
    ['an end on another day', 'Monday, September 21, 2026 4:00 PM to Tuesday, September 22, 2026 5:00 PM (EDT)'],
    ['no hour', 'Monday, September 2026'],
    ['no year that there is', 'Monday, September 21, 9999 10:00 AM-10:30 AM'],
  ])('is told for certain by none that has %s', (_, text) => {
    expect(meetingTime(text, 'Europe/London', '2026-09-16T13:00:00Z')?.span ?? null).toBeNull()
  })

  test('is read in time that grows as the text does', () => {
    const grown = growth(size => meetingTime(`${'10:00 - '.repeat(size)}Monday, September 21`, 'Europe/London', NOW))
    expect(grown).toBeLessThan(LINEAR)
  })
})

describe('an invitation in words', () => {
  test.each([
    ['Outlook', appointment('Thursday, November 12, 2026 2:00 PM-2:45 PM (UTC+01:00) Belgrade, Bratislava, Prague.')],
    ['Outlook, by what it calls the zone', appointment('12 November 2026 13:00-13:45 GMT Standard Time')],
    ['Google', google('Invitation')],
    ['Google of old', fromPavel('Invitation: Terms', 'Title: Terms\nWhen: Thu Nov 12, 2026 2pm – 2:45pm Madrid\nWho:')],
    ['Google in German', google('Einladung', 'Terms @ Do. 12. Nov. 2026 14:00 - 14:45 (MEZ) (x@marquet.example)')],
    [
      'Apple',
      fromPavel(
        'Pavel Horák invited you to “Terms”',
        'When: Thursday, November 12, 2026 from 2:00 PM to 2:45 PM (CET)\nWhere: Video',
        'apple',
      ),
    ],
  ])('of %s books the meeting, and is contact from them that moves no ball', async (_, raw) => {
    const commands = commandsOf(await read(raw))
    expect(commands[0]).toMatchObject({ command: 'BookMeeting', ...TWO })
    expect(commands[1]).toMatchObject({ direction: 'inbound', contact: 'pavel', acknowledgement: true })
  })

  test('that a colleague passed on is its sender’s', async () => {
    const at = '2026-11-03T15:10:00Z'
    const subject = `Invitation: ${GOOGLE[0]}`
    const raw = forward({
      client: 'gmail',
      by: ME,
      to: INBOUND,
      at: AT,
      zone: ZONE,
      original: [
        { from: 'Noa Vidal <noa@marquet.example>', to: ME, subject: `Fwd: ${subject}`, at, zone: ZONE, text: '' },
        { from: PAVEL, to: 'noa@marquet.example', subject, at, zone: ZONE, text: 'Terms' },
      ],
      plainOnly: true,
    })
    expect(commandsOf(await read(raw))[0]).toMatchObject({ command: 'BookMeeting', contacts: ['pavel'], ...TWO })
  })

  test('tells who else comes, and keeps what the recruiter wrote above it', async () => {
    const raw = fromPavel(
      `Invitation: ${GOOGLE[0]}`,
      'Terms\n\nOrganizer\nPavel Horák\npavel.horak@brnotools.example\n\nGuests\nines@marquet.example\neva.kolar@brnotools.example',
      'gmail',
      'Also left Jun a voicemail.',
    )
    const commands = commandsOf(await read(raw))
    expect(commands[0]).toMatchObject({ command: 'BookMeeting', contacts: ['pavel', 'eva'], title: 'Terms' })
    expect(commands).toContainEqual(expect.objectContaining({ channel: 'voicemail', contact: 'jun' }))
  })

  test('is the meeting that its calendar file books as well', async () => {
    const book = withRead(bookWith(brno, kobe), await read(google('Invitation')))
    const file = await read(mine({ starts: '2026-11-12T14:00', ends: '2026-11-12T14:45' }), book)
    expect(meetingsIn(withRead(book, file))).toHaveLength(1)
  })

  test.each([
    ['a zone that nobody knows', appointment('Thursday, November 12, 2026 2:00 PM-2:45 PM (Works time)')],
    ['a date that can be read in two ways', appointment('11/12/2026 14:00-14:45')],
    ['a year that cannot be', google('Invitation', 'Terms @ Fri 12 Nov 9999 2pm - 2:45pm (CET) (x@marquet.example)')],
  ])('with %s is asked about, and no message', async (_, raw) => {
    const reading = await read(raw)
    expect(questionOf(reading).text).toMatch(/with Pavel Horák( and 1 more)?: when is it\?/)
    expect(commandsOf(reading)).toEqual([])
  })

  test('of a whole day or a series is asked about by name', async () => {
    expect(questionOf(await read(google('Invitation', 'Visit @ Thu 12 Nov 2026 (x@marquet.example)'))).text).toContain(
      '"Visit" with Pavel Horák lasts all of Thursday 12 November',
    )
    const weekly = 'Round @ Weekly from 10am to 10:30am on Tuesday (CET) (x@marquet.example)'
    const { text, answers } = questionOf(await read(google('Invitation', weekly, 'Round')))
    expect(text).toContain('"Round" with Pavel Horák repeats')
    expect(answers.map(({ label }) => label)[1]).toBe('Tuesday 17 November, 10:00 am')
  })

  test('of a series in Outlook’s words is asked about by its days', async () => {
    const weekly = 'Occurs every Tuesday from 10:00 to 10:30 effective 10/11/2026. (UTC+01:00) Madrid, Paris'
    const { text, answers } = questionOf(await read(appointment(weekly)))
    expect(text).toContain('"Plant tour" with Pavel Horák and 1 more repeats')
    expect(answers[0]?.commands.map(({ command }) => command)).toMatchObject([{ startsAt: '2026-11-10T09:00:00Z' }])
    const monthly =
      'Occurs the second Tuesday of every month from 10:00 to 10:30 effective 10/11/2026. (UTC+01:00) Madrid'
    expect(questionOf(await read(appointment(monthly))).text).toContain('Write me the date and time')
  })

  test('that is a word of a mail is the mail it is', async () => {
    const open = await read(fromPavel('Invitation: our open house', 'Come by in spring, Inés!\n\nPavel'))
    expect(commandsOf(open)).toMatchObject([{ command: 'LogTouchpoint', direction: 'inbound' }])
    const when = await read(fromPavel('Profiles', 'When: can you send the two?\n\nPavel'))
    expect(commandsOf(when)).toHaveLength(1)
  })

  test('of Zoom’s within somebody’s mail books the meeting beside the mail, theirs and ours', async () => {
    const zoom = `Here it is.

Join us. Pavel Horák is inviting you to a scheduled Zoom meeting.

Topic: Toolmakers
Time: Nov 12, 2026 02:00 PM Prague Bratislava

Join Zoom Meeting
https://zoom.example/j/1`
    expect(commandsOf(await read(fromPavel('Re: toolmakers', zoom)))).toMatchObject([
      { command: 'LogTouchpoint', direction: 'inbound' },
      { command: 'BookMeeting', startsAt: TWO.startsAt, title: 'Toolmakers' },
    ])
    const ours = mail({ from: ME, to: PAVEL, at: AT, zone: ZONE, subject: 'Our call', text: zoom })
    expect(commandsOf(await read(ours))).toMatchObject([
      { command: 'LogTouchpoint', direction: 'outbound' },
      { command: 'BookMeeting', startsAt: TWO.startsAt },
    ])
  })
})

describe('a meeting that is known', () => {
  const booked = async (): Promise<Book> => withRead(bookWith(brno, kobe), await read(google('Invitation')))

  test('is moved by an update in words', async () => {
    const book = await booked()
    const moved = await read(
      google('Updated invitation', 'Terms @ Fri 13 Nov 2026 9am - 9:45am (CET) (x@marquet.example)', 'Terms'),
      book,
    )
    expect(commandsOf(moved)[0]).toMatchObject({
      command: 'BookMeeting',
      meeting: meetingsIn(book)[0]?.id,
      startsAt: '2026-11-13T08:00:00Z',
    })
  })

  test('is asked for where an update bears another name', async () => {
    const book = await booked()
    const moved = 'Costs @ Fri 13 Nov 2026 9am - 9:45am (CET) (x@marquet.example)'
    const { text, answers } = questionOf(await read(google('Updated invitation', moved, 'Costs'), book))
    expect(text).toContain('"Costs" was changed. Which meeting was it?')
    expect(answers[0]?.commands[0]?.command).toMatchObject({ meeting: meetingsIn(book)[0]?.id })
  })

  test.each([
    ['by Google', google('Canceled event')],
    [
      'by Outlook',
      appointment('Thursday, November 12, 2026 2:00 PM-2:45 PM (UTC+01:00) Madrid, Paris.', 'Canceled: Terms'),
    ],
  ])('is called off in words %s, and the ball goes to us', async (_, raw) => {
    const book = await booked()
    expect(commandsOf(await read(raw, book))).toMatchObject([
      { command: 'CancelMeeting', meeting: meetingsIn(book)[0]?.id, cancelledBy: 'client' },
    ])
  })

  test('is called off by its name alone, and asked for where that is another', async () => {
    const book = await booked()
    const off = fromPavel('Canceled: Terms', 'Sorry, an emergency at the plant.', 'new-outlook')
    expect(commandsOf(await read(off, book))).toMatchObject([
      { command: 'CancelMeeting', meeting: meetingsIn(book)[0]?.id },
    ])
    const { text, answers } = questionOf(await read(fromPavel('Canceled: Costs', 'Sorry.', 'new-outlook'), book))
    expect(text).toContain('"Costs" was called off: is that "Terms", Thursday 12 November, 2:00 pm?')
    expect(answers[1]?.commands.map(({ command }) => command)).toMatchObject([{ command: 'CancelMeeting' }])
    const order = await read(fromPavel('Canceled: order 4711', 'It is off.\n\nPavel'))
    expect(commandsOf(order)).toMatchObject([{ command: 'LogTouchpoint', direction: 'inbound' }])
  })

  test('is asked for in what a client’s own domain signed, and nothing more is recorded than that they wrote', async () => {
    const signed = (subject: string, text: string) =>
      read(mail({ from: PAVEL, to: ME, at: AT, zone: ZONE, subject, text }))
    const invited = await signed(`Invitation: ${GOOGLE[0]}`, 'Terms')
    expect(commandsOf(invited).map(({ command }) => command)).toEqual(['LogTouchpoint'])
    expect(questionOf(invited).text).toContain('Pavel Horák invites you to "Terms", Thursday 12 November, 2:00 pm')
    expect(questionOf(invited).answers[0]?.commands.map(({ command }) => command)).toMatchObject([
      { command: 'BookMeeting', ...TWO },
    ])
    expect(questionOf(await signed(`Accepted: ${GOOGLE[0]}`, 'Terms')).text).toContain('Pavel Horák accepted "Terms"')
  })

  test('is accepted and declined in words', async () => {
    const book = await booked()
    expect(commandsOf(await read(google('Accepted'), book))).toMatchObject([
      { command: 'LogTouchpoint', direction: 'inbound', acknowledgement: true },
    ])
    const declined = appointment('Thursday, November 12, 2026 2:00 PM-2:45 PM', 'Declined: Terms', 'I am in Ostrava.')
    expect(commandsOf(await read(declined, book))).toMatchObject([
      { command: 'CancelMeeting', cancelledBy: 'client' },
      { command: 'LogTouchpoint', summary: 'Declined: Terms. I am in Ostrava.' },
    ])
  })
})

describe('a question about when', () => {
  const reply = async (raw: string, words: string, book: Book = bookWith(brno, kobe)): Promise<Reading> => {
    const about = await messageOf(raw)
    const occasion = occasionAt(AT)
    const asked: AskedBefore = {
      note: occasion.note,
      question: questionOf(understand(about, book, occasion)),
      message: about,
      occasion,
      answer: null,
      commands: [],
    }
    const answer = await messageOf(mail({ from: ME, to: INBOUND, at: AT, zone: ZONE, subject: 'Re: x', text: words }))
    return understand(answer, { ...book, asked }, occasion)
  }
  const meeting = ({ answers }: Reading) =>
    answers?.commands.flatMap(({ command }) => (command.command === 'BookMeeting' ? [command.startsAt] : []))
  const series = (rrule: string): string => mine({ rrule, title: 'Brno round' })

  test.each([
    ['Tuesday 24 November at 11am', '2026-11-24T10:00:00Z'],
    ['the 17th', '2026-11-17T09:00:00Z'],
    ['Tue 1 Dec, 10:00 please', '2026-12-01T09:00:00Z'],
    ['17 November', '2026-11-17T09:00:00Z'],
    ['the second', '2026-11-17T09:00:00Z'],
  ])('of a series is answered by %j', async (words, startsAt) => {
    expect(meeting(await reply(series('FREQ=WEEKLY;BYDAY=TU'), words))).toEqual([startsAt])
  })

  test('of a series that no button can name is answered by a reply alone', async () => {
    const yearly = series('FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=10')
    expect(questionOf(await read(yearly)).answers.map(({ word }) => word)).toEqual(['none'])
    expect(meeting(await reply(yearly, 'Thursday 12 November, 3pm'))).toEqual(['2026-11-12T14:00:00Z'])
    expect(meeting(await reply(yearly, '12 Nov'))).toEqual(['2026-11-12T09:00:00Z'])
    expect((await reply(yearly, 'None of these')).answers).toMatchObject({ word: 'none' })
  })

  test('of a whole day is answered by its hour', async () => {
    const day = mine({ title: 'Visit', starts: '2026-11-19', ends: '2026-11-20' })
    expect(meeting(await reply(day, 'at 2pm'))).toEqual(['2026-11-19T13:00:00Z'])
    expect(meeting(await reply(day, 'yes'))).toEqual(['2026-11-19T08:00:00Z'])
  })

  test('that its words left open is answered by a day and an hour', async () => {
    const unclear = appointment('11/12/2026 14:00-14:45')
    expect(meeting(await reply(unclear, '12 November at 2pm'))).toEqual(['2026-11-12T13:00:00Z'])
  })

  test('that names nobody is answered by a name', async () => {
    const coffee = mine({ title: 'Coffee', attendees: [] })
    expect(questionOf(await read(coffee)).text).toContain('names nobody whom you meet')
    const named = await reply(coffee, 'Eva Kolář')
    expect(meeting(named)).toEqual(['2026-11-10T09:00:00Z'])
    expect(named.answers?.commands[0]?.command).toMatchObject({ contacts: ['eva'] })
    expect(named.answers?.again).toBeUndefined()
  })

  test('stays open where the reply tells something else', async () => {
    const other = await reply(series('FREQ=WEEKLY;BYDAY=TU'), 'Left Eva a voicemail on the 3rd')
    expect(meeting(other) ?? []).toEqual([])
    expect(commandsOf(other)).toMatchObject([{ command: 'LogTouchpoint', contact: 'eva' }])
  })
})
