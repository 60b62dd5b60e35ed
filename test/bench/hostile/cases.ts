import { alphabets, headers, pages, structures } from './bombs.ts'
import { forgeries } from './forgeries.ts'
import type { Hostile } from './hostile.ts'
import { calendars, injections, notes } from './words.ts'

/** Every hostile mail there is, by what it is made of. */
export const HOSTILE: Readonly<Record<string, readonly Hostile[]>> = {
  structures,
  headers,
  pages,
  alphabets,
  calendars,
  notes,
  injections,
  forgeries,
}
