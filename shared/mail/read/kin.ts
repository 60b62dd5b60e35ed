import { localDate } from '../../domain/calendar/days.ts'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { CommandOf } from '../../domain/engagement/commands.ts'
import type { EventOf, Fact } from '../../domain/engagement/events.ts'
import type { PlannedCommand } from '../../domain/note.ts'
import { timeOfDay } from '../../domain/plays/words.ts'
import { TouchpointId } from '../../domain/vocabulary.ts'
import { isMailId, isUndated, namesItsMessage, plainSubject } from './mail-id.ts'
import type { Occasion } from './reading.ts'

/** Whether a touchpoint that is told stands in the log already, by whichever way it came there. */

export type Touch = Fact & EventOf<'TouchpointLogged'>
export type Telling = PlannedCommand & { readonly command: CommandOf<'LogTouchpoint'> }

/** How a touchpoint that is told stands to those in the log. */
type Kin =
  | { readonly is: 'new' }
  /** Told again: recorded where the log would not know it by its id another time. */
  | { readonly is: 'same'; readonly as: Touch; readonly recorded: boolean }
  | { readonly is: 'near'; readonly to: Touch }

const NEW: Kin = { is: 'new' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The id under which a command logs its touchpoint. */
export const idOf = ({ id, command }: Telling): TouchpointId =>
  command.touchpoint ?? TouchpointId.parse(`t.${id}`.slice(0, 128))

/** `taken` are those that the same message has told of before; `isNews`: it brought something that the log has not. */
export const kinOf = (
  planned: Telling,
  facts: readonly Fact[],
  taken: ReadonlySet<TouchpointId>,
  calendar: WorkingCalendar,
  occasion: Occasion,
  isNews: boolean,
): Kin => {
  const { command } = planned
  const alike = facts.filter(
    (fact): fact is Touch =>
      fact.type === 'TouchpointLogged' &&
      fact.contact === command.contact &&
      fact.direction === command.direction &&
      fact.channel === command.channel &&
      fact.outcome === command.outcome,
  )
  const known = alike.find(({ touchpoint }) => touchpoint === idOf(planned))
  if (known) return { is: 'same', as: known, recorded: false }
  const confirmed = facts.filter(fact => fact.type === 'TouchpointConfirmed')
  const again = confirmed.find(fact => fact.as === idOf(planned))
  const confirms = again && alike.find(({ touchpoint }) => touchpoint === again.touchpoint)
  if (confirms) return { is: 'same', as: confirms, recorded: false }

  const day = localDate(calendar, planned.at)
  const sameDay = alike.filter(touch => localDate(calendar, touch.at) === day)
  if (command.touchpoint && isMailId(command.touchpoint)) {
    const byMail = kinOfMails(planned, command.touchpoint, alike)
    if (byMail.is !== 'new') return byMail
    const noted = isUndated(command.touchpoint)
      ? undefined
      : sameDay.find(
          touch =>
            !isMailId(touch.touchpoint) &&
            !taken.has(touch.touchpoint) &&
            !confirmed.some(fact => fact.touchpoint === touch.touchpoint && isMailId(fact.as)) &&
            tellsOf(touch, touch.recordedAt, planned.at, calendar),
        )
    return noted ? { is: 'same', as: noted, recorded: true } : NEW
  }
  return kinOfNote(planned, sameDay, taken, confirmed, calendar, occasion, isNews)
}

/** Two mails with one contact, the same way: by Message-ID where both name it, else by minute and subject. */
const kinOfMails = (planned: Telling, id: TouchpointId, alike: readonly Touch[]): Kin => {
  const mails = alike.filter(({ touchpoint }) => isMailId(touchpoint))
  const verdicts = mails.map(touch => ({ touch, verdict: compare(planned, id, touch) }))
  const same = verdicts.find(({ verdict }) => verdict === 'same')
  if (same) return { is: 'same', as: same.touch, recorded: false }
  const near = verdicts.findLast(({ verdict }) => verdict === 'near')
  return near ? { is: 'near', to: near.touch } : NEW
}

const compare = ({ at, command }: Telling, id: TouchpointId, touch: Touch): 'same' | 'near' | 'other' => {
  const apart = Math.abs(Date.parse(at) - Date.parse(touch.at))
  const minutes = Math.abs(minuteOf(at) - minuteOf(touch.at))
  const sameSubject = plainSubject(command.summary ?? '') === plainSubject(touch.summary ?? '')
  // A service on the way may give a mail another Message-ID; its own date stays.
  if (namesItsMessage(id) && namesItsMessage(touch.touchpoint)) return apart < 1000 && sameSubject ? 'same' : 'other'
  if (isUndated(id) || isUndated(touch.touchpoint)) return sameSubject ? 'near' : 'other'
  if (minutes <= 1) return sameSubject ? 'same' : 'near'
  return sameSubject && isZonesApart(apart) ? 'near' : 'other'
}

const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / MINUTE)

/** A forward shows the hour of some zone, and not always which: whole hours apart may be the same moment. */
const isZonesApart = (apart: number): boolean => {
  const beside = apart % HOUR
  return apart <= 14 * HOUR && (beside <= MINUTE || beside >= HOUR - MINUTE)
}

/** A note of what a mail, a press or another program recorded that day. */
const kinOfNote = (
  planned: Telling,
  sameDay: readonly Touch[],
  taken: ReadonlySet<TouchpointId>,
  confirmed: readonly EventOf<'TouchpointConfirmed'>[],
  calendar: WorkingCalendar,
  occasion: Occasion,
  isNews: boolean,
): Kin => {
  const { command, at } = planned
  const more = ANOTHER.test(command.summary ?? '')
  const told = { at, recordedAt: occasion.sentAt }
  const recorded = sameDay.filter(
    touch =>
      !taken.has(touch.touchpoint) &&
      (touch.acknowledgement ?? false) === (command.acknowledgement ?? false) &&
      (isMailId(touch.touchpoint) || (command.direction === 'outbound' && touch.source !== 'note')) &&
      tellsOf(told, occasion.sentAt, touch.at, calendar),
  )
  const mails = recorded.filter(({ touchpoint }) => isMailId(touchpoint))
  const free = mails.find(
    ({ touchpoint }) => !confirmed.some(fact => fact.touchpoint === touchpoint && !isMailId(fact.as)),
  )
  if (free && !more && !isNews) return { is: 'same', as: free, recorded: true }
  const last = recorded.at(-1)
  return last && (free || !more) ? { is: 'near', to: last } : NEW
}

/** Words of one more than there was; of one more than which, they do not say. */
const ANOTHER = /\b(again|another|second|2nd|third|3rd|once more|as well|too|also)\b/i

/** Whether what was told at `toldAt` can be of something at `at`: it was past by then, and no other hour was named. */
const tellsOf = (
  told: { readonly at: string; readonly recordedAt: string },
  toldAt: string,
  at: string,
  calendar: WorkingCalendar,
): boolean => {
  if (Date.parse(at) > Date.parse(toldAt) + 2 * MINUTE) return false
  const isHour = !isNoon(told.at, calendar) && Math.abs(Date.parse(told.recordedAt) - Date.parse(told.at)) > 30 * MINUTE
  return !isHour || Math.abs(Date.parse(told.at) - Date.parse(at)) <= 3 * HOUR
}
/** Noon stands for a day that was told without an hour. */
const isNoon = (instant: string, calendar: WorkingCalendar): boolean => timeOfDay(instant, calendar) === '12:00 pm'
