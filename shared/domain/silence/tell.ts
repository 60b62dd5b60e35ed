import { localDate } from '../calendar/days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { EventOf, Fact } from '../engagement/events.ts'
import type { Engagement } from '../engagement/state.ts'
import { type Policy, policyFor } from '../policy.ts'
import { OUR_MILESTONES } from '../vocabulary.ts'
import { inOrder, isAttempt, millis, type Touch, touchOf } from './chronicle.ts'
import type { Lookout } from './lookout.ts'
import { type MeetingStory, meetingStories } from './meetings.ts'
import type { Step, Story } from './story.ts'
import {
  beginParticipation,
  beginSilence,
  conversation,
  endSilence,
  hearFromThem,
  owe,
  rest,
  settleDown,
  tellTouch,
  whoSpokeLast,
} from './turns.ts'
import { lapseDate } from './window.ts'

/** Tells the facts in the order in which they happened, and the ends of meetings among them. */

export const tellStory = (
  engagement: Engagement,
  policy: Policy,
  calendar: WorkingCalendar,
  lookout: Lookout,
): Story => {
  const facts = inOrder(engagement, lookout)
  const meetings = meetingStories(facts, calendar, lookout)
  const story: Story = {
    engagement,
    policy: policyFor(policy, engagement),
    calendar,
    lookout,
    facts,
    touches: facts.filter(fact => fact.type === 'TouchpointLogged').map(touchOf),
    meetings,
    ball: null,
    owed: [],
    silence: null,
    attempts: [],
    returns: [],
    stage: null,
    ourStep: null,
    theirStep: null,
    expectations: [],
    tensions: [],
    resolved: [],
    paused: null,
    closed: null,
    rested: false,
    placedAt: null,
    lastTouch: null,
  }
  for (const moment of moments(facts, meetings, lookout)) moment(story)
  return story
}

type Moment = (story: Story) => void

/** Facts and the ends of meetings, merged by when they took effect. */
const moments = (facts: readonly Fact[], meetings: readonly MeetingStory[], lookout: Lookout): readonly Moment[] => {
  const happened = [
    ...facts.map((fact, index) => ({ at: millis(fact.at), order: index, tell: tellFact(fact) })),
    ...meetings
      .filter(meeting => meeting.outcome !== 'ahead' && lookout.passed(meeting.at))
      .map(meeting => ({ at: millis(meeting.at), order: -1, tell: tellMeeting(meeting) })),
    ...meetings
      .filter(meeting => meeting.outcome === 'ahead')
      .map(meeting => ({ at: millis(meeting.bookedAt), order: facts.length, tell: tellBooked })),
  ]
  return happened.toSorted((a, b) => a.at - b.at || a.order - b.order).map(({ tell }) => tell)
}

/** A booked meeting takes over what lay with us; it holds the ball until its end. */
const tellBooked: Moment = story => {
  story.owed = []
  if (story.ball === 'ours') story.ball = null
}

const tellMeeting =
  (meeting: MeetingStory): Moment =>
  story => {
    const position = meeting.because.at(-1) ?? 0
    const contact = meeting.contact ?? whoSpokeLast(story, meeting.contacts) ?? meeting.contacts[0] ?? null
    switch (meeting.outcome) {
      case 'held':
        return hearFromThem(story, conversation(meeting.at, position, contact))
      case 'missed-by-client':
        story.attempts = story.touches.filter(
          touch =>
            isAttempt(touch) &&
            millis(touch.at) >= millis(meeting.startsAt) &&
            millis(touch.at) < millis(meeting.endsAt),
        )
        story.owed = []
        story.ball = 'theirs'
        story.silence = {
          ...beginSilence(story, { at: meeting.at, position, contact }),
          from: 'missed-meeting',
          because: meeting.because,
        }
        return
      case 'missed-by-us':
        return owe(story, { contact, at: meeting.at, position, pressing: true })
      case 'cancelled':
        return owe(story, { contact, at: meeting.at, position, pressing: true })
      case 'unreported':
      case 'ahead':
        return
    }
  }

const tellFact =
  (fact: Fact): Moment =>
  story => {
    switch (fact.type) {
      case 'TouchpointLogged':
        return tellTouch(story, touchOf(fact))
      case 'MilestoneReached':
        return tellMilestone(story, fact)
      case 'OpeningNamed':
        story.rested = false
        story.paused = null
        return
      case 'NextStepAgreed':
        return tellStep(story, fact)
      case 'ExpectationSet':
        story.expectations = [...story.expectations, fact]
        return
      case 'TensionReported':
        story.tensions = [...story.tensions.filter(tension => tension.contact !== fact.contact), fact]
        return
      case 'TensionResolved':
        story.tensions = story.tensions.filter(tension => tension.contact !== fact.contact)
        story.resolved = [...story.resolved, fact]
        return
      case 'ParticipationDecided':
        return fact.decision === 'participate' ? beginParticipation(story, fact) : undefined
      case 'TaskSettled':
        return fact.how === 'let-go' ? tellLetGo(story, fact) : undefined
      case 'EngagementPaused':
        settleDown(story)
        story.paused = {
          until: fact.until,
          contact: fact.contact ?? whoSpokeLast(story) ?? null,
          position: fact.position,
        }
        return
      case 'EngagementResumed':
        story.closed = null
        // Resumed is as if its day had come: the revisit is due, so that nothing is forgotten.
        if (story.paused) story.paused = { ...story.paused, until: localDate(story.calendar, fact.at) }
        return
      case 'EngagementClosed':
        settleDown(story)
        story.closed = { revisitOn: fact.revisitOn ?? null, at: fact.at, position: fact.position }
        return
      case 'EngagementRested':
        settleDown(story)
        story.rested = true
        return
      case 'ContactLeft':
      case 'ContactOptedOut':
      case 'ContactRetracted':
        story.attempts = story.attempts.filter(attempt => attempt.contact !== fact.contact)
        return
      case 'EngagementOpened':
      case 'ClientNamed':
      case 'ClientAliased':
      case 'EngagementRetracted':
      case 'EngagementMerged':
      case 'MergeRetracted':
      case 'ContactAdded':
      case 'ContactChanged':
      case 'FactRetracted':
      case 'TouchpointConfirmed':
      case 'TouchpointRetracted':
      case 'MeetingBooked':
      case 'MeetingHeld':
      case 'MeetingMissed':
      case 'MeetingCancelled':
      case 'ReminderNoted':
      case 'ReasonLearned':
      case 'FeedbackReceived':
      case 'ContactAway':
      case 'EngagementHandedOver':
      case 'EngagementTakenOver':
      case 'PolicyOverridden':
      case 'AccessLimited':
      case 'TaskRaised':
      case 'TaskPutOff':
      case 'TaskReopened':
      case 'WentQuiet':
      case 'WentDark':
      case 'CameBack':
        return
    }
  }

const tellMilestone = (story: Story, fact: Fact & EventOf<'MilestoneReached'>): void => {
  story.lastTouch = fact
  if (fact.milestone === 'placed') {
    settleDown(story)
    story.stage = null
    story.placedAt = fact.at
    story.paused = null
    return
  }
  story.stage = fact.milestone
  if (!OUR_MILESTONES.has(fact.milestone)) {
    story.rested = false
    story.paused = null
    story.theirStep = null
    endSilence(story, fact.at, fact.position)
    const contact = fact.contact ?? story.owed.at(-1)?.contact ?? whoSpokeLast(story) ?? null
    // Who introduced somebody has handed over: the one introduced is waiting, not the introducer.
    if (fact.milestone === 'introduced') story.owed = story.owed.filter(owed => millis(owed.at) !== millis(fact.at))
    owe(story, { contact, at: fact.at, position: fact.position, pressing: false })
    return
  }
  if (story.paused || story.closed) return
  story.owed = []
  story.ourStep = null
  story.ball = 'theirs'
  const { silence } = story
  if (!silence) story.silence = beginSilence(story, fact)
  // What we owed and sent counts anew, unless the window had lapsed before: it lapses once.
  else if (localDate(story.calendar, fact.at) < lapseDate(story, silence))
    story.silence = { ...silence, windowFrom: fact.at, because: [...silence.because, fact.position] }
}

const tellStep = (story: Story, fact: Step): void => {
  if (story.paused || story.closed) return
  if (fact.who === 'client') {
    story.theirStep = fact
    if (story.ourStep) return
    story.owed = []
    story.ball = 'theirs'
    story.silence ??= beginSilence(story, fact)
    return
  }
  story.ourStep = fact
  story.silence = null
  const contact = fact.contact ?? story.owed.at(-1)?.contact ?? whoSpokeLast(story) ?? null
  story.owed = [{ contact, at: fact.at, position: fact.position, pressing: false }]
  story.ball = 'ours'
}

/** Letting a task go counts as the attempt that it asked for; letting a decision or a revisit go lets it rest. */
const tellLetGo = (story: Story, fact: Fact & EventOf<'TaskSettled'>): void => {
  const task = story.engagement.tasks.find(candidate => candidate.id === fact.task)
  if (!task || story.paused || story.closed) {
    if (task?.play === 'revisit') rest(story)
    return
  }
  const contact = task.contact ?? story.silence?.contact ?? null
  const attempt = (channel: Touch['channel']): Touch => ({
    kind: 'left',
    at: fact.at,
    position: fact.position,
    contact,
    channel,
    outcome: channel === 'email' ? 'sent' : 'left-message',
    play: task.play,
    summary: '',
    inbound: false,
  })
  switch (task.play) {
    case 'participate-or-disengage':
      return beginParticipation(story, fact)
    case 'revisit':
      return rest(story)
    case 'call-and-write':
      if (!story.silence) return tellTouch(story, attempt('voicemail'))
      story.attempts = [...story.attempts, attempt('voicemail'), attempt('email')]
      return
    case 'answer-them':
      return tellTouch(story, attempt('call'))
    case 'own-the-dropped-ball':
    case 'go-through-the-introducer':
    case 'ask-the-hiring-manager':
    case 'clear-the-air':
      story.attempts = [...story.attempts, attempt('voicemail')]
      return
  }
}
