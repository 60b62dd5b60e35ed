import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, type ITable, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Use } from './function.ts'
import { createDeadLetters } from './queue.ts'

/**
 * The one thing that is never lost: facts, each put once. Nobody may update or delete, which is what the narrow
 * permissions here are for; whatever does so all the same is seen in the stream, which carries both images.
 */
export class EventLog extends Construct {
  readonly table: TableV2
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'stream', type: AttributeType.STRING },
      sortKey: { name: 'position', type: AttributeType.NUMBER },
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.deadLetters = createDeadLetters(this, 'Changes-dead-letters')
  }

  get loaded(): Use {
    return this.use('dynamodb:Query')
  }

  get loadedAndAppended(): Use {
    return this.use('dynamodb:Query', 'dynamodb:PutItem')
  }

  /** A change that cannot be projected is set aside after a few tries, so that it holds up no other stream's. */
  projectedBy(project: LambdaFunction): void {
    project.addEventSource(
      // CDK's own classes do not hold under exactOptionalPropertyTypes.
      new DynamoEventSource(this.table as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        retryAttempts: 5,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(this.deadLetters),
      }),
    )
  }

  private use(...actions: string[]): Use {
    return {
      environment: { EVENT_LOG_TABLE: this.table.tableName },
      allow: [{ actions, resources: [this.table.tableArn] }],
    }
  }
}
