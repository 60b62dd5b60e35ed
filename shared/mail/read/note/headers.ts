import type { Unit } from './units.ts'

/** What stands before a clause and says whom it is about: a name and a colon, a number of the digest. */

export type About = { readonly people?: Unit; readonly client?: Unit; readonly numbers?: readonly number[] }

const BULLETS = new Set(['-', '*', '•', '–', '—', ',', ':'])
const DASHES = new Set([':', '-', '–', '—'])

/** A bullet, a numbered line of the digest, or a name with a colon or dash, before what is said. */
export const headerOf = (units: readonly Unit[], answersDigest: boolean): { about?: About; length: number } => {
  let at = 0
  while (BULLETS.has(units[at]?.form ?? '')) at += 1
  if (answersDigest) {
    const { numbers, to } = numbersAt(units, at)
    if (numbers.length > 0 && units[to] !== undefined) {
      let next = to
      while (units[next]?.mark) next += 1
      if (!isCounted(units[next])) return { about: { numbers }, length: next }
    }
  }
  const unit = units[at]
  if (unit && DASHES.has(units[at + 1]?.form ?? '')) {
    if (unit.people) return { about: { people: unit }, length: at + 2 }
    if (unit.client) return { about: { client: unit }, length: at + 2 }
  }
  return { length: at }
}

const isCounted = (unit: Unit | undefined): boolean => unit === undefined || COUNTED.has(unit.form)
const COUNTED = new Set('résumé candidate people minutes min mins of more welders weeks others'.split(' '))

/** "1, 3 and 4", "1-3", "#2": a row of the digest's numbers. */
const numbersAt = (units: readonly Unit[], from: number): { numbers: readonly number[]; to: number } => {
  const numbers: number[] = []
  let to = from
  for (;;) {
    const at = isSign(units[to]) ? to + 1 : to
    const found = numbersIn(units[at])
    if (found.length === 0 || numbers.length > MOST_NUMBERS) return { numbers, to: numbers.length > 0 ? to : from }
    numbers.push(...found)
    to = at + 1
    const joint = JOINS_NUMBERS.has(units[to]?.form ?? '') ? to + 1 : to
    const after = isSign(units[joint]) ? joint + 1 : joint
    if (numbersIn(units[after]).length > 0) to = joint
  }
}
const isSign = (unit: Unit | undefined): boolean =>
  unit !== undefined && (NUMBER_WORDS.has(unit.form) || (unit.form === '#' && unit.mark === true))
const NUMBER_WORDS = new Set(['number', 'task', 'item', 'nr', 'nos'])
/** More than any digest lists. */
const MOST_NUMBERS = 50
const JOINS_NUMBERS = new Set([',', 'and', '&', '/', '+'])
const numbersIn = (unit: Unit | undefined): readonly number[] => {
  if (unit?.number !== undefined) return [unit.number]
  const listed = /^\d(,\d)+$/.exec(unit?.form ?? '')
  if (listed) return listed[0].split(',').map(Number)
  const range = /^(\d)-(\d)$/.exec(unit?.form ?? '')
  const [first, last] = [Number(range?.[1]), Number(range?.[2])]
  return range && first < last ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : []
}

/** "Skip 3 and 4", "not today for 1 and 2": the numbers brought before what is said of them. */
export const numbersFirst = (units: readonly Unit[]): readonly Unit[] => {
  const verb = units.findIndex(unit => !unit.mark && !BEFORE_VERB.has(unit.form))
  const opens = SAID_OF_NUMBERS.has(units[verb]?.form ?? '')
  const at = opens ? verb + 1 : afterNotToday(units)
  if (at === undefined) return units
  const { numbers, to } = numbersAt(units, at)
  const alone = units.slice(to).every(unit => unit.mark)
  if (numbers.length === 0 || (!alone && isCounted(units[to]))) return units
  if (alone && units[verb]?.form === 'leave') return units
  const before = units.slice(verb, at).filter(({ form }) => opens || !FOR.has(form))
  const it: readonly Unit[] = opens ? [{ form: 'it', start: units[at]?.start ?? 0, end: units[at]?.end ?? 0 }] : []
  return [...units.slice(at, to), ...before, ...it, ...units.slice(to)]
}
/** "I'll leave 1 until Thursday". */
const BEFORE_VERB = new Set(['i', 'we', 'will', 'shall', 'please', 'can', 'you'])
const SAID_OF_NUMBERS = new Set('skip drop forget leave let push move put hold snooze park postpone'.split(' '))
const FOR = new Set(['for', 'on', 'with', 'to'])

/** Where the numbers begin in "not today for 1 and 2". */
const afterNotToday = (units: readonly Unit[]): number | undefined => {
  const [first, second, third] = units.filter(unit => !unit.mark)
  const says = first?.form === 'not' && second?.when !== undefined && FOR.has(third?.form ?? '')
  return says && third ? units.indexOf(third) + 1 : undefined
}

/** "1." before what is said of it is the number, and no sentence; so is the next one along the same line. */
export const withoutNumberStops = (units: readonly Unit[]): readonly Unit[] => {
  const kept: Unit[] = []
  let last = 0
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]
    if (!unit) continue
    const [before, stop, said] = [units[at - 1], units[at + 1], units[at + 2]]
    const opens = at === 0 || before?.stop !== undefined || isSign(before)
    const goesOn = last > 0 && unit.number === last + 1
    const isHeader = unit.number !== undefined && stop?.stop === '.' && said && said.stop === undefined
    if (isHeader && !opens && goesOn) kept.push({ form: '.', stop: '.', start: unit.start, end: unit.start })
    kept.push(unit)
    if (unit.number !== undefined && opens) last = unit.number
    if (!isHeader || !(opens || goesOn)) continue
    last = unit.number ?? last
    at += 1
  }
  return kept
}
