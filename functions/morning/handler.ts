import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { createMailer } from '../../shared/mail/send.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handleEachMessage } from '../../shared/runtime/handle.ts'
import { MorningHint } from '../../shared/runtime/mornings.ts'
import { createSecret } from '../../shared/runtime/secret.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { createDigestLinks } from './links.ts'
import { holdMorning } from './morning.ts'

const env = environment([
  'EVENT_LOG_TABLE',
  'VIEWS_TABLE',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'INBOUND_DOMAIN',
  'PUBLIC_URL',
  'LINK_SECRET_ARN',
])
const client = dynamoDb()
const deps = {
  log: createDynamoLog(client, env.EVENT_LOG_TABLE),
  views: createDynamoViews(client, env.VIEWS_TABLE),
  send: createMailer(env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
  links: createDigestLinks(env.PUBLIC_URL, createSecret(env.LINK_SECRET_ARN)),
  inboundDomain: env.INBOUND_DOMAIN,
}

export const handler = handleEachMessage('morning', MorningHint, async ({ firm, recruiter, now }) =>
  holdMorning(deps, { firm, recruiter }, now),
)
