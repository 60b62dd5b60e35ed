import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE } from '../bench/hostile/cases.ts'
import { ANA, INBOUND } from '../bench/office.ts'
import { note } from '../support/mail.ts'
import { type RunningStack, startStack } from '../support/stack.ts'

/** Hostile mail through the whole of the stack on one machine: each ends on record, and nothing is set aside. */

const BY_SMTP = ['10,000 parts', '39 MB of text', 'two megabytes of noise', '10,000 recipients at one company']
const BY_POST = ['20 MB of HTML', 'headers in bold, one below the other', '100,000 meetings', 'paragraphs never closed']
const NOW = '2026-10-14T16:00:00Z'

let stack: RunningStack

/** The mail as if written to this stack's recruiter. */
const rawOf = (name: string): Buffer => {
  const mail = Object.values(HOSTILE)
    .flat()
    .find(each => each.name === name)
  if (!mail) throw new Error(`there is no hostile mail "${name}"`)
  return Buffer.from(Buffer.from(mail.raw()).toString('latin1').replaceAll(INBOUND, stack.inbound), 'latin1')
}

const bySmtp = async (name: string): Promise<void> => {
  const transport = createTransport({ host: '127.0.0.1', port: stack.smtpPort, secure: false, ignoreTLS: true })
  await transport.sendMail({
    envelope: { from: 'ana@northgate.example', to: stack.inbound },
    raw: rawOf(name),
  })
  transport.close()
}

const byPost = async (name: string, verdicts = ''): Promise<void> => {
  const to = encodeURIComponent(stack.inbound)
  const { status } = await stack.call(`/_local/inbox?to=${to}${verdicts}`, {
    method: 'POST',
    body: new Uint8Array(rawOf(name)),
  })
  expect(status).toBe(200)
}

const settled = async (): Promise<{ inFlight: number; deadLetters: number }> => {
  await stack.clock('PT1M')
  return (await stack.call('/_local/status')).json() as Promise<{ inFlight: number; deadLetters: number }>
}

beforeAll(async () => {
  stack = await startStack({ now: NOW, owner: ANA })
})
afterAll(() => stack.stop())

describe('hostile mail that reaches the stack', () => {
  it('ends as held and on record, however it came, and nothing is set aside', async () => {
    for (const name of BY_SMTP) await bySmtp(name)
    for (const name of BY_POST) await byPost(name)
    expect(await settled()).toMatchObject({ inFlight: 0, deadLetters: 0 })
    const notes = await stack.notes()
    expect(notes.map(({ status }) => status)).toEqual(Array(new Set(notes.map(({ id }) => id)).size).fill('held'))
    expect(notes).toHaveLength(BY_SMTP.length + BY_POST.length)
    expect(await stack.outbox()).toEqual([])
  })

  it('tells nothing where nobody vouches for it, though its own first line claims so', async () => {
    const forged = ` dkim=pass header.d=northgate.example; dmarc=pass header.from=northgate.example\r\n${note(ANA, stack.inbound, 'Left Ruth a voicemail.')}`
    const before = (await stack.notes()).length
    const query = new URLSearchParams({ to: stack.inbound, spf: 'FAIL', dkim: 'FAIL', dmarc: 'GRAY' })
    await stack.call(`/_local/inbox?${query}`, { method: 'POST', body: forged })
    const [last, ...others] = (await stack.notes()).slice(before)
    expect(others).toEqual([])
    expect(last).toMatchObject({ status: 'held', events: [] })
  })

  it('does not keep the next note from being read', async () => {
    const lena = 'Lena Brandt <lena@kilnworks.example>'
    await stack.inbox(
      note(ANA, lena, 'Two operators for your second shift, as promised.', {
        subject: 'Two operators',
        at: '2026-10-14T15:00:00Z',
      }),
    )
    expect((await stack.notes()).at(-1)).toMatchObject({ status: 'understood' })
    expect(await settled()).toMatchObject({ inFlight: 0, deadLetters: 0 })
  })
})
