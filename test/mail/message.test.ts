import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Message, readMessage } from '../../shared/mail/read/message.ts'
import { bounce, bytes, forward, ics, invitation, mail } from '../support/mail.ts'

const read = async (raw: string | Uint8Array): Promise<Message> => {
  const message = await readMessage(typeof raw === 'string' ? bytes(raw) : raw)
  if (message.kind === 'too-much') throw new Error(`over the limit: ${message.limit}`)
  return message
}
const limitOf = async (raw: string) => {
  const message = await readMessage(bytes(raw))
  return message.kind === 'too-much' ? message.limit : 'none'
}
const multipart = (kind: string, ...parts: string[]) =>
  [
    `Content-Type: multipart/${kind}; boundary=edge`,
    '',
    ...parts.flatMap(part => ['--edge', part]),
    '--edge--',
    '',
  ].join('\r\n')

describe('the envelope of a message', () => {
  test('people, subject and ids are read from the headers', async () => {
    const message = await read(
      mail({
        from: 'Lena Brandt <Lena@Foundry.example>',
        to: ['Omar Haddad <omar@talent.example>', 'desk@talent.example'],
        cc: 'Ruth Ek <ruth@foundry.example>',
        subject: 'Toolmaker, second shift',
        messageId: 'm1@foundry.example',
        inReplyTo: 'm0@talent.example',
        references: ['a@talent.example', 'm0@talent.example'],
      }),
    )
    expect(message).toMatchObject({
      from: { name: 'Lena Brandt', address: 'lena@foundry.example' },
      to: [
        { name: 'Omar Haddad', address: 'omar@talent.example' },
        { name: '', address: 'desk@talent.example' },
      ],
      cc: [{ name: 'Ruth Ek', address: 'ruth@foundry.example' }],
      subject: 'Toolmaker, second shift',
      messageId: 'm1@foundry.example',
      inReplyTo: 'm0@talent.example',
      references: ['a@talent.example', 'm0@talent.example'],
    })
  })

  test('of several Message-IDs the topmost counts', async () => {
    const message = await read('Message-ID: <one@x.example>\r\nMessage-Id: <two@x.example>\r\n\r\nhello')
    expect(message.messageId).toBe('one@x.example')
  })

  test('a message without Message-ID has none', async () => {
    expect((await read('From: a@b.example\r\n\r\nhello')).messageId).toBeNull()
  })

  test('names and subjects in encoded words are decoded', async () => {
    const message = await read(
      mail({ from: 'Zoë Müller <zoe@werk.example>', subject: 'Größe der Schicht — Übersicht', text: 'Grüße' }),
    )
    expect(message.from?.name).toBe('Zoë Müller')
    expect(message.subject).toBe('Größe der Schicht — Übersicht')
  })

  test('a line break in a decoded subject cannot make a second line of it', async () => {
    const sneaky = Buffer.from('Order\r\nBcc: all@firm.example').toString('base64')
    const message = await read(`Subject: =?utf-8?B?${sneaky}?=\r\n\r\nhello`)
    expect(message.subject).toBe('Order Bcc: all@firm.example')
  })

  test.each([
    ['Tue, 8 Sep 2026 10:12:00 -0400', '2026-09-08T14:12:00Z'],
    ['8 Sep 2026 10:12 +0530', '2026-09-08T04:42:00Z'],
    ['Tue,  8 Sep 26 10:12:09 EDT', '2026-09-08T14:12:09Z'],
    ['Tue, 8 Sep 2026 10:12:00 -0400 (EDT)', '2026-09-08T14:12:00Z'],
    ['Thu, 31 Sep 2026 10:12:00 -0400', null],
    ['Tue, 8 Sep 2026 10:12:00', null],
    ['yesterday', null],
    ['', null],
  ])('the date header %j is %j', async (text, date) => {
    const message = await read(`Date: ${text}\r\n\r\nhello`)
    expect({ date: message.date, dateText: message.dateText }).toEqual({ date, dateText: text })
  })
})

describe('the words of a message', () => {
  test('the plain part is preferred to the HTML', async () => {
    const message = await read(mail({ from: 'a@b.example', text: 'Plain words', html: '<p>Other words</p>' }))
    expect(message.text.trim()).toBe('Plain words')
    expect(message.html).toContain('Other words')
  })

  test('a mail of HTML alone is read as text: paragraphs apart, links without targets, quotations marked', async () => {
    const html =
      '<p>Hi Omar,</p><p>see <a href="https://x.example/t?id=1">the job</a></p><img src="cid:logo">' +
      '<ol><li>called Ruth</li><li>left word</li></ol><table><tr><td>Lena</td><td>Brandt</td></tr></table><blockquote>On Monday:<blockquote>older</blockquote></blockquote>'
    const message = await read(mail({ from: 'a@b.example', html }))
    expect(message.text).toBe(
      'Hi Omar,\n\nsee the job\n\n1. called Ruth\n2. left word\nLena Brandt\n\n> On Monday:\n> older',
    )
  })

  test('an empty plain part gives way to the HTML', async () => {
    const message = await read(mail({ from: 'a@b.example', text: ' \n ', html: '<div>The real words</div>' }))
    expect(message.text).toBe('The real words')
  })

  test.each([
    ['quoted-printable', 'utf-8', 'Gr=C3=BC=C3=9Fe =E2=80=93 f=\r\nertig', 'Grüße – fertig'],
    ['base64', 'utf-8', Buffer.from('Grüße – fertig').toString('base64'), 'Grüße – fertig'],
    ['quoted-printable', 'iso-8859-1', 'Gr=FC=DFe', 'Grüße'],
    ['quoted-printable', 'windows-1252', 'it=92s 5 =80', 'it’s 5 €'],
    ['base64', 'iso-2022-jp', Buffer.from('\x1b$B$3$s\x1b(B', 'latin1').toString('base64'), 'こん'],
    ['7bit', 'x-no-such-charset', 'plain', 'plain'],
  ])('%s in %s is decoded', async (encoding, charset, body, words) => {
    const raw = `Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`
    expect((await read(raw)).text.trim()).toBe(words)
  })

  test('NUL bytes and other control characters are dropped', async () => {
    expect((await read('Subject: a\0b\r\n\r\nSpoke\0 with\x07 Lena')).text.trim()).toBe('Spoke with Lena')
  })
})

describe('what comes with a message', () => {
  test('attachments are named with their size and never opened', async () => {
    const message = await read(
      mail({
        from: 'a@b.example',
        text: 'Attached.',
        attachments: [
          { name: 'toolmaker.pdf', type: 'application/pdf', content: 'x'.repeat(300_000) },
          { name: 'notes.txt', type: 'text/plain', content: 'Spoke with somebody else' },
        ],
      }),
    )
    expect(message.attachments.map(({ name, type }) => ({ name, type }))).toEqual([
      { name: 'toolmaker.pdf', type: 'application/pdf' },
      { name: 'notes.txt', type: 'text/plain' },
    ])
    expect(message.attachments[0]?.size).toBeGreaterThan(300_000)
    expect(message.text.trim()).toBe('Attached.')
  })

  test('a calendar is found as a part and as an attached file', async () => {
    const event = {
      title: 'Toolmaker call',
      starts: '2026-09-21T14:00:00Z',
      ends: '2026-09-21T14:30:00Z',
      organizer: 'Omar Haddad <omar@talent.example>',
      attendees: ['Lena Brandt <lena@foundry.example>'],
    }
    const asPart = await read(invitation({ ...event, by: event.organizer, to: 'box@in.relight.example' }))
    const asFile = await read(
      mail({ from: 'a@b.example', text: 'See file', attachments: [{ name: 'invite.ics', content: ics(event) }] }),
    )
    expect(asPart.calendar).toHaveLength(1)
    expect(asPart.calendar[0]).toContain('SUMMARY:Toolmaker call')
    expect(asFile.calendar[0]).toContain('SUMMARY:Toolmaker call')
    expect(asFile.attachments.map(({ name }) => name)).toEqual(['invite.ics'])
  })

  test('a message attached to a message is read as a message, with what is attached to it', async () => {
    const inner = mail({
      from: 'Lena Brandt <lena@foundry.example>',
      subject: 'The job',
      text: 'Here it is.',
      attachments: [{ name: 'job.docx', content: 'y'.repeat(50_000) }],
    })
    const message = await read(
      `From: omar@talent.example\r\n${multipart('mixed', 'Content-Type: text/plain\r\n\r\nFYI', `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=job.eml\r\n\r\n${inner}`)}`,
    )
    expect(message.text.trim()).toBe('FYI')
    expect(message.messages).toHaveLength(1)
    expect(message.messages[0]).toMatchObject({
      from: { name: 'Lena Brandt', address: 'lena@foundry.example' },
      subject: 'The job',
    })
    expect(message.messages[0]?.text.trim()).toBe('Here it is.')
    expect(message.messages[0]?.attachments[0]).toMatchObject({ name: 'job.docx' })
    expect(message.messages[0]?.attachments[0]?.size).toBeGreaterThan(50_000)
  })

  test('a delivery report brings its status and the headers of what was returned', async () => {
    const original = mail({
      from: 'omar@talent.example',
      to: 'gone@foundry.example',
      messageId: 'sent-1@talent.example',
    })
    const message = await read(bounce({ to: 'omar@talent.example', failed: 'gone@foundry.example', original }))
    expect(message.deliveryStatus[0]).toContain('Action: failed')
    expect(message.messages[0]?.messageId).toBe('sent-1@talent.example')
  })
})

describe('limits hold before anything is parsed', () => {
  const html = (body: string) => `Content-Type: text/html\r\n\r\n${body}`

  test.each([
    ['5 MB of one line', () => `Subject: x\r\n\r\n${'x'.repeat(5_000_000)}`, 'textBytes'],
    ['a million empty lines', () => `Subject: x\r\n\r\n${'\n'.repeat(1_000_000)}`, 'lines'],
    ['10,000 headers', () => `${'X-A: b\r\n'.repeat(10_000)}\r\nhi`, 'headerLines'],
    ['one endless header', () => `Subject: ${'x'.repeat(600_000)}\r\n\r\nhi`, 'headerBytes'],
    ['10,000 parts', () => `Subject: x\r\n${multipart('mixed', ...Array<string>(10_000).fill('\r\nhi'))}`, 'parts'],
    ['20 MB of HTML', () => html('<p>hello there</p>'.repeat(1_200_000)), 'textBytes'],
    ['elements within 100,000 elements', () => html('<div>'.repeat(100_000)), 'htmlNesting'],
    ['100,000 tags', () => html('<br>'.repeat(100_000)), 'htmlTags'],
    ['2 MB of HTML', () => html(`<p>${'hello there '.repeat(170_000)}</p>`), 'htmlLength'],
    [
      'parts within parts',
      () =>
        `Subject: x\r\n${Array.from({ length: 100 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}\r\nhi`,
      'nesting',
    ],
    ['more than SES takes', () => `Subject: x\r\n\r\n${'x'.repeat(41 * 1024 * 1024)}`, 'bytes'],
  ])('%s', async (_, raw, limit) => {
    expect(await limitOf(raw())).toBe(limit)
  })

  test('a large attachment does not crowd out the words beside it', async () => {
    const pdf = `Content-Type: application/pdf; name=scan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(300_000)}`
    const message = await read(`Subject: x\r\n${multipart('mixed', '\r\nSpoke with Lena.', pdf)}`)
    expect(message.text.trim()).toBe('Spoke with Lena.')
    expect(message.attachments).toEqual([{ name: 'scan.pdf', type: 'application/pdf', size: 23_400_002 }])
  })

  test('messages within messages are followed so far and then named', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'Subject: innermost\r\n\r\nhi'
        : `Subject: level ${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\nContent-Type: message/rfc822\r\n\r\n${nested(depth - 1)}\r\n--b${depth}--\r\n`
    let message = await read(nested(8))
    let depth = 0
    for (let inner = message.messages[0]; inner; inner = message.messages[0]) {
      message = inner
      depth++
    }
    expect(depth).toBe(5)
    expect(message.attachments).toMatchObject([{ type: 'message/rfc822' }])
  })

  test('a quotation two hundred deep does not make the text grow with its square', async () => {
    const deep = `${'<blockquote>'.repeat(200)}${'x<br>'.repeat(40_000)}`
    const message = await read(mail({ from: 'a@b.example', html: deep }))
    expect(message.text.length).toBeLessThan(40_000 * 4 + 10_000)
  })

  test('whatever bytes arrive, there is an outcome', async () => {
    const seeds = [
      mail({ from: 'a@b.example', text: 'hi', html: '<p>hi</p>', attachments: [{ name: 'a.pdf' }] }),
      bounce({ to: 'a@b.example', failed: 'c@d.example', original: 'Subject: x\r\n\r\n' }),
      forward({
        client: 'gmail',
        by: 'a@b.example',
        to: 'c@d.example',
        original: { from: 'e@f.example', to: 'a@b.example', subject: 's', at: '2026-09-08T14:12:00Z', text: 't' },
      }),
    ]
    const mutated = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(4000), fc.string({ maxLength: 12, unit: 'binary' })), { maxLength: 8 }),
      )
      .map(([seed, edits]) =>
        edits.reduce(
          (text, [at, insert]) => text.slice(0, at % text.length) + insert + text.slice((at % text.length) + 3),
          seed,
        ),
      )
    await fc.assert(
      fc.asyncProperty(mutated, async raw => {
        const message = await readMessage(bytes(raw))
        expect(['message', 'too-much']).toContain(message.kind)
      }),
      { numRuns: 200 },
    )
  })
})
