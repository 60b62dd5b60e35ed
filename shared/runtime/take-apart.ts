import type { Saying } from '../domain/engagement/commands.ts'
import { cameMeanwhile } from '../domain/engagement/merge.ts'
import { fold } from '../domain/engagement/state.ts'
import { CommandId, type EngagementId } from '../domain/vocabulary.ts'
import type { EventLog } from '../log/log.ts'
import { engagementStream } from '../log/streams.ts'
import { type Owner, type Said, say } from './say.ts'

/**
 * Takes a merge back: the account stands by itself again, with what passed meanwhile with its people, and the one that
 * it was merged into is as if it had never been. Safe to repeat where it was cut off. Answers what the account was told.
 */
export const takeApart = async (
  log: EventLog,
  owner: Owner,
  engagement: EngagementId,
  saying: Omit<Saying, 'evidence'>,
): Promise<Said> => {
  const stateOf = async (id: EngagementId) =>
    fold((await log.load(engagementStream(owner.firm, owner.recruiter, id))).events)
  const from = await stateOf(engagement)
  if (from.stage === 'unopened') return { state: from, events: [], position: 0, refused: [] }
  const merged = from.facts.findLast(fact => fact.type === 'EngagementMerged')
  const into = merged && (await stateOf(merged.into))
  const meanwhile = into && into.stage !== 'unopened' ? cameMeanwhile(from, into) : []
  const undone = await say(log, owner, engagement, [
    { command: { command: 'RetractMerge' }, saying: { ...saying, evidence: 'reported' } },
    ...meanwhile.map(({ command, at, evidence }, index) => ({
      command,
      saying: { ...saying, id: CommandId.parse(`${saying.id}.${index + 1}`), at, evidence },
    })),
  ])
  if (merged?.note)
    await say(log, owner, merged.into, [
      {
        command: { command: 'RetractPress', press: `note.${merged.note}` },
        saying: { ...saying, evidence: 'reported' },
      },
    ])
  return undone
}
