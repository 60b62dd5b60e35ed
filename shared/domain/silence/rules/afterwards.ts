import { digestInstant, dueAfterDays, firstDigestFrom, workingDayOnOrAfter } from '../../calendar/days.ts'
import { contactOf } from '../../engagement/state.ts'
import type { ContactId } from '../../vocabulary.ts'
import type { DuePlay } from '../assessment.ts'
import { millis } from '../chronicle.ts'
import { isLive } from '../live.ts'
import type { Return, Story } from '../story.ts'
import { lapseDate } from '../window.ts'
import { askedSince, dueOn, mainContact, meetingAhead, people, type Rule, settledSince } from './rule.ts'

/** What follows once they have spoken: expectations, the reason, who comes next; and what follows rest. */

/** No expectation set: after the first conversation, and again after a lapsed silence or a tension has ended. */
export const noExpectation: Rule = story => {
  if (!isLive(story) || story.tensions.length > 0 || meetingAhead(story) || isQuiet(story)) return []
  const tense = story.resolved.map(end => end.contact)
  return people(story)
    .toSorted((a, b) => Number(tense.includes(b.id)) - Number(tense.includes(a.id)))
    .flatMap(contact => expectationWith(story, contact.id))
}

const expectationWith = (story: Story, contact: ContactId): readonly DuePlay[] => {
  const first =
    story.touches.find(touch => touch.contact === contact && touch.kind === 'conversation') ??
    story.meetings.find(meeting => meeting.outcome === 'held' && meeting.contact === contact)
  const again = [...story.returns, ...story.resolved].filter(end => end.contact === contact)
  const triggers: Return[] = [
    ...(first
      ? [{ contact, at: first.at, position: 'position' in first ? first.position : (first.because[0] ?? 0) }]
      : []),
    ...again,
  ].toSorted((a, b) => millis(a.at) - millis(b.at))
  const trigger = triggers.at(-1)
  if (!trigger) return []
  const agreed = story.expectations.some(
    expectation =>
      (expectation.contact === undefined || expectation.contact === contact) &&
      // The first conversation asks only where none was ever agreed; what failed once is agreed anew.
      (again.length === 0 || millis(expectation.at) >= millis(trigger.at)),
  )
  if (agreed || settledSince(story, 'set-expectations', contact, trigger.at)) return []
  return dueOn(story, 'set-expectations', contact, dueAfterDays(story.calendar, trigger.at, 1), [trigger.position])
}

/** A window has lapsed; a meeting ahead holds the ball, and with it every window. */
export const isQuiet = (story: Story): boolean =>
  story.silence !== null &&
  !meetingAhead(story) &&
  story.silence.from !== 'participation' &&
  story.lookout.passed(digestInstant(story.calendar, lapseDate(story, story.silence)))

/** Somebody answered after a silence: why they went quiet is asked once. */
export const reasonAsked: Rule = story => {
  const back = story.returns.at(-1)
  if (!back || askedSince(story, 'ask-the-reason', back.at)) return []
  // A return of long ago, told late, is no news that anyone remembers the reason of.
  const stale = dueAfterDays(story.calendar, back.at, story.policy.darkAfterDays)
  if (story.lookout.passed(digestInstant(story.calendar, stale))) return []
  if (story.facts.some(fact => fact.type === 'ReasonLearned' && millis(fact.at) >= millis(back.at))) return []
  return dueOn(story, 'ask-the-reason', back.contact, firstDigestFrom(story.calendar, back.at), [back.position])
}

/** A contact has left: who follows, and where did they go? */
export const whoFollows: Rule = story => {
  const left = story.facts.findLast(fact => fact.type === 'ContactLeft')
  if (left?.type !== 'ContactLeft') return []
  const followed = story.facts.some(fact => fact.type === 'ContactAdded' && millis(fact.at) >= millis(left.at))
  if (followed || settledSince(story, 'ask-who-follows', null, left.at)) return []
  const day = firstDigestFrom(story.calendar, left.at)
  if (!story.lookout.passed(digestInstant(story.calendar, day))) return []
  return [{ play: 'ask-who-follows', contact: left.contact, due: day, because: [left.position] }]
}

/** A paused or closed engagement whose day has come. */
export const revisit: Rule = story => {
  const { paused, closed, calendar } = story
  if (paused) {
    const contact = paused.contact ?? mainContact(story)
    return dueOn(story, 'revisit', contact, workingDayOnOrAfter(calendar, paused.until), [paused.position])
  }
  if (!closed?.revisitOn || settledSince(story, 'revisit', null, closed.at)) return []
  return dueOn(story, 'revisit', mainContact(story), workingDayOnOrAfter(calendar, closed.revisitOn), [closed.position])
}

/** Nothing is owed, and nothing was said for thirty days: one line, once. */
export const keepInTouch: Rule = story => {
  if (isLive(story) || story.paused || story.closed) return []
  const last = story.lastTouch ?? { at: story.engagement.openedAt, position: 0 }
  if (askedSince(story, 'keep-in-touch', last.at)) return []
  const contact = mainContact(story)
  if (contact && contactOf(story.engagement, contact)?.candidate) return []
  return dueOn(story, 'keep-in-touch', contact, dueAfterDays(story.calendar, last.at, story.policy.keepInTouchDays), [
    last.position,
  ])
}
