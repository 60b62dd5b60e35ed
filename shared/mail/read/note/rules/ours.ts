import { happenedAt } from '../days.ts'
import { firstMatch, phrases } from '../phrases.ts'
import type { Rule, Scene } from '../scene.ts'
import { isToTheCandidate, type Touch, touch } from './touch.ts'

/** What we did: wrote, sent, met, spoke. */

/** What goes by email when it is "sent". */
const SENDABLE =
  'email|note|message|invoice|résumé|candidate|shortlist|submittal|agreement|terms|brochure|article|deck|link|info|information|details|proposal|reminder|invite|references|reference|list|one-pager|one_pager|pager|pricing|summary|agenda|update|rates|fee|fees|report|write-up|writeup|draft|copy|document|documents|file|form|recap|outline|overview|website|it|them|more|names|feedback|questions|answers|job_description|salary|survey|pitch|mpc'

/** A letter is no email, and what went to the wrong person went to nobody. */
const BY_OTHER_WAYS = phrases('process|wrong|post|courier|fax|hand|letter')

/** Somebody who was called on, and not met. */
const NOT_THERE = phrases(
  'nobody|no_one there|in|home|around',
  'was|were not there|in|around|available|free|at_work',
  'was|is in|on|at .. meeting|call|lunch|course|court',
  'left my|our? card|brochure|note|details',
  'closed|locked|shut|halfway',
)

/** On a screen, on a bill, or "had to cancel the meeting with Olivia": nobody met. */
const NOT_IN_PERSON = phrases(
  'phone|zoom|teams|facetime|skype|google_meet|video',
  'bill|invoice|receipt|expenses',
  'cancel|cancelled|postpone|reschedule|rescheduled|skip|booked|move|moved',
)
const SPOKE = new Set('spoke talked reached caught had hung_up got phone got_off off_the_phone'.split(' '))
/** "Our call with Greg is off" was none. */
const CALLED_OFF = new Set([
  'cancel',
  'postpone',
  'reschedule',
  'skip',
  'agreed',
  'weekly',
  'monthly',
  'regular',
  'fortnightly',
  'confirmed',
  'booked',
  'scheduled',
  'arranged',
  'off',
  'cancelled',
  'postponed',
  'moved',
  'rescheduled',
  'forgot',
  'forgotten',
  'missed',
])

export const ourRules: readonly Rule[] = [
  {
    name: 'a message on a social network',
    group: 'contact',
    says: phrases(
      'messaged|message|wrote|pinged .. WHO on|over|via linkedin',
      'linkedin|inmail message? to WHO',
      'linkedin WHO',
      'sent WHO .. inmail',
      'sent|dropped|left|wrote|shot WHO .. linkedin',
      'sent|dropped|wrote|message|note|line .. on|over|via linkedin to? WHO',
      'connected with WHO on linkedin',
      'linkedin message|note|invite|request ... to WHO',
      'inmailed|inmail to? WHO',
    ),
    reads: touch('outbound', 'social', 'sent'),
  },
  {
    name: 'a text was sent',
    group: 'contact',
    says: phrases(
      '^ i|we? .. followed|backed it|that|this|up? up? .. with|by text',
      '^ i|we? apologised|apologized|confirmed|explained|chased|followed|thanked|nudged|asked|responded .. by|via|over|on text',
      '^ i|we? texted WHO?',
      '^ WHO? text $',
      '^ text sent $|DAY|with|about|to',
      '^ i|we? messaged WHO',
      'chased|nudged|pinged|contacted|updated|thanked WHO .. by|via|over|on text',
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
      'went|drove|came|flew|popped|ran|run|headed .. see|visit|meet WHO',
      'plant|site|factory|office tour|visit|walk with WHO',
      'visit with|to WHO',
      'meeting with WHO at|in .. office|plant|site|factory|cafe|restaurant|hotel ... was|went',
      'paid WHO .. visit',
      'visited .. with WHO',
      'went|drove|travelled|traveled|flew|popped|nipped|swung|came|dropped|called|stopped .. to? see|visit|meet WHO',
      '^ .. in-person|face_to_face|face-to-face with WHO',
      'WHO .. came|dropped|stopped|popped|swung by|into|in|to .. office',
      'WHO visited me|us|our',
      'walked|toured .. plant|floor|site|shop|shop_floor|factory|office|yard|warehouse|line|building .. with WHO',
      'popped|dropped|called|looked|stopped in on|with WHO',
      'site_visit|plant_visit|plant_tour|tour with WHO',
      "visited|toured|walked WHO 's",
      'WHO .. showed|gave me|us around|round|tour',
      'ran|bumped into WHO',
      'pleasure_of|enjoyed|was_good|was_great|good|great|nice|lovely meeting|seeing|to_meet|to_see WHO',
      'WHO and i|we met',
      'WHO and i|we had|did|grabbed|took .. lunch|breakfast|coffee|dinner|drinks',
      'WHO and i|we ... over lunch|breakfast|coffee|dinner|drinks',
    ),
    unless: NOT_IN_PERSON,
    reads: (match, scene) =>
      firstMatch(NOT_THERE, scene.clause.onward) ? undefined : touch('outbound', 'meeting', 'held')(match, scene),
  },
  {
    name: 'a video call',
    group: 'contact',
    says: phrases(
      'zoom|video|facetime|skype|teams|google_meet|zoomed|facetimed|skyped call|meeting|chat|session? with WHO',
      'had|got WHO on zoom|video|facetime|skype|teams|google_meet',
      '^ i|we? facetimed|skyped|zoomed WHO',
      'met|spoke|talked .. WHO on|over|via|by zoom|video|teams',
    ),
    reads: touch('outbound', 'video', 'held'),
  },
  {
    name: 'a conversation by phone',
    group: 'contact',
    says: phrases(
      '^ i|we? called with WHO',
      'visited with WHO on|over|by phone',
      '^ i|we was|were on to|with WHO',
      'with WHO i|we spoke|talked',
      'went|gone|talked|walked|ran|agreed|settled|discussed|covered|reviewed|finalised|finalized|closed|sorted ... with WHO on|over|by phone',
      'cleared|sorted|worked|talked|ironed|smoothed things|it|everything up|out|over with WHO',
      'WHO spoke|talked to|with me|us',
      'WHO and i|we ... on|over|by phone',
      'i|we got WHO on phone|line|horn|blower',
      '^ i|we? .. got WHO all on phone|line',
      '^ i|we? spoke|talked|spoken .. with|to WHO',
      'i|we have|had? spoke|talked|spoken .. with|to WHO',
      'caught_up|connected|debriefed .. with WHO',
      'had|finished|off|did|got_off .. chat|call|talk|conversation|word|words|catch_up|catch-up|phone_call|discussion|phone with WHO',
      '^ .. chat|call|talk|conversation|word|catch_up|catch-up|discussion with|to WHO',
      'WHO and i|we|me|myself .. spoke|talked|caught_up|connected',
      'WHO and i|we|me|myself had .. chat|call|talk|conversation|word|catch_up|discussion',
      'was|been|ended_up|spent|just|after speaking|talking|chatting .. with|to WHO',
      'pinned|tracked|ran WHO down',
      'WHO .. on phone|line to|with me|us',
      'had .. natter|chinwag|yarn|gab|debrief|sync|touch_base|heart_to_heart with|to WHO',
      'we had|did .. call|chat|talk|conversation WHO',
      'WHO answered first|straight|on|this|after|DAY',
      'WHO took call',
      'managed to get_hold_of|get_a_hold_of|get_through_to|pin_down|track_down WHO',
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
      'made_up|made_it_up|made_things_up|patched_things_up|patched_it_up with WHO',
      'had it_out with WHO',
      'WHO was|seemed|sounded fine|lovely|nice|great|warm|friendly|pleasant|civil|polite|helpful|good|okay|chatty|cheerful|positive|keen|receptive .. on phone|call',
      'WHO said so|this|that|it on|over|by phone',
      'i|we|i_and_WHO .. sorted|cleared|talked|worked|settled it|things|that out|up|over|through? on|over|by phone',
      'i|myself|me and WHO had|spoke|talked',
      '^ i|we? spoke|talked|reached',
      '^ WHO spoke|talked $|DAY',
      '^ WHO .. said|told|agreed|accepted|confirmed|promised|approved .. on|over|by phone',
      '^ .. minutes|min|mins|minute|hour|hours|SPAN on|by? phone|call? with WHO',
      '^ i|we? had .. chat|talk|conversation|word',
      '^ .. chat|talk|conversation $',
    ),
    // "Connected me with Hank" introduces.
    unless: phrases('connected me|us', 'tried|attempted|colleague|teammate'),
    reads: (match, scene) =>
      scene.view.some(({ form }) => CALLED_OFF.has(form)) && !scene.view.some(({ form }) => SPOKE.has(form))
        ? undefined
        : touch('outbound', 'call', 'reached')(match, scene),
  },
  {
    name: 'a conversation by phone',
    group: 'contact',
    says: phrases('WHO told me|us'),
    // "Told me it was filled last week": the day is that of what was told.
    reads: (match, scene) => {
      const at = happenedAt(scene.whenBefore, scene.occasion, scene.book.recruiter.calendar)
      return touch('outbound', 'call', 'reached')(match, scene)?.map(reads => ({ ...reads, at }))
    },
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
      '^ i|we? .. followed|backed it|that|this|up? up? .. with|by email',
      '^ i|we? apologised|apologized|confirmed|explained|chased|followed|thanked|nudged|asked .. by|via|over|on email',
      '^ i|we? .. replied|responded to WHO',
      "^ i|we? answered|returned WHO 's? .. email|message|note",
      '^ i|we? .. got_back_to|followed_up_with|wrote_back_to|got_back_with WHO by|via|over email',
      'forwarded WHO REST',
      'chased|nudged|pinged|contacted|updated|thanked|answered WHO .. by|via|over|on email',
      'WHO was|were|has_been emailed',
      'WHO got|has|received .. email|note from me|us',
      'WHO got|received ... from me|us',
      '^ .. email to WHO',
      '^ NUM|two|three|four|five|six|couple_of résumé|candidate to WHO',
      '^ i|we? have? .. written to WHO',
      'sent|submitted|presented|forwarded WHO .. résumé|candidate|shortlist|agreement|terms|two|three|four|five|six|NUM',
      `sent .. ${SENDABLE} ... to WHO`,
      `${SENDABLE} .. sent|emailed|went|gone|submitted|presented|forwarded|over|across .. to WHO`,
      '^ NUM|two|three|four|five|six|another|couple|more .. sent|submitted|presented .. to WHO',
      '^ i|we? replied|responded|answered by|via|over email',
      `sent WHO .. ${SENDABLE}`,
      'submitted|presented|forwarded ... to WHO',
      '^ i|we? sent WHO $',
      'shared .. résumé|candidate|shortlist with WHO',
      'sent|followed_up .. email',
      '^ email sent $|DAY|with|about|to',
      `^ i|we? sent .. ${SENDABLE}`,
      '^ WHO? email $',
    ),
    unless: BY_OTHER_WAYS,
    reads: (match, scene) =>
      isToTheCandidate(scene) ? undefined : touch('outbound', repliedBy(scene), 'sent')(match, scene),
  },
]

/** "Replied to her text" is a text. */
const repliedBy = ({ view }: Scene): Touch['channel'] => {
  const has = (...forms: readonly string[]): boolean => view.some(({ form }) => forms.includes(form))
  return has('replied', 'responded', 'answered') && has('text') && !has('email') ? 'text' : 'email'
}
