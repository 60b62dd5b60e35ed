import { isOurs, knownContact } from '../accounts.ts'
import { domainOf } from '../addresses.ts'
import { signatureOf } from '../authentication.ts'
import { logMail } from '../correspondence.ts'
import type { Message } from '../message.ts'
import { beginPlan, finish } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'
import { agrees, meetingQuestion, proposedTime } from './invitation.ts'
import { wordedQuestion } from './worded.ts'

const RULE = 'mail from a client'

/**
 * Mail that is not from the recruiter. A client's message that a mailbox rule redirected counts where the client's own
 * domain signed it, and then logs a touchpoint of a contact already known and nothing more; all else is held.
 */
export const readRedirected = (message: Message, book: Book, occasion: Occasion): Reading => {
  const { from } = message
  if (!from) return { status: 'held', rule: 'no sender', why: 'The message names no sender.' }
  if (isOurs(book, from))
    return {
      status: 'held',
      rule: 'unknown sender',
      why: 'It came from your firm, but not from a confirmed address of yours.',
    }
  if (!signatureOf(message, domainOf(from.address)))
    return {
      status: 'held',
      rule: 'sender not proven',
      why: 'Their own mail system did not sign it, so it may be from anybody.',
    }
  const known = knownContact(book, from)
  if (!known)
    return { status: 'held', rule: 'unknown sender', why: 'It came from somebody who stands in none of your accounts.' }
  const logged = logMail(beginPlan(book, occasion), {
    from,
    to: [],
    cc: [],
    subject: message.subject,
    body: writtenPart(message.text),
    attachments: message.attachments,
    at: occasion.sentAt,
    dated: true,
    messageId: message.messageId,
    evidence: 'verified',
    acknowledges: agrees(message, book, occasion),
  })
  if ('nothing' in logged) return { status: 'nothing', rule: RULE, why: `Nothing to log: ${logged.nothing}.` }
  const proposed = proposedTime(message, book, occasion)
  const touchpoints = logged.plan.commands.flatMap(({ command, ...planned }) =>
    command.command === 'LogTouchpoint'
      ? {
          ...planned,
          command: { ...command, ...(proposed ? { summary: `${message.subject}${proposed}`.slice(0, 300) } : {}) },
        }
      : [],
  )
  return finish(
    { ...logged.plan, commands: touchpoints },
    RULE,
    meetingQuestion(message, known, book, occasion) ??
      wordedQuestion(message, known, book, occasion) ??
      logged.question,
  )
}
