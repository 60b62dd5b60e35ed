import { projectChanges } from '../../functions/project/changes.ts'
import type { Bus, PublicEvent } from '../../shared/bus/public-events.ts'
import type { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import type { EngagementId, FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { Commit } from '../../shared/log/codec.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import {
  engagementStream,
  firmStream,
  recruiterStream,
  type StreamEvent,
  type StreamName,
} from '../../shared/log/streams.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import type { Views } from '../../shared/views/views.ts'

/** A story in the log, and the changes of it that `project` is handed. */

export const firm = 'fairlead' as FirmId
export const priya = 'priya' as RecruiterId
export const stream = engagementStream(firm, priya, 'e1' as EngagementId)
export const settings = recruiterStream(firm, priya)

export const envelope = (recordedAt: string, command: string) =>
  ({ at: recordedAt, recordedAt, by: priya, source: 'note', evidence: 'reported', command }) as const
export const event = (type: string, recordedAt: string, fields: object) =>
  ({ type, ...envelope(recordedAt, `${type}.${recordedAt}`), ...fields }) as EngagementEvent

const founded = {
  ...envelope('2026-09-01T08:00:00Z', 'found'),
  type: 'FirmFounded',
  firm,
  name: 'Fairlead',
  owner: priya,
  domains: [],
}
export const joined = {
  ...envelope('2026-09-01T08:00:00Z', 'join'),
  type: 'RecruiterJoined',
  firm,
  recruiter: priya,
  name: 'Priya Nair',
  region: 'GB-ENG',
  calendar: { zone: 'Europe/London', workingDays: [1, 2, 3, 4, 5], holidays: ['2026-12-25'], digestAt: '07:30' },
}
/** Priya in Leeds: a housing contractor wants site managers, then says nothing for a while. */
export const story: readonly (readonly EngagementEvent[])[] = [
  [
    event('EngagementOpened', '2026-09-07T09:00:00Z', {
      engagement: 'e1',
      client: 'Dalby Homes',
      domains: ['dalby.example'],
      origin: 'mpc',
    }),
    event('OpeningNamed', '2026-09-07T09:00:00Z', { title: 'Site manager' }),
    event('ContactAdded', '2026-09-07T09:00:00Z', {
      contact: 'neil',
      name: 'Neil Foster',
      role: 'hiring-manager',
      emails: ['neil.foster@dalby.example'],
      phones: [],
    }),
  ],
  [
    event('TouchpointLogged', '2026-09-08T10:00:00Z', {
      touchpoint: 'p1',
      direction: 'inbound',
      channel: 'call',
      outcome: 'reached',
      contact: 'neil',
      summary: 'wants two site managers',
    }),
  ],
  [
    event('TouchpointLogged', '2026-09-09T10:00:00Z', {
      touchpoint: 'p2',
      direction: 'outbound',
      channel: 'email',
      outcome: 'sent',
      contact: 'neil',
      summary: 'sent terms',
    }),
    event('ReminderNoted', '2026-09-09T10:00:00Z', { what: 'ask Neil about Friday', due: '2026-09-11' }),
  ],
  [
    event('TaskRaised', '2026-09-14T06:30:00Z', {
      task: 'e1.1',
      play: 'call-and-write',
      contact: 'neil',
      due: '2026-09-14',
      because: [3, 4],
    }),
    event('WentQuiet', '2026-09-14T06:30:00Z', { contact: 'neil', since: '2026-09-09T10:00:00Z' }),
  ],
  [event('TaskSettled', '2026-09-14T09:00:00Z', { task: 'e1.1', how: 'done' })],
]

export type Bench = ReturnType<typeof createBench>

/** An empty log with views of it in memory, and a bus that remembers what it was told. */
export const createBench = () => {
  const commits = new Map<StreamName, Commit[]>()
  const log = createMemoryLog(commits)
  const views = createMemoryViews()
  const told: PublicEvent[] = []
  const bus: Bus = { publish: async events => void told.push(...events) }

  const append = async (name: StreamName, events: readonly unknown[]): Promise<void> => {
    await log.append((await log.load(name)).version, events as StreamEvent<StreamName>[])
  }
  const settle = async (): Promise<void> => {
    await append(firmStream(firm), [founded])
    await append(settings, [joined])
  }
  /** What DynamoDB's stream would hand out for all that is in the log. */
  const records = () => [...commits].flatMap(([name, stored]) => stored.map(record(name)))
  const deliver = (Records: readonly unknown[], others: { views?: Views; bus?: Bus } = {}) =>
    projectChanges({ log, views, bus, ...others }, { Records }, { function: 'project' })

  return {
    commits,
    log,
    views,
    told,
    append,
    settle,
    tellStory: async (): Promise<void> => {
      await settle()
      for (const commit of story) await append(stream, commit)
    },
    records,
    deliver,
  }
}

const record =
  (name: StreamName) =>
  ({ position, events }: Commit, index: number) => {
    const key = { stream: { S: name }, position: { N: String(position) } }
    return {
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: `${name}-${index}`,
        ApproximateCreationDateTime: Date.parse(JSON.parse(events)[0].recordedAt) / 1000,
        Keys: key,
        NewImage: { ...key, commit: { S: `c${index}` }, events: { S: events } },
      },
    }
  }

export const rowsOf = async (views: Views) => ({
  firm: await views.firm(firm),
  recruiter: await views.recruiter(firm, priya),
  engagements: await views.engagementsOf(firm, priya),
})
