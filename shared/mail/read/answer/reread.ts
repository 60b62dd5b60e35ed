import type { Command } from '../../../domain/engagement/commands.ts'
import type { PlannedCommand, Question } from '../../../domain/note.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import type { Message } from '../message.ts'
import { namesOf, type Person, wordsOf } from '../note/names.ts'
import { type AskedBefore, type Book, commandId, type Reading } from '../reading.ts'
import { newlySaid } from './newly-said.ts'
import { type Answer, NONE } from './pick.ts'

/** The message that was asked about, read once more with somebody in it whom no answer offered. */

export type Named = { readonly name: string; readonly corrects: boolean }

/** How a message reads: handed in, since reading leads here. */
type Understand = (message: Message, book: Book) => Reading

export type Reread =
  | { readonly commands: readonly PlannedCommand[] }
  | { readonly question: Question; readonly commands: readonly PlannedCommand[] }

export const readAsNamed = (asked: AskedBefore, named: Named, book: Book, understand: Understand): Reread | null => {
  const meant = lookUp(named.name, book)
  const reading = readWith(asked, named, meant, book, understand)
  if (!reading || reading.status === 'held' || reading.status === 'nothing') return null
  const only = reading.status === 'asked' ? onlyAnswer(reading.question, meant) : undefined
  const said = [...remembered(asked, named, meant), ...reading.commands, ...(only?.commands ?? [])]
  const commands = newlySaid('a name', asked.note, said, asked.commands)
  if (reading.status === 'asked' && !only) return { commands, question: reading.question }
  return commands.length > 0 ? { commands } : null
}

type Meant = { readonly person?: Person | undefined; readonly row?: EngagementRow | undefined }

/** The one known person or account of that name. */
const lookUp = (name: string, book: Book): Meant => {
  const names = namesOf(book)
  const words = wordsOf(name)
  const spelled = names.people.get(words[0] ?? '')?.filter(entry => entry.words.join(' ') === words.join(' ')) ?? []
  const people = new Set(spelled.map(({ person }) => person.contact.id))
  const rows = names.clients.get(words[0] ?? '')?.filter(entry => entry.words.join(' ') === words.join(' ')) ?? []
  const accounts = new Set(rows.map(({ row }) => row))
  return {
    ...(people.size === 1 && spelled[0] ? { person: spelled[0].person } : {}),
    ...(people.size === 0 && accounts.size === 1 && rows[0] ? { row: rows[0].row } : {}),
  }
}

const readWith = (
  asked: AskedBefore,
  { name }: Named,
  { person, row }: Meant,
  book: Book,
  understand: Understand,
): Reading | null => {
  const { message } = asked
  const wrong = nameInQuestion(asked)
  if (wrong?.includes('@')) return person || row ? understand(message, withAddress(book, wrong, { person, row })) : null
  const replaced = wrong && replacedIn(message, wrong, name)
  if (replaced) {
    const reading = understand(replaced, book)
    if (reading.status === 'understood' || reading.status === 'asked') return reading
  }
  const guest = person && { name: person.contact.name, address: person.contact.emails[0] ?? '' }
  const met = guest ? understand(message, { ...book, guest }) : null
  if (met && 'commands' in met && met.commands.some(({ command }) => command.command === 'BookMeeting')) return met
  if (row) return understand(message, { ...book, engagements: [row] })
  return replaced ? null : understand({ ...message, text: `${name}: ${message.text.trimStart()}` }, book)
}

/** The book once it is known whose address it is, or else at which account. */
const withAddress = (book: Book, address: string, { person, row }: Meant): Book => ({
  ...book,
  engagements: person
    ? book.engagements.map(each => ({
        ...each,
        contacts: each.contacts.map(contact =>
          contact.id === person.contact.id ? { ...contact, emails: [...contact.emails, address] } : contact,
        ),
      }))
    : book.engagements.filter(each => each.engagement === row?.engagement),
})

/** The name that was unclear: unknown, or shared by all whom the answers name. */
const nameInQuestion = ({ question, message }: AskedBefore): string | undefined => {
  if (question.unknownName !== undefined) return question.unknownName
  const [first, ...others] = question.answers.filter(({ word }) => word !== NONE).map(({ label }) => wordsOf(label))
  const text = new Set(wordsOf(`${message.subject} ${message.text}`))
  return first?.find(word => word.length > 2 && text.has(word) && others.every(label => label.includes(word)))
}

const replacedIn = (message: Message, wrong: string, name: string): Message | undefined => {
  const text = replaceWord(message.text, wrong, name)
  const subject = replaceWord(message.subject, wrong, name)
  return text === message.text && subject === message.subject ? undefined : { ...message, text, subject }
}

const replaceWord = (text: string, wrong: string, name: string): string => {
  let at = 0
  let written = ''
  const low = text.toLowerCase()
  for (let found = low.indexOf(wrong.toLowerCase()); found >= 0; found = low.indexOf(wrong.toLowerCase(), found + 1)) {
    const end = found + wrong.length
    const stands = !isLetter(text.charAt(found - 1)) && !isLetter(text.charAt(end))
    if (!stands || found < at) continue
    written += text.slice(at, found) + name
    at = end
  }
  return written + text.slice(at)
}

const isLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter)

/** The one answer that says something, of the account that was named where there is one. */
const onlyAnswer = ({ answers }: Question, { row }: Meant): Answer | undefined => {
  const real = answers.filter(
    ({ commands }) =>
      commands.length > 0 && (!row || commands.every(({ engagement }) => engagement === row.engagement)),
  )
  return real.length === 1 ? real[0] : undefined
}

/** That "Susie" is Susan, that "Northgate" is North Gate Foods, and whose a private address is, is known from then on; a slip of the pen is not. */
const remembered = (asked: AskedBefore, { corrects }: Named, { person, row }: Meant): readonly PlannedCommand[] => {
  const { unknownName } = asked.question
  const engagement = (person?.row ?? row)?.engagement
  if (unknownName === undefined || !engagement) return []
  const isAddress = unknownName.includes('@')
  if (isAddress ? !person : corrects) return []
  const contact = person?.contact.id
  const command: Command = !contact
    ? { command: 'AliasClient', alias: unknownName }
    : { command: 'ChangeContact', contact, ...(isAddress ? { emails: [unknownName] } : { alias: unknownName }) }
  const { sentAt: at } = asked.occasion
  return [{ id: commandId(asked.note, 0), engagement, at, evidence: 'reported', command }]
}
