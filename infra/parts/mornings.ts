import { Duration, TimeZone } from 'aws-cdk-lib'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Construct } from 'constructs'
import type { Use } from './function.ts'
import { createQueue, type QueueWithDeadLetters } from './queue.ts'

/** Every quarter hour, since every zone's offset and every digest's hour is a multiple of it. */
const EVERY_QUARTER_HOUR = ScheduleExpression.cron({ minute: '0/15', timeZone: TimeZone.ETC_UTC })

/** From the clock to a recruiter's morning: the schedule, and the hints that say whose morning has come. */
export class Mornings extends Construct {
  readonly hints: QueueWithDeadLetters

  constructor(scope: Construct, id: string) {
    super(scope, id)
    // A hint is worth nothing once the next sweep hands out the same recruiter again.
    const retention = Duration.minutes(15)
    this.hints = createQueue(this, 'Hints', { visibility: Duration.minutes(3), attempts: 3, retention })
  }

  get hinted(): Use {
    return {
      environment: { MORNINGS_QUEUE_URL: this.hints.queue.queueUrl },
      allow: [{ actions: ['sqs:SendMessage'], resources: [this.hints.queue.queueArn] }],
    }
  }

  /** The sweep is told the scheduled time: nothing reads the machine's clock. */
  sweepBy(sweep: LambdaFunction): void {
    const input = ScheduleTargetInput.fromObject({ now: ContextAttribute.scheduledTime })
    new Schedule(this, 'EveryQuarterHour', {
      schedule: EVERY_QUARTER_HOUR,
      // The next quarter hour finds all that a failed one has missed.
      target: new LambdaInvoke(sweep, { input, retryAttempts: 2, maxEventAge: Duration.minutes(15) }),
    })
  }

  /** A recruiter is the unit of work: one that fails holds up nobody else. */
  workedBy(morning: LambdaFunction): void {
    morning.addEventSource(new SqsEventSource(this.hints.queue, { batchSize: 1, reportBatchItemFailures: true }))
  }
}
