import { createHash } from 'node:crypto'
import type { Command } from '../../domain/engagement/commands.ts'
import type { Contact } from '../../domain/engagement/state.ts'
import type { PlannedCommand, Question } from '../../domain/note.ts'
import { ContactId, EngagementId, type Evidence, type RecruiterId } from '../../domain/vocabulary.ts'
import type { EngagementRow } from '../../views/rows.ts'
import { type Book, commandId, type Occasion, type Reading } from './reading.ts'

/** The commands read so far out of one message, and the book as it will stand after them. */
export type Plan = {
  readonly book: Book
  readonly occasion: Occasion
  readonly commands: readonly PlannedCommand[]
}

export const beginPlan = (book: Book, occasion: Occasion): Plan => ({ book, occasion, commands: [] })

/** Adds a command; people and accounts that it brings in are known to what is read next. `at` is UTC. */
export const planned = (
  plan: Plan,
  engagement: EngagementId,
  command: Command,
  said: { readonly at: string; readonly evidence: Evidence },
): Plan => ({
  ...plan,
  book: { ...plan.book, engagements: afterwards(plan.book, engagement, command) },
  commands: [
    ...plan.commands,
    {
      id: commandId(plan.occasion.note, plan.commands.length),
      engagement,
      at: earlier(said.at, plan.occasion.arrivedAt),
      evidence: said.evidence,
      command,
    },
  ],
})

/** Nothing that a message tells happened after it arrived. */
const earlier = (at: string, arrivedAt: string): string => (Date.parse(at) <= Date.parse(arrivedAt) ? at : arrivedAt)

const afterwards = (book: Book, engagement: EngagementId, command: Command): readonly EngagementRow[] => {
  if (command.command === 'OpenEngagement') {
    if (book.engagements.some(row => row.engagement === engagement)) return book.engagements
    return [...book.engagements, openedRow(book.recruiter.id, engagement, command.client, command.domains)]
  }
  return book.engagements.map(row => (row.engagement === engagement ? changedRow(row, command) : row))
}

const openedRow = (
  recruiter: RecruiterId,
  engagement: EngagementId,
  client: string,
  domains: readonly string[],
): EngagementRow => ({
  kind: 'engagement',
  // Never stored: only the reader of this message sees it.
  firm: '' as EngagementRow['firm'],
  recruiter,
  engagement,
  position: 0,
  stage: 'open',
  client,
  domains,
  openings: [],
  contacts: [],
  meetings: [],
  openTasks: [],
  tense: [],
  reminders: [],
  status: 'on-track',
  ball: null,
  silentSince: null,
  wakeAt: null,
  owned: [],
})

const changedRow = (row: EngagementRow, command: Command): EngagementRow => {
  switch (command.command) {
    case 'NameClient':
      return { ...row, client: command.client }
    case 'AddContact': {
      const contact: Contact = {
        id: command.contact,
        name: command.name,
        role: command.role,
        emails: command.emails,
        phones: command.phones,
        ...(command.introducedBy ? { introducedBy: command.introducedBy } : {}),
        aliases: [],
        candidate: command.candidate ?? false,
        left: false,
        optedOut: false,
      }
      return { ...row, contacts: [...row.contacts, contact] }
    }
    case 'ChangeContact':
      return {
        ...row,
        contacts: row.contacts.map(contact =>
          contact.id === command.contact
            ? {
                ...contact,
                emails: [...contact.emails, ...(command.emails ?? [])],
                phones: [...contact.phones, ...(command.phones ?? [])],
              }
            : contact,
        ),
      }
    case 'BookMeeting':
      return {
        ...row,
        meetings: [
          ...row.meetings.filter(meeting => meeting.id !== command.meeting),
          {
            id: command.meeting,
            startsAt: command.startsAt,
            endsAt: command.endsAt,
            contacts: command.contacts,
            title: command.title,
            ...(command.calendar ? { calendars: [command.calendar] } : {}),
          },
        ],
      }
    case 'ReportTension':
      return { ...row, tense: [...row.tense, command.contact] }
    default:
      return row
  }
}

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 24)

/** Made from recruiter, account and the number of earlier closed ones, so that two messages open the same one. */
export const engagementIdFor = (book: Book, account: string): EngagementId => {
  const closed = book.engagements.filter(row => row.domains.includes(account) && row.stage !== 'open').length
  return EngagementId.parse(`e${hash(book.recruiter.id, account, String(closed))}`)
}

export const contactIdFor = (engagement: EngagementId, who: string): ContactId =>
  ContactId.parse(`c${hash(engagement, who.trim().toLowerCase())}`)

/** The plan as a reading: its commands, and what remains to be asked. */
export const finish = (plan: Plan, rule: string, question?: Question): Reading =>
  question
    ? { status: 'asked', rule, commands: plan.commands, question }
    : { status: 'understood', rule, commands: plan.commands }

/**
 * Gives every command of a reading, those of its answers included, an id of its own made from the note's: the same
 * message read again makes the same ones.
 */
export const numbered = (reading: Reading, occasion: Occasion): Reading => {
  if (reading.status === 'held' || reading.status === 'nothing') return reading
  const renumber = (commands: readonly PlannedCommand[], from: number) =>
    commands.map((command, index) => ({ ...command, id: commandId(occasion.note, from + index) }))
  const commands = renumber(reading.commands, 0)
  if (reading.status === 'understood') return { ...reading, commands }
  const answers = reading.question.answers.map((answer, index) => ({
    ...answer,
    commands: renumber(answer.commands, (index + 1) * ANSWER_STRIDE),
  }))
  return { ...reading, commands, question: { ...reading.question, answers } }
}

/** More commands than any one answer holds. */
const ANSWER_STRIDE = 1000
