import * as z from 'zod'
import { publicDetails } from '../../shared/bus/public-events.ts'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { takeOver } from '../../shared/runtime/hand-over.ts'
import { handle } from '../../shared/runtime/handle.ts'

const { EVENT_LOG_TABLE } = environment(['EVENT_LOG_TABLE'])
const log = createDynamoLog(dynamoDb(), EVENT_LOG_TABLE)

/** What the bus tells of an account that was handed over. */
const HandedOver = z.object({ detail: publicDetails['relight.engagement.handed-over.v1'] })

/** Sees to it that the receiver has the whole history, whatever became of the press that handed it over. */
export const handler = handle('hand-over', (event: unknown) => {
  const { detail } = HandedOver.parse(event)
  return takeOver(log, detail, detail.engagement)
})
