import { firstName, oneLine } from '../../domain/plays/words.ts'
import { ourHeaders } from './headers.ts'
import { html } from './html.ts'
import type { ShortMail } from './receipt.ts'
import { buttonsHtml, documentHtml, STYLE } from './stationery.ts'
import { fold } from './text.ts'

/** The link by which somebody says that an address is theirs. It goes to that address, which may be a stranger's. */
export type ConfirmAddressInput = {
  readonly recruiter: { readonly name: string }
  /** The address of the page with the button. */
  readonly link: string
}

export const writeConfirmAddress = ({ recruiter, link }: ConfirmAddressInput): Omit<ShortMail, 'replyTo'> => {
  const opening = `Is this an address of ${firstName(oneLine(recruiter.name))}'s?`
  const terms = 'Once it is confirmed, notes sent from here count. The link works for a day.'
  const stranger = 'If you do not know what this is, do nothing: without a press nothing comes of it.'
  return {
    subject: 'Confirm this address for Relight',
    html: documentHtml({
      preheader: terms,
      body: html`
<p style="${STYLE.lead}">${opening}</p>
${buttonsHtml([{ label: 'Confirm the address', url: link }], 1)}
<p style="${STYLE.text}">${terms}</p>
<p class="faint" style="${STYLE.faint}">${stranger}</p>
`,
    }),
    text: `${[fold(opening), `Confirm it: ${link}`, fold(terms), fold(stranger)].join('\n\n')}\n`,
    headers: ourHeaders('confirm-address'),
  }
}
