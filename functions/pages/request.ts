import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'

/** A request as the HTTP API hands it over (payload format 2.0), cut down to what the pages read. */

const HttpEvent = z.object({
  rawPath: z.string().max(8000),
  rawQueryString: z.string().max(4000).default(''),
  cookies: z.array(z.string()).max(50).default([]),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    timeEpoch: z.int(),
    http: z.object({ method: z.string(), sourceIp: z.string().max(60).default('') }),
  }),
})

export type Request = {
  readonly method: string
  readonly path: string
  /** The first part of the path: `do`, `answer`, `undo`, `unsubscribe`, `sign-in`, `board`. */
  readonly kind: string
  /** The second part of the path: of a link, what it stands for; of a page, an id. */
  readonly token: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  /** By its name, the last of those that have it. */
  readonly cookies: ReadonlyMap<string, string>
  /** Where it came from, on the network. */
  readonly ip: string
  /** Whether a page of another site sent it, as the browser tells. */
  readonly fromElsewhere: boolean
  /** When the request came in, a UTC instant. */
  readonly now: string
}

const LARGEST_FORM = 20_000

/** Null where the form is larger than any of ours. */
export const requestOf = (event: unknown): Request | null => {
  const {
    rawPath,
    rawQueryString,
    cookies,
    headers,
    body = '',
    isBase64Encoded,
    requestContext,
  } = HttpEvent.parse(event)
  if (body.length > LARGEST_FORM) return null
  const [, kind = '', token = ''] = rawPath.split('/', 3)
  return {
    method: requestContext.http.method,
    path: rawPath,
    kind,
    token,
    query: new URLSearchParams(rawQueryString),
    form: new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body),
    cookies: new Map(
      cookies.map(cookie => {
        const [name = '', ...value] = cookie.split('=')
        return [name.trim(), value.join('=')] as const
      }),
    ),
    ip: requestContext.http.sourceIp,
    fromElsewhere: isFromElsewhere(headers),
    now: new Date(requestContext.timeEpoch).toISOString(),
  }
}

/**
 * Our pages send no referrer, so the `Origin` of their own forms is `null` too: where a browser says by
 * `Sec-Fetch-Site` whether a form is ours, that is what counts. What says neither is no browser of today.
 */
const isFromElsewhere = (headers: Readonly<Record<string, string>>): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = headers['origin']
  return origin !== undefined && origin !== 'null' && origin.replace(/^https?:\/\//, '') !== headers['host']
}

/** A value that only the page of this link, or of this session, holds: a press comes from there, and from nowhere else. */
export const nonceOf = (secret: string, token: string): string =>
  createHmac('sha256', secret).update(`press ${token}`).digest('base64url')

export const cameFromOurPage = (secret: string, { token, form, fromElsewhere }: Request): boolean =>
  !fromElsewhere && isSame(nonceOf(secret, token), form.get('nonce') ?? '')

export const isSame = (ours: string, theirs: string): boolean => {
  const [one, other] = [Buffer.from(ours), Buffer.from(theirs)]
  return one.length === other.length && timingSafeEqual(one, other)
}
