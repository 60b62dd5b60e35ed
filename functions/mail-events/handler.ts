import * as z from 'zod'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { MailEvent, recordMailEvent } from './mail-events.ts'

const env = environment(['EVENT_LOG_TABLE'])
const log = createDynamoLog(dynamoDb(), env.EVENT_LOG_TABLE)

export const handler = handle('mail-events', async (event: unknown) => recordMailEvent(log, z.parse(MailEvent, event)))
