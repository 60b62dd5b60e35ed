import { plusDays } from '../calendar/days.ts'
import { defaultPolicy, nonsenseIn, type PolicyOverride, WINDOWS } from '../policy.ts'
import { CONVERSATIONS, type ContactId, TouchpointId } from '../vocabulary.ts'
import type { Command, CommandOf, Refusal, RefusalCode, Saying } from './commands.ts'
import { type Draft, recorded } from './draft.ts'
import type { EngagementEvent } from './events.ts'
import { mayReopen, retractPress } from './retract.ts'
import { mayFollow, playFollowed, settledBy, settledByTouch } from './settle.ts'
import { contactOf, type Engagement, openTasks, type State } from './state.ts'

const refuse = (code: RefusalCode, field: string, message: string): Refusal => ({ refused: true, code, field, message })

export const isRefusal = (decision: Decision): decision is Refusal => 'refused' in decision
export type Decision = readonly EngagementEvent[] | Refusal

/**
 * What a command means for an engagement: the events to append, none where it is already so, or a refusal that names
 * the field. Pure; the same command with the same id on any later state yields nothing. `saying.at` is when it
 * happened, `saying.now` when it is recorded, both UTC.
 */
export const decide = (command: Command, saying: Saying, state: State): Decision => {
  if (state.commands.has(saying.id)) return []
  if (Date.parse(saying.at) > Date.parse(saying.now))
    return refuse('in-the-future', 'at', 'at: lies in the future; only what has happened is logged')
  if (state.stage === 'unopened') {
    if (command.command !== 'OpenEngagement') return refuse('not-open', 'engagement', 'engagement: was never opened')
    const { command: _name, ...opening } = command
    return [recorded(saying)({ type: 'EngagementOpened', ...opening })]
  }
  const drafts = draft(command, saying, state)
  return 'refused' in drafts ? drafts : drafts.map(recorded(saying))
}

type Drafts = readonly Draft[] | Refusal

const draft = (command: Command, saying: Saying, state: Engagement): Drafts => {
  if (GONE.has(state.stage) && command.command !== 'RetractMerge')
    return refuse('is-closed', 'engagement', `engagement: is ${state.stage}, nothing can be added to it`)
  if (command.command !== 'AddContact') {
    const stranger = strangers(command, state)[0]
    if (stranger)
      return refuse('unknown-contact', stranger.field, `${stranger.field}: is no contact of this engagement`)
  }
  switch (command.command) {
    case 'OpenEngagement':
      return []
    case 'NameClient':
      return command.client === state.client ? [] : [without(command, 'ClientNamed')]
    case 'AliasClient':
      return state.aliases.includes(command.alias) ? [] : [without(command, 'ClientAliased')]
    case 'RetractEngagement':
      return [...overtakeAll(state), { type: 'EngagementRetracted' }]
    case 'MergeEngagement':
      return [...overtakeAll(state), { type: 'EngagementMerged', into: command.into }]
    case 'RetractMerge':
      return state.stage === 'merged' ? [{ type: 'MergeRetracted' }] : []
    case 'RestEngagement':
      return [{ type: 'EngagementRested' }, ...overtakeAll(state)]
    case 'NameOpening':
      return state.openings.includes(command.title)
        ? []
        : [...reopened(state), { type: 'OpeningNamed', title: command.title }]
    case 'AddContact':
      return addContact(command, state)
    case 'ChangeContact':
      return [without(command, 'ContactChanged')]
    case 'RecordContactLeft':
      return contactOf(state, command.contact)?.left
        ? []
        : [without(command, 'ContactLeft'), ...overtakeOf(state, command.contact)]
    case 'OptContactOut':
      return contactOf(state, command.contact)?.optedOut
        ? []
        : [without(command, 'ContactOptedOut'), ...overtakeOf(state, command.contact)]
    case 'RetractContact':
      return retractContact(command, state)
    case 'LogTouchpoint':
      return logTouchpoint(command, saying, state)
    case 'ConfirmTouchpoint':
      return confirmTouchpoint(command, state)
    case 'RetractTouchpoint':
      return retractTouchpoint(command, state)
    case 'RetractPress':
      return retractPress(command.press, state)
    case 'BookMeeting':
      if (Date.parse(command.endsAt) <= Date.parse(command.startsAt))
        return refuse('ends-before-it-starts', 'endsAt', 'endsAt: must be later than startsAt')
      return bookMeeting(command, state)
    case 'RecordMeetingHeld':
      return [without(command, 'MeetingHeld'), ...settledBy(state, command)]
    case 'RecordMeetingMissed':
      return [without(command, 'MeetingMissed'), ...settledBy(state, command)]
    case 'CancelMeeting':
      return [without(command, 'MeetingCancelled'), ...settledBy(state, command)]
    case 'ReachMilestone':
      return [...reopened(state), without(command, 'MilestoneReached'), ...settledBy(state, command)]
    case 'AgreeNextStep':
      return [without(command, 'NextStepAgreed')]
    case 'NoteReminder':
      return [without(command, 'ReminderNoted')]
    case 'SetExpectation':
      return [without(command, 'ExpectationSet'), ...settledBy(state, command)]
    case 'ReportTension':
      return [without(command, 'TensionReported'), ...settledBy(state, command)]
    case 'ResolveTension':
      return [without(command, 'TensionResolved'), ...settledBy(state, command)]
    case 'LearnReason':
      return learnReason(command, saying, state)
    case 'ReceiveFeedback':
      return [without(command, 'FeedbackReceived')]
    case 'RecordContactAway':
      return [without(command, 'ContactAway')]
    case 'PauseEngagement':
      return [without(command, 'EngagementPaused'), ...overtakeAll(state)]
    case 'ResumeEngagement':
      return [{ type: 'EngagementResumed' }]
    case 'DecideParticipation':
      return decideParticipation(command, state)
    case 'CloseEngagement':
      return state.stage === 'closed' ? [] : [without(command, 'EngagementClosed'), ...overtakeAll(state)]
    case 'HandOverEngagement':
      return [...overtakeAll(state), without(command, 'EngagementHandedOver')]
    case 'OverridePolicy':
      return overridePolicy(command, state)
    case 'LimitAccess':
      return state.access === command.access ? [] : [without(command, 'AccessLimited')]
    case 'PutTaskOff':
    case 'SettleTask':
    case 'ReopenTask':
      return settleTask(command, state)
  }
}

const GONE: ReadonlySet<Engagement['stage']> = new Set(['retracted', 'merged', 'handed-over'])

/** A command whose fields are the event's, under the event's name. */
const without = <Type extends Draft['type']>({ command: _name, ...fields }: Command, type: Type): Draft =>
  ({ type, ...fields }) as unknown as Draft

/** Contacts that a command names and this engagement does not have. */
const strangers = (command: Command, state: Engagement): readonly { field: string }[] => {
  const one = 'contact' in command && command.contact !== undefined ? [{ field: 'contact', id: command.contact }] : []
  const many = 'contacts' in command ? command.contacts.map(id => ({ field: 'contacts', id })) : []
  const introducer =
    'introducedBy' in command && command.introducedBy ? [{ field: 'introducedBy', id: command.introducedBy }] : []
  return [...one, ...many, ...introducer].filter(({ id }) => !contactOf(state, id))
}

/** The same invitation again changes nothing; one that moves a known meeting answers what became of it. */
const bookMeeting = (command: CommandOf<'BookMeeting'>, state: Engagement): Drafts => {
  const known = state.meetings.find(meeting => meeting.id === command.meeting)
  const same =
    known?.startsAt === command.startsAt &&
    known.endsAt === command.endsAt &&
    command.contacts.every(contact => known.contacts.includes(contact)) &&
    (!command.calendar || known.calendars?.some(({ uid }) => uid === command.calendar?.uid))
  if (same) return []
  return [without(command, 'MeetingBooked'), ...(known ? settledBy(state, command) : [])]
}

const addContact = (command: CommandOf<'AddContact'>, state: Engagement): Drafts => {
  if (contactOf(state, command.contact)) return []
  if (command.introducedBy && !contactOf(state, command.introducedBy))
    return refuse('unknown-contact', 'introducedBy', 'introducedBy: is no contact of this engagement')
  return [without(command, 'ContactAdded'), ...settledBy(state, command)]
}

/** Which outcomes can come of which channel, and from which side. */
const fits = ({ direction, channel, outcome }: CommandOf<'LogTouchpoint'>): boolean => {
  switch (outcome) {
    case 'reached':
      return (
        channel === 'call' || channel === 'video' || channel === 'meeting' || channel === 'social' || channel === 'text'
      )
    case 'held':
      return channel === 'meeting' || channel === 'video' || channel === 'call'
    case 'left-message':
      return channel === 'call' || channel === 'voicemail'
    case 'no-answer':
      return direction === 'outbound' && (channel === 'call' || channel === 'video')
    case 'sent':
      return direction === 'outbound' && channel !== 'meeting'
    case 'received':
      return direction === 'inbound'
  }
}

const logTouchpoint = (command: CommandOf<'LogTouchpoint'>, saying: Saying, state: Engagement): Drafts => {
  if (!fits(command))
    return refuse(
      'outcome-does-not-fit',
      'outcome',
      `outcome: ${command.outcome} does not come of ${command.direction} ${command.channel}`,
    )
  if (command.play && !mayFollow(command.play, command))
    return refuse('channel-not-allowed', 'channel', `channel: ${command.play} is never done in writing`)
  const touchpoint = command.touchpoint ?? TouchpointId.parse(`t.${saying.id}`.slice(0, 128))
  // The same message by two ways is one touchpoint.
  if (isTold(state, touchpoint)) return []
  const play = playFollowed(state, command, saying.at)
  const logged = { ...command, touchpoint, ...(play ? { play } : {}) }
  return [
    ...(cameBack(state, saying.at) && spoke(command) ? reopened(state) : []),
    without(logged, 'TouchpointLogged'),
    ...(spoke(command) ? announcedReturn(state, saying.at, command.contact) : []),
    ...settledByTouch(state, logged, saying.at),
  ]
}

/** Whether a touchpoint stands under this id, or was told again under it. */
const isTold = ({ facts }: Engagement, id: TouchpointId): boolean =>
  facts.some(
    fact =>
      (fact.type === 'TouchpointLogged' && fact.touchpoint === id) ||
      (fact.type === 'TouchpointConfirmed' && fact.as === id),
  )

const confirmTouchpoint = (command: CommandOf<'ConfirmTouchpoint'>, state: Engagement): Drafts => {
  if (!state.facts.some(fact => fact.type === 'TouchpointLogged' && fact.touchpoint === command.touchpoint))
    return refuse('unknown-touchpoint', 'touchpoint', 'touchpoint: was never logged in this engagement')
  return isTold(state, command.as) ? [] : [without(command, 'TouchpointConfirmed')]
}

/** With somebody who never was theirs goes what was logged of them. */
const retractContact = (command: CommandOf<'RetractContact'>, state: Engagement): Drafts => [
  ...state.facts.flatMap((fact): Draft[] =>
    fact.type === 'TouchpointLogged' && fact.contact === command.contact
      ? [{ type: 'TouchpointRetracted', touchpoint: fact.touchpoint }]
      : [],
  ),
  ...overtakeOf(state, command.contact),
  without(command, 'ContactRetracted'),
]

const spoke = (command: CommandOf<'LogTouchpoint'>): boolean =>
  command.direction === 'inbound' || CONVERSATIONS.has(command.outcome)

/** Contact after the closing opens it again; an old message logged late does not. */
const cameBack = (state: Engagement, at: string): boolean => {
  const closing = state.facts.findLast(fact => fact.type === 'EngagementClosed')
  return state.stage === 'closed' && closing !== undefined && Date.parse(at) > Date.parse(closing.at)
}

const reopened = (state: Engagement): readonly Draft[] =>
  state.stage === 'closed' ? [{ type: 'EngagementResumed' }] : []

const announcedReturn = (state: Engagement, at: string, contact: ContactId): readonly Draft[] =>
  state.announced && Date.parse(at) > Date.parse(state.announced.since)
    ? [{ type: 'CameBack', contact, after: state.announced.status }]
    : []

const retractTouchpoint = (command: CommandOf<'RetractTouchpoint'>, state: Engagement): Drafts => {
  const logged = state.facts.some(fact => fact.type === 'TouchpointLogged' && fact.touchpoint === command.touchpoint)
  const retracted = state.retracted.has(command.touchpoint)
  if (!logged && !retracted)
    return refuse('unknown-touchpoint', 'touchpoint', 'touchpoint: was never logged in this engagement')
  if (retracted) return []
  return [
    without(command, 'TouchpointRetracted'),
    ...state.tasks
      .filter(task => task.settled?.touchpoint === command.touchpoint && mayReopen(state, task))
      .map((task): Draft => ({ type: 'TaskReopened', task: task.id })),
  ]
}

/** Each reason leads on: frozen pauses until a day, someone found closes until the next search. */
const learnReason = (command: CommandOf<'LearnReason'>, saying: Saying, state: Engagement): Drafts => {
  const { revisitOn, command: _name, ...learned } = command
  const contact = command.contact ? { contact: command.contact } : {}
  const until = revisitOn ?? plusDays(saying.at.slice(0, 10), defaultPolicy.revisitDays)
  const settled = settledBy(state, command)
  switch (command.reason) {
    case 'opening-frozen':
      return [
        { type: 'ReasonLearned', ...learned },
        { type: 'EngagementPaused', until, ...contact },
        ...overtakeAll(state),
      ]
    case 'candidate-identified':
      return [
        { type: 'ReasonLearned', ...learned },
        { type: 'EngagementClosed', revisitOn: until },
        ...overtakeAll(state),
      ]
    case 'our-mistake':
      return [
        { type: 'ReasonLearned', ...learned },
        ...(command.detail ? [{ type: 'FeedbackReceived' as const, words: command.detail, ...contact }] : []),
        ...settled,
      ]
    case 'recruiters-not-allowed':
    case 'flooded':
    case 'other':
      return [{ type: 'ReasonLearned', ...learned }, ...settled]
  }
}

const decideParticipation = (command: CommandOf<'DecideParticipation'>, state: Engagement): Drafts => {
  const { revisitOn, command: _name, ...decision } = command
  const decided: Draft = { type: 'ParticipationDecided', ...decision }
  if (command.decision === 'participate') return [decided, ...settledBy(state, command)]
  return [
    decided,
    ...settledBy(state, command),
    { type: 'EngagementClosed', ...(revisitOn ? { revisitOn } : {}) },
    ...overtakeAll(state).filter(settled => settled.type !== 'TaskSettled' || !isDecision(state, settled.task)),
  ]
}

const overridePolicy = ({ windows }: CommandOf<'OverridePolicy'>, state: Engagement): Drafts => {
  const nonsense = nonsenseIn(windows)
  if (nonsense) {
    const field = `windows.${nonsense.field}`
    return refuse('windows-contradict', field, `${field}: ${nonsense.says}`)
  }
  return isSame(windows, state.windows) ? [] : [{ type: 'PolicyOverridden', windows }]
}

const isSame = (one: PolicyOverride, other: PolicyOverride): boolean =>
  WINDOWS.every(window => one[window] === other[window])

const isDecision = (state: Engagement, task: string): boolean =>
  state.tasks.some(other => other.id === task && other.play === 'participate-or-disengage')

const settleTask = (
  command: CommandOf<'PutTaskOff'> | CommandOf<'SettleTask'> | CommandOf<'ReopenTask'>,
  state: Engagement,
): Drafts => {
  const task = state.tasks.find(candidate => candidate.id === command.task)
  if (!task) return refuse('unknown-task', 'task', 'task: is none of this engagement')
  if (command.command === 'ReopenTask') return mayReopen(state, task) ? [without(command, 'TaskReopened')] : []
  if (task.settled) {
    if (command.command === 'SettleTask' && task.settled.how === command.how) return []
    return refuse('task-settled', 'task', `task: is already settled (${task.settled.how})`)
  }
  return [without(command, command.command === 'SettleTask' ? 'TaskSettled' : 'TaskPutOff')]
}

const overtake = (task: { readonly id: Engagement['tasks'][number]['id'] }): Draft => ({
  type: 'TaskSettled',
  task: task.id,
  how: 'overtaken',
})

const overtakeAll = (state: Engagement): readonly Draft[] => openTasks(state).map(overtake)

const overtakeOf = (state: Engagement, contact: ContactId): readonly Draft[] =>
  openTasks(state)
    .filter(task => task.contact === contact)
    .map(overtake)
