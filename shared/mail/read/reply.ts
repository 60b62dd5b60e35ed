import { attributionAt } from './attribution.ts'
import { isSeparator } from './labels.ts'
import { isQuoted, isWrapped, linesOf } from './lines.ts'
import { type Heading, type Passage, standsAt, writtenInto } from './own-quotation.ts'
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
  const parts = passagesOf(text).map(({ lines }, index) => splitSignature(lines, index > 0))
  return {
    text: together(parts.map(({ words }) => joined(words))),
    signature: together(parts.map(({ signature }) => joined(signature))),
  }
}

/**
 * What the writer of an answer to a digest wrote, as `writtenPart`; what stands below a task that is quoted begins with
 * the task's number, where it does not say so itself.
 */
export const writtenAnswers = (text: string): string =>
  together(
    passagesOf(text).map(({ task, lines }, index) => {
      const words = joined(splitSignature(lines, index > 0).words)
      if (task === null || words === '' || /^\d/.test(words)) return words
      const name = /^([\p{L}.'’ -]{2,40}):\s+(?=\S)/u.exec(words.slice(0, 60))
      const isTheirs = name?.[1] && ` ${task.who} `.toLowerCase().includes(` ${name[1].toLowerCase()} `)
      return `${task.number}: ${isTheirs ? words.slice(name[0].length) : words}`
    }),
  )

/** What the writer wrote, signature included. */
export const withoutQuotation = (text: string): string => together(passagesOf(text).map(({ lines }) => joined(lines)))

const together = (parts: readonly string[]): string => parts.filter(part => part !== '').join('\n\n')

/** One pass: each line is the writer's own, or quoted, or begins a quotation that lasts to the end. */
const passagesOf = (text: string): readonly Passage[] => {
  const lines = linesOf(text)
  const answered = lastAnswer(lines)
  const passages: { task: Heading | null; lines: string[] }[] = [{ task: null, lines: [] }]
  let written = false
  let task: Heading | null = null
  const quote = (from: number, end: number) => {
    for (const line of lines.slice(from, end)) {
      const stands = standsAt(line)
      if (stands === 'rest') task = null
      else if (stands && (task === null || stands.number === task.number + 1)) task = stands
    }
    if (passages.at(-1)?.lines.some(line => line !== '')) passages.push({ task, lines: [] })
    else passages.splice(-1, 1, { task, lines: [] })
    return end
  }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const own = passages.at(-1)?.lines ?? []
    if (line.trim() === '') {
      if (own.at(-1) !== '') own.push('')
      at++
      continue
    }
    if (isQuoted(line) || isBrokenOff(lines, at)) {
      at = quote(at, at + 1)
      continue
    }
    const header = quotedHeaderAt(lines, at)
    // Who forwards without a word passes on the words below.
    if (header?.separator === 'forwarded' && !written) {
      at = header.end
      continue
    }
    if (header || isSeparator(line)) return [...passages, ...writtenInto(lines.slice(header?.end ?? at + 1))]
    const attribution = attributionAt(lines, at)
    if (attribution) {
      const next = firstFilled(lines, attribution.end)
      const isMarked = isQuoted(lines[next] ?? '')
      const isIndented = !written && (lines[next] ?? '').startsWith('    ')
      if (isIndented) at = quote(next, endOfMargin(lines, next))
      else if (isMarked || (!written && answered >= attribution.end)) at = attribution.end
      else return [...passages, ...writtenInto(lines.slice(attribution.end))]
      continue
    }
    own.push(line)
    written = true
    at++
  }
  return passages
}

/** The last line that stands unquoted below a quoted one: somebody answered below or between; -1 where nobody did. */
const lastAnswer = (lines: readonly string[]): number => {
  const firstQuoted = lines.findIndex(isQuoted)
  const last = lines.findLastIndex(line => line.trim() !== '' && !isQuoted(line))
  return firstQuoted !== -1 && last > firstQuoted ? last : -1
}

/** The rest of a long quoted line that some program on the way wrapped, in as many lines, without marking it. */
const isBrokenOff = (lines: readonly string[], at: number): boolean => {
  if ((lines[at] ?? '').trim() === '') return false
  let first = at
  while (first > at - MOST_BROKEN && !isQuoted(lines[first] ?? '') && wraps(lines, first)) first--
  if (first === at || !isQuoted(lines[first] ?? '')) return false
  let last = at
  while (last < at + MOST_BROKEN && wraps(lines, last + 1) && !isQuoted(lines[last + 1] ?? '')) last++
  return isQuoted(lines[last + 1] ?? '')
}

const MOST_BROKEN = 12

/** Whether the line above had no room for the first word of this one. */
const wraps = (lines: readonly string[], at: number): boolean => {
  const text = (lines[at] ?? '').trim()
  return text !== '' && isWrapped(lines[at - 1] ?? '', text)
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
