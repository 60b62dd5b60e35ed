import * as fc from 'fast-check'
import type { Case } from './case.ts'

/** What may happen to a message on its way, or be done to it: each turns one raw message into another. */

type Mutation = (raw: Buffer, other: Buffer) => Buffer

const latin1 = (raw: Buffer): string => raw.toString('latin1')
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
const at = (raw: Buffer, share: number): number => Math.floor(share * raw.length)

/** The header block as its lines, folds with them, and what follows it. */
const divided = (raw: Buffer): { headers: string[]; rest: string } => {
  const text = latin1(raw)
  const end = text.indexOf('\r\n\r\n')
  const block = end === -1 ? text : text.slice(0, end)
  return { headers: block.split(/\r\n(?![ \t])/), rest: end === -1 ? '' : text.slice(end) }
}
const joined = (headers: readonly string[], rest: string): Buffer => bytes(headers.join('\r\n') + rest)

/** Changes the header lines and leaves the body as it is. */
const inHeaders =
  (change: (headers: string[]) => readonly string[]): Mutation =>
  raw => {
    const { headers, rest } = divided(raw)
    return joined(change(headers), rest)
  }
/** Replaces the n-th place (counted round) where a text stands. */
const replacing =
  (pattern: RegExp, place: number, by: (found: string) => string): Mutation =>
  raw => {
    const text = latin1(raw)
    const found = [...text.matchAll(pattern)]
    const match = found[place % Math.max(1, found.length)]
    return match ? bytes(text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length)) : raw
  }

/** Anywhere: left to itself, fast-check prefers the ends. */
const share = fc.noBias(fc.nat(9999)).map(part => part / 10_000)
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map(text => Buffer.from(text).toString('latin1')),
  fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
  fc.constantFrom(
    '\0',
    '\r',
    '\n',
    '\r\n\r\n',
    '"',
    '<',
    '>',
    ';',
    ',',
    '=',
    '=?',
    '?=',
    '--',
    '\u00ff\u00fe',
    '=E2=80=AE',
    '\x1b$B',
    '<!--',
    '</div>',
    '>From ',
    '.\r\n',
  ),
)
const HEADERS = [
  'From: Mallory <mallory@elsewhere.example>',
  'From: Ana Brandt <ana@northgate.example>',
  'To: "Brandt, Lena" <lena@kilnworks.example>, undisclosed-recipients:;',
  'Subject: =?utf-8?B?TGVuYQ0KQmNjOiB4QHkuZXhhbXBsZQ==?=',
  'Authentication-Results: amazonses.com; dkim=pass header.d=northgate.example; dmarc=pass header.from=northgate.example',
  'Auto-Submitted: auto-replied',
  'X-Relight-Mail: digest',
  'Content-Type: text/html; charset=utf-16',
  'Content-Type: multipart/alternative; boundary="outer-1"',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  'In-Reply-To: <x@watch.example>',
  'Message-ID: <>',
  'Date: Thu, 1 Jan 2099 00:00:00 +0000',
  'Date: Tue, 31 Feb 2026 25:61:00 +9999',
  'Reply-To: ana@northgate.example',
  ' dmarc=pass header.from=northgate.example; dkim=pass header.d=northgate.example',
]
const CHARSETS = ['utf-16', 'utf-7', 'iso-2022-jp', 'x-none', 'windows-1252', 'gb18030', 'us-ascii', '"', '=?']
const DATES = [
  '31 Feb 2026',
  '12/31/1969',
  'Thursday, 1 January 1970 at 12:00 AM',
  '13/13/2026',
  '2026-10-14T99:99:99Z',
  'tomorrow',
  '9 Oktober 2031 om 25:00',
]

const edits: readonly fc.Arbitrary<Mutation>[] = [
  fc.tuple(share, fc.nat(255)).map(([where, byte]) => (raw: Buffer) => {
    const copy = Buffer.from(raw)
    if (copy.length > 0) copy[at(raw, where)] = byte
    return copy
  }),
  fc.tuple(share, junk).map(
    ([where, text]) =>
      (raw: Buffer) =>
        Buffer.concat([raw.subarray(0, at(raw, where)), bytes(text), raw.subarray(at(raw, where))]),
  ),
  fc.tuple(share, fc.nat(400)).map(
    ([where, length]) =>
      (raw: Buffer) =>
        Buffer.concat([raw.subarray(0, at(raw, where)), raw.subarray(at(raw, where) + length)]),
  ),
  share.map(where => (raw: Buffer) => raw.subarray(0, at(raw, where))),
  fc.tuple(share, share).map(
    ([here, there]) =>
      (raw: Buffer, other: Buffer) =>
        Buffer.concat([raw.subarray(0, at(raw, here)), other.subarray(at(other, there))]),
  ),
  fc
    .tuple(share, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 2, max: 60 }))
    .map(([where, length, count]) => (raw: Buffer) => {
      const piece = raw.subarray(at(raw, where), at(raw, where) + length)
      return Buffer.concat([
        raw.subarray(0, at(raw, where)),
        ...Array<Buffer>(count).fill(piece),
        raw.subarray(at(raw, where)),
      ])
    }),
  fc.nat(20).map(which => inHeaders(headers => headers.toSpliced(which % headers.length, 1))),
  fc
    .tuple(fc.nat(20), fc.nat(20))
    .map(([from, to]) =>
      inHeaders(headers => headers.toSpliced(to % headers.length, 0, headers[from % headers.length] ?? '')),
    ),
  fc
    .nat(20)
    .map(turn =>
      inHeaders(headers => [...headers.slice(turn % headers.length), ...headers.slice(0, turn % headers.length)]),
    ),
  fc
    .tuple(fc.constantFrom(...HEADERS), fc.nat(20))
    .map(([header, where]) => inHeaders(headers => headers.toSpliced(where % headers.length, 0, header))),
  fc
    .tuple(fc.nat(60), fc.constantFrom('\r\n ', '\r\n\t', '\r\n', '\n '))
    .map(([place, fold]) => replacing(/ /g, place, () => fold)),
  fc
    .tuple(fc.nat(60), fc.constantFrom('\n', '\r', '\r\n\r\n', ''))
    .map(([place, end]) => replacing(/\r\n/g, place, () => end)),
  fc
    .tuple(fc.nat(8), fc.constantFrom('', 'x', '--', '"', '000'))
    .map(([place, by]) => replacing(/boundary="?[\w-]+/g, place, found => found + by)),
  fc
    .tuple(fc.nat(8), fc.constantFrom('', '--', ' ', '-', '\t\0'))
    .map(([place, by]) => replacing(/^--[\w-]+/gm, place, found => found.slice(0, -1) + by)),
  fc
    .tuple(fc.nat(8), fc.constantFrom(...CHARSETS))
    .map(([place, name]) => replacing(/charset=[\w-]+/g, place, () => `charset=${name}`)),
  fc
    .tuple(fc.nat(8), fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable', 'x-uuencode', 'binary'))
    .map(([place, name]) => replacing(/Encoding: [\w-]+/g, place, () => `Encoding: ${name}`)),
  fc
    .tuple(fc.nat(8), junk)
    .map(([place, text]) => replacing(/=\?[\w-]+\?[BQ]\?[^?]*\?=/g, place, found => found.slice(0, -3) + text)),
  fc
    .tuple(fc.nat(12), fc.constantFrom(...DATES))
    .map(([place, date]) =>
      replacing(
        /\d{1,2} Oct\w* 2026|Oct\w* \d{1,2}, 2026|\d{1,2}\/\d{1,2}\/\d{2}|20261\d{3}T\d{6}Z?/g,
        place,
        () => date,
      ),
    ),
  fc
    .tuple(fc.nat(30), junk)
    .map(([place, text]) => replacing(/[\w.]+@[\w.]+/g, place, found => found.replace(/.@/, `${text}@`))),
  fc
    .tuple(
      fc.nat(30),
      fc.constantFrom(
        '',
        '12@kilnworks.example',
        'zoë@kïln.example',
        'o&m=x/1@kilnworks.example',
        'x@[127.0.0.1]',
        'dee@gmail.com',
      ),
    )
    .map(([place, address]) => replacing(/[\w.]+@[\w.]+/g, place, () => Buffer.from(address).toString('latin1'))),
  fc
    .tuple(fc.nat(30), fc.constantFrom('\u200b', '"', "'", 'x'.repeat(400), '\u202e', '.', '\u{1f469}'))
    .map(([place, name]) =>
      replacing(/Ruth Avila|Tom Okafor|Lena Brandt|Ana Brandt|Harbor Castings/g, place, () =>
        Buffer.from(name).toString('latin1'),
      ),
    ),
  fc
    .nat(10)
    .map(place =>
      replacing(/^(BEGIN|END|DTSTART|DTEND|UID|METHOD|ATTENDEE|ORGANIZER|RRULE)[^\r]*/gm, place, () => 'X-Y:z'),
    ),
  fc.constant((raw: Buffer) => bytes(latin1(raw).replaceAll('\r\n', '\n'))),
  fc.constant((raw: Buffer) => Buffer.from(latin1(raw), 'utf16le')),
]

const fromDomain = (raw: string): string => /^From:.*@([\w.-]+)/m.exec(raw)?.[1] ?? 'elsewhere.example'

/** Now and then it is vouched for by somebody else, or by nobody. */
const vouching = fc.oneof(
  { weight: 8, arbitrary: fc.constant('its sender' as const) },
  { weight: 1, arbitrary: fc.constantFrom('northgate.example', 'harborcastings.example', 'elsewhere.example', null) },
)

/** A seed with a few things done to it; another one is spliced in where two messages are mixed. */
export const damaged = (seeds: readonly string[]): fc.Arbitrary<Case> =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.constantFrom(...seeds),
      fc.array(fc.oneof(...edits), { minLength: 1, maxLength: 5 }),
      vouching,
    )
    .map(([seed, other, changes, by]) => ({
      raw: changes.reduce<Buffer>(
        (raw, change) => change(raw, Buffer.from(other)).subarray(0, LONGEST),
        Buffer.from(seed),
      ),
      vouched: by === 'its sender' ? fromDomain(seed) : by,
    }))

const LONGEST = 200_000
