import { defaultPolicy } from '../../../shared/domain/policy.ts'
import type { DigestInput } from '../../../shared/mail/write/digest.ts'
import type { QuestionInput } from '../../../shared/mail/write/question.ts'
import type { ReceiptInput } from '../../../shared/mail/write/receipt.ts'
import { newYork } from '../../domain/support/account.ts'
import { dan } from '../../domain/support/stories.ts'

/** What mails of ours are written from, each with short links. */

/** A day on which nothing is due. */
export const emptyDigest = (today: string, domain = 'relight.example'): DigestInput => ({
  recruiter: { ...dan, inbound: `token@in.${domain}` },
  calendar: newYork,
  policy: defaultPolicy,
  today,
  entries: [],
  reminders: [],
  questions: [],
  held: [],
  kept: [],
  unreadable: [],
  withinTime: 38,
  link: ({ task }, word) => `https://${domain}/do/${task.id}.${word}`,
  answerLink: (note, word) => `https://${domain}/answer/${note}.${word}`,
  noteLink: note => `https://${domain}/notes/${note}`,
  pages: `https://${domain}/`,
  replyTo: `token+${today}@in.${domain}`,
  unsubscribe: `https://${domain}/unsubscribe/t`,
})

export const whichTanya: QuestionInput = {
  recruiter: { name: 'Ines Marchetti' },
  question: 'Which Tanya do you mean?',
  quote: 'Spoke with Tanya, she sends the job description on Friday.',
  arrived: 'Monday 14 September',
  isRestRecorded: false,
  isAgain: false,
  answers: [
    { word: 'tanya-brook', label: 'Tanya Brook, Brightwater', url: 'https://relight.example/answer/a' },
    { word: 'tanya-osei', label: 'Tanya Osei, Fenwick Tools', url: 'https://relight.example/answer/b' },
    { word: 'none', label: 'None of these', url: 'https://relight.example/answer/c' },
  ],
  replyTo: 'token@in.relight.example',
  reference: '<q1@in.relight.example>',
}

export const birchOpened: ReceiptInput = {
  recruiter: { name: 'Ines Marchetti' },
  client: 'Birch & Vale',
  news: { kind: 'opened' },
  contacts: [{ name: 'Tom Okafor' }, { name: 'Priya Nair', phone: '617 555 0120', introducedBy: 'Tom Okafor' }],
  undo: 'https://relight.example/undo/t',
  replyTo: 'token@in.relight.example',
}
