import { createHash } from 'node:crypto'
import { type ContactId, type NoteId, TouchpointId } from '../../domain/vocabulary.ts'
import { FORWARD_PREFIXES, REPLY_PREFIXES } from './languages.ts'
import { fold } from './lines.ts'

/** What the touchpoint of a mail is called: by the mail's own Message-ID, else by what every copy of it shows. */

/** A mail, as far as a copy or a forward of it shows it. */
export type Shown = {
  readonly sender: string
  readonly at: string
  readonly subject: string
  /** Without brackets; a forward in the text shows none. */
  readonly messageId: string | null
  /** False where the day it was sent could not be read, and `at` is when it came to us. */
  readonly dated: boolean
}

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 24)

const byLooks = (sender: string, at: string, subject: string): string =>
  `${BY_LOOKS}${hash(sender.toLowerCase(), plainSubject(subject), at.slice(0, 16))}.`
const byMessage = (messageId: string): string => `message.${hash(messageId)}.`
const BY_MESSAGE = 'message.'
const BY_LOOKS = 'mail.'
const UNDATED = 'undated.'

/** One id for a mail and one of its contacts. `note` is the message that brought it. */
export const touchpointIdFor = (shown: Shown, contact: ContactId, note: NoteId): TouchpointId => {
  const { sender, at, subject, messageId, dated } = shown
  const undated = `${UNDATED}${hash(sender.toLowerCase(), plainSubject(subject), note)}.`
  const start = messageId ? byMessage(messageId) : dated ? byLooks(sender, at, subject) : undated
  return TouchpointId.parse(`${start}${contact}`.slice(0, 128))
}

/** Whether it is a mail's touchpoint, and not one that was told. */
export const isMailId = (id: TouchpointId): boolean =>
  [BY_MESSAGE, BY_LOOKS, UNDATED].some(start => id.startsWith(start))
export const namesItsMessage = (id: TouchpointId): boolean => id.startsWith(BY_MESSAGE)
export const isUndated = (id: TouchpointId): boolean => id.startsWith(UNDATED)
/** Whether it is the touchpoint of one of these messages. */
export const isOfMessage = (id: TouchpointId, messageIds: readonly string[]): boolean =>
  messageIds.some(messageId => id.startsWith(byMessage(messageId)))

/** A subject without the prefixes that replies, forwards and gateways put before it, in lower case. */
export const plainSubject = (subject: string): string => {
  let text = subject.trim()
  for (let left = 10; left > 0; left--) {
    const prefix = PREFIX.exec(text.slice(0, 60))
    const word = fold(prefix?.[1] ?? '').replaceAll('.', '')
    const length = FORWARD_PREFIXES.has(word) || REPLY_PREFIXES.has(word) ? prefix?.[0].length : gatewayTag(text)
    if (!length) break
    text = text.slice(length)
  }
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
const PREFIX = /^([\p{L}.]{1,14}(?:\s\p{L}{1,6})?)\s?(?:\[\d{1,3}\])?\s?[:：]\s*/u

/** "[EXTERNAL] Our search": a company's gateway marks what comes from outside. */
const gatewayTag = (text: string): number | undefined =>
  /^(\[(ext|external|extern|caution|sender unverified)\]|(ext|external) ?:)\s*/i.exec(text.slice(0, 40))?.[0].length
