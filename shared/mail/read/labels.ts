import { FIELDS, type Field, FORWARD_ENDS, FORWARDED, ORIGINAL } from './languages.ts'
import { bare, fold } from './lines.ts'

/** The label that a line begins with, in any language: `From: …`, `*Von:* …`, `De : …`, `件名：…`. */
export const labelOf = (text: string): { field: Field; name: string; value: string } | null => {
  const head = text.slice(0, 40)
  const colon = firstColon(head)
  if (colon === -1) return null
  const name = fold(unstarred(head.slice(0, colon)))
  const field = FIELDS.get(name)
  if (!field) return null
  const value = text.slice(colon + 1).trim()
  return { field, name, value: /^[*_]/.test(value) ? value.replace(/^[*_\s]+/, '') : value }
}

/** Bold labels are set between stars or low lines; lists begin with a dot. */
const unstarred = (text: string): string => {
  const plain = text.trim()
  return /^[*_•]|[*_]$/.test(plain) ? plain.replace(/^[*_•\s]+/, '').replace(/[*_\s]+$/, '') : plain
}

/** A label without its colon, as eM Client writes it: `From "Ann" <ann@x.example>`. Below a separator only. */
export const openLabelOf = (text: string): ReturnType<typeof labelOf> => {
  const [, word = '', value = ''] = /^(\p{L}{2,14})\s(?=\S)(.*)$/u.exec(text.slice(0, 2000)) ?? []
  const name = fold(word)
  const field = FIELDS.get(name)
  return field ? { field, name, value: value.trim() } : null
}

/** A label that says nothing here, by its place: `Risposta: …`. */
export const isOtherLabel = (text: string): boolean =>
  /^\p{Lu}[\p{L}-]{1,24}(?: [\p{L}-]{1,24})?\s?:\s/u.test(text.slice(0, 60))

const firstColon = (text: string): number => {
  const ascii = text.indexOf(':')
  const wide = text.indexOf('：')
  return ascii === -1 ? wide : wide === -1 ? ascii : Math.min(ascii, wide)
}

/** Whether a line parts an answer or a forward from the message below it, whatever follows. */
export const isSeparator = (line: string): boolean => separatorOf(bare(line)) !== null

export type Separator = { readonly kind: 'forwarded' | 'original'; readonly rest: string }

/** `---------- Forwarded message ---------`, `Begin forwarded message:` and their like. */
export const separatorOf = (text: string): Separator | null => {
  const dashed = dashedWords(text)
  if (!dashed) return null
  const { words, isDashed, isClosed, rest } = dashed
  if (FORWARDED.has(words)) return { kind: 'forwarded', rest }
  // Some add who forwards it, or whose it is: `----- Forwarded by Ann Lee on 10/06/2026 -----`.
  if (isDashed && isClosed && [...FORWARDED].some(known => words.startsWith(`${known} `)))
    return { kind: 'forwarded', rest }
  return ORIGINAL.has(words) && isDashed ? { kind: 'original', rest } : null
}

/** Whether a line says that a forwarded message ends above it. */
export const isForwardEnd = (text: string): boolean => {
  const dashed = dashedWords(text)
  return dashed?.isDashed === true && FORWARD_ENDS.has(dashed.words)
}

const dashedWords = (text: string): { words: string; isDashed: boolean; isClosed: boolean; rest: string } | null => {
  if (text.length > 4000) return null
  const dashes = /^(?:[-_*\s]*-{2,}|={4,})\s*/.exec(text)
  const opening = dashes?.[0].length ?? 0
  const closing = dashes ? text.indexOf(dashes[0].startsWith('=') ? '==' : '--', opening) : -1
  const words = fold(text.slice(opening, closing === -1 ? undefined : closing).slice(0, 80))
    .trim()
    .replace(/\s?:$/, '')
  const rest = closing === -1 ? '' : text.slice(closing).replace(/^[-_*=\s]+/, '')
  return { words, isDashed: dashes !== null, isClosed: closing !== -1, rest }
}

export const sameSubject = (one: string, other: string) => plain(one) === plain(other)
export const startsSubject = (beginning: string, whole: string) => plain(whole).startsWith(plain(beginning))
const plain = (subject: string) => subject.toLowerCase().replace(/\s+/g, ' ').trim()
