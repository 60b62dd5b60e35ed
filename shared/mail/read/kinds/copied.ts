import { logMail } from '../correspondence.ts'
import type { Message } from '../message.ts'
import { beginPlan, finish } from '../plan.ts'
import type { Book, Occasion, Reading } from '../reading.ts'
import { writtenPart } from '../reply.ts'

/** The recruiter's own mail to a client, with the inbound address in BCC or CC. */
export const readCopied = (message: Message, book: Book, occasion: Occasion): Reading => {
  if (!message.from) return { status: 'held', rule: 'no sender', why: 'The message names no sender.' }
  const logged = logMail(beginPlan(book, occasion), {
    from: message.from,
    to: message.to,
    cc: message.cc,
    subject: message.subject,
    body: writtenPart(message.text),
    attachments: message.attachments,
    at: occasion.sentAt,
    dated: true,
    messageId: message.messageId,
    evidence: 'reported',
  })
  if ('nothing' in logged)
    return { status: 'nothing', rule: 'mail to a client', why: `Nothing to log: ${logged.nothing}.` }
  return finish(logged.plan, 'mail to a client', logged.question)
}
