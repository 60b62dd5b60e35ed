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
  /** Whether it is what a mail program sends to stop a list's mail by itself (RFC 8058). */
  readonly isOneClick: boolean
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

/** Why a request is none that a page of ours sends. */
export type Unreadable = 'too large' | 'malformed'

export const requestOf = (event: unknown): Request | Unreadable => {
  const parsed = HttpEvent.safeParse(event)
  if (!parsed.success) return 'malformed'
  const { rawPath, rawQueryString, cookies, headers, body = '', isBase64Encoded, requestContext } = parsed.data
  if (body.length > LARGEST_FORM) return 'too large'
  const [, kind = '', token = ''] = rawPath.split('/', 3)
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
  return {
    method: requestContext.http.method,
    path: rawPath,
    kind,
    token,
    query: new URLSearchParams(rawQueryString),
    form: new URLSearchParams(text),
    isOneClick: isOneClick(text, headers['content-type'] ?? ''),
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

/** The one pair that RFC 8058 names, by the form's own encoding or as the one part of a multipart form (section 3.1). */
const isOneClick = (text: string, type: string): boolean => {
  if (!/^multipart\/form-data\b/i.test(type)) return new URLSearchParams(text).get('List-Unsubscribe') === 'One-Click'
  const lines = text.split(/\r?\n/).map(line => line.trim())
  const named = lines.findIndex(line => /^content-disposition: *form-data; *name="?List-Unsubscribe"?$/i.test(line))
  return named >= 0 && lines[lines.indexOf('', named) + 1] === 'One-Click'
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
