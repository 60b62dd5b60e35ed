import { localDate, localInstant } from '../../../domain/calendar/days.ts'
import type { PlannedCommand, Question } from '../../../domain/note.ts'
import { timeOfDay, weekdayAndDate } from '../../../domain/plays/words.ts'
import type { CalendarEntry } from '../../../domain/vocabulary.ts'
import type { Address } from '../addresses.ts'
import type { Invitation, Span } from '../calendar.ts'
import { personName } from '../company.ts'
import type { Plan } from '../plan.ts'
import type { Book } from '../reading.ts'
import { entryOf, entryOfDay } from './meeting-known.ts'

/** What is asked about when a meeting is. */

/** What books it on a day. */
export type Booking = (day: Span, entry: CalendarEntry) => readonly PlannedCommand[]

type Asking = {
  readonly start: Plan
  readonly invitation: Invitation
  readonly people: readonly Address[]
  readonly booking: Booking
}

/** What stands in a calendar as a whole day is met within these hours. */
export const WHOLE_DAY = ['09:00', '17:00'] as const

/** "Monday 21 September, 10:00 am" in the recruiter's zone. */
export const spoken = ({ recruiter }: Book, startsAt: string, now: string): string => {
  const today = localDate(recruiter.calendar, now)
  return `${weekdayAndDate(localDate(recruiter.calendar, startsAt), today)}, ${timeOfDay(startsAt, recruiter.calendar)}`
}

export const called = ({ title }: Invitation): string => (title === '' ? 'The meeting' : `"${title.slice(0, 120)}"`)

const withWhom = (people: readonly Address[]): string => {
  const [first, ...others] = people.map(personName)
  if (first === undefined) return ''
  return ` with ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`
}

const NO_MEETING = { word: 'none', label: 'No meeting', commands: [] } as const

/** A series is no meeting: each of its days is one, and the recruiter says which of them matters. */
export const whichDay = ({ start, invitation, people, booking }: Asking): Question => {
  const days = invitation.next.map((day, index) => ({
    word: `day-${index + 1}`,
    label: spoken(start.book, day.startsAt, start.occasion.arrivedAt),
    commands: booking(day, entryOfDay(invitation, day)),
  }))
  const ask =
    days.length > 0 ? 'Which day should count as a meeting?' : 'Write me the date and time that counts as a meeting.'
  return {
    text: `${called(invitation)}${withWhom(people)} repeats. ${ask}`.slice(0, 500),
    answers: [...days, { word: 'none', label: 'None of these', commands: [] }],
  }
}

export const wholeDay = ({ start, invitation, people, booking }: Asking, time: Span): Question => {
  const { calendar } = start.book.recruiter
  const date = localDate(calendar, time.startsAt)
  const [from, to] = WHOLE_DAY
  const day = { startsAt: localInstant(calendar, date, from), endsAt: localInstant(calendar, date, to) }
  const when = weekdayAndDate(date, localDate(calendar, start.occasion.arrivedAt))
  const ask = 'Do you meet then? If at a certain hour, write it to me.'
  return {
    text: `${called(invitation)}${withWhom(people)} lasts all of ${when}. ${ask}`.slice(0, 500),
    answers: [
      { word: 'meeting', label: 'Yes, we meet that day', commands: booking(day, entryOf(invitation)) },
      NO_MEETING,
    ],
  }
}

/** A date that is years away is asked about, with its year. */
export const isThatSo = ({ start, invitation, people, booking }: Asking, time: Span): Question => {
  const when = spoken(start.book, time.startsAt, start.occasion.arrivedAt)
  const ask = 'Is that right? If not, write me the date and time.'
  return {
    text: `${called(invitation)}${withWhom(people)} is on ${when}. ${ask}`.slice(0, 500),
    answers: [
      { word: 'meeting', label: 'Yes, we meet then', commands: booking(time, entryOf(invitation)) },
      NO_MEETING,
    ],
  }
}

/** Where its words leave open when it is. */
export const whenIsIt = (invitation: Invitation, people: readonly Address[]): Question => ({
  text: `${called(invitation)}${withWhom(people)}: when is it? Write me the date and time.`.slice(0, 500),
  answers: [NO_MEETING],
})
