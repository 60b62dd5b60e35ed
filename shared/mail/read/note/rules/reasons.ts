import type { Reason } from '../../../../domain/vocabulary.ts'
import { dueIn } from '../moment.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, sentenceSays, wordsOf } from '../scene.ts'
import { subjectsOf } from '../subjects.ts'
import { WAS_NOT } from './tension.ts'
import { touchWith } from './touch.ts'

/** Why they went quiet, and what they thought of whom we sent. */

/** "She never said it was frozen". */
const SAYING = new Set(['said', 'told', 'mentioned'])
const because =
  (reason: Reason) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const before = scene.view.slice(0, match.from)
    if (before.some(({ form }, at) => form === 'never' && SAYING.has(before[at + 1]?.form ?? ''))) return undefined
    const due = reason === 'opening-frozen' ? dueIn(scene, match.from) : undefined
    return subjectsOf(scene, match).map(({ row, contact }) => ({
      row,
      command: {
        command: 'LearnReason',
        reason,
        detail: clauseWords(scene),
        ...(contact ? { contact } : {}),
        ...(due ? { revisitOn: due } : {}),
      },
    }))
  }

/** Ours, wished for, or with somebody else's help: they have found nobody. */
const NOT_THEIR_CANDIDATE = phrases('our|my|us|wants|want|needs|need|wanted')

/** "Filled me in", "filled out the form", "froze me out". */
const FILLED_OTHERWISE = phrases('filled|froze|frozen me|us|out|in|up|him|her|them')

/** "She went quiet because we sent the wrong list". */
const QUIET = phrases('quiet|silent|silence|dark|cold|answering|replying|responding|ghosted')

/** "They promoted someone so the role is gone". */
const TAKEN = phrases('promoted|hired|found|filled|internally')
/** "I was on hold for ten minutes" is of the line. */
const isOnTheLine = ({ view }: Scene): boolean =>
  ['i', 'we'].includes(view[0]?.form ?? '') && ['was', 'were', 'am', 'been'].includes(view[1]?.form ?? '')

/** "She texted me her feedback" is a text, too. */
const writtenIn = (scene: Scene, row: Reads['row'], id: string | undefined): readonly Reads[] => {
  const contact = row.contacts.find(each => each.id === id)
  const channel = scene.view.some(({ form }) => form === 'texted')
    ? 'text'
    : scene.view.some(({ form }) => form === 'emailed')
      ? 'email'
      : undefined
  return contact && channel
    ? touchWith([{ contact, row }], { direction: 'inbound', channel, outcome: 'received' }, clauseWords(scene))
    : []
}
/** Feedback that is still to come. */
const DUE = phrases('by|awaited|requested|outstanding|due|expected|expecting|will|promised|pending|awaiting|coming')

export const reasonRules: readonly Rule[] = [
  {
    name: 'why: the opening is frozen',
    group: 'reason',
    tense: 'any',
    evenDenied: true,
    says: phrases(
      'frozen|froze|freezing',
      'hiring_freeze|headcount_freeze|freeze',
      'on_hold|on_ice',
      'opening|job|role|position|search|req|headcount|hiring .. paused|parked|deferred|delayed|scrapped|canned|binned|shelved|pulled|cancelled|postponed|stopped|cut',
      'budget .. cut|cuts|gone|pulled',
      'lost .. headcount|budget|req|funding',
      'opening|job|role|position|search|req|headcount is|was|has_been|got? dead|gone|off|axed|killed|nixed|dropped|suspended|stalled|halted|spiked|blocked $|DAY|for|until|because|due|at|now',
      'killed|axed|nixed|cancelled|scrapped|canned|binned|suspended|halted|parked|stalled .. search|opening|role|job|req|position|hiring|headcount',
      'stopped|halted|suspended|paused all? hiring|recruiting|recruitment',
      'not .. hiring|recruiting|adding_headcount|backfilling',
      'no .. budget|headcount|approval|hiring',
      'not .. get|have|got .. budget|headcount|approval|sign-off',
      'shelved|froze|pulled|paused|stopped .. search|opening|role|job|req|position|hiring',
    ),
    unless: [...FILLED_OTHERWISE, ...TAKEN],
    reads: (match, scene) => (isOnTheLine(scene) ? undefined : because('opening-frozen')(match, scene)),
  },
  {
    name: 'why: recruiters are not allowed',
    group: 'reason',
    tense: 'any',
    evenDenied: true,
    says: phrases(
      'not .. use|deal_with|dealing_with|entertain|engage|allow|allowed|work_with|working_with|using|accept|let|permitted|pay|take ... recruiter|agency|recruiting|staffing|consultants|headhunters|third_parties|vendors|outside_help',
      'no .. recruiter|agency',
      'no_longer .. recruiter|agency',
      'no_longer|not allowed|permitted ... recruiter|agency|recruiting',
      'recruiter|agency .. not_allowed|banned|barred|blocked|forbidden|off_limits',
      'stop|stopped|stopping|banned|barred|against using? recruiter|agency',
      'only|just .. use|using|uses|work|working|deal|dealing .. psl|preferred_supplier|preferred_suppliers|preferred_vendor|preferred_vendors|panel|preferred_list|supplier_list|approved_list',
      'not hiring|recruiting through|via|from|using',
      'prefer|prefers|only|doing direct hiring|hires|recruitment',
      'not|have_to_be|need_to_be on .. psl|preferred_supplier|preferred_suppliers|preferred_vendor|preferred_vendors|supplier_list|vendor_list|approved_list|preferred_list|panel',
      'psl|panel|vendor_list|supplier_list is|are|was? closed|full|frozen',
    ),
    reads: because('recruiters-not-allowed'),
  },
  {
    name: 'why: they have a candidate',
    group: 'reason',
    tense: 'any',
    says: phrases(
      'found|hired|identified|chose|promoted|picked|got|have|has someone|somebody|candidate|internal|internally|person|insider',
      'hired .. for job|role|position|it',
      'took|taken someone|somebody|person on',
      'found|hired|got|has|have .. his|her|their|own guy|man|woman|person|lad|girl|candidate|own',
      'job|role|position|search|seat|opening went to',
      'found|hired|identified|promoted .. candidate|internally|internal|themselves|own',
      'went .. with .. else|another|internal|other|own',
      'gone|going|go|signed|working|chose|picked with? another|other|different|competing|rival|bigger agency|recruiter|firm|supplier|vendor',
      'gave|given|giving|handed .. to another|other|different agency|recruiter|firm|supplier|vendor',
      'competitor has|got|won .. search|role|job|req|order|it',
      'hire|hiring|promote|promoting|fill|filling|recruit .. internally|from_within|in-house|themselves|direct',
      'closed .. position|role|job|req|opening|search internally|with|through|by|via',
      'filled .. internally|by|themselves|with|it|job|position|role|opening|search|seat|req',
      'job|position|role|opening|search|seat|req .. filled|taken',
      'has_been|was|been|got filled',
      'WHO|CLIENT .. filled',
      'internal candidate|hire',
    ),
    unless: [...NOT_THEIR_CANDIDATE, ...FILLED_OTHERWISE],
    reads: because('candidate-identified'),
  },
  {
    name: 'why: they are flooded',
    group: 'reason',
    tense: 'any',
    evenDenied: true,
    says: phrases(
      'swamped|flooded|slammed|snowed_under|overwhelmed|buried|underwater|drowning|flat_out|overloaded|inundated',
      'WHO is|has_been .. busy $|with|lately|at|this|to|now',
      'WHO was .. busy with|lately|at|this',
      'run off her|his feet',
      'under .. pressure|pump|cosh',
      'up to her|his|their neck|eyeballs|eyes|ears|elbows',
      'up walls|wall',
      'WHO is|has_been|was .. run ragged|off_feet|off_their_feet|off_her_feet|off_his_feet',
      'firefighting|fire_fighting|up_against_it|under_water|stretched|stretched_thin|maxed_out|at_capacity',
      'too busy',
      'much|heavy work|workload|on_her_plate',
      'lot of work|on',
      'plate is|was full',
      'his|her|their hands|plate|diary|calendar full',
      'has|have|got hands|plate|diary full',
      'lot|too_much|full|much on his|her|their? plate',
      'bad|crazy|mad|hectic|insane|manic week|month|time for WHO',
      'WHO .. crazy|hectic|mad|manic|insane week|month|time|busy',
    ),
    unless: [...WAS_NOT, ...phrases('hatchet')],
    reads: (match, scene) =>
      ['i', 'we', 'am'].includes(scene.view[0]?.form ?? '') || scene.view[match.from - 1]?.form === 'not'
        ? undefined
        : because('flooded')(match, scene),
  },
  {
    name: 'why: our mistake',
    group: 'reason',
    says: phrases(
      'was|is our|my fault|mistake|error',
      'because|of|due_to|by our|my own? fault|mistake|error|slip',
      'i|we .. dropped|screwed|messed_up ball|up',
      'i|we sent .. wrong',
      'i|we offended|upset WHO',
    ),
    reads: because('our-mistake'),
  },
  {
    name: 'why: our mistake',
    group: 'reason',
    evenDenied: true,
    // A silence is spoken of: "she went quiet because we sent her the wrong list".
    says: phrases('because i|we REST', 'our|my own? fault|mistake|error|slip'),
    reads: (match, scene) => (sentenceSays(scene, QUIET) ? because('our-mistake')(match, scene) : undefined),
  },
  {
    name: 'their feedback',
    group: 'contact',
    alone: true,
    says: phrases(
      'feedback from WHO|CLIENT REST',
      "WHO|CLIENT 's? .. feedback is|was? REST",
      '^ his|her|their feedback is|was REST',
      'WHO gave me|us .. feedback REST',
      'WHO texted|emailed me|us .. feedback',
    ),
    unless: DUE,
    reads: (match, scene) =>
      match.rest?.every(unit => unit.when) ||
      scene.view.slice(0, match.from).some(({ form }) => form === 'sent' || form === 'passed' || form === 'forwarded')
        ? undefined
        : subjectsOf(scene, match).flatMap(({ row, contact }) => [
            ...writtenIn(scene, row, contact),
            {
              row,
              command: {
                command: 'ReceiveFeedback' as const,
                words: wordsOf(scene, [...(match.rest?.slice(0, 1) ?? []), ...scene.clause.onward.slice(-1)]),
                ...(contact ? { contact } : {}),
              },
            },
          ]),
  },
]
