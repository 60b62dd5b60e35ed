import type { Command } from '../../../domain/engagement/commands.ts'
import { doubt } from './doubts.ts'
import type { Match } from './phrases.ts'
import { clauseWords, type Said, type Scene } from './scene.ts'

/** Words that tell of a fact wherever they stand, and the commands that show it was read. */
const TELLING: readonly (readonly [words: string, commands: readonly Command['command'][]])[] = [
  ['signed', ['ReachMilestone']],
  ['accepted declined rejected', ['ReachMilestone', 'LogTouchpoint', 'CancelMeeting']],
  ['frozen froze freeze', ['LearnReason']],
  ['filled hired', ['LearnReason', 'ReachMilestone']],
  ['cancelled rescheduled postponed', ['CancelMeeting', 'BookMeeting', 'LearnReason']],
  ['resigned quit retired', ['RecordContactLeft']],
  ['no_showed no_show missed', ['RecordMeetingMissed', 'LogTouchpoint']],
  ['vacation', ['RecordContactAway']],
  ['emailed texted voicemail', ['LogTouchpoint']],
]
const COMMANDS: ReadonlyMap<string, readonly Command['command'][]> = new Map(
  TELLING.flatMap(([words, commands]) => words.split(' ').map(word => [word, commands] as const)),
)
const NAMES_A_TOPIC = new Set(
  'about re regarding on whether if why how who that which discussed asked when after before will would'.split(' '),
)

/** A fact that was read out of a clause, and another in the same clause that was not: the rest is asked about. */
export const askAboutTheRest = (scene: Scene, facts: readonly Said[], spans: readonly Match[]): void => {
  const isRead = (at: number): boolean => spans.some(({ from, to }) => at >= from && at < to)
  const unread = scene.view.some((unit, at) => {
    const commands = COMMANDS.get(unit.form)
    const told = commands === undefined || facts.some(({ command }) => commands.includes(command.command))
    return !told && !isRead(at) && !isTopic(scene, at)
  })
  if (!unread) return
  doubt(scene, {
    key: `rest ${scene.index}`,
    rule: 'more than was read',
    text: `I may have missed something in “${clauseWords(scene).slice(0, 200)}”. Please say the rest in a sentence of its own.`,
    options: [],
  })
}

const isTopic = (scene: Scene, at: number): boolean =>
  scene.view.slice(0, at).some(({ form }) => NAMES_A_TOPIC.has(form))
