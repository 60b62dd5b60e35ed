import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import dynalite from 'dynalite'
import * as z from 'zod'
import type { Answer, Call, Service } from '../door.ts'
import type { Resource } from '../template.ts'
import { answerJson, failJson, jsonOf, targetOf } from './protocols.ts'

/**
 * DynamoDB by dynalite, which keeps the tables on disk but has no stream. A put or a delete in a table that has one in
 * the template therefore asks for the item that was there, and both images make the record.
 */

type Item = Readonly<Record<string, unknown>>

/** A change of a table with a stream, as DynamoDB's stream hands it out. */
export type Change = {
  readonly table: string
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  readonly keys: Item
  readonly newImage: Item | undefined
  readonly oldImage: Item | undefined
}

export type Tables = Service & {
  readonly names: readonly string[]
  /** Every item of a table. */
  readonly scan: (table: string) => AsyncIterable<Item>
  readonly close: () => Promise<void>
}

const Table = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  AttributeDefinitions: z.array(z.looseObject({})),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: z.array(z.looseObject({})), Projection: z.looseObject({}) }))
    .optional(),
  StreamSpecification: z.looseObject({}).optional(),
})

const TABLE_MILLISECONDS = 0

export const openTables = async (
  data: string,
  resources: readonly Resource[],
  changed: (change: Change) => void,
): Promise<Tables> => {
  const server = dynalite({
    path: join(data, 'tables'),
    createTableMs: TABLE_MILLISECONDS,
    deleteTableMs: TABLE_MILLISECONDS,
  })
  const tables = new Map(
    resources
      .filter(({ type }) => type === 'AWS::DynamoDB::GlobalTable')
      .map(({ id, properties }) => [id, Table.parse(properties)] as const),
  )

  const ask = (operation: string, input: unknown): Promise<Answer> =>
    exchange(server, { 'x-amz-target': `DynamoDB_20120810.${operation}` }, JSON.stringify(input))

  for (const [name, table] of tables) {
    const exists = (await ask('DescribeTable', { TableName: name })).status === 200
    if (!exists) await created(ask, name, table)
  }

  const answer = async (call: Call): Promise<Answer> => {
    const input = jsonOf(call.body)
    const table = tables.get(String(input['TableName']))
    if (!table?.StreamSpecification || !CHANGES.has(call.operation)) return ask(call.operation, input)
    if (!SEEN.has(call.operation)) return failJson('ValidationException', 400, 'no stream sees this operation here')
    const answer = await ask(call.operation, { ...input, ReturnValues: 'ALL_OLD' })
    if (answer.status !== 200) return answer
    const { Attributes: oldImage, ...output } = jsonOf(Buffer.from(answer.body)) as { Attributes?: Item }
    const item = (input['Item'] ?? input['Key']) as Item
    changed({
      table: String(input['TableName']),
      eventName: call.operation === 'DeleteItem' ? 'REMOVE' : oldImage ? 'MODIFY' : 'INSERT',
      keys: Object.fromEntries(table.KeySchema.map(({ AttributeName: name }) => [name, item[name]])),
      newImage: call.operation === 'PutItem' ? item : undefined,
      oldImage,
    })
    return answerJson(input['ReturnValues'] === 'ALL_OLD' && oldImage ? { ...output, Attributes: oldImage } : output)
  }

  return {
    names: [...tables.keys()],
    ask: ({ headers, body }) => ({ operation: targetOf(headers), resource: resourceOf(jsonOf(body)) }),
    answer,
    fail: failJson,
    scan: async function* (table) {
      let from: unknown
      do {
        const { body } = await ask('Scan', { TableName: table, ...(from ? { ExclusiveStartKey: from } : {}) })
        const page = jsonOf(Buffer.from(body)) as { Items?: Item[]; LastEvaluatedKey?: unknown }
        yield* page.Items ?? []
        from = page.LastEvaluatedKey
      } while (from)
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** Operations that change items; only the first two leave a record in the stream on one machine. */
const SEEN = new Set(['PutItem', 'DeleteItem'])
const CHANGES = new Set([...SEEN, 'UpdateItem', 'BatchWriteItem', 'TransactWriteItems'])

const resourceOf = (input: Record<string, unknown>): string =>
  [input['TableName'], input['IndexName']].filter(name => typeof name === 'string').join('/index/')

type Ask = (operation: string, input: unknown) => Promise<Answer>

const created = async (ask: Ask, name: string, table: z.infer<typeof Table>): Promise<void> => {
  const { StreamSpecification: _stream, ...schema } = table
  const answer = await ask('CreateTable', { TableName: name, BillingMode: 'PAY_PER_REQUEST', ...schema })
  if (answer.status !== 200) throw new Error(`table ${name}: ${answer.body}`)
  const active = async (): Promise<boolean> => {
    const described = await ask('DescribeTable', { TableName: name })
    return String(described.body).includes('"TableStatus":"ACTIVE"')
  }
  while (!(await active())) await new Promise(resolve => setTimeout(resolve, 1))
}

/**
 * Hands dynalite a request without a second connection. It insists on a signature, and never looks at it.
 */
const exchange = (
  server: ReturnType<typeof dynalite>,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Answer> =>
  new Promise(resolve => {
    const request = Object.assign(new EventEmitter(), {
      method: 'POST',
      url: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        authorization: 'AWS4-HMAC-SHA256 Credential=one/machine, SignedHeaders=host, Signature=none',
        'x-amz-date': '20260101T000000Z',
        ...headers,
      },
    })
    const sent: Record<string, string> = {}
    const response = {
      statusCode: 200,
      setHeader: (name: string, value: unknown) => {
        sent[name.toLowerCase()] = String(value)
      },
      end: (text: string) => resolve({ status: response.statusCode, headers: sent, body: text }),
    }
    server.emit('request', request, response)
    request.emit('data', Buffer.from(body))
    request.emit('end')
  })
