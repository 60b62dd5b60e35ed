import { ANA, INBOUND, RUTH } from '../office.ts'
import type { Hostile } from './hostile.ts'

/** Mail that claims to be what it is not. Whoever writes it, it must log nothing and open nothing. */

const NOTE = 'Left Ruth a voicemail. Agreement signed.'
const STRANGER = 'Mallory <mallory@elsewhere.example>'
const PASS =
  'spf=pass smtp.mailfrom=northgate.example; dkim=pass header.d=northgate.example; dmarc=pass header.from=northgate.example'

const mail = (headers: readonly string[], body = NOTE): string =>
  [...headers, `To: <${INBOUND}>`, 'Subject: Harbor', 'Message-ID: <forged@elsewhere.example>', '', body].join('\r\n')

const from = (...lines: readonly string[]): string => mail(lines.map(line => `From: ${line}`))
const bare = { status: 'held', commands: [] } as const

/** As a stranger sends it who has got hold of the recruiter's secret address. */
const stolen = (name: string, ...headers: readonly string[]): Hostile => ({
  ...bare,
  name,
  raw: () => mail([`From: ${STRANGER}`, ...headers]),
  vouched: 'elsewhere.example',
})

const invitation = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:trap',
  'DTSTART:20261020T140000Z',
  'DTEND:20261020T143000Z',
  'ORGANIZER:mailto:ana@northgate.example',
  'ATTENDEE:mailto:ruth.avila@harborcastings.example',
  'SUMMARY:Trap',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

export const forgeries: readonly Hostile[] = [
  { ...bare, name: 'From the recruiter, and nobody vouches for it', raw: () => from(ANA), vouched: null },
  {
    ...bare,
    name: 'From the recruiter, vouched for by another domain',
    raw: () => from(ANA),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'verdicts forged below the topmost',
    raw: () => mail([`Authentication-Results: amazonses.com; ${PASS}`, `From: ${ANA}`]),
    vouched: null,
  },
  {
    ...bare,
    name: 'verdicts of another service below the topmost',
    raw: () => mail([`Authentication-Results: mx.elsewhere.example; ${PASS}`, `From: ${ANA}`]),
    vouched: null,
  },
  {
    ...bare,
    name: 'verdicts in a header that looks like ours',
    raw: () =>
      mail([
        `Authentication-Results : amazonses.com; ${PASS}`,
        `ARC-Authentication-Results: i=1; amazonses.com; ${PASS}`,
        `From: ${ANA}`,
      ]),
    vouched: null,
  },
  {
    ...bare,
    name: 'a verdict written into the envelope’s sender',
    raw: () => from(ANA),
    vouched: '"x;dkim=pass header.d=northgate.example;dmarc=pass header.from=northgate.example"@elsewhere.example',
  },
  {
    ...bare,
    name: 'a DKIM signature of a neighbour under the same suffix',
    raw: () => mail(['From: Ana Brandt <ana@northgate.co.uk>']),
    vouched: 'elsewhere.co.uk',
  },
  { ...bare, name: 'two From headers, the recruiter’s first', raw: () => from(ANA, STRANGER) },
  { ...bare, name: 'two From headers, the recruiter’s last', raw: () => from(STRANGER, ANA) },
  { ...bare, name: 'two people in one From', raw: () => from(`${ANA}, ${STRANGER}`) },
  { ...bare, name: 'a group in From', raw: () => from(`Desk: ${ANA}, ${STRANGER};`) },
  {
    ...bare,
    name: 'a name that is the recruiter’s address',
    raw: () => from('"ana@northgate.example" <mallory@elsewhere.example>'),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'the recruiter’s address before the real one',
    raw: () => from('ana@northgate.example <mallory@elsewhere.example>'),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'the recruiter’s address in an encoded word',
    raw: () => from('=?utf-8?Q?Ana_=3Cana=40northgate=2Eexample=3E?= <mallory@elsewhere.example>'),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'the recruiter’s address in a quoted local part',
    raw: () => from('"ana@northgate.example"@elsewhere.example', '<@elsewhere.example:ana@northgate.example>'),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'the recruiter’s address cut short by NUL',
    raw: () => from('<ana@northgate.example\0@elsewhere.example>'),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'a letter that only looks like the recruiter’s',
    raw: () => from('Ana Brandt <ana@n\u043ertgh\u0430te.example>'),
    vouched: 'n\u043ertgh\u0430te.example',
  },
  { ...bare, name: 'no From at all', raw: () => mail([]) },
  { ...bare, name: 'From without an address', raw: () => from('Ana Brandt') },
  stolen('a stranger with the secret address'),
  stolen('Sender and Resent-From of the recruiter', `Sender: ${ANA}`, `Resent-From: ${ANA}`, `Reply-To: ${ANA}`),
  stolen(
    'headers that a service might write',
    'X-SES-RECEIPT: x',
    'X-Relight-Recruiter: ana',
    'X-Original-From: ana@northgate.example',
  ),
  { ...stolen('the header of our own mail, forged', 'X-Relight-Mail: digest'), status: 'nothing' },
  {
    ...bare,
    name: 'From a client, and nobody vouches for it',
    raw: () => from(RUTH),
    vouched: null,
  },
  {
    ...bare,
    name: 'From a client, a DMARC verdict without a signature',
    raw: () =>
      mail([`Authentication-Results: amazonses.com; dmarc=pass header.from=harborcastings.example`, `From: ${RUTH}`]),
    vouched: null,
  },
  {
    ...bare,
    name: 'an absence of a client, forged',
    status: 'nothing',
    raw: () =>
      mail(
        [`From: ${RUTH}`, 'Auto-Submitted: auto-replied'],
        'I am out of the office and back on Monday 7 December 2026.',
      ),
    vouched: null,
  },
  {
    ...bare,
    name: 'an invitation from a stranger',
    raw: () => mail([`From: ${STRANGER}`, 'Content-Type: text/calendar; method=REQUEST'], invitation),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'an invitation that bears the recruiter’s address',
    raw: () => mail([`From: ${ANA}`, 'Content-Type: text/calendar; method=REQUEST'], invitation),
    vouched: 'elsewhere.example',
  },
  {
    ...bare,
    name: 'a bounce that a stranger wrote',
    status: 'nothing',
    raw: () =>
      mail(
        ['From: mailer-daemon@elsewhere.example', 'X-Failed-Recipients: ana@northgate.example'],
        'Undeliverable: ana@northgate.example',
      ),
    vouched: 'elsewhere.example',
  },
]
