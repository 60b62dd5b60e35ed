import { rowOfClient } from '../accounts.ts'
import { dateAfter, dateOf } from '../days.ts'
import { doubt } from '../doubts.ts'
import { dueIn } from '../moment.ts'
import { firstMatch, type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene } from '../scene.ts'
import { subjectsOf } from '../subjects.ts'

/** What is decided about an account. */

export const rowsOf = (match: Match, scene: Scene): readonly Reads['row'][] => {
  const last = scene.said.at(-1)
  // "Done with Aspen, close it out": the account that was just decided on.
  const isIt = last?.command.command === 'CloseEngagement' && scene.view.some(({ form }) => form === 'it')
  return isIt ? [last.row] : [...new Set(subjectsOf(scene, match).map(({ row }) => row))]
}

const PAUSES = [30, 60, 90]
const pause = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  // "Leave 1 until Thursday" puts off a task, and rests no account.
  if (scene.tasks.length > 0) return undefined
  const key = `pause ${scene.index}`
  const assumed = scene.assumed.get(key)
  const until = dueIn(scene) ?? assumed
  const subjects = subjectsOf(scene, match)
  const [first] = subjects
  if (!first) return []
  const before = scene.said.at(-1)
  if (until && before?.command.command === 'CloseEngagement' && before.row === first.row) {
    // "Close it; revisit in April" is one decision.
    scene.said[scene.said.length - 1] = { ...before, command: { ...before.command, revisitOn: until } }
    return []
  }
  if (!until) {
    const options = PAUSES.map(days => dateAfter({ amount: days, unit: 'day' }, scene.today).toString())
    doubt(scene, {
      key,
      rule: 'a pause without a day',
      text: `Until when shall ${first.row.client} rest?`,
      options: options.map((value, index) => ({ value, word: `${PAUSES[index]} days`, label: `Until ${value}` })),
    })
    return []
  }
  return subjects.map(({ row, contact }) => ({
    row,
    command: { command: 'PauseEngagement', until, why: clauseWords(scene), ...(contact ? { contact } : {}) },
  }))
}

const decided =
  (decision: 'participate' | 'disengage') =>
  (match: Match, scene: Scene): readonly Reads[] => {
    const revisitOn = decision === 'disengage' ? (dueIn(scene) ?? lookAgainOn(scene)) : undefined
    return decisionRows(match, scene).map(row => ({
      row,
      command: {
        command: 'DecideParticipation',
        decision,
        detail: clauseWords(scene),
        ...(revisitOn ? { revisitOn } : {}),
      },
    }))
  }
/** "…, look again on 1 February": the day stands in the next clause. */
const lookAgainOn = (scene: Scene): string | undefined => {
  const again = firstMatch(LOOK_AGAIN, scene.clause.onward)
  const day = again?.when?.when?.day
  return day && dateOf(day, scene.today, 'future')?.toString()
}
const LOOK_AGAIN = phrases('look|try|revisit|check|think again? on|in? DAY', 'back to it|them on|in? DAY')

const decisionRows = (match: Match, scene: Scene): readonly Reads['row'][] => {
  if (scene.tasks.length > 0) return scene.tasks.map(({ row }) => row)
  const asked = scene.book.engagements.filter(row =>
    row.openTasks.some(({ play }) => play === 'participate-or-disengage'),
  )
  const named =
    match.client ||
    scene.clause.about ||
    scene.clause.units.some(unit => unit.people || unit.client) ||
    scene.topic.length > 0
  return !named && asked.length === 1 ? asked : rowsOf(match, scene)
}

/** "She works only through HR" shuts the other doors; "I sent it through HR" does not. */
const STRICT = new Set(
  'strictly purely solely now prefers wants asked only everything all must have has not needs always'.split(' '),
)

export const accountRules: readonly Rule[] = [
  {
    name: 'an account is paused',
    group: 'account',
    tense: 'any',
    alone: true,
    says: phrases(
      '^ park|pause|shelve|snooze|hold CLIENT|WHO|it|this|them|that',
      '^ let_us? park|pause|shelve|snooze|hold off on CLIENT|WHO',
      '^ let_us|i_will|we_will? leave|park|rest CLIENT|WHO|them|it alone|be|there? until|to|through|for DAY|SPAN',
      '^ put CLIENT|WHO|it|this|them on_hold|on_ice|on_pause|aside',
      '^ leave it|CLIENT|this|them|WHO|that .. until|to|through|for DAY|SPAN',
      '^ hold_off .. until DAY',
      '^ revisit|come_back_to CLIENT|it|this|them|WHO? in|on|after? DAY|SPAN',
      '^ i|we? are|am? parking|pausing|shelving|resting CLIENT|WHO|it|this|them',
      '^ keep|leave CLIENT|it|them|this .. pending|parked|aside|dormant? until DAY',
      '^ CLIENT is|are on_pause|paused|parked|on_hold until|to|through DAY',
      '^ nothing doing|happening|moving|going_on|going_to_happen .. until|before .. DAY',
    ),
    reads: pause,
  },
  {
    name: 'two accounts are one',
    group: 'account',
    tense: 'any',
    alone: true,
    says: phrases(
      'CLIENT is|are|and .. same .. as CLIENT',
      'CLIENT and CLIENT is|are .. same|one',
      'merge CLIENT with|into|and CLIENT',
    ),
    reads: (match, scene) => {
      const [row, into] = scene.view.filter(unit => unit.client).map(unit => rowOfClient(scene, unit))
      return row && into && row !== into && match.client
        ? [{ row, command: { command: 'MergeEngagement', into: into.engagement } }]
        : undefined
    },
  },
  {
    name: 'an account is closed',
    group: 'account',
    tense: 'any',
    alone: true,
    says: phrases(
      '^ close out|down|off? CLIENT|it|this|them|account out?',
      '^ close_out CLIENT',
      '^ i|we? are|am? done|finished|through with CLIENT|them',
      '^ i|we? are|am? .. dropping|closing|walking_away_from|giving_up_on CLIENT|them|it',
      '^ drop|walk_away_from|give_up_on CLIENT',
      '^ CLIENT is dead|done|over $',
      '^ i|we? am? going_to|will? let CLIENT go',
      '^ let_us? let CLIENT go',
      '^ i|we? am? going_to|will drop|close CLIENT',
    ),
    reads: (match, scene) => {
      const revisitOn = dueIn(scene)
      return rowsOf(match, scene).map(row => ({
        row,
        command: { command: 'CloseEngagement', why: clauseWords(scene), ...(revisitOn ? { revisitOn } : {}) },
      }))
    },
  },
  {
    name: 'an account rests',
    group: 'account',
    tense: 'any',
    alone: true,
    says: phrases('^ rest CLIENT', '^ let CLIENT|it rest'),
    reads: (match, scene) => rowsOf(match, scene).map(row => ({ row, command: { command: 'RestEngagement' } })),
  },
  {
    name: 'participate',
    group: 'account',
    tense: 'any',
    alone: true,
    says: phrases('^ i|we? will? participate', 'CLIENT participate', '^ play along', 'let us? participate'),
    reads: decided('participate'),
  },
  {
    name: 'disengage',
    group: 'account',
    tense: 'any',
    alone: true,
    says: phrases(
      '^ i|we? will? disengage',
      'CLIENT disengage',
      '^ disengaging',
      '^ let us? walk_away_from|step_away_from|step_back_from|back_off CLIENT|WHO|them|it for_now',
    ),
    reads: decided('disengage'),
  },
  {
    name: 'only through HR',
    group: 'account',
    tense: 'any',
    evenDenied: true,
    says: phrases(
      'through|via hr only?',
      'go|work|deal|come|everything|run|do .. through|via|with WHO in|from|at hr',
      'hr only',
      'only ... through|via|to|with hr',
      'not .. contact|call|talk_to|speak_to|approach .. managers|hiring_manager|hiring_managers',
    ),
    reads: (match, scene) => {
      const strict = scene.view.some(({ form }) => STRICT.has(form))
      return strict
        ? rowsOf(match, scene).map(row => ({ row, command: { command: 'LimitAccess', access: 'through-hr-only' } }))
        : undefined
    },
  },
]
