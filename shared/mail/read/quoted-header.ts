import { FIELDS, type Field, FORWARDED, ORIGINAL } from './languages.ts'

/**
 * The header that a mail program writes above a message that it forwards or quotes in full: `From:`, `Sent:`, `To:`,
 * `Subject:` on lines of their own, in any language, bold or quoted or wrapped, with or without a line of dashes above.
 */
export type QuotedHeader = {
  /** The first line that belongs to it, its separator included, and the line after its last. */
  readonly start: number
  readonly end: number
  /** What stands above it: a forward says so; `original` and no words at all serve forwards and answers alike. */
  readonly separator: 'forwarded' | 'original' | 'none'
  /** How often `>` stands before its lines. */
  readonly depth: number
  readonly fromLabel: string
  readonly values: Readonly<Partial<Record<Exclude<Field, 'other'>, string>>>
}

/** The first header at or below a line. Every line is looked at once; `known` is the subject, where it is known. */
export const findQuotedHeader = (lines: readonly string[], from: number, known = ''): QuotedHeader | null => {
  for (let at = from; at < lines.length; at++) {
    const found = quotedHeaderAt(lines, at, known)
    if (found) return found
  }
  return null
}

/** The header that begins at a line, if one does. */
export const quotedHeaderAt = (lines: readonly string[], at: number, known = ''): QuotedHeader | null => {
  const line = lines[at] ?? ''
  const text = bare(line)
  if (text === '') return null
  const separator = separatorOf(text)
  if (separator) {
    const first = nextFilled(lines, at + 1, 3)
    const below = first === null ? null : collect(lines, first, separator.kind, known)
    if (below) return { ...below, start: at }
    return separator.rest === '' ? null : inlineHeader(lines, at, separator, known)
  }
  if (labelOf(text)?.field !== 'from') return null
  const found = collect(lines, at, 'none', known)
  return found && { ...found, start: withRule(lines, at) }
}

/** A line of underscores or dashes right above belongs to the header. */
const withRule = (lines: readonly string[], at: number): number => {
  for (let above = at - 1; above >= Math.max(0, at - 2); above--) {
    const text = bare(lines[above] ?? '')
    if (isRule(text)) return above
    if (text !== '') break
  }
  return at
}

const isRule = (text: string) => text.length >= 5 && text.length < 200 && /^[_\-—–=*]+$/.test(text)

const MOST_LINES = 60

const collect = (
  lines: readonly string[],
  first: number,
  separator: QuotedHeader['separator'],
  known: string,
): Omit<QuotedHeader, 'start'> | null => {
  const values: Partial<Record<Field, string>> = {}
  let fromLabel = ''
  let current: Field | null = null
  let at = first
  for (; at < Math.min(lines.length, first + MOST_LINES); at++) {
    const line = lines[at] ?? ''
    const text = bare(line)
    const label = labelOf(text)
    if (label) {
      if (label.field !== 'other' && values[label.field] !== undefined) break
      if (label.field === 'from') fromLabel = label.name
      values[label.field] = label.value
      current = label.field
    } else if (current && isOtherLabel(text) && labelOf(bare(lines[at + 1] ?? ''))) {
      current = 'other'
    } else if (text === '') {
      // Programs that set each line as a paragraph leave a line empty between them.
      const next = labelOf(bare(lines[at + 1] ?? ''))
      if (!next || isComplete(values) || values[next.field] !== undefined) break
    } else if (current && continues(lines, at, current, values[current] ?? '', separator, known)) {
      values[current] = `${values[current]} ${text}`.trim()
    } else break
  }
  if (!isHeader(values, separator)) return null
  const { other: _, ...named } = values
  return { end: at, separator, depth: depthOf(lines[first] ?? ''), fromLabel, values: named }
}

const isComplete = (values: Partial<Record<Field, string>>) =>
  values.from !== undefined && values.date !== undefined && values.to !== undefined && values.subject !== undefined

/** A line that begins with `From:` is no header: without a separator, a date and an addressee or subject must follow. */
const isHeader = (values: Partial<Record<Field, string>>, separator: QuotedHeader['separator']): boolean => {
  if (!values.from) return false
  if (separator !== 'none') return values.date !== undefined || values.to !== undefined || values.subject !== undefined
  const hasAddress = `${values.from} ${values.to ?? ''} ${values.cc ?? ''}`.includes('@')
  return (
    values.date !== undefined &&
    /\d/.test(values.date) &&
    ((values.to !== undefined && (hasAddress || values.subject !== undefined)) ||
      (values.subject !== undefined && hasAddress))
  )
}

/** Whether a line goes on with the value above it: it is folded, or it was wrapped. */
const continues = (
  lines: readonly string[],
  at: number,
  field: Field,
  value: string,
  separator: QuotedHeader['separator'],
  known: string,
): boolean => {
  const line = lines[at] ?? ''
  const above = lines[at - 1] ?? ''
  const text = bare(line)
  if (field === 'subject') {
    if (known !== '' && sameSubject(value, known)) return false
    if (known !== '' && startsSubject(`${value} ${text}`, known)) return true
  }
  if (value === '' || indentOf(line) > indentOf(above)) return true
  if (isWrapped(above, text)) return true
  if (field === 'subject') return separator !== 'none' && endsAfter(lines, at)
  return field !== 'date' && (text.includes('@') || /[,;<]$/.test(above.trimEnd()))
}

/** Below a separator a header ends with an empty line, so what stands before it is still the header's. */
const endsAfter = (lines: readonly string[], at: number): boolean => {
  const next = bare(lines[at + 1] ?? '')
  return next === '' || labelOf(next) !== null
}

/** Whether the first word of a line had no room on the line above. Programs wrap at 72 to 78 columns. */
const isWrapped = (above: string, text: string): boolean => {
  const length = above.trimEnd().length
  return length >= 40 && length <= 80 && length + 1 + (text.split(' ', 1)[0] ?? '').length > 72
}

const sameSubject = (one: string, other: string) => plain(one) === plain(other)
const startsSubject = (beginning: string, whole: string) => plain(whole).startsWith(plain(beginning))
const plain = (subject: string) => subject.toLowerCase().replace(/\s+/g, ' ').trim()

/** The label that a line begins with, in any language: `From: …`, `*Von:* …`, `De : …`, `件名：…`. */
const labelOf = (text: string): { field: Field; name: string; value: string } | null => {
  const head = text.slice(0, 40)
  const colon = firstColon(head)
  if (colon === -1) return null
  const name = fold(
    head
      .slice(0, colon)
      .replace(/^[*_•\s]+/, '')
      .replace(/[*_\s]+$/, ''),
  )
  const field = FIELDS.get(name)
  if (!field) return null
  return {
    field,
    name,
    value: text
      .slice(colon + 1)
      .replace(/^[*_\s]+/, '')
      .trim(),
  }
}

/** A label that says nothing here, by its place: `Risposta: …`. */
const isOtherLabel = (text: string): boolean =>
  /^\p{Lu}[\p{L}-]{1,24}(?: [\p{L}-]{1,24})?\s?:\s/u.test(text.slice(0, 60))

const firstColon = (text: string): number => {
  const ascii = text.indexOf(':')
  const wide = text.indexOf('：')
  return ascii === -1 ? wide : wide === -1 ? ascii : Math.min(ascii, wide)
}

/** Lower case, the dotted capital of Turkish included. */
export const fold = (text: string): string => text.replaceAll('İ', 'i').toLowerCase()

/** Whether a line parts an answer or a forward from the message below it, whatever follows. */
export const isSeparator = (line: string): boolean => separatorOf(bare(line)) !== null

type Separator = { readonly kind: 'forwarded' | 'original'; readonly rest: string }

/** `---------- Forwarded message ---------`, `Begin forwarded message:` and their like. */
const separatorOf = (text: string): Separator | null => {
  if (text.length > 4000) return null
  const dashed = /^[-_*=\s]*-{2,}\s*/.exec(text)
  const opening = dashed?.[0].length ?? 0
  const closing = dashed ? text.indexOf('--', opening) : -1
  const words = fold(text.slice(opening, closing === -1 ? undefined : closing).slice(0, 80))
    .trim()
    .replace(/\s?:$/, '')
  const rest = closing === -1 ? '' : text.slice(closing).replace(/^[-_*=\s]+/, '')
  if (FORWARDED.has(words)) return { kind: 'forwarded', rest }
  return ORIGINAL.has(words) && dashed ? { kind: 'original', rest } : null
}

/** Yahoo writes the whole header behind its separator: `----- Forwarded Message ----- From: Ann <…>To: …Sent: …`. */
const inlineHeader = (
  lines: readonly string[],
  at: number,
  separator: Separator,
  known: string,
): QuotedHeader | null => {
  let text = separator.rest
  for (let end = at + 1; end <= at + MOST_INLINE_LINES; end++) {
    const split = splitInline(text)
    if (split) {
      const rest = restOfSubject(lines, end, split.values.subject, known)
      const values = { ...split.values, subject: `${split.values.subject} ${rest.words}`.trim() }
      const { fromLabel } = split
      return { start: at, end: rest.end, separator: separator.kind, depth: depthOf(lines[at] ?? ''), fromLabel, values }
    }
    const next = bare(lines[end] ?? '')
    if (next === '') return null
    text = `${text} ${next}`
  }
  return null
}

const MOST_INLINE_LINES = 12

/** The message itself begins with a margin below, so what stands before a line with one is still the subject's. */
const restOfSubject = (
  lines: readonly string[],
  from: number,
  subject: string,
  known: string,
): { words: string; end: number } => {
  let words = ''
  let end = from
  for (; end < from + 3; end++) {
    const line = lines[end] ?? ''
    const text = bare(line)
    const soFar = `${subject} ${words}`.trim()
    if (text === '' || (known !== '' && sameSubject(soFar, known))) break
    const isKnown = known !== '' && startsSubject(`${soFar} ${text}`, known)
    const isFolded = indentOf(lines[end + 1] ?? '') > 0
    const isCut = indentOf(line) === 0 && isWrapped(lines[end - 1] ?? '', text)
    if (labelOf(text) || !(soFar === '' || isKnown || isFolded || isCut)) break
    words = `${words} ${text}`.trim()
  }
  return { words, end }
}

type InlineValues = Partial<Record<Exclude<Field, 'other'>, string>> & { subject: string }

/** Null where the subject's label has not come yet. */
const splitInline = (text: string): { fromLabel: string; values: InlineValues } | null => {
  const first = labelOf(text)
  if (first?.field !== 'from') return null
  const values: InlineValues = { subject: '' }
  let field: Exclude<Field, 'other'> = 'from'
  let rest = first.value
  for (const next of ['to', 'cc', 'date', 'subject'] as const) {
    const label = labelInside(rest, next)
    if (!label && next === 'cc') continue
    if (!label) return null
    values[field] = rest.slice(0, label.at).trim()
    rest = rest.slice(label.end)
    field = next
  }
  return { fromLabel: first.name, values: { ...values, subject: rest.trim() } }
}

/** Where the next label stands in a line that runs them together. A zone's name may touch it: `CETEmne:`. */
const labelInside = (text: string, field: Field): { at: number; end: number } | null => {
  let first: { at: number; end: number } | null = null
  for (const match of text.matchAll(INLINE_LABELS[field])) {
    const touches = field === 'subject' || /[>)"\s]/.test(text[match.index - 1] ?? '')
    if (touches && (first === null || match.index < first.at))
      first = { at: match.index, end: match.index + match[0].length }
  }
  return first
}

/** Polish leaves the colon out after `Dw`, Portuguese after `Assunto`. */
const inlineLabels = (field: Field): RegExp => {
  const labels = [...FIELDS].flatMap(([name, of]) => (of === field ? [capitalised(name), name.toUpperCase()] : []))
  const longestFirst = [...new Set(labels)].sort((one, other) => other.length - one.length)
  const escaped = longestFirst.map(label => label.replace(/[()]/g, '\\$&'))
  return new RegExp(`(?:${escaped.join('|')})\\s?:|(?:Dw|Assunto)(?=\\s)`, 'g')
}

const capitalised = (label: string) => label.slice(0, 1).toUpperCase() + label.slice(1)

const INLINE_LABELS: Readonly<Record<Field, RegExp>> = {
  from: inlineLabels('from'),
  to: inlineLabels('to'),
  cc: inlineLabels('cc'),
  date: inlineLabels('date'),
  subject: inlineLabels('subject'),
  other: inlineLabels('other'),
}

const nextFilled = (lines: readonly string[], from: number, within: number): number | null => {
  for (let at = from; at < Math.min(lines.length, from + within); at++) if (bare(lines[at] ?? '') !== '') return at
  return null
}

/** The lines of a text, without what programs add unseen. */
export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/[\ufeff\u200b]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
    .split('\n')

/** Whether a line is marked as quoted. Old programs drew a bar. */
export const isQuoted = (line: string): boolean => /^ {0,3}(>|\|(\s|$))/.test(line.slice(0, 6))

/** A line without its quotation marks and margins. */
export const bare = (line: string): string => {
  let at = 0
  while (at < line.length && (line[at] === '>' || line[at] === ' ' || line[at] === '\t')) at++
  return line.slice(at).trimEnd()
}

/** How often `>` stands before a line. */
export const depthOf = (line: string): number => {
  let depth = 0
  for (let at = 0; at < line.length && (line[at] === '>' || line[at] === ' '); at++) if (line[at] === '>') depth++
  return depth
}

/** The spaces before a line's words, the one after a quotation mark apart. */
const indentOf = (line: string): number => {
  let at = 0
  let spaces = 0
  for (; at < line.length; at++) {
    if (line[at] === '>') spaces = line[at + 1] === ' ' ? -1 : 0
    else if (line[at] === ' ' || line[at] === '\t') spaces++
    else break
  }
  return spaces
}
