import type { Contact } from '../engagement/state.ts'
import { called, contactById, conversations, factsOf } from './facts.ts'
import type { Line, Situation } from './play.ts'
import { quotable } from './words.ts'

/** What the plays about tension draw on: with whom it is, what was seen, what is assumed, and who advised what. */

export type Tension = {
  readonly contact: Contact
  readonly since: string
  readonly observed: string | undefined
  readonly story: string | undefined
}

/** The tension that the task is about, open or just ended: whom with, what was seen, and what is assumed. */
export const tensionOf = (situation: Situation): Tension | undefined => {
  const reports = factsOf(situation.engagement, 'TensionReported')
  const resolved = factsOf(situation.engagement, 'TensionResolved')
  const open = reports.filter(
    report => !resolved.some(end => end.contact === report.contact && Date.parse(end.at) > Date.parse(report.at)),
  )
  const about =
    open.findLast(report => situation.task.because.includes(report.position)) ??
    open.findLast(report => report.contact === situation.contact?.id) ??
    open.at(-1)
  const contact = contactById(situation, about?.contact)
  if (!about || !contact) return undefined
  const same = open.filter(report => report.contact === contact.id)
  return {
    contact,
    since: same[0]?.at ?? about.at,
    observed: quotable(same.findLast(report => report.observed)?.observed),
    story: quotable(same.findLast(report => report.story)?.story),
  }
}

/** What was seen beside what is assumed, each asked for where it is missing. */
export const seenAndAssumed = (situation: Situation, tension: Tension): readonly Line[] => {
  const who = called(situation, tension.contact)
  return [
    {
      label: 'You saw',
      text: tension.observed
        ? `"${tension.observed}".`
        : `not noted yet. What did ${who} say or do, word for word? Reply with it; it may be less than you think.`,
    },
    {
      label: 'You assume',
      text: tension.story
        ? `"${tension.story}". ${who} hasn't said so.`
        : `not noted yet. What do you make of it? Reply with it, so that you can test it on the call.`,
    },
  ]
}

/** What hiring managers said in conversations since a day: their advice, newest last. */
export const adviceSince = (
  situation: Situation,
  since: string,
): readonly { readonly from: Contact; readonly at: string; readonly words: string | undefined }[] =>
  conversations(situation).flatMap(fact => {
    const from = 'contact' in fact ? contactById(situation, fact.contact) : undefined
    if (from?.role !== 'hiring-manager' || Date.parse(fact.at) < Date.parse(since)) return []
    return [{ from, at: fact.at, words: 'summary' in fact ? quotable(fact.summary) : undefined }]
  })
