import type { PlannedCommand, Question } from '../../../domain/note.ts'
import { type Book, commandId, type Occasion, type Reading } from '../reading.ts'
import { type Clause, clausesOf, groupPeople } from './clauses.ts'
import { happenedAt, sentDay } from './days.ts'
import { isEnglish } from './language.ts'
import { type Names, namesOf } from './people.ts'
import { closeCall, readClause } from './read-clause.ts'
import { touchWith } from './rules/touchpoints.ts'
import type { Doubt, Focus, Said, Scene } from './scene.ts'
import { unitsOf } from './units.ts'
import { doubt, excerpt, label, peopleOf } from './who.ts'
import { tokenize } from './words.ts'

/** The longest note that is read; a person dictates a tenth of it. */
const LONGEST = 20_000

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
  const [first, ...rest] = sure.doubts
  if (!first) {
    if (sure.said.length > 0)
      return { status: 'understood', rule: rulesOf(sure.said), commands: planned(sure.said, occasion, 0) }
    return nothing('nothing that happened', sure.why)
  }
  return ask(note, sure, first, rest)
}

type Note = {
  readonly text: string
  readonly book: Book
  readonly occasion: Occasion
  readonly focus: Focus
  readonly names: Names
}
type Once = { readonly said: readonly Said[]; readonly doubts: readonly Doubt[]; readonly why: string }

const nothing = (rule: string, why: string): Reading => ({ status: 'nothing', rule, why })

const readOnce = (note: Note, assumed: ReadonlyMap<string, string>): Once => {
  const { calendar } = note.book.recruiter
  const monthFirst =
    calendar.zone.startsWith('America/') || calendar.zone.startsWith('US/') || calendar.zone === 'Pacific/Honolulu'
  const answersDigest = (note.book.digest?.lines.length ?? 0) > 0
  const units = groupPeople(unitsOf(tokenize(note.text), note.names, monthFirst))
  const clauses = clausesOf(units, answersDigest)
  const [opening] = clauses
  if (!opening) return { said: [], doubts: [], why: 'It says nothing.' }
  const scene: Scene = {
    ...note,
    assumed,
    today: sentDay(note.occasion, calendar),
    clauses,
    doubts: [],
    said: [],
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
  }
  const heard = clauses.map((clause, index) => readClause(scene, clause, index))
  closeCall(scene, scene.dialled)
  settleDone(scene)
  if (scene.doubts.length === 0) {
    const at =
      scene.said.length === 0
        ? heard.indexOf('context')
        : heard.findIndex(
            (each, index) => each === 'context' && tellsOfDoing(clauses[index]) && !goesOn(clauses, heard, index),
          )
    if (at >= 0) askWhatHappened(scene, at)
  }
  return {
    said: inTime(scene),
    doubts: scene.doubts,
    why: 'It tells of nothing that happened: a question, a wait or an intention.',
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
  scene.said.splice(
    at,
    0,
    ...reads.map(read => ({ ...read, rule: 'done', ...(set.at === undefined ? {} : { at: set.at }) })),
  )
}

/** "Called the plant, got Susan": the next clause of the sentence tells how it went. */
const goesOn = (clauses: readonly Clause[], heard: readonly string[], at: number): boolean =>
  heard[at + 1] === 'read' &&
  clauses[at + 1]?.sentence === clauses[at]?.sentence &&
  clauses[at]?.view.every(unit => !unit.people) === true

/** A clause that begins with a deed, which no rule has read. */
const tellsOfDoing = (clause: Clause | undefined): boolean => {
  const units = clause?.view ?? []
  const [first, second, third] = units
  if (first?.when && units.some(unit => unit.people)) return true
  if (DEEDS.has(first?.form ?? '')) return true
  if (first?.people && ['did', 'was', 'is'].includes(second?.form ?? '') && third === undefined) return true
  const subject =
    first !== undefined && Boolean(first.people || first.pronoun || first.client || ['i', 'we'].includes(first.form))
  return subject && (DEEDS.has(second?.form ?? '') || DEEDS.has(third?.form ?? ''))
}
const DEEDS = new Set(
  'spoke talked called emailed texted messaged left voicemail met missed cancelled moved rescheduled signed agreed introduced submitted presented placed interviewed promised quit resigned retired frozen postponed booked scheduled rang wrote replied pinged'.split(
    ' ',
  ),
)

/** Words about somebody that no rule knows: ask what happened rather than drop them. */
const askWhatHappened = (scene: Scene, at: number): void => {
  const clause = scene.clauses[at]
  if (!clause || clause.view.every(({ form }) => THANKS.has(form))) return
  scene.clause = clause
  scene.index = at
  const unit = [...clause.units, ...scene.clauses.flatMap(each => each.units)].find(each => each.people)
  const people = unit ? peopleOf(scene, unit) : scene.topic
  const [person] = people
  if (scene.doubts.length > 0) return
  const key = `what ${at}`
  const assumed = HAPPENED.find(({ value }) => value === scene.assumed.get(key))
  if (person && assumed) {
    const when = happenedAt(scene.when, scene.occasion, scene.book.recruiter.calendar)
    scene.said.push(
      ...touchWith([person], assumed.touch, excerpt(scene)).map(reads => ({ ...reads, rule: 'as answered', at: when })),
    )
    return
  }
  doubt(scene, {
    key,
    rule: 'words that no rule knows',
    text: person
      ? `What happened with ${label(person)}? You wrote: “${excerpt(scene)}”`
      : `I could not read: “${excerpt(scene)}”. Please say it another way.`,
    options: person ? HAPPENED.map(({ value, label: words }) => ({ value, word: value, label: words })) : [],
  })
}
const THANKS = new Set(
  'thanks thank you great good okay perfect noted got it will cheers yes sure sounds done best regards sent from my iphone'.split(
    ' ',
  ),
)
const HAPPENED = [
  { value: 'spoke', label: 'We spoke', touch: { direction: 'outbound', channel: 'call', outcome: 'reached' } },
  {
    value: 'voicemail',
    label: 'I left a voicemail',
    touch: { direction: 'outbound', channel: 'voicemail', outcome: 'left-message' },
  },
  { value: 'wrote', label: 'I wrote to them', touch: { direction: 'outbound', channel: 'email', outcome: 'sent' } },
  {
    value: 'they wrote',
    label: 'They wrote to me',
    touch: { direction: 'inbound', channel: 'email', outcome: 'received' },
  },
] as const

/** Additions first: a person must be in the account before anything is told of them. */
const inTime = (scene: Scene): readonly Said[] => {
  const sent = happenedAt(undefined, scene.occasion, scene.book.recruiter.calendar)
  const added = scene.said.filter(({ at }) => at === '')
  const told = scene.said.filter(({ at }) => at !== '')
  const earliest = told.reduce((first, { at }) => (at !== undefined && at < first ? at : first), sent)
  return [...added.map(said => ({ ...said, at: earliest })), ...told]
}

const planned = (said: readonly Said[], occasion: Occasion, from: number): readonly PlannedCommand[] =>
  said.map(({ row, command, at }, index) => ({
    id: commandId(occasion.note, from + index),
    engagement: row.engagement,
    at: at ?? occasion.sentAt,
    evidence: 'reported',
    command,
  }))

const rulesOf = (said: readonly Said[]): string => [...new Set(said.map(({ rule }) => rule))].join('; ').slice(0, 120)

/** One question: each answer holds what the note says if that is so, beyond what is certain either way. */
const ask = (note: Note, sure: Once, first: Doubt, rest: readonly Doubt[]): Reading => {
  const readings = first.options.flatMap(option => outcomes(note, sure, option, new Map([[first.key, option.value]])))
  const key = (said: Said): string => JSON.stringify([said.row.engagement, said.at, said.command])
  const certain = sure.said.filter(said =>
    readings.every(({ once }) => once.said.some(other => key(other) === key(said))),
  )
  const known = new Set(certain.map(key))
  let next = certain.length
  const answers = readings.map(({ option, once }) => {
    const commands = planned(
      once.said.filter(said => !known.has(key(said))),
      note.occasion,
      next,
    )
    next += commands.length
    return { word: option.word, label: option.label, commands: [...commands] }
  })
  const also = rest.length > 0 ? ` Please tell me separately, too: ${rest.map(({ text }) => text).join(' ')}` : ''
  const question: Question = {
    text: `${first.text}${also}`.slice(0, 500),
    ...(first.unknownName === undefined ? {} : { unknownName: first.unknownName }),
    answers: [...answers.slice(0, 11), none],
  }
  return { status: 'asked', rule: first.rule, commands: planned(certain, note.occasion, 0), question }
}
type Option = Doubt['options'][number]

/** What an answer leads to; where it only leads to the next doubt, each of that one's answers joined with it. */
const outcomes = (
  note: Note,
  sure: Once,
  option: Option,
  assumed: ReadonlyMap<string, string>,
): readonly { readonly option: Option; readonly once: Once }[] => {
  const once = readOnce(note, assumed)
  const known = new Set(sure.doubts.map(({ key }) => key))
  const next = once.doubts.find(({ key }) => !known.has(key))
  if (!next || next.options.length === 0 || assumed.size > 1) return [{ option, once }]
  return next.options.map(further => ({
    option: {
      value: further.value,
      word: `${option.word} ${further.word}`.slice(0, 60),
      label: `${option.label}: ${further.label}`.slice(0, 200),
    },
    once: readOnce(note, new Map([...assumed, [next.key, further.value]])),
  }))
}

const none = { word: 'none', label: 'None of these', commands: [] }

const foreign = (text: string): Reading => ({
  status: 'asked',
  rule: 'not in English',
  commands: [],
  question: {
    text: `I read English only. Could you say this in English? “${text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)}”`,
    answers: [none],
  },
})
