import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Recorded } from '../../shared/domain/engagement/events.ts'
import { foldNote, type NoteEvent } from '../../shared/domain/note.ts'
import { foldRecruiter, type RecruiterEvent } from '../../shared/domain/recruiter.ts'
import type { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { allStreams, type WholeStream } from '../../shared/log/dynamo.ts'
import { streamParts } from '../../shared/log/streams.ts'
import { OURSELVES } from './door.ts'

/** The log as people and tests see it: flat, in order, and with names beside ids. */

export type FlatEvent = Readonly<Record<string, unknown>> & { readonly stream: string; readonly position: number }

export const ourDynamoDb = (door: string, region: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: door,
    region,
    credentials: { accessKeyId: OURSELVES, secretAccessKey: 'one-machine' },
  })

/** In the order in which they were recorded; `of` is a stream's name or the id that it ends in. */
export const flatLog = (streams: readonly WholeStream[], of?: string): FlatEvent[] =>
  streams
    .filter(({ stream }) => of === undefined || stream === of || streamParts(stream).id === of)
    .flatMap(flat)
    .toSorted((one, other) => compare(String(one['recordedAt']), String(other['recordedAt'])))

const compare = (one: string, other: string): number => Date.parse(one) - Date.parse(other)

const flat = ({ stream, events }: WholeStream): FlatEvent[] => {
  const names = new Map<unknown, string>()
  for (const event of events)
    if ((event.type === 'ContactAdded' || event.type === 'ContactChanged') && event.name)
      names.set(event.contact, event.name)
  return events.map(event => withName({ stream, ...event }, names))
}

/** An event that names a contact by id says the name beside it. */
const withName = <Event extends object>(event: Event, names: ReadonlyMap<unknown, string>): Event => {
  const contactName = 'contact' in event ? names.get(event.contact) : undefined
  return contactName === undefined ? event : { ...event, contactName }
}

export type ListedNote = {
  readonly id: string
  readonly at: string
  readonly from: string
  readonly subject: string
  readonly status: string
  readonly events: readonly FlatEvent[]
  readonly question: string | null
  /** Whether that question still waits for its answer. */
  readonly open: boolean
}

/** Every message that arrived, oldest first, with the events it led to. */
export const notesOf = (streams: readonly WholeStream[]): ListedNote[] => {
  const byNote = Map.groupBy(
    flatLog(streams).filter(event => event['note'] !== undefined && !event['handedOver']),
    event => event['note'],
  )
  return streams
    .filter(({ stream }) => streamParts(stream).kind === 'note')
    .map(({ events }) => {
      const note = foldNote(events as readonly Recorded<NoteEvent>[])
      return {
        id: note.id ?? '',
        at: note.arrivedAt,
        from: note.from,
        subject: note.subject,
        status: note.status ?? 'received',
        events: byNote.get(note.id) ?? [],
        question: note.question?.text ?? null,
        open: note.question !== null && !note.answered,
      }
    })
    .toSorted((one, other) => compare(one.at, other.at))
}

export type ListedRecruiter = {
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly email: string
  readonly zone: string
  readonly inbound: string
  readonly apiTokenHashes: readonly string[]
}

/** Every recruiter, who joined first before the others: the one who founded the firm. */
export const recruitersOf = (streams: readonly WholeStream[], inboundDomain: string): ListedRecruiter[] =>
  streams.toSorted(byBeginning).flatMap(({ stream, events }) => {
    if (streamParts(stream).kind !== 'recruiter') return []
    const recruiter = foldRecruiter(events as readonly Recorded<RecruiterEvent>[])
    if (!recruiter) return []
    return {
      firm: recruiter.firm,
      recruiter: recruiter.id,
      email: recruiter.addresses[0] ?? '',
      zone: recruiter.calendar.zone,
      inbound: `${recruiter.inboundToken}@${inboundDomain}`,
      apiTokenHashes: recruiter.apiTokenHashes,
    }
  })

const byBeginning = (one: WholeStream, other: WholeStream): number =>
  compare(one.events[0]?.recordedAt ?? '', other.events[0]?.recordedAt ?? '')

/** Reads every stream. */
export const readStreams = async (client: DynamoDBClient, table: string): Promise<readonly WholeStream[]> => {
  const streams: WholeStream[] = []
  for await (const stream of allStreams(client, table)) streams.push(stream)
  return streams
}
