import { describe, expect, test } from 'vitest'
import { readForward } from '../../shared/mail/read/forward.ts'
import { writtenPart } from '../../shared/mail/read/reply.ts'

/**
 * How mail programs speak to people of each country, written out by hand: a forward as a telephone or a program of that
 * language lays it out, and the line above what an answer quotes. All of one mail, of 9:41 in the zone it shows.
 */

type Row = {
  readonly language: string
  /** The line above, and the labels: from, date, to, copy, subject. */
  readonly above: string
  readonly labels: readonly [string, string, string, string, string]
  readonly date: string
  readonly at: string
  /** Above the quotation in an answer of 6 October 2026. */
  readonly wrote: string
}

const AGNES = 'Agnes Bergmann <agnes@glashuette.example>'
const WATCH = 'Relight <day@in.watch.example>'

const ROWS: readonly Row[] = [
  {
    language: 'English',
    above: 'Begin forwarded message:',
    labels: ['From', 'Date', 'To', 'Cc', 'Subject'],
    date: '6 October 2026 at 9:41:05 BST',
    at: '2026-10-06T08:41:05Z',
    wrote: `On 6 Oct 2026, at 07:00, ${WATCH} wrote:`,
  },
  {
    language: 'Czech',
    above: 'Začátek přeposílané zprávy:',
    labels: ['Od', 'Datum', 'Komu', 'Kopie', 'Předmět'],
    date: '6. října 2026 9:41:05 SELČ',
    at: '2026-10-06T07:41:05Z',
    wrote: `út 6. 10. 2026 v 7:00 odesílatel ${WATCH} napsal:`,
  },
  {
    language: 'Danish',
    above: 'Start på videresendt besked:',
    labels: ['Fra', 'Dato', 'Til', 'Cc', 'Emne'],
    date: '6. oktober 2026 kl. 09.41.05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `Den tirs. 6. okt. 2026 kl. 07.00 skrev ${WATCH}:`,
  },
  {
    language: 'German',
    above: '-------- Weitergeleitete Nachricht --------',
    labels: ['Von', 'Datum', 'An', 'Kopie (CC)', 'Betreff'],
    date: 'Dienstag, 6. Oktober 2026, 09:41:05 MESZ',
    at: '2026-10-06T07:41:05Z',
    wrote: `Am Di., 6. Okt. 2026 um 07:00 Uhr schrieb ${WATCH}:`,
  },
  {
    language: 'Spanish',
    above: 'Inicio del mensaje reenviado:',
    labels: ['De', 'Fecha', 'Para', 'Cc', 'Asunto'],
    date: '6 de octubre de 2026, 9:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `El mar, 6 oct 2026 a las 7:00, ${WATCH} escribió:`,
  },
  {
    language: 'Estonian',
    above: '---------- Edastatud kiri ---------',
    labels: ['Saatja', 'Kuupäev', 'Saaja', 'Koopia', 'Teema'],
    date: '6. oktoober 2026 kell 09:41:05 +0300',
    at: '2026-10-06T06:41:05Z',
    wrote: `Kuupäev T, 6. oktoober 2026 kell 07:00 kirjutas ${WATCH}:`,
  },
  {
    language: 'Finnish',
    above: 'Välitetty viesti alkaa:',
    labels: ['Lähettäjä', 'Päivämäärä', 'Vastaanottaja', 'Kopio', 'Aihe'],
    date: '6. lokakuuta 2026 klo 9.41.05 UTC+3',
    at: '2026-10-06T06:41:05Z',
    wrote: `ti 6. lokak. 2026 klo 7.00 ${WATCH} kirjoitti:`,
  },
  {
    language: 'French',
    above: 'Début du message réexpédié :',
    labels: ['De', 'Date', 'À', 'Copie à', 'Objet'],
    date: '6 octobre 2026 à 09:41:05 UTC+2',
    at: '2026-10-06T07:41:05Z',
    wrote: `Le mar. 6 oct. 2026 à 07:00, ${WATCH} a écrit :`,
  },
  {
    language: 'Croatian',
    above: 'Započni proslijeđenu poruku:',
    labels: ['Šalje', 'Datum', 'Prima', 'Kopija', 'Predmet'],
    date: '6. listopada 2026. u 9:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `uto, 6. lis 2026. u 07:00 ${WATCH} napisao je:`,
  },
  {
    language: 'Hungarian',
    above: 'Továbbított levél kezdete:',
    labels: ['Feladó', 'Dátum', 'Címzett', 'Másolatot kap', 'Tárgy'],
    date: '2026. október 6. 9:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `${WATCH} ezt írta (időpont: 2026. okt. 6., K, 7:00):`,
  },
  {
    language: 'Italian',
    above: 'Inizio messaggio inoltrato:',
    labels: ['Da', 'Data', 'A', 'Cc', 'Oggetto'],
    date: '6 ottobre 2026 alle ore 09:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `Il giorno mar 6 ott 2026 alle ore 07:00 ${WATCH} ha scritto:`,
  },
  {
    language: 'Japanese',
    above: '転送されたメッセージ:',
    labels: ['差出人', '日付', '宛先', 'Cc', '件名'],
    date: '2026年10月6日 9:41:05 JST',
    at: '2026-10-06T00:41:05Z',
    wrote: `2026年10月6日(火) 7:00 ${WATCH}:`,
  },
  {
    language: 'Korean',
    above: '-------- 전달된 메시지 --------',
    labels: ['보낸 사람', '날짜', '받는 사람', '참조', '제목'],
    date: '2026년 10월 6일 오전 9:41:05 GMT+9',
    at: '2026-10-06T00:41:05Z',
    wrote: `2026년 10월 6일 (화) 오전 7:00, ${WATCH}님이 작성:`,
  },
  {
    language: 'Dutch',
    above: 'Begin doorgestuurd bericht:',
    labels: ['Van', 'Datum', 'Aan', 'Kopie', 'Onderwerp'],
    date: '6 oktober 2026 om 09:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `Op di 6 okt 2026 om 07:00 schreef ${WATCH}:`,
  },
  {
    language: 'Norwegian',
    above: 'Videresendt melding:',
    labels: ['Fra', 'Dato', 'Til', 'Kopi', 'Emne'],
    date: '6. oktober 2026 kl. 09:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `tir. 6. okt. 2026 kl. 07:00 skrev ${WATCH}:`,
  },
  {
    language: 'Polish',
    above: 'Początek przekazywanej wiadomości:',
    labels: ['Od', 'Data', 'Do', 'DW', 'Temat'],
    date: '6 października 2026 o 09:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `wt., 6 paź 2026 o 07:00 ${WATCH} napisał(a):`,
  },
  {
    language: 'Portuguese',
    above: 'Início da mensagem reencaminhada:',
    labels: ['De', 'Data', 'Para', 'Cc', 'Assunto'],
    date: '6 de outubro de 2026, 09:41:05 WEST',
    at: '2026-10-06T08:41:05Z',
    wrote: `${WATCH} escreveu (terça, 6/10/2026 à(s) 07:00):`,
  },
  {
    language: 'Portuguese of Brazil',
    above: 'Início da mensagem encaminhada:',
    labels: ['De', 'Data', 'Para', 'Cc', 'Assunto'],
    date: '6 de outubro de 2026 09:41:05 BRT',
    at: '2026-10-06T12:41:05Z',
    wrote: `Em ter., 6 de out. de 2026 às 07:00, ${WATCH} escreveu:`,
  },
  {
    language: 'Romanian',
    above: 'Începe mesajul redirecționat:',
    labels: ['De la', 'Dată', 'Către', 'Cc', 'Subiect'],
    date: '6 octombrie 2026, 09:41:05 EEST',
    at: '2026-10-06T06:41:05Z',
    wrote: `În mar., 6 oct. 2026 la 07:00, ${WATCH} a scris:`,
  },
  {
    language: 'Russian',
    above: 'Начало переадресованного сообщения:',
    labels: ['От', 'Дата', 'Кому', 'Копия', 'Тема'],
    date: '6 октября 2026 г. в 09:41:05 GMT+3',
    at: '2026-10-06T06:41:05Z',
    wrote: `вт, 6 окт. 2026 г. в 07:00, ${WATCH} написал:`,
  },
  {
    language: 'Slovak',
    above: 'Začiatok preposlanej správy:',
    labels: ['Od', 'Dátum', 'Komu', 'Kópia', 'Predmet'],
    date: '6. októbra 2026, 9:41:05 SELČ',
    at: '2026-10-06T07:41:05Z',
    wrote: `ut 6. 10. 2026 o 7:00 ${WATCH} napísal(a):`,
  },
  {
    language: 'Swedish',
    above: 'Vidarebefordrat brev:',
    labels: ['Från', 'Datum', 'Till', 'Kopia', 'Ämne'],
    date: '6 oktober 2026 09:41:05 CEST',
    at: '2026-10-06T07:41:05Z',
    wrote: `Den tis 6 okt. 2026 kl 07:00 skrev ${WATCH}:`,
  },
  {
    language: 'Turkish',
    above: 'İleti başlangıcı:',
    labels: ['Kimden', 'Tarih', 'Kime', 'Bilgi', 'Konu'],
    date: '6 Ekim 2026 09:41:05 GMT+3',
    at: '2026-10-06T06:41:05Z',
    wrote: `${WATCH}, 6 Eki 2026 Sal, 07:00 tarihinde şunu yazdı:`,
  },
  {
    language: 'Ukrainian',
    above: 'Початок листа, що пересилається:',
    labels: ['Від', 'Дата', 'Кому', 'Копія', 'Тема'],
    date: '6 жовтня 2026 р. о 09:41:05 GMT+3',
    at: '2026-10-06T06:41:05Z',
    wrote: `вт, 6 жовт. 2026 р. о 07:00 ${WATCH} пише:`,
  },
  {
    language: 'Chinese',
    above: '-------- 转发的邮件 --------',
    labels: ['发件人', '日期', '收件人', '抄送', '主题'],
    date: '2026年10月6日 上午9:41:05 GMT+8',
    at: '2026-10-06T01:41:05Z',
    wrote: `${WATCH} 于2026年10月6日周二 07:00写道：`,
  },
]

const byLanguage = ROWS.map(row => [row.language, row] as const)

describe('a program that speaks another language', () => {
  test.each(byLanguage)('forwards in %s, and all of it is read', (_, { above, labels, date, at }) => {
    const [from, sent, to, copy, subject] = labels
    const text = [
      'See below.',
      '',
      above,
      '',
      `${from}: ${AGNES}`,
      `${subject}: Shift lead`,
      `${sent}: ${date}`,
      `${to}: Rachel Stone <rachel@stonesearch.example>`,
      `${copy}: Otto Frank <otto@glashuette.example>`,
      '',
      'We would like to see both.',
      '',
      'Agnes',
    ].join('\n')
    const read = readForward(text, { zone: 'America/Denver', arrivedAt: '2026-11-20T15:00:00Z' })
    expect(read?.note).toBe('See below.')
    expect(read?.layers).toHaveLength(1)
    expect(read?.layers[0]).toMatchObject({
      from: { name: 'Agnes Bergmann', address: 'agnes@glashuette.example' },
      to: [{ name: 'Rachel Stone', address: 'rachel@stonesearch.example' }],
      cc: [{ name: 'Otto Frank', address: 'otto@glashuette.example' }],
      subject: 'Shift lead',
      date: { at, certain: true },
      body: 'We would like to see both.\n\nAgnes',
    })
  })

  test.each(byLanguage)('says in %s whose words an answer quotes, and they are cut', (_, { wrote }) => {
    const own = 'Agnes: left vm.'
    expect(writtenPart(`${own}\n\n${wrote}\n\n> 1. AGNES BERGMANN\n> Owes you an answer.`)).toBe(own)
    expect(writtenPart(`${own}\n\n${wrote}\n\n1. AGNES BERGMANN\nOwes you an answer.`)).toBe(own)
  })
})
