import { isVerb } from './joints.ts'
import type { Unit } from './units.ts'

/** People named in a row are one unit: "Ellen, Jim and Walt". */
export const groupPeople = (units: readonly Unit[]): readonly Unit[] => {
  const grouped: Unit[] = []
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]
    if (!unit) continue
    const row = unit.people ? peopleInRow(units, at) : undefined
    if (row) {
      grouped.push(row.unit)
      at = row.last
    } else grouped.push(unit)
  }
  return grouped
}

const peopleInRow = (units: readonly Unit[], from: number): { unit: Unit; last: number } | undefined => {
  const places = [from]
  let at = from
  let joined = false
  let joinedOnce = false
  while (!joined && at - from < 24) {
    const comma = units[at + 1]?.form === ','
    const and = JOINS_PEOPLE.has(units[at + (comma ? 2 : 1)]?.form ?? '') || JOINS_PEOPLE.has(units[at + 1]?.form ?? '')
    const next = at + (comma ? 1 : 0) + (and ? 1 : 0) + 1
    if ((!comma && !and) || !units[next]?.people) break
    places.push(next)
    at = next
    joined = and && !goesOnWithThen(units, at)
    if (and) joinedOnce = true
  }
  joined ||= joinedOnce
  const [first, last] = [units[from], units[at]]
  if (!joined || !first || !last) return undefined
  const object = OBJECT_SLOT.has(units[from - 1]?.form ?? '')
  const after = units[at + 1]?.form
  const theyMet = after === 'went' && units[at + 2]?.form !== 'to'
  if (object && !theyMet && (isVerb(units[at + 1]) || after === "'s")) return undefined
  return { unit: { ...first, end: last.end, people: places.flatMap(place => units[place]?.people ?? []) }, last: at }
}

const OBJECT_SLOT = new Set(['with', 'to', 'called', 'emailed', 'texted', 'left', 'for', 'met', 'told', 'tried'])
const JOINS_PEOPLE = new Set(['and', 'nor', 'then', '/', '+'])
/** "Joanne, then Hank, then Rosa". */
const goesOnWithThen = (units: readonly Unit[], at: number): boolean =>
  ['then', '/'].includes(units[at + (units[at + 1]?.form === ',' ? 2 : 1)]?.form ?? '')
