import { once } from 'node:events'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientOf } from './tables.ts'

type Dynalite = (options: { createTableMs: number; path?: string }) => Server

/** A DynamoDB in this process, empty and gone when closed. */
export const startDynalite = async (): Promise<{ client: DynamoDBClient; stop: () => Promise<void> }> => {
  const dynalite = createRequire(import.meta.url)('dynalite') as Dynalite
  const server = dynalite({ createTableMs: 0 }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = clientOf((server.address() as AddressInfo).port)
  return {
    client,
    stop: async () => {
      client.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
