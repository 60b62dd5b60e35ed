import type { Recorded } from '../domain/engagement/events.ts'
import type { StreamEvent, StreamName } from './streams.ts'

/** The event log as the rest of the system sees it; `memory.ts` and `dynamo.ts` keep the same contract. */
export type EventLog = {
  /**
   * A stream from its beginning: every event once, in order of position from 0 without a hole, parsed. Reads
   * consistently. A stream never written loads as empty. Throws `BrokenStream` on a hole or an unreadable event.
   */
  readonly load: <Name extends StreamName>(stream: Name) => Promise<Loaded<Name>>
  /**
   * Appends the events of one decision, all or none, right after what `after` has seen. An empty list writes nothing.
   * Throws `Conflict`, naming the stream and both positions, where somebody appended since.
   */
  readonly append: <Name extends StreamName>(
    after: Version<Name>,
    events: readonly StreamEvent<Name>[],
  ) => Promise<Version<Name>>
}

declare const version: unique symbol
/** How far a stream has been seen. Opaque: only `load` and `append` make one, and `append` accepts nothing else. */
export type Version<Name extends StreamName> = {
  readonly stream: Name
  readonly position: number
  readonly [version]: true
}

export type Loaded<Name extends StreamName> = {
  readonly events: readonly Recorded<StreamEvent<Name>>[]
  readonly version: Version<Name>
}

export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly code = 'conflict'
  readonly stream: StreamName
  readonly expected: number
  readonly found: number

  constructor(stream: StreamName, expected: number, found: number) {
    super(`${stream}: expected to append at ${expected}, the stream is at ${found}`)
    this.stream = stream
    this.expected = expected
    this.found = found
  }
}

export class BrokenStream extends Error {
  override readonly name = 'BrokenStream'
  readonly code = 'broken-stream'
  readonly stream: StreamName
  readonly position: number

  constructor(stream: StreamName, position: number, why: string, options?: ErrorOptions) {
    super(`${stream} at ${position}: ${why}`, options)
    this.stream = stream
    this.position = position
  }
}
