import { Temporal } from 'temporal-polyfill'
import type { When } from './dates.ts'
import { dateAfter, dateOf, happenedAt } from './days.ts'
import { doubt } from './doubts.ts'
import { clauseWords, type Said, type Scene } from './scene.ts'
import type { Unit } from './units.ts'

/** When a clause says that something happened, or is to happen. */

const AHEAD_OF_DAY = new Set(
  'date since by until before through for to starts start starting begins beginning due effective from reopens reopening back returns'.split(
    ' ',
  ),
)

/** "by Friday", "back Monday" name a day to come; "called back Monday" does not. */
const liesAhead = (units: readonly Unit[], at: number): boolean => {
  const before = units[at - 1]?.form ?? ''
  if (before === 'is' && units[at - 2]?.form === 'day') return true
  // "Contract to follow on Monday".
  if (units.slice(0, at).some(({ form }, place) => form === 'follow' && units[place - 1]?.form === 'to')) return true
  if (before === 'me' && TO_ME.has(units[at - 2]?.form ?? '')) return true
  // "Spoke to yesterday" is told of.
  if (before === 'to') return !['spoke', 'talked', 'wrote', 'spoken'].includes(units[at - 2]?.form ?? '')
  return before === 'back' ? !units.slice(0, at).some(({ form }) => CAME_BACK.has(form)) : AHEAD_OF_DAY.has(before)
}
/** "She said call me Monday". */
const TO_ME = new Set(['call', 'ring', 'email', 'text', 'ping', 'phone', 'try'])
const CAME_BACK = new Set(
  'called emailed texted wrote got came me us rung messaged sent returned signed went'.split(' '),
)

/** "A line about Thursday" is on Thursday's matter; "about two weeks ago" is when. */
const isTopic = (units: readonly Unit[], at: number): boolean =>
  ABOUT.has(units[at - 1]?.form ?? '') && units[at]?.when?.day?.kind === 'weekday'
const ABOUT = new Set(['about', 'regarding', 're', 'concerning'])

/** The days and hours at which something is told to have happened. */
export const toldWhens = (units: readonly Unit[]): readonly Unit[] =>
  units.filter((unit, at) => unit.when && !liesAhead(units, at) && !isTopic(units, at))

/** The day and time at which something is told to have happened. */
export const pastWhen = (units: readonly Unit[]): When | undefined => {
  const told = toldWhens(units)
  const day = told.find(unit => unit.when?.day)?.when?.day
  const minutes = told.find(unit => unit.when?.minutes !== undefined && (!unit.when.day || unit.when.day === day))?.when
    ?.minutes
  if (!day && minutes === undefined) return undefined
  return { ...(day ? { day } : {}), ...(minutes === undefined ? {} : { minutes }) }
}

/** "On 12/25", said in October, may be ten months ago or a slip: ask. */
export const askLongPast = (scene: Scene, told: readonly Said[]): void => {
  const day = scene.when?.day
  if (!scene.when || day?.kind !== 'date' || day.year !== undefined || scene.assumed.has(dayKey(scene.when))) return
  const date = dateOf(day, scene.today, 'past')
  const at = happenedAt(scene.when, scene.occasion, scene.book.recruiter.calendar)
  if (!date || scene.today.since(date).days < LONG_PAST_DAYS || !told.some(said => said.at === at)) return
  doubt(scene, {
    key: dayKey(scene.when),
    rule: 'a day long past',
    text: `Which day do you mean? You wrote: “${clauseWords(scene).slice(0, 200)}”`,
    options: [
      { value: 'then', word: date.toString(), label: `It happened on ${date}` },
      { value: 'today', word: 'today', label: `It happened on ${scene.today}` },
    ],
  })
}

export const withoutHour = (when: When | undefined): When | undefined => (when?.day ? { day: when.day } : undefined)

export const dayKey = (when: When): string =>
  when.day?.kind === 'date' ? `day ${when.day.month}-${when.day.day}` : 'day'

const LONG_PAST_DAYS = 150

/** The day that a clause names ahead: by Friday, tomorrow, in two weeks. */
export const dueIn = (scene: Scene, from = 0): string | undefined => {
  const units = scene.view
  const date = (unit: (typeof units)[number]): Temporal.PlainDate | undefined => {
    if (unit.when?.day) return dateOf(unit.when.day, scene.today, 'future')
    return unit.span && unit.span.unit !== 'minute' ? dateAfter(unit.span, scene.today) : undefined
  }
  const isPast = (unit: (typeof units)[number]): boolean => units[units.indexOf(unit) - 1]?.form === 'since'
  const after = units.slice(from).find(unit => (unit.when?.day || unit.span) && !isPast(unit))
  const found = after ?? units.find(unit => unit.when?.day && !isPast(unit))
  // "Ring her at 4" is for today, where it is not past.
  const { hour: now, minute } = Temporal.Instant.from(scene.occasion.sentAt).toZonedDateTimeISO(
    scene.book.recruiter.calendar.zone,
  )
  const hour = units.slice(from).some(unit => (unit.when?.minutes ?? 0) > now * 60 + minute)
  const named = found && date(found)
  // "Through January" ends with it; "until January" as it begins.
  const isThrough = found !== undefined && units[units.indexOf(found) - 1]?.form === 'through'
  const due =
    (isThrough ? named?.add(found.when?.day?.kind === 'month' ? { months: 1 } : { days: 1 }) : named) ??
    (hour ? scene.today : undefined)
  return due && Temporal.PlainDate.compare(due, scene.today) >= 0 ? due.toString() : undefined
}
