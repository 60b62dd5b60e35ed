import * as z from 'zod'
import type { Recorded } from '../domain/engagement/events.ts'
import { personalFields } from '../domain/personal.ts'
import { BrokenStream } from './log.ts'
import { type StreamEvent, type StreamName, schemaOf } from './streams.ts'

/**
 * How events lie in the log: a commit is one JSON text, and the personal details of an event stand apart from the rest
 * of it in `personal`. Only this file closes and opens that part, so that sealing it is a change here and nowhere else.
 */
export type Commit = {
  /** Position of the first event. */
  readonly position: number
  /** The events of one decision, closed. */
  readonly events: string
}

const Closed = z.array(z.looseObject({ personal: z.record(z.string(), z.unknown()).optional() }))

const schemaOfEvent = (stream: StreamName, type: string): z.ZodObject => {
  const schema = schemaOf(stream).options.find(option => option.shape.type.value === type)
  if (!schema) throw new TypeError(`${type} is no event of ${stream}`)
  return schema
}

/** Throws a ZodError where an event does not fit its schema: what could not be read back is never written. */
export const close = <Name extends StreamName>(stream: Name, events: readonly StreamEvent<Name>[]): string =>
  JSON.stringify(
    events.map(event => {
      const schema = schemaOfEvent(stream, event.type)
      const personal = personalFields(schema)
      const fields = Object.entries(schema.parse(event))
      const plain = fields.filter(([name]) => !personal.includes(name))
      const details = fields.filter(([name, value]) => personal.includes(name) && value !== undefined)
      return { ...Object.fromEntries(plain), ...(details.length ? { personal: Object.fromEntries(details) } : {}) }
    }),
  )

/** The events of one commit, flat, each with its position. Throws where one is not of the stream's kind. */
export const open = <Name extends StreamName>(stream: Name, commit: Commit): Recorded<StreamEvent<Name>>[] => {
  const schema: z.ZodType = schemaOf(stream)
  return Closed.parse(JSON.parse(commit.events)).map(({ personal, ...plain }, index) => {
    const event = schema.parse({ ...plain, ...personal }) as StreamEvent<Name>
    return { ...event, position: commit.position + index }
  })
}

/** A whole stream out of its commits, in order. Throws `BrokenStream` on a hole, an overlap or an unreadable event. */
export const openAll = async <Name extends StreamName>(
  stream: Name,
  commits: Iterable<Commit> | AsyncIterable<Commit>,
): Promise<Recorded<StreamEvent<Name>>[]> => {
  const events: Recorded<StreamEvent<Name>>[] = []
  for await (const commit of commits) {
    if (commit.position !== events.length)
      throw new BrokenStream(stream, events.length, `the next commit stands at ${commit.position}`)
    events.push(...readable(stream, commit))
  }
  return events
}

const readable = <Name extends StreamName>(stream: Name, commit: Commit): Recorded<StreamEvent<Name>>[] => {
  try {
    return open(stream, commit)
  } catch (cause) {
    throw new BrokenStream(stream, commit.position, 'an event cannot be read', { cause })
  }
}
