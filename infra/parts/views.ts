import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import type { Use } from './function.ts'

/** What is derived from the log, one row per stream, and the sparse index of the recruiters whose morning is due. */
export class Views extends Construct {
  readonly table: TableV2

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: DUE,
          partitionKey: { name: 'dueShard', type: AttributeType.STRING },
          sortKey: { name: 'dueAt', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  get read(): Use {
    return this.use(['dynamodb:GetItem', 'dynamodb:Query'], this.table.tableArn)
  }

  get readAndUpdated(): Use {
    return this.use(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'], this.table.tableArn)
  }

  /** Rows follow from the log alone: whoever lays them reads none. */
  get written(): Use {
    return this.use(['dynamodb:PutItem', 'dynamodb:UpdateItem'], this.table.tableArn)
  }

  /** Whose morning it is, and nothing else. */
  get askedWhoIsDue(): Use {
    return this.use(['dynamodb:Query'], `${this.table.tableArn}/index/${DUE}`)
  }

  private use(actions: string[], resource: string): Use {
    return { environment: { VIEWS_TABLE: this.table.tableName }, allow: [{ actions, resources: [resource] }] }
  }
}

const DUE = 'due'
