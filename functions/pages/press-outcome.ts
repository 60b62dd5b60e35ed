import { localDate } from '../../shared/domain/calendar/days.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import type { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import { contactOf, type Engagement, fold, type Task } from '../../shared/domain/engagement/state.ts'
import { playNamed } from '../../shared/domain/plays/index.ts'
import { ALREADY_DID } from '../../shared/domain/plays/outcomes.ts'
import type { Play, PlayOutcome } from '../../shared/domain/plays/play.ts'
import { oneLine, weekdayAndDate } from '../../shared/domain/plays/words.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import { type Link, linkAddress } from '../../shared/runtime/links.ts'
import { type Owner, say } from '../../shared/runtime/say.ts'
import { type Asked, fieldsFor, type Pressed, readForm } from './form.ts'
import { notOurs, page, type Response, says } from './page.ts'
import { cameFromOurPage, nonceOf, type Request } from './request.ts'
import { sayCommand } from './words.ts'
import { ownerOf, pressId, type World } from './world.ts'

type DoLink = Extract<Link, { kind: 'do' }>

/** Outcomes that say nothing about a talk: no day and no line is asked for. */
const BARE: ReadonlySet<string> = new Set(['not-today', 'let-go', 'rest'])

/** What a link leads to, looked up: the task is open, and the outcome is one of its play's. */
type Standing = {
  readonly owner: Owner
  readonly engagement: Engagement
  readonly task: Task
  readonly play: Play
  readonly outcomes: readonly PlayOutcome[]
  readonly today: string
}

/** `/do/TOKEN`: a GET states what a press will record, a POST records it. */
export const pressOutcome = async (request: Request, link: DoLink, secret: string, world: World): Promise<Response> => {
  const standing = await standingOf(request, link, world)
  if ('statusCode' in standing) return standing
  if (request.method !== 'POST') return formPage(200, standing, request, secret)
  if (!cameFromOurPage(secret, request))
    return formPage(403, standing, request, secret, 'Please press the button on this page.')
  const [only, ...others] = standing.outcomes
  const chosen = others.length === 0 ? only : standing.outcomes.find(({ word }) => word === request.form.get('word'))
  if (!chosen) return formPage(422, standing, request, secret, 'Choose what you did first.')
  const pressed = BARE.has(chosen.word)
    ? { at: request.now, said: {} }
    : readForm(request.form, standing.owner.calendar, request.now)
  if ('wrong' in pressed) return formPage(422, standing, request, secret, pressed.wrong)
  return record({ request, link, secret, world, standing, chosen, pressed })
}

const standingOf = async (request: Request, link: DoLink, world: World): Promise<Standing | Response> => {
  const [owner, { events }] = await Promise.all([
    ownerOf(world, link),
    world.log.load(engagementStream(link.firm, link.recruiter, link.engagement)),
  ])
  const engagement = fold(events)
  if (engagement.stage === 'unopened') return notOurs()
  const today = localDate(owner.calendar, request.now)
  if (engagement.commands.has(CommandId.parse(`${pressId(request.token)}.0`)))
    return says(200, 'Recorded already', 'This link was pressed before. Nothing is recorded twice.')
  const task = engagement.tasks.find(candidate => candidate.id === link.task)
  const play = task && playNamed(task.play)
  if (!task || !play) return notOurs()
  if (task.settled) {
    const day = weekdayAndDate(localDate(owner.calendar, task.settled.at), today)
    return says(
      200,
      'This one is settled',
      `${heading(engagement, task)}: ${play.title.toLowerCase()} was ${SETTLED[task.settled.how]} on ${day}.`,
      'This link is used up. Nothing more was recorded.',
    )
  }
  if (engagement.stage !== 'open' && engagement.stage !== 'closed')
    return says(
      200,
      'This account has moved',
      `${oneLine(engagement.client)} is no longer kept here, so nothing was recorded.`,
    )
  const outcomes = link.word === ALREADY_DID ? play.outcomes : play.outcomes.filter(({ word }) => word === link.word)
  return outcomes.length > 0 ? { owner, engagement, task, play, outcomes, today } : notOurs()
}

const SETTLED = { done: 'done', 'let-go': 'let go', overtaken: 'overtaken by what happened' } as const

const heading = (engagement: Engagement, task: Task): string => {
  const contact = contactOf(engagement, task.contact)
  return [contact?.name, engagement.client].flatMap(name => (name ? [oneLine(name)] : [])).join(', ')
}

const said = (standing: Standing, commands: readonly Command[]): Html =>
  html`<ul>
${commands.map(
  command => html`<li>${sayCommand(command, { state: standing.engagement, calendar: standing.owner.calendar, today: standing.today })}.</li>
`,
)}</ul>`

const formPage = (
  statusCode: number,
  standing: Standing,
  { token, form }: Request,
  secret: string,
  wrong?: string,
): Response => {
  const { engagement, task, play, outcomes, today } = standing
  const [only, ...others] = outcomes
  const bare = outcomes.every(({ word }) => BARE.has(word))
  const asks: ReadonlySet<Asked> = new Set(outcomes.map(({ asks }) => asks))
  return page(
    statusCode,
    heading(engagement, task),
    html`${wrong && html`<p class="wrong" role="alert">${wrong}</p>`}
<p>${play.title}. ${others.length > 0 ? 'What did you do? Nothing is recorded before you press the button.' : 'Nothing is recorded yet. The button records this:'}</p>
<form method="post">
<input type="hidden" name="nonce" value="${nonceOf(secret, token)}">
${
  others.length === 0 && only
    ? said(standing, only.commands(task, engagement))
    : html`<fieldset><legend>What you did</legend>
${outcomes.map(
  ({
    word,
    label,
  }) => html`<label><input type="radio" name="word" value="${word}" required${form.get('word') === word && ' checked'}>${label}</label>
`,
)}</fieldset>`
}
${!bare && fieldsFor(asks, form, today)}
<button type="submit">Record it</button>
</form>`,
  )
}

type Press = {
  readonly request: Request
  readonly link: DoLink
  readonly secret: string
  readonly world: World
  readonly standing: Standing
  readonly chosen: PlayOutcome
  readonly pressed: Pressed
}

const record = async ({ request, link, secret, world, standing, chosen, pressed }: Press): Promise<Response> => {
  const commands = chosen.commands(standing.task, standing.engagement, pressed.said)
  const { events, refused } = await say(
    world.log,
    standing.owner,
    link.engagement,
    commands.map((command, index) => ({
      command,
      saying: {
        id: CommandId.parse(`${pressId(request.token)}.${index}`),
        at: pressed.at,
        now: request.now,
        by: link.recruiter,
        source: 'page',
        evidence: 'reported',
      },
    })),
  )
  if (refused.length === commands.length)
    return says(
      409,
      'This can not be recorded',
      `${heading(standing.engagement, standing.task)}: what this link stands for has been overtaken. Nothing was recorded.`,
    )
  const accepted = commands.filter((_, index) => !refused.some(({ command }) => command.endsWith(`.${index}`)))
  const undo = takesBack(events)
  const { firm, recruiter, engagement } = link
  const undoLink: Link = { kind: 'undo', firm, recruiter, engagement, undo: [...undo] }
  const undoAddress = undo.length > 0 && (await linkAddress('', secret, undoLink, request.now))
  const day = localDate(standing.owner.calendar, pressed.at)
  return page(
    200,
    'Recorded',
    html`<p>${heading(standing.engagement, standing.task)}, ${day === standing.today ? 'today' : weekdayAndDate(day, standing.today)}:</p>
${said(standing, accepted)}
<p>You can close this page.</p>
${undoAddress && html`<p class="hint"><a href="${undoAddress}">That was wrong; take it back</a></p>`}`,
  )
}

/** What would take a press back; nothing where it recorded more than can be taken back in one go. */
const takesBack = (appended: readonly EngagementEvent[]): readonly Command[] => {
  const touchpoints = appended.flatMap(fact => (fact.type === 'TouchpointLogged' ? [fact.touchpoint] : []))
  const settled = appended.flatMap(fact => (fact.type === 'TaskSettled' && !fact.touchpoint ? [fact.task] : []))
  const rest = appended.filter(
    ({ type }) => type !== 'TouchpointLogged' && type !== 'TaskSettled' && type !== 'CameBack',
  )
  if (rest.length > 0) return []
  return [
    ...touchpoints.map((touchpoint): Command => ({ command: 'RetractTouchpoint', touchpoint })),
    ...settled.map((task): Command => ({ command: 'ReopenTask', task })),
  ].slice(0, 4)
}
