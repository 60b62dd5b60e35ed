import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Counted } from '../../infra/local/door.ts'
import type { Foretold } from '../../infra/local/foretell.ts'
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

const subjectOf = (raw: string): string | undefined => /^subject: .*$/im.exec(raw)?.[0]

const json = async (response: Promise<Response>): Promise<unknown> => (await response).json()

describe('a new stack on one machine', () => {
  let stack: RunningStack
  beforeAll(async () => {
    stack = await startStack({ now: NOW, owner: 'Meera Iyer <meera@iyerpartners.example>', zone: 'Asia/Kolkata' })
  })
  afterAll(() => stack.stop())

  const now = async (): Promise<number> => {
    const status = (await json(stack.call('/_local/status'))) as { now: string }
    return Date.parse(status.now)
  }

  test('takes in a reply to a digest whose address stands in the query as it was written', async () => {
    const { recruiters } = (await json(stack.call('/_local/status'))) as { recruiters: { inbound: string }[] }
    const replyTo = recruiters[0]?.inbound.replace('@', '+2026-09-08@')
    const raw = note('plus', 'Should I call Susan?').replace(
      /^From: .*$/m,
      'From: Meera Iyer <meera@iyerpartners.example>',
    )
    await stack.call(`/_local/inbox?to=${replyTo}`, { method: 'POST', body: raw })
    expect(await json(stack.call('/_local/notes'))).toMatchObject([{ subject: 'a note', status: 'nothing' }])
  })

  test('says in one line where to look, and founds the firm and its owner', async () => {
    expect(await json(stack.call('/_local/status'))).toMatchObject({
      ready: true,
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
    const move = (body: object) => stack.call('/_local/clock', { method: 'POST', body: JSON.stringify(body) })
    const before = await now()

    expect(Date.parse(await stack.clock('PT1H'))).toBe(before + 60 * 60_000)
    const to = new Date(before + 70 * 60_000).toISOString()
    expect(Date.parse(await stack.clock(to))).toBe(before + 70 * 60_000)
    expect((await move({ to: NOW })).status).toBe(400)
    expect((await move({ to: 'tomorrow' })).status).toBe(400)
    expect((await move({ by: 'a while' })).status).toBe(400)
    expect(await now()).toBe(before + 70 * 60_000)
  })

  test('sweeps once for every quarter hour that its clock passes', async () => {
    const queries = async (): Promise<number> => {
      const calls = (await json(stack.call('/_local/calls'))) as Counted[]
      return calls
        .filter(call => call.function === 'sweep' && call.operation === 'Query')
        .reduce((sum, { count }) => sum + count, 0)
    }
    await stack.clock('PT15M')
    const before = await queries()
    await stack.clock('PT15M')
    const once = (await queries()) - before
    expect(once).toBeGreaterThan(0)
    await stack.clock('P1D')
    expect((await queries()) - before).toBe(once * (1 + 4 * 24))
  })
})

describe('a stack with history', () => {
  let stack: RunningStack
  beforeAll(async () => {
    stack = await startStack({ now: NOW, demo: true })
  })
  afterAll(() => stack.stop())

  test('foretells how a message would be read, writes nothing, and then reads it so', async () => {
    const message = note('foretold', 'Spoke with Susan. She is well.')
    const before = await stack.log()
    const query = new URLSearchParams({ to: stack.inbound })
    const foretold = (await json(
      stack.call(`/_local/understand?${query}`, { method: 'POST', body: message }),
    )) as Foretold

    expect(foretold).toMatchObject({ status: 'understood', question: null })
    expect(foretold.events[0]).toMatchObject({ type: 'TouchpointLogged', contactName: 'Susan Reyes' })
    expect(await stack.log()).toEqual(before)
    await stack.inbox(message)
    const [read] = await stack.notes()
    expect(read?.events.map(event => event['type'])).toEqual(foretold.events.map(event => event['type']))
  })

  test('shows every mail to people, and lets nothing in a mail run', async () => {
    const [first] = await stack.outbox()
    const list = await (await stack.call('/outbox')).text()
    expect(list).toContain(`href="/outbox/${first?.id}"`)
    expect(list).toContain(first?.subject)

    const whole = await (await stack.call(`/outbox/${first?.id}`)).text()
    expect(whole).toMatch(/<iframe title="[^"]+" src="[^"]+"\s+sandbox="(?!.*allow-scripts)/)
    expect(whole).toContain('<pre>')
    const html = await stack.call(`/outbox/${first?.id}/html`)
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await stack.call('/outbox/nothing')).status).toBe(404)
  })
})

describe('the stack on one machine', () => {
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

  test('loses no mail that it took, though it is killed before it could read it', async () => {
    const data = folder()
    const before = await startStack({ now: NOW, data })
    const from = 'dan@ortizsearch.example'
    const transport = smtp(before)
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const id of ids)
      await transport.sendMail({ envelope: { from, to: before.inbound }, raw: note(id, 'Spoke with Ellen.') })
    await before.kill()

    const after = await start({ data })
    await after.clock('PT1M')
    expect(await after.notes()).toHaveLength(ids.length)
  })

  test('takes mail by SMTP for its own addresses and no others', async () => {
    const stack = await start()
    const transport = smtp(stack)
    const from = 'dan@ortizsearch.example'

    await transport.sendMail({ envelope: { from, to: stack.inbound }, raw: note('two', 'Spoke with Ellen.') })
    await settled(stack)
    expect(await stack.notes()).toHaveLength(1)
    await expect(
      transport.sendMail({ envelope: { from, to: 'someone@elsewhere.example' }, raw: note('three', 'Hello.') }),
    ).rejects.toThrow(/No such mailbox/)
  })

  test('sends its mail on where it is told a relay', async () => {
    const taken: string[] = []
    const relay = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let raw = ''
        stream.on('data', (chunk: Buffer) => {
          raw += chunk.toString('latin1')
        })
        stream.on('end', () => {
          taken.push(raw)
          done()
        })
      },
    })
    await new Promise<void>(resolve => relay.listen(0, '127.0.0.1', resolve))
    const { port } = relay.server.address() as AddressInfo
    const stack = await start({ demo: true, relay: `smtp://127.0.0.1:${port}` })
    await settled(stack)

    const sent = await stack.outbox()
    expect(sent.length).toBeGreaterThan(0)
    expect(taken.map(subjectOf)).toEqual(sent.map(({ raw }) => subjectOf(raw)))
    relay.close(() => {})
  })

  test('tells of a bounce as SES does, and the recruiter gets no more mail', async () => {
    const stack = await start({ demo: true, owner: 'Dan Ortiz <bounce@simulator.amazonses.com>' })

    const types = (await stack.log()).map(event => event['type'])
    expect(types).toEqual(expect.arrayContaining(['DigestBounced', 'AddressSuppressed']))
    expect(await stack.outbox()).toHaveLength(1)
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

const smtp = ({ smtpPort }: RunningStack) =>
  nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false })

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
