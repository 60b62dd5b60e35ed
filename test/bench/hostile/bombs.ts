import { deflateRawSync } from 'node:zlib'
import { ANA, INBOUND } from '../office.ts'
import type { Hostile } from './hostile.ts'

/** Mail that is made to be too much: parts, levels, headers, HTML, charsets, files. All of it as if from the recruiter. */

const HEAD = [
  `From: ${ANA}`,
  `To: <${INBOUND}>`,
  'Subject: Harbor',
  'Date: Wed, 14 Oct 2026 10:50:00 -0500',
  'Message-ID: <bomb@northgate.example>',
  'MIME-Version: 1.0',
]
const NOTE = 'Left Ruth a voicemail.'
const MB = 1024 * 1024

/** A header that opens the lines takes the place of the usual one. */
const mail = (...lines: readonly string[]): Buffer => {
  const [name = ''] = lines[0]?.split(' ', 1) ?? []
  const usual = HEAD.filter(line => name === '' || !line.startsWith(name))
  return Buffer.from([...usual, ...lines].join('\r\n'))
}
const multipart = (parts: readonly string[], boundary = 'edge'): string =>
  [`Content-Type: multipart/mixed; boundary=${boundary}`, '', ...parts.flatMap(part => [`--${boundary}`, part])].join(
    '\r\n',
  )
const plain = `Content-Type: text/plain\r\n\r\n${NOTE}`
const html = (body: string): Buffer => mail('Content-Type: text/html; charset=utf-8', '', body)
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('')
const levels = (count: number): string =>
  times(count, at => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`) + plain
const messages = (count: number): string =>
  times(count, at => `Subject: level ${at}\r\nContent-Type: message/rfc822\r\n\r\n`) + plain
const attached = (type: string, body: string): Buffer =>
  mail(multipart([plain, `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`]), '--edge--', '')
const charset = (name: string, body: string): Buffer =>
  Buffer.concat([mail(`Content-Type: text/plain; charset=${name}`, '', ''), Buffer.from(body, 'latin1')])

/** A zip whose one file unpacks to a gigabyte of zeros, packed once more. */
const zipBomb = (): string => {
  const inner = deflateRawSync(Buffer.alloc(64 * MB))
  return Buffer.concat([
    Buffer.from('504b0304140000000800', 'hex'),
    deflateRawSync(Buffer.concat(Array(16).fill(inner))),
  ])
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')
}

export const structures: readonly Hostile[] = [
  { name: '10,000 parts', status: 'held', raw: () => mail(multipart(Array<string>(10_000).fill(plain))) },
  { name: '500 levels of parts', status: 'held', raw: () => mail(levels(500)) },
  { name: '500 messages within messages', status: 'held', raw: () => mail(messages(500)) },
  {
    name: '400 messages beside one another',
    status: 'held',
    raw: () =>
      mail(multipart(Array<string>(400).fill(`Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\n${NOTE}`))),
  },
  { name: 'a boundary that never ends', status: 'understood', raw: () => mail(multipart([plain])) },
  {
    name: 'a part that begins with its parent’s boundary',
    status: 'understood',
    raw: () => mail(multipart([multipart([plain]), plain]), '--edge--', '--edge', plain, '--edge--', ''),
  },
  {
    name: 'boundaries that begin with one another',
    status: 'understood',
    raw: () => mail(multipart([multipart([plain], 'edge-'), '--edge---'], 'edge'), '--edge--', ''),
  },
  { name: 'an empty boundary', status: 'asked', raw: () => mail(multipart(Array<string>(400).fill(plain), '""')) },
  {
    name: 'a boundary of 100,000 characters',
    status: 'understood',
    raw: () => mail(multipart([plain], 'b'.repeat(100_000))),
  },
  {
    name: 'a hundred thousand lines that look like boundaries',
    status: 'held',
    raw: () =>
      mail(
        multipart([plain]),
        times(100_000, at => `--edge${at}\r\n`),
      ),
  },
  {
    name: 'a content type with 5,000 parameters',
    status: 'understood',
    raw: () => mail(`Content-Type: text/plain${times(5000, at => `; p${at}="${at}"`)}`, '', NOTE),
  },
  {
    name: 'a file name in 5,000 continuations',
    status: 'held',
    raw: () =>
      mail(
        multipart([plain, `Content-Type: application/pdf;${times(5000, at => `\r\n name*${at}*=%41`)}\r\n\r\nx`]),
        '--edge--',
        '',
      ),
  },
  {
    name: 'a content type of nested comments',
    status: 'understood',
    raw: () => mail(`Content-Type: text/plain ${'('.repeat(60_000)}${')'.repeat(60_000)}`, '', NOTE),
  },
  { name: 'a zip of zips', status: 'understood', raw: () => attached('application/zip; name=cv.zip', zipBomb()) },
  {
    name: 'a zip that calls itself a calendar',
    status: 'held',
    raw: () => attached('application/zip; name=meeting.ics', zipBomb().slice(0, MB)),
  },
  {
    name: '30 MB of attachment beside one line',
    status: 'understood',
    raw: () => attached('application/pdf; name=scan.pdf', `${'QUJD'.repeat(19)}\r\n`.repeat(400_000)),
  },
  { name: '39 MB of text', status: 'held', raw: () => mail('', 'x'.repeat(39 * MB)) },
  { name: '39 MB of line ends', status: 'held', raw: () => mail('', '\n'.repeat(39 * MB)) },
  {
    name: '3 MB of soft line breaks',
    status: 'held',
    raw: () => mail('Content-Transfer-Encoding: quoted-printable', '', `${NOTE}=\r\n`.repeat(100_000)),
  },
  {
    name: '2 MB of base64 text',
    status: 'held',
    raw: () =>
      mail('Content-Transfer-Encoding: base64', '', Buffer.from(`${NOTE}\n`.repeat(80_000)).toString('base64')),
  },
  {
    name: 'a delivery report of 12,000 failures',
    status: 'nothing',
    raw: () =>
      mail(
        'From: Mail Delivery System <mailer-daemon@mx.example>',
        multipart([`Content-Type: message/delivery-status\r\n\r\n${'Action: failed\r\n\r\n'.repeat(12_000)}`]),
      ),
    vouched: 'mx.example',
  },
  {
    name: 'a piece of a message that lies elsewhere',
    status: 'held',
    raw: () => mail('Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1/"', '', NOTE),
  },
]

export const pages: readonly Hostile[] = [
  { name: '20 MB of HTML', status: 'held', raw: () => html('<p>Left Ruth a voicemail.</p>'.repeat(800_000)) },
  { name: 'tables nested 5,000 deep', status: 'held', raw: () => html('<table><tr><td>'.repeat(5000) + NOTE) },
  {
    name: 'an attribute of 900 KB',
    status: 'understood',
    raw: () => html(`<p title="${'x'.repeat(900_000)}">${NOTE}</p>`),
  },
  {
    name: '40,000 attributes',
    status: 'understood',
    raw: () => html(`<p ${times(40_000, at => `a${at}=1 `)}>${NOTE}</p>`),
  },
  { name: '40,000 elements never closed', status: 'held', raw: () => html('<b><i>'.repeat(20_000) + NOTE) },
  { name: 'a million entities', status: 'held', raw: () => html('&amp;'.repeat(1_000_000)) },
  { name: '200,000 entities', status: 'held', raw: () => html(`<p>${'&gt;\n'.repeat(200_000)}</p>`) },
  {
    name: 'a style sheet of 900 KB',
    status: 'understood',
    raw: () => html(`<style>${'p{x:y}'.repeat(150_000)}</style><p>${NOTE}</p>`),
  },
  {
    name: 'a comment that never ends',
    status: 'understood',
    raw: () => html(`<p>${NOTE}</p><!--${'<p>'.repeat(16_000)}`),
  },
  { name: 'a million opening brackets', status: 'held', raw: () => html('<'.repeat(1_000_000)) },
  { name: 'paragraphs never closed', status: 'held', raw: () => html('<p>Left Ruth a voicemail.'.repeat(39_000)) },
  {
    name: '240 quotations within one another',
    status: 'understood',
    raw: () => html(`<p>${NOTE}</p>${'<blockquote>'.repeat(240)}${'On Monday she wrote:<br>'.repeat(30_000)}`),
  },
  { name: 'list items within lists', status: 'held', raw: () => html('<ol><li>'.repeat(200) + '<li>x'.repeat(20_000)) },
  {
    name: 'a script',
    status: 'understood',
    raw: () => html(`<script>${'alert(1);'.repeat(50_000)}</script><p>${NOTE}</p>`),
  },
]

export const alphabets: readonly Hostile[] = [
  { name: 'UTF-7', status: 'asked', raw: () => charset('utf-7', 'Left Ruth a voice+AG0-ail.') },
  { name: 'a charset that nobody knows', status: 'understood', raw: () => charset('x-klingon-1', NOTE) },
  { name: 'a charset with a name of 100 KB', status: 'understood', raw: () => charset('x'.repeat(100_000), NOTE) },
  { name: 'invalid bytes', status: 'understood', raw: () => charset('utf-8', `${NOTE} \xff\xfe\xc3\x28\xf0\x9f`) },
  { name: 'UTF-16 that is none', status: 'asked', raw: () => charset('utf-16', NOTE) },
  { name: 'EBCDIC', status: 'understood', raw: () => charset('cp037', NOTE) },
  { name: 'a megabyte of NUL', status: 'understood', raw: () => mail('', `${NOTE}${'\0'.repeat(MB)}`) },
  { name: 'NUL between the letters', status: 'understood', raw: () => mail('', [...NOTE].join('\0')) },
  { name: 'nothing but NUL', status: 'held', raw: () => Buffer.alloc(100_000) },
  { name: 'two megabytes of noise', status: 'held', raw: noise },
]

/** Bytes without a pattern, the same ones each time. */
function noise(): Buffer {
  const bytes = Buffer.alloc(2 * MB)
  for (let at = 0, seed = 7; at < bytes.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    bytes[at] = seed >> 16
  }
  return bytes
}

export const headers: readonly Hostile[] = [
  { name: '10,000 headers', status: 'held', raw: () => mail(`${'X-A: b\r\n'.repeat(10_000)}`, NOTE) },
  { name: 'a header of 5 MB', status: 'held', raw: () => mail(`X-A: ${'b'.repeat(5 * MB)}`, '', NOTE) },
  {
    name: 'a header folded 100,000 times',
    status: 'held',
    raw: () => mail(`X-A: b${'\r\n c'.repeat(100_000)}`, '', NOTE),
  },
  { name: 'headers alone, without an end', status: 'asked', raw: () => mail(`X-A: ${'b '.repeat(100_000)}`) },
  {
    name: 'a header that names nothing',
    status: 'understood',
    raw: () => mail(': x', 'no colon here', '\tfolded', '', NOTE),
  },
  {
    name: '10,000 recipients',
    status: 'held',
    raw: () => mail(`Cc: ${times(10_000, at => `p${at}@c${at}.example, `)}`, '', NOTE),
  },
  {
    name: '10,000 recipients at one company',
    status: 'held',
    raw: () => mail(`Cc: ${times(10_000, at => `p${at}@kiln.example, `)}`, '', NOTE),
  },
  { name: 'groups within groups', status: 'held', raw: () => mail(`Cc: ${'a:'.repeat(60_000)};`, '', NOTE) },
  { name: 'an endless quoted name', status: 'held', raw: () => mail(`Cc: "${'\\"'.repeat(60_000)}`, '', NOTE) },
  { name: 'brackets in a recipient', status: 'held', raw: () => mail(`Cc: ${'<'.repeat(120_000)}`, '', NOTE) },
  { name: 'comments in a recipient', status: 'held', raw: () => mail(`Cc: ${'('.repeat(120_000)}`, '', NOTE) },
  { name: 'commas for recipients', status: 'held', raw: () => mail(`Cc: ${','.repeat(200_000)}`, '', NOTE) },
  {
    name: 'a subject of 10,000 encoded words',
    status: 'understood',
    raw: () => mail(`Subject: ${'=?utf-8?B?QQ==?= '.repeat(10_000)}`, '', NOTE),
  },
  {
    name: 'encoded words that never end',
    status: 'understood',
    raw: () => mail(`X-A: ${'=?utf-8?Q?'.repeat(20_000)}`, '', NOTE),
  },
  {
    name: 'encoded words within encoded words',
    status: 'understood',
    raw: () => {
      let word = 'x'
      for (let depth = 0; depth < 12; depth++) word = `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`
      return mail(`Cc: ${word} <${'x'.repeat(300)}@kiln.example>`, '', NOTE)
    },
  },
  {
    name: '20,000 references',
    status: 'understood',
    raw: () => mail(`References: ${times(20_000, at => `<${at}@x> `)}`, '', NOTE),
  },
  { name: 'a date of 100 KB', status: 'understood', raw: () => mail(`Date: ${'Wed, '.repeat(20_000)}`, '', NOTE) },
]
