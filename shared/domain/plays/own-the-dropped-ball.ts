import {
  called,
  contactById,
  dayOf,
  earlierFeedback,
  lastFromThem,
  lastMissed,
  lastWord,
  name,
  namedTries,
  numberAgain,
  quietFor,
  recruiterName,
  tries,
  voicemailLabel,
  warmth,
} from './facts.ts'
import { letGo, noAnswer, notToday, rest, spoke, voicemail } from './outcomes.ts'
import type { CallSheet, Line, Play, Situation } from './play.ts'
import { times } from './words.ts'

/** The one call that a dark client returns: ours to apologise for, theirs to be honest about, and nothing to win. */
export const ownTheDroppedBall: Play = {
  name: 'own-the-dropped-ball',
  title: 'Own the dropped ball',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'voicemail'],
  sheet: situation => {
    const silent = contactById(situation, situation.assessment.silentContact)
    return silent && silent.introducedBy === situation.contact?.id
      ? toTheIntroducer(situation, called(situation, silent))
      : toTheQuietOne(situation)
  },
  outcomes: [
    voicemail('own-the-dropped-ball'),
    spoke('own-the-dropped-ball'),
    noAnswer('own-the-dropped-ball'),
    notToday,
    letGo,
    rest,
  ],
}

const toTheQuietOne = (situation: Situation): CallSheet => {
  const who = name(situation)
  const me = recruiterName(situation)
  const missed = lastMissed(situation)
  const last = lastFromThem(situation)
  const warm = warmth(situation)
  const kind = warm ? 'You were generous with your time from the start. ' : ''
  const slipped = missed
    ? `${kind}${warm ? 'Then our' : 'Our'} ${missed.noun} on ${missed.day} didn't come about, and I've come to believe I did something to put you off.`
    : last
      ? `${kind}When we were last in touch, on ${dayOf(situation, last.at)}, I thought all was well. Now I've come to believe I did something to put you off.`
      : `I've come to believe I did something to put you off.`
  return {
    why: [
      ...(missed ? [`${who} missed your ${missed.time} ${missed.noun} on ${missed.day}.`] : []),
      ...(missed ? [] : [lastWord(situation) ?? []].flat()),
      ...whatWasTried(situation),
      ...quietFor(situation),
      ...(warm ? [`The interest was real: ${warm}.`] : []),
    ],
    before: [...odds(who), ...earlierFeedback(situation)],
    say: [
      {
        label: voicemailLabel(situation),
        text: `${who}, this is ${me}. I think I owe you an apology. ${slipped} I can't work out what. Would you ring me and tell me? Be as blunt as you like. I won't argue and I won't pitch. Hearing it is how I get better.${numberAgain(situation)}`,
      },
      {
        label: `If ${who} picks up`,
        text: `${who}, it's ${me}, and I won't keep you. ${missed ? `Somewhere around ${missed.day}` : 'Somewhere along the way'} I think I got something wrong with you, and I'm sorry. Would you tell me what it was? I can take it straight.`,
      },
      ...afterTheQuestion,
    ],
    leaveOut: [
      'where the opening stands',
      'the paperwork and the fee',
      'candidates',
      'dates and deadlines',
      'how often you have tried',
    ],
    notInWriting: 'Typed out, an apology looks like a technique. In your voice it can be believed.',
  }
}

const toTheIntroducer = (situation: Situation, quiet: string): CallSheet => {
  const who = name(situation)
  const me = recruiterName(situation)
  return {
    why: [
      `${who} introduced you to ${quiet}, and neither has answered.`,
      ...whatWasTried(situation),
      ...quietFor(situation),
      `An introduction is a favour. Before you ask ${who} for another, own what became of this one.`,
    ],
    before: [...odds(quiet), ...earlierFeedback(situation)],
    say: [
      {
        label: voicemailLabel(situation),
        text: `${who}, this is ${me}. You put your name behind me when you introduced me to ${quiet}, and I think I've handled it badly. I'm sorry if any of that came back to you. Would you tell me where I went wrong? Be as blunt as you like. I'm not asking you to step in. I want to do better by the next person I'm trusted with.${numberAgain(situation)}`,
      },
      {
        label: `If ${who} picks up`,
        text: `${who}, it's ${me}, and I won't keep you. You were good enough to introduce me to ${quiet}, and I believe I've let you both down. I'm sorry. What did I miss? I can take it straight.`,
      },
      ...afterTheQuestion,
    ],
    leaveOut: [
      `asking ${who} to chase ${quiet}`,
      'where the opening stands',
      'the paperwork and the fee',
      'how often you have tried',
    ],
    notInWriting: 'Typed out, an apology looks like a technique. In your voice it can be believed.',
  }
}

const odds = (who: string): readonly Line[] => [
  {
    label: 'Likeliest',
    text: 'the job is on hold, someone higher up has ruled out agencies, or a candidate turned up from elsewhere. It is seldom about you. Ask as if it were.',
  },
  {
    label: 'Why an apology is fair',
    text: `${who} was warm, then wasn't, and you may have missed the sign. Whoever says so first makes an honest answer easy.`,
  },
]

const afterTheQuestion: readonly Line[] = [
  {
    label: 'Then stop talking. If it was never you',
    text: `That's a weight off, thank you. So what happened on your side?`,
  },
  {
    label: 'If it was you, write it down word for word and defend nothing',
    text: `Thank you. I needed to hear that. What should I have done instead?`,
  },
]

const whatWasTried = (situation: Situation): readonly string[] => {
  const own = tries(situation, situation.contact?.id)
  const others = situation.engagement.contacts.flatMap(other => {
    const theirs = other.id === situation.contact?.id ? [] : tries(situation, other.id)
    return theirs.length > 0
      ? [`${called(situation, other)} had ${namedTries(situation, theirs)}. No answer either.`]
      : []
  })
  return [
    ...(own.length > 0 ? [`Tried ${times(own.length)}: ${namedTries(situation, own)}. No answer.`] : []),
    ...others,
    ...(tries(situation).length > 2 ? ['More of the same will meet the same silence.'] : []),
  ]
}
