import { foldNote, type NoteEvent } from '../../shared/domain/note.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { noteStream } from '../../shared/log/streams.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { occasionOf } from '../../shared/mail/read/occasion.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { ReadAgain } from '../../shared/runtime/read-again.ts'
import { carryOut, type Deps, read, readingEvent } from './inbound.ts'

/**
 * Reads a held message once more, where its stream says that the recruiter released it; what asks for it is a hint, and
 * proves nothing. What is held again stays as it is.
 */
export const readReleased = async (deps: Deps, { firm, recruiter, note: id, now }: ReadAgain): Promise<void> => {
  const [firmRow, recruiterRow] = await Promise.all([deps.views.firm(firm), deps.views.recruiter(firm, recruiter)])
  if (!firmRow || !recruiterRow) return
  const whose = { firm: firmRow, recruiter: recruiterRow, inboundDomain: deps.inboundDomain }
  const stream = noteStream(firm, recruiter, id)
  const held = foldNote((await deps.log.load(stream)).events)
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
