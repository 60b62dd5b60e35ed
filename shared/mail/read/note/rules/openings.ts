import { type Match, phrases } from '../phrases.ts'
import { type Reads, type Rule, type Scene, wordsOf } from '../scene.ts'
import type { Unit } from '../units.ts'
import { rowsOf } from './accounts.ts'

/** The openings that are named in a note. */

/** Job titles end like trades: an engineer, two welders, a nurse. */
const isJob = (units: readonly Unit[]): boolean => {
  const last = units.at(-1)?.form ?? ''
  const word = last.endsWith('s') ? last.slice(0, -1) : last
  if (NOT_JOBS.has(word) || NOT_JOBS.has(last)) return false
  return (
    JOBS.has(word) || JOBS.has(last) || TRADES.some(ending => word.endsWith(ending) && word.length > ending.length + 1)
  )
}
const TRADES = ['er', 'or', 'ist', 'ian', 'ant', 'ive', 'yst', 'ect']
const JOBS = new Set(
  'lead nurse tech cfo ceo coo cto clerk chef pilot foreman foremen head vp chief rep cook hand manager machinist counsel associate paralegal buyer driver'.split(
    ' ',
  ),
)
const NOT_JOBS = new Set(
  'answer letter number offer order paper reminder another either computer summer winter quarter over her after center member matter partner refresher folder longer later sooner better other never ever whether together error favor color prior for or nor reference participant important relevant significant constant effective objective perspective active positive negative executive_summary list project respect aspect'.split(
    ' ',
  ),
)
/** "Somebody hungrier" is no job. */
const SOMEBODY = new Set(['somebody', 'someone', 'anybody', 'anyone', 'people', 'something', 'more'])
const ENDS_TITLE = new Set(
  'by before at in for with asap immediately urgently from who that to but because on until starting reporting since as soon now right'.split(
    ' ',
  ),
)

const upToEnd = (units: readonly Unit[]): readonly Unit[] => {
  const end = units.findIndex(unit => unit.when || unit.people || unit.client || ENDS_TITLE.has(unit.form))
  return end < 0 ? units : units.slice(0, end)
}

const title = (scene: Scene, rest: readonly Unit[]): readonly Unit[] => {
  const end = rest.findIndex(
    (unit, at) =>
      (unit.form === 'and' && !isJob(upToEnd(rest.slice(at + 1)))) ||
      unit.when ||
      unit.span ||
      unit.people ||
      unit.client ||
      ENDS_TITLE.has(unit.form),
  )
  return (end < 0 ? rest : rest.slice(0, end)).filter(unit => scene.view.includes(unit))
}

/** "…a job for us: controls engineer": the title begins after that. */
const fromTitle = (rest: readonly Unit[]): readonly Unit[] =>
  rest.slice(
    Math.max(
      0,
      rest.findIndex(({ form, mark }) => !mark && form !== 'us' && form !== 'for'),
    ),
  )

const opening =
  (sure: boolean) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const units = title(scene, fromTitle(match.rest ?? []))
    if (units.length === 0 || units.length > 8 || (!sure && !isJob(units))) return undefined
    if (SOMEBODY.has(units[0]?.form ?? '')) return undefined
    return rowsOf(match, scene).map(row => ({ row, command: { command: 'NameOpening', title: wordsOf(scene, units) } }))
  }

export const openingRules: readonly Rule[] = [
  {
    name: 'an opening is named',
    group: 'account',
    tense: 'any',
    says: phrases(
      'new|another order|job_order|opening|job|role|position|search|req|vacancy from|at|in|with|for WHO|CLIENT REST',
      'order|job_order from|by WHO|CLIENT for REST',
      'new order|job_order|opening|job|role|position|search|req|vacancy for|is|on|as? REST',
      'WHO|CLIENT has|have|opened|posted|got .. opening|vacancy|role|position|req|job|search|headcount for REST',
      'WHO|CLIENT gave me|us .. order|search for REST',
      'WHO|CLIENT ... requirement|need for REST',
    ),
    reads: opening(true),
  },
  {
    name: 'an opening is named',
    group: 'account',
    tense: 'any',
    says: phrases(
      'WHO|CLIENT .. need|needs|want|wants|asked_for|requires|require REST',
      '^ looking_for|searching_for|seeking REST',
      'WHO|CLIENT .. looking_for|after|hiring|recruiting|seeking|searching_for|searching REST',
    ),
    reads: opening(false),
  },
]
