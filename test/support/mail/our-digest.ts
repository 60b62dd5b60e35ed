import { type DigestMail, writeDigest } from '../../../shared/mail/write/digest.ts'
import { acmeTried, birchAndVale, entriesOn } from '../../domain/support/stories.ts'
import { emptyDigest } from './inputs.ts'

/** A digest of two tasks and a reminder, as it is sent today. */
export const ourDigest = (): Promise<DigestMail> => {
  const birch = birchAndVale()
  for (const day of ['16', '17', '18']) birch.morning(`2026-09-${day}`)
  const today = '2026-09-29'
  return writeDigest({
    ...emptyDigest(today, 'watch.example'),
    entries: [birch, acmeTried()].flatMap(told => entriesOn(told, today)),
    reminders: [{ client: 'Alder Works', what: 'call Ellen' }],
  })
}
