import { NoteId } from '../domain/vocabulary.ts'

/**
 * By what a reply to a question is known: the address it goes to, and the id that stands in the question's
 * References. SES gives our mail a Message-ID of its own, and a reply carries on what was there before it.
 */

const TAG = /^q([0-9a-f]{32})$/

/** `TOKEN+qNOTE@in.relight.example`; at most 64 characters before the `@`, as mail allows. */
export const questionAddress = (inbound: string, note: NoteId): string => inbound.replace('@', `+q${note}@`)

/** The note that a reply address's tag names. */
export const questionOf = (tag: string): NoteId | undefined => {
  const note = TAG.exec(tag)?.[1]
  return note === undefined ? undefined : NoteId.parse(note)
}

export const questionReference = (note: NoteId, inboundDomain: string): string => `<q${note}@${inboundDomain}>`

/** The note that some message ids, without brackets, name. */
export const questionReferred = (ids: readonly string[], inboundDomain: string): NoteId | undefined => {
  for (const id of ids.toReversed()) {
    const [local = '', domain] = id.toLowerCase().split('@')
    const note = domain === inboundDomain.toLowerCase() ? questionOf(local) : undefined
    if (note) return note
  }
  return undefined
}
