import * as fc from 'fast-check'
import { digestInstant, localDate, nthWorkingDayAfter, plusDays } from '../../../shared/domain/calendar/days.ts'
import { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { Command, type Saying } from '../../../shared/domain/engagement/commands.ts'
import { decide, isRefusal } from '../../../shared/domain/engagement/decide.ts'
import type { EngagementEvent, Fact } from '../../../shared/domain/engagement/events.ts'
import { type Engagement, fold, initial, openTasks, type State } from '../../../shared/domain/engagement/state.ts'
import { defaultPolicy } from '../../../shared/domain/policy.ts'
import { assess } from '../../../shared/domain/silence/assess.ts'
import { PLAY_NAMES } from '../../../shared/domain/silence/assessment.ts'
import { evaluate } from '../../../shared/domain/silence/evaluate.ts'
import { CommandId, RecruiterId } from '../../../shared/domain/vocabulary.ts'
import { newYork } from './account.ts'

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

export const saying = (id: string, at: number, now: number): Saying => ({
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

// What can happen next
const theirs = [
  'introduced',
  'process-agreed',
  'fee-agreed',
  'job-description-received',
  'agreement-signed',
  'interviewing',
  'offer-out',
] as const
const spans = ['P1D', 'P3D', 'P10D', 'P2W', 'P1M', 'PT24H'] as const
const reasons = [
  'opening-frozen',
  'recruiters-not-allowed',
  'candidate-identified',
  'flooded',
  'our-mistake',
  'other',
] as const

type Moment = {
  readonly state: Engagement
  readonly calendar: WorkingCalendar
  readonly contact: string
  readonly at: number
  readonly pick: number
}
type Kind = keyof typeof moves

const touch =
  (direction: string, channel: string, outcome: string, more: object = {}) =>
  (moment: Moment) => ({
    command: 'LogTouchpoint',
    direction,
    channel,
    outcome,
    contact: moment.contact,
    ...more,
  })
const day = ({ calendar, at, pick }: Moment): string => plusDays(localDate(calendar, iso(at)), 1 + (pick % 20))
const task = ({ state, pick }: Moment) => openTasks(state)[pick % Math.max(1, openTasks(state).length)]
const meeting = ({ state, pick }: Moment) => state.meetings[pick % Math.max(1, state.meetings.length)]
const oneOf = <Value>(values: readonly Value[], pick: number): Value | undefined => values[pick % values.length]

const moves = {
  reached: touch('outbound', 'call', 'reached'),
  voicemail: touch('outbound', 'voicemail', 'left-message'),
  rang: touch('outbound', 'call', 'no-answer'),
  mailed: touch('outbound', 'email', 'sent'),
  texted: touch('outbound', 'text', 'sent'),
  wroteByThePlay: m => ({ ...touch('outbound', 'email', 'sent')(m), play: oneOf(PLAY_NAMES, m.pick) }),
  rangByThePlay: m => ({ ...touch('outbound', 'voicemail', 'left-message')(m), play: oneOf(PLAY_NAMES, m.pick) }),
  theyWrote: touch('inbound', 'email', 'received'),
  theyRang: touch('inbound', 'call', 'reached'),
  theyThanked: touch('inbound', 'email', 'received', { acknowledgement: true }),
  theirMilestone: m => ({ command: 'ReachMilestone', milestone: oneOf(theirs, m.pick), contact: m.contact }),
  agreementSent: m => ({ command: 'ReachMilestone', milestone: 'agreement-sent', contact: m.contact }),
  candidatesSent: m => ({ command: 'ReachMilestone', milestone: 'candidates-sent', contact: m.contact }),
  placed: () => ({ command: 'ReachMilestone', milestone: 'placed' }),
  booked: m => ({
    command: 'BookMeeting',
    meeting: `meeting-${m.state.meetings.length}`,
    startsAt: iso(m.at + (1 + (m.pick % 8)) * 24 * 60 * MINUTE),
    endsAt: iso(m.at + (1 + (m.pick % 8)) * 24 * 60 * MINUTE + 30 * MINUTE),
    contacts: [m.contact],
    title: 'A talk',
  }),
  held: m => meeting(m) && { command: 'RecordMeetingHeld', meeting: meeting(m)?.id, contact: m.contact },
  theyMissed: m => meeting(m) && { command: 'RecordMeetingMissed', meeting: meeting(m)?.id, missedBy: 'client' },
  weMissed: m => meeting(m) && { command: 'RecordMeetingMissed', meeting: meeting(m)?.id, missedBy: 'us' },
  cancelled: m =>
    meeting(m) && { command: 'CancelMeeting', meeting: meeting(m)?.id, cancelledBy: m.pick % 2 ? 'us' : 'client' },
  theirStep: m => ({ command: 'AgreeNextStep', who: 'client', what: 'decide', due: day(m), contact: m.contact }),
  ourStep: m => ({ command: 'AgreeNextStep', who: 'us', what: 'send names', due: day(m), contact: m.contact }),
  reminder: m => ({ command: 'NoteReminder', what: 'call Ellen', due: day(m) }),
  expectation: m => ({
    command: 'SetExpectation',
    text: 'how soon they answer',
    replyWithin: oneOf(spans, m.pick),
    contact: m.contact,
  }),
  tension: m => ({ command: 'ReportTension', contact: m.contact, observed: 'hung up early' }),
  tensionOver: m => ({ command: 'ResolveTension', contact: m.contact }),
  reason: m => ({ command: 'LearnReason', reason: oneOf(reasons, m.pick), contact: m.contact }),
  feedback: m => ({ command: 'ReceiveFeedback', contact: m.contact, words: 'too many calls' }),
  away: m => ({ command: 'RecordContactAway', contact: m.contact, until: day(m) }),
  opening: m => ({ command: 'NameOpening', title: `Opening ${m.pick % 3}` }),
  left: m => ({ command: 'RecordContactLeft', contact: m.contact }),
  optedOut: m => ({ command: 'OptContactOut', contact: m.contact }),
  limited: () => ({ command: 'LimitAccess', access: 'through-hr-only' }),
  paused: m => ({ command: 'PauseEngagement', until: day(m) }),
  resumed: () => ({ command: 'ResumeEngagement' }),
  rested: () => ({ command: 'RestEngagement' }),
  participate: () => ({ command: 'DecideParticipation', decision: 'participate' }),
  disengage: m => ({
    command: 'DecideParticipation',
    decision: 'disengage',
    ...(m.pick % 2 ? { revisitOn: day(m) } : {}),
  }),
  closed: m => ({ command: 'CloseEngagement', ...(m.pick % 2 ? { revisitOn: day(m) } : {}) }),
  retracted: m => {
    const logged = m.state.facts.filter(fact => fact.type === 'TouchpointLogged')
    const fact = oneOf(logged, m.pick)
    return fact && { command: 'RetractTouchpoint', touchpoint: fact.touchpoint }
  },
  putOff: m => task(m) && { command: 'PutTaskOff', task: task(m)?.id },
  done: m => task(m) && { command: 'SettleTask', task: task(m)?.id, how: 'done' },
  letGo: m => task(m) && { command: 'SettleTask', task: task(m)?.id, how: 'let-go' },
  reopened: m => {
    const settled = oneOf(m.state.tasks, m.pick)
    return settled && { command: 'ReopenTask', task: settled.id }
  },
} satisfies Record<string, (moment: Moment) => object | undefined>

/** How often each happens: mostly calls and mail; ends and refusals now and then. */
const often: Kind[] = ['reached', 'voicemail', 'mailed', 'theyWrote', 'theirMilestone', 'booked']
const sometimes: Kind[] = [
  'rang',
  'texted',
  'theyRang',
  'theyThanked',
  'agreementSent',
  'candidatesSent',
  'held',
  'theyMissed',
  'theirStep',
  'ourStep',
  'expectation',
  'tension',
  'tensionOver',
  'opening',
  'done',
  'letGo',
  'putOff',
  'away',
]
const kinds = Object.keys(moves) as Kind[]

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
export const play = (cast: Cast, chosen: readonly Move[], calendar: WorkingCalendar, mornings: boolean): History => {
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
