import { createHash } from 'node:crypto'
import type { FirmId, RecruiterId } from '../domain/vocabulary.ts'
import type { Row } from './rows.ts'
import type { Recruited } from './views.ts'

/** Where things lie in the views' one table. The firm leads every key; keys hold hashes and ids, never an address. */
export type Key = { readonly pk: string; readonly sk: string }

export const partitionOf = (firm: FirmId, recruiter: RecruiterId): string => `${firm}/${recruiter}`

export const keyOf = (row: Row): Key => {
  switch (row.kind) {
    case 'firm':
      return firmKey(row.firm)
    case 'recruiter':
      return recruiterKey(row)
    case 'engagement':
      return { pk: partitionOf(row.firm, row.recruiter), sk: `engagement/${row.engagement}` }
    case 'note':
      return { pk: partitionOf(row.firm, row.recruiter), sk: `note/${exactly(row.arrivedAt)}/${row.note}` }
    case 'digest':
      return { pk: partitionOf(row.firm, row.recruiter), sk: `digest/${row.date}` }
  }
}

/** What a row's key says of it. */
export const identityOf = ({ pk, sk }: Key): Readonly<Record<string, string | undefined>> => {
  const [firm, recruiter] = pk.split('/')
  const [kind = '', first, second] = sk.split('/')
  const id = kind === 'engagement' ? { engagement: first } : kind === 'digest' ? { date: first } : { note: second }
  return { kind, firm, recruiter, ...id }
}

export const firmKey = (firm: FirmId): Key => ({ pk: firm, sk: 'firm' })
export const recruiterKey = ({ firm, recruiter }: Recruited): Key => ({
  pk: partitionOf(firm, recruiter),
  sk: 'recruiter',
})
/** Before the firm of a message or a request is known, a hash of its secret is all there is to go by. */
export const inboundKey = (token: string): Key => ({ pk: `inbound/${sha256(token)}`, sk: 'recruiter' })
export const apiTokenKey = (hash: string): Key => ({ pk: `token/${hash}`, sk: 'recruiter' })
export const feedKey = (token: string): Key => ({ pk: `feed/${sha256(token)}`, sk: 'recruiter' })
/** Before a firm is known, too: an address may be a recruiter's in more than one. */
export const recruitersPartition = (address: string): string => `address/${addressHash(address)}`
export const addressPartition = (firm: FirmId, addressHash: string): string => `${firm}/contact/${addressHash}`
export const clientPartition = (firm: FirmId, domain: string): string => `${firm}/client/${sha256(domain)}`

/** An address as it stands in keys, whatever its case. */
export const addressHash = (address: string): string => sha256(address.trim().toLowerCase())

/** The due index is laid over so many partitions. Another number needs a rebuild. */
const DUE_SHARDS = 1
export const dueShards: readonly string[] = Array.from({ length: DUE_SHARDS }, (_, shard) => String(shard))
export const dueShardOf = ({ firm, recruiter }: Recruited): string =>
  String(Number.parseInt(sha256(partitionOf(firm, recruiter)).slice(0, 8), 16) % DUE_SHARDS)

/** An instant in the one spelling whose order as text is its order in time. */
export const exactly = (instant: string): string => new Date(instant).toISOString()

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
