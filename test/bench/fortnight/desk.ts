import { digestInstant } from '../../../shared/domain/calendar/days.ts'
import { Command } from '../../../shared/domain/engagement/commands.ts'
import { decide, isRefusal } from '../../../shared/domain/engagement/decide.ts'
import type { EngagementEvent } from '../../../shared/domain/engagement/events.ts'
import { type Engagement, fold, initial, openTasks, type State } from '../../../shared/domain/engagement/state.ts'
import { defaultPolicy } from '../../../shared/domain/policy.ts'
import { assess } from '../../../shared/domain/silence/assess.ts'
import type { DuePlay } from '../../../shared/domain/silence/assessment.ts'
import { evaluate } from '../../../shared/domain/silence/evaluate.ts'
import { CommandId, RecruiterId } from '../../../shared/domain/vocabulary.ts'
import { arrange, type Entry } from '../../../shared/mail/write/rank.ts'
import { type Account, calendar, type Happening, iso } from './truth.ts'

/** The product's side: what it was told of each account, and what its digest holds each morning. */
export type Desk = {
  /** Tells of something that happened, at the moment it is told. */
  readonly tell: (account: Account, happening: Happening, now: number) => void
  /** Says a command about an account. */
  readonly say: (account: Account, command: object, at: number, now: number) => void
  /** Evaluates a morning: the tasks of its digest in their order, those raised new, and how many lines stand below. */
  readonly morning: (date: string) => Morning
}

export type Shown = { readonly account: Account; readonly task: Entry['task']; readonly isNew: boolean }
type Morning = { readonly full: readonly Shown[]; readonly below: readonly Shown[]; readonly lines: number }

export const desk = (accounts: readonly Account[]): Desk => {
  const states = new Map<string, State>()
  let commands = 0

  const append = (account: Account, events: readonly EngagementEvent[]): void => {
    const state = states.get(account.id) ?? initial
    states.set(
      account.id,
      fold(
        events.map((event, index) => ({ ...event, position: state.position + index })),
        state,
      ),
    )
  }

  const saying = (at: number, now: number) => ({
    id: CommandId.parse(`command-${commands++}`),
    at: iso(at),
    now: iso(Math.max(at, now)),
    by: RecruiterId.parse('dan'),
    source: 'note' as const,
    evidence: 'reported' as const,
  })

  const say = (account: Account, command: object, at: number, now: number): void => {
    const decision = decide(Command.parse(command), saying(at, now), states.get(account.id) ?? initial)
    if (isRefusal(decision)) throw new Error(`${account.id}: ${decision.message}`)
    append(account, decision)
  }

  /** A first logged message opens the account; who is in search or signing has named an opening. */
  const open = (account: Account, at: number, now: number): void => {
    say(
      account,
      { command: 'OpenEngagement', engagement: account.id, client: account.id, domains: [], origin: 'mpc' },
      at,
      now,
    )
    const role = account.kind === 'search' || account.kind === 'signing' ? 'hiring-manager' : 'hr'
    say(account, { command: 'AddContact', contact: account.id, name: account.id, role }, at, now)
    if (role === 'hiring-manager') say(account, { command: 'NameOpening', title: 'An opening' }, at, now)
  }

  return {
    say,
    tell: (account, happening, now) => {
      if (!states.has(account.id)) open(account, happening.at, now)
      for (const command of commandsOf(account, happening)) say(account, command, happening.at, now)
    },
    morning: date => {
      const now = digestInstant(calendar, date)
      let expectations = 0
      // One expectation is raised a day in all.
      const hold = (play: DuePlay): boolean => play.play === 'set-expectations' && expectations++ > 0
      const raised = new Set<string>()
      const entries = accounts.flatMap(account => {
        const state = states.get(account.id)
        if (!state || state.stage === 'unopened') return []
        const assessment = assess(state, defaultPolicy, calendar, now)
        const id = { ...saying(Date.parse(now), Date.parse(now)), by: 'system' as const, source: 'evaluation' as const }
        const events = evaluate(state, assessment, calendar, id, hold)
        for (const event of events) if (event.type === 'TaskRaised') raised.add(event.task)
        append(account, events)
        const engagement = states.get(account.id) as Engagement
        return openTasks(engagement).map(task => ({ account, entry: { engagement, assessment, task } }))
      })
      const shown = ({ task }: Entry): Shown[] =>
        entries
          .filter(({ entry }) => entry.task.id === task.id)
          .map(({ account }) => ({ account, task, isNew: raised.has(task.id) }))
      const arranged = arrange(
        entries.map(({ entry }) => entry),
        defaultPolicy,
        calendar,
        date,
      )
      return {
        full: arranged.full.flatMap(shown),
        below: [...arranged.short, ...arranged.stale].flatMap(shown),
        lines: arranged.lines.length,
      }
    },
  }
}

const commandsOf = (account: Account, happening: Happening): object[] => {
  const contact = account.id
  const meeting = happening.meeting ?? ''
  const touch = (direction: string, channel: string, outcome: string, more: object = {}) => ({
    command: 'LogTouchpoint',
    direction,
    channel,
    outcome,
    contact,
    ...more,
  })
  const agreed = [
    ...(happening.theyPromise
      ? [{ command: 'AgreeNextStep', who: 'client', what: 'come back to us', due: happening.theyPromise, contact }]
      : []),
    ...(happening.wePromise
      ? [{ command: 'AgreeNextStep', who: 'us', what: 'come back to them', due: happening.wePromise, contact }]
      : []),
    ...(happening.answersWithin
      ? [{ command: 'SetExpectation', text: 'how soon they answer', replyWithin: happening.answersWithin, contact }]
      : []),
  ]
  const times = { startsAt: iso(happening.startsAt ?? 0), endsAt: iso(happening.endsAt ?? 0) }
  switch (happening.what) {
    case 'we-wrote':
      return [touch('outbound', 'email', 'sent')]
    case 'we-left-message':
      return [touch('outbound', 'voicemail', 'left-message')]
    case 'we-sent-candidates':
      return [touch('outbound', 'email', 'sent'), { command: 'ReachMilestone', milestone: 'candidates-sent', contact }]
    case 'we-sent-agreement':
      return [touch('outbound', 'email', 'sent'), { command: 'ReachMilestone', milestone: 'agreement-sent', contact }]
    case 'they-wrote':
      return [touch('inbound', 'email', 'received'), ...agreed]
    case 'they-thanked':
      return [touch('inbound', 'email', 'received', { acknowledgement: true })]
    case 'they-signed':
      return [
        touch('inbound', 'email', 'received'),
        { command: 'ReachMilestone', milestone: 'agreement-signed', contact },
      ]
    case 'spoke':
      return [touch('outbound', 'call', 'reached'), ...agreed]
    case 'booked':
      return [{ command: 'BookMeeting', meeting, contacts: [contact], title: 'A talk', ...times }]
    case 'moved':
      return [{ command: 'BookMeeting', meeting, contacts: [contact], title: 'A talk', ...times }]
    case 'held':
      return [{ command: 'RecordMeetingHeld', meeting, contact }, ...agreed]
    case 'missed-by-them':
      return [{ command: 'RecordMeetingMissed', meeting, missedBy: 'client', contact }]
  }
}
