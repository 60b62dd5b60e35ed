import { digestInstant, dueAfterDays, nthWorkingDayAfter } from '../../calendar/days.ts'
import { openTasks } from '../../engagement/state.ts'
import type { ContactId, EngagementId } from '../../vocabulary.ts'
import { type Around, type Colleague, isUndertaking } from '../around.ts'
import type { DuePlay } from '../assessment.ts'
import { millis } from '../chronicle.ts'
import type { Story } from '../story.ts'
import { RECRUITERS_OWN } from './rule.ts'

/** Colleagues at the same client: of two with the same person one goes on, and the other speaks to them first. */

/** What of colleagues still counts: a contact of the last days, and what is under way and not too old. */
export const colleaguesNow = (story: Story, { colleagues }: Around): readonly Colleague[] =>
  colleagues
    .map(colleague => ({
      ...colleague,
      lastTouch: colleague.lastTouch && isRecent(story, colleague.lastTouch.at) ? colleague.lastTouch : null,
      matters: colleague.matters.filter(({ since }) => isUnderWay(story, since)),
    }))
    .filter(({ lastTouch, matters }) => lastTouch !== null || matters.length > 0)

/** The last of the days is one of them. */
const isRecent = ({ calendar, policy, lookout }: Story, at: string): boolean => {
  const lastDay = dueAfterDays(calendar, at, policy.colleagueTouchDays)
  return !lookout.passed(digestInstant(calendar, nthWorkingDayAfter(calendar, lastDay, 1)))
}

const isUnderWay = ({ calendar, policy, lookout }: Story, since: string): boolean =>
  !lookout.passed(digestInstant(calendar, dueAfterDays(calendar, since, policy.colleagueTaskDays)))

/** Whether a play sends the recruiter out to its contact. */
const goesOut = (play: DuePlay): boolean => isUndertaking(play) && !RECRUITERS_OWN.has(play.play)

/**
 * A play for somebody with whom a colleague has something under way gives way to a word with the colleague. Once they
 * spoke, it is due after all, or is left to the colleague for as long as that lasts.
 */
export const speakFirst = (
  story: Story,
  colleagues: readonly Colleague[],
  due: readonly DuePlay[],
): readonly DuePlay[] =>
  due.flatMap(play => {
    if (!play.contact || !goesOut(play)) return [play]
    const turn = turnWith(story, colleagues, play.contact)
    if (turn === 'theirs') return []
    return [turn === 'ours' ? play : { ...play, play: 'speak-to-a-colleague' }]
  })

/** A ball that a colleague owned is first a matter between the two; it turns our ladder aside once they have spoken. */
export const barredAfterWord = (story: Story, colleagues: readonly Colleague[], around: Around): Around => ({
  ...around,
  owned: around.owned.filter(({ contact }) => turnWith(story, colleagues, contact) === 'ours'),
})

/** Which of the colleagues goes on with a contact, as far as the two have settled it. */
const turnWith = (
  story: Story,
  colleagues: readonly Colleague[],
  contact: ContactId,
): 'ours' | 'theirs' | 'to-be-settled' => {
  const since = theirsSince(story, colleagues, contact)
  if (since === null) return 'ours'
  const settled = story.engagement.tasks
    .filter(task => task.play === 'speak-to-a-colleague' && task.contact === contact)
    .flatMap(task => (task.settled ? [task.settled] : []))
    .findLast(({ how, at }) => how !== 'overtaken' && millis(at) >= millis(since) && story.lookout.passed(at))
  if (!settled) return 'to-be-settled'
  return settled.how === 'done' ? 'ours' : 'theirs'
}

type Begun = { readonly isOwned: boolean; readonly since: string; readonly by: EngagementId }

/**
 * Since when a colleague has had something under way with a contact that goes before what we have: a ball that was
 * owned before a task that is only open, and of two alike the earlier. Two who each have a task see the same two and put
 * them in the same order, so one of them goes on: were both sent to the other, neither would ever call. A task that only
 * waits for a word with a colleague begins nothing.
 */
const theirsSince = (story: Story, colleagues: readonly Colleague[], contact: ContactId): string | null => {
  const theirs = colleagues.flatMap(({ engagement, matters }) =>
    matters
      .filter(matter => matter.contact === contact)
      .map(({ isOpen, since }): Begun => ({ isOwned: !isOpen, since, by: engagement })),
  )
  const [first] = [...theirs, ...oursWith(story, contact)].toSorted(
    (a, b) => Number(b.isOwned) - Number(a.isOwned) || millis(a.since) - millis(b.since) || (a.by < b.by ? -1 : 1),
  )
  return first && first.by !== story.engagement.id ? first.since : null
}

const oursWith = (story: Story, contact: ContactId): readonly Begun[] => {
  const tasks = openTasks(story.engagement).filter(task => task.contact === contact && isUndertaking(task))
  const owned = story.touches.filter(
    touch => touch.contact === contact && touch.play === 'own-the-dropped-ball' && !touch.inbound,
  )
  const by = story.engagement.id
  return [
    ...tasks.map(({ raisedAt }): Begun => ({ isOwned: false, since: raisedAt, by })),
    ...owned.map(({ at }): Begun => ({ isOwned: true, since: at, by })),
  ].filter(({ since }) => isUnderWay(story, since))
}
