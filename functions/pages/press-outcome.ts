import { localDate } from '../../shared/domain/calendar/days.ts'
import { type Engagement, fold, isKept, type Task } from '../../shared/domain/engagement/state.ts'
import { playNamed } from '../../shared/domain/plays/index.ts'
import { ALREADY_DID } from '../../shared/domain/plays/outcomes.ts'
import type { PlayOutcome } from '../../shared/domain/plays/play.ts'
import { oneLine, weekdayAndDate } from '../../shared/domain/plays/words.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { html } from '../../shared/mail/write/html.ts'
import { type Link, linkAddress, TEN_MINUTES } from '../../shared/runtime/links.ts'
import { say } from '../../shared/runtime/say.ts'
import { type Pressed, readForm } from './form.ts'
import { commandsOf, heading, isBare, outcomePage, recordedList, type Standing } from './outcome-form.ts'
import { notOurs, page, type Response, says } from './page.ts'
import { cameFromOurPage, type Request } from './request.ts'
import { ownerOf, pressId, type World } from './world.ts'

type DoLink = Extract<Link, { kind: 'do' }>

/** `/do/TOKEN`: a GET states what a press will record, a POST records it. */
export const pressOutcome = async (request: Request, link: DoLink, secret: string, world: World): Promise<Response> => {
  const standing = await standingOf(request, link, secret, world)
  if ('statusCode' in standing) return standing
  if (request.method !== 'POST') return outcomePage(200, standing, request, secret)
  if (!cameFromOurPage(secret, request))
    return outcomePage(403, standing, request, secret, {
      field: '',
      wrong: 'Nothing is recorded yet. Please press the button on this page.',
    })
  const [only, ...others] = standing.outcomes
  const chosen = others.length === 0 ? only : standing.outcomes.find(({ word }) => word === request.form.get('word'))
  if (!chosen)
    return outcomePage(422, standing, request, secret, { field: 'word', wrong: 'Choose what you did first.' })
  const pressed = readForm(request.form, standing.owner.calendar, request.now)
  if ('wrong' in pressed) return outcomePage(422, standing, request, secret, pressed)
  return record({ request, link, secret, world, standing, chosen, pressed })
}

const standingOf = async (
  request: Request,
  link: DoLink,
  secret: string,
  world: World,
): Promise<Standing | Response> => {
  const [owner, { events }] = await Promise.all([
    ownerOf(world, link),
    world.log.load(engagementStream(link.firm, link.recruiter, link.engagement)),
  ])
  const engagement = fold(events)
  if (engagement.stage === 'unopened') return notOurs()
  const today = localDate(owner.calendar, request.now)
  const task = engagement.tasks.find(candidate => candidate.id === link.task)
  if (engagement.commands.has(CommandId.parse(`${pressId(request.token)}.0`)))
    return pressedBefore(request, link, secret, engagement, task)
  if (engagement.stage === 'handed-over')
    return says(
      200,
      'This account is a colleague’s now',
      `${oneLine(engagement.client)} was handed over, and this task with it. Nothing was recorded.`,
    )
  const play = task && playNamed(task.play)
  if (!task || !play) return notOurs()
  if (task.settled) {
    const day = weekdayAndDate(localDate(owner.calendar, task.settled.at), today)
    return page(
      200,
      'This one is settled',
      html`<p>${heading(engagement, task)}: ${play.title.toLowerCase()} was ${SETTLED[task.settled.how]} on ${day}.</p>
<p>This link is used up. Nothing more was recorded.</p>
<p><a href="/account/${engagement.id}">See the account</a>, and say there what else happened.</p>`,
    )
  }
  if (!isKept(engagement))
    return says(
      200,
      'This account has moved',
      `${oneLine(engagement.client)} is no longer kept here, so nothing was recorded.`,
    )
  const outcomes = link.word === ALREADY_DID ? play.outcomes : play.outcomes.filter(({ word }) => word === link.word)
  if (outcomes.length === 0) return notOurs()
  const allOutcomes =
    link.word === ALREADY_DID ? undefined : await linkAddress('', secret, { ...link, word: ALREADY_DID }, request.now)
  return { owner, engagement, task, play, outcomes, today, allOutcomes }
}

/** A press that was taken back left the task open: its link stays used up, and a new one for all outcomes goes on. */
const pressedBefore = async (
  request: Request,
  link: DoLink,
  secret: string,
  { id, stage }: Engagement,
  task: Task | undefined,
): Promise<Response> => {
  const isOpen = task && !task.settled && stage === 'open'
  const anew = isOpen && (await linkAddress('', secret, { ...link, word: ALREADY_DID }, request.now))
  return page(
    200,
    'Recorded already',
    html`<p>This link was pressed before, and is used up. Nothing is recorded twice.</p>
${
  anew
    ? html`<p>The task is still open. <a href="${anew}">Say what you did</a></p>`
    : html`<p><a href="/account/${id}">See the account</a></p>`
}`,
  )
}

const SETTLED = { done: 'done', 'let-go': 'let go', overtaken: 'overtaken by what happened' } as const

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
  const at = isBare(chosen) ? request.now : pressed.at
  const commands = commandsOf(standing, chosen, pressed)
  const press = pressId(request.token)
  const { events, refused } = await say(
    world.log,
    standing.owner,
    link.engagement,
    commands.map((command, index) => ({
      command,
      saying: {
        id: CommandId.parse(`${press}.${index}`),
        at,
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
  const { firm, recruiter, engagement } = link
  const undo: Link = { kind: 'undo', firm, recruiter, engagement, undo: [{ command: 'RetractPress', press }] }
  const takeBack = events.length > 0 && (await linkAddress('', secret, undo, request.now, TEN_MINUTES))
  const day = localDate(standing.owner.calendar, at)
  return page(
    200,
    'Recorded',
    html`<p>${heading(standing.engagement, standing.task)}, ${day === standing.today ? 'today' : weekdayAndDate(day, standing.today)}:</p>
${recordedList(standing, accepted)}
<p>You can close this page.</p>
${takeBack && html`<p><a href="${takeBack}">That was wrong; take it back</a> <span class="hint">within ten minutes</span></p>`}`,
  )
}
