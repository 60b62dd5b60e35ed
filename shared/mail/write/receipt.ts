import { firstName, list, oneLine } from '../../domain/plays/words.ts'
import { ourHeaders, subjectLine } from './headers.ts'
import { html } from './html.ts'
import { buttonsHtml, documentHtml, STYLE } from './stationery.ts'
import { fold } from './text.ts'

/** Tells a recruiter what their mail did: opened an account, brought people into one, joined two; with a link to undo it. */
export type ReceiptInput = {
  readonly recruiter: { readonly name: string }
  readonly client: string
  readonly news: { readonly kind: 'opened' | 'added' } | { readonly kind: 'merged'; readonly into: string }
  /** Whom we know there; of those added, only they. */
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

export const writeReceipt = ({ recruiter, client, contacts, news, undo, replyTo }: ReceiptInput): ShortMail => {
  const account = oneLine(client)
  const people = contacts.map(({ name, phone, introducedBy }) =>
    [
      oneLine(name),
      phone ? `, ${oneLine(phone)}` : '',
      introducedBy ? `, introduced by ${oneLine(introducedBy)}` : '',
    ].join(''),
  )
  const { subject, lead, known, more } = told(account, people, news)
  const opening = `${firstName(oneLine(recruiter.name))}, ${lead}`
  return {
    subject: subjectLine(subject),
    html: documentHtml({
      preheader: known || lead,
      body: html`
<p style="${STYLE.lead}">${opening}</p>
<p style="${STYLE.text}">${[known, more].filter(Boolean).join(' ')}</p>
${buttonsHtml([{ label: 'Take it back', url: undo }], 1)}
`,
    }),
    text: `${[fold(opening), fold([known, more].filter(Boolean).join(' '), '', [account, ...people]), `Take it back: ${undo}`].join('\n\n')}\n`,
    headers: ourHeaders('receipt'),
    replyTo,
  }
}

const WRONG = 'If a name or a number is wrong, reply and say so.'

/** A number and an introducer stand with the one they belong to. */
const together = (people: readonly string[]): string =>
  people.some(person => person.includes(',')) && people.length > 1
    ? `${people.slice(0, -1).join('; ')}; and ${people.at(-1)}`
    : list(people)

const told = (account: string, people: readonly string[], news: ReceiptInput['news']) => {
  const all = together(people)
  const known = people.length > 0 ? `Known there: ${all}.` : 'Nobody is known there yet.'
  switch (news.kind) {
    case 'opened':
      return {
        subject: `${account} is under watch`,
        lead: `${account} is under watch now.`,
        known,
        more: `${WRONG} If you have this account by another name, reply “same as” and that name.`,
      }
    case 'added':
      return {
        subject: `New at ${account}: ${all}`,
        lead: `${people.length === 1 ? 'somebody' : 'people'} new at ${account}: ${all}.`,
        known: '',
        more: WRONG,
      }
    case 'merged': {
      const into = oneLine(news.into)
      return {
        subject: `${account} and ${into} are one account`,
        lead: `${account} and ${into} are one account now, by the name of ${into}.`,
        known,
        more: 'Nothing of either is lost.',
      }
    }
  }
}
