import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts'
import { type When, whenAt } from '../note/dates.ts'
import { dateOf, sentDay } from '../note/days.ts'
import { tokenize } from '../note/words.ts'
import type { NamedTime, Occasion } from '../reading.ts'

/** What may stand around a day and an hour that are an answer by themselves. */
const WRAPPING = new Set(
  "it it's its is was on at the of for that this one let's lets let us say make count counts counted please thanks thank you hi hello yes ok okay just only we meet meeting a an as - – — , . ! ; : o'clock sharp am pm et ct mt pt".split(
    ' ',
  ),
)

/** The day and hour that an answer names, where it says nothing else; null where it names none, or more. Linear. */
export const namedTime = (words: string, occasion: Occasion, calendar: WorkingCalendar): NamedTime | null => {
  if (words.length > 120) return null
  const tokens = tokenize(words.replaceAll('\n', ' '))
  const monthFirst = calendar.zone.startsWith('America/')
  const found: When[] = []
  for (let at = 0; at < tokens.length; ) {
    const when = whenAt(tokens, at, monthFirst)
    if (when) {
      found.push(when.value)
      at += when.length
      continue
    }
    if (!WRAPPING.has(tokens[at]?.low ?? '')) return null
    at += 1
  }
  const days = found.flatMap(({ day }) => (day ? [day] : []))
  const hours = found.flatMap(({ minutes }) => (minutes === undefined ? [] : [minutes]))
  const [day, anotherDay] = days
  const [minutes, anotherHour] = hours
  if (anotherDay || anotherHour !== undefined || (!day && minutes === undefined)) return null
  const date = day ? dateOf(day, sentDay(occasion, calendar), 'future') : undefined
  if (day && !date) return null
  return { date: date?.toString() ?? null, minutes: minutes ?? null }
}
