import { accountsOf, belongs, isOurs, knownContact, type Mail, outsiders } from '../accounts.ts'
import type { Address } from '../addresses.ts'
import { type Forward, type Layer, readForward } from '../forward.ts'
import { plainSubject } from '../mail-id.ts'
import type { Message } from '../message.ts'
import type { Book, Occasion } from '../reading.ts'
import { withoutQuotation } from '../reply.ts'

/**
 * The mails that a forward holds, however deep: each way down is a chain, what the recruiter received first and the
 * innermost last. A mail in the text has one below it at most, an attached one may stand beside others.
 */
export type Chain = readonly Link[]

export type Link = {
  /** Null where the forward does not show who wrote it. */
  readonly from: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly mail: Omit<Mail, 'from'>
  /** As a message of its own: whole where it was attached; in the text its headers are gone. */
  readonly original: Message
  /** All that stands below its header, what it quotes included. */
  readonly whole: string
}

export const chainsOf = (message: Message, forward: Forward | null, book: Book, occasion: Occasion): readonly Chain[] =>
  below(message, forward, book, occasion)
    .filter(chain => chain.length > 0)
    .map(chain => chain.map(link => ({ ...link, from: link.from && withoutList(link.from, book) })))

/** "'Omar Haddad' via Team": a client's group writes its own address in the place of the writer's. */
const withoutList = (from: Address, book: Book): Address => {
  const writer = /^['"‘“]?([^'"’”]{1,100})['"’”]? via .{1,100}$/i.exec(from.name)?.[1]
  if (
    !writer ||
    knownContact(book, from) ||
    !accountsOf(book).some(({ engagement }) => belongs(book, engagement, from))
  )
    return from
  return { name: writer.trim(), address: '' }
}

const below = (message: Message, forward: Forward | null, book: Book, occasion: Occasion): readonly Chain[] => {
  const shown = (forward?.layers ?? []).map(layer => inText(layer, message, occasion))
  if (message.messages.length === 0) return [shown]
  return message.messages.flatMap(attached => {
    const inner = readForward(attached.text, {
      subject: attached.subject,
      zone: book.recruiter.calendar.zone,
      arrivedAt: attached.date ?? occasion.arrivedAt,
    })
    const link = attachedLink(attached, inner, occasion)
    return below(attached, inner, book, occasion).map(chain => [...shown, link, ...chain])
  })
}

const attachedLink = (attached: Message, inner: Forward | null, occasion: Occasion): Link => {
  const { from, to, cc, subject, attachments, date, messageId } = attached
  return {
    from,
    to,
    cc,
    mail: {
      to,
      cc,
      subject,
      // A signature tells who somebody is.
      body: inner ? inner.note : withoutQuotation(attached.text),
      attachments,
      at: date ?? occasion.sentAt,
      dated: date !== null,
      messageId,
      evidence: 'inferred',
    },
    original: attached,
    whole: attached.text,
  }
}

const inText = (layer: Layer, message: Message, occasion: Occasion): Link => {
  const { from, to, cc, body, date } = layer
  const subject = layer.subject ?? message.subject
  // A date that can't be read for certain is the arrival's, never invented.
  const at = date?.certain ? date.at : occasion.sentAt
  const dated = date?.certain ?? false
  const { attachments } = message
  return {
    from,
    to,
    cc,
    mail: { to, cc, subject, body, attachments, at, dated, messageId: null, evidence: 'inferred' },
    original: {
      ...message,
      headers: new Map(),
      from,
      subject: plainSubject(subject),
      text: body,
      date: at,
      dateText: '',
      calendar: [],
      deliveryStatus: [],
    },
    whole: layer.text,
  }
}

/** Whether a mail of a chain was sent to the recruiter or the firm: the first was, since the recruiter has it. */
export const cameToUs = (chain: Chain, at: number, book: Book): boolean => {
  const link = chain[at]
  if (!link) return false
  const passedOnBy = chain[at - 1]?.from
  const named = [...link.to, ...link.cc]
  return at === 0 || (passedOnBy ? isOurs(book, passedOnBy) : false) || outsiders(book, named).length < named.length
}
