import { foldNote } from '../../shared/domain/note.ts'
import { CommandId, type NoteId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { noteStream } from '../../shared/log/streams.ts'
import type { Occasion } from '../../shared/mail/read/reading.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { Applied } from './apply.ts'
import type { Whose } from './whose.ts'

/** Sent when its own header says so, but never after it arrived. */
export const occasionOf = (note: NoteId, date: string | null, arrivedAt: string): Occasion => ({
  note,
  sentAt: date !== null && Date.parse(date) <= Date.parse(arrivedAt) ? date : arrivedAt,
  arrivedAt,
})

export const recordApplied = async (
  deps: { readonly log: EventLog },
  whose: Whose,
  note: NoteId,
  now: string,
  applied: Applied,
): Promise<void> => {
  const stream = noteStream(whose.firm.firm, whose.recruiter.recruiter, note)
  await execute(deps.log, stream, foldNote, state =>
    state.applied
      ? []
      : [
          {
            type: 'NoteApplied',
            at: now,
            recordedAt: now,
            by: 'system',
            command: CommandId.parse(`apply.${note}.${state.answered ? 2 : 1}`),
            refused: applied.refused.map(({ command, refusal }) => ({ command, code: refusal.code })),
          },
        ],
  )
}
