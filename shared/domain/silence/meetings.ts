import { localDate } from '../calendar/days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Fact } from '../engagement/events.ts'
import type { ContactId } from '../vocabulary.ts'
import { millis, type Touch, touchOf } from './chronicle.ts'
import type { Lookout } from './lookout.ts'

/** What became of each meeting, by when it was to be, not by when that was reported. */
export type MeetingStory = {
  readonly outcome: 'ahead' | 'unreported' | 'held' | 'missed-by-client' | 'missed-by-us' | 'cancelled'
  readonly startsAt: string
  readonly endsAt: string
  readonly contacts: readonly ContactId[]
  /** Whom the report names: who missed it, or with whom it was held. */
  readonly contact: ContactId | null
  /** When it was booked; the report's own time where no booking is known. */
  readonly bookedAt: string
  /** When its outcome takes effect: the meeting's end, or the moment of the cancellation. */
  readonly at: string
  readonly because: readonly number[]
}

type Report = Extract<Fact, { type: 'MeetingHeld' | 'MeetingMissed' | 'MeetingCancelled' }>
type Booking = Extract<Fact, { type: 'MeetingBooked' }>

const isReport = (fact: Fact): fact is Report =>
  fact.type === 'MeetingHeld' || fact.type === 'MeetingMissed' || fact.type === 'MeetingCancelled'

export const meetingStories = (
  facts: readonly Fact[],
  calendar: WorkingCalendar,
  lookout: Lookout,
): readonly MeetingStory[] => {
  const bookings = new Map<string, Booking>()
  for (const fact of facts) if (fact.type === 'MeetingBooked') bookings.set(fact.meeting, fact)
  const reports = facts.filter(isReport)
  const touches = facts.filter(fact => fact.type === 'TouchpointLogged').map(touchOf)
  const taken = new Set<Report>()
  const stories = [...bookings.values()].map(booking => {
    const report =
      reports.findLast(candidate => candidate.meeting === booking.meeting) ??
      reports.find(
        candidate => !taken.has(candidate) && !bookings.has(candidate.meeting) && sameDay(candidate, booking, calendar),
      )
    // A meeting that was moved after its report counts as booked anew.
    const current = report && !supersedes(booking, report, calendar) ? report : undefined
    if (current) taken.add(current)
    return current ? reported(current, booking) : unreported(booking, touches, calendar, lookout)
  })
  const unbooked = reports
    .filter(report => !taken.has(report) && !bookings.has(report.meeting))
    .map(report => reported(report, undefined))
  return [...stories, ...unbooked]
}

const sameDay = (report: Report, booking: Booking, calendar: WorkingCalendar): boolean =>
  localDate(calendar, report.at) === localDate(calendar, booking.startsAt) &&
  (report.contact === undefined || booking.contacts.includes(report.contact))

const supersedes = (booking: Booking, report: Report, calendar: WorkingCalendar): boolean =>
  booking.meeting === report.meeting &&
  millis(booking.at) >= millis(report.at) &&
  localDate(calendar, booking.startsAt) > localDate(calendar, report.at)

const reported = (report: Report, booking: Booking | undefined): MeetingStory => ({
  outcome:
    report.type === 'MeetingHeld'
      ? 'held'
      : report.type === 'MeetingCancelled'
        ? 'cancelled'
        : report.missedBy === 'client'
          ? 'missed-by-client'
          : 'missed-by-us',
  startsAt: booking?.startsAt ?? report.at,
  endsAt: booking?.endsAt ?? report.at,
  contacts: booking?.contacts ?? (report.contact ? [report.contact] : []),
  contact: report.contact ?? null,
  bookedAt: booking?.at ?? report.at,
  at: report.type === 'MeetingCancelled' ? report.at : (booking?.endsAt ?? report.at),
  because: booking ? [booking.position, report.position] : [report.position],
})

const unreported = (
  booking: Booking,
  touches: readonly Touch[],
  calendar: WorkingCalendar,
  lookout: Lookout,
): MeetingStory => {
  const talk = touches.find(touch => tookPlace(touch, booking, calendar))
  return {
    outcome: talk ? 'held' : lookout.passed(booking.endsAt) ? 'unreported' : 'ahead',
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    contacts: booking.contacts,
    contact: talk?.contact ?? null,
    bookedAt: booking.at,
    at: talk?.at ?? booking.endsAt,
    because: [booking.position],
  }
}

/** A conversation with an invitee while the meeting ran, or a meeting noted for that day, is the meeting held. */
const tookPlace = (touch: Touch, booking: Booking, calendar: WorkingCalendar): boolean =>
  touch.kind === 'conversation' &&
  touch.contact !== null &&
  booking.contacts.includes(touch.contact) &&
  ((millis(touch.at) >= millis(booking.startsAt) && millis(touch.at) <= millis(booking.endsAt)) ||
    (touch.outcome === 'held' && localDate(calendar, touch.at) === localDate(calendar, booking.startsAt)))
