/** Type and space of what Relight writes, mail and pages alike, each named once. Numbers are CSS pixels. */

/**
 * Faces that machines have: nothing is loaded. Segoe UI stands first because Outlook for Windows may take Times where
 * it lacks the first face of a list; no other machine has it, and each goes on to its own.
 */
export const FACES = 'Segoe UI,-apple-system,Roboto,Helvetica,Arial,sans-serif'

export type Type = { readonly size: number; readonly line: number }

export const TYPE = {
  /** What a page is about. */
  title: { size: 24, line: 30 },
  /** Whom it is about, and the number to dial. */
  name: { size: 20, line: 26 },
  /** What comes first, and words to be said aloud. */
  lead: { size: 18, line: 26 },
  text: { size: 16, line: 24 },
  /** What may be passed over. Nothing is smaller, but for the signs of a drawing. */
  small: { size: 14, line: 20 },
} as const satisfies Record<string, Type>

export const SPACE = { hair: 4, thin: 8, half: 12, whole: 16, wide: 24, gap: 32 } as const

/** What can be pressed is a thumb high. */
export const THUMB = 44

export const EDGE = {
  /** Between things, and around what can be pressed. */
  rule: 1,
  /** Above what comes first. */
  head: 3,
  /** Beside words to be said. */
  bar: 4,
  round: 6,
} as const

/** Above and below a line of this type, what is missing to a thumb. */
export const roomAround = ({ line }: Type): number => (THUMB - line) / 2
