import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Engagement } from '../engagement/state.ts'
import type { Policy } from '../policy.ts'
import { assess } from './assess.ts'
import type { Assessment, DuePlay } from './assessment.ts'

/** So many instants are looked ahead to: a silence leads to its first play in one or two. */
const LOOKS_AHEAD = 4

/** The play that is due at `now`, a UTC instant; else the first that will be, if nothing happens till then. */
export const nextPlay = (
  engagement: Engagement,
  policy: Policy,
  calendar: WorkingCalendar,
  now: string,
  counts: (play: DuePlay) => boolean = () => true,
): DuePlay | null => {
  let at: string | null = now
  for (let look = 0; at && look <= LOOKS_AHEAD; look++) {
    const { due, wakeAt }: Assessment = assess(engagement, policy, calendar, at)
    const [first] = due.filter(counts).toSorted((one, other) => one.due.localeCompare(other.due))
    if (first) return first
    at = wakeAt
  }
  return null
}
