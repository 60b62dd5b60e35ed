import { createHash, randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import type { RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { invalid, type Problem, problem } from '../../shared/runtime/problem.ts'
import type { Owner } from '../../shared/runtime/say.ts'
import type { FirmRow, RecruiterRow } from '../../shared/views/rows.ts'
import type { Views } from '../../shared/views/views.ts'

export type Deps = { readonly log: EventLog; readonly views: Views }

/** A call whose caller is known: everything it reads and writes is this recruiter's. */
export type Call = {
  readonly deps: Deps
  readonly owner: Owner
  readonly recruiter: RecruiterRow
  readonly firm: FirmRow
  /** Other recruiters of the firm. */
  readonly colleagues: readonly RecruiterId[]
  /** The instant of the call, UTC. */
  readonly now: string
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  /** What the `Idempotency-Key` makes of this call, one of its own where there is none. */
  readonly key: string
  /** The beginning of the ids of what this call says: the same key and the same body make the same one. */
  readonly id: string
}

export type Answer = { readonly status: number; readonly body: unknown }

/** A problem on its way out of wherever it was found. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly problem: Problem

  constructor(answer: Problem) {
    super(answer.code)
    this.problem = answer
  }
}

/** A problem of one field, header or part of the path, by its name. */
export const atFault = (status: number, code: string, title: string, field: string, message: string): Problem =>
  problem(status, code, title, { errors: [{ field, message }] })

const MOST_BYTES = 256 * 1024

export const readCall = async (event: APIGatewayProxyEventV2, deps: Deps): Promise<Call> => {
  const recruiter = await callerOf(event, deps)
  const firm = await deps.views.firm(recruiter.firm)
  if (!firm) throw new Stopped(problem(401, 'unauthorized', 'This token belongs to no firm'))
  const given = event.headers['idempotency-key'] ?? randomUUID()
  const key = `api.${sha256(`${recruiter.recruiter} ${event.rawPath} ${given}`).slice(0, 32)}`
  return {
    deps,
    recruiter,
    firm,
    colleagues: firm.recruiters.filter(colleague => colleague !== recruiter.recruiter),
    owner: { firm: recruiter.firm, recruiter: recruiter.recruiter, calendar: recruiter.calendar, policy: firm.policy },
    now: new Date(event.requestContext.timeEpoch).toISOString(),
    path: Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? ''])),
    query: Object.fromEntries(
      Object.entries(event.queryStringParameters ?? {}).map(([name, value]) => [name, value ?? '']),
    ),
    body: bodyOf(event),
    key,
    id: `${key}.${sha256(event.body ?? '').slice(0, 8)}`,
  }
}

const callerOf = async (event: APIGatewayProxyEventV2, { views }: Deps): Promise<RecruiterRow> => {
  const [scheme, token] = (event.headers['authorization'] ?? '').split(' ')
  const recruiter = scheme?.toLowerCase() === 'bearer' && token ? await views.recruiterByApiToken(sha256(token)) : null
  if (!recruiter)
    throw new Stopped(
      atFault(401, 'unauthorized', 'A valid API token is needed', 'authorization', 'must be Bearer and a valid token'),
    )
  return recruiter
}

const bodyOf = (event: APIGatewayProxyEventV2): unknown => {
  if (!event.body) return undefined
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body
  if (text.length > MOST_BYTES) throw new Stopped(problem(413, 'too-large', 'The body is larger than 256 KB'))
  try {
    return JSON.parse(text)
  } catch {
    throw new Stopped(
      problem(400, 'not-json', 'The body is not JSON', { errors: [{ field: '', message: 'must be JSON' }] }),
    )
  }
}

/** What was sent, as the schema has it; else every field at fault by its name. */
export const parsed = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> => {
  const result = schema.safeParse(value ?? {})
  if (result.success) return result.data
  throw new Stopped(invalid(result.error))
}

/** An instant with any offset, kept in UTC. */
export const AnyInstant = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-09-22T13:30:00Z' })
  .transform(text => new Date(text).toISOString())

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
