import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { DigestLine } from '../../domain/digest.ts'
import type { Answering, PlannedCommand, Question } from '../../domain/note.ts'
import type { CommandId, EngagementId, NoteId, RecruiterId } from '../../domain/vocabulary.ts'
import type { EngagementRow } from '../../views/rows.ts'
import type { Address } from './addresses.ts'
import type { Message } from './message.ts'

/** How a message was read, whichever kind it is. Every message ends as one of these; none is lost. */
export type Reading = Read & {
  /** Where it is a reply to a question: what it says to the note that was asked about. */
  readonly answers?: Answering
}
type Read =
  | { readonly status: 'understood'; readonly rule: string; readonly commands: readonly PlannedCommand[] }
  | {
      readonly status: 'asked'
      readonly rule: string
      /** What is certain all the same, and is appended. */
      readonly commands: readonly PlannedCommand[]
      readonly question: Question
    }
  | { readonly status: 'held'; readonly rule: string; readonly why: string }
  | { readonly status: 'nothing'; readonly rule: string; readonly why: string }

/** What a reader knows beside the message: whose it is, and the people and accounts that a name may mean. */
export type Book = {
  readonly recruiter: {
    readonly id: RecruiterId
    readonly name: string
    readonly addresses: readonly string[]
    readonly calendar: WorkingCalendar
    /** The secret inbound address. */
    readonly inbound: string
  }
  /** Mail domains of the recruiter's own firm. */
  readonly firmDomains: readonly string[]
  /** Addresses and domains whose mail is never logged. */
  readonly neverLog: readonly string[]
  readonly engagements: readonly EngagementRow[]
  /** Addresses of people whom the recruiter has called candidates. */
  readonly candidates?: readonly string[]
  /** The account that holds the mail which this message answers, where that is known. */
  readonly thread?: EngagementId
  /** Where the message answers a digest: what its numbers stand for. */
  readonly digest?: { readonly date: string; readonly lines: readonly DigestLine[] }
  /** The account whose receipt the message answers. */
  readonly about?: EngagementId
  /** Where the message answers a question: what was asked, and about which message. */
  readonly asked?: AskedBefore
  /** When a meeting of the message takes place, as the recruiter said when asked. */
  readonly meets?: NamedTime
  /** Whom a meeting of the message is with that names nobody, as the recruiter said when asked. */
  readonly guest?: Address
  /** The recruiter, signed in, says that a message under their address is theirs. */
  readonly vouched?: true
  /** Where the message corrects a note: the recruiter's own of the days before, the newest first. */
  readonly earlier?: readonly EarlierNote[]
}

/** A day, or an hour of it, or both, in the recruiter's zone. `minutes` after midnight. */
export type NamedTime = { readonly date: string | null; readonly minutes: number | null }

/** A note of the recruiter's own that recorded something, or that is asked about. */
export type EarlierNote = {
  readonly note: NoteId
  readonly message: Message
  readonly occasion: Occasion
  readonly commands: readonly PlannedCommand[]
  /** Whether a question about it is open. */
  readonly isOpen: boolean
  readonly quote: string
}

/** A question of ours, with the message that it is about. */
export type AskedBefore = {
  readonly note: NoteId
  readonly question: Question
  readonly message: Message
  readonly occasion: Occasion
  /** What it was answered with already; null while it is open. */
  readonly answer: { readonly word: string; readonly commands: readonly PlannedCommand[] } | null
  /** What of it was certain, and is recorded. */
  readonly commands: readonly PlannedCommand[]
}

/** Where and when a reader stands. */
export type Occasion = {
  readonly note: NoteId
  /** When the message was sent, as far as known; relative dates ("yesterday") count from here. */
  readonly sentAt: string
  /** When it arrived: nothing happened later than this. */
  readonly arrivedAt: string
}

/** The id of the n-th command read out of a note: a redelivery makes the same ones. */
export const commandId = (note: NoteId, index: number): CommandId => `note.${note}.${index}` as CommandId
