import { counted, firstName, oneLine } from '../../domain/plays/words.ts'
import { ourHeaders, subjectLine } from './headers.ts'
import { html } from './html.ts'
import type { ShortMail } from './receipt.ts'
import { buttonsHtml, documentHtml, STYLE } from './stationery.ts'
import { fold } from './text.ts'

/** The link by which a recruiter joins. It goes to an address that the firm's owner named, which may be a stranger's. */
export type InvitationInput = {
  readonly invited: { readonly name: string }
  readonly owner: { readonly name: string; readonly address: string }
  /** The address of the page with the button. */
  readonly link: string
  /** How long it works. */
  readonly days: number
}

export const writeInvitation = ({ invited, owner, link, days }: InvitationInput): Omit<ShortMail, 'replyTo'> => {
  const host = oneLine(owner.name)
  const opening = `${firstName(oneLine(invited.name))}, ${host} (${owner.address}) invites you to Relight.`
  const what =
    'Relight watches over your client relationships. When a client goes quiet, one mail in the morning says whom to call, why today and what to say. There is nothing to log in to.'
  const terms = `The link works once, and for ${counted(days, 'day')}.`
  const stranger = `If you do not know ${host}, do nothing: without a press nothing comes of it, and no other mail follows.`
  return {
    subject: subjectLine(`${host} invites you to Relight`),
    html: documentHtml({
      preheader: what,
      body: html`
<p style="${STYLE.lead}">${opening}</p>
<p style="${STYLE.text}">${what}</p>
${buttonsHtml([{ label: 'Look at it, and join', url: link }], 1)}
<p style="${STYLE.text}">${terms}</p>
<p class="faint" style="${STYLE.faint}">${stranger}</p>
`,
    }),
    text: `${[fold(opening), fold(what), `Look at it, and join: ${link}`, fold(terms), fold(stranger)].join('\n\n')}\n`,
    headers: ourHeaders('invitation'),
  }
}
