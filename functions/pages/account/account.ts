import { createHash } from 'node:crypto'
import { localDate } from '../../../shared/domain/calendar/days.ts'
import { type Engagement, openTasks } from '../../../shared/domain/engagement/state.ts'
import { capitalised, counted, oneLine, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import type { Assessment } from '../../../shared/domain/silence/assessment.ts'
import { CommandId } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { composeItem, type Item } from '../../../shared/mail/write/item.ts'
import { type Link, linkAddress, TEN_MINUTES } from '../../../shared/runtime/links.ts'
import { say } from '../../../shared/runtime/say.ts'
import { assessAmong } from '../../../shared/views/around.ts'
import { entryOf } from '../board/entry.ts'
import { legend, timeline } from '../board/timeline.ts'
import { goTo, type Response } from '../page.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { FORMS, isForm } from './forms.ts'
import { noAccount, ownAccount } from './own-account.ts'
import { peopleOf } from './people.ts'
import { saySection, type Typed } from './say-section.ts'
import { storyOf } from './story.ts'
import { triedSection } from './tried.ts'

/** `/account/ID`: one client account whole; its forms say what happened. */
export const account = async (visit: Visit, world: World): Promise<Response> => {
  const engagement = await ownAccount(visit, world)
  if (!engagement) return noAccount(visit)
  if (visit.request.method !== 'POST') return accountPage(200, engagement, visit, world)
  const outcome = await said(engagement, visit, world)
  if (outcome && 'wrong' in outcome) return accountPage(422, engagement, visit, world, outcome)
  return goTo(`/account/${engagement.id}${outcome ? `?said=${outcome.said}` : ''}`)
}

/** Says what a form says: under which id, or what is wrong with it; nothing where it is no form of ours. */
const said = async (
  engagement: Engagement,
  { request, owner, signedIn }: Visit,
  world: World,
): Promise<Typed | { readonly said: string } | undefined> => {
  const name = request.form.get('form') ?? ''
  if (!isForm(name)) return undefined
  // The same form sent twice says one thing: it says what of the account it has seen.
  const id = createHash('sha256').update(`${signedIn.session} ${request.form}`).digest('hex').slice(0, 32)
  const today = localDate(owner.calendar, request.now)
  const read = FORMS[name](request.form, { id, calendar: owner.calendar, now: request.now, today })
  if ('wrong' in read) return { name, wrong: read }
  const saying = {
    id: commandOf(id),
    at: read.at,
    now: request.now,
    by: owner.recruiter,
    source: 'page',
    evidence: 'reported',
  } as const
  const { refused } = await say(world.log, owner, engagement.id, [{ command: read.command, saying }])
  const [first] = refused
  return first
    ? { name, wrong: { field: first.refusal.field, wrong: `${capitalised(first.refusal.message)}.` } }
    : { said: id }
}

const commandOf = (id: string): CommandId => CommandId.parse(`page.${id}`)

/** What was just said here, with the way to take it back for as long as there is one. */
const justSaid = async (engagement: Engagement, { request, owner }: Visit, world: World): Promise<Html | undefined> => {
  const id = /^[0-9a-f]{32}$/.exec(request.query.get('said') ?? '')?.[0]
  const fact = id && engagement.facts.find(({ command }) => command === commandOf(id))
  if (!id || !fact || Date.parse(fact.recordedAt) + TEN_MINUTES * 1000 <= Date.parse(request.now)) return undefined
  const [key] = await world.keyRing.keys()
  const { firm, recruiter } = owner
  const undo = [{ command: 'RetractPress' as const, press: commandOf(id) }]
  const link: Link = { kind: 'undo', firm, recruiter, engagement: engagement.id, undo }
  return html`<p role="status"><strong>Recorded.</strong> <a href="${await linkAddress('', key, link, fact.recordedAt, TEN_MINUTES)}">That was wrong; take it back</a> <span class="hint">within ten minutes</span></p>`
}

const accountPage = async (
  statusCode: number,
  engagement: Engagement,
  visit: Visit,
  world: World,
  typed?: Typed,
): Promise<Response> => {
  const { owner, request } = visit
  const { calendar } = owner
  const today = localDate(calendar, request.now)
  const entry = entryOf(engagement, owner, request.now)
  const { assessment } = entry
  const among = { ...owner, domains: visit.firm.domains, recruiters: visit.firm.recruiters }
  const told = await assessAmong(engagement, among, request.now, world.views)
  const items = await itemsOf(engagement, told, visit, world)
  return visit.page(
    statusCode,
    oneLine(engagement.client),
    html`${await justSaid(engagement, visit, world)}
<p>${standingOf(engagement, assessment, today, calendar)}</p>
<figure>${timeline(entry, 'drawn')}${legend()}</figure>
${
  items.length > 0 &&
  html`<section aria-labelledby="due"><h2 id="due">Due</h2>
${items.map(item => dueItem(item, today))}</section>`
}
${saySection(engagement, visit, today, typed)}
${visit.firm.recruiters.length > 1 && html`<p><a class="button" href="/hand-over/${engagement.id}">Hand it over to a colleague</a></p>`}
<section aria-labelledby="people"><h2 id="people">People</h2>
${peopleOf(engagement, visit)}</section>
${triedSection(engagement, calendar, request.now)}
<section aria-labelledby="story"><h2 id="story">The story so far</h2>
${storyOf({ engagement, facts: engagement.facts, calendar, today }, request.query)}</section>`,
  )
}

const STATUS: Readonly<Record<Assessment['status'], string>> = {
  resting: 'Nothing is owed on either side.',
  'on-track': 'It is within its time.',
  waiting: 'It is their turn.',
  'our-turn': 'It is your turn.',
  quiet: 'They have gone quiet.',
  dark: 'They have gone dark.',
  'backed-away': 'You have backed away.',
  paused: 'It is paused.',
  closed: 'It is closed.',
}

const standingOf = (
  engagement: Engagement,
  { status, workingDaysSilent, wakeAt }: Assessment,
  today: string,
  calendar: Visit['owner']['calendar'],
): string =>
  [
    STATUS[status],
    ...(workingDaysSilent > 0 ? [`Silent for ${counted(workingDaysSilent, 'working day')}.`] : []),
    ...(engagement.openings.length > 0 ? [`What it is about: ${engagement.openings.map(oneLine).join('; ')}.`] : []),
    ...(wakeAt && openTasks(engagement).length === 0
      ? [`Relight looks at it again on ${weekdayAndDate(localDate(calendar, wakeAt), today)}.`]
      : []),
  ].join(' ')

const itemsOf = async (
  engagement: Engagement,
  assessment: Assessment,
  { owner, request, signedIn: { known } }: Visit,
  world: World,
): Promise<readonly Item[]> => {
  const today = localDate(owner.calendar, request.now)
  const [key] = await world.keyRing.keys()
  const { firm, recruiter, calendar } = owner
  return Promise.all(
    openTasks(engagement).map(task =>
      composeItem(
        { engagement, assessment, task },
        {
          recruiter: { name: known.name, ...(known.phone ? { phone: known.phone } : {}) },
          calendar,
          today,
          // The same link all day, so that what was pressed once is known to have been.
          link: (entry, word) =>
            linkAddress(
              '',
              key,
              { kind: 'do', firm, recruiter, engagement: engagement.id, task: entry.task.id, word },
              `${today}T00:00:00Z`,
            ),
        },
      ),
    ),
  )
}

const dueItem = ({ entry, play, who, phone, phoneHint, sheet, draft, buttons, asides }: Item, today: string): Html =>
  html`<article><h3>${play.title}${entry.task.contact && `: ${who}`}</h3>
<p class="faint">Due since ${weekdayAndDate(entry.task.due, today)}</p>
${phone && html`<p><a href="${phone.href}">${phone.number}</a></p>`}${phoneHint && html`<p>${phoneHint}</p>`}
<p>${capitalised(sheet.why.join(' '))}</p>
${sheet.before.map(({ label, text }) => html`<p><strong>${label}:</strong> ${capitalised(text)}</p>`)}
${sheet.say.map(({ label, text }) => html`<h4>${label}</h4><blockquote>“${text}”</blockquote>`)}
${sheet.write && html`<h4>Then write: ${sheet.write.subject}</h4><blockquote class="as-written">${sheet.write.body}</blockquote>`}
${draft && html`<p><a href="${draft.href}">Open it as a draft to ${draft.to}</a></p>`}
${sheet.leaveOut.length > 0 && html`<p><strong>Leave out:</strong> ${capitalised(sheet.leaveOut.join('; '))}.</p>`}
${sheet.notInWriting && html`<p><strong>Not in writing:</strong> ${sheet.notInWriting}</p>`}
${sheet.otherWay && html`<p><strong>Other way in:</strong> ${capitalised(sheet.otherWay)}</p>`}
<p>${[...buttons, ...asides].map(({ label, url }) => html`<a class="button" href="${url}">${label}</a> `)}</p></article>`
