import { localDate, plusDays } from '../../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { type Engagement, openTasks } from '../../../shared/domain/engagement/state.ts'
import { PLAY_NAMES } from '../../../shared/domain/silence/assessment.ts'

/** What can happen next with a client, each as a command; nothing where the state offers nothing to say it about. */

const MINUTE = 60_000
const iso = (at: number): string => new Date(at).toISOString()

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

export type Moment = {
  readonly state: Engagement
  readonly calendar: WorkingCalendar
  readonly contact: string
  readonly at: number
  readonly pick: number
}
export type Kind = keyof typeof moves

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

export const moves = {
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
  windows: m => ({
    command: 'OverridePolicy',
    windows: m.pick % 3 === 0 ? {} : { replyDays: 1 + (m.pick % 7), ownAfterDays: 1 + (m.pick % 4) },
  }),
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
export const often: Kind[] = ['reached', 'voicemail', 'mailed', 'theyWrote', 'theirMilestone', 'booked']
export const sometimes: Kind[] = [
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
export const kinds = Object.keys(moves) as Kind[]
