import { isNeverLogged } from './accounts.ts'
import { isAddress } from './addresses.ts'
import { readForward } from './forward.ts'
import { labelOf } from './labels.ts'
import { bare } from './lines.ts'
import type { Message } from './message.ts'
import type { Book } from './reading.ts'
import { writtenPart } from './reply.ts'

/** The firm's list of addresses and domains of which nothing is ever kept: its counsel, its own people. */

/** The rule by which such a message is passed over; of it nothing is kept but that it came. */
export const NEVER_LOGGED = 'never logged'

/**
 * Whether somebody who is never logged stands on a message: in its headers, on a message within it, on an invitation,
 * in the header of anything that it passes on or quotes, or named by address in what its sender wrote.
 */
export const concernsNeverLogged = (message: Message, book: Book): boolean =>
  book.neverLog.length > 0 &&
  [...addressesOn(message), ...addressesIn(writtenPart(message.text))].some(address => isNeverLogged(book, address))

const addressesOn = (message: Message): readonly string[] => [
  ...[message.from, message.sender, ...message.to, ...message.cc].flatMap(each => (each ? [each.address] : [])),
  ...addressesIn((message.headers.get('reply-to') ?? []).join(' ')),
  ...message.calendar.flatMap(addressesIn),
  ...message.text.split('\n').flatMap(line => (isHeading(line) ? addressesIn(line) : [])),
  ...forwardedIn(message),
  ...message.messages.flatMap(addressesOn),
]

/** Whom the headers of a forward name, on however many lines. */
const forwardedIn = ({ text, subject }: Message): readonly string[] =>
  (readForward(text, { subject, zone: 'UTC' })?.layers ?? []).flatMap(({ from, to, cc }) =>
    [...(from ? [from] : []), ...to, ...cc].map(({ address }) => address),
  )

/** A line by which a mail that was quoted or passed on says who stands on it; a signature's lines say nothing of that. */
const isHeading = (line: string): boolean => {
  const field = labelOf(bare(line))?.field
  const isOfPeople = field !== undefined && field !== 'date' && field !== 'subject'
  return isOfPeople || /<(?!mailto:)[^\s<>@]{1,64}@[^\s<>@]{1,253}>/i.test(line.slice(0, 1000))
}

/** The addresses in a text. Linear: each is looked for no further than an address is long. */
const addressesIn = (text: string): readonly string[] => {
  const found: string[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = /[^\s<>()[\]"',;:]*$/.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? ''
    const after = /^[\w.-]*/.exec(text.slice(at + 1, at + 255))?.[0] ?? ''
    const address = `${before}@${after.replace(/[.-]+$/, '')}`.toLowerCase()
    if (isAddress(address)) found.push(address)
  }
  return found
}
