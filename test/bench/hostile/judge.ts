import { FAULT } from '../../../shared/mail/read/sound.ts'
import type { Outgoing } from '../../../shared/mail/send.ts'
import { INBOUND, type Outcome } from '../office.ts'
import type { Hostile } from './hostile.ts'

/** Control characters, and marks that turn text around or are not seen. */
const HIDDEN = /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** What is wrong with how a hostile mail ended, in words; nothing where all is as it must be. */
export const judge = (mail: Hostile, outcome: Outcome): readonly string[] => [
  ...(outcome.status === mail.status ? [] : [`ended as ${outcome.status}, not ${mail.status}`]),
  ...(outcome.rule === FAULT ? ['our reading failed on it'] : []),
  ...(mail.commands && outcome.commands.join() !== mail.commands.join() ? [`says ${outcome.commands.join()}`] : []),
  ...outcome.sent.flatMap(wrongWith),
]

const wrongWith = (mail: Outgoing): readonly string[] => [
  ...(mail.to === 'ana@northgate.example' ? [] : ['an answer went to somebody else']),
  ...(isOurs(mail.replyTo ?? '') ? [] : ['an answer is to be sent elsewhere']),
  ...(HIDDEN.test(mail.subject) || mail.subject.includes('\n') || mail.subject.length > 200
    ? ['a subject is unsafe']
    : []),
  ...(Object.values(mail.headers).some(value => /[\r\n]/.test(value)) ? ['a header is unsafe'] : []),
  ...(HIDDEN.test(mail.text) ? ['a text hides something'] : []),
  ...(HIDDEN.test(mail.html) || /<script|javascript:|elsewhere\.example'/i.test(mail.html) ? ['a page is unsafe'] : []),
]

/** The recruiter's secret address, or one under it that says what is answered: `TOKEN+2026-10-14@…`. */
const isOurs = (address: string): boolean => {
  const [token = '', domain = ''] = INBOUND.split('@')
  return address === INBOUND || (address.startsWith(`${token}+`) && address.endsWith(`@${domain}`))
}
