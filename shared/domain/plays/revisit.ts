import type { Reason } from '../vocabulary.ts'
import { dayOf, factsOf, name, numberAgain, recruiterName, voicemailLabel } from './facts.ts'
import { letGo, noAnswer, notToday, rest, spoke, voicemail } from './outcomes.ts'
import type { Play, Situation } from './play.ts'
import { quotable } from './words.ts'

/** The day that was left open when the account was paused or closed: a call that keeps a promise. */
export const revisit: Play = {
  name: 'revisit',
  title: 'Revisit',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'voicemail'],
  sheet: situation => {
    const who = name(situation)
    const me = recruiterName(situation)
    const pause = parting(situation)
    const story = STORY[pause?.reason ?? 'other']
    const then = pause ? `When we spoke around ${dayOf(situation, pause.at)}` : 'When we last spoke'
    const reminder = `${then} ${story.theirs}.`
    return {
      why: [
        ...(pause ? [`${pause.closed ? 'Closed' : 'Paused'} on ${dayOf(situation, pause.at)}${story.ours}.`] : []),
        ...(pause?.why ? [`As noted then: "${pause.why}".`] : []),
        'This is the day it was left for. A promise kept is a reason to ring.',
      ],
      before: [],
      say: [
        {
          label: `When ${who} picks up`,
          text: `${who}, it's ${me}. ${reminder} I've left you in peace until today. ${story.ask}`,
        },
        { label: 'If there is something to do', text: `I'm glad. What would you like done differently this time?` },
        { label: 'If there is not', text: `Then I'll leave it with you. When would it be right for me to ring again?` },
        {
          label: voicemailLabel(situation),
          text: `${who}, it's ${me}. ${reminder} I said I'd ring around now, and I'd enjoy hearing how things are with you, whichever way they went.${numberAgain(situation)}`,
        },
      ],
      leaveOut: ['anything left unsigned', 'how long it has been', 'a candidate as the excuse to ring'],
    }
  },
  outcomes: [spoke('revisit'), voicemail('revisit'), noAnswer('revisit'), notToday, letGo, rest],
}

type Story = { readonly theirs: string; readonly ours: string; readonly ask: string }

const STORY: Readonly<Record<Reason, Story>> = {
  'opening-frozen': {
    theirs: 'the opening was on hold',
    ours: ': the opening was frozen',
    ask: 'How are things with you, and what has moved since?',
  },
  'recruiters-not-allowed': {
    theirs: 'agencies were off the table',
    ours: ': agencies were ruled out',
    ask: 'Is that still the rule, and are you happy with it?',
  },
  'candidate-identified': {
    theirs: 'you had found somebody',
    ours: ': they had found somebody',
    ask: 'How is it turning out? And what comes next on your list?',
  },
  flooded: {
    theirs: 'you had more than enough on your plate',
    ours: ': they were swamped',
    ask: 'Has it eased? And what would help?',
  },
  'our-mistake': {
    theirs: 'you told me frankly what I had got wrong',
    ours: ': something of ours had gone wrong',
    ask: `I've changed it since. May I tell you how, and hear what you think?`,
  },
  other: {
    theirs: 'we left it there for a while',
    ours: '',
    ask: 'How are things with you, and what has changed since?',
  },
}

type Parting = {
  readonly at: string
  readonly closed: boolean
  readonly why: string | undefined
  readonly reason: Reason | undefined
}

/** What was said when it was paused or closed: the reason, the words, the day. */
const parting = ({ engagement }: Situation): Parting | undefined => {
  const end = [...factsOf(engagement, 'EngagementPaused'), ...factsOf(engagement, 'EngagementClosed')]
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1)
  if (!end) return undefined
  const reason = factsOf(engagement, 'ReasonLearned').findLast(learned => Date.parse(learned.at) <= Date.parse(end.at))
  return { at: end.at, closed: end.type === 'EngagementClosed', why: quotable(end.why), reason: reason?.reason }
}
