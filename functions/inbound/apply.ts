import type { PlannedCommand } from '../../shared/domain/note.ts'
import type { EngagementId, NoteId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { type Said, say } from '../../shared/runtime/say.ts'
import type { Whose } from './whose.ts'

/** What a note changed, engagement by engagement. */
export type Applied = {
  readonly said: readonly (Said & { readonly engagement: EngagementId })[]
  readonly refused: Said['refused']
}

/** Says a note's commands to the engagements they are for; commands said before change nothing. */
export const applyCommands = async (
  log: EventLog,
  { firm, recruiter }: Whose,
  commands: readonly PlannedCommand[],
  origin: { readonly note: NoteId; readonly now: string },
): Promise<Applied> => {
  const owner = { firm: firm.firm, recruiter: recruiter.recruiter, calendar: recruiter.calendar, policy: firm.policy }
  const said: (Said & { engagement: EngagementId })[] = []
  for (const [engagement, planned] of Map.groupBy(commands, command => command.engagement)) {
    const outcome = await say(
      log,
      owner,
      engagement,
      planned.map(({ id, at, evidence, command }) => ({
        command,
        saying: { id, at, now: origin.now, by: recruiter.recruiter, source: 'note', evidence, note: origin.note },
      })),
    )
    said.push({ ...outcome, engagement })
  }
  return { said, refused: said.flatMap(({ refused }) => refused) }
}
