import { happenedAt } from './days.ts'
import { doubt } from './doubts.ts'
import { toldWhens } from './moment.ts'
import { firstMatch, phrases } from './phrases.ts'
import { clauseWords, type Said, type Scene } from './scene.ts'

/** Words that say it was not just now, and not when: "the other day", "over the weekend". */

const VAGUE = phrases(
  'other day|night|morning|week',
  'few|several|some days|weeks|months ago|back',
  'while|ages|long ago|back',
  'recently|lately',
  'over|at|on|last|this|during weekend',
  'last month|year|quarter',
  'earlier in week|month',
  'over christmas|holidays|easter|thanksgiving',
)
const DAYS_OFFERED = 5
const HAPPENED = new Set(['LogTouchpoint', 'ReachMilestone'])

/** Facts that happened on a day which is not said: asked about, or as the answer says. */
export const onItsDay = (scene: Scene, facts: readonly Said[]): readonly Said[] => {
  const happened = facts.some(({ command }) => HAPPENED.has(command.command))
  if (!happened || !isVague(scene)) return facts
  const key = `when ${scene.index}`
  const days = Array.from({ length: DAYS_OFFERED }, (_, ago) => scene.today.subtract({ days: ago + 1 }))
  const chosen = days.findIndex(day => day.toString() === scene.assumed.get(key))
  if (chosen >= 0) {
    const when = { day: { kind: 'offset', days: -chosen - 1 } } as const
    const at = happenedAt(when, scene.occasion, scene.book.recruiter.calendar)
    return facts.map(fact => ({ ...fact, at }))
  }
  doubt(scene, {
    key,
    rule: 'a day that is not said',
    text: `On which day was that? You wrote: “${clauseWords(scene).slice(0, 200)}”`,
    options: days.map(day => ({
      value: day.toString(),
      word: day.toString(),
      label: day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }),
    })),
  })
  return []
}

/** Vague is a clause that names no day, in a sentence that has said so far only that it was not just now. */
const isVague = ({ view, when, clauses, clause, index }: Scene): boolean => {
  if (when?.day || toldWhens(view).some(unit => unit.when?.day)) return false
  const before = clauses.slice(0, index).filter(({ sentence }) => sentence === clause.sentence)
  return [...before.map(each => each.view), view].some(units => firstMatch(VAGUE, units) !== undefined)
}
