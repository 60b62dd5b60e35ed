import type { ContactId } from '../vocabulary.ts'

/** What spans engagements and is read from firm-wide rows; `assess` gets it as data. */
export type Around = {
  /** When anyone of the firm last owned the dropped ball to one of these contacts, elsewhere. */
  readonly owned: readonly { readonly contact: ContactId; readonly at: string }[]
}

export const nothingAround: Around = { owned: [] }
