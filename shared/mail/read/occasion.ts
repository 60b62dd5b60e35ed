import type { NoteId } from '../../domain/vocabulary.ts'
import type { Occasion } from './reading.ts'

/** Sent when its own header says so, but never after it arrived. */
export const occasionOf = (note: NoteId, date: string | null, arrivedAt: string): Occasion => ({
  note,
  sentAt: date !== null && Date.parse(date) <= Date.parse(arrivedAt) ? date : arrivedAt,
  arrivedAt,
})
