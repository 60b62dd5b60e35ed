import { digestInstant, localDate, nthWorkingDayAfter, workingDayOnOrAfter } from '../../calendar/days.ts'
import { type Contact, contactOf } from '../../engagement/state.ts'
import type { ContactId } from '../../vocabulary.ts'
import type { Around } from '../around.ts'
import type { DuePlay, PlayName } from '../assessment.ts'
import { fromThem, millis } from '../chronicle.ts'
import type { Story } from '../story.ts'

/** A rule of silence: from the story to the plays whose day has come. It reads nothing else. */
export type Rule = (story: Story, around: Around) => readonly DuePlay[]

/** Questions to the recruiter: they come even where the person they are about has gone. */
export const RECRUITERS_OWN: ReadonlySet<PlayName> = new Set(['report-the-meeting', 'participate-or-disengage'])

/** Raises a play on a day, unless its person cannot be called; who is away is called on the day they are back. */
export const dueOn = (
  story: Story,
  play: PlayName,
  contact: ContactId | null,
  due: string,
  because: readonly number[],
): readonly DuePlay[] => {
  if (contact !== null && !available(story, contact))
    return RECRUITERS_OWN.has(play) ? dueOn(story, play, null, due, because) : []
  const day = afterAbsence(story, contact, due)
  if (!story.lookout.passed(digestInstant(story.calendar, day))) return []
  return [{ play, ...(contact ? { contact } : {}), due: day, because: [...new Set(because)] }]
}

export const available = (story: Story, id: ContactId): boolean => {
  const contact = contactOf(story.engagement, id)
  return contact !== undefined && !contact.left && !contact.optedOut && !contact.candidate
}

const afterAbsence = (story: Story, contact: ContactId | null, due: string): string => {
  const back = story.facts.findLast(fact => fact.type === 'ContactAway' && fact.contact === contact)
  const until = back?.type === 'ContactAway' ? back.until : ''
  return until > due ? workingDayOnOrAfter(story.calendar, until) : due
}

export const isTense = (story: Story, contact: ContactId | null): boolean =>
  story.tensions.some(tension => tension.contact === contact)

export const meetingAhead = (story: Story): boolean => story.meetings.some(meeting => meeting.outcome === 'ahead')

export const isHr = (contact: Contact): boolean => contact.role === 'hr' || contact.role === 'hr-director'

/** Whether a contact has ever spoken or written to us. */
export const hasSpoken = (story: Story, contact: ContactId): boolean =>
  story.touches.some(touch => touch.contact === contact && fromThem(touch)) ||
  story.meetings.some(meeting => meeting.outcome === 'held' && meeting.contacts.includes(contact))

/** The engagement's contacts in the order in which they came in, whatever order that was told in. */
export const people = (story: Story): readonly Contact[] =>
  story.facts
    .filter(fact => fact.type === 'ContactAdded')
    .map(fact => contactOf(story.engagement, fact.contact))
    .filter(contact => contact !== undefined)

/** Whom to call where nothing says whom: who was last in touch, else the hiring manager, HR, anyone. */
export const mainContact = (story: Story): ContactId | null => {
  const last = story.touches.findLast(touch => touch.contact !== null && available(story, touch.contact))?.contact
  if (last) return last
  const known = people(story).filter(contact => available(story, contact.id))
  const first = known.find(contact => contact.role === 'hiring-manager') ?? known.find(isHr) ?? known[0]
  return first?.id ?? null
}

/** Whether a play was settled by the recruiter (not overtaken) at or after an instant, for a contact or for anyone. */
export const settledSince = (story: Story, play: PlayName, contact: ContactId | null, since: string): boolean =>
  story.engagement.tasks.some(
    task =>
      task.play === play &&
      (contact === null || task.contact === contact) &&
      task.settled !== undefined &&
      task.settled.how !== 'overtaken' &&
      millis(task.settled.at) >= millis(since) &&
      story.lookout.passed(task.settled.at),
  )

/** Whether a play that is asked once was raised since an instant, on a morning before this one. */
export const askedSince = (story: Story, play: PlayName, since: string): boolean =>
  story.engagement.tasks.some(
    task =>
      task.play === play &&
      millis(task.raisedAt) > millis(since) &&
      story.lookout.passed(
        digestInstant(story.calendar, nthWorkingDayAfter(story.calendar, localDate(story.calendar, task.raisedAt), 1)),
      ),
  )

export const later = (a: string, b: string): string => (millis(a) >= millis(b) ? a : b)
