import { CONVERSATIONS } from '../vocabulary.ts'
import { dayOf } from './facts.ts'
import type { CallSheet, Situation } from './play.ts'
import { firstName, oneLine } from './words.ts'

/**
 * A call sheet for whoever goes on with what a colleague began: whose doing it was that the task comes of and, until
 * they have been in touch with the person themselves, what to say first.
 */
export const afterHandover = (sheet: CallSheet, situation: Situation): CallSheet => {
  const { facts } = situation.engagement
  const taken = facts.findLast(fact => fact.type === 'EngagementTakenOver')
  const { because, contact } = situation.task
  if (!taken || !facts.some(fact => fact.handedOver && because.includes(fact.position))) return sheet
  const colleague = taken.name ? oneLine(taken.name) : undefined
  const day = dayOf(situation, taken.at)
  const whose = colleague
    ? `Until ${day} this was ${colleague}’s account: what “you” did before then, ${firstName(colleague)} did.`
    : `Until ${day} this was a colleague’s account: what “you” did before then, they did.`
  const isKnown = facts.some(
    fact =>
      !fact.handedOver &&
      fact.type === 'TouchpointLogged' &&
      fact.contact === contact &&
      (CONVERSATIONS.has(fact.outcome) || (fact.direction === 'outbound' && fact.outcome !== 'no-answer')),
  )
  const hello = {
    label: 'Say first',
    text: `I've taken over from ${colleague ?? 'a colleague of mine'}, and I've read where the two of you stand.`,
  }
  return {
    ...sheet,
    why: [...sheet.why, whose],
    before: isKnown || sheet.say.length === 0 ? sheet.before : [hello, ...sheet.before],
  }
}
