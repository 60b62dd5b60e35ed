import { foldNote } from '../domain/note.ts'
import { noteStream } from '../log/streams.ts'
import type { Whose, World } from './book.ts'
import type { AnswersTo } from './inbound-address.ts'
import { questionReferred } from './question-address.ts'
import { type Message, readMessage } from './read/message.ts'
import { occasionOf } from './read/occasion.ts'
import type { AskedBefore } from './read/reading.ts'

/** The question that a message answers, by the address it came to or else by its headers. */
export const askedBefore = async (
  { log, fetch }: Pick<World, 'log' | 'fetch'>,
  { firm, recruiter, inboundDomain }: Whose,
  message: Message,
  answers: AnswersTo,
): Promise<AskedBefore | undefined> => {
  const ids = [...message.references, ...(message.inReplyTo ? [message.inReplyTo] : [])]
  const id = answers.question ?? questionReferred(ids, inboundDomain)
  if (!id) return undefined
  const note = foldNote((await log.load(noteStream(firm.firm, recruiter.recruiter, id))).events)
  if (!note.question) return undefined
  const about = await readMessage(await fetch(note.object))
  if (about.kind === 'too-much') return undefined
  const occasion = occasionOf(id, about.date, note.arrivedAt)
  return { note: id, question: note.question, answer: note.answer, message: about, occasion, commands: note.commands }
}
