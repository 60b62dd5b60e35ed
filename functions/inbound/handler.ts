import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { createMailer } from '../../shared/mail/send.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handleEachMessage } from '../../shared/runtime/handle.ts'
import { createMailStore } from '../../shared/runtime/mail-store.ts'
import { createSecret } from '../../shared/runtime/secret.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { createAnswer } from './answer.ts'
import { type Deps, takeIn } from './inbound.ts'
import { Envelope, readArrival, readHint } from './notification.ts'
import { readAgain } from './read-again.ts'

const env = environment([
  'EVENT_LOG_TABLE',
  'VIEWS_TABLE',
  'MAIL_BUCKET',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'INBOUND_DOMAIN',
  'PUBLIC_URL',
  'LINK_SECRET_ARN',
])
const client = dynamoDb()
const log = createDynamoLog(client, env.EVENT_LOG_TABLE)
const deps: Deps = {
  log,
  views: createDynamoViews(client, env.VIEWS_TABLE),
  fetch: createMailStore(env.MAIL_BUCKET),
  answer: createAnswer(
    log,
    createMailer(env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
    env.PUBLIC_URL,
    createSecret(env.LINK_SECRET_ARN),
  ),
  inboundDomain: env.INBOUND_DOMAIN,
}

export const handler = handleEachMessage('inbound', Envelope, async envelope => {
  const again = readHint(envelope)
  if (again) return readAgain(deps, again)
  const arrival = readArrival(envelope)
  if (arrival) await takeIn(deps, arrival)
})
