import { html } from '../../shared/mail/write/html.ts'
import { type Response, says } from './page.ts'
import { record } from './record.ts'
import { noCookie } from './session.ts'
import type { Visit } from './visit.ts'
import type { World } from './world.ts'

/** `/sign-out`: a GET asks where, a POST ends this session, or every one of the recruiter's. */
export const signOut = async (visit: Visit, world: World): Promise<Response> => {
  if (visit.request.method !== 'POST')
    return visit.page(
      200,
      'Sign out',
      html`<p>The daily mail comes all the same, and its buttons work without signing in.</p>
<form method="post">${visit.proof}
<button type="submit">Sign out here</button>
<button type="submit" class="quiet" name="where" value="everywhere">Sign out everywhere</button>
</form>`,
    )
  const everywhere = visit.request.form.get('where') === 'everywhere'
  const { session } = visit.signedIn
  await record(visit, world, () => [everywhere ? { type: 'SignedOutEverywhere' } : { type: 'SignedOut', session }])
  const out = everywhere
    ? says(200, 'You are signed out everywhere', 'No device is signed in any more.')
    : says(200, 'You are signed out', 'On this device, that is; others stay signed in.')
  return { ...out, cookies: [noCookie(world)] }
}
