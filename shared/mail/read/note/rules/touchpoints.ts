import type { CommandOf } from '../../../../domain/engagement/commands.ts'
import { WRITTEN } from '../../../../domain/vocabulary.ts'
import type { When } from '../dates.ts'
import { happenedAt } from '../days.ts'
import { personKey } from '../doubts.ts'
import type { Person } from '../names.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, wordsOf } from '../scene.ts'
import { certainPeople, peopleIn, peopleOf } from '../who.ts'

/** Who spoke, rang or wrote to whom. */

type Touch = Pick<CommandOf<'LogTouchpoint'>, 'direction' | 'channel' | 'outcome'>

export const touchWith = (people: readonly Person[], touch: Touch, summary: string): readonly Reads[] =>
  people
    .filter(({ contact }) => !contact.candidate)
    .map(({ contact, row }) => ({
      row,
      command: { command: 'LogTouchpoint', ...touch, contact: contact.id, ...(summary ? { summary } : {}) },
    }))

const touch =
  (direction: Touch['direction'], channel: Touch['channel'], outcome: Touch['outcome']) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    if (direction === 'outbound' && channel !== 'call' && isTheirs(match, scene)) return undefined
    const reads = touchWith(peopleIn(scene, match), { direction, channel, outcome }, clauseWords(scene))
    const { calendar } = scene.book.recruiter
    return daysTold(scene).flatMap(when =>
      reads.map(read => (when ? { ...read, at: happenedAt(when, scene.occasion, calendar) } : read)),
    )
  }

/** A person before the verb, with nothing before them but a day, is who did it. */
const isTheirs = (match: Match, scene: Scene): boolean => {
  const subject = scene.view[match.from - 1]
  const first = scene.view.findIndex(unit => !unit.when && unit.form !== 'on')
  return subject !== undefined && match.from - 1 === first && Boolean(subject.people ?? subject.pronoun)
}

/** "Emailed her on Monday and again today" is two: one for each day of a row of days. */
const daysTold = (scene: Scene): readonly (When | undefined)[] => {
  const { units } = scene.clause
  const places = units.flatMap((unit, at) => (unit.when?.day ? [at] : []))
  const inRow = places.every((place, index) => {
    const before = places[index - 1]
    const between = before === undefined ? [] : units.slice(before + 1, place)
    return (
      index === 0 ||
      (between.some(({ form }) => form === 'and' || form === ',') &&
        between.every(unit => unit.mark || ROW.has(unit.form)))
    )
  })
  return places.length > 1 && inRow ? places.map(place => units[place]?.when) : [undefined]
}
const ROW = new Set(['and', 'again', 'on', 'then', 'the'])

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

/** What goes by email when it is "sent". */
const SENDABLE =
  'email|note|message|invoice|résumé|candidate|shortlist|submittal|agreement|terms|brochure|article|deck|link|info|information|details|proposal|reminder|invite|references|reference|list|one-pager|one_pager|pager|pricing|summary|agenda|update|rates|fee|fees|report|write-up|writeup|draft|copy|document|documents|file|form|recap|outline|overview|website|it|them|more|names|feedback|questions|answers|job_description|salary|survey|pitch|mpc'
const GATEKEEPERS = 'receptionist|assistant|secretary|gatekeeper|front_desk|switchboard|reception|operator|pa|ea|admin'

export const touchpointRules: readonly Rule[] = [
  {
    name: 'advice from one person about another',
    group: 'contact',
    alone: true,
    says: phrases(
      "WHO 's advice|suggestion|guidance|tip on|about|with|for? WHO? REST",
      'advice|guidance from WHO on|about? WHO? REST',
      'WHO advised|suggested|recommends|recommended|suggests REST',
    ),
    reads: (match, scene) =>
      match.who && match.rest
        ? touchWith(
            peopleOf(scene, match.who),
            { direction: 'outbound', channel: 'call', outcome: 'reached' },
            wordsOf(scene, [...match.rest.slice(0, 1), ...scene.clause.onward.slice(-1)]),
          )
        : undefined,
  },
  {
    name: 'they rang and missed us',
    group: 'contact',
    alone: true,
    says: phrases(
      'missed .. call from WHO',
      "missed WHO 's call",
      'WHO called .. while|when i|we',
      'WHO tried to call|reach me|us',
      'WHO tried me|us',
    ),
    reads: touch('inbound', 'call', 'received'),
  },
  {
    name: 'they left a voicemail',
    group: 'contact',
    says: phrases(
      'WHO left me|us .. voicemail|message',
      'WHO left long|detailed|second|another|two? voicemail|message $|DAY|asking|saying|that|to|about|wanting',
      'got|have|had|received .. voicemail|message from WHO',
      '^ voicemail from WHO',
    ),
    reads: (match, scene) => touch('inbound', 'voicemail', 'left-message')(match, scene),
  },
  {
    name: 'somebody else answered',
    group: 'contact',
    alone: true,
    says: phrases(
      `spoke|talked|got|reached|chatted with|to|through? .. ${GATEKEEPERS}`,
      `${GATEKEEPERS} answered|picked_up|said|says|took`,
      'wrong number',
      'number is|was wrong|disconnected|dead|out_of_service',
    ),
    moot: true,
    reads: (_match, scene) => {
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
      'voicemail for|to WHO',
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
    says: phrases('straight|went|goes|rolled to .. voicemail', 'got|hit .. voicemail'),
    reads: dialled('no-answer'),
  },
  {
    name: 'nobody answered',
    group: 'contact',
    evenDenied: true,
    says: phrases(
      'did|does|is|was|would not pick_up|pickup|picking_up',
      'no one|body? picked_up|answered',
      'nobody picked_up|answered',
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
      'no answer at|on WHO',
      'no luck|joy|success reaching|getting|with_reaching WHO',
      'unable to .. reach|get|contact WHO',
      'called no luck|joy|dice|reply|answer',
      '^ WHO? no answer $',
      'no answer $',
    ),
    reads: (match, scene) =>
      sharesSubject(scene) ? askWhoRang(scene) : touch('outbound', 'call', 'no-answer')(match, scene),
  },
  {
    name: 'nobody answered',
    group: 'contact',
    evenDenied: true,
    says: phrases('did not answer', 'no luck|joy|dice|reply|answer'),
    reads: (match, scene) =>
      scene.dialled && scene.index - scene.dialled.clause <= 1
        ? touch('outbound', 'call', 'no-answer')(match, scene)
        : undefined,
  },
  {
    name: 'they rang',
    group: 'contact',
    says: phrases(
      'WHO has|had? called|rung me|us? back',
      'WHO has|had? called me|us',
      'WHO called|rung $',
      'WHO called $|DAY|about|to|and|with|saying|from|wanting',
      'WHO returned my|our call',
      'WHO gave me|us .. call|ring|bell|buzz',
      'WHO called in to',
      'WHO got_back_to me|us by|on|over phone',
      'got|had|took|received .. call|callback from WHO',
      '^ call from WHO',
      '^ called me|us back?',
    ),
    reads: touch('inbound', 'call', 'reached'),
  },
  {
    name: 'they sent a text',
    group: 'contact',
    says: phrases(
      'WHO texted',
      'WHO sent|dropped|shot|popped me|us .. text',
      'got|received|had .. text from WHO',
      '^ text from WHO',
      'WHO replied|answered|responded by|via|over text',
      'WHO replied|answered|responded to .. text',
      'heard back? from WHO by|via|over text',
    ),
    reads: touch('inbound', 'text', 'received'),
  },
  {
    name: 'they wrote on a social network',
    group: 'contact',
    says: phrases(
      'WHO messaged me? on|over|via linkedin',
      'linkedin message from WHO',
      'WHO accepted my? linkedin|invite|connection',
    ),
    reads: touch('inbound', 'social', 'received'),
  },
  {
    name: 'they wrote',
    group: 'contact',
    says: phrases(
      'WHO emailed',
      'WHO has? replied|responded|wrote',
      'WHO answered my|our? email',
      'WHO confirmed|said|answered|agreed|asked .. by|via|over email',
      'WHO sent me|us? .. email|note|reply|message',
      'WHO popped|dropped|shot|pinged|fired|wrote me|us .. email|note|line',
      'got|received|had .. email|reply|note|response from WHO',
      '^ email|reply|note from WHO',
      'heard back? from WHO by|via|over|in email',
      'WHO got_back_to me|us by|via|over email',
    ),
    reads: (match, scene) => touch('inbound', answeredBy(match, scene), 'received')(match, scene),
  },
  {
    name: 'they sent something',
    group: 'contact',
    says: phrases('WHO has? sent|forwarded .. job_description|job_order|job_spec|spec|agreement|references'),
    reads: touch('inbound', 'email', 'received'),
  },
  {
    name: 'a message on a social network',
    group: 'contact',
    says: phrases(
      'messaged|message|wrote|pinged .. WHO on|over|via linkedin',
      'linkedin|inmail message? to WHO',
      'linkedin WHO',
      'sent WHO .. inmail',
      'sent WHO .. linkedin',
      'connected with WHO on linkedin',
    ),
    reads: touch('outbound', 'social', 'sent'),
  },
  {
    name: 'a text was sent',
    group: 'contact',
    says: phrases(
      '^ i|we? texted WHO?',
      '^ WHO? text $',
      '^ i|we? messaged WHO',
      'sent|shot|dropped WHO .. text',
      'text to WHO',
      'sent .. text to? WHO?',
    ),
    reads: touch('outbound', 'text', 'sent'),
  },
  {
    name: 'a meeting in person',
    group: 'contact',
    says: phrases(
      '^ i|we? met with? WHO',
      'i|we met with? WHO',
      'met|meeting up|face_to_face with WHO',
      '^ i|we? saw WHO at|in|on|for|$',
      'had|in-person|face-to-face .. meeting with WHO',
      'stopped_by|dropped_in|swung_by .. WHO',
      'coffee|lunch|breakfast|dinner|drinks|beer|pint with WHO',
      'took WHO to|for|out',
      'with WHO over|at|for lunch|coffee|dinner|breakfast|drinks',
      'coffee|lunch|breakfast|dinner|drinks .. with WHO',
      'sat|sit down with WHO',
      'visited WHO',
      'WHO and i|we met',
    ),
    reads: touch('outbound', 'meeting', 'held'),
  },
  {
    name: 'a video call',
    group: 'contact',
    says: phrases(
      'zoom|video|facetime|skype|teams|google_meet|zoomed call|meeting|chat|session? with WHO',
      'met|spoke|talked .. WHO on|over|via|by zoom|video|teams',
    ),
    reads: touch('outbound', 'video', 'held'),
  },
  {
    name: 'a conversation by phone',
    group: 'contact',
    says: phrases(
      '^ i|we? spoke|talked|spoken .. with|to WHO',
      'i|we have? spoke|talked|spoken .. with|to WHO',
      'caught_up|connected|debriefed .. with WHO',
      'had|finished|off|did|got_off .. chat|call|talk|conversation|word|words|catch_up|catch-up|phone_call|discussion|phone with WHO',
      '^ .. chat|call|talk|conversation|word|catch_up|catch-up|discussion with|to WHO',
      'WHO and i|we .. spoke|talked',
      'WHO and i|we had .. chat|call|talk|conversation|word|catch_up|discussion',
      '^ i|we? .. got_hold_of|got_a_hold_of|got_through_to|reached|caught WHO',
      '^ i|we? .. got WHO on|$',
      'WHO picked_up|took_my_call|answered_my_call',
      'on .. phone|line with WHO',
      'had WHO on .. phone|line',
      'hung_up with WHO',
      'able|managed to reach|get|speak_with|speak_to|talk_to|talk_with|catch WHO',
      'WHO .. by phone',
      'by phone with WHO',
      'we spoke|talked WHO',
      'WHO answered $',
      'WHO answered the? phone|my_call',
      'walked|ran|took WHO through',
      'discussed .. with WHO',
      'cleared .. air with WHO',
      'made_up|patched_things_up|patched_it_up with WHO',
      'had it_out with WHO',
      'WHO told me|us',
      '^ i|we? spoke|talked|reached',
      '^ WHO spoke|talked $',
      '^ i|we? had .. chat|talk|conversation|word',
      '^ .. chat|talk|conversation $',
    ),
    reads: touch('outbound', 'call', 'reached'),
  },
  {
    name: 'an email was sent',
    group: 'contact',
    says: phrases(
      '^ i|we? emailed WHO?',
      'i|we have? emailed WHO',
      'emailed .. to WHO',
      'sent|shot|dropped|fired|wrote WHO .. email|note|line|message',
      'sent|shot|dropped|fired|wrote .. email|note|line to WHO',
      '^ i|we? wrote to WHO',
      '^ i|we? .. replied|responded to WHO',
      '^ i|we? answered|returned WHO .. email|message|note',
      '^ i|we? .. got_back_to|followed_up_with|wrote_back_to|got_back_with WHO by|via|over email',
      'forwarded WHO REST',
      '^ .. email to WHO',
      'sent|submitted|presented|forwarded WHO .. résumé|candidate|shortlist|agreement|terms|two|three|four|five|six|NUM',
      `sent .. ${SENDABLE} ... to WHO`,
      `${SENDABLE} sent|emailed|went .. to WHO`,
      '^ i|we? replied|responded|answered by|via|over email',
      `sent WHO .. ${SENDABLE}`,
      'submitted|presented|forwarded ... to WHO',
      '^ i|we? sent WHO $',
      'sent|followed_up .. email',
      '^ emailed',
      `^ i|we? sent .. ${SENDABLE}`,
      '^ WHO? email $',
    ),
    reads: (match, scene) =>
      scene.view.some(({ form }) => form === 'wrong') ? undefined : touch('outbound', 'email', 'sent')(match, scene),
  },
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
    says: phrases(
      '^ i|we? .. called WHO',
      '^ i|we have? called WHO',
      '^ called',
      'gave WHO .. call|ring|bell',
      'placed .. call to WHO',
    ),
    reads: (match, scene) => {
      // "Susan called Mike" is between the two of them.
      const subject = scene.view[match.from]
      if (subject?.people && subject !== match.who) return undefined
      return dialled('ask')(match, scene)
    },
  },
]

/** "Texted him and he replied": by the channel on which we wrote last in the note; else by email. */
const answeredBy = (match: Match, scene: Scene): Touch['channel'] => {
  const saysEmail = scene.view.some(({ form }) => form === 'email')
  const people = match.who ? certainPeople(scene, match.who) : []
  const ours = scene.said.findLast(
    ({ command }) =>
      command.command === 'LogTouchpoint' &&
      command.direction === 'outbound' &&
      WRITTEN.has(command.channel) &&
      people.some(({ contact }) => contact.id === command.contact),
  )
  return !saysEmail && ours?.command.command === 'LogTouchpoint' ? ours.command.channel : 'email'
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

/** What a call's person then said or did shows that the call reached them. */
export const showsReached = (scene: Scene): boolean => {
  const first = scene.view[0]
  if (!scene.dialled || !first) return false
  const who = certainPeople(scene, first)
  return (
    who.length > 0 && who.every(person => scene.dialled?.people.some(other => personKey(other) === personKey(person)))
  )
}
