import type { Fact } from '../engagement/events.ts'
import type { Contact } from '../engagement/state.ts'
import { CONVERSATIONS } from '../vocabulary.ts'
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
} from './facts.ts'
import { letGo, notToday, rest, spoke, voicemail, wrote } from './outcomes.ts'
import type { CallSheet, Play, Situation } from './play.ts'
import { capitalised, oneLine, quotable } from './words.ts'

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
        text: `${who}, it's ${me}. ${opener} Before I tell you anything about me, what made you say yes to this call? What would make it worth your time?`,
      },
      {
        label: 'Voicemail',
        text: `${who}, it's ${me}. ${opener} I'd like fifteen minutes to hear what you're up against. I'll send you a line as well, so you can choose the time.${numberAgain(situation)}`,
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
        ? `${capitalised(what)} is off, and no other day stands.`
        : `You ${cancelled ? 'called off' : 'missed'} ${what}.`,
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
        label: 'Voicemail',
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
  const fact = theirs ?? because.at(-1)
  const what = fact ? whatTheyDid(situation, fact) : undefined
  return {
    why: [...(what ? [what.forUs] : []), `It lies with you now. ${who} should hear what you will do, and by when.`],
    before: [],
    say: [
      {
        label: `When ${who} picks up`,
        text: `${who}, it's ${me}. ${what?.forThem ?? 'Thank you for your message.'} Here is what I'll do next, and you'll have it by the day I name. Does that suit you, or would you do it differently?`,
      },
      {
        label: 'Voicemail',
        text: `${who}, it's ${me}. ${what?.forThem ?? 'Thank you for your message.'} I'm on it, and I'd like two minutes to agree the next step with you.${numberAgain(situation)}`,
      },
    ],
    write: {
      subject: what?.subject ?? 'Your message',
      body: letter(situation, [
        what?.forThem ?? 'Thank you for your message.',
        "I'm on it. I'll ring you to agree the next step; if there is something you would like done first, tell me and I'll begin there.",
      ]),
    },
    leaveOut: ["anything you can't keep", 'a second question on top of the first'],
  }
}

type Deed = { readonly forUs: string; readonly forThem: string; readonly subject: string }

const whatTheyDid = (situation: Situation, fact: Fact): Deed | undefined => {
  const day = dayOf(situation, fact.at)
  const from = 'contact' in fact ? contactById(situation, fact.contact) : undefined
  const who = from ? called(situation, from) : name(situation)
  switch (fact.type) {
    case 'MilestoneReached':
      return milestone(fact.milestone, who, day)
    case 'TouchpointLogged': {
      const words = quotable(fact.summary, 160)
      const about = words ? `: "${words}".` : '.'
      if (CONVERSATIONS.has(fact.outcome))
        return {
          forUs: `You spoke with ${who} on ${day}, and the next move is yours${about}`,
          forThem: `Thank you for your time on ${day}.`,
          subject: `Our talk on ${day}`,
        }
      return {
        forUs: `${who} ${fact.channel === 'call' || fact.channel === 'voicemail' ? 'rang' : 'wrote'} on ${day}${about}`,
        forThem: `Thank you for your ${fact.channel === 'call' || fact.channel === 'voicemail' ? 'call' : 'message'} on ${day}.`,
        subject: `Your ${fact.channel === 'call' || fact.channel === 'voicemail' ? 'call' : 'message'} on ${day}`,
      }
    }
    case 'NextStepAgreed': {
      const step = quotable(fact.what, 160)
      return {
        forUs: `You promised ${who} a next step${step ? `: "${step}".` : '.'}`,
        forThem: `I owe you something from ${day}, and here it is.`,
        subject: `What I promised you`,
      }
    }
    default:
      return undefined
  }
}

const milestone = (reached: string, who: string, day: string): Deed => {
  const [ours, theirs, subject] =
    reached === 'fee-agreed'
      ? [
          `${who} agreed the fee on ${day}.`,
          `Thank you for agreeing the terms on ${day}.`,
          'Our terms, and the next step',
        ]
      : reached === 'job-description-received'
        ? [
            `${who} sent the job description on ${day}.`,
            `Thank you for the job description. I've read it.`,
            'The job description',
          ]
        : reached === 'agreement-signed'
          ? [
              `The agreement was signed on ${day}.`,
              `Thank you for the signed agreement.`,
              'The agreement, and the next step',
            ]
          : reached === 'process-agreed'
            ? [`${who} agreed to your process on ${day}.`, `I'm glad we agree on how to work.`, 'How we will work']
            : [`${who} moved things on ${day}.`, `Thank you for moving this along on ${day}.`, 'The next step']
  return { forUs: ours, forThem: theirs, subject }
}

const letter = (situation: Situation, paragraphs: readonly string[]): string =>
  [`${name(situation)},`, ...paragraphs, signature(situation)].join('\n\n')

const firstOf = (situation: Situation, contact: Contact | undefined): string =>
  contact ? called(situation, contact) : 'them'
