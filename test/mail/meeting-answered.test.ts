import { describe, expect, test } from 'vitest'
import type { Book, Reading } from '../../shared/mail/read/reading.ts'
import { commandsOf, questionOf } from '../support/book.ts'
import { type EventParts, ics, mail } from '../support/mail.ts'
import {
  AT,
  answer,
  booked,
  bookWith,
  brno,
  call,
  EVA,
  INBOUND,
  kobe,
  ME,
  mine,
  PAVEL,
  passedOn,
  read,
  TEN,
  withRead,
} from './support/calendars.ts'

describe('called off', () => {
  test('by the client is theirs to have done, by us ours', async () => {
    const theirs = { organizer: PAVEL, attendees: [ME] }
    const invited = withRead(bookWith(brno, kobe), await read(passedOn(PAVEL, theirs, call.title)))
    const off = await read(passedOn(PAVEL, { ...theirs, method: 'CANCEL' }, `Canceled: ${call.title}`), invited)
    expect(commandsOf(off)).toMatchObject([{ command: 'CancelMeeting', cancelledBy: 'client', contact: 'pavel' }])
    expect(commandsOf(await read(mine({ method: 'CANCEL' }), await booked(PAVEL)))).toMatchObject([
      { command: 'CancelMeeting', cancelledBy: 'us', contact: 'pavel' },
    ])
  })

  test('for one of several is asked about', async () => {
    const off = await read(mine({ method: 'CANCEL', attendees: [EVA] }), await booked(PAVEL, EVA))
    expect(commandsOf(off)).toEqual([])
    expect(questionOf(off).answers.map(({ word, commands }) => [word, commands.length])).toEqual([
      ['stands', 0],
      ['off', 1],
    ])
  })

  test('after it was over, or among strangers, says nothing', async () => {
    const past = { starts: '2026-10-27T10:00', ends: '2026-10-27T10:30', method: 'CANCEL' } as const
    expect((await read(mine(past), await booked(PAVEL))).status).toBe('nothing')
    const strangers = mine({ method: 'CANCEL', attendees: ['Kai Lind <kai@elsewhere.example>'] })
    expect((await read(strangers)).status).toBe('nothing')
  })
})

describe('an answer to an invitation', () => {
  test('yes is contact from them that moves no ball', async () => {
    for (const partstat of ['ACCEPTED', 'TENTATIVE'])
      expect(commandsOf(await read(mine(answer(PAVEL, partstat)), await booked(PAVEL)))).toMatchObject([
        { command: 'LogTouchpoint', direction: 'inbound', contact: 'pavel', acknowledgement: true },
      ])
  })

  test('yes with a question beside it waits for an answer', async () => {
    const asks = answer(PAVEL, 'TENTATIVE', { comment: 'Could Eva join us?' })
    const [heard] = commandsOf(await read(mine(asks), await booked(PAVEL)))
    expect(heard).toMatchObject({ command: 'LogTouchpoint', summary: expect.stringContaining('Could Eva join us?') })
    expect(heard).not.toHaveProperty('acknowledgement')
  })

  test('yes to a meeting that was not known books it', async () => {
    expect(commandsOf(await read(mine(answer(PAVEL, 'ACCEPTED'))))).toMatchObject([
      { command: 'BookMeeting', ...TEN },
      { command: 'LogTouchpoint', acknowledgement: true },
    ])
  })

  test('no from the only one invited calls it off; with others in it, that is asked', async () => {
    const no = mine(answer(PAVEL, 'DECLINED'))
    expect(commandsOf(await read(no, await booked(PAVEL)))).toMatchObject([
      { command: 'CancelMeeting', cancelledBy: 'client', contact: 'pavel' },
    ])
    const reading = await read(no, await booked(PAVEL, EVA))
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', contact: 'pavel', acknowledgement: true }])
    expect(
      questionOf(reading)
        .answers.at(-1)
        ?.commands.map(({ command }) => command),
    ).toMatchObject([{ command: 'CancelMeeting' }])
  })

  test('no with words is a message too', async () => {
    const no = answer(PAVEL, 'DECLINED', { comment: 'In Prague that day. Thursday?' })
    expect(commandsOf(await read(mine(no), await booked(PAVEL)))).toMatchObject([
      { command: 'CancelMeeting' },
      { command: 'LogTouchpoint', summary: expect.stringContaining('Thursday?') },
    ])
  })

  test('no to a meeting that is not known is their message', async () => {
    const [heard, ...others] = commandsOf(await read(mine(answer(PAVEL, 'DECLINED'))))
    expect(others).toEqual([])
    expect(heard).toMatchObject({ command: 'LogTouchpoint', direction: 'inbound', contact: 'pavel' })
    expect(heard).not.toHaveProperty('acknowledgement')
  })

  test('of ours: yes books what they proposed, no calls it off for us', async () => {
    const theirs = { organizer: PAVEL }
    expect(commandsOf(await read(mine(answer(ME, 'ACCEPTED', theirs))))).toMatchObject([
      { command: 'BookMeeting', contacts: ['pavel'] },
    ])
    expect(commandsOf(await read(mine(answer(ME, 'DECLINED', theirs)), await booked(PAVEL)))).toMatchObject([
      { command: 'CancelMeeting', cancelledBy: 'us', contact: 'pavel' },
    ])
  })

  test('without a time in it is one all the same', async () => {
    const bare = ics({ ...call, attendees: [{ person: PAVEL, partstat: 'ACCEPTED' }], method: 'REPLY' })
      .split('\r\n')
      .filter(line => !/^DT(START|END)/.test(line))
      .join('\r\n')
    const raw = mail({ from: ME, to: INBOUND, at: AT, subject: 'Accepted', text: '', calendar: bare })
    expect(commandsOf(await read(raw, await booked(PAVEL)))).toMatchObject([{ command: 'LogTouchpoint' }])
  })

  test('that proposes or refuses another time lies with the other side, and moves nothing', async () => {
    const book = await booked(PAVEL)
    const other = { starts: '2026-11-11T10:00', ends: '2026-11-11T10:45', attendees: [PAVEL] }
    expect(commandsOf(await read(mine({ ...other, method: 'COUNTER' }), book))).toMatchObject([
      {
        command: 'LogTouchpoint',
        direction: 'inbound',
        summary: expect.stringContaining('Wednesday 11 November, 10:00 am'),
      },
    ])
    const theirs = { ...other, organizer: PAVEL, attendees: [ME] }
    expect(commandsOf(await read(mine({ ...theirs, method: 'COUNTER' }), book))).toMatchObject([
      { command: 'LogTouchpoint', direction: 'outbound', contact: 'pavel' },
    ])
    const refused = ics({ ...call, ...theirs }).replace('METHOD:REQUEST', 'METHOD:DECLINECOUNTER')
    const raw = mail({ from: ME, to: INBOUND, at: AT, subject: 'Declined', text: '', calendar: refused })
    expect(commandsOf(await read(raw, book))).toMatchObject([{ command: 'LogTouchpoint', direction: 'inbound' }])
  })
})

describe('sent by a client’s own signed mail', () => {
  const sent = (event: Partial<EventParts>, book?: Book): Promise<Reading> =>
    read(
      mail({
        from: PAVEL,
        to: ME,
        at: AT,
        subject: call.title,
        text: '',
        calendar: ics({ ...call, organizer: PAVEL, attendees: [ME], ...event }),
      }),
      book,
    )

  test('an invitation is a message, and whether the meeting stands is for the recruiter to say', async () => {
    const reading = await sent({})
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', direction: 'inbound' }])
    const { text, answers } = questionOf(reading)
    expect(text).toContain('Tuesday 10 November, 10:00 am')
    expect(answers[0]?.commands.map(({ command }) => command)).toMatchObject([{ command: 'BookMeeting', ...TEN }])
  })

  test('yes moves no ball, no and a cancellation do and are asked about', async () => {
    const book = await booked(PAVEL)
    const yes = await sent(answer(PAVEL, 'ACCEPTED', { organizer: ME }), book)
    expect(yes.status).toBe('understood')
    expect(commandsOf(yes)).toMatchObject([{ command: 'LogTouchpoint', acknowledgement: true }])
    for (const event of [
      answer(PAVEL, 'DECLINED', { organizer: ME }),
      { method: 'CANCEL' as const, organizer: PAVEL },
    ]) {
      const no = await sent(event, book)
      expect(commandsOf(no)[0]).not.toHaveProperty('acknowledgement')
      expect(
        questionOf(no)
          .answers.at(-1)
          ?.commands.map(({ command }) => command),
      ).toMatchObject([{ command: 'CancelMeeting', cancelledBy: 'client' }])
    }
  })
})
