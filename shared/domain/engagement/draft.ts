import type { Saying } from './commands.ts'
import type { EngagementEvent } from './events.ts'

/** An event without its envelope, as `decide` writes it. */
export type Draft = EngagementEvent extends infer Event
  ? Event extends EngagementEvent
    ? Omit<Event, 'at' | 'recordedAt' | 'by' | 'source' | 'evidence' | 'command' | 'note' | 'handedOver'>
    : never
  : never

/** Puts a decision's drafts into the envelope of who said it, when, and on what evidence. */
export const recorded =
  (saying: Saying) =>
  (draft: Draft): EngagementEvent => {
    const { id, at, now, by, source, evidence, note } = saying
    return {
      ...draft,
      at,
      recordedAt: now,
      by,
      source,
      evidence,
      command: id,
      ...(note ? { note } : {}),
    } as EngagementEvent
  }
