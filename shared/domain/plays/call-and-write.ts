import { nthWorkingDayAfter } from '../calendar/days.ts'
import type { Milestone } from '../vocabulary.ts'
import {
  becauseOf,
  conversations,
  dateOf,
  dayOf,
  factsOf,
  lastFromThem,
  lastMissed,
  lastWord,
  name,
  numberAgain,
  quietFor,
  recruiterName,
  signature,
  voicemailLabel,
} from './facts.ts'
import { both, letGo, logged, noAnswer, notToday, rest, spoke, voicemail, wrote } from './outcomes.ts'
import type { CallSheet, Line, Play, Situation } from './play.ts'
import { quotable, weekdayAndDate } from './words.ts'

/** The first thing to do about a lapsed window or a missed meeting: a call, and a line in writing the same day. */
export const callAndWrite: Play = {
  name: 'call-and-write',
  title: 'Call, then write',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'voicemail', 'email', 'text', 'social'],
  sheet: situation => sheet(situation, occasionOf(situation)),
  outcomes: [
    spoke('call-and-write'),
    {
      word: 'called-and-wrote',
      label: 'Left a message and wrote',
      commands: both(logged('call-and-write', 'voicemail', 'left-message'), logged('call-and-write', 'email', 'sent')),
    },
    { ...voicemail('call-and-write'), label: 'Left a message only' },
    { ...wrote('call-and-write'), label: 'Wrote only' },
    noAnswer('call-and-write'),
    notToday,
    letGo,
    rest,
  ],
}

/** Why this call is made, and how it opens: in speech, with what question, and in the written message. */
type Occasion = {
  readonly why: readonly string[]
  readonly before?: readonly Line[]
  readonly open: string
  readonly ask: string
  readonly subject: string
  readonly write: string
  readonly leaveOut: readonly string[]
}

const sheet = (situation: Situation, occasion: Occasion): CallSheet => {
  const who = name(situation)
  const me = recruiterName(situation)
  const { today, calendar } = situation
  const first = nthWorkingDayAfter(calendar, today, 1)
  const second = nthWorkingDayAfter(calendar, today, 2)
  return {
    why: [...occasion.why, ...quietFor(situation)],
    before: occasion.before ?? [],
    say: [
      { label: `When ${who} picks up`, text: `${who}, it's ${me}. ${occasion.open} ${occasion.ask}` },
      {
        label: voicemailLabel(situation),
        text: `${who}, it's ${me}. ${occasion.open} I'll send you a line as well, so you can answer whichever way is easier.${numberAgain(situation)}`,
      },
    ],
    write: {
      subject: occasion.subject,
      body: [
        `${who},`,
        occasion.write,
        `I rang you just now. If you would rather talk, I can do ${weekdayAndDate(first, today)} or ${weekdayAndDate(second, today)}, at the hour you like.`,
        signature(situation),
      ].join('\n\n'),
    },
    leaveOut: occasion.leaveOut,
  }
}

const occasionOf = (situation: Situation): Occasion => {
  const missed = lastMissed(situation)
  if (missed) {
    const who = name(situation)
    return {
      why: [
        `${who} missed your ${missed.time} ${missed.noun} on ${missed.day}.`,
        'Most missed calls are a crowded day and nothing more. Make it easy to come back.',
      ],
      open: `We were going to speak at ${missed.time} on ${missed.day}, and it wasn't to be. No harm done; it happens to me too.`,
      write: `We were going to speak at ${missed.time} on ${missed.day}, and it wasn't to be. No harm done; it happens to me too. Tell me what suits you now, and I'll be there.`,
      ask: 'Is this a good moment, or shall we choose another?',
      subject: `Our ${missed.noun} on ${missed.day}`,
      leaveOut: ['disappointment', 'the paperwork', 'who else was on the line'],
    }
  }
  return (
    ours(situation) ?? stepPassed(situation) ?? nothingOut(situation) ?? neverAnswered(situation) ?? lapsed(situation)
  )
}

/** The ball has lain with us: their word, or a promise of ours. */
const ours = (situation: Situation): Occasion | undefined => {
  const last = lastFromThem(situation)
  if (situation.assessment.ball !== 'ours' || !last) return undefined
  const promise = becauseOf(situation.task, situation.engagement).findLast(fact => fact.type === 'NextStepAgreed')
  const words = promise?.type === 'NextStepAgreed' ? quotable(promise.what, 160) : undefined
  return {
    why: [`${lastWord(situation)} The next word is yours.`, ...(words ? [`You promised: "${words}".`] : [])],
    open: `You've waited for me since ${dayOf(situation, last.at)}, and that is too long. I'm sorry.`,
    ask: `Let me tell you where I am, and then I'd like to hear what matters most to you now.`,
    write: `You've waited for me since ${dayOf(situation, last.at)}, and that is too long. I'm sorry. I'd like to put it right this week: what matters most to you now?`,
    subject: 'I owe you a word',
    leaveOut: ['excuses', 'how full your week was'],
  }
}

/** A day was named for their next step, and it has passed without a word. */
const stepPassed = (situation: Situation): Occasion | undefined => {
  const step = factsOf(situation.engagement, 'NextStepAgreed').findLast(agreed => agreed.who === 'client')
  const last = lastFromThem(situation)
  if (!step || step.due >= situation.today || (last && dateOf(situation, last.at) >= step.due)) return undefined
  const day = weekdayAndDate(step.due, situation.today)
  const words = quotable(step.what, 160)
  const open = `We had named ${day} for the next step, and I'd like to make it easier for you.`
  const ask = 'What stands in its way, and which part of it can I take off your desk?'
  return {
    why: [`Agreed for ${day}${words ? `: "${words}"` : ''}. The day has passed.`],
    open,
    ask,
    subject: `What we planned for ${day}`,
    write: `${open} ${ask}`,
    leaveOut: ['that the day has passed', 'reproach of any sort'],
  }
}

/** It is open, and nothing went out since. */
const nothingOut = (situation: Situation): Occasion | undefined => {
  if (situation.assessment.ball !== null) return undefined
  const begun = becauseOf(situation.task, situation.engagement).at(-1)
  const opening = quotable(situation.engagement.openings.at(-1), 80)
  return {
    why: [
      `${opening ? `"${opening}" has been open` : 'The account has been open'} since ${dayOf(situation, begun?.at ?? situation.engagement.openedAt)}, and nothing has gone out from you.`,
    ],
    open: `I've been thinking about what you need, and I'd like to look in the right places before I look at all.`,
    ask: `What would the person you hire have done by the end of the first year?`,
    subject: 'Before I begin',
    write: `I've been thinking about what you need, and I'd like to look in the right places before I look at all. One question to start with: what would the person you hire have done by the end of the first year?`,
    leaveOut: ['your fee', 'your other clients'],
  }
}

const neverAnswered = (situation: Situation): Occasion | undefined => {
  if (lastFromThem(situation)) return undefined
  const first = factsOf(situation.engagement, 'TouchpointLogged')[0]
  return {
    why: [
      ...(first ? [`You first tried ${name(situation)} on ${dayOf(situation, first.at)}.`] : []),
      'A stranger is owed one second try. After it, let them be.',
    ],
    open: `You don't know me yet, and I'd sooner you heard a voice than read another email.`,
    ask: `Have you two minutes? If there's nothing in it for you, say so, and I'll wish you a good day.`,
    subject: 'Two minutes, and then I leave you be',
    write: `You don't know me yet. Two minutes would tell us both whether there is anything in this for you. If there isn't, one word back is enough, and I'll leave you be.`,
    leaveOut: ['that you have written before', 'a list of what you do'],
  }
}

/** Their window has lapsed; what went out last says what the talk may be about. */
const lapsed = (situation: Situation): Occasion => {
  const sent = factsOf(situation.engagement, 'MilestoneReached').findLast(fact => OPENERS[fact.milestone])
  const opener = (sent && OPENERS[sent.milestone]) ?? PLAIN
  return {
    why: [
      ...[lastWord(situation) ?? []].flat(),
      ...(sent && opener.since ? [`${opener.since} ${dayOf(situation, sent.at)}.`] : []),
    ],
    before: [...lastTime(situation), ...(opener.ready ? [{ label: 'Have ready', text: opener.ready }] : [])],
    open: opener.open,
    ask: opener.ask,
    subject: opener.subject,
    write: `${opener.open} ${opener.ask}`,
    leaveOut: ['asking whether they have had time', 'asking where things stand', 'how long it has been'],
  }
}

/** What the last talk with them was about, in the words it was noted in. */
const lastTime = (situation: Situation): readonly Line[] => {
  const talk = conversations(situation, situation.contact?.id).at(-1)
  const words = talk && 'summary' in talk ? quotable(talk.summary) : undefined
  return talk && words ? [{ label: `Your talk on ${dayOf(situation, talk.at)}`, text: `"${words}".` }] : []
}

type Opener = {
  readonly since?: string
  readonly ready?: string
  readonly open: string
  readonly ask: string
  readonly subject: string
}

const OPENERS: Partial<Record<Milestone, Opener>> = {
  'agreement-sent': {
    since: 'The agreement went out on',
    open: `If anything in the agreement sits badly with you, I'd rather change it than have it stand between us.`,
    ask: 'Which line would you strike out first?',
    subject: 'The agreement: what would you change?',
  },
  'candidates-sent': {
    since: 'You sent candidates on',
    open: `I'd like your eye on the people I sent. A no with a reason helps me more than a polite maybe.`,
    ask: 'What did you see that I missed?',
    subject: 'What did I miss?',
  },
  interviewing: {
    since: 'Interviews began on',
    open: `I'd like to hear how the interviews felt from your chair, while it's fresh.`,
    ask: 'What did you like, and what gave you pause?',
    subject: 'From your chair',
  },
  'offer-out': {
    since: 'The offer went out on',
    open: `Between an offer and a first day a good deal can go wrong, and I'd like us to see it coming.`,
    ask: 'What worries you most about it?',
    subject: 'Between the offer and the first day',
  },
}

const PLAIN: Opener = {
  ready: 'one thing of use to them: a salary you heard, a name in the market, a thought on the job itself.',
  open: `I've thought over what you told me, and I have one idea I'd like to try on you.`,
  ask: 'May I have three minutes, and your honest opinion of it?',
  subject: 'One idea, three minutes',
}
