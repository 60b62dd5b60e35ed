import { localDate } from '../../shared/domain/calendar/days.ts'
import { type Note, TIMES_ASKED } from '../../shared/domain/note.ts'
import { weekdayAndDate } from '../../shared/domain/plays/words.ts'
import type { EngagementId } from '../../shared/domain/vocabulary.ts'
import { questionAddress, questionReference } from '../../shared/mail/question-address.ts'
import type { Mailer } from '../../shared/mail/send.ts'
import { writeQuestion } from '../../shared/mail/write/question.ts'
import { writeReceipt } from '../../shared/mail/write/receipt.ts'
import type { Applied } from '../../shared/runtime/answer-note.ts'
import { linkAddress } from '../../shared/runtime/links.ts'
import type { Whose } from './whose.ts'

/**
 * Answers to what the recruiter sent: a receipt where mail opened an account, a question where a note is unclear. They
 * go to the recruiter's own confirmed address, never to a sender's.
 */
export const createAnswer =
  (send: Mailer, base: string, secret: () => Promise<string>) =>
  async (whose: Whose, note: Note, applied: Applied, now: string): Promise<void> => {
    const { recruiter } = whose
    const to =
      recruiter.addresses.find(
        address => address === note.from.toLowerCase() && !recruiter.suppressed.includes(address),
      ) ?? recruiter.addresses.find(address => !recruiter.suppressed.includes(address))
    if (!to) return
    const mails = await Promise.all([
      ...openedBy(applied).map(engagement => receiptFor(whose, applied, engagement, base, secret, now)),
      ...(isToBeAsked(note) ? [questionFor(whose, note, base, secret, now)] : []),
    ])
    // What can't be sent now is not lost: questions stand in the next digest, and what was opened is on record.
    for (const mail of mails) if (mail) await send({ ...mail, to })
  }

const isToBeAsked = (note: Note): boolean =>
  note.status === 'asked' && !note.answered && note.askedBefore.length < TIMES_ASKED

const openedBy = (applied: Applied): readonly EngagementId[] =>
  applied.said
    .filter(({ events }) => events.some(({ type }) => type === 'EngagementOpened'))
    .map(({ engagement }) => engagement)

const idsOf = ({ firm, recruiter }: Whose) => ({ firm: firm.firm, recruiter: recruiter.recruiter })
const replyTo = ({ recruiter, inboundDomain }: Whose): string => `${recruiter.inboundToken ?? ''}@${inboundDomain}`

const receiptFor = async (
  whose: Whose,
  applied: Applied,
  engagement: EngagementId,
  base: string,
  secret: () => Promise<string>,
  now: string,
) => {
  const state = applied.said.find(said => said.engagement === engagement)?.state
  if (!state || state.stage === 'unopened') return null
  const nameOf = (id: string | undefined) => state.contacts.find(contact => contact.id === id)?.name
  return writeReceipt({
    recruiter: { name: whose.recruiter.name },
    client: state.client,
    contacts: state.contacts.map(contact => {
      const phone = contact.phones[0]?.number
      const introducedBy = nameOf(contact.introducedBy)
      return { name: contact.name, ...(phone ? { phone } : {}), ...(introducedBy ? { introducedBy } : {}) }
    }),
    undo: await linkAddress(
      base,
      await secret(),
      { kind: 'undo', ...idsOf(whose), engagement, undo: [{ command: 'RetractEngagement' }] },
      now,
    ),
    replyTo: replyTo(whose),
  })
}

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
