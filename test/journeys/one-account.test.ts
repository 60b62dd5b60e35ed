import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../infra/local/outbox.ts'
import { mail } from '../support/mail.ts'
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

  const last = async (kind: string): Promise<Mail> => {
    const found = (await desk.stack.outbox()).findLast(({ headers }) => headers['x-relight-mail'] === kind)
    if (!found) throw new Error(`no ${kind} was sent`)
    return found
  }
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
    const original = {
      from: 'Ed Moor <ed.moor@gmail.com>',
      to: desk.by,
      subject: 'My CV',
      zone: KEMI.zone,
      text: 'Here it is.',
    }
    await desk.forwards('2026-10-14', '09:00', { ...original, at: desk.instant('2026-10-14', '08:50') })
    const question = await last('question')
    expect(question.text.replace(/\s+/g, ' ')).toContain('Is Ed Moor, ed.moor@gmail.com, a client or a candidate?')
    await press(question, 'A candidate')
    const read = await desk.readAs(() =>
      desk.forwards('2026-10-14', '10:00', {
        ...original,
        subject: 'One more',
        at: desk.instant('2026-10-14', '09:50'),
      }),
    )
    expect(read).toEqual(['nothing'])
    expect((await last('question')).id).toBe(question.id)
  })

  it('who is neither is asked about once too, and answered by reply', async () => {
    const original = {
      from: 'Ty Beck <ty.beck@yahoo.com>',
      to: desk.by,
      subject: 'Golf on Friday',
      zone: KEMI.zone,
      text: 'Are you in?',
    }
    await desk.forwards('2026-10-14', '12:00', { ...original, at: desk.instant('2026-10-14', '11:50') })
    const question = await last('question')
    const at = await desk.at('2026-10-14', '12:30')
    const to = question.headers['reply-to'] ?? ''
    await desk.stack.inbox(
      mail({ from: desk.by, to, at, zone: KEMI.zone, subject: `Re: ${question.subject}`, text: 'Neither' }),
      { to },
    )
    const read = await desk.readAs(() =>
      desk.forwards('2026-10-14', '13:00', {
        ...original,
        subject: 'Golf again',
        at: desk.instant('2026-10-14', '12:50'),
      }),
    )
    expect(read).toEqual(['nothing'])
  })

  it('a second name of one company is joined by a word, and comes apart by a press', async () => {
    const original = {
      from: 'Gil Tarn <gil@cedar-industries.example>',
      to: desk.by,
      subject: 'Our plant',
      zone: KEMI.zone,
      text: 'Call me.',
    }
    await desk.forwards('2026-10-15', '09:00', { ...original, at: desk.instant('2026-10-15', '08:50') })
    const [industries, valve] = (await open()).toSorted()
    const receipt = await last('receipt')
    const at = await desk.at('2026-10-15', '09:30')
    const to = receipt.headers['reply-to'] ?? ''
    await desk.stack.inbox(
      mail({ from: desk.by, to, at, zone: KEMI.zone, subject: `Re: ${receipt.subject}`, text: `Same as ${valve}` }),
      { to },
    )
    expect(await open()).toEqual([valve])
    expect(await desk.due('2026-10-16')).toContain('answer-them Gil Tarn')
    await press(await last('receipt'), 'Take it back')
    expect((await open()).toSorted()).toEqual([industries, valve])
  })
})
