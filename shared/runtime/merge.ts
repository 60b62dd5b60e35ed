import type { CommandOf, Saying } from '../domain/engagement/commands.ts'
import { cameMeanwhile, mergedInto, mergePress } from '../domain/engagement/merge.ts'
import { fold, isKept, type State } from '../domain/engagement/state.ts'
import { CommandId, type EngagementId } from '../domain/vocabulary.ts'
import type { EventLog } from '../log/log.ts'
import { engagementStream } from '../log/streams.ts'
import { type Owner, type Said, say } from './say.ts'

const stateOf = async (log: EventLog, { firm, recruiter }: Owner, id: EngagementId): Promise<State> =>
  fold((await log.load(engagementStream(firm, recruiter, id))).events)

/** Merges an account into another one, which is first told all that it holds. Answers what the account was told. */
export const join = async (
  log: EventLog,
  owner: Owner,
  engagement: EngagementId,
  command: CommandOf<'MergeEngagement'>,
  saying: Saying,
): Promise<Said> => {
  const [from, into] = await Promise.all([stateOf(log, owner, engagement), stateOf(log, owner, command.into)])
  const canMerge = isKept(from) && into.stage !== 'unopened'
  const retold = canMerge ? mergedInto(from, into) : []
  const press = mergePress(saying.id)
  await say(
    log,
    owner,
    command.into,
    retold.map(({ command: told, at, evidence }, index) => ({
      command: told,
      saying: { ...saying, id: CommandId.parse(`${press}.${index}`), at, evidence },
    })),
  )
  return say(log, owner, engagement, [{ command, saying }])
}

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
  const from = await stateOf(log, owner, engagement)
  if (from.stage === 'unopened') return { state: from, events: [], position: 0, refused: [] }
  const merged = from.facts.findLast(fact => fact.type === 'EngagementMerged')
  const into = merged && (await stateOf(log, owner, merged.into))
  const press = merged ? mergePress(merged.note ? `note.${merged.note}` : merged.command) : ''
  const meanwhile = into && into.stage !== 'unopened' ? cameMeanwhile(from, into, press) : []
  const undone = await say(log, owner, engagement, [
    { command: { command: 'RetractMerge' }, saying: { ...saying, evidence: 'reported' } },
    ...meanwhile.map(({ command, at, evidence }, index) => ({
      command,
      saying: { ...saying, id: CommandId.parse(`${saying.id}.${index + 1}`), at, evidence },
    })),
  ])
  if (merged) {
    const presses = [press, ...meanwhile.flatMap(({ by }) => by ?? [])]
    await say(
      log,
      owner,
      merged.into,
      presses.map((each, index) => ({
        command: { command: 'RetractPress', press: each },
        saying: {
          ...saying,
          evidence: 'reported',
          ...(index > 0 ? { id: CommandId.parse(`${saying.id}.b${index}`) } : {}),
        },
      })),
    )
  }
  return undone
}
