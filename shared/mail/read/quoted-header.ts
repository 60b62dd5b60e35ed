import { verblessAttributionAt } from './attribution.ts'
import { inlineHeader } from './inline-header.ts'
import { isOtherLabel, labelOf, openLabelOf, sameSubject, separatorOf, startsSubject } from './labels.ts'
import type { Field } from './languages.ts'
import { bare, depthOf, indentOf, isWrapped } from './lines.ts'

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
    const below = first === null ? null : (collect(lines, first, separator.kind, known) ?? attributed(lines, first))
    if (below) return { ...below, separator: separator.kind, start: at, end: closedBy(lines, below.end, text) }
    const inline = separator.rest === '' ? null : inlineHeader(lines, at, separator, known)
    return inline && { ...inline, start: at, separator: separator.kind, depth: depthOf(line) }
  }
  const label = labelOf(text)
  if (!label || label.field === 'other' || label.field === 'cc') return null
  const found = collect(lines, at, 'none', known)
  // Some programs begin with another field than the sender; then the header must be whole.
  if (!found || (label.field !== 'from' && !(isComplete(found.values) && found.values.from?.includes('@')))) return null
  return { ...found, start: withRule(lines, at) }
}

/** Yandex writes one line in place of a header. */
const attributed = (lines: readonly string[], first: number): Omit<QuotedHeader, 'start' | 'separator'> | null => {
  const found = verblessAttributionAt(lines, first)
  if (!found) return null
  const { from, dateText, end } = found
  const values = { from: `${from.name} <${from.address}>`, date: dateText }
  return { end, depth: depthOf(lines[first] ?? ''), fromLabel: '', values }
}

/** Zoho repeats its separator below the header. */
const closedBy = (lines: readonly string[], end: number, separator: string): number =>
  bare(lines[end] ?? '') === separator ? end + 1 : end

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
  let spaced = false
  let at = first
  const isOpen = separator !== 'none' && !labelOf(bare(lines[first] ?? ''))
  for (; at < Math.min(lines.length, first + MOST_LINES); at++) {
    const line = lines[at] ?? ''
    const text = bare(line)
    const label = labelOf(text) ?? (isOpen ? openLabelOf(text) : null)
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
      if (!next || values[next.field] !== undefined || (isComplete(values) && !spaced)) break
      spaced = true
    } else if (
      current &&
      !isRule(text) &&
      !separatorOf(text) &&
      continues(lines, at, current, values[current] ?? '', separator, known)
    ) {
      values[current] = `${values[current]} ${text}`.trim()
    } else break
  }
  if (!isHeader(values, separator) || (isOpen && !values.from?.includes('@'))) return null
  const { other: _, ...named } = values
  return { end: at, separator, depth: depthOf(lines[first] ?? ''), fromLabel, values: named }
}

const isComplete = (values: QuotedHeader['values']) =>
  values.from !== undefined && values.date !== undefined && values.to !== undefined && values.subject !== undefined

/** A line that begins with `From:` is no header: without a separator, a date and an addressee or subject must follow. */
const isHeader = (values: Partial<Record<Field, string>>, separator: QuotedHeader['separator']): boolean => {
  if (!values.from) return false
  if (separator !== 'none') return values.date !== undefined || values.to !== undefined || values.subject !== undefined
  if (isComplete(values) && values.from.includes('@')) return true
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

const nextFilled = (lines: readonly string[], from: number, within: number): number | null => {
  for (let at = from; at < Math.min(lines.length, from + within); at++) if (bare(lines[at] ?? '') !== '') return at
  return null
}
