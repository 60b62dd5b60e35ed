import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { linkSecret } from '../../shared/runtime/link-secret.ts'
import { answerPage } from './pages.ts'

const { EVENT_LOG_TABLE, LINK_SECRET_ARN } = environment(['EVENT_LOG_TABLE', 'LINK_SECRET_ARN'])
const world = { log: createDynamoLog(dynamoDb(), EVENT_LOG_TABLE), linkSecret: linkSecret(LINK_SECRET_ARN) }

export const handler = handle('pages', (event: unknown) => answerPage(event, world))
