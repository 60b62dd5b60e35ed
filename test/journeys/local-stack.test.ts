import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type RunningStack, type StackOptions, startStack } from '../support/stack.ts'

const NOW = '2026-09-08T14:00:00Z'

const note = (id: string, words: string): string =>
  [
    'From: Dan Ortiz <dan@ortizsearch.example>',
    'To: notes',
    `Message-ID: <${id}@ortizsearch.example>`,
    `Date: ${new Date(NOW).toUTCString()}`,
    'Subject: a note',
    '',
    words,
  ].join('\r\n')

const running: RunningStack[] = []
const folders: string[] = []
const start = async (options: Partial<StackOptions> = {}): Promise<RunningStack> => {
  const stack = await startStack({ now: NOW, ...options })
  running.push(stack)
  return stack
}
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'relight-test-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(running.splice(0).map(stack => stack.stop()))
})
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

const json = async (response: Promise<Response>): Promise<unknown> => (await response).json()

describe('the stack on one machine', () => {
  test('says in one line where to look, and founds the firm and its owner', async () => {
    const stack = await start({ owner: 'Meera Iyer <meera@iyerpartners.example>', zone: 'Asia/Kolkata' })

    expect(await json(stack.call('/_local/status'))).toMatchObject({
      ready: true,
      now: NOW,
      inFlight: 0,
      deadLetters: 0,
      recruiters: [{ email: 'meera@iyerpartners.example', zone: 'Asia/Kolkata' }],
    })
    expect(stack.inbound).toMatch(/^[a-z2-7]{26}@in\.relight\.example$/)
    expect((await stack.log()).map(event => event['type'])).toEqual(
      expect.arrayContaining(['FirmFounded', 'RecruiterJoined', 'AddressConfirmed', 'InboundAddressGiven']),
    )
  })

  test('answers this machine alone: a foreign Host is refused, and so is any Origin', async () => {
    const stack = await start()
    const port = Number(new URL(stack.url).port)

    const foreign = await rawRequest(port, 'GET /_local/outbox HTTP/1.1\r\nHost: relight.attacker.example\r\n')
    expect(foreign).toContain('403 Forbidden')
    const page = await rawRequest(
      port,
      `POST /_local/clock HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\n`,
    )
    expect(page).toContain('403 Forbidden')
  })

  test('moves its clock forward, never back, and refuses what is no instant', async () => {
    const stack = await start()
    const move = (body: object) => stack.call('/_local/clock', { method: 'POST', body: JSON.stringify(body) })

    expect(await stack.clock('P1D')).toBe('2026-09-09T14:00:00Z')
    expect(await stack.clock('2026-09-09T14:20:00Z')).toBe('2026-09-09T14:20:00Z')
    expect((await move({ to: NOW })).status).toBe(400)
    expect((await move({ to: 'tomorrow' })).status).toBe(400)
    expect((await move({ by: 'a while' })).status).toBe(400)
    expect(await json(stack.call('/_local/status'))).toMatchObject({ now: '2026-09-09T14:20:00Z' })
  })

  test('sweeps once for every quarter hour that its clock passes', async () => {
    const stack = await start()
    await stack.clock('P1D')

    const calls = (await json(stack.call('/_local/calls'))) as { function: string; operation: string; count: number }[]
    const queries = calls.filter(call => call.function === 'sweep' && call.operation === 'Query')
    const asked = queries.reduce((sum, { count }) => sum + count, 0)
    expect(asked).toBeGreaterThan(0)
    expect(asked % (4 * 24)).toBe(0)
  })

  test('goes on where it was when it is killed: clock, mail and history are there again', async () => {
    const data = folder()
    const before = await startStack({ now: NOW, data })
    await before.clock('PT45M')
    await before.inbox(note('one', 'Spoke with Ellen Park at Northgate, she is keen.'))
    const history = await before.log()
    const notes = await before.notes()
    await before.kill()

    const after = await start({ data })
    expect(after.inbound).toBe(before.inbound)
    expect(after.token).toBe(before.token)
    expect(await json(after.call('/_local/status'))).toMatchObject({ now: '2026-09-08T14:45:00Z', deadLetters: 0 })
    expect(await after.log()).toEqual(history)
    expect(await after.notes()).toEqual(notes)
    expect(notes).toHaveLength(1)
  })

  test('takes mail by SMTP for its own addresses and no others', async () => {
    const stack = await start()
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: stack.smtpPort, secure: false })
    const from = 'dan@ortizsearch.example'

    await transport.sendMail({ envelope: { from, to: stack.inbound }, raw: note('two', 'Spoke with Ellen.') })
    await settled(stack)
    expect(await stack.notes()).toHaveLength(1)
    await expect(
      transport.sendMail({ envelope: { from, to: 'someone@elsewhere.example' }, raw: note('three', 'Hello.') }),
    ).rejects.toThrow(/No such mailbox/)
  })

  test('a call that is made to fail once is made again, and nothing is lost or done twice', async () => {
    const stack = await start()
    const fault = { service: 'dynamodb', operation: 'PutItem', nth: 1, when: 'after', error: 'InternalServerError' }
    await stack.call('/_local/faults', { method: 'POST', body: JSON.stringify(fault) })
    await stack.inbox(note('four', 'Spoke with Ellen.'))

    expect(await stack.notes()).toHaveLength(1)
    expect(await json(stack.call('/_local/faults'))).toEqual([])
    expect(await json(stack.call('/_local/status'))).toMatchObject({ deadLetters: 0 })
  })

  test('a message that can never be read is set aside after its last try', async () => {
    const stack = await start()
    const fault = { service: 's3', operation: 'GetObject', when: 'before', error: 'InternalError' }
    await stack.call('/_local/faults', { method: 'POST', body: JSON.stringify(fault) })
    await stack.inbox(note('five', 'Spoke with Ellen.'))

    expect(await json(stack.call('/_local/status'))).toMatchObject({ deadLetters: 1, inFlight: 0 })
  })
})

const settled = async (stack: RunningStack): Promise<void> => {
  const { inFlight } = (await json(stack.call('/_local/status'))) as { inFlight: number }
  if (inFlight > 0) await settled(stack)
}

/** `fetch` chooses Host and Origin itself. */
const rawRequest = (port: number, head: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${head}Content-Length: 0\r\nConnection: close\r\n\r\n`),
    )
    socket.on('data', text => {
      answer += text
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
