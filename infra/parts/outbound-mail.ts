import { ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib'
import { EventBus, Rule } from 'aws-cdk-lib/aws-events'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Use } from './function.ts'
import { createDeadLetters } from './queue.ts'
import { ruleTarget } from './rule-target.ts'

/** What Relight sends, and what SES says became of it. */
export class OutboundMail extends Construct {
  readonly deadLetters: Queue
  private readonly domain: string
  private readonly identity: EmailIdentity
  private readonly configuration: ConfigurationSet

  constructor(scope: Construct, id: string, domain: string) {
    super(scope, id)
    this.domain = domain
    this.configuration = new ConfigurationSet(this, 'Configuration', { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE })
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      configurationSet: this.configuration,
    })
    this.deadLetters = createDeadLetters(this, 'Reports-dead-letters')
    for (const [index, { name, value }] of this.identity.dkimRecords.entries())
      new CfnOutput(scope, `DkimRecord${index + 1}`, { description: 'DNS: a CNAME record', value: `${name} ${value}` })
  }

  get sent(): Use {
    const configuration = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configuration.configurationSetName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
    return {
      environment: {
        MAIL_FROM: `Relight <relight@${this.domain}>`,
        MAIL_CONFIGURATION_SET: this.configuration.configurationSetName,
        INBOUND_DOMAIN: `in.${this.domain}`,
      },
      allow: [{ actions: ['ses:SendEmail'], resources: [this.identity.emailIdentityArn, configuration] }],
    }
  }

  /** SES tells nobody but the account's default bus. */
  reportedTo(mailEvents: LambdaFunction): void {
    const eventBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default')
    this.configuration.addEventDestination('Reports', {
      destination: EventDestination.eventBus(eventBus),
      events: REPORTED,
    })
    new Rule(this, 'Reported', {
      eventBus,
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configuration.configurationSetName] } } },
      },
      targets: [ruleTarget(mailEvents, this.deadLetters)],
    })
  }
}

const REPORTED = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
]
