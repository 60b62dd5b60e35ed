import type { IncomingMessage, ServerResponse } from 'node:http'
import PostalMime from 'postal-mime'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { Instant } from '../../shared/domain/vocabulary.ts'
import { instant } from './clock.ts'
import { Fault } from './faults.ts'
import { flatLog, notesOf } from './history.ts'
import type { Arrival, Verdict } from './mail-in.ts'
import { problem, sendJson } from './server.ts'
import type { Stack } from './stack.ts'

/** `/_local`: what people and tests may ask of the stack on one machine. Never deployed. */

type Asked = { readonly query: URLSearchParams; readonly body: Buffer }
type Answered = { readonly status: number; readonly value: unknown }

const ok = (value: unknown): Answered => ({ status: 200, value })

export const control = async (
  stack: Stack,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> => {
  // A page in a browser may send a request here, whatever it was loaded from; a person's tools send no origin.
  if (request.headers.origin !== undefined) return problem(response, 403, 'No page may ask this.')
  const url = new URL(request.url ?? '/', 'http://localhost')
  const call = calls[`${request.method} ${url.pathname}`]
  if (!call) return problem(response, 404, `There is no ${request.method} ${url.pathname}.`)
  try {
    const { status, value } = await call(stack, { query: url.searchParams, body })
    sendJson(response, value, status)
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error
    problem(response, 400, error.message)
  }
}

class BadRequest extends Error {
  override readonly name = 'BadRequest'
}

const status = async (stack: Stack): Promise<Answered> =>
  ok({
    ready: true,
    now: instant(stack.clock.time()),
    inFlight: stack.work.inFlight(),
    deadLetters: stack.deadLetters(),
    functions: stack.functions.names,
    tables: stack.tables.names,
    data: stack.data,
    recruiters: (await stack.recruiters()).map(({ firm, email, zone, inbound, token }) => ({
      firm,
      email,
      zone,
      inbound,
      token,
    })),
  })

const Move = z.union([z.strictObject({ to: Instant }), z.strictObject({ by: z.string() })], {
  error: 'must be {"to": an instant such as 2026-09-22T11:00:00Z} or {"by": a duration such as P1D or PT15M}',
})

const moveClock = async (stack: Stack, { body }: Asked): Promise<Answered> => {
  const move = parsed(Move, json(body))
  const now = stack.clock.time()
  const to = 'to' in move ? Date.parse(move.to) : later(now, move.by)
  try {
    await stack.timetable.moveTo(to)
  } catch (error) {
    throw error instanceof RangeError ? new BadRequest(error.message) : error
  }
  return ok({ now: instant(stack.clock.time()) })
}

/** Days are of 24 hours: the clock knows no zone. */
const later = (now: number, duration: string): number => {
  try {
    const { milliseconds } = Temporal.Duration.from(duration).round({ largestUnit: 'milliseconds', relativeTo: UTC })
    return now + milliseconds
  } catch {
    throw new BadRequest(`by: ${duration} is no duration such as P1D or PT15M`)
  }
}
const UTC = Temporal.ZonedDateTime.from('2026-01-01T00:00:00Z[UTC]')

const takeIn = async (stack: Stack, asked: Asked): Promise<Answered> => {
  const id = await stack.work.track(async () => stack.mailIn.deliver(await arrivalOf(stack, asked)))
  await stack.work.settled()
  return ok({ id })
}

const understand = async (stack: Stack, asked: Asked): Promise<Answered> => {
  // All that reads mail is loaded when it is first asked for: the stack itself starts without it.
  const { foretell } = await import('./foretell.ts')
  return ok(await foretell(stack, await arrivalOf(stack, asked)))
}

/** The message of a request as it would arrive, for whom its query or its headers say. */
export const arrivalOf = async (stack: Stack, { query, body }: Asked): Promise<Arrival> => {
  if (body.length === 0) throw new BadRequest('the body must be a message')
  const raw = body.includes('\r\n') ? body : Buffer.from(body.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')
  const seen = await PostalMime.parse(raw.subarray(0, HEADERS)).catch(() => undefined)
  const named = [...(seen?.to ?? []), ...(seen?.cc ?? [])].flatMap(({ address }) => address ?? [])
  // A plus that was not encoded arrives as a space, which no address holds.
  const asked = query.getAll('to').flatMap(to => to.replaceAll(' ', '+').split(','))
  const recipients = (asked.length > 0 ? asked : named).filter(address => stack.mailIn.takes(address))
  return {
    raw,
    recipients: recipients.length > 0 ? recipients : await onlyInbound(stack, asked),
    sender: seen?.from?.address ?? '',
    verdicts: { spf: verdict(query, 'spf'), dkim: verdict(query, 'dkim'), dmarc: verdict(query, 'dmarc') },
  }
}
const HEADERS = 256 * 1024

/** A message that names no inbound address is for the one recruiter that there is. */
const onlyInbound = async (stack: Stack, asked: readonly string[]): Promise<string[]> => {
  const [only, ...others] = await stack.recruiters()
  if (asked.length > 0 || !only || others.length > 0) throw new BadRequest('to: no inbound address')
  return [only.inbound]
}

const Verdicts = z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'])

const verdict = (query: URLSearchParams, name: string): Verdict =>
  parsed(Verdicts, (query.get(name) ?? 'PASS').toUpperCase(), name)

const addFault = async (stack: Stack, { body }: Asked): Promise<Answered> => {
  stack.door.faults.add(parsed(Fault, json(body)))
  return ok(stack.door.faults.list())
}

const clearFaults = async (stack: Stack): Promise<Answered> => {
  stack.door.faults.clear()
  return ok(stack.door.faults.list())
}

const calls: Readonly<Record<string, (stack: Stack, asked: Asked) => Promise<Answered>>> = {
  'GET /_local/status': status,
  'POST /_local/clock': moveClock,
  'GET /_local/outbox': async stack => ok(stack.outbox.all()),
  'POST /_local/inbox': takeIn,
  'POST /_local/understand': understand,
  'GET /_local/log': async (stack, { query }) => ok(flatLog(await stack.streams(), query.get('stream') ?? undefined)),
  'GET /_local/notes': async stack => ok(notesOf(await stack.streams())),
  'GET /_local/faults': async stack => ok(stack.door.faults.list()),
  'POST /_local/faults': addFault,
  'DELETE /_local/faults': clearFaults,
  'GET /_local/calls': async stack => ok(stack.door.counted()),
}

const json = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString())
  } catch {
    throw new BadRequest('the body must be JSON')
  }
}

const parsed = <Schema extends z.ZodType>(schema: Schema, value: unknown, name = 'body'): z.infer<Schema> => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new BadRequest(
    result.error.issues.map(({ path, message }) => `${path.join('.') || name}: ${message}`).join('; '),
  )
}
