import type { PlannedCommand } from '../../../domain/note.ts'
import type { NoteId } from '../../../domain/vocabulary.ts'
import { commandId } from '../reading.ts'

/** What a note says beyond what it said at once, when an answer makes more of it certain. */

/** Where the ids of what an answer brings begin: apart from what was certain at once, and from each other. */
const FIRST_ID = { 'somebody new': 500, 'a name': 700, 'a time': 800, 'another answer': 900 } as const

/** The commands of an answer have ids of their own, whoever gives it. */
export const isSame = (one: PlannedCommand, other: PlannedCommand): boolean =>
  one.engagement === other.engagement && JSON.stringify(one.command) === JSON.stringify(other.command)

/** The commands under ids by what brought them. */
export const broughtBy = (
  what: keyof typeof FIRST_ID,
  note: NoteId,
  commands: readonly PlannedCommand[],
): readonly PlannedCommand[] =>
  commands.map((command, index) => ({ ...command, id: commandId(note, FIRST_ID[what] + index) }))

/** Those of the commands that `said` has not, under ids by what brought them. */
export const newlySaid = (
  what: keyof typeof FIRST_ID,
  note: NoteId,
  commands: readonly PlannedCommand[],
  said: readonly PlannedCommand[],
): readonly PlannedCommand[] =>
  broughtBy(
    what,
    note,
    commands.filter(command => !said.some(known => isSame(known, command))),
  )
