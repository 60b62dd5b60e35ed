import { createHash } from 'node:crypto'
import type { Message } from './message.ts'

/**
 * A hash of what a message says, however it travelled: a copy that comes once more, by whatever way, has the same one.
 */
export const contentHash = (message: Message): string =>
  createHash('sha256')
    .update(JSON.stringify(contentOf(message)))
    .digest('hex')

const contentOf = ({ from, sender, to, cc, subject, dateText, text, html, ...parts }: Message): unknown[] => [
  [from, sender, to, cc, subject, dateText, text, html],
  [parts.attachments, parts.calendar, parts.deliveryStatus],
  parts.messages.map(contentOf),
]
