import { type Html, html } from '../../../shared/mail/write/html.ts'
import { newFeedToken } from '../../../shared/runtime/tokens.ts'
import { feedAddress } from '../feed.ts'
import { inputField, wrongs } from '../fields.ts'
import { record } from '../record.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import type { Change } from './settings.ts'

/** The secret address by which a calendar program shows what is coming. There is none until it is asked for. */
export const feedSection = (
  { signedIn: { known }, proof }: Visit,
  { publicUrl }: Pick<World, 'publicUrl'>,
  wrong?: string,
): Html => {
  const address = known.feedToken && feedAddress(publicUrl, known.feedToken)
  return html`<section aria-labelledby="feed"><h2 id="feed">Your calendar</h2>
<p>Tasks, reminders, meetings to report and days to revisit, beside your other appointments in Google Calendar, Outlook or Apple Calendar.</p>
${
  address
    ? html`<p>Add a calendar by this address there. Whoever knows it reads your tasks: keep it to yourself.</p>
${inputField({ name: 'feed', label: 'The address of your calendar', value: address }, html`type="text" readonly`)}
<p><a href="${address.replace(/^https?:/, 'webcal:')}">Open it in the calendar of this device</a></p>
<form method="post" action="/settings/feed">${proof}
${wrongs(wrong)}
<label class="choice"><input type="checkbox" name="sure" value="yes"${wrong && html` aria-invalid="true"`}><span>The address above stops working at once, and calendars that read it show nothing new</span></label>
<button type="submit" class="quiet" name="do" value="replace">Give me a new address</button>
<button type="submit" class="quiet" name="do" value="remove">Remove it</button>
</form>`
    : html`<form method="post" action="/settings/feed">${proof}<button type="submit" class="quiet" name="do" value="give">Make an address for my calendar</button></form>`
}</section>`
}

export const changeFeed: Change = async (visit, world) => {
  const { form } = visit.request
  const what = form.get('do')
  if (what === 'give') {
    await record(visit, world, ({ feedToken }) =>
      feedToken === undefined ? [{ type: 'CalendarFeedGiven', token: newFeedToken() }] : [],
    )
    return { saved: 'feed' }
  }
  if (form.get('sure') !== 'yes')
    return visit.page(
      422,
      'Settings',
      feedSection(visit, world, 'Tick the box first: the present address stops working at once.'),
    )
  await record(visit, world, ({ feedToken }) => {
    if (feedToken === undefined) return []
    return [what === 'remove' ? { type: 'CalendarFeedRemoved' } : { type: 'CalendarFeedGiven', token: newFeedToken() }]
  })
  return { saved: what === 'remove' ? 'unfed' : 'feed' }
}
