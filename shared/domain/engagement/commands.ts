import * as z from 'zod'
import { PolicyOverride } from '../policy.ts'
import {
  CalendarEntry,
  Channel,
  CommandId,
  ContactId,
  Direction,
  Duration,
  Email,
  EngagementId,
  Evidence,
  Instant,
  LocalDate,
  MeetingId,
  Milestone,
  NoteId,
  Origin,
  Outcome,
  Party,
  Phone,
  Reason,
  RecruiterId,
  Role,
  Source,
  TaskId,
  TouchpointId,
} from '../vocabulary.ts'

/** What a recruiter can say about an engagement: imperatives, each decided into zero or more events. */

const words = z.string().trim().min(1).max(2000)
const name = z.string().trim().min(1).max(200)
const emails = z.array(Email).max(20)
const phones = z.array(Phone).max(20)
const command = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ command: z.literal(name), ...shape })

export const Command = z.discriminatedUnion('command', [
  command('OpenEngagement', {
    engagement: EngagementId,
    client: name,
    domains: z.array(z.string().min(1).max(253)).max(20),
    origin: Origin,
  }),
  command('NameClient', { client: name }),
  command('AliasClient', { alias: name }),
  command('RetractEngagement', {}),
  command('MergeEngagement', { into: EngagementId }),
  command('RetractMerge', {}),
  command('RestEngagement', {}),
  command('NameOpening', { title: words }),
  command('AddContact', {
    contact: ContactId,
    name,
    role: Role,
    emails: emails.default([]),
    phones: phones.default([]),
    introducedBy: ContactId.optional(),
    candidate: z.boolean().optional(),
  }),
  command('ChangeContact', {
    contact: ContactId,
    name: name.optional(),
    role: Role.optional(),
    emails: emails.optional(),
    phones: phones.optional(),
    introducedBy: ContactId.optional(),
    alias: name.optional(),
  }),
  command('RecordContactLeft', { contact: ContactId, detail: words.optional() }),
  command('OptContactOut', { contact: ContactId }),
  command('RetractContact', { contact: ContactId }),
  command('LogTouchpoint', {
    touchpoint: TouchpointId.optional(),
    direction: Direction,
    channel: Channel,
    outcome: Outcome,
    contact: ContactId,
    summary: words.optional(),
    /** Which play it followed; left out, an open task that it fits names it. */
    play: z.string().min(1).max(60).optional(),
    acknowledgement: z.boolean().optional(),
    undated: z.boolean().optional(),
  }),
  command('ConfirmTouchpoint', { touchpoint: TouchpointId, as: TouchpointId, summary: words.optional() }),
  command('RetractTouchpoint', { touchpoint: TouchpointId, why: words.optional() }),
  /** Takes back all that was said in one go, by what the ids of its commands begin with. */
  command('RetractPress', { press: z.string().min(8).max(120) }),
  command('BookMeeting', {
    meeting: MeetingId,
    startsAt: Instant,
    endsAt: Instant,
    contacts: z.array(ContactId).min(1).max(50),
    title: words,
    calendar: CalendarEntry.optional(),
  }),
  command('RecordMeetingHeld', { meeting: MeetingId, contact: ContactId.optional(), summary: words.optional() }),
  command('RecordMeetingMissed', { meeting: MeetingId, missedBy: Party, contact: ContactId.optional() }),
  command('CancelMeeting', { meeting: MeetingId, cancelledBy: Party, contact: ContactId.optional() }),
  command('ReachMilestone', { milestone: Milestone, contact: ContactId.optional(), detail: words.optional() }),
  command('AgreeNextStep', { who: Party, what: words, due: LocalDate, contact: ContactId.optional() }),
  command('NoteReminder', { what: words, due: LocalDate, contact: ContactId.optional() }),
  command('SetExpectation', {
    topic: z.string().trim().min(1).max(80).default('reply time'),
    text: words,
    replyWithin: Duration.optional(),
    contact: ContactId.optional(),
  }),
  command('ReportTension', { contact: ContactId, observed: words.optional(), story: words.optional() }),
  command('ResolveTension', { contact: ContactId, detail: words.optional() }),
  command('LearnReason', {
    reason: Reason,
    detail: words.optional(),
    contact: ContactId.optional(),
    /** When to come back to it; `opening-frozen` pauses until then. */
    revisitOn: LocalDate.optional(),
  }),
  command('ReceiveFeedback', { contact: ContactId.optional(), words }),
  command('RecordContactAway', { contact: ContactId, until: LocalDate, detail: words.optional() }),
  command('PauseEngagement', { until: LocalDate, why: words.optional(), contact: ContactId.optional() }),
  command('ResumeEngagement', {}),
  command('DecideParticipation', {
    decision: z.enum(['participate', 'disengage']),
    detail: words.optional(),
    /** With `disengage`: when to come back all the same. */
    revisitOn: LocalDate.optional(),
  }),
  command('CloseEngagement', { why: words.optional(), revisitOn: LocalDate.optional() }),
  command('HandOverEngagement', { to: RecruiterId }),
  /** The account's own windows, instead of those it had; the firm's hold for all that are left out. */
  command('OverridePolicy', { windows: z.strictObject(PolicyOverride.shape) }),
  command('LimitAccess', { access: z.literal('through-hr-only') }),
  command('PutTaskOff', { task: TaskId, until: LocalDate.optional() }),
  command('SettleTask', { task: TaskId, how: z.enum(['done', 'let-go']) }),
  command('ReopenTask', { task: TaskId }),
])
export type Command = z.infer<typeof Command>
export type CommandOf<Name extends Command['command']> = Extract<Command, { command: Name }>

/** Who says it, when, and on what evidence. `at` is when it happened, `now` when it is recorded. */
export const Saying = z.object({
  id: CommandId,
  at: Instant,
  now: Instant,
  by: z.union([RecruiterId, z.literal('system')]),
  source: Source,
  evidence: Evidence,
  note: NoteId.optional(),
})
export type Saying = z.infer<typeof Saying>

/** Why a command is refused: a value with a stable code and the field at fault, never a thrown string. */
export type Refusal = {
  readonly refused: true
  readonly code: RefusalCode
  readonly field: string
  readonly message: string
}
export type RefusalCode =
  | 'not-open'
  | 'unknown-contact'
  | 'unknown-touchpoint'
  | 'unknown-meeting'
  | 'unknown-task'
  | 'task-settled'
  | 'in-the-future'
  | 'ends-before-it-starts'
  | 'day-is-past'
  | 'channel-not-allowed'
  | 'outcome-does-not-fit'
  | 'windows-contradict'
  | 'is-closed'
