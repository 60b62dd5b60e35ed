import { becauseOf, called, contactById, dayOf, factsOf, namedTries, quietFor, tries, warmth } from './facts.ts'
import { notToday } from './outcomes.ts'
import type { Play, PlayOutcome, Situation } from './play.ts'
import { quotable, spokenDuration, times } from './words.ts'

/** Their process, known for what it is: work within it, or step out. Both are good answers; drifting is not. */
export const participateOrDisengage: Play = {
  name: 'participate-or-disengage',
  title: 'Participate or disengage',
  for: 'recruiter',
  shape: 'task',
  channels: [],
  sheet: situation => {
    const pace = statedPace(situation)
    return {
      why: pace ? pace.why : ladderEnd(situation),
      before: [
        {
          label: 'Participate',
          text: pace
            ? `you work at their pace. Nothing is due here before ${pace.span} is up, and waiting that long means nothing is wrong.`
            : `you believe this can still come good. Nothing is due here for now, and if it stays quiet you are asked again.`,
        },
        {
          label: 'Disengage',
          text: `you close the account with no hard feelings and put the hours where they count. Name a day to come back to it, if you like.`,
        },
      ],
      say: [],
      leaveOut: [],
    }
  },
  outcomes: [
    { word: 'participate', label: 'Participate', commands: decide('participate') },
    { word: 'disengage', label: 'Disengage', asks: 'revisit-on', commands: decide('disengage') },
    notToday,
  ],
}

function decide(decision: 'participate' | 'disengage'): PlayOutcome['commands'] {
  return (_task, _engagement, said) => [
    {
      command: 'DecideParticipation',
      decision,
      ...(said?.words ? { detail: said.words } : {}),
      ...(said?.revisitOn ? { revisitOn: said.revisitOn } : {}),
    },
  ]
}

/** The slow process that the client stated, where that led to the question. */
const statedPace = (situation: Situation): { readonly why: readonly string[]; readonly span: string } | undefined => {
  const stated = becauseOf(situation.task, situation.engagement).findLast(fact => fact.type === 'ExpectationSet')
  if (stated?.type !== 'ExpectationSet' || !stated.replyWithin) return undefined
  const span = spokenDuration(stated.replyWithin)
  const from = contactById(situation, stated.contact)
  const words = quotable(stated.text)
  return {
    span,
    why: [
      `${from ? called(situation, from) : 'They'} told you on ${dayOf(situation, stated.at)} to expect an answer after ${span}.`,
      ...(words ? [`As you noted it: "${words}".`] : []),
      `That is their way of buying. You can take it or leave it, but choose.`,
    ],
  }
}

const ladderEnd = (situation: Situation): readonly string[] => {
  const tried = tries(situation)
  const owned = factsOf(situation.engagement, 'TouchpointLogged').some(fact => fact.play === 'own-the-dropped-ball')
  const warm = warmth(situation)
  const opening = quotable(situation.engagement.openings.at(-1), 80)
  return [
    ...quietFor(situation),
    ...(tried.length > 0 ? [`Tried ${times(tried.length)}: ${namedTries(situation, tried)}. No answer.`] : []),
    ...(owned ? ['You have apologised, and the call has not come back.'] : []),
    ...(warm ? [`On the other side of the scale: ${warm}.`] : []),
    ...(opening ? [`What it is about: ${opening}.`] : []),
    'Nothing more is worth trying from your side. Decide, and be free of it.',
  ]
}
