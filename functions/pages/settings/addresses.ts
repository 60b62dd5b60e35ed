import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Recruiter, RecruiterEvent } from '../../../shared/domain/recruiter.ts'
import { CommandId } from '../../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../../shared/log/streams.ts'
import { writeConfirmAddress } from '../../../shared/mail/write/confirm-address.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { execute } from '../../../shared/runtime/execute.ts'
import { A_DAY, type Link, linkAddress } from '../../../shared/runtime/links.ts'
import { inputField, wrongs } from '../fields.ts'
import { page, type Response, says } from '../page.ts'
import { record, recordOf } from '../record.ts'
import { cameFromOurPage, nonceOf, type Request } from '../request.ts'
import type { Visit } from '../visit.ts'
import { pressId, type World } from '../world.ts'
import type { Change } from './settings.ts'

const MOST_ADDRESSES = 10
/** Whoever is signed in can't make us write to strangers without end. */
const MOST_A_DAY = 5
const Address = z.email().max(254)

/** The addresses that a recruiter writes from; the first one that takes mail gets it. */
export const addressesSection = (visit: Visit, typed = '', wrong?: string): Html => {
  const { known } = visit.signedIn
  const to = known.addresses.find(address => !known.suppressed.includes(address))
  return html`<section aria-labelledby="addresses"><h2 id="addresses">Your own addresses</h2>
<p>Notes count from these alone, and only if their own domain vouches for the message.</p>
<ul class="rows">${known.addresses.map(
    address => html`<li><p>${address}${address === to && ' – the daily mail comes here'}</p>
${known.suppressed.includes(address) && html`<p class="late">Mail to it came back, or was stopped. Confirm it anew to have it again.</p>`}
${
  known.addresses.length > 1 &&
  html`<form method="post" action="/settings/addresses">${visit.proof}<button type="submit" class="quiet" name="remove" value="${address}">Remove it</button></form>`
}</li>`,
  )}</ul>
<form method="post" action="/settings/addresses">${visit.proof}
${wrongs(wrong)}
${inputField({ name: 'address', label: 'Another address', value: typed, wrong }, html`type="email" autocomplete="email" required`)}
<button type="submit" class="quiet">Mail it a link to confirm</button>
</form></section>`
}

export const changeAddresses: Change = async (visit, world) => {
  const { request, signedIn } = visit
  const { known } = signedIn
  const removed = request.form.get('remove')
  if (removed !== null) {
    await record(visit, world, ({ addresses }) =>
      addresses.includes(removed) && addresses.length > 1 ? [{ type: 'AddressRemoved', address: removed }] : [],
    )
    return { saved: 'removed' }
  }
  const typed = request.form.get('address')?.trim().toLowerCase() ?? ''
  const again = (wrong: string) => visit.page(422, 'Settings', addressesSection(visit, typed, wrong))
  const address = Address.safeParse(typed)
  if (!address.success) return again('That is no mail address.')
  if (known.addresses.length >= MOST_ADDRESSES) return again('Ten addresses are the most. Remove one first.')
  if (isEnough(signedIn.events, request.now)) return again('That is enough for one day. Try again tomorrow.')
  await askToConfirm(known, address.data, visit, world)
  return { saved: 'sent' }
}

/** Whether so many links were mailed for a recruiter's addresses that no more go out today. */
export const isEnough = (events: readonly RecruiterEvent[], now: string): boolean => {
  const since = Date.parse(now) - A_DAY * 1000
  return events.filter(({ type, at }) => type === 'AddressNamed' && Date.parse(at) > since).length >= MOST_A_DAY
}

/** Mails an address the link by which a press says that it is the recruiter's. */
export const askToConfirm = async (
  { firm, id: recruiter, name }: Recruiter,
  address: string,
  visit: Visit,
  world: World,
): Promise<void> => {
  await recordOf(recruiter, visit, world, () => [{ type: 'AddressNamed', address }])
  const [key] = await world.keyRing.keys()
  const confirm = { kind: 'confirm', firm, recruiter, address: hashOf(address) } as const
  const link = await linkAddress(world.publicUrl, key, confirm, visit.request.now, A_DAY)
  await world.send({ ...writeConfirmAddress({ recruiter: { name }, link }), to: address })
}

const hashOf = (address: string): string => createHash('sha256').update(address.toLowerCase()).digest('hex')

/** `/confirm/TOKEN`: a press says that the address to which the link went is the recruiter's own. */
export const pressConfirm = async (
  request: Request,
  link: Extract<Link, { kind: 'confirm' }>,
  secret: string,
  { log }: World,
): Promise<Response> => {
  if (request.method !== 'POST' || !cameFromOurPage(secret, request))
    return page(
      request.method === 'POST' ? 403 : 200,
      'Is this address yours?',
      html`${request.method === 'POST' && wrongs('Nothing is confirmed yet. Please press the button on this page.')}
<p>Then what you send from it counts as your own word at Relight.</p>
<form method="post"><input type="hidden" name="nonce" value="${nonceOf(secret, request.token)}"><button type="submit">Yes, it is mine</button></form>`,
    )
  const { appended } = await execute(
    log,
    recruiterStream(link.firm, link.recruiter),
    events => events,
    (events): RecruiterEvent[] => {
      const named = events.findLast(event => event.type === 'AddressNamed' && hashOf(event.address) === link.address)
      if (named?.type !== 'AddressNamed') return []
      const command = CommandId.parse(pressId(request.token))
      if (events.some(event => event.command === command)) return []
      const envelope = {
        at: request.now,
        recordedAt: request.now,
        by: link.recruiter,
        source: 'page' as const,
        command,
      }
      return [{ type: 'AddressConfirmed', address: named.address, ...envelope }]
    },
  )
  if (appended.length === 0)
    return says(
      410,
      'This link has been used',
      'It works once, and for an address that was asked for. Nothing was recorded.',
    )
  return says(200, 'The address is confirmed', 'What you send from it counts from now on.')
}
