import { firstName, oneLine, printable, quotable } from '../../domain/plays/words.ts'
import { ourHeaders, subjectLine } from './headers.ts'
import { html } from './html.ts'
import type { Button } from './item.ts'
import type { ShortMail } from './receipt.ts'
import { buttonsHtml, documentHtml, STYLE, wordsHtml } from './stationery.ts'
import { fold } from './text.ts'

/** Asks back about one note that could mean more than one thing: one button for each answer. */
export type QuestionInput = {
  readonly recruiter: { readonly name: string }
  readonly question: string
  /** The recruiter's own words, or the subject of what they forwarded. */
  readonly quote: string
  /** The day the note came, as it is said: "Monday 14 September". */
  readonly arrived: string
  /** Each answer with the address of its page, "none of these" among them where it is one. */
  readonly answers: readonly Button[]
  /** Whether the rest of the note was certain, and is recorded. */
  readonly isRestRecorded: boolean
  /** Whether it was asked before, and the answer left it open. */
  readonly isAgain: boolean
  readonly replyTo: string
  /** The message id by which a reply is known. */
  readonly reference: string
}

export const writeQuestion = (input: QuestionInput): ShortMail => {
  const { recruiter, answers, replyTo, reference } = input
  const asked = printable(input.question, 400) ?? 'A note of yours could mean more than one thing. Which did you mean?'
  const quote = quotable(input.quote, 200)
  const name = firstName(oneLine(recruiter.name))
  const opening = input.isAgain
    ? `${name}, your answer left this open. I ask once more, and then it waits in your morning mail.`
    : `${name}, one question about what you sent on ${input.arrived}:`
  const ways = waysToAnswer(input)
  const buttons = answers.map(({ label, url }) => ({ label: oneLine(label), url }))
  return {
    subject: subjectLine(`One question: ${asked}`),
    html: documentHtml({
      preheader: asked,
      body: html`
<p style="${STYLE.text}">${opening}</p>
${quote && wordsHtml(`“${quote}”`)}
<p style="${STYLE.question}">${asked}</p>
${buttonsHtml(buttons, 1)}
<p class="faint" style="${STYLE.faint}">${ways}</p>
`,
    }),
    text: `${[
      fold(opening),
      ...(quote ? [fold(`"${quote}"`, '  ')] : []),
      fold(asked),
      ...buttons.map(({ label, url }, index) => `${index + 1}. ${label}\n   ${url}`),
      fold(ways),
    ].join('\n\n')}\n`,
    headers: { ...ourHeaders('question'), References: reference },
    replyTo,
  }
}

/** What happens until it is answered, and how it can be. */
const waysToAnswer = ({ isRestRecorded, answers }: QuestionInput): string => {
  const waits = isRestRecorded
    ? 'The rest of it is recorded; this part waits until you say.'
    : 'Nothing of it is recorded until you say.'
  const how =
    answers.length > 1
      ? 'Press one, or reply with its number, a name, or in your own words.'
      : 'Reply in your own words, or press the button to leave it.'
  return `${waits} ${how}`
}
