import { createHash } from 'node:crypto'
import { ANSWERS_WINDOW_MS, type AnswerEvent, foldAnswers, mayAnswer } from '../../shared/domain/answers.ts'
import { foldNote, type NoteEvent } from '../../shared/domain/note.ts'
import { CommandId, type NoteId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { answersStream, noteStream } from '../../shared/log/streams.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { Whose } from './whose.ts'

/** One mail that answers a note: the how manieth of it, what it says in a line, and where it goes. */
export type Answer = {
  readonly note: NoteId
  readonly index: number
  readonly kind: 'receipt' | 'question'
  readonly says: string
  readonly to: string
}

/** A burst of notes is answered at once, and each waits for its turn. */
const ATTEMPTS = 30

/**
 * Claims the sending of one answer. False where it was claimed before, or would be one too many for its address: then
 * what it would have said is recorded with the note, and stands in the next digest. `now` is when the note arrived.
 */
export const claimAnswer = async (log: EventLog, whose: Whose, answer: Answer, now: string): Promise<boolean> => {
  const { firm, recruiter } = whose
  const streamOn = (instant: string) => answersStream(firm.firm, recruiter.recruiter, instant.slice(0, 10))
  const to = createHash('sha256').update(answer.to).digest('hex').slice(0, 32)
  const command = CommandId.parse(`send.${answer.note}.${answer.index}`)
  const windowBegan = new Date(Date.parse(now) - ANSWERS_WINDOW_MS).toISOString()
  const isOverMidnight = streamOn(windowBegan) !== streamOn(now)
  const yesterday = isOverMidnight ? foldAnswers((await log.load(streamOn(windowBegan))).events) : []
  let isTooMany = false
  const { appended } = await execute(
    log,
    streamOn(now),
    foldAnswers,
    (today): AnswerEvent[] => {
      const claims = [...yesterday, ...today]
      isTooMany = !mayAnswer(claims, to, now)
      if (isTooMany || claims.some(claim => claim.command === command)) return []
      return [{ type: 'AnswerClaimed', at: now, recordedAt: now, by: 'system', command, answers: answer.note, to }]
    },
    ATTEMPTS,
  )
  if (isTooMany) await keep(log, whose, answer, now)
  return appended.length > 0
}

const keep = async (log: EventLog, { firm, recruiter }: Whose, answer: Answer, now: string): Promise<void> => {
  const command = CommandId.parse(`keep.${answer.note}.${answer.index}`)
  const { kind, says } = answer
  await execute(log, noteStream(firm.firm, recruiter.recruiter, answer.note), foldNote, (note): NoteEvent[] =>
    note.kept.some(kept => kept.command === command)
      ? []
      : [
          {
            type: 'AnswerKept',
            at: now,
            recordedAt: now,
            by: 'system',
            command,
            kind,
            says: says.slice(0, 300),
          },
        ],
  )
}
