import { createHash } from 'node:crypto'
import { type Firm, type FirmEvent, foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter, type Recruiter, type RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { CommandId, type RecruiterId } from '../../shared/domain/vocabulary.ts'
import { firmStream, recruiterStream } from '../../shared/log/streams.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { Visit } from './visit.ts'
import type { World } from './world.ts'

/** What every event that a page records has: who said it, when and where. */
type Envelope = 'at' | 'recordedAt' | 'by' | 'source' | 'command'
type Bare<Event> = Event extends unknown ? Omit<Event, Envelope> : never

const envelope = ({ request, signedIn }: Visit) => ({
  at: request.now,
  recordedAt: request.now,
  by: signedIn.recruiter,
  source: 'page' as const,
  command: CommandId.parse(
    `page.${createHash('sha256').update(`${signedIn.session} ${request.path} ${request.now}`).digest('hex').slice(0, 32)}`,
  ),
})

/** Records what the recruiter changed about themselves, decided anew where somebody else was quicker. */
export const record = (
  visit: Visit,
  world: World,
  decide: (known: Recruiter) => readonly Bare<RecruiterEvent>[],
): Promise<void> => recordOf(visit.signedIn.recruiter, visit, world, decide)

/** The same of somebody else at the firm: it is for the caller to see that its owner says so. */
export const recordOf = async (
  recruiter: RecruiterId,
  visit: Visit,
  world: World,
  decide: (known: Recruiter) => readonly Bare<RecruiterEvent>[],
): Promise<void> => {
  const { firm } = visit.signedIn
  await execute(world.log, recruiterStream(firm, recruiter), foldRecruiter, (known): RecruiterEvent[] =>
    known ? decide(known).map(event => ({ ...event, ...envelope(visit) })) : [],
  )
}

/**
 * Records what the owner decides about the firm, decided anew where somebody else was quicker; nobody else's word
 * counts. Answers how the firm stands then, and null to whoever does not own it.
 */
export const decideForFirm = async (
  visit: Visit,
  world: World,
  decide: (firm: Firm) => readonly Bare<FirmEvent>[],
): Promise<Firm | null> => {
  const { firm, recruiter } = visit.signedIn
  let isOwner = false
  const { state } = await execute(world.log, firmStream(firm), foldFirm, (known): FirmEvent[] => {
    isOwner = known.owner === recruiter
    return isOwner ? decide(known).map(event => ({ ...event, ...envelope(visit) })) : []
  })
  return isOwner ? state : null
}
