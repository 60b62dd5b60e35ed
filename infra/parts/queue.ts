import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

export type QueueOptions = {
  /** How long a message stays hidden while a function works on it. */
  readonly visibility: Duration
  /** How often it is tried before it is set aside. */
  readonly attempts: number
  readonly retention: Duration
}

/** A queue whose messages are set aside when they fail again and again, and wait there two weeks for a person. */
export const createQueue = (scope: Construct, id: string, options: QueueOptions): QueueWithDeadLetters => {
  const deadLetters = createDeadLetters(scope, `${id}-dead-letters`)
  const queue = new Queue(scope, id, {
    ...sealed,
    visibilityTimeout: options.visibility,
    retentionPeriod: options.retention,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: options.attempts },
  })
  return { queue, deadLetters }
}
export type QueueWithDeadLetters = { readonly queue: Queue; readonly deadLetters: Queue }

export const createDeadLetters = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...sealed, retentionPeriod: Duration.days(14) })

const sealed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true }
