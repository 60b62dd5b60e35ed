import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Mail, Outbox } from './outbox.ts'

/** `/outbox`: every mail that was sent, for people, at the hour of a zone. Plain pages that need no script. */

export const showOutbox = (outbox: Outbox, zone: string, request: IncomingMessage, response: ServerResponse): void => {
  const [, , id, part] = (request.url ?? '').split('?')[0]?.split('/') ?? []
  if (!id) return page(response, 'Outbox', list(outbox.all().toReversed(), zone))
  const mail = outbox.find(id)
  if (!mail) return page(response, 'Not here', '<p>There is no such mail.</p>', 404)
  if (part === 'html') return framed(response, mail)
  page(response, mail.subject, whole(mail))
}

const list = (mails: readonly Mail[], zone: string): string =>
  mails.length === 0
    ? '<p>No mail yet. The first digest comes on the next working morning on which something is due.</p>'
    : `<ol reversed>${mails
        .map(
          ({ id, at, to, subject }) =>
            `<li><a href="/outbox/${encodeURIComponent(id)}">${escaped(subject)}</a><br>` +
            `<small>to ${escaped(to)}, <time datetime="${escaped(at)}">${escaped(spoken(at, zone))}</time></small></li>`,
        )
        .join('')}</ol>`

const whole = (mail: Mail): string => {
  const headers = ['from', 'to', 'reply-to', 'date', 'subject']
    .map(name => `<dt>${name}</dt><dd>${escaped(mail.headers[name] ?? '')}</dd>`)
    .join('')
  const html = mail.html
    ? `<h2>As HTML</h2><iframe title="The mail as HTML" src="/outbox/${encodeURIComponent(mail.id)}/html"
        sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : ''
  return (
    `<p><a href="/outbox">All mail</a></p><dl>${headers}</dl>${html}` +
    `<h2>As text</h2><pre>${escaped(mail.text)}</pre>`
  )
}

/** The mail as a mail program would show it: no script runs, nothing is fetched, links open elsewhere. */
const framed = (response: ServerResponse, mail: Mail): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    'x-content-type-options': 'nosniff',
  })
  response.end(mail.html.replace(/<head>/i, '<head><base target="_blank">'))
}

const page = (response: ServerResponse, title: string, body: string, status = 200): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
    'x-content-type-options': 'nosniff',
  })
  response.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Relight</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`)
}

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #fff; margin: 0 }
main { max-width: 48rem; margin: 0 auto; padding: 1rem }
li { margin-bottom: .75rem }
small { color: #555 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem }
dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 70vh; border: 1px solid #767676 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: 1rem }
`

/** `2026-09-22T11:00:00Z` is `22 Sept 2026, 07:00` in New York. */
const spoken = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at))

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, character => ESCAPED[character] ?? character)
