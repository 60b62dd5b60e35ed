import type { Unit } from './units.ts'

/** "Rahul from Sundarban", "Ellen (Northgate)": a company beside a name says which person is meant. */

const BESIDE = new Set(['from', 'at', 'of', 'over', 'in', '('])

/** The units with each such company taken into the name it stands beside, where that person is known there. */
export const besideCompany = (units: readonly Unit[]): readonly Unit[] => {
  const joined: Unit[] = []
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]
    if (!unit) continue
    const role = unit.people ? bracketAfter(units, at) : 0
    if (
      role > 0 &&
      knownThere(
        unit,
        units.slice(at, at + role).find(each => each.client),
      ) === undefined
    ) {
      joined.push(unit, ...units.slice(at + 1, at + 1 + role).map(each => ({ ...each, mark: true as const })))
      at += role
      continue
    }
    const clientAt = unit.people ? companyAfter(units, at) : undefined
    const there = clientAt === undefined ? undefined : knownThere(unit, units[clientAt])
    if (clientAt === undefined || !there) {
      joined.push(unit)
      continue
    }
    const closes = units[clientAt + 1]?.form === ')' ? clientAt + 1 : clientAt
    joined.push({ ...unit, end: units[closes]?.end ?? unit.end, people: there })
    at = closes
  }
  return joined
}

/** "Sinead Roche (Shannon Aero HR) called": what stands in brackets says who she is; how many units of it. */
const bracketAfter = (units: readonly Unit[], at: number): number => {
  if (units[at + 1]?.form !== '(') return 0
  const length = units.slice(at + 2, at + 8).findIndex(({ form }) => form === ')')
  const within = units.slice(at + 2, at + 2 + length)
  return length > 0 && within.every(({ client, form, mark }) => client || mark || ROLE_WORDS.has(form)) ? length + 2 : 0
}
const ROLE_WORDS = new Set(
  'hr hiring_manager manager director head of lead vp owner plant site operations engineering ops talent the at in new'.split(
    ' ',
  ),
)

const companyAfter = (units: readonly Unit[], at: number): number | undefined => {
  const [first, second] = [units[at + 1], units[at + 2]]
  if (!first || !BESIDE.has(first.form)) return undefined
  if (first.form === 'over') return second?.form === 'at' && units[at + 3]?.client ? at + 3 : undefined
  if (first.form === '(') return second?.client && units[at + 3]?.form === ')' ? at + 2 : undefined
  return second?.client ? at + 2 : undefined
}

const knownThere = (unit: Unit, company: Unit | undefined): Unit['people'] => {
  const [mention] = unit.people ?? []
  const meant = (mention?.meant ?? []).filter(({ row }) => company?.client?.includes(row))
  return mention && meant.length > 0 ? [{ ...mention, meant }] : undefined
}
