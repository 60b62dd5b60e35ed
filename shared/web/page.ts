import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import { type Html, html } from '../mail/write/html.ts'
import { SAFE_HEADERS } from '../runtime/safe-headers.ts'
import { CSS } from './look.ts'

/** A page that works without scripts or images, and what a browser is told about it. */

export type Response = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body: string
}

const CSS_HASH = `sha256-${createHash('sha256').update(CSS).digest('base64')}`

/** A page has its one style, and its forms come back here and nowhere else. */
export const HEADERS: Readonly<Record<string, string>> = {
  ...SAFE_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src '${CSS_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
}

/** What stands above a page: the ways to the others, for somebody who is signed in. */
export type Around = {
  readonly ways?: readonly { readonly path: string; readonly name: string }[]
  /** The path of this page's own way. */
  readonly here?: string
  /** A page of rows takes the whole screen; words take a column. */
  readonly wide?: boolean
}

export const page = (statusCode: number, title: string, body: Html, around: Around = {}): Response => ({
  statusCode,
  headers: HEADERS,
  body: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Relight</title>
<style>${raw(CSS)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<p class="brand"><a href="/">Relight</a></p>
${around.ways && waysOf(around.ways, around.here)}
</header>
<main id="main" tabindex="-1"${around.wide && html` class="wide"`}>
<h1>${title}</h1>
${body}
</main>
${!around.ways && html`<footer class="foot">Relight watches over your client relationships. <a href="/">See all that it watches</a></footer>`}
</body>
</html>
`.toString(),
})

const waysOf = (ways: NonNullable<Around['ways']>, here: string | undefined): Html =>
  html`<nav aria-label="Pages"><ul>
${ways.map(
  ({ path, name }) => html`<li><a href="${path}"${path === here && html` aria-current="page"`}>${name}</a></li>
`,
)}</ul></nav>`
