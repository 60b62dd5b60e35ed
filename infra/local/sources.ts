import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Change } from './aws/dynamodb.ts'
import type { Queues } from './aws/queues.ts'
import type { Clock } from './clock.ts'
import type { Functions } from './functions.ts'
import type { Resource, Site } from './template.ts'
import type { Work } from './work.ts'

/** Hands on to functions what arrives in queues and in the log's stream, as their event source mappings say. */

export type Sources = {
  /** Something lies in a queue. */
  readonly arrived: (queueArn: string) => void
  /** A table with a stream has changed. */
  readonly changed: (change: Change) => void
}

const Mapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.int().default(10),
  FunctionResponseTypes: z.array(z.string()).default([]),
  MaximumRetryAttempts: z.int().default(10_000),
  BisectBatchOnFunctionError: z.boolean().default(false),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
})
type Mapping = z.infer<typeof Mapping>

const Failures = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })
  .nullish()

type Parts = {
  readonly functions: Functions
  readonly queues: Queues
  readonly work: Work
  readonly clock: Clock
  readonly site: Site
  /** The records have been taken, or set aside: they need not be given out again. */
  readonly delivered: (records: readonly StreamRecord[]) => void
}

/** As Lambda hands the change to a function; the table's name stands beside it. */
export type StreamRecord = ReturnType<typeof recordOf>

export const connectSources = (resources: readonly Resource[], parts: Parts): Sources => {
  const mappings = resources
    .filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping')
    .map(({ properties }) => Mapping.parse(properties))
  const pumps = new Map(
    mappings
      .filter(({ EventSourceArn }) => EventSourceArn.includes(':sqs:'))
      .map(mapping => [mapping.EventSourceArn, once(parts.work, () => drainQueue(mapping, parts))] as const),
  )

  const waiting: StreamRecord[] = []
  const drains = mappings
    .filter(({ EventSourceArn }) => EventSourceArn.includes('/stream/'))
    .map(mapping => once(parts.work, () => drainStream(mapping, parts, waiting)))

  return {
    arrived: queueArn => pumps.get(queueArn)?.(),
    changed: change => {
      waiting.push(recordOf(change, parts.clock, parts.site))
      for (const drain of drains) drain()
    },
  }
}

/** Runs something counted, at most once at a time; asked for while it runs, it runs again. */
const once = (work: Work, drain: () => Promise<void>): (() => void) => {
  let asked = false
  let running = false
  return () => {
    asked = true
    if (running) return
    running = true
    work
      .track(async () => {
        try {
          while (asked) {
            asked = false
            await drain()
          }
        } finally {
          running = false
        }
      })
      .catch(error => console.error(error))
  }
}

const drainQueue = async (mapping: Mapping, { functions, queues }: Parts): Promise<void> => {
  const { EventSourceArn: arn, FunctionName, BatchSize } = mapping
  for (;;) {
    const messages = queues.receive(arn, Math.min(BatchSize, 10))
    if (messages.length === 0) return
    const failed = await failures(functions, FunctionName, messages, message => message.messageId)
    for (const message of messages)
      if (failed.has(message.messageId)) queues.giveBack(arn, message.receiptHandle)
      else queues.done(arn, message.receiptHandle)
  }
}

/** The identifiers of the records that failed; all of them where the function did. */
const failures = async <Item>(
  functions: Functions,
  name: string,
  items: readonly Item[],
  identify: (item: Item) => string,
): Promise<ReadonlySet<string>> => {
  const everything = new Set(items.map(identify))
  try {
    const answer = Failures.parse(await functions.invoke(name, { Records: items }))
    const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
    // An identifier that is none, or empty, fails the whole batch.
    return failed.every(one => everything.has(one)) ? new Set(failed) : everything
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return everything
  }
}

const drainStream = async (mapping: Mapping, parts: Parts, waiting: StreamRecord[]): Promise<void> => {
  while (waiting.length > 0) await deliver(mapping, parts, waiting.splice(0, mapping.BatchSize), 0)
}

/** Records are taken in order. What fails is halved until the one at fault is found, which is tried, then set aside. */
const deliver = async (
  mapping: Mapping,
  parts: Parts,
  records: readonly StreamRecord[],
  tried: number,
): Promise<void> => {
  const failed = await failures(parts.functions, mapping.FunctionName, records, sequenceNumber)
  const first = records.findIndex(record => failed.has(sequenceNumber(record)))
  const taken = first === -1 ? records : records.slice(0, first)
  parts.delivered(taken)
  const rest = records.slice(taken.length)
  if (rest.length === 0) return
  if (rest.length > 1 && mapping.BisectBatchOnFunctionError) {
    const half = Math.ceil(rest.length / 2)
    await deliver(mapping, parts, rest.slice(0, half), tried)
    await deliver(mapping, parts, rest.slice(half), tried)
  } else if (tried < mapping.MaximumRetryAttempts) await deliver(mapping, parts, rest, tried + 1)
  else setAside(mapping, parts, rest)
}

const setAside = (mapping: Mapping, { queues, delivered }: Parts, records: readonly StreamRecord[]): void => {
  const destination = mapping.DestinationConfig?.OnFailure.Destination
  if (destination)
    queues.send(
      destination,
      JSON.stringify({
        requestContext: { requestId: randomUUID(), condition: 'RetryAttemptsExhausted' },
        DDBStreamBatchInfo: {
          startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
          endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
          batchSize: records.length,
          streamArn: mapping.EventSourceArn,
        },
      }),
    )
  delivered(records)
}

const sequenceNumber = (record: StreamRecord): string => record.dynamodb.SequenceNumber

let sequence = 0n

const recordOf = (change: Change, clock: Clock, site: Site) => ({
  eventID: randomUUID(),
  eventName: change.eventName,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: site.region,
  eventSourceARN: `arn:aws:dynamodb:${site.region}:${site.account}:table/${change.table}/stream/one`,
  dynamodb: {
    ApproximateCreationDateTime: Math.floor(clock.time() / 1000),
    Keys: change.keys,
    ...(change.newImage ? { NewImage: change.newImage } : {}),
    ...(change.oldImage ? { OldImage: change.oldImage } : {}),
    SequenceNumber: String(++sequence).padStart(21, '0'),
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
})
