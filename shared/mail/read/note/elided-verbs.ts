import { low } from './times.ts'
import type { Token } from './words.ts'

/** Whether an apostrophe and s stand for "is" or "has": "Carla's left", "she's out", but "Carla's number". */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const AFTER_HAS = words(
  'left gone been got had agreed asked signed sent called rung rang emailed texted told moved quit resigned retired taken found accepted given made missed cancelled canceled confirmed replied come passed handed introduced forwarded promised',
)
const AFTER_IS = words(
  'ooo pto vacation leave holiday hols out away off on in flat fixing sending planning aiming hoping trying reviewing checking talking asking chasing not being still having getting taking leaving moving coming looking waiting going swamped slammed buried snowed flooded fine okay ok good happy keen interested sorted cool busy sick ill poorly abroad travelling traveling up under down over with to no back unhappy annoyed upset',
)
/** "She'd been snowed under" is had, "she'd send it" would. */
export const hasBeen = (tokens: readonly Token[], at: number): boolean => {
  let next = at + 1
  while (next - at < 3 && (BETWEEN.has(low(tokens, next)) || low(tokens, next) === 'simply')) next += 1
  const word = low(tokens, next)
  return AFTER_HAS.has(word) || (word.length > 4 && word.endsWith('ed') && word !== 'need') || AFTER_HAD.has(word)
}
const AFTER_HAD = words(
  'read seen heard done thought known put met won lost spoken chosen forgotten written hung become',
)
const BETWEEN = words('just now already also finally really very so quite only too all since never')

/** Which of the two the word at `at` ends on; undefined where it owns what follows. */
export const isOrHas = (tokens: readonly Token[], at: number): 'is' | 'has' | undefined => {
  let next = at + 1
  while (next - at < 3 && BETWEEN.has(low(tokens, next))) next += 1
  const word = low(tokens, next)
  if (AFTER_HAS.has(word)) return 'has'
  return AFTER_IS.has(word) || low(tokens, at + 1) === 'now' ? 'is' : undefined
}
