import { describe, expect, test } from 'vitest'
import { ANA, INBOUND, openOffice, stored } from '../bench/office.ts'

/** What programs of the terminal send, laid out as they lay it out: mutt's ways to pass a mail on, and mail from scripts. */

const arrive = async (lines: readonly string[], domain = 'northgate.example', to = INBOUND) =>
  (await openOffice()).arrive(stored(lines.join('\r\n'), domain), to)

const FROM_ANA = [
  'Date: Wed, 14 Oct 2026 10:50:00 -0500',
  `From: ${ANA}`,
  `To: ${INBOUND}`,
  'Message-ID: <awNJq3XKISB48mJAg@northgate.example>',
  'MIME-Version: 1.0',
]
const PLAIN = ['Content-Type: text/plain; charset=utf-8', 'Content-Disposition: inline', '']
const LENA = [
  'From: "Brandt, Lena" <lena.brandt@kilnworks.example>',
  'To: Ana Brandt <ana@northgate.example>',
  'Cc: Otto Weiss <otto.weiss@kilnworks.example>',
  'Subject: Burner technicians',
  'Date: Tue, 13 Oct 2026 17:31:00 +0200',
  'Message-ID: <b7@kilnworks.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
]
const WORDS = [
  'We need two by spring. Otto runs the plant.',
  '',
  'Lena Brandt',
  'HR Director',
  'Kilnworks',
  '(918) 555-0188',
]

const OPENS = ['OpenEngagement', 'AddContact', 'AddContact', 'LogTouchpoint']

describe('mutt passes a mail on', () => {
  const subject = 'Subject: [lena.brandt@kilnworks.example: Burner technicians]'

  test('in the text, with the headers of its parts', async () => {
    const outcome = await arrive([
      ...FROM_ANA,
      subject,
      ...PLAIN,
      '----- Forwarded message from "Brandt, Lena" <lena.brandt@kilnworks.example> -----',
      '',
      ...LENA,
      '',
      ...WORDS,
      '',
      '----- End forwarded message -----',
    ])
    expect(outcome).toMatchObject({ status: 'understood', rule: 'forwarded mail', commands: OPENS })
  })

  test('in the text and quoted, below a note of the recruiter', async () => {
    const outcome = await arrive([
      ...FROM_ANA,
      subject,
      ...PLAIN,
      'Called Lena back, no answer.',
      '',
      '----- Forwarded message from "Brandt, Lena" <lena.brandt@kilnworks.example> -----',
      '',
      ...[...LENA, '', ...WORDS].map(line => `> ${line}`),
      '',
      '----- End forwarded message -----',
    ])
    expect(outcome).toMatchObject({ status: 'understood', commands: [...OPENS, 'LogTouchpoint'] })
  })

  test('as an attachment shown inline, whose signature tells who its writer is', async () => {
    const outcome = await arrive([
      ...FROM_ANA,
      subject,
      'Content-Type: multipart/mixed; boundary="SPICIjIRujkkk9NH"',
      'Content-Disposition: inline',
      '',
      '--SPICIjIRujkkk9NH',
      'Content-Type: text/plain; charset=us-ascii',
      'Content-Disposition: inline',
      '',
      '',
      '--SPICIjIRujkkk9NH',
      'Content-Type: message/rfc822',
      'Content-Disposition: inline',
      '',
      ...LENA,
      '',
      ...WORDS,
      '',
      '--SPICIjIRujkkk9NH--',
      '',
    ])
    expect(outcome).toMatchObject({ status: 'understood', rule: 'forwarded mail', commands: OPENS })
    expect(outcome.sent[0]?.text).toContain('(918) 555-0188')
  })

  test('by bouncing it, as its writer signed it', async () => {
    const bounced = [
      'Resent-From: Ana Brandt <ana@northgate.example>',
      'Resent-Date: Wed, 14 Oct 2026 10:50:00 -0500',
      `Resent-To: ${INBOUND}`,
      'From: Ruth Avila <ruth.avila@harborcastings.example>',
      'To: Ana Brandt <ana@northgate.example>',
      'Subject: Two questions',
      'Date: Tue, 13 Oct 2026 17:40:00 -0500',
      'Message-ID: <d7@harborcastings.example>',
      '',
      'The last one retired. Ring me on Wednesday.',
    ]
    expect(await arrive(bounced, 'harborcastings.example')).toMatchObject({
      status: 'understood',
      rule: 'mail from a client',
      commands: ['LogTouchpoint'],
    })
    expect(await arrive(bounced, 'northgate.example')).toMatchObject({ status: 'held', commands: [] })
  })
})

describe('mutt answers a digest', () => {
  const quoted = [
    'On Wed, Oct 14, 2026 at 12:00:00PM +0000, Relight wrote:',
    '> Ana, one answer today.',
    '> ',
    '> 1. Tom Okafor, hiring manager, Harbor Castings',
    '> Answer him.',
    '> Reply: 1 spoke / 1 voicemail / 1 wrote / 1 not-today / 1 let-go',
    '> ',
    '> Reply with the number and a word, or in your own words. I read both.',
  ]
  const reply = (...lines: readonly string[]) => [...FROM_ANA, 'Subject: Re: 1 answer: Tom Okafor', ...PLAIN, ...lines]

  test('above the quotation', async () => {
    expect(await arrive(reply('Left Tom a voicemail.', '', ...quoted))).toMatchObject({
      status: 'understood',
      rule: 'a voicemail was left',
      commands: ['LogTouchpoint'],
    })
  })

  test('below it, with a signature of its own', async () => {
    const below = reply(
      ...quoted,
      '',
      'Left Tom a voicemail.',
      '',
      '-- ',
      'Ana Brandt',
      'Northgate Search, (312) 555-0100',
    )
    expect(await arrive(below)).toMatchObject({ status: 'understood', commands: ['LogTouchpoint'] })
  })
})

describe('mail that a script sends', () => {
  test('with the text and a file, to a client and not to us', async () => {
    const outcome = await arrive([
      'Date: Wed, 14 Oct 2026 15:50:00 +0000',
      'To: Lena Brandt <lena.brandt@kilnworks.example>',
      `From: ${ANA}`,
      'Subject: Two technicians',
      'Message-Id: <20261014155000.030155@one>',
      'X-Mailer: swaks v20201014.0 jetmore.org/john/code/swaks/',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="----=_MIME_BOUNDARY_000_30155"',
      '',
      '------=_MIME_BOUNDARY_000_30155',
      'Content-Type: text/plain',
      '',
      'Lena, two résumés attached.',
      '------=_MIME_BOUNDARY_000_30155',
      'Content-Type: application/pdf; name="resume one.pdf"',
      'Content-Description: resume one.pdf',
      'Content-Disposition: attachment; filename="resume one.pdf"',
      'Content-Transfer-Encoding: BASE64',
      '',
      'dGVybXMK',
      '',
      '------=_MIME_BOUNDARY_000_30155--',
      '',
    ])
    expect(outcome).toMatchObject({
      status: 'understood',
      rule: 'mail to a client',
      commands: ['OpenEngagement', 'AddContact', 'LogTouchpoint', 'ReachMilestone'],
    })
  })
})
