import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Contact, Engagement, Meeting, Task } from '../domain/engagement/state.ts'
import type { NoteStatus } from '../domain/note.ts'
import type { Policy } from '../domain/policy.ts'
import type { LastTouch } from '../domain/silence/around.ts'
import type { Status } from '../domain/silence/assessment.ts'
import type { ContactId, EngagementId, FirmId, NoteId, RecruiterId } from '../domain/vocabulary.ts'

/** What the views hold: one row per stream, derived from the log and nothing else, guarded by `position`. */

export type EngagementRow = {
  readonly kind: 'engagement'
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly engagement: EngagementId
  readonly position: number
  readonly stage: Engagement['stage']
  readonly client: string
  /** What the recruiter calls it beside that; absent in rows of before this was known. */
  readonly aliases?: readonly string[]
  readonly domains: readonly string[]
  readonly openings: readonly string[]
  readonly contacts: readonly Contact[]
  /** Meetings not yet reported, held, missed or cancelled. */
  readonly meetings: readonly Meeting[]
  readonly openTasks: readonly Task[]
  /** Contacts with whom tension is open. */
  readonly tense: readonly ContactId[]
  /** Reminders not yet past: `{due, what}` lines of the digest on their day. */
  readonly reminders: readonly { readonly due: string; readonly what: string }[]
  readonly status: Status
  readonly ball: 'ours' | 'theirs' | null
  readonly silentSince: string | null
  /** When `morning` must look again; absent where only a new fact changes anything. */
  readonly wakeAt: string | null
  /** Contacts to whom the dropped ball was owned, and when: barred for the policy's 120 days across the firm. */
  readonly owned: readonly { readonly contact: ContactId; readonly at: string }[]
  /** The last contact between the recruiter and the client: colleagues at the same client are told of it. */
  readonly lastTouch?: LastTouch
  /** To whom it was handed over. */
  readonly handedTo?: RecruiterId
  /** Of an account that a colleague handed over: who, and when it was last. */
  readonly takenOver?: { readonly from: RecruiterId; readonly at: string }
}

export type RecruiterRow = {
  readonly kind: 'recruiter'
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly position: number
  readonly name: string
  readonly phone?: string
  readonly region: string
  readonly calendar: WorkingCalendar
  readonly calendarChangedAt?: string
  readonly addresses: readonly string[]
  readonly suppressed: readonly string[]
  /** Addresses of people who are candidates. */
  readonly candidates: readonly string[]
  readonly inboundToken: string | null
  readonly apiTokenHashes: readonly string[]
  readonly feedToken?: string
  readonly deactivated?: true
}

export type FirmRow = {
  readonly kind: 'firm'
  readonly firm: FirmId
  readonly position: number
  readonly name: string
  readonly owner: RecruiterId | null
  readonly domains: readonly string[]
  readonly policy: Policy
  readonly policyChangedAt?: string
  readonly neverLog: readonly string[]
  readonly recruiters: readonly RecruiterId[]
}

export type NoteRow = {
  readonly kind: 'note'
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly note: NoteId
  readonly position: number
  readonly from: string
  readonly subject: string
  readonly arrivedAt: string
  readonly status: NoteStatus | null
  readonly rule: string
  readonly why: string
  readonly question: string | null
  /** The name nobody was known by, where an open question is about one. */
  readonly unknownName: string | null
  /** A hash of the mail's words, where it opened accounts, and which. */
  readonly fingerprint: string | null
  readonly opened: readonly EngagementId[]
  /** What receipts would have said that were too many to send. */
  readonly kept: readonly string[]
  readonly open: boolean
}

export type DigestRow = {
  readonly kind: 'digest'
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly date: string
  readonly position: number
  readonly stage: string
}

export type Row = EngagementRow | RecruiterRow | FirmRow | NoteRow | DigestRow
export type Kind = Row['kind']
export type RowOf<Wanted extends Kind> = Extract<Row, { kind: Wanted }>

/** Throws where a row is of another kind than its place says. */
export const ofKind = <Wanted extends Kind>(kind: Wanted, row: Row): RowOf<Wanted> => {
  if (row.kind !== kind) throw new TypeError(`a row of kind ${row.kind} where a ${kind} was to be`)
  return row as RowOf<Wanted>
}
