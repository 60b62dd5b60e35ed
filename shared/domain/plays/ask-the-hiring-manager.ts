import { called, dayOf, name, numberAgain, recruiterName, voicemailLabel } from './facts.ts'
import { letGo, noAnswer, notToday, spoke, voicemail } from './outcomes.ts'
import type { Play } from './play.ts'
import { seenAndAssumed, tensionOf } from './tension.ts'
import { oneLine } from './words.ts'

/** Tension with HR: first the hiring manager, for clarity and guidance, and the reason why the search waits. */
export const askTheHiringManager: Play = {
  name: 'ask-the-hiring-manager',
  title: 'Ask the hiring manager',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'voicemail'],
  sheet: situation => {
    const who = name(situation)
    const me = recruiterName(situation)
    const tension = tensionOf(situation)
    const hr = tension ? called(situation, tension.contact) : 'HR'
    const phone = tension?.contact.phones[0]
    return {
      why: [
        ...(tension ? [`Something came between you and ${hr} on ${dayOf(situation, tension.since)}.`] : []),
        `Every day without a word gives the story more room. ${who} knows ${hr}; ask before you act.`,
      ],
      before: tension ? seenAndAssumed(situation, tension) : [],
      say: [
        {
          label: `When ${who} picks up`,
          text: `${who}, it's ${me}. This isn't about a candidate; I need your advice. Things have turned stiff between ${hr} and me, and I don't know what I did. Until I've put it right I can't take your search further. If I worked around ${hr}, it would come back on both of us.`,
        },
        {
          label: 'Then ask, one at a time',
          text: `What have you noticed? How does ${hr} like to work? If you were me, how would you mend it?`,
        },
        {
          label: `${voicemailLabel(situation)}, without naming ${hr}`,
          text: `${who}, it's ${me}. Could I borrow ten minutes of your good sense? It isn't about a candidate. It's about how I work with your side, and I'd like to do it better.${numberAgain(situation)}`,
        },
      ],
      leaveOut: [
        `blame, and anything you would not say with ${hr} in the room`,
        `asking ${who} to speak for you`,
        'candidates',
      ],
      notInWriting: `On a screen this reads as a complaint about ${hr}, and it can be passed on. Spoken, it is a request for advice.`,
      otherWay: `clear the air with ${hr} yourself, by phone${phone ? `: ${oneLine(phone.number)}` : ''}. You can do either, or both.`,
    }
  },
  outcomes: [
    spoke('ask-the-hiring-manager'),
    voicemail('ask-the-hiring-manager'),
    noAnswer('ask-the-hiring-manager'),
    notToday,
    letGo,
  ],
}
