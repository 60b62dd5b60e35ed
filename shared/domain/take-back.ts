import type { Command } from './engagement/commands.ts'
import type { PlannedCommand } from './note.ts'
import type { EngagementId, NoteId } from './vocabulary.ts'

/** How what a note said is taken back: by commands like any other, so that the log keeps both. */

export type TakingBack = { readonly engagement: EngagementId; readonly command: Command }

/** All that a note said, account by account; one that it opened goes with it. */
export const takingBackNote = (note: NoteId, commands: readonly PlannedCommand[]): readonly TakingBack[] =>
  [...Map.groupBy(commands, ({ engagement }) => engagement)].map(([engagement, said]) => ({
    engagement,
    command: said.some(({ command }) => command.command === 'OpenEngagement')
      ? { command: 'RetractEngagement' }
      : { command: 'RetractPress', press: `note.${note}` },
  }))

/** One of the things that a note said. */
export const takingBack = ({ id, engagement, command }: PlannedCommand): TakingBack => ({
  engagement,
  command:
    command.command === 'OpenEngagement' ? { command: 'RetractEngagement' } : { command: 'RetractPress', press: id },
})
