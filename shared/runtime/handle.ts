import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type * as z from 'zod'
import { reportFailure, type Where } from './report.ts'

/** What Lambda invokes: middleware of ours around what a function does. */

/**
 * An error is reported without personal details, and thrown on: the platform tries again or sets the event aside.
 * Where somebody waits for an answer, `sorry` is what they get in its stead.
 */
export const handle = <Event, Result>(
  name: string,
  work: (event: Event, where: Where) => Promise<Result>,
  sorry?: () => Result,
): ((event: Event, context: Context) => Promise<Result>) =>
  middy<Event, Result>()
    .onError(({ error, context }) => {
      reportFailure(whereOf(name, context), error)
      return sorry?.()
    })
    .handler((event: Event, context: Context) => work(event, whereOf(name, context)))

/**
 * Each message of a queue by itself: its body is JSON that fits the schema, and those that fail go back to the queue
 * alone, to be tried again and then set aside. `work` also gets the record for what else it says.
 */
export const handleEachMessage = <Body extends z.ZodType>(
  name: string,
  schema: Body,
  work: (body: z.infer<Body>, record: SQSRecord) => Promise<void>,
): ((event: SQSEvent, context: Context) => Promise<SQSBatchResponse>) =>
  handle(name, (event, where) =>
    eachApart(
      where,
      event.Records,
      record => [record.messageId],
      async record => work(schema.parse(JSON.parse(record.body)), record),
    ),
  )

/** Works through items at once, reports what fails, and answers which to give back: the ids of each failed item. */
export const eachApart = async <Item>(
  where: Where,
  items: readonly Item[],
  idsOf: (item: Item) => readonly string[],
  work: (item: Item) => Promise<void>,
): Promise<SQSBatchResponse> => {
  const failed = await Promise.all(
    items.map(async item => {
      try {
        await work(item)
        return []
      } catch (error) {
        reportFailure(where, error)
        return idsOf(item)
      }
    }),
  )
  return { batchItemFailures: failed.flat().map(itemIdentifier => ({ itemIdentifier })) }
}

const whereOf = (name: string, context: Context): Where => ({ function: name, request: context.awsRequestId })
