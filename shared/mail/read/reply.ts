import { attributionAt } from './attribution.ts'
import { isSeparator } from './labels.ts'
import { isQuoted, linesOf } from './lines.ts'
import { quotedHeaderAt } from './quoted-header.ts'
import { splitSignature } from './signature.ts'

/** What the writer of a mail wrote, and the signature below it, each without the mails that are quoted around them. */
export type Written = { readonly text: string; readonly signature: string }

/**
 * Only what the writer of an answer wrote: no quotation above, below or between, no signature, no disclaimer. Empty
 * where all of it is quoted.
 */
export const writtenPart = (text: string): string => readWritten(text).text

export const readWritten = (text: string): Written => {
  const { words, signature } = splitSignature(ownLines(text))
  return { text: joined(words), signature: joined(signature) }
}

/** What the writer wrote, signature included. */
export const withoutQuotation = (text: string): string => joined(ownLines(text))

/** One pass: each line is the writer's own, or quoted, or begins a quotation that lasts to the end. Gaps become one line. */
const ownLines = (text: string): readonly string[] => {
  const lines = linesOf(text)
  const answered = lastAnswer(lines)
  const own: string[] = []
  let written = false
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      if (own.at(-1) !== '') own.push('')
      at++
      continue
    }
    if (isQuoted(line) || isBrokenOff(lines, at)) {
      at++
      continue
    }
    const header = quotedHeaderAt(lines, at)
    // Who forwards without a word passes on the words below.
    if (header?.separator === 'forwarded' && !written) {
      at = header.end
      continue
    }
    if (header || isSeparator(line)) break
    const attribution = attributionAt(lines, at)
    if (attribution) {
      const next = firstFilled(lines, attribution.end)
      const isMarked = isQuoted(lines[next] ?? '')
      const isIndented = !written && (lines[next] ?? '').startsWith('    ')
      if (isIndented) at = endOfMargin(lines, next)
      else if (isMarked || (!written && answered >= attribution.end)) at = attribution.end
      else break
      continue
    }
    own.push(line)
    written = true
    at++
  }
  return own
}

/** The last line that stands unquoted below a quoted one: somebody answered below or between; -1 where nobody did. */
const lastAnswer = (lines: readonly string[]): number => {
  const firstQuoted = lines.findIndex(isQuoted)
  const last = lines.findLastIndex(line => line.trim() !== '' && !isQuoted(line))
  return firstQuoted !== -1 && last > firstQuoted ? last : -1
}

/** The rest of a long quoted line that some program on the way wrapped without marking it. */
const isBrokenOff = (lines: readonly string[], at: number): boolean => {
  const above = lines[at - 1] ?? ''
  return (lines[at] ?? '').trim() !== '' && isQuoted(above) && above.length >= 65 && isQuoted(lines[at + 1] ?? '')
}

const firstFilled = (lines: readonly string[], from: number): number => {
  let at = from
  while (at < lines.length && at < from + 4 && (lines[at] ?? '').trim() === '') at++
  return at
}

const endOfMargin = (lines: readonly string[], from: number): number => {
  let at = from
  while (at < lines.length && ((lines[at] ?? '').trim() === '' || (lines[at] ?? '').startsWith('    '))) at++
  return at
}

const joined = (lines: readonly string[]): string => {
  const text = lines.map(line => line.trimEnd()).join('\n')
  return text
    .replace(/^\n+/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
}
