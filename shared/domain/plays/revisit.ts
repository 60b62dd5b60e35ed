import type { Reason } from '../vocabulary.ts'
import { dayOf, factsOf, name, numberAgain, recruiterName } from './facts.ts'
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
    const story = pause?.reason ? STORY[pause.reason] : undefined
    const then = pause ? `When we spoke around ${dayOf(situation, pause.at)}` : 'When we last spoke'
    const reminder = story
      ? `${then} ${story.theirs}, so I left you in peace until now.`
      : `${then} I said I'd leave you in peace until now.`
    return {
      why: [
        ...(pause ? [`Put to rest on ${dayOf(situation, pause.at)}${story ? `: ${story.ours}` : ''}.`] : []),
        ...(pause?.why ? [`As noted then: "${pause.why}".`] : []),
        'You named this day. A promise kept is a reason to ring.',
      ],
      before: [],
      say: [
        {
          label: `When ${who} picks up`,
          text: `${who}, it's ${me}. ${reminder} I'd like to hear how things are with you. What has changed since?`,
        },
        { label: 'If it is open again', text: `Good. What would you do differently this time, and what should I?` },
        { label: 'If it is not', text: `Then I'll leave it with you. When would it be right for me to ring again?` },
        {
          label: 'Voicemail',
          text: `${who}, it's ${me}. ${reminder} I'd enjoy hearing how things are with you, whichever way they went.${numberAgain(situation)}`,
        },
      ],
      leaveOut: ['anything left unsigned', 'how long it has been', 'a candidate as the excuse to ring'],
    }
  },
  outcomes: [spoke('revisit'), voicemail('revisit'), noAnswer('revisit'), notToday, letGo, rest],
}

const STORY: Readonly<Record<Reason, { readonly theirs: string; readonly ours: string } | undefined>> = {
  'opening-frozen': { theirs: 'the opening was on hold', ours: 'the opening was frozen' },
  'recruiters-not-allowed': { theirs: 'agencies were off the table', ours: 'agencies were ruled out' },
  'candidate-identified': { theirs: 'you had found somebody', ours: 'they had found somebody' },
  flooded: { theirs: 'you had more than enough on your plate', ours: 'they were swamped' },
  'our-mistake': { theirs: 'you told me frankly what I had got wrong', ours: 'something of ours had gone wrong' },
  other: undefined,
}

/** What was said when it was paused or closed: the reason, the words, the day. */
const parting = (
  situation: Situation,
): { readonly at: string; readonly why: string | undefined; readonly reason: Reason | undefined } | undefined => {
  const { engagement } = situation
  const end = [...factsOf(engagement, 'EngagementPaused'), ...factsOf(engagement, 'EngagementClosed')]
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
  if (!end) return undefined
  const reason = factsOf(engagement, 'ReasonLearned').findLast(learned => learned.at <= end.recordedAt)
  return { at: end.at, why: quotable(end.why), reason: reason?.reason }
}
