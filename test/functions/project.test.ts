import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import type { NoteId } from '../../shared/domain/vocabulary.ts'
import { digestStream, firmStream, noteStream } from '../../shared/log/streams.ts'
import { addressHash } from '../../shared/views/keys.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { rebuild } from '../../shared/views/rebuild.ts'
import {
  type Bench,
  createBench,
  envelope,
  event,
  firm,
  priya,
  rowsOf,
  settings,
  story,
  stream,
} from './project-bench.ts'

let bench: Bench
beforeEach(() => {
  bench = createBench()
})

describe('projecting', () => {
  it('an engagement says what its log says', async () => {
    await bench.settle()
    for (const commit of story.slice(0, 3)) await bench.append(stream, commit)
    expect(await bench.deliver(bench.records())).toEqual({ batchItemFailures: [] })
    const [row] = await bench.views.engagementsOf(firm, priya)
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
    await bench.settle()
    await bench.append(stream, story[0] ?? [])
    await bench.deliver(bench.records())
    // Opened on a Monday, and nothing outbound yet: five working days later, 07:30 in British summer time.
    expect((await bench.views.engagementsOf(firm, priya))[0]?.wakeAt).toBe('2026-09-14T06:30:00.000Z')
  })

  it('an open task stands in the row until it is settled', async () => {
    await bench.settle()
    for (const commit of story.slice(0, 4)) await bench.append(stream, commit)
    await bench.deliver(bench.records())
    expect((await bench.views.engagementsOf(firm, priya))[0]?.openTasks.map(task => task.play)).toEqual([
      'call-and-write',
    ])
    await bench.append(stream, story[4] ?? [])
    await bench.deliver(bench.records().slice(-1))
    expect((await bench.views.engagementsOf(firm, priya))[0]?.openTasks).toEqual([])
  })

  it('what is due already and not yet raised wakes the next morning', async () => {
    await bench.settle()
    for (const commit of story.slice(0, 3)) await bench.append(stream, commit)
    await bench.append(stream, [
      event('MeetingBooked', '2026-09-21T10:00:00Z', {
        meeting: 'm1',
        startsAt: '2026-09-10T10:00:00Z',
        endsAt: '2026-09-10T11:00:00Z',
        contacts: ['neil'],
        title: 'Terms',
      }),
    ])
    await bench.deliver(bench.records())
    const [row] = await bench.views.engagementsOf(firm, priya)
    expect(row?.wakeAt).toBe('2026-09-21T10:00:00.000Z')
    expect(row?.meetings.map(meeting => meeting.id)).toEqual(['m1'])
  })

  it('tension stands in the row while it is open, by when it was felt and not by when it was told', async () => {
    await bench.tellStory()
    await bench.append(stream, [event('TensionResolved', '2026-09-16T10:00:00Z', { contact: 'neil' })])
    await bench.append(stream, [
      {
        ...event('TensionReported', '2026-09-17T10:00:00Z', { contact: 'neil', observed: 'curt' }),
        at: '2026-09-15T10:00:00Z',
      } as EngagementEvent,
    ])
    await bench.deliver(bench.records())
    expect((await bench.views.engagementsOf(firm, priya))[0]?.tense).toEqual([])
    await bench.append(stream, [
      event('TensionReported', '2026-09-18T10:00:00Z', { contact: 'neil', observed: 'curt again' }),
    ])
    await bench.deliver(bench.records().slice(-1))
    expect((await bench.views.engagementsOf(firm, priya))[0]?.tense).toEqual(['neil'])
  })

  it('whom the ball was owned to stands in the row, for colleagues to see by address', async () => {
    await bench.tellStory()
    await bench.append(stream, [
      event('TouchpointLogged', '2026-09-21T10:00:00Z', {
        touchpoint: 'p3',
        direction: 'outbound',
        channel: 'voicemail',
        outcome: 'left-message',
        contact: 'neil',
        play: 'own-the-dropped-ball',
      }),
    ])
    await bench.deliver(bench.records())
    const [found] = await bench.views.colleagues(firm, [addressHash('Neil.Foster@dalby.example')])
    expect(found?.contact).toBe('neil')
    expect(found?.row.owned).toEqual([{ contact: 'neil', at: '2026-09-21T10:00:00Z' }])
  })

  it('the last contact with the client stands in the row, found firm-wide by the client’s domains', async () => {
    await bench.tellStory()
    const last = async () => (await bench.views.atClient(firm, ['dalby.example'], [priya]))[0]?.lastTouch
    await bench.deliver(bench.records())
    expect(await last()).toMatchObject({ contact: 'neil', direction: 'outbound', channel: 'email' })
    await bench.append(stream, [
      event('MeetingBooked', '2026-09-21T10:00:00Z', {
        meeting: 'm1',
        startsAt: '2026-09-22T10:00:00Z',
        endsAt: '2026-09-22T11:00:00Z',
        contacts: ['neil'],
        title: 'Site visit',
      }),
      event('MeetingHeld', '2026-09-23T10:00:00Z', { meeting: 'm1' }),
    ])
    await bench.deliver(bench.records().slice(-1))
    expect(await last()).toEqual({
      contact: 'neil',
      at: '2026-09-22T11:00:00Z',
      direction: 'outbound',
      channel: 'meeting',
      outcome: 'held',
    })
  })

  it('comes to the same rows in whatever order, however often and however batched the changes come', async () => {
    await bench.tellStory()
    await bench.deliver(bench.records())
    const expected = await rowsOf(bench.views)
    const all = bench.records()
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...all, ...all], { minLength: all.length }),
        fc.integer({ min: 1, max: 5 }),
        async (order, size) => {
          const views = createMemoryViews()
          // At least once is what the platform promises: whatever was left out comes at last.
          const missing = all.filter(record => !order.includes(record))
          const delivery = [...order, ...missing]
          for (let from = 0; from < delivery.length; from += size)
            await bench.deliver(delivery.slice(from, from + size), { views })
          expect(await rowsOf(views)).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('comes to the same rows as a rebuild, which makes every recruiter due', async () => {
    await bench.tellStory()
    await bench.deliver(bench.records())
    const again = createMemoryViews()
    const done: number[] = []
    await rebuild(bench.log, again, [stream, settings, firmStream(firm)], '2026-09-14T09:00:00Z', n => done.push(n))
    expect(await rowsOf(again)).toEqual(await rowsOf(bench.views))
    expect(done).toEqual([1, 2, 3])
    const due = []
    for await (const recruiter of again.due('2026-09-14T09:00:00Z')) due.push(recruiter.recruiter)
    expect(due).toEqual([priya])
  })

  it('a rebuild lays its rows over those of the same position, and does no harm twice', async () => {
    await bench.tellStory()
    await bench.deliver(bench.records())
    const [row] = await bench.views.engagementsOf(firm, priya)
    if (!row) throw new Error('no row')
    await bench.views.rewrite({ ...row, client: 'as older code had it' })
    await rebuild(bench.log, bench.views, [stream, settings], '2026-09-14T09:00:00Z')
    await rebuild(bench.log, bench.views, [stream, settings], '2026-09-14T09:00:00Z')
    expect((await bench.views.engagementsOf(firm, priya))[0]?.client).toBe('Dalby Homes')
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
  const listed = () => bench.views.notes(firm, priya, '2026-09-01T00:00:00Z')

  it('is listed with how it was read, and open while its question is', async () => {
    await bench.append(name, [received, { ...said, type: 'NoteAsked', rule: 'a name', question, commands: [] }])
    await bench.deliver(bench.records())
    expect(await listed()).toMatchObject([
      { note, subject: 'Neil', status: 'asked', question: 'Which Susan?', unknownName: 'Susan', open: true },
    ])
    await bench.append(name, [{ ...said, type: 'NoteAnswered', word: 'susan-m', commands: [] }])
    await bench.deliver(bench.records().slice(-1))
    expect(await listed()).toMatchObject([{ status: 'nothing', open: false }])
  })

  it('that is held is open, with the reason', async () => {
    await bench.append(name, [received, { ...said, type: 'NoteHeld', rule: 'not signed', why: 'nobody signed it' }])
    await bench.deliver(bench.records())
    expect(await listed()).toMatchObject([{ status: 'held', why: 'nobody signed it', open: true }])
  })

  it('is not written again for having been applied, which its row does not say', async () => {
    await bench.append(name, [
      received,
      { ...said, type: 'NoteUnderstood', status: 'understood', rule: 'a call', commands: [] },
    ])
    await bench.deliver(bench.records())
    const before = await listed()
    await bench.append(name, [{ ...said, type: 'NoteApplied', refused: [] }])
    let writes = 0
    const counting = { ...bench.views, write: async () => void writes++ }
    await bench.deliver(bench.records().slice(-1), { views: counting })
    expect(writes).toBe(0)
    const again = createMemoryViews()
    await rebuild(bench.log, again, [name], '2026-09-14T09:00:00Z')
    expect(await again.notes(firm, priya, '2026-09-01T00:00:00Z')).toEqual(before)
  })
})

describe('a digest', () => {
  it('is listed once its outcome is known', async () => {
    const name = digestStream(firm, priya, '2026-09-14')
    const said = envelope('2026-09-14T06:30:00Z', 'digest')
    const listed = () => bench.views.digests(firm, priya, '2026-09-01')
    await bench.append(name, [{ ...said, type: 'DigestClaimed', lines: [], attempt: 1 }])
    await bench.deliver(bench.records())
    expect(await listed()).toEqual([])
    await bench.append(name, [{ ...said, type: 'DigestSent', messageId: 'm-1' }])
    await bench.deliver(bench.records().slice(-1))
    expect(await listed()).toMatchObject([{ date: '2026-09-14', stage: 'sent', position: 2 }])
  })
})
