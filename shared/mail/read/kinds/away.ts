import { knownContact } from '../accounts.ts'
import { domainOf } from '../addresses.ts'
import { signedBy } from '../authentication.ts'
import type { Message } from '../message.ts'
import { beginPlan, finish, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'

const RULE = 'out of office'

/** An out-of-office reply is no answer: it moves what is due to the day they are back. `backOn` is a local date. */
export const readAway = (message: Message, book: Book, occasion: Occasion, backOn: string | null): Reading => {
  const known = message.from && knownContact(book, message.from)
  if (!message.from || !known)
    return { status: 'nothing', rule: RULE, why: 'An automatic reply of somebody you have not named.' }
  if (!signedBy(message, domainOf(message.from.address)))
    return { status: 'nothing', rule: RULE, why: 'An automatic reply that nothing proves to be theirs.' }
  if (!backOn)
    return { status: 'nothing', rule: RULE, why: 'An automatic reply that names no day of return for certain.' }
  const plan = planned(
    beginPlan(book, occasion),
    known.row.engagement,
    { command: 'RecordContactAway', contact: known.contact.id, until: backOn },
    { at: occasion.sentAt, evidence: 'verified' },
  )
  return finish(plan, RULE)
}
