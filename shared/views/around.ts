import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import { type Engagement, isKept } from '../domain/engagement/state.ts'
import type { Policy } from '../domain/policy.ts'
import { type Around, type Colleague, colleagueAt, nothingAround } from '../domain/silence/around.ts'
import { assess } from '../domain/silence/assess.ts'
import { type Assessment, type DuePlay, isLine } from '../domain/silence/assessment.ts'
import type { FirmId, RecruiterId } from '../domain/vocabulary.ts'
import { addressHash } from './keys.ts'
import type { EngagementRow } from './rows.ts'
import type { Views } from './views.ts'

/** Whose engagement it is, in which firm, and what it is measured by. */
export type Among = {
  readonly firm: FirmId
  /** Mail domains of the firm itself. */
  readonly domains: readonly string[]
  readonly recruiters: readonly RecruiterId[]
  readonly recruiter: RecruiterId
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}
type Lookups = Pick<Views, 'atClient' | 'colleagues' | 'recruiter'>

/**
 * What an engagement's log means at an instant (UTC) among the firm's others. They are looked up where a task is due
 * and nowhere else: what others did makes nothing due that would not be due without them.
 */
export const assessAmong = async (
  engagement: Engagement,
  among: Among,
  now: string,
  views: Lookups,
): Promise<Assessment> => {
  const { policy, calendar } = among
  const alone = assess(engagement, policy, calendar, now)
  return alone.due.some(({ play }) => !isLine(play))
    ? assess(engagement, policy, calendar, now, await aroundOf(engagement, alone.due, among, views))
    : alone
}

const aroundOf = async (
  engagement: Engagement,
  due: readonly DuePlay[],
  among: Among,
  views: Lookups,
): Promise<Around> => {
  const mayOwn = due.some(({ play }) => play === 'own-the-dropped-ball')
  const [owned, colleagues] = await Promise.all([
    mayOwn ? ownedElsewhere(engagement, among, views) : nothingAround.owned,
    colleaguesAt(engagement, among, views),
  ])
  return { owned, colleagues }
}

/** To whom of this engagement the firm has owned the dropped ball elsewhere: barred there means barred here. */
const ownedElsewhere = async (engagement: Engagement, { firm }: Among, views: Lookups): Promise<Around['owned']> => {
  const hashes = new Map(
    engagement.contacts.flatMap(contact => contact.emails.map(email => [addressHash(email), contact.id] as const)),
  )
  if (hashes.size === 0) return []
  const elsewhere = await views.colleagues(firm, [...hashes.keys()])
  return elsewhere
    .filter(({ row }) => row.engagement !== engagement.id)
    .flatMap(({ address, contact, row }) => {
      const mine = hashes.get(address)
      return mine ? row.owned.filter(own => own.contact === contact).map(own => ({ contact: mine, at: own.at })) : []
    })
}

const colleaguesAt = async (engagement: Engagement, among: Among, views: Lookups): Promise<readonly Colleague[]> => {
  const others = among.recruiters.filter(recruiter => recruiter !== among.recruiter)
  if (others.length === 0) return []
  const { clientDomains, companyDomain } = await import('./company-domain.ts')
  const ofClient = (account: Parameters<typeof clientDomains>[0]): readonly string[] =>
    clientDomains(account).filter(domain => !among.domains.includes(domain))
  const domains = ofClient(engagement)
  // Who writes from a private mailbox is known by that alone.
  const mailboxes = engagement.contacts
    .flatMap(({ emails }) => emails)
    .filter(email => companyDomain(email) === null)
    .map(addressHash)
  const [byDomain, byMailbox] = await Promise.all([
    views.atClient(among.firm, domains, others),
    views.colleagues(among.firm, mailboxes),
  ])
  const accounts = [
    // A contact who was taken back takes the domain along.
    ...byDomain.filter(row => ofClient(row).some(domain => domains.includes(domain))),
    ...byMailbox.map(({ row }) => row).filter(({ recruiter }) => others.includes(recruiter)),
  ].filter(
    // Just handed over, it may still stand among the giver's.
    row => row.engagement !== engagement.id && isKept(row),
  )
  const each = [...new Map(accounts.map(row => [row.engagement, row])).values()]
  const known = await Promise.all(each.map(row => colleagueOf(engagement, row, among, views)))
  return known.filter(colleague => colleague !== null)
}

/** Somebody who has left the firm is spoken to by nobody. */
const colleagueOf = async (
  engagement: Engagement,
  account: EngagementRow,
  { firm }: Among,
  views: Lookups,
): Promise<Colleague | null> => {
  if (!account.lastTouch && account.openTasks.length + account.owned.length === 0) return null
  const who = await views.recruiter(firm, account.recruiter)
  if (!who) return null
  const { name, phone } = who
  const colleague = colleagueAt(engagement, account, { name, ...(phone ? { phone } : {}) })
  return who.deactivated ? { ...colleague, matters: [] } : colleague
}
