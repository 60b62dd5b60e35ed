import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { firmStream, recruiterStream } from '../../shared/log/streams.ts'
import { newInboundToken } from '../../shared/runtime/tokens.ts'
import { Founders, firmFounded, idsOf, recruiterJoined } from './founding.ts'

const Environment = z.object({ EVENT_LOG_TABLE: z.string() })

/** What CloudFormation's provider framework hands on at deployment. */
const Deployment = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  StackId: z.string(),
  /** `FoundedAt` empty: now. Nothing but a deployment happens at a moment that no event names. */
  ResourceProperties: Founders.extend({ FoundedAt: z.string() }),
})

const { EVENT_LOG_TABLE } = Environment.parse(process.env)
const log = createDynamoLog(new DynamoDBClient({}), EVENT_LOG_TABLE)

/**
 * Founds the firm and its owner where there is none; a deployment that is tried again goes on where the last one
 * stopped. The log outlives the stack: deleting it takes nothing back.
 */
export const handler = async (event: unknown): Promise<{ PhysicalResourceId: string }> => {
  const { RequestType, StackId, ResourceProperties } = Deployment.parse(event)
  const { FoundedAt, ...founders } = ResourceProperties
  const { firm, recruiter } = idsOf(StackId, founders)
  const result = { PhysicalResourceId: firm }
  if (RequestType === 'Delete') return result

  const founded = await log.load(firmStream(firm))
  if (founded.events.length > 0) return result
  const founding = { firm, recruiter, founders, now: FoundedAt || new Date().toISOString() }
  const joined = await log.load(recruiterStream(firm, recruiter))
  if (joined.events.length === 0) await log.append(joined.version, recruiterJoined(founding, newInboundToken()))
  await log.append(founded.version, firmFounded(founding))
  return result
}
