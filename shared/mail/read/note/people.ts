import { distance } from 'fastest-levenshtein'
import type { EngagementRow } from '../../../views/rows.ts'
import { COMMON_NAMES } from './common-names.ts'
import {
  type Mention,
  type Named,
  type Names,
  type Part,
  type Person,
  SHORTEST_MISSPELT,
  shorten,
  wordsOf,
} from './names.ts'
import { type Token, VERBS } from './words.ts'

/** Where a note names somebody or some company of the book. */

/** Names that are words too: one of them counts where it is written as a name. */
export const ALSO_WORDS = new Set(
  'min an so do to in on no my he she you we me us it is am or at by up say go see song low via thu sun sat mon jan june august mai hi ok will mark bill grace hope joy faith rich chase drew art jack rob pat sue grant may april park price stone young long king cook bell wood hill banks rivers fields lane day best law page rose ford hunt wolf fox swift power case cash gray grey green brown white black brooks frank guy miles dean earl heath rush weeks major sharp short small strong wise good gold penny rusty skip buck ray dale glen victor carol dawn ivy lily summer sky star buddy hardy bond bush church cross field flowers forest frost hand head hood house key knight marsh mills moon moss nice noble north parks post reed rice root shore snow spring stack steel street sweet waters west winter worth call speaker lead early'.split(
    ' ',
  ),
)
const ALSO_VERBS = new Set(
  'will may mark bill rich chase park price long early call lead art pat rob sue hope drew an so do to in on no my he she you we me us it is am or at by up say go see song low via hi ok'.split(
    ' ',
  ),
)
/** "Mark blanked me": nobody is told to blanked. */
const isPastTense = (word: string): boolean => word.length > 4 && word.endsWith('ed') && !word.endsWith('eed')

/** "Will need to call" is no Will; "Grace got fired" is a Grace. */
const canFollowName = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]?.low ?? ''
  const besideCompany = ['at', 'from'].includes(next) && isCapital(tokens[at + 2])
  return (
    besideCompany ||
    /^\d{3}/.test(next) ||
    isPastTense(next) ||
    AFTER_A_NAME.has(next) ||
    (!['will', 'may', 'can'].includes(bare(tokens[at])) && VERBS.has(next))
  )
}
const NAME_SLOT = new Set(
  'call ring text ping chase phone nudge visit see saw seen meet visited by with w to called emailed texted rang phoned told met tried left for and from spoke reached sent'.split(
    ' ',
  ),
)
const AFTER_A_NAME = new Set(
  "called rang phoned emailed texted replied wrote said says told wants wanted is was has had asked missed signed sent agreed likes thinks just never will answered needs left cancelled moved pushed bumped rescheduled postponed booked picked and 's promised confirmed did didn't didnt does doesn't could couldn't couldnt would wouldn't wouldnt can can't cant won't wont hasn't hasnt isn't wasn't also hung got gave took came went kept put cut let made met spoke hung lost found ran seems seemed sounds sounded gets gives sends says rings calls keeps comes goes makes takes beat sat stood rose held always usually normally often generally typically rarely blew threw broke drove ran flew bit tore laid paid understood withdrew rang : - –".split(
    ' ',
  ),
)
/** "may on pto", "rich no-show": no verb goes on so. */
const NO_VERB_BEFORE = new Set(
  "on is was has had out off away back gone ooo no n/a no-show noshow didnt didn't hasnt hasn't isnt isn't wasnt wasn't vm lvm and & : -".split(
    ' ',
  ),
)
const THINGS = new Set(['price', 'long', 'early', 'lead', 'park', 'call'])

/** "may picked up", "will said": in lower case too, only a person does this. */
const doesSomething = (tokens: readonly Token[], at: number): boolean =>
  (DONE_BY_PEOPLE.has(tokens[at + 1]?.low ?? '') || isPastTense(tokens[at + 1]?.low ?? '')) &&
  !BEFORE_A_THING.has(tokens[at - 1]?.low ?? '')
const DONE_BY_PEOPLE = new Set(
  'vm lvm voicemail called rang phoned emailed texted replied wrote said says told picked answered wanted wants asked missed signed sent agreed left cancelled confirmed promised thinks pushed moved rescheduled postponed booked accepted declined hung'.split(
    ' ',
  ),
)
const BEFORE_A_THING = new Set('the a an our my his her their your this that it i we they she he of in'.split(' '))
/** The word before, the stroke of "w/" passed over. */
const wordBefore = (tokens: readonly Token[], at: number): string => {
  const before = tokens[at - 1]
  return (before?.low === '/' ? tokens[at - 2] : before)?.low ?? ''
}
type KnownPlace = Place<Mention> & { readonly part: Part }
export type Place<Value> = { readonly value: Value; readonly length: number }

/** What speech adds to a name: "Ellen's", "Ellen'll". */
const GLUED = ["'s", "'ll", "'ve", "'d"]

export const bare = (token: Token | undefined): string => {
  const word = token?.low ?? ''
  if (word.endsWith("s'")) return word.slice(0, -1)
  const ending = GLUED.find(each => word.endsWith(each))
  return ending ? word.slice(0, -ending.length) : word
}
const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.text.charAt(0) !== token.text.charAt(0).toLowerCase()

/** How many tokens spell these words; marks between them (`&`, a hyphen) are passed over. 0 where they do not. */
const spelled = (words: readonly string[], tokens: readonly Token[], at: number): number => {
  let next = at
  for (const [index, word] of words.entries()) {
    while (index > 0 && (tokens[next]?.low === '&' || tokens[next]?.low === 'and') && word !== 'and') next += 1
    const here = index === words.length - 1 ? bare(tokens[next]) : (tokens[next]?.low ?? '')
    if (here !== word && tokens[next]?.low !== word) return 0
    next += 1
  }
  return next - at
}

const unique = (people: readonly Person[]): readonly Person[] => {
  const seen = new Set<string>()
  const all = people.filter(({ contact, row }) => {
    const key = `${row.engagement} ${contact.id}`
    return seen.has(key) ? false : seen.add(key)
  })
  const present = all.filter(({ contact, row }) => !contact.left && row.stage === 'open')
  return present.length > 0 ? present : all
}

export const clientAt = (
  names: Names,
  tokens: readonly Token[],
  at: number,
): Place<readonly EngagementRow[]> | undefined => {
  const entries = names.clients.get(bare(tokens[at])) ?? []
  let longest = 0
  let rows: readonly EngagementRow[] = []
  for (const { words, row } of entries) {
    const length = spelled(words, tokens, at)
    if (length === 0 || length < longest) continue
    rows = length > longest ? [row] : [...rows, row]
    longest = length
  }
  if (rows.length === 0) return undefined
  const open = rows.filter(row => row.stage === 'open')
  return { value: open.length > 0 ? open : rows, length: longest }
}

/** A person named in full, by first or last name, alias or address; misspelt by one letter where that leaves one person. */
export const personAt = (
  names: Names,
  tokens: readonly Token[],
  at: number,
  startsSentence: boolean,
): Place<Mention> | undefined => {
  const token = tokens[at]
  if (!token || (token.kind !== 'word' && token.kind !== 'address')) return undefined
  const known = knownAt(names, tokens, at, startsSentence) ?? misspeltAt(names, tokens, at, startsSentence)
  if (!known) return undefined
  return surnamed(names, tokens, at, known)
}

const knownAt = (
  names: Names,
  tokens: readonly Token[],
  at: number,
  startsSentence: boolean,
): KnownPlace | undefined => {
  const entries = names.people.get(bare(tokens[at])) ?? names.people.get(tokens[at]?.low ?? '') ?? []
  let longest = 0
  let meant: Person[] = []
  let part: Part = 'full'
  for (const entry of entries) {
    const length = spelled(entry.words, tokens, at)
    if (length === 0 || length < longest) continue
    if (length > longest) meant = []
    longest = length
    part = entry.part
    meant.push(entry.person)
  }
  if (longest === 0) return undefined
  if (longest === 1 && !writtenAsName(tokens, at, startsSentence, part)) return undefined
  return { value: { said: said(tokens, at, longest), meant: unique(meant) }, length: longest, part }
}

const writtenAsName = (tokens: readonly Token[], at: number, startsSentence: boolean, part: string): boolean => {
  const token = tokens[at]
  if (!token || !ALSO_WORDS.has(bare(token))) return true
  if (token.low.endsWith("'s") && isCapital(token)) return true
  if (!isCapital(token)) {
    if (part === 'first' && token.low !== bare(token)) return !THINGS.has(bare(token))
    const isVerb = ALSO_VERBS.has(bare(token))
    const next = tokens[at + 1]?.low ?? ''
    const asSubject =
      startsSentence && (isVerb ? NO_VERB_BEFORE.has(next) && !THINGS.has(bare(token)) : next !== 'period')
    return part === 'first' && (asSubject || NAME_SLOT.has(wordBefore(tokens, at)) || doesSomething(tokens, at))
  }
  if (!startsSentence) return true
  return part === 'first' && (!ALSO_VERBS.has(bare(token)) || canFollowName(tokens, at))
}

export const said = (tokens: readonly Token[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map(token => (token === tokens[at + length - 1] ? token.text.replace(/['’](s|ll|ve|d)$/, '') : token.text))
    .join(' ')

/** One slip of the fingers apart: a letter more, less or other, or two neighbours that changed places. */
const near = (word: string, name: string): boolean =>
  word.length >= 4 &&
  name.length >= SHORTEST_MISSPELT &&
  Math.abs(word.length - name.length) <= 1 &&
  (distance(word, name) === 1 || swapped(word, name))

const swapped = (word: string, name: string): boolean => {
  if (word.length !== name.length) return false
  const first = [...word].findIndex((letter, index) => letter !== name.charAt(index))
  if (first < 0) return false
  const fixed = word.slice(0, first) + word.charAt(first + 1) + word.charAt(first) + word.slice(first + 2)
  return fixed === name
}

const misspeltAt = (
  names: Names,
  tokens: readonly Token[],
  at: number,
  startsSentence: boolean,
): KnownPlace | undefined => {
  const token = tokens[at]
  const word = bare(token)
  if (!token || word.length < 3 || word.length > 40 || COMMON_NAMES.has(word)) return undefined
  if (!isCapital(token) ? !inNameSlot(tokens, at) : startsSentence && !canFollowName(tokens, at)) return undefined
  const surname = names.people.get(bare(tokens[at + 1]))?.filter(({ part }) => part === 'last') ?? []
  const called = surname.filter(
    ({ person }) => word.length >= 3 && distance(word, wordsOf(person.contact.name)[0] ?? '') === 1,
  )
  const [only] = called
  if (only && called.length === 1)
    return { value: { said: said(tokens, at, 2), meant: [only.person] }, length: 2, part: 'full' }
  const close = shorten(word)
    .flatMap(key => names.shortened.get(key) ?? [])
    .filter(({ words, part }) => near(word, words[0] ?? '') && !(part === 'last' && ALSO_WORDS.has(words[0] ?? '')))
  const full = close.filter(named => named.part === 'first' && followsSurname(named, tokens[at + 1]))
  const [found] = full.length > 0 ? full : close
  const meant = unique((full.length > 0 ? full : close).map(({ person }) => person))
  if (meant.length !== 1 || !found) return undefined
  const length = full.length > 0 ? 2 : 1
  return { value: { said: said(tokens, at, length), meant }, length, part: full.length > 0 ? 'full' : found.part }
}

const followsSurname = ({ person }: Named, next: Token | undefined): boolean => {
  const last = wordsOf(person.contact.name).at(-1) ?? ''
  return bare(next) === last || near(bare(next), last)
}

/** In lower case a misspelt name is taken for one only where a name must stand. */
const inNameSlot = (tokens: readonly Token[], at: number): boolean => {
  const [before, earlier] = [tokens[at - 1]?.low ?? '', tokens[at - 2]?.low ?? '']
  return STRICT_SLOT.has(before) || (['to', 'for'].includes(before) && SLOT_OPENS.has(earlier))
}
const STRICT_SLOT = new Set('with called emailed texted rang phoned told met'.split(' '))
const SLOT_OPENS = new Set('spoke talked spoken chatted sent emailed email voicemail vm lvm message wrote'.split(' '))

/** "Susan Miller" is not Susan Reyes: a first name with another surname is somebody unknown. */
const surnamed = (names: Names, tokens: readonly Token[], at: number, known: KnownPlace): Place<Mention> => {
  const next = tokens[at + known.length]
  const owner = tokens[at]?.low.endsWith("'s") || (next?.low.endsWith("'s") && !names.people.has(bare(next)))
  if (known.part !== 'first' || owner || !looksLikeName(next)) return known
  if (names.clients.has(bare(next)) || names.people.has(bare(next))) return known
  const surname = bare(next)
  const meant = known.value.meant.filter(({ contact }) => near(surname, wordsOf(contact.name).at(-1) ?? ''))
  return { value: { said: said(tokens, at, known.length + 1), meant }, length: known.length + 1 }
}

const NOT_NAMES = new Set(
  'i hr jd hm cv cvs vm lvm ok mpc it ceo cfo coo vp ed er am pm asap eod eow msp vms ats qa hq us uk usa zoom teams linkedin google facetime skype whatsapp inmail outlook android samsung galaxy ipad iphone email text call called voicemail monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec left spoke emailed texted christmas thanksgiving easter no not done also english director manager president owner'.split(
    ' ',
  ),
)
export const looksLikeName = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  isCapital(token) &&
  !NOT_NAMES.has(bare(token)) &&
  !/^i['’]/.test(token.low) &&
  bare(token).length >= 2 &&
  !/^[A-Z'’-]{2,}\d*$/.test(token.text)
