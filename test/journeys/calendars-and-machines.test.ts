import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../infra/local/outbox.ts'
import { type EventParts, invitation, mail, outOfOffice } from '../support/mail.ts'
import { type Desk, openDesk } from './support/desk.ts'

/** A meeting that is booked, moved and declined by calendar; an absence; and what a mailbox provider asks. */

const AMARA = { name: 'Amara Diallo', address: 'amara@diallosearch.example', zone: 'America/Chicago', region: 'US' }
const WREN = 'Wren Castillo <wren.castillo@tallgrass.example>'
/** A Monday; the one after it is Columbus Day. */
const FIRST = '2026-10-05'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(AMARA, FIRST)
  await desk.account({
    client: 'Tallgrass Dairy',
    domain: 'tallgrass.example',
    opening: 'Plant manager',
    contacts: [{ name: 'Wren Castillo', role: 'hr', email: 'wren.castillo@tallgrass.example', phone: '608 555 0117' }],
  })
})
afterAll(() => desk.stack.stop())

const meeting: Omit<EventParts, 'attendees'> = {
  uid: 'plant-manager-1@calendar.example',
  title: 'Plant manager: first talk',
  starts: '2026-10-07T10:00',
  ends: '2026-10-07T10:30',
  tzid: 'Central Standard Time',
  organizer: `${AMARA.name} <${AMARA.address}>`,
}
const calendar = (date: string, time: string, event: Partial<EventParts>): Promise<void> =>
  desk.receives(
    date,
    time,
    invitation({
      ...meeting,
      attendees: [WREN, desk.stack.inbound],
      ...event,
      by: desk.by,
      to: [WREN, desk.stack.inbound],
      at: desk.instant(date, time),
    }),
  )
const plain = (sent: Mail | null | undefined): string => (sent?.text ?? '').replace(/\s+/g, ' ')

describe('a meeting by calendar', () => {
  it('books it, and nothing is due before its end', async () => {
    await calendar(FIRST, '09:00', {})
    expect(await desk.events('MeetingBooked')).toMatchObject([
      { title: 'Plant manager: first talk', startsAt: '2026-10-07T15:00:00Z' },
    ])
    expect(await desk.due('2026-10-06')).toEqual([])
  })

  it('moves it, and it stays the meeting that it was', async () => {
    await calendar('2026-10-06', '11:00', { sequence: 1, starts: '2026-10-08T14:00', ends: '2026-10-08T14:30' })
    const booked = await desk.events('MeetingBooked')
    expect(booked.map(({ startsAt }) => startsAt)).toEqual(['2026-10-07T15:00:00Z', '2026-10-08T19:00:00Z'])
    expect(new Set(booked.map(event => event['meeting'])).size).toBe(1)
    expect(await desk.due('2026-10-08')).toEqual([])
  })

  it('declined, it hands the ball to us: the next digest says whom to answer', async () => {
    await calendar('2026-10-08', '09:30', { method: 'REPLY', attendees: [{ person: WREN, partstat: 'DECLINED' }] })
    expect(await desk.events('MeetingCancelled')).toMatchObject([
      { cancelledBy: 'client', contactName: 'Wren Castillo' },
    ])
    const morning = await desk.morning('2026-10-09')
    expect(await desk.due('2026-10-09')).toEqual(['answer-them Wren Castillo'])
    expect(plain(morning)).toContain('Wren Castillo')
  })
})

describe('an absence', () => {
  it('is no answer: the play is due on the day they are back', async () => {
    await desk.copies('2026-10-09', '10:00', {
      to: WREN,
      subject: 'Another hour for the plant manager',
      text: 'Wren, no trouble at all. Would Wednesday or Thursday suit you better?',
    })
    await desk.receives(
      '2026-10-09',
      '10:05',
      outOfOffice({
        from: WREN,
        to: desk.by,
        subject: 'Automatic reply: Another hour for the plant manager',
        text: 'I am on leave through Friday, October 16. For anything urgent call Otto Beck on 608 555 0120.',
        at: desk.instant('2026-10-09', '10:04'),
      }),
    )
    expect(await desk.events('ContactAway')).toMatchObject([
      { contactName: 'Wren Castillo', until: '2026-10-17', detail: expect.stringContaining('Otto Beck') },
    ])
    for (const day of ['2026-10-13', '2026-10-15', '2026-10-16']) expect(await desk.due(day)).toEqual([])
    expect(await desk.due('2026-10-19')).toEqual(['call-and-write Wren Castillo'])
  })
})

describe('what a mailbox provider asks', () => {
  const CODE = '408815623'
  const LINK = 'https://mail-settings.google.com/mail/vf-%5BANGjdJ9%5D-x7'

  it('reaches the recruiter at once and stands in the next digest; nobody else gets a mail', async () => {
    const before = (await desk.stack.outbox()).length
    await desk.receives(
      '2026-10-19',
      '12:00',
      mail({
        from: 'Gmail Team <forwarding-noreply@google.com>',
        to: desk.stack.inbound,
        subject: `(#${CODE}) Gmail Forwarding Confirmation - Receive Mail from ${AMARA.address}`,
        text: `${AMARA.address} has requested to automatically forward mail to your email address.\nConfirmation code: ${CODE}\n\nPlease click the link below to confirm the request:\n\n${LINK}\n`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        at: desk.instant('2026-10-19', '12:00'),
      }),
    )
    const [shown, ...others] = (await desk.stack.outbox()).slice(before)
    expect(others).toEqual([])
    expect(plain(shown)).toContain(CODE)
    expect(plain(shown)).toContain(LINK)
    expect(plain(await desk.morning('2026-10-20'))).toContain(CODE)
    expect(new Set((await desk.stack.outbox()).flatMap(({ to }) => to))).toEqual(new Set([AMARA.address]))
  })
})
