import { localDate } from '../calendar/days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { playNamed } from '../plays/index.ts'
import { counted, oneLine, spokenDuration, timeOfDay, weekdayAndDate } from '../plays/words.ts'
import type { ContactId, Milestone, Reason, TaskId } from '../vocabulary.ts'
import type { Command, CommandOf } from './commands.ts'
import { contactOf, type Engagement, type State } from './state.ts'

/** What a command records, said before it is pressed and after: "A voicemail left for Susan Reyes". */

type Told = { readonly state: State; readonly calendar: WorkingCalendar; readonly today: string }

export const sayCommand = (command: Command, told: Told): string => {
  const engagement = told.state.stage === 'unopened' ? undefined : told.state
  const who = (id: ContactId | undefined, otherwise = 'them'): string =>
    oneLine((engagement && contactOf(engagement, id)?.name) ?? otherwise)
  const day = (date: string): string => weekdayAndDate(date, told.today)
  const account = engagement ? oneLine(engagement.client) : 'this account'
  switch (command.command) {
    case 'OpenEngagement':
      return `${oneLine(command.client)} is opened`
    case 'NameClient':
      return `The account is called ${oneLine(command.client)}`
    case 'AliasClient':
      return `"${oneLine(command.alias)}" is ${account}`
    case 'RetractEngagement':
      return `${account} was opened by mistake, and is taken back`
    case 'MergeEngagement':
      return `${account} is the same as another account, and is joined to it`
    case 'RetractMerge':
      return `${account} is an account of its own again`
    case 'RestEngagement':
      return `${account} rests until they make contact or an opening is named`
    case 'NameOpening':
      return `An opening: ${oneLine(command.title)}`
    case 'AddContact':
      return `${oneLine(command.name)} is a contact${engagement ? ` at ${account}` : ''}`
    case 'ChangeContact':
      return `What is known of ${who(command.contact)} is changed`
    case 'RecordContactLeft':
      return `${who(command.contact)} has left`
    case 'OptContactOut':
      return `${who(command.contact)} asked to be left alone`
    case 'LogTouchpoint':
      return touchpoint(command, who(command.contact))
    case 'RetractContact':
      return `${who(command.contact)} is no contact${engagement ? ` at ${account}` : ''}`
    case 'ConfirmTouchpoint':
      return 'It is recorded already, once'
    case 'RetractTouchpoint':
      return 'What was recorded is taken back'
    case 'RetractPress':
      return `What the press recorded at ${account} is taken back, and what was due is due again`
    case 'BookMeeting':
      return `A meeting on ${day(localDate(told.calendar, command.startsAt))} at ${timeOfDay(command.startsAt, told.calendar)}`
    case 'RecordMeetingHeld':
      return 'The meeting took place'
    case 'RecordMeetingMissed':
      return command.missedBy === 'client' ? 'They missed the meeting' : 'You missed the meeting'
    case 'CancelMeeting':
      return 'The meeting was called off, and no new time stands'
    case 'ReachMilestone':
      return MILESTONE[command.milestone]
    case 'AgreeNextStep':
      return `${command.who === 'us' ? 'You' : 'They'} will do by ${day(command.due)}: ${oneLine(command.what)}`
    case 'NoteReminder':
      return `A reminder for ${day(command.due)}: ${oneLine(command.what)}`
    case 'SetExpectation':
      return `Agreed with ${who(command.contact)}: ${command.replyWithin ? `an answer within ${spokenDuration(command.replyWithin)}` : oneLine(command.text)}`
    case 'ReportTension':
      return `Tension with ${who(command.contact)}`
    case 'ResolveTension':
      return `The air with ${who(command.contact)} is clear`
    case 'LearnReason':
      return `Why it was quiet: ${REASON[command.reason]}`
    case 'ReceiveFeedback':
      return `Feedback from ${who(command.contact)}: ${oneLine(command.words)}`
    case 'RecordContactAway':
      return `${who(command.contact)} is away until ${day(command.until)}`
    case 'PauseEngagement':
      return `${account} pauses until ${day(command.until)}`
    case 'ResumeEngagement':
      return `${account} goes on`
    case 'DecideParticipation':
      return command.decision === 'participate'
        ? `You stay in at ${account}`
        : `You step out at ${account}${command.revisitOn ? `, and look again on ${day(command.revisitOn)}` : ''}`
    case 'CloseEngagement':
      return `${account} is closed${command.revisitOn ? `, to look at again on ${day(command.revisitOn)}` : ''}`
    case 'HandOverEngagement':
      return `${account} goes to a colleague`
    case 'OverridePolicy': {
      const own = Object.keys(command.windows).length
      return own === 0
        ? `${account} goes by your firm's windows of silence`
        : `${account} has ${counted(own, 'window')} of silence of its own`
    }
    case 'LimitAccess':
      return `Everything at ${account} goes through HR`
    case 'PutTaskOff':
      return `Not today: ${title(command.task, engagement)}`
    case 'SettleTask':
      return command.how === 'done'
        ? `Done: ${title(command.task, engagement)}`
        : `Let go, and not asked again: ${title(command.task, engagement)}`
    case 'ReopenTask':
      return `Due again: ${title(command.task, engagement)}`
  }
}

const title = (id: TaskId, engagement: Engagement | undefined): string => {
  const task = engagement?.tasks.find(candidate => candidate.id === id)
  return (task && playNamed(task.play)?.title.toLowerCase()) ?? 'the task'
}

const touchpoint = ({ direction, channel, outcome }: CommandOf<'LogTouchpoint'>, who: string): string => {
  switch (outcome) {
    case 'reached':
      return `You spoke with ${who}`
    case 'held':
      return `A meeting with ${who}`
    case 'no-answer':
      return `A call to ${who}, not answered`
    case 'received':
      return `${who} wrote to you`
    case 'left-message':
      return direction === 'outbound' ? `A voicemail left for ${who}` : `A voicemail from ${who}`
    case 'sent':
      return `${channel === 'text' ? 'A text' : channel === 'social' ? 'A message' : 'An email'} to ${who}`
  }
}

const MILESTONE: Readonly<Record<Milestone, string>> = {
  introduced: 'An introduction',
  'process-agreed': 'Your process is agreed',
  'fee-agreed': 'The fee is agreed',
  'job-description-received': 'The job description is here',
  'agreement-signed': 'The agreement is signed',
  interviewing: 'Interviews have begun',
  'offer-out': 'An offer is out',
  placed: 'The position is filled, by you',
  'agreement-sent': 'The agreement went out',
  'candidates-sent': 'Candidates went out',
}

const REASON: Readonly<Record<Reason, string>> = {
  'opening-frozen': 'the opening was frozen',
  'recruiters-not-allowed': 'agencies are not allowed',
  'candidate-identified': 'they found somebody',
  flooded: 'they were swamped',
  'our-mistake': 'a mistake of ours',
  other: 'something else',
}
