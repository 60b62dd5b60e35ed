import { defaultPolicy } from '../../../shared/domain/policy.ts'
import { type DigestMail, writeDigest } from '../../../shared/mail/write/digest.ts'
import { newYork } from '../../domain/support/account.ts'
import { acmeTried, birchAndVale, dan, entriesOn } from '../../domain/support/stories.ts'

/** A digest of two tasks and a reminder, as it is sent today. */
export const ourDigest = (): Promise<DigestMail> => {
  const birch = birchAndVale()
  for (const day of ['16', '17', '18']) birch.morning(`2026-09-${day}`)
  const today = '2026-09-29'
  return writeDigest({
    recruiter: { ...dan, inbound: 'token@in.watch.example' },
    calendar: newYork,
    policy: defaultPolicy,
    today,
    entries: [birch, acmeTried()].flatMap(told => entriesOn(told, today)),
    reminders: [{ client: 'Alder Works', what: 'call Ellen' }],
    questions: [],
    held: [],
    kept: [],
    unreadable: [],
    withinTime: 38,
    link: ({ task }, word) => `https://watch.example/do/${task.id}.${word}`,
    answerLink: (note, word) => `https://watch.example/answer/${note}.${word}`,
    noteLink: note => `https://watch.example/notes/${note}`,
    pages: 'https://watch.example/',
    replyTo: 'token+2026-09-29@in.watch.example',
    unsubscribe: 'https://watch.example/unsubscribe/t',
  })
}
