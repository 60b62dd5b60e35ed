import {
  called,
  conversations,
  dayOf,
  factsOf,
  name,
  numberAgain,
  quietFor,
  quietOne,
  recruiterName,
  tries,
  voicemailLabel,
} from './facts.ts'
import { letGo, noAnswer, notToday, rest, spoke, voicemail } from './outcomes.ts'
import type { Play, Situation } from './play.ts'
import { capitalised } from './words.ts'

/** The person between us and the one who went quiet: asked for advice, never to carry a message. */
export const goThroughTheIntroducer: Play = {
  name: 'go-through-the-introducer',
  title: 'Go through the introducer',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'voicemail'],
  sheet: situation => {
    const who = name(situation)
    const me = recruiterName(situation)
    const other = quietOne(situation)
    const quiet = other ? called(situation, other) : 'your colleague'
    const bond =
      other?.introducedBy === situation.contact?.id
        ? `you were kind enough to introduce me to ${quiet}`
        : `${quiet} was kind enough to bring you and me together`
    return {
      why: [
        ...owned(situation, quiet),
        ...quietFor(situation),
        other?.introducedBy === situation.contact?.id
          ? `${who} made the introduction, so ${who} may know what you can't see.`
          : `${quiet} brought ${who} in, so ${who} may know what you can't see.`,
        ...(conversations(situation, situation.contact?.id).length === 0
          ? [`You and ${who} have not spoken yet; keep it short.`]
          : []),
      ],
      before: [
        {
          label: 'What you are after',
          text: `advice, not help. ${who} can tell you what happened, or how ${quiet} likes to be treated. Either is worth the call.`,
        },
      ],
      say: [
        {
          label: voicemailLabel(situation),
          text: `${who}, this is ${me}. There's no hurry in this. ${capitalised(bond)}, and I have the feeling I've put a foot wrong there. Before I do anything else I'd like your advice, because you know ${quiet} better than I do. Five minutes would do it.${numberAgain(situation)}`,
        },
        {
          label: `If ${who} picks up`,
          text: `${who}, it's ${me}. I'd like your advice, if you have five minutes. As you know, ${bond}. I think I've put a foot wrong since, and I can't see where. You know how ${quiet} works. What would you do in my place?`,
        },
        {
          label: 'Before you hang up',
          text: "Thank you. May I say that you and I spoke, or would you rather I didn't?",
        },
      ],
      leaveOut: [
        `asking ${who} to chase ${quiet} or to pass anything on`,
        'how often you have tried',
        'the fee, the agreement and where the opening stands',
        'any hint of complaint',
      ],
      notInWriting: `A written note is one tap from ${quiet}'s inbox, without your voice in it.`,
    }
  },
  outcomes: [
    voicemail('go-through-the-introducer'),
    spoke('go-through-the-introducer'),
    noAnswer('go-through-the-introducer'),
    notToday,
    letGo,
    rest,
  ],
}

/** When the dropped ball was owned to the quiet one, or else how often they were tried. */
const owned = (situation: Situation, quiet: string): readonly string[] => {
  const call = factsOf(situation.engagement, 'TouchpointLogged').findLast(fact => fact.play === 'own-the-dropped-ball')
  if (call)
    return [`You owned the dropped ball with ${quiet} on ${dayOf(situation, call.at)}. The call has not come back.`]
  return tries(situation).length > 0 ? [`${quiet} has not answered what you tried.`] : []
}
