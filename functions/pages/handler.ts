import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { createSecret } from '../../shared/runtime/secret.ts'
import { answerPage } from './pages.ts'

const { EVENT_LOG_TABLE, LINK_SECRET_ARN } = environment(['EVENT_LOG_TABLE', 'LINK_SECRET_ARN'])
const world = { log: createDynamoLog(dynamoDb(), EVENT_LOG_TABLE), linkSecret: createSecret(LINK_SECRET_ARN) }

export const handler = handle('pages', (event: unknown) => answerPage(event, world))
