import type { EventLog } from '../log/log.ts'
import { type StreamName, streamParts } from '../log/streams.ts'
import { project } from './projector.ts'
import type { Views } from './views.ts'

/**
 * Derives every row anew from the log, over those that lie there. It may run beside the projector, and twice. Every
 * recruiter's morning is due at `now` afterwards, since when it was due is known to the views alone: `morning` sees for
 * itself what was sent already. Tells how many streams are done after each.
 */
export const rebuild = async (
  log: EventLog,
  views: Views,
  streams: Iterable<StreamName> | AsyncIterable<StreamName>,
  now: string,
  progress: (done: number) => void = () => undefined,
): Promise<void> => {
  let done = 0
  for await (const stream of streams) {
    const { events } = await log.load(stream)
    await project(log, views, { stream, types: new Set(events.map(event => event.type)), at: now }, views.rewrite)
    const { firm, kind, recruiter } = streamParts(stream)
    if (kind === 'recruiter' && recruiter) await views.bringDueForward({ firm, recruiter }, now)
    progress(++done)
  }
}
