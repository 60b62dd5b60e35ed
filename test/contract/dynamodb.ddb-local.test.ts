import { describe } from 'vitest'
import { dynamoLogContract } from './dynamo-log-contract.ts'
import { startDynamoLocal } from './support/dynamodb-local.ts'

describe('the log on DynamoDB Local', () => {
  dynamoLogContract(startDynamoLocal)
})
