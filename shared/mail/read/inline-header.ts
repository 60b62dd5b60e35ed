import { labelOf, type Separator, sameSubject, startsSubject } from './labels.ts'
import { FIELDS, type Field } from './languages.ts'
import { bare, indentOf, isWrapped } from './lines.ts'

type InlineHeader = { readonly end: number; readonly fromLabel: string; readonly values: InlineValues }

/**
 * Yahoo writes the whole header behind its separator: `----- Forwarded Message ----- From: Ann <…>To: …Sent: …`.
 * `known` is the subject, where it is known; `end` the line after the header's last.
 */
export const inlineHeader = (
  lines: readonly string[],
  at: number,
  separator: Separator,
  known: string,
): InlineHeader | null => {
  let text = separator.rest
  for (let end = at + 1; end <= at + MOST_INLINE_LINES; end++) {
    const split = splitInline(text)
    if (split) {
      const rest = restOfSubject(lines, end, split.values.subject, known)
      const values = { ...split.values, subject: `${split.values.subject} ${rest.words}`.trim() }
      const { fromLabel } = split
      return { end: rest.end, fromLabel, values }
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
  for (const next of ORDER) {
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
const labelInside = (text: string, field: (typeof ORDER)[number]): { at: number; end: number } | null => {
  let first: { at: number; end: number } | null = null
  for (const match of text.matchAll(INLINE_LABELS[field])) {
    const touches = field === 'subject' || /[>)"\s]/.test(text[match.index - 1] ?? '')
    if (touches && (first === null || match.index < first.at))
      first = { at: match.index, end: match.index + match[0].length }
  }
  return first
}

/** Polish leaves the colon out after `Dw`, Portuguese after `Assunto`. */
const WITHOUT_COLON: Partial<Record<Field, string>> = { cc: 'Dw', subject: 'Assunto' }

const inlineLabels = (field: Field): RegExp => {
  const labels = [...FIELDS].flatMap(([name, of]) => (of === field ? [capitalised(name), name.toUpperCase()] : []))
  const longestFirst = [...new Set(labels)].sort((one, other) => other.length - one.length)
  const escaped = longestFirst.map(label => label.replace(/[()]/g, '\\$&'))
  const bareLabel = WITHOUT_COLON[field]
  return new RegExp(`(?:${escaped.join('|')})\\s?:${bareLabel ? `|${bareLabel}(?=\\s)` : ''}`, 'g')
}

const capitalised = (label: string) => label.slice(0, 1).toUpperCase() + label.slice(1)

const ORDER = ['to', 'cc', 'date', 'subject'] as const

const INLINE_LABELS = {
  to: inlineLabels('to'),
  cc: inlineLabels('cc'),
  date: inlineLabels('date'),
  subject: inlineLabels('subject'),
}
