import { localDate } from '../../domain/calendar/days.ts'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { Command } from '../../domain/engagement/commands.ts'
import type { Fact } from '../../domain/engagement/events.ts'
import type { PlannedCommand, Question } from '../../domain/note.ts'
import { oneLine, timeOfDay, weekdayAndDate } from '../../domain/plays/words.ts'
import { type EngagementId, OUR_MILESTONES, type TouchpointId } from '../../domain/vocabulary.ts'
import { idOf, kinOf, type Telling, type Touch } from './kin.ts'
import { isMailId } from './mail-id.ts'
import type { Book, Occasion, Reading } from './reading.ts'

/** One touchpoint, however many ways tell of it: a copy of the mail, a forward of it, and a note that it was sent. */

/** What the log holds of an engagement; nothing where it was never opened. */
export type Logged = (engagement: EngagementId) => readonly Fact[]

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
