import { foldRecruiter, type RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { html } from '../../shared/mail/write/html.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { Link } from '../../shared/runtime/links.ts'
import { wrongs } from './fields.ts'
import { page, type Response } from './page.ts'
import { cameFromOurPage, nonceOf, type Request } from './request.ts'
import { pressId, type World } from './world.ts'

/**
 * `/unsubscribe/TOKEN`: a POST from our own page, or the one that a mail program sends by itself (RFC 8058), stops the
 * mail at once; `again` from our own page starts it anew. A GET changes nothing.
 */
export const pressUnsubscribe = async (
  request: Request,
  link: Extract<Link, { kind: 'unsubscribe' }>,
  secret: string,
  world: World,
): Promise<Response> => {
  const ours = html`<input type="hidden" name="nonce" value="${nonceOf(secret, request.token)}">`
  const isOurs = cameFromOurPage(secret, request)
  if (request.method !== 'POST' || !(isOurs || request.isOneClick))
    return page(
      request.method === 'POST' ? 403 : 200,
      'No more mail from Relight?',
      html`${request.method === 'POST' && wrongs('Nothing is stopped yet. Please press the button on this page.')}
<p>Nothing has changed yet. The button stops the daily mail; the watch over your accounts goes on.</p>
<form method="post">${ours}<button type="submit">Stop the mail</button></form>`,
    )
  const again = isOurs && request.form.get('again') === '1'
  await execute(
    world.log,
    recruiterStream(link.firm, link.recruiter),
    events => events,
    events => {
      const recruiter = foldRecruiter(events)
      if (!recruiter) return []
      const envelope = {
        at: request.now,
        recordedAt: request.now,
        by: link.recruiter,
        source: 'page' as const,
        command: CommandId.parse(`${pressId(request.token)}.${events.length}`),
      }
      // Only what this link stopped comes back: an address that bounced stays as it is.
      const stopped = events.flatMap(event =>
        event.type === 'AddressSuppressed' && event.why === 'unsubscribed' ? [event.address.toLowerCase()] : [],
      )
      const active = recruiter.addresses.filter(address => !recruiter.suppressed.includes(address))
      const resting = recruiter.suppressed.filter(address => stopped.includes(address))
      return again
        ? resting.map((address): RecruiterEvent => ({ type: 'AddressConfirmed', address, ...envelope }))
        : active.map(
            (address): RecruiterEvent => ({ type: 'AddressSuppressed', address, why: 'unsubscribed', ...envelope }),
          )
    },
  )
  if (again) return page(200, 'The mail comes again', html`<p>From the next morning on that has work in it.</p>`)
  return page(
    200,
    'No more mail',
    html`<p>The daily mail has stopped. The watch over your accounts goes on.</p>
<form method="post">${ours}<input type="hidden" name="again" value="1"><button type="submit">Send it again after all</button></form>`,
  )
}
