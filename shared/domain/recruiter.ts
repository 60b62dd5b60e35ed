import * as z from 'zod'
import { WorkingCalendar } from './calendar/working-calendar.ts'
import type { Recorded } from './engagement/events.ts'
import { personal } from './personal.ts'
import { CommandId, FirmId, Instant, Name, RecruiterId, Source } from './vocabulary.ts'

/** A user: confirmed addresses, working calendar, secret inbound address. */

const envelope = {
  at: Instant,
  recordedAt: Instant,
  by: z.union([RecruiterId, z.literal('system')]),
  source: Source,
  command: CommandId,
}
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...envelope, ...shape })

export const SessionId = z.string().min(1).max(64).brand('SessionId')
export type SessionId = z.infer<typeof SessionId>

// Events
export const RecruiterEvent = z.discriminatedUnion('type', [
  event('RecruiterJoined', {
    firm: FirmId,
    recruiter: RecruiterId,
    name: Name,
    phone: personal(z.string().max(40).optional()),
    region: z.string().max(12),
    calendar: WorkingCalendar,
  }),
  event('SettingsChanged', {
    region: z.string().max(12).optional(),
    calendar: WorkingCalendar.optional(),
    phone: personal(z.string().max(40).optional()),
  }),
  /** An address that the recruiter says is theirs; it counts for nothing before it is confirmed. */
  event('AddressNamed', { address: personal(z.email().max(254)) }),
  event('AddressConfirmed', { address: personal(z.email()) }),
  event('AddressRemoved', { address: personal(z.email()) }),
  event('AddressSuppressed', { address: personal(z.email()), why: z.enum(['bounced', 'complained', 'unsubscribed']) }),
  /** Somebody who writes from a private mailbox is a candidate, or no client at least: nothing of theirs is logged. */
  event('CandidateNamed', { address: personal(z.string().max(254)) }),
  /** The token of `<token>@in.<domain>`; a new one replaces the old. */
  event('InboundAddressGiven', { token: personal(z.string().regex(/^[a-z2-7]{26}$/)) }),
  /** SHA-256 of an API token, in hex; the token itself is never kept. */
  event('ApiTokenGiven', { hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  event('ApiTokenRevoked', { hash: z.string() }),
  /** The secret part of the address of their calendar feed; a new one replaces the old. */
  event('CalendarFeedGiven', { token: personal(z.string().regex(/^[\w-]{32}$/)) }),
  event('CalendarFeedRemoved', {}),
  /** Somebody asked for a link to sign in with; `from` stands for where on the network, and can't be turned back. */
  event('SignInAsked', { session: SessionId, address: personal(z.email()), from: z.string().max(64) }),
  event('SignedIn', { session: SessionId }),
  event('SignedOut', { session: SessionId }),
  event('SignedOutEverywhere', {}),
  /** The owner of the firm ended it: no mail, no way in; what still arrives is held. */
  event('RecruiterDeactivated', {}),
  event('RecruiterReactivated', {}),
])
export type RecruiterEvent = z.infer<typeof RecruiterEvent>

export type Suppression = Extract<RecruiterEvent, { type: 'AddressSuppressed' }>

// Fold
export type Recruiter = {
  readonly firm: FirmId
  readonly id: RecruiterId
  readonly name: string
  readonly phone?: string
  /** Country or country and subdivision whose holidays count: `US`, `GB-ENG`. */
  readonly region: string
  readonly calendar: WorkingCalendar
  /** When they last changed how their days go; absent where they never did. */
  readonly calendarChangedAt?: string
  /** Confirmed addresses, lower case, the first of them gets the digest. */
  readonly addresses: readonly string[]
  readonly suppressed: readonly string[]
  /** Addresses of people who are candidates, lower case. */
  readonly candidates: readonly string[]
  readonly inboundToken: string | null
  readonly apiTokenHashes: readonly string[]
  /** Of the calendar feed; absent where they have none. */
  readonly feedToken?: string
  /** Gone from the firm, and so from what Relight does. */
  readonly deactivated?: true
}

export const foldRecruiter = (events: Iterable<Recorded<RecruiterEvent>>): Recruiter | null => {
  let recruiter: Recruiter | null = null
  for (const event of events) recruiter = evolve(recruiter, event)
  return recruiter
}

/** The addresses that no mail goes to, each by the event that says why and since when. */
export const suppressionsOf = (
  { suppressed }: Pick<Recruiter, 'suppressed'>,
  events: readonly RecruiterEvent[],
): readonly Suppression[] =>
  suppressed.flatMap(address => {
    const told = events.findLast(event => event.type === 'AddressSuppressed' && event.address.toLowerCase() === address)
    return told?.type === 'AddressSuppressed' ? [told] : []
  })

const evolve = (recruiter: Recruiter | null, event: RecruiterEvent): Recruiter | null => {
  if (event.type === 'RecruiterJoined')
    return {
      firm: event.firm,
      id: event.recruiter,
      name: event.name,
      ...(event.phone ? { phone: event.phone } : {}),
      region: event.region,
      calendar: event.calendar,
      addresses: [],
      suppressed: [],
      candidates: [],
      inboundToken: null,
      apiTokenHashes: [],
    }
  if (!recruiter) return null
  switch (event.type) {
    case 'SettingsChanged':
      return {
        ...recruiter,
        region: event.region ?? recruiter.region,
        ...(event.calendar ? { calendar: event.calendar, calendarChangedAt: event.recordedAt } : {}),
        ...(event.phone === undefined ? {} : { phone: event.phone }),
      }
    case 'AddressConfirmed':
      return {
        ...recruiter,
        addresses: [...new Set([...recruiter.addresses, event.address.toLowerCase()])],
        suppressed: recruiter.suppressed.filter(address => address !== event.address.toLowerCase()),
      }
    case 'AddressRemoved':
      return {
        ...recruiter,
        addresses: recruiter.addresses.filter(address => address !== event.address.toLowerCase()),
        suppressed: recruiter.suppressed.filter(address => address !== event.address.toLowerCase()),
      }
    case 'AddressSuppressed':
      return { ...recruiter, suppressed: [...new Set([...recruiter.suppressed, event.address.toLowerCase()])] }
    case 'CandidateNamed':
      return { ...recruiter, candidates: [...new Set([...recruiter.candidates, event.address.toLowerCase()])] }
    case 'InboundAddressGiven':
      return { ...recruiter, inboundToken: event.token }
    case 'ApiTokenGiven':
      return { ...recruiter, apiTokenHashes: [...recruiter.apiTokenHashes, event.hash] }
    case 'ApiTokenRevoked':
      return { ...recruiter, apiTokenHashes: recruiter.apiTokenHashes.filter(hash => hash !== event.hash) }
    case 'CalendarFeedGiven':
      return { ...recruiter, feedToken: event.token }
    case 'CalendarFeedRemoved': {
      const { feedToken: _removed, ...others } = recruiter
      return others
    }
    case 'RecruiterDeactivated': {
      const { feedToken: _removed, ...others } = recruiter
      return { ...others, apiTokenHashes: [], deactivated: true }
    }
    case 'RecruiterReactivated': {
      const { deactivated: _over, ...others } = recruiter
      return others
    }
    case 'AddressNamed':
    case 'SignInAsked':
    case 'SignedIn':
    case 'SignedOut':
    case 'SignedOutEverywhere':
      return recruiter
  }
}
