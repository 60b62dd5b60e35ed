import { html } from '../../shared/mail/write/html.ts'
import { HEADERS, page, type Response } from '../../shared/web/page.ts'

export { type Around, page, type Response } from '../../shared/web/page.ts'

/** A page that only says something. */
export const says = (statusCode: number, title: string, ...sentences: readonly string[]): Response =>
  page(
    statusCode,
    title,
    html`${sentences.map(
      sentence => html`<p>${sentence}</p>
`,
    )}`,
  )

/** The way on from a link that does nothing any more. */
const seeWhatIsDue = html`<p><a href="/">See what is due</a></p>`

/** On to another page of ours, by a GET. */
export const goTo = (path: string, cookies: readonly string[] = []): Response => ({
  statusCode: 303,
  headers: { ...HEADERS, location: path },
  ...(cookies.length > 0 ? { cookies } : {}),
  body: '',
})

export const expired = (): Response =>
  page(
    410,
    'This link has expired',
    html`<p>Links work for thirty days, and the one that takes something back for ten minutes. Nothing was recorded.</p>
<p>Reply to the latest mail instead, in your own words.</p>
${seeWhatIsDue}`,
  )

export const notOurs = (): Response =>
  page(
    404,
    'This link does not work',
    html`<p>It is incomplete, or it is not one of ours. Nothing was recorded.</p>
<p>Open it from the mail once more; some mail programs cut long links in two.</p>
${seeWhatIsDue}`,
  )

/** Where something failed that nobody foresaw. Pressing again is safe: a press is recorded once. */
export const sorry = (): Response =>
  says(
    500,
    'That did not work',
    'Something failed here, and it was reported. Go back and press once more: nothing is recorded twice.',
  )
