import { beforeEach, describe, expect, it } from 'vitest'
import type { Fact } from '../../shared/domain/engagement/events.ts'
import { close } from '../../shared/log/codec.ts'
import { BrokenStream, Conflict, type EventLog } from '../../shared/log/log.ts'
import type { EngagementStream, StreamName } from '../../shared/log/streams.ts'
import { execute } from '../../shared/runtime/execute.ts'
import { opened, touched } from './support/events.ts'

/** One store under test: any number of logs over it, and a way to lay a commit past the log's own rules. */
export type LogBench = {
  readonly log: () => EventLog
  readonly forge: (stream: StreamName, position: number, events: string) => Promise<void>
}

const stream: EngagementStream = 'northgate/engagement/ana.e1'

/** What every event log does, whatever it is kept in. */
export const logContract = (bench: () => Promise<LogBench>): void => {
  let log: EventLog
  let second: EventLog
  let forge: LogBench['forge']
  beforeEach(async () => {
    const made = await bench()
    log = made.log()
    second = made.log()
    forge = made.forge
  })

  const positions = async (): Promise<number[]> => (await log.load(stream)).events.map(event => event.position)

  describe('reading', () => {
    it('a stream never written loads as empty', async () => {
      expect((await log.load(stream)).events).toEqual([])
    })

    it('events come back flat, in order, with positions from 0 and their personal details', async () => {
      const { version } = await log.load(stream)
      const after = await log.append(version, [opened('Acme Molding'), touched('t1', 'left word with Ruth Avila')])
      await log.append(after, [touched('t2')])
      const { events } = await second.load(stream)
      expect(events).toEqual([
        { ...opened('Acme Molding'), position: 0 },
        { ...touched('t1', 'left word with Ruth Avila'), position: 1 },
        { ...touched('t2'), position: 2 },
      ])
    })

    it('streams do not see each other', async () => {
      const other: EngagementStream = 'northgate/engagement/ana.e10'
      await log.append((await log.load(other)).version, [opened('Baker Foods')])
      expect(await positions()).toEqual([])
    })

    it('a hole in the positions is an error that names the stream and the place', async () => {
      await log.append((await log.load(stream)).version, [opened(), touched('t1')])
      await forge(stream, 3, close(stream, [touched('t2')]))
      const refusal = await log.load(stream).catch(error => error)
      expect(refusal).toBeInstanceOf(BrokenStream)
      expect(refusal).toMatchObject({ code: 'broken-stream', stream, position: 2 })
    })

    it('a stream whose first event is missing is an error', async () => {
      await forge(stream, 1, close(stream, [touched('t1')]))
      await expect(log.load(stream)).rejects.toMatchObject({ code: 'broken-stream', position: 0 })
    })

    it('commits that overlap are an error', async () => {
      await log.append((await log.load(stream)).version, [opened(), touched('t1')])
      await forge(stream, 1, close(stream, [touched('t2')]))
      await expect(log.load(stream)).rejects.toMatchObject({ code: 'broken-stream', position: 2 })
    })

    it('an event of another kind, an unknown one, or text that is no event is an error', async () => {
      const unreadable = ['[{"type":"DigestSent"}]', '[{"type":"EngagementSold"}]', '[{"at":7}]', '{}', 'x']
      for (const [index, text] of unreadable.entries()) {
        const name: EngagementStream = `northgate/engagement/ana.bad${index}`
        await forge(name, 0, text)
        await expect(log.load(name)).rejects.toMatchObject({ code: 'broken-stream', stream: name, position: 0 })
      }
    })
  })

  describe('appending', () => {
    it('no events write nothing, and leave the version as it was', async () => {
      const { version } = await log.load(stream)
      expect(await log.append(version, [])).toEqual(version)
      expect(await positions()).toEqual([])
    })

    it('what append answers is what the next append goes after', async () => {
      const first = await log.append((await log.load(stream)).version, [opened()])
      await log.append(first, [touched('t1'), touched('t2')])
      expect(await positions()).toEqual([0, 1, 2])
    })

    it('several events of one decision land together, or not at all', async () => {
      const { version } = await log.load(stream)
      const bad = { ...touched('t2'), at: 'last Tuesday' }
      await expect(log.append(version, [opened(), touched('t1'), bad])).rejects.toThrow()
      expect(await positions()).toEqual([])
      await log.append(version, [opened(), touched('t1'), touched('t2')])
      expect(await positions()).toEqual([0, 1, 2])
    })

    it('a conflict names the stream and both positions', async () => {
      const { version } = await log.load(stream)
      await second.append(version, [opened(), touched('t1'), touched('t2')])
      const conflict = await log.append(version, [opened()]).catch(error => error)
      expect(conflict).toBeInstanceOf(Conflict)
      expect(conflict).toMatchObject({ code: 'conflict', stream, expected: 0, found: 3 })
      expect(await positions()).toEqual([0, 1, 2])
    })

    it('whoever has seen less than all conflicts, however many commits stand between', async () => {
      const stale = await log.append((await log.load(stream)).version, [opened()])
      const next = await second.append(stale, [touched('t1'), touched('t2')])
      await second.append(next, [touched('t3')])
      await expect(
        log.append(stale, [touched('t4'), touched('t5'), touched('t6'), touched('t7')]),
      ).rejects.toMatchObject({ expected: 1, found: 4 })
      expect(await positions()).toEqual([0, 1, 2, 3])
    })

    it('of appenders who have seen the same, exactly one wins', async () => {
      const { version } = await log.load(stream)
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, (_, n) => (n % 2 ? log : second).append(version, [opened(`Client ${n}`)])),
      )
      expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(1)
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict', found: 1 })
      expect(await positions()).toEqual([0])
    })

    it('even those who append the very same events at the same moment are told apart', async () => {
      const { version } = await log.load(stream)
      const outcomes = await Promise.allSettled([log.append(version, [opened()]), second.append(version, [opened()])])
      expect(outcomes.map(outcome => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    })
  })

  describe('deciding again', () => {
    const see = (events: readonly Fact[]): number[] => events.map(event => event.position)

    it('after a conflict sees each event once', async () => {
      await log.append((await log.load(stream)).version, [opened(), touched('t1')])
      const seen: number[][] = []
      const outcome = await execute(log, stream, see, async state => {
        seen.push(state)
        if (seen.length === 1) await second.append((await second.load(stream)).version, [touched('t2')])
        return [touched('t3')]
      })
      expect(seen).toEqual([
        [0, 1],
        [0, 1, 2],
      ])
      expect(outcome).toMatchObject({ position: 4, state: [0, 1, 2, 3] })
    })

    it('stops after five attempts with the conflict', async () => {
      let attempts = 0
      const busy = execute(log, stream, see, async () => {
        attempts++
        await second.append((await second.load(stream)).version, [touched(`theirs-${attempts}`)])
        return [touched('ours')]
      })
      await expect(busy).rejects.toMatchObject({ code: 'conflict', expected: 4, found: 5 })
      expect(attempts).toBe(5)
    })

    it('lets everybody who comes at once have their turn', async () => {
      await Promise.all(
        ['a', 'b', 'c', 'd'].map(id => execute(log, stream, see, state => [touched(`${id}-${state.length}`)])),
      )
      expect(await positions()).toEqual([0, 1, 2, 3])
    })
  })
}
