import type { PlayName } from '../silence/assessment.ts'
import { type Channel, CONVERSATIONS, type TouchpointId, WRITTEN } from '../vocabulary.ts'
import type { Command, CommandOf } from './commands.ts'
import type { Draft } from './draft.ts'
import { type Engagement, openTasks, type Task } from './state.ts'

/** Which open tasks a fact settles by itself, so that nobody ticks off what was done. */

type Logged = CommandOf<'LogTouchpoint'> & { readonly touchpoint: TouchpointId }

/** Plays that a message left by voice carries out, and those that any message does. */
const BY_VOICE: readonly PlayName[] = [
  'own-the-dropped-ball',
  'go-through-the-introducer',
  'ask-the-hiring-manager',
  'clear-the-air',
  'revisit',
]
const BY_ANY: readonly PlayName[] = ['answer-them']
const NEVER_IN_WRITING: readonly PlayName[] = [...BY_VOICE, 'set-expectations']

/** The open task with this contact that an outbound touchpoint follows, or the play that was named with it. */
export const playFollowed = (
  state: Engagement,
  command: CommandOf<'LogTouchpoint'>,
  at: string,
): string | undefined => {
  if (command.play || command.direction === 'inbound') return command.play
  const open = openTasks(state).filter(task => task.contact === command.contact && raisedBy(task, at))
  return [...BY_VOICE, ...BY_ANY, 'call-and-write'].find(play =>
    open.some(task => task.play === play && mayFollow(play, command)),
  )
}

/** A play for the voice alone is never what a written message follows: tone dies in writing. */
export const mayFollow = (play: string, command: CommandOf<'LogTouchpoint'>): boolean =>
  CONVERSATIONS.has(command.outcome) || !NEVER_IN_WRITING.some(name => name === play) || !WRITTEN.has(command.channel)

/** A touchpoint of an earlier day, logged late, follows no task that did not stand then. */
const raisedBy = (task: Task, at: string): boolean => Date.parse(at) >= Date.parse(task.raisedAt)

/** Tasks that a touchpoint carries out: any talk does, a message left does where the play allows its channel. */
export const settledByTouch = (state: Engagement, command: Logged, at: string): readonly Draft[] => {
  if (command.direction === 'inbound' && !CONVERSATIONS.has(command.outcome)) return []
  return openTasks(state)
    .filter(task => task.contact === command.contact)
    .filter(task => (command.play === task.play ? true : raisedBy(task, at)))
    .filter(task => carriesOut(state, task, command, at))
    .map((task): Draft => ({ type: 'TaskSettled', task: task.id, how: 'done', touchpoint: command.touchpoint }))
}

const carriesOut = (state: Engagement, task: Task, command: Logged, at: string): boolean => {
  if (task.play === 'set-expectations') return command.play === task.play
  if (CONVERSATIONS.has(command.outcome)) return isWith(task.play)
  if (command.outcome === 'no-answer') return false
  if (task.play === 'call-and-write') return bothTried(state, task, command, at)
  if (BY_VOICE.some(play => play === task.play)) return !WRITTEN.has(command.channel) || task.play === 'revisit'
  return BY_ANY.some(play => play === task.play)
}

const isWith = (play: string): boolean =>
  play === 'call-and-write' ||
  // Who has spoken with the contact has gone ahead.
  play === 'speak-to-a-colleague' ||
  BY_VOICE.some(name => name === play) ||
  BY_ANY.some(name => name === play)

/** A call and a written message make one task: the second of them settles it. */
const bothTried = (state: Engagement, task: Task, command: Logged, at: string): boolean => {
  const since = Date.parse(missedMeeting(state, task) ?? task.raisedAt)
  const channels: Channel[] = state.facts.flatMap(fact =>
    fact.type === 'TouchpointLogged' &&
    fact.contact === task.contact &&
    fact.direction === 'outbound' &&
    fact.outcome !== 'no-answer' &&
    Date.parse(fact.at) >= since
      ? [fact.channel]
      : [],
  )
  if (Date.parse(at) >= since) channels.push(command.channel)
  return channels.some(channel => WRITTEN.has(channel)) && channels.some(channel => !WRITTEN.has(channel))
}

/** Attempts on the day of the missed meeting count, so they count from the meeting on. */
const missedMeeting = (state: Engagement, task: Task): string | undefined =>
  state.facts.find(fact => fact.type === 'MeetingMissed' && task.because.includes(fact.position))?.at

/** Tasks that a statement answers. */
export const settledBy = (state: Engagement, command: Command): readonly Draft[] => {
  const settles = answered(command)
  return openTasks(state)
    .filter(task => settles.some(play => play === task.play))
    .filter(task => command.command !== 'SetExpectation' || !command.contact || task.contact === command.contact)
    .map((task): Draft => ({ type: 'TaskSettled', task: task.id, how: 'done' }))
}

const answered = (command: Command): readonly PlayName[] => {
  switch (command.command) {
    case 'BookMeeting':
    case 'RecordMeetingHeld':
    case 'RecordMeetingMissed':
    case 'CancelMeeting':
      return ['report-the-meeting']
    case 'SetExpectation':
      return ['set-expectations']
    case 'ReportTension':
      return ['ask-about-hr']
    case 'ResolveTension':
      return ['clear-the-air', 'ask-the-hiring-manager']
    case 'LearnReason':
      return ['ask-the-reason']
    case 'AddContact':
      return ['ask-who-follows']
    case 'DecideParticipation':
      return ['participate-or-disengage']
    default:
      return []
  }
}
