import { localDate } from '../../../shared/domain/calendar/days.ts'
import { foldNote } from '../../../shared/domain/note.ts'
import {
  capitalised,
  counted,
  oneLine,
  quotable,
  timeOfDay,
  weekdayAndDate,
} from '../../../shared/domain/plays/words.ts'
import { type Suppression, suppressionsOf } from '../../../shared/domain/recruiter.ts'
import { NoteId } from '../../../shared/domain/vocabulary.ts'
import { noteStream } from '../../../shared/log/streams.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { Owner } from '../../../shared/runtime/say.ts'
import type { NoteRow } from '../../../shared/views/rows.ts'
import { aboutNote } from '../notes/note-page.ts'
import { goTo, type Response } from '../page.ts'
import { recordOf } from '../record.ts'
import { savedLine, statusLine } from '../saved.ts'
import { askToConfirm, isEnough } from '../settings/addresses.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { accountsOf, carryOver, handoverForm, readHandover, sayHowMany, type Wrong } from './hand-over.ts'
import { type Member, receiversBeside } from './members.ts'

/** `/team/RECRUITER`: one of the firm's recruiters, what they look after, and their coming and going. */
export const memberPage = async (
  member: Member,
  members: readonly Member[],
  visit: Visit,
  world: World,
): Promise<Response> => {
  const { request } = visit
  const [, , , note = ''] = request.path.split('/')
  if (note !== '') return heldNote(note, member, visit, world)
  if (request.method !== 'POST') return show(member, members, visit, world)
  switch (request.form.get('do')) {
    case 'deactivate':
      return deactivate(member, members, visit, world)
    case 'reactivate':
      await recordOf(member.known.id, visit, world, known =>
        known.deactivated ? [{ type: 'RecruiterReactivated' }] : [],
      )
      return goTo(`/team/${member.known.id}?saved=reactivated`)
    case 'confirm':
      return confirmAnew(member, members, visit, world)
    case 'hand-over':
      return give(member, members, visit, world)
    default:
      return show(member, members, visit, world)
  }
}

const isVisitor = ({ known }: Member, { owner }: Visit): boolean => known.id === owner.recruiter

const deactivate = async (
  member: Member,
  members: readonly Member[],
  visit: Visit,
  world: World,
): Promise<Response> => {
  if (isVisitor(member, visit)) return show(member, members, visit, world)
  if (visit.request.form.get('sure') !== 'yes')
    return show(member, members, visit, world, { unsure: 'Tick the box first: no mail comes any more, at once.' })
  await recordOf(member.known.id, visit, world, known => (known.deactivated ? [] : [{ type: 'RecruiterDeactivated' }]))
  return goTo(`/team/${member.known.id}?saved=deactivated`)
}

/** Whoever has no other address than one that bounced can't sign in to mend it. */
const confirmAnew = async (
  member: Member,
  members: readonly Member[],
  visit: Visit,
  world: World,
): Promise<Response> => {
  const { known, events } = member
  const address = visit.request.form.get('address') ?? ''
  if (!canConfirm(member).some(told => told.address === address)) return show(member, members, visit, world)
  if (isEnough(events, visit.request.now)) return goTo(`/team/${known.id}?saved=enough`)
  await askToConfirm(known, address, visit, world)
  return goTo(`/team/${known.id}?saved=asked`)
}

const canConfirm = ({ known, events }: Member): readonly Suppression[] =>
  known.deactivated ? [] : suppressionsOf(known, events).filter(({ why }) => why !== 'unsubscribed')

const give = async (member: Member, members: readonly Member[], visit: Visit, world: World): Promise<Response> => {
  const giver = ownerFor(member, visit)
  const accounts = await accountsOf(giver, world)
  const ids = accounts.map(({ engagement }) => engagement)
  const asked = readHandover(visit.request.form, ids, receiversBeside(member.known.id, members))
  if ('field' in asked) return show(member, members, visit, world, { wrong: asked })
  const went = await carryOver(giver, asked, visit, world)
  return goTo(`/team/${member.known.id}?went=${went}&to=${asked.to.id}`)
}

/** Whose accounts they are, for what is said to them. */
const ownerFor = ({ known }: Member, { owner }: Visit): Owner => ({
  ...owner,
  recruiter: known.id,
  calendar: known.calendar,
})

const SAVED: Readonly<Record<string, string>> = {
  deactivated: 'Deactivated. Sessions, tokens and links have ended, and no mail goes out any more.',
  asked: 'A link is on its way to that address. Once it is pressed there, mail goes there again.',
  enough: 'That is enough for one day. Nothing was mailed; try again tomorrow.',
  reactivated: 'Back again. The daily mail comes from the next morning on; tokens have to be made anew.',
}

type Trouble = { readonly wrong?: Wrong; readonly unsure?: string }

const show = async (
  member: Member,
  members: readonly Member[],
  visit: Visit,
  world: World,
  trouble: Trouble = {},
): Promise<Response> => {
  const { request, proof } = visit
  const { known, events } = member
  const accounts = await accountsOf(ownerFor(member, visit), world)
  const receivers = receiversBeside(known.id, members)
  const name = oneLine(known.name)
  return visit.page(
    trouble.wrong || trouble.unsure ? 422 : 200,
    name,
    html`${whatWasDone(member, members, visit)}
<dl class="facts"><dt>Addresses</dt><dd>${known.addresses.join(', ')}</dd>
<dt>By the clock of</dt><dd>${known.calendar.zone}</dd>
<dt>Looks after</dt><dd>${counted(accounts.length, 'account')}</dd></dl>
${suppressionsOf(known, events).map(told => html`<p class="late">${told.address}: ${whyUnreached(told)}.</p>`)}
${canConfirm(member).map(
  ({ address }) =>
    html`<form method="post" action="/team/${known.id}">${proof}<input type="hidden" name="do" value="confirm"><button type="submit" class="quiet" name="address" value="${address}">Mail it a link to confirm it anew</button></form>`,
)}
${known.deactivated && (await arrivedSince(member, visit, world))}
${
  accounts.length > 0 &&
  html`<section aria-labelledby="give"><h2 id="give">Hand over accounts</h2>
<p>An account goes to a colleague with everybody there, its whole story and what is due.</p>
${
  receivers.length > 0
    ? handoverForm(
        `/team/${known.id}`,
        proof,
        accounts.map(({ engagement, client }) => ({ id: engagement, client })),
        receivers,
        trouble.wrong && { form: request.form, wrong: trouble.wrong },
      )
    : html`<p>Nobody else is here who could have them.</p>`
}</section>`
}
${comingAndGoing(member, visit, trouble.unsure)}
<p><a href="/team">Back to the team</a></p>`,
  )
}

const whatWasDone = ({ known }: Member, members: readonly Member[], { request }: Visit): Html | undefined => {
  const went = Number.parseInt(request.query.get('went') ?? '', 10)
  const to = members.find(other => other.known.id === request.query.get('to'))
  return Number.isSafeInteger(went) && to && to.known.id !== known.id
    ? statusLine(capitalised(sayHowMany(went, to.known.name)))
    : savedLine(request, SAVED)
}

const comingAndGoing = (member: Member, visit: Visit, unsure: string | undefined): Html => {
  const { known } = member
  const form = (what: string, body: Html) =>
    html`<form method="post" action="/team/${known.id}">${visit.proof}<input type="hidden" name="do" value="${what}">${body}</form>`
  if (isVisitor(member, visit))
    return html`<p class="hint">You own the firm: you are the one who cannot be deactivated.</p>`
  if (known.deactivated)
    return html`<section aria-labelledby="back"><h2 id="back">Have them back</h2>
<p>The same addresses, days and inbound address; whoever was signed in signs in anew.</p>
${form('reactivate', html`<button type="submit">Reactivate</button>`)}</section>`
  return html`<section aria-labelledby="end"><h2 id="end">Deactivate</h2>
<p>For somebody who has left. What still comes to their inbound address is held, and stands here for you. Accounts that are not handed over stay, unwatched.</p>
${form(
  'deactivate',
  html`${unsure && html`<p class="wrong" role="alert">${unsure}</p>`}
<label class="choice"><input type="checkbox" name="sure" value="yes" required><span>No mail, no sessions, no tokens, no links any more, at once</span></label>
<button type="submit" class="quiet">Deactivate ${oneLine(known.name)}</button>`,
)}</section>`
}

export const whyUnreached = ({ why }: Suppression): string => {
  switch (why) {
    case 'bounced':
      return 'mail to it came back, so none goes there'
    case 'complained':
      return 'our mail was reported as spam there, so none goes there'
    case 'unsubscribed':
      return 'the daily mail was stopped there'
  }
}

const deactivatedAt = ({ events }: Member): string =>
  events.findLast(({ type }) => type === 'RecruiterDeactivated')?.at ?? ''

const MOST_LISTED = 100

const arrivedSince = async (member: Member, visit: Visit, { views }: World): Promise<Html> => {
  const { owner, request } = visit
  const since = await views.notes(owner.firm, member.known.id, deactivatedAt(member))
  const rows = since.filter(({ status }) => status === 'held')
  const today = localDate(owner.calendar, request.now)
  const item = ({ note, arrivedAt, from, subject }: NoteRow) =>
    html`<li><h3><a href="/team/${member.known.id}/${note}">${quotable(subject, 100) ?? 'Without words'}</a></h3>
<p class="faint">${weekdayAndDate(localDate(owner.calendar, arrivedAt), today)}, ${timeOfDay(arrivedAt, owner.calendar)}, from ${oneLine(from) || 'no sender'}</p></li>
`
  return html`<section aria-labelledby="held"><h2 id="held">What came since</h2>
${rows.length === 0 && html`<p>Nothing. Whatever comes to their inbound address is held, and stands here.</p>`}
${rows.length > MOST_LISTED && html`<p>${rows.length} messages; the newest ${MOST_LISTED} are shown.</p>`}
${rows.length > 0 && html`<ul class="rows">${rows.slice(0, MOST_LISTED).map(item)}</ul>`}</section>`
}

/** `/team/RECRUITER/NOTE`: a message that came when they were gone already; what came before was theirs to read. */
const heldNote = async (note: string, member: Member, visit: Visit, world: World): Promise<Response> => {
  const { owner, request } = visit
  const id = NoteId.safeParse(note)
  const stream = noteStream(owner.firm, member.known.id, NoteId.parse(id.data ?? 'none'))
  const known = foldNote((await world.log.load(stream)).events)
  const back = html`<p><a href="/team/${member.known.id}">Back to ${oneLine(member.known.name)}</a></p>`
  const isSince = Date.parse(known.arrivedAt) >= Date.parse(deactivatedAt(member))
  const isShown = member.known.deactivated && known.id && isSince && known.status === 'held'
  if (!isShown) return visit.page(404, 'There is no such message', back)
  return visit.page(
    200,
    quotable(known.subject, 100) ?? 'Without words',
    html`${await aboutNote(known, ownerFor(member, visit), world, request.now)}
<p>If it matters to a client, forward it to the colleague who has the account, or to your own inbound address.</p>
${back}`,
  )
}
