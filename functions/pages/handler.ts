import { setTimeout } from 'node:timers/promises'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { createMailer } from '../../shared/mail/send.ts'
import { dynamoDb, sqs } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { createMailStore } from '../../shared/runtime/mail-store.ts'
import { createReadAgain } from '../../shared/runtime/read-again.ts'
import { createKeyRing } from '../../shared/runtime/secret.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { createDoorkeeper } from './doorkeeper.ts'
import { sorry } from './page.ts'
import { answerPage } from './pages.ts'
import type { World } from './world.ts'

/** Longer than it takes to send a mail. */
const PAUSE_MS = 1500

const env = environment([
  'EVENT_LOG_TABLE',
  'VIEWS_TABLE',
  'LINK_SECRET_ARN',
  'PUBLIC_URL',
  'MAIL_BUCKET',
  'NOTES_QUEUE_URL',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'INBOUND_DOMAIN',
])
const client = dynamoDb()
const world: World = {
  log: createDynamoLog(client, env.EVENT_LOG_TABLE),
  views: createDynamoViews(client, env.VIEWS_TABLE),
  keyRing: createKeyRing(env.LINK_SECRET_ARN),
  send: createMailer(env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
  fetch: createMailStore(env.MAIL_BUCKET),
  readAgain: createReadAgain(sqs(), env.NOTES_QUEUE_URL),
  publicUrl: env.PUBLIC_URL,
  inboundDomain: env.INBOUND_DOMAIN,
  doorkeeper: createDoorkeeper(),
  pause: () => setTimeout(PAUSE_MS),
}

export const handler = handle('pages', (event: unknown) => answerPage(event, world), sorry)
