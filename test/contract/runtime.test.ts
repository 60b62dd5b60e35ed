import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Context, SQSEvent } from 'aws-lambda'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { createEventBridgeBus } from '../../shared/bus/eventbridge.ts'
import { type PublicEvent, publicDetails } from '../../shared/bus/public-events.ts'
import { BrokenStream } from '../../shared/log/log.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle, handleEachMessage } from '../../shared/runtime/handle.ts'
import { createMornings, MorningHint as Hint, type MorningHint } from '../../shared/runtime/mornings.ts'
import { invalid, problemResponse, refused } from '../../shared/runtime/problem.ts'

const context = { awsRequestId: 'req-1' } as Context
const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeEach(() => said.mockClear())

describe('the environment', () => {
  it('gives the variables that were asked for, and no other', () => {
    expect(environment(['VIEWS_TABLE'], { VIEWS_TABLE: 'views', BUS_NAME: 'bus' })).toEqual({ VIEWS_TABLE: 'views' })
  })

  it('names every variable that is missing or wrong, and says no value', () => {
    const from = { VIEWS_TABLE: '', MORNINGS_QUEUE_URL: 'queue-in-the-cellar', BUS_NAME: 'bus' }
    expect(() => environment(['VIEWS_TABLE', 'MORNINGS_QUEUE_URL', 'BUS_NAME'], from)).toThrow(
      'environment: VIEWS_TABLE, MORNINGS_QUEUE_URL missing or not as expected',
    )
  })
})

describe('a handler', () => {
  it('answers what its work answers', async () => {
    expect(await handle('count', async (event: readonly number[]) => event.length)([1, 2], context)).toBe(2)
  })

  it('reports an error by function, code, request and place, and throws it on', async () => {
    const error = new BrokenStream('northgate/engagement/ana.e1', 7, 'Ruth Avila wrote nothing')
    const failing = handle('project', async () => Promise.reject(error))
    await expect(failing({}, context)).rejects.toBe(error)
    expect(said).toHaveBeenCalledOnce()
    expect(said.mock.calls[0]?.[0]).toMatchObject({
      level: 'error',
      function: 'project',
      code: 'broken-stream',
      request: 'req-1',
      position: 7,
    })
  })

  it('reports it all the same where somebody waits, and answers that it is sorry', async () => {
    const failing = handle(
      'pages',
      async () => Promise.reject(new Error('not today')),
      () => 'sorry',
    )
    expect(await failing({}, context)).toBe('sorry')
    expect(said.mock.calls[0]?.[0]).toMatchObject({ level: 'error', function: 'pages', request: 'req-1' })
  })

  it('never writes the words of an error, nor the name of a stream', async () => {
    const wordy = new BrokenStream('northgate/engagement/ana.e1', 7, 'Ruth Avila\nruth@harbor.example wrote')
    const unreadable = z.object({ to: z.literal('ruth@harbor.example') }).safeParse({ to: 'Ruth Avila' }).error
    for (const error of [wordy, unreadable, 'Ruth Avila', new TypeError('Ruth Avila')])
      await handle('inbound', async () => Promise.reject(error))({}, context).catch(() => undefined)
    expect(said).toHaveBeenCalledTimes(4)
    expect(JSON.stringify(said.mock.calls)).not.toMatch(/Ruth|Avila|ruth@|northgate\/|wrote/)
  })
})

describe('a handler of a queue', () => {
  const batch = (...bodies: string[]): SQSEvent =>
    ({ Records: bodies.map((body, n) => ({ messageId: `m${n}`, body })) }) as SQSEvent
  const Body = z.object({ n: z.int() })

  it('gives back the messages that fail, and those alone', async () => {
    const done: number[] = []
    const handler = handleEachMessage('morning', Body, async ({ n }) => {
      if (n === 2) throw new Error('no')
      done.push(n)
    })
    const answer = await handler(batch('{"n":1}', '{"n":2}', '{"n":"3"}', 'not json', '{"n":5}'), context)
    expect(answer).toEqual({ batchItemFailures: ['m1', 'm2', 'm3'].map(itemIdentifier => ({ itemIdentifier })) })
    expect(done).toEqual([1, 5])
    expect(said).toHaveBeenCalledTimes(3)
  })

  it('gives back nothing when all went well', async () => {
    const handler = handleEachMessage('morning', Body, async () => undefined)
    expect(await handler(batch('{"n":1}'), context)).toEqual({ batchItemFailures: [] })
  })
})

describe('a problem', () => {
  it('names every field that does not fit', () => {
    const schema = z.object({
      client: z.object({ name: z.string() }),
      contacts: z.array(z.object({ role: z.enum(['hr']) })),
    })
    const { error } = schema.safeParse({ client: {}, contacts: [{ role: 'boss' }] })
    if (!error) throw new Error('fits')
    const answer = invalid(error)
    expect(answer).toMatchObject({ status: 400, type: '/problems/invalid', code: 'invalid' })
    expect(answer.errors?.map(({ field }) => field)).toEqual(['client.name', 'contacts.0.role'])
  })

  it('of a refusal carries its code, its field and its words', () => {
    const refusal = {
      refused: true,
      code: 'unknown-contact',
      field: 'contact',
      message: 'contact: is nobody here',
    } as const
    expect(refused(refusal)).toEqual({
      type: '/problems/unknown-contact',
      title: 'The engagement refuses this',
      status: 409,
      code: 'unknown-contact',
      detail: 'contact: is nobody here',
      errors: [{ field: 'contact', message: 'contact: is nobody here' }],
    })
  })

  it('is sent as problem+json with its own status', () => {
    const refusal = { refused: true, code: 'is-closed', field: 'engagement', message: 'is closed' } as const
    const { statusCode, headers, body } = problemResponse(refused(refusal))
    expect(statusCode).toBe(409)
    expect(headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(body)).toEqual(refused(refusal))
  })
})

describe('hints of mornings', () => {
  const now = '2026-10-12T12:00:00Z'
  const hints = (count: number): MorningHint[] =>
    Array.from({ length: count }, (_, n) => Hint.parse({ firm: 'northgate', recruiter: `r${n}`, now }))
  const queue = (refuse: (id: string) => boolean = () => false) => {
    const calls: MorningHint[][] = []
    const client = {
      send: async ({ input }: SendMessageBatchCommand) => {
        const entries = input.Entries ?? []
        calls.push(entries.map(entry => Hint.parse(JSON.parse(entry.MessageBody ?? ''))))
        return { Failed: entries.filter(entry => refuse(entry.Id ?? '')).map(() => ({ Code: 'Throttled' })) }
      },
    } as unknown as SQSClient
    return { calls, mornings: createMornings(client, 'https://queue.example/hints') }
  }

  it('go ten to a call, all of them', async () => {
    const { calls, mornings } = queue()
    await mornings.hint(hints(23))
    expect(calls.map(call => call.length)).toEqual([10, 10, 3])
    expect(calls.flat()).toEqual(hints(23))
  })

  it('cost no call when nobody is due', async () => {
    const { calls, mornings } = queue()
    await mornings.hint([])
    expect(calls).toEqual([])
  })

  it('that the queue does not take are an error, after all were tried', async () => {
    const { calls, mornings } = queue(id => id === '4')
    await expect(mornings.hint(hints(15))).rejects.toThrow('2 hints not taken by the queue: Throttled')
    expect(calls).toHaveLength(2)
  })
})

describe('the bus', () => {
  const events = (count: number): PublicEvent[] =>
    Array.from({ length: count }, (_, n) => {
      const type = 'relight.engagement.task-settled.v1'
      const detail = {
        id: `s@${n}`,
        firm: 'northgate',
        recruiter: 'ana',
        engagement: 'e1',
        at: '2026-10-12T12:00:00Z',
        task: 't1',
        how: 'done',
      }
      return { type, detail: publicDetails[type].parse(detail) }
    })
  const eventBridge = (failing = 0) => {
    const calls: NonNullable<PutEventsCommand['input']['Entries']>[] = []
    const client = {
      send: async ({ input }: PutEventsCommand) => {
        calls.push(input.Entries ?? [])
        return {
          FailedEntryCount: failing,
          Entries: failing ? [{ EventId: '1' }, { ErrorCode: 'ThrottlingException' }] : [],
        }
      },
    } as unknown as EventBridgeClient
    return { calls, bus: createEventBridgeBus(client, 'relight-bus') }
  }

  it('takes ten to a call, each under its detail type and at the time it happened', async () => {
    const { calls, bus } = eventBridge()
    await bus.publish(events(12))
    expect(calls.map(call => call.length)).toEqual([10, 2])
    expect(calls[0]?.[0]).toEqual({
      EventBusName: 'relight-bus',
      Source: 'relight',
      DetailType: 'relight.engagement.task-settled.v1',
      Detail: JSON.stringify(events(1)[0]?.detail),
      Time: new Date('2026-10-12T12:00:00Z'),
    })
  })

  it('is not called where there is nothing to tell', async () => {
    const { calls, bus } = eventBridge()
    await bus.publish([])
    expect(calls).toEqual([])
  })

  it('that takes only some fails, though the call succeeded', async () => {
    await expect(eventBridge(1).bus.publish(events(2))).rejects.toThrow('ThrottlingException')
  })
})
