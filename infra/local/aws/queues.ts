import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { buildApp } from 'fauxqs'
import * as z from 'zod'
// What fauxqs exports starts a server on every interface of the machine, for anybody to read the mail. Its parts, put
// together here, listen nowhere.
import { PersistenceManager } from '../../../node_modules/fauxqs/dist/persistence.js'
import { S3Store } from '../../../node_modules/fauxqs/dist/s3/s3Store.js'
import { publish } from '../../../node_modules/fauxqs/dist/sns/actions/publish.js'
import { SnsStore } from '../../../node_modules/fauxqs/dist/sns/snsStore.js'
import { type SqsQueue, SqsStore } from '../../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import type { Clock } from '../clock.ts'
import type { Answer, Call, Service } from '../door.ts'
import type { Resource, Site } from '../template.ts'
import { failJson, failQuery, jsonOf, targetOf } from './protocols.ts'

/** S3, SNS and SQS by fauxqs, kept on disk. */

/** A message as Lambda hands it to a function. */
export type QueueRecord = {
  readonly messageId: string
  readonly receiptHandle: string
  readonly body: string
  readonly attributes: Readonly<Record<string, string>>
  readonly [other: string]: unknown
}

export type Queues = {
  readonly services: Readonly<Record<'s3' | 'sns' | 'sqs', Service>>
  /** Takes messages off a queue until they are done with or given back. */
  readonly receive: (queueArn: string, most: number) => readonly QueueRecord[]
  readonly done: (queueArn: string, receiptHandle: string) => void
  /** The message can be received again at once; once it was too often, it is set aside instead. */
  readonly giveBack: (queueArn: string, receiptHandle: string) => void
  readonly send: (queueArn: string, body: string) => void
  readonly putObject: (bucket: string, key: string, body: Buffer) => void
  readonly getObject: (bucket: string, key: string) => Uint8Array
  readonly publish: (topicArn: string, subject: string, message: string) => void
  /** How many messages lie in a queue. */
  readonly length: (queueArn: string) => number
  readonly close: () => Promise<void>
}

const Queue = z.object({
  VisibilityTimeout: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
})

const Subscription = z.object({
  TopicArn: z.string(),
  Endpoint: z.string(),
  Protocol: z.literal('sqs'),
  RawMessageDelivery: z.boolean().optional(),
})

export const openQueues = (
  data: string,
  resources: readonly Resource[],
  site: Site,
  clock: Clock,
  arrived: (queueArn: string) => void,
): Queues => {
  const persistence = new PersistenceManager(join(data, 'queues'))
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store)
  Object.assign(stores.sqsStore, { persistence, region: site.region })
  Object.assign(stores.snsStore, { persistence, region: site.region })
  Object.assign(stores.s3Store, { persistence })
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = persistence
  const app = buildApp({ logger: false, defaultRegion: site.region, stores })
  create(stores, resources, site)

  const queueOf = (arn: string): SqsQueue => {
    const queue = stores.sqsStore.getQueueByArn(arn)
    if (!queue) throw new Error(`no queue ${arn}`)
    return queue
  }
  for (const queue of stores.sqsStore.allQueues()) {
    // Whatever was in flight when the process ended is in flight no more.
    for (const handle of [...queue.inflightMessages.keys()]) giveBack(queue, handle)
    const enqueue = queue.enqueue.bind(queue)
    queue.enqueue = message => {
      enqueue(Object.assign(message, { sentTimestamp: clock.time() }))
      arrived(queue.arn)
    }
  }

  const answer = async (call: Call): Promise<Answer> => {
    const query = call.query.size > 0 ? `?${call.query}` : ''
    const { 'content-length': _length, ...headers } = call.headers
    const method = call.method as 'GET' | 'POST' | 'PUT' | 'DELETE'
    const response = await app.inject({ method, url: `${call.path}${query}`, headers, payload: call.body })
    const sent = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
    return { status: response.statusCode, headers: Object.fromEntries(sent), body: response.rawPayload }
  }

  return {
    services: {
      s3: { ask: askS3, answer, fail: failS3 },
      sns: { ask: askSns, answer, fail: failQuery },
      sqs: { ask: askSqs, answer, fail: failJson },
    },
    receive: (arn, most) => {
      const queue = queueOf(arn)
      const received = queue.dequeue(most, undefined, setAside => stores.sqsStore.getQueueByArn(setAside))
      return received.flatMap(({ ReceiptHandle: receiptHandle }) => {
        const message = queue.inflightMessages.get(receiptHandle)?.message
        if (!message) return []
        return {
          messageId: message.messageId,
          receiptHandle,
          body: message.body,
          attributes: {
            ApproximateReceiveCount: String(message.approximateReceiveCount),
            SentTimestamp: String(message.sentTimestamp),
            ApproximateFirstReceiveTimestamp: String(clock.time()),
            SenderId: site.account,
          },
          messageAttributes: {},
          md5OfBody: message.md5OfBody,
          eventSource: 'aws:sqs',
          eventSourceARN: arn,
          awsRegion: site.region,
        }
      })
    },
    done: (arn, handle) => {
      queueOf(arn).deleteMessage(handle)
    },
    giveBack: (arn, handle) => giveBack(queueOf(arn), handle),
    send: (arn, body) => queueOf(arn).enqueue(SqsStore.createMessage(body)),
    putObject: (bucket, key, body) => {
      stores.s3Store.putObject(bucket, key, body)
    },
    getObject: (bucket, key) => stores.s3Store.getObject(bucket, key).body,
    publish: (topicArn, subject, message) => {
      publish({ TopicArn: topicArn, Subject: subject, Message: message }, stores.snsStore, stores.sqsStore)
    },
    length: arn => {
      const queue = queueOf(arn)
      return queue.messages.length + queue.inflightMessages.size + queue.delayedMessages.length
    },
    close: async () => {
      await app.close()
      persistence.close()
    },
  }
}

/** fauxqs's own way to do this writes a null where its table allows none. On disk the message stays as received. */
const giveBack = (queue: SqsQueue, receiptHandle: string): void => {
  const received = queue.inflightMessages.get(receiptHandle)
  if (!received) return
  queue.inflightMessages.delete(receiptHandle)
  queue.messages.push(received.message)
}

type Stores = { readonly sqsStore: SqsStore; readonly snsStore: SnsStore; readonly s3Store: S3Store }

const create = ({ sqsStore, snsStore, s3Store }: Stores, resources: readonly Resource[], site: Site): void => {
  for (const { id, type, properties } of resources) {
    if (type === 'AWS::SQS::Queue') {
      const arn = `arn:aws:sqs:${site.region}:${site.account}:${id}`
      const attributes = queueAttributes(Queue.parse(properties))
      const known = sqsStore.getQueueByArn(arn)
      if (known) known.setAttributes(attributes)
      else sqsStore.createQueue(id, `${site.door}/${site.account}/${id}`, arn, attributes)
    }
    if (type === 'AWS::SNS::Topic') snsStore.createTopic(id, undefined, undefined, site.region)
    if (type === 'AWS::S3::Bucket' && !s3Store.hasBucket(id.toLowerCase())) s3Store.createBucket(id.toLowerCase())
  }
  for (const { type, properties } of resources) {
    if (type !== 'AWS::SNS::Subscription') continue
    const { TopicArn, Protocol, Endpoint, RawMessageDelivery } = Subscription.parse(properties)
    snsStore.subscribe(TopicArn, Protocol, Endpoint, { RawMessageDelivery: String(RawMessageDelivery ?? false) })
  }
}

const queueAttributes = (queue: z.infer<typeof Queue>): Record<string, string> => ({
  ...(queue.VisibilityTimeout === undefined ? {} : { VisibilityTimeout: String(queue.VisibilityTimeout) }),
  ...(queue.MessageRetentionPeriod === undefined
    ? {}
    : { MessageRetentionPeriod: String(queue.MessageRetentionPeriod) }),
  ...(queue.RedrivePolicy ? { RedrivePolicy: JSON.stringify(queue.RedrivePolicy) } : {}),
})

const askSqs: Service['ask'] = ({ headers, body }) => ({
  operation: targetOf(headers),
  resource:
    String(jsonOf(body)['QueueUrl'] ?? '')
      .split('/')
      .at(-1) ?? '',
})

const askSns: Service['ask'] = ({ body }) => {
  const form = new URLSearchParams(body.toString())
  return { operation: form.get('Action') ?? '', resource: form.get('TopicArn') ?? '' }
}

const askS3: Service['ask'] = ({ method, path }) => {
  const [, bucket = '', key] = path.split('/')
  const verb = { GET: 'Get', PUT: 'Put', DELETE: 'Delete', HEAD: 'Head' }[method] ?? method
  return { operation: key ? `${verb}Object` : method === 'GET' ? 'ListObjectsV2' : `${verb}Bucket`, resource: bucket }
}

const failS3 = (error: string, status: number): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', 'x-amz-request-id': randomUUID() },
  body: `<Error><Code>${error}</Code><Message>${error} by injection</Message></Error>`,
})
