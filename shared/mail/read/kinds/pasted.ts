import type { Contact } from '../../../domain/engagement/state.ts'
import type { PlannedCommand, Question } from '../../../domain/note.ts'
import type { EngagementId } from '../../../domain/vocabulary.ts'
import { accountsOf, type Known } from '../accounts.ts'
import { readNote } from '../note/read-note.ts'
import type { Focus } from '../note/scene.ts'
import { type Book, commandId, type Occasion, type Reading } from '../reading.ts'
import { signedAt } from '../signature.ts'

/** Words that may be somebody else's, where nothing marks whose they are: a mail that was pasted, a note typed below one. */

const RULE = 'words that may be another’s'
const LINES = 200

/** A note that is spoken to the recruiter, or signed by one of their people, is no word of the recruiter's for certain. */
export const isPasted = (words: string, book: Book, isForward: boolean): boolean => {
  const lines = words.split('\n').slice(0, LINES)
  return (
    isToRecruiter(lines, book) || signersOf(lines, book).length > 0 || (isForward && /\byou(r|['’]\w+)?\b/i.test(words))
  )
}

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|hallo|guten (?:tag|morgen)|liebe[rs]?|sehr geehrte[rs]?|bonjour|cher|chère|hola|buenos días|dag|beste|ciao|salut)[ ,]+/i

const firstName = (name: string): string => name.trim().toLowerCase().split(/\s+/)[0] ?? ''

/** By the name that they alone bear; the recruiter's own name below the words is a signature. */
const isToRecruiter = (lines: readonly string[], book: Book): boolean => {
  const own = firstName(book.recruiter.name)
  const isShared = everybody(book).some(({ contact }) => firstName(contact.name) === own)
  if (own === '' || isShared) return false
  const filled = lines.map(line => line.trim().toLowerCase()).filter(line => line !== '')
  return filled.some((line, at) => {
    const text = line.replace(GREETING, '')
    const greets = text !== line && startsWithName(text, own)
    const calls = at < filled.length - 1 && startsWithName(text, own) && /^\s*[,!–-]/.test(text.slice(own.length))
    return greets || calls || isCalledInQuotes(line, own)
  })
}

const startsWithName = (text: string, name: string): boolean =>
  text.startsWith(name) && !/[\p{L}\p{N}]/u.test(text.charAt(name.length))

/** From Greta: "Rhys, we will sign on Friday". */
const isCalledInQuotes = (line: string, name: string): boolean =>
  ['"', '“', '„', '«', '‘'].some(mark => {
    const at = line.indexOf(mark)
    const said =
      at < 0
        ? ''
        : line
            .slice(at + 1)
            .trimStart()
            .replace(GREETING, '')
    return startsWithName(said, name) && /^\s*[,!]/.test(said.slice(name.length))
  })

const CLOSING =
  /^(?:best|kind|warm|many|with|thanks|thank you|thx|cheers|regards|sincerely|yours|mit|viele|liebe|beste|cordialement|bien|saludos|un saludo|groet|groeten|met)\b.{0,40}$/i

/** Whose name stands alone below the words, after an empty line or a closing. */
const signersOf = (lines: readonly string[], book: Book): readonly Known[] => {
  const end = lines.findLastIndex(line => line.trim() !== '')
  for (let at = end; at > Math.max(0, end - 4); at--) {
    const above = (lines[at - 1] ?? '').trim()
    if (above !== '' && !CLOSING.test(above)) continue
    const name = (lines[at] ?? '')
      .trim()
      .replace(/^[-–—]\s*|[.,]$/g, '')
      .toLowerCase()
    const signers = everybody(book).filter(({ contact }) =>
      [contact.name.toLowerCase(), firstName(contact.name)].includes(name),
    )
    if (signers.length > 0) return signers
  }
  return []
}

const everybody = (book: Book): readonly Known[] =>
  accountsOf(book)
    .filter(({ stage }) => stage === 'open')
    .flatMap(row => row.contacts.filter(({ left }) => !left).map(contact => ({ row, contact })))

const MOST_WRITERS = 5

/** Whose they are is asked; nothing of them is recorded before. */
export const askWhose = (words: string, subject: string, book: Book, occasion: Occasion): Reading => {
  const lines = words.split('\n').slice(0, LINES)
  const signers = signersOf(lines, book)
  const writers = signers.length > 0 ? signers : namedIn(`${subject}\n${lines[0] ?? ''}`, book)
  const note = readNote(words, book, occasion)
  const mine = 'commands' in note ? note.commands : []
  const answers: Question['answers'] = [
    ...writers.slice(0, MOST_WRITERS).map(({ row, contact }) => ({
      word: contact.name.slice(0, 60),
      label: `${contact.name} wrote them to me`.slice(0, 200),
      commands: [received(row.engagement, contact, words, occasion)],
    })),
    ...(mine.length > 0 ? [{ word: 'mine', label: 'They are mine, as a note', commands: mine }] : []),
    { word: 'none', label: 'None of these', commands: [] },
  ]
  const quote = words
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]$/, '')
    .slice(0, 200)
  return {
    status: 'asked',
    rule: RULE,
    commands: [],
    question: { text: `Whose words are these: “${quote}”?`, answers },
  }
}

const namedIn = (text: string, book: Book): readonly Known[] => {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}'’-]+/u))
  return everybody(book).filter(({ contact }) => words.has(firstName(contact.name)))
}

const received = (
  engagement: EngagementId,
  contact: Contact,
  words: string,
  { note, sentAt }: Occasion,
): PlannedCommand => ({
  id: commandId(note, 0),
  engagement,
  at: sentAt,
  evidence: 'reported',
  command: {
    command: 'LogTouchpoint',
    direction: 'inbound',
    channel: 'email',
    outcome: 'received',
    contact: contact.id,
    summary: words.replaceAll(/\s+/g, ' ').trim().slice(0, 300),
  },
})

// Below a mail that was passed on

const LONGEST_NOTE = 300

/**
 * What stands below a mail that was passed on, where nothing says where that ends: words that tell of its writer as the
 * recruiter would. Whose they are is asked.
 */
export const noteBelow = (
  body: string,
  { row, contact }: Known,
  book: Book,
  occasion: Occasion,
): Question | undefined => {
  const lines = body.trimEnd().split('\n')
  const blank = lines.findLastIndex(line => line.trim() === '')
  const words = lines
    .slice(blank + 1)
    .join('\n')
    .trim()
  if (blank < 1 || words.length > LONGEST_NOTE || /\byou(r|rs)?\b/i.test(words)) return undefined
  const focus: Focus = { engagement: row.engagement, contact: contact.id }
  const note = readNote(words, book, occasion, focus)
  if (note.status !== 'understood') return undefined
  const isSigned = signedAt(lines, contact.name) < blank
  const isAboutWriter = note.commands.some(
    ({ command }) =>
      command.command === 'LogTouchpoint' && command.direction === 'outbound' && command.contact === contact.id,
  )
  if (!isSigned && !isAboutWriter) return undefined
  return {
    text: `Below the words of ${contact.name} stands “${words.replaceAll(/\s+/g, ' ').replace(/[.!]$/, '').slice(0, 200)}”. Did you write that?`.slice(
      0,
      500,
    ),
    answers: [
      { word: 'mine', label: 'Yes, I did', commands: note.commands },
      { word: 'none', label: `No, ${contact.name} did`.slice(0, 200), commands: [] },
    ],
  }
}
