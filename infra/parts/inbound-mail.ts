import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { ReceiptRule, ReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import { S3, Stop } from 'aws-cdk-lib/aws-ses-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { createCustomResource } from './custom-resource.ts'
import type { Use } from './function.ts'
import { createQueue, type QueueWithDeadLetters } from './queue.ts'

/** Whatever arrives at `*@in.DOMAIN`: stored raw before anything else happens, then handed on by name. */
export class InboundMail extends Construct {
  /** `in.DOMAIN` */
  readonly domain: string
  readonly bucket: Bucket
  readonly notes: QueueWithDeadLetters

  constructor(scope: Construct, id: string, domain: string) {
    super(scope, id)
    this.domain = `in.${domain}`
    this.bucket = new Bucket(this, 'Raw', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.notes = createQueue(this, 'Notes', {
      visibility: Duration.minutes(6),
      attempts: 4,
      retention: Duration.days(14),
    })
    const arrived = this.arrivals()
    arrived.addSubscription(new SqsSubscription(this.notes.queue))
    this.receive(arrived)
  }

  get raw(): Use {
    return {
      environment: { MAIL_BUCKET: this.bucket.bucketName },
      allow: [{ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects('*')] }],
    }
  }

  /** Asks for a message to be read once more. */
  get readAgain(): Use {
    return {
      environment: { NOTES_QUEUE_URL: this.notes.queue.queueUrl },
      allow: [{ actions: ['sqs:SendMessage'], resources: [this.notes.queue.queueArn] }],
    }
  }

  readBy(inbound: LambdaFunction): void {
    inbound.addEventSource(new SqsEventSource(this.notes.queue, { batchSize: 1, reportBatchItemFailures: true }))
  }

  private arrivals(): Topic {
    const topic = new Topic(this, 'Arrived', { enforceSSL: true })
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'AWS:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    return topic
  }

  /**
   * A region has one active rule set and CloudFormation cannot activate one. Ours is adopted into the set that is
   * active, or made active where there is none; no other rule is touched.
   */
  private receive(arrived: Topic): void {
    const ruleSet = new ReceiptRuleSet(this, 'Rules')
    const rule = new ReceiptRule(this, 'Rule', {
      ruleSet,
      recipients: [this.domain],
      scanEnabled: true,
      // CDK's own classes do not hold under exactOptionalPropertyTypes.
      actions: [new S3({ bucket: this.bucket as IBucket, topic: arrived }), new Stop()],
    })
    const resource = createCustomResource(this, 'adopt-receipt-rule', {
      properties: {
        RuleSet: ruleSet.receiptRuleSetName,
        Rule: rule.receiptRuleName,
        // A rule that changes must be adopted again.
        Content: [this.domain, this.bucket.bucketName, arrived.topicArn].join(' '),
      },
      // SES names neither rules nor sets in its permissions.
      uses: [{ environment: {}, allow: [{ actions: RULE_ACTIONS, resources: ['*'] }] }],
    })
    resource.node.addDependency(rule)
  }
}

const RULE_ACTIONS = [
  'ses:DescribeActiveReceiptRuleSet',
  'ses:DescribeReceiptRule',
  'ses:CreateReceiptRule',
  'ses:UpdateReceiptRule',
  'ses:DeleteReceiptRule',
  'ses:SetActiveReceiptRuleSet',
]
