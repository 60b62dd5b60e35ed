import { digestInstant, firstDigestFrom } from '../domain/calendar/days.ts'
import { foldDigest } from '../domain/digest.ts'
import type { EngagementEvent } from '../domain/engagement/events.ts'
import { fold } from '../domain/engagement/state.ts'
import { foldFirm } from '../domain/firm.ts'
import { foldNote } from '../domain/note.ts'
import { foldRecruiter } from '../domain/recruiter.ts'
import { type FirmId, NoteId, type RecruiterId } from '../domain/vocabulary.ts'
import { BrokenStream, type EventLog } from '../log/log.ts'
import {
  type DigestStream,
  type EngagementStream,
  type FirmStream,
  firmStream,
  type NoteStream,
  type RecruiterStream,
  recruiterStream,
  type StreamName,
  streamParts,
} from '../log/streams.ts'
import { exactly } from './keys.ts'
import { type Measure, rowOfDigest, rowOfEngagement, rowOfFirm, rowOfNote, rowOfRecruiter } from './project.ts'
import type { EngagementRow, Row } from './rows.ts'
import type { Views } from './views.ts'

export type Change = {
  readonly stream: StreamName
  /** The types of the events that came. */
  readonly types: ReadonlySet<string>
  /** The instant to assess at, unless the stream was written later than that. */
  readonly at: string
}

/**
 * Brings the views up to a stream that changed: loads it whole and writes its row, so repeats and any order of changes
 * come to the same. Policy and calendar are read from the log too: a row never depends on which stream came first.
 * `write` lays the row, as `views.write` does. Throws what the log throws.
 */
export const project = async (
  log: EventLog,
  views: Views,
  change: Change,
  write: (row: Row) => Promise<void> = views.write,
): Promise<void> => {
  const { firm, kind, recruiter, id } = streamParts(change.stream)
  switch (kind) {
    case 'firm': {
      const { events, version } = await log.load(change.stream as FirmStream)
      return write(rowOfFirm(firm, foldFirm(events), version.position))
    }
    case 'recruiter':
      return projectRecruiter(log, views, change, write)
    case 'engagement':
      return projectEngagement(log, views, change, write, { firm, recruiter: named(change, recruiter) })
    case 'note': {
      // That it was applied shows in the engagements; the note's own row does not say it, and need not be paid for.
      if ([...change.types].every(type => type === 'NoteApplied')) return
      const { events } = await log.load(change.stream as NoteStream)
      const whose = { firm, recruiter: named(change, recruiter), note: NoteId.parse(id) }
      const shown = events.filter(event => event.type !== 'NoteApplied')
      return write(rowOfNote(whose, foldNote(shown), shown.length))
    }
    // Counted from the log alone.
    case 'answers':
      return
    case 'digest': {
      const { events, version } = await log.load(change.stream as DigestStream)
      const digest = foldDigest(events)
      // It has a row once its outcome is known, which mostly is within the second.
      if (digest.stage === 'claimed') return
      const whose = { firm, recruiter: named(change, recruiter), date: named(change, id) }
      return write(rowOfDigest(whose, digest, version.position))
    }
  }
}

const projectRecruiter = async (
  log: EventLog,
  views: Views,
  change: Change,
  write: (row: Row) => Promise<void>,
): Promise<void> => {
  const { events, version } = await log.load(change.stream as RecruiterStream)
  const recruiter = foldRecruiter(events)
  if (!recruiter) throw new BrokenStream(change.stream, 0, 'a recruiter who never joined')
  const row = rowOfRecruiter(recruiter, version.position)
  await write(row)
  if (!change.types.has('RecruiterJoined') && !change.types.has('SettingsChanged')) return
  // A later hour is left to the morning of the earlier one: it finds that it is too early, and sets the next.
  const { calendar } = recruiter
  const now = latest(change.at, events)
  await views.bringDueForward(row, digestInstant(calendar, firstDigestFrom(calendar, now)))
}

const projectEngagement = async (
  log: EventLog,
  views: Views,
  change: Change,
  write: (row: Row) => Promise<void>,
  owner: { readonly firm: FirmId; readonly recruiter: RecruiterId },
): Promise<void> => {
  const { events } = await log.load(change.stream as EngagementStream)
  const engagement = fold(events)
  if (engagement.stage === 'unopened') throw new BrokenStream(change.stream, 0, 'an engagement that was never opened')
  // A history that is being handed over shows when the whole of it is here: until then nobody may add to it.
  if (events.at(-1)?.handedOver) return
  const row = rowOfEngagement(owner, engagement, await measureOf(log, owner), latest(change.at, events))
  await write(row)
  if (BRINGS_PEOPLE.some(type => change.types.has(type))) await listed(views, row)
}

const BRINGS_PEOPLE: readonly EngagementEvent['type'][] = [
  'EngagementOpened',
  'ContactAdded',
  'ContactChanged',
  'EngagementTakenOver',
]

/** Knowing a company's domain takes the lists of all suffixes and mailbox providers: loaded when somebody new comes. */
const listed = async (views: Views, row: EngagementRow): Promise<void> => {
  const { clientDomains } = await import('./company-domain.ts')
  await views.listAddresses(row)
  await views.listClient(row, clientDomains(row))
}

const measureOf = async (
  log: EventLog,
  { firm, recruiter }: { readonly firm: FirmId; readonly recruiter: RecruiterId },
): Promise<Measure> => {
  const [settings, joined] = await Promise.all([log.load(firmStream(firm)), log.load(recruiterStream(firm, recruiter))])
  const calendar = foldRecruiter(joined.events)?.calendar
  if (!calendar) throw new BrokenStream(recruiterStream(firm, recruiter), 0, 'a recruiter who never joined')
  return { policy: foldFirm(settings.events).policy, calendar }
}

/** Time is data: nothing is assessed at an instant before what was recorded. */
const latest = (at: string, events: readonly { readonly recordedAt: string }[]): string =>
  [at, ...events.map(event => event.recordedAt)].map(exactly).reduce((a, b) => (a > b ? a : b))

const named = <Part>(change: Change, part: Part | undefined): Part => {
  if (part === undefined) throw new BrokenStream(change.stream, 0, 'its name is not a stream')
  return part
}
