import { mergedInto, mergePress } from '../../domain/engagement/merge.ts'
import type { State } from '../../domain/engagement/state.ts'
import type { PlannedCommand } from '../../domain/note.ts'
import { CommandId, type EngagementId } from '../../domain/vocabulary.ts'
import type { Occasion, Reading } from './reading.ts'

/** A reading in which every merge first tells the account that stays all that the other one holds. Pure. */
export const withMerges = (
  reading: Reading,
  states: (engagement: EngagementId) => State,
  { note }: Occasion,
): Reading => {
  if (reading.status === 'held' || reading.status === 'nothing') return reading
  let next = 0
  const whole = (commands: readonly PlannedCommand[]): readonly PlannedCommand[] =>
    commands.flatMap(planned => {
      const { command, engagement } = planned
      if (command.command !== 'MergeEngagement') return [planned]
      const [from, into] = [states(engagement), states(command.into)]
      if (from.stage === 'unopened' || into.stage === 'unopened') return [planned]
      const retold = mergedInto(from, into).map(told => ({
        ...told,
        id: CommandId.parse(`${mergePress(`note.${note}`)}.${next++}`),
        engagement: into.id,
      }))
      return [...retold, planned]
    })
  const commands = whole(reading.commands)
  if (reading.status === 'understood') return { ...reading, commands }
  const answers = reading.question.answers.map(answer => ({ ...answer, commands: whole(answer.commands) }))
  return { ...reading, commands, question: { ...reading.question, answers } }
}
