import type { Contact } from '../../../domain/engagement/state.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import type { Book } from '../reading.ts'

/** The people and companies of a book, and how a note may name them. */

export type Person = { readonly contact: Contact; readonly row: EngagementRow }

/** A name as it stands in a note and whom it may mean: one certain person, several, or nobody known. */
export type Mention = { readonly said: string; readonly meant: readonly Person[] }

export type Names = {
  /** By the first word of a name, alias or address: the words that complete it, longest first. */
  readonly people: ReadonlyMap<string, readonly Named[]>
  readonly clients: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly row: EngagementRow }[]>
  readonly everybody: readonly Person[]
  /** First and last names by each of their spellings with one letter left out: how a misspelt name is found. */
  readonly shortened: ReadonlyMap<string, readonly Named[]>
}
export type Part = 'full' | 'first' | 'last'
export type Named = { readonly words: readonly string[]; readonly person: Person; readonly part: Part }

const COMPANY_ENDINGS = new Set('inc llc ltd co corp company plc gmbh the and group & of'.split(' '))

export const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}\p{N}'-]+/u)
    .filter(word => word !== '')

export const namesOf = (book: Book): Names => {
  const people = new Map<string, Named[]>()
  const shortened = new Map<string, Named[]>()
  const clients = new Map<string, { words: readonly string[]; row: EngagementRow }[]>()
  const everybody: Person[] = []
  const keep = <Entry extends { words: readonly string[] }>(
    map: Map<string, Entry[]>,
    entry: Entry,
    key = entry.words[0],
  ): void => {
    if (key === undefined) return
    const entries = map.get(key) ?? []
    if (entries.length === 0) map.set(key, entries)
    entries.push(entry)
  }
  const keepName = (named: Named): void => {
    keep(people, named)
    const [word] = named.words
    if (word && word.length >= SHORTEST_MISSPELT) for (const key of shorten(word)) keep(shortened, named, key)
  }
  for (const row of book.engagements) {
    if (row.stage !== 'open' && row.stage !== 'closed') continue
    const client = wordsOf(row.client)
    if (client.length > 0) keep(clients, { words: client, row })
    for (const alias of row.aliases ?? []) keep(clients, { words: wordsOf(alias), row })
    const distinct = client.findIndex(word => word.length >= 3 && !COMPANY_ENDINGS.has(word))
    for (let most = 2; most < client.length; most += 1) keep(clients, { words: client.slice(0, most), row })
    if (client.length > 1 && distinct === 0) keep(clients, { words: client.slice(0, 1), row })
    for (const contact of row.contacts) {
      const person = { contact, row }
      everybody.push(person)
      const full = wordsOf(contact.name)
      if (full.length > 1) keep(people, { words: full, person, part: 'full' })
      if (full[0]) keepName({ words: full.slice(0, 1), person, part: 'first' })
      const last = full.at(-1)
      if (full.length > 1 && last && last.length >= 3) keepName({ words: [last], person, part: 'last' })
      for (const alias of contact.aliases) keep(people, { words: wordsOf(alias), person, part: 'full' })
      for (const email of contact.emails) keep(people, { words: [email.toLowerCase()], person, part: 'full' })
    }
  }
  for (const entries of people.values()) entries.sort((a, b) => b.words.length - a.words.length)
  for (const entries of clients.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return { people, clients, everybody, shortened }
}

/** Shorter names are too like each other to be taken for a slip. */
export const SHORTEST_MISSPELT = 5
/** The word, and the word without each of its letters: two words one slip apart share one of these. */
export const shorten = (word: string): readonly string[] => [
  ...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
]
