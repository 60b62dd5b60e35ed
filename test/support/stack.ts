import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FlatEvent, ListedNote } from '../../infra/local/history.ts'
import type { Mail } from '../../infra/local/outbox.ts'

/** The stack on one machine as a process of its own, for tests that go in by mail and come out by mail. */

export type StackOptions = {
  /** Where the clock stands at the start. */
  readonly now: string
  readonly zone?: string
  /** `Name <address>` */
  readonly owner?: string
  /** A folder that a stack has run on before; left out, a new one that goes when the stack is stopped. */
  readonly data?: string
  readonly demo?: boolean
  /** `smtp://…`: where its mail is sent on to. */
  readonly relay?: string
}

export type RunningStack = {
  readonly url: string
  readonly smtpPort: number
  readonly data: string
  /** The recruiter's secret address. */
  readonly inbound: string
  /** The recruiter's API token. */
  readonly token: string
  /** Moves the clock to an instant (`2026-09-22T11:00:00Z`) or by a duration (`P1D`), and answers where it stands. */
  readonly clock: (move: string) => Promise<string>
  /** Delivers a message, verdicts and envelope by the query: `{to, spf, dkim, dmarc}`. Resolves when it is read. */
  readonly inbox: (raw: string, query?: Readonly<Record<string, string>>) => Promise<void>
  readonly outbox: () => Promise<readonly Mail[]>
  readonly log: (stream?: string) => Promise<readonly FlatEvent[]>
  readonly notes: () => Promise<readonly ListedNote[]>
  /** The API, with the recruiter's token. */
  readonly api: (path: string, init?: RequestInit) => Promise<Response>
  /** Any other call: a page, or `/_local`. */
  readonly call: (path: string, init?: RequestInit) => Promise<Response>
  readonly stop: () => Promise<void>
  /** Ends the process as a power cut would. The data stays. */
  readonly kill: () => Promise<void>
}

const ROOT = join(import.meta.dirname, '../..')
const STARTED = /mail: (http:\S+)\/outbox[\s\S]*localhost:(\d+)\n/
const PATIENCE_MS = 60_000

export const startStack = async (options: StackOptions): Promise<RunningStack> => {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'relight-stack-'))
  const child = spawn(process.execPath, ['infra/local/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      SMTP_PORT: '0',
      RELIGHT_DATA: data,
      RELIGHT_NOW: options.now,
      RELIGHT_DEMO: options.demo ? '1' : '0',
      ...(options.relay ? { SMTP_URL: options.relay } : {}),
      ...(options.owner ? { RELIGHT_OWNER: options.owner } : {}),
      ...(options.zone ? { RELIGHT_ZONE: options.zone } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test run that ends early takes its stacks with it.
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.removeListener('exit', end))
  const [url, smtpPort] = await whereToLook(child)
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))

  const call = (path: string, init?: RequestInit): Promise<Response> => fetch(`${url}${path}`, init)
  const ask = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    const response = await call(path, init)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<Answer>
  }
  const { recruiters } = await ask<{ recruiters: { inbound: string; token: string }[] }>('/_local/status')
  const [recruiter] = recruiters
  if (!recruiter) throw new Error('the stack has no recruiter')

  return {
    url,
    smtpPort,
    data,
    inbound: recruiter.inbound,
    token: recruiter.token,
    clock: async move => {
      const body = JSON.stringify(move.startsWith('P') ? { by: move } : { to: move })
      return (await ask<{ now: string }>('/_local/clock', { method: 'POST', body })).now
    },
    inbox: async (raw, query = {}) => {
      const asked = new URLSearchParams({ to: recruiter.inbound, ...query })
      await ask(`/_local/inbox?${asked}`, { method: 'POST', body: raw })
    },
    outbox: () => ask('/_local/outbox'),
    log: stream => ask(`/_local/log${stream ? `?${new URLSearchParams({ stream })}` : ''}`),
    notes: () => ask('/_local/notes'),
    api: (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${recruiter.token}`)
      if (init.body) headers.set('content-type', 'application/json')
      return call(path, { ...init, headers })
    },
    call,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      if (!options.data) rmSync(data, { recursive: true, force: true })
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The line that a person would read. */
const whereToLook = (child: ChildProcess): Promise<[url: string, smtpPort: number]> =>
  new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string): void => reject(new Error(`the stack ${why}:\n${said}`))
    const timer = setTimeout(() => fail('did not start'), PATIENCE_MS)
    child.stderr?.on('data', text => {
      said += text
    })
    child.stdout?.on('data', text => {
      said += text
      const [, url, port] = STARTED.exec(said) ?? []
      if (!url || !port) return
      clearTimeout(timer)
      resolve([url, Number(port)])
    })
    child.once('exit', code => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
  })
