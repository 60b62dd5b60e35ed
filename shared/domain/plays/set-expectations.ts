import { becauseOf, conversations, dayOf, factsOf, name, recruiterName } from './facts.ts'
import { both, letGo, logged, noAnswer, notToday, spoke } from './outcomes.ts'
import type { Play, PlayOutcome, Situation } from './play.ts'
import { spokenDuration } from './words.ts'

const spokeAboutIt = logged('set-expectations', 'call', 'reached')

/** What was agreed, in the recruiter's words and as a span; nothing where they gave neither. */
const agreed: PlayOutcome['commands'] = (task, _engagement, said) => {
  if (!task.contact || !(said?.words || said?.replyWithin)) return []
  const { words, replyWithin } = said
  const text = words ?? `answers within ${spokenDuration(replyWithin ?? '')}`
  return [
    {
      command: 'SetExpectation',
      topic: 'reply time',
      text,
      contact: task.contact,
      ...(replyWithin ? { replyWithin } : {}),
    },
  ]
}

/** How the two sides will work, agreed while both are willing: the silence that is prevented needs no call. */
export const setExpectations: Play = {
  name: 'set-expectations',
  title: 'Set expectations',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'meeting', 'video'],
  sheet: situation => {
    const who = name(situation)
    return {
      why: [...occasion(situation), agreedSoFar(situation)],
      before: [
        {
          label: 'What it is for',
          text: `without a process of yours you work to theirs, and find out what it is by waiting. A slow answer agreed beforehand is no silence.`,
        },
      ],
      say: [
        {
          label: `Start`,
          text: `${who}, it's ${recruiterName(situation)}. Before I put people on this, may I ask how you like to work? I'll tell you how I do, and we'll meet somewhere sensible.`,
        },
        { label: 'How soon', text: `When I send you something, how soon is it fair to expect a word from you?` },
        { label: 'How', text: `What reaches you best: phone, email or text? And when should I leave you alone?` },
        { label: 'Who decides', text: `Who has the last word on this hire, and who else has to be happy with it?` },
        {
          label: 'After the résumés',
          text: `Once résumés are with you, what happens on your side, step by step? Who reads them, and by when do I hear yes or no?`,
        },
        {
          label: 'Close',
          text: `And if it ever goes quiet, on your side or on mine, what should the other one do?`,
        },
      ],
      leaveOut: ['candidates', 'the fee', 'how others have kept you waiting'],
    }
  },
  outcomes: [
    { word: 'done', label: 'Agreed', asks: 'reply-within', commands: both(spokeAboutIt, agreed) },
    { ...spoke('set-expectations'), label: 'We spoke, nothing agreed' },
    noAnswer('set-expectations'),
    notToday,
    letGo,
  ],
}

/** What the talk starts from: one that came back may have agreed on something before. */
const agreedSoFar = (situation: Situation): string => {
  const { contact, engagement } = situation
  const last = factsOf(engagement, 'ExpectationSet').findLast(fact => !fact.contact || fact.contact === contact?.id)
  if (!last) return `Nothing is agreed yet about how soon ${name(situation)} answers.`
  const what = last.replyWithin ? `an answer within ${spokenDuration(last.replyWithin)}` : 'how you work together'
  return `On ${dayOf(situation, last.at)} you agreed on ${what}. Ask whether that still holds.`
}

const occasion = (situation: Situation): readonly string[] => {
  const who = name(situation)
  const because = becauseOf(situation.task, situation.engagement).at(-1)
  const first = conversations(situation, situation.contact?.id)[0]
  if (because?.type === 'TensionResolved')
    return [`The air with ${who} is clear since ${dayOf(situation, because.at)}. This keeps it so.`]
  if (because?.type === 'CameBack') return [`${who} is back. This is how the next silence is kept short.`]
  if (!first) return []
  return [`You and ${who} first spoke on ${dayOf(situation, first.at)}.`]
}
