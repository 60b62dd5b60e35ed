import { Temporal } from 'temporal-polyfill'
import { isWorkingDay, localDate, plusDays } from '../../domain/calendar/days.ts'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { Fact } from '../../domain/engagement/events.ts'
import { counted, dayAndMonth } from '../../domain/plays/words.ts'
import type { Assessment } from '../../domain/silence/assessment.ts'
import { CONVERSATIONS, OUR_MILESTONES } from '../../domain/vocabulary.ts'
import type { Entry } from './rank.ts'

/**
 * A silence drawn in characters: a row for them, a row for us, a column for each working day or each week, and the
 * quiet side shaded up to today. It needs no image.
 */
export type Picture = {
  readonly columns: readonly Column[]
  /** The first column's date and the last one's: "8 September", "today". */
  readonly from: string
  readonly unit: 'day' | 'week'
  /** The same as a sentence, for whoever cannot see it. */
  readonly inWords: string
}
type Column = { readonly them: Cell; readonly us: Cell }
export type Cell = 'contact' | 'missed' | 'silent' | 'nothing'

const MOST_COLUMNS = 22

/** The picture of an entry's silence; none where there is no silence to show. */
export const drawSilence = (entry: Entry, calendar: WorkingCalendar, today: string): Picture | undefined => {
  const { engagement, assessment } = entry
  if (!assessment.silentSince || assessment.workingDaysSilent === 0) return undefined
  const marks = engagement.facts
    .flatMap(fact => markOf(fact, entry))
    .filter(mark => localDate(calendar, mark.at) <= today)
  const silentFrom = localDate(calendar, assessment.silentSince)
  const first = marks.map(mark => localDate(calendar, mark.at)).toSorted()[0] ?? silentFrom
  const days = workingDates(calendar, first, today)
  const unit = days.length <= MOST_COLUMNS ? 'day' : 'week'
  const starts = (unit === 'day' ? days : mondays(first, today)).slice(-MOST_COLUMNS)
  const from = starts[0]
  if (from === undefined) return undefined
  const columns = starts.map((start, index): Column => {
    const until = starts[index + 1] ?? plusDays(today, 1)
    const here = marks.filter(mark => {
      const date = localDate(calendar, mark.at)
      return date >= start && date < until
    })
    const silent = until > plusDays(silentFrom, 1)
    return {
      them: cell(here, 'them', silent && assessment.ball !== 'ours'),
      us: cell(here, 'us', silent && assessment.ball === 'ours'),
    }
  })
  const since = dayAndMonth(from, today)
  return {
    columns,
    from: since,
    unit,
    inWords: `Since ${since}: ${said(columns, unit, assessment)}.`,
  }
}

/** "contact from them on five days; nothing from you; they missed a meeting; now six working days of silence from them". */
const said = (columns: readonly Column[], unit: Picture['unit'], { ball, workingDaysSilent }: Assessment): string => {
  const number = (side: Mark['side'], what: Cell) => columns.filter(column => column[side] === what).length
  const contact = (from: string, count: number) =>
    count === 0
      ? `nothing from ${from}`
      : `contact from ${from} ${unit === 'day' ? 'on' : 'in'} ${counted(count, unit)}`
  const missed = (who: string, count: number) =>
    count === 0 ? [] : [`${who} missed ${count === 1 ? 'a meeting' : counted(count, 'meeting')}`]
  return [
    contact('them', number('them', 'contact')),
    contact('you', number('us', 'contact')),
    ...missed('they', number('them', 'missed')),
    ...missed('you', number('us', 'missed')),
    `now ${counted(workingDaysSilent, 'working day')} of silence from ${ball === 'ours' ? 'you' : 'them'}`,
  ].join('; ')
}

type Mark = { readonly at: string; readonly side: 'them' | 'us'; readonly cell: 'contact' | 'missed' }

const markOf = (fact: Fact, { engagement }: Entry): readonly Mark[] => {
  const mark = (side: Mark['side'], at = fact.at, cell: Mark['cell'] = 'contact'): Mark => ({ at, side, cell })
  switch (fact.type) {
    case 'TouchpointLogged':
      if (CONVERSATIONS.has(fact.outcome)) return [mark('them'), mark('us')]
      return [mark(fact.direction === 'inbound' ? 'them' : 'us')]
    case 'MeetingHeld':
      return [mark('them'), mark('us')]
    case 'MilestoneReached':
      return [mark(OUR_MILESTONES.has(fact.milestone) ? 'us' : 'them')]
    case 'MeetingMissed': {
      const at = engagement.meetings.find(meeting => meeting.id === fact.meeting)?.startsAt ?? fact.at
      return [mark(fact.missedBy === 'client' ? 'them' : 'us', at, 'missed')]
    }
    default:
      return []
  }
}

const cell = (marks: readonly Mark[], side: Mark['side'], silent: boolean): Cell => {
  const mine = marks.filter(mark => mark.side === side)
  if (mine.some(mark => mark.cell === 'missed')) return 'missed'
  return mine.length > 0 ? 'contact' : silent ? 'silent' : 'nothing'
}

/** Working dates from a day to today; a day off on which something happened counts as the working day before. */
const workingDates = (calendar: WorkingCalendar, from: string, today: string): readonly string[] => {
  const dates: string[] = []
  let first = from
  while (!isWorkingDay(calendar, first) && first > plusDays(from, -14)) first = plusDays(first, -1)
  for (let day = first; day <= today && dates.length <= MOST_COLUMNS; day = plusDays(day, 1))
    if (isWorkingDay(calendar, day) || day === today) dates.push(day)
  return dates
}

/** The Mondays of the last weeks up to today's, no earlier than the week of a day. */
const mondays = (from: string, today: string): readonly string[] => {
  const monday = (date: string) => plusDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
  const earliest = [monday(from), plusDays(monday(today), -7 * (MOST_COLUMNS - 1))].toSorted().at(-1) ?? today
  const dates: string[] = []
  for (let day = earliest; day <= today; day = plusDays(day, 7)) dates.push(day)
  return dates
}
