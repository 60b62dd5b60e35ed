import { EventBus, Rule } from 'aws-cdk-lib/aws-events'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Use } from './function.ts'
import { createDeadLetters } from './queue.ts'
import { ruleTarget } from './rule-target.ts'

/** What happened, told to other programs: versioned detail types on a bus of its own. */
export class PublicEvents extends Construct {
  readonly bus: EventBus
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bus = new EventBus(this, 'Bus', { description: 'What happened in Relight, for other programs' })
    this.deadLetters = createDeadLetters(this, 'Handovers-dead-letters')
  }

  /** An account that was handed over is in nobody's hands until its receiver has it: this may never be lost. */
  handedOverBy(handOver: LambdaFunction): void {
    new Rule(this, 'HandedOver', {
      eventBus: this.bus,
      eventPattern: { source: ['relight'], detailType: ['relight.engagement.handed-over.v1'] },
      targets: [ruleTarget(handOver, this.deadLetters)],
    })
  }

  get published(): Use {
    return {
      environment: { BUS_NAME: this.bus.eventBusName },
      allow: [{ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] }],
    }
  }
}
