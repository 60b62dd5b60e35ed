import type { DigestLine } from '../../../shared/domain/digest.ts'
import type { Contact, Meeting, Task } from '../../../shared/domain/engagement/state.ts'
import type {
  ContactId,
  EngagementId,
  FirmId,
  MeetingId,
  RecruiterId,
  Role,
  TaskId,
} from '../../../shared/domain/vocabulary.ts'
import type { Book } from '../../../shared/mail/read/reading.ts'
import type { EngagementRow } from '../../../shared/views/rows.ts'

/** The books that the fixture notes are read with: three recruiters, three zones, no name in common. */

type Account = {
  readonly client: string
  readonly people: Readonly<Record<string, Role>>
  readonly aliases?: Readonly<Record<string, readonly string[]>>
  readonly tense?: readonly string[]
  readonly tasks?: readonly (readonly [id: string, play: string, contact?: string])[]
  readonly meetings?: readonly (readonly [id: string, startsAt: string, endsAt: string, people: readonly string[]])[]
  readonly domain?: string
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
const contactId = (name: string): ContactId => `c.${slug(name)}` as ContactId

const row = (recruiter: string, account: Account): EngagementRow => ({
  kind: 'engagement',
  firm: 'f.1' as FirmId,
  recruiter: recruiter as RecruiterId,
  engagement: `e.${slug(account.client)}` as EngagementId,
  position: 10,
  stage: 'open',
  client: account.client,
  domains: account.domain ? [account.domain] : [],
  openings: [],
  contacts: Object.entries(account.people).map(
    ([name, role]): Contact => ({
      id: contactId(name),
      name,
      role,
      emails: [],
      phones: [],
      aliases: account.aliases?.[name] ?? [],
      candidate: false,
      left: false,
      optedOut: false,
    }),
  ),
  meetings: (account.meetings ?? []).map(
    ([id, startsAt, endsAt, people]): Meeting => ({
      id: id as MeetingId,
      startsAt,
      endsAt,
      contacts: people.map(contactId),
      title: `Call with ${account.client}`,
    }),
  ),
  openTasks: (account.tasks ?? []).map(
    ([id, play, contact]): Task => ({
      id: id as TaskId,
      play,
      ...(contact ? { contact: contactId(contact) } : {}),
      due: '2026-09-22',
      because: [1],
      raisedAt: '2026-09-22T11:00:00Z',
      putOff: [],
    }),
  ),
  tense: (account.tense ?? []).map(contactId),
  reminders: [],
  status: 'quiet',
  ball: 'theirs',
  silentSince: '2026-09-21T14:30:00Z',
  wakeAt: null,
  owned: [],
})

export const book = (recruiter: string, name: string, zone: string, accounts: readonly Account[]): Book => ({
  recruiter: {
    id: recruiter as RecruiterId,
    name,
    addresses: [`${slug(name)}@search.example`],
    calendar: { zone, workingDays: [1, 2, 3, 4, 5], holidays: ['2026-11-26', '2026-12-25'], digestAt: '07:00' },
    inbound: 'aaaaaaaaaaaaaaaaaaaaaaaaaa@in.relight.example',
  },
  firmDomains: ['search.example'],
  neverLog: [],
  engagements: accounts.map(account => row(recruiter, account)),
})

/** The digest that lists every open task in the order of the book, numbered from 1. */
export const withDigest = (given: Book, date: string): Book => {
  const lines: DigestLine[] = given.engagements.flatMap(each =>
    each.openTasks.map(task => ({ task: task.id, engagement: each.engagement, shape: 'task' as const })),
  )
  return { ...given, digest: { date, lines: lines.map((line, index) => ({ ...line, number: index + 1 })) } }
}

export const east = book('r.dan', 'Dan Ortiz', 'America/New_York', [
  {
    client: 'Acme Molding',
    people: { 'Carla Whitfield': 'hr-director', 'Susan Reyes': 'hr', 'Mike Tran': 'hiring-manager' },
    tasks: [['t.susan', 'own-the-dropped-ball', 'Susan Reyes']],
    meetings: [['m-acme', '2026-09-21T14:00:00Z', '2026-09-21T14:30:00Z', ['Susan Reyes', 'Mike Tran']]],
  },
  {
    client: 'Birch & Vale',
    people: { 'Priya Nair': 'hr', 'Tom Okafor': 'hiring-manager' },
    tense: ['Priya Nair'],
    tasks: [['t.tom', 'ask-the-hiring-manager', 'Tom Okafor']],
  },
  {
    client: 'Northgate Logistics',
    people: { 'Ellen Park': 'hr', 'Jim Doyle': 'hiring-manager' },
    tasks: [
      ['t.ellen', 'call-and-write', 'Ellen Park'],
      ['t.jim', 'answer-them', 'Jim Doyle'],
    ],
  },
  {
    client: 'Corvid Labs',
    people: { 'Maria Chen': 'hr-director', 'Deepa Rao': 'hiring-manager' },
    tasks: [['t.maria', 'set-expectations', 'Maria Chen']],
  },
  {
    client: 'Halden Foods',
    people: { 'Maria Lopez': 'hr', 'Greg Stone': 'hiring-manager' },
    tasks: [['t.halden', 'participate-or-disengage']],
  },
  { client: 'Quillan Steel', people: { 'Bernadette Kowalski': 'hr', 'Walt Jensen': 'other' } },
])

export const london = book('r.nia', 'Nia Bowen', 'Europe/London', [
  {
    client: 'Fernley Rail',
    people: { 'Olivia Grant': 'hr', 'Hamish Boyd': 'hiring-manager' },
    tasks: [['t.olivia', 'call-and-write', 'Olivia Grant']],
    meetings: [['m-fernley', '2026-11-11T14:00:00Z', '2026-11-11T15:00:00Z', ['Olivia Grant']]],
  },
  {
    client: 'Otterburn Textiles',
    people: { 'Aisha Khan': 'hr-director', 'Will Price': 'hiring-manager' },
    tasks: [['t.aisha', 'answer-them', 'Aisha Khan']],
    tense: ['Aisha Khan'],
  },
  { client: 'Brackwell & Sons', people: { 'Siobhan Kelly': 'hr' } },
])

export const central = book('r.lou', 'Lou Meyer', 'America/Chicago', [
  {
    client: 'Larkspur Dental',
    people: { 'Denise Alvarez': 'hr', 'Kurt Baumann': 'hiring-manager' },
    aliases: { 'Denise Alvarez': ['Dee'] },
    meetings: [['m-larkspur', '2026-10-29T19:00:00Z', '2026-10-29T19:30:00Z', ['Denise Alvarez', 'Kurt Baumann']]],
    tasks: [['t.larkspur-meeting', 'report-the-meeting']],
  },
  {
    client: 'Tri-County Plastics',
    people: { 'Joanne Petty': 'hr', 'Hank Olsen': 'hiring-manager', 'Rosa Delgado': 'hr-director' },
    tasks: [['t.hank', 'go-through-the-introducer', 'Hank Olsen']],
  },
  { client: 'Wexler Freight', people: { 'Grace Oduya': 'hr', 'Pete Lindqvist': 'hiring-manager' } },
])
