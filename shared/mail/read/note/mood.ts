import { firstMatch, type Phrase, phrases } from './phrases.ts'
import type { Unit } from './units.ts'

/** How a clause is meant: told, meant ahead, only supposed or asked. */
export type Mood = 'told' | 'ahead' | 'supposed' | 'asked'

const ASKED = phrases(
  '^ should|shall|do|does|did|is|are|was|were|can|could|would|has i|we|you|she|he|they|it|WHO|CLIENT',
  '^ have i|we|you|they',
  '^ what|when|who|why|how|where|which|any',
)
/** What they ask for is news. */
const THEY_ASKED = phrases('^ WHO|CLIENT asked|asks|wondered|wonders|wanted_to_know|wants_to_know if|whether|when|for')
const ASKED_TO_REMIND = phrases('^ can|could|would|will you remind')
const SUPPOSED = phrases(
  '^ if|unless|suppose|supposing',
  '^ not sure|calling|going|emailing|chasing',
  '^ i|we .. might|may|wonder|wondering|considering',
  '^ might|may|wonder|wondering|considering',
  '^ i|we? wondered',
  'thinking about|of',
  'tempted to',
  '^ i|we? would|could|should have',
  '^ i|we? would|could call|email|ring|write',
  '^ maybe|perhaps|possibly',
  '^ i|we? almost|nearly',
  '^ i|we? had WHO|CLIENT on my|our? list|mind|agenda|radar',
  '^ i|we? forgot|meant|wanted|intended|was_going|were_going|tempted to',
  '^ i|we? would like|love|rather',
  '^ wish|hopefully|hoping',
  '^ i|we? hope|wish|trust|doubt',
  'if WHO|she|he|they|i|we|CLIENT',
  'when WHO|CLIENT calls|answers|replies|rings|signs',
)
const AHEAD_OPENINGS =
  'will|need_to|need|have_to|must|should|going_to|plan_to|planning_to|want_to|remember_to|remind|owe|ought_to|supposed_to|am_going_to|are_going_to|about_to|fixing_to|do_not_forget|to_call|to_email|to_ring|got_to|would_better|better|let_us|intend_to|am_calling|am_meeting|promised|told_WHO_i'
const AHEAD = [
  ...phrases(
    `^ i|we? ${AHEAD_OPENINGS}`,
    '^ i|we am|are|will|have need|going|planning|calling|emailing|meeting|seeing|to',
    '^ call|ring|email|text|phone|write|ping|chase|visit|send|follow WHO|CLIENT|up|back|over|out|résumé',
    '^ call|ring|email|text|phone|try|ping|chase back? on? DAY $',
    '^ calling|ringing|phoning|emailing|texting|chasing|sending|visiting|following WHO|CLIENT|up',
    '^ call|ring|phone|try|check|come back? in|after|on|next? DAY|SPAN',
    '^ do not forget|let',
    '^ i|we? told WHO i|we would|will',
    '^ i|we? said i|we would|will',
    '^ promised|agreed to',
    '^ remember|reminder|to-do|todo|note_to_self|set_reminder|next_step|action',
    '^ try WHO',
    '^ ask|nudge|chase|remind|tell|reach WHO',
    '^ check|speak|talk|meet|connect|follow with|to|up WHO?',
    '^ put WHO on .. list|calendar|radar',
    '^ give WHO|them|CLIENT SPAN|until',
    '^ make note|sure|time|point',
    '^ diarise|diarize WHO|CLIENT|to|a',
    '^ check_in|touch_base|catch_up|circle_back with WHO',
    '^ let us|me',
    '^ WHO|CLIENT call|ring|email|text|ping|chase|try',
    '^ WHO|CLIENT remind|todo|need to',
    '^ follow_up with WHO',
  ),
]
/** "I must have called him four times" has been. */
const MUST_HAVE = phrases('must have called|rung|tried|left|emailed|spoken|sent|texted')
const THEIRS = phrases('^ WHO|CLIENT|it|there|that|this')

const DENIALS = new Set(['not', 'never', 'no', 'nothing', 'without', 'nobody', 'none', 'neither', 'hardly'])
const WAITING = phrases(
  '^ .. nothing|crickets|silence',
  '^ .. still $|no|not|waiting|silent|quiet|radio_silence|pending|has|have|is|am|ignoring|dodging|avoiding|chasing|trying|can|owes|to',
  '^ i|we? have|has|had yet to',
  '^ nobody|no_one from|at CLIENT|there has? called|replied|emailed|written|wrote|answered|responded|been',
  '^ never did|got_to|happened|got_round $|it|to|that',
  'spoken|spoke|talked with|to nobody|no_one|none',
  'no replies|answers|responses|calls|emails from|back|yet',
  'no reply|revert|response|word|news|answer|movement|update|sign|progress|feedback',
  'waiting on|for|to',
  'not .. agreed|heard|replied|answered|called|signed|responded|spoken|emailed|sent|decided|returned|gotten_back|gotten_to|got_back|got_to|got_round|confirmed|reply|answer|respond|sign|decide|confirm|write|call|email|text|hear|get_back|get_to|come_back|come_through|send|budge|budged|moved',
  '^ i|we? did|do|does|have|has|had|was|were|am|are|can|could not|never',
  'WHO is|has|have|was .. ghosting|ghosted|dodging|avoiding|ignoring me|us?',
  '^ i|we? have|had no',
  '^ .. no|not word|peep|squeak|sound|sign from|of|out',
  'no joy|luck from|yet',
  'nothing from|new|yet|back|at|to',
  'never|not heard back? from',
  'never .. heard|called|replied|answered|wrote|signed|responded|emailed|got|got_back|returned|came_back',
  'quiet|silent|radio_silence',
)

const WAITS_FOR_US = phrases('WHO|CLIENT|they is|are|was .. waiting for|on .. my|our|us|me')
/** A refusal is news. */
const NOT_RECEIVED = phrases('WHO|CLIENT|they .. not|never received|got|gotten|seen|had|get|see|receive my|our|any|it')
/** So is what one is asked to leave undone. */
const FORBIDDEN = phrases(
  '^ do not|never call|ring|phone|email|text|contact|write|approach|mention|bother WHO|CLIENT|her|him|them',
)
const REFUSALS = phrases(
  'WHO|CLIENT|they will|would not',
  'WHO|CLIENT refuses|refused|declined',
  'WHO|CLIENT|they wants|want|needs|need nothing|no',
)

const MAY_ONLY = phrases('we|i|you|they may|can|must|should only')
export const moodOf = (units: readonly Unit[], question: boolean): Mood => {
  const says = (list: readonly Phrase[]): boolean => firstMatch(list, units) !== undefined
  if (!question && says(MAY_ONLY)) return 'told'
  if (says(ASKED_TO_REMIND)) return 'ahead'
  if (question || (!units[0]?.when && says(ASKED))) return 'asked'
  if (says(THEY_ASKED)) return 'told'
  if (says(SUPPOSED)) return 'supposed'
  if (says(MUST_HAVE)) return 'told'
  return says(AHEAD) && !says(THEIRS) ? 'ahead' : says(AHEAD.slice(-2)) ? 'ahead' : 'told'
}

/** Whether what matched is denied: a negation stands before its end. */
export const isDenied = (units: readonly Unit[], to: number): boolean =>
  units.slice(0, to).some(unit => DENIALS.has(unit.form))

/** Whether what matched is still to come: "she will send the agreement back signed". */
export const liesAhead = (units: readonly Unit[], to: number): boolean =>
  units
    .slice(0, to)
    .some((unit, at) => AHEAD_WORDS.has(unit.form) || (unit.form === 'to' && TO_BE_DONE.has(units[at + 1]?.form ?? '')))
/** "To send the signed agreement": what is still to be done. */
const TO_BE_DONE = new Set(['send', 'sign', 'return', 'give', 'mail', 'forward', 'bring', 'submit', 'have'])
const AHEAD_WORDS = new Set(
  'will would going plans plan planning hopes hope hoping promised promises wants want wanted needs need expects expecting should might may if unless before until supposed asked fixing aiming meaning due'.split(
    ' ',
  ),
)

/** "Still nothing", "no reply yet", "waiting on her": read, and holding no fact. */
export const saysNothingHappened = (units: readonly Unit[]): boolean =>
  firstMatch(WAITING, units) !== undefined &&
  firstMatch(REFUSALS, units) === undefined &&
  firstMatch(NOT_RECEIVED, units) === undefined &&
  !waitsForADay(units) &&
  firstMatch(WAITS_FOR_US, units) === undefined &&
  !countsTries(units) &&
  firstMatch(FORBIDDEN, units) === undefined &&
  !units.some(({ when }) => when?.minutes !== undefined)

/** "Quiet on me, that's two voicemails now": tries, and on no day. */
const countsTries = (units: readonly Unit[]): boolean =>
  units.some(({ form }, at) => COUNTS.has(form) && TRIES.has(units[at + 1]?.form ?? ''))
const COUNTS = new Set(['two', '2', 'three', '3', 'four', '4', 'five', '5', 'several', 'another', 'second', 'third'])
const TRIES = new Set([
  'voicemail',
  'voicemails',
  'call',
  'calls',
  'email',
  'emails',
  'message',
  'messages',
  'text',
  'texts',
])

/** "Not until after the election": a day is meant, and cannot be read. */
export const waitsForADay = (units: readonly Unit[]): boolean =>
  units.some(
    (unit, at) => ['until', 'after'].includes(unit.form) && !units.slice(at + 1).some(({ when, span }) => when ?? span),
  )
