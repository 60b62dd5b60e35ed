import type { CommandOf } from '../../../../domain/engagement/commands.ts'
import { dateOf } from '../days.ts'
import { doubt } from '../doubts.ts'
import type { Person } from '../names.ts'
import { type Match, phrases } from '../phrases.ts'
import type { Reads, Rule, Scene, TaskAt } from '../scene.ts'
import type { Unit } from '../units.ts'
import { certainPeople, personOfTask } from '../who.ts'
import { reportRules } from './reports.ts'
import { listedTasks, tasksMeant } from './tasks-meant.ts'

/** Short answers to the digest: "3 not today", "Jim: let it go", "5 done". */

const settle =
  (how: CommandOf<'SettleTask'>['how']) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const tasks = tasksMeant(match, scene)
    return tasks.map(({ task, row }) => ({ row, command: { command: 'SettleTask', task: task.id, how } }))
  }

/** Plays that are done only by a call. */
const PHONE_ONLY = new Set([
  'own-the-dropped-ball',
  'ask-the-hiring-manager',
  'clear-the-air',
  'go-through-the-introducer',
  'revisit',
])
/** Plays that are done only by a call or a message: which of the two it was decides what comes next. */
const NEEDS_OUTCOME = new Set([...PHONE_ONLY, 'call-and-write', 'answer-them'])
const TOLD = [
  ['reached', 'call', 'spoke', 'We spoke'],
  ['left-message', 'voicemail', 'voicemail', 'I left a voicemail'],
  ['sent', 'email', 'emailed', 'I wrote'],
] as const

const done = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const bare =
    scene.tasks.length === 0 && !scene.clause.about && !scene.clause.units.some(unit => unit.people || unit.client)
  if (bare && (scene.focus.task === undefined || expectsSomething(scene))) {
    scene.bareDone = true
    if (expectsSomething(scene)) return []
  }
  return tasksMeant(match, scene).flatMap(at => doneAt(scene, at))
}
const expectsSomething = (scene: Scene): boolean =>
  scene.clauses.some(
    clause =>
      clause.view.some(unit => unit.span) &&
      clause.view.some(unit => /^(answers?|replies|reply|responds?|gets?|agreed|within)$/.test(unit.form)),
  )

const toldAs = ({ row }: TaskAt, { contact }: Person, [outcome, channel]: (typeof TOLD)[number]): Reads => ({
  row,
  command: { command: 'LogTouchpoint', direction: 'outbound', channel, outcome, contact: contact.id },
})

const doneAt = (scene: Scene, at: TaskAt): readonly Reads[] => {
  const [person] = personOfTask(at)
  if (person && expectsSomething(scene)) return [toldAs(at, person, TOLD[0])]
  if (!NEEDS_OUTCOME.has(at.task.play) || !person)
    return [{ row: at.row, command: { command: 'SettleTask', task: at.task.id, how: 'done' } }]
  const key = `done ${at.task.id}`
  const assumed = TOLD.find(([outcome]) => outcome === scene.assumed.get(key))
  if (assumed) return [toldAs(at, person, assumed)]
  doubt(scene, {
    key,
    rule: 'done, and how it went',
    text: `How did it go with ${person.contact.name}?`,
    options: TOLD.filter(([, channel]) => channel !== 'email' || !PHONE_ONLY.has(at.task.play)).map(
      ([value, , word, label]) => ({ value, word, label }),
    ),
  })
  return []
}

const putOff = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const day = match.when?.when?.day
  const until = day && dateOf(day, scene.today, 'future')?.toString()
  return tasksMeant(match, scene).map(({ task, row }) => ({
    row,
    command: { command: 'PutTaskOff', task: task.id, ...(until ? { until } : {}) },
  }))
}

/** What came of a word with a colleague, whose name the book does not know; a talk with the client is another thing. */
const withTheColleague =
  (how: CommandOf<'SettleTask'>['how']) =>
  (_match: Match, scene: Scene): readonly Reads[] | undefined => {
    const isTheirs = scene.tasks.length > 0 && scene.tasks.every(({ task }) => task.play === 'speak-to-a-colleague')
    if (!isTheirs || scene.clause.units.some(unit => unit.people?.some(({ meant }) => meant.length > 0)))
      return undefined
    return scene.tasks.map(({ task, row }) => ({ row, command: { command: 'SettleTask', task: task.id, how } }))
  }

export const answerRules: readonly Rule[] = [
  {
    name: 'left to a colleague',
    group: 'answer',
    tense: 'any',
    alone: true,
    says: phrases('^ leave|left|leaving it|her|him|them to|with REST'),
    reads: withTheColleague('let-go'),
  },
  {
    name: 'a word with a colleague',
    group: 'answer',
    alone: true,
    says: phrases('^ spoke|talked|called|rang|met $', '^ spoke|talked|called|rang|met REST', '^ i? go|going ahead $'),
    reads: withTheColleague('done'),
  },
  ...reportRules,
  {
    name: 'not today',
    group: 'answer',
    tense: 'any',
    alone: true,
    evenDenied: true,
    says: phrases(
      '^ WHO|CLIENT? not DAY|now|yet $',
      '^ WHO|CLIENT? later|skip|snooze|another_day|not_today|not_now $',
      '^ WHO|CLIENT? put|push off|to|back .. DAY?',
      '^ put|push|move|hold|postpone it off|to|back|until|on .. DAY?',
      '^ skip|snooze|postpone it $',
      '^ all|everything|both|either not DAY|now $',
      '^ not DAY|now for|on? all|any|either|both|everything|them ..',
      '^ none|neither of_them|of_these|of_those|of_the_above? DAY|now ..',
    ),
    reads: (match, scene) => {
      // "Zhang not yet", in a note of its own, puts nothing off.
      const isYet = scene.view.some(({ form }) => form === 'yet')
      return isYet && listedTasks(scene).length === 0
        ? undefined
        : putOff(isToday(match.when) ? without(match) : match, scene)
    },
  },
  {
    name: 'put off to a day',
    group: 'answer',
    tense: 'any',
    alone: true,
    says: phrases(
      '^ on|until? DAY $',
      '^ .. wait until|for DAY $',
      '^ leave|hold|keep|park it|her|him|them|this|WHO? until|to|for|on DAY $',
      '^ i|we will|shall|can do|handle|tackle|call|ring it|this|them|her|him? DAY $',
    ),
    reads: (match, scene) => {
      const whole = scene.view.every(unit => unit.when || unit.people || PUTS_OFF.has(unit.form))
      const unit = scene.view.find(each => each.when?.day)
      const [named] = scene.view.flatMap(each => (each.people ? certainPeople(scene, each) : []))
      const answers =
        scene.tasks.length > 0 ||
        listedTasks(scene).some(({ task }) => task.contact === named?.contact.id) ||
        (listedTasks(scene).length > 0 && (scene.clause.about?.people !== undefined || saysAll(scene)))
      return whole && answers && unit
        ? putOff(isToday(unit) ? without(match) : { ...match, when: unit }, scene)
        : undefined
    },
  },
  {
    name: 'let go',
    group: 'answer',
    tense: 'any',
    alone: true,
    says: phrases(
      '^ WHO|CLIENT? let go',
      '^ WHO|CLIENT? let it|her|him|them|this|that|WHO|CLIENT go',
      '^ WHO? drop|rest|forget_it|drop_it|leave_it|skip_it $',
      '^ drop|forget WHO $',
    ),
    reads: settle('let-go'),
  },
  {
    name: 'done',
    group: 'answer',
    alone: true,
    says: phrases(
      '^ WHO|CLIENT? done|did_it|did_that|did_this|completed|handled|sorted|finished $',
      '^ already did',
      '^ all? done $',
    ),
    reads: done,
  },
  {
    name: 'yes',
    group: 'answer',
    alone: true,
    says: phrases('^ yes $', '^ no $', '^ no not_needed|nothing|all_good', '^ not needed'),
    reads: (match, scene) => {
      const asked = scene.tasks.filter(({ task }) => task.play === 'ask-about-hr')
      if (asked.length === 0) return undefined
      const isYes = scene.view[match.from]?.form === 'yes' || scene.view[0]?.form === 'yes'
      return asked.map(({ task, row }) =>
        isYes && task.contact
          ? { row, command: { command: 'ReportTension', contact: task.contact } }
          : { row, command: { command: 'SettleTask', task: task.id, how: 'done' } },
      )
    },
  },
]

/** "Both on Thursday". */
const saysAll = ({ clause: { units } }: Scene): boolean => units.some(({ form }) => ['both', 'all'].includes(form))
const PUTS_OFF = new Set(
  'i we do handle tackle ring all shall can will must should wait on until call next leave hold keep park it her him them this to for'.split(
    ' ',
  ),
)

const isToday = (unit: Unit | undefined): boolean => unit?.when?.day?.kind === 'offset' && unit.when.day.days === 0
const without = ({ when: _when, ...match }: Match): Match => match
