import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../infra/local/outbox.ts'
import type { OriginalMail } from '../support/mail.ts'
import { type Desk, openDesk } from './support/desk.ts'

/** What mail does of its own, and how a recruiter puts it right from the mailbox: questions, receipts, and one touchpoint. */

const KEMI = { name: 'Kemi Ashe', address: 'kemi@ashesearch.example', zone: 'America/Denver', region: 'US' }
const NOA = 'Noa Falk <noa.falk@cedarvalve.example>'

describe('from the mailbox alone', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(KEMI, '2026-10-13')
  })
  afterAll(() => desk?.stack.stop())

  /** Follows the link beside some words of a mail of ours, and presses its page's button. */
  const press = async ({ text }: Mail, words: string): Promise<string> => {
    const [, link = ''] = new RegExp(`${words}:?\\s+(https?://\\S+)`).exec(text) ?? []
    const path = new URL(link).pathname
    const page = await (await desk.stack.call(path)).text()
    const nonce = /name="nonce" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const response = await desk.stack.call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ nonce }).toString(),
    })
    expect(response.status).toBe(200)
    return response.text()
  }
  /** Forwards what came in ten minutes before, and answers how that was read. */
  const passesOn = (date: string, time: string, original: Pick<OriginalMail, 'from' | 'subject' | 'text'>) =>
    desk.readAs(async () => {
      const at = new Date(Date.parse(desk.instant(date, time)) - 10 * 60_000).toISOString()
      await desk.forwards(date, time, { ...original, to: desk.by, zone: KEMI.zone, at })
    })
  const open = async () =>
    (
      (await (await desk.stack.api('/api/engagements')).json()) as { engagements: { client: string; stage: string }[] }
    ).engagements
      .filter(({ stage }) => stage === 'open')
      .map(({ client }) => client)
  const attempts = async () =>
    (await desk.events('TouchpointLogged')).map(
      event => `${event['direction']} ${event['channel']} ${event['contactName']}`,
    )

  it('a mail that is copied, noted and forwarded is one attempt', async () => {
    await desk.copies('2026-10-13', '09:05', { to: NOA, subject: 'Valve engineers', text: 'Noa, shall we talk?' })
    await desk.notes('2026-10-13', '16:40', 'Emailed Noa this morning.')
    await desk.forwards('2026-10-13', '17:00', {
      from: desk.by,
      to: NOA,
      subject: 'Valve engineers',
      at: desk.instant('2026-10-13', '09:05'),
      zone: KEMI.zone,
      text: 'Noa, shall we talk?',
    })
    expect(await attempts()).toEqual(['outbound email Noa Falk'])
  })

  it('a candidate is asked about once, and then left alone', async () => {
    const original = { from: 'Ed Moor <ed.moor@gmail.com>', subject: 'My CV', text: 'Here it is.' }
    await passesOn('2026-10-14', '09:00', original)
    const question = await desk.last('question')
    expect(question.text.replace(/\s+/g, ' ')).toContain('Is Ed Moor, ed.moor@gmail.com, a client or a candidate?')
    await press(question, 'A candidate')
    expect(await passesOn('2026-10-14', '10:00', { ...original, subject: 'One more' })).toEqual(['nothing'])
    expect((await desk.last('question')).id).toBe(question.id)
  })

  it('who is neither is asked about once too, and answered by reply', async () => {
    const original = { from: 'Ty Beck <ty.beck@yahoo.com>', subject: 'Golf on Friday', text: 'Are you in?' }
    await passesOn('2026-10-14', '12:00', original)
    const question = await desk.last('question')
    await desk.replies('2026-10-14', '12:30', question, 'Neither')
    expect(await passesOn('2026-10-14', '13:00', { ...original, subject: 'Golf again' })).toEqual(['nothing'])
  })

  it('a second name of one company is joined by a word, and comes apart by a press', async () => {
    const original = { from: 'Gil Tarn <gil@cedar-industries.example>', subject: 'Our plant', text: 'Call me.' }
    await passesOn('2026-10-15', '09:00', original)
    const [industries, valve] = (await open()).toSorted()
    await desk.replies('2026-10-15', '09:30', await desk.last('receipt'), `Same as ${valve}`)
    expect(await open()).toEqual([valve])
    expect(await desk.due('2026-10-16')).toContain('answer-them Gil Tarn')
    await press(await desk.last('receipt'), 'Take it back')
    expect((await open()).toSorted()).toEqual([industries, valve])
  })
})
