import type { RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { html } from '../../shared/mail/write/html.ts'
import { execute } from '../../shared/runtime/execute.ts'
import { type Response, says } from './page.ts'
import { noCookie } from './session.ts'
import type { Visit } from './visit.ts'
import type { World } from './world.ts'

/** `/sign-out`: a GET asks where, a POST ends this session, or every one of the recruiter's. */
export const signOut = async ({ request, signedIn, page, proof }: Visit, world: World): Promise<Response> => {
  if (request.method !== 'POST')
    return page(
      200,
      'Sign out',
      html`<p>The daily mail comes all the same, and its buttons work without signing in.</p>
<form method="post">${proof}
<button type="submit">Sign out here</button>
<button type="submit" class="quiet" name="where" value="everywhere">Sign out everywhere</button>
</form>`,
    )
  const { firm, recruiter, session } = signedIn
  const everywhere = request.form.get('where') === 'everywhere'
  await execute(
    world.log,
    recruiterStream(firm, recruiter),
    events => events,
    (): RecruiterEvent[] => {
      const said = {
        at: request.now,
        recordedAt: request.now,
        by: recruiter,
        source: 'page' as const,
        command: CommandId.parse(`sign-out.${session}`),
      }
      return [everywhere ? { type: 'SignedOutEverywhere', ...said } : { type: 'SignedOut', session, ...said }]
    },
  )
  const out = everywhere
    ? says(200, 'You are signed out everywhere', 'No device is signed in any more.')
    : says(200, 'You are signed out', 'On this device, that is; others stay signed in.')
  return { ...out, cookies: [noCookie(world)] }
}
