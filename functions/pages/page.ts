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

/** On to another page of ours, by a GET. */
export const goTo = (path: string, cookies: readonly string[] = []): Response => ({
  statusCode: 303,
  headers: { ...HEADERS, location: path },
  ...(cookies.length > 0 ? { cookies } : {}),
  body: '',
})

export const expired = (): Response =>
  says(
    410,
    'This link has expired',
    'Links work for thirty days, and the one that takes something back for ten minutes. Nothing was recorded.',
    'Reply to the latest mail instead, in your own words.',
  )

export const notOurs = (): Response =>
  says(
    404,
    'This link does not work',
    'It is incomplete, or it is not one of ours. Nothing was recorded.',
    'Open it from the mail once more; some mail programs cut long links in two.',
  )

/** Where something failed that nobody foresaw. Pressing again is safe: a press is recorded once. */
export const sorry = (): Response =>
  says(
    500,
    'That did not work',
    'Something failed here, and it was reported. Go back and press once more: nothing is recorded twice.',
  )
