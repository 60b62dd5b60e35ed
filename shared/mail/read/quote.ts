import { oneLine } from '../../domain/plays/words.ts'
import { readForward } from './forward.ts'
import type { Message } from './message.ts'
import { writtenPart } from './reply.ts'

const LONGEST_QUOTE = 200

/** The recruiter's own words, by which they know which note is meant; else the subject of what they sent. */
export const quoteOf = (message: Message): string => {
  const forward = readForward(message.text, { subject: message.subject, zone: 'UTC' })
  const words = oneLine(forward ? forward.note : writtenPart(message.text))
  const quote = words === '' ? oneLine(message.subject) : words
  return quote.length <= LONGEST_QUOTE ? quote : `${quote.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`
}
