import { localDate } from '../../shared/domain/calendar/days.ts'
import { sayCommand } from '../../shared/domain/engagement/in-words.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { oneLine } from '../../shared/domain/plays/words.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { html } from '../../shared/mail/write/html.ts'
import type { Link } from '../../shared/runtime/links.ts'
import { takeApart } from '../../shared/runtime/merge.ts'
import { say } from '../../shared/runtime/say.ts'
import { wrongs } from './fields.ts'
import { notOurs, page, type Response, says } from './page.ts'
import { cameFromOurPage, nonceOf, type Request } from './request.ts'
import { ownerOf, pressId, type World } from './world.ts'

/** `/undo/TOKEN`: a GET states what a press takes back, a POST takes it back. */
export const pressUndo = async (
  request: Request,
  link: Extract<Link, { kind: 'undo' }>,
  secret: string,
  world: World,
): Promise<Response> => {
  const stream = engagementStream(link.firm, link.recruiter, link.engagement)
  const [owner, { events }] = await Promise.all([ownerOf(world, link), world.log.load(stream)])
  const state = fold(events)
  if (state.stage === 'unopened') return notOurs()
  const id = (index: number) => CommandId.parse(`${pressId(request.token)}.${index}`)
  const told = { state, calendar: owner.calendar, today: localDate(owner.calendar, request.now) }
  if (state.commands.has(id(0))) return says(200, 'Taken back already', 'This link was pressed before, and is used up.')
  if (request.method !== 'POST' || !cameFromOurPage(secret, request))
    return page(
      request.method === 'POST' ? 403 : 200,
      oneLine(state.client),
      html`${request.method === 'POST' && wrongs('Nothing is taken back yet. Please press the button on this page.')}
<p>Nothing is taken back yet. The button does this:</p>
<ul>
${link.undo.map(
  command => html`<li>${sayCommand(command, told)}.</li>
`,
)}</ul>
<form method="post">
<input type="hidden" name="nonce" value="${nonceOf(secret, request.token)}">
<button type="submit">Take it back</button>
</form>`,
    )
  const said = { at: request.now, now: request.now, by: link.recruiter, source: 'page' } as const
  const undone = link.undo.some(({ command }) => command === 'RetractMerge')
    ? await takeApart(world.log, owner, link.engagement, { ...said, id: id(0) })
    : await say(
        world.log,
        owner,
        link.engagement,
        link.undo.map((command, index) => ({ command, saying: { ...said, id: id(index), evidence: 'reported' } })),
      )
  if (undone.events.length === 0)
    return says(
      409,
      'There is nothing left to take back',
      `${oneLine(state.client)} has moved on since. Nothing was changed.`,
    )
  return page(
    200,
    'Taken back',
    html`<ul>
${link.undo.map(
  command => html`<li>${sayCommand(command, told)}.</li>
`,
)}</ul>
<p>You can close this page${link.undo.every(({ command }) => command === 'RetractPress') && html`, or <a href="/account/${state.id}">see the account</a>`}.</p>`,
  )
}
