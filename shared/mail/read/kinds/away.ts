import { type Known, knownContact } from '../accounts.ts'
import { domainOf } from '../addresses.ts'
import { signedBy } from '../authentication.ts'
import { standInOf } from '../departure.ts'
import type { Message } from '../message.ts'
import { beginPlan, finish, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'

const AWAY = 'out of office'
const LEFT = 'has left'

/** An out-of-office reply is no answer: it moves what is due to the day they are back. `backOn` is a local date. */
export const readAway = (message: Message, book: Book, occasion: Occasion, backOn: string | null): Reading => {
  const known = provenContact(message, book, AWAY)
  if ('status' in known) return known
  if (!backOn)
    return { status: 'nothing', rule: AWAY, why: 'An automatic reply that names no day of return for certain.' }
  const away = {
    command: 'RecordContactAway',
    contact: known.contact.id,
    until: backOn,
    ...meanwhile(message),
  } as const
  return said(away, known, book, occasion, AWAY)
}

/** Only their own domain knows for certain that somebody has left it. */
export const readLeft = (message: Message, book: Book, occasion: Occasion): Reading => {
  const known = provenContact(message, book, LEFT)
  if ('status' in known) return known
  const left = { command: 'RecordContactLeft', contact: known.contact.id, ...meanwhile(message) } as const
  return said(left, known, book, occasion, LEFT)
}

/** Whom it names for the meantime, in its own words. */
export const meanwhile = ({ text }: Pick<Message, 'text'>): { readonly detail?: string } => {
  const detail = standInOf(text)
  return detail ? { detail } : {}
}

const provenContact = (message: Message, book: Book, rule: string): Known | Reading => {
  const known = message.from && knownContact(book, message.from)
  if (!message.from || !known)
    return { status: 'nothing', rule, why: 'An automatic reply of somebody you have not named.' }
  return signedBy(message, domainOf(message.from.address))
    ? known
    : { status: 'nothing', rule, why: 'An automatic reply that nothing proves to be theirs.' }
}

const said = (
  command: Parameters<typeof planned>[2],
  { row }: Known,
  book: Book,
  occasion: Occasion,
  rule: string,
): Reading =>
  finish(
    planned(beginPlan(book, occasion), row.engagement, command, { at: occasion.sentAt, evidence: 'verified' }),
    rule,
  )
