import { randomUUID } from 'node:crypto'
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Recorded } from '../domain/engagement/events.ts'
import { type Commit, close, open, openAll } from './codec.ts'
import { Conflict, type EventLog, type Version } from './log.ts'
import type { StreamEvent, StreamName } from './streams.ts'

/**
 * The log in one DynamoDB table with the key (`stream`, `position` of the commit's first event). One decision is one
 * conditional put of one item: atomic without a transaction, one write unit per KB however long the stream is.
 *
 * Whoever has seen a stream to its end appends at the one key that comes next, so of any number of appenders one wins;
 * whoever has seen less meets the commit that stands at his key.
 */
export const createDynamoLog = (client: DynamoDBClient, table: string): EventLog => {
  const commits = async function* (stream: StreamName, from = 0): AsyncIterable<StoredCommit> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: '#stream = :stream AND #position >= :from',
        ExpressionAttributeNames: { '#stream': 'stream', '#position': 'position' },
        ExpressionAttributeValues: { ':stream': { S: stream }, ':from': { N: String(from) } },
      },
    )
    for await (const page of pages) for (const item of page.Items ?? []) yield StoredCommit.parse(item)
  }

  /**
   * The put is refused because an item stands at its key. That may be our own: the SDK sends again when an answer is
   * lost. Else somebody was faster.
   */
  const settleRefusal = async (after: Version<StreamName>, ours: string): Promise<void> => {
    const since: StoredCommit[] = []
    for await (const commit of commits(after.stream, after.position)) since.push(commit)
    if (since[0]?.commit === ours) return
    const last = since.at(-1)
    const found = last ? last.position + open(after.stream, last).length : after.position
    throw new Conflict(after.stream, after.position, found)
  }

  return {
    load: async stream => {
      const events = await openAll(stream, commits(stream))
      return { events, version: { stream, position: events.length } as Version<typeof stream> }
    },
    append: async (after, events) => {
      if (events.length === 0) return after
      const { stream, position } = after
      // Names this very put, not its content: two runs that decide the same at the same moment are still two, and only
      // one of them may go on to send mail.
      const commit = randomUUID()
      const item: Record<string, AttributeValue> = {
        stream: { S: stream },
        position: { N: String(position) },
        commit: { S: commit },
        events: { S: close(stream, events) },
      }
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: item,
            ConditionExpression: 'attribute_not_exists(#stream)',
            ExpressionAttributeNames: { '#stream': 'stream' },
          }),
        )
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        await settleRefusal(after, commit)
      }
      return { stream, position: position + events.length } as Version<typeof stream>
    },
  }
}

/** An item of the log's table. */
const StoredCommit = z
  .object({
    position: z.object({ N: z.string() }),
    events: z.object({ S: z.string() }),
    commit: z.object({ S: z.string() }),
  })
  .transform(item => ({ position: Number(item.position.N), events: item.events.S, commit: item.commit.S }))
type StoredCommit = z.infer<typeof StoredCommit> & Commit

/** The events of a commit as DynamoDB's stream of changes hands it out: the new image of the item. */
export const openImage = (image: unknown): { stream: StreamName; events: Recorded<StreamEvent<StreamName>>[] } => {
  const { stream } = z.object({ stream: z.object({ S: z.string() }) }).parse(image)
  const name = stream.S as StreamName
  return { stream: name, events: open(name, StoredCommit.parse(image)) }
}

/** The name of every stream, each once. Scans the table: for rebuilding and exporting, never for a function. */
export const streamNames = async (client: DynamoDBClient, table: string): Promise<StreamName[]> => {
  const names = new Set<string>()
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      ProjectionExpression: '#stream',
      ExpressionAttributeNames: { '#stream': 'stream' },
    },
  )
  for await (const page of pages)
    for (const item of page.Items ?? []) if (item['stream']?.S) names.add(item['stream'].S)
  return [...names].toSorted() as StreamName[]
}

/** Every stream with its events, by name. Scans the table: see `streamNames`. */
export const allStreams = async function* (client: DynamoDBClient, table: string): AsyncIterable<WholeStream> {
  const log = createDynamoLog(client, table)
  for (const stream of await streamNames(client, table)) yield { stream, events: (await log.load(stream)).events }
}
export type WholeStream = {
  readonly stream: StreamName
  readonly events: readonly Recorded<StreamEvent<StreamName>>[]
}
