import { ANA, INBOUND } from '../office.ts'
import type { Hostile } from './hostile.ts'

/** The recruiter's own words, names and calendars, made to hurt whoever reads them or whatever we write back. */

const HEAD = [`From: ${ANA}`, 'Date: Wed, 14 Oct 2026 10:50:00 -0500', 'Message-ID: <words@northgate.example>']
const mail = (headers: readonly string[], body: string): string =>
  [...HEAD, `To: <${INBOUND}>`, 'Content-Type: text/plain; charset=utf-8', ...headers, '', body].join('\r\n')
const note = (text: string): string => mail(['Subject: '], text)
const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('')

export const notes: readonly Hostile[] = [
  { name: 'a thousand facts', status: 'held', raw: () => note('Left Ruth a voicemail. '.repeat(860)) },
  {
    name: 'hundreds of facts about strangers',
    status: 'asked',
    raw: () => note(times(200, at => `Called Xy${at} Zed, left vm. `)),
  },
  {
    name: 'a thousand facts about strangers',
    status: 'held',
    raw: () => note(times(700, at => `Called Xy${at} Zed, left vm. `)),
  },
  { name: 'a hundred thousand facts', status: 'held', raw: () => note('Left Ruth a voicemail. '.repeat(100_000)) },
  { name: '19,000 letters in a row', status: 'asked', raw: () => note(`Called Ruth ${'a'.repeat(19_000)}`) },
  { name: '19,000 digits', status: 'asked', raw: () => note(`Called Ruth ${'9'.repeat(19_000)}`) },
  { name: 'nothing but names', status: 'asked', raw: () => note('Ruth Tom '.repeat(2000)) },
  { name: 'nothing but dates', status: 'asked', raw: () => note('Called Ruth on 3/4 at 5 pm tomorrow '.repeat(500)) },
  { name: 'nothing but brackets', status: 'nothing', raw: () => note('(['.repeat(9000)) },
  {
    name: 'letters under a heap of accents',
    status: 'asked',
    raw: () => note(`Called Ruth ${'Z\u0351\u036b\u0343'.repeat(4000)}`),
  },
  { name: 'emoji', status: 'nothing', raw: () => note('\u{1f469}\u200d\u{1f4bb}'.repeat(3000)) },
  { name: 'text from right to left', status: 'asked', raw: () => note('\u202eדיברתי עם רות '.repeat(900)) },
  { name: 'a million of >', status: 'nothing', raw: () => note('>'.repeat(1_000_000)) },
  {
    name: 'quotation marks at the head of 24,000 lines',
    status: 'held',
    raw: () => note('> \n'.repeat(24_000) + 'x'.repeat(20_001)),
  },
  { name: '24,000 lines of From:', status: 'held', raw: () => note('From: \n'.repeat(24_000)) },
  {
    name: 'forwards of forwards of forwards',
    status: 'understood',
    raw: () =>
      note(
        times(
          5000,
          at => `---------- Forwarded message ---------\nFrom: P <p${at}@kiln.example>\nDate: x\nSubject: x\n\n`,
        ),
      ),
  },
  {
    name: 'headers in bold, one below the other',
    status: 'held',
    raw: () => note('*From:* Ruth\n*Sent:* Monday\n'.repeat(12_000)),
  },
  {
    name: 'attributions, one below the other',
    status: 'asked',
    raw: () => note('On Mon, Oct 12, 2026 at 9:00 AM Ruth wrote:\n'.repeat(20_000)),
  },
]

const copied = (recipient: string, subject: string): string =>
  [...HEAD, `To: ${recipient}`, `Subject: ${subject}`, '', 'The agreement is attached.'].join('\r\n')

/** What is written back must stay in its place: every case below opens an account, and is told so. */
export const injections: readonly Hostile[] = [
  {
    name: 'a line break in a name',
    status: 'understood',
    raw: () => copied(`${word('Lena\r\nBcc: all@elsewhere.example')} <lena@kiln.example>`, 'Terms'),
  },
  {
    name: 'a line break in a subject',
    status: 'understood',
    raw: () => copied('Lena Brandt <lena@kiln.example>', word('Terms\r\nBcc: all@elsewhere.example\r\n\r\nbody')),
  },
  {
    name: 'text turned around in a name',
    status: 'understood',
    raw: () => copied(`${word('Lena \u202egpj.exe\u202c \u2067Kiln\u2069\u200b\ufeff')} <lena@kiln.example>`, 'Terms'),
  },
  {
    name: 'markup in a name',
    status: 'understood',
    raw: () =>
      copied(`"<script>alert(1)</script> <a href='http://elsewhere.example'>press</a>" <lena@kiln.example>`, 'Terms'),
  },
  {
    name: 'a name of 10,000 letters',
    status: 'understood',
    raw: () => copied(`"${'Lena '.repeat(2000)}" <lena@kiln.example>`, 'Terms'),
  },
  {
    name: 'a subject of 50,000 letters',
    status: 'understood',
    raw: () => copied('Lena Brandt <lena@kiln.example>', 'Terms '.repeat(8000)),
  },
  {
    name: 'an address that is longer than any',
    status: 'asked',
    raw: () => copied(`Lena <${'l'.repeat(400)}@kiln.example>`, 'Terms'),
  },
  {
    name: 'an address in letters of another alphabet',
    status: 'understood',
    raw: () => copied('Zoë <zoë@kïln.example>', 'Terms'),
  },
  {
    name: 'a question that quotes a line break',
    status: 'asked',
    raw: () => copied(`${word('Lena\r\nReply-To: x')} <lena.kiln@gmail.com>`, word('Terms\r\nX: y')),
  },
]

const event = (lines: readonly string[]): string =>
  [
    'BEGIN:VEVENT',
    'UID:m1@northgate.example',
    'DTSTART:20261020T140000Z',
    'DTEND:20261020T143000Z',
    'SUMMARY:First talk',
    'ORGANIZER;CN=Ana Brandt:mailto:ana@northgate.example',
    'ATTENDEE;CN=Ruth Avila;PARTSTAT=NEEDS-ACTION:mailto:ruth.avila@harborcastings.example',
    ...lines,
    'END:VEVENT',
  ].join('\r\n')
const calendar = (...components: readonly string[]): string =>
  [
    ...HEAD,
    `To: <${INBOUND}>`,
    'Subject: First talk',
    'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    ...components,
    'END:VCALENDAR',
  ].join('\r\n')

export const calendars: readonly Hostile[] = [
  {
    name: '100,000 meetings',
    status: 'held',
    raw: () => calendar(times(100_000, at => `BEGIN:VEVENT\r\nUID:${at}\r\nEND:VEVENT\r\n`)),
  },
  { name: '900 meetings', status: 'held', raw: () => calendar(times(900, at => `${event([`X-N:${at}`])}\r\n`)) },
  {
    name: 'a meeting every second for ever',
    status: 'asked',
    raw: () => calendar(event(['RRULE:FREQ=SECONDLY;INTERVAL=1'])),
  },
  {
    name: 'a rule of 100 KB',
    status: 'asked',
    raw: () => calendar(event([`RRULE:FREQ=YEARLY;BYSECOND=${'1,'.repeat(50_000)}1;COUNT=999999999`])),
  },
  {
    name: '10,000 exceptions',
    status: 'asked',
    raw: () => calendar(event(['RRULE:FREQ=DAILY', `EXDATE:${'20261021T140000Z,'.repeat(9000)}20261022T140000Z`])),
  },
  {
    name: 'zones within zones',
    status: 'understood',
    raw: () => calendar('BEGIN:VTIMEZONE\r\nTZID:x\r\n'.repeat(5000), event([]), 'END:VTIMEZONE\r\n'.repeat(5000)),
  },
  {
    name: '2,000 invitees',
    status: 'nothing',
    raw: () => calendar(event([times(2000, at => `ATTENDEE:mailto:p${at}@c${at}.example\r\n`).trim()])),
  },
  {
    name: 'a meeting named as an object’s own parts',
    status: 'held',
    raw: () =>
      calendar(
        'BEGIN:VEVENT\r\nUID:__proto__\r\nDTSTART:20261020T140000Z\r\n__proto__:x\r\nconstructor:y\r\nEND:VEVENT',
      ),
  },
  { name: 'a day that never was', status: 'held', raw: () => calendar(event(['DTSTART:20260231T250000Z'])) },
  {
    name: 'a duration without end',
    status: 'held',
    raw: () => calendar(event([]).replace('DTEND:20261020T143000Z', 'DURATION:P99999999999W')),
  },
  {
    name: 'a title of 100 KB',
    status: 'understood',
    raw: () => calendar(event([]).replace('First talk', 'x'.repeat(100_000))),
  },
  { name: 'the year 9999', status: 'asked', raw: () => calendar(event([]).replaceAll('20261020', '99991231')) },
  { name: 'a calendar without an end', status: 'held', raw: () => calendar('BEGIN:VEVENT\r\n'.repeat(5000)) },
  {
    name: 'a line folded 20,000 times',
    status: 'understood',
    raw: () => calendar(event([`DESCRIPTION:${'x\r\n '.repeat(20_000)}`])),
  },
]
