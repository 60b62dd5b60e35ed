import { localDate, plusDays } from '../domain/calendar/days.ts'
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Digest } from '../domain/digest.ts'
import type { Fact } from '../domain/engagement/events.ts'
import { type Engagement, type Meeting, openTasks } from '../domain/engagement/state.ts'
import type { Firm } from '../domain/firm.ts'
import type { Note } from '../domain/note.ts'
import { meetingNoun } from '../domain/plays/facts.ts'
import type { Policy } from '../domain/policy.ts'
import type { Recruiter } from '../domain/recruiter.ts'
import type { LastTouch } from '../domain/silence/around.ts'
import { assess } from '../domain/silence/assess.ts'
import { evaluate } from '../domain/silence/evaluate.ts'
import { CommandId, type ContactId, type FirmId, type NoteId, type RecruiterId } from '../domain/vocabulary.ts'
import { exactly } from './keys.ts'
import type { DigestRow, EngagementRow, FirmRow, NoteRow, RecruiterRow } from './rows.ts'

/** What the folded streams look like as rows. Pure. A row's `position` is where its stream's next event goes. */

/** What a silence is measured by. */
export type Measure = { readonly policy: Policy; readonly calendar: WorkingCalendar }

/**
 * `now` is a UTC instant. The row is assessed without what lies around the engagement, so that it follows from its own
 * stream: what a colleague did can only move a step to another person on the same day, or put a word with the colleague
 * before it, never make it due earlier, and `morning` knows it when it looks. Where there is something to raise or to settle already, `wakeAt` is `now`.
 */
export const rowOfEngagement = (
  owner: { readonly firm: FirmId; readonly recruiter: RecruiterId },
  engagement: Engagement,
  { policy, calendar }: Measure,
  now: string,
): EngagementRow => {
  const assessment = assess(engagement, policy, calendar, now)
  const looking = { id: LOOKING, at: now, now, by: 'system', source: 'evaluation', evidence: 'reported' } as const
  const pending = evaluate(engagement, assessment, calendar, looking).length > 0
  const wakeAt = pending ? now : assessment.wakeAt
  const today = localDate(calendar, now)
  const takenOver = engagement.facts.findLast(fact => fact.type === 'EngagementTakenOver')
  return {
    kind: 'engagement',
    firm: owner.firm,
    recruiter: owner.recruiter,
    engagement: engagement.id,
    position: engagement.position,
    stage: engagement.stage,
    client: engagement.client,
    aliases: engagement.aliases,
    domains: engagement.domains,
    openings: engagement.openings,
    contacts: engagement.contacts,
    meetings: engagement.meetings.filter(meeting => !isReported(meeting, engagement.facts)),
    openTasks: openTasks(engagement),
    tense: tense(engagement.facts),
    reminders: reminders(engagement.facts, plusDays(today, -REMEMBERED_DAYS)),
    status: assessment.status,
    ball: assessment.ball,
    silentSince: assessment.silentSince,
    wakeAt: wakeAt && exactly(wakeAt),
    owned: owned(engagement.facts, plusDays(today, -LONGEST_BARRED_DAYS)),
    ...lastTouch(engagement),
    ...(takenOver ? { takenOver: { from: takenOver.from, at: takenOver.at } } : {}),
    ...(engagement.stage === 'handed-over' ? tombstone(engagement) : {}),
  }
}

/** Of what was handed over the giver keeps who has it now, and whom it was about; all else is the receiver's. */
const tombstone = ({ contacts, handedTo }: Engagement): Partial<EngagementRow> => ({
  ...(handedTo ? { handedTo } : {}),
  contacts: contacts.map(contact => ({ ...contact, phones: [] })),
  openings: [],
  meetings: [],
  tense: [],
  reminders: [],
  owned: [],
})

const LOOKING = CommandId.parse('looking')
/** A reminder of a day off is read on the working day after it, however long the holidays. */
const REMEMBERED_DAYS = 14

/** No policy bars for longer: an account that asks may go by another window than this one. */
const LONGEST_BARRED_DAYS = 365

const isReported = (meeting: Meeting, facts: readonly Fact[]): boolean => {
  const last = facts.findLast(fact => 'meeting' in fact && fact.meeting === meeting.id)
  return last !== undefined && last.type !== 'MeetingBooked'
}

const tense = (facts: readonly Fact[]): ContactId[] => {
  const open = new Set<ContactId>()
  for (const fact of facts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.position - b.position)) {
    if (fact.type === 'TensionReported') open.add(fact.contact)
    if (fact.type === 'TensionResolved') open.delete(fact.contact)
  }
  return [...open]
}

const reminders = (facts: readonly Fact[], from: string): EngagementRow['reminders'] =>
  facts
    .filter(fact => fact.type === 'ReminderNoted')
    .filter(fact => fact.due >= from)
    .map(({ due, what }) => ({ due, what }))

const owned = (facts: readonly Fact[], from: string): EngagementRow['owned'] =>
  facts
    .filter(fact => fact.type === 'TouchpointLogged')
    .filter(fact => fact.play === 'own-the-dropped-ball' && fact.direction === 'outbound' && fact.at >= from)
    .map(({ contact, at }) => ({ contact, at }))

/** What came with a handover passed with somebody else. */
const lastTouch = ({ facts, meetings }: Engagement): Pick<EngagementRow, 'lastTouch'> => {
  const touches = facts.flatMap((fact): LastTouch[] => {
    if (fact.handedOver) return []
    if (fact.type === 'TouchpointLogged') {
      const { contact, at, direction, channel, outcome } = fact
      return [{ contact, at, direction, channel, outcome }]
    }
    const meeting = fact.type === 'MeetingHeld' && meetings.find(({ id }) => id === fact.meeting)
    const contact = fact.type === 'MeetingHeld' && (fact.contact ?? (meeting || undefined)?.contacts[0])
    if (!meeting || !contact) return []
    const channel = meetingNoun(meeting.title)
    return [{ contact, at: meeting.endsAt, direction: 'outbound', channel, outcome: 'held' }]
  })
  const last = touches.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)
  return last ? { lastTouch: last } : {}
}

export const rowOfRecruiter = (recruiter: Recruiter, position: number): RecruiterRow => {
  const { id, ...fields } = recruiter
  return { kind: 'recruiter', recruiter: id, position, ...fields }
}

export const rowOfFirm = (id: FirmId, firm: Firm, position: number): FirmRow => {
  const { id: _id, invitations: _invitations, ...shown } = firm
  return { ...shown, kind: 'firm', firm: id, position }
}

/** Open: asked and not answered, or held and so waiting for a word. */
export const rowOfNote = (
  whose: { readonly firm: FirmId; readonly recruiter: RecruiterId; readonly note: NoteId },
  note: Note,
  position: number,
): NoteRow => ({
  kind: 'note',
  ...whose,
  position,
  from: note.from,
  subject: note.subject,
  arrivedAt: note.arrivedAt,
  status: note.status,
  rule: note.rule,
  why: note.why,
  question: note.question?.text ?? null,
  unknownName: note.question?.unknownName ?? null,
  fingerprint: note.fingerprint,
  opened: note.commands.flatMap(({ command, engagement }) =>
    command.command === 'OpenEngagement' ? [engagement] : [],
  ),
  kept: note.kept.filter(({ kind }) => kind === 'receipt').map(({ says }) => says),
  open: (note.status === 'asked' || note.status === 'held') && !note.answered,
})

export const rowOfDigest = (
  whose: { readonly firm: FirmId; readonly recruiter: RecruiterId; readonly date: string },
  digest: Digest,
  position: number,
): DigestRow => ({ kind: 'digest', ...whose, position, stage: digest.stage })
