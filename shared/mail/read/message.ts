import PostalMime, { addressParser, decodeWords, type Email, type Attachment as ParsedAttachment } from 'postal-mime'
import { type Address, isAddress } from './addresses.ts'
import { headerDate } from './dates.ts'
import { htmlToText } from './html.ts'
import { LIMITS, omittedBytes, outline, type TooMuch, tooMuch } from './limits.ts'

/** An attachment: named, never opened. `size` is in bytes as transferred. */
export type Attachment = { readonly name: string; readonly type: string; readonly size: number }

export type Message = {
  readonly kind: 'message'
  /** Of the topmost Message-ID header, without brackets. */
  readonly messageId: string | null
  readonly inReplyTo: string | null
  /** Oldest first, without brackets. */
  readonly references: readonly string[]
  readonly from: Address | null
  readonly sender: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly subject: string
  /** UTC, or null where the header is missing or is no date. */
  readonly date: string | null
  readonly dateText: string
  /** By name in lower case; values unfolded, in the order in which they stand. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** The words: the plain part, else the HTML as text. Lines end in `\n`; quotations of HTML begin with `> `. */
  readonly text: string
  readonly html: string | null
  readonly attachments: readonly Attachment[]
  /** iCalendar texts, whether sent as a part or as an attached file. */
  readonly calendar: readonly string[]
  /** Messages within this one: a forward as attachment, or what a bounce returns. */
  readonly messages: readonly Message[]
  /** The machine-readable parts of a delivery report (RFC 3464). */
  readonly deliveryStatus: readonly string[]
}

/** The value of a message's header, the topmost where there are several. */
export const header = (message: Message, name: string): string | null => message.headers.get(name)?.[0] ?? null

/** A message as it could be read, or the limit that it is over. */
export type ReadMessage = Message | TooMuch

/** Reads a raw message. Never throws for what a stranger may send: over a limit it says which. */
export const readMessage = (raw: Uint8Array): Promise<ReadMessage> => read(raw, 0)

const read = async (raw: Uint8Array, depth: number): Promise<ReadMessage> => {
  const slim = outline(raw)
  if (!(slim instanceof Uint8Array)) return slim
  const email = await parse(slim)
  if ('kind' in email) return email

  const attachments: Attachment[] = []
  const calendar: string[] = []
  const messages: Message[] = []
  const deliveryStatus: string[] = []
  for (const part of email.attachments) {
    const content = contentOf(part)
    if (isCalendar(part)) calendar.push(decode(content))
    if (part.mimeType === 'message/delivery-status') deliveryStatus.push(decode(content))
    else if (isMessage(part) && depth < LIMITS.messages) {
      const within = await read(content, depth + 1)
      if (within.kind === 'too-much') return within
      messages.push(within)
    } else if (part.mimeType !== 'text/calendar') attachments.push(describe(part, content))
  }

  const html = email.html ?? null
  const isPlain = email.text?.trim() && !(html !== null && isStub(email.text))
  const text = isPlain && email.text ? email.text : html === null ? '' : htmlToText(html)
  if (typeof text !== 'string') return text
  const headers = headersOf(email)
  const first = (name: string) => headers.get(name)?.[0] ?? ''
  const [toLine, ccLine] = ['to', 'cc'].map(name => (headers.get(name) ?? []).join(', '))
  if ([first('from'), toLine, ccLine].some(line => (line ?? '').length > LIMITS.addressesLength))
    return tooMuch('addressesLength')
  const from = addresses(first('from'))
  const to = addresses(toLine ?? '')
  const cc = addresses(ccLine ?? '')
  if ([from, to, cc].some(people => people.length > LIMITS.addresses)) return tooMuch('addresses')
  return {
    kind: 'message',
    messageId: messageIds(first('message-id'))[0] ?? null,
    inReplyTo: messageIds(first('in-reply-to'))[0] ?? null,
    references: messageIds(first('references')),
    // Of several writers no one can be told to be the one.
    from: from.length === 1 ? (from[0] ?? null) : null,
    sender: addresses(first('sender'))[0] ?? null,
    to,
    cc,
    subject: oneLine(decodeWords(first('subject'))),
    date: headerDate(first('date')),
    dateText: first('date'),
    headers,
    text: tidy(text),
    html,
    attachments,
    // Most calendars send the same text twice, as a part and as a file.
    calendar: [...new Set(calendar)],
    messages,
    deliveryStatus,
  }
}

/** Some programs write into the plain part only that there is another one. */
const isStub = (text: string): boolean =>
  text.trim().length < 300 &&
  /\b(html (viewer|format|version|compatible|capable|e-?mail)|(supports?|view(ing)?|displays?|show) (the )?html|view (this|the) (message|e-?mail) (in|with) (a|your|an html))\b/i.test(
    text,
  )

/** Parts within parts beyond the limit are the parser's one known way to fail; none may take the message with it. */
const parse = async (raw: Uint8Array): Promise<Email | TooMuch> => {
  try {
    return await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: LIMITS.nesting,
      maxHeadersSize: LIMITS.headerBytes * 2,
    })
  } catch (error) {
    return tooMuch(error instanceof Error && error.message.startsWith('Maximum') ? 'nesting' : 'form')
  }
}

const headersOf = (email: Email): Map<string, string[]> => {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) {
    const values = headers.get(key)
    if (values) values.push(value)
    else headers.set(key, [value])
  }
  return headers
}

const addresses = (value: string): Address[] =>
  addressParser(value, { flatten: true }).flatMap(mailbox => {
    const address = (mailbox.address ?? '').trim().toLowerCase()
    return isAddress(address) ? [{ name: oneLine(mailbox.name), address }] : []
  })

/** `<a@b> <c@d>` gives both ids; some senders leave the brackets out. */
const messageIds = (value: string): string[] =>
  value
    .split(/[\s<>]/)
    .filter(id => id !== '')
    .slice(0, 200)

const isCalendar = (part: ParsedAttachment) =>
  part.mimeType === 'text/calendar' ||
  part.mimeType === 'application/ics' ||
  (part.filename ?? '').toLowerCase().endsWith('.ics')

const isMessage = (part: ParsedAttachment) =>
  part.mimeType === 'message/rfc822' ||
  part.mimeType === 'text/rfc822-headers' ||
  // Some programs attach a message without saying what it is.
  (part.mimeType === 'application/octet-stream' && (part.filename ?? '').toLowerCase().endsWith('.eml'))

const describe = (part: ParsedAttachment, content: Uint8Array): Attachment => ({
  name: oneLine(part.filename ?? ''),
  type: part.mimeType,
  size: omittedBytes(decode(content.subarray(0, 60))) ?? content.length,
})

const contentOf = ({ content }: ParsedAttachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Control characters, line breaks and tabs apart. */
const CONTROL = /(?![\t\n])\p{Cc}/gu
/** What no one sees: marks that turn text around, widths of zero, soft hyphens. They hide matches, and what is written. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const oneLine = (text: string) => text.replace(/\s+/g, ' ').replace(CONTROL, '').replace(INVISIBLE, '').trim()

/** No-break spaces mean nothing in a mail's words, and hide matches too. */
const tidy = (text: string) =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
