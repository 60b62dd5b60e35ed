import { localDate } from '../../calendar/days.ts'
import type { Touch } from '../chronicle.ts'
import type { Story } from '../story.ts'
import { lapseDate } from '../window.ts'

/** What was tried with the silent contact, beside owning the ball, once the window had lapsed or the meeting passed. */
export const followUps = (story: Story): readonly Touch[] => {
  const { silence } = story
  if (!silence) return []
  const tries = story.attempts.filter(
    attempt => attempt.contact === silence.contact && attempt.play !== 'own-the-dropped-ball',
  )
  // Attempts on the day of a missed meeting count; those before are told as an earlier silence's.
  if (silence.from === 'missed-meeting') return tries
  const lapse = lapseDate(story, silence)
  return tries.filter(attempt => localDate(story.calendar, attempt.at) >= lapse)
}
