import * as z from 'zod'
import { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Contact, Meeting, Task } from '../domain/engagement/state.ts'
import { NoteStatus } from '../domain/note.ts'
import { Policy } from '../domain/policy.ts'
import {
  CalendarEntry,
  Channel,
  ContactId,
  Direction,
  EngagementId,
  FirmId,
  MeetingId,
  NoteId,
  Outcome,
  Phone,
  RecruiterId,
  Role,
  TaskId,
  TouchpointId,
} from '../domain/vocabulary.ts'
import { identityOf, type Key, keyOf } from './keys.ts'
import type { DigestRow, EngagementRow, FirmRow, NoteRow, RecruiterRow, Row } from './rows.ts'

/** A row as it is stored: whatever its key says is not said again in its body. */
export type Stored = Key & { readonly position: number; readonly body: string }

/**
 * What is empty is left out, since every row of a recruiter is read each morning and billed by its size; so a row
 * written before a field was thought of reads as one in which it is empty.
 */
export const toStored = (row: Row): Stored => ({
  ...keyOf(row),
  position: row.position,
  body: JSON.stringify(
    Object.fromEntries(Object.entries(row).filter(([name]) => !SAID_BY_KEY.has(name))),
    (_, value: unknown) =>
      value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value,
  ),
})

/** Throws a ZodError where it is no row. */
export const fromStored = ({ pk, sk, position, body }: Stored): Row =>
  AnyRow.parse({ ...identityOf({ pk, sk }), position, ...JSON.parse(body) })

const SAID_BY_KEY: ReadonlySet<string> = new Set([
  'kind',
  'firm',
  'recruiter',
  'engagement',
  'note',
  'date',
  'position',
])

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly().default([])
const no = z.boolean().default(false)
const orNull = <Value extends z.ZodType>(value: Value) => value.nullable().default(null)
const words = list(z.string())

const ContactText = z.object({
  id: ContactId,
  name: z.string(),
  role: Role,
  emails: words,
  phones: list(Phone),
  introducedBy: ContactId.exactOptional(),
  aliases: words,
  candidate: no,
  left: no,
  optedOut: no,
}) satisfies z.ZodType<Contact>

const TaskText = z.object({
  id: TaskId,
  play: z.string(),
  contact: ContactId.exactOptional(),
  due: z.string(),
  because: list(z.number()),
  raisedAt: z.string(),
  putOff: words,
  putOffUntil: z.string().exactOptional(),
  takenOverAt: z.string().exactOptional(),
  settled: z
    .object({
      how: z.enum(['done', 'let-go', 'overtaken']),
      at: z.string(),
      position: z.number(),
      touchpoint: TouchpointId.exactOptional(),
    })
    .exactOptional(),
}) satisfies z.ZodType<Task>

const MeetingText = z.object({
  id: MeetingId,
  startsAt: z.string(),
  endsAt: z.string(),
  contacts: list(ContactId),
  title: z.string(),
  calendars: z.array(CalendarEntry).readonly().exactOptional(),
}) satisfies z.ZodType<Meeting>

const EngagementText = z.object({
  kind: z.literal('engagement'),
  firm: FirmId,
  recruiter: RecruiterId,
  engagement: EngagementId,
  position: z.number(),
  stage: z.enum(['open', 'closed', 'retracted', 'merged', 'handed-over']),
  client: z.string(),
  aliases: words,
  domains: words,
  openings: words,
  contacts: list(ContactText),
  meetings: list(MeetingText),
  openTasks: list(TaskText),
  tense: list(ContactId),
  reminders: list(z.object({ due: z.string(), what: z.string() })),
  status: z.enum(['resting', 'on-track', 'waiting', 'our-turn', 'quiet', 'dark', 'backed-away', 'paused', 'closed']),
  ball: orNull(z.enum(['ours', 'theirs'])),
  silentSince: orNull(z.string()),
  wakeAt: orNull(z.string()),
  owned: list(z.object({ contact: ContactId, at: z.string() })),
  lastTouch: z
    .object({ contact: ContactId, at: z.string(), direction: Direction, channel: Channel, outcome: Outcome })
    .exactOptional(),
  handedTo: RecruiterId.exactOptional(),
  takenOver: z.object({ from: RecruiterId, at: z.string() }).exactOptional(),
}) satisfies z.ZodType<EngagementRow>

const RecruiterText = z.object({
  kind: z.literal('recruiter'),
  firm: FirmId,
  recruiter: RecruiterId,
  position: z.number(),
  name: z.string(),
  phone: z.string().exactOptional(),
  region: z.string(),
  calendar: WorkingCalendar.extend({ holidays: z.array(z.string()).default([]) }),
  calendarChangedAt: z.string().exactOptional(),
  addresses: words,
  suppressed: words,
  candidates: words,
  inboundToken: orNull(z.string()),
  apiTokenHashes: words,
  feedToken: z.string().exactOptional(),
  deactivated: z.literal(true).exactOptional(),
}) satisfies z.ZodType<RecruiterRow>

const FirmText = z.object({
  kind: z.literal('firm'),
  firm: FirmId,
  position: z.number(),
  name: z.string(),
  owner: orNull(RecruiterId),
  domains: words,
  policy: Policy,
  policyChangedAt: z.string().exactOptional(),
  neverLog: words,
  recruiters: list(RecruiterId),
}) satisfies z.ZodType<FirmRow>

const NoteText = z.object({
  kind: z.literal('note'),
  firm: FirmId,
  recruiter: RecruiterId,
  note: NoteId,
  position: z.number(),
  from: z.string(),
  subject: z.string(),
  arrivedAt: z.string(),
  status: orNull(NoteStatus),
  rule: z.string(),
  why: z.string(),
  question: orNull(z.string()),
  unknownName: orNull(z.string()),
  fingerprint: orNull(z.string()),
  opened: z.array(EngagementId).default([]),
  kept: words,
  open: no,
}) satisfies z.ZodType<NoteRow>

const DigestText = z.object({
  kind: z.literal('digest'),
  firm: FirmId,
  recruiter: RecruiterId,
  date: z.string(),
  position: z.number(),
  stage: z.string(),
}) satisfies z.ZodType<DigestRow>

const AnyRow = z.discriminatedUnion('kind', [EngagementText, RecruiterText, FirmText, NoteText, DigestText])
