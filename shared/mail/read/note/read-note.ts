import type { Book, Occasion, Reading } from '../reading.ts'
import { type Assumed, ask, foreign, planned, rulesOf } from './ask.ts'
import { peopleByNumber } from './by-number.ts'
import { closeCall } from './calls.ts'
import { clausesOf } from './clauses.ts'
import { besideCompany } from './companies.ts'
import { corrected } from './corrections.ts'
import { happenedAt, sentDay } from './days.ts'
import { isEnglish } from './language.ts'
import { type Names, namesOf } from './names.ts'
import { groupPeople } from './people-in-row.ts'
import { readClause } from './read-clause.ts'
import { touchWith } from './rules/touch.ts'
import type { Doubt, Focus, Said, Scene } from './scene.ts'
import { unitsOf } from './units.ts'
import { askAboutUnread } from './unread.ts'
import { COURTESY, tokenize } from './words.ts'

/** The longest note that is read; a person dictates a tenth of it. */
const LONGEST = 20_000
/** The longest that is read again for each answer a question may have. */
const LONGEST_ASKED = 4_000
/** More than anybody dictates; what grows with the clauses and what each looks back on stays small. */
const MOST_CLAUSES = 500

/**
 * Reads a note in a recruiter's own words into finished commands; asks one question about what is not certain, and
 * never guesses. Pure: relative days count from the day `occasion.sentAt` has in the recruiter's zone. `focus` says
 * what the note answers, where that is known. Linear in the length of the text.
 */
export const readNote = (text: string, book: Book, occasion: Occasion, focus: Focus = {}): Reading => {
  if (text.length > LONGEST)
    return { status: 'held', rule: 'a note too long', why: `It is longer than ${LONGEST} characters.` }
  const tokens = tokenize(text)
  if (!tokens.some(({ kind }) => kind === 'word' || kind === 'number'))
    return nothing('an empty note', 'It says nothing.')
  if (!isEnglish(tokens)) return foreign(text)
  const note = { text, book, occasion, focus, names: namesOf(book) }
  const sure = readOnce(note, new Map())
  if (sure.clauses > MOST_CLAUSES)
    return { status: 'held', rule: 'a note too long', why: `It says more than ${MOST_CLAUSES} things.` }
  if (sure.doubts.length === 0) {
    if (sure.said.length > 0)
      return { status: 'understood', rule: rulesOf(sure.said), commands: planned(sure.said, occasion, 0) }
    return nothing('nothing that happened', sure.why)
  }
  const again = text.length > LONGEST_ASKED ? undefined : (assumed: Assumed) => readOnce(note, assumed)
  return ask(occasion, sure, again)
}

type Note = {
  readonly text: string
  readonly book: Book
  readonly occasion: Occasion
  readonly focus: Focus
  readonly names: Names
}

/** A note read under some assumptions. */
export type Once = {
  readonly said: readonly Said[]
  readonly doubts: readonly Doubt[]
  /** How much of it was said before the first doubt. */
  readonly beforeDoubt: number
  readonly why: string
  readonly clauses: number
}

const nothing = (rule: string, why: string): Reading => ({ status: 'nothing', rule, why })

const readOnce = (note: Note, assumed: Assumed): Once => {
  const { calendar } = note.book.recruiter
  const monthFirst =
    calendar.zone.startsWith('America/') || calendar.zone.startsWith('US/') || calendar.zone === 'Pacific/Honolulu'
  const answersDigest = (note.book.digest?.lines.length ?? 0) > 0
  const plain = corrected(unitsOf(tokenize(note.text), note.names, monthFirst))
  const units = groupPeople(besideCompany(answersDigest ? peopleByNumber(plain, note.book) : plain))
  const signature = new Set(note.book.recruiter.name.toLowerCase().split(' '))
  const clauses = clausesOf(units, answersDigest).filter(
    ({ view, about }) => about !== undefined || !view.every(({ form }) => COURTESY.has(form) || signature.has(form)),
  )
  const [opening] = clauses
  if (!opening || clauses.length > MOST_CLAUSES)
    return { said: [], doubts: [], beforeDoubt: 0, why: 'It says nothing.', clauses: clauses.length }
  const scene: Scene = {
    ...note,
    assumed,
    today: sentDay(note.occasion, calendar),
    clauses,
    doubts: [],
    said: [],
    saidBeforeDoubt: 0,
    clause: opening,
    index: 0,
    view: opening.view,
    topic: [],
    account: undefined,
    tasks: [],
    teller: [],
    when: undefined,
    whenBefore: undefined,
    dialled: undefined,
    bareDone: false,
    moot: false,
    spokenAs: new Map(),
  }
  const heard = clauses.map((clause, index) => readClause(scene, clause, index))
  closeCall(scene, scene.dialled)
  settleDone(scene)
  askAboutUnread(scene, heard)
  return {
    said: inTime(scene),
    beforeDoubt: scene.saidBeforeDoubt,
    doubts: scene.doubts,
    why: 'It tells of nothing that happened: a question, a wait or an intention.',
    clauses: clauses.length,
  }
}

/** "Done. Susan answers within 3 days": the talk about it took place. */
const settleDone = (scene: Scene): void => {
  const at = scene.said.findIndex(
    ({ command }) => command.command === 'SetExpectation' && command.contact !== undefined,
  )
  const set = scene.said[at]
  if (!scene.bareDone || set?.command.command !== 'SetExpectation') return
  const { contact: id, text } = set.command
  const contact = set.row.contacts.find(each => each.id === id)
  const spoke = scene.said.some(({ command }) => command.command === 'LogTouchpoint' && command.contact === id)
  if (!contact || spoke) return
  const touch = { direction: 'outbound', channel: 'call', outcome: 'reached' } as const
  const reads = touchWith([{ contact, row: set.row }], touch, text)
  scene.said.splice(at, 0, ...reads.map(read => ({ ...read, rule: 'done', at: set.at, from: set.from })))
}

/** Additions first: a person must be in the account before anything is told of them. */
const inTime = (scene: Scene): readonly Said[] => {
  const sent = happenedAt(undefined, scene.occasion, scene.book.recruiter.calendar)
  const added = scene.said.filter(({ at }) => at === '')
  const told = scene.said.filter(({ at }) => at !== '')
  const earliest = told.reduce((first, { at }) => (at < first ? at : first), sent)
  return [...added.map(said => ({ ...said, at: earliest })), ...told]
}
