import * as fc from 'fast-check'
import { digestInstant, localDate, nthWorkingDayAfter } from '../../../shared/domain/calendar/days.ts'
import { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { Command, type Saying } from '../../../shared/domain/engagement/commands.ts'
import { decide, isRefusal } from '../../../shared/domain/engagement/decide.ts'
import type { EngagementEvent, Fact } from '../../../shared/domain/engagement/events.ts'
import { type Engagement, fold, initial, type State } from '../../../shared/domain/engagement/state.ts'
import { defaultPolicy } from '../../../shared/domain/policy.ts'
import { assess } from '../../../shared/domain/silence/assess.ts'
import { evaluate } from '../../../shared/domain/silence/evaluate.ts'
import { CommandId, RecruiterId } from '../../../shared/domain/vocabulary.ts'
import { newYork } from './account.ts'
import { type Kind, kinds, moves, often, sometimes } from './moves.ts'

/**
 * Weeks of work with one client as they might really go: a recruiter's commands, some of them told days late, with the
 * mornings between them evaluated as the product does. Every choice is a small number, so that a failing history
 * shrinks to its bare bones.
 */

/** One decision: the events that were appended together, and the command they came of, if any. */
export type Commit = {
  readonly events: readonly EngagementEvent[]
  readonly said?: { readonly command: Command; readonly saying: Saying }
}

export type History = {
  readonly calendar: WorkingCalendar
  readonly commits: readonly Commit[]
  readonly state: Engagement
  /** When the last thing was recorded. */
  readonly now: string
  readonly [fc.toStringMethod]: () => string
}

const MINUTE = 60_000
const iso = (at: number): string => new Date(at).toISOString()

const london: WorkingCalendar = WorkingCalendar.parse({
  zone: 'Europe/London',
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-08-31', '2026-12-25', '2026-12-28'],
  digestAt: '06:45',
})
const kolkata: WorkingCalendar = WorkingCalendar.parse({
  zone: 'Asia/Kolkata',
  workingDays: [1, 2, 3, 4, 5, 6],
  holidays: ['2026-10-02', '2026-10-20', '2026-11-09'],
  digestAt: '08:30',
})

/** The events of commits in their order, each in its place. */
export const factsOf = (commits: readonly Pick<Commit, 'events'>[]): Fact[] =>
  commits.flatMap(commit => commit.events).map((event, position) => ({ ...event, position }))

export const stateOf = (commits: readonly Pick<Commit, 'events'>[]): State => fold(factsOf(commits))

export const opened = (state: State): Engagement => {
  if (state.stage === 'unopened') throw new Error('the history opens no engagement')
  return state
}

const saying = (id: string, at: number, now: number): Saying => ({
  id: CommandId.parse(id),
  at: iso(at),
  now: iso(now),
  by: RecruiterId.parse('dan'),
  source: 'note',
  evidence: 'reported',
})

// Whom it is with
const people = ['anja', 'bogdan', 'chidi', 'dolores'] as const
const roles = ['hr', 'hiring-manager', 'hr-director', 'other'] as const

type Cast = {
  readonly roles: readonly (typeof roles)[number][]
  readonly introduced: boolean
  readonly opening: boolean
}

const beginning = (cast: Cast): Command[] => [
  Command.parse({
    command: 'OpenEngagement',
    engagement: 'engagement',
    client: 'Harrow Castings',
    domains: ['harrowcastings.example'],
    origin: 'mpc',
  }),
  ...cast.roles.map((role, index) =>
    Command.parse({
      command: 'AddContact',
      contact: people[index],
      name: people[index],
      role,
      emails: [`${people[index]}@harrowcastings.example`],
      phones: [],
      ...(cast.introduced && index > 0 ? { introducedBy: people[0] } : {}),
    }),
  ),
  ...(cast.opening ? [Command.parse({ command: 'NameOpening', title: 'Foundry manager' })] : []),
]

type Move = {
  readonly kind: Kind
  readonly who: number
  /** Minutes after the move before, and how many of them it was told late. */
  readonly after: number
  readonly late: number
  readonly pick: number
}

const DAY = 24 * 60

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...often) },
    { weight: 4, arbitrary: fc.constantFrom(...sometimes) },
    { weight: 2, arbitrary: fc.constantFrom(...kinds) },
  ),
  who: fc.nat({ max: 3 }),
  after: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: DAY }) },
    { weight: 3, arbitrary: fc.integer({ min: DAY, max: 7 * DAY }) },
    { weight: 1, arbitrary: fc.integer({ min: 7 * DAY, max: 40 * DAY }) },
  ),
  late: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 10 * DAY }) },
  ),
  pick: fc.nat({ max: 100 }),
})

const cast: fc.Arbitrary<Cast> = fc.record({
  roles: fc.array(fc.constantFrom(...roles), { minLength: 1, maxLength: 4 }),
  introduced: fc.boolean(),
  opening: fc.boolean(),
})

/** What a move means in a state, as a command; nothing where the state offers nothing to say it about. */
const commandOf = (move: Move, state: Engagement, calendar: WorkingCalendar, at: number): Command | undefined => {
  const contact = state.contacts[move.who % state.contacts.length]
  if (!contact) return undefined
  const said = moves[move.kind]({ state, calendar, contact: contact.id, at, pick: move.pick })
  return said && Command.parse(said)
}

/** What the morning of a date appends, at the hour of its digest. */
export const morning = (state: Engagement, calendar: WorkingCalendar, date: string): readonly EngagementEvent[] => {
  const now = digestInstant(calendar, date)
  const id = {
    ...saying(`morning-${date}`, Date.parse(now), Date.parse(now)),
    by: 'system',
    source: 'evaluation',
  } as const
  return evaluate(state, assess(state, defaultPolicy, calendar, now), calendar, id)
}

const wakesAt = (state: State, calendar: WorkingCalendar, at: number): number => {
  const { wakeAt } = assess(state, defaultPolicy, calendar, iso(at))
  return wakeAt === null ? Number.POSITIVE_INFINITY : Date.parse(wakeAt)
}

const START = Date.parse('2026-09-08T13:10:00Z')

/** Plays the moves from the eighth of September 2026, evaluating each morning between them if asked to. */
const play = (cast: Cast, chosen: readonly Move[], calendar: WorkingCalendar, mornings: boolean): History => {
  const commits: Commit[] = []
  let state: State = initial
  let now = START
  let lastMorning = localDate(calendar, iso(now))
  // As the product does: a morning looks only at what has changed, or what asked to be looked at by then.
  let wake = 0
  const append = (commit: Commit): void => {
    if (commit.events.length === 0) return
    const facts = commit.events.map((event, index) => ({ ...event, position: state.position + index }))
    state = fold(facts, state)
    commits.push(commit)
  }
  const say = (command: Command, id: string, at: number): void => {
    const said = saying(id, at, now)
    const events = decide(command, said, state)
    if (!isRefusal(events)) append({ events, said: { command, saying: said } })
  }
  beginning(cast).forEach((command, index) => {
    now = START + index * MINUTE
    say(command, `begin-${index}`, now)
  })
  chosen.forEach((move, index) => {
    const next = now + move.after * MINUTE
    for (;;) {
      const date = nthWorkingDayAfter(calendar, lastMorning, 1)
      const at = Date.parse(digestInstant(calendar, date))
      if (!mornings || state.stage === 'unopened' || at > next) break
      lastMorning = date
      if (wake > at) continue
      append({ events: morning(state, calendar, date) })
      wake = wakesAt(state, calendar, at)
    }
    now = next
    // Told late, but never so late that it would lie before the engagement.
    const at = Math.max(now - move.late * MINUTE, START + 10 * MINUTE + index)
    const command = state.stage === 'unopened' ? undefined : commandOf(move, state, calendar, at)
    if (command) say(command, `said-${index}`, at)
    wake = 0
  })
  return { calendar, commits, state: opened(state), now: iso(now), [fc.toStringMethod]: () => told(commits, calendar) }
}

/** A history as lines that a person can read, one a commit. */
const told = (commits: readonly Commit[], calendar: WorkingCalendar): string =>
  [calendar.zone, ...commits.flatMap(({ events }) => events.map((event, index) => line(event, index === 0)))].join('\n')

const line = (event: EngagementEvent, first: boolean): string => {
  const { type, at, recordedAt, by, source, evidence, command, ...fields } = event
  const late = recordedAt === at ? '' : ` (told ${recordedAt})`
  return `${first ? '' : '  '}${at}${late} ${type} ${JSON.stringify(fields)}`
}

const calendar = fc.constantFrom(newYork, london, kolkata)

/** A history with its mornings evaluated: tasks stand in it, are settled, put off and overtaken. */
export const history = (maxMoves = 14): fc.Arbitrary<History> =>
  fc
    .tuple(cast, fc.array(move, { maxLength: maxMoves, size: 'max' }), calendar)
    .map(([people, chosen, days]) => play(people, chosen, days, true))

/** The facts alone, as if nobody had looked at them yet. */
export const unwatched = (maxMoves = 14): fc.Arbitrary<History> =>
  fc
    .tuple(cast, fc.array(move, { maxLength: maxMoves, size: 'max' }), calendar)
    .map(([people, chosen, days]) => play(people, chosen, days, false))
