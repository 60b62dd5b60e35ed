import type { EventOf, Fact } from '../engagement/events.ts'
import type { Contact } from '../engagement/state.ts'
import { CONVERSATIONS, type Milestone } from '../vocabulary.ts'
import {
  becauseOf,
  called,
  contactById,
  dayOf,
  meetingNoun,
  name,
  numberAgain,
  recruiterName,
  signature,
  voicemailLabel,
} from './facts.ts'
import { letGo, notToday, rest, spoke, voicemail, wrote } from './outcomes.ts'
import type { CallSheet, Play, Situation } from './play.ts'
import { capitalised, oneLine, quotable, weekdayAndDate } from './words.ts'

/** Their word lies with us: answer it while it is warm, by whatever way suits them. */
export const answerThem: Play = {
  name: 'answer-them',
  title: 'Answer them',
  for: 'contact',
  shape: 'task',
  channels: ['call', 'voicemail', 'email', 'text', 'social', 'meeting', 'video'],
  sheet: situation => {
    const because = becauseOf(situation.task, situation.engagement)
    if (because.some(fact => fact.type === 'MeetingMissed' || fact.type === 'MeetingCancelled'))
      return toArrangeAnew(situation, because)
    const introduction = because.findLast(fact => fact.type === 'MilestoneReached' && fact.milestone === 'introduced')
    if (introduction) return introduced(situation, introduction)
    return theirWord(situation, because)
  },
  outcomes: [
    spoke('answer-them'),
    voicemail('answer-them'),
    { ...wrote('answer-them'), label: 'Answered in writing' },
    notToday,
    letGo,
    rest,
  ],
}

const introduced = (situation: Situation, introduction: Fact): CallSheet => {
  const who = name(situation)
  const me = recruiterName(situation)
  const by =
    contactById(situation, situation.contact?.introducedBy) ??
    contactById(situation, 'contact' in introduction ? introduction.contact : undefined)
  const from = by && by.id !== situation.contact?.id ? oneLine(by.name) : undefined
  const opener = from
    ? `${from} thought we should meet, and I'd trust ${firstOf(situation, by)} on that.`
    : 'Thank you for being open to a talk.'
  return {
    why: [
      `${from ?? 'Someone'} introduced you to ${who} on ${dayOf(situation, introduction.at)}.`,
      'An introduction is warmest on the first morning.',
    ],
    before: [],
    say: [
      {
        label: `When ${who} picks up`,
        text: `${who}, it's ${me}. ${opener} Before I say a word about myself: what are you up against, and what would make this worth your time?`,
      },
      {
        label: voicemailLabel(situation),
        text: `${who}, it's ${me}. ${opener} I'd like fifteen minutes to hear what you are up against. I'll send you a line as well, so you can choose the time.${numberAgain(situation)}`,
      },
    ],
    write: {
      subject: from ? `${from} put us in touch` : 'Good to be in touch',
      body: letter(situation, [
        from
          ? `${from} thought the two of us should speak, and I'm glad of it.`
          : 'I am glad to be put in touch with you.',
        "I'd like fifteen minutes to hear what you are looking after and where it pinches. I'll ring you; if there's an hour that suits you best, tell me and I'll keep to it.",
      ]),
    },
    leaveOut: ['your fee', 'your candidates', 'how many clients you have'],
  }
}

const toArrangeAnew = (situation: Situation, because: readonly Fact[]): CallSheet => {
  const who = name(situation)
  const me = recruiterName(situation)
  const fact = because.findLast(
    candidate => candidate.type === 'MeetingMissed' || candidate.type === 'MeetingCancelled',
  )
  const what = meetingSpoken(situation, fact)
  const cancelled = fact?.type === 'MeetingCancelled'
  const theirs = cancelled && fact.cancelledBy === 'client'
  const happened = cancelled ? `I called off ${what}` : `I wasn't there for ${what}`
  const open = theirs
    ? `We've lost ${what}, and I'd like us to have it all the same.`
    : `${happened}. That was my doing, and I'm sorry.`
  return {
    why: [
      theirs
        ? `${capitalised(what.replace('our', 'your'))} is off, and no other day stands.`
        : `You ${cancelled ? 'called off' : 'missed'} ${what.replace('our', 'your')}.`,
      theirs
        ? 'A meeting put off without a day is soon a meeting forgotten.'
        : `${who} is waiting, and may be wondering how much this matters to you.`,
    ],
    before: [],
    say: [
      {
        label: `When ${who} picks up`,
        text: `${who}, it's ${me}. ${open} You name the hour, and I'll be there before you.`,
      },
      {
        label: voicemailLabel(situation),
        text: `${who}, it's ${me}. ${open} Give me any hour that suits you, and it's yours.${numberAgain(situation)}`,
      },
    ],
    write: {
      subject: capitalised(what),
      body: letter(situation, [open, 'Name any hour that suits you, this week or next, and I will be there.']),
    },
    leaveOut: [
      theirs ? 'whose fault it was' : 'the reason, unless they ask',
      'any other business, until the new hour stands',
    ],
  }
}

const meetingSpoken = (situation: Situation, fact: Fact | undefined): string => {
  const meeting = situation.engagement.meetings.find(booked => fact && 'meeting' in fact && booked.id === fact.meeting)
  return meeting ? `our ${meetingNoun(meeting.title)} on ${dayOf(situation, meeting.startsAt)}` : 'our call'
}

const theirWord = (situation: Situation, because: readonly Fact[]): CallSheet => {
  const who = name(situation)
  const me = recruiterName(situation)
  const { task } = situation
  const theirs = because.findLast(candidate => 'contact' in candidate && candidate.contact === task.contact)
  const deed = deedOf(situation, theirs ?? because.at(-1))
  return {
    why: [...deed.why, `It lies with you now.`],
    before: [],
    say: [
      { label: `When ${who} picks up`, text: `${who}, it's ${me}. ${deed.open} ${deed.ask}` },
      {
        label: voicemailLabel(situation),
        text: `${who}, it's ${me}. ${deed.open} I'd like to do the next part by voice. Ring me when it suits you, or send me an hour and I'll ring you.${numberAgain(situation)}`,
      },
    ],
    write: { subject: deed.subject, body: letter(situation, [`${deed.open} ${deed.ask}`]) },
    leaveOut: [`anything you can't keep`, 'a second question on top of the first'],
  }
}

/** What they did or were promised, and what to say about it. */
type Deed = { readonly why: readonly string[]; readonly open: string; readonly ask: string; readonly subject: string }

const deedOf = (situation: Situation, fact: Fact | undefined): Deed => {
  const person = fact && 'contact' in fact ? contactById(situation, fact.contact) : undefined
  const who = person ? called(situation, person) : name(situation)
  const day = dayOf(situation, fact?.at ?? situation.task.raisedAt)
  switch (fact?.type) {
    case 'MilestoneReached':
      return milestone(fact.milestone, who, day)
    case 'TouchpointLogged':
      return message(fact, who, day)
    case 'NextStepAgreed':
      return promise(fact, who, day, situation)
    default:
      return {
        why: [],
        open: `It's my turn, and I haven't forgotten you.`,
        ask: 'What matters most to you now?',
        subject: 'My turn',
      }
  }
}

const message = (fact: EventOf<'TouchpointLogged'>, who: string, day: string): Deed => {
  const words = quotable(fact.summary, 160)
  const about = words ? `: "${words}".` : '.'
  if (CONVERSATIONS.has(fact.outcome))
    return {
      why: [`You spoke with ${who} on ${day}, and the next move is yours${about}`],
      open: `Thank you for your time on ${day}.`,
      ask: `I've done what I said I would. Shall I take you through it?`,
      subject: `Our talk on ${day}`,
    }
  const call = fact.channel === 'call' || fact.channel === 'voicemail'
  return {
    why: [`${who} ${call ? 'rang' : 'wrote'} on ${day}${about}`],
    open: `Thank you for your ${call ? 'call' : 'message'} on ${day}.`,
    ask: 'I have an answer for you. Which part of it matters most to you?',
    subject: `Your ${call ? 'call' : 'message'} on ${day}`,
  }
}

const promise = (fact: EventOf<'NextStepAgreed'>, who: string, day: string, { today }: Situation): Deed => {
  const step = quotable(fact.what, 160)
  return {
    why: [`You promised ${who} for ${weekdayAndDate(fact.due, today)}${step ? `: "${step}".` : '.'}`],
    open: `On ${day} I promised you something for ${fact.due === today ? 'today' : weekdayAndDate(fact.due, today)}, and here it is.`,
    ask: 'Shall I take you through it, or would you rather look first?',
    subject: 'What I promised you',
  }
}

const milestone = (reached: Milestone, who: string, day: string): Deed => {
  switch (reached) {
    case 'fee-agreed':
      return {
        why: [`${who} agreed the fee on ${day}.`],
        open: `Thank you for settling the terms with me on ${day}.`,
        ask: 'The next step is mine. What would you like to have in your hands before we go on, and who else should see it?',
        subject: 'Our terms, and the next step',
      }
    case 'job-description-received':
      return {
        why: [`${who} sent the job description on ${day}.`],
        open: `Thank you for the job description. I've read it with care.`,
        ask: `May I ask you two things that no job description ever says: why the chair is empty, and what the last person in it did best?`,
        subject: 'Two questions about the job',
      }
    case 'agreement-signed':
      return {
        why: [`The agreement was signed on ${day}.`],
        open: `Thank you for the signed agreement. I take it as trust.`,
        ask: `Whom should I listen to first on your side, so that I look for the right person?`,
        subject: 'Signed, and what comes first',
      }
    case 'process-agreed':
      return {
        why: [`${who} agreed to your process on ${day}.`],
        open: `I'm glad we agree on how to work.`,
        ask: 'The first step is mine. Shall we set the day for it now?',
        subject: 'The first step',
      }
    case 'interviewing':
      return {
        why: [`Interviews began on ${day}.`],
        open: 'Thank you for making room for the interviews.',
        ask: 'What would you like me to find out, or to settle, before the next one?',
        subject: 'Before the next interview',
      }
    case 'offer-out':
      return {
        why: [`An offer went out on ${day}.`],
        open: `Thank you for the offer on ${day}.`,
        ask: `If a question comes back instead of a yes, how far can you go, and who decides?`,
        subject: 'The offer',
      }
    case 'introduced':
    case 'placed':
    case 'agreement-sent':
    case 'candidates-sent':
      return {
        why: [`${who} moved things on ${day}.`],
        open: `Thank you for moving this along on ${day}.`,
        ask: 'What would you like me to do first?',
        subject: 'The next step',
      }
  }
}

const letter = (situation: Situation, paragraphs: readonly string[]): string =>
  [`${name(situation)},`, ...paragraphs, signature(situation)].join('\n\n')

const firstOf = (situation: Situation, contact: Contact | undefined): string =>
  contact ? called(situation, contact) : 'them'
