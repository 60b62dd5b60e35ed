import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allStreams, createDynamoLog, streamNames } from '../../shared/log/dynamo.ts'
import type { EventLog } from '../../shared/log/log.ts'
import type { EngagementStream } from '../../shared/log/streams.ts'
import { logContract } from './log-contract.ts'
import { countCalls } from './support/counting.ts'
import { opened, touched } from './support/events.ts'
import { createTable } from './support/tables.ts'

const stream: EngagementStream = 'northgate/engagement/ana.e1'

/** The contract on a DynamoDB, with what is true of that store alone: calls, units, pages, lost answers. */
export const dynamoLogContract = (
  start: () => Promise<{ client: DynamoDBClient; stop: () => Promise<void> }>,
): void => {
  let client: DynamoDBClient
  let stop: () => Promise<void>
  let calls: ReturnType<typeof countCalls>
  beforeAll(async () => {
    const started = await start()
    client = started.client
    stop = started.stop
    calls = countCalls(client)
  })
  afterAll(() => stop())

  logContract(async () => {
    const table = await createTable(client, 'log')
    return {
      log: () => createDynamoLog(client, table),
      forge: async (name, position, events) => {
        const Item = {
          stream: { S: name },
          position: { N: `${position}` },
          commit: { S: 'forged' },
          events: { S: events },
        }
        await client.send(new PutItemCommand({ TableName: table, Item }))
      },
    }
  })

  describe('cost', () => {
    let log: EventLog
    let table: string
    beforeEach(async () => {
      table = await createTable(client, 'log')
      log = createDynamoLog(client, table)
      calls.take()
    })

    it('one decision of one event or several is one put, one unit per KB', async () => {
      const { version } = await log.load(stream)
      calls.take()
      const next = await log.append(version, [opened()])
      expect(calls.take()).toEqual({ operations: ['PutItem'], read: 0, written: 1 })
      const six = Array.from({ length: 6 }, (_, n) => touched(`t${n}`))
      await log.append(next, six)
      const { operations, written } = calls.take()
      expect(operations).toEqual(['PutItem'])
      expect(written).toBeLessThanOrEqual(3)
    })

    it('the hundredth append costs what the first did', async () => {
      let { version } = await log.load(stream)
      const units: number[] = []
      for (let n = 0; n < 100; n++) {
        calls.take()
        version = await log.append(version, [touched(`t${n}`)])
        units.push(calls.take().written)
      }
      expect(new Set(units)).toEqual(new Set([1]))
    })

    it('a stream of an ordinary account loads in one call', async () => {
      let { version } = await log.load(stream)
      for (let n = 0; n < 30; n++) version = await log.append(version, [touched(`t${n}`)])
      calls.take()
      expect((await log.load(stream)).events).toHaveLength(30)
      expect(calls.take().operations).toEqual(['Query'])
    })

    it('a stream larger than a page of one megabyte loads whole', async () => {
      let { version } = await log.load(stream)
      const long = 'x'.repeat(2000)
      for (let n = 0; n < 11; n++)
        version = await log.append(
          version,
          Array.from({ length: 60 }, (_, m) => touched(`t${n}-${m}`, long)),
        )
      calls.take()
      const { events } = await log.load(stream)
      expect(events.map(event => event.position)).toEqual(Array.from({ length: 660 }, (_, n) => n))
      expect(calls.take().operations.length).toBeGreaterThan(1)
    })

    it('nothing to append is no call', async () => {
      const { version } = await log.load(stream)
      calls.take()
      await log.append(version, [])
      expect(calls.take().operations).toEqual([])
    })
  })

  describe('an answer that is lost', () => {
    it('makes the SDK put again, and the log knows its own commit', async () => {
      const table = await createTable(client, 'log')
      const puts: string[] = []
      const log = createDynamoLog(losingFirstAnswer(client, puts), table)
      const version = await log.append((await log.load(stream)).version, [opened(), touched('t1')])
      expect(puts).toEqual(['took effect', 'refused'])
      expect(version.position).toBe(2)
      expect((await log.load(stream)).events).toHaveLength(2)
    })
  })

  describe('reading every stream', () => {
    it('names each stream once and yields its events in order', async () => {
      const table = await createTable(client, 'log')
      const log = createDynamoLog(client, table)
      const other: EngagementStream = 'northgate/engagement/bo.e2'
      const version = await log.append((await log.load(stream)).version, [opened(), touched('t1')])
      await log.append((await log.load(other)).version, [opened('Baker Foods')])
      await log.append(version, [touched('t2')])
      expect(await streamNames(client, table)).toEqual([stream, other])
      const whole: [string, number[]][] = []
      for await (const { stream, events } of allStreams(client, table))
        whole.push([stream, events.map(event => event.position)])
      expect(whole).toEqual([
        [stream, [0, 1, 2]],
        [other, [0]],
      ])
    })
  })
}

/** The same server through a client whose first put takes effect and then fails as a broken connection does. */
const losingFirstAnswer = (client: DynamoDBClient, puts: string[]): DynamoDBClient => {
  const losing = Object.assign(Object.create(Object.getPrototypeOf(client)), client) as DynamoDBClient
  losing.middlewareStack = client.middlewareStack.clone()
  losing.middlewareStack.add(
    (next, context) => async args => {
      if (context.commandName !== 'PutItemCommand') return next(args)
      const answer = await next(args).catch(error => {
        puts.push('refused')
        throw error
      })
      puts.push('took effect')
      if (puts.length > 1) return answer
      throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
    },
    { step: 'deserialize', priority: 'high', name: 'loseFirstAnswer' },
  )
  return losing
}
