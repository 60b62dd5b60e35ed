import { ICalCalendar, ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { plusDays } from '../../shared/domain/calendar/days.ts'
import type { Engagement } from '../../shared/domain/engagement/state.ts'
import type { Entry } from './feed-entries.ts'

/** How often calendar programs are asked to look, in seconds; each keeps to its own mind. */
const LOOK_AGAIN_AFTER = 4 * 60 * 60

/**
 * An iCalendar (RFC 5545) of whole days. An entry's revision is that of its account: whatever is told of it may move the
 * day or change a name.
 */
export const calendarOf = (
  accounts: readonly { readonly engagement: Engagement; readonly entries: readonly Entry[] }[],
  publicUrl: string,
): string => {
  const calendar = new ICalCalendar({
    name: 'Relight',
    prodId: { company: 'Relight', product: 'Relight', language: 'EN' },
    ttl: LOOK_AGAIN_AFTER,
  })
  for (const { engagement, entries } of accounts)
    for (const { uid, date, summary, details, isForeseen } of entries) {
      const url = `${publicUrl}/account/${encodeURIComponent(engagement.id)}`
      calendar.createEvent({
        id: uid,
        sequence: engagement.position,
        stamp: new Date(engagement.recordedAt),
        allDay: true,
        start: Temporal.PlainDate.from(date),
        end: Temporal.PlainDate.from(plusDays(date, 1)),
        summary,
        description: [...details, url].join('\n'),
        url,
        status: isForeseen ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
        class: ICalEventClass.PRIVATE,
        // The day stays free for others: a task is no appointment.
        transparency: ICalEventTransparency.TRANSPARENT,
      })
    }
  return `${calendar}\r\n`
}
