import type { EngagementRow } from '../../../views/rows.ts'
import { type When, whenAt } from './dates.ts'
import { hasBeen, isOrHas } from './elided-verbs.ts'
import type { Mention, Names } from './names.ts'
import { clientAt, personAt } from './people.ts'
import { strangerAt } from './strangers.ts'
import { type Span, spanAt } from './times.ts'
import { PREAMBLE, plain, type Token } from './words.ts'

/** A note as the reader sees it: plain words, people, companies, days and lengths of time, each with its place. */
export type Unit = {
  /** The plain word, or a sign for what stands here. */
  readonly form: string
  readonly start: number
  readonly end: number
  readonly people?: readonly Mention[]
  readonly pronoun?: true
  readonly client?: readonly EngagementRow[]
  readonly when?: When
  readonly span?: Span
  readonly number?: number
  readonly percent?: string
  readonly phone?: string
  /** A comma, a dash, a colon: it divides clauses and is not read. */
  readonly mark?: true
  readonly stop?: string
}

const PRONOUNS = new Set(['she', 'he', 'him', 'her', 'they', 'them'])
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'messrs'])
const GIVING = new Set(
  'send sent sending give gave giving owe owed leave left show showed tell told email emailed text texted call called shoot shot drop dropped wrote write offer offered promise promised'.split(
    ' ',
  ),
)

export const unitsOf = (written: readonly Token[], names: Names, monthFirst: boolean): readonly Unit[] => {
  const tokens = withApostrophes(written, names)
  const units: Unit[] = []
  let at = 0
  let startsSentence = true
  while (at < tokens.length) {
    const token = tokens[at]
    if (!token) break
    const last = (length: number): number => tokens[at + length - 1]?.end ?? token.end
    const add = (length: number, unit: Omit<Unit, 'start' | 'end'>): void => {
      units.push({ ...unit, start: token.start, end: last(length) })
    }
    const take = (length: number): void => {
      at += length
      startsSentence = false
    }
    if (token.kind === 'end') {
      add(1, { form: token.text, stop: token.text })
      at += 1
      startsSentence = true
      continue
    }
    if (startsSentence && PREAMBLE.has(token.low) && opensWith(tokens, at)) {
      at += 1
      continue
    }
    if (TITLES.has(token.low) && personAt(names, tokens, at + (tokens[at + 1]?.low === '.' ? 2 : 1), false)) {
      at += tokens[at + 1]?.low === '.' ? 2 : 1
      continue
    }
    const phone = phoneAt(tokens, at)
    if (phone) {
      add(phone.length, { form: '☎', phone: phone.value })
      take(phone.length)
      continue
    }
    const known = personAt(names, tokens, at, startsSentence)
    const client = known && known.length > 1 ? undefined : clientAt(names, tokens, at)
    if (client && client.length >= (known?.length ?? 0)) {
      add(client.length, { form: '§', client: client.value })
      if (tokens[at + client.length - 1]?.low.endsWith("'s")) units.push(possessive(tokens, at + client.length - 1))
      take(client.length)
      continue
    }
    const when = known ? undefined : whenAt(tokens, at, monthFirst)
    if (when) {
      add(when.length, { form: '#', when: when.value })
      take(when.length)
      continue
    }
    const person = known ?? strangerAt(names, tokens, at, startsSentence)
    if (person) {
      add(person.length, { form: '@', people: [person.value] })
      units.push(...gluedTo(tokens, at + person.length - 1))
      take(person.length)
      continue
    }
    const span = spanAt(tokens, at)
    if (span && span.value.unit !== 'minute') {
      add(span.length, { form: '~', span: span.value })
      take(span.length)
      continue
    }
    if (token.kind === 'number') {
      const percent = token.low.endsWith('%')
        ? token.low
        : ['%', 'percent', 'pct'].includes(tokens[at + 1]?.low ?? '')
          ? `${token.low}%`
          : undefined
      const whole = /^\d{1,3}$/.test(token.low) ? Number(token.low) : undefined
      const length = percent && percent !== token.low ? 2 : 1
      add(length, {
        form: percent ? '%' : token.low,
        ...(percent ? { percent } : {}),
        ...(whole === undefined ? {} : { number: whole }),
      })
      take(length)
      continue
    }
    if (token.kind === 'mark' && !['&', '+', '%'].includes(token.low)) {
      add(1, { form: token.low, mark: true })
      at += 1
      continue
    }
    if (token.low === 'hiring' && tokens[at + 1]?.low.startsWith('manager')) {
      add(2, { form: 'hiring_manager' })
      take(2)
      continue
    }
    for (const form of contracted(tokens, at))
      add(1, PRONOUNS.has(form) && isPerson(form, tokens, at) ? { form, pronoun: true } : { form })
    take(1)
  }
  return units
}

/** "Just spoke", "Hi, …", "Update: …", but not "Morning call with" nor "Update Jim". */
const opensWith = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  if (next?.kind === 'mark') return true
  if (tokens[at]?.low === 'quick') return PREAMBLE.has(next?.low ?? '') && tokens[at + 2]?.kind === 'mark'
  return (
    !['quick', 'update', 'note', 'morning', 'afternoon', 'evening', 'so'].includes(tokens[at]?.low ?? '') &&
    next?.kind === 'word'
  )
}

/** "Got mikes receptionist": dictation knows no apostrophes. */
const withApostrophes = (tokens: readonly Token[], names: Names): readonly Token[] =>
  tokens.map((token, at) => {
    const owner = token.kind === 'word' && token.low.endsWith('s') ? token.low.slice(0, -1) : ''
    const next = tokens[at + 1]?.low ?? ''
    const owns = owner.length > 1 && (OWNED.has(next) || IS.has(next)) && !names.people.has(token.low)
    return owns && names.people.has(owner)
      ? { ...token, text: `${token.text.slice(0, -1)}'s`, low: `${owner}'s` }
      : token
  })
/** "Petes away". */
const IS = new Set(['away', 'out', 'off', 'back', 'gone', 'left', 'not', 'on', 'in'])
const OWNED = new Set(
  'receptionist assistant secretary pa ea voicemail vm phone mobile cell line office number boss email team reply advice calendar desk machine inbox direct call meeting text message mail extension ext manager'.split(
    ' ',
  ),
)

const possessive = (tokens: readonly Token[], at: number): Unit => {
  const end = tokens[at]?.end ?? 0
  return { form: isOrHas(tokens, at) ?? "'s", start: end, end }
}

/** What is glued to a name: "Ellen's", "Ellen'll send it". */
const gluedTo = (tokens: readonly Token[], at: number): readonly Unit[] => {
  const { low, end } = tokens[at] ?? { low: '', end: 0 }
  if (low.endsWith("'s")) return [possessive(tokens, at)]
  const [, glued] = GLUED.find(([ending]) => low.endsWith(ending)) ?? []
  const form = glued === 'would' && hasBeen(tokens, at) ? 'had' : glued
  return form ? [{ form, start: end, end }] : []
}
const GLUED = [
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'d", 'would'],
] as const

/** "She's left" has, "she's out" is. */
const contracted = (tokens: readonly Token[], at: number): readonly string[] => {
  const forms = plain(tokens[at]?.low ?? '')
  const elides = forms.length === 2 && (forms[1] === 'is' || forms[1] === "'s")
  if (forms.length === 2 && forms[1] === 'would' && hasBeen(tokens, at)) return [forms[0] ?? '', 'had']
  const verb = elides ? isOrHas(tokens, at) : undefined
  return verb ? [forms[0] ?? '', verb] : forms
}

/** "her" is a person in "emailed her" and "sent her three résumés", and only an owner in "her assistant". */
const isPerson = (form: string, tokens: readonly Token[], at: number): boolean => {
  if (form !== 'her') return true
  if (GIVING.has(tokens[at - 1]?.low ?? '')) return true
  const next = tokens[at + 1]
  return (
    next === undefined ||
    next.kind !== 'word' ||
    AFTER_OBJECT.has(next.low) ||
    whenAt(tokens, at + 1, true) !== undefined
  )
}
const AFTER_OBJECT = new Set(
  'a an the about back again and but so on at in to for with by that if when until because this is was has will went off out up down next yesterday today tomorrow who after before as over through from twice'.split(
    ' ',
  ),
)

/** Seven to fifteen digits in groups: what a person types as a phone number. */
const phoneAt = (tokens: readonly Token[], at: number): { value: string; length: number } | undefined => {
  let next = at
  let digits = 0
  let written = ''
  while (next < tokens.length && next - at < 12) {
    const token = tokens[next]
    if (!token) break
    const isNumber = token.kind === 'number' && /^[+\d.-]+$/.test(token.low)
    const isMark = ['(', ')', '-', '.'].includes(token.low)
    if (!isNumber && !isMark) break
    if (isNumber && tokens[next + 1]?.kind === 'word' && digits > 0 && digits + count(token.low) > 15) break
    const gap = next > at && token.start > (tokens[next - 1]?.end ?? 0) ? ' ' : ''
    written += gap + token.text
    digits += count(token.low)
    next += 1
  }
  while (next > at && tokens[next - 1]?.kind !== 'number') {
    next -= 1
    written = written.replace(/[\s().-]+$/, '')
  }
  // Nine, where they begin with a nought: the landlines of smaller countries.
  if (digits < (/^\(?0/.test(written) ? 9 : 10) || digits > 15 || next === at) return undefined
  if (/^20\d\d-\d\d-\d\d/.test(written)) return undefined
  return { value: written.trim(), length: next - at }
}
const count = (text: string): number => [...text].filter(letter => letter >= '0' && letter <= '9').length
