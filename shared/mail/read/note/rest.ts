import type { Command } from '../../../domain/engagement/commands.ts'
import { doubt } from './doubts.ts'
import type { Match } from './phrases.ts'
import { clauseWords, type Said, type Scene } from './scene.ts'
import { certainPeople } from './who.ts'

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
const MEDIA = new Set(['email', 'text', 'voicemail'])
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
  const media = scene.view.some(({ form }, at) => MEDIA.has(form) && !isRead(at) && !isTopic(scene, at))
  const person = scene.view.some(({ people }, at) => people && !isRead(at) && !isTopic(scene, at))
  if (!unread && !(media && person) && !joinsSomebody(scene, facts)) return
  doubt(scene, {
    key: `rest ${scene.index}`,
    rule: 'more than was read',
    text: `I may have missed something in “${clauseWords(scene).slice(0, 200)}”. Please say the rest in a sentence of its own.`,
    options: [],
  })
}

/** "Spoke with Ellen on Monday and Jim on Tuesday": somebody joined on, of whom nothing was read. */
const joinsSomebody = (scene: Scene, facts: readonly Said[]): boolean =>
  scene.clause.units.some((unit, at, units) => {
    const joined = ['and', ','].includes(units[at - 1]?.form ?? '') && units[at + 1]?.form !== "'s"
    const people = joined && unit.people ? certainPeople(scene, unit) : []
    return people.some(({ contact }) => [...scene.said, ...facts].every(said => !concerns(said, contact.id)))
  })
const concerns = ({ command }: Said, contact: string): boolean =>
  ('contact' in command && command.contact === contact) ||
  ('contacts' in command && command.contacts.some(id => id === contact))

const isTopic = (scene: Scene, at: number): boolean =>
  scene.view.slice(0, at).some(({ form }) => NAMES_A_TOPIC.has(form))
