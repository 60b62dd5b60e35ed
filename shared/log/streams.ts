import * as z from 'zod'
import { AnswerEvent } from '../domain/answers.ts'
import { DigestEvent } from '../domain/digest.ts'
import { EngagementEvent } from '../domain/engagement/events.ts'
import { FirmEvent } from '../domain/firm.ts'
import { NoteEvent } from '../domain/note.ts'
import { RecruiterEvent } from '../domain/recruiter.ts'
import type { EngagementId, FirmId, NoteId, RecruiterId } from '../domain/vocabulary.ts'

/**
 * The name of a stream is its key in the log: the firm first, then the kind, then ids that are hashes or random,
 * never an address. An engagement's stream names the recruiter who opened it.
 */
export type FirmStream = `${string}/firm`
export type RecruiterStream = `${string}/recruiter/${string}`
export type EngagementStream = `${string}/engagement/${string}`
export type DigestStream = `${string}/digest/${string}/${string}`
export type NoteStream = `${string}/note/${string}/${string}`
export type AnswersStream = `${string}/answers/${string}/${string}`
export type StreamName = FirmStream | RecruiterStream | EngagementStream | DigestStream | NoteStream | AnswersStream

export type StreamEvent<Name extends StreamName> = Name extends EngagementStream
  ? EngagementEvent
  : Name extends RecruiterStream
    ? RecruiterEvent
    : Name extends DigestStream
      ? DigestEvent
      : Name extends NoteStream
        ? NoteEvent
        : Name extends AnswersStream
          ? AnswerEvent
          : FirmEvent

export const firmStream = (firm: FirmId): FirmStream => `${firm}/firm`
export const recruiterStream = (firm: FirmId, recruiter: RecruiterId): RecruiterStream =>
  `${firm}/recruiter/${recruiter}`
export const engagementStream = (firm: FirmId, recruiter: RecruiterId, engagement: EngagementId): EngagementStream =>
  `${firm}/engagement/${recruiter}.${engagement}`
export const digestStream = (firm: FirmId, recruiter: RecruiterId, date: string): DigestStream =>
  `${firm}/digest/${recruiter}/${date}`
export const noteStream = (firm: FirmId, recruiter: RecruiterId, note: NoteId): NoteStream =>
  `${firm}/note/${recruiter}/${note}`

/** `date` is in UTC. */
export const answersStream = (firm: FirmId, recruiter: RecruiterId, date: string): AnswersStream =>
  `${firm}/answers/${recruiter}/${date}`

const schemas = {
  firm: FirmEvent,
  recruiter: RecruiterEvent,
  engagement: EngagementEvent,
  digest: DigestEvent,
  note: NoteEvent,
  answers: AnswerEvent,
} as const
export type StreamKind = keyof typeof schemas

const Kind = z.enum(['firm', 'recruiter', 'engagement', 'digest', 'note', 'answers'])

/** What a stream's name says: its firm, kind and, where it belongs to one, its recruiter. Throws on any other text. */
export const streamParts = (
  stream: string,
): { firm: FirmId; kind: StreamKind; recruiter?: RecruiterId; id?: string } => {
  const [firm, kind, owner, last] = stream.split('/')
  const parsed = Kind.parse(kind)
  if (!firm) throw new TypeError(`not a stream: ${stream}`)
  switch (parsed) {
    case 'firm':
      return { firm: firm as FirmId, kind: parsed }
    case 'recruiter':
      return { firm: firm as FirmId, kind: parsed, recruiter: owner as RecruiterId }
    case 'engagement': {
      const dot = (owner ?? '').indexOf('.')
      return {
        firm: firm as FirmId,
        kind: parsed,
        recruiter: (owner ?? '').slice(0, dot) as RecruiterId,
        id: (owner ?? '').slice(dot + 1),
      }
    }
    case 'digest':
    case 'note':
    case 'answers':
      return { firm: firm as FirmId, kind: parsed, recruiter: owner as RecruiterId, ...(last ? { id: last } : {}) }
  }
}

/** The schema that every event of a stream is parsed by. */
export const schemaOf = (stream: StreamName): (typeof schemas)[StreamKind] => schemas[streamParts(stream).kind]
