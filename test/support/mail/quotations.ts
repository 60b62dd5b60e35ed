import { htmlToText } from '../../../shared/mail/read/html.ts'

/** How mail programs quote one of our own mails in an answer, and where a recruiter may write into it. */

/** A mail of ours, as it was sent. */
export type OurMail = { readonly subject: string; readonly text: string; readonly html: string }

export type Quoting = {
  readonly program: string
  /** What stands between what is written on top and the quotation. */
  readonly above: string
  /** The mark before every quoted line; none where the program marks nothing. */
  readonly mark: '> ' | ''
  /** From which form the program takes the words: as a telephone or Outlook it may show where links lead. */
  readonly form: 'text' | 'html' | 'html with links' | 'html, a line each cell'
}

const ADDRESS = 'Relight <relight@in.watch.example>'
const ME = 'Dan Ortiz <dan@ortizsearch.example>'
const outlookHeader = (subject: string, labels = ['From', 'Sent', 'To', 'Subject'], date?: string) =>
  [
    `${labels[0]}: ${ADDRESS}`,
    `${labels[1]}: ${date ?? 'Tuesday, September 29, 2026 7:00 AM'}`,
    `${labels[2]}: ${ME}`,
    `${labels[3]}: ${subject}`,
    '',
  ].join('\n')

export const quotings = (subject: string): readonly Quoting[] => [
  { program: 'Gmail', above: `On Tue, Sep 29, 2026 at 7:00\u202fAM ${ADDRESS}\nwrote:\n`, mark: '> ', form: 'html' },
  {
    program: 'Gmail in German',
    above: 'Am Di., 29. Sept. 2026 um 13:00 Uhr schrieb Relight <\nrelight@in.watch.example>:\n',
    mark: '> ',
    form: 'html',
  },
  {
    program: 'Gmail in French',
    above: `Le mar. 29 sept. 2026 à 13:00, ${ADDRESS} a écrit :\n`,
    mark: '> ',
    form: 'html',
  },
  {
    program: 'Apple Mail',
    above: `> On Sep 29, 2026, at 7:00 AM, ${ADDRESS} wrote:\n> `,
    mark: '> ',
    form: 'html',
  },
  {
    program: 'an iPhone',
    above: `Sent from my iPhone\n\n> On Sep 29, 2026, at 7:00 AM, ${ADDRESS} wrote:\n> \n> \ufeff`,
    mark: '> ',
    form: 'html',
  },
  {
    program: 'an iPhone in Spanish',
    above: `Enviado desde mi iPhone\n\n> El 29 sep 2026, a las 7:00, ${ADDRESS} escribió:\n> \n> `,
    mark: '> ',
    form: 'html',
  },
  { program: 'Thunderbird', above: 'On 9/29/26 7:00, Relight wrote:', mark: '> ', form: 'text' },
  {
    program: 'Proton',
    above: `Sent with Proton Mail secure email.\n\nOn Tuesday, September 29th, 2026 at 7:00 AM, ${ADDRESS} wrote:\n`,
    mark: '> ',
    form: 'html',
  },
  {
    program: 'Outlook set to mark lines',
    above: `-----Original Message-----\n${outlookHeader(subject)}`.replace(/^/gm, '> '),
    mark: '> ',
    form: 'text',
  },
  { program: 'Outlook', above: outlookHeader(subject), mark: '', form: 'html with links' },
  { program: 'Outlook, plain', above: `-----Original Message-----\n${outlookHeader(subject)}`, mark: '', form: 'text' },
  {
    program: 'Outlook in German',
    above: outlookHeader(subject, ['Von', 'Gesendet', 'An', 'Betreff'], 'Dienstag, 29. September 2026 13:00'),
    mark: '',
    form: 'html with links',
  },
  {
    program: 'Outlook of the web',
    above: `________________________________\n${outlookHeader(subject)}`,
    mark: '',
    form: 'html with links',
  },
  {
    program: 'Outlook on Android',
    above: `Get Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\n${outlookHeader(subject)}`,
    mark: '',
    form: 'html with links',
  },
  {
    program: 'Yahoo',
    above: 'On Tuesday, September 29, 2026 at 07:00:05 AM EDT, Relight <relight@in.watch.example> wrote:\n ',
    mark: '',
    form: 'html',
  },
  {
    program: 'Yahoo on Android',
    above:
      'Sent from Yahoo Mail on Android\n\n  On Tue, Sep 29, 2026 at 7:00 AM, Relight<relight@in.watch.example> wrote:  ',
    mark: '',
    form: 'html',
  },
  {
    program: 'Yahoo of the web',
    above: 'On Tuesday, September 29, 2026 at 07:00:05 AM EDT, Relight <relight@in.watch.example> wrote:\n ',
    mark: '',
    form: 'html, a line each cell',
  },
  {
    program: 'a Samsung telephone',
    above: `Sent from my Galaxy\n\n-------- Original message --------\nFrom: ${ADDRESS}\nDate: 9/29/26 7:00 AM (GMT-05:00)\nTo: ${ME}\nSubject: ${subject}\n`,
    mark: '',
    form: 'html',
  },
]

/** An answer, with words above, below each of our tasks (by number), and below it all. */
export const answer = (
  { above, mark, form }: Quoting,
  ours: OurMail,
  words: { readonly top?: string; readonly below?: Readonly<Record<number, string>>; readonly bottom?: string },
): string => {
  const quoted: string[] = []
  let task = 0
  for (const line of formed(ours, form).split('\n')) {
    const heads = /^(\d)\. /.exec(line)?.[1]
    if (heads || line.startsWith('You asked to be reminded') || line.startsWith('Nothing else is due')) {
      const inserted = words.below?.[task]
      if (inserted) quoted.push('', inserted, '')
      task = heads ? Number(heads) : 0
    }
    quoted.push(`${mark}${line}`.trimEnd())
  }
  return [words.top ?? '', '', above, ...quoted, ...(words.bottom ? ['', words.bottom] : [])].join('\n')
}

const formed = ({ text, html }: OurMail, form: Quoting['form']): string => {
  if (form === 'text') return text.trimEnd()
  const shown =
    form === 'html with links'
      ? html.replace(/<a [^>]*href="([^"]+)"[^>]*>([^<]*)<\/a>/g, '$2&lt;$1&gt;')
      : form === 'html'
        ? html
        : html.replaceAll('</td>', '<br></td>')
  const read = htmlToText(shown)
  if (typeof read !== 'string') throw new Error(read.limit)
  return read.trim()
}
