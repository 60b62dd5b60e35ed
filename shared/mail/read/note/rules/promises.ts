import { Temporal } from 'temporal-polyfill'
import { OUR_MILESTONES } from '../../../../domain/vocabulary.ts'
import { dateAfter, dateOf } from '../days.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene } from '../scene.ts'
import { type Subject, subjectsOf } from '../subjects.ts'
import { isoSpan } from '../times.ts'
import { certainPeople } from '../who.ts'

/** What is to happen by a day, and how soon they answer. */

/** The day that a clause names ahead: by Friday, tomorrow, in two weeks. */
export const dueIn = (scene: Scene, from = 0): string | undefined => {
  const units = scene.view
  const date = (unit: (typeof units)[number]): Temporal.PlainDate | undefined => {
    if (unit.when?.day) return dateOf(unit.when.day, scene.today, 'future')
    return unit.span && unit.span.unit !== 'minute' ? dateAfter(unit.span, scene.today) : undefined
  }
  const isPast = (unit: (typeof units)[number]): boolean => units[units.indexOf(unit) - 1]?.form === 'since'
  const after = units.slice(from).find(unit => (unit.when?.day || unit.span) && !isPast(unit))
  const found = after ?? units.find(unit => unit.when?.day && !isPast(unit))
  // "Ring her at 4" is for today, where it is not past.
  const { hour: now, minute } = Temporal.Instant.from(scene.occasion.sentAt).toZonedDateTimeISO(
    scene.book.recruiter.calendar.zone,
  )
  const hour = units.slice(from).some(unit => (unit.when?.minutes ?? 0) > now * 60 + minute)
  const due = found ? date(found) : hour ? scene.today : undefined
  return due && Temporal.PlainDate.compare(due, scene.today) >= 0 ? due.toString() : undefined
}

const agreed =
  (who: 'us' | 'client') =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    if (scene.view.some(({ form }) => form === 'if') || (who === 'us' && wasForgotten(scene))) return undefined
    if (who === 'client' && (isTheirInterview(scene) || isOurPromise(scene))) return undefined
    if (scene.view[0]?.form === 'asked' || (who === 'client' && (expectsOurs(scene) || asksYou(scene))))
      return undefined
    const due = dueIn(scene, match.from)
    if (!due) return undefined
    return subjectsOf(scene, match).map(({ row, contact }) => ({
      row,
      command: { command: 'AgreeNextStep', who, what: clauseWords(scene), due, ...(contact ? { contact } : {}) },
    }))
  }

/** "I told her I would ring Friday and I forgot": that Friday has been. */
const wasForgotten = ({ clauses, clause }: Scene): boolean =>
  clauses.some(each => each.sentence === clause.sentence && each.view.some(({ form }) => form === 'forgot'))

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

const expectation = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const span = match.span?.span ?? scene.view.find(unit => unit.span)?.span
  const replyWithin = span && isoSpan(span)
  if (!replyWithin) return undefined
  const has = (words: ReadonlySet<string>): boolean => scene.view.some(({ form }) => words.has(form))
  const sentence = scene.clauses.filter(clause => clause.sentence === scene.clause.sentence)
  const isProcess =
    has(KEEPS) ||
    sentence.some(({ view }) => view.some(({ form }) => form === 'process')) ||
    (has(TAKES_TIME) && !has(ANSWERS))
  const topic = isProcess && !scene.view.some(({ form }) => form === 'agreed') ? 'process' : 'reply time'
  return subjectsOf(scene, match).map(({ row, contact }) => ({
    row,
    command: {
      command: 'SetExpectation',
      topic,
      text: clauseWords(scene),
      replyWithin,
      ...(contact ? { contact } : {}),
    },
  }))
}

/** "They hold résumés for three weeks before they answer". */
const KEEPS = new Set(['hold', 'holds', 'keep', 'keeps', 'sit', 'sits'])
const TAKES_TIME = new Set(['take', 'takes', 'need', 'needs'])
const ANSWERS = new Set('answer answers reply replies respond responds revert reverts turn'.split(' '))

/** What a client waits for, and only we can send. */
const OURS_TO_GIVE = new Set(
  'résumé candidate agreement references reference list names shortlist terms proposal invoice quote guarantee pricing people'.split(
    ' ',
  ),
)

const AHEAD = new Set(['will', 'would', 'going', 'needs', 'has', 'wants', 'promised', 'plans', 'hopes'])

const HABIT = new Set([
  'always',
  'usually',
  'typically',
  'normally',
  'agreed',
  'every',
  'each',
  'generally',
  'expectation',
  'standard',
])

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
    name: 'how soon they answer',
    group: 'promise',
    tense: 'any',
    says: phrases(
      'answers|replies|responds|returns|gets_back|get_back|getting_back|comes_back|come_back|calls_back|call_back|turns|reverts|revert ... within|in|under|inside SPAN',
      'replies|answers|responds|reverts|decides|gets_back|comes_back after about? SPAN',
      'answer|reply|respond|back ... within|in|under|inside SPAN',
      'agreed|committed ... within|in|inside|under SPAN',
      'agreed|committed .. SPAN reply|turnaround|response|answer',
      'replying|answering|responding ... within|in|under SPAN',
      'process is|takes|take|runs|run SPAN',
      'process .. CLIENT is|takes|take SPAN',
      'process .. is ... in|within|takes|take SPAN',
      "CLIENT|WHO 's process ... for|takes|take|about|after|within|in SPAN",
      'their|CLIENT process ... for|takes|take|about|after|within|in SPAN',
      'takes|take .. SPAN to',
      'WHO|CLIENT will? need|needs|wants .. SPAN with|for|on .. résumé|candidate|them|each',
      'need|needs .. SPAN to review|look|answer|reply|respond|decide|come_back|get_back|give',
      'need|needs|take|takes|wants|want|asked_for .. SPAN .. with|on|for|per|over them|each|every|résumé|candidate|shortlist|it',
      'sit|sits on .. SPAN',
      'CLIENT ... hear_back|come_back|get_back|back_to_you|reply .. in|after|within SPAN',
      'process ... in|after|within SPAN',
      'turnaround|response_time|reply_time .. is SPAN',
      'they|WHO|CLIENT hold|holds|keep|keeps|sit|sits .. for? SPAN',
      '^ they|WHO|CLIENT .. take|takes|need|needs SPAN $|after|from|before|once|per|on|for|with',
    ),
    reads: (match, scene) => {
      const needs = scene.view.some(({ form }) => TAKES_TIME.has(form))
      const promised =
        !needs && scene.view.some(unit => ['will', 'would', 'going', 'promised', 'promises'].includes(unit.form))
      const habit = scene.view.some(
        (unit, at) =>
          HABIT.has(unit.form) ||
          unit.form === 'process' ||
          (unit.form === 'our' && ['email', 'call', 'text', 'message'].includes(scene.view[at + 1]?.form ?? '')),
      )
      const once =
        scene.view.some(unit => ['called', 'back'].includes(unit.form)) &&
        scene.view.some(unit => unit.form === 'called')
      return (promised && !habit) || once ? undefined : expectation(match, scene)
    },
  },
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
      'WHO|CLIENT gets ... from me|us ... DAY|SPAN',
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
    reads: (match, scene) =>
      scene.view.some(({ form }) => form === 'owe') ? undefined : agreed('client')(match, scene),
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
      '^ i|we? promised WHO',
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
