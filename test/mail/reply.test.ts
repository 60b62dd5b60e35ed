import { describe, expect, test } from 'vitest'
import { readMessage } from '../../shared/mail/read/message.ts'
import { readWritten, withoutQuotation, writtenPart } from '../../shared/mail/read/reply.ts'
import { signaturePhones } from '../../shared/mail/read/signature.ts'
import { bytes, type Client, type OriginalMail, quotation, reply } from '../support/mail.ts'

const digest: OriginalMail = {
  from: 'Relight <day@in.relight.example>',
  to: 'Nadia Flores <nadia@floressearch.example>',
  subject: '2 calls: Omar Haddad, then Ruth Ek',
  at: '2026-09-10T11:00:00Z',
  text: [
    'Nadia, two calls.',
    '',
    '1. OMAR HADDAD, HR, Foundry North   312 555 0171',
    'Why today: he missed your 10:00 on Monday.',
    'Voicemail:',
    '  "Omar, it is Nadia Flores. I wondered whether I let something slip."',
    'Reply: 1 voicemail / 1 spoke, and what he said',
    '',
    '2. RUTH EK, hiring manager   312 555 0172',
    'From: what she said on Friday, she is away on Monday.',
  ].join('\n'),
}
const CLIENTS: readonly Client[] = ['gmail', 'outlook', 'new-outlook', 'apple', 'ios', 'thunderbird']
const words = '1 vm\n2 spoke Tuesday: she wants three more people\nby Friday.'

describe.each(CLIENTS)('an answer to our digest by %s', client => {
  test('holds what was written above the quotation', async () => {
    const raw = reply({ client, by: digest.to as string, to: 'day@in.relight.example', words, quoted: digest })
    const message = await readMessage(bytes(raw))
    if (message.kind === 'too-much') throw new Error(message.limit)
    expect(writtenPart(message.text)).toBe(words)
  })

  test('is empty where nothing was written', () => {
    expect(writtenPart(`\n\n${quotation(client, digest)}\n`)).toBe('')
  })

  test('loses what a telephone adds, and the signature is kept apart', () => {
    const signature = 'Best,\nNadia Flores\nFlores Search\n312 555 0199'
    const text = `${words}\n\nSent from my iPhone\n\n${quotation(client, digest)}`
    expect(writtenPart(text)).toBe(words)
    expect(readWritten(`${words}\n\n${signature}\n\n${quotation(client, digest)}`)).toEqual({
      text: `${words}\n\nBest,`,
      signature: 'Nadia Flores\nFlores Search\n312 555 0199',
    })
  })

  test('is cut when the quotation was wrapped', () => {
    const wrapped = quotation(client, digest).replace(/(<day@in)/, '\n$1')
    expect(writtenPart(`${words}\n\n${wrapped}`)).toBe(words)
  })
})

describe('answers between and below', () => {
  test('what stands between quoted lines is the writer’s', () => {
    const text = [
      'Morning,',
      '',
      'On Thu, Sep 10, 2026 at 7:00 AM Relight <day@in.relight.example> wrote:',
      '',
      '> 1. OMAR HADDAD, HR, Foundry North   312 555 0171',
      'left a voicemail',
      '> 2. RUTH EK, hiring manager',
      '',
      'not today',
    ].join('\n')
    expect(writtenPart(text)).toBe('Morning,\n\nleft a voicemail\n\nnot today')
  })

  test('what stands below the whole quotation is the writer’s', () => {
    const text =
      'On 9/10/26 7:00, Relight wrote:\n> Nadia, two calls.\n>\n> 1. OMAR HADDAD\n\nDone. Omar answers within 3 days.'
    expect(writtenPart(text)).toBe('Done. Omar answers within 3 days.')
  })

  test('the rest of a quoted line that was wrapped on the way is not', () => {
    const long = '> Why today: he missed your 10:00 on Monday 7 September and nobody there has'
    expect(writtenPart(`Done.\n\n${long}\nanswered since.\n> Voicemail:`)).toBe('Done.')
  })

  test('the rest of one that was wrapped more than once is not either', () => {
    const long = '> Voicemail: Omar, this is Nadia Flores, and I wondered whether I had let'
    const rest = 'something slip when we last spoke, because your side has gone so very quiet\nsince then.'
    expect(writtenPart(`Done.\n\n${long}\n${rest}\n>\n> Leave out: candidates.`)).toBe('Done.')
  })

  test('what stands right below a long line that was not wrapped is', () => {
    const press = '> Or press: https://watch.example/do/eyJhbGciOiJIUzI1NiJ9.eyJ0YXNrIjoiYSJ9.c2lnbmVkIGJ5IHVz'
    expect(writtenPart(`${press}\nleft him a vm\n> 2. RUTH EK, hiring manager`)).toBe('left him a vm')
  })

  test('a quotation in HTML is marked, and so is cut', async () => {
    const html =
      '<div>left vm</div><div class="gmail_quote"><div class="gmail_attr">On Thu, Sep 10, 2026 at 7:00 AM Relight &lt;<a href="mailto:day@in.relight.example">day@in.relight.example</a>&gt; wrote:<br></div><blockquote><p>Nadia, two calls.</p><p>1. OMAR HADDAD</p></blockquote></div>'
    const message = await readMessage(bytes(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`))
    if (message.kind === 'too-much') throw new Error(message.limit)
    expect(writtenPart(message.text)).toBe('left vm')
  })

  test('the quotation of Outlook in HTML alone is cut', async () => {
    const html =
      '<p>not today</p><hr><div><b>From:</b> Relight &lt;day@in.relight.example&gt;<br><b>Sent:</b> Thursday, September 10, 2026 7:00 AM<br><b>To:</b> Nadia Flores<br><b>Subject:</b> 2 calls</div><p>Nadia, two calls.</p>'
    const message = await readMessage(bytes(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`))
    if (message.kind === 'too-much') throw new Error(message.limit)
    expect(writtenPart(message.text)).toBe('not today')
  })
})

describe('other programs and languages', () => {
  test.each([
    'On Thursday, September 10, 2026 at 07:00:05 AM EDT, Relight <day@in.relight.example> wrote:\n\n Nadia, two calls.',
    '---- On Thu, 10 Sep 2026 07:00:00 -0400 Relight<day@in.relight.example> wrote ----\n\nNadia, two calls.',
    '------- Original Message -------\nOn Thursday, September 10th, 2026 at 7:00 AM, Relight <day@in.relight.example> wrote:\n\n> Nadia',
    'Am Do., 10. Sept. 2026 um 13:00 Uhr schrieb Relight <\nday@in.relight.example>:\n\n> Nadia',
    'Le jeu. 10 sept. 2026 à 13:00, Relight <day@in.relight.example> a\nécrit :\n\n> Nadia',
    'El jue, 10 sept 2026 a las 13:00, Relight (<day@in.relight.example>) escribió:\n\n> Nadia',
    'Relight <day@in.relight.example> kirjoitti 10.9.2026 kello 13.00:\n\n> Nadia',
    '2026-09-10 13:00 GMT+02:00 Relight <day@in.relight.example>:\n\n> Nadia',
    '-----Ursprüngliche Nachricht-----\nVon: Relight\nGesendet: Donnerstag, 10. September 2026 13:00\nAn: Nadia\nBetreff: 2 calls\n\nNadia, two calls.',
    '________________________________\nFrom: Relight <day@in.relight.example>\nSent: Thursday, September 10, 2026 7:00:00 AM\nTo: Nadia\nSubject: 2 calls\n\nNadia, two calls.',
    '> Begin forwarded message:\n>\n> From: Relight\n> Nadia, two calls.',
  ])('%#: the quotation is cut', quoted => {
    expect(writtenPart(`2 spoke, she is away.\n\n${quoted}`)).toBe('2 spoke, she is away.')
  })
})

describe('words that only look like quotations, signatures or disclaimers stay', () => {
  test.each([
    'Spoke with Omar at 10:15.\nRuth wrote: still waiting for the budget.',
    'Called Omar at 10:15 on 9/14/2026.\nHe said he wrote to Ruth: no answer yet.',
    'Sent via LinkedIn to Ruth, no answer.',
    'Sent Omar the agreement.\n\nFrom Ruth I heard nothing.',
    'New contact at Foundry North:\n\nMike Tran\n617 555 0119',
    'Omar: left vm\n-----\nRuth: not today',
    'This message is for Omar only, he said.',
    'Three points:\n- price\n- start date\n- who signs',
    'From: now on he answers within 3 days.',
    'On Monday he called me back:\nthe opening is frozen.',
    'Ruth Ek 312 555 0172',
  ])('%j', text => {
    expect(writtenPart(text)).toBe(text)
  })
})

describe('signatures and disclaimers', () => {
  test.each([
    ['a delimiter', 'Left vm.', '-- \nNadia Flores\nPartner'],
    ['a line of underscores', 'Left vm.', '______________\nNadia Flores\nPartner'],
    ['name, title and number', 'Left vm.', 'Nadia Flores\nPartner, Flores Search\nM: (312) 555-0199'],
    ['a closing, name and number', 'Left vm.\n\nKind regards,', 'Nadia Flores\n+1 312 555 0199'],
    [
      'a disclaimer',
      'Left vm.',
      'This e-mail and any attachments are confidential and intended only for the addressee.\nIf you are not that person, delete it.',
    ],
    ['a program’s line', 'Left vm.', 'Get Outlook for iOS<https://aka.ms/o0ukef>'],
    ['a telephone’s line in another language', 'Left vm.', 'Von meinem iPhone gesendet'],
  ])('%s falls away', (_, text, below) => {
    expect(writtenPart(`${text}\n\n${below}`)).toBe(text)
  })

  test('what a gateway sets above falls away', () => {
    expect(writtenPart('CAUTION: This email originated from outside of the organization.\n\nYes, call me.')).toBe(
      'Yes, call me.',
    )
  })

  test('the signature of a mail stays in it where quotations alone are cut', () => {
    const text = 'Call me.\n\nOmar Haddad\nHR, Foundry North\n312 555 0171'
    expect(withoutQuotation(`${text}\n\n${quotation('outlook', digest)}`)).toBe(text)
  })

  test.each([
    ['Omar Haddad\nDirect 312 555 0171 | Mobile (312) 555-0172\nFax: 312 555 0173', ['312 555 0171', '(312) 555-0172']],
    ['Zoë Klein\n+49 30 5550 1234\n10115 Berlin', ['+49 30 5550 1234']],
    ['Ruth Ek\nruth@foundry.example\nfounded 1998-2004', []],
    ['T +44 20 7946 0018', ['+44 20 7946 0018']],
  ])('numbers in %j', (signature, numbers) => {
    expect(signaturePhones(signature)).toEqual(numbers)
  })
})

describe('a million characters', () => {
  const million = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length))
  test.each([
    ['newlines', million('\n')],
    ['quotation marks', million('>')],
    ['quoted lines', million('> a\n')],
    ['From: lines', million('From:\n')],
    ['delimiters', million('--\n')],
    ['rules', million('_____\n')],
    ['closings and numbers', million('Best,\n\n312 555 0171\n')],
    ['disclaimers', million('Disclaimer\n')],
    ['gaps', `x${million(' ')}x`],
    ['digits', million('12345 ')],
    ['attributions that never end', million('On 9/10/2026 7:00 a@b.example\n')],
    ['lines that were sent from somewhere', million('sent from my x\n')],
  ])('of %s below the words leave them as they are', (_, text) => {
    expect(writtenPart(`Left vm for Omar.\n\nRuth not today.\n${text}`)).toMatch(
      /^Left vm for Omar\.\n\nRuth not today\./,
    )
  })
})
