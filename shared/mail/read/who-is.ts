import type { Question } from '../../domain/note.ts'
import type { EngagementRow } from '../../views/rows.ts'
import { accountsOf, emailsOf, type Mail } from './accounts.ts'
import type { Address } from './addresses.ts'
import { nameFromDomain, personName } from './company.ts'
import type { Corresponded } from './correspondence.ts'
import { contactIdFor, engagementIdFor, type Plan, planned } from './plan.ts'

/** What is asked about somebody on a mail who belongs to no account for certain; each answer logs the mail there. */

type Log = (plan: Plan, mail: Mail) => Corresponded

/** A button for each is too many: those that the mail itself points to come first. */
const MOST_ACCOUNTS = 6

/** A person at a mailbox provider may be a candidate, or anyone; a name without an address is nobody for certain. */
export const whoIs = (plan: Plan, mailbox: Address, mail: Mail, log: Log): Question => {
  const name = personName(mailbox)
  const here = { ...plan, commands: [] }
  const said = { at: mail.at, evidence: mail.evidence }
  const accounts = byCloseness(plan, name, mail)
    .slice(0, MOST_ACCOUNTS)
    .map(row => answerAt(row, addedTo(here, row, mailbox, said), mail, log))
  if (mailbox.address === '')
    return {
      text: `The message shows no address of ${name}. Which account do they belong to?`.slice(0, 500),
      unknownName: name.slice(0, 200),
      answers: [...accounts, { word: 'none', label: 'None of these', commands: [] }],
    }
  return {
    text: `Is ${name}, ${mailbox.address}, a client or a candidate?`.slice(0, 500),
    unknownName: mailbox.address.slice(0, 200),
    answers: [
      ...accounts,
      { word: 'new-client', label: 'A new client', commands: commandsOf(log(opened(here, mailbox, mail), mail)) },
      { word: 'candidate', label: 'A candidate', commands: [], candidate: mailbox.address },
      { word: 'none', label: 'Neither', commands: [], candidate: mailbox.address },
    ],
  }
}

/** Two accounts share the company's domain, or know the person: which of them is meant? */
export const whichAccount = (
  plan: Plan,
  mailbox: Address,
  mail: Mail,
  accounts: readonly EngagementRow[],
  log: Log,
): Question => ({
  text: `${personName(mailbox)} could belong to ${accounts.map(row => row.client).join(' or ')}. Which one?`.slice(
    0,
    500,
  ),
  answers: [
    ...accounts
      .slice(0, MOST_ACCOUNTS)
      .map(row => answerAt(row, { ...plan, commands: [], book: { ...plan.book, engagements: [row] } }, mail, log)),
    { word: 'none', label: 'None of these', commands: [] },
  ],
})

const answerAt = (row: EngagementRow, begin: Plan, mail: Mail, log: Log): Question['answers'][number] => ({
  word: `at-${row.engagement}`.slice(0, 60),
  label: `At ${row.client}`.slice(0, 200),
  commands: commandsOf(log(begin, mail)),
})

const commandsOf = (logged: Corresponded): Plan['commands'] => ('plan' in logged ? logged.plan.commands : [])

/** The account where they are; who bears the whole name of somebody there is that person, with one more address. */
const addedTo = (plan: Plan, row: EngagementRow, mailbox: Address, said: Parameters<typeof planned>[3]): Plan => {
  const name = personName(mailbox)
  const namesake = row.contacts.find(contact => isCalled(contact.name, name))
  return namesake
    ? planned(plan, row.engagement, { command: 'ChangeContact', contact: namesake.id, emails: emailsOf(mailbox) }, said)
    : planned(
        plan,
        row.engagement,
        {
          command: 'AddContact',
          contact: contactIdFor(row.engagement, mailbox.address || name),
          name,
          role: 'other',
          emails: emailsOf(mailbox),
          phones: [],
        },
        said,
      )
}

/** An account under a person's own mailbox: it is called by the person until a note names it. */
const opened = (plan: Plan, mailbox: Address, mail: Mail): Plan => {
  const said = { at: mail.at, evidence: mail.evidence }
  const name = personName(mailbox)
  const engagement = engagementIdFor(plan.book, mailbox.address)
  const open = planned(
    plan,
    engagement,
    { command: 'OpenEngagement', engagement, client: name, domains: [mailbox.address], origin: 'other' },
    said,
  )
  return planned(
    open,
    engagement,
    {
      command: 'AddContact',
      contact: contactIdFor(engagement, mailbox.address),
      name,
      role: 'other',
      emails: emailsOf(mailbox),
      phones: [],
    },
    said,
  )
}

/** Open accounts: first where a mail that this one answers stands, where the name is known, or that the mail names. */
const byCloseness = (plan: Plan, name: string, mail: Mail): readonly EngagementRow[] => {
  const words = `${mail.subject}\n${mail.body}`.slice(0, 8000).toLowerCase()
  const closeness = (row: EngagementRow): number =>
    (row.engagement === plan.book.thread ? 4 : 0) +
    (row.contacts.some(contact => isCalled(contact.name, name)) ? 2 : 0) +
    (words.includes(row.client.toLowerCase()) ||
    row.domains.some(at => words.includes(nameFromDomain(at).toLowerCase()))
      ? 1
      : 0)
  return accountsOf(plan.book)
    .filter(row => row.stage === 'open')
    .toSorted((one, other) => closeness(other) - closeness(one))
}

const isCalled = (known: string, name: string): boolean => known.trim().toLowerCase() === name.trim().toLowerCase()
