import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** What a client called since counting began: each operation by name, and the units that the server billed. */
export type Calls = { readonly operations: string[]; readonly units: number }

type Capacity = { CapacityUnits?: number }

/** Counts every call of a client; `take` answers what was counted since the last time. */
export const countCalls = (client: DynamoDBClient): { take: () => Calls } => {
  let operations: string[] = []
  let units = 0
  client.middlewareStack.add(
    (next, context) => async args => {
      operations.push(String(context.commandName).replace('Command', ''))
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const answer = await next(args)
      units += (answer.output as { ConsumedCapacity?: Capacity }).ConsumedCapacity?.CapacityUnits ?? 0
      return answer
    },
    { step: 'initialize', name: 'countCalls' },
  )
  return {
    take: () => {
      const taken = { operations, units }
      operations = []
      units = 0
      return taken
    },
  }
}
