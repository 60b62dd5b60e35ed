import { distance } from 'fastest-levenshtein'
import type { Question } from '../../../domain/note.ts'
import { plain } from '../note/words.ts'

/** Which of a question's answers a reply gives: "the second", "2", "Susan Ortega", "both", "neither, it was Jim". */

export type Answer = Question['answers'][number]

export type Picked =
  | { readonly kind: 'answers'; readonly answers: readonly Answer[]; readonly rest: string }
  /** Somebody or something that is none of the answers; `corrects` where it takes back what the note said. */
  | { readonly kind: 'named'; readonly name: string; readonly corrects: boolean; readonly rest: string }
  | { readonly kind: 'none'; readonly rest: string }
  | { readonly kind: 'unclear' }

/** Words by which an answer means none of those offered. */
export const NONE = 'none'

/** So many of the first parts of a reply may be needed to tell one answer: "Susan, the one at Northgate". */
const MOST_PARTS = 4

/** Reads what stands before the first answer as courtesy, and what follows it as words of their own. Linear. */
export const pick = (said: string, { answers, unknownName }: Pick<Question, 'answers' | 'unknownName'>): Picked => {
  const text = unknownName === undefined ? said : withoutName(said, unknownName)
  const real = answers.filter(({ word }) => word !== NONE)
  const parts = withoutCourtesy(partsOf(text))
  const [first] = parts
  if (!first || parts.slice(0, 2).some(part => isUnsure(part.words))) return { kind: 'unclear' }
  if (isNone(first, parts.length, real)) return noneOrOther(text, parts, real)
  const chosen = choose(text, parts, real)
  if (chosen) return corrected(text, chosen, real) ?? joined(text, chosen, real)
  // One name that fits several answers tells none of them.
  const known = first.words.filter(word => !WRAPPING.has(word)).every(word => real.some(answer => isIn(word, answer)))
  return known ? { kind: 'unclear' } : (named(text, parts) ?? { kind: 'unclear' })
}

/** "Peg's Margaret Bell", "Peg = Margaret Bell": whom it was asked about need not be said again. */
const withoutName = (text: string, name: string): string => {
  const start = text.search(/\S/)
  if (start < 0 || !text.slice(start).toLowerCase().startsWith(name.toLowerCase())) return text
  const rest = text.slice(start + name.length)
  const link = /^(?:['’]s| is| was| means| stands for|\s*[=:])\s/iu.exec(rest)
  return link ? rest.slice(link[0].length) : text
}

type Part = { readonly words: readonly string[]; readonly start: number; readonly end: number; readonly joint: string }
type Chosen = { readonly answers: readonly Answer[]; readonly end: number }

/** Cut at marks and at "and": what an answer is, and what more is told, stand apart. */
const partsOf = (text: string): readonly Part[] => {
  const parts: Part[] = []
  let start = 0
  let joint = ''
  for (const mark of text.matchAll(/[.,;:!?\n]+|\s[-–—]+\s|\b(?:and|but)\b|&/giu)) {
    parts.push({ words: wordsIn(text.slice(start, mark.index)), start, end: mark.index, joint })
    start = mark.index + mark[0].length
    joint = mark[0].trim().toLowerCase()
  }
  parts.push({ words: wordsIn(text.slice(start)), start, end: text.length, joint })
  return parts.filter(({ words }) => words.length > 0)
}

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}\p{N}'#-]+/u)
    .map(word => word.replace(/^[-']+|[-']+$/g, ''))
    .filter(word => word !== '')
    .flatMap(plain)

const GREETINGS = new Set(
  'hi hello hey thanks thank you sorry oops apologies ah oh okay ok sure relight there'.split(' '),
)

const withoutCourtesy = (parts: readonly Part[]): readonly Part[] => {
  const from = parts.findIndex(({ words }) => !words.every(word => GREETINGS.has(word)))
  return from < 0 ? [] : parts.slice(from)
}

const isUnsure = (words: readonly string[]): boolean =>
  /\b(not sure|unsure|no idea|do not (know|remember|recall)|can not (say|tell|remember|recall)|maybe|perhaps|might)\b/.test(
    words.join(' '),
  )

/** What an answer may be wrapped in without meaning more. */
const WRAPPING = new Set(
  "it was were is 's its that thats this the a an other one ones i meant mean we say said would be goes go with please of in at from him her he she them they who person guy lady woman man answer option number choice to for on think definitely actually just must have been should belongs belong account yes yep yeah yup correct right exactly indeed does do so".split(
    ' ',
  ),
)
const YES = new Set('yes yep yeah yup correct right exactly indeed y'.split(' '))
const NO = new Set('no nope nah n'.split(' '))
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The answers that some words mean; nothing where that is not certain. */
const judge = (words: readonly string[], real: readonly Answer[]): readonly Answer[] | null => {
  const content = words.filter(word => !WRAPPING.has(word))
  const [only, ...more] = content
  if (only === undefined) return words.some(word => YES.has(word)) ? affirmed(real) : spelledNumber(words, real)
  if (more.length === 0 && (only === 'both' || only === 'all'))
    return only === 'both' && real.length !== 2 ? null : real
  const placed = more.length === 0 ? placeOf(only, real) : undefined
  if (placed) return [placed]
  const fitting = real.filter(answer => content.every(word => isIn(word, answer)))
  return fitting.length === 1 ? fitting : null
}

const affirmed = (real: readonly Answer[]): readonly Answer[] | null => {
  const yes = real.find(({ word }) => word === 'yes')
  if (yes) return [yes]
  return real.length === 1 ? real : null
}

/** "one" is a number where nothing else is said. */
const spelledNumber = (words: readonly string[], real: readonly Answer[]): readonly Answer[] | null => {
  const answer = words.at(-1) === 'one' && !words.includes('the') && !words.includes('other') ? real[0] : undefined
  return answer ? [answer] : null
}

const placeOf = (word: string, real: readonly Answer[]): Answer | undefined => {
  const number = /^(?:#|no)?(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]
  if (number !== undefined) return real[Number(number) - 1]
  if (ORDINALS.includes(word)) return real[ORDINALS.indexOf(word)]
  if (NUMBERS.includes(word)) return real[NUMBERS.indexOf(word)]
  if (word === 'last') return real.at(-1)
  return real.length === 2 ? { former: real[0], latter: real[1] }[word] : undefined
}

const isIn = (word: string, { word: short, label }: Answer): boolean => {
  return wordsIn(`${label} ${short}`).some(
    other => other === word || (word.length >= 5 && other.length >= 5 && distance(word, other) <= 1),
  )
}

/** The fewest parts that tell one answer. */
const choose = (text: string, parts: readonly Part[], real: readonly Answer[]): Chosen | null => {
  for (let count = 1; count <= Math.min(parts.length, MOST_PARTS); count += 1) {
    const taken = parts.slice(0, count)
    const words = taken.flatMap(part => part.words)
    if (words.some(word => word === 'not' || word === 'or')) return null
    const answers = judge(words, real)
    if (answers) return { answers, end: taken.at(-1)?.end ?? text.length }
  }
  return null
}

/** "Susan Reyes, no wait, Susan Ito": the last word counts. */
const corrected = (text: string, { end }: Chosen, real: readonly Answer[]): Picked | null => {
  const later = partsOf(text.slice(end))
  const takenBack = later.findIndex(({ words }) => /^(no|wait|actually|scratch|rather)\b/.test(words.join(' ')))
  if (takenBack < 0 || takenBack > 1) return null
  const rest = text.slice(end)
  const words = later.slice(takenBack).map(part => ({
    ...part,
    words: part.words.filter(word => !['no', 'wait', 'actually', 'scratch', 'rather'].includes(word)),
  }))
  const chosen = choose(
    rest,
    words.filter(part => part.words.length > 0),
    real,
  )
  return chosen ? { kind: 'answers', answers: chosen.answers, rest: remainder(rest.slice(chosen.end)) } : null
}

/** "Susan and Jim": each of them. */
const joined = (text: string, chosen: Chosen, real: readonly Answer[]): Picked => {
  const answers = [...chosen.answers]
  let end = chosen.end
  for (const part of partsOf(text.slice(end))) {
    const more = part.joint === 'and' || part.joint === '&' ? judge(part.words, real) : null
    if (!more || !part.words.some(word => !WRAPPING.has(word))) break
    answers.push(...more.filter(answer => !answers.includes(answer)))
    end = chosen.end + part.end
  }
  return { kind: 'answers', answers, rest: remainder(text.slice(end)) }
}

const remainder = (text: string): string =>
  text.replace(/^(?:[\s.,;:!?–—-]|(?:and|but|also|then|plus)\b)+/iu, '').trim()

const isNone = ({ words }: Part, parts: number, real: readonly Answer[]): boolean => {
  const said = words.join(' ')
  if (/^(it (was |is )|)(none|neither|nobody|no one|not (any|either))\b/.test(said)) return true
  const [only, ...more] = words
  return more.length === 0 && NO.has(only ?? '') && (parts > 1 || !real.some(({ word }) => word === 'no'))
}

/** "None of these", "neither, it was Jim", "no, the second". */
const noneOrOther = (text: string, parts: readonly Part[], real: readonly Answer[]): Picked => {
  const [none, ...others] = parts
  const rest = remainder(text.slice(none?.end ?? 0))
  if (others.length === 0) return { kind: 'none', rest: '' }
  const chosen = choose(text, others, real)
  if (chosen && NO.has(none?.words[0] ?? '')) return joined(text, chosen, real)
  const other = named(text, others)
  return other?.kind === 'named' ? { ...other, corrects: true } : { kind: 'none', rest }
}

const NAMES_OF_THINGS = /^(?:[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'’.-]*|at|from|of|the|de|van|von|&)$/u
const NEVER_A_NAME = new Set(
  "left spoke called emailed texted met talked rang wrote sent got had tried heard will need still nothing just not when what why how i we he she they it's don't please".split(
    ' ',
  ),
)

/** "It was Jim Park at Corbel": a name on its own, which is none of the answers. */
const named = (text: string, parts: readonly Part[]): Picked | null => {
  const [first] = parts
  if (!first) return null
  const said = text.slice(first.start, first.end).trim()
  const lead =
    /^(?:(?:no|yes|actually|it|that|this|was|were|is|it's|it’s|that's|that’s|i|meant|mean|would|be|should)\s+)+/iu.exec(
      said,
    )?.[0] ?? ''
  const name = said.slice(lead.length).trim()
  const words = name.split(/\s+/)
  const looks = name !== '' && words.length <= 7 && words.every(word => NAMES_OF_THINGS.test(word))
  const isPhone = lead !== '' && words.length <= 2 && words.every(word => /^\p{L}[\p{L}'’-]*$/u.test(word))
  if ((!looks && !isPhone) || NEVER_A_NAME.has((words[0] ?? '').toLowerCase())) return null
  const capitalised = looks ? name : words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  const corrects = /\b(was|were|meant)\b/i.test(lead)
  return { kind: 'named', name: capitalised, corrects, rest: remainder(text.slice(first.end)) }
}
