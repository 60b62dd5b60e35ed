import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import { type Html, html } from '../../shared/mail/write/html.ts'

/** A page that works without scripts, images or cookies, and what a browser is told about it. */

export type Response = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const CSS = `
:root { color-scheme: light dark; }
body { margin: 0; font: 18px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
label, legend { display: block; font-weight: 600; margin: 1.25rem 0 .25rem; }
fieldset { border: 0; margin: 0; padding: 0; }
fieldset label { font-weight: 400; margin: .5rem 0; }
input, select, textarea { font: inherit; padding: .5rem; box-sizing: border-box; max-width: 100%; }
input[type=radio] { width: 1.25rem; height: 1.25rem; vertical-align: -.2rem; margin: 0 .5rem 0 0; }
textarea { width: 100%; }
button { font: inherit; font-weight: 600; margin: 1.5rem 0 0; padding: .75rem 1.25rem; border: 0; border-radius: .4rem; background: #215c4d; color: #fff; cursor: pointer; }
button:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid #f0b54a; outline-offset: 2px; }
.hint { font-size: 1rem; opacity: .8; }
.wrong { border-left: 4px solid #b3472b; padding-left: .75rem; font-weight: 600; }
`

const CSS_HASH = `sha256-${createHash('sha256').update(CSS).digest('base64')}`

/** Nothing is loaded, framed, cached or passed on; forms come back here and nowhere else. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src '${CSS_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'strict-transport-security': 'max-age=31536000',
}

export const page = (statusCode: number, title: string, body: Html): Response => ({
  statusCode,
  headers: HEADERS,
  body: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(CSS)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.toString(),
})

/** A page that only says something. */
export const says = (statusCode: number, title: string, ...sentences: readonly string[]): Response =>
  page(
    statusCode,
    title,
    html`${sentences.map(
      sentence => html`<p>${sentence}</p>
`,
    )}`,
  )

export const expired = (): Response =>
  says(
    410,
    'This link has expired',
    'Links work for thirty days. Nothing was recorded.',
    'Reply to the latest mail instead, in your own words.',
  )

export const notOurs = (): Response =>
  says(
    404,
    'This link does not work',
    'It is incomplete, or it is not one of ours. Nothing was recorded.',
    'Open it from the mail once more; some mail programs cut long links in two.',
  )
