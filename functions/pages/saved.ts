import { type Html, html } from '../../shared/mail/write/html.ts'
import type { Request } from './request.ts'

/** What came of the form before, above the page that it leads back to. A screen reader says it first. */
export const statusLine = (said: string): Html => html`<p role="status"><strong>${said}</strong></p>`

/** The same by the word of it in `?saved=`; nothing for a word that is none of these. */
export const savedLine = ({ query }: Request, sentences: Readonly<Record<string, string>>): Html | undefined => {
  const word = query.get('saved') ?? ''
  const said = Object.hasOwn(sentences, word) ? sentences[word] : undefined
  return said === undefined ? undefined : statusLine(said)
}
