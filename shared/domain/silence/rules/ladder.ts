import { digestInstant, dueAfterDays, firstDigestFrom, localDate, plusDays } from '../../calendar/days.ts'
import { contactOf } from '../../engagement/state.ts'
import type { ContactId } from '../../vocabulary.ts'
import type { Around } from '../around.ts'
import { counted, isWritten, millis, type Touch } from '../chronicle.ts'
import { isLive } from '../live.ts'
import type { Silence, Story } from '../story.ts'
import { lapseDate } from '../window.ts'
import {
  available,
  dueOn,
  hasSpoken,
  isTense,
  later,
  mainContact,
  meetingAhead,
  people,
  type Rule,
  settledSince,
} from './rule.ts'
import { followUps } from './tries.ts'

/** The ladder after a lapse: own the dropped ball, through the introducer, then decide. */

/** A rung: from which day it is due, and the facts that led there. */
type Rung = { readonly due: string; readonly because: readonly number[] }

/** The silence that has a ladder, with the contact who went dark. */
const laddered = (story: Story): { silence: Silence; contact: ContactId } | null => {
  const { silence } = story
  const contact = silence?.contact ?? mainContact(story)
  if (!silence || !contact || silence.from === 'participation') return null
  if (meetingAhead(story) || !isLive(story) || isTense(story, contact) || !available(story, contact)) return null
  return { silence, contact }
}

/**
 * When owning the ball is due: so many days after the first unanswered attempt that followed the lapse, once a call and
 * a written message are both unanswered; at once when the same approach was tried a third time all the same.
 */
const ownRung = (story: Story, silence: Silence): Rung | null => {
  const { calendar, policy } = story
  const tries = followUps(story)
  const all = story.attempts.filter(
    attempt => attempt.contact === silence.contact && attempt.play !== 'own-the-dropped-ball',
  )
  const media = [true, false].map(written => counted(all.filter(touch => isWritten(touch) === written)))
  const unanswered = [true, false].map(written => counted(tries.filter(touch => isWritten(touch) === written)))
  const bothTried = media.every(
    (touches, index) => (unanswered[index]?.length ?? 0) > 0 || touches.length >= policy.attemptsPerApproach,
  )
  if (!bothTried) return null
  const first = counted(tries)[0]
  const since = first?.at ?? digestInstant(calendar, lapseDate(story, silence))
  const due = dueAfterDays(calendar, since, policy.ownAfterDays)
  const oneTooMany = media.flatMap(touches => touches.slice(policy.attemptsPerApproach, policy.attemptsPerApproach + 1))
  const days = oneTooMany.map(touch => firstDigestFrom(calendar, touch.at))
  return {
    due: [due, ...days].toSorted()[0] ?? due,
    because: [...silence.because, ...tries.map(touch => touch.position)],
  }
}

const attemptsOf = (story: Story, contact: ContactId, plays: readonly string[]): readonly Touch[] =>
  counted(story.attempts.filter(attempt => attempt.contact === contact && plays.includes(attempt.play)))

/** Only to someone who has spoken or written to us, and once per contact and firm in 120 days. */
const mayOwn = (story: Story, around: Around, contact: ContactId, due: string): boolean => {
  if (!hasSpoken(story, contact)) return false
  const current = new Set(story.attempts.map(attempt => attempt.position))
  const owned = [
    ...around.owned.filter(own => own.contact === contact),
    ...story.touches.filter(
      touch =>
        touch.contact === contact &&
        touch.play === 'own-the-dropped-ball' &&
        !touch.inbound &&
        !current.has(touch.position),
    ),
  ]
  return owned.every(own => plusDays(localDate(story.calendar, own.at), story.policy.ownOncePerDays) <= due)
}

/** Owning the ball to the one who went dark. */
export const ownTheBall: Rule = (story, around) => {
  const dark = laddered(story)
  if (!dark || attemptsOf(story, dark.contact, ['own-the-dropped-ball']).length > 0) return []
  const rung = ownRung(story, dark.silence)
  if (!rung || !mayOwn(story, around, dark.contact, rung.due)) return []
  return dueOn(story, 'own-the-dropped-ball', dark.contact, rung.due, rung.because)
}

/** The rung after owning: counted from that attempt, or in its place where owning is barred. */
const afterOwning = (story: Story, around: Around): (Rung & { readonly contact: ContactId }) | null => {
  const dark = laddered(story)
  if (!dark) return null
  const owned = attemptsOf(story, dark.contact, ['own-the-dropped-ball'])[0]
  if (owned)
    return {
      contact: dark.contact,
      due: dueAfterDays(story.calendar, owned.at, story.policy.introducerAfterDays),
      because: [...dark.silence.because, owned.position],
    }
  const rung = ownRung(story, dark.silence)
  return rung && !mayOwn(story, around, dark.contact, rung.due) ? { ...rung, contact: dark.contact } : null
}

const INTRODUCER_PLAYS = ['go-through-the-introducer', 'own-the-dropped-ball']

/** Who introduced the silent contact, or whom they introduced. */
const introducerOf = (story: Story, contact: ContactId): ContactId | null => {
  const introducer = contactOf(story.engagement, contact)?.introducedBy
  const introduced = people(story)
    .filter(other => other.introducedBy === contact)
    .map(({ id }) => id)
  return (
    [...(introducer ? [introducer] : []), ...introduced].find(id => available(story, id) && !isTense(story, id)) ?? null
  )
}

/** Through the introducer; one who has let two attempts pass is owned to instead. */
export const throughTheIntroducer: Rule = (story, around) => {
  const rung = afterOwning(story, around)
  const introducer = rung && introducerOf(story, rung.contact)
  if (!rung || !introducer || attemptsOf(story, introducer, INTRODUCER_PLAYS).length > 0) return []
  const earlier = attemptsOf(story, introducer, ['call-and-write'])
  if (earlier.length < story.policy.attemptsPerApproach)
    return dueOn(story, 'go-through-the-introducer', introducer, rung.due, rung.because)
  if (!mayOwn(story, around, introducer, rung.due)) return []
  return dueOn(story, 'own-the-dropped-ball', introducer, rung.due, [
    ...rung.because,
    ...earlier.map(touch => touch.position),
  ])
}

/** Participate or disengage, when the ladder has no rung left. */
export const decideAfterLadder: Rule = (story, around) => {
  const rung = afterOwning(story, around)
  if (!rung) return []
  const introducer = introducerOf(story, rung.contact)
  const asked = introducer ? attemptsOf(story, introducer, INTRODUCER_PLAYS)[0] : undefined
  if (asked)
    return dueOn(
      story,
      'participate-or-disengage',
      rung.contact,
      dueAfterDays(story.calendar, asked.at, story.policy.decideAfterDays),
      [...rung.because, asked.position],
    )
  const open =
    introducer &&
    (attemptsOf(story, introducer, ['call-and-write']).length < story.policy.attemptsPerApproach ||
      mayOwn(story, around, introducer, rung.due))
  return open ? [] : dueOn(story, 'participate-or-disengage', rung.contact, rung.due, rung.because)
}

/** Having decided to go on, the window is what they stated, else ten days; its lapse asks again. */
export const decideAgain: Rule = story => {
  const { silence } = story
  if (silence?.from !== 'participation' || meetingAhead(story)) return []
  const contact = silence.contact ?? mainContact(story)
  return dueOn(story, 'participate-or-disengage', contact, lapseDate(story, silence), silence.because)
}

/** Who went dark, or whom we owe, has left or asked to be left alone: nobody is chased, but somebody must decide. */
export const nobodyToCall: Rule = story => {
  const { silence, calendar } = story
  const waiting = silence
    ? [{ contact: silence.contact, at: silence.since, because: silence.because }]
    : story.owed.map(owed => ({ ...owed, because: [owed.position] }))
  const [first] = waiting
  if (!first || silence?.from === 'participation' || !isLive(story)) return []
  if (waiting.some(({ contact }) => contact === null || available(story, contact))) return []
  const gone = story.facts.findLast(
    fact =>
      (fact.type === 'ContactLeft' || fact.type === 'ContactOptedOut') &&
      waiting.some(({ contact }) => contact === fact.contact),
  )
  const since = gone ? later(gone.at, first.at) : first.at
  return dueOn(story, 'participate-or-disengage', null, dueAfterDays(calendar, since, story.policy.decideAfterDays), [
    ...first.because,
    ...(gone ? [gone.position] : []),
  ])
}

/** A slow process was stated, or recruiters are not allowed: take part on those terms, or not; once each. */
export const slowProcess: Rule = story => {
  if (!isLive(story)) return []
  const undecided = (at: string): boolean =>
    !story.facts.some(fact => fact.type === 'ParticipationDecided' && millis(fact.at) >= millis(at)) &&
    !settledSince(story, 'participate-or-disengage', null, at)
  const slow = story.expectations.findLast(
    expectation =>
      expectation.replyWithin !== undefined && inDays(expectation.replyWithin) > story.policy.slowProcessDays,
  )
  const barred = story.facts.findLast(fact => fact.type === 'ReasonLearned' && fact.reason === 'recruiters-not-allowed')
  return [slow, barred]
    .filter(fact => fact !== undefined)
    .filter(fact => undecided(fact.at))
    .slice(0, 1)
    .flatMap(fact =>
      dueOn(
        story,
        'participate-or-disengage',
        ('contact' in fact && fact.contact) || mainContact(story),
        firstDigestFrom(story.calendar, fact.at),
        [fact.position],
      ),
    )
}

/** Roughly how many calendar days a stated duration spans. */
const inDays = (duration: string): number => {
  const amount = Number(/\d+/.exec(duration)?.[0] ?? 0)
  if (duration.endsWith('H')) return amount / 24
  if (duration.endsWith('W')) return amount * 7
  if (duration.endsWith('M')) return amount * 30
  // Working days up to ten, so two weeks of them are two weeks.
  return amount <= 10 ? (amount * 7) / 5 : amount
}
