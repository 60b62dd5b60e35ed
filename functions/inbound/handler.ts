import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { createMailer } from '../../shared/mail/send.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handleEachMessage } from '../../shared/runtime/handle.ts'
import { createSecret } from '../../shared/runtime/secret.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { createAnswer } from './answer.ts'
import { type Deps, takeIn } from './inbound.ts'
import { Envelope, readArrival } from './notification.ts'

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
const s3 = new S3Client({})
const deps: Deps = {
  log: createDynamoLog(client, env.EVENT_LOG_TABLE),
  views: createDynamoViews(client, env.VIEWS_TABLE),
  fetch: async object => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: env.MAIL_BUCKET, Key: object }))
    if (!Body) throw new Error('the stored message has no content')
    return Body.transformToByteArray()
  },
  answer: createAnswer(
    createMailer(env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
    env.PUBLIC_URL,
    createSecret(env.LINK_SECRET_ARN),
  ),
  inboundDomain: env.INBOUND_DOMAIN,
}

export const handler = handleEachMessage('inbound', Envelope, async envelope => {
  const arrival = readArrival(envelope)
  if (arrival) await takeIn(deps, arrival)
})
