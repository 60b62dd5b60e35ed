import { dueAfterDays, firstDigestFrom, nthWorkingDayAfter, workingDayOnOrAfter } from '../../calendar/days.ts'
import { counted, fromThem, isWritten, millis, type Touch } from '../chronicle.ts'
import { isLive } from '../live.ts'
import type { Story } from '../story.ts'
import { lapseDate } from '../window.ts'
import { dueOn, isTense, later, mainContact, meetingAhead, type Rule } from './rule.ts'
import { followUps } from './tries.ts'

/** Their silence: the window they were given, and the call and the written message after it. */

/** A window has lapsed, or a meeting was missed: a call and a written message are due. */
export const windowLapsed: Rule = story => {
  const { silence } = story
  if (!silence || silence.from === 'participation' || meetingAhead(story) || !isLive(story)) return []
  const contact = silence.contact ?? mainContact(story)
  if (isTense(story, contact) || stillToTry(story).length === 0) return []
  return dueOn(story, 'call-and-write', contact, lapseDate(story, silence), [
    ...silence.because,
    ...followUps(story).map(touch => touch.position),
  ])
}

/** Which of the two, voice and writing, has not been tried since the window lapsed and is not worn out. */
const stillToTry = (story: Story): readonly ('voice' | 'written')[] => {
  if (
    story.attempts.some(
      attempt => attempt.play === 'own-the-dropped-ball' && attempt.contact === story.silence?.contact,
    )
  )
    return []
  const since = followUps(story)
  return (['voice', 'written'] as const).filter(medium => !counted(since).some(by(medium)) && !wornOut(story, medium))
}

const by = (medium: 'voice' | 'written') => (touch: Touch) => isWritten(touch) === (medium === 'written')

const wornOut = (story: Story, medium: 'voice' | 'written'): boolean =>
  counted(story.attempts.filter(attempt => attempt.contact === story.silence?.contact && by(medium)(attempt))).length >=
  story.policy.attemptsPerApproach

/** A first contact that was never answered gets one more try, then rest. */
export const firstContact: Rule = story => {
  const { silence, policy, calendar } = story
  if (silence?.from !== 'touch' || isLive(story) || story.rested) return []
  if (story.touches.some(fromThem) || story.attempts.length > 1) return []
  return dueOn(
    story,
    'call-and-write',
    silence.contact,
    dueAfterDays(calendar, silence.since, policy.firstContactDays),
    [...silence.because],
  )
}

/** Live, and nothing went out: since it was opened, or since the opening was named. */
export const nothingOutbound: Rule = story => {
  if (story.ball !== null || meetingAhead(story) || !isLive(story)) return []
  const contact = mainContact(story)
  if (isTense(story, contact)) return []
  const opening = story.facts.findLast(fact => fact.type === 'OpeningNamed')
  const opened = story.facts[0]
  const begun = opening ?? opened
  if (!begun) return []
  const since = [opened?.at, opening?.at, story.lastTouch?.at, ...story.resolved.map(({ at }) => at)]
    .filter(at => at !== undefined)
    .reduce(later)
  return dueOn(story, 'call-and-write', contact, dueAfterDays(story.calendar, since, story.policy.openedDays), [
    begun.position,
  ])
}

/** Their message, milestone or our promise lies with us; after the longer window it takes a call and a message. */
export const ourTurn: Rule = story => {
  const { calendar, policy, ourStep } = story
  if (story.ball !== 'ours' || !isLive(story)) return []
  const first = story.owed[0]
  if (!first) return []
  const stepDay = ourStep ? workingDayOnOrAfter(calendar, ourStep.due) : null
  const away = stepDay
    ? nthWorkingDayAfter(calendar, stepDay, policy.backedAwayDays)
    : dueAfterDays(calendar, first.at, policy.backedAwayDays)
  const latest = new Map(story.owed.map(owed => [owed.contact ?? mainContact(story), owed]))
  return [...latest].flatMap(([contact, owed]) => {
    if (isTense(story, contact)) return []
    const oldest = story.owed.find(other => (other.contact ?? mainContact(story)) === contact) ?? owed
    const because = story.owed.map(({ position }) => position)
    const backedAway = dueOn(story, 'call-and-write', contact, away, because)
    if (backedAway.length > 0) return backedAway
    const due =
      stepDay ??
      (owed.pressing ? firstDigestFrom(calendar, owed.at) : dueAfterDays(calendar, oldest.at, policy.ourTurnDays))
    return dueOn(story, 'answer-them', contact, due, because)
  })
}

/** A meeting is over and nothing was heard of it: what became of it? */
export const meetingOver: Rule = story =>
  story.meetings
    .filter(meeting => meeting.outcome === 'unreported')
    .toSorted((a, b) => millis(a.endsAt) - millis(b.endsAt))
    .slice(0, 1)
    .flatMap(meeting =>
      dueOn(
        story,
        'report-the-meeting',
        meeting.contacts.find(contact => contact === mainContact(story)) ?? meeting.contacts[0] ?? null,
        firstDigestFrom(story.calendar, meeting.endsAt),
        meeting.because,
      ),
    )
