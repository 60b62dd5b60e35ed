import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { createApi, sorry } from './answer.ts'

const env = environment(['EVENT_LOG_TABLE', 'VIEWS_TABLE'])
const client = dynamoDb()
const answer = createApi({
  log: createDynamoLog(client, env.EVENT_LOG_TABLE),
  views: createDynamoViews(client, env.VIEWS_TABLE),
})

export const handler = handle('api', answer, sorry)
