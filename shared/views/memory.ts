import type { ContactId, FirmId, RecruiterId } from '../domain/vocabulary.ts'
import { fromStored, type Stored, toStored } from './codec.ts'
import { addressHash, exactly, keyOf } from './keys.ts'
import { type Kind, ofKind, type RecruiterRow, type Row, type RowOf } from './rows.ts'
import type { Due, Recruited, Views } from './views.ts'

type Listed = {
  readonly firm: FirmId
  readonly address: string
  readonly contact: ContactId
  readonly place: string
}

const lower = (address: string): string => address.trim().toLowerCase()

/** The views' twin in memory, under the same contract. */
export const createMemoryViews = (): Views => {
  const rows = new Map<string, Stored>()
  const dueAt = new Map<string, Due>()
  const addresses = new Map<string, Listed>()
  const clients = new Map<string, { readonly firm: FirmId; readonly domain: string; readonly place: string }>()

  const nameOf = (row: Row): string => `${keyOf(row).pk} ${keyOf(row).sk}`
  const lay = (row: Row, over: (position: number) => boolean): void => {
    const there = rows.get(nameOf(row))
    if (!there || over(there.position)) rows.set(nameOf(row), toStored(row))
  }
  const all = <Wanted extends Kind>(kind: Wanted): RowOf<Wanted>[] =>
    [...rows.values()].map(fromStored).filter((row): row is RowOf<Wanted> => row.kind === kind)
  const theirs =
    (firm: FirmId, recruiter: RecruiterId) =>
    (row: Recruited): boolean =>
      row.firm === firm && row.recruiter === recruiter
  const recruiterWhere = (fits: (row: RecruiterRow) => boolean): RecruiterRow | null =>
    all('recruiter').find(fits) ?? null
  const whose = ({ firm, recruiter }: Recruited): string => `${firm}/${recruiter}`

  return {
    write: async row => lay(row, position => position < row.position),
    rewrite: async row => lay(row, position => position <= row.position),
    listAddresses: async row => {
      for (const contact of row.contacts)
        for (const address of contact.emails)
          addresses.set(`${addressHash(address)} ${nameOf(row)}`, {
            firm: row.firm,
            address: addressHash(address),
            contact: contact.id,
            place: nameOf(row),
          })
    },
    listClient: async (row, domains) => {
      for (const domain of domains)
        clients.set(`${domain} ${nameOf(row)}`, { firm: row.firm, domain, place: nameOf(row) })
    },
    setDue: async ({ firm, recruiter, ...seen }, instant) => {
      const there = recruiterWhere(theirs(firm, recruiter))
      if (there?.position === seen.position) dueAt.set(whose(there), { firm, recruiter, dueAt: exactly(instant) })
    },
    bringDueForward: async (recruiter, instant) => {
      const there = dueAt.get(whose(recruiter))
      if (!recruiterWhere(theirs(recruiter.firm, recruiter.recruiter))) return
      if (!there || there.dueAt > exactly(instant))
        dueAt.set(whose(recruiter), { firm: recruiter.firm, recruiter: recruiter.recruiter, dueAt: exactly(instant) })
    },
    firm: async firm => all('firm').find(row => row.firm === firm) ?? null,
    recruiter: async (firm, recruiter) => recruiterWhere(theirs(firm, recruiter)),
    recruiterByInbound: async token => recruiterWhere(row => row.inboundToken === token),
    recruiterByApiToken: async hash => recruiterWhere(row => row.apiTokenHashes.includes(hash)),
    recruiterByFeed: async token => recruiterWhere(row => row.feedToken === token),
    recruitersByAddress: async address => all('recruiter').filter(row => row.addresses.includes(lower(address))),
    engagementsOf: async (firm, recruiter) => all('engagement').filter(theirs(firm, recruiter)),
    notes: async (firm, recruiter, since) =>
      all('note')
        .filter(theirs(firm, recruiter))
        .filter(note => exactly(note.arrivedAt) >= exactly(since))
        .toSorted((a, b) => exactly(b.arrivedAt).localeCompare(exactly(a.arrivedAt))),
    digests: async (firm, recruiter, since) =>
      all('digest')
        .filter(theirs(firm, recruiter))
        .filter(digest => digest.date >= since)
        .toSorted((a, b) => b.date.localeCompare(a.date)),
    colleagues: async (firm, hashes) =>
      [...addresses.values()]
        .filter(entry => entry.firm === firm && hashes.includes(entry.address))
        .flatMap(({ address, contact, place }) => {
          const row = rows.get(place)
          return row ? [{ address, contact, row: ofKind('engagement', fromStored(row)) }] : []
        }),
    atClient: async (firm, domains, recruiters) => {
      const places = [...clients.values()].filter(entry => entry.firm === firm && domains.includes(entry.domain))
      return [...new Set(places.map(({ place }) => place))]
        .flatMap(place => rows.get(place) ?? [])
        .map(row => ofKind('engagement', fromStored(row)))
        .filter(({ recruiter }) => recruiters.includes(recruiter))
    },
    due: async function* (now) {
      yield* [...dueAt.values()].filter(recruiter => recruiter.dueAt <= exactly(now))
    },
  }
}
