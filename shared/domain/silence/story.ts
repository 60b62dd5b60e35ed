import { localDate } from '../calendar/days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { EventOf, Fact } from '../engagement/events.ts'
import type { Engagement } from '../engagement/state.ts'
import type { Policy } from '../policy.ts'
import { type ContactId, type Milestone, OUR_MILESTONES } from '../vocabulary.ts'
import { fromThem, inOrder, isAttempt, millis, type Touch, touchOf } from './chronicle.ts'
import type { Lookout } from './lookout.ts'
import { type MeetingStory, meetingStories } from './meetings.ts'
import { lapseDate } from './window.ts'

/**
 * The engagement's facts told in the order in which they happened: whose ball it is, which silence runs, what was
 * tried in it. Rules read the story; they never fold facts themselves.
 */
export type Story = {
  readonly engagement: Engagement
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly lookout: Lookout
  readonly facts: readonly Fact[]
  readonly touches: readonly Touch[]
  readonly meetings: readonly MeetingStory[]
  ball: 'ours' | 'theirs' | null
  /** Messages, milestones and promises that lie with us, oldest first. */
  owed: readonly Owed[]
  /** Their silence, while the ball is theirs. */
  silence: Silence | null
  /** What we tried since they last spoke. */
  attempts: readonly Touch[]
  /** Silences of theirs that had lapsed when they ended. */
  returns: readonly Return[]
  /** The last milestone that sets a window. */
  stage: Milestone | null
  ourStep: Step | null
  theirStep: Step | null
  expectations: readonly Expectation[]
  tensions: readonly Tension[]
  resolved: readonly { readonly contact: ContactId; readonly at: string; readonly position: number }[]
  paused: { readonly until: string; readonly contact: ContactId | null; readonly position: number } | null
  closed: { readonly revisitOn: string | null; readonly at: string; readonly position: number } | null
  /** What happened since is owed; `null` while nothing ever rested. */
  rested: boolean
  /** Facts before this position in the story are not owed any more: the search was filled. */
  placedAt: string | null
  /** When each side last did anything. */
  lastTouch: { readonly at: string; readonly position: number } | null
}

export type Owed = {
  readonly contact: ContactId | null
  readonly at: string
  readonly position: number
  /** A meeting that we missed or cancelled: answered in the next digest. */
  readonly pressing: boolean
}
export type Silence = {
  readonly from: 'touch' | 'missed-meeting' | 'participation'
  readonly contact: ContactId | null
  readonly since: string
  /** What the window counts from: the silence's beginning, or what we sent last of a search. */
  readonly windowFrom: string
  readonly because: readonly number[]
}
export type Return = { readonly contact: ContactId | null; readonly at: string; readonly position: number }
export type Step = EventOf<'NextStepAgreed'> & { readonly position: number }
export type Expectation = EventOf<'ExpectationSet'> & { readonly position: number }
export type Tension = EventOf<'TensionReported'> & { readonly position: number }

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
    policy,
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

const conversation = (at: string, position: number, contact: ContactId | null): Touch => ({
  kind: 'conversation',
  at,
  position,
  contact,
  channel: 'meeting',
  outcome: 'held',
  play: 'call-and-write',
  summary: '',
  inbound: false,
})

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
        story.attempts = story.attempts.filter(attempt => attempt.contact !== fact.contact)
        return
      case 'EngagementOpened':
      case 'ClientNamed':
      case 'EngagementRetracted':
      case 'EngagementMerged':
      case 'MergeRetracted':
      case 'ContactAdded':
      case 'ContactChanged':
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

const tellTouch = (story: Story, touch: Touch): void => {
  if (story.paused && !wakesFromPause(story, touch)) return
  if (story.paused) story.paused = null
  if (story.closed) {
    if (!fromThem(touch) && !reached(story, touch.at, story.closed.revisitOn)) return
    story.closed = null
  }
  if (fromThem(touch)) return hearFromThem(story, touch)
  story.lastTouch = touch
  story.attempts = [...story.attempts, touch]
  if (touch.kind === 'no-answer') return
  story.owed = []
  story.ourStep = null
  story.ball = 'theirs'
  story.silence ??= beginSilence(story, touch)
}

/** Nothing is due while paused; their own message, or anything from the day on, ends the pause. */
const wakesFromPause = (story: Story, touch: Touch): boolean =>
  touch.kind === 'theirs' ||
  (touch.kind === 'conversation' && touch.inbound) ||
  reached(story, touch.at, story.paused?.until ?? null)

const reached = (story: Story, at: string, date: string | null): boolean =>
  date !== null && localDate(story.calendar, at) >= date

const hearFromThem = (story: Story, touch: Touch): void => {
  story.lastTouch = touch
  if (touch.kind !== 'thanks') story.rested = false
  if (touch.kind === 'thanks' && story.ball === 'ours') return
  endSilence(story, touch.at, touch.position)
  if (touch.kind === 'theirs') {
    if (fulfils(story, touch.at)) story.theirStep = null
    owe(story, { contact: touch.contact, at: touch.at, position: touch.position, pressing: false })
    return
  }
  if (touch.kind === 'conversation') {
    if (fulfils(story, touch.at)) story.theirStep = null
    story.owed = []
    // A talk on the day of our promise keeps it; one before leaves it owed.
    if (story.ourStep && reached(story, touch.at, story.ourStep.due)) story.ourStep = null
    if (story.ourStep) {
      const { at, position, contact } = story.ourStep
      return owe(story, { contact: contact ?? touch.contact, at, position, pressing: false })
    }
  }
  story.ball = 'theirs'
  story.silence = beginSilence(story, touch)
}

/** Who named a day is not chased before it: only contact on or after it settles what they promised. */
const fulfils = (story: Story, at: string): boolean => reached(story, at, story.theirStep?.due ?? null)

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

const beginParticipation = (story: Story, fact: Fact): void => {
  const contact = story.silence?.contact ?? null
  settleDown(story)
  story.ball = 'theirs'
  story.silence = { ...beginSilence(story, { at: fact.at, position: fact.position, contact }), from: 'participation' }
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

const rest = (story: Story): void => {
  settleDown(story)
  story.paused = null
  story.rested = true
}

const beginSilence = (
  story: Story,
  begun: { readonly at: string; readonly position: number; readonly contact?: ContactId | null | undefined },
): Silence => ({
  from: 'touch',
  contact: begun.contact ?? whoSpokeLast(story) ?? null,
  since: begun.at,
  windowFrom: begun.at,
  because: [begun.position],
})

const owe = (story: Story, owed: Owed): void => {
  story.ball = 'ours'
  story.silence = null
  story.owed = [...story.owed, owed]
}

const endSilence = (story: Story, at: string, position: number): void => {
  const { silence } = story
  const lapse = silence ? lapseDate(story, silence) : null
  const tense = story.tensions.some(tension => tension.contact === silence?.contact)
  // Who had never spoken has not come back.
  const known = story.touches.some(touch => fromThem(touch) && millis(touch.at) < millis(at))
  if (silence && lapse && known && !tense && localDate(story.calendar, at) >= lapse)
    story.returns = [...story.returns, { contact: silence.contact, at, position }]
  story.silence = null
  story.attempts = []
}

/** Ends silence, turn and ladder. */
const settleDown = (story: Story): void => {
  story.ball = null
  story.owed = []
  story.silence = null
  story.attempts = []
  story.ourStep = null
  story.theirStep = null
}

/** Whoever of these contacts last had any contact with us, up to this point of the story. */
const whoSpokeLast = (story: Story, among?: readonly ContactId[]): ContactId | undefined => {
  const until = story.lastTouch ? millis(story.lastTouch.at) : Number.POSITIVE_INFINITY
  const fits = (touch: Touch) =>
    touch.contact !== null && millis(touch.at) <= until && (!among || among.includes(touch.contact))
  return (
    (story.touches.findLast(touch => fits(touch) && fromThem(touch)) ?? story.touches.findLast(fits))?.contact ??
    undefined
  )
}
