import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mail, note } from '../support/mail.ts'
import { type RunningStack, startStack } from '../support/stack.ts'

const NOW = '2026-10-14T16:00:00Z'
const JUNE = 'June Falk <june@falksearch.example>'
const ODA = 'Oda Nyström <oda@timberline.example>'

type Said = { readonly code: number | null; readonly out: string; readonly told: string }

const folder = mkdtempSync(join(tmpdir(), 'understand-'))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const relight = (words: readonly string[], environment: Record<string, string>, input = ''): Promise<Said> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, ['infra/local/cli.ts', ...words], {
      env: { PATH: process.env['PATH'], RELIGHT_NOW: NOW, RELIGHT_OWNER: JUNE, PORT: '9', ...environment },
    })
    let [out, told] = ['', '']
    child.stdout.on('data', data => {
      out += data
    })
    child.stderr.on('data', data => {
      told += data
    })
    child.stdin.end(input)
    child.once('close', code => resolve({ code, out, told }))
  })

let stack: RunningStack

beforeAll(async () => {
  stack = await startStack({ now: NOW, owner: JUNE, data: join(folder, 'data') })
  await stack.inbox(
    mail({ from: JUNE, to: ODA, subject: 'Two millwrights', text: 'As promised.', at: '2026-10-13T14:00:00Z' }),
  )
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true })
})

describe('relight understand', () => {
  const voicemail = note(JUNE, 'box@in.relight.example', 'Left Oda a voicemail.', { at: '2026-10-14T15:00:00Z' })
  const running = (): Record<string, string> => ({ RELIGHT_DATA: stack.data, PORT: new URL(stack.url).port })

  it('reads a file with the accounts of the stack that runs, as the stack itself says, and writes nothing', async () => {
    const before = await stack.log()
    const { code, out } = await relight(['understand', file('voicemail.eml', voicemail)], running())
    const foretold = JSON.parse(out)
    expect(code).toBe(0)
    expect(foretold).toMatchObject({ status: 'understood', rule: 'a voicemail was left', question: null })
    expect(foretold.events).toMatchObject([{ type: 'TouchpointLogged', contactName: 'Oda Nyström' }])
    const asked = await stack.call(`/_local/understand?to=${stack.inbound}`, { method: 'POST', body: voicemail })
    expect(await asked.json()).toEqual(foretold)
    expect(await stack.log()).toEqual(before)
    expect(await stack.outbox()).toHaveLength(1)
  })

  it('says it in words, from the standard input too', async () => {
    const { out } = await relight(['understand', '-', '--words'], running(), voicemail)
    expect(out).toBe(
      'It would be understood, by the rule "a voicemail was left".\nRecorded would be:\n' +
        '- A voicemail left for Oda Nyström (Timberline, Wednesday 14 October)\n',
    )
  })

  it('reads with no account where there is no data, says so, and leaves none behind', async () => {
    const nowhere = join(folder, 'nowhere')
    const { code, out, told } = await relight(['understand', '-'], { RELIGHT_DATA: nowhere }, voicemail)
    expect({ code, status: JSON.parse(out).status }).toEqual({ code: 0, status: 'asked' })
    expect(told).toContain('no account known')
    expect((await relight(['understand', '-'], { RELIGHT_DATA: nowhere }, voicemail)).told).toContain('no data in')
  })

  it('knows the question that a reply answers, and the note that is corrected, as mail that arrives does', async () => {
    const unknown = note(JUNE, stack.inbound, 'Left Odie a voicemail.', {
      at: '2026-10-14T14:30:00Z',
      messageId: 'odie@falksearch.example',
    })
    await stack.inbox(unknown)
    const question = (await stack.outbox()).findLast(({ headers }) => headers['x-relight-mail'] === 'question')
    const [before, sent] = [await stack.log(), await stack.outbox()]
    const reply = mail({
      from: JUNE,
      to: String(question?.headers['reply-to']),
      subject: `Re: ${question?.subject}`,
      text: 'Odie is Oda',
      at: '2026-10-14T15:10:00Z',
    })
    const answered = JSON.parse((await relight(['understand', file('odie.eml', reply)], running())).out)
    expect(answered).toMatchObject({ status: 'understood', rule: 'an answer to a question' })
    expect(answered.events).toContainEqual(
      expect.objectContaining({ type: 'TouchpointLogged', channel: 'voicemail', contactName: 'Oda Nyström' }),
    )
    expect(await stack.log()).toEqual(before)
    expect(await stack.outbox()).toEqual(sent)

    await stack.inbox(reply, { to: String(question?.headers['reply-to']) })
    const recorded = await stack.log()
    const ignore = note(JUNE, stack.inbound, 'Ignore my last note, please.', { at: '2026-10-14T15:40:00Z' })
    const corrected = await stack.call('/_local/understand', { method: 'POST', body: ignore })
    expect(await corrected.json()).toMatchObject({
      status: 'understood',
      rule: 'a correction of the note before',
      events: expect.arrayContaining([expect.objectContaining({ type: 'TouchpointRetracted' })]),
    })
    expect(await stack.log()).toEqual(recorded)
  })

  it.each([
    ['a file that is not there', () => join(folder, 'gone.eml'), 'there is no such file'],
    ['a folder', () => folder, 'it is a folder'],
    ['an empty file', () => file('empty.eml', ''), 'is empty'],
    ['what is no mail', () => file('list.txt', 'Called Oda\nCalled Jim\n'), 'is no mail'],
  ])('refuses %s in words', async (_, path, why) => {
    const { code, out, told } = await relight(['understand', path()], {})
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(told).toContain(why)
  })

  it('stands in the list of commands, and tells what it takes', async () => {
    expect((await relight(['--help'], {})).out).toContain('understand FILE.eml|-')
    expect(await relight(['understand'], {})).toMatchObject({ code: 2, told: expect.stringContaining('FILE.eml|-') })
    expect((await relight(['understand', '--help'], {})).out).toContain('Nothing is written')
  })
})
