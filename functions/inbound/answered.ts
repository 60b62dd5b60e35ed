import { type Answering, foldNote, type Note, type NoteEvent, TIMES_ASKED } from '../../shared/domain/note.ts'
import { CommandId, type NoteId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { noteStream } from '../../shared/log/streams.ts'
import { type Applied, answerNote, applyNote } from '../../shared/runtime/answer-note.ts'
import { execute } from '../../shared/runtime/execute.ts'
import { ownerOf, type Whose } from './whose.ts'

const streamOf = ({ firm, recruiter }: Whose, note: NoteId) => noteStream(firm.firm, recruiter.recruiter, note)

/**
 * Replies to our questions: records what one answered, or that it has to be asked again, and says it to the
 * engagements. Null: no change.
 */
export const settleAnswer = async (
  log: EventLog,
  whose: Whose,
  { note, word, commands, candidates = [], replaces, again }: Answering,
  now: string,
): Promise<{ readonly note: Note; readonly applied: Applied } | null> => {
  const owner = ownerOf(whose)
  const by = whose.recruiter.recruiter
  if (!again) {
    const command = CommandId.parse(`answer.${note}`)
    return answerNote(log, owner, note, { word, commands, candidates, replaces }, { command, now, by })
  }
  const { state, appended } = await execute(log, streamOf(whose, note), foldNote, (asked): NoteEvent[] => {
    const times = asked.askedBefore.length + 1
    const isNew = again.text !== asked.question?.text
    if (asked.answered || (times >= TIMES_ASKED && !isNew)) return []
    return [
      {
        type: 'NoteAsked',
        at: now,
        recordedAt: now,
        by,
        command: CommandId.parse(`ask.${note}.${times}`),
        rule: asked.rule,
        question: again,
        commands: [...asked.commands, ...commands],
      },
    ]
  })
  return appended.length > 0 ? { note: state, applied: await applyNote(log, owner, commands, { note, now }) } : null
}
