import { localDate } from '../../../shared/domain/calendar/days.ts'
import { weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { newApiToken } from '../../../shared/runtime/tokens.ts'
import { inputField } from '../fields.ts'
import { record } from '../record.ts'
import type { Visit } from '../visit.ts'
import type { Change } from './settings.ts'

/** Enough of a hash to tell one token from another. */
const MARK_LENGTH = 8

/** Tokens for other programs. Only their hashes are kept, so one is shown once. */
export const tokensSection = ({ signedIn: { known, events }, owner: { calendar }, request, proof }: Visit): Html => {
  const today = localDate(calendar, request.now)
  const given = events.flatMap(event =>
    event.type === 'ApiTokenGiven' && known.apiTokenHashes.includes(event.hash) ? [event] : [],
  )
  return html`<section aria-labelledby="tokens"><h2 id="tokens">Other programs</h2>
<p>A program that has a token can tell and read what you can, by <a href="/api-reference">the API</a>.</p>
${given.length === 0 && html`<p>No program has one.</p>`}
${given.map(
  ({ hash, at }) => html`<form method="post" action="/settings/tokens">${proof}
<p>The token with the mark <code>${hash.slice(0, MARK_LENGTH)}</code>, given on ${weekdayAndDate(localDate(calendar, at), today)}
<button type="submit" class="quiet" name="revoke" value="${hash}">Revoke it</button></p>
</form>`,
)}
<form method="post" action="/settings/tokens">${proof}<button type="submit" class="quiet">Make a token</button></form>
</section>`
}

export const changeTokens: Change = async (visit, world) => {
  const hash = visit.request.form.get('revoke')
  if (hash !== null) {
    await record(visit, world, known =>
      known.apiTokenHashes.includes(hash) ? [{ type: 'ApiTokenRevoked', hash }] : [],
    )
    return { saved: 'revoked' }
  }
  const made = newApiToken()
  await record(visit, world, () => [{ type: 'ApiTokenGiven', hash: made.hash }])
  return visit.page(
    200,
    'A token for a program',
    html`${inputField({ name: 'token', label: 'The token', value: made.token }, html`type="text" readonly`)}
<p>Copy it now: it is shown this once, and kept nowhere. Its mark is <code>${made.hash.slice(0, MARK_LENGTH)}</code>.</p>
<p><a class="button" href="/settings">Back to the settings</a></p>`,
  )
}
