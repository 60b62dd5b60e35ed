import type { PlannedCommand, Question } from '../../../domain/note.ts'
import { takingBack } from '../../../domain/take-back.ts'
import { namedTime } from '../answer/named-time.ts'
import { broughtBy, isSame, newlySaid } from '../answer/newly-said.ts'
import { NONE, type Picked, pick } from '../answer/pick.ts'
import { readAsNamed } from '../answer/reread.ts'
import type { Message } from '../message.ts'
import { readNote } from '../note/read-note.ts'
import type { Focus } from '../note/scene.ts'
import { COURTESY } from '../note/words.ts'
import type { AskedBefore, Book, Occasion, Reading } from '../reading.ts'

const RULE = 'an answer to a question'

/** Longer than an answer: what is not clear in it is a note of its own. */
const LONGEST_ANSWER = 160

/**
 * A reply to a question of ours: the answer it gives, and what it tells beyond it. What is no answer is read as a note
 * like any other; what is neither asks the question once more.
 */
export const readAnswered = (
  words: string,
  asked: AskedBefore,
  book: Book,
  occasion: Occasion,
  understand: (message: Message, book: Book, occasion: Occasion) => Reading,
): Reading => {
  const picked = pick(words, asked.question)
  const meets = asked.answer ? null : readAsMeeting(words, asked, book, occasion, understand)
  if (meets) return meets
  if (asked.answer) return readSecondThoughts(words, picked, asked, book, occasion)
  switch (picked.kind) {
    case 'answers': {
      const commands = withoutRepeats(picked.answers.flatMap(answer => answer.commands))
      const word = picked.answers.map(answer => answer.word).join(' + ')
      const candidates = picked.answers.flatMap(({ candidate }) => candidate ?? [])
      const answers = { note: asked.note, word: word.slice(0, 60), commands, candidates }
      return withRest(answers, picked.rest, book, occasion)
    }
    case 'none':
      return withRest(noneOf(asked), picked.rest, book, occasion)
    case 'named': {
      const again = readAsNamed(asked, picked, book, (message, known) => understand(message, known, asked.occasion))
      if (!again) return readInWords(words, asked, book, occasion)
      const answers = { note: asked.note, word: picked.name.slice(0, 60), commands: again.commands }
      return withRest(
        'question' in again ? { ...answers, again: again.question } : answers,
        picked.rest,
        book,
        occasion,
      )
    }
    case 'unclear':
      return readInWords(words, asked, book, occasion)
  }
}

/** A day and hour in answer to which day of a series counts, or to when a meeting is. */
const readAsMeeting = (
  words: string,
  asked: AskedBefore,
  book: Book,
  occasion: Occasion,
  understand: (message: Message, book: Book, occasion: Occasion) => Reading,
): Reading | null => {
  if (asked.question.unknownName !== undefined) return null
  const meets = namedTime(words, occasion, book.recruiter.calendar)
  const reading = meets && understand(asked.message, { ...book, meets }, asked.occasion)
  if (!reading || !('commands' in reading)) return null
  const commands = newlySaid('a time', asked.note, reading.commands, asked.commands)
  if (!commands.some(({ command }) => command.command === 'BookMeeting')) return null
  const answers = { note: asked.note, word: words.trim().slice(0, 60), commands }
  return withRest('question' in reading ? { ...answers, again: reading.question } : answers, '', book, occasion)
}

/** Who is neither of those asked about may be somebody to leave alone. */
const noneOf = ({ note, question }: AskedBefore): NonNullable<Reading['answers']> => {
  const candidates = question.answers.flatMap(({ word, candidate }) => (word === NONE && candidate ? [candidate] : []))
  return { note, word: NONE, commands: [], candidates }
}

/** Another answer to a question that has one: what the first recorded is taken back. The same again changes nothing. */
const readSecondThoughts = (
  words: string,
  picked: Picked,
  asked: AskedBefore,
  book: Book,
  occasion: Occasion,
): Reading => {
  if (picked.kind === 'named' || picked.kind === 'unclear') return readNote(words, book, occasion)
  const answers = picked.kind === 'answers' ? picked.answers : []
  const word = (answers.length > 0 ? answers.map(each => each.word).join(' + ') : NONE).slice(0, 60)
  if (word === asked.answer?.word) return withRest(null, picked.rest, book, occasion)
  const wrong = (asked.answer?.commands ?? []).filter(({ command }) => command.command !== 'RetractPress')
  // This reply's own ids: the first answer may come back.
  const commands = broughtBy('another answer', occasion.note, [
    ...wrong.map((said): PlannedCommand => ({ ...said, ...takingBack(said), at: occasion.sentAt })),
    ...withoutRepeats(answers.flatMap(each => each.commands)),
  ])
  const candidates = answers.flatMap(({ candidate }) => candidate ?? [])
  return withRest({ note: asked.note, word, commands, candidates, replaces: true }, picked.rest, book, occasion)
}

const withoutRepeats = (commands: readonly PlannedCommand[]): readonly PlannedCommand[] =>
  commands.filter((command, at) => commands.findIndex(other => isSame(other, command)) === at)

/** "Susan, and left her a vm today": what stands beyond the answer is a note about whom the answer named. */
const withRest = (answering: Reading['answers'] | null, rest: string, book: Book, occasion: Occasion): Reading => {
  const answers = answering ? { answers: answering } : {}
  const alone: Reading = { status: 'nothing', rule: RULE, why: 'It answers a question, and says no more.', ...answers }
  if (isCourtesy(rest, book)) return alone
  const more = readNote(rest, book, occasion, focusOn(answering?.commands ?? []))
  // What explains an answer need not be a fact of its own.
  if (more.status === 'nothing' || more.status === 'held' || isExplanation(more)) return alone
  return { ...more, rule: `${RULE}, and more: ${more.rule}`, ...answers }
}

const isExplanation = (reading: Reading): boolean =>
  reading.status === 'asked' && reading.commands.length === 0 && reading.rule === 'words that no rule knows'

const isCourtesy = (text: string, { recruiter }: Book): boolean => {
  const names = new Set(recruiter.name.toLowerCase().split(' '))
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .every(word => word === '' || COURTESY.has(word) || names.has(word))
}

const readInWords = (words: string, asked: AskedBefore, book: Book, occasion: Occasion): Reading => {
  const note = readNote(words, book, occasion, focusOn(asked.question.answers.flatMap(({ commands }) => commands)))
  if (note.status === 'understood')
    return settles(note.commands, asked.question) ? { ...note, answers: inWords(asked) } : note
  if (note.status === 'held' || (note.status === 'asked' && words.length > LONGEST_ANSWER)) return note
  if (isCourtesy(words, book)) return { status: 'nothing', rule: 'courtesy', why: 'It says thanks, and no more.' }
  return {
    status: 'nothing',
    rule: 'an answer that is not clear',
    why: 'It answers a question, but not for certain.',
    answers: { ...inWords(asked), again: asked.question },
  }
}

const inWords = ({ note }: AskedBefore): NonNullable<Reading['answers']> => ({
  note,
  word: 'in other words',
  commands: [],
})

/** Whether what a note tells is what the question wanted to know: of the one person it asked about, or of anything. */
const settles = (told: readonly PlannedCommand[], { answers, unknownName }: Question): boolean => {
  const offered = answers.flatMap(({ commands }) => commands)
  if (offered.length === 0) return unknownName === undefined
  const { contact } = focusOn(offered)
  return contact !== undefined && told.every(command => contactOf(command) === contact)
}

/** The one person and account that some commands are about. */
const focusOn = (commands: readonly PlannedCommand[]): Focus => {
  const contacts = new Set(commands.map(contactOf).filter(contact => contact !== undefined))
  const engagements = new Set(commands.map(({ engagement }) => engagement))
  const [contact] = contacts
  const [engagement] = engagements
  return {
    ...(engagement && engagements.size === 1 ? { engagement } : {}),
    ...(contact && contacts.size === 1 ? { contact } : {}),
  }
}

const contactOf = ({ command }: PlannedCommand): Focus['contact'] =>
  'contact' in command ? command.contact : undefined
