import type { Temporal } from 'temporal-polyfill'
import type { Command } from '../../../domain/engagement/commands.ts'
import type { Task } from '../../../domain/engagement/state.ts'
import type { ContactId, EngagementId, TaskId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import type { Book, Occasion } from '../reading.ts'
import type { Clause } from './clauses.ts'
import type { When } from './dates.ts'
import type { Names, Person } from './names.ts'
import { firstMatch, type Match, type Phrase } from './phrases.ts'
import type { Unit } from './units.ts'

/** Where a note stands, beside its words: the account, person or task it answers. */
export type Focus = { readonly engagement?: EngagementId; readonly contact?: ContactId; readonly task?: TaskId }

/** Something a note says for certain. */
export type Said = {
  readonly rule: string
  readonly row: EngagementRow
  readonly command: Command
  /** UTC. */
  readonly at: string
  /** Where in the note its words begin. */
  readonly from: number
}

/** Something that can't be read for certain. Each option, assumed, makes it readable. */
export type Doubt = {
  readonly key: string
  readonly rule: string
  readonly text: string
  readonly unknownName?: string
  readonly options: readonly { readonly value: string; readonly word: string; readonly label: string }[]
}

/** A call whose outcome the next words may tell. */
export type Dialled = {
  readonly people: readonly Person[]
  readonly clause: number
  readonly start: number
  readonly fallback: 'ask' | 'no-answer'
  readonly when: When | undefined
  /** The same call, told further. */
  readonly continues: Dialled | undefined
}

/** What the reader has gathered when it comes to a clause. */
export type Scene = {
  readonly text: string
  readonly book: Book
  readonly occasion: Occasion
  readonly names: Names
  readonly focus: Focus
  readonly today: Temporal.PlainDate
  /** Doubts taken as settled, by key. */
  readonly assumed: ReadonlyMap<string, string>
  readonly clauses: readonly Clause[]
  readonly doubts: Doubt[]
  /** What was said so far, in order. */
  readonly said: Said[]
  /** How much was said before the first doubt was raised. */
  saidBeforeDoubt: number
  clause: Clause
  index: number
  /** The clause as phrases see it: with the subject it shares with the clause before. */
  view: readonly Unit[]
  /** Of whom the last clause spoke. */
  topic: readonly Person[]
  account: EngagementRow | undefined
  /** The tasks that a number or name before the clause stands for. */
  tasks: readonly TaskAt[]
  /** By whom it is told: "Tom says". */
  teller: readonly Person[]
  when: When | undefined
  /** As it was before this clause. */
  whenBefore: When | undefined
  dialled: Dialled | undefined
  /** "Done" without a number: settled by what else the note says. */
  bareDone: boolean
  /** Whom the note has called "he", whom "she". */
  readonly spokenAs: Map<string, 'he' | 'she'>
  /** A rule read this clause and found no fact in it. */
  moot: boolean
}
export type TaskAt = { readonly task: Task; readonly row: EngagementRow; readonly number?: number }

export type Rule = {
  /** In words: people see it beside what was read. */
  readonly name: string
  /** Of the rules of one group only the first that fits is heard in a clause. */
  readonly group:
    | 'contact'
    | 'milestone'
    | 'promise'
    | 'tension'
    | 'resolved'
    | 'reason'
    | 'account'
    | 'person'
    | 'answer'
  readonly says: readonly Phrase[]
  /** With one of these in the clause it is something else: "we met" is no meeting "on zoom". */
  readonly unless?: readonly Phrase[]
  /** What is meant ahead ("need to call"), or both; otherwise only what has happened. */
  readonly tense?: 'ahead' | 'any'
  /** It is said by a negation: "didn't pick up". */
  readonly evenDenied?: true
  /** Nothing else is read out of the clause. */
  readonly alone?: true
  /** Nor is anything of these groups: it is only supposed. */
  readonly hushes?: readonly Rule['group'][]
  /** It is read, and holds no fact. */
  readonly moot?: true
  /** Undefined where the words fit and the sense does not: the next rule is tried. */
  readonly reads: (match: Match, scene: Scene) => readonly Reads[] | undefined
}
/** A command for an engagement, before it has an id, an instant and its rule. */
export type Reads = { readonly row: EngagementRow; readonly command: Command; readonly at?: string }

/** The clauses of the sentence at hand, told and still to be told. */
export const sentenceOf = ({ clauses, clause }: Scene): readonly Clause[] =>
  clauses.filter(({ sentence }) => sentence === clause.sentence)
export const sentenceSays = (scene: Scene, list: readonly Phrase[]): boolean =>
  sentenceOf(scene).some(({ view }) => firstMatch(list, view) !== undefined)

/** The note's own words from one unit to another. */
export const wordsOf = (scene: Scene, units: readonly Unit[]): string => {
  const [first, last] = [units[0], units.at(-1)]
  return first && last ? tidy(scene.text.slice(first.start, last.end)) : ''
}
const tidy = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+/, '')
    .replace(/[\s,;:–—-]+$/, '')
    .slice(0, 2000)
export const clauseWords = (scene: Scene): string => wordsOf(scene, scene.clause.units)
/** The note's own words from a place to the end of the clause at hand. */
export const wordsFrom = (scene: Scene, from: number): string =>
  tidy(scene.text.slice(from, Math.min(from + 2500, scene.clause.units.at(-1)?.end ?? from)))
