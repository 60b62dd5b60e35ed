import type { Command } from '../../../domain/engagement/commands.ts'
import { firstMatch, phrases } from './phrases.ts'
import type { Unit } from './units.ts'

/** Words that tell of a fact wherever they stand, each with the commands that show it was read. */

type Covers = (command: Command) => boolean

const commands =
  (...names: readonly Command['command'][]): Covers =>
  ({ command }) =>
    names.includes(command)
const touch =
  (...channels: readonly string[]): Covers =>
  command =>
    command.command === 'LogTouchpoint' && channels.includes(command.channel)
const either =
  (...covers: readonly Covers[]): Covers =>
  command =>
    covers.some(each => each(command))

const MEETINGS = commands(
  'BookMeeting',
  'RecordMeetingHeld',
  'RecordMeetingMissed',
  'CancelMeeting',
  'AgreeNextStep',
  'NoteReminder',
)
const SPOKEN = either(
  touch('call', 'voicemail', 'meeting', 'video'),
  MEETINGS,
  commands('ReportTension', 'ReceiveFeedback'),
)
const WRITTEN = either(touch('email', 'text', 'social'), commands('ReachMilestone', 'ReportTension', 'ReceiveFeedback'))

const SIGNALS: readonly (readonly [words: string, covers: Covers])[] = [
  ['spoke spoken talked discussed conversation convo', SPOKEN],
  ['called rung', SPOKEN],
  ['chat', either(SPOKEN, commands('LearnReason'))],
  ['met meeting lunch coffee breakfast dinner drinks zoom', either(SPOKEN, MEETINGS, commands('ReachMilestone'))],
  ['emailed texted wrote messaged pinged', WRITTEN],
  ['email text', either(WRITTEN, commands('AgreeNextStep', 'NoteReminder', 'SetExpectation'))],
  ['sent forwarded submitted', either(WRITTEN, touch('voicemail', 'call'))],
  ['voicemail', touch('voicemail', 'call')],
  ['forgiven', commands('ResolveTension')],
  ['mistake', commands('LearnReason', 'ReceiveFeedback')],
  ['bounced undeliverable undelivered', () => false],
  ['complain complained complaining furious', commands('ReportTension', 'ReceiveFeedback')],
  ['heard', touch('email', 'text', 'social', 'call', 'voicemail', 'meeting', 'video')],
  ['signed countersigned', commands('ReachMilestone', 'AgreeNextStep')],
  [
    'accepted declined rejected withdrew',
    commands('ReachMilestone', 'LogTouchpoint', 'CancelMeeting', 'RecordContactLeft'),
  ],
  ['frozen froze freeze', commands('LearnReason', 'PauseEngagement')],
  ['filled hired', commands('LearnReason', 'ReachMilestone', 'NameOpening')],
  [
    'cancelled rescheduled postponed',
    commands('CancelMeeting', 'BookMeeting', 'LearnReason', 'PutTaskOff', 'RecordMeetingMissed', 'PauseEngagement'),
  ],
  ['resigned quit retired', commands('RecordContactLeft')],
  ['process', commands('SetExpectation', 'ReachMilestone', 'AgreeNextStep', 'LogTouchpoint')],
  ['replaced', commands('AddContact')],
  ['no_showed no_show missed', commands('RecordMeetingMissed', 'LogTouchpoint')],
  ['introduced', either(commands('ReachMilestone'), touch('email', 'meeting', 'call'))],
  ['vacation holiday', commands('RecordContactAway', 'AgreeNextStep', 'LearnReason')],
]
const COVERS: ReadonlyMap<string, Covers> = new Map(
  SIGNALS.flatMap(([words, covers]) => words.split(' ').map(word => [word, covers] as const)),
)

export const isSignal = ({ form }: Unit): boolean => COVERS.has(form)

const GOT_BACK = phrases('WHO has? got|gotten|came|come back to me|us', 'heard back? from WHO')

/** They answered, and by what way is not said. */
export const saysTheyAnswered = (view: readonly Unit[]): boolean => firstMatch(GOT_BACK, view) !== undefined

/** Whether one of these commands shows that the word was read. */
export const isCovered = ({ form }: Unit, told: readonly Command[]): boolean => {
  const covers = COVERS.get(form)
  return covers === undefined || told.some(covers)
}

const NAMES_A_TOPIC = new Set(
  'about re regarding concerning on whether if why how who that which what discussed asked asking saying when will would because since where while cc open willing can could shall'.split(
    ' ',
  ),
)
const SUBJECTS = new Set(['i', 'we'])

/** A place somebody is in or goes to: "heading into a meeting". */
const PLACED = new Set(['in', 'into', 'to'])

/** What follows "about", "that", "when" is what was talked of, not what happened; "after I emailed her" happened. */
export const isTopic = (view: readonly Unit[], at: number): boolean =>
  (PLACED.has(view[at - 1]?.form ?? '') && view[at]?.form === 'meeting') ||
  view
    .slice(0, at)
    .some(
      ({ form }, place) =>
        (NAMES_A_TOPIC.has(form) && !(form === 'on' && view[place + 1]?.when) && view[place + 1]?.form !== 'not') ||
        (form === 'for' && view[place + 1]?.form.endsWith('ing')) ||
        (['after', 'before'].includes(form) && !SUBJECTS.has(view[place + 1]?.form ?? '')),
    )
