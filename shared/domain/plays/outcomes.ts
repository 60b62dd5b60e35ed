import type { Command } from '../engagement/commands.ts'
import type { PlayName } from '../silence/assessment.ts'
import type { Channel, Outcome } from '../vocabulary.ts'
import type { PlayOutcome } from './play.ts'

/** The outcomes that several plays share. The word is what a reply says and a link carries. */

type Commands = PlayOutcome['commands']

/** Beside every play's own outcomes a task offers this one: pick what was done, and on which day. */
export const ALREADY_DID = 'already-did'

/** An outbound touchpoint with the task's contact, by the play. */
export const logged =
  (play: PlayName, channel: Channel, outcome: Outcome): Commands =>
  (task, _engagement, said) =>
    task.contact
      ? [
          {
            command: 'LogTouchpoint',
            direction: 'outbound',
            channel,
            outcome,
            contact: task.contact,
            play,
            ...(said?.words ? { summary: said.words } : {}),
          },
        ]
      : []

export const settled =
  (how: 'done' | 'let-go'): Commands =>
  task => [{ command: 'SettleTask', task: task.id, how }]

/** Several commands from one press, in this order. */
export const both =
  (...parts: readonly Commands[]): Commands =>
  (task, engagement, said): readonly Command[] =>
    parts.flatMap(part => part(task, engagement, said))

export const voicemail = (play: PlayName): PlayOutcome => ({
  word: 'voicemail',
  label: 'Left the message',
  commands: logged(play, 'voicemail', 'left-message'),
})
export const spoke = (play: PlayName): PlayOutcome => ({
  word: 'spoke',
  label: 'We spoke',
  commands: logged(play, 'call', 'reached'),
})
export const noAnswer = (play: PlayName): PlayOutcome => ({
  word: 'no-answer',
  label: 'No answer, no message',
  commands: logged(play, 'call', 'no-answer'),
})
export const wrote = (play: PlayName): PlayOutcome => ({
  word: 'wrote',
  label: 'Wrote',
  commands: logged(play, 'email', 'sent'),
})
export const notToday: PlayOutcome = {
  word: 'not-today',
  label: 'Not today',
  commands: task => [{ command: 'PutTaskOff', task: task.id }],
}
export const letGo: PlayOutcome = { word: 'let-go', label: 'Let this one go', commands: settled('let-go') }
/** Nothing is owed here for now: the account comes back when they make contact or an opening is named. */
export const rest: PlayOutcome = {
  word: 'rest',
  label: 'Rest the account',
  commands: () => [{ command: 'RestEngagement' }],
}
