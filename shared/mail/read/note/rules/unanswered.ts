import { WRITTEN } from '../../../../domain/vocabulary.ts'
import { personKey } from '../doubts.ts'
import { type Match, phrases } from '../phrases.ts'
import type { Reads, Rule, Scene } from '../scene.ts'
import { dialled } from './dialled.ts'
import { gatekeeperRules } from './gatekeepers.ts'
import { touch } from './touch.ts'

/** Calls that reached nobody: voicemails left on either side, no answer, somebody else there. */

const ofDialled = (match: Match, scene: Scene): Match | undefined => {
  if (match.who || !scene.dialled) return match
  const [first] = scene.dialled.people
  return first && scene.topic.some(person => personKey(person) === personKey(first)) ? match : undefined
}

/** "Susan called, left vm": whose voicemail is that? The subject is hers, the habit of writing is ours. */
const sharesSubject = (scene: Scene): boolean => {
  const before = scene.said.at(-1)
  return (
    scene.clause.continues &&
    before?.rule === 'they rang' &&
    before.command.command === 'LogTouchpoint' &&
    scene.clause.units.every(unit => !unit.people && !unit.pronoun && unit.form !== 'i')
  )
}
const askWhoRang = (scene: Scene): readonly Reads[] => {
  const before = scene.said.pop()
  const person = scene.names.everybody.find(
    ({ contact }) => before?.command.command === 'LogTouchpoint' && contact.id === before.command.contact,
  )
  if (person)
    scene.dialled = {
      people: [person],
      clause: scene.index,
      start: scene.clause.units[0]?.start ?? 0,
      fallback: 'ask',
      when: scene.when,
      continues: undefined,
    }
  return []
}

/** "Wrote to her twice, no answer": no call was made. */
const followsWriting = ({ clause, said, dialled, view }: Scene): boolean => {
  const before = said.at(-1)?.command
  return (
    clause.continues &&
    !dialled &&
    view.every(unit => !unit.people && ['no', 'answer', 'reply', 'yet', 'though'].includes(unit.form)) &&
    before?.command === 'LogTouchpoint' &&
    before.direction === 'outbound' &&
    WRITTEN.has(before.channel)
  )
}

export const unansweredRules: readonly Rule[] = [
  {
    name: 'they rang and missed us',
    group: 'contact',
    alone: true,
    says: phrases(
      'missed .. call from WHO',
      "missed WHO 's call",
      'WHO called .. while|when i|we',
      'WHO tried to call|reach me|us',
      'WHO gave|left me|us? missed call',
      'WHO tried me|us',
    ),
    reads: touch('inbound', 'call', 'received'),
  },
  {
    name: 'they rang and missed us',
    group: 'contact',
    alone: true,
    evenDenied: true,
    says: phrases(
      '^ i|we? missed it|call|her|him|them $|DAY|because|again',
      '^ i|we? did|could|can not .. pick_up|answer|take|talk|get_to',
      '^ i|we was|were out|away|busy|driving|in|on .. call|line|meeting?',
    ),
    reads: (_match, scene) => {
      const before = scene.said.at(-1)
      const same = scene.clause.continues && before?.rule === 'they rang'
      if (!same || before.command.command !== 'LogTouchpoint') return undefined
      scene.said.pop()
      return [{ row: before.row, at: before.at, command: { ...before.command, outcome: 'received' } }]
    },
  },
  {
    name: 'they left a voicemail',
    group: 'contact',
    says: phrases(
      'WHO left me|us .. voicemail|message',
      'WHO voicemail_left me|us|back|DAY',
      'WHO left long|detailed|second|another|two? voicemail|message $|DAY|asking|saying|that|to|about|wanting',
      'got|have|had|received .. voicemail|message from WHO',
      '^ voicemail from WHO',
    ),
    reads: touch('inbound', 'voicemail', 'left-message'),
  },
  ...gatekeeperRules,
  {
    name: 'a voicemail was left',
    group: 'contact',
    says: phrases(
      'left WHO .. voicemail|message|one',
      'left .. voicemail|message|word|one for|with|to|on WHO',
      'left|leave|leaving .. voicemail|message|word',
      '^ left one',
      'leave|leaving WHO .. voicemail|message',
      'dropped|sent WHO .. voicemail',
      '^ .. voicemail|message left for|with WHO',
      '^ voicemail|message left $|DAY',
      '^ voicemail_left WHO',
      '^ WHO all|each? voicemail',
      'voicemail for|to WHO',
      '^ i|we? .. followed it|that|this|up? up? .. with|by voicemail|message',
      '^ voicemail WHO?',
    ),
    reads: (match, scene) => {
      const fits = ofDialled(match, scene)
      if (sharesSubject(scene)) return askWhoRang(scene)
      return fits && touch('outbound', 'voicemail', 'left-message')(fits, scene)
    },
  },
  {
    name: 'the call went to voicemail',
    group: 'contact',
    says: phrases(
      'straight|went|goes|rolled to .. voicemail',
      'got|hit .. voicemail',
      "WHO 's voicemail came|kicked|picked|clicked on|in|up",
      "^ WHO 's voicemail again? $",
    ),
    reads: dialled('no-answer'),
  },
  {
    name: 'nobody answered',
    group: 'contact',
    evenDenied: true,
    says: phrases(
      'did|does|is|was|would not pick_up|pickup|picking_up',
      'no one|body? picked_up|answered',
      'nobody picked_up|answered|home|there|in',
      '^ WHO did not answer $|DAY|again|either',
      '^ it called $',
      'kept .. ringing',
      'not picking_up',
      'line|it was? busy|engaged',
      'not able_to reach|get WHO',
      'no answer when i|we called WHO',
      'no pick_up|pickup',
      'called_out $',
      'could|can not reach|get_hold_of|get_a_hold_of|get_hold|get_through_to|get_through|catch|raise|get WHO?',
      'never got_through|reached|got_hold_of|got_a_hold_of|caught|connected WHO|to|with WHO?',
      'no answer at|on|from? WHO',
      '^ line? is|was? engaged|busy $',
      'WHO is|are? not picking|answering|lifting up? $',
      'WHO did|does|do not pick|lift up? phone|call|calls',
      'WHO is|did|does|was|has? not picking|answering|taking|take|lift|lifting|taken my|the? call|calls|phone',
      'WHO is|was not reachable|contactable',
      'WHO is|was unreachable',
      'WHO disconnected|cut|declined|rejected my|our call',
      'neither WHO answered|picked_up|took',
      'WHO could|would|can not take|come_to .. call|phone|line',
      'not once did|has WHO pick_up|picked_up|answer|answered',
      'no luck|joy|success reaching|getting|with_reaching WHO',
      'unable to .. reach|get|contact WHO',
      'called WHO ... busy $',
      'called WHO ... engaged|line_busy|rang_out|no_answer|no_reply|no_pickup|switched_off',
      '^ engaged|busy|line_busy both|each|every|all|again times?|time|$',
      'will|would|could|did not put|connect|transfer me|us through|to|$',
      'WHO did|does|has not answer|answered|pick_up|picked_up to? my|our? call|calls|phone',
      'WHO did|does|has not answer|answered|pick_up when i|we call|called|rang|ring',
      'would|will|could not let me|us speak|talk|through',
      'called no luck|joy|dice|reply|answer',
      'called WHO .. no luck|joy|dice|reply|answer|response|pickup',
      "WHO 's? phone|mobile|cell|line is|was? switched_off|turned_off|off|dead|engaged|busy",
      'WHO is|was not at .. desk',
      '^ WHO? no answer $',
      '^ WHO? no answer|pickup|pick_up DAY',
      'no answer $',
    ),
    unless: phrases('why'),
    reads: (match, scene) => {
      if (sharesSubject(scene)) return askWhoRang(scene)
      // "No answer from Bill to my email" is none by phone.
      return followsWriting(scene) || scene.view.some(({ form }) => form === 'email' || form === 'text')
        ? undefined
        : touch('outbound', 'call', 'no-answer')(match, scene)
    },
  },
  {
    name: 'nobody answered',
    group: 'contact',
    evenDenied: true,
    says: phrases(
      'did not answer',
      'no luck|joy|dice|reply|answer',
      'is|was|are|were not in|there|around|available|at_her_desk|at_his_desk $',
      'is|was in|at|on .. meeting|lunch|line|interview|conference|appointment',
      'is|was tied_up|unavailable|engaged|otherwise_engaged',
    ),
    reads: (match, scene) =>
      scene.dialled && scene.index - scene.dialled.clause <= 1
        ? touch('outbound', 'call', 'no-answer')(match, scene)
        : undefined,
  },
]

/** "Jim picked up. Ellen did not." */
export const ellipticRules: readonly Rule[] = [
  {
    name: 'nobody answered',
    group: 'contact',
    evenDenied: true,
    moot: true,
    says: phrases('^ WHO did|has|have not $'),
    reads: (match, scene) =>
      scene.clauses[scene.index - 1]?.view.some(({ form }) => form === 'picked' || form === 'answered')
        ? touch('outbound', 'call', 'no-answer')(match, scene)
        : [],
  },
]
