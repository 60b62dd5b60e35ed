import type { Fact } from '../engagement/events.ts'
import { becauseOf, called, contactById, dayOf, factsOf, namedTries, quietFor, tries, warmth } from './facts.ts'
import { notToday } from './outcomes.ts'
import type { Play, PlayOutcome, Situation } from './play.ts'
import { list, quotable, spokenDuration, times } from './words.ts'

/** Their process, known for what it is: work within it, or step out. Both are good answers; drifting is not. */
export const participateOrDisengage: Play = {
  name: 'participate-or-disengage',
  title: 'Participate or disengage',
  for: 'recruiter',
  shape: 'task',
  channels: [],
  sheet: situation => {
    const { why, participate } = question(situation)
    return {
      why,
      before: [
        { label: 'Participate', text: participate },
        {
          label: 'Disengage',
          text: 'you close the account without hard feelings, and put the hours where they count. Name a day to come back to it, if you like.',
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

/** Why the question is asked, and what taking part would mean. */
type Question = { readonly why: readonly string[]; readonly participate: string }

const question = (situation: Situation): Question => {
  const because = becauseOf(situation.task, situation.engagement)
  for (const fact of because.toReversed()) {
    const asked = askedBy(situation, fact)
    if (asked) return asked
  }
  return ladderEnd(situation)
}

const askedBy = (situation: Situation, fact: Fact): Question | undefined => {
  const person = 'contact' in fact ? contactById(situation, fact.contact) : undefined
  const who = person ? called(situation, person) : 'They'
  const day = dayOf(situation, fact.at)
  switch (fact.type) {
    case 'ExpectationSet': {
      if (!fact.replyWithin) return undefined
      const span = spokenDuration(fact.replyWithin)
      const words = quotable(fact.text)
      return {
        why: [
          `${who} told you on ${day} to expect an answer after ${span}.`,
          ...(words ? [`As you noted it: "${words}".`] : []),
          'That is how they buy. You can work with it or leave it, but choose.',
        ],
        participate: `you work at their pace. Nothing is due here until ${span} has gone by, and a silence that long means nothing is wrong.`,
      }
    }
    case 'ReasonLearned':
      return {
        why: [
          `${who} told you on ${day} that agencies are not allowed.`,
          'A rule like that has an owner, and sometimes an exception.',
        ],
        participate: 'you stay in, and ask the hiring manager whether the rule has a door in it.',
      }
    case 'TensionReported':
      return {
        why: [
          `It has been stiff between you and ${who} since ${day}.`,
          'You rang to clear the air, and the calls have not come back.',
        ],
        participate: `you stay, and leave it to ${who} to pick the moment. Nothing is due here for now.`,
      }
    case 'ContactLeft':
      return {
        why: [`${who} has left, and the silence was with ${who}.`],
        participate: 'you stay, and find out who sits in that chair now.',
      }
    case 'ContactOptedOut':
      return {
        why: [`${who} asked to be left alone. That is kept: no call to ${who} will be suggested again.`],
        participate: 'you stay, and work with the others there.',
      }
    default:
      return undefined
  }
}

const ladderEnd = (situation: Situation): Question => {
  const all = tries(situation)
  const through = all.filter(attempt => attempt.play === 'go-through-the-introducer')
  const tried = all.filter(attempt => !through.includes(attempt))
  const introducers = [...new Set(through.map(attempt => attempt.contact))].flatMap(id => {
    const contact = contactById(situation, id)
    return contact ? [called(situation, contact)] : []
  })
  const owned = factsOf(situation.engagement, 'TouchpointLogged').some(fact => fact.play === 'own-the-dropped-ball')
  const warm = warmth(situation)
  const opening = quotable(situation.engagement.openings.at(-1), 80)
  return {
    why: [
      ...quietFor(situation),
      ...(tried.length > 0 ? [`Tried ${times(tried.length)}: ${namedTries(situation, tried)}. No answer.`] : []),
      ...(introducers.length > 0 ? [`You went through ${list(introducers)}: ${namedTries(situation, through)}.`] : []),
      ...(owned ? ['You have apologised, and the call has not come back.'] : []),
      ...(warm ? [`What speaks for staying: ${warm}.`] : []),
      ...(opening ? [`What it is about: ${opening}.`] : []),
      'There is no further call worth making. Decide, and have your head free.',
    ],
    participate:
      'you think it may still come good. Nothing is due here for now, and if it stays quiet you are asked again.',
  }
}
