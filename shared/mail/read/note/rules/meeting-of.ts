import type { Meeting } from '../../../../domain/engagement/state.ts'
import type { EngagementRow } from '../../../../views/rows.ts'

/** The meeting a task asks about: the last one of its account that has begun. */
export const meetingOf = (row: EngagementRow, sentAt: string): Meeting | undefined =>
  row.meetings
    .filter(({ startsAt }) => Date.parse(startsAt) <= Date.parse(sentAt))
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .at(-1)
