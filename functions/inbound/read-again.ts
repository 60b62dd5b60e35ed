import { foldNote, type Note, type NoteEvent } from '../../shared/domain/note.ts'
import { CommandId, type NoteId } from '../../shared/domain/vocabulary.ts'
import { noteStream } from '../../shared/log/streams.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { occasionOf } from '../../shared/mail/read/occasion.ts'
import { applyNote } from '../../shared/runtime/answer-note.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { ReadAgain } from '../../shared/runtime/read-again.ts'
import { carryOut, type Deps, read, readingEvent } from './inbound.ts'
import { answerOpenQuestions } from './open-questions.ts'
import { ownerOf, type Whose } from './whose.ts'

/**
 * Follows a hint, which proves nothing: what may be read again, the note's own stream says. One that a button answered
 * may answer others that ask the same; a held one that the recruiter released is read once more.
 */
export const readAgain = async (deps: Deps, { firm, recruiter, note: id, now }: ReadAgain): Promise<void> => {
  const [firmRow, recruiterRow] = await Promise.all([deps.views.firm(firm), deps.views.recruiter(firm, recruiter)])
  if (!firmRow || !recruiterRow) return
  const whose = { firm: firmRow, recruiter: recruiterRow, inboundDomain: deps.inboundDomain }
  const stream = noteStream(firm, recruiter, id)
  const held = foldNote((await deps.log.load(stream)).events)
  if (held.answer) return answerOthers(deps, whose, id, held, now)
  // What is held again stays as it is.
  if (!held.released || held.answered || held.applied) return
  const message = await readMessage(await deps.fetch(held.object))
  const occasion = occasionOf(id, message.kind === 'message' ? message.date : null, held.arrivedAt)
  const reading = held.status === 'held' ? await read(deps, whose, message, occasion, { vouched: true }) : null
  const envelope = { at: occasion.sentAt, recordedAt: now, by: recruiter, command: CommandId.parse(`read.${id}.again`) }
  const { state } = await execute(deps.log, stream, foldNote, (note): NoteEvent[] =>
    reading === null || note.status !== 'held' || reading.status === 'held'
      ? []
      : [readingEvent(reading, message, envelope)],
  )
  await carryOut(deps, whose, id, state, now)
}

const answerOthers = async (deps: Deps, whose: Whose, id: NoteId, { answer, question }: Note, now: string) => {
  if (!answer) return
  const candidates = (question?.answers ?? []).flatMap(({ word, candidate }) =>
    word === answer.word && candidate ? [candidate] : [],
  )
  const applied = await applyNote(deps.log, ownerOf(whose), answer.commands, { note: id, now })
  await answerOpenQuestions(deps, whose, { commands: answer.commands, candidates, applied }, now)
}
