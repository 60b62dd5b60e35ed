import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'

/** A request as the HTTP API hands it over (payload format 2.0), cut down to what the pages read. */

const HttpEvent = z.object({
  rawPath: z.string().max(8000),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ timeEpoch: z.int(), http: z.object({ method: z.string() }) }),
})

export type Request = {
  readonly method: string
  /** The first part of the path: `do`, `answer`, `undo`, `unsubscribe`. */
  readonly kind: string
  readonly token: string
  readonly form: URLSearchParams
  /** When the request came in, a UTC instant. */
  readonly now: string
}

const LARGEST_FORM = 20_000

/** Null where the form is larger than any of ours. */
export const requestOf = (event: unknown): Request | null => {
  const { rawPath, body = '', isBase64Encoded, requestContext } = HttpEvent.parse(event)
  if (body.length > LARGEST_FORM) return null
  const [, kind = '', token = ''] = rawPath.split('/', 3)
  return {
    method: requestContext.http.method,
    kind,
    token,
    form: new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body),
    now: new Date(requestContext.timeEpoch).toISOString(),
  }
}

/** A value that only the page of this link holds: a press comes from there, not from whoever saw the address. */
export const nonceOf = (secret: string, token: string): string =>
  createHmac('sha256', secret).update(`press ${token}`).digest('base64url')

export const cameFromOurPage = (secret: string, { token, form }: Request): boolean => {
  const ours = Buffer.from(nonceOf(secret, token))
  const theirs = Buffer.from(form.get('nonce') ?? '')
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}
