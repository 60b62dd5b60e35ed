import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SQSClient } from '@aws-sdk/client-sqs'

/** SDK clients as the functions use them; where they reach is the environment's to say. */

export const dynamoDb = (): DynamoDBClient => new DynamoDBClient({})
export const eventBridge = (): EventBridgeClient => new EventBridgeClient({})
export const sqs = (): SQSClient => new SQSClient({})
