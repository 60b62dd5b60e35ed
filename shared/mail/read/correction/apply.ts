import type { PlannedCommand, Question } from '../../../domain/note.ts'
import { takingBack, takingBackNote } from '../../../domain/take-back.ts'
import { isSame } from '../answer/newly-said.ts'
import { namesOf, wordsOf } from '../note/names.ts'
import { readNote } from '../note/read-note.ts'
import { type Book, commandId, type EarlierNote, type Occasion, type Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'
import type { Correction } from './phrases.ts'

/** A note that corrects the one before it: what that said is taken back, and what is so instead is said. */

const RULE = 'a correction of the note before'

/** A note of longer ago than this is not "my last note" for certain. */
const LAST_FOR_MS = 36 * 3_600_000

export const readCorrection = (
  correction: Correction,
  earlier: readonly EarlierNote[],
  book: Book,
  occasion: Occasion,
): Reading => {
  const [last, before] = earlier
  if (!last)
    return { status: 'nothing', rule: RULE, why: 'There is no note of yours before it that recorded anything.' }
  const isCertain =
    Date.parse(occasion.arrivedAt) - Date.parse(last.occasion.arrivedAt) <= LAST_FOR_MS &&
    !(before && isAtOnce(last.occasion, before.occasion))
  if (!isCertain) return askWhich(earlier, occasion)
  return correction.kind === 'all'
    ? takeAllBack(last, correction.rest, book, occasion)
    : instead(last, correction, book, occasion)
}

const isAtOnce = (one: Occasion, other: Occasion): boolean =>
  one.arrivedAt === other.arrivedAt && one.sentAt === other.sentAt

const takeAllBack = (last: EarlierNote, rest: string, book: Book, occasion: Occasion): Reading => {
  const commands = planned(takingBackNote(last.note, last.commands), occasion)
  const answers = last.isOpen ? { answers: { note: last.note, word: 'taken back', commands: [] } } : {}
  const more = rest === '' ? null : readNote(rest, book, occasion)
  // A reason ("wrong person") tells nothing anew.
  const tells = more?.status === 'understood' || (more?.status === 'asked' && more.rule !== 'words that no rule knows')
  if (more && tells)
    return { ...more, rule: `${RULE}, and: ${more.rule}`, commands: [...commands, ...more.commands], ...answers }
  if (commands.length === 0)
    return { status: 'nothing', rule: RULE, why: 'The note before it had recorded nothing.', ...answers }
  return { status: 'understood', rule: RULE, commands, ...answers }
}

/** The note before, read with the right word in the place of the wrong one: only what changes by it is changed. */
const instead = (
  last: EarlierNote,
  correction: Extract<Correction, { kind: 'instead' }>,
  book: Book,
  occasion: Occasion,
): Reading => {
  const words = writtenPart(last.message.text).trim()
  const corrected = withRight(words, correction, last, book)
  const reading = corrected === null ? null : readNote(corrected, book, last.occasion)
  if (!reading || reading.status === 'held' || reading.status === 'nothing') return askWhat(last, occasion)
  const wrong = last.commands.filter(said => !reading.commands.some(other => isUnchanged(said, other)))
  const right = reading.commands.filter(said => !last.commands.some(other => isUnchanged(said, other)))
  if (reading.status === 'understood' && (wrong.length === 0 || right.length === 0)) return askWhat(last, occasion)
  const commands = [...planned(wrong.map(takingBack), occasion), ...right]
  const answers = last.isOpen ? { answers: { note: last.note, word: 'put right', commands: [] } } : {}
  return { ...reading, rule: `${RULE}: ${reading.rule}`, commands, ...answers }
}

/** The word that was wrong may have been the day. */
const isUnchanged = (one: PlannedCommand, other: PlannedCommand): boolean => one.at === other.at && isSame(one, other)

const DAY =
  /\b(?:today|yesterday|this (?:morning|afternoon|evening)|last night|(?:last )?(?:mon|tues?|wed(?:nes)?|thurs?|thu|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?|\d{1,2}\/\d{1,2})\b/gi

/** The words with the right one in place; null where it is not certain which one was wrong. */
const withRight = (
  words: string,
  { right, wrong }: { readonly right: string; readonly wrong: string | null },
  last: EarlierNote,
  book: Book,
): string | null => {
  if (wrong !== null && holds(words, wrong)) return replaceOnce(words, wrong, right)
  if (isDay(right)) {
    if (wrong !== null && !isDay(wrong)) return null
    const days = words.match(DAY) ?? []
    if (days.length > 1) return null
    return days[0]
      ? replaceOnce(words, days[0], right)
      : `${words.replace(/[\s.!]+$/, '')} on ${right.replace(/^on /i, '')}`
  }
  const names = namesOf(book)
  if (wrong !== null || !names.people.has(wordsOf(right)[0] ?? '')) return null
  const contacts = new Set(last.commands.flatMap(({ command }) => ('contact' in command && command.contact) || []))
  const [only] = names.everybody.filter(({ contact }) => contacts.has(contact.id))
  const called = only ? [only.contact.name, ...only.contact.aliases, wordsOf(only.contact.name)[0] ?? ''] : []
  const said = called.find(name => name !== '' && holds(words, name))
  return contacts.size === 1 && said ? replaceOnce(words, said, right) : null
}

const isDay = (text: string): boolean => {
  const found = text.replace(/^on /i, '').match(DAY)
  return found?.length === 1 && found[0].length >= text.replace(/^on /i, '').length - 12
}

const placeOf = (text: string, part: string): number => {
  const [low, sought] = [text.toLowerCase(), part.toLowerCase()]
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + 1)) {
    const isWord = (place: number) => /[\p{L}\p{N}]/u.test(low.charAt(place))
    if (!isWord(at - 1) && !isWord(at + sought.length)) return at
  }
  return -1
}

const holds = (text: string, part: string): boolean => placeOf(text, part) >= 0

const replaceOnce = (text: string, part: string, by: string): string => {
  const at = placeOf(text, part)
  return text.slice(0, at) + by + text.slice(at + part.length)
}

/** Ids come with the reading's own numbers. */
const planned = (
  said: readonly { readonly engagement: PlannedCommand['engagement']; readonly command: PlannedCommand['command'] }[],
  occasion: Occasion,
): readonly PlannedCommand[] =>
  said.map(({ engagement, command }, index) => ({
    id: commandId(occasion.note, index),
    engagement,
    at: occasion.sentAt,
    evidence: 'reported',
    command,
  }))

const labelOf = ({ quote }: EarlierNote): string => `Take back "${quote.slice(0, 150)}"`
const none = { word: 'none', label: 'None of these', commands: [] }

const askWhich = (earlier: readonly EarlierNote[], occasion: Occasion): Reading =>
  asked(
    'Which note do you mean?',
    earlier.slice(0, 5).map((note, index) => ({
      word: `note ${index + 1}`,
      label: labelOf(note),
      commands: planned(takingBackNote(note.note, note.commands), occasion),
    })),
  )

const askWhat = (last: EarlierNote, occasion: Occasion): Reading =>
  asked(`What shall I put right in "${last.quote.slice(0, 200)}"? Write me the whole note as it should be.`, [
    {
      word: 'take back',
      label: 'Take that note back',
      commands: planned(takingBackNote(last.note, last.commands), occasion),
    },
  ])

const asked = (text: string, answers: Question['answers']): Reading => ({
  status: 'asked',
  rule: RULE,
  commands: [],
  question: { text: text.slice(0, 500), answers: [...answers, none] },
})
