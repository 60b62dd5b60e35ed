import { firstName, list, oneLine } from '../../domain/plays/words.ts'
import { ourHeaders, subjectLine } from './headers.ts'
import { html } from './html.ts'
import { documentHtml, STYLE } from './stationery.ts'
import { fold } from './text.ts'

/** Tells a recruiter that their mail opened an account here, or joined one, with a link to take it back. */
export type ReceiptInput = {
  readonly recruiter: { readonly name: string }
  readonly client: string
  /** Whom we now know there. */
  readonly contacts: readonly { readonly name: string; readonly phone?: string; readonly introducedBy?: string }[]
  /** The address of the page that takes it back. */
  readonly undo: string
  readonly replyTo: string
}

export type ShortMail = {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly replyTo: string
}

export const writeReceipt = ({ recruiter, client, contacts, undo, replyTo }: ReceiptInput): ShortMail => {
  const account = oneLine(client)
  const opening = `${firstName(oneLine(recruiter.name))}, ${account} is under watch now.`
  const people = contacts.map(({ name, phone, introducedBy }) =>
    [
      oneLine(name),
      phone ? `, ${oneLine(phone)}` : '',
      introducedBy ? `, introduced by ${oneLine(introducedBy)}` : '',
    ].join(''),
  )
  const known = people.length > 0 ? `Known there: ${list(people, 'and')}.` : 'Nobody is known there yet.'
  const more = 'If a name or a number is wrong, reply and say so.'
  return {
    subject: subjectLine(`${account} is under watch`),
    html: documentHtml({
      preheader: known,
      body: html`
<p style="${STYLE.lead}">${opening}</p>
<p style="${STYLE.text}">${known} ${more}</p>
<p style="${STYLE.buttons}"><a class="button" href="${undo}" style="${STYLE.button}">Take it back</a></p>
`,
    }),
    text: `${[fold(opening), fold(`${known} ${more}`, '', [account, ...people]), `Take it back: ${undo}`].join('\n\n')}\n`,
    headers: ourHeaders('receipt'),
    replyTo,
  }
}
