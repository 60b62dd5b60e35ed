import * as z from 'zod'
import { personal } from '../personal.ts'
import { PolicyOverride } from '../policy.ts'
import {
  CalendarEntry,
  Channel,
  CommandId,
  ContactId,
  Direction,
  Duration,
  Emails,
  EngagementId,
  Evidence,
  Instant,
  LocalDate,
  MeetingId,
  Milestone,
  Name,
  NoteId,
  Origin,
  Outcome,
  Party,
  Phones,
  Reason,
  RecruiterId,
  Role,
  Source,
  TaskId,
  TouchpointId,
  Words,
} from '../vocabulary.ts'

/**
 * What can happen in an engagement: immutable facts in the past tense, and the storage format. A field may be added
 * as optional; nothing is ever renamed or removed.
 */

/** What every event says beside its own fields. */
const envelope = {
  /** When it happened, which may be long before it was recorded. */
  at: Instant,
  recordedAt: Instant,
  by: z.union([RecruiterId, z.literal('system')]),
  source: Source,
  evidence: Evidence,
  /** The command that led to it: the same command again changes nothing. */
  command: CommandId,
  /** The note it was read out of. */
  note: NoteId.optional(),
  /** Came with a handover: it was recorded, and told to others, while the account was a colleague's. */
  handedOver: z.literal(true).optional(),
}

const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...envelope, ...shape })

// The account and its people
const EngagementOpened = event('EngagementOpened', {
  engagement: EngagementId,
  client: Name,
  domains: personal(z.array(z.string()).max(20)),
  origin: Origin,
})
/** A better name for the client than its mail domain gave. */
const ClientNamed = event('ClientNamed', { client: Name })
/** What the recruiter calls the account, beside its name: "Northgate". */
const ClientAliased = event('ClientAliased', { alias: Name })
const EngagementRetracted = event('EngagementRetracted', {})
const EngagementMerged = event('EngagementMerged', { into: EngagementId })
const MergeRetracted = event('MergeRetracted', {})
const EngagementRested = event('EngagementRested', {})
const OpeningNamed = event('OpeningNamed', { title: Words })
const ContactAdded = event('ContactAdded', {
  contact: ContactId,
  name: Name,
  role: Role,
  emails: Emails,
  phones: Phones,
  introducedBy: ContactId.optional(),
  /** A candidate never gets a task. */
  candidate: z.boolean().optional(),
})
const ContactChanged = event('ContactChanged', {
  contact: ContactId,
  name: Name.optional(),
  role: Role.optional(),
  /** Added to those known. */
  emails: Emails.optional(),
  phones: Phones.optional(),
  introducedBy: ContactId.optional(),
  /** What the recruiter calls this person: "Susie". */
  alias: Name.optional(),
})
const ContactLeft = event('ContactLeft', { contact: ContactId, detail: Words.optional() })
const ContactOptedOut = event('ContactOptedOut', { contact: ContactId })
/** Never was one of theirs: mail had brought somebody in, and the recruiter took it back. */
const ContactRetracted = event('ContactRetracted', { contact: ContactId })

/** What stands at a position is as if never said. Touchpoints, contacts and tasks have retractions of their own. */
const FactRetracted = event('FactRetracted', { fact: z.int().min(1) })

// What passed between the two sides
const TouchpointLogged = event('TouchpointLogged', {
  touchpoint: TouchpointId,
  direction: Direction,
  channel: Channel,
  outcome: Outcome,
  contact: ContactId,
  summary: Words.optional(),
  play: z.string().optional(),
  /** Thanks and the like: contact from them that moves no ball. */
  acknowledgement: z.boolean().optional(),
  /** When it was could not be read for certain: `at` is when word of it came. */
  undated: z.boolean().optional(),
})
/** Told a second time, by another way: a note of a mail that was copied to us, or the mail after the note. */
const TouchpointConfirmed = event('TouchpointConfirmed', {
  touchpoint: TouchpointId,
  /** The id that it would have had by this way. */
  as: TouchpointId,
  summary: Words.optional(),
})
const TouchpointRetracted = event('TouchpointRetracted', { touchpoint: TouchpointId, why: Words.optional() })
const MeetingBooked = event('MeetingBooked', {
  meeting: MeetingId,
  startsAt: Instant,
  endsAt: Instant,
  contacts: z.array(ContactId).max(50),
  title: Words,
  /** Of a booking that a calendar sent: its updates name the same entry. */
  calendar: CalendarEntry.optional(),
})
const MeetingHeld = event('MeetingHeld', {
  meeting: MeetingId,
  contact: ContactId.optional(),
  summary: Words.optional(),
})
const MeetingMissed = event('MeetingMissed', { meeting: MeetingId, missedBy: Party, contact: ContactId.optional() })
const MeetingCancelled = event('MeetingCancelled', {
  meeting: MeetingId,
  cancelledBy: Party,
  contact: ContactId.optional(),
})
const MilestoneReached = event('MilestoneReached', {
  milestone: Milestone,
  contact: ContactId.optional(),
  detail: Words.optional(),
})

// What was agreed, and what was learned
const NextStepAgreed = event('NextStepAgreed', {
  who: Party,
  what: Words,
  due: LocalDate,
  contact: ContactId.optional(),
})
const ReminderNoted = event('ReminderNoted', { what: Words, due: LocalDate, contact: ContactId.optional() })
const ExpectationSet = event('ExpectationSet', {
  topic: z.string().min(1).max(80),
  text: Words,
  replyWithin: Duration.optional(),
  contact: ContactId.optional(),
})
const TensionReported = event('TensionReported', {
  contact: ContactId,
  observed: Words.optional(),
  story: Words.optional(),
})
const TensionResolved = event('TensionResolved', { contact: ContactId, detail: Words.optional() })
const ReasonLearned = event('ReasonLearned', {
  reason: Reason,
  detail: Words.optional(),
  contact: ContactId.optional(),
})
const FeedbackReceived = event('FeedbackReceived', { contact: ContactId.optional(), words: Words })
/** Away until a day; `detail` says who stands in, in their own words. */
const ContactAway = event('ContactAway', { contact: ContactId, until: LocalDate, detail: Words.optional() })

// What the recruiter decided about the engagement
const EngagementPaused = event('EngagementPaused', {
  until: LocalDate,
  why: Words.optional(),
  contact: ContactId.optional(),
})
const EngagementResumed = event('EngagementResumed', {})
const ParticipationDecided = event('ParticipationDecided', {
  decision: z.enum(['participate', 'disengage']),
  detail: Words.optional(),
})
const EngagementClosed = event('EngagementClosed', { why: Words.optional(), revisitOn: LocalDate.optional() })
const EngagementHandedOver = event('EngagementHandedOver', { to: RecruiterId })
/** Ends the history that came with a handover: from here on the account is this recruiter's. `name` is the giver's. */
const EngagementTakenOver = event('EngagementTakenOver', { from: RecruiterId, name: Name.optional() })
/** The windows in which this account differs from its firm's policy, all of them: none returns it to the firm's. */
const PolicyOverridden = event('PolicyOverridden', { windows: PolicyOverride })
const AccessLimited = event('AccessLimited', { access: z.literal('through-hr-only') })

// From the evaluation of silence
const TaskRaised = event('TaskRaised', {
  task: TaskId,
  play: z.string(),
  contact: ContactId.optional(),
  /** The day whose digest it is first due in. */
  due: LocalDate,
  /** Positions, in this stream, of the events that led to it. */
  because: z.array(z.int().nonnegative()),
})
const TaskPutOff = event('TaskPutOff', { task: TaskId, until: LocalDate.optional() })
const TaskSettled = event('TaskSettled', {
  task: TaskId,
  how: z.enum(['done', 'let-go', 'overtaken']),
  touchpoint: TouchpointId.optional(),
})
const TaskReopened = event('TaskReopened', { task: TaskId })
const WentQuiet = event('WentQuiet', { contact: ContactId.optional(), since: Instant })
const WentDark = event('WentDark', { contact: ContactId.optional(), since: Instant })
const CameBack = event('CameBack', { contact: ContactId.optional(), after: z.enum(['quiet', 'dark']) })

export const EngagementEvent = z.discriminatedUnion('type', [
  EngagementOpened,
  ClientNamed,
  ClientAliased,
  EngagementRetracted,
  EngagementMerged,
  MergeRetracted,
  EngagementRested,
  OpeningNamed,
  ContactAdded,
  ContactChanged,
  ContactLeft,
  ContactOptedOut,
  ContactRetracted,
  FactRetracted,
  TouchpointLogged,
  TouchpointConfirmed,
  TouchpointRetracted,
  MeetingBooked,
  MeetingHeld,
  MeetingMissed,
  MeetingCancelled,
  MilestoneReached,
  NextStepAgreed,
  ReminderNoted,
  ExpectationSet,
  TensionReported,
  TensionResolved,
  ReasonLearned,
  FeedbackReceived,
  ContactAway,
  EngagementPaused,
  EngagementResumed,
  ParticipationDecided,
  EngagementClosed,
  EngagementHandedOver,
  EngagementTakenOver,
  PolicyOverridden,
  AccessLimited,
  TaskRaised,
  TaskPutOff,
  TaskSettled,
  TaskReopened,
  WentQuiet,
  WentDark,
  CameBack,
])
export type EngagementEvent = z.infer<typeof EngagementEvent>
export type EventOf<Type extends EngagementEvent['type']> = Extract<EngagementEvent, { type: Type }>

/** An event as the log hands it out: with its place in its stream, from 0 without a gap. */
export type Recorded<Event> = Event & { readonly position: number }
export type Fact = Recorded<EngagementEvent>
