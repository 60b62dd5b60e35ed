import { type Address, people } from './addresses.ts'
import { attributionAt } from './attribution.ts'
import { type WrittenDate, writtenDate } from './dates.ts'
import { isForwardEnd } from './labels.ts'
import { FORWARD_PREFIXES, languagesOf, ON_BEHALF_OF, REPLY_PREFIXES } from './languages.ts'
import { bare, depthOf, fold, linesOf } from './lines.ts'
import { findQuotedHeader, type QuotedHeader } from './quoted-header.ts'
import { withoutQuotation, writtenPart } from './reply.ts'

/** A message that was forwarded, as far as the forward shows it. */
export type Layer = {
  readonly from: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly subject: string | null
  readonly dateText: string
  /** UTC, or null where it can't be read at all. Only a certain one counts as when it was sent. */
  readonly date: WrittenDate | null
  /** What its sender wrote, signature included; quotations and the layers below it are left out. */
  readonly body: string
  /** All that stands below its header. */
  readonly text: string
}

export type Forward = {
  /** What the forwarder wrote above, signature apart. */
  readonly note: string
  /** Outermost first: each was forwarded by the sender of the one before. */
  readonly layers: readonly Layer[]
  /** Whether a line above it says so, and not its layout and subject alone. */
  readonly isSaid: boolean
}

export type ForwardContext = {
  /** Subject of the message that forwards. */
  readonly subject?: string
  /** The forwarder's zone: that of dates that show none. */
  readonly zone: string
  /** When the forward arrived, UTC: it shows no later date. */
  readonly arrivedAt?: string
}

const MOST_LAYERS = 20

/**
 * Reads a message that forwards another in its text, as the common mail programs lay that out. Null where it forwards
 * nothing: an answer that quotes what it answers is none. One pass over the lines, whatever they hold.
 */
export const readForward = (text: string, context: ForwardContext): Forward | null => {
  const lines = unquotedWhole(linesOf(text))
  const { kind, subject } = subjectOf(context.subject ?? '')
  const header = findQuotedHeader(lines, 0, subject)
  if (!header || (header.separator !== 'forwarded' && kind === 'answer'))
    return header ? null : attributed(lines, kind, context)
  const { forwarded, below } = parted(lines, header)
  const above = lines.slice(0, header.start)
  const note = writtenPart([...above, '', ...below].join('\n'))
  const isSaid = header.separator === 'forwarded'
  return { note, layers: layersFrom(forwarded, header, context), isSaid }
}

/**
 * What the forwarder wrote below the forward, or between its lines: what stands after a line that ends it, and
 * paragraphs that are not quoted where all of the forward is. Elsewhere nothing tells it from the forward's own words.
 */
const parted = (
  lines: readonly string[],
  { end, depth }: QuotedHeader,
): { forwarded: readonly string[]; below: readonly string[] } => {
  const closing = lines.findLastIndex(line => isForwardEnd(bare(line)))
  if (closing >= end) {
    const forwarded = lines.slice(0, closing).filter(line => !isForwardEnd(bare(line)))
    return { forwarded, below: lines.slice(closing + 1) }
  }
  if (depth === 0) return { forwarded: lines, below: [] }
  const forwarded = lines.slice(0, end)
  const below: string[] = []
  let isOwn = false
  for (const [at, line] of lines.entries()) {
    if (at < end) continue
    if (line.trim() === '') isOwn = true
    else if (depthOf(line) > 0) isOwn = false
    if (isOwn) below.push(line)
    if (!isOwn || line.trim() === '') forwarded.push(line)
  }
  return { forwarded, below }
}

const layersFrom = (lines: readonly string[], first: QuotedHeader, context: ForwardContext): readonly Layer[] => {
  const layers: Layer[] = []
  for (let header: QuotedHeader | null = first; header && layers.length < MOST_LAYERS; ) {
    const below: QuotedHeader | null = findQuotedHeader(lines, header.end)
    const forwards: boolean =
      below !== null && (below.separator === 'forwarded' || subjectOf(header.values.subject ?? '').kind === 'forward')
    const text = bodyOf(lines.slice(header.end), header.depth)
    const own = bodyOf(lines.slice(header.end, below?.start), header.depth)
    layers.push({ ...headed(header, context), body: withoutQuotation(own), text })
    header = forwards ? below : null
  }
  return layers
}

const headed = ({ values, fromLabel }: QuotedHeader, context: ForwardContext): Omit<Layer, 'body' | 'text'> => {
  const dateText = values.date ?? ''
  const languages = languagesOf(fromLabel)
  return {
    from: people(withoutBehalf(values.from ?? ''))[0] ?? null,
    to: people(values.to ?? ''),
    cc: people(values.cc ?? ''),
    subject: values.subject ?? null,
    dateText,
    date: writtenDate(dateText, {
      zone: context.zone,
      ...(languages.length > 0 ? { languages } : {}),
      ...(context.arrivedAt === undefined ? {} : { arrivedAt: context.arrivedAt }),
    }),
  }
}

/** Outlook for Mac of old forwards with a line as if it answered: `On 28/10/2026 12:46, "Ann" <…> wrote:`. */
const attributed = (lines: readonly string[], kind: SubjectKind, context: ForwardContext): Forward | null => {
  if (kind === 'answer') return null
  for (let at = 0; at < lines.length; at++) {
    const found = attributionAt(lines, at)
    if (!found) {
      // Without a subject that says so, words above mean that it answers.
      if (kind !== 'forward' && bare(lines[at] ?? '') !== '') return null
      continue
    }
    const text = bodyOf(lines.slice(found.end), 0)
    if (kind !== 'forward' && depthOf(lines[found.end] ?? '') + depthOf(lines[found.end + 1] ?? '') > 0) return null
    const layer: Layer = {
      from: found.from.name === '' && found.from.address === '' ? null : found.from,
      to: [],
      cc: [],
      subject: context.subject ? subjectOf(context.subject).subject : null,
      dateText: found.dateText,
      date: writtenDate(found.dateText, context),
      body: withoutQuotation(text),
      text,
    }
    return { note: writtenPart(lines.slice(0, at).join('\n')), layers: [layer], isSaid: false }
  }
  return null
}

type SubjectKind = 'forward' | 'answer' | 'plain'

/** What a subject's first prefix says, and the subject without it. */
export const subjectOf = (subject: string): { kind: SubjectKind; subject: string } => {
  const whole = subject.trim()
  const prefix = /^([\p{L}.]{1,14}(?:\s\p{L}{1,6})?)\s?(?:\[\d+\])?\s?[:：]\s*/u.exec(whole.slice(0, 40))
  const word = fold(prefix?.[1] ?? '').replaceAll('.', '')
  const kind = FORWARD_PREFIXES.has(word) ? 'forward' : REPLY_PREFIXES.has(word) ? 'answer' : 'plain'
  return { kind, subject: kind === 'plain' ? whole : whole.slice(prefix?.[0].length) }
}

const withoutBehalf = (from: string): string => {
  const text = fold(from)
  for (const words of ON_BEHALF_OF) {
    const at = words === '' ? -1 : text.indexOf(` ${words} `)
    if (at > 0) return from.slice(0, at)
  }
  return from
}

/** A text that is quoted from its first line to its last is read without the marks. */
const unquotedWhole = (lines: readonly string[]): readonly string[] =>
  isAllQuoted(lines) ? lines.map(line => unquoted(line, 1)) : lines

const isAllQuoted = (lines: readonly string[]): boolean => {
  const filled = lines.filter(line => line.trim() !== '')
  return filled.length > 0 && filled.every(line => line.trimStart().startsWith('>'))
}

/** The lines below a header without the marks that its own lines bear, and without a common margin. */
const bodyOf = (lines: readonly string[], depth: number): string => {
  const own = lines.map(line => unquoted(line, depth))
  const open = isAllQuoted(own) ? own.map(line => unquoted(line, 1)) : own
  return written(withoutMargin(open))
}

const unquoted = (line: string, depth: number): string => {
  let at = 0
  for (let n = 0; n < depth; n++) {
    let mark = at
    while (line[mark] === ' ') mark++
    if (line[mark] !== '>') break
    at = line[mark + 1] === ' ' ? mark + 2 : mark + 1
  }
  return line.slice(at)
}

const withoutMargin = (lines: readonly string[]): readonly string[] => {
  const filled = lines.filter(line => line.trim() !== '')
  const margin = filled.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), 20)
  return margin === 0 || filled.length === 0 ? lines : lines.map(line => line.slice(margin))
}

/** KMail draws a line below. */
const written = (lines: readonly string[]): string =>
  lines
    .map(line => line.trimEnd())
    .join('\n')
    .trim()
    .replace(/\n-{20,}$/, '')
    .trimEnd()
