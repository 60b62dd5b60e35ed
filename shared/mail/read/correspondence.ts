import type { Contact } from '../../domain/engagement/state.ts'
import type { Question } from '../../domain/note.ts'
import type { EngagementId, TouchpointId } from '../../domain/vocabulary.ts'
import { companyDomain } from '../../views/company-domain.ts'
import {
  accountsOf,
  belongs,
  type Doubt,
  isCandidate,
  isOurs,
  join,
  type Mail,
  namesOn,
  outsiders,
  parties,
  settle,
} from './accounts.ts'
import { isAcknowledgement } from './acknowledgement.ts'
import type { Address } from './addresses.ts'
import { personName } from './company.ts'
import { asksToBeLeftAlone } from './left-alone.ts'
import { ourMilestones, theirMilestones } from './mail-facts.ts'
import { touchpointIdFor } from './mail-id.ts'
import { introduces } from './people-in-mail.ts'
import { type Plan, planned } from './plan.ts'
import type { Book } from './reading.ts'
import { whichAccount, whoIs } from './who-is.ts'

/** What a mail between the two sides says to their accounts. */

export type Corresponded =
  | { readonly plan: Plan; readonly question?: Question; readonly engagement?: EngagementId }
  | { readonly nothing: string }

/** Logs one mail: opens or joins the account, adds the people on it, and says what it brought. */
export const logMail = (start: Plan, mail: Mail): Corresponded => {
  const inbound = !isOurs(start.book, mail.from)
  if (inbound && isCandidate(start.book, mail.from)) return { nothing: 'it is from a candidate' }
  const addressed = parties(start.book, mail.to)
  const copied = parties(start.book, mail.cc)
  const people = inbound ? [mail.from] : addressed.length > 0 ? addressed : copied
  if (people.length === 0)
    return {
      nothing:
        outsiders(start.book, [...mail.to, ...mail.cc]).length > 0
          ? 'nobody of a client stands on it'
          : 'nobody outside the firm stands on it',
    }
  const others = [...addressed, ...copied].filter(
    other => !people.some(person => person.address === other.address && person.name === other.name),
  )
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
  for (const other of others) {
    const name = personName(other)
    const brought = introduces(
      mail.body,
      name,
      namesOn(plan.book, mail).filter(one => one !== name),
    )
    if (!belongs(plan.book, engagement, other) && !(brought && isNobodyElse(plan.book, other))) continue
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
      ...(mail.dated ? {} : { undated: true }),
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
  const question = asksToBeLeftAlone(mail.body) ? leaveAlone(plan, engagement, sender, said) : undefined
  return { plan, engagement, ...(question ? { question } : {}) }
}

const leaveAlone = (
  plan: Plan,
  engagement: EngagementId,
  { id, name }: Contact,
  said: Parameters<typeof planned>[3],
): Question => ({
  text: `${name} seems to ask to be left alone. Shall I never ask you to call or write to ${name} again?`.slice(0, 500),
  answers: [
    {
      word: 'alone',
      label: `Leave ${name} alone`.slice(0, 200),
      commands: planned({ ...plan, commands: [] }, engagement, { command: 'OptContactOut', contact: id }, said)
        .commands,
    },
    { word: 'none', label: 'No, they meant something else', commands: [] },
  ],
})

/** Whom they introduce is theirs, at another company of theirs or shown by name alone; a private mailbox may be anyone's. */
const isNobodyElse = (book: Book, person: Address): boolean =>
  (person.address === '' || companyDomain(person.address) !== null) &&
  accountsOf(book).every(row => !belongs(book, row.engagement, person))

const logOurs = (start: Plan, mail: Mail, people: readonly Address[], others: readonly Address[]): Corresponded => {
  let plan = start
  const accounts: EngagementId[] = []
  const doubts: { readonly person: Address; readonly doubt: Doubt }[] = []
  const said = { at: mail.at, evidence: mail.evidence }
  for (const person of people) {
    const found = settle(plan, person, mail)
    if ('doubt' in found) {
      doubts.push({ person, doubt: found.doubt })
      continue
    }
    const { engagement, contact } = found
    plan = planned(
      found.plan,
      engagement,
      {
        command: 'LogTouchpoint',
        touchpoint: touchpointOf(plan, mail, mail.from.address || (plan.book.recruiter.addresses[0] ?? ''), contact),
        direction: 'outbound',
        channel: 'email',
        outcome: 'sent',
        contact: contact.id,
        ...summaryOf(mail),
        ...(mail.dated ? {} : { undated: true }),
      },
      said,
    )
    if (accounts.includes(engagement)) continue
    accounts.push(engagement)
    for (const milestone of ourMilestones(mail))
      plan = planned(
        plan,
        engagement,
        { command: 'ReachMilestone', milestone, contact: contact.id, ...filesOf(mail) },
        said,
      )
  }
  for (const other of others) {
    const account = accounts.find(engagement => belongs(plan.book, engagement, other))
    if (account) plan = join(plan, account, other, mail, {}).plan
  }
  const [first] = accounts
  return { plan, ...askAbout(plan, doubts, mail), ...(first ? { engagement: first } : {}) }
}

/** One question for a mail: who else on it is unknown is named in it, to be told of in words. */
const askAbout = (
  plan: Plan,
  doubts: readonly { readonly person: Address; readonly doubt: Doubt }[],
  mail: Mail,
): { question?: Question } => {
  const [first, ...more] = doubts
  if (!first) return {}
  const alone = { ...mail, to: [first.person], cc: [] }
  const question = asked(plan, first.person, alone, first.doubt)
  const answers = question.answers.map(answer => ({
    ...answer,
    // What the mail brought to an account that is certain is recorded there already.
    commands: answer.commands.filter(
      ({ command, engagement }) =>
        command.command !== 'ReachMilestone' || !plan.commands.some(said => said.engagement === engagement),
    ),
  }))
  const also = more.map(({ person }) => ` And who is ${personName(person)}, ${person.address}? Say so in a reply.`)
  return { question: { ...question, text: `${question.text}${also.join('')}`.slice(0, 500), answers } }
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
  doubt === 'nobody' ? whoIs(plan, mailbox, mail, logMail) : whichAccount(plan, mailbox, mail, doubt, logMail)
