import type { Contact } from '../../../shared/domain/engagement/state.ts'
import type { Book } from '../../../shared/mail/read/reading.ts'
import { accountOf, bookOf, contact } from '../../support/book.ts'
import { forward, type MailParts, mail, type OriginalMail } from '../../support/mail.ts'

/** A recruiter in London with one client, and how mail of and about its people comes in. */

export const ME = 'Rhys Morgan <rhys@morgantalent.example>'
const INBOUND = 'zyxwvutsrqponmlkjihgfedcba@in.watch.example'
export const GRETA = 'Greta Lindqvist <greta.lindqvist@haldenfoods.example>'
export const AT = '2026-11-10T10:30:00Z'
const ZONE = 'Europe/London'

export const greta = contact('greta', 'Greta Lindqvist', 'greta.lindqvist@haldenfoods.example')
export const omar = contact('omar', 'Omar Haddad', 'omar.haddad@haldenfoods.example', { role: 'hiring-manager' })
export const bookWith = (...people: readonly Contact[]): Book =>
  bookOf({ name: 'Rhys Morgan', address: 'rhys@morgantalent.example', zone: ZONE, inbound: INBOUND }, [
    accountOf('e1', 'Halden Foods', 'haldenfoods.example', people),
  ])

/** What the recruiter writes, by default to the inbound address. */
export const mine = (parts: Partial<MailParts>): string =>
  mail({ from: ME, to: INBOUND, at: AT, zone: ZONE, subject: '', ...parts })
/** What somebody wrote the recruiter the day before, who passes it on. */
export const passedOn = (
  original: Pick<OriginalMail, 'from' | 'subject' | 'text'> & Partial<OriginalMail>,
  more: Partial<Parameters<typeof forward>[0]> = {},
): string =>
  forward({
    client: 'gmail',
    by: ME,
    to: INBOUND,
    at: AT,
    zone: ZONE,
    original: { to: ME, at: '2026-11-09T12:00:00Z', zone: ZONE, ...original },
    plainOnly: true,
    ...more,
  })
