/**
 * Bounds on a message, checked before it is parsed: the parser keeps an object per line and copies HTML several
 * times, so that 5 MB of empty lines take it a minute and 8 GB. Bodies of attachments are left out on the way:
 * they are named and never opened, and a large one must not crowd out the words beside it.
 */
export const LIMITS = {
  /** Bytes of the whole message: the most that SES takes in. */
  bytes: 40 * 1024 * 1024,
  /** Header lines of the message, and of each part. */
  headerLines: 1000,
  /** Bytes of all headers together. */
  headerBytes: 256 * 1024,
  /** People in one header line of people, and its characters. */
  addresses: 200,
  addressesLength: 64 * 1024,
  parts: 500,
  /** Parts within parts. */
  nesting: 30,
  /** Messages within messages; deeper ones are named like any attachment. */
  messages: 5,
  /** Bytes and lines of everything that is read, as transferred. Reading goes by lines: each costs more than its bytes. */
  textBytes: 3 * 1024 * 1024,
  lines: 25_000,
  /** An HTML body that is turned into text: characters, tags, elements within elements. */
  htmlLength: 1024 * 1024,
  htmlTags: 50_000,
  htmlNesting: 250,
} as const

/** What a message broke: a limit, or the form that any mail has. */
type Limit = keyof typeof LIMITS | 'form'

/** A message over a limit: it is held with its raw form kept. */
export type TooMuch = { readonly kind: 'too-much'; readonly limit: Limit }

export const tooMuch = (limit: Limit): TooMuch => ({ kind: 'too-much', limit })

const WORDS: Readonly<Record<Limit, string>> = {
  bytes: 'is too large',
  headerLines: 'has too many headers',
  headerBytes: 'has headers that are too long',
  addresses: 'names too many people at once',
  addressesLength: 'names too many people at once',
  parts: 'has too many parts',
  nesting: 'holds parts within parts without end',
  messages: 'holds messages within messages without end',
  textBytes: 'holds too much text',
  lines: 'holds too many lines',
  htmlLength: 'holds too large a page',
  htmlTags: 'holds too intricate a page',
  htmlNesting: 'holds too intricate a page',
  form: 'can not be taken apart as a mail',
}

/** Why a message over a limit is held, as a sentence. */
export const whyTooMuch = ({ limit }: TooMuch): string => `It ${WORDS[limit]}; the message itself is kept.`

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d
const latin1 = new TextDecoder('latin1')
const ascii = new TextEncoder()

/**
 * The message without the bodies of its attachments: each gives way to one line with its size. Everything is kept
 * that may hold words: text, calendars, messages within, delivery reports. One pass over the lines, whatever the
 * structure claims to be; where parser and outline disagree about it, the bounds hold all the same, since they count
 * all that is handed on.
 */
export const outline = (raw: Uint8Array): Uint8Array | TooMuch => {
  if (raw.length > LIMITS.bytes) return tooMuch('bytes')
  const kept: Uint8Array[] = []
  const boundaries = new Set<string>()
  let headerBytes = 0
  let textBytes = 0
  let lines = 0
  let parts = 0
  let header: string[] | null = []
  let omitting: Omission | null = null

  const closeOmitted = () => {
    if (omitting) kept.push(ascii.encode(`${omissionLine(omitting)}\r\n`))
    omitting = null
  }

  for (let start = 0; start < raw.length; ) {
    const newline = raw.indexOf(LF, start)
    const next = newline === -1 ? raw.length : newline + 1
    const end = trimmedEnd(raw, start, newline === -1 ? raw.length : newline)

    if (raw[start] === DASH && raw[start + 1] === DASH && isBoundary(raw, start, end, boundaries)) {
      closeOmitted()
      if (++parts > LIMITS.parts) return tooMuch('parts')
      header = []
      kept.push(raw.subarray(start, next))
    } else if (header) {
      headerBytes += next - start
      if (headerBytes > LIMITS.headerBytes) return tooMuch('headerBytes')
      if (end > start) {
        header.push(latin1.decode(raw.subarray(start, end)))
        if (header.length > LIMITS.headerLines) return tooMuch('headerLines')
      } else {
        const part = describePart(header)
        if (part.boundary) boundaries.add(part.boundary)
        // A message within begins with headers of its own.
        header = part.isMessage ? [] : null
        if (!part.isRead) omitting = { bytes: 0, first: '', base64: part.isBase64 }
      }
      kept.push(raw.subarray(start, next))
    } else if (omitting) {
      if (omitting.bytes === 0) omitting.first = latin1.decode(raw.subarray(start, Math.min(end, start + 40)))
      omitting.bytes += next - start
    } else {
      textBytes += next - start
      if (textBytes > LIMITS.textBytes) return tooMuch('textBytes')
      if (++lines > LIMITS.lines) return tooMuch('lines')
      kept.push(raw.subarray(start, next))
    }
    start = next
  }
  closeOmitted()
  return join(kept)
}

/** The size, in bytes as transferred, of an attachment that `outline` left out. */
export const omittedBytes = (content: string): number | null => {
  const words = content.trim().split(' ')
  if (words.length !== 3 || words[0] !== 'omitted' || words[2] !== 'bytes') return null
  const bytes = Number(words[1])
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null
}

type Omission = { bytes: number; first: string; readonly base64: boolean }

/** Written as the part is encoded. A message within is outlined again on its own: what is a size already stays one. */
const omissionLine = ({ bytes, first, base64 }: Omission): string => {
  if (omittedBytes(base64 ? Buffer.from(first, 'base64').toString('latin1') : first) !== null) return first
  const line = `omitted ${bytes} bytes`
  return base64 ? btoa(line) : line
}

const isBoundary = (raw: Uint8Array, start: number, end: number, boundaries: ReadonlySet<string>): boolean => {
  // RFC 2046: at most 70 characters, the two leading and two closing dashes apart.
  if (boundaries.size === 0 || end - start > 200) return false
  const line = latin1.decode(raw.subarray(start + 2, end)).trimEnd()
  return boundaries.has(line) || (line.endsWith('--') && boundaries.has(line.slice(0, -2)))
}

const trimmedEnd = (raw: Uint8Array, start: number, end: number) => (end > start && raw[end - 1] === CR ? end - 1 : end)

const join = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** What matters here of a part's headers. Anything unclear counts as something to read: that way it is bounded. */
const describePart = (lines: readonly string[]) => {
  const type = headerValue(lines, 'content-type').toLowerCase()
  const disposition = headerValue(lines, 'content-disposition').toLowerCase()
  const media = (type.split(';', 1)[0] ?? '').trim()
  const isBase64 = headerValue(lines, 'content-transfer-encoding').toLowerCase().includes('base64')
  const isCalendar = media === 'text/calendar' || `${type} ${disposition}`.includes('.ics')
  const isFile = media === 'application/octet-stream' && /\.eml\b/.test(`${type} ${disposition}`)
  const isMail = media.startsWith('message/') || media === 'text/rfc822-headers' || isFile
  const isText = media === '' || media.startsWith('text/')
  return {
    boundary: media.startsWith('multipart/') ? parameter(headerValue(lines, 'content-type'), 'boundary') : '',
    isMessage: media === 'message/rfc822' && !isBase64,
    isBase64,
    isRead:
      media.startsWith('multipart/') ||
      isMail ||
      isCalendar ||
      (isText && !disposition.trim().startsWith('attachment')),
  }
}

const headerValue = (lines: readonly string[], name: string): string => {
  const at = lines.findIndex(line => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
  if (at === -1) return ''
  let value = (lines[at] ?? '').slice(name.length + 1)
  for (let i = at + 1; i < lines.length && isFolded(lines[i] ?? ''); i++) value += ` ${lines[i]?.trim()}`
  return value
}

const isFolded = (line: string) => line.startsWith(' ') || line.startsWith('\t')

const parameter = (value: string, name: string): string => {
  const at = value.toLowerCase().indexOf(`${name}=`)
  if (at === -1) return ''
  const rest = value.slice(at + name.length + 1).trimStart()
  if (rest.startsWith('"')) return rest.slice(1, Math.max(1, rest.indexOf('"', 1)))
  return (rest.split(';', 1)[0] ?? '').trim()
}
