import type { Unit } from './units.ts'

/**
 * Phrases are written as a recruiter would say them and matched on a clause without its articles:
 * `a|b` either, `_` joins words of one alternative, `?` optional, `..` up to three words, `...` up to six,
 * `^` and `$` the clause's ends, `WHO` a person, `CLIENT` a company, `DAY` a date or time, `SPAN` a length of time,
 * `NUM` a number, `PCT` a percentage, `PHONE` a phone number, `REST` all that follows. A second `WHO` is kept as `other`.
 */
export type Phrase = {
  readonly elements: readonly Element[]
  /** Of each of these one word must stand in the clause: most phrases are ruled out by a glance. */
  readonly needs: readonly (readonly string[])[]
}

type Slot = 'who' | 'client' | 'when' | 'span' | 'number' | 'percent' | 'phone'
type Choice =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'end' }
type Element =
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' | 'rest' }

export type Match = {
  readonly from: number
  readonly to: number
  readonly who?: Unit
  /** The second person, where a phrase has two. */
  readonly other?: Unit
  readonly client?: Unit
  readonly when?: Unit
  readonly span?: Unit
  readonly number?: Unit
  readonly percent?: Unit
  readonly phone?: Unit
  readonly rest?: readonly Unit[]
  /** Places between its words that the phrase passed over unread. */
  readonly passed?: readonly number[]
}

const SLOTS: Readonly<Record<string, Slot>> = {
  WHO: 'who',
  CLIENT: 'client',
  DAY: 'when',
  SPAN: 'span',
  NUM: 'number',
  PCT: 'percent',
  PHONE: 'phone',
}

const choice = (written: string): Choice => {
  if (written === '$') return { kind: 'end' }
  const slot = SLOTS[written]
  return slot ? { kind: 'slot', slot } : { kind: 'words', words: written.split('_') }
}

const element = (written: string): Element => {
  if (written === '^') return { kind: 'start' }
  if (written === 'REST') return { kind: 'rest' }
  if (written === '..') return { kind: 'gap', most: 3 }
  if (written === '...') return { kind: 'gap', most: 6 }
  const optional = written.endsWith('?')
  return { kind: 'choice', choices: (optional ? written.slice(0, -1) : written).split('|').map(choice), optional }
}

/** One phrase a line. */
export const phrases = (...lines: readonly string[]): readonly Phrase[] =>
  lines.map(line => {
    const elements = line.trim().split(/ +/).map(element)
    return { elements, needs: elements.flatMap(needOf) }
  })

const needOf = (part: Element): readonly (readonly string[])[] => {
  if (part.kind !== 'choice' || part.optional) return []
  const words = part.choices.map(option => (option.kind === 'words' ? option.words[0] : undefined))
  return words.every(word => word !== undefined) ? [words] : []
}

const COMPOUND = /[a-zé]_[a-z]/

/** Forms such as `job_description` are one unit but two words in a phrase. */
const formWords = (form: string): readonly string[] => (COMPOUND.test(form) ? form.split('_') : [form])

export const firstMatch = (list: readonly Phrase[], units: readonly Unit[]): Match | undefined => {
  const present = new Set(units.flatMap(({ form }) => formWords(form)))
  for (const { elements, needs } of list) {
    if (!needs.every(words => words.some(word => present.has(word)))) continue
    const match = matchAnywhere(elements, units)
    if (match) return match
  }
  return undefined
}

const matchAnywhere = (elements: readonly Element[], units: readonly Unit[]): Match | undefined => {
  const opening = openingOf(units)
  if (elements[0]?.kind === 'start') return matchFrom(elements, 1, units, opening, { from: opening })
  for (let from = 0; from < units.length; from += 1) {
    const match = matchFrom(elements, 0, units, from, { from })
    if (match) return match
  }
  return undefined
}

const LEADING = new Set(['on', 'and', 'but', 'so', 'at', 'from', 'okay', 'hi', 'hello', 'hey', 'yes', 'update', 'note'])

/** A clause begins after the day it names first: "On Tuesday I called her". */
const openingOf = (units: readonly Unit[]): number => {
  let at = 0
  while (at < units.length - 1 && (units[at]?.when || LEADING.has(units[at]?.form ?? ''))) at += 1
  return at
}

/** What a phrase does not reach across: another clause begins there. */
const BARRIERS = new Set(['so', 'but', 'because', 'although', 'who', 'which', 'since'])

/** "Jim's résumés" are not given to Jim. */
const endsOnSomebody = (before: Element | undefined, units: readonly Unit[], at: number): boolean =>
  before?.kind === 'choice' && units[at - 1]?.people !== undefined && before.choices.some(({ kind }) => kind === 'slot')

/** "Spoke with Jim's boss" is not with Jim; "left a message on Jim's mobile" is. */
const meansWhatIsTheirs = (before: Element | undefined, units: readonly Unit[], at: number): boolean =>
  units[at]?.form === "'s" &&
  units[at + 1] !== undefined &&
  endsOnSomebody(before, units, at) &&
  !REACHES_THEM.has(units[at + 1]?.form ?? '')
const REACHES_THEM = new Set(
  'phone cell cellphone mobile line desk machine voicemail email inbox office number landline work extension home assistant secretary pa ea receptionist text message note request question'.split(
    ' ',
  ),
)

type Partial = Omit<Match, 'to'>
const passing = (found: Partial, at: number, count: number): Partial => ({
  ...found,
  passed: [...(found.passed ?? []), ...Array.from({ length: count }, (_, index) => at + index)],
})

const matchFrom = (
  elements: readonly Element[],
  next: number,
  units: readonly Unit[],
  at: number,
  found: Partial,
): Match | undefined => {
  const part = elements[next]
  const before = elements[next - 1]
  if (!part) return meansWhatIsTheirs(before, units, at) ? undefined : { ...found, to: at }
  switch (part.kind) {
    case 'start':
      return undefined
    case 'rest':
      return at < units.length ? { ...found, to: units.length, rest: units.slice(at) } : undefined
    case 'gap': {
      if (endsOnSomebody(before, units, at) && units[at]?.form === "'s") return undefined
      for (let skip = 0; skip <= part.most && at + skip <= units.length; skip += 1) {
        if (skip > 0 && BARRIERS.has(units[at + skip - 1]?.form ?? '')) return undefined
        const match = matchFrom(elements, next + 1, units, at + skip, skip === 0 ? found : passing(found, at, skip))
        if (match) return match
      }
      return undefined
    }
    case 'choice': {
      for (const option of part.choices) {
        const taken = take(option, units, at, found)
        const match = taken && matchFrom(elements, next + 1, units, taken.to, taken)
        if (match) return match
      }
      return part.optional ? matchFrom(elements, next + 1, units, at, found) : undefined
    }
  }
}

/** What has been found, and how far, once this choice is taken; undefined where it does not stand here. */
const take = (option: Choice, units: readonly Unit[], at: number, found: Partial): Match | undefined => {
  switch (option.kind) {
    case 'end':
      return at === units.length ? { ...found, to: at } : undefined
    case 'slot': {
      const unit = units[at]
      if (!unit || !fits(unit, option.slot)) return undefined
      const name = found.who && option.slot === 'who' ? 'other' : option.slot
      return { ...found, [name]: unit, to: at + 1 }
    }
    case 'words': {
      const to = wordsEnd(option.words, units, at)
      return to === undefined ? undefined : { ...found, to }
    }
  }
}

const wordsEnd = (words: readonly string[], units: readonly Unit[], from: number): number | undefined => {
  let at = from
  for (let index = 0; index < words.length; ) {
    const forms = formWords(units[at]?.form ?? '')
    for (const form of forms) {
      if (form !== words[index]) return undefined
      index += 1
    }
    at += 1
  }
  return at
}

const fits = (unit: Unit, slot: Slot): boolean => {
  switch (slot) {
    case 'who':
      return unit.people !== undefined || unit.pronoun === true
    case 'client':
      return unit.client !== undefined
    case 'when':
      return unit.when !== undefined
    case 'span':
      return unit.span !== undefined
    case 'number':
      return unit.number !== undefined
    case 'percent':
      return unit.percent !== undefined
    case 'phone':
      return unit.phone !== undefined
  }
}
