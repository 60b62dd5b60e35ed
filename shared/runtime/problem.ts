import type * as z from 'zod'
import type { Refusal } from '../domain/engagement/commands.ts'
import { SAFE_HEADERS } from './safe-headers.ts'

/** Errors of the API as RFC 9457 problem details, with the fields at fault named. */
export type Problem = {
  /** A stable name for the kind of problem, relative to the API: `/problems/unknown-contact`. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  /** The last part of `type`, for programs that would rather not cut it off. */
  readonly code: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
}

const PROBLEM_JSON = 'application/problem+json'

export const problem = (status: number, code: string, title: string, more: Partial<Problem> = {}): Problem => ({
  type: `/problems/${code}`,
  title,
  status,
  code,
  ...more,
})

/** What was sent does not fit its schema: 400, every field at fault by its path, `contacts.0.name`. */
export const invalid = (error: z.ZodError): Problem =>
  problem(400, 'invalid', 'What was sent is not valid', {
    errors: error.issues.flatMap(issue => {
      if (issue.code !== 'unrecognized_keys') return [{ field: fieldOf(issue.path), message: issue.message }]
      return issue.keys.map(key => ({ field: fieldOf([...issue.path, key]), message: 'is no field of this' }))
    }),
  })

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** What was sent is valid, and the engagement refuses it: 409 with the refusal's own code. */
export const refused = ({ code, field, message }: Refusal): Problem =>
  problem(409, code, 'The engagement refuses this', { detail: message, errors: [{ field, message }] })

/** For API Gateway's HTTP API. */
export const problemResponse = (
  answer: Problem,
): { statusCode: number; headers: Record<string, string>; body: string } => ({
  statusCode: answer.status,
  headers: { ...SAFE_HEADERS, 'content-type': PROBLEM_JSON },
  body: JSON.stringify(answer),
})
