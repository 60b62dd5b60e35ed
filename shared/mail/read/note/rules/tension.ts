import { CONVERSATIONS } from '../../../../domain/vocabulary.ts'
import { happenedAt } from '../days.ts'
import type { Person } from '../names.ts'
import { firstMatch, type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, sentenceSays, wordsOf } from '../scene.ts'
import { peopleIn, peopleOf } from '../who.ts'
import { touchWith } from './touch.ts'

/** Tension: what was observed, what is only a story about it, and its end. */

/** What follows is thought, not seen. */
const SUPPOSES = phrases(
  '^ i|we? think|feel|guess|suspect|bet|reckon|believe|assume|imagine|figure|suppose|sense|gather|fear',
  '^ maybe|perhaps|probably',
  '^ i|we? get|got|have|had feeling|impression|sense|hunch',
)

const COLD =
  'curt|stiff|cross|snotty|narky|sour|rude|snippy|frosty|icy|hostile|terse|dismissive|annoyed|angry|upset|irritated|abrupt|unfriendly|snappy|furious|mad|testy|chilly|ice_cold|nasty|prickly|stroppy|shirty|condescending|pissed'
/** "She wasn't short with me". */
export const WAS_NOT = phrases('was|is|were|seemed not|never')
const NOT_OBSERVED = [...WAS_NOT, ...SUPPOSES]
const tense = (match: Match, scene: Scene): readonly Reads[] => {
  const people = match.who ? peopleOf(scene, match.who) : peopleIn(scene, match)
  const observed =
    wordsOf(scene, match.who ? scene.view.slice(scene.view.indexOf(match.who) + 1) : []) || clauseWords(scene)
  return people.flatMap(person => {
    const medium = mediumOf(scene, person)
    return [
      ...(medium ? touchWith([person], medium, clauseWords(scene)) : []),
      { row: person.row, command: { command: 'ReportTension', contact: person.contact.id, observed } as const },
    ]
  })
}

/** A coldness met on the phone was a conversation. */
const mediumOf = (scene: Scene, person: Person): Parameters<typeof touchWith>[1] | undefined => {
  const has = (...forms: readonly string[]): boolean => scene.view.some(unit => forms.includes(unit.form))
  if (has('email', 'text'))
    return { direction: 'inbound', channel: has('text') ? 'text' : 'email', outcome: 'received' }
  if (has('meeting', 'lunch', 'coffee')) return { direction: 'outbound', channel: 'meeting', outcome: 'held' }
  const now = happenedAt(scene.when, scene.occasion, scene.book.recruiter.calendar)
  const spoken = scene.said.some(
    ({ command, at }) =>
      command.command === 'LogTouchpoint' &&
      command.outcome === 'reached' &&
      at === now &&
      command.contact === person.contact.id,
  )
  return !spoken &&
    (sentenceSays(scene, WE_RANG) || has('phone', 'call', 'hung', 'yelled', 'snapped', 'shouted', 'spoke', 'talked'))
    ? { direction: 'outbound', channel: 'call', outcome: 'reached' }
    : undefined
}

const WE_RANG = phrases('when|as|while|after i|we called')

/** "Met with Faith, she was cold": said of a talk told before. */
const spokeInNote = (scene: Scene): boolean =>
  scene.said.some(({ command }) => command.command === 'LogTouchpoint' && CONVERSATIONS.has(command.outcome))

const story = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const told = scene.said.at(-1)
  const words = match.rest ? wordsOf(scene, match.rest) : ''
  if (told?.command.command === 'ReportTension' && words) {
    scene.said.pop()
    return [
      { row: told.row, command: { ...told.command, story: words }, ...(told.at === undefined ? {} : { at: told.at }) },
    ]
  }
  if (!scene.view.some(unit => RESENTS.has(unit.form))) return undefined
  const first = match.rest?.find(unit => unit.people || unit.pronoun)
  const unit = match.who ?? first
  const person = unit ? peopleOf(scene, unit)[0] : undefined
  return (
    person && [{ row: person.row, command: { command: 'ReportTension', contact: person.contact.id, story: words } }]
  )
}
const RESENTS = new Set(
  'resents hates dislikes minds mad angry upset annoyed avoiding blames offended jealous furious pissed threatened distrusts mistrusts bypassed sidelined undermined ignored ticked sidestepped overcharged cheated lied burned burnt misled pressured pushed unhappy cross hurt sore bitter poached stole undercut uncomfortable frustrated disappointed overlooked snubbed insulted'.split(
    ' ',
  ),
)

/** "I wouldn't say I've cleared the air"; "nothing to do with us" says so itself. */
const isDoubted = (match: Match, { view }: Scene): boolean =>
  view.slice(0, match.from).some(({ form }) => ['not', 'never', 'yet', 'hope', 'hoping'].includes(form))
const resolved = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  if (isDoubted(match, scene)) return undefined
  const named = match.who ?? scene.clause.units.find(unit => unit.people)
  const people = named ? peopleOf(scene, named) : scene.topic
  const open = people.filter(({ contact, row }) => row.tense.includes(contact.id))
  return open.length === 0
    ? undefined
    : open.map(({ contact, row }) => ({
        row,
        command: { command: 'ResolveTension', contact: contact.id, detail: clauseWords(scene) },
      }))
}

/** "Tom was cold. I guess he's annoyed": what follows says what it is taken for. */
const isExplained = ({ clauses, index }: Scene): boolean => {
  const next = clauses[index + 1]?.view
  return next !== undefined && firstMatch(SUPPOSES, next) !== undefined
}

export const tensionRules: readonly Rule[] = [
  {
    name: 'tension: what was observed',
    group: 'tension',
    alone: true,
    evenDenied: true,
    says: phrases(
      `WHO was|is|got|seemed|sounded|seems|sounds .. ${COLD} $|DAY|today`,
      `WHO was|is|got|seemed|sounded|seems|sounds .. ${COLD} with|at|to|on|about|over|that|when|as|while|throughout me|us|i|we|our|my|phone|call|email|invoice|fee|bill`,
      `WHO was|is|got|seemed|sounded .. ${COLD} in|by|over his|her|their? email|text|reply|message`,
      'WHO was|is|got|seemed|sounded|seems .. bit|little|rather short|cold|sharp|distant|cool|frosty|off $|DAY|lately',
      'WHO gave me|us .. attitude|cold_shoulder|hard_time|earful|grief|lip|runaround|silent_treatment',
      'WHO was|is|got|seemed|sounded .. short|cold|sharp|distant|cool with|on|to me|us|phone|call|our',
      `^ WHO cold|short|sharp|distant|cool|${COLD} on|with|to|towards me|us|phone|call`,
      'WHO was|is|seemed|sounded|got .. off with me|us',
      'WHO seemed|sounded .. off on|over phone|call',
      'WHO hung_up|snapped|yelled|shouted on|at',
      '^ hung_up|snapped|yelled|shouted on|at me|us',
      'WHO put .. phone down on me|us',
      'WHO slammed .. phone',
      'WHO snapped|yelled|shouted',
      'WHO had .. go at me|us',
      'WHO laid|tore|lit into me|us',
      'WHO tore|ripped .. strips|off|into me|us',
      'WHO gave out to me|us',
      'WHO bit my|our head',
      'WHO let me|us have it',
      'WHO was|were|kept|started shouting|yelling|screaming|swearing|snapping|barking at me|us',
      'WHO spoke|talked .. rudely|sharply|harshly|badly|curtly|coldly|coolly|angrily to|with me|us',
      'WHO spoke|talked to|with me|us .. rudely|sharply|harshly|badly|curtly|coldly|coolly|angrily',
      'WHO took .. dislike|exception|offence|umbrage to|at me|us|our',
      'tense|awkward|rough|uncomfortable|frosty|icy|heated|terse .. call|talk|conversation|meeting|chat with WHO',
      `WHO sent|wrote|left me|us? .. ${COLD} email|note|message|voicemail|text`,
      'WHO told me|us off',
      'WHO raised her|his voice',
      'WHO cut me|us|call|it off|short',
      'WHO cut call after|in|at|when|before',
      'WHO chewed|brushed|bit me|us|my',
      'tension|friction|trouble|row|argument|fight|words with WHO',
      'fell_out|argued|clashed with WHO',
    ),
    unless: NOT_OBSERVED,
    reads: tense,
  },
  {
    name: 'tension: what was observed',
    group: 'tension',
    alone: true,
    says: phrases('WHO was|seemed|sounded short|cold|sharp|distant|cool|off|stiff|guarded|clipped|frosty $'),
    unless: NOT_OBSERVED,
    reads: (match, scene) => (spokeInNote(scene) || isExplained(scene) ? tense(match, scene) : undefined),
  },
  {
    name: 'tension: what is only a story',
    group: 'tension',
    tense: 'any',
    evenDenied: true,
    says: phrases(
      '^ i|we? think|feel|guess|suspect|bet|reckon|believe|assume|imagine|figure|suppose|sense|gather|fear that? REST',
      '^ my guess|feeling|hunch|sense|read|gut|take|bet|suspicion|instinct|impression|opinion|theory|view|belief|interpretation|gut_feeling is|says|tells_me that? REST',
      '^ guess|guessing|reckon|suspect|suspecting|thinking|imagining|methinks|sounds_like|seems_like that? REST',
      '^ maybe|perhaps|probably|presumably REST',
      '^ WHO probably|maybe|perhaps|presumably|must REST',
      '^ i|we? would say that? REST',
      '^ i? get|got|have|had feeling|impression|sense|hunch that? REST',
      '^ i? am? pretty|fairly|almost? sure|certain that? REST',
      '^ seems|sounds|feels|looks like? REST',
    ),
    hushes: ['reason', 'contact', 'milestone', 'person'],
    reads: story,
  },
  {
    name: 'the tension is over',
    group: 'resolved',
    evenDenied: true,
    says: phrases(
      'cleared .. air with? WHO?',
      'nothing to_do_with us|me|our',
      'nothing against us|me',
      'was|is not|never about|because_of|down_to|aimed_at|to_do_with us|me|personal',
      'was|is not us|me|personal',
      'nothing personal',
      'cleared|sorted|resolved|settled .. misunderstanding|issue|matter|confusion',
      'not|never about us|me',
      'patched .. up with? WHO?',
      'made it|things up with WHO',
      'matter|issue|problem|thing .. solved|sorted|resolved|closed|settled',
      'made .. peace with? WHO?',
      'cleared|sorted|worked|talked|ironed|smoothed|straightened things|it|everything|that|matters up|out|over|through',
      'all|everything|things|it is|are? well|good|fine|okay|better|great|forgiven|settled|sorted|resolved|friendly between|with us|WHO',
      'made_up|sorted_things|sorted_it with? WHO?',
      'air is|has_been clear|cleared',
      'we are|is all? good|fine|okay|square|sorted|resolved|friends|cool now?|again?',
      '... between us is|was .. sorted|fine|good|settled|okay|over|gone|past|forgotten|better',
      'things|all|it|everything|relations with|between WHO is|are|has_been fine|good|okay|better|sorted|great|friendly|warm|warmer|normal',
      'WHO and i|we are|is fine|good|okay|square|sorted|friends|cool again|now|$',
      'back on .. good|friendly|speaking terms with? WHO?',
      'all good|fine|okay|sorted|resolved',
      'not against us|me',
      'no hard_feelings',
      'settled|resolved|sorted|put_aside|buried .. differences|hatchet',
    ),
    reads: resolved,
  },
]
