import type { Unit } from './units.ts'

/** What a note takes back as it goes: "Monday, no wait, Tuesday" is Tuesday, and so is "Tuesday not Monday". */

/** Said between the slip and what is meant. */
const TAKES_BACK = new Set([
  'sorry',
  'wait',
  'no wait',
  'wait no',
  'no sorry',
  'no actually',
  'actually no',
  'i mean',
  'i meant',
  'sorry i mean',
  'sorry i meant',
  'no i mean',
  'no i meant',
  'make that',
  'sorry make that',
  'no make that',
  'scratch that',
  'strike that',
  'correction',
  'or rather',
  'no it was',
  'no that was',
  'i should say',
])
const MOST_WORDS = 3
/** How far back the slip may lie. */
const REACH = 12

/** The units without what the note takes back. Linear: each place looks at a few units about it. */
export const corrected = (units: readonly Unit[]): readonly Unit[] => {
  const kept: Unit[] = []
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]
    if (!unit) continue
    const meantAt = correctionAt(units, at)
    const meant = meantAt === undefined ? undefined : units[meantAt]
    const slip = meant ? slipBefore(kept, meant) : -1
    if (meantAt !== undefined && meant && slip >= 0) {
      kept[slip] = instead(kept[slip], meant)
      at = meantAt
    } else if (deniesTwin(units, at, kept.at(-1))) at += units[at]?.form === ',' ? 2 : 1
    else kept.push(unit)
  }
  return kept
}

type Kind = 'people' | 'client' | 'when' | 'span' | 'percent'
const KINDS: readonly Kind[] = ['people', 'client', 'when', 'span', 'percent']
const kindOf = (unit: Unit | undefined): Kind | undefined => KINDS.find(kind => unit?.[kind] !== undefined)

/** Where what is meant stands, if the words of a correction begin here. */
const correctionAt = (units: readonly Unit[], from: number): number | undefined => {
  const first = units[from]
  if (first === undefined || first.mark || first.stop !== undefined || kindOf(first)) return undefined
  const words: string[] = []
  for (let at = from; at < units.length && words.length <= MOST_WORDS; at += 1) {
    const unit = units[at]
    if (unit === undefined || unit.stop !== undefined) return undefined
    const said = words.join(' ')
    if (kindOf(unit)) return TAKES_BACK.has(said) || (said === 'no' && unit.when) ? at : undefined
    if (!unit.mark && !(words.length > 0 && BEFORE_WHAT_IS_MEANT.has(unit.form))) words.push(unit.form)
  }
  return undefined
}
const BEFORE_WHAT_IS_MEANT = new Set(['on', 'at', 'with', 'to', 'for'])

const slipBefore = (kept: readonly Unit[], meant: Unit): number => {
  const from = Math.max(kept.length - REACH, 0)
  const place = kept.slice(from).findLastIndex(unit => kindOf(unit) === kindOf(meant))
  return place < 0 ? -1 : from + place
}

/** "Tuesday at 10, sorry, Wednesday" keeps the hour. */
const instead = (slip: Unit | undefined, meant: Unit): Unit =>
  slip?.when && meant.when ? { ...meant, when: { ...slip.when, ...meant.when } } : meant

/** "Tuesday, not Monday": the second is denied. */
const deniesTwin = (units: readonly Unit[], at: number, before: Unit | undefined): boolean => {
  const not = units[at]?.form === ',' ? at + 1 : at
  const twin = units[not + 1]
  return units[not]?.form === 'not' && before?.when !== undefined && twin?.when !== undefined
}
