import { firstMatch, type Phrase, phrases } from './phrases.ts'
import type { Unit } from './units.ts'

/** How a clause is meant: told, meant ahead, only supposed or asked. */
export type Mood = 'told' | 'ahead' | 'supposed' | 'asked'

const ASKED = phrases(
  '^ should|shall|do|does|did|is|are|was|were|can|could|would|has|have i|we|you|she|he|they|it|WHO|CLIENT',
  '^ what|when|who|why|how|where|which|any',
)
const SUPPOSED = phrases(
  '^ if|unless|suppose|supposing',
  '^ not sure',
  '^ i|we? .. might|may|wonder|wondering|considering',
  'thinking about|of',
  'tempted to',
  '^ i|we? would|could have',
  '^ i|we? would like|love|rather',
  '^ wish|hopefully|hoping',
  '^ i|we? hope|wish',
  'if WHO|she|he|they|i|we|CLIENT',
  'when WHO|CLIENT calls|answers|replies|rings|signs',
)
const AHEAD_OPENINGS =
  'will|need_to|need|have_to|must|should|going_to|plan_to|planning_to|want_to|remember_to|remind|owe|ought_to|supposed_to|am_going_to|are_going_to|about_to|do_not_forget|to_call|to_email|to_ring|got_to|would_better|better|let_us|intend_to|am_calling|am_meeting|promised|told_WHO_i'
const AHEAD = [
  ...phrases(
    `^ i|we? ${AHEAD_OPENINGS}`,
    '^ i|we am|are|will|have need|going|planning|calling|emailing|meeting|seeing|to',
    '^ call|ring|email|text|phone|write|ping|chase|visit|send|follow WHO|CLIENT|to|up|back|over|out|profiles|résumé',
    '^ calling|ringing|phoning|emailing|texting|chasing|sending|visiting|following WHO|CLIENT|up',
    '^ do not forget',
    '^ remember|reminder|to-do|todo|note to_self',
    '^ WHO|CLIENT remind|todo|need to',
    '^ follow_up with WHO',
  ),
]
const THEIRS = phrases('^ WHO|CLIENT|it|there|that|this')

const DENIALS = new Set(['not', 'never', 'no', 'nothing', 'without', 'nobody', 'none', 'neither', 'hardly'])
const WAITING = phrases(
  '^ .. still|nothing|crickets|silence',
  'no reply|response|word|news|answer|joy|luck|movement|update|sign|progress|feedback',
  'waiting on|for|to',
  'not heard|replied|answered|called|signed|responded|spoken|emailed|sent|back|yet|decided',
  'nothing from|new|yet|back|at|to',
  'never called|replied|answered|wrote|signed|responded|emailed|got',
  'quiet|silent|radio_silence',
  'did|do|does|have|has|had|is|was|could|can not|never',
)

export const moodOf = (units: readonly Unit[], question: boolean): Mood => {
  const says = (list: readonly Phrase[]): boolean => firstMatch(list, units) !== undefined
  if (question || says(ASKED)) return 'asked'
  if (says(SUPPOSED)) return 'supposed'
  return says(AHEAD) && !says(THEIRS) ? 'ahead' : says(AHEAD.slice(-2)) ? 'ahead' : 'told'
}

/** Whether what matched is denied: a negation stands before its end. */
export const isDenied = (units: readonly Unit[], to: number): boolean =>
  units.slice(0, to).some(unit => DENIALS.has(unit.form))

/** "Still nothing", "no reply yet", "waiting on her": read, and holding no fact. */
export const saysNothingHappened = (units: readonly Unit[]): boolean => firstMatch(WAITING, units) !== undefined
