import type { Contact } from '../domain/engagement/state.ts'
import { firstName, oneLine } from '../domain/plays/words.ts'
import type { RecruiterId } from '../domain/vocabulary.ts'
import type { EngagementRow } from '../views/rows.ts'
import type { Reading } from './read/reading.ts'

/**
 * What a message means to somebody who has handed accounts over: whom it names may be a colleague's by now, and no
 * second account is opened at the same client without a word. `nameOf` says a colleague's name.
 */
export const amongHandedOver = async (
  reading: Reading,
  rows: readonly EngagementRow[],
  nameOf: (recruiter: RecruiterId) => Promise<string | undefined>,
): Promise<Reading> => {
  const gone = rows.filter(({ stage }) => stage === 'handed-over')
  if (gone.length === 0) return reading
  const whose = async ({ handedTo }: EngagementRow): Promise<string> =>
    oneLine((handedTo && (await nameOf(handedTo))) ?? 'a colleague')
  if (reading.status === 'understood') {
    const account = gone.find(row => opensAt(reading, row))
    if (!account) return reading
    const text = `${oneLine(account.client)} was handed over to ${await whose(account)}. Is this for an account of your own there? Else forward it there.`
    return {
      status: 'asked',
      rule: 'the account was handed over',
      commands: [],
      question: {
        text: text.slice(0, 500),
        answers: [
          { word: 'open', label: 'Yes, open one of mine', commands: reading.commands },
          { word: 'none', label: 'No, leave it', commands: [] },
        ],
      },
      ...(reading.answers ? { answers: reading.answers } : {}),
    }
  }
  if (reading.status !== 'asked') return reading
  const unknown = reading.question.unknownName
  const [found] = gone.flatMap(row =>
    row.contacts.filter(contact => isCalled(contact, unknown)).map(contact => ({ row, contact })),
  )
  if (!found) return reading
  const { row, contact } = found
  const text = `${oneLine(contact.name)} went to ${await whose(row)} with ${oneLine(row.client)}. ${reading.question.text}`
  return { ...reading, question: { ...reading.question, text: text.slice(0, 500) } }
}

const opensAt = (reading: Extract<Reading, { status: 'understood' }>, { domains }: EngagementRow): boolean =>
  reading.commands.some(
    ({ command }) => command.command === 'OpenEngagement' && command.domains.some(domain => domains.includes(domain)),
  )

const isCalled = ({ name, aliases, emails }: Contact, unknown: string | undefined): boolean => {
  const called = unknown?.trim().toLowerCase()
  return [name, firstName(name), ...aliases, ...emails].some(each => each.toLowerCase() === called)
}
