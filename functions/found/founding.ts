import { createHash } from 'node:crypto'
import * as z from 'zod'
import { FirmEvent } from '../../shared/domain/firm.ts'
import type { RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { CommandId, FirmId, Instant, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { joinedEvents } from '../../shared/runtime/joining.ts'
import { companyDomain } from '../../shared/views/company-domain.ts'

/** The first events of a firm and of the recruiter who owns it, out of what was said at deployment. */

/** `Dan Ortiz <dan@ortizsearch.example>` */
const Owner = z
  .string()
  .max(400)
  .regex(/^[^<>]+<[^<>]+>$/, 'must be a name and an address: Dan Ortiz <dan@ortizsearch.example>')
  .transform(text => {
    const [name = '', address = ''] = text.slice(0, -1).split('<')
    return { name: name.trim(), address: address.trim().toLowerCase() }
  })
  .pipe(z.object({ name: z.string().min(1), address: z.email() }))

export const Founders = z.object({
  Owner,
  Zone: z.string(),
  /** Empty: the region of the zone. */
  Region: z.string(),
  /** Empty: no token yet. */
  ApiTokenHash: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]),
})
export type Founders = z.infer<typeof Founders>

/** The same deployment, tried again, founds the same firm and recruiter. */
export const idsOf = (stack: string, founders: Founders): { firm: FirmId; recruiter: RecruiterId } => ({
  firm: FirmId.parse(hash(stack)),
  recruiter: RecruiterId.parse(hash(`${stack} ${founders.Owner.address}`)),
})

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20)

type Founding = {
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly founders: Founders
  readonly now: string
}

/** Throws where a zone, a region or an address is none. */
export const recruiterJoined = (founding: Founding, inboundToken: string): RecruiterEvent[] => {
  const { firm, recruiter, founders } = founding
  const { Owner, Zone, Region, ApiTokenHash } = founders
  const hash = ApiTokenHash ? { apiTokenHash: ApiTokenHash } : {}
  return joinedEvents({ firm, recruiter, ...Owner, zone: Zone, region: Region, inboundToken, ...hash }, said(founding))
}

export const firmFounded = (founding: Founding): FirmEvent[] => {
  const { firm, recruiter, founders } = founding
  // A sole recruiter may write from a mailbox provider's domain, where nobody else is a colleague.
  const domain = companyDomain(founders.Owner.address)
  const name = domain ?? founders.Owner.name
  const event = { type: 'FirmFounded', firm, name, owner: recruiter, domains: domain ? [domain] : [] }
  return [FirmEvent.parse({ ...event, ...said(founding) })]
}

const said = ({ now }: Founding) => ({
  at: Instant.parse(now),
  recordedAt: now,
  by: 'system' as const,
  source: 'api' as const,
  command: CommandId.parse('found'),
})
