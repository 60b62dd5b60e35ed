import { Temporal } from 'temporal-polyfill'

/**
 * Raw messages as they come over the wire, for every test that reads mail. People are given as
 * `Carla Whitfield <carla@acme.example>`, times as UTC instants that each mail shows in its sender's `zone`.
 */

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
}

const ZONE = 'America/New_York'
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
    raw,
  ].join('\r\n')
}

/** A note in the recruiter's own words. */
export const note = (by: string, to: string, text: string, parts: Partial<MailParts> = {}): string =>
  mail({ from: by, to, subject: '', text, ...parts })

export type Client = 'gmail' | 'outlook' | 'new-outlook' | 'apple' | 'ios' | 'thunderbird'

export type OriginalMail = {
  readonly from: string
  readonly to: string | readonly string[]
  readonly cc?: string | readonly string[]
  readonly subject: string
  readonly at: string
  readonly zone?: string
  readonly text: string
}

/** How each client lays out the message that it forwards, as plain text. */
export const forwardedBlock = (client: Client, original: OriginalMail): string => {
  const to = all(original.to).map(bracketed)
  const cc = all(original.cc).map(bracketed)
  const { from, subject, text } = original
  const date = shownDate(client, original.at, original.zone ?? ZONE)
  const optional = (label: string, people: string[]) => (people.length ? [`${label}: ${people.join(', ')}`] : [])
  switch (client) {
    case 'gmail':
      return [
        '---------- Forwarded message ---------',
        `From: ${bracketed(from)}`,
        `Date: ${date}`,
        `Subject: ${subject}`,
        ...optional('To', to),
        ...optional('Cc', cc),
        '',
        '',
        text,
      ].join('\n')
    case 'outlook':
    case 'new-outlook':
      return [
        client === 'outlook' ? '-----Original Message-----' : '________________________________',
        `From: ${bracketed(from)}`,
        `Sent: ${date}`,
        ...(to.length ? [`To: ${to.join('; ')}`] : []),
        ...(cc.length ? [`Cc: ${cc.join('; ')}`] : []),
        `Subject: ${subject}`,
        '',
        text,
      ].join('\n')
    case 'apple':
    case 'ios':
      return [
        'Begin forwarded message:',
        '',
        ...[
          `From: ${bracketed(from)}`,
          ...(client === 'apple' ? [`Subject: ${subject}`, `Date: ${date}`] : [`Date: ${date}`]),
          ...optional('To', to),
          ...optional('Cc', cc),
          ...(client === 'ios' ? [`Subject: ${subject}`] : []),
          '',
          ...text.split('\n'),
        ].map(line => (client === 'apple' ? line : `> ${line}`.trimEnd())),
      ].join('\n')
    case 'thunderbird':
      return [
        '-------- Forwarded Message --------',
        `Subject: ${subject}`,
        `Date: ${date}`,
        `From: ${bracketed(from)}`,
        ...optional('To', to),
        ...optional('CC', cc),
        '',
        '',
        text,
      ].join('\n')
  }
}

/** A message that the recruiter forwards. Several originals are forwards of forwards, outermost first. */
export const forward = (parts: {
  client: Client
  by: string
  to: string
  at?: string
  zone?: string
  note?: string
  original: OriginalMail | readonly OriginalMail[]
  messageId?: string
  attachments?: readonly AttachmentParts[]
  /** Leaves the plain part out. */
  htmlOnly?: boolean
}): string => {
  const originals: readonly OriginalMail[] = Array.isArray(parts.original) ? parts.original : [parts.original]
  const innermostFirst = [...originals].reverse()
  const body = innermostFirst.reduce(
    (inner, original) =>
      forwardedBlock(parts.client, { ...original, text: [original.text, inner].filter(Boolean).join('\n\n') }),
    '',
  )
  const prefix = parts.client === 'gmail' || parts.client === 'thunderbird' || parts.client === 'apple' ? 'Fwd' : 'FW'
  const text = `${parts.note ? `${parts.note}\n\n` : ''}${body}`
  return mail({
    from: parts.by,
    to: parts.to,
    subject: `${prefix}: ${originals[0]?.subject ?? ''}`,
    at: parts.at ?? AT,
    zone: parts.zone ?? ZONE,
    ...(parts.htmlOnly ? {} : { text }),
    html: htmlOf(text, parts.client),
    ...(parts.messageId ? { messageId: parts.messageId } : {}),
    ...(parts.attachments ? { attachments: parts.attachments } : {}),
  })
}

/** How each client quotes the message it answers, below what the writer wrote. */
export const quotation = (client: Client, quoted: OriginalMail): string => {
  const from = bracketed(quoted.from)
  const marked = quoted.text.split('\n').map(line => `> ${line}`.trimEnd())
  const zone = quoted.zone ?? ZONE
  const at = wall(quoted.at, zone)
  switch (client) {
    case 'gmail':
      return [`On ${shownDate('gmail', quoted.at, zone)} ${from}`, 'wrote:', '', ...marked].join('\n')
    case 'apple':
    case 'ios':
      return [
        `On ${MONTHS[at.month - 1]?.slice(0, 3)} ${at.day}, ${at.year}, at ${twelveHours(at)}, ${from} wrote:`,
        '',
        ...marked,
      ].join('\n')
    case 'thunderbird':
      return [
        `On ${at.month}/${at.day}/${String(at.year).slice(2)} ${at.hour}:${two(at.minute)}, ${nameOf(from)} wrote:`,
        ...marked,
      ].join('\n')
    case 'outlook':
    case 'new-outlook':
      return forwardedBlock(client, quoted)
  }
}

/** An answer to a mail of ours or a client's, with the quotation its client makes. */
export const reply = (parts: {
  client: Client
  by: string
  to: string
  at?: string
  zone?: string
  words: string
  signature?: string
  quoted: OriginalMail
  quotedId?: string
  messageId?: string
}): string => {
  const signature = parts.signature ? `\n\n${parts.signature}` : ''
  return mail({
    from: parts.by,
    to: parts.to,
    subject: `Re: ${parts.quoted.subject}`,
    at: parts.at ?? AT,
    zone: parts.zone ?? ZONE,
    text: `${parts.words}${signature}\n\n${quotation(parts.client, parts.quoted)}\n`,
    ...(parts.quotedId ? { inReplyTo: parts.quotedId, references: [parts.quotedId] } : {}),
    ...(parts.messageId ? { messageId: parts.messageId } : {}),
  })
}

export type EventParts = {
  readonly method?: 'REQUEST' | 'CANCEL' | 'REPLY' | 'COUNTER' | 'PUBLISH'
  readonly uid?: string
  readonly sequence?: number
  readonly title: string
  /** A UTC instant, or a wall time without zone (`2026-09-21T10:00`) to go with `tzid`, or a date for a whole day. */
  readonly starts: string
  readonly ends: string
  /** A zone name as the sender's calendar gives it: IANA or Windows. */
  readonly tzid?: string
  readonly organizer: string
  readonly attendees: readonly (string | { readonly person: string; readonly partstat: string })[]
  readonly rrule?: string
  readonly comment?: string
}

/** An iCalendar text with one event. */
export const ics = (event: EventParts): string => {
  const method = event.method ?? 'REQUEST'
  const when = (name: string, value: string) => {
    const plain = value.replaceAll(/[-:]/g, '').replace(/\.\d+/, '')
    if (!value.includes('T')) return `${name};VALUE=DATE:${plain}`
    if (value.endsWith('Z')) return `${name}:${plain}`
    return `${name}${event.tzid ? `;TZID=${event.tzid}` : ''}:${plain.length === 13 ? `${plain}00` : plain}`
  }
  const attendee = (one: string | { person: string; partstat: string }) => {
    const { person, partstat } = typeof one === 'string' ? { person: one, partstat: 'NEEDS-ACTION' } : one
    return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=${nameOf(person)}:mailto:${addressOf(person)}`
  }
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example Calendar//EN',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${event.uid ?? madeId(event.organizer, event.title, event.starts)}`,
    `SEQUENCE:${event.sequence ?? 0}`,
    'DTSTAMP:20260916T130000Z',
    when('DTSTART', event.starts),
    when('DTEND', event.ends),
    `SUMMARY:${event.title}`,
    `ORGANIZER;CN=${nameOf(event.organizer)}:mailto:${addressOf(event.organizer)}`,
    ...event.attendees.map(attendee),
    ...(event.rrule ? [`RRULE:${event.rrule}`] : []),
    ...(event.comment ? [`COMMENT:${event.comment}`] : []),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(foldCalendarLine)
    .join('\r\n')
}

/** A calendar invitation as its sender's calendar mails it. */
export const invitation = (parts: EventParts & { by: string; to: string | readonly string[]; at?: string }): string => {
  const verb = {
    REQUEST: 'Invitation',
    CANCEL: 'Canceled event',
    REPLY: 'Accepted',
    COUNTER: 'New time proposed',
    PUBLISH: 'Event',
  }
  return mail({
    from: parts.by,
    to: parts.to,
    at: parts.at ?? AT,
    subject: `${verb[parts.method ?? 'REQUEST']}: ${parts.title}`,
    text: `${parts.title}\n${parts.starts}`,
    calendar: ics(parts),
    headers: { 'X-Calendar-Method': parts.method ?? 'REQUEST' },
  })
}

/** An absence reply as Exchange or Gmail sends it. */
export const outOfOffice = (parts: { from: string; to: string; text: string; at?: string; subject?: string }): string =>
  mail({
    ...parts,
    subject: parts.subject ?? 'Automatic reply: our call',
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  })

/** A delivery report in the form of RFC 3464, with the headers of what could not be delivered. */
export const bounce = (parts: { to: string; failed: string; original: string; at?: string }): string => {
  const boundary = 'report-7d1f'
  const originalHeaders = parts.original.split('\r\n\r\n', 1)[0] ?? ''
  return [
    'From: Mail Delivery System <mailer-daemon@mx.example>',
    `To: ${parts.to}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${headerDate(parts.at ?? AT, ZONE)}`,
    `Message-ID: <bounce.${madeId(parts.to, parts.failed, parts.at ?? AT)}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your message to ${parts.failed} could not be delivered. The mailbox does not exist.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${parts.failed}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such user here',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    originalHeaders,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

export const newsletter = (parts: { from: string; to: string; subject: string; text: string; at?: string }): string =>
  mail({
    ...parts,
    headers: {
      'List-Id': '<weekly.news.example>',
      'List-Unsubscribe': '<https://news.example/u/1>',
      Precedence: 'bulk',
    },
  })

const all = (people: string | readonly string[] | undefined): readonly string[] =>
  people === undefined ? [] : typeof people === 'string' ? [people] : people

const list = (name: string, people: string | readonly string[] | undefined): [string, string][] => {
  const named = all(people)
  return named.length ? [[name, named.map(encodeName).join(', ')]] : []
}

const addressOf = (person: string) => (/<([^>]+)>/.exec(person)?.[1] ?? person).trim()
const nameOf = (person: string) => (person.includes('<') ? person.slice(0, person.indexOf('<')).trim() : person)
const bracketed = (person: string) => (person.includes('<') ? person : `<${person}>`)

const madeId = (...parts: string[]): string => {
  let hash = 7
  for (const char of parts.join('|')) hash = (hash * 31 + char.charCodeAt(0)) % 2_147_483_647
  return `${hash.toString(36)}@mail.example`
}

const isAscii = (text: string) => !/[^\t\n\r -~]/.test(text)
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const encodeWords = (text: string) => (isAscii(text) ? text : `=?UTF-8?B?${base64(text)}?=`)
const encodeName = (person: string) =>
  isAscii(person) ? person : `${encodeWords(nameOf(person))} <${addressOf(person)}>`

type Part = { readonly type: string; readonly body: string; readonly disposition?: string }

const bodyOf = (parts: MailParts): string => {
  const words: Part[] = []
  if (parts.text !== undefined || (parts.html === undefined && parts.calendar === undefined))
    words.push({ type: 'text/plain; charset=utf-8', body: parts.text ?? '' })
  if (parts.html !== undefined) words.push({ type: 'text/html; charset=utf-8', body: parts.html })
  if (parts.calendar !== undefined) {
    const method = /^METHOD:(\w+)/m.exec(parts.calendar)?.[1] ?? 'REQUEST'
    words.push({ type: `text/calendar; charset=utf-8; method=${method}`, body: parts.calendar })
  }
  const attached = (parts.attachments ?? []).map(attachment => ({
    type: `${attachment.type ?? 'application/octet-stream'}; name="${attachment.name}"`,
    disposition: `attachment; filename="${attachment.name}"`,
    body: attachment.content ?? 'content',
  }))
  const inner = words.length === 1 && words[0] ? partOf(words[0]) : multipart('alternative', words.map(partOf))
  return attached.length ? multipart('mixed', [inner, ...attached.map(partOf)]) : inner
}

const partOf = ({ type, body, disposition }: Part): string => {
  const encoding = disposition ? 'base64' : 'quoted-printable'
  const encoded = disposition ? wrapped(base64(body)) : quotedPrintable(body)
  return [
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...(disposition ? [`Content-Disposition: ${disposition}`] : []),
    '',
    encoded,
  ].join('\r\n')
}

const multipart = (kind: string, parts: readonly string[]): string => {
  const boundary = `${kind}-000000000000a1b2`
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

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const htmlOf = (text: string, client: Client): string => {
  const lines = text.split('\n').map(escapeHtml).join('<br>\r\n')
  const quoteClass = client === 'gmail' ? 'gmail_quote' : 'quote'
  return `<html><head><style>p{margin:0}</style></head><body><div dir="ltr" class="${quoteClass}">${lines}</div></body></html>`
}

// Calendar lines are folded after 75 octets (RFC 5545, 3.1).
const foldCalendarLine = (line: string) => (line.length <= 75 ? line : (line.match(/.{1,73}/g) ?? []).join('\r\n '))

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

const two = (number: number) => String(number).padStart(2, '0')
const wall = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)
const twelveHours = (at: Temporal.ZonedDateTime) =>
  `${at.hour % 12 || 12}:${two(at.minute)} ${at.hour < 12 ? 'AM' : 'PM'}`

const headerDate = (at: string, zone: string): string => {
  const time = wall(at, zone)
  const clock = `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`
  return `${WEEKDAYS[time.dayOfWeek - 1]?.slice(0, 3)}, ${time.day} ${MONTHS[time.month - 1]?.slice(0, 3)} ${time.year} ${clock} ${time.offset.replace(':', '')}`
}

const zoneAbbreviation = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find(part => part.type === 'timeZoneName')?.value ?? 'UTC'

/** The date as each client shows it above a forwarded message. */
const shownDate = (client: Client, at: string, zone: string): string => {
  const time = wall(at, zone)
  const weekday = WEEKDAYS[time.dayOfWeek - 1] ?? ''
  const month = MONTHS[time.month - 1] ?? ''
  switch (client) {
    case 'gmail':
      // Gmail sets a narrow no-break space before AM and PM.
      return `${weekday.slice(0, 3)}, ${month.slice(0, 3)} ${time.day}, ${time.year} at ${twelveHours(time).replace(' ', '\u202f')}`
    case 'outlook':
    case 'new-outlook':
      return `${weekday}, ${month} ${time.day}, ${time.year} ${twelveHours(time)}`
    case 'apple':
    case 'ios': {
      const seconds = `${time.hour % 12 || 12}:${two(time.minute)}:${two(time.second)}`
      return `${month} ${time.day}, ${time.year} at ${seconds} ${time.hour < 12 ? 'AM' : 'PM'} ${zoneAbbreviation(at, zone)}`
    }
    case 'thunderbird':
      return headerDate(at, zone)
  }
}
