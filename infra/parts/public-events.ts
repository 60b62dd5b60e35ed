import { EventBus } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import type { Use } from './function.ts'

/** What happened, told to other programs: versioned detail types on a bus of its own. */
export class PublicEvents extends Construct {
  readonly bus: EventBus

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bus = new EventBus(this, 'Bus', { description: 'What happened in Relight, for other programs' })
  }

  get published(): Use {
    return {
      environment: { BUS_NAME: this.bus.eventBusName },
      allow: [{ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] }],
    }
  }
}
