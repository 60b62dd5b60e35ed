import { close } from '../../../shared/log/codec.ts'
import type { StreamName } from '../../../shared/log/streams.ts'
import type { Desk, Town } from './town.ts'

/** What the log holds of one desk: every text of it, told apart into personal details and the rest, with where it stands. */

/** By its text, the events' types and fields: `ContactAdded.phones.number`. */
export type Texts = ReadonlyMap<string, ReadonlySet<string>>
export type Known = { readonly personal: Texts; readonly plain: Texts }

export const streamsOf = (town: Town, { recruiter }: Desk): readonly StreamName[] =>
  town.streams().filter(stream => stream.includes(recruiter))

/** Streams as they lie in the log, to be compared. */
export const stored = async (town: Town, streams: readonly StreamName[]): Promise<string> =>
  (await Promise.all(streams.map(async stream => close(stream, (await town.world.log.load(stream)).events)))).join('\n')

export const known = async (town: Town, desk: Desk): Promise<Known> => {
  const personal = new Map<string, Set<string>>()
  const plain = new Map<string, Set<string>>()
  for (const stream of streamsOf(town, desk)) {
    for (const part of stream.split(/[/.]/)) keep(plain, part, 'stream')
    for (const { type, personal: details, ...rest } of JSON.parse(await stored(town, [stream]))) {
      for (const [text, where] of textsIn(details, type)) keep(personal, text, where)
      for (const [text, where] of textsIn(rest, type)) keep(plain, text, where)
    }
  }
  return { personal, plain }
}

const keep = (texts: Map<string, Set<string>>, text: string, where: string): void => {
  texts.set(text, (texts.get(text) ?? new Set()).add(where))
}

const textsIn = (value: unknown, where: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[value, where]]
  if (Array.isArray(value)) return value.flatMap(each => textsIn(each, where))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${where}.${name}`))
}

const DATE = /^\d{4}-\d{2}-\d{2}(T|$)/
/** Shorter texts stand in every page by chance. */
const SHORTEST = 4

/** What one desk has and another has not: dates, enums and what both were told are nobody's secret. */
export const onlyOf = (one: Known, other: Known): Known => {
  const theirs = [...other.personal.keys(), ...other.plain.keys()].join('\n')
  const own = (texts: Texts): Texts =>
    new Map([...texts].filter(([text]) => text.length >= SHORTEST && !DATE.test(text) && !theirs.includes(text)))
  return { personal: own(one.personal), plain: own(one.plain) }
}

/** An id of the same make that nobody has. */
export const nobodys = (id: string): string =>
  id.replaceAll(/[a-z0-9]/gi, letter => (/[z9]/i.test(letter) ? 'a' : String.fromCharCode(letter.charCodeAt(0) + 1)))
