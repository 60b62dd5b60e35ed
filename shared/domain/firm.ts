import * as z from 'zod'
import type { Recorded } from './engagement/events.ts'
import { personal } from './personal.ts'
import { defaultPolicy, Policy } from './policy.ts'
import { CommandId, FirmId, Instant, Name, RecruiterId, Source } from './vocabulary.ts'

/** A recruiting agency: the tenant. Its policy, its owner, and the addresses that are never logged. */

const envelope = {
  at: Instant,
  recordedAt: Instant,
  by: z.union([RecruiterId, z.literal('system')]),
  source: Source,
  command: CommandId,
}
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...envelope, ...shape })

// Events
export const FirmEvent = z.discriminatedUnion('type', [
  event('FirmFounded', { firm: FirmId, name: Name, owner: RecruiterId, domains: personal(z.array(z.string())) }),
  event('PolicyChanged', { policy: Policy }),
  event('NeverLogChanged', { addresses: personal(z.array(z.string().max(254)).max(500)) }),
  event('RecruiterInvited', { recruiter: RecruiterId }),
])
export type FirmEvent = z.infer<typeof FirmEvent>

// Fold
export type Firm = {
  readonly id: FirmId | null
  readonly name: string
  readonly owner: RecruiterId | null
  /** Mail domains of the firm itself. */
  readonly domains: readonly string[]
  readonly policy: Policy
  /** Addresses and domains whose mail is never logged. */
  readonly neverLog: readonly string[]
  readonly recruiters: readonly RecruiterId[]
}

const initial: Firm = {
  id: null,
  name: '',
  owner: null,
  domains: [],
  policy: defaultPolicy,
  neverLog: [],
  recruiters: [],
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
      return { ...firm, policy: event.policy }
    case 'NeverLogChanged':
      return { ...firm, neverLog: event.addresses }
    case 'RecruiterInvited':
      return { ...firm, recruiters: [...new Set([...firm.recruiters, event.recruiter])] }
  }
}
