import { firstName, oneLine } from '../../domain/plays/words.ts'
import { ourHeaders } from './headers.ts'
import { html } from './html.ts'
import type { ShortMail } from './receipt.ts'
import { buttonsHtml, documentHtml, STYLE } from './stationery.ts'
import { fold } from './text.ts'

/** The link that somebody asked for to sign in with. */
export type SignInInput = {
  readonly recruiter: { readonly name: string }
  /** The address of the page with the button. */
  readonly link: string
  /** When it was asked for, as the recruiter's clock shows it: `4:10 pm`. */
  readonly time: string
}

export const writeSignIn = ({ recruiter, link, time }: SignInInput): Omit<ShortMail, 'replyTo'> => {
  const opening = `${firstName(oneLine(recruiter.name))}, here is your way in.`
  const terms = 'It works once, and for ten minutes.'
  const stranger = `Somebody asked for this at ${time}. If it was not you, do nothing: without this mail nobody gets in.`
  return {
    subject: 'Your link to sign in to Relight',
    html: documentHtml({
      preheader: terms,
      body: html`
<p style="${STYLE.lead}">${opening}</p>
${buttonsHtml([{ label: 'Sign in', url: link }], 1)}
<p style="${STYLE.text}">${terms}</p>
<p class="faint" style="${STYLE.faint}">${stranger}</p>
`,
    }),
    text: `${[fold(opening), `Sign in: ${link}`, fold(terms), fold(stranger)].join('\n\n')}\n`,
    headers: ourHeaders('sign-in'),
  }
}
