import type { PlannedCommand, Question } from '../../../domain/note.ts'
import { commandId, type Occasion, type Reading } from '../reading.ts'
import type { Once } from './read-note.ts'
import type { Doubt, Said } from './scene.ts'

/** What was said as finished commands, and what is doubtful as one question. */

export const planned = (said: readonly Said[], occasion: Occasion, from: number): readonly PlannedCommand[] =>
  said.map(({ row, command, at }, index) => ({
    id: commandId(occasion.note, from + index),
    engagement: row.engagement,
    at,
    evidence: 'reported',
    command,
  }))

export const rulesOf = (said: readonly Said[]): string =>
  [...new Set(said.map(({ rule }) => rule))].join('; ').slice(0, 120)

/** What each answer to a doubt's question would make certain: the doubt's key, and the answer's value. */
export type Assumed = ReadonlyMap<string, string>
type Option = Doubt['options'][number]
type Answer = { readonly option: Option; readonly once: Once }
type Again = (assumed: Assumed) => Once

/**
 * One question: each answer holds what the note says if that is so, beyond what is certain either way. Without
 * `again` (a long note) the answers are left open, and only what was said before the doubt is certain.
 */
export const ask = (occasion: Occasion, sure: Once, again: Again | undefined): Reading => {
  const [first, ...rest] = sure.doubts
  if (!first) return { status: 'understood', rule: rulesOf(sure.said), commands: planned(sure.said, occasion, 0) }
  const readings = again ? first.options.flatMap(option => outcomes(again, sure, first, option)).slice(0, 11) : []
  const certain = again
    ? sure.said.filter(said => readings.every(({ once }) => once.said.some(other => key(other) === key(said))))
    : sure.said.slice(0, sure.beforeDoubt)
  const known = new Set(certain.map(key))
  let next = certain.length
  const answers = readings.map(({ option, once }) => {
    const more = once.said.filter(said => !known.has(key(said)))
    const commands = [...planned(more, occasion, next)]
    next += commands.length
    return { word: option.word, label: option.label, commands }
  })
  // What an answer to the first makes clear need not be asked: whom "she" is, once it is said who "Susan" is.
  const left = rest.filter(
    doubt => readings.length === 0 || readings.some(({ once }) => once.doubts.some(other => other.key === doubt.key)),
  )
  const question: Question = {
    text: inOneMail(first, left).slice(0, 500),
    ...(first.unknownName === undefined ? {} : { unknownName: first.unknownName }),
    answers: answers.length > 0 ? [...answers, none] : [leftAlone],
  }
  return { status: 'asked', rule: first.rule, commands: planned(certain, occasion, 0), question }
}

const COUNTED = ['One thing', 'Two things', 'Three things', 'Four things']
/** As much as a question's mail shows. */
const LONGEST_TEXT = 400

/** All doubts of a note in one text, numbered where there are several; the buttons answer the first. */
const inOneMail = (first: Doubt, rest: readonly Doubt[]): string => {
  if (rest.length === 0) return first.text
  const shown = [first, ...rest].slice(0, COUNTED.length)
  const how = first.options.length > 0 ? 'The buttons answer 1; please write me the rest.' : 'Please write me each.'
  const things = `${shown.length <= rest.length ? 'Several things' : COUNTED[rest.length]} are not clear to me.`
  const room = Math.floor((LONGEST_TEXT - how.length - things.length) / shown.length) - 5
  return [things, ...shown.map(({ text }, index) => `${index + 1}) ${shortened(text, room)}`), how].join(' ')
}

/** Its first words, as many as there is room for, in whole words. */
const shortened = (text: string, room: number): string =>
  text.length <= room
    ? text
    : `${text.slice(0, Math.max(text.lastIndexOf(' ', room - 2), 1))} …${text.includes('“') ? '”' : ''}`

/** What is said, whatever words are kept with it. */
const key = ({ row, at, command }: Said): string =>
  JSON.stringify([row.engagement, at, 'summary' in command ? { ...command, summary: '' } : command])

/** What an answer leads to; where it only leads to the next doubt, each of that one's answers joined with it. */
const outcomes = (again: Again, sure: Once, first: Doubt, option: Option): readonly Answer[] => {
  const assumed = new Map([[first.key, option.value]])
  const once = again(assumed)
  const next = once.doubts.find(({ key: other }) => sure.doubts.every(known => known.key !== other))
  if (!next || next.options.length === 0) return [{ option, once }]
  return next.options.map(further => ({
    option: {
      value: further.value,
      word: `${option.word} ${further.word}`.slice(0, 60),
      label: `${option.label}: ${further.label}`.slice(0, 200),
    },
    once: again(new Map([...assumed, [next.key, further.value]])),
  }))
}

const none = { word: 'none', label: 'None of these', commands: [] }
/** Where there is nothing to choose from, the button says that it need not be known. */
const leftAlone = { ...none, label: 'Leave it unrecorded' }

export const foreign = (text: string): Reading => ({
  status: 'asked',
  rule: 'not in English',
  commands: [],
  question: {
    text: `I read English only. Could you say this in English? “${text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)}”`,
    answers: [leftAlone],
  },
})
