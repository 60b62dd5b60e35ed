import { localDate } from '../../domain/calendar/days.ts'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { Command, CommandOf } from '../../domain/engagement/commands.ts'
import type { EventOf, Fact } from '../../domain/engagement/events.ts'
import type { PlannedCommand, Question } from '../../domain/note.ts'
import { oneLine, timeOfDay, weekdayAndDate } from '../../domain/plays/words.ts'
import { type EngagementId, OUR_MILESTONES, TouchpointId } from '../../domain/vocabulary.ts'
import { isMailId, isUndated, namesItsMessage, plainSubject } from './mail-id.ts'
import type { Book, Occasion, Reading } from './reading.ts'

/** One touchpoint, however many ways tell of it: a copy of the mail, a forward of it, and a note that it was sent. */

/** What the log holds of an engagement; nothing where it was never opened. */
export type Logged = (engagement: EngagementId) => readonly Fact[]

type Touch = Fact & EventOf<'TouchpointLogged'>
type Telling = PlannedCommand & { readonly command: CommandOf<'LogTouchpoint'> }

/** How a touchpoint that is told stands to those in the log. */
type Kin =
  | { readonly is: 'new' }
  /** Told again: recorded where the log would not know it by its id another time. */
  | { readonly is: 'same'; readonly as: Touch; readonly recorded: boolean }
  | { readonly is: 'near'; readonly to: Touch }

const NEW: Kin = { is: 'new' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * A reading without what the log holds already. A touchpoint that certainly stands there, by whichever way it came, is
 * left out or confirms it; one that may be the same is asked about, with one button for each. Pure.
 */
export const withoutRepeats = (reading: Reading, logged: Logged, book: Book, occasion: Occasion): Reading => {
  if (reading.status === 'held' || reading.status === 'nothing') return reading
  const { calendar } = book.recruiter
  const sifted = sift(reading.commands, logged, calendar, occasion)
  if (reading.status === 'asked') {
    const answers = reading.question.answers.map(answer => {
      const { commands, near } = sift(answer.commands, logged, calendar, occasion)
      return { ...answer, commands: [...commands, ...near.map(({ told }) => told)] }
    })
    const also = sifted.near.length > 0 ? ` ${leftOut(sifted.near, book, occasion)}` : ''
    const text = `${reading.question.text.slice(0, 500 - also.length)}${also}`
    return { ...reading, commands: sifted.commands, question: { ...reading.question, text, answers } }
  }
  const rule = reading.rule.slice(0, 100)
  if (sifted.near.length > 0)
    return { status: 'asked', rule, commands: sifted.commands, question: whether(sifted.near, book, occasion) }
  return sifted.commands.length > 0 || reading.commands.length === 0
    ? { ...reading, commands: sifted.commands }
    : { status: 'nothing', rule, why: 'It is recorded already: the same message came by another way.' }
}

type Near = { readonly told: Telling; readonly to: Touch }
type Sifted = { readonly commands: readonly PlannedCommand[]; readonly near: readonly Near[] }

const sift = (
  commands: readonly PlannedCommand[],
  logged: Logged,
  calendar: WorkingCalendar,
  occasion: Occasion,
): Sifted => {
  const taken = new Set<TouchpointId>()
  const near: Near[] = []
  const told = new Set<EngagementId>()
  const kept = commands.flatMap((planned): PlannedCommand[] => {
    if (!isTelling(planned)) return [planned]
    const facts = logged(planned.engagement)
    const kin = kinOf(planned, facts, taken, calendar, occasion, brings(planned, commands, facts, calendar))
    if (kin.is === 'new') return [planned]
    told.add(planned.engagement)
    if (kin.is === 'near') {
      near.push({ told: planned, to: kin.to })
      return []
    }
    taken.add(kin.as.touchpoint)
    return kin.recorded ? [confirming(planned, kin.as)] : []
  })
  const isRepeated = ({ engagement, command, at }: PlannedCommand): boolean =>
    told.has(engagement) && isReached(command, logged(engagement), localDate(calendar, at), calendar)
  return { commands: kept.filter(planned => !isRepeated(planned)), near }
}

/** Whether a note says of what it tells that it brought something, and nothing that day did: another mail may have. */
const brings = (
  told: Telling,
  commands: readonly PlannedCommand[],
  facts: readonly Fact[],
  calendar: WorkingCalendar,
): boolean =>
  told.command.direction === 'outbound' &&
  commands.some(
    ({ engagement, command, at }) =>
      engagement === told.engagement &&
      at === told.at &&
      command.command === 'ReachMilestone' &&
      OUR_MILESTONES.has(command.milestone) &&
      !isReached(command, facts, localDate(calendar, at), calendar),
  )

const isTelling = (planned: PlannedCommand): planned is Telling => planned.command.command === 'LogTouchpoint'

/** What the same mail brought before is not reached twice. */
const isReached = (command: Command, facts: readonly Fact[], day: string, calendar: WorkingCalendar): boolean =>
  command.command === 'ReachMilestone' &&
  facts.some(
    fact =>
      fact.type === 'MilestoneReached' &&
      fact.milestone === command.milestone &&
      localDate(calendar, fact.at) === day &&
      (!fact.contact || !command.contact || fact.contact === command.contact),
  )

/** The id under which a command logs its touchpoint. */
const idOf = ({ id, command }: Telling): TouchpointId =>
  command.touchpoint ?? TouchpointId.parse(`t.${id}`.slice(0, 128))

const confirming = (planned: Telling, touch: Touch): PlannedCommand => {
  const { summary } = planned.command
  return {
    ...planned,
    command: {
      command: 'ConfirmTouchpoint',
      touchpoint: touch.touchpoint,
      as: idOf(planned),
      ...(summary ? { summary } : {}),
    },
  }
}

const kinOf = (
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

const whether = (near: readonly Near[], book: Book, occasion: Occasion): Question => ({
  text: near
    .map(({ told, to }) => isItThat(told, to, book, occasion))
    .join(' ')
    .slice(0, 500),
  answers: [
    { word: 'same', label: 'The same', commands: near.map(({ told, to }) => confirming(told, to)) },
    { word: 'another', label: 'Another one', commands: near.map(({ told }) => told) },
  ],
})

const isItThat = (told: Telling, to: Touch, book: Book, occasion: Occasion): string => {
  const { calendar } = book.recruiter
  const who = nameOf(told, book)
  const way = told.command.direction === 'outbound' ? `to ${who}` : `from ${who}`
  const when = `${weekdayAndDate(localDate(calendar, to.at), localDate(calendar, occasion.arrivedAt))} at ${timeOfDay(to.at, calendar)}`
  const subject = isMailId(to.touchpoint) && to.summary ? ` “${oneLine(to.summary).slice(0, 80)}”` : ''
  if (told.command.touchpoint && isMailId(told.command.touchpoint))
    return `Is this the same mail as${subject} ${way}, ${when}?`
  return `You told of ${KIND[told.command.channel]} ${way}. Is it the one${subject} of ${when}, which is recorded already?`
}

const KIND: Readonly<Record<Touch['channel'], string>> = {
  call: 'a call',
  voicemail: 'a voicemail',
  email: 'an email',
  text: 'a text',
  meeting: 'a meeting',
  video: 'a video call',
  social: 'a message',
}

const nameOf = ({ engagement, command }: Telling, book: Book): string => {
  const row = book.engagements.find(each => each.engagement === engagement)
  return oneLine(row?.contacts.find(({ id }) => id === command.contact)?.name ?? 'them')
}

/** One message asks one thing: the other doubt is told. */
const leftOut = (near: readonly Near[], book: Book, occasion: Occasion): string =>
  `${near.map(({ told, to }) => isItThat(told, to, book, occasion)).join(' ')} I took it for the same; if it is not, say so in a reply.`.slice(
    0,
    300,
  )
