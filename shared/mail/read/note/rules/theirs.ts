import { WRITTEN } from '../../../../domain/vocabulary.ts'
import { type Match, phrases } from '../phrases.ts'
import type { Rule, Scene } from '../scene.ts'
import { certainPeople } from '../who.ts'
import { type Touch, touch } from './touch.ts'

/** What they did: rang, wrote, sent. */

export const theirRules: readonly Rule[] = [
  {
    name: 'they rang',
    group: 'contact',
    says: phrases(
      'WHO has|had? called|rung me|us? back',
      'WHO has|had? called me|us',
      'WHO called|rung $',
      'WHO called $|DAY|on|about|to|and|with|saying|from|wanting',
      'WHO returned my|our call',
      'WHO gave me|us .. call|ring|bell|buzz|shout',
      'WHO was calling|ringing|phoning me|us',
      'WHO called in to|$|DAY|at|with|about',
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
      'WHO messaged|wrote|pinged|replied me|us? .. on|over|via|by text',
      'WHO sent|dropped|shot|popped me|us .. text',
      'got|received|had .. text from WHO',
      '^ text from WHO',
      'WHO replied|answered|responded back? by|via|over|on text',
      'WHO replied|answered|responded to .. text',
      'heard back? from WHO by|via|over text',
      'WHO got_back|came_back|got_back_to|came_back_to me|us? by|via|over|on text',
    ),
    reads: touch('inbound', 'text', 'received'),
  },
  {
    name: 'they wrote on a social network',
    group: 'contact',
    says: phrases(
      'WHO messaged|replied|answered|responded|wrote me? .. on|over|via linkedin',
      'linkedin message from WHO',
      'WHO accepted my|our? linkedin|connection',
      'WHO accepted my invite $',
    ),
    reads: touch('inbound', 'social', 'received'),
  },
  {
    name: 'they wrote',
    group: 'contact',
    says: phrases(
      'WHO emailed',
      'WHO was|is writing|emailing me|us',
      '^ from WHO i|we got|received|had .. email|mail|reply',
      'WHO returned|sent|shared|mailed ... by|via|over|in email',
      'received|got|had ... from WHO .. by|via|in|over email',
      'WHO has? replied|responded|wrote',
      'WHO answered my|our? email',
      'WHO confirmed|said|answered|agreed|asked .. by|via|over email',
      'WHO sent me|us? .. email|note|reply|message',
      'WHO popped|dropped|shot|pinged|fired|wrote me|us .. email|note|line',
      'got|received|had .. email|reply|note|response from WHO',
      'email|reply|note came|arrived|in from WHO',
      '^ email|reply|note from WHO',
      'heard back? from WHO by|via|over|in email',
      'WHO got_back_to|came_back_to|got_back|came_back me|us? by|via|over|on|in email',
    ),
    reads: (match, scene) => touch('inbound', answeredBy(match, scene), 'received')(match, scene),
  },
  {
    name: 'they wrote',
    group: 'contact',
    tense: 'any',
    says: phrases('WHO asked|asks|wants|requested ... by|via|over|in email'),
    reads: touch('inbound', 'email', 'received'),
  },
  {
    name: 'they sent something',
    group: 'contact',
    says: phrases('WHO has? sent|forwarded|shared .. job_description|job_order|job_spec|spec|agreement|references'),
    reads: touch('inbound', 'email', 'received'),
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
