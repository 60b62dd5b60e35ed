import { distance } from 'fastest-levenshtein'
import type { Contact } from '../../../domain/engagement/state.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import type { Book } from '../reading.ts'
import { plain, type Token, VERBS } from './words.ts'

/** The people and companies of a book, and how a note may name them. */

export type Person = { readonly contact: Contact; readonly row: EngagementRow }

/** A name as it stands in a note and whom it may mean: one certain person, several, or nobody known. */
export type Mention = { readonly said: string; readonly meant: readonly Person[] }

export type Names = {
  /** By the first word of a name, alias or address: the words that complete it, longest first. */
  readonly people: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly person: Person; readonly part: 'full' | 'first' | 'last' }[]
  >
  readonly clients: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly row: EngagementRow }[]>
  readonly everybody: readonly Person[]
}

/** Names that are words too: one of them counts where it is written as a name. */
const ALSO_WORDS = new Set(
  'will mark bill grace hope joy faith rich chase drew art jack rob pat sue grant may june april park price stone young long king cook bell wood hill banks rivers fields lane day best law page rose ford hunt wolf fox swift power case cash gray grey green brown white black brooks frank guy miles dean earl heath rush weeks major sharp short small strong wise good gold penny rusty skip buck ray dale glen victor carol dawn ivy lily summer sky star buddy hardy bond bush church cross field flowers forest frost hand head hood house key knight marsh may mills moon moss nice noble north parks post price reed rice rich root shore snow spring stack steel street sweet waters west winter worth call speaker lead early'.split(
    ' ',
  ),
)
const NAME_SLOT = new Set(
  'with to called emailed texted rang phoned told met tried left for and from spoke reached sent'.split(' '),
)
const AFTER_A_NAME = new Set(
  "called rang phoned emailed texted replied wrote said says told wants wanted is was has had asked missed signed sent agreed likes thinks just never will answered needs left cancelled moved picked and 's promised confirmed did does can also : - –".split(
    ' ',
  ),
)
const COMPANY_ENDINGS = new Set('inc llc ltd co corp company plc gmbh the and group & of'.split(' '))

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}\p{N}'-]+/u)
    .filter(word => word !== '')

export const namesOf = (book: Book): Names => {
  const people = new Map<string, { words: readonly string[]; person: Person; part: 'full' | 'first' | 'last' }[]>()
  const clients = new Map<string, { words: readonly string[]; row: EngagementRow }[]>()
  const everybody: Person[] = []
  const keep = <Entry extends { words: readonly string[] }>(map: Map<string, Entry[]>, entry: Entry): void => {
    const first = entry.words[0]
    if (first === undefined) return
    const entries = map.get(first) ?? []
    if (entries.length === 0) map.set(first, entries)
    entries.push(entry)
  }
  for (const row of book.engagements) {
    if (row.stage !== 'open' && row.stage !== 'closed') continue
    const client = wordsOf(row.client)
    if (client.length > 0) keep(clients, { words: client, row })
    const distinct = client.findIndex(word => word.length >= 3 && !COMPANY_ENDINGS.has(word))
    if (client.length > 1 && distinct === 0) keep(clients, { words: client.slice(0, 1), row })
    for (const contact of row.contacts) {
      const person = { contact, row }
      everybody.push(person)
      const full = wordsOf(contact.name)
      if (full.length > 1) keep(people, { words: full, person, part: 'full' })
      if (full[0]) keep(people, { words: full.slice(0, 1), person, part: 'first' })
      const last = full.at(-1)
      if (full.length > 1 && last && last.length >= 3) keep(people, { words: [last], person, part: 'last' })
      for (const alias of contact.aliases) keep(people, { words: wordsOf(alias), person, part: 'full' })
      for (const email of contact.emails) keep(people, { words: [email.toLowerCase()], person, part: 'full' })
    }
  }
  for (const entries of people.values()) entries.sort((a, b) => b.words.length - a.words.length)
  for (const entries of clients.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return { people, clients, everybody }
}

export type Place<Value> = { readonly value: Value; readonly length: number }

const bare = (token: Token | undefined): string => {
  const word = token?.low ?? ''
  return word.endsWith("'s") ? word.slice(0, -2) : word.endsWith("s'") ? word.slice(0, -1) : word
}
export const isCapital = (token: Token | undefined): boolean =>
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
): (Place<Mention> & { part: 'full' | 'first' | 'last' }) | undefined => {
  const entries = names.people.get(bare(tokens[at])) ?? names.people.get(tokens[at]?.low ?? '') ?? []
  let longest = 0
  let meant: Person[] = []
  let part: 'full' | 'first' | 'last' = 'full'
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
  if (!isCapital(token)) return NAME_SLOT.has(tokens[at - 1]?.low ?? '') && part === 'first'
  if (!startsSentence) return true
  return part === 'first' && AFTER_A_NAME.has(tokens[at + 1]?.low ?? '')
}

const said = (tokens: readonly Token[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map(token => (token === tokens[at + length - 1] ? token.text.replace(/['’]s$/, '') : token.text))
    .join(' ')

type Near = { readonly person: Person; readonly length: number; readonly part: 'full' | 'first' | 'last' }

const near = (word: string, name: string): boolean =>
  word.length >= 4 &&
  name.length >= 5 &&
  Math.abs(word.length - name.length) <= 1 &&
  (distance(word, name) === 1 || swapped(word, name))

/** Two neighbouring letters changed places: one slip of the fingers. */
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
): (Place<Mention> & { part: 'full' | 'first' | 'last' }) | undefined => {
  const token = tokens[at]
  const word = bare(token)
  if (!token || word.length < 4) return undefined
  const inSlot = NAME_SLOT.has(tokens[at - 1]?.low ?? '')
  if (!inSlot && (!isCapital(token) || (startsSentence && !AFTER_A_NAME.has(tokens[at + 1]?.low ?? ''))))
    return undefined
  const close = names.everybody.flatMap((person): readonly Near[] => {
    const full = wordsOf(person.contact.name)
    const [first, last] = [full[0] ?? '', full.at(-1) ?? '']
    const follows = full.length > 1 && (bare(tokens[at + 1]) === last || near(bare(tokens[at + 1]), last))
    if (near(word, first)) return [{ person, length: follows ? 2 : 1, part: follows ? 'full' : 'first' }]
    return full.length > 1 && near(word, last) && !ALSO_WORDS.has(last) ? [{ person, length: 1, part: 'last' }] : []
  })
  const longest = Math.max(0, ...close.map(({ length }) => length))
  const meant = unique(close.filter(({ length }) => length === longest).map(({ person }) => person))
  const part = close.find(({ length }) => length === longest)?.part
  if (meant.length !== 1 || !part) return undefined
  return { value: { said: said(tokens, at, longest), meant }, length: longest, part }
}

/** "Susan Miller" is not Susan Reyes: a first name with another surname is somebody unknown. */
const surnamed = (
  names: Names,
  tokens: readonly Token[],
  at: number,
  known: Place<Mention> & { readonly part: 'full' | 'first' | 'last' },
): Place<Mention> => {
  const next = tokens[at + known.length]
  const owner = tokens[at]?.low.endsWith("'s") || (next?.low.endsWith("'s") && !names.people.has(bare(next)))
  if (known.part !== 'first' || owner || !looksLikeName(next)) return known
  if (names.clients.has(bare(next)) || names.people.has(bare(next))) return known
  const surname = bare(next)
  const meant = known.value.meant.filter(({ contact }) => near(surname, wordsOf(contact.name).at(-1) ?? ''))
  return { value: { said: said(tokens, at, known.length + 1), meant }, length: known.length + 1 }
}

const NOT_NAMES = new Set(
  'i hr jd hm cv cvs vm lvm ok mpc it ceo cfo coo vp ed er am pm asap eod eow msp vms ats qa hq us uk usa zoom teams linkedin google facetime skype whatsapp inmail outlook email text call called voicemail monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec left spoke emailed texted christmas thanksgiving easter no not done also english director manager president owner'.split(
    ' ',
  ),
)
const looksLikeName = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  isCapital(token) &&
  !NOT_NAMES.has(bare(token)) &&
  bare(token).length >= 2 &&
  !/^[A-Z]{2,}\d*$/.test(token.text)

const STARTERS = new Set(
  'nobody everyone everybody someone somebody candidate client feedback offer agreement fee fees opening role position contract interview interviews meeting that this it who what which they she he we i you my our their his her the a an there here still nothing all both one two three yes great good thanks thank hi hello search job status news word corporate legal procurement finance leadership reception receptionist assistant company management boss replacement placement process rate invoice deal order everything something'.split(
    ' ',
  ),
)
/** What somebody who is not in the book does, or what is done with them. */
const THEIR_VERBS = new Set(
  'called rang phoned emailed texted replied wrote said says told wants wanted asked missed signed sent agreed cancelled left answered promised'.split(
    ' ',
  ),
)
const OUR_VERBS = new Set(
  'with to called emailed texted rang phoned met tried left for from told per ping pinged call email text ring reached introduced'.split(
    ' ',
  ),
)

/** Words with a capital only because a sentence begins with them. */
const OPENERS = new Set(
  'almost nearly attempted managed forgot meant wanted replied answered unable able catching checked touched saw visited if when after before once then since because although though while as at on in by for with without about per via re from into over under until unless so but and or also just finally still yet maybe perhaps probably hopefully today yesterday tomorrow tonight last next first second new old good bad long short quick nice lovely lunch coffee dinner breakfast chat conversation introduced intro drinks reminder remember remind park pause close rest leave put drop keep make get see ask tell give take send write speak talk meet ping chase visit follow submit book schedule move cancel confirm hold awaiting expecting having being caught catching trying texting messaging dear fwd fw note fyi btw update summary recap only another more most many few some any every each no none not never always usually currently apparently turns looks seems sounds should would could might may must shall does did is are was were has have had our my your their her his its'.split(
    ' ',
  ),
)
const opens = (token: Token | undefined): boolean => {
  if (token === undefined) return false
  const { low } = token
  const isVerbForm = low.length > 5 && (low.endsWith('ed') || low.endsWith('ing'))
  return (
    isVerbForm ||
    STARTERS.has(low) ||
    OPENERS.has(low) ||
    OUR_VERBS.has(low) ||
    plain(low).some(word => VERBS.has(word))
  )
}

/** A name that nobody in the book has: capitalised words where a person is spoken of. */
export const strangerAt = (
  names: Names,
  tokens: readonly Token[],
  at: number,
  startsSentence: boolean,
): Place<Mention> | undefined => {
  const token = tokens[at]
  if (!looksLikeName(token) || (startsSentence && opens(token))) return undefined
  let length = 1
  while (length < 3 && continuesName(names, tokens, at + length)) length += 1
  const after = tokens[at + length]?.low ?? ''
  const before = tokens[at - 1]?.low ?? ''
  const spokenOf = THEIR_VERBS.has(after) || (!startsSentence && OUR_VERBS.has(before))
  if (length === 1 && !spokenOf) return undefined
  return { value: { said: said(tokens, at, length), meant: [] }, length }
}

const continuesName = (names: Names, tokens: readonly Token[], at: number): boolean => {
  const word = bare(tokens[at])
  const known = names.clients.has(word) || (names.people.has(word) && !ALSO_WORDS.has(word))
  return looksLikeName(tokens[at]) && !known && !tokens[at - 1]?.low.endsWith("'s")
}
