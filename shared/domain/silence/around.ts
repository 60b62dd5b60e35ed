import type { EventOf } from '../engagement/events.ts'
import { samePersonIn } from '../engagement/same-person.ts'
import type { Contact, Engagement, Task } from '../engagement/state.ts'
import type { ContactId, EngagementId } from '../vocabulary.ts'
import { isLine } from './assessment.ts'

/** What spans engagements and is read from firm-wide rows; `assess` gets it as data. */
export type Around = {
  /** When anyone of the firm last owned the dropped ball to one of these contacts, elsewhere. */
  readonly owned: readonly { readonly contact: ContactId; readonly at: string }[]
  /** Colleagues with an account of the same client. */
  readonly colleagues: readonly Colleague[]
}

export const nothingAround: Around = { owned: [], colleagues: [] }

export type Colleague = {
  /** Their account: no two of a firm have the same. */
  readonly engagement: EngagementId
  readonly name: string
  readonly phone?: string
  /** The last contact between them and the client. */
  readonly lastTouch: (LastTouch & { readonly with: string }) | null
  readonly matters: readonly Matter[]
}

export type LastTouch = Pick<EventOf<'TouchpointLogged'>, 'contact' | 'at' | 'direction' | 'channel' | 'outcome'>

/** What a colleague has under way with one of our contacts: a task that is open, or a dropped ball that they owned. */
export type Matter = {
  /** As our account knows them. */
  readonly contact: ContactId
  readonly play: string
  /** When the task was raised, or the ball owned. */
  readonly since: string
  readonly isOpen: boolean
}

/** A colleague's account of the same client, as the firm-wide rows have it. */
export type ColleaguesAccount = {
  readonly engagement: EngagementId
  readonly contacts: readonly Pick<Contact, 'id' | 'name' | 'emails'>[]
  readonly openTasks: readonly Pick<Task, 'play' | 'contact' | 'raisedAt'>[]
  readonly owned: readonly { readonly contact: ContactId; readonly at: string }[]
  readonly lastTouch?: LastTouch
}

/** Whether a task is something under way with its contact: a line is not, nor is waiting for a word with a colleague. */
export const isUndertaking = ({ play }: Pick<Task, 'play'>): boolean => play !== 'speak-to-a-colleague' && !isLine(play)

/** What a colleague's account means for ours. */
export const colleagueAt = (
  ours: Engagement,
  theirs: ColleaguesAccount,
  who: { readonly name: string; readonly phone?: string },
): Colleague => {
  const { engagement, contacts, openTasks, owned, lastTouch } = theirs
  const underWay = [
    ...openTasks
      .filter(isUndertaking)
      .map(({ contact, play, raisedAt }) => ({ contact, play, since: raisedAt, isOpen: true })),
    ...owned.map(({ contact, at }) => ({ contact, play: 'own-the-dropped-ball', since: at, isOpen: false })),
  ]
  const person = (id: ContactId | undefined) => contacts.find(contact => contact.id === id)
  return {
    engagement,
    ...who,
    lastTouch: lastTouch ? { ...lastTouch, with: person(lastTouch.contact)?.name ?? '' } : null,
    matters: underWay.flatMap(matter => {
      const theirs = person(matter.contact)
      const contact = theirs && samePersonIn(ours.contacts, theirs)
      return contact ? [{ ...matter, contact: contact.id }] : []
    }),
  }
}
