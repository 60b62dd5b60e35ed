import { personKey } from '../doubts.ts'
import { firstMatch, type Match, phrases } from '../phrases.ts'
import type { Reads, Rule, Scene } from '../scene.ts'
import type { Unit } from '../units.ts'
import { certainPeople, peopleIn } from '../who.ts'
import { namesSomebodyUnread, touch } from './touch.ts'

/** Calls and what came of them: voicemails left, nobody there, somebody else there. */

/** A call placed, whose outcome the next words may tell. */
const dialled =
  (fallback: 'ask' | 'no-answer') =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const object = scene.view[match.to]
    const elsewhere =
      !match.who &&
      object !== undefined &&
      !object.when &&
      !object.people &&
      scene.topic.length === 0 &&
      scene.tasks.length === 0
    if (elsewhere && !scene.clause.about) return undefined
    if (namesSomebodyUnread(match, scene)) return undefined
    const people = peopleIn(scene, match)
    if (people.length === 0) return []
    const before = scene.dialled
    const again = before?.people.some(person => people.some(other => personKey(other) === personKey(person)))
    scene.topic = people
    scene.dialled = {
      people,
      clause: scene.index,
      start: again && before ? before.start : (scene.clause.units[0]?.start ?? 0),
      fallback: again && before?.fallback === 'no-answer' ? 'no-answer' : fallback,
      when: again && before ? before.when : scene.when,
      continues: again ? before : undefined,
    }
    return []
  }

const ofDialled = (match: Match, scene: Scene): Match | undefined => {
  if (match.who || !scene.dialled) return match
  const [first] = scene.dialled.people
  return first && scene.topic.some(person => personKey(person) === personKey(first)) ? match : undefined
}

const GATEKEEPERS = 'receptionist|assistant|secretary|gatekeeper|front_desk|switchboard|reception|operator|pa|ea|admin'

/** "Got Mike's receptionist": he was called, and somebody else answered. */
const gatekeeperOf = ({ view }: Scene): Unit | undefined =>
  REACHED.has(view.find(unit => !unit.when && unit.form !== 'i')?.form ?? '')
    ? view.find((unit, at) => unit.people && view[at + 1]?.form === "'s" && KEEPERS.has(view[at + 2]?.form ?? ''))
    : undefined
/** "Called over to Northgate, but reception said": somebody went there. */
const CALLED_ON = new Set(['called', 'went', 'drove', 'popped', 'stopped', 'dropped', 'swung'])
const REACHED = new Set(['spoke', 'talked', 'got', 'reached'])
const KEEPERS = new Set(GATEKEEPERS.split('|'))

const RANG = phrases('^ i|we? .. called|tried|rung WHO')

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
    reads: (match, scene) => touch('inbound', 'voicemail', 'left-message')(match, scene),
  },
  {
    name: 'somebody else took a message',
    group: 'contact',
    alone: true,
    says: phrases(`${GATEKEEPERS} took|has|got|wrote .. message`, 'took|taken message for WHO'),
    reads: touch('outbound', 'voicemail', 'left-message'),
  },
  {
    name: 'somebody else answered',
    group: 'contact',
    alone: true,
    says: phrases(
      `spoke|talked|got|reached|chatted with|to|through? .. ${GATEKEEPERS}`,
      `${GATEKEEPERS} answered|picked_up|said|says|took`,
      '^ wrong number for WHO',
      'number is|was wrong|disconnected|dead|out_of_service',
      'number ... is|was wrong|disconnected|dead|out_of_service|out_of_date',
    ),
    moot: true,
    reads: (_match, scene) => {
      if (scene.view.some(({ when, phone }) => phone || (when?.day && when.day.kind !== 'offset'))) return undefined
      const call = scene.dialled ? undefined : firstMatch(RANG, scene.view)
      if (call?.who) return touch('outbound', 'call', 'no-answer')(call, scene)
      if (!scene.dialled && CALLED_ON.has(scene.view[0]?.form ?? '')) return undefined
      const theirs = scene.dialled ? undefined : gatekeeperOf(scene)
      if (theirs) return touch('outbound', 'call', 'no-answer')({ from: 0, to: 0, who: theirs }, scene)
      if (scene.dialled) scene.dialled = { ...scene.dialled, fallback: 'no-answer', continues: scene.dialled }
      return []
    },
  },
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
      '^ WHO voicemail',
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
      'WHO did|does not answer my|our call|calls|phone',
      'would|will|could not let me|us speak|talk|through',
      'called no luck|joy|dice|reply|answer',
      'called WHO .. no luck|joy|dice|reply|answer|response|pickup',
      "WHO 's? phone|mobile|cell|line is|was? switched_off|turned_off|off|dead|engaged|busy",
      'WHO is|was not at .. desk',
      '^ WHO? no answer $',
      '^ WHO? no answer|pickup|pick_up DAY',
      'no answer $',
    ),
    reads: (match, scene) => {
      if (scene.view.some(({ form }) => form === 'why')) return undefined
      if (sharesSubject(scene)) return askWhoRang(scene)
      // "No answer from Bill to my email" is none by phone.
      return scene.view.some(({ form }) => form === 'email' || form === 'text')
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

export const dialledRules: readonly Rule[] = [
  {
    name: 'a call was tried',
    group: 'contact',
    says: phrases(
      '^ i|we? .. tried|attempted calling|to_call|to_reach|reaching|ringing|to_ring|to_get? WHO',
      '^ i|we? .. tried WHO?',
    ),
    reads: dialled('no-answer'),
  },
  {
    name: 'a call was made',
    group: 'contact',
    says: phrases('^ i|we? .. called to? WHO', '^ called', 'gave WHO .. call|ring|bell', 'placed .. call to WHO'),
    reads: (match, scene) => {
      // "Susan called Mike" is between the two of them.
      const subject = scene.view[match.from]
      if (subject?.people && subject !== match.who) return undefined
      return dialled('ask')(match, scene)
    },
  },
]

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

/** Somebody who could not be spoken with. */
const ABSENT = phrases(
  'not in|there|around|available|free|at_her_desk|at_his_desk|at_desk',
  'WHO was|is|were .. out|away|busy|gone|off|tied_up|engaged|unavailable|travelling|traveling|driving',
  'WHO was|is .. in|on .. meeting|line|call|court|surgery|lunch|interview',
  'could|would|did not talk|speak|answer|pick_up|take|come_to',
  '^ WHO is|was in|at|off|with|abroad|travelling|traveling|home|sick|ill|not',
)

/** What a call's person then said or did shows that the call reached them. */
export const showsReached = (scene: Scene): boolean => {
  const first = scene.view[0]
  if (!scene.dialled || !first) return false
  const who = certainPeople(scene, first)
  return (
    firstMatch(ABSENT, scene.view) === undefined &&
    who.length > 0 &&
    who.every(person => scene.dialled?.people.some(other => personKey(other) === personKey(person)))
  )
}
