import { describe, expect, test } from 'vitest'
import { failureIn } from '../../shared/mail/read/bounces.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { understand } from '../../shared/mail/read/understand.ts'
import {
  accountOf,
  bookOf,
  commandsOf,
  contact,
  messageOf,
  occasionAt,
  questionOf,
  readingOf,
} from '../support/book.ts'
import { growth, LINEAR } from '../support/growth.ts'
import { bounce, type Client, forward, type MailParts, mail, outOfOffice } from '../support/mail.ts'

const ME = 'Tomas Reuter <tomas@reutersearch.example>'
const INBOUND = 'aaaabbbbccccddddeeeeffffgg@in.watch.example'
const GRETA = 'Greta Lindqvist <greta.lindqvist@nordholz.example>'
const AT = '2026-11-26T14:00:00Z'

const greta = contact('greta', 'Greta Lindqvist', 'greta.lindqvist@nordholz.example')
const book = bookOf(
  { name: 'Tomas Reuter', address: 'tomas@reutersearch.example', zone: 'Europe/Berlin', inbound: INBOUND },
  [accountOf('e1', 'Nordholz', 'nordholz.example', [greta], { status: 'waiting', ball: 'theirs' })],
)
const read = (raw: string, verdicts: Parameters<typeof messageOf>[1] = {}): Promise<Reading> =>
  readingOf(raw, book, AT, verdicts)
const sent = (parts: Partial<MailParts>) => mail({ from: GRETA, to: ME, at: AT, ...parts })
const passedOn = (original: { from: string; subject: string; text: string }, note?: string, client: Client = 'gmail') =>
  forward({
    client,
    by: ME,
    to: INBOUND,
    at: AT,
    ...(note ? { note } : {}),
    original: { to: ME, at: '2026-11-26T13:40:00Z', ...original },
  })

describe('an absence', () => {
  test('keeps who stands in', async () => {
    const text = 'I am away until 7 December inclusive. For anything urgent call Nils Frank on +49 40 5550 142.'
    expect(commandsOf(await read(outOfOffice({ from: GRETA, to: ME, text, at: AT })))).toEqual([
      {
        command: 'RecordContactAway',
        contact: 'greta',
        until: '2026-12-08',
        detail: 'For anything urgent call Nils Frank on +49 40 5550 142.',
      },
    ])
  })

  test.each([
    ['Automatische Antwort: Zwei Profile', 'Ich bin vom 23.11. bis 4.12. nicht im Büro.', '2026-12-05'],
    ['Abwesenheitsnotiz', 'Vielen Dank. Ab dem 7.12. bin ich wieder erreichbar, bis dahin im Urlaub.', '2026-12-07'],
    ['Réponse automatique : deux profils', 'Je suis absente jusqu’au 4 décembre inclus.', '2026-12-05'],
    ['Respuesta automática: perfiles', 'Estoy de vacaciones. Vuelvo el 7 de diciembre.', '2026-12-07'],
    ['Autosvar: två profiler', 'Jag är på semester och åter den 7 december.', '2026-12-07'],
    ['Automatisch antwoord: profielen', 'Ik ben afwezig t/m 4 december.', '2026-12-05'],
  ])('without a header that says so is known by its words: %s', async (subject, text, until) => {
    const expected = [expect.objectContaining({ command: 'RecordContactAway', contact: 'greta', until })]
    expect(commandsOf(await read(sent({ subject, text })))).toEqual(expected)
    expect(commandsOf(await read(passedOn({ from: GRETA, subject, text })))).toEqual(expected)
  })

  test('that nothing proves to be theirs says nothing', async () => {
    const text = 'I am away until Monday 7 December.'
    const forged = { dkim: 'fail', dmarc: 'fail', spf: 'fail' }
    expect((await read(outOfOffice({ from: GRETA, to: ME, text, at: AT }), forged)).status).toBe('nothing')
  })
})

describe('somebody who has left', () => {
  const text = 'I have left Nordholz. Please write to Nils Frank, nils.frank@nordholz.example, from now on.'
  const subject = 'Automatic reply: Two profiles'

  test('is certain where their own domain says it', async () => {
    expect(commandsOf(await read(outOfOffice({ from: GRETA, to: ME, text, at: AT, subject })))).toEqual([
      {
        command: 'RecordContactLeft',
        contact: 'greta',
        detail: 'Please write to Nils Frank, nils.frank@nordholz.example, from now on.',
      },
    ])
  })

  test('is asked about where the recruiter passes it on', async () => {
    const reading = await read(passedOn({ from: GRETA, subject, text }))
    expect(commandsOf(reading)).toEqual([])
    const { text: words, answers } = questionOf(reading)
    expect(words).toContain('Greta Lindqvist has left Nordholz')
    expect(answers[0]?.commands.map(({ command }) => command)).toMatchObject([
      { command: 'RecordContactLeft', contact: 'greta', detail: expect.stringContaining('Nils Frank') },
    ])
  })

  test('is nothing where nobody vouches for it', async () => {
    const forged = { dkim: 'fail', dmarc: 'fail', spf: 'fail' }
    expect((await read(outOfOffice({ from: GRETA, to: ME, text, at: AT, subject }), forged)).status).toBe('nothing')
  })
})

describe('a mail that came back', () => {
  const FAILED = 'greta.lindqvist@nordholz.example'
  const original = mail({
    from: ME,
    to: GRETA,
    at: '2026-11-26T13:30:00Z',
    subject: 'Two profiles',
    messageId: 'two@reuter',
  })

  test('that only a mailbox rule brought says nothing', async () => {
    expect(await read(bounce({ to: ME, failed: FAILED, original }))).toMatchObject({
      status: 'nothing',
      rule: 'bounce',
    })
  })

  test.each([
    [
      'Gmail',
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      `Address not found\n\nYour message wasn't delivered to ${FAILED} because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 User unknown\n\n----- Original message -----\n\nMessage-ID: <two@reuter>\nFrom: ${ME}`,
    ],
    [
      'Exchange',
      'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@nordholz.example>',
      'Undeliverable: Two profiles',
      `Delivery has failed to these recipients or groups:\n\nGreta Lindqvist (${FAILED})<mailto:${FAILED}>\nThe email address you entered couldn't be found.\n\nDiagnostic information for administrators:\nRemote Server returned '550 5.1.10'\nMessage-ID: <two@reuter>`,
    ],
    [
      'Postfix',
      'Mail Delivery System <MAILER-DAEMON@mx.nordholz.example>',
      'Undelivered Mail Returned to Sender',
      `This is the mail system at host mx.nordholz.example.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n<${FAILED}>: host mx[203.0.113.9] said: 550 5.1.1 <${FAILED}>: Recipient address rejected: User unknown`,
    ],
    [
      'Yahoo',
      'MAILER-DAEMON@yahoo.com',
      'Failure Notice',
      `Sorry, we were unable to deliver your message to the following address.\n\n<${FAILED}>:\n554: delivery error: dd This user doesn't have an account`,
    ],
  ])('as %s says it, passed on: asks whether they have left', async (_, from, subject, text) => {
    const reading = await read(passedOn({ from, subject, text }))
    expect(questionOf(reading).text).toContain(FAILED)
    expect(commandsOf(reading)).toEqual([])
    expect(questionOf(reading).inDigestOnly).toBe(true)
    const names = questionOf(reading).answers.map(({ commands }) => commands.map(({ command }) => command.command))
    expect(names).toEqual(
      text.includes('<two@reuter>')
        ? [['RetractTouchpoint', 'RecordContactLeft'], ['RetractTouchpoint'], []]
        : [['RecordContactLeft'], []],
    )
  })

  test('names the very try that was copied to us', async () => {
    const copied = commandsOf(await read(original))
    const logged = copied.flatMap(command => (command.command === 'LogTouchpoint' ? [command.touchpoint] : []))
    const raw = mail({
      from: ME,
      to: INBOUND,
      at: AT,
      subject: 'Fwd: Undelivered Mail Returned to Sender',
      text: '',
      attachments: [
        { name: 'bounce.eml', type: 'message/rfc822', content: bounce({ to: ME, failed: FAILED, original }) },
      ],
    })
    const lost = questionOf(await read(raw)).answers.find(({ word }) => word === 'lost')
    expect(lost?.commands.map(({ command }) => command)).toMatchObject([
      { command: 'RetractTouchpoint', touchpoint: logged[0] },
    ])
  })

  test('of somebody unknown says nothing', async () => {
    const text = 'Your message could not be delivered to nobody@elsewhere.example. 550 5.1.1'
    const reading = await read(passedOn({ from: 'mailer-daemon@mx.example', subject: 'Undeliverable: Hi', text }))
    expect(reading.status).toBe('nothing')
  })

  test('that is only late has not come back', async () => {
    const late = `Your message to ${FAILED} has been delayed. The server will retry for 46 more hours. No action is required.`
    expect(failureIn(await messageOf(sent({ text: late }))).addresses).toEqual([])
    const delayed = bounce({ to: ME, failed: FAILED, original })
      .replace('Action: failed', 'Action: delayed')
      .replace('Status: 5.1.1', 'Status: 4.4.1')
    expect(failureIn(await messageOf(delayed)).addresses).toEqual([])
  })
})

describe('machines of other kinds', () => {
  test.each([
    [
      'a desk',
      {
        from: 'Nordholz Support <support@nordholz.example>',
        subject: '[Ticket #48211] Two profiles',
        text: 'Your request has been received. A member of our team will get back to you.',
      },
    ],
    ['a desk that says so in a header', { subject: 'Two profiles', headers: { 'X-Zendesk-Priority-Mail': '1' } }],
    [
      'a receipt in another language',
      { subject: 'Gelesen: Zwei Profile', text: 'Ihre Nachricht wurde am 26.11. gelesen.' },
    ],
    ['a recall', { subject: 'Recall: Two profiles', text: 'Greta would like to recall the message.' }],
    ['a list', { headers: { Precedence: 'bulk' } }],
  ])('%s says nothing', async (_, parts) => {
    expect((await read(sent(parts))).status).toBe('nothing')
  })

  test('a person who writes about a ticket is a person', async () => {
    const reading = await read(sent({ subject: 'Re: Ticket #48211', text: 'Tomas, can we talk tomorrow?' }))
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', direction: 'inbound' }])
  })
})

describe('a mailbox that is to forward its mail to us', () => {
  const google = (parts: Partial<MailParts> = {}) =>
    mail({
      from: 'Gmail Team <forwarding-noreply@google.com>',
      to: INBOUND,
      at: AT,
      subject: '(#731964285) Gmail Forwarding Confirmation - Receive Mail from tomas@reutersearch.example',
      text: [
        'tomas@reutersearch.example has requested to automatically forward mail to your email address',
        `${INBOUND}.`,
        'Confirmation code: 731964285',
        '',
        'To allow tomas@reutersearch.example to automatically forward mail to your address, please click the link below:',
        '',
        'https://mail-settings.google.com/mail/vf-%5BANGjdJ-x1%5D-aBc',
        '',
        'If you accidentally clicked the link, you may revoke it here:',
        'https://mail-settings.google.com/mail/uf-%5BANGjdJ-x1%5D-aBc',
      ].join('\n'),
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...parts,
    })

  test('is shown to the recruiter with its code and its link', async () => {
    const { text } = questionOf(await read(google()))
    expect(text).toContain('Gmail')
    expect(text).toContain('tomas@reutersearch.example')
    expect(text).toContain('731964285')
    expect(text).toContain('https://mail-settings.google.com/mail/vf-%5BANGjdJ-x1%5D-aBc')
    expect(text).not.toContain('/uf-')
  })

  test.each([
    ['German', '(#731964285) Gmail-Weiterleitungsbestätigung – E-Mails von tomas@reutersearch.example empfangen'],
    ['French', '(#731964285) Confirmation de transfert Gmail - Recevoir des e-mails de tomas@reutersearch.example'],
    ['Spanish', '(#731964285) Confirmación de reenvío de Gmail: recibir correo de tomas@reutersearch.example'],
  ])('is known in %s', async (_, subject) => {
    expect(questionOf(await read(google({ subject }))).text).toContain('731964285')
  })

  test('of another provider is known by its own link', async () => {
    const raw = google({
      from: 'Yahoo Mail <no-reply@cc.yahoo-inc.com>',
      subject: 'Please verify your forwarding address',
      text: 'Confirm that you want mail of tomas@reutersearch.example: https://mail.yahoo.com/verify-forward?x=1',
    })
    expect(questionOf(await read(raw)).text).toContain('https://mail.yahoo.com/verify-forward?x=1')
  })

  test('with a link to somewhere else shows the code alone', async () => {
    const text = 'Confirmation code: 731964285\nhttps://mail-settings.google.com.evil.example/mail/vf-1'
    expect(questionOf(await read(google({ text }))).text).not.toContain('evil')
  })

  test('that nobody vouches for is held, and shows neither', async () => {
    const reading = await read(google(), { dkim: 'fail', dmarc: 'fail', spf: 'fail' })
    expect(reading).toMatchObject({ status: 'held', rule: 'forwarding request' })
    expect(JSON.stringify(reading)).not.toContain('731964285')
  })
})

test('the time that telling mail apart takes grows as the mail does', async () => {
  for (const unit of [
    'ticket #1 ',
    'a@b.example ',
    'I have left ',
    'code: ',
    'From: x\n',
    '\n',
    '> ',
    'https://google.com/vf-',
  ]) {
    const answered = await messageOf(sent({ subject: 'Automatic reply: forward confirm' }))
    const tellApart = (length: number) => {
      const message = { ...answered, text: unit.repeat(Math.ceil(length / unit.length)) }
      return [understand(message, book, occasionAt(AT)), failureIn(message)]
    }
    expect(growth(tellApart), unit).toBeLessThan(LINEAR)
  }
})
