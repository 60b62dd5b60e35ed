import type { Command } from '../../domain/engagement/commands.ts'
import { isSame } from '../../domain/engagement/same-person.ts'
import { type Contact, isKept } from '../../domain/engagement/state.ts'
import type { EngagementId, Evidence } from '../../domain/vocabulary.ts'
import { companyDomain } from '../../views/company-domain.ts'
import type { EngagementRow } from '../../views/rows.ts'
import { type Address, domainOf, sameRegistrant } from './addresses.ts'
import { isRobot } from './automatic.ts'
import { nameFromDomain, nameInText, personName } from './company.ts'
import type { Attachment } from './message.ts'
import { phonesOf, roleIn, roleSaidOf } from './people-in-mail.ts'
import { contactIdFor, engagementIdFor, type Plan, planned } from './plan.ts'
import type { Book } from './reading.ts'
import { signedAt } from './signature.ts'

/** Which account and which of its people a mailbox is, and what a mail tells of them. */

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
  /** False where that could not be read, and `at` is when it came to us. */
  readonly dated: boolean
  /** Without brackets; null where a forward does not show it. */
  readonly messageId: string | null
  readonly evidence: Evidence
  /** It moves no ball, whatever its words: a calendar's "accepted". */
  readonly acknowledges?: boolean
}

/** Everybody on a mail who is neither the recruiter, nor the firm, nor Relight. */
export const outsiders = (book: Book, mailboxes: readonly Address[]): readonly Address[] =>
  mailboxes.filter(mailbox => !isOurs(book, mailbox))

/** Relight's own mailboxes stand at the domain above the inbound one. Some programs show a name alone. */
export const isOurs = ({ recruiter, firmDomains }: Book, { name, address }: Address): boolean =>
  address === ''
    ? isSame(personName({ name, address }), recruiter.name)
    : recruiter.addresses.includes(address) ||
      [domainOf(recruiter.inbound), ...firmDomains].some(domain => sameRegistrant(domain, domainOf(address)))

/**
 * Whether an address is on the firm's list, itself or by its domain or one above it. A firm that lists its own domain
 * means its own people as contacts, not what its recruiters send.
 */
export const isNeverLogged = (book: Book, address: string): boolean => {
  const domain = domainOf(address)
  return book.neverLog.map(entryOf).some(entry => {
    if (entry === '') return false
    if (entry.includes('@')) return isSameMailbox(entry, address) && !book.recruiter.addresses.includes(entry)
    return (domain === entry || domain.endsWith(`.${entry}`)) && !isOurs(book, { name: '', address })
  })
}

/** `*.counsel.example`, `@counsel.example` and `counsel.example` are the same. */
const entryOf = (entry: string): string =>
  entry
    .trim()
    .toLowerCase()
    .replace(/^(\*\.|\*?@)/, '')

/** Everybody on a mail who may be of a client: no robot, and nobody who is known as a candidate. */
export const parties = (book: Book, mailboxes: readonly Address[]): readonly Address[] =>
  outsiders(book, mailboxes).filter(mailbox => !isCandidate(book, mailbox) && !isRobot(mailbox.address))

/** Whether the recruiter has called somebody a candidate: by the address, or as a contact of an account. */
export const isCandidate = (book: Book, mailbox: Address): boolean =>
  (mailbox.address !== '' && (book.candidates ?? []).some(known => isSameMailbox(known, mailbox.address))) ||
  knownBy(book, mailbox).some(({ contact }) => contact.candidate)

/** Nobody for certain, or somebody of one of several accounts. */
export type Doubt = 'nobody' | readonly EngagementRow[]

export type Settled =
  | { readonly plan: Plan; readonly engagement: EngagementId; readonly contact: Contact }
  | { readonly doubt: Doubt }

/** Which engagement and contact an address belongs to: the one who has it, the company's, or a new one. */
export const settle = (plan: Plan, mailbox: Address, mail: Mail): Settled => {
  const known = knownBy(plan.book, mailbox)
  const [only] = known.length > 1 ? known.filter(({ row }) => row.engagement === plan.book.thread) : known
  if (only) {
    const { engagement } = only.row
    return { ...join(plan, engagement, mailbox, mail, {}), engagement }
  }
  if (known.length > 1) return { doubt: known.map(({ row }) => row) }
  const domain = companyDomain(mailbox.address)
  if (!domain) return { doubt: 'nobody' }
  const accounts = current(accountsOf(plan.book).filter(row => isAt(row, domain)))
  const thread = accountsOf(plan.book).find(row => row.engagement === plan.book.thread)
  // Who answers what we wrote to a client is theirs, whatever the company; whom we write to may be anybody.
  const answered = accounts.find(row => row === thread) ?? (isOurs(plan.book, mail.from) ? undefined : thread)
  if (accounts.length > 1 && !answered) return { doubt: accounts }
  const account = answered ?? accounts[0]
  const engagement = account?.engagement ?? engagementIdFor(plan.book, domain)
  const opened = account ? plan : openAccount(plan, engagement, domain, mail)
  return { ...join(opened, engagement, mailbox, mail, {}), engagement }
}

export const accountsOf = (book: Book): readonly EngagementRow[] => book.engagements.filter(isKept)

export type Known = { readonly row: EngagementRow; readonly contact: Contact }

const knownBy = (book: Book, mailbox: Address): readonly Known[] =>
  current(accountsOf(book).filter(row => row.contacts.some(contact => isOf(contact, mailbox)))).flatMap(row =>
    row.contacts.filter(contact => isOf(contact, mailbox)).map(contact => ({ row, contact })),
  )

/** What is closed counts where nothing is open. */
const current = (rows: readonly EngagementRow[]): readonly EngagementRow[] => {
  const open = rows.filter(({ stage }) => stage === 'open')
  return open.length > 0 ? open : rows
}

const isAt = (row: EngagementRow, domain: string): boolean =>
  row.domains.includes(domain) ||
  row.contacts.some(contact => contact.emails.some(email => companyDomain(email) === domain))

const isOf = (contact: Contact, { name, address }: Address): boolean =>
  address === ''
    ? isSame(contact.name, personName({ name, address }))
    : contact.emails.some(email => isSameMailbox(email, address))

/** What follows a plus sorts the mail of one mailbox. */
const isSameMailbox = (one: string, other: string): boolean =>
  isSame(one, other) || (one.includes('+') !== other.includes('+') && isSame(untagged(one), untagged(other)))
const untagged = (address: string): string => address.replace(/^([^+@]+)\+[^@]*@/, '$1@')

/** The one contact whose mailbox it is, of an open account before a closed one; null where nobody or more than one is. */
export const knownContact = (book: Book, mailbox: Address): Known | null => {
  const [known, ...others] = knownBy(book, mailbox)
  return others.length === 0 ? (known ?? null) : null
}

export const belongs = (book: Book, engagement: EngagementId, mailbox: Address): boolean => {
  const row = book.engagements.find(candidate => candidate.engagement === engagement)
  const domain = companyDomain(mailbox.address)
  return (
    row !== undefined &&
    (row.contacts.some(contact => isOf(contact, mailbox)) || (domain !== null && isAt(row, domain)))
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
export const join = (
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
  const isSender = mailbox.address === mail.from.address && mailbox.name === mail.from.name
  const others = namesOn(plan.book, mail).filter(other => other !== name)
  // "Susan, ring me on 813 555 0107": the numbers in our own mail are ours.
  const numbers = isOurs(plan.book, mail.from) ? [] : phonesOf(mail.body, name, others, isSender)
  const phones = numbers.map(number => ({
    number,
    from: isSender ? 'their mail' : `${personName(mail.from)}'s mail`.slice(0, 80),
  }))
  const role = isSender ? roleIn(signatureOf(mail.body, name)) : roleSaidOf(mail.body, name)
  const known =
    row?.contacts.find(contact => isOf(contact, mailbox)) ?? row?.contacts.find(contact => isCalled(contact, name))
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

export const namesOn = (book: Book, mail: Mail): readonly string[] =>
  outsiders(book, [mail.from, ...mail.to, ...mail.cc]).map(personName)

export const emailsOf = ({ address }: Address): string[] => (address === '' ? [] : [address])

const found = (plan: Plan, engagement: EngagementId, id: Contact['id']): Contact => {
  const contact = plan.book.engagements
    .find(row => row.engagement === engagement)
    ?.contacts.find(candidate => candidate.id === id)
  if (!contact) throw new Error('a contact that was just planned is not in the plan')
  return contact
}

/** By the whole name, at whatever address; by the first name alone only somebody who has none. */
const isCalled = ({ name: known, emails }: Contact, name: string): boolean =>
  (isSame(known, name) && (emails.length === 0 || known.trim().includes(' '))) ||
  (emails.length === 0 && isSame(known, name.split(' ')[0] ?? ''))

/** The lines after the sender's own name at the end of a mail. */
const signatureOf = (body: string, name: string): string => {
  const lines = body.slice(0, 8000).split('\n')
  const at = signedAt(lines, name)
  return lines.slice(at, at + 4).join('\n')
}

/** The name that a mail writes replaces the one that its domain gave. */
const betterName = (plan: Plan, engagement: EngagementId, mail: Mail): Plan => {
  const row = plan.book.engagements.find(candidate => candidate.engagement === engagement)
  const domain = row?.domains.find(candidate => nameFromDomain(candidate) === row.client)
  const name = domain ? nameInText(domain, `${mail.subject}\n${mail.body}`) : null
  if (!name || name === row?.client) return plan
  return planned(plan, engagement, { command: 'NameClient', client: name }, { at: mail.at, evidence: mail.evidence })
}
