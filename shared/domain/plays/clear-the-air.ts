import type { EventOf } from '../engagement/events.ts'
import { WRITTEN } from '../vocabulary.ts'
import {
  becauseOf,
  called,
  dayOf,
  earlierFeedback,
  factsOf,
  name,
  numberAgain,
  recruiterName,
  voicemailLabel,
} from './facts.ts'
import { both, letGo, logged, noAnswer, notToday, spoke, voicemail } from './outcomes.ts'
import type { CallSheet, Line, Play, Situation } from './play.ts'
import { adviceSince, seenAndAssumed, type Tension, tensionOf } from './tension.ts'
import { list } from './words.ts'

/** The honest call with the person there is tension with. Only a voice carries it. */
export const clearTheAir: Play = {
  name: 'clear-the-air',
  title: 'Clear the air',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'voicemail'],
  sheet: situation => sheet(situation, tensionOf(situation)),
  outcomes: [
    {
      word: 'cleared',
      label: 'We spoke, and the air is clear',
      commands: both(logged('clear-the-air', 'call', 'reached'), (task, _engagement, said) =>
        task.contact
          ? [{ command: 'ResolveTension', contact: task.contact, ...(said?.words ? { detail: said.words } : {}) }]
          : [],
      ),
    },
    { ...spoke('clear-the-air'), label: 'We spoke, not cleared yet' },
    voicemail('clear-the-air'),
    noAnswer('clear-the-air'),
    notToday,
    letGo,
  ],
}

const sheet = (situation: Situation, tension: Tension | undefined): CallSheet => {
  const who = name(situation)
  const me = recruiterName(situation)
  const since = tension?.since ?? ''
  const letter = writtenSince(situation, since)
  const advice = adviceSince(situation, since)
  return {
    why: [
      ...(tension ? [`It has been stiff between you and ${who} since ${dayOf(situation, tension.since)}.`] : []),
      ...(letter
        ? [`You wrote to ${who} on ${dayOf(situation, letter.at)}. What you meant kindly may not have read so.`]
        : []),
      ...whyNow(situation, advice.length > 0),
    ],
    before: [
      ...advice.map(
        (given): Line => ({
          label: `${called(situation, given.from)}'s advice, ${dayOf(situation, given.at)}`,
          text: given.words
            ? `"${given.words}".`
            : 'you spoke, and noted nothing. Go over it in your head before you dial.',
        }),
      ),
      ...(tension ? seenAndAssumed(situation, tension) : []),
      ...earlierFeedback(situation),
    ],
    say: [
      {
        label: `When ${who} picks up`,
        text: `${who}, it's ${me}. Have you five minutes for something that isn't a candidate? It feels to me as if we've drifted since we started, and I think some of that is my doing. If I got in your way, or made your job harder, I'd like to hear how. You can be as open with me as you like.`,
      },
      {
        label: 'Then listen. If it was you',
        text: `I see, and I'm sorry. How would you like me to do it from here on?`,
      },
      {
        label: 'If it was never you',
        text: `Thank you for saying so; I'd made up quite a story. What would make me easy for you to work with?`,
      },
      {
        label: voicemailLabel(situation),
        text: `${who}, it's ${me}. I'd like five minutes with you, and I'm not ringing about a candidate. I want to ask how I can be better to work with. You'd be doing me a kindness.${numberAgain(situation)}`,
      },
    ],
    leaveOut: [
      ...(advice.length > 0
        ? [
            `what ${list([...new Set(advice.map(given => called(situation, given.from)))])} told you, and that you asked`,
          ]
        : []),
      'explaining yourself before they have finished',
      'candidates and the search',
      'what you assumed',
    ],
    notInWriting: letter
      ? `You have written once. Another message would be read in the mood the first one left; a voice can change the mood.`
      : `In writing ${who} would supply the tone, and today it would be the wrong one.`,
  }
}

const whyNow = (situation: Situation, advised: boolean): readonly string[] => {
  if (advised) return [`You know more now than you did. Use it while it is fresh.`]
  if (situation.engagement.access === 'through-hr-only')
    return [`Everything here runs through HR, so it goes straight to ${name(situation)}.`]
  const others = situation.engagement.contacts.some(contact => contact.role === 'hiring-manager' && !contact.left)
  return others ? [] : ['There is no hiring manager to ask first.']
}

/** The last message we wrote to this contact since a day. */
const writtenSince = (situation: Situation, since: string): EventOf<'TouchpointLogged'> | undefined =>
  factsOf(situation.engagement, 'TouchpointLogged').findLast(
    fact =>
      fact.direction === 'outbound' &&
      WRITTEN.has(fact.channel) &&
      fact.contact === situation.contact?.id &&
      fact.at >= since &&
      (since !== '' || becauseOf(situation.task, situation.engagement).includes(fact)),
  )
