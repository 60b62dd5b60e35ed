import type { Meeting } from '../../../../domain/engagement/state.ts'
import type { ContactId } from '../../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../../views/rows.ts'

/** The meeting a task asks about: the last one of its account that has begun. */
export const meetingOf = (row: EngagementRow, sentAt: string): Meeting | undefined =>
  row.meetings
    .filter(({ startsAt }) => Date.parse(startsAt) <= Date.parse(sentAt))
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .at(-1)

/** The meeting with one of these people that begins at the same time, whoever told of it first. */
export const meetingAt = (row: EngagementRow, startsAt: string, contacts: readonly ContactId[]): Meeting | undefined =>
  row.meetings.find(
    meeting =>
      Date.parse(meeting.startsAt) === Date.parse(startsAt) &&
      (meeting.contacts.length === 0 || meeting.contacts.some(contact => contacts.includes(contact))),
  )
