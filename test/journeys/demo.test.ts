import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { type RunningStack, type StackOptions, startStack } from '../support/stack.ts'

const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'relight-demo-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

const withDemo = async (options: StackOptions, look: (stack: RunningStack) => Promise<void>): Promise<void> => {
  const stack = await startStack({ demo: true, ...options })
  try {
    await look(stack)
  } finally {
    await stack.stop()
  }
}

describe('a new stack tells the two cases', () => {
  test.each([
    [
      'before the morning, to that of the day before',
      '2026-09-30T10:59:00Z',
      'America/New_York',
      '2026-09-29T11:00:00Z',
    ],
    ['at the very hour, to that morning', '2026-09-29T11:00:00Z', 'America/New_York', '2026-09-29T11:00:00Z'],
    ['after a long weekend abroad', '2026-04-06T12:00:00Z', 'Europe/London', '2026-04-02T06:00:00Z'],
    ['on the half hour', '2026-10-22T03:00:00Z', 'Asia/Kolkata', '2026-10-22T01:30:00Z'],
  ])('%s: its last digest has both calls', async (_when, now, zone, morning) => {
    await withDemo({ now, zone }, async stack => {
      const digests = (await stack.outbox()).filter(mail => mail.headers['x-relight-mail'] === 'digest')
      const last = digests.at(-1)
      expect(last?.at).toBe(morning)
      expect(last?.text).toContain('Susan Reyes')
      expect(last?.text).toContain('Tom Okafor')
      const raised = (await stack.log()).filter(event => event['type'] === 'TaskRaised').map(event => event['play'])
      expect(raised).toContain('own-the-dropped-ball')
      expect(raised).toContain('ask-the-hiring-manager')
      const status = await (await stack.call('/_local/status')).json()
      expect(status).toMatchObject({ now, deadLetters: 0, inFlight: 0 })
    })
  })

  test('once: started again, it goes on where it was', async () => {
    const data = folder()
    const now = '2026-09-29T15:00:00Z'
    const told: unknown[] = []
    for (const _start of [1, 2]) await withDemo({ now, data }, async stack => void told.push(await stack.log()))
    expect(told[1]).toEqual(told[0])
  })

  test('from the beginning, where it was cut off in the middle', async () => {
    const data = folder()
    const now = '2026-09-29T15:00:00Z'
    await withDemo({ now, data }, async () => {})
    const store = new DatabaseSync(join(data, 'stack.sqlite'))
    store.exec(`UPDATE facts SET value = '"begun"' WHERE name = 'demo'`)
    store.close()
    await withDemo({ now, data }, async stack => {
      const openings = (await stack.log()).filter(event => event['type'] === 'EngagementOpened')
      expect(openings).toHaveLength(2)
      expect((await stack.outbox()).at(-1)?.text).toContain('Susan Reyes')
    })
  })
})

describe('the command line', () => {
  const relight = promisify(execFile).bind(null, process.execPath)
  const root = join(import.meta.dirname, '../..')

  test('derives the views anew from the log, and the board is as it was', async () => {
    const data = folder()
    const now = '2026-09-29T15:00:00Z'
    const board = async (stack: RunningStack): Promise<unknown> => (await stack.api('/api/engagements')).json()
    let before: unknown
    await withDemo({ now, data }, async stack => {
      before = await board(stack)
    })
    const { stderr } = await relight(['infra/local/cli.ts', 'rebuild'], {
      cwd: root,
      env: { ...process.env, RELIGHT_DATA: data, RELIGHT_NOW: now },
    })
    expect(stderr).toMatch(/(\d+) of \1 streams/)
    await withDemo({ now, data }, async stack => expect(await board(stack)).toEqual(before))
  })

  test('says what it can do, and fails, where it is asked for something else', async () => {
    await expect(relight(['infra/local/cli.ts', 'frobnicate'], { cwd: root })).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('rebuild'),
    })
  })
})
