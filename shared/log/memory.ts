import { type Commit, close, open, openAll } from './codec.ts'
import { Conflict, type EventLog, type Version } from './log.ts'
import type { StreamName } from './streams.ts'

/** The log's twin in memory, under the same contract. Logs made over one `commits` see the same streams. */
export const createMemoryLog = (commits: Map<StreamName, Commit[]> = new Map()): EventLog => {
  const endOf = (stream: StreamName): number => {
    const last = commits.get(stream)?.at(-1)
    return last ? last.position + open(stream, last).length : 0
  }
  return {
    load: async stream => {
      const events = await openAll(stream, commits.get(stream) ?? [])
      return { events, version: { stream, position: events.length } as Version<typeof stream> }
    },
    append: async (after, events) => {
      if (events.length === 0) return after
      const { stream, position } = after
      const found = endOf(stream)
      const closed = close(stream, events)
      if (found !== position) throw new Conflict(stream, position, found)
      commits.set(stream, [...(commits.get(stream) ?? []), { position, events: closed }])
      return { stream, position: position + events.length } as Version<typeof stream>
    },
  }
}
