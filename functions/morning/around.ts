import type { Engagement } from '../../shared/domain/engagement/state.ts'
import type { Around } from '../../shared/domain/silence/around.ts'
import { addressHash } from '../../shared/views/keys.ts'
import type { Views } from '../../shared/views/views.ts'
import type { Morning } from './whose.ts'

/** To whom of this engagement the firm has owned the dropped ball elsewhere: barred there means barred here. */
export const aroundOf = async (engagement: Engagement, morning: Morning, views: Views): Promise<Around> => {
  const silent = engagement.contacts.filter(contact => contact.emails.length > 0)
  if (!mayOwnSoon(engagement) || silent.length === 0) return { owned: [] }
  const hashes = new Map(
    silent.flatMap(contact => contact.emails.map(email => [addressHash(email), contact.id] as const)),
  )
  const elsewhere = await views.colleagues(morning.firm.firm, [...hashes.keys()])
  return {
    owned: elsewhere
      .filter(({ row }) => row.engagement !== engagement.id)
      .flatMap(({ address, contact, row }) => {
        const mine = hashes.get(address)
        return mine ? row.owned.filter(own => own.contact === contact).map(own => ({ contact: mine, at: own.at })) : []
      }),
  }
}

/** The firm-wide look-up costs reads, and matters only once somebody was called or written to in vain. */
const mayOwnSoon = (engagement: Engagement): boolean =>
  engagement.facts.filter(fact => fact.type === 'TouchpointLogged' && fact.direction === 'outbound').length > 1
