import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** What a client called since counting began: each operation by name, and the units that the server billed. */
export type Calls = { readonly operations: string[]; readonly read: number; readonly written: number }

const WRITES: ReadonlySet<string> = new Set(['PutItemCommand', 'UpdateItemCommand'])

type Capacity = { CapacityUnits?: number }

/** Counts every call of a client; `take` answers what was counted since the last time. */
export const countCalls = (client: DynamoDBClient): { take: () => Calls } => {
  let operations: string[] = []
  let read = 0
  let written = 0
  client.middlewareStack.add(
    (next, context) => async args => {
      operations.push(String(context.commandName).replace('Command', ''))
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const answer = await next(args)
      const units = (answer.output as { ConsumedCapacity?: Capacity }).ConsumedCapacity?.CapacityUnits ?? 0
      if (WRITES.has(String(context.commandName))) written += units
      else read += units
      return answer
    },
    { step: 'initialize', name: 'countCalls' },
  )
  return {
    take: () => {
      const taken = { operations, read, written }
      operations = []
      read = 0
      written = 0
      return taken
    },
  }
}
