import { firstName, oneLine, printable, quotable } from '../../domain/plays/words.ts'
import { ourHeaders, subjectLine } from './headers.ts'
import { html } from './html.ts'
import type { Button } from './item.ts'
import type { ShortMail } from './receipt.ts'
import { documentHtml, STYLE } from './stationery.ts'
import { fold } from './text.ts'

/** Asks back about one note that could mean more than one thing: one button for each answer. */
export type QuestionInput = {
  readonly recruiter: { readonly name: string }
  readonly question: string
  /** The subject of the note that was not clear. */
  readonly about?: string
  /** Each answer with the address of its page, "none of these" among them where it is one. */
  readonly answers: readonly Button[]
  /** Whether the rest of the note was certain, and is recorded. */
  readonly restRecorded?: boolean
  readonly replyTo: string
}

export const writeQuestion = ({
  recruiter,
  question,
  about,
  answers,
  restRecorded = false,
  replyTo,
}: QuestionInput): ShortMail => {
  const asked = printable(question, 400) ?? 'A note of yours could mean more than one thing. Which did you mean?'
  const subject = quotable(about, 60)
  const opening = `${firstName(oneLine(recruiter.name))}, one question${subject ? ` about your note "${subject}"` : ''}.`
  const promise = restRecorded
    ? 'The rest of it is recorded; this part waits until you say.'
    : 'Nothing of it is recorded until you say.'
  const buttons = answers.map(({ label, url }) => ({ label: oneLine(label), url }))
  return {
    subject: subjectLine(`One question: ${asked}`),
    html: documentHtml({
      preheader: asked,
      body: html`
<p style="${STYLE.text}">${opening}</p>
<p style="${STYLE.lead}">${asked}</p>
${buttons.map(({ label, url }) => html`<p style="${STYLE.buttons}"><a class="button" href="${url}" style="${STYLE.button}">${label}</a></p>`)}
<p class="faint" style="${STYLE.faint}">${promise} You can also reply in your own words.</p>
`,
    }),
    text: `${[
      fold(opening),
      fold(asked),
      ...buttons.map(({ label, url }) => `${label}:\n${url}`),
      fold(`${promise} You can also reply in your own words.`),
    ].join('\n\n')}\n`,
    headers: ourHeaders('question'),
    replyTo,
  }
}
