import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { FirmId, RecruiterId } from '../domain/vocabulary.ts'
import { dueShards, exactly } from './keys.ts'
import type { Views } from './views.ts'

/**
 * The one thing that the schedule reads, by itself: a function that asks every quarter hour whose morning is due loads
 * nothing of rows and what they are made of.
 */
export const createDueIndex = (client: DynamoDBClient, table: string): Pick<Views, 'due'> => ({
  due: async function* (now) {
    for (const shard of dueShards) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': { S: shard }, ':now': { S: exactly(now) } },
        },
      )
      for await (const page of pages) for (const item of page.Items ?? []) yield DueItem.parse(item)
    }
  },
})

const text = z.object({ S: z.string() })
const DueItem = z.object({ pk: text, dueAt: text }).transform(({ pk, dueAt }) => {
  const [firm, recruiter] = pk.S.split('/')
  return { firm: FirmId.parse(firm), recruiter: RecruiterId.parse(recruiter), dueAt: dueAt.S }
})
