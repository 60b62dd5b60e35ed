import { createHash } from 'node:crypto'
import { foldNote, type Note } from '../../shared/domain/note.ts'
import { NoteId } from '../../shared/domain/vocabulary.ts'
import { noteStream } from '../../shared/log/streams.ts'
import type { World } from '../../shared/mail/book.ts'
import { contentHash } from '../../shared/mail/read/content.ts'
import { type ReadMessage, readMessage } from '../../shared/mail/read/message.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { isProven } from '../../shared/mail/read/understand.ts'
import type { Arrival } from './notification.ts'
import type { Whose } from './whose.ts'

/** Which note a message is, what is known of it, and whether another one bears its Message-ID that recorded something. */
export type WhichNote = { readonly id: NoteId; readonly known: Note; readonly takenBy: Note | null }

/**
 * The note is known by recruiter and Message-ID, so that the same message twice changes nothing. Anybody can write any
 * Message-ID, though: another message under one that is known, and one that is proven where the first was not, are
 * notes of their own.
 */
export const whichNote = async (
  { log, fetch }: Pick<World, 'log' | 'fetch'>,
  whose: Whose,
  message: ReadMessage,
  raw: Uint8Array,
  arrival: Arrival,
): Promise<WhichNote> => {
  const { firm, recruiter } = whose
  const known = async (id: NoteId): Promise<Note> =>
    foldNote((await log.load(noteStream(firm.firm, recruiter.recruiter, id))).events)
  const messageId = message.kind === 'message' ? message.messageId : null
  const id = idFor(whose, messageId ?? raw)
  const first = await known(id)
  const isItself = first.status === null || first.object === arrival.object || messageId === null
  if (isItself || message.kind !== 'message') return { id, known: first, takenBy: null }
  const before = await readMessage(await fetch(first.object))
  const isSame = before.kind === 'message' && contentHash(before) === contentHash(message)
  const isBetter = first.status === 'held' && isProven(message) && !(before.kind === 'message' && isProven(before))
  if (isSame && !isBetter) return { id, known: first, takenBy: null }
  const own = idFor(whose, messageId, `${contentHash(message)}${isProven(message) ? ' proven' : ''}`)
  const recorded = first.status === 'understood' || first.status === 'asked'
  return { id: own, known: await known(own), takenBy: recorded ? first : null }
}

const idFor = ({ recruiter }: Whose, ...parts: readonly (string | Uint8Array)[]): NoteId => {
  const hash = createHash('sha256').update(recruiter.recruiter)
  for (const part of parts) hash.update('\u0000').update(part)
  return NoteId.parse(hash.digest('hex').slice(0, 32))
}

/** What bears the Message-ID of another message, which was read already, may be an attempt to pass for it. */
export const TAKEN: Reading = {
  status: 'held',
  rule: 'a Message-ID seen before',
  why: 'Another message came before it under the same Message-ID, and said something else.',
}
