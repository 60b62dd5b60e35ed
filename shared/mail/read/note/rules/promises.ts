import { OUR_MILESTONES } from '../../../../domain/vocabulary.ts'
import { dueIn } from '../moment.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, sentenceSays } from '../scene.ts'
import { type Subject, subjectsOf } from '../subjects.ts'
import { certainPeople } from '../who.ts'

/** What is to happen by a day: agreed with them, asked of us, or meant to be remembered. */

const agreed =
  (who: 'us' | 'client') =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    if (scene.view[0]?.form === 'asked' || scene.view.some(({ form }) => form === 'if')) return undefined
    if (NO_PROMISE[who].some(isNone => isNone(scene))) return undefined
    const due = dueIn(scene, match.from)
    if (!due) return undefined
    return subjectsOf(scene, match).map(({ row, contact }) => ({
      row,
      command: { command: 'AgreeNextStep', who, what: clauseWords(scene), due, ...(contact ? { contact } : {}) },
    }))
  }

/** "I told her I would ring Friday and I forgot": that Friday has been. */
const wasForgotten = (scene: Scene): boolean => sentenceSays(scene, phrases('forgot'))

/** "Promised Yolanda an answer by Friday". */
const isOurPromise = ({ view }: Scene): boolean => {
  const at = view.findIndex(({ form, when }) => !when && form !== 'i' && form !== 'we')
  return ['promised', 'owe'].includes(view[at]?.form ?? '') && view[at + 1]?.people !== undefined
}

/** "He will interview our candidate tomorrow" is a milestone. */
const isTheirInterview = ({ view }: Scene): boolean =>
  view.some(({ form }) => form === 'interview' || form === 'interviewing') &&
  view.some(({ form }) => form === 'our' || form === 'candidate')

/** "…, would you" is asked of us; "a freeze until March" is a reason. */
const asksYou = ({ view }: Scene): boolean =>
  view.some(({ form }, at) => form === 'you' && ['would', 'will', 'could', 'can'].includes(view[at - 1]?.form ?? '')) ||
  view.some(({ form }) => /^(freeze|frozen|froze|hold)$/.test(form))
const EXPECTS = new Set('expects expecting like love need needs want wants appreciate require requires'.split(' '))
/** "Pia expects the résumés by Monday": what only we can give. */
const expectsOurs = ({ view }: Scene): boolean =>
  view.some(({ form }) => EXPECTS.has(form)) &&
  view.some(({ form }) => OURS_TO_GIVE.has(form)) &&
  !view.some(({ form }) => form === 'to' || form === 'from')

/** What a client waits for, and only we can send. */
const OURS_TO_GIVE = new Set(
  'résumé candidate agreement references reference list names shortlist terms proposal invoice quote guarantee pricing people'.split(
    ' ',
  ),
)

/** What sounds like a promise of that side, and is none. */
const NO_PROMISE = { us: [wasForgotten], client: [isTheirInterview, isOurPromise, expectsOurs, asksYou] } as const

const AHEAD = new Set(['will', 'would', 'going', 'needs', 'has', 'wants', 'promised', 'plans', 'hopes'])

/** What the recruiter means to do. On a day: a step agreed, where they have just spoken with them, else a reminder. */
const intention = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const due = dueIn(scene)
  if (!due || wasForgotten(scene)) return undefined
  const subjects = intended(scene, match)
  const isRevisit = scene.said.some(({ command }) => 'revisitOn' in command && command.revisitOn === due)
  if (isRevisit && scene.clause.continues) return []
  return subjects.map(({ row, contact }) => {
    const spoke = scene.said.some(
      said =>
        said.row === row &&
        agreesWith(said.command) &&
        (!('contact' in said.command) || !contact || said.command.contact === contact),
    )
    const rest = { what: clauseWords(scene), due, ...(contact ? { contact } : {}) }
    return {
      row,
      command:
        spoke && !isReminder(scene) && !isForOurselves(scene)
          ? { command: 'AgreeNextStep', who: 'us', ...rest }
          : { command: 'NoteReminder', ...rest },
    }
  })
}
/** "I need to call her Monday" is for ourselves to remember; "I'll send her the list Monday" was said to her. */
const isForOurselves = ({ view }: Scene): boolean => {
  const at = view.findIndex(({ form }) => DUTIES.has(form))
  return at >= 0 && view.slice(at, at + 4).some(({ form }) => TO_RING.has(form))
}
const DUTIES = new Set(['need', 'must', 'should', 'have', 'will'])
const TO_RING = new Set(['call', 'ring', 'phone', 'chase', 'ping', 'nudge'])
const isReminder = ({ view }: Scene): boolean => view.slice(0, 3).some(({ form }) => REMINDS.has(form))
const REMINDS = new Set(['remind', 'reminder', 'todo', 'to-do', 'diary'])
const agreesWith = (command: Reads['command']): boolean =>
  (command.command === 'LogTouchpoint' && ['reached', 'held', 'received'].includes(command.outcome)) ||
  (command.command === 'ReachMilestone' && !OUR_MILESTONES.has(command.milestone)) ||
  ['RecordMeetingHeld', 'SetExpectation'].includes(command.command)

/** Named in the clause, however: "Don't forget: Pete on 9 November". */
const intended = (scene: Scene, match: Match): readonly Subject[] => {
  const named = scene.clause.units.filter(unit => unit.people || unit.pronoun)
  const certain = named.flatMap(unit => certainPeople(scene, unit))
  if (certain.length === named.length && certain.length > 0) {
    const first = certain[0]
    if (first) return [{ row: first.row, contact: first.contact.id }]
  }
  return subjectsOf(scene, match)
}

export const promiseRules: readonly Rule[] = [
  {
    name: 'what they will do by a day',
    group: 'promise',
    tense: 'any',
    // "Give her a week" is hers to say; ours is a reminder.
    says: phrases('^ to? give|allow WHO|them|it|CLIENT SPAN $|to|for|before|and', 'DAY $|for'),
    reads: (match, scene) => {
      const opens = scene.view.slice(0, match.from).every(({ form }) => form === 'on' || form === 'by')
      return scene.teller.length > 0 && opens ? agreed('client')(match, scene) : undefined
    },
  },
  {
    name: 'what we will do by a day',
    group: 'promise',
    tense: 'any',
    says: phrases(
      '^ i|we? told|promised|said to? WHO|CLIENT that? WHO|they would|will have|get|receive|see ... DAY|SPAN',
      'WHO|CLIENT gets|will|would get|have|gets|receive? ... from me|us ... DAY|SPAN',
      '^ i|we? told WHO to expect ... DAY|SPAN',
      'agreement|terms|résumé|shortlist|proposal to_follow ... DAY|SPAN',
    ),
    reads: agreed('us'),
  },
  {
    name: 'what they ask us to do on a day',
    group: 'promise',
    tense: 'any',
    says: phrases(
      'WHO|CLIENT asked|told|wants|wanted|needs|said|says|invited|expects|asks me|us|to to? call|ring|phone|try|email|text|get_back|come_back|check_back|circle_back|follow_up|send|visit|bring|have|get|write|resend|chase|ping ... DAY|SPAN',
      '^ to? call|ring|phone|try|email|text|get_back|come_back|check_back|circle_back back|to? me|her|him|them|us? back|again? in|on|after|next|by? DAY|SPAN',
    ),
    reads: (match, scene) =>
      match.who === scene.view[0] || match.client === scene.view[0] || scene.teller.length > 0
        ? agreed('us')(match, scene)
        : undefined,
  },
  {
    name: 'what they will do by a day',
    group: 'promise',
    tense: 'any',
    says: phrases(
      'WHO|CLIENT should|shall|ought_to .. get_back|come_back|answer|reply|have|send|sign|call|let|know|decide|confirm|respond|return|give ... DAY|SPAN',
      'WHO|CLIENT will|would|promised|undertook|undertakes|pledged|hopes|plans|expects|promises',
      'WHO|CLIENT is|are going|supposed|due|planning|hoping|fixing|aiming|looking|getting_back|coming_back|checking|confirming|sending|meant to?',
      'WHO|CLIENT is|are to',
      'expect|expecting ... from WHO|CLIENT',
      'WHO|CLIENT sends|signs|calls|decides|confirms|answers|delivers|returns|gets_back|comes_back|replies|responds|lets',
      '^ WHO|CLIENT? .. decision|answer|feedback|word by|on|due DAY',
      "WHO|CLIENT 's? .. decision|answer|feedback|word is|comes? due|by|on",
      'WHO|CLIENT to get_back|come_back|call|send|decide|answer|let|confirm|reply|sign|revert|respond|review|feed_back|advise',
      'WHO|CLIENT .. wants|needs|asked_for|wanted|asked ... until',
      'WHO|CLIENT has ... until',
      'job_description|job_spec|spec|feedback|decision|agreement|answer|list|reference|references is? due|expected|coming|promised from|by WHO|CLIENT .. DAY',
      'WHO|CLIENT wants|needs|wanted to ... by DAY',
      'WHO|CLIENT owes me|us',
      'job_description|job_spec|spec|feedback|decision|signed_agreement will|would be .. over|across|here|ready|done|in by|on? DAY',
      '^ job_description|job_spec|spec|signed_agreement|feedback|decision .. coming|due|on_its_way|follows|expected|by by|on? DAY',
      '^ job_description|job_spec|spec|signed_agreement|feedback|decision by|on? DAY $',
    ),
    // "I owe Will an answer by Monday" is ours to do.
    unless: phrases('owe'),
    reads: agreed('client'),
  },
  {
    name: 'what they will do by a day',
    group: 'promise',
    tense: 'any',
    evenDenied: true,
    says: phrases('WHO|CLIENT can|will|could|would|does|do not ... until|before ... DAY'),
    reads: agreed('client'),
  },
  {
    name: 'what they ask us to do on a day',
    group: 'promise',
    tense: 'any',
    says: phrases(
      'WHO|CLIENT asked|asks|wondered|wonders if|whether i|we could|can|would|will|might call|ring|send|email|phone|write|try|visit|come|get ... DAY|SPAN',
    ),
    reads: agreed('us'),
  },
  {
    name: 'what they will do by a day',
    group: 'promise',
    tense: 'any',
    // "He'll ask his boss and let me know on Monday": what was begun ahead goes on ahead.
    says: phrases(
      'WHO let me|us know ... DAY|SPAN',
      'WHO get_back|come_back|revert|call|ring|email|send|sign|decide|confirm|answer|reply|give|tell|have ... DAY|SPAN',
    ),
    reads: (match, scene) =>
      scene.clause.continues && (scene.clauses[scene.index - 1]?.view ?? []).some(({ form }) => AHEAD.has(form))
        ? agreed('client')(match, scene)
        : undefined,
  },
  {
    name: 'what they will do by a day',
    group: 'promise',
    tense: 'ahead',
    says: phrases('should|expect|expecting|will|hope .. hear|hear_back|have|get ... from WHO|CLIENT'),
    reads: agreed('client'),
  },
  {
    name: 'what they want from us by a day',
    group: 'promise',
    tense: 'any',
    says: phrases(
      'WHO|CLIENT .. wants|needs|asked_for|wanted|expects|expecting|requires ... by|on|before DAY',
      'WHO|CLIENT would|will|is like|love|need|appreciate|want|waiting_for ... by|on|before DAY',
    ),
    reads: (match, scene) =>
      scene.view.some(({ form }) => OURS_TO_GIVE.has(form)) && !scene.view.some(({ form }) => form === 'to')
        ? agreed('us')(match, scene)
        : undefined,
  },
  {
    name: 'what we will do by a day',
    group: 'promise',
    tense: 'ahead',
    says: phrases(
      'i|we? owe WHO',
      '^ promised|agreed to',
      '^ i|we? promised .. to WHO',
      'i|we promised WHO|CLIENT',
      'i|we? told|promised WHO',
      'i|we? said i|we would|will',
    ),
    reads: agreed('us'),
  },
  {
    name: 'a reminder to oneself',
    group: 'promise',
    tense: 'ahead',
    says: phrases('..'),
    reads: intention,
  },
]
