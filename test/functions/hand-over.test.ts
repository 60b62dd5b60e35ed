import { beforeEach, describe, expect, it } from 'vitest'
import type { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import { stillToTakeOver } from '../../shared/domain/engagement/handover.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { CommandId, EngagementId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { engagementStream, firmStream, recruiterStream } from '../../shared/log/streams.ts'
import { handOver, takeOver } from '../../shared/runtime/hand-over.ts'
import { say } from '../../shared/runtime/say.ts'
import { assessAmong } from '../../shared/views/around.ts'
import { addressHash } from '../../shared/views/keys.ts'
import { rebuild } from '../../shared/views/rebuild.ts'
import { type Bench, createBench, event, firm, joined, priya, story, stream } from './project-bench.ts'

const omar = RecruiterId.parse('omar')
const e1 = EngagementId.parse('e1')
const his = engagementStream(firm, omar, e1)
const NOW = '2026-09-14T15:00:00Z'

let bench: Bench
beforeEach(async () => {
  bench = createBench()
  await bench.settle()
  await bench.append(recruiterStream(firm, omar), [{ ...joined, recruiter: omar, name: 'Omar Said' }])
  for (const commit of story.slice(0, 4)) await bench.append(stream, commit)
})

const owner = async () => {
  await bench.deliver(bench.records())
  const [known, row] = await Promise.all([bench.views.firm(firm), bench.views.recruiter(firm, priya)])
  if (!known || !row) throw new Error('nothing is projected')
  return { firm, recruiter: priya, calendar: row.calendar, policy: known.policy }
}
const saying = (id = 'press.1') =>
  ({ id: CommandId.parse(id), at: NOW, now: NOW, by: priya, source: 'page', evidence: 'reported' }) as const
const handItOver = async (id?: string) => handOver(bench.log, await owner(), e1, omar, saying(id))
const bytes = (events: readonly unknown[]) => Buffer.byteLength(JSON.stringify(events))
const hisEvents = async () => (await bench.log.load(his)).events

describe('a handover', () => {
  it('moves the account from one recruiter’s views to the other’s, with its people and what is due', async () => {
    await handItOver()
    await bench.deliver(bench.records())
    const [hers] = await bench.views.engagementsOf(firm, priya)
    expect(hers).toMatchObject({ stage: 'handed-over', handedTo: omar, openTasks: [], reminders: [], wakeAt: null })
    const [row] = await bench.views.engagementsOf(firm, omar)
    expect(row).toMatchObject({
      stage: 'open',
      client: 'Dalby Homes',
      contacts: [{ id: 'neil' }],
      openTasks: [{ id: 'e1.1', because: [3, 4] }],
      status: 'quiet',
      takenOver: { from: priya, at: NOW },
    })
    expect(row, 'what passed with the giver was no contact of the receiver’s').not.toHaveProperty('lastTouch')
    const found = await bench.views.colleagues(firm, [addressHash('neil.foster@dalby.example')])
    expect(found.filter(({ row: { stage } }) => stage === 'open')).toMatchObject([{ row: { recruiter: omar } }])
  })

  it('names nobody as the receiver’s colleague at the account before its giver’s views are brought up', async () => {
    await handItOver()
    await bench.deliver(bench.records().filter(({ dynamodb }) => dynamodb.Keys.stream.S !== stream))
    await bench.append(firmStream(firm), [
      { ...event('InvitationAccepted', NOW, {}), recruiter: omar, invitation: 'i' } as unknown as EngagementEvent,
    ])
    await bench.deliver(bench.records().filter(({ dynamodb }) => dynamodb.Keys.stream.S !== stream))
    const [known, row] = await Promise.all([bench.views.firm(firm), bench.views.recruiter(firm, omar)])
    const taken = fold(await hisEvents())
    if (!known || !row || taken.stage === 'unopened') return expect.fail('nothing is projected')
    expect(await bench.views.engagementsOf(firm, priya)).toMatchObject([{ stage: 'open', openTasks: [{ id: 'e1.1' }] }])
    const among = { ...known, recruiter: omar, calendar: row.calendar }
    const { due, colleagues } = await assessAmong(taken, among, '2026-09-15T06:30:00Z', bench.views)
    expect(due.map(({ play }) => play)).toEqual(['call-and-write'])
    expect(colleagues).toEqual([])
  })

  it('says the same once, however often it is pressed and whoever carries it out at the same time', async () => {
    await handItOver()
    const whole = await hisEvents()
    await handItOver()
    await handItOver('press.2')
    await Promise.all([1, 2, 3].map(() => takeOver(bench.log, { firm, recruiter: priya }, e1)))
    expect(await hisEvents()).toEqual(whole)
    expect(whole.at(-1)).toMatchObject({ type: 'TaskReopened', task: 'e1.1' })
  })

  it('that was cut off right after the giver’s end is carried out by whoever hears of it, even several at once', async () => {
    await say(bench.log, await owner(), e1, [
      { command: { command: 'HandOverEngagement', to: omar }, saying: saying() },
    ])
    expect(await hisEvents()).toEqual([])
    await Promise.all([1, 2, 3].map(() => takeOver(bench.log, { firm, recruiter: priya }, e1)))
    const types = (await hisEvents()).map(({ type }) => type)
    expect(types.filter(type => type === 'EngagementTakenOver')).toHaveLength(1)
    expect(types.slice(-2)).toEqual(['EngagementTakenOver', 'TaskReopened'])
  })

  it('shows nothing of itself before the whole history is there, so that nobody adds to half of it', async () => {
    await say(bench.log, await owner(), e1, [
      { command: { command: 'HandOverEngagement', to: omar }, saying: saying() },
    ])
    const given = (await bench.log.load(stream)).events
    await bench.append(his, stillToTakeOver(given, [], { recruiter: priya, name: 'Priya Nair' }).slice(0, 5))
    await bench.deliver(bench.records())
    expect(await bench.views.engagementsOf(firm, omar)).toEqual([])
    await takeOver(bench.log, { firm, recruiter: priya }, e1)
    const rest = bench.records().filter(({ dynamodb }) => dynamodb.Keys.stream.S === his)
    await bench.deliver(rest.slice(1))
    expect(await bench.views.engagementsOf(firm, omar)).toMatchObject([{ stage: 'open', client: 'Dalby Homes' }])
    const found = await bench.views.colleagues(firm, [addressHash('neil.foster@dalby.example')])
    expect(found.map(({ row: { recruiter } }) => recruiter)).toContain(omar)
    expect(await bench.views.atClient(firm, ['dalby.example'], [omar])).toHaveLength(1)
  })

  it('tells other programs that it happened, and nothing of what they were told before', async () => {
    await bench.deliver(bench.records())
    const before = bench.told.length
    await handItOver()
    bench.told.length = 0
    await bench.deliver(bench.records())
    expect(bench.told.slice(before)).toMatchObject([
      { type: 'relight.engagement.task-settled.v1', detail: { recruiter: priya, how: 'overtaken' } },
      { type: 'relight.engagement.handed-over.v1', detail: { recruiter: priya, engagement: 'e1', to: omar } },
    ])
    expect(bench.told.filter(({ detail }) => detail.recruiter === omar)).toEqual([])
  })

  it('takes a history along that no single item of the log could hold', async () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      event('TouchpointLogged', new Date(Date.parse('2026-09-10T08:00:00Z') + index * 60_000).toISOString(), {
        touchpoint: `long.${index}`,
        direction: 'outbound',
        channel: 'email',
        outcome: 'sent',
        contact: 'neil',
        summary: 'x'.repeat(1500),
      }),
    )
    for (const one of many) await bench.append(stream, [one])
    await handItOver()
    const commits = bench.commits.get(his) ?? []
    expect(commits.length).toBeGreaterThan(1)
    for (const { events } of commits) expect(Buffer.byteLength(events)).toBeLessThan(400_000)
    await bench.deliver(bench.records())
    expect(await bench.views.engagementsOf(firm, omar)).toMatchObject([{ stage: 'open', contacts: [{ id: 'neil' }] }])
  })

  it('makes all due again with the receiver that was due, where the history ends with the size of one item', async () => {
    const due = Array.from({ length: 400 }, (_, index) => `e1.${index + 2}`)
    await bench.append(
      stream,
      due.map(task =>
        event('TaskRaised', '2026-09-14T07:00:00Z', { task, play: 'revisit', due: '2026-09-14', because: [3] }),
      ),
    )
    await handItOver()
    const told = stillToTakeOver((await bench.log.load(stream)).events, [], { recruiter: priya, name: 'Priya Nair' })
    expect(bytes(told.filter(({ handedOver }) => handedOver))).toBeLessThan(200_000)
    expect(bytes(told)).toBeGreaterThan(200_000)
    const reopened = (await hisEvents()).flatMap(event => (event.type === 'TaskReopened' ? [event.task] : []))
    expect(reopened).toEqual(['e1.1', ...due])
  })

  it('comes out the same when the views are derived anew from the log', async () => {
    await handItOver()
    await bench.deliver(bench.records())
    const [before] = await bench.views.engagementsOf(firm, omar)
    const anew = createBench()
    await rebuild(bench.log, anew.views, [firmStream(firm), recruiterStream(firm, omar), his], NOW)
    expect(await anew.views.engagementsOf(firm, omar)).toEqual([{ ...before, wakeAt: expect.anything() }])
  })

  it('goes only where somebody handed over: what is open stays where it is', async () => {
    await takeOver(bench.log, { firm, recruiter: priya }, e1)
    expect(await hisEvents()).toEqual([])
  })
})
