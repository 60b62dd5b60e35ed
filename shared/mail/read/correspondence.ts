import type { Contact } from '../../domain/engagement/state.ts'
import type { Question } from '../../domain/note.ts'
import type { EngagementId, TouchpointId } from '../../domain/vocabulary.ts'
import type { EngagementRow } from '../../views/rows.ts'
import {
  accountsOf,
  belongs,
  type Doubt,
  emailsOf,
  isNeverLogged,
  isOurs,
  join,
  type Mail,
  namesOn,
  outsiders,
  settle,
} from './accounts.ts'
import { isAcknowledgement } from './acknowledgement.ts'
import type { Address } from './addresses.ts'
import { personName } from './company.ts'
import { ourMilestones, theirMilestones } from './mail-facts.ts'
import { touchpointIdFor } from './mail-id.ts'
import { introduces } from './people-in-mail.ts'
import { contactIdFor, type Plan, planned } from './plan.ts'

/** What a mail between the two sides says to their accounts. */

export type Corresponded =
  | { readonly plan: Plan; readonly question?: Question; readonly engagement?: EngagementId }
  | { readonly nothing: string }

/** Logs one mail: opens or joins the account, adds the people on it, and says what it brought. */
export const logMail = (start: Plan, mail: Mail): Corresponded => {
  const inbound = !isOurs(start.book, mail.from)
  const addressed = outsiders(start.book, mail.to)
  const people = inbound ? [mail.from] : addressed.length > 0 ? addressed : outsiders(start.book, mail.cc)
  if (people.length === 0) return { nothing: 'nobody outside the firm stands on it' }
  const others = outsiders(start.book, [...mail.to, ...mail.cc]).filter(
    other => !people.some(person => person.address === other.address && person.name === other.name),
  )
  if ([...people, ...others].some(({ address }) => isNeverLogged(start.book, address)))
    return { nothing: 'an address that is never logged stands on it' }
  return inbound ? logTheirs(start, mail, others) : logOurs(start, mail, people, others)
}

const logTheirs = (start: Plan, mail: Mail, others: readonly Address[]): Corresponded => {
  const found = settle(start, mail.from, mail)
  if ('doubt' in found) return { plan: start, question: asked(start, mail.from, mail, found.doubt) }
  const { engagement } = found
  const sender = found.contact
  let plan = found.plan
  const said = { at: mail.at, evidence: mail.evidence }
  const introduced: Contact[] = []
  for (const other of others.filter(person => belongs(plan.book, engagement, person))) {
    const name = personName(other)
    const brought = introduces(
      mail.body,
      name,
      namesOn(plan.book, mail).filter(one => one !== name),
    )
    const joined = join(plan, engagement, other, mail, brought ? { introducedBy: sender.id } : {})
    plan = joined.plan
    if (brought) introduced.push(joined.contact)
  }
  const names = { writer: sender.name, reader: plan.book.recruiter.name }
  const acknowledgement = introduced.length === 0 && (mail.acknowledges || isAcknowledgement(mail, names))
  plan = planned(
    plan,
    engagement,
    {
      command: 'LogTouchpoint',
      touchpoint: touchpointOf(plan, mail, mail.from.address || (sender.emails[0] ?? sender.name), sender),
      direction: 'inbound',
      channel: 'email',
      outcome: 'received',
      contact: sender.id,
      ...summaryOf(mail),
      ...(acknowledgement ? { acknowledgement: true } : {}),
    },
    said,
  )
  for (const contact of introduced)
    plan = planned(plan, engagement, { command: 'ReachMilestone', milestone: 'introduced', contact: contact.id }, said)
  for (const milestone of theirMilestones(mail))
    plan = planned(
      plan,
      engagement,
      { command: 'ReachMilestone', milestone, contact: sender.id, ...filesOf(mail) },
      said,
    )
  return { plan, engagement }
}

const logOurs = (start: Plan, mail: Mail, people: readonly Address[], others: readonly Address[]): Corresponded => {
  let plan = start
  let first: EngagementId | undefined
  let question: Question | undefined
  const said = { at: mail.at, evidence: mail.evidence }
  for (const person of people) {
    const found = settle(plan, person, mail)
    if ('doubt' in found) {
      question ??= asked(plan, person, mail, found.doubt)
      continue
    }
    plan = planned(
      found.plan,
      found.engagement,
      {
        command: 'LogTouchpoint',
        touchpoint: touchpointOf(
          plan,
          mail,
          mail.from.address || (plan.book.recruiter.addresses[0] ?? ''),
          found.contact,
        ),
        direction: 'outbound',
        channel: 'email',
        outcome: 'sent',
        contact: found.contact.id,
        ...summaryOf(mail),
      },
      said,
    )
    if (first === undefined) {
      first = found.engagement
      for (const milestone of ourMilestones(mail))
        plan = planned(
          plan,
          first,
          { command: 'ReachMilestone', milestone, contact: found.contact.id, ...filesOf(mail) },
          said,
        )
    }
  }
  const account = first
  if (account)
    for (const other of others.filter(person => belongs(plan.book, account, person)))
      plan = join(plan, account, other, mail, {}).plan
  return { plan, ...(question ? { question } : {}), ...(first ? { engagement: first } : {}) }
}

const touchpointOf = (plan: Plan, mail: Mail, sender: string, contact: Contact): TouchpointId =>
  touchpointIdFor({ ...mail, sender }, contact.id, plan.occasion.note)

const summaryOf = (mail: Mail): { summary?: string } => {
  const subject = mail.subject.trim().slice(0, 300)
  return subject === '' ? {} : { summary: subject }
}

/** Attachments are named, never opened. */
const filesOf = (mail: Mail): { detail?: string } => {
  const names = mail.attachments.map(({ name }) => name).filter(name => name !== '')
  return names.length > 0 ? { detail: names.join(', ').slice(0, 500) } : {}
}

const asked = (plan: Plan, mailbox: Address, mail: Mail, doubt: Doubt): Question =>
  doubt === 'nobody' ? whoIs(plan, mailbox, mail) : whichAccount(plan, mailbox, mail, doubt)

/** A person at a mailbox provider may be a candidate, or anyone; a name without an address is nobody for certain: ask. */
const whoIs = (plan: Plan, mailbox: Address, mail: Mail): Question => ({
  ...(mailbox.address === ''
    ? {
        text: `The message shows no address of ${personName(mailbox)}. Which account do they belong to?`.slice(0, 500),
        unknownName: personName(mailbox).slice(0, 200),
      }
    : {
        text: `${personName(mailbox)} writes from a private mailbox, ${mailbox.address}. Which account do they belong to?`.slice(
          0,
          500,
        ),
      }),
  answers: answersFor(
    mail,
    accountsOf(plan.book).filter(row => row.stage === 'open'),
    row =>
      planned(
        { ...plan, commands: [] },
        row.engagement,
        {
          command: 'AddContact',
          contact: contactIdFor(row.engagement, mailbox.address || personName(mailbox)),
          name: personName(mailbox),
          role: 'other',
          emails: emailsOf(mailbox),
          phones: [],
        },
        { at: mail.at, evidence: mail.evidence },
      ),
  ),
})

/** Two accounts share the company's domain: which of them is meant? */
const whichAccount = (plan: Plan, mailbox: Address, mail: Mail, accounts: readonly EngagementRow[]): Question => ({
  text: `${personName(mailbox)} could belong to ${accounts.map(row => row.client).join(' or ')}. Which one?`.slice(
    0,
    500,
  ),
  answers: answersFor(mail, accounts, row => ({ ...plan, commands: [], book: { ...plan.book, engagements: [row] } })),
})

const MOST_ANSWERS = 8

const answersFor = (
  mail: Mail,
  rows: readonly EngagementRow[],
  begin: (row: EngagementRow) => Plan,
): Question['answers'] => [
  ...rows.slice(0, MOST_ANSWERS).map((row, index) => {
    const logged = logMail(begin(row), mail)
    return { word: `account-${index + 1}`, label: row.client, commands: 'plan' in logged ? logged.plan.commands : [] }
  }),
  { word: 'none', label: 'None of these', commands: [] },
]
