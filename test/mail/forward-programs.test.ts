import { describe, expect, test } from 'vitest'
import { readForward } from '../../shared/mail/read/forward.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { bytes } from '../support/mail.ts'

/** Forwards as the less common programs lay them out, and the common ones in other languages, written out by hand. */

type Row = {
  readonly program: string
  readonly text: string
  readonly subject?: string
  readonly zone?: string
  readonly date: string | 'not certain'
  readonly sender?: string
  readonly about?: string
  readonly note?: string
}

const JONAS = 'Jonas Keller <j.keller@werk-nord.example>'
const RACHEL = 'Rachel Stone <rachel@stonesearch.example>'
const BODY = 'Hallo Rachel,\n\nwir sehen uns.\n\nJonas'
const QUOTED = BODY.split('\n')
  .map(line => `> ${line}`.trimEnd())
  .join('\n')
const lines = (...all: string[]) => all.join('\n')

const ROWS: readonly Row[] = [
  {
    program: 'Outlook on an iPhone',
    text: `See this.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: ${JONAS}\nSent: Tuesday, October 6, 2026 9:41:22 AM\nTo: ${RACHEL}\nSubject: Shift lead\n\n${BODY}`,
    date: '2026-10-06T13:41:22Z',
    note: 'See this.',
  },
  {
    program: 'Outlook on Android in French',
    text: `À lire\n\nTélécharger Outlook pour Android<https://aka.ms/AAb9ysg>\n________________________________\nDe : ${JONAS}\nEnvoyé : mardi, octobre 6, 2026 9:41:22 AM\nÀ : ${RACHEL}\nObjet : Shift lead\n\n${BODY}`,
    zone: 'Europe/Paris',
    date: '2026-10-06T07:41:22Z',
    note: 'À lire',
  },
  {
    program: 'Outlook with people of the address book',
    text: lines(
      'From: Keller, Jonas',
      'Sent: Tuesday, October 6, 2026 9:41 AM',
      'To: Stone, Rachel',
      'Cc: Lang, Uta; Meyer, Tim',
      'Subject: Shift lead',
      '',
      BODY,
    ),
    date: '2026-10-06T13:41:00Z',
    sender: 'Keller, Jonas|',
  },
  {
    program: 'Outlook in Spanish, for twelve hours',
    text: lines(
      `De: ${JONAS}`,
      'Enviado: martes, 6 de octubre de 2026 09:41 p. m.',
      `Para: ${RACHEL}`,
      'Asunto: Shift lead',
      '',
      BODY,
    ),
    zone: 'America/Mexico_City',
    date: '2026-10-07T03:41:00Z',
  },
  {
    program: 'Outlook in Turkish',
    text: lines(
      `Kimden: ${JONAS}`,
      'Gönderildi: 6 Ekim 2026 Salı 09:41',
      `Kime: ${RACHEL}`,
      'Konu: Shift lead',
      '',
      BODY,
    ),
    zone: 'Europe/Istanbul',
    date: '2026-10-06T06:41:00Z',
  },
  {
    program: 'Outlook in Chinese',
    text: lines(`发件人: ${JONAS}`, '发送时间: 2026年10月6日 9:41', `收件人: ${RACHEL}`, '主题: Shift lead', '', BODY),
    zone: 'Asia/Shanghai',
    date: '2026-10-06T01:41:00Z',
  },
  {
    program: 'Outlook in Korean',
    text: lines(
      `보낸 사람: ${JONAS}`,
      '보낸 날짜: 2026년 10월 6일 화요일 오후 3:41',
      `받는 사람: ${RACHEL}`,
      '제목: Shift lead',
      '',
      BODY,
    ),
    zone: 'Asia/Seoul',
    date: '2026-10-06T06:41:00Z',
  },
  {
    program: 'Gmail in Chinese, in the afternoon',
    text: lines(
      '---------- Forwarded message ---------',
      `发件人： ${JONAS}`,
      'Date: 2026年10月6日周二 下午3:41',
      'Subject: Shift lead',
      `To: ${RACHEL}`,
      '',
      '',
      BODY,
    ),
    zone: 'Asia/Shanghai',
    date: '2026-10-06T07:41:00Z',
  },
  {
    program: 'an iPhone in German',
    text: lines(
      'Von meinem iPhone gesendet',
      '',
      'Anfang der weitergeleiteten Nachricht:',
      '',
      `> Von: ${JONAS}`,
      '> Datum: 6. Oktober 2026 um 09:41:05 MESZ',
      `> An: ${RACHEL}`,
      '> Betreff: Shift lead',
      '>',
      QUOTED,
    ),
    date: '2026-10-06T07:41:05Z',
  },
  {
    program: 'MailMate, with words below and between',
    text: lines(
      'Look.',
      '',
      'Forwarded message:',
      '',
      `> From: ${JONAS}`,
      `> To: ${RACHEL}`,
      '> Subject: Shift lead',
      '> Date: Tue, 6 Oct 2026 09:41:22 +0200',
      '>',
      '> Hallo Rachel,',
      '',
      'That is me.',
      '',
      '> wir sehen uns.',
      '>',
      '> Jonas',
      '',
      'Call him on Monday.',
    ),
    date: '2026-10-06T07:41:22Z',
    note: 'Look.\n\nThat is me.\n\nCall him on Monday.',
  },
  {
    program: 'Missive',
    text: lines(
      'Look',
      '',
      '---------- Forwarded message ----------',
      `From: ${JONAS}`,
      'Date: October 6, 2026 at 9:41 AM',
      'Subject: Shift lead',
      `To: ${RACHEL}`,
      '',
      BODY,
    ),
    date: '2026-10-06T13:41:00Z',
    note: 'Look',
  },
  {
    program: 'IONOS',
    text: lines(
      '---------- Original Message ----------',
      `From: ${JONAS}`,
      `To: ${RACHEL}`,
      'Date: 10/06/2026 9:41 AM EDT',
      'Subject: Shift lead',
      '',
      '',
      BODY,
    ),
    date: '2026-10-06T13:41:00Z',
  },
  {
    program: 'IONOS in German',
    text: lines(
      '---------- Ursprüngliche Nachricht ----------',
      `Von: ${JONAS}`,
      `An: ${RACHEL}`,
      'Datum: 06.10.2026 09:41 CEST',
      'Betreff: Shift lead',
      '',
      '',
      BODY,
    ),
    date: '2026-10-06T07:41:00Z',
  },
  {
    program: 'HubSpot',
    text: lines(
      'Look',
      '---------- Forwarded message ----------',
      `From: ${JONAS}`,
      'Date: Tuesday, October 6, 2026, 9:41:22 AM -0400',
      'Subject: Shift lead',
      `To: ${RACHEL}`,
      '',
      BODY,
    ),
    date: '2026-10-06T13:41:22Z',
    note: 'Look',
  },
  {
    program: 'Proton',
    text: lines(
      'Look',
      '',
      'Sent with Proton Mail secure email.',
      '',
      '------- Forwarded Message -------',
      `From: ${JONAS}`,
      'Date: On Tuesday, October 6th, 2026 at 9:41 AM',
      'Subject: Shift lead',
      `To: ${RACHEL}`,
      '',
      QUOTED,
    ),
    date: '2026-10-06T13:41:00Z',
    note: 'Look',
  },
  {
    program: 'a Samsung telephone in German',
    text: lines(
      '-------- Ursprüngliche Nachricht --------',
      `Von: ${JONAS}`,
      'Datum: 06.10.26 09:41 (GMT+01:00)',
      `An: ${RACHEL}`,
      'Betreff: Shift lead',
      '',
      BODY,
    ),
    date: '2026-10-06T08:41:00Z',
  },
  {
    program: 'Zoho, which repeats its separator',
    text: lines(
      'Look',
      '',
      '============ Forwarded message ============',
      `From: ${JONAS}`,
      'To: "rachel"<rachel@stonesearch.example>',
      'Date: Tue, 06 Oct 2026 09:41:22 -0400',
      'Subject: Shift lead',
      '============ Forwarded message ============',
      '',
      BODY,
    ),
    date: '2026-10-06T13:41:22Z',
    note: 'Look',
  },
  {
    program: 'GMX, which begins with the date',
    text: lines(
      'Gesendet: Dienstag, 06. Oktober 2026 um 09:41 Uhr',
      'Von: "Jonas Keller" <j.keller@werk-nord.example>',
      'An: "Rachel Stone" <rachel@stonesearch.example>',
      'Betreff: Shift lead',
      '',
      BODY,
    ),
    zone: 'Europe/Berlin',
    date: '2026-10-06T07:41:00Z',
  },
  {
    program: 'mutt, which says where it ends',
    text: lines(
      'Look',
      '',
      `----- Forwarded message from ${JONAS} -----`,
      '',
      'Date: Tue, 6 Oct 2026 09:41:22 +0200',
      `From: ${JONAS}`,
      `To: ${RACHEL}`,
      'Subject: Shift lead',
      '',
      BODY,
      '',
      '----- End forwarded message -----',
      '',
      'Call him on Monday.',
    ),
    date: '2026-10-06T07:41:22Z',
    note: 'Look\n\nCall him on Monday.',
  },
  {
    program: 'KMail, which draws a line below',
    text: lines(
      '----------  Forwarded Message  ----------',
      '',
      'Subject: Shift lead',
      'Date: Tuesday, 6 October 2026, 09:41:22 CEST',
      `From: ${JONAS}`,
      `To: ${RACHEL}`,
      '',
      BODY,
      '-----------------------------------------',
    ),
    date: '2026-10-06T07:41:22Z',
  },
  {
    program: 'Notes, which says who forwards it',
    text: lines(
      'Look',
      '',
      '----- Forwarded by Rachel Stone/Search/US on 10/06/2026 11:00 AM -----',
      '',
      `From:\t${JONAS}`,
      `To:\t${RACHEL}`,
      'Date:\t10/06/2026 09:41 AM',
      'Subject:\tShift lead',
      '',
      BODY,
    ),
    date: 'not certain',
    note: 'Look',
  },
  {
    program: 'Yandex, with one line in place of a header',
    text: lines(
      '-------- Пересылаемое сообщение --------',
      '06.10.2026, 09:41, "Jonas Keller" <j.keller@werk-nord.example>:',
      '',
      BODY,
      '-------- Конец пересылаемого сообщения --------',
    ),
    subject: 'Fwd: Shift lead',
    date: '2026-10-06T13:41:00Z',
  },
  {
    program: 'Mail.ru',
    text: lines(
      '-------- Пересылаемое сообщение --------',
      `От: ${JONAS}`,
      `Кому: ${RACHEL}`,
      'Дата: Вторник, 6 октября 2026, 9:41 +03:00',
      'Тема: Shift lead',
      '',
      BODY,
    ),
    date: '2026-10-06T06:41:00Z',
  },
  {
    program: 'eM Client, without colons',
    text: lines(
      'Look',
      '',
      '------ Forwarded Message ------',
      'From "Jonas Keller" <j.keller@werk-nord.example>',
      'To "Rachel Stone" <rachel@stonesearch.example>',
      'Date 10/16/2026 9:41:22 AM',
      'Subject Shift lead',
      '',
      BODY,
    ),
    date: '2026-10-16T13:41:22Z',
    note: 'Look',
  },
  {
    program: 'Airmail, with a label of its own',
    text: lines(
      'Begin forwarded message:',
      '',
      `From: ${JONAS}`,
      `Reply: ${JONAS}`,
      'Date: October 6, 2026 at 9:41:22 AM',
      `To: ${RACHEL}`,
      'Subject:  Shift lead',
      '',
      QUOTED,
    ),
    date: '2026-10-06T13:41:22Z',
  },
]

describe('a forward', () => {
  test.each(ROWS.map(row => [row.program, row] as const))('by %s is read whole', (_, row) => {
    const { text, subject, zone = 'America/New_York', sender, note = '' } = row
    const arrivedAt = '2026-11-20T15:00:00Z'
    const read = readForward(text, { zone, arrivedAt, ...(subject === undefined ? {} : { subject }) })
    const layer = read?.layers[0]
    expect(read?.layers).toHaveLength(1)
    expect(`${layer?.from?.name}|${layer?.from?.address}`).toBe(sender ?? 'Jonas Keller|j.keller@werk-nord.example')
    if (!(layer?.subject === null && row.subject)) expect(layer?.subject).toBe('Shift lead')
    expect(layer?.date?.certain ? layer.date.at : 'not certain').toBe(row.date)
    expect(layer?.body.replace(/\n+/g, '\n')).toBe(BODY.replace(/\n+/g, '\n'))
    expect(read?.note).toBe(note)
  })
})

describe("words of the writer's own that look like a forward", () => {
  test.each([
    '---- Forwarded ----\nhe said: send me three people\nso I will.',
    'I got the forwarded message from Ana about this.\nForwarded message\nshe wants me to call on Monday.',
    'From: Monday on we are closed.\nTo: be decided\nDate: open',
    '---- Forwarded message from Ana ----\nshe wants three people.',
    'To: Ana\nSubject: what she needs\nthree people by Friday',
  ])('are no forward: %j', text => {
    expect(readForward(text, { zone: 'Europe/London' })).toBeNull()
  })

  test('and stay in the body of one, as does a thread that the forwarded mail quotes', () => {
    const body = lines(
      'From: Monday we are closed.',
      'To: be decided.',
      'From: Otto <otto@elsewhere.example>',
      '---- Forwarded ----',
      'as he says.',
    )
    const thread = lines('On Mon, Oct 5, 2026 at 8:00 AM Rachel Stone <rachel@stonesearch.example> wrote:', '> When?')
    const text = lines(
      '---------- Forwarded message ---------',
      `From: ${JONAS}`,
      'Date: Tue, Oct 6, 2026 at 9:41 AM',
      'Subject: Re: Shift lead',
      `To: ${RACHEL}`,
      '',
      '',
      body,
      '',
      thread,
    )
    const read = readForward(text, { zone: 'Europe/London' })
    expect(read?.layers).toHaveLength(1)
    expect(read?.layers[0]).toMatchObject({ from: { address: 'j.keller@werk-nord.example' }, body })
  })
})

describe('however it was encoded on the way', () => {
  const text = lines(
    '-----Ursprüngliche Nachricht-----',
    'Von: Jürgen Größ <j.groess@werk-nord.example>',
    'Gesendet: Dienstag, 6. Oktober 2026 09:41',
    `An: ${RACHEL}`,
    'Betreff: Schichtführer für März',
    '',
    'Grüße aus Köln',
  )
  const latin1 = Buffer.from(text, 'latin1')
  const quoted = [...latin1].map(byte =>
    byte === 10
      ? '\r\n'
      : byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase()}`
        : String.fromCharCode(byte),
  )
  const html = `<pre>${text.replaceAll('<', '&lt;').replaceAll('ü', '&uuml;')}</pre>`
  const base64 = (words: string) => Buffer.from(words).toString('base64').replace(/.{76}/g, '$&\r\n')

  test.each([
    ['base64', 'text/plain; charset=utf-8', 'base64', base64(text)],
    ['quoted-printable in an old charset', 'text/plain; charset=iso-8859-1', 'quoted-printable', quoted.join('')],
    ['HTML alone, in base64', 'text/html; charset=utf-8', 'base64', base64(html)],
  ])('as %s, it is read whole', async (_, type, encoding, body) => {
    const head = `From: ${RACHEL}\r\nSubject: =?utf-8?B?${base64('WG: Schichtführer für März')}?=`
    const raw = `${head}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`
    const message = await readMessage(bytes(raw))
    if (message.kind === 'too-much') throw new Error(message.limit)
    expect(readForward(message.text, { subject: message.subject, zone: 'Europe/Berlin' })?.layers[0]).toMatchObject({
      from: { name: 'Jürgen Größ', address: 'j.groess@werk-nord.example' },
      subject: 'Schichtführer für März',
      date: { at: '2026-10-06T07:41:00Z', certain: true },
      body: 'Grüße aus Köln',
    })
  })
})
