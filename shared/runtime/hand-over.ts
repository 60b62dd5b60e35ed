import type { Saying } from '../domain/engagement/commands.ts'
import type { EngagementEvent, Fact } from '../domain/engagement/events.ts'
import { stillToTakeOver } from '../domain/engagement/handover.ts'
import { fold } from '../domain/engagement/state.ts'
import { foldRecruiter } from '../domain/recruiter.ts'
import type { EngagementId, FirmId, RecruiterId } from '../domain/vocabulary.ts'
import type { EventLog } from '../log/log.ts'
import { engagementStream, recruiterStream } from '../log/streams.ts'
import { execute } from './execute.ts'
import { type Owner, type Said, say } from './say.ts'

/**
 * Hands an account over to a colleague, with its history. Safe to repeat where it was cut off; whoever hears on the bus
 * that it was handed over carries it on as well. Answers what the giver's account was told.
 */
export const handOver = async (
  log: EventLog,
  owner: Owner,
  engagement: EngagementId,
  to: RecruiterId,
  saying: Saying,
): Promise<Said> => {
  const said = await say(log, owner, engagement, [{ command: { command: 'HandOverEngagement', to }, saying }])
  await takeOver(log, owner, engagement)
  return said
}

/** Tells the receiver of an account that was handed over what they have not been told; else does nothing. */
export const takeOver = async (
  log: EventLog,
  { firm, recruiter }: { readonly firm: FirmId; readonly recruiter: RecruiterId },
  engagement: EngagementId,
): Promise<void> => {
  const { events } = await log.load(engagementStream(firm, recruiter, engagement))
  const given = fold(events)
  if (given.stage !== 'handed-over' || !given.handedTo) return
  const stream = engagementStream(firm, given.handedTo, engagement)
  const giver = foldRecruiter((await log.load(recruiterStream(firm, recruiter))).events)
  const from = { recruiter, name: giver?.name }
  let isWhole = false
  while (!isWhole)
    await execute(
      log,
      stream,
      (kept): readonly Fact[] => kept,
      kept => {
        const rest = stillToTakeOver(events, kept, from)
        const piece = firstPiece(rest)
        isWhole = piece.length === rest.length
        return piece
      },
    )
}

/** A commit is one item of the log's table, of 400 KB at most. */
const MOST_BYTES = 200_000

/** Only what came is parted. What ends it, and is due again, lands at once: nothing after the end would be told. */
const firstPiece = (events: readonly EngagementEvent[]): readonly EngagementEvent[] => {
  let bytes = 0
  const end = events.findIndex((event, index) => {
    bytes += Buffer.byteLength(JSON.stringify(event))
    return bytes > MOST_BYTES && index > 0 && event.handedOver
  })
  return end === -1 ? events : events.slice(0, end)
}
