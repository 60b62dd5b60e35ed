import { createEventBridgeBus } from '../../shared/bus/eventbridge.ts'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb, eventBridge } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { projectChanges } from './changes.ts'

const { EVENT_LOG_TABLE, VIEWS_TABLE, BUS_NAME } = environment(['EVENT_LOG_TABLE', 'VIEWS_TABLE', 'BUS_NAME'])
const client = dynamoDb()
const log = createDynamoLog(client, EVENT_LOG_TABLE)
const views = createDynamoViews(client, VIEWS_TABLE)
const bus = createEventBridgeBus(eventBridge(), BUS_NAME)

export const handler = handle('project', (event: unknown, where) => projectChanges({ log, views, bus }, event, where))
