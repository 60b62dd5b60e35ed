import * as z from 'zod'
import { personal } from './personal.ts'

/** The words of the field, each with one meaning. Enums and value shapes that events, commands and views share. */

/** An instant in UTC, ISO 8601 with `Z`, to the nanosecond at most: `2026-09-21T14:00:00Z`. */
export const Instant = z.iso.datetime().max(30)
/** A calendar date in the recruiter's zone: `2026-09-21`. */
export const LocalDate = z.iso.date()
/** An ISO 8601 duration of one unit: `P3D` (working days up to 10), `P2W`, `P1M`, `PT24H`. */
export const Duration = z
  .string()
  .regex(/^(P[1-9]\d{0,2}[DWM]|PT[1-9]\d{0,2}H)$/, 'must be a duration such as P3D, P2W, P1M or PT24H')

export const FirmId = z.string().min(1).max(64).brand('FirmId')
export type FirmId = z.infer<typeof FirmId>
export const RecruiterId = z.string().min(1).max(64).brand('RecruiterId')
export type RecruiterId = z.infer<typeof RecruiterId>
export const EngagementId = z.string().min(1).max(64).brand('EngagementId')
export type EngagementId = z.infer<typeof EngagementId>
export const ContactId = z.string().min(1).max(64).brand('ContactId')
export type ContactId = z.infer<typeof ContactId>
/** How a calendar knows a meeting: a hash of its UID, with the start of the occurrence it was moved from, and the version. */
export const CalendarEntry = z.object({ uid: z.string().min(1).max(64), sequence: z.int().nonnegative() })
export type CalendarEntry = z.infer<typeof CalendarEntry>

export const TouchpointId = z.string().min(1).max(128).brand('TouchpointId')
export type TouchpointId = z.infer<typeof TouchpointId>
export const MeetingId = z.string().min(1).max(128).brand('MeetingId')
export type MeetingId = z.infer<typeof MeetingId>
export const TaskId = z.string().min(1).max(128).brand('TaskId')
export type TaskId = z.infer<typeof TaskId>
export const NoteId = z.string().min(1).max(64).brand('NoteId')
export type NoteId = z.infer<typeof NoteId>
export const CommandId = z.string().min(1).max(160).brand('CommandId')
export type CommandId = z.infer<typeof CommandId>

export const Role = z.enum(['hr', 'hr-director', 'hiring-manager', 'other'])
export type Role = z.infer<typeof Role>
export const Origin = z.enum(['mpc', 'referral', 'inbound', 'other'])
export const Direction = z.enum(['outbound', 'inbound'])
export const Channel = z.enum(['call', 'voicemail', 'email', 'text', 'meeting', 'video', 'social'])
export type Channel = z.infer<typeof Channel>
export const Outcome = z.enum(['reached', 'left-message', 'no-answer', 'sent', 'received', 'held'])
export type Outcome = z.infer<typeof Outcome>
export const Milestone = z.enum([
  'introduced',
  'process-agreed',
  'fee-agreed',
  'job-description-received',
  'agreement-signed',
  'interviewing',
  'offer-out',
  'placed',
  'agreement-sent',
  'candidates-sent',
])
export type Milestone = z.infer<typeof Milestone>
export const Reason = z.enum([
  'opening-frozen',
  'recruiters-not-allowed',
  'candidate-identified',
  'flooded',
  'our-mistake',
  'other',
])
export type Reason = z.infer<typeof Reason>
/** Which side: ours (the recruiter's) or the client's. */
export const Party = z.enum(['us', 'client'])
export type Party = z.infer<typeof Party>
export const Evidence = z.enum(['verified', 'reported', 'inferred'])
export type Evidence = z.infer<typeof Evidence>
export const Source = z.enum(['note', 'api', 'page', 'evaluation', 'import'])
export type Source = z.infer<typeof Source>

export const Phone = z.object({
  number: z.string().min(3).max(40),
  /** Where the number came from, in words: "her signature", "your note". */
  from: z.string().max(80),
})
export type Phone = z.infer<typeof Phone>

/** Free text a person wrote or said. */
export const Words = personal(z.string().min(1).max(2000))
export const Name = personal(z.string().min(1).max(200))
/** A mailbox as mail knows it, wider than forms allow (`o&m/hr@kïln.example`); nothing in it may end or hide it. */
export const MAILBOX =
  /^[^\s@<>()[\]{},;:"\\|*\p{Cc}\p{Cf}\p{Cs}]+@[^\s@.<>()[\]{},;:"\\|*\p{Cc}\p{Cf}\p{Cs}]+(?:\.[^\s@.<>()[\]{},;:"\\|*\p{Cc}\p{Cf}\p{Cs}]+)+$/u
export const Email = z.email({ pattern: MAILBOX }).max(254)
export const Emails = personal(z.array(Email).max(20))
export const Phones = personal(z.array(Phone).max(20))

/** Ours: what we reach with them. Theirs: what they grant. A milestone of theirs hands us the ball. */
export const OUR_MILESTONES: ReadonlySet<Milestone> = new Set(['agreement-sent', 'candidates-sent'])
/** `reached` and `held` are conversations, whoever dialled. */
export const CONVERSATIONS: ReadonlySet<Outcome> = new Set(['reached', 'held'])
/** Channels that leave something to read; by them tone dies. */
export const WRITTEN: ReadonlySet<Channel> = new Set(['email', 'text', 'social'])
