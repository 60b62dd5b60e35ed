import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { ContactId, EngagementId, FirmId, RecruiterId } from '../domain/vocabulary.ts'
import { fromStored, toStored } from './codec.ts'
import { createDueIndex } from './due.ts'
import {
  addressHash,
  addressPartition,
  apiTokenKey,
  clientPartition,
  dueShardOf,
  exactly,
  feedKey,
  firmKey,
  inboundKey,
  type Key,
  partitionOf,
  recruiterKey,
  recruitersPartition,
} from './keys.ts'
import { type Kind, ofKind, type Row, type RowOf } from './rows.ts'
import type { Acquaintance, Recruited, Views } from './views.ts'

type Item = Record<string, AttributeValue>

/**
 * The views in one DynamoDB table with the key (`pk`, `sk`) and the sparse index `due` (`dueShard`, `dueAt`, keys only).
 * A row is one item: its fields in `body`, its position beside it for the guard. A recruiter's item carries `dueAt` too,
 * which no row knows of, so it is updated rather than put.
 */
export const createDynamoViews = (client: DynamoDBClient, table: string): Views => {
  const get = async (key: Key): Promise<Item | undefined> =>
    (await client.send(new GetItemCommand({ TableName: table, Key: attributes(key) }))).Item

  const rowAt = async <Wanted extends Kind>(kind: Wanted, key: Key): Promise<RowOf<Wanted> | null> => {
    const item = await get(key)
    return item ? rowOf(kind, item) : null
  }

  const query = async function* (input: Omit<QueryCommandInput, 'TableName'>): AsyncIterable<Item> {
    for await (const page of paginateQuery({ client }, { TableName: table, ...input })) yield* page.Items ?? []
  }

  const put = async (item: Item): Promise<void> => {
    await client.send(new PutItemCommand({ TableName: table, Item: item }))
  }

  /** Sets attributes where the condition holds, and nothing where it does not. */
  const update = (key: Key, values: Item, condition: string): Promise<void> =>
    whereAllowed(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: attributes(key),
          UpdateExpression: `SET ${Object.keys(values).map(name => `#${name} = :${name}`)}`,
          ConditionExpression: condition,
          ExpressionAttributeNames: Object.fromEntries(Object.keys(values).map(name => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [`:${name}`, value]),
          ),
        }),
      ),
    )

  const lay = async (row: Row, over: '<' | '<='): Promise<void> => {
    const { position, body, ...key } = toStored(row)
    const values = { position: { N: String(position) }, body: { S: body } }
    await update(key, values, `attribute_not_exists(#position) OR #position ${over} :position`)
    if (row.kind !== 'recruiter') return
    const whose = { firm: { S: row.firm }, recruiter: { S: row.recruiter } }
    const secrets = [
      ...(row.inboundToken ? [inboundKey(row.inboundToken)] : []),
      ...row.apiTokenHashes.map(apiTokenKey),
      ...(row.feedToken ? [feedKey(row.feedToken)] : []),
    ]
    const addresses = row.addresses.map(address => ({
      pk: recruitersPartition(address),
      sk: partitionOf(row.firm, row.recruiter),
    }))
    for (const key of [...secrets, ...addresses]) await put({ ...attributes(key), ...whose })
  }

  const recruiterBehind = async (key: Key): Promise<RowOf<'recruiter'> | null> => {
    const item = await get(key)
    return item ? rowAt('recruiter', recruiterKey(Pointer.parse(item))) : null
  }

  const acquaintances = async (firm: FirmId, address: string): Promise<Acquaintance[]> => {
    const found: Acquaintance[] = []
    for await (const item of query(within(addressPartition(firm, address)))) {
      const { recruiter, engagement, contact } = ContactPointer.parse(item)
      const row = await rowAt('engagement', { pk: partitionOf(firm, recruiter), sk: `engagement/${engagement}` })
      if (row) found.push({ address, contact, row })
    }
    return found
  }

  const rows = async <Wanted extends Kind>(
    kind: Wanted,
    input: Omit<QueryCommandInput, 'TableName'>,
  ): Promise<RowOf<Wanted>[]> => {
    const found: RowOf<Wanted>[] = []
    for await (const item of query(input)) found.push(rowOf(kind, item))
    return found
  }

  return {
    write: row => lay(row, '<'),
    rewrite: row => lay(row, '<='),
    listAddresses: async row => {
      for (const contact of row.contacts)
        for (const address of contact.emails)
          await put({
            ...attributes({
              pk: addressPartition(row.firm, addressHash(address)),
              sk: `${row.recruiter}.${row.engagement}`,
            }),
            recruiter: { S: row.recruiter },
            engagement: { S: row.engagement },
            contact: { S: contact.id },
          })
    },
    listClient: async (row, domains) => {
      for (const domain of domains)
        await put({
          ...attributes({ pk: clientPartition(row.firm, domain), sk: `${row.recruiter}.${row.engagement}` }),
          recruiter: { S: row.recruiter },
          engagement: { S: row.engagement },
        })
    },
    setDue: (recruiter, dueAt) =>
      update(
        recruiterKey(recruiter),
        { ...due(recruiter, dueAt), position: { N: String(recruiter.position) } },
        '#position = :position',
      ),
    bringDueForward: (recruiter, dueAt) =>
      update(
        recruiterKey(recruiter),
        due(recruiter, dueAt),
        'attribute_exists(pk) AND (attribute_not_exists(#dueAt) OR #dueAt > :dueAt)',
      ),
    firm: firm => rowAt('firm', firmKey(firm)),
    recruiter: (firm, recruiter) => rowAt('recruiter', recruiterKey({ firm, recruiter })),
    recruiterByInbound: async token => {
      const row = await recruiterBehind(inboundKey(token))
      return row?.inboundToken === token ? row : null
    },
    recruiterByApiToken: async hash => {
      const row = await recruiterBehind(apiTokenKey(hash))
      return row?.apiTokenHashes.includes(hash) ? row : null
    },
    recruiterByFeed: async token => {
      const row = await recruiterBehind(feedKey(token))
      return row?.feedToken === token ? row : null
    },
    recruitersByAddress: async address => {
      const found: RowOf<'recruiter'>[] = []
      for await (const item of query(within(recruitersPartition(address)))) {
        const row = await rowAt('recruiter', recruiterKey(Pointer.parse(item)))
        if (row?.addresses.includes(address.trim().toLowerCase())) found.push(row)
      }
      return found
    },
    engagementsOf: (firm, recruiter) => rows('engagement', within(partitionOf(firm, recruiter), 'engagement/')),
    notes: (firm, recruiter, since) => rows('note', newestFirst(partitionOf(firm, recruiter), 'note/', exactly(since))),
    digests: (firm, recruiter, since) => rows('digest', newestFirst(partitionOf(firm, recruiter), 'digest/', since)),
    colleagues: async (firm, hashes) => (await Promise.all(hashes.map(address => acquaintances(firm, address)))).flat(),
    atClient: async (firm, domains, recruiters) => {
      const places = new Map<string, Key>()
      for (const domain of domains)
        for await (const item of query(within(clientPartition(firm, domain)))) {
          const { recruiter, engagement } = EngagementPointer.parse(item)
          if (recruiters.includes(recruiter))
            places.set(`${recruiter}.${engagement}`, {
              pk: partitionOf(firm, recruiter),
              sk: `engagement/${engagement}`,
            })
        }
      const found = await Promise.all([...places.values()].map(key => rowAt('engagement', key)))
      return found.filter(row => row !== null)
    },
    ...createDueIndex(client, table),
  }
}

const attributes = ({ pk, sk }: Key): Item => ({ pk: { S: pk }, sk: { S: sk } })
const due = (recruiter: Recruited, dueAt: string): Item => ({
  dueShard: { S: dueShardOf(recruiter) },
  dueAt: { S: exactly(dueAt) },
})

const within = (pk: string, prefix?: string): Omit<QueryCommandInput, 'TableName'> =>
  prefix === undefined
    ? { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: pk } } }
    : {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: prefix } },
      }

const newestFirst = (pk: string, prefix: string, since: string): Omit<QueryCommandInput, 'TableName'> => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  // Sorts behind every date and instant.
  ExpressionAttributeValues: { ':pk': { S: pk }, ':from': { S: prefix + since }, ':to': { S: `${prefix}~` } },
  ScanIndexForward: false,
})

const text = z.object({ S: z.string() })
const StoredItem = z
  .object({ pk: text, sk: text, position: z.object({ N: z.string() }), body: text })
  .transform(({ pk, sk, position, body }) => ({ pk: pk.S, sk: sk.S, position: Number(position.N), body: body.S }))
const rowOf = <Wanted extends Kind>(kind: Wanted, item: Item): RowOf<Wanted> =>
  ofKind(kind, fromStored(StoredItem.parse(item)))

const Pointer = z
  .object({ firm: text, recruiter: text })
  .transform(({ firm, recruiter }) => ({ firm: FirmId.parse(firm.S), recruiter: RecruiterId.parse(recruiter.S) }))
const EngagementPointer = z.object({ recruiter: text, engagement: text }).transform(({ recruiter, engagement }) => ({
  recruiter: RecruiterId.parse(recruiter.S),
  engagement: EngagementId.parse(engagement.S),
}))
const ContactPointer = z
  .object({ recruiter: text, engagement: text, contact: text })
  .transform(({ recruiter, engagement, contact }) => ({
    recruiter: RecruiterId.parse(recruiter.S),
    engagement: EngagementId.parse(engagement.S),
    contact: ContactId.parse(contact.S),
  }))
const whereAllowed = async (write: Promise<unknown>): Promise<void> => {
  try {
    await write
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
