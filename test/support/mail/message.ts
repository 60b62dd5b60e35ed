import { addressOf, all, headerDate, madeId, nameOf, ZONE } from './words.ts'

export type MailParts = {
  readonly from: string
  readonly to?: string | readonly string[]
  readonly cc?: string | readonly string[]
  readonly subject?: string
  /** UTC instant of the Date header. */
  readonly at?: string
  readonly zone?: string
  readonly text?: string
  readonly html?: string
  readonly messageId?: string
  readonly inReplyTo?: string
  readonly references?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: readonly AttachmentParts[]
  /** An iCalendar text, carried as a `text/calendar` alternative. */
  readonly calendar?: string
}

export type AttachmentParts = {
  readonly name: string
  readonly type?: string
  readonly content?: string
  /** A message that is attached as it is, as `message/rfc822` has to be. */
  readonly message?: string
}

export const AT = '2026-09-08T14:12:00Z'

/** A raw message. A BCC'd address is none of its parts: it stands in the envelope alone. */
export const mail = (parts: MailParts): string => {
  const subject = parts.subject ?? 'Hello'
  const at = parts.at ?? AT
  const headers: [string, string][] = [
    ['From', encodeName(parts.from)],
    ...list('To', parts.to),
    ...list('Cc', parts.cc),
    ['Subject', encodeWords(subject)],
    ['Date', headerDate(at, parts.zone ?? ZONE)],
    ['Message-ID', `<${parts.messageId ?? madeId(parts.from, subject, at)}>`],
    ...(parts.inReplyTo ? ([['In-Reply-To', `<${parts.inReplyTo}>`]] as [string, string][]) : []),
    ...(parts.references?.length
      ? ([['References', parts.references.map(id => `<${id}>`).join(' ')]] as [string, string][])
      : []),
    ['MIME-Version', '1.0'],
    ...Object.entries(parts.headers ?? {}),
  ]
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return `${lines.join('\r\n')}\r\n${bodyOf(parts)}`
}

export const bytes = (raw: string): Uint8Array => new TextEncoder().encode(raw)

/** What SES writes above a message that it takes in. */
export const received = (
  raw: string,
  verdicts: { spf?: string; dkim?: string; dkimDomain?: string; dmarc?: string; fromDomain?: string } = {},
): string => {
  const from = verdicts.fromDomain ?? /^From:.*@([\w.-]+)/im.exec(raw)?.[1] ?? 'unknown.example'
  const results = [
    'amazonses.com',
    `spf=${verdicts.spf ?? 'pass'} (spfCheck: domain of ${from} designates 203.0.113.7 as permitted sender) client-ip=203.0.113.7; envelope-from=bounce@${from}; helo=mx.${from}`,
    `dkim=${verdicts.dkim ?? 'pass'} header.i=@${verdicts.dkimDomain ?? from}`,
    `dmarc=${verdicts.dmarc ?? 'pass'} header.from=${from}`,
  ]
  return [
    `Return-Path: <bounce@${from}>`,
    `Received: from mx.${from} (mx.${from} [203.0.113.7])\r\n by inbound-smtp.us-east-1.amazonaws.com with SMTP id q1w2e3r4t5;\r\n Tue, 08 Sep 2026 14:12:03 +0000 (UTC)`,
    `X-SES-Spam-Verdict: PASS`,
    `X-SES-Virus-Verdict: PASS`,
    `Authentication-Results: ${results.join(';\r\n ')};`,
    'X-SES-RECEIPT: AEFBQUFBQUFBQUFH',
    raw,
  ].join('\r\n')
}

/** A note in the recruiter's own words. */
export const note = (by: string, to: string, text: string, parts: Partial<MailParts> = {}): string =>
  mail({ from: by, to, subject: '', text, ...parts })

const list = (name: string, people: string | readonly string[] | undefined): [string, string][] => {
  const named = all(people)
  return named.length ? [[name, named.map(encodeName).join(', ')]] : []
}

const isAscii = (text: string) => !/[^\t\n\r -~]/.test(text)
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const encodeWords = (text: string) => (isAscii(text) ? text : `=?UTF-8?B?${base64(text)}?=`)
const encodeName = (person: string) =>
  isAscii(person) ? person : `${encodeWords(nameOf(person))} <${addressOf(person)}>`

type Part = { readonly type: string; readonly body: string; readonly disposition?: string; readonly asIs?: true }

const bodyOf = (parts: MailParts): string => {
  const words: Part[] = []
  if (parts.text !== undefined || (parts.html === undefined && parts.calendar === undefined))
    words.push({ type: 'text/plain; charset=utf-8', body: parts.text ?? '' })
  if (parts.html !== undefined) words.push({ type: 'text/html; charset=utf-8', body: parts.html })
  if (parts.calendar !== undefined) {
    const method = /^METHOD:(\w+)/m.exec(parts.calendar)?.[1] ?? 'REQUEST'
    words.push({ type: `text/calendar; charset=utf-8; method=${method}`, body: parts.calendar })
  }
  const attached = (parts.attachments ?? []).map(
    ({ name, type = 'application/octet-stream', content, message }): Part => {
      const disposition = `attachment; filename="${name}"`
      return message === undefined
        ? { type: `${type}; name="${name}"`, disposition, body: content ?? 'content' }
        : { type: 'message/rfc822', disposition, body: message, asIs: true }
    },
  )
  const inner = words.length === 1 && words[0] ? partOf(words[0]) : multipart('alternative', words.map(partOf))
  return attached.length ? multipart('mixed', [inner, ...attached.map(partOf)]) : inner
}

const partOf = ({ type, body, disposition, asIs }: Part): string => {
  const encoding = asIs ? '8bit' : disposition ? 'base64' : 'quoted-printable'
  const encoded = asIs ? body : disposition ? wrapped(base64(body)) : quotedPrintable(body)
  return [
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...(disposition ? [`Content-Disposition: ${disposition}`] : []),
    '',
    encoded,
  ].join('\r\n')
}

const multipart = (kind: string, parts: readonly string[]): string => {
  // Messages within a message have boundaries of their own.
  const boundary = `${kind}-${String(parts.join('').length).padStart(12, '0')}a1b2`
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap(part => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

const wrapped = (text: string) => text.match(/.{1,76}/g)?.join('\r\n') ?? ''

const quotedPrintable = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map(line => {
      let out = ''
      let length = 0
      for (const byte of Buffer.from(line, 'utf8')) {
        const char =
          byte >= 33 && byte <= 126 && byte !== 61
            ? String.fromCharCode(byte)
            : byte === 32
              ? ' '
              : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        if (length + char.length > 75) {
          out += '=\r\n'
          length = 0
        }
        out += char
        length += char.length
      }
      return out.endsWith(' ') ? `${out.slice(0, -1)}=20` : out
    })
    .join('\r\n')
