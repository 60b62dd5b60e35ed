import * as z from 'zod'
import { WorkingCalendar } from './calendar/working-calendar.ts'
import type { Recorded } from './engagement/events.ts'
import { personal } from './personal.ts'
import { defaultPolicy, Policy } from './policy.ts'
import { CommandId, FirmId, Instant, Name, RecruiterId, Source } from './vocabulary.ts'

/** A recruiting agency: the tenant. Its policy, its owner, who may join it, and the addresses that are never logged. */

const envelope = {
  at: Instant,
  recordedAt: Instant,
  by: z.union([RecruiterId, z.literal('system')]),
  source: Source,
  command: CommandId,
}
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...envelope, ...shape })

export const InvitationId = z.string().min(1).max(64).brand('InvitationId')
export type InvitationId = z.infer<typeof InvitationId>

// Events
export const FirmEvent = z.discriminatedUnion('type', [
  event('FirmFounded', { firm: FirmId, name: Name, owner: RecruiterId, domains: personal(z.array(z.string())) }),
  event('PolicyChanged', { policy: Policy }),
  event('NeverLogChanged', { addresses: personal(z.array(z.string().max(254)).max(500)) }),
  /** Whoever presses the link that is mailed there joins as this recruiter; the last one that was mailed works. */
  event('RecruiterInvited', {
    invitation: InvitationId,
    recruiter: RecruiterId,
    name: Name,
    address: personal(z.email().max(254)),
    zone: WorkingCalendar.shape.zone,
    region: z.string().max(12),
  }),
  event('InvitationUndelivered', { recruiter: RecruiterId, why: z.enum(['bounced', 'complained']) }),
  event('InvitationWithdrawn', { recruiter: RecruiterId }),
  event('InvitationAccepted', { recruiter: RecruiterId, invitation: InvitationId }),
])
export type FirmEvent = z.infer<typeof FirmEvent>

// Fold
export type Invitation = {
  readonly id: InvitationId
  readonly recruiter: RecruiterId
  readonly name: string
  /** Lower case. */
  readonly address: string
  readonly zone: string
  readonly region: string
  readonly at: string
  readonly standing: 'open' | 'accepted' | 'withdrawn' | 'replaced'
  /** Why the mail did not reach them, where it is known not to have. */
  readonly undelivered?: 'bounced' | 'complained'
}

export type Firm = {
  readonly id: FirmId | null
  readonly name: string
  readonly owner: RecruiterId | null
  /** Mail domains of the firm itself. */
  readonly domains: readonly string[]
  readonly policy: Policy
  /** When the policy was last changed; absent where it never was. */
  readonly policyChangedAt?: string
  /** Addresses and domains whose mail is never logged. */
  readonly neverLog: readonly string[]
  /** Those who joined, the owner first; who is invited is none yet. */
  readonly recruiters: readonly RecruiterId[]
  /** Every one there was, the oldest first. */
  readonly invitations: readonly Invitation[]
}

const initial: Firm = {
  id: null,
  name: '',
  owner: null,
  domains: [],
  policy: defaultPolicy,
  neverLog: [],
  recruiters: [],
  invitations: [],
}

export const foldFirm = (events: Iterable<Recorded<FirmEvent>>): Firm => {
  let firm = initial
  for (const event of events) firm = evolve(firm, event)
  return firm
}

const evolve = (firm: Firm, event: FirmEvent): Firm => {
  switch (event.type) {
    case 'FirmFounded':
      return {
        ...firm,
        id: event.firm,
        name: event.name,
        owner: event.owner,
        domains: event.domains,
        recruiters: [event.owner],
      }
    case 'PolicyChanged':
      return { ...firm, policy: event.policy, policyChangedAt: event.recordedAt }
    case 'NeverLogChanged':
      return { ...firm, neverLog: event.addresses }
    case 'RecruiterInvited': {
      const { invitation: id, recruiter, name, zone, region, at } = event
      const address = event.address.toLowerCase()
      const invitation = { id, recruiter, name, address, zone, region, at, standing: 'open' } as const
      return { ...firm, invitations: [...changed(firm, recruiter, { standing: 'replaced' }), invitation] }
    }
    case 'InvitationUndelivered':
      return { ...firm, invitations: changed(firm, event.recruiter, { undelivered: event.why }) }
    case 'InvitationWithdrawn':
      return { ...firm, invitations: changed(firm, event.recruiter, { standing: 'withdrawn' }) }
    case 'InvitationAccepted':
      return {
        ...firm,
        recruiters: [...new Set([...firm.recruiters, event.recruiter])],
        invitations: changed(firm, event.recruiter, { standing: 'accepted' }),
      }
  }
}

/** The one that stands open for somebody. */
const changed = (
  { invitations }: Firm,
  recruiter: RecruiterId,
  change: Pick<Invitation, 'standing'> | Pick<Invitation, 'undelivered'>,
): readonly Invitation[] =>
  invitations.map(invitation =>
    invitation.recruiter === recruiter && invitation.standing === 'open' ? { ...invitation, ...change } : invitation,
  )

/** So many days of 24 hours an invitation stands. */
export const INVITED_DAYS = 7

/** When an invitation can no longer be accepted, a UTC instant. */
export const invitedUntil = ({ at }: Pick<Invitation, 'at'>): string =>
  new Date(Date.parse(at) + INVITED_DAYS * 24 * 3_600_000).toISOString()

/** What can be said of an invitation at `now`, a UTC instant; `unknown` where the firm made none under this id. */
export const standingOf = (
  { invitations }: Firm,
  id: InvitationId,
  now: string,
): Invitation['standing'] | 'expired' | 'unknown' => {
  const invitation = invitations.find(one => one.id === id)
  if (!invitation) return 'unknown'
  const isOver = Date.parse(now) >= Date.parse(invitedUntil(invitation))
  return invitation.standing === 'open' && isOver ? 'expired' : invitation.standing
}
