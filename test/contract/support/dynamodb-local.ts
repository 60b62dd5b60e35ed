import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { clientOf } from './tables.ts'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Amazon's own DynamoDB Local, in memory. Needs Java 17; throws where it does not come up within 30 seconds. */
export const startDynamoLocal = async (): Promise<{ client: DynamoDBClient; stop: () => Promise<void> }> => {
  const home = dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json'))
  const port = await freePort()
  const args = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-port', `${port}`]
  const server = spawn('java', args, { cwd: join(home, 'emulator'), stdio: 'ignore' })
  process.once('exit', () => server.kill())
  const died = once(server, 'exit').then(([code]) => {
    throw new Error(`DynamoDB Local ended with ${code}`)
  })
  const client = clientOf(port)
  await Promise.race([died, answers(client)])
  died.catch(() => undefined)
  return {
    client,
    stop: async () => {
      client.destroy()
      const ended = once(server, 'exit')
      server.kill()
      await ended
    },
  }
}

const answers = async (client: DynamoDBClient): Promise<void> => {
  for (let tries = 0; tries < 150; tries++) {
    const up = await client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    )
    if (up) return
    await setTimeout(200)
  }
  throw new Error('DynamoDB Local does not answer')
}
