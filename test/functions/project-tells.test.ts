import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngagementId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import {
  type Bench,
  createBench,
  envelope,
  event,
  firm,
  joined,
  priya,
  settings,
  story,
  stream,
} from './project-bench.ts'

let bench: Bench
beforeEach(() => {
  bench = createBench()
})

describe('when a recruiter is due', () => {
  const dueOn = async (now: string): Promise<string[]> => {
    const found: string[] = []
    for await (const { dueAt } of bench.views.due(now)) found.push(dueAt)
    return found
  }

  it('is the first digest after they joined, at their local hour', async () => {
    await bench.settle()
    await bench.deliver(bench.records())
    expect(await dueOn('2026-09-02T06:29:59Z')).toEqual([])
    expect(await dueOn('2026-09-02T06:30:00Z')).toEqual(['2026-09-02T06:30:00.000Z'])
  })

  it('comes forward when settings name an earlier hour', async () => {
    await bench.settle()
    await bench.deliver(bench.records())
    const calendar = { ...joined.calendar, digestAt: '06:00' }
    await bench.append(settings, [
      { ...envelope('2026-09-01T20:00:00Z', 'earlier'), type: 'SettingsChanged', calendar },
    ])
    await bench.deliver(bench.records().slice(-1))
    expect(await dueOn('2026-09-02T05:00:00Z')).toEqual(['2026-09-02T05:00:00.000Z'])
  })

  it('stays what the morning set when anything else about them changes', async () => {
    await bench.settle()
    await bench.deliver(bench.records())
    const row = await bench.views.recruiter(firm, priya)
    if (!row) throw new Error('no row')
    await bench.views.setDue(row, '2026-09-03T06:30:00Z')
    await bench.append(settings, [
      { ...envelope('2026-09-02T20:00:00Z', 'address'), type: 'AddressConfirmed', address: 'priya@fairlead.example' },
    ])
    await bench.deliver(bench.records().slice(-1))
    expect((await bench.views.recruiter(firm, priya))?.addresses).toEqual(['priya@fairlead.example'])
    expect(await dueOn('2026-09-03T06:29:00Z')).toEqual([])
    expect(await dueOn('2026-09-03T06:30:00Z')).toHaveLength(1)
  })
})

describe('telling the bus', () => {
  it('says what was raised, settled and announced, each once per change, by its place in the log', async () => {
    await bench.tellStory()
    await bench.deliver(bench.records())
    const about = { firm, recruiter: priya, engagement: 'e1' }
    expect(bench.told).toEqual([
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
    await bench.tellStory()
    await bench.deliver(bench.records())
    const first = bench.told.splice(0)
    await bench.deliver(bench.records())
    expect(bench.told).toEqual(first)
  })

  it('never says a name, an address or a word', async () => {
    await bench.tellStory()
    await bench.append(stream, [
      event('WentDark', '2026-09-30T06:30:00Z', { contact: 'neil', since: '2026-09-09T10:00:00Z' }),
    ])
    await bench.append(stream, [event('CameBack', '2026-10-01T10:00:00Z', { contact: 'neil', after: 'dark' })])
    await bench.deliver(bench.records())
    expect(bench.told).toHaveLength(5)
    expect(JSON.stringify(bench.told)).not.toMatch(/Foster|Dalby|dalby|terms|Friday/)
  })
})

describe('what goes wrong', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  beforeEach(() => said.mockClear())
  const codes = () => said.mock.calls.map(([line]) => line.code)

  it('a stream that cannot be read gives back its own records, and keeps no other from its row', async () => {
    await bench.tellStory()
    const bad = engagementStream(firm, priya, 'e2' as EngagementId)
    bench.commits.set(bad, [
      { position: 0, events: JSON.stringify([{ type: 'EngagementOpened', recordedAt: '2026-09-07T09:00:00Z' }]) },
      { position: 4, events: JSON.stringify([{ type: 'OpeningNamed', recordedAt: '2026-09-07T09:00:00Z' }]) },
    ])
    const answer = await bench.deliver(bench.records())
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual([
      `${bad}-0`,
      `${bad}-1`,
    ])
    expect(await bench.views.engagementsOf(firm, priya)).toHaveLength(1)
  })

  it('a bus that takes nothing gives the change back', async () => {
    await bench.tellStory()
    const broken = { publish: async () => Promise.reject(new Error('Neil Foster at Dalby')) }
    const Records = bench.records().slice(-1)
    const answer = await bench.deliver(Records, { bus: broken })
    expect(answer.batchItemFailures).toHaveLength(1)
    expect(JSON.stringify(said.mock.calls)).not.toMatch(/Foster|Dalby/)
  })

  it('an engagement whose recruiter never joined is set aside by a code', async () => {
    await bench.append(stream, story[0] ?? [])
    expect((await bench.deliver(bench.records())).batchItemFailures).toHaveLength(1)
    expect(codes()).toEqual(['broken-stream'])
  })

  it('a change or a removal in the log is reported by its code, and never projected', async () => {
    await bench.tellStory()
    for (const eventName of ['MODIFY', 'REMOVE']) {
      const changed = bench.records().map(record => ({ ...record, eventName }))
      expect(await bench.deliver(changed)).toEqual({ batchItemFailures: [] })
    }
    expect(new Set(codes())).toEqual(new Set(['log-changed']))
    expect(await bench.views.engagementsOf(firm, priya)).toEqual([])
    expect(bench.told).toEqual([])
    expect(JSON.stringify(said.mock.calls)).not.toContain(stream)
  })
})
