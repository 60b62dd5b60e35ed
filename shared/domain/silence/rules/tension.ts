import { dueAfterDays, firstDigestFrom } from '../../calendar/days.ts'
import type { ContactId } from '../../vocabulary.ts'
import type { DuePlay } from '../assessment.ts'
import { counted, isWritten, millis, type Touch } from '../chronicle.ts'
import type { Story, Tension } from '../story.ts'
import { askedSince, available, dueOn, isHr, isTense, later, people, type Rule } from './rule.ts'

/** Tension with a contact: the hiring manager first, then an honest talk; by voice, never in writing. */

export const tension: Rule = story => story.tensions.flatMap(open => oneTension(story, open))

const oneTension = (story: Story, open: Tension): readonly DuePlay[] => {
  const { calendar, policy } = story
  const since = talkSince(story, open.contact, open.at)
  const from = since?.at ?? open.at
  const manager = hiringManager(story, open.contact)
  const asked = manager ? talkSince(story, manager, open.at) : undefined
  const clear = clearTheAir(story, open, manager, asked)
  if (clear.length > 0 || !manager || asked) return clear
  const tries = attemptsSince(story, manager, open.at, 'ask-the-hiring-manager')
  if (tries.length >= policy.attemptsPerApproach) return []
  const last = tries.at(-1)
  const due = last
    ? dueAfterDays(calendar, last.at, policy.replyDays)
    : dueAfterDays(calendar, from, policy.backedAwayTensionDays)
  return dueOn(story, 'ask-the-hiring-manager', manager, due, [open.position, ...tries.map(touch => touch.position)])
}

const clearTheAir = (
  story: Story,
  open: Tension,
  manager: ContactId | null,
  asked: Touch | undefined,
): readonly DuePlay[] => {
  const { calendar, policy } = story
  const tries = attemptsSince(story, open.contact, open.at, 'clear-the-air')
  const last = tries.at(-1)
  if (last && tries.length >= policy.attemptsPerApproach)
    return dueOn(
      story,
      'participate-or-disengage',
      open.contact,
      dueAfterDays(calendar, last.at, policy.decideAfterDays),
      [open.position, ...tries.map(touch => touch.position)],
    )
  const day = last ? dueAfterDays(calendar, last.at, policy.replyDays) : firstDay(story, open, manager, asked)
  if (!day) return []
  const because = [open.position, ...(asked ? [asked.position] : []), ...tries.map(touch => touch.position)]
  const written = writtenSince(story, open)
  return dueOn(story, 'clear-the-air', open.contact, day, written ? [...because, written.position] : because)
}

/** The day of the first try, or nothing while the hiring manager comes first. */
const firstDay = (story: Story, open: Tension, manager: ContactId | null, asked: Touch | undefined): string | null => {
  const { calendar, policy } = story
  const written = writtenSince(story, open)
  const talk = talkSince(story, open.contact, open.at)
  const unasked = manager ? attemptsSince(story, manager, open.at, 'ask-the-hiring-manager') : []
  const lastUnasked = unasked.length >= policy.attemptsPerApproach ? unasked.at(-1) : undefined
  const days = [
    // Spoken to and still tense: the next try keeps its distance.
    asked &&
      dueAfterDays(
        calendar,
        talk ? later(talk.at, asked.at) : asked.at,
        talk ? policy.replyDays : policy.clearTheAirDays,
      ),
    written && firstDigestFrom(calendar, written.at),
    lastUnasked && dueAfterDays(calendar, lastUnasked.at, policy.clearTheAirDays),
    !manager && (talk ? dueAfterDays(calendar, talk.at, policy.replyDays) : firstDigestFrom(calendar, open.at)),
  ].filter(day => typeof day === 'string')
  return days.toSorted()[0] ?? null
}

const hiringManager = (story: Story, tense: ContactId): ContactId | null => {
  if (story.engagement.access === 'through-hr-only') return null
  const managers = people(story)
    .filter(contact => contact.role === 'hiring-manager' && contact.id !== tense)
    .filter(contact => available(story, contact.id) && !isTense(story, contact.id))
    .map(({ id }) => id)
  return (
    story.touches.findLast(touch => touch.contact && managers.includes(touch.contact))?.contact ?? managers[0] ?? null
  )
}

const talkSince = (story: Story, contact: ContactId, since: string): Touch | undefined =>
  story.touches.findLast(
    touch => touch.contact === contact && touch.kind === 'conversation' && millis(touch.at) > millis(since),
  )

/** Unanswered tries by voice since the tension was reported; letting the task go counts as one. */
const attemptsSince = (story: Story, contact: ContactId, since: string, play: string): readonly Touch[] => {
  const heard = talkSince(story, contact, since)?.at ?? since
  const voice = story.touches.filter(
    touch => touch.contact === contact && !isWritten(touch) && touch.kind !== 'conversation' && !touch.inbound,
  )
  const letGo = story.attempts.filter(
    touch =>
      touch.contact === contact && touch.play === play && !voice.some(other => other.position === touch.position),
  )
  return counted(
    [...voice, ...letGo]
      .filter(touch => millis(touch.at) > millis(heard))
      .toSorted((a, b) => millis(a.at) - millis(b.at)),
  )
}

/** A written message to the tense contact since they last spoke: it can't do what a voice does. */
const writtenSince = (story: Story, open: Tension): Touch | undefined => {
  const heard = talkSince(story, open.contact, open.at)?.at ?? open.at
  return story.touches.findLast(
    touch =>
      touch.contact === open.contact && touch.kind === 'left' && isWritten(touch) && millis(touch.at) > millis(heard),
  )
}

/** The hiring manager was spoken to twice since HR's last word: is anything wrong with HR? Asked once. */
export const askAboutHr: Rule = story => {
  const hr = people(story)
    .filter(contact => isHr(contact) && available(story, contact.id))
    .map(({ id }) => id)
  if (hr.length === 0 || story.tensions.length > 0) return []
  const word = story.touches.findLast(
    touch => touch.contact && hr.includes(touch.contact) && (touch.inbound || touch.kind === 'conversation'),
  )
  const since = word?.at ?? story.engagement.openedAt
  const talks = story.touches.filter(
    touch =>
      touch.kind === 'conversation' &&
      millis(touch.at) > millis(since) &&
      story.engagement.contacts.some(contact => contact.id === touch.contact && contact.role === 'hiring-manager'),
  )
  const second = talks[1]
  if (!second || askedSince(story, 'ask-about-hr', since)) return []
  return dueOn(story, 'ask-about-hr', word?.contact ?? hr[0] ?? null, firstDigestFrom(story.calendar, second.at), [
    second.position,
  ])
}
