import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EventParts, ics, invitation, mail, reply } from '../support/mail.ts'
import { type Desk, openDesk } from './support/desk.ts'

/** A meeting that is booked, countered, moved and called off, each mail as a mail program hands it over: by SMTP. */

const TESS = { name: 'Tess Okonjo', address: 'tess@okonjosearch.example', zone: 'America/Denver', region: 'US' }
const LUC = 'Luc Ferrand <luc.ferrand@ridgeway.example>'
/** A Monday. */
const FIRST = '2026-10-19'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(TESS, FIRST)
  await desk.account({
    client: 'Ridgeway Bikes',
    domain: 'ridgeway.example',
    opening: 'Frame welder',
    contacts: [{ name: 'Luc Ferrand', role: 'hiring-manager', email: 'luc.ferrand@ridgeway.example' }],
  })
})
afterAll(() => desk.stack.stop())

const meeting: Omit<EventParts, 'attendees'> = {
  uid: 'welder-1@calendar.example',
  title: 'Frame welder: the brief',
  starts: '2026-10-21T10:00',
  ends: '2026-10-21T10:30',
  tzid: 'Mountain Standard Time',
  organizer: `${TESS.name} <${TESS.address}>`,
}

/** Hands a message to the SMTP port at a local time, from its writer to the inbound address in the envelope alone. */
const hand = async (date: string, time: string, from: string, raw: string, to = desk.stack.inbound): Promise<void> => {
  await desk.at(date, time)
  const before = (await desk.stack.notes()).length
  const transport = createTransport({ host: '127.0.0.1', port: desk.stack.smtpPort, secure: false, ignoreTLS: true })
  await transport.sendMail({ envelope: { from: /<(.*)>/.exec(from)?.[1] ?? from, to }, raw })
  transport.close()
  for (let left = 100; left > 0; left--) {
    const notes = await desk.stack.notes()
    if (notes.length > before && notes.every(({ status }) => status !== 'received')) break
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await desk.at(date, time)
}
const mine = (date: string, time: string, event: Partial<EventParts>): Promise<void> =>
  hand(
    date,
    time,
    desk.by,
    invitation({ ...meeting, attendees: [LUC], ...event, by: desk.by, to: LUC, at: desk.instant(date, time) }),
  )
/** What Luc's calendar sends Tess, whose mailbox redirects it. */
const his = (date: string, time: string, subject: string, event: Partial<EventParts>): Promise<void> =>
  hand(
    date,
    time,
    LUC,
    mail({
      from: LUC,
      to: desk.by,
      subject,
      text: '',
      at: desk.instant(date, time),
      calendar: ics({ ...meeting, attendees: [LUC], ...event }),
    }),
  )

describe('a meeting by calendar over SMTP', () => {
  it('is booked by the invitation that went out', async () => {
    await mine(FIRST, '09:00', {})
    expect(await desk.events('MeetingBooked')).toMatchObject([{ startsAt: '2026-10-21T16:00:00Z' }])
  })

  it('stands while another time is proposed, and the ball is ours', async () => {
    await his(FIRST, '15:00', `New time proposed: ${meeting.title}`, {
      method: 'COUNTER',
      starts: '2026-10-22T14:00',
      ends: '2026-10-22T14:30',
    })
    expect(await desk.events('MeetingBooked')).toHaveLength(1)
    expect(await desk.events('TouchpointLogged')).toMatchObject([
      {
        direction: 'inbound',
        contactName: 'Luc Ferrand',
        evidence: 'verified',
        summary: expect.stringContaining('Thursday 22 October, 2:00 pm'),
      },
    ])
    await desk.morning('2026-10-20')
    expect(await desk.due('2026-10-20')).toEqual(['answer-them Luc Ferrand'])
  })

  it('is moved by the update that went out, which answers it', async () => {
    await mine('2026-10-20', '09:00', { sequence: 1, starts: '2026-10-22T14:00', ends: '2026-10-22T14:30' })
    const booked = await desk.events('MeetingBooked')
    expect(booked.map(({ startsAt }) => startsAt)).toEqual(['2026-10-21T16:00:00Z', '2026-10-22T20:00:00Z'])
    expect(new Set(booked.map(({ meeting: id }) => id)).size).toBe(1)
    await desk.morning('2026-10-21')
    expect(await desk.due('2026-10-21')).toEqual([])
  })

  it('called off by what his own mail system sent is asked about, and off once the reply says so', async () => {
    await his('2026-10-21', '11:00', `Canceled: ${meeting.title}`, {
      method: 'CANCEL',
      sequence: 2,
      starts: '2026-10-22T14:00',
      ends: '2026-10-22T14:30',
    })
    expect(await desk.events('MeetingCancelled')).toEqual([])
    const question = await desk.last('question')
    expect(question.text).toContain('called off')
    const to = String(question.headers['reply-to'])
    const quoted = { from: question.from, to: desk.by, subject: question.subject, text: 'x' }
    const at = desk.instant('2026-10-21', '12:00')
    const answer = reply({ client: 'apple', by: desk.by, to, at, words: 'It is off', quoted: { ...quoted, at } })
    await hand('2026-10-21', '12:00', desk.by, answer, to)
    expect(await desk.events('MeetingCancelled')).toMatchObject([{ cancelledBy: 'client', contactName: 'Luc Ferrand' }])
    await desk.morning('2026-10-22')
    expect(await desk.due('2026-10-22')).toEqual(['answer-them Luc Ferrand'])
  })

  it('called off by ours is off at once', async () => {
    await mine('2026-10-22', '09:00', {
      uid: 'welder-2@calendar.example',
      starts: '2026-10-27T10:00',
      ends: '2026-10-27T10:30',
    })
    await mine('2026-10-22', '10:00', {
      uid: 'welder-2@calendar.example',
      method: 'CANCEL',
      sequence: 1,
      starts: '2026-10-27T10:00',
      ends: '2026-10-27T10:30',
    })
    expect((await desk.events('MeetingCancelled')).at(-1)).toMatchObject({ cancelledBy: 'us' })
  })
})
