import { localDate } from '../calendar/days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Saying } from '../engagement/commands.ts'
import { recorded } from '../engagement/draft.ts'
import type { EngagementEvent } from '../engagement/events.ts'
import { type Engagement, openTasks } from '../engagement/state.ts'
import { TaskId } from '../vocabulary.ts'
import type { Assessment, DuePlay } from './assessment.ts'

/**
 * What an assessment adds to the log: a task for each play that is due and has none, `overtaken` for each open task
 * whose play is due no more, and the announcements of quiet and dark. Saying it twice adds nothing.
 *
 * `hold` keeps a play from being raised now; it stays due and is raised another morning (one expectation a day).
 */
export const evaluate = (
  engagement: Engagement,
  assessment: Assessment,
  calendar: WorkingCalendar,
  saying: Saying,
  hold: (play: DuePlay) => boolean = () => false,
): readonly EngagementEvent[] => {
  const event = recorded(saying)
  const today = localDate(calendar, saying.now)
  const open = openTasks(engagement)
  const same = (play: DuePlay) => (task: { play: string; contact?: string }) =>
    task.play === play.play && task.contact === play.contact
  const fresh = assessment.due.filter(play => !open.some(same(play)) && !hold(play))
  const overtaken = open.filter(task => !assessment.due.some(play => same(play)(task)))
  return [
    ...overtaken.map(task => event({ type: 'TaskSettled', task: task.id, how: 'overtaken' })),
    ...fresh.map((play, index) =>
      event({
        type: 'TaskRaised',
        task: TaskId.parse(`${engagement.id}.${engagement.tasks.length + index + 1}`),
        play: play.play,
        ...(play.contact ? { contact: play.contact } : {}),
        // What was due on a day that has gone by is first due in today's digest.
        due: play.due > today ? play.due : today,
        because: [...play.because],
      }),
    ),
    ...announcements(engagement, assessment).map(event),
  ]
}

type Announcement = {
  type: 'WentQuiet' | 'WentDark'
  since: string
  contact?: NonNullable<Assessment['silentContact']>
}

const announcements = (engagement: Engagement, assessment: Assessment): readonly Announcement[] => {
  const { status, silentSince, silentContact } = assessment
  if (!silentSince || assessment.ball !== 'theirs') return []
  const silence = { since: silentSince, ...(silentContact ? { contact: silentContact } : {}) }
  const announced = engagement.announced?.since === silentSince ? engagement.announced.status : null
  if (status === 'quiet' && announced === null) return [{ type: 'WentQuiet', ...silence }]
  if (status === 'dark' && announced !== 'dark') return [{ type: 'WentDark', ...silence }]
  return []
}
