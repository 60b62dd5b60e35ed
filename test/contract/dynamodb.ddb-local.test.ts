import { describe } from 'vitest'
import { dynamoLogContract } from './dynamo-log-contract.ts'
import { dynamoViewsContract } from './dynamo-views-contract.ts'
import { startDynamoLocal } from './support/dynamodb-local.ts'
import { touchpointCost } from './touchpoint-cost.ts'

describe('the log on DynamoDB Local', () => {
  dynamoLogContract(startDynamoLocal)
})

describe('the views on DynamoDB Local', () => {
  dynamoViewsContract(startDynamoLocal)
})

describe('write units for a touchpoint', () => {
  touchpointCost(startDynamoLocal)
})
