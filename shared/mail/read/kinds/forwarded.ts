import type { Address } from '../addresses.ts'
import { awayUntil } from '../automatic.ts'
import { isOurs, logMail, type Mail, outsiders } from '../correspondence.ts'
import type { Forward } from '../forward.ts'
import type { Message } from '../message.ts'
import { readNote } from '../note/read-note.ts'
import { beginPlan, finish, type Plan, planned } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'
import { knownContact } from './away.ts'

const RULE = 'forwarded mail'

/**
 * A mail that the recruiter forwarded, in the text or as an attachment: the innermost message of somebody outside is
 * the touchpoint, and the words above it are a note.
 */
export const readForwarded = (
  message: Message,
  forward: Forward | null,
  attached: Message | null,
  book: Book,
  occasion: Occasion,
): Reading => {
  const mail = innermost(message, forward, attached, book, occasion)
  if (!mail)
    return { status: 'held', rule: RULE, why: 'It looks like a forward, but who wrote the original can not be read.' }
  const start = beginPlan(book, occasion)
  const away = readAbsence(start, mail)
  if (away) return finish(away, 'forwarded out of office')
  const logged = logMail(start, mail)
  if ('nothing' in logged) return { status: 'nothing', rule: RULE, why: `Nothing to log: ${logged.nothing}.` }
  const note = (attached && !forward ? message.text : (forward?.note ?? '')).trim()
  return withNote(logged.plan, note, occasion, finish(logged.plan, RULE, logged.question), logged.engagement)
}

const innermost = (
  message: Message,
  forward: Forward | null,
  attached: Message | null,
  book: Book,
  occasion: Occasion,
): Mail | null => {
  if (attached?.from) {
    const { from } = attached
    return {
      from,
      to: attached.to,
      cc: attached.cc,
      subject: attached.subject,
      body: writtenPart(attached.text),
      attachments: attached.attachments,
      at: attached.date ?? occasion.sentAt,
      evidence: 'inferred',
    }
  }
  const layers = (forward?.layers ?? []).map(layer => ({ ...layer, from: layer.from && addressed(layer.from, book) }))
  const outside = layers.findLast(layer => layer.from !== null && !isOurs(book, layer.from.address))
  const ours = layers.findLast(layer => layer.from !== null && outsiders(book, [...layer.to, ...layer.cc]).length > 0)
  const layer = outside ?? ours
  if (!layer?.from) return null
  return {
    from: layer.from,
    to: layer.to,
    cc: layer.cc,
    subject: layer.subject ?? message.subject,
    body: layer.body,
    attachments: message.attachments,
    // A date that can't be read for certain is the arrival's, never invented.
    at: layer.date?.certain ? layer.date.at : occasion.sentAt,
    evidence: 'inferred',
  }
}

/** Some programs show a sender's name alone: a contact of that name, if there is exactly one, lends the address. */
const addressed = (shown: Address, book: Book): Address | null => {
  if (shown.address !== '') return shown
  const named = book.engagements
    .flatMap(row => (row.stage === 'open' ? row.contacts : []))
    .filter(({ name, emails }) => emails.length > 0 && name.toLowerCase() === shown.name.trim().toLowerCase())
  const [address] = named.length === 1 ? (named[0]?.emails ?? []) : []
  return address ? { ...shown, address } : null
}

/** An out-of-office reply that was forwarded moves what is due; it is no answer. */
const readAbsence = (plan: Plan, mail: Mail): Plan | null => {
  const backOn = awayUntil({
    subject: mail.subject,
    text: mail.body,
    sentAt: mail.at,
    zone: plan.book.recruiter.calendar.zone,
  })
  const known = knownContact(plan.book, mail.from.address)
  if (!backOn || !known) return null
  return planned(
    plan,
    known.row.engagement,
    { command: 'RecordContactAway', contact: known.contact.id, until: backOn },
    { at: mail.at, evidence: mail.evidence },
  )
}

/** The words above a forward are a note of their own, about people who may just have been brought in. */
const withNote = (
  plan: Plan,
  words: string,
  occasion: Occasion,
  reading: Reading,
  engagement: string | undefined,
): Reading => {
  if (words === '' || reading.status === 'held' || reading.status === 'nothing') return reading
  const about = plan.book.engagements.find(row => row.engagement === engagement)
  const note = readNote(words, plan.book, occasion, about ? { engagement: about.engagement } : {})
  if (note.status !== 'understood') return reading
  return {
    ...reading,
    rule: `${reading.rule}, with a note: ${note.rule}`,
    commands: [...reading.commands, ...note.commands],
  }
}
