import * as z from 'zod'
import { fold } from '../../../shared/domain/engagement/state.ts'
import { capitalised, counted, oneLine } from '../../../shared/domain/plays/words.ts'
import type { Status } from '../../../shared/domain/silence/assessment.ts'
import { engagementStream } from '../../../shared/log/streams.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { Owner } from '../../../shared/runtime/say.ts'
import { inputField } from '../fields.ts'
import type { Response } from '../page.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { byDarkness, DARKEST_FIRST, type Entry, entryOf, STATUS, sayNext } from './entry.ts'
import { legend, timeline } from './timeline.ts'

/** `/board`: every account, darkest first; the firm's owner may look at everybody's. */
export const board = async (visit: Visit, world: World): Promise<Response> => {
  const asked = Asked.parse(Object.fromEntries(visit.request.query))
  const owners = await ownersOf(asked, visit, world)
  const found = (await Promise.all(owners.map(({ owner }) => entriesOf(owner, asked, visit, world)))).flat()
  const shown = found.filter(({ assessment }) => SHOWN[asked.show].of.includes(assessment.status)).toSorted(byDarkness)
  const names = new Map(owners.map(({ owner, name }) => [owner.recruiter, name]))
  const pictured = shown.slice(0, MOST)
  return visit.page(
    200,
    'Board',
    html`${filter(asked, visit)}
<p>${sayHowMany(shown)}${shown.length > MOST && ` The darkest ${MOST} are shown: name a client to see the others.`}</p>
${
  pictured.length > 0 &&
  html`${legend()}
<ul class="rows board">
${pictured.map((entry, index) => rowOf(entry, `t${index}`, entry.owner.recruiter === visit.owner.recruiter ? undefined : names.get(entry.owner.recruiter)))}</ul>`
}`,
    { wide: true },
  )
}

/** More than anybody looks through; a page of them stays quick on a phone. */
const MOST = 100

type Show = 'open' | 'dark' | 'ours' | 'still' | 'closed'
const SHOWN: Readonly<Record<Show, { readonly name: string; readonly of: readonly Status[] }>> = {
  open: { name: 'All that are open', of: DARKEST_FIRST.filter(status => status !== 'closed') },
  dark: { name: 'Dark and quiet', of: ['dark', 'quiet'] },
  ours: { name: 'Mine to move', of: ['our-turn', 'backed-away'] },
  still: { name: 'Resting and paused', of: ['resting', 'paused'] },
  closed: { name: 'Closed', of: ['closed'] },
}

const Asked = z.object({
  client: z.string().trim().max(200).catch('').default(''),
  show: z.enum(['open', 'dark', 'ours', 'still', 'closed']).catch('open').default('open'),
  whose: z.enum(['mine', 'firm']).catch('mine').default('mine'),
})
type Asked = z.infer<typeof Asked>

/** The one who looks; the whole firm only where they own it. */
const ownersOf = async (
  { whose }: Asked,
  { owner, isOwner, signedIn }: Visit,
  { views }: World,
): Promise<readonly { owner: Owner; name: string }[]> => {
  const mine = { owner, name: signedIn.known.name }
  if (whose !== 'firm' || !isOwner) return [mine]
  const firm = await views.firm(owner.firm)
  const others = (firm?.recruiters ?? []).filter(recruiter => recruiter !== owner.recruiter)
  const rows = await Promise.all(others.map(recruiter => views.recruiter(owner.firm, recruiter)))
  return [
    mine,
    ...rows.flatMap(row =>
      row ? [{ owner: { ...owner, recruiter: row.recruiter, calendar: row.calendar }, name: row.name }] : [],
    ),
  ]
}

const entriesOf = async (owner: Owner, { client }: Asked, { request }: Visit, world: World): Promise<Entry[]> => {
  const rows = await world.views.engagementsOf(owner.firm, owner.recruiter)
  const wanted = rows.filter(
    row => (row.stage === 'open' || row.stage === 'closed') && row.client.toLowerCase().includes(client.toLowerCase()),
  )
  const loaded = await Promise.all(
    wanted.map(({ engagement }) => world.log.load(engagementStream(owner.firm, owner.recruiter, engagement))),
  )
  return loaded.flatMap(({ events }) => {
    const engagement = fold(events)
    return engagement.stage === 'open' || engagement.stage === 'closed' ? [entryOf(engagement, owner, request.now)] : []
  })
}

const filter = ({ client, show, whose }: Asked, { isOwner }: Visit): Html => {
  const option = (value: string, name: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && html` selected`}>${name}</option>`
  return html`<form class="pair filter">
${inputField({ name: 'client', label: 'Client', value: client }, html`type="text" maxlength="200"`)}
<div class="field"><label for="show">Show</label>
<select id="show" name="show">${Object.entries(SHOWN).map(([value, { name }]) => option(value, name, value === show))}</select></div>
${
  isOwner &&
  html`<div class="field"><label for="whose">Whose</label>
<select id="whose" name="whose">${option('mine', 'Mine', whose === 'mine')}${option('firm', "The firm's", whose === 'firm')}</select></div>`
}
<button type="submit" class="quiet">Show</button>
</form>`
}

const sayHowMany = (shown: readonly Entry[]): string => {
  const dark = shown.filter(({ assessment }) => assessment.status === 'dark' || assessment.status === 'quiet').length
  if (shown.length === 0) return 'No account is among these.'
  return `${capitalised(counted(shown.length, 'account'))}.${dark > 0 ? ` Quiet or dark: ${dark}.` : ''}`
}

const rowOf = (entry: Entry, name: string, colleague: string | undefined): Html => {
  const { engagement, assessment } = entry
  const { status, ball, workingDaysSilent } = assessment
  const client = oneLine(engagement.client)
  const late = status === 'dark' || status === 'quiet' || status === 'backed-away'
  return html`<li>
<div>
<h2>${colleague === undefined ? html`<a href="/account/${engagement.id}">${client}</a>` : client}</h2>
${engagement.openings.length > 0 && html`<p class="hint">${engagement.openings.map(oneLine).join(', ')}</p>`}
<p><span class="${late ? 'late' : 'plain'}">${STATUS[status]}</span>${ball !== null && (ball === 'ours' ? ', the ball is with you' : ', the ball is with them')}${workingDaysSilent > 0 && `, ${counted(workingDaysSilent, 'working day')} silent`}</p>
<p><span class="hint">Next:</span> ${sayNext(entry)}</p>
${colleague !== undefined && html`<p class="hint">${oneLine(colleague)}</p>`}
</div>
${timeline(entry, name)}
</li>
`
}
