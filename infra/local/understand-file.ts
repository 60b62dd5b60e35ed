import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { synthesized } from './assembly.ts'
import { arrivalOf } from './control.ts'
import { type Foretold, foretell } from './foretell.ts'
import type { Settings } from './settings.ts'
import { startStack } from './stack.ts'

/** `relight understand`: how a message in a file would be read, with nothing written. */

/** Tells with which accounts it was read. */
type Say = (line: string) => void

/**
 * Reads the message with the accounts of the stack that runs on the data folder, else with a copy of the folder, else
 * (there is none) with no account at all. Throws, in words, where the file can't be read or holds no mail.
 */
export const understandFile = async (file: string, settings: Settings, tell: Say): Promise<Foretold> => {
  const raw = mailIn(file)
  const url = `http://localhost:${settings.port}`
  const running = await statusOf(url)
  if (running?.data === resolve(settings.data)) {
    tell(`read with the accounts of the stack at ${url}`)
    return ask(url, raw, whoseAddress(raw, running.recruiters))
  }
  const folder = mkdtempSync(join(tmpdir(), 'relight-'))
  try {
    if (existsSync(settings.data)) cpSync(settings.data, folder, { recursive: true })
    tell(
      existsSync(settings.data)
        ? `read with a copy of the accounts in ${settings.data}`
        : `no data in ${settings.data}: read as mail to ${settings.owner}, with no account known`,
    )
    return await readOffline(raw, { ...settings, data: folder, demo: false, relay: undefined })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const HEADER = /^[!-9;-~]+[ \t]*:/
/** Mailboxes put a line of their own above a message. */
const MBOX = /^From [^\n]*\n/

const mailIn = (file: string): Buffer => {
  const name = file === '-' ? 'the standard input' : file
  let raw: Buffer
  try {
    raw = readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code)
    throw new Error(`${name} can not be read: ${why}`)
  }
  if (raw.length === 0) throw new Error(`${name} is empty`)
  const start = raw.subarray(0, 1000).toString('latin1').replace(/^ï»¿/, '')
  const above = MBOX.exec(start)?.[0].length ?? 0
  if (!HEADER.test(start.slice(above))) throw new Error(`${name} is no mail: it does not begin with a header`)
  return raw.subarray(above)
}

const Status = z.object({ data: z.string(), recruiters: z.array(z.object({ inbound: z.string() })) })

const statusOf = async (url: string): Promise<z.infer<typeof Status> | undefined> => {
  try {
    const response = await fetch(`${url}/_local/status`, { signal: AbortSignal.timeout(5000) })
    return Status.safeParse(await response.json()).data
  } catch {
    return undefined
  }
}

/** A mail that names nobody's inbound address is read as if it came to the first recruiter's. */
const whoseAddress = (raw: Buffer, recruiters: readonly { readonly inbound: string }[]): URLSearchParams => {
  const names = recruiters.some(({ inbound }) => raw.includes(inbound.split('@', 1)[0] ?? inbound))
  const [first] = recruiters
  return new URLSearchParams(names || !first ? {} : { to: first.inbound })
}

const ask = async (url: string, raw: Buffer, query: URLSearchParams): Promise<Foretold> => {
  const response = await fetch(`${url}/_local/understand?${query}`, { method: 'POST', body: new Uint8Array(raw) })
  if (!response.ok) throw new Error(`the stack at ${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Foretold
}

const readOffline = async (raw: Buffer, settings: Settings): Promise<Foretold> => {
  const stack = await startStack(await synthesized(), settings, `http://localhost:${settings.port}`)
  try {
    const query = whoseAddress(raw, await stack.recruiters())
    return await foretell(stack, await arrivalOf(stack, { query, body: raw }))
  } finally {
    await stack.stop()
  }
}
