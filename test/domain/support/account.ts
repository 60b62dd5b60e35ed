import { Temporal } from 'temporal-polyfill'
import { digestInstant, isWorkingDay, localDate, plusDays } from '../../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import type { Command, Refusal, Saying } from '../../../shared/domain/engagement/commands.ts'
import { decide, isRefusal } from '../../../shared/domain/engagement/decide.ts'
import type { EngagementEvent, Fact } from '../../../shared/domain/engagement/events.ts'
import { type Engagement, fold, openTasks, type State } from '../../../shared/domain/engagement/state.ts'
import { defaultPolicy } from '../../../shared/domain/policy.ts'
import { assess } from '../../../shared/domain/silence/assess.ts'
import type { Assessment } from '../../../shared/domain/silence/assessment.ts'
import { evaluate } from '../../../shared/domain/silence/evaluate.ts'
import { CommandId, ContactId, EngagementId, RecruiterId } from '../../../shared/domain/vocabulary.ts'

/** An account as a test tells it: what happened at which local time, and what each morning's digest would hold. */
export type Account = {
  /** Says one or more commands at a local time such as `2026-09-08 10:12`, heard then or at `heardAt`. */
  say: (when: string, ...commands: Command[]) => void
  hear: (heardAt: string, when: string, ...commands: Command[]) => void
  refused: (when: string, command: Command) => Refusal
  /** Runs every working morning up to and including a date; answers that morning's tasks as `play contact`. */
  morning: (date: string) => readonly string[]
  assess: (when: string) => Assessment
  instant: (when: string) => string
  state: () => Engagement
  facts: () => readonly Fact[]
}

export const newYork: WorkingCalendar = {
  zone: 'America/New_York',
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25', '2027-01-01'],
  digestAt: '07:00',
}

export const account = (opened: string, options: { calendar?: WorkingCalendar; client?: string } = {}): Account => {
  const calendar = options.calendar ?? newYork
  let facts: readonly Fact[] = []
  let commands = 0
  let evaluated = ''
  const instant = (when: string): string =>
    Temporal.PlainDateTime.from(when.replace(' ', 'T')).toZonedDateTime(calendar.zone).toInstant().toString()
  const state = (): State => fold(facts)
  const engagement = (): Engagement => {
    const now = state()
    if (now.stage === 'unopened') throw new Error('not opened')
    return now
  }
  const append = (events: readonly EngagementEvent[]) => {
    facts = [...facts, ...events.map((event, index): Fact => ({ ...event, position: facts.length + index }))]
  }
  const saying = (at: string, now: string, by: 'system' | 'dan' = 'dan'): Saying => ({
    id: CommandId.parse(`c${commands++}`),
    at,
    now,
    by: by === 'system' ? 'system' : RecruiterId.parse(by),
    source: 'note',
    evidence: 'reported',
  })
  const hear = (heardAt: string, when: string, ...said: Command[]) => {
    for (const command of said) {
      const decision = decide(command, saying(instant(when), instant(heardAt)), state())
      if (isRefusal(decision)) throw new Error(`${command.command}: ${decision.message}`)
      append(decision)
    }
  }
  const say = (when: string, ...said: Command[]) => hear(when, when, ...said)
  say(opened, {
    command: 'OpenEngagement',
    engagement: EngagementId.parse('acme'),
    client: options.client ?? 'Acme Molding',
    domains: ['acme.example'],
    origin: 'mpc',
  })
  evaluated = localDate(calendar, instant(opened))
  const runMorning = (date: string) => {
    const now = digestInstant(calendar, date)
    const assessment = assess(state(), defaultPolicy, calendar, now)
    append(evaluate(engagement(), assessment, calendar, saying(now, now, 'system')))
  }
  return {
    say,
    hear,
    refused: (when, command) => {
      const decision = decide(command, saying(instant(when), instant(when)), state())
      if (!isRefusal(decision)) throw new Error(`${command.command} was not refused`)
      return decision
    },
    morning: date => {
      for (let day = evaluated; day <= date; day = plusDays(day, 1))
        if (isWorkingDay(calendar, day) && digestInstant(calendar, day) >= instant(opened)) runMorning(day)
      evaluated = plusDays(date, 1)
      return openTasks(engagement()).map(task => [task.play, task.contact].filter(Boolean).join(' '))
    },
    assess: when => assess(state(), defaultPolicy, calendar, instant(when)),
    instant,
    state: engagement,
    facts: () => facts,
  }
}

export const contact = (
  id: string,
  role: 'hr' | 'hr-director' | 'hiring-manager' | 'other',
  introducedBy?: string,
): Command => ({
  command: 'AddContact',
  contact: ContactId.parse(id),
  name: id,
  role,
  emails: [`${id}@acme.example`],
  phones: [],
  ...(introducedBy ? { introducedBy: ContactId.parse(introducedBy) } : {}),
})

type Touched = Extract<Command, { command: 'LogTouchpoint' }>
const touch = (
  id: string,
  fields: Pick<Touched, 'direction' | 'channel' | 'outcome'> & { summary?: string },
): Command => ({
  command: 'LogTouchpoint',
  contact: ContactId.parse(id),
  ...fields,
})
export const spoke = (id: string, summary?: string): Command =>
  touch(id, { direction: 'outbound', channel: 'call', outcome: 'reached', ...(summary ? { summary } : {}) })
export const voicemail = (id: string): Command =>
  touch(id, { direction: 'outbound', channel: 'voicemail', outcome: 'left-message' })
export const wrote = (id: string): Command => touch(id, { direction: 'outbound', channel: 'email', outcome: 'sent' })
export const theyWrote = (id: string): Command =>
  touch(id, { direction: 'inbound', channel: 'email', outcome: 'received' })
export const theyRang = (id: string): Command =>
  touch(id, { direction: 'inbound', channel: 'call', outcome: 'reached' })
export const milestone = (
  name: Extract<Command, { command: 'ReachMilestone' }>['milestone'],
  id?: string,
): Command => ({
  command: 'ReachMilestone',
  milestone: name,
  ...(id ? { contact: ContactId.parse(id) } : {}),
})
export const repliesWithin = (duration: string, id?: string): Command => ({
  command: 'SetExpectation',
  topic: 'reply time',
  text: `answers within ${duration}`,
  replyWithin: duration,
  ...(id ? { contact: ContactId.parse(id) } : {}),
})
