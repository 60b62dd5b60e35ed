import type { ContactId, FirmId, RecruiterId } from '../domain/vocabulary.ts'
import type { DigestRow, EngagementRow, FirmRow, NoteRow, RecruiterRow, Row } from './rows.ts'

/**
 * What is derived from the log, for looking things up; `memory.ts` and `dynamo.ts` keep the same contract. Reads may
 * lag behind the log by seconds: before something is asked or opened because nothing was found, the log is read.
 */
export type Views = {
  /** Lays a row in its place, unless one of the same position or a later one lies there. */
  readonly write: (row: Row) => Promise<void>
  /** The same over a row of the same position too: for when the policy, the calendar or this code changed, not the log. */
  readonly rewrite: (row: Row) => Promise<void>
  /** Lets the engagement be found firm-wide by its contacts' addresses. Needed once for each address. */
  readonly listAddresses: (row: EngagementRow) => Promise<void>
  /** Lets the engagement be found firm-wide by the client's registrable domains. Needed once for each. */
  readonly listClient: (row: EngagementRow, domains: readonly string[]) => Promise<void>
  /**
   * When the recruiter's morning is to be looked at next. Does nothing where the recruiter's row has moved on since it
   * was read: the morning comes round again, and reads the newer settings. A recruiter without a `dueAt` is never due.
   */
  readonly setDue: (recruiter: RecruiterRow, dueAt: string) => Promise<void>
  /** Moves the recruiter's `dueAt` to an earlier instant, or sets it where there is none; never to a later one. */
  readonly bringDueForward: (recruiter: Recruited, dueAt: string) => Promise<void>

  readonly firm: (firm: FirmId) => Promise<FirmRow | null>
  readonly recruiter: (firm: FirmId, recruiter: RecruiterId) => Promise<RecruiterRow | null>
  /** By the token of the inbound address that is in force. */
  readonly recruiterByInbound: (token: string) => Promise<RecruiterRow | null>
  /** By the SHA-256, in hex, of an API token that is not revoked. */
  readonly recruiterByApiToken: (hash: string) => Promise<RecruiterRow | null>
  /** By the token of the calendar feed that is in force. */
  readonly recruiterByFeed: (token: string) => Promise<RecruiterRow | null>
  /** Whose confirmed address this is, in whatever firm. */
  readonly recruitersByAddress: (address: string) => Promise<readonly RecruiterRow[]>
  /** Every engagement the recruiter opened, closed and handed-over ones among them. */
  readonly engagementsOf: (firm: FirmId, recruiter: RecruiterId) => Promise<readonly EngagementRow[]>
  /** Messages that arrived at an instant or later, the newest first. */
  readonly notes: (firm: FirmId, recruiter: RecruiterId, since: string) => Promise<readonly NoteRow[]>
  /** Digests of a local date or later, the newest first. */
  readonly digests: (firm: FirmId, recruiter: RecruiterId, since: string) => Promise<readonly DigestRow[]>
  /** The firm's engagements in which one of these addresses is a contact's, the asker's own among them. */
  readonly colleagues: (firm: FirmId, addressHashes: readonly string[]) => Promise<readonly Acquaintance[]>
  /** Each engagement of these recruiters of the firm with a client of one of these registrable domains. */
  readonly atClient: (
    firm: FirmId,
    domains: readonly string[],
    recruiters: readonly RecruiterId[],
  ) => Promise<readonly EngagementRow[]>
  /** Recruiters whose morning is due at an instant. What it costs grows with them and with nothing else. */
  readonly due: (now: string) => AsyncIterable<Due>
}

export type Recruited = { readonly firm: FirmId; readonly recruiter: RecruiterId }
export type Due = Recruited & { readonly dueAt: string }
/** An address, by its hash, and who it is in one engagement. */
export type Acquaintance = { readonly address: string; readonly contact: ContactId; readonly row: EngagementRow }
