import type { CommandOf } from '../../../../domain/engagement/commands.ts'
import type { Person } from '../people.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, wordsOf } from '../scene.ts'
import { certainPeople, peopleIn, peopleOf, personKey } from '../who.ts'

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
  (match: Match, scene: Scene): readonly Reads[] =>
    touchWith(peopleIn(scene, match), { direction, channel, outcome }, clauseWords(scene))

/** A call placed, whose outcome the next words may tell. */
const dialled =
  (fallback: 'ask' | 'no-answer') =>
  (match: Match, scene: Scene): readonly Reads[] => {
    const people = peopleIn(scene, match)
    if (people.length > 0) {
      scene.topic = people
      scene.dialled = {
        people,
        clause: scene.index,
        start: scene.clause.units[0]?.start ?? 0,
        fallback: scene.dialled?.fallback === 'no-answer' ? 'no-answer' : fallback,
        when: scene.when,
      }
    }
    return []
  }

const ofDialled = (match: Match, scene: Scene): Match | undefined => {
  if (match.who || !scene.dialled) return match
  const [first] = scene.dialled.people
  return first && scene.topic.some(person => personKey(person) === personKey(first)) ? match : undefined
}

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
    name: 'they left a voicemail',
    group: 'contact',
    says: phrases(
      'WHO left me|us .. voicemail|message',
      'got|have|had|received .. voicemail|message from WHO',
      '^ voicemail from WHO',
      'missed .. call from WHO',
    ),
    reads: (match, scene) => touch('inbound', 'voicemail', 'left-message')(match, scene),
  },
  {
    name: 'a voicemail was left',
    group: 'contact',
    says: phrases(
      'left WHO .. voicemail|message|one',
      'left .. voicemail|message|word|one for|with|to|on WHO',
      'left .. voicemail|message|word',
      'voicemail for|to WHO',
      '^ WHO voicemail',
      '^ voicemail',
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
      'did|does not pick_up|pickup',
      'no pick_up|pickup',
      'called_out $',
      'could|can not reach|get_hold_of|get_a_hold_of|get_hold|get_through_to|get_through|catch|raise|get WHO?',
      'unable to reach WHO',
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
    reads: (match, scene) => (scene.dialled ? touch('outbound', 'call', 'no-answer')(match, scene) : undefined),
  },
  {
    name: 'they rang',
    group: 'contact',
    says: phrases(
      'WHO has|had? called|rung me|us? back',
      'WHO has|had? called me|us',
      'WHO called|rung $',
      'WHO called DAY|about|to|and|with|saying|from|in|for|wanting',
      'WHO returned my|our call',
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
      'WHO sent me|us .. text',
      'got|received|had .. text from WHO',
      '^ text from WHO',
      'WHO replied|answered|responded by|via|over text',
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
      'WHO sent me|us .. email|note|reply',
      'got|received|had .. email|reply|note|response from WHO',
      '^ email|reply|note from WHO',
      'heard back? from WHO by|via|over|in email',
      'WHO got_back_to me|us by|via|over email',
    ),
    reads: touch('inbound', 'email', 'received'),
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
      'coffee|lunch|breakfast|dinner|drinks|beer|pint with WHO',
      'took WHO to|for|out',
      'sat down with WHO',
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
      '^ i|we? .. got_hold_of|got_through_to|reached|got WHO',
      'WHO picked_up',
      'WHO answered $',
      'WHO answered the? phone|my_call',
      'walked|ran|took WHO through',
      'discussed .. with WHO',
      'cleared .. air with WHO',
      'made_up|patched_things_up|patched_it_up with WHO',
      'WHO told me|us',
      '^ spoke|talked|reached',
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
      '^ .. email to WHO',
      'sent|submitted|presented|forwarded WHO .. résumé|candidate|shortlist|agreement|terms|two|three|four|five|six',
      'sent|submitted|presented|forwarded ... to WHO',
      '^ i|we? sent WHO',
      'sent|followed_up .. email',
      '^ emailed',
    ),
    reads: (match, scene) =>
      wordsOf(scene, scene.clause.units).length > 0 ? touch('outbound', 'email', 'sent')(match, scene) : undefined,
  },
  {
    name: 'a call was tried',
    group: 'contact',
    says: phrases('^ i|we? .. tried calling|to_call|to_reach|reaching|ringing|to_ring? WHO', '^ i|we? .. tried WHO?'),
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
