import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, sentenceSays } from '../scene.ts'
import { subjectsOf } from '../subjects.ts'
import { isoSpan } from '../times.ts'

/** How soon they answer, and how long their process takes. */

const expectation = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const span = match.span?.span ?? scene.view.find(unit => unit.span)?.span
  const replyWithin = span && isoSpan(span)
  if (!replyWithin) return undefined
  const has = (words: ReadonlySet<string>): boolean => scene.view.some(({ form }) => words.has(form))
  const isProcess = has(KEEPS) || sentenceSays(scene, phrases('process')) || (has(TAKES_TIME) && !has(ANSWERS))
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

/** "She will usually answer within a day" is how she is, and no promise. */
const HABIT = new Set('always usually typically normally agreed every each generally expectation standard'.split(' '))

export const expectationRules: readonly Rule[] = [
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
    unless: phrases('called'),
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
      return promised && !habit ? undefined : expectation(match, scene)
    },
  },
]
