import { digestInstant, dueAfterDays, localDate, workingDaysSince } from '../calendar/days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { isKept, type State } from '../engagement/state.ts'
import type { Policy } from '../policy.ts'
import { type Around, nothingAround } from './around.ts'
import { type Assessment, type DuePlay, PLAY_NAMES, type Status } from './assessment.ts'
import { counted, millis } from './chronicle.ts'
import { isLive } from './live.ts'
import { lookoutAt } from './lookout.ts'
import { isQuiet } from './rules/afterwards.ts'
import { barredAfterWord, colleaguesNow, speakFirst } from './rules/colleagues.ts'
import { meetingAhead } from './rules/rule.ts'
import { type Row, table } from './rules/table.ts'
import type { Story } from './story.ts'
import { tellStory } from './tell.ts'

const settled: Assessment = {
  status: 'closed',
  ball: null,
  silentSince: null,
  silentContact: null,
  workingDaysSilent: 0,
  attempts: [],
  due: [],
  colleagues: [],
  wakeAt: null,
}

/**
 * What an engagement's log means at an instant: status, whose ball, how long silent, which plays are due for whom and
 * because of which events, and when to look again. Pure: it follows from the log, the policy, the calendar and what
 * lies around. `now` is a UTC instant; dates are local to the calendar's zone.
 */
export const assess = (
  state: State,
  policy: Policy,
  calendar: WorkingCalendar,
  now: string,
  around: Around = nothingAround,
): Assessment => {
  if (!isKept(state)) return settled
  const lookout = lookoutAt(now)
  const story = tellStory(state, policy, calendar, lookout)
  const phase = phaseOf(story)
  const colleagues = colleaguesNow(story, around)
  const barred = barredAfterWord(story, colleagues, around)
  const asked = table.filter(row => row.while === phase).flatMap(row => row.rule(story, barred))
  const due = speakFirst(story, colleagues, asked).toSorted(
    (a, b) => PLAY_NAMES.indexOf(a.play) - PLAY_NAMES.indexOf(b.play),
  )
  const status = statusOf(story)
  const since = story.silence?.since ?? story.owed[0]?.at ?? null
  return {
    status,
    ball: story.ball,
    silentSince: since,
    silentContact: story.silence?.contact ?? null,
    workingDaysSilent: since ? workingDaysSince(calendar, since, localDate(calendar, now)) : 0,
    attempts: story.attempts.flatMap(attempt => (attempt.contact ? [{ ...attempt, contact: attempt.contact }] : [])),
    due: distinct(due),
    colleagues,
    wakeAt: lookout.next(),
  }
}

const phaseOf = (story: Story): Row['while'] => {
  if (story.paused || story.closed) return 'paused-or-closed'
  return story.meetings.some(meeting => meeting.outcome === 'unreported') ? 'meeting-unreported' : 'open'
}

/** Two rules may ask for the same play with the same person: the earlier day, with both causes. */
const distinct = (due: readonly DuePlay[]): readonly DuePlay[] => {
  const byPlay = new Map<string, DuePlay>()
  for (const play of due) {
    const key = `${play.play} ${play.contact ?? ''}`
    const other = byPlay.get(key)
    byPlay.set(
      key,
      other
        ? {
            ...other,
            due: other.due < play.due ? other.due : play.due,
            because: [...new Set([...other.because, ...play.because])],
          }
        : play,
    )
  }
  return [...byPlay.values()]
}

const statusOf = (story: Story): Status => {
  if (story.closed) return 'closed'
  if (story.paused) return 'paused'
  if (!isLive(story)) return 'resting'
  if (tensionLeftAlone(story)) return 'backed-away'
  if (isDark(story)) return 'dark'
  if (isQuiet(story)) return 'quiet'
  if (story.ball === 'ours') return backedAway(story) ? 'backed-away' : 'our-turn'
  if (meetingAhead(story)) return 'on-track'
  return story.ball === 'theirs' ? 'waiting' : 'on-track'
}

/** Owning the ball has failed, or twenty days silent. */
const isDark = (story: Story): boolean => {
  const { silence, calendar, policy, lookout } = story
  if (!silence || silence.from === 'participation' || meetingAhead(story)) return false
  const owned = counted(
    story.attempts.filter(attempt => attempt.play === 'own-the-dropped-ball' && attempt.contact === silence.contact),
  )[0]
  const failed = owned && dueAfterDays(calendar, owned.at, policy.introducerAfterDays)
  return (
    (failed !== undefined && lookout.passed(digestInstant(calendar, failed))) ||
    lookout.passed(digestInstant(calendar, dueAfterDays(calendar, silence.since, policy.darkAfterDays)))
  )
}

const backedAway = (story: Story): boolean => {
  const first = story.owed[0]
  return (
    first !== undefined &&
    story.lookout.passed(
      digestInstant(story.calendar, dueAfterDays(story.calendar, first.at, story.policy.backedAwayDays)),
    )
  )
}

/** A tension is open, and nothing went out since it was reported, for longer than its window. */
const tensionLeftAlone = (story: Story): boolean =>
  story.tensions.some(
    tension =>
      !story.touches.some(touch => !touch.inbound && millis(touch.at) > millis(tension.at)) &&
      story.lookout.passed(
        digestInstant(story.calendar, dueAfterDays(story.calendar, tension.at, story.policy.backedAwayTensionDays)),
      ),
  )
