import { firstName, oneLine } from '../../domain/plays/words.ts'
import { ourHeaders } from './headers.ts'
import { html } from './html.ts'
import type { ShortMail } from './receipt.ts'
import { documentHtml, STYLE } from './stationery.ts'
import { fold } from './text.ts'

/** Tells a recruiter who has just begun where notes go, and how to begin. */
export type WelcomeInput = {
  readonly recruiter: { readonly name: string }
  /** Their secret inbound address. */
  readonly inbound: string
  /** The hour of the daily mail as their clock shows it: `7:00 am`. */
  readonly hour: string
  /** Where the pages are. */
  readonly pages: string
}

/** How one begins, in sentences: the page that greets them says the same. */
export const HOW_TO_BEGIN: readonly string[] = [
  'Forward a mail that you have from a client, or put the address in BCC when you write to one. The client and the person are known from then on, and a short mail says so, with a link to take it back.',
  'After a call, write or dictate a line: “Spoke with Tom Berg, he sends the contract on Friday.”',
  'Forward an invitation to a meeting, and you are asked afterwards what became of it.',
]

export const KEEP_IT_SECRET =
  'It is yours alone: whoever knows it can send notes there. Save it as a contact, “Relight” for instance, and your phone finds it by two letters.'

export const whenItWrites = (hour: string): string =>
  `On working days at ${hour} one mail says whom to call, why today and what to say. A morning with nothing to say brings no mail.`

export const writeWelcome = ({ recruiter, inbound, hour, pages }: WelcomeInput): ShortMail => {
  const opening = `${firstName(oneLine(recruiter.name))}, you are in. This is where your notes go:`
  const begin = 'To begin:'
  const look = 'To see all that is watched, sign in with this address. Nobody has to.'
  const answer = 'Answers to this mail go there too: tell me in a line about a client, and that is a beginning.'
  return {
    subject: 'Where your notes go, and how to begin',
    html: documentHtml({
      preheader: inbound,
      body: html`
<p style="${STYLE.lead}">${opening}</p>
<p style="${STYLE.text}"><strong>${inbound}</strong></p>
<p style="${STYLE.text}">${KEEP_IT_SECRET}</p>
<p style="${STYLE.text}">${begin}</p>
<ul>${HOW_TO_BEGIN.map(sentence => html`<li style="${STYLE.text}">${sentence}</li>`)}</ul>
<p style="${STYLE.text}">${answer}</p>
<p style="${STYLE.text}">${whenItWrites(hour)}</p>
<p class="faint" style="${STYLE.faint}">${look} <a href="${pages}" style="${STYLE.quietLink}">${pages}</a></p>
`,
    }),
    text: `${[
      fold(opening),
      inbound,
      fold(KEEP_IT_SECRET),
      [begin, ...HOW_TO_BEGIN.map(sentence => `- ${fold(sentence, '  ').trimStart()}`)].join('\n'),
      fold(answer),
      fold(whenItWrites(hour)),
      `${fold(look)}\n${pages}`,
    ].join('\n\n')}\n`,
    headers: ourHeaders('welcome'),
    replyTo: inbound,
  }
}
