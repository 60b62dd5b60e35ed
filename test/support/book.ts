import type { Command } from '../../shared/domain/engagement/commands.ts'
import type { Contact, Task } from '../../shared/domain/engagement/state.ts'
import type { Question } from '../../shared/domain/note.ts'
import type { ContactId, EngagementId, FirmId, NoteId, RecruiterId, TaskId } from '../../shared/domain/vocabulary.ts'
import { type Message, readMessage } from '../../shared/mail/read/message.ts'
import type { Book, Occasion, Reading } from '../../shared/mail/read/reading.ts'
import { understand } from '../../shared/mail/read/understand.ts'
import type { EngagementRow } from '../../shared/views/rows.ts'
import { bytes, received } from './mail.ts'

/** A recruiter's book for tests that read mail: accounts with their people, and what nothing has been told of yet. */

export const contact = (id: string, name: string, email: string, more: Partial<Contact> = {}): Contact => ({
  id: id as ContactId,
  name,
  role: 'hr',
  emails: [email],
  phones: [],
  aliases: [],
  candidate: false,
  left: false,
  optedOut: false,
  ...more,
})

export const accountOf = (
  id: string,
  client: string,
  domain: string,
  contacts: readonly Contact[],
  more: Partial<EngagementRow> = {},
): EngagementRow => ({
  kind: 'engagement',
  firm: 'f' as FirmId,
  recruiter: 'r' as RecruiterId,
  engagement: id as EngagementId,
  position: 3,
  stage: 'open',
  client,
  domains: [domain],
  openings: [],
  contacts,
  meetings: [],
  openTasks: [],
  tense: [],
  reminders: [],
  status: 'on-track',
  ball: null,
  silentSince: null,
  wakeAt: null,
  owned: [],
  ...more,
})

type Owner = {
  readonly name: string
  readonly address: string
  readonly zone: string
  readonly inbound: string
  readonly holidays?: readonly string[]
}

/** The recruiter's own domain is their firm's. */
export const bookOf = (
  { name, address, zone, inbound, holidays = [] }: Owner,
  engagements: readonly EngagementRow[],
  more: Partial<Book> = {},
): Book => ({
  recruiter: {
    id: 'r' as RecruiterId,
    name,
    addresses: [address],
    calendar: { zone, workingDays: [1, 2, 3, 4, 5], holidays: [...holidays], digestAt: '07:00' },
    inbound,
  },
  firmDomains: [address.slice(address.indexOf('@') + 1)],
  neverLog: [],
  engagements,
  ...more,
})

/**
 * A book of accounts that each wait for one person, and the digest of a date that lists a task for each:
 * their tasks are t1, t2 and so on, their domains client0.example and so on, and a contact's id is the first name.
 */
export const bookWithDigest = (
  owner: Owner,
  date: string,
  people: readonly (readonly [name: string, client: string, play: string])[],
): Book => {
  const accounts = people.map(([name, client, play], index) => {
    const [first = name] = name.split(' ')
    const domain = `client${index}.example`
    const person = contact(first, name, `${first.toLowerCase()}@${domain}`)
    const task: Task = {
      id: `t${index + 1}` as TaskId,
      play,
      contact: person.id,
      due: date,
      because: [1],
      raisedAt: `${date}T11:00:00Z`,
      putOff: [],
    }
    return { row: accountOf(`e${index + 1}`, client, domain, [person], { openTasks: [task], status: 'quiet' }), task }
  })
  const lines = accounts.map(
    ({ row: { engagement }, task }, index) =>
      ({ number: index + 1, engagement, task: task.id, shape: 'task' }) as const,
  )
  return bookOf(
    owner,
    accounts.map(({ row }) => row),
    { digest: { date, lines } },
  )
}

/** The only note of its test, sent when it arrived. */
export const occasionAt = (at: string): Occasion => ({ note: 'n1' as NoteId, sentAt: at, arrivedAt: at })

/** A raw message as it is after it came in, its verdicts PASS unless said. */
export const messageOf = async (raw: string, verdicts: Parameters<typeof received>[1] = {}): Promise<Message> => {
  const message = await readMessage(bytes(received(raw, verdicts)))
  if (message.kind !== 'message') throw new Error('the message is too much')
  return message
}

export const readingOf = async (
  raw: string,
  book: Book,
  at: string,
  verdicts: Parameters<typeof received>[1] = {},
): Promise<Reading> => understand(await messageOf(raw, verdicts), book, occasionAt(at))

/** What a reading records, in order; none where it records nothing. */
export const commandsOf = (reading: Reading): readonly Command[] =>
  'commands' in reading ? reading.commands.map(({ command }) => command) : []

export const questionOf = (reading: Reading): Question => {
  if (reading.status !== 'asked') throw new Error(`it is ${reading.status}, not asked`)
  return reading.question
}
