import { isWorkingDay, localDate, plusDays } from '../../shared/domain/calendar/days.ts'
import { type Engagement, fold, isKept, openTasks } from '../../shared/domain/engagement/state.ts'
import { policyFor } from '../../shared/domain/policy.ts'
import type { Assessment, DuePlay } from '../../shared/domain/silence/assessment.ts'
import { evaluate } from '../../shared/domain/silence/evaluate.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { execute } from '../../shared/runtime/execute.ts'
import { reportFailure } from '../../shared/runtime/report.ts'
import { assessAmong } from '../../shared/views/around.ts'
import { rowOfEngagement } from '../../shared/views/project.ts'
import type { EngagementRow } from '../../shared/views/rows.ts'
import type { Views } from '../../shared/views/views.ts'
import type { Morning } from './whose.ts'

/** What a morning found in the recruiter's engagements, after raising what is due. */
export type Findings = {
  readonly looked: readonly Looked[]
  readonly unreadable: readonly EngagementRow[]
}
export type Looked = { readonly engagement: Engagement; readonly assessment: Assessment }

/**
 * Looks at every engagement whose hour has come or that has a task open, and appends what its assessment adds. One
 * that can't be read is told as such and keeps no other from its digest. `since` is the digest before, a UTC instant,
 * or null where none was of late: where the firm's policy or the recruiter's calendar changed after it, every engagement
 * is looked at, and its row laid anew.
 */
export const lookAt = async (
  rows: readonly EngagementRow[],
  morning: Morning,
  since: string | null,
  log: EventLog,
  views: Views,
): Promise<Findings> => {
  const changes = [morning.firm.policyChangedAt, morning.recruiter.calendarChangedAt]
  const isMeasuredAnew = changes.some(at => at !== undefined && (since === null || Date.parse(at) > Date.parse(since)))
  const due = rows.filter(
    row => isKept(row) && (isMeasuredAnew || row.openTasks.length > 0 || isAwake(row, morning.now)),
  )
  const seen = await Promise.all(due.map(row => assessed(row, morning, log, views)))
  const readable = seen.filter(one => one !== null)
  const chosen = { expectation: chosenExpectation(readable, morning), offered: chosenOffers(readable, morning) }
  const looked: Looked[] = []
  const unreadable: EngagementRow[] = []
  for (const row of due) {
    const one = seen.find(candidate => candidate?.row === row)
    if (!one) {
      unreadable.push(row)
      continue
    }
    const after = await raised(one, morning, log, views, chosen)
    looked.push(after)
    if (isMeasuredAnew) await layAnew(after.engagement, morning, views)
  }
  return { looked, unreadable }
}

/** When to look again was worked out by the windows and days before; nothing else would work it out anew. */
const layAnew = (engagement: Engagement, { firm, recruiter, now }: Morning, views: Views): Promise<void> =>
  views.rewrite(
    rowOfEngagement(
      recruiter,
      engagement,
      { policy: firm.policy, calendar: recruiter.calendar },
      later(now, engagement.recordedAt),
    ),
  )

const isAwake = (row: EngagementRow, now: string): boolean =>
  row.wakeAt !== null && Date.parse(row.wakeAt) <= Date.parse(now)

type Seen = Looked & { readonly row: EngagementRow }

const streamOf = ({ firm, recruiter }: Morning, row: EngagementRow) =>
  engagementStream(firm.firm, recruiter.recruiter, row.engagement)

const assessed = async (row: EngagementRow, morning: Morning, log: EventLog, views: Views): Promise<Seen | null> => {
  try {
    const { events } = await log.load(streamOf(morning, row))
    const engagement = fold(events)
    if (engagement.stage === 'unopened') return null
    return { row, engagement, assessment: await assessNow(engagement, morning, views) }
  } catch (error) {
    reportFailure({ function: 'morning' }, error)
    return null
  }
}

const assessNow = (engagement: Engagement, { firm, recruiter, now }: Morning, views: Views): Promise<Assessment> =>
  assessAmong(
    engagement,
    { ...firm, recruiter: recruiter.recruiter, calendar: recruiter.calendar },
    later(now, engagement.recordedAt),
    views,
  )

const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b)

/** One expectation is raised a day in all: after a tension the tense contact's, else the longest due. */
const chosenExpectation = (seen: readonly Seen[], morning: Morning): string | null => {
  const raisedToday = seen.some(({ engagement }) =>
    engagement.tasks.some(
      task => isExpectation(task) && localDate(morning.recruiter.calendar, task.raisedAt) === morning.today,
    ),
  )
  if (raisedToday) return null
  const waiting = seen.flatMap(({ engagement, assessment }) =>
    assessment.due
      .filter(play => isExpectation(play) && !openTasks(engagement).some(task => isSame(task, play)))
      .map(play => ({ key: keyOf(engagement, play), due: play.due, tension: followsTension(engagement, play) })),
  )
  const [first] = waiting.toSorted(
    (a, b) => Number(b.tension) - Number(a.tension) || a.due.localeCompare(b.due) || a.key.localeCompare(b.key),
  )
  return first?.key ?? null
}

/** What may be raised this morning of that which is rationed across engagements. */
type Chosen = { readonly expectation: string | null; readonly offered: ReadonlySet<string> }

/** Accounts silent for more than ninety days come up two a day, the longest silent first. */
const OFFERS_A_DAY = 2
const LONG_SILENT_DAYS = 90

const isLongSilent = (play: DuePlay, engagement: Engagement, { firm, today }: Morning): boolean =>
  play.play === 'keep-in-touch' &&
  plusDays(play.due, LONG_SILENT_DAYS - policyFor(firm.policy, engagement).keepInTouchDays) < today

const chosenOffers = (seen: readonly Seen[], morning: Morning): ReadonlySet<string> => {
  const waiting = seen.flatMap(({ engagement, assessment }) =>
    assessment.due
      .filter(
        play => isLongSilent(play, engagement, morning) && !openTasks(engagement).some(task => isSame(task, play)),
      )
      .map(play => ({ key: keyOf(engagement, play), due: play.due })),
  )
  return new Set(
    waiting
      .toSorted((a, b) => a.due.localeCompare(b.due) || a.key.localeCompare(b.key))
      .slice(0, OFFERS_A_DAY)
      .map(({ key }) => key),
  )
}

const isExpectation = ({ play }: { readonly play: string }): boolean => play === 'set-expectations'
const isSame = (task: { play: string; contact?: string }, play: DuePlay): boolean =>
  task.play === play.play && task.contact === play.contact
const keyOf = (engagement: Engagement, play: DuePlay): string => `${engagement.id} ${play.contact ?? ''}`
const followsTension = (engagement: Engagement, play: DuePlay): boolean =>
  engagement.facts.some(fact => fact.type === 'TensionResolved' && play.because.includes(fact.position))

const raised = async (
  one: Seen,
  morning: Morning,
  log: EventLog,
  views: Views,
  { expectation, offered }: Chosen,
): Promise<Looked> => {
  let { assessment } = one
  const outcome = await execute(log, streamOf(morning, one.row), fold, async state => {
    if (state.stage === 'unopened') return []
    // Somebody may have written since: the decision is made of what the log says now.
    if (state.position !== one.engagement.position) assessment = await assessNow(state, morning, views)
    return evaluate(
      state,
      assessment,
      morning.recruiter.calendar,
      {
        id: CommandId.parse(`morning.${morning.today}.${one.engagement.id}.${state.position}`),
        at: later(morning.now, state.recordedAt),
        now: later(morning.now, state.recordedAt),
        by: 'system',
        source: 'evaluation',
        evidence: 'inferred',
      },
      play =>
        (isExpectation(play) && keyOf(state, play) !== expectation) ||
        (isLongSilent(play, state, morning) && !offered.has(keyOf(state, play))),
    )
  })
  const state = 'state' in outcome ? outcome.state : one.engagement
  return { engagement: state.stage === 'unopened' ? one.engagement : state, assessment }
}

/** Reminders whose day has come since the digest before: their day may have been a day off. */
export const remindersFor = (rows: readonly EngagementRow[], morning: Morning, previous: string) =>
  rows.flatMap(row =>
    row.reminders
      .filter(reminder => reminder.due > previous && reminder.due <= morning.today)
      .map(reminder => ({ engagement: row.engagement, client: row.client, what: reminder.what })),
  )

/** The working day before this one. */
export const dayBefore = (morning: Morning): string => {
  let day = plusDays(morning.today, -1)
  while (!isWorkingDay(morning.recruiter.calendar, day)) day = plusDays(day, -1)
  return day
}
