import { FIELDS, type Field, FORWARDED, ORIGINAL } from './languages.ts'
import { bare, fold } from './lines.ts'

/** The label that a line begins with, in any language: `From: …`, `*Von:* …`, `De : …`, `件名：…`. */
export const labelOf = (text: string): { field: Field; name: string; value: string } | null => {
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

export const sameSubject = (one: string, other: string) => plain(one) === plain(other)
export const startsSubject = (beginning: string, whole: string) => plain(whole).startsWith(plain(beginning))
const plain = (subject: string) => subject.toLowerCase().replace(/\s+/g, ' ').trim()
