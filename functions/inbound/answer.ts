import { localDate } from '../../shared/domain/calendar/days.ts'
import { type Note, TIMES_ASKED } from '../../shared/domain/note.ts'
import { weekdayAndDate } from '../../shared/domain/plays/words.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { questionAddress, questionReference } from '../../shared/mail/question-address.ts'
import type { Mailer } from '../../shared/mail/send.ts'
import { writeQuestion } from '../../shared/mail/write/question.ts'
import type { Applied } from '../../shared/runtime/answer-note.ts'
import { linkAddress } from '../../shared/runtime/links.ts'
import { claimAnswer } from './claim-answer.ts'
import { receiptsFor } from './receipts.ts'
import type { Whose } from './whose.ts'

/**
 * Answers to what the recruiter sent: a receipt of what mail did of its own, a question where a note is unclear. They
 * go to the recruiter's own confirmed address, never to a sender's.
 */
export const createAnswer =
  (log: EventLog, send: Mailer, base: string, secret: () => Promise<string>) =>
  async (whose: Whose, note: Note, applied: Applied, now: string): Promise<void> => {
    const { recruiter } = whose
    const to =
      recruiter.addresses.find(
        address => address === note.from.toLowerCase() && !recruiter.suppressed.includes(address),
      ) ?? recruiter.addresses.find(address => !recruiter.suppressed.includes(address))
    const { id } = note
    if (!to || !id || recruiter.deactivated) return
    const receipts = await receiptsFor(whose, applied, { base, secret: await secret(), inbound: replyTo(whose), now })
    const question = isToBeAsked(note) ? await questionFor(whose, note, base, secret, now) : null
    const mails = [
      ...receipts.map(mail => ({ mail, kind: 'receipt' as const })),
      ...(question ? [{ mail: question, kind: 'question' as const }] : []),
    ]
    const tags = { firm: whose.firm.firm, recruiter: recruiter.recruiter }
    // A note that is asked about again, or answered, brings mails of its own.
    const from = (note.askedBefore.length + (note.answered ? 1 : 0)) * MOST_MAILS
    // What can't be sent now is not lost: questions stand in the next digest, and what was opened is on record.
    for (const [index, { mail, kind }] of mails.entries()) {
      const answer = { note: id, index: from + index, kind, says: mail.subject, to }
      if (await claimAnswer(log, whose, answer, now)) await send({ ...mail, to, tags })
    }
  }

/** More mails than any one note is answered by. */
const MOST_MAILS = 100

const isToBeAsked = (note: Note): boolean =>
  note.status === 'asked' && !note.answered && !note.question?.inDigestOnly && note.askedBefore.length < TIMES_ASKED

const idsOf = ({ firm, recruiter }: Whose) => ({ firm: firm.firm, recruiter: recruiter.recruiter })
const replyTo = ({ recruiter, inboundDomain }: Whose): string => `${recruiter.inboundToken ?? ''}@${inboundDomain}`

const questionFor = async (whose: Whose, note: Note, base: string, secret: () => Promise<string>, now: string) => {
  const { question, id } = note
  if (!question || !id) return null
  const key = await secret()
  const answers = question.answers.map(async ({ word, label }) => ({
    word,
    label,
    url: await linkAddress(base, key, { kind: 'answer', ...idsOf(whose), note: id, word }, now),
  }))
  return writeQuestion({
    recruiter: { name: whose.recruiter.name },
    question: question.text,
    quote: note.quote,
    arrived: weekdayAndDate(
      localDate(whose.recruiter.calendar, note.arrivedAt),
      localDate(whose.recruiter.calendar, now),
    ),
    answers: await Promise.all(answers),
    isRestRecorded: note.commands.length > 0,
    isAgain: note.askedBefore.length > 0,
    replyTo: questionAddress(replyTo(whose), id),
    reference: questionReference(id, whose.inboundDomain),
  })
}
