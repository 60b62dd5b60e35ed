import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { projectChanges } from '../../functions/project/changes.ts'
import type { PublicEvent } from '../../shared/bus/public-events.ts'
import type { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import type { EngagementId, FirmId, NoteId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { Commit } from '../../shared/log/codec.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import {
  digestStream,
  engagementStream,
  firmStream,
  noteStream,
  recruiterStream,
  type StreamEvent,
  type StreamName,
} from '../../shared/log/streams.ts'
import { addressHash } from '../../shared/views/keys.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { rebuild } from '../../shared/views/rebuild.ts'
import type { Views } from '../../shared/views/views.ts'

const firm = 'fairlead' as FirmId
const priya = 'priya' as RecruiterId
const stream = engagementStream(firm, priya, 'e1' as EngagementId)
const settings = recruiterStream(firm, priya)
const where = { function: 'project' }

const envelope = (recordedAt: string, command: string) =>
  ({ at: recordedAt, recordedAt, by: priya, source: 'note', evidence: 'reported', command }) as const
const event = (type: string, recordedAt: string, fields: object) =>
  ({ type, ...envelope(recordedAt, `${type}.${recordedAt}`), ...fields }) as EngagementEvent

/** Priya in Leeds: a housing contractor's site manager, then nothing for a while. */
const founded = {
  ...envelope('2026-09-01T08:00:00Z', 'found'),
  type: 'FirmFounded',
  firm,
  name: 'Fairlead',
  owner: priya,
  domains: [],
}
const joined = {
  ...envelope('2026-09-01T08:00:00Z', 'join'),
  type: 'RecruiterJoined',
  firm,
  recruiter: priya,
  name: 'Priya Nair',
  region: 'GB-ENG',
  calendar: { zone: 'Europe/London', workingDays: [1, 2, 3, 4, 5], holidays: ['2026-12-25'], digestAt: '07:30' },
}
const story: readonly (readonly EngagementEvent[])[] = [
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

let commits: Map<StreamName, Commit[]>
let log: EventLog
let views: Views
let told: PublicEvent[]
beforeEach(() => {
  commits = new Map()
  log = createMemoryLog(commits)
  views = createMemoryViews()
  told = []
})
const bus = { publish: async (events: readonly PublicEvent[]) => void told.push(...events) }

const append = async (name: StreamName, events: readonly unknown[]): Promise<void> => {
  await log.append((await log.load(name)).version, events as StreamEvent<StreamName>[])
}

/** What DynamoDB's stream would hand out for all that is in the log. */
const records = () =>
  [...commits].flatMap(([name, stored]) =>
    stored.map(({ position, events }, index) => {
      const key = { stream: { S: name }, position: { N: String(position) } }
      const written = Date.parse(JSON.parse(events)[0].recordedAt) / 1000
      return {
        eventName: 'INSERT',
        dynamodb: {
          SequenceNumber: `${name}-${index}`,
          ApproximateCreationDateTime: written,
          Keys: key,
          NewImage: { ...key, commit: { S: `c${index}` }, events: { S: events } },
        },
      }
    }),
  )
const deliver = (Records: readonly unknown[]) => projectChanges({ log, views, bus }, { Records }, where)

const settle = async (): Promise<void> => {
  await append(firmStream(firm), [founded])
  await append(settings, [joined])
}
const tellStory = async (): Promise<void> => {
  await settle()
  for (const commit of story) await append(stream, commit)
}
const rowsOf = async (of: Views) => ({
  firm: await of.firm(firm),
  recruiter: await of.recruiter(firm, priya),
  engagements: await of.engagementsOf(firm, priya),
})

describe('projecting', () => {
  it('an engagement says what its log says', async () => {
    await settle()
    for (const commit of story.slice(0, 3)) await append(stream, commit)
    expect(await deliver(records())).toEqual({ batchItemFailures: [] })
    const [row] = await views.engagementsOf(firm, priya)
    expect(row).toMatchObject({
      engagement: 'e1',
      position: 6,
      client: 'Dalby Homes',
      openings: ['Site manager'],
      status: 'waiting',
      ball: 'theirs',
      silentSince: '2026-09-08T10:00:00Z',
      reminders: [{ due: '2026-09-11', what: 'ask Neil about Friday' }],
      openTasks: [],
    })
  })

  it("what will be due later wakes the digest of that day, at the recruiter's local hour", async () => {
    await settle()
    await append(stream, story[0] ?? [])
    await deliver(records())
    // Opened on a Monday, and nothing outbound yet: five working days later, 07:30 in British summer time.
    expect((await views.engagementsOf(firm, priya))[0]?.wakeAt).toBe('2026-09-14T06:30:00.000Z')
  })

  it('an open task stands in the row until it is settled', async () => {
    await settle()
    for (const commit of story.slice(0, 4)) await append(stream, commit)
    await deliver(records())
    expect((await views.engagementsOf(firm, priya))[0]?.openTasks.map(task => task.play)).toEqual(['call-and-write'])
    await append(stream, story[4] ?? [])
    await deliver(records().slice(-1))
    expect((await views.engagementsOf(firm, priya))[0]?.openTasks).toEqual([])
  })

  it('what is due already and not yet raised wakes the next morning', async () => {
    await settle()
    for (const commit of story.slice(0, 3)) await append(stream, commit)
    await append(stream, [
      event('MeetingBooked', '2026-09-21T10:00:00Z', {
        meeting: 'm1',
        startsAt: '2026-09-10T10:00:00Z',
        endsAt: '2026-09-10T11:00:00Z',
        contacts: ['neil'],
        title: 'Terms',
      }),
    ])
    await deliver(records())
    const [row] = await views.engagementsOf(firm, priya)
    expect(row?.wakeAt).toBe('2026-09-21T10:00:00.000Z')
    expect(row?.meetings.map(meeting => meeting.id)).toEqual(['m1'])
  })

  it('tension stands in the row while it is open, by when it was felt and not by when it was told', async () => {
    await tellStory()
    await append(stream, [event('TensionResolved', '2026-09-16T10:00:00Z', { contact: 'neil' })])
    await append(stream, [
      {
        ...event('TensionReported', '2026-09-17T10:00:00Z', { contact: 'neil', observed: 'curt' }),
        at: '2026-09-15T10:00:00Z',
      } as EngagementEvent,
    ])
    await deliver(records())
    expect((await views.engagementsOf(firm, priya))[0]?.tense).toEqual([])
    await append(stream, [
      event('TensionReported', '2026-09-18T10:00:00Z', { contact: 'neil', observed: 'curt again' }),
    ])
    await deliver(records().slice(-1))
    expect((await views.engagementsOf(firm, priya))[0]?.tense).toEqual(['neil'])
  })

  it('whom the ball was owned to stands in the row, for colleagues to see by address', async () => {
    await tellStory()
    await append(stream, [
      event('TouchpointLogged', '2026-09-21T10:00:00Z', {
        touchpoint: 'p3',
        direction: 'outbound',
        channel: 'voicemail',
        outcome: 'left-message',
        contact: 'neil',
        play: 'own-the-dropped-ball',
      }),
    ])
    await deliver(records())
    const [found] = await views.colleagues(firm, [addressHash('Neil.Foster@dalby.example')])
    expect(found?.contact).toBe('neil')
    expect(found?.row.owned).toEqual([{ contact: 'neil', at: '2026-09-21T10:00:00Z' }])
  })

  it('comes to the same rows in whatever order, however often and however batched the changes come', async () => {
    await tellStory()
    await deliver(records())
    const expected = await rowsOf(views)
    const all = records()
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...all, ...all], { minLength: all.length }),
        fc.integer({ min: 1, max: 5 }),
        async (order, size) => {
          views = createMemoryViews()
          // At least once is what the platform promises: whatever was left out comes at last.
          const missing = all.filter(record => !order.includes(record))
          const delivery = [...order, ...missing]
          for (let from = 0; from < delivery.length; from += size) await deliver(delivery.slice(from, from + size))
          expect(await rowsOf(views)).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('comes to the same rows as a rebuild, which makes every recruiter due', async () => {
    await tellStory()
    await deliver(records())
    const again = createMemoryViews()
    const done: number[] = []
    await rebuild(log, again, [stream, settings, firmStream(firm)], '2026-09-14T09:00:00Z', n => done.push(n))
    expect(await rowsOf(again)).toEqual(await rowsOf(views))
    expect(done).toEqual([1, 2, 3])
    const due = []
    for await (const recruiter of again.due('2026-09-14T09:00:00Z')) due.push(recruiter.recruiter)
    expect(due).toEqual([priya])
  })

  it('a rebuild lays its rows over those of the same position, and does no harm twice', async () => {
    await tellStory()
    await deliver(records())
    const [row] = await views.engagementsOf(firm, priya)
    if (!row) throw new Error('no row')
    await views.rewrite({ ...row, client: 'as older code had it' })
    await rebuild(log, views, [stream, settings], '2026-09-14T09:00:00Z')
    await rebuild(log, views, [stream, settings], '2026-09-14T09:00:00Z')
    expect((await views.engagementsOf(firm, priya))[0]?.client).toBe('Dalby Homes')
  })
})

describe('a note', () => {
  const note = 'n0a1' as NoteId
  const name = noteStream(firm, priya, note)
  const said = { ...envelope('2026-09-10T09:00:00Z', 'note'), type: '' }
  const received = {
    ...said,
    type: 'NoteReceived',
    id: note,
    object: 'raw/n0a1',
    from: 'priya@fairlead.example',
    subject: 'Neil',
    arrivedAt: '2026-09-10T09:00:00Z',
  }
  const question = { text: 'Which Susan?', unknownName: 'Susan', answers: [] }
  const listed = () => views.notes(firm, priya, '2026-09-01T00:00:00Z')

  it('is listed with how it was read, and open while its question is', async () => {
    await append(name, [received, { ...said, type: 'NoteAsked', rule: 'a name', question, commands: [] }])
    await deliver(records())
    expect(await listed()).toMatchObject([
      { note, subject: 'Neil', status: 'asked', question: 'Which Susan?', unknownName: 'Susan', open: true },
    ])
    await append(name, [{ ...said, type: 'NoteAnswered', word: 'susan-m', commands: [] }])
    await deliver(records().slice(-1))
    expect(await listed()).toMatchObject([{ status: 'asked', open: false }])
  })

  it('that is held is open, with the reason', async () => {
    await append(name, [received, { ...said, type: 'NoteHeld', rule: 'not signed', why: 'nobody signed it' }])
    await deliver(records())
    expect(await listed()).toMatchObject([{ status: 'held', why: 'nobody signed it', open: true }])
  })

  it('is not written again for having been applied, which its row does not say', async () => {
    await append(name, [
      received,
      { ...said, type: 'NoteUnderstood', status: 'understood', rule: 'a call', commands: [] },
    ])
    await deliver(records())
    const before = await listed()
    await append(name, [{ ...said, type: 'NoteApplied', refused: [] }])
    let writes = 0
    const counting = { ...views, write: async () => void writes++ }
    await projectChanges({ log, views: counting, bus }, { Records: records().slice(-1) }, where)
    expect(writes).toBe(0)
    const again = createMemoryViews()
    await rebuild(log, again, [name], '2026-09-14T09:00:00Z')
    expect(await again.notes(firm, priya, '2026-09-01T00:00:00Z')).toEqual(before)
  })
})

describe('a digest', () => {
  it('is listed once its outcome is known', async () => {
    const name = digestStream(firm, priya, '2026-09-14')
    const said = envelope('2026-09-14T06:30:00Z', 'digest')
    const listed = () => views.digests(firm, priya, '2026-09-01')
    await append(name, [{ ...said, type: 'DigestClaimed', lines: [], attempt: 1 }])
    await deliver(records())
    expect(await listed()).toEqual([])
    await append(name, [{ ...said, type: 'DigestSent', messageId: 'm-1' }])
    await deliver(records().slice(-1))
    expect(await listed()).toMatchObject([{ date: '2026-09-14', stage: 'sent', position: 2 }])
  })
})

describe('when a recruiter is due', () => {
  const dueOn = async (now: string): Promise<string[]> => {
    const found: string[] = []
    for await (const { dueAt } of views.due(now)) found.push(dueAt)
    return found
  }

  it('is the first digest after they joined, at their local hour', async () => {
    await settle()
    await deliver(records())
    expect(await dueOn('2026-09-02T06:29:59Z')).toEqual([])
    expect(await dueOn('2026-09-02T06:30:00Z')).toEqual(['2026-09-02T06:30:00.000Z'])
  })

  it('comes forward when settings name an earlier hour', async () => {
    await settle()
    await deliver(records())
    const calendar = { ...joined.calendar, digestAt: '06:00' }
    await append(settings, [{ ...envelope('2026-09-01T20:00:00Z', 'earlier'), type: 'SettingsChanged', calendar }])
    await deliver(records().slice(-1))
    expect(await dueOn('2026-09-02T05:00:00Z')).toEqual(['2026-09-02T05:00:00.000Z'])
  })

  it('stays what the morning set when anything else about them changes', async () => {
    await settle()
    await deliver(records())
    const row = await views.recruiter(firm, priya)
    if (!row) throw new Error('no row')
    await views.setDue(row, '2026-09-03T06:30:00Z')
    await append(settings, [
      { ...envelope('2026-09-02T20:00:00Z', 'address'), type: 'AddressConfirmed', address: 'priya@fairlead.example' },
    ])
    await deliver(records().slice(-1))
    expect((await views.recruiter(firm, priya))?.addresses).toEqual(['priya@fairlead.example'])
    expect(await dueOn('2026-09-03T06:29:00Z')).toEqual([])
    expect(await dueOn('2026-09-03T06:30:00Z')).toHaveLength(1)
  })
})

describe('telling the bus', () => {
  it('says what was raised, settled and announced, each once per change, by its place in the log', async () => {
    await tellStory()
    await deliver(records())
    const about = { firm, recruiter: priya, engagement: 'e1' }
    expect(told).toEqual([
      {
        type: 'relight.engagement.task-raised.v1',
        detail: {
          id: `${stream}@6`,
          ...about,
          at: '2026-09-14T06:30:00Z',
          contact: 'neil',
          task: 'e1.1',
          play: 'call-and-write',
          due: '2026-09-14',
        },
      },
      {
        type: 'relight.engagement.went-quiet.v1',
        detail: {
          id: `${stream}@7`,
          ...about,
          at: '2026-09-14T06:30:00Z',
          contact: 'neil',
          since: '2026-09-09T10:00:00Z',
        },
      },
      {
        type: 'relight.engagement.task-settled.v1',
        detail: { id: `${stream}@8`, ...about, at: '2026-09-14T09:00:00Z', task: 'e1.1', how: 'done' },
      },
    ])
  })

  it('says the same under the same id when a change comes again', async () => {
    await tellStory()
    await deliver(records())
    const first = told.splice(0)
    await deliver(records())
    expect(told).toEqual(first)
  })

  it('never says a name, an address or a word', async () => {
    await tellStory()
    await append(stream, [
      event('WentDark', '2026-09-30T06:30:00Z', { contact: 'neil', since: '2026-09-09T10:00:00Z' }),
    ])
    await append(stream, [event('CameBack', '2026-10-01T10:00:00Z', { contact: 'neil', after: 'dark' })])
    await deliver(records())
    expect(told).toHaveLength(5)
    expect(JSON.stringify(told)).not.toMatch(/Foster|Dalby|dalby|terms|Friday/)
  })
})

describe('what goes wrong', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  beforeEach(() => said.mockClear())
  const codes = () => said.mock.calls.map(([line]) => line.code)

  it('a stream that cannot be read gives back its own records, and keeps no other from its row', async () => {
    await tellStory()
    const bad = engagementStream(firm, priya, 'e2' as EngagementId)
    commits.set(bad, [
      { position: 0, events: JSON.stringify([{ type: 'EngagementOpened', recordedAt: '2026-09-07T09:00:00Z' }]) },
      { position: 4, events: JSON.stringify([{ type: 'OpeningNamed', recordedAt: '2026-09-07T09:00:00Z' }]) },
    ])
    const answer = await deliver(records())
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual([
      `${bad}-0`,
      `${bad}-1`,
    ])
    expect(await views.engagementsOf(firm, priya)).toHaveLength(1)
  })

  it('a bus that takes nothing gives the change back', async () => {
    await tellStory()
    const broken = { publish: async () => Promise.reject(new Error('Neil Foster at Dalby')) }
    const Records = records().slice(-1)
    const answer = await projectChanges({ log, views, bus: broken }, { Records }, where)
    expect(answer.batchItemFailures).toHaveLength(1)
    expect(JSON.stringify(said.mock.calls)).not.toMatch(/Foster|Dalby/)
  })

  it('an engagement whose recruiter never joined is set aside by a code', async () => {
    await append(stream, story[0] ?? [])
    expect((await deliver(records())).batchItemFailures).toHaveLength(1)
    expect(codes()).toEqual(['broken-stream'])
  })

  it('a change or a removal in the log is reported by its code, and never projected', async () => {
    await tellStory()
    for (const eventName of ['MODIFY', 'REMOVE']) {
      const changed = records().map(record => ({ ...record, eventName }))
      expect(await deliver(changed)).toEqual({ batchItemFailures: [] })
    }
    expect(new Set(codes())).toEqual(new Set(['log-changed']))
    expect(await views.engagementsOf(firm, priya)).toEqual([])
    expect(told).toEqual([])
    expect(JSON.stringify(said.mock.calls)).not.toContain(stream)
  })
})
