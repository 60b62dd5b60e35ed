import { type Html, html } from '../../../shared/mail/write/html.ts'
import { newInboundToken } from '../../../shared/runtime/tokens.ts'
import { inputField } from '../fields.ts'
import { record } from '../record.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import type { Change } from './settings.ts'

/** The secret address that notes go to. A new one replaces it where the old has leaked. */
export const inboundSection = ({ signedIn: { known }, proof }: Visit, { inboundDomain }: World): Html =>
  html`<section aria-labelledby="inbound"><h2 id="inbound">Where your notes go</h2>
<p>Forward, BCC or dictate to this address, and keep it to yourself. Save it as a contact, “Relight” for instance, and your phone finds it by two letters.</p>
${inputField(
  { name: 'address', label: 'Your inbound address', value: `${known.inboundToken ?? ''}@${inboundDomain}` },
  html`type="text" readonly`,
)}
<form method="post" action="/settings/inbound">${proof}
<label class="choice"><input type="checkbox" name="sure" value="yes" required><span>The old address stops working at once, rules of my mailbox included</span></label>
<button type="submit" class="quiet">Give me a new address</button>
</form></section>`

export const replaceInbound: Change = async (visit, world) => {
  if (visit.request.form.get('sure') !== 'yes')
    return visit.page(
      422,
      'Settings',
      html`<p class="wrong" role="alert">Tick the box first: the old address stops working at once.</p>
${inboundSection(visit, world)}`,
    )
  await record(visit, world, () => [{ type: 'InboundAddressGiven', token: newInboundToken() }])
  return { saved: 'inbound' }
}
