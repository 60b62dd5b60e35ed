import * as z from 'zod'
import { fold, isKept } from '../../../shared/domain/engagement/state.ts'
import { capitalised, counted, oneLine } from '../../../shared/domain/plays/words.ts'
import type { Status } from '../../../shared/domain/silence/assessment.ts'
import { RecruiterId } from '../../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../../shared/log/streams.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { Owner } from '../../../shared/runtime/say.ts'
import { inputField } from '../fields.ts'
import type { Response } from '../page.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { byDarkness, DARKEST_FIRST, type Entry, entryOf, STATUS, STATUS_OF_A_COLLEAGUES, sayNext } from './entry.ts'
import { legend, timeline } from './timeline.ts'

/** `/board`: every account, darkest first; the firm's owner may look at everybody's. */
export const board = async (visit: Visit, world: World): Promise<Response> => {
  const asked = Asked.parse(Object.fromEntries(visit.request.query))
  const members = await membersOf(visit, world)
  const owners = chosen(members, asked)
  const found = (await Promise.all(owners.map(({ owner }) => entriesOf(owner, asked, visit, world)))).flat()
  const shown = found.filter(({ assessment }) => SHOWN[asked.show].of.includes(assessment.status)).toSorted(byDarkness)
  const names = new Map(owners.map(({ owner, name }) => [owner.recruiter, name]))
  const pictured = shown.slice(0, MOST)
  return visit.page(
    200,
    'Board',
    html`${filter(asked, members)}
${
  shown.length === 0
    ? nothingShown(asked)
    : html`<p>${sayHowMany(shown)}${shown.length > MOST && ` The darkest ${MOST} are shown: name a client to see the others.`}</p>`
}
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

type Show = 'open' | 'dark' | 'ours' | 'time' | 'still' | 'closed'
const SHOWN: Readonly<Record<Show, { readonly name: string; readonly of: readonly Status[] }>> = {
  open: { name: 'All that are open', of: DARKEST_FIRST.filter(status => status !== 'closed') },
  dark: { name: 'Dark and quiet', of: ['dark', 'quiet'] },
  ours: { name: 'Mine to move', of: ['our-turn', 'backed-away'] },
  time: { name: 'Within their time', of: ['waiting', 'on-track'] },
  still: { name: 'Resting and paused', of: ['resting', 'paused'] },
  closed: { name: 'Closed', of: ['closed'] },
}

const Asked = z.object({
  client: z.string().trim().max(200).catch('').default(''),
  show: z.enum(['open', 'dark', 'ours', 'time', 'still', 'closed']).catch('open').default('open'),
  /** One's own, the whole firm's, or one colleague's. */
  whose: z
    .union([z.enum(['mine', 'firm']), RecruiterId])
    .catch('mine')
    .default('mine'),
})
type Asked = z.infer<typeof Asked>
const isNarrowed = ({ client, show, whose }: Asked): boolean => client !== '' || show !== 'open' || whose !== 'mine'

type Member = { readonly owner: Owner; readonly name: string }

/** Whose accounts somebody may look at: their own, and where they own the firm, everybody's. */
const membersOf = async ({ owner, isOwner, signedIn }: Visit, { views }: World): Promise<readonly Member[]> => {
  const self = { owner, name: signedIn.known.name }
  if (!isOwner) return [self]
  const firm = await views.firm(owner.firm)
  const others = (firm?.recruiters ?? []).filter(recruiter => recruiter !== owner.recruiter)
  const rows = await Promise.all(others.map(recruiter => views.recruiter(owner.firm, recruiter)))
  return [
    self,
    ...rows.flatMap(row =>
      row ? [{ owner: { ...owner, recruiter: row.recruiter, calendar: row.calendar }, name: oneLine(row.name) }] : [],
    ),
  ]
}

/** Of them, the ones that were asked for; oneself where nobody of the firm was. */
const chosen = (members: readonly Member[], { whose }: Asked): readonly Member[] => {
  if (whose === 'firm') return members
  const one = members.filter(({ owner }) => owner.recruiter === whose)
  return one.length > 0 ? one : members.slice(0, 1)
}

const entriesOf = async (owner: Owner, { client }: Asked, { request }: Visit, world: World): Promise<Entry[]> => {
  const rows = await world.views.engagementsOf(owner.firm, owner.recruiter)
  const wanted = rows.filter(row => isKept(row) && row.client.toLowerCase().includes(client.toLowerCase()))
  const loaded = await Promise.all(
    wanted.map(({ engagement }) => world.log.load(engagementStream(owner.firm, owner.recruiter, engagement))),
  )
  return loaded.flatMap(({ events }) => {
    const engagement = fold(events)
    return isKept(engagement) ? [entryOf(engagement, owner, request.now)] : []
  })
}

const filter = ({ client, show, whose }: Asked, members: readonly Member[]): Html => {
  const option = (value: string, name: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen && html` selected`}>${name}</option>`
  const [, ...colleagues] = members
  return html`<form class="pair filter">
${inputField({ name: 'client', label: 'Client', value: client }, html`type="text" maxlength="200"`)}
<div class="field"><label for="show">Accounts</label>
<select id="show" name="show">${Object.entries(SHOWN).map(([value, { name }]) => option(value, name, value === show))}</select></div>
${
  colleagues.length > 0 &&
  html`<div class="field"><label for="whose">Whose</label>
<select id="whose" name="whose">${option('mine', 'Mine', whose === 'mine')}${option('firm', "The firm's", whose === 'firm')}${colleagues.map(({ owner, name }) => option(owner.recruiter, name, whose === owner.recruiter))}</select></div>`
}
<button type="submit" class="quiet">Show</button>
</form>`
}

const nothingShown = (asked: Asked): Html =>
  isNarrowed(asked)
    ? html`<p>No account is among these. <a href="/board">See all of yours that are open</a></p>`
    : html`<p>No account is open. Forward a mail that a client wrote to you, and theirs stands here: the address for it is among your <a href="/settings">settings</a>.</p>`

const sayHowMany = (shown: readonly Entry[]): string => {
  const dark = shown.filter(({ assessment }) => assessment.status === 'dark' || assessment.status === 'quiet').length
  return `${capitalised(counted(shown.length, 'account'))}.${dark > 0 ? ` Quiet or dark: ${dark}.` : ''}`
}

const rowOf = (entry: Entry, name: string, colleague: string | undefined): Html => {
  const { engagement, assessment } = entry
  const { status, ball, workingDaysSilent } = assessment
  const client = oneLine(engagement.client)
  const isMine = colleague === undefined
  // Where tension is open one has backed away, whoever spoke last: whose turn it was by that says nothing.
  const isBackedAway = status === 'backed-away' && ball === 'theirs'
  const late = status === 'dark' || status === 'quiet' || status === 'backed-away'
  return html`<li>
<div>
<h2>${isMine ? html`<a href="/account/${engagement.id}">${client}</a>` : client}</h2>
${engagement.openings.length > 0 && html`<p class="hint">${engagement.openings.map(oneLine).join(', ')}</p>`}
<p><span class="${late ? 'late' : 'plain'}">${(isMine ? STATUS : STATUS_OF_A_COLLEAGUES)[status]}</span>${ball !== null && !isBackedAway && `, the ball is with ${ball === 'theirs' ? 'them' : isMine ? 'you' : 'us'}`}${workingDaysSilent > 0 && `, ${counted(workingDaysSilent, 'working day')} silent`}</p>
<p><span class="hint">Next:</span> ${sayNext(entry)}</p>
${colleague && html`<p class="hint">${colleague}</p>`}
</div>
${timeline(entry, name, isMine ? 'You' : 'Us')}
</li>
`
}
