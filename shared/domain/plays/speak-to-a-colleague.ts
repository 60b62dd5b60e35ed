import type { Colleague, Matter } from '../silence/around.ts'
import type { PlayName } from '../silence/assessment.ts'
import { dayOf, name, quietFor } from './facts.ts'
import { notToday, settled } from './outcomes.ts'
import type { Play, Situation } from './play.ts'
import { firstName, oneLine } from './words.ts'

/** Two of one firm are with the same person: who came later hears from the other first, and the client from one of them. */
export const speakToAColleague: Play = {
  name: 'speak-to-a-colleague',
  title: 'Speak to a colleague first',
  for: 'recruiter',
  shape: 'task',
  channels: [],
  sheet: situation => {
    const who = name(situation)
    const [first, ...others] = underWay(situation)
    const colleague = first ? firstName(oneLine(first.colleague.name)) : 'your colleague'
    return {
      why: [
        ...(first
          ? [first, ...others].map(each => whatIsOpen(situation, each))
          : [`A colleague had something under way with ${who} before you.`]),
        ...quietFor(situation),
      ],
      before: [
        {
          label: 'What you are after',
          text: `one voice. Two of one firm ringing ${who} in one week undo what either is trying.`,
        },
        {
          label: 'Afterwards',
          text: `done, and your own task comes back with the next mail; let go, and ${who} is left to ${colleague} until that is over.`,
        },
      ],
      say: [
        {
          label: `To ${colleague}`,
          text: `${first ? `${colleague}, you` : 'You'} and I are both with ${who} at ${oneLine(situation.engagement.client)}. Before I ring, tell me how it stands with you. What have you heard, and which of us goes next?`,
        },
      ],
      leaveOut: ['whose account it was first', `a word to ${who} before the two of you have spoken`],
      ...(first?.colleague.phone
        ? { dial: { number: first.colleague.phone, from: `${colleague}, your colleague` } }
        : {}),
    }
  },
  outcomes: [
    { word: 'done', label: 'We spoke, and I go ahead', commands: settled('done'), bare: true },
    notToday,
    { word: 'let-go', label: 'Leave it to them', commands: settled('let-go') },
  ],
}

type UnderWay = { readonly colleague: Colleague; readonly matter: Matter }

/** What colleagues have under way with the task's contact, the oldest first. */
const underWay = ({ assessment, task }: Situation): readonly UnderWay[] =>
  assessment.colleagues
    .flatMap(colleague => colleague.matters.map((matter): UnderWay => ({ colleague, matter })))
    .filter(({ matter }) => matter.contact === task.contact)
    .toSorted((a, b) => Date.parse(a.matter.since) - Date.parse(b.matter.since))

const whatIsOpen = (situation: Situation, { colleague, matter }: UnderWay): string => {
  const who = name(situation)
  const day = dayOf(situation, matter.since)
  const theirs = oneLine(colleague.name)
  if (!matter.isOpen) return `${theirs} owned the dropped ball to ${who} on ${day}.`
  return `${theirs} has had this open since ${day}: ${TO_DO[matter.play as PlayName]?.(who) ?? `a task with ${who}`}.`
}

const TO_DO: Partial<Record<PlayName, (who: string) => string>> = {
  'report-the-meeting': who => `to say what became of a meeting with ${who}`,
  'ask-the-hiring-manager': who => `to ask ${who} for advice about a tension there`,
  'clear-the-air': who => `to clear the air with ${who}`,
  'own-the-dropped-ball': who => `to own the dropped ball to ${who}`,
  'go-through-the-introducer': who => `to ask ${who} about somebody who has gone quiet`,
  'call-and-write': who => `to call ${who}, then write`,
  'answer-them': who => `to answer ${who}`,
  'participate-or-disengage': who => `to decide whether to stay in with ${who}`,
  revisit: who => `to come back to ${who}`,
  'set-expectations': who => `to agree with ${who} how they work together`,
}
