import { html } from '../../../shared/mail/write/html.ts'
import { goTo, type Response } from '../page.ts'
import { savedLine } from '../saved.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { addressesSection, changeAddresses } from './addresses.ts'
import { changeDays, daysSection } from './days.ts'
import { changeFeed, feedSection } from './feed.ts'
import { inboundSection, replaceInbound } from './inbound-address.ts'
import { changeTokens, tokensSection } from './tokens.ts'
import { changeWindows, windowsSection } from './windows.ts'

/** What a form of the settings came to: on to the settings with a word of it, or a page of its own. */
export type Changed = { readonly saved: keyof typeof SAVED } | Response
export type Change = (visit: Visit, world: World) => Promise<Changed>

const SAVED = {
  days: 'Saved. The next mail comes at the hour you chose.',
  inbound: 'You have a new address. Whatever still goes to the old one is not read.',
  sent: 'A link is on its way to that address. It works for a day.',
  removed: 'That address is no longer yours here.',
  revoked: 'That token no longer works.',
  feed: 'You have a calendar address. Copy it from below.',
  unfed: 'Your calendar address is gone. Calendars that read it find nothing.',
  windows: 'Saved. Tomorrow morning goes by the new windows.',
} as const

const CHANGES: Readonly<Record<string, Change>> = {
  days: changeDays,
  inbound: replaceInbound,
  addresses: changeAddresses,
  tokens: changeTokens,
  feed: changeFeed,
  windows: changeWindows,
}

/** `/settings`: how a recruiter's days go, and by which addresses; a POST below it changes one part. */
export const settings = async (visit: Visit, world: World): Promise<Response> => {
  const { request } = visit
  const change = Object.hasOwn(CHANGES, request.token) ? CHANGES[request.token] : undefined
  if (request.method === 'POST' && change) {
    const changed = await change(visit, world)
    return 'saved' in changed ? goTo(`/settings?saved=${changed.saved}`) : changed
  }
  if (request.token !== '') return goTo('/settings')
  return visit.page(
    200,
    'Settings',
    html`${savedLine(request, SAVED)}
${await daysSection(visit)}
${inboundSection(visit, world)}
${addressesSection(visit)}
${feedSection(visit, world)}
${tokensSection(visit)}
${windowsSection(visit)}`,
  )
}
