import type { DynamoDBBatchResponse } from 'aws-lambda'
import * as z from 'zod'
import { type Bus, publicEvents } from '../../shared/bus/public-events.ts'
import { openImage } from '../../shared/log/dynamo.ts'
import type { EventLog } from '../../shared/log/log.ts'
import type { StreamName } from '../../shared/log/streams.ts'
import { eachApart } from '../../shared/runtime/handle.ts'
import { reportLogChanged, type Where } from '../../shared/runtime/report.ts'
import { project } from '../../shared/views/projector.ts'
import type { Views } from '../../shared/views/views.ts'

/** A change of the log's table, as DynamoDB's stream hands it out. */
const Changed = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    /** When it was written, in seconds. */
    ApproximateCreationDateTime: z.number(),
    Keys: z.object({ stream: z.object({ S: z.string() }), position: z.object({ N: z.string() }) }),
    NewImage: z.unknown(),
  }),
})
type Changed = z.infer<typeof Changed>

export type Projecting = { readonly log: EventLog; readonly views: Views; readonly bus: Bus }

/**
 * Brings the views up to what was appended, and tells the bus. A stream that fails gives back its own records alone;
 * what was done is done again without harm when they come back. What changes the log is reported, and never projected.
 */
export const projectChanges = async (
  { log, views, bus }: Projecting,
  event: unknown,
  where: Where,
): Promise<DynamoDBBatchResponse> => {
  const changes = z.object({ Records: z.array(Changed) }).parse(event).Records
  for (const { eventName, dynamodb } of changes)
    if (eventName !== 'INSERT') reportLogChanged(where, dynamodb.Keys.stream.S, dynamodb.Keys.position.N)

  const appended = Map.groupBy(
    changes.filter(change => change.eventName === 'INSERT'),
    change => change.dynamodb.Keys.stream.S,
  )
  return eachApart(
    where,
    [...appended],
    ([, records]) => records.map(record => record.dynamodb.SequenceNumber),
    async ([name, records]) => {
      const stream = name as StreamName
      const events = records.flatMap(record => openImage(record.dynamodb.NewImage).events)
      await project(log, views, { stream, types: new Set(events.map(({ type }) => type)), at: lastWritten(records) })
      await bus.publish(publicEvents(stream, events))
    },
  )
}

const lastWritten = (records: readonly Changed[]): string =>
  new Date(Math.max(...records.map(record => record.dynamodb.ApproximateCreationDateTime)) * 1000).toISOString()
