import { createHash } from 'node:crypto'
import { firstDigestFrom, localDate } from '../../shared/domain/calendar/days.ts'
import { contactOf, type Engagement, openTasks, type Task } from '../../shared/domain/engagement/state.ts'
import { meetingOf } from '../../shared/domain/plays/facts.ts'
import { playNamed, plays } from '../../shared/domain/plays/index.ts'
import { oneLine, printable } from '../../shared/domain/plays/words.ts'
import { nextPlay } from '../../shared/domain/silence/ahead.ts'
import { lookoutAt } from '../../shared/domain/silence/lookout.ts'
import { tellStory } from '../../shared/domain/silence/tell.ts'
import type { ContactId } from '../../shared/domain/vocabulary.ts'
import type { Owner } from '../../shared/runtime/say.ts'

/** What one account puts into its recruiter's calendar. Dates are the recruiter's own; texts are plain, on one line. */
export type Entry = {
  /**
   * The same for as long as it is the same thing: a play for a person is one entry from when it is foreseen until it is
   * settled, whatever day it moves to.
   */
  readonly uid: string
  readonly date: string
  readonly summary: string
  readonly details: readonly string[]
  /** Due only if nothing happens till then. */
  readonly isForeseen: boolean
}

/** Tasks that are open, reports on meetings, reminders from today on, and the play that comes next where none is open. */
export const entriesOf = (engagement: Engagement, owner: Owner, now: string): readonly Entry[] => {
  const tasks = openTasks(engagement)
    .filter(task => playNamed(task.play)?.shape === 'task')
    .map(task => entryOfTask(engagement, task))
  const reports = reportsOn(engagement, owner, now).filter(({ uid }) => tasks.every(task => task.uid !== uid))
  const isSettled = tasks.length === 0 && reports.length === 0
  return [
    ...tasks,
    ...reports,
    ...(isSettled ? foreseen(engagement, owner, now) : []),
    ...reminders(engagement, localDate(owner.calendar, now)),
  ]
}

const entryOfTask = (engagement: Engagement, task: Task): Entry => {
  const meeting = task.play === 'report-the-meeting' ? meetingOf(task, engagement) : undefined
  const date = task.putOffUntil && task.putOffUntil > task.due ? task.putOffUntil : task.due
  return meeting
    ? reportOn(engagement, meeting, date)
    : { ...play(engagement, task.play, task.contact), date, isForeseen: false }
}

/** Every meeting of which nobody said what became of it, whether it is over or still ahead. */
const reportsOn = (engagement: Engagement, { policy, calendar }: Owner, now: string): readonly Entry[] => {
  const story = tellStory(engagement, policy, calendar, lookoutAt(now))
  if (story.paused || story.closed) return []
  return story.meetings
    .filter(({ outcome }) => outcome === 'ahead' || outcome === 'unreported')
    .flatMap(({ because, endsAt }) => {
      const booking = engagement.facts.find(fact => fact.type === 'MeetingBooked' && because.includes(fact.position))
      return booking?.type === 'MeetingBooked'
        ? [reportOn(engagement, { id: booking.meeting, title: booking.title }, firstDigestFrom(calendar, endsAt))]
        : []
    })
}

const reportOn = (engagement: Engagement, meeting: { id: string; title: string }, date: string): Entry => ({
  uid: uidOf('meeting', engagement.id, meeting.id),
  date,
  summary: saidOf(plays['report-the-meeting'].title, printable(meeting.title), engagement),
  details: ['What became of it?'],
  isForeseen: false,
})

const foreseen = (engagement: Engagement, { policy, calendar }: Owner, now: string): readonly Entry[] => {
  const next = nextPlay(engagement, policy, calendar, now, ({ play }) => plays[play].shape === 'task')
  if (!next) return []
  const { details, ...entry } = play(engagement, next.play, next.contact)
  return [{ ...entry, date: next.due, details: ['If nothing happens till then.', ...details], isForeseen: true }]
}

const play = (engagement: Engagement, name: string, id: ContactId | undefined) => {
  const contact = contactOf(engagement, id)
  return {
    uid: uidOf('play', engagement.id, name, id ?? ''),
    summary: saidOf(playNamed(name)?.title ?? name, contact && oneLine(contact.name), engagement),
    details: (contact?.phones ?? []).map(({ number }) => oneLine(number)),
  }
}

const reminders = (engagement: Engagement, today: string): readonly Entry[] =>
  engagement.facts
    .filter(fact => fact.type === 'ReminderNoted')
    .filter(({ due }) => due >= today)
    .map(({ due, what, position }) => ({
      uid: uidOf('reminder', engagement.id, String(position)),
      date: due,
      summary: `${oneLine(engagement.client)}: ${printable(what) ?? 'you noted something for this day'}`,
      details: ['You asked to be reminded.'],
      isForeseen: false,
    }))

/** "Own the dropped ball: Susan Reyes, Acme Molding". */
const saidOf = (title: string, what: string | undefined, { client }: Engagement): string =>
  `${title}: ${[...(what ? [what] : []), oneLine(client)].join(', ')}`

/** Ids are other programs' words too; a hash of them can't end a line. */
const uidOf = (...parts: readonly string[]): string =>
  `${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}@relight`
