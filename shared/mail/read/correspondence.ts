import type { Command } from '../../domain/engagement/commands.ts'
import type { Contact } from '../../domain/engagement/state.ts'
import type { Question } from '../../domain/note.ts'
import type { EngagementId, Evidence } from '../../domain/vocabulary.ts'
import { TouchpointId } from '../../domain/vocabulary.ts'
import type { EngagementRow } from '../../views/rows.ts'
import { type Address, domainOf, sameRegistrant } from './addresses.ts'
import { companyDomain, nameFromDomain, nameInText, personName } from './company.ts'
import { isAcknowledgement, ourMilestones, theirMilestones } from './mail-facts.ts'
import type { Attachment } from './message.ts'
import { introduces, phonesOf, roleIn, roleSaidOf } from './people-in-mail.ts'
import { contactIdFor, engagementIdFor, mailIdFor, type Plan, planned } from './plan.ts'
import type { Book } from './reading.ts'

/** A mail between the two sides, however it reached us: forwarded, BCC'd, or redirected. */
export type Mail = {
  readonly from: Address
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly subject: string
  readonly body: string
  readonly attachments: readonly Attachment[]
  /** When it was sent, UTC. */
  readonly at: string
  readonly evidence: Evidence
}

export type Corresponded =
  | { readonly plan: Plan; readonly question?: Question; readonly engagement?: EngagementId }
  | { readonly nothing: string }

const asking = (plan: Plan, question: Question): Corresponded => ({ plan, question })

/** Everybody on a mail who is neither the recruiter, nor the firm, nor Relight. */
export const outsiders = (book: Book, mailboxes: readonly Address[]): readonly Address[] =>
  mailboxes.filter(mailbox => !isOurs(book, mailbox))

/** Relight's own mailboxes stand at the domain above the inbound one. Some programs show a name alone. */
export const isOurs = ({ recruiter, firmDomains }: Book, { name, address }: Address): boolean =>
  address === ''
    ? isSame(name, recruiter.name)
    : recruiter.addresses.includes(address) ||
      [domainOf(recruiter.inbound), ...firmDomains].some(domain => sameRegistrant(domain, domainOf(address)))

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

export const isNeverLogged = (book: Book, address: string): boolean =>
  book.neverLog.some(
    entry => entry.toLowerCase() === address.toLowerCase() || entry.toLowerCase() === domainOf(address),
  )

/** Logs one mail: opens or joins the account, adds the people on it, and says what it brought. */
export const logMail = (start: Plan, mail: Mail): Corresponded => {
  const inbound = !isOurs(start.book, mail.from)
  const people = inbound ? [mail.from] : outsiders(start.book, mail.to.length > 0 ? mail.to : mail.cc)
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
  if ('ask' in found) return asking(start, found.ask)
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
  const acknowledgement = isAcknowledgement(mail) && introduced.length === 0
  plan = planned(
    plan,
    engagement,
    {
      command: 'LogTouchpoint',
      touchpoint: touchpointOf(mail, mail.from.address || (sender.emails[0] ?? sender.name), sender),
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
    if ('ask' in found) {
      question ??= found.ask
      continue
    }
    plan = planned(
      found.plan,
      found.engagement,
      {
        command: 'LogTouchpoint',
        touchpoint: touchpointOf(mail, mail.from.address || (plan.book.recruiter.addresses[0] ?? ''), found.contact),
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

const touchpointOf = (mail: Mail, sender: string, contact: Contact): TouchpointId =>
  TouchpointId.parse(mailIdFor(sender, mail.at, mail.subject, contact.id))

const summaryOf = (mail: Mail): { summary?: string } => {
  const subject = mail.subject.trim().slice(0, 300)
  return subject === '' ? {} : { summary: subject }
}

/** Attachments are named, never opened. */
const filesOf = (mail: Mail): { detail?: string } => {
  const names = mail.attachments.map(({ name }) => name).filter(name => name !== '')
  return names.length > 0 ? { detail: names.join(', ').slice(0, 500) } : {}
}

type Settled =
  | { readonly plan: Plan; readonly engagement: EngagementId; readonly contact: Contact }
  | { readonly ask: Question }

/** Which engagement and contact an address belongs to: the one who has it, the company's, or a new one. */
const settle = (plan: Plan, mailbox: Address, mail: Mail): Settled => {
  const known = knownBy(plan.book, mailbox)
  if (known.length === 1 && known[0]) {
    const { engagement } = known[0].row
    return { ...join(plan, engagement, mailbox, mail, {}), engagement }
  }
  const domain = companyDomain(mailbox.address)
  if (!domain) return { ask: whoIs(plan, mailbox, mail) }
  const accounts = open(plan.book).filter(
    row =>
      row.domains.includes(domain) ||
      row.contacts.some(contact => contact.emails.some(email => companyDomain(email) === domain)),
  )
  if (accounts.length > 1) return { ask: whichAccount(plan, mailbox, mail, accounts) }
  const account = accounts[0]
  const engagement = account?.engagement ?? engagementIdFor(plan.book, domain)
  const opened = account ? plan : openAccount(plan, engagement, domain, mail)
  return { ...join(opened, engagement, mailbox, mail, {}), engagement }
}

/** Adds somebody who stands on an invitation to their account, which is opened where there is none. */
export const addPerson = (
  plan: Plan,
  person: Address,
  about: Pick<Mail, 'subject' | 'body' | 'at' | 'evidence'>,
): Settled =>
  settle(plan, person, {
    ...about,
    from: { name: '', address: plan.book.recruiter.addresses[0] ?? '' },
    to: [person],
    cc: [],
    attachments: [],
  })

const open = (book: Book): readonly EngagementRow[] =>
  book.engagements.filter(row => row.stage === 'open' || row.stage === 'closed')

type Known = { readonly row: EngagementRow; readonly contact: Contact }

const knownBy = (book: Book, mailbox: Address): readonly Known[] => {
  const all = open(book).flatMap(row =>
    row.contacts.filter(contact => isOf(contact, mailbox)).map(contact => ({ row, contact })),
  )
  const current = all.filter(({ row }) => row.stage === 'open')
  return current.length > 0 ? current : all
}

const isOf = (contact: Contact, { name, address }: Address): boolean =>
  address === '' ? isSame(contact.name, personName({ name, address })) : contact.emails.includes(address)

/** The one contact of an open account whose mailbox it is; null where nobody or more than one is. */
export const knownContact = (book: Book, mailbox: Address): Known | null => {
  const [known, ...others] = knownBy(book, mailbox).filter(({ row }) => row.stage === 'open')
  return others.length === 0 ? (known ?? null) : null
}

const belongs = (book: Book, engagement: EngagementId, mailbox: Address): boolean => {
  const row = book.engagements.find(candidate => candidate.engagement === engagement)
  const domain = companyDomain(mailbox.address)
  return (
    row !== undefined &&
    (row.contacts.some(contact => isOf(contact, mailbox)) ||
      (domain !== null &&
        (row.domains.includes(domain) ||
          row.contacts.some(contact => contact.emails.some(email => companyDomain(email) === domain)))))
  )
}

const openAccount = (plan: Plan, engagement: EngagementId, domain: string, mail: Mail): Plan =>
  planned(
    plan,
    engagement,
    {
      command: 'OpenEngagement',
      engagement,
      client: nameInText(domain, `${mail.subject}\n${mail.body}`) ?? nameFromDomain(domain),
      domains: [domain],
      origin: isOurs(plan.book, mail.from) ? 'mpc' : 'inbound',
    },
    { at: mail.at, evidence: mail.evidence },
  )

/** Adds a person to an account, or what this mail tells anew of one already there. */
const join = (
  start: Plan,
  engagement: EngagementId,
  mailbox: Address,
  mail: Mail,
  tells: { readonly introducedBy?: Contact['id'] },
): { plan: Plan; contact: Contact } => {
  const said = { at: mail.at, evidence: mail.evidence }
  const plan = betterName(start, engagement, mail)
  const row = plan.book.engagements.find(candidate => candidate.engagement === engagement)
  const name = personName(mailbox)
  const isSender = mailbox.address === mail.from.address
  const numbers = phonesOf(
    mail.body,
    name,
    namesOn(plan.book, mail).filter(other => other !== name),
    isSender,
  )
  const phones = numbers.map(number => ({
    number,
    from: isSender ? 'their mail' : `${personName(mail.from)}'s mail`.slice(0, 80),
  }))
  const role = isSender ? roleIn(signatureOf(mail.body, name)) : roleSaidOf(mail.body, name)
  const known =
    row?.contacts.find(contact => isOf(contact, mailbox)) ??
    row?.contacts.find(contact => contact.emails.length === 0 && sameName(contact.name, name))
  if (!known) {
    const contact = contactIdFor(engagement, mailbox.address || name)
    const added: Command = {
      command: 'AddContact',
      contact,
      name,
      role: role ?? 'other',
      emails: emailsOf(mailbox),
      phones,
      ...tells,
    }
    const next = planned(plan, engagement, added, said)
    return { plan: next, contact: found(next, engagement, contact) }
  }
  const news = {
    ...(isOf(known, mailbox) ? {} : { emails: emailsOf(mailbox) }),
    ...(phones.some(phone => !known.phones.some(other => other.number === phone.number)) ? { phones } : {}),
    ...(role && known.role === 'other' ? { role } : {}),
    ...(tells.introducedBy && !known.introducedBy && tells.introducedBy !== known.id ? tells : {}),
    ...(known.name.length < name.length && name.startsWith(`${known.name} `) ? { name } : {}),
  }
  if (Object.keys(news).length === 0) return { plan, contact: known }
  const next = planned(plan, engagement, { command: 'ChangeContact', contact: known.id, ...news }, said)
  return { plan: next, contact: found(next, engagement, known.id) }
}

const namesOn = (book: Book, mail: Mail): readonly string[] =>
  outsiders(book, [mail.from, ...mail.to, ...mail.cc]).map(personName)

const emailsOf = ({ address }: Address): string[] => (address === '' ? [] : [address])

const found = (plan: Plan, engagement: EngagementId, id: Contact['id']): Contact => {
  const contact = plan.book.engagements
    .find(row => row.engagement === engagement)
    ?.contacts.find(candidate => candidate.id === id)
  if (!contact) throw new Error('a contact that was just planned is not in the plan')
  return contact
}

const sameName = (known: string, name: string): boolean =>
  known.toLowerCase() === name.toLowerCase() || known.toLowerCase() === name.toLowerCase().split(' ')[0]

/** The lines after the sender's own name at the end of a mail. */
const signatureOf = (body: string, name: string): string => {
  const lines = body.slice(0, 8000).split('\n')
  const first = (name.split(' ')[0] ?? name).toLowerCase()
  const at = lines.findLastIndex(line => line.trim().toLowerCase().startsWith(first) && line.trim().length <= 80)
  return at < 0 ? '' : lines.slice(at, at + 4).join('\n')
}

/** The name that a mail writes replaces the one that its domain gave. */
const betterName = (plan: Plan, engagement: EngagementId, mail: Mail): Plan => {
  const row = plan.book.engagements.find(candidate => candidate.engagement === engagement)
  const domain = row?.domains.find(candidate => nameFromDomain(candidate) === row.client)
  const name = domain ? nameInText(domain, `${mail.subject}\n${mail.body}`) : null
  if (!name || name === row?.client) return plan
  return planned(plan, engagement, { command: 'NameClient', client: name }, { at: mail.at, evidence: mail.evidence })
}

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
    open(plan.book).filter(row => row.stage === 'open'),
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
