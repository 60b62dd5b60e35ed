import { localDate } from '../../../shared/domain/calendar/days.ts'
import { oneLine, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { suppressionsOf } from '../../../shared/domain/recruiter.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { goTo, type Response } from '../page.ts'
import { savedLine } from '../saved.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { invite, inviteAgain, type Waiting, waitingFor, withdraw } from './invite.ts'
import { memberPage, whyUnreached } from './member.ts'
import { type Member, membersOf } from './members.ts'
import { neverLog } from './never-log.ts'

/** `/team`: who is here, who is invited, and whom mail does not reach; pages below it change one of these. */
export const team = async (visit: Visit, world: World): Promise<Response> => {
  const { request } = visit
  const isPost = request.method === 'POST'
  switch (request.token) {
    case 'invite':
      return invite(visit, world)
    case 'invite-again':
      return isPost ? inviteAgain(visit, world) : goTo('/team')
    case 'withdraw':
      return isPost ? withdraw(visit, world) : goTo('/team')
    case 'never-log':
      return neverLog(visit, world)
  }
  const members = await membersOf(visit, world)
  if (request.token === '') return list(members, visit)
  const member = members.find(({ known }) => known.id === request.token)
  return member
    ? memberPage(member, members, visit, world)
    : visit.page(
        404,
        'Nobody here',
        html`<p>Nobody of your firm is at this address.</p><p><a href="/team">Back to the team</a></p>`,
      )
}

const SAVED: Readonly<Record<string, string>> = {
  invited: 'The invitation is on its way. The link in it works for seven days.',
  'not-mailed':
    'The invitation could not be mailed. Look whether the address is right, and whether Relight may write to it.',
  withdrawn: 'The invitation is withdrawn: its link works no more.',
  gone: 'That invitation stands no more. They may have joined meanwhile.',
  'too-many': 'That is enough for one day. Nothing was mailed; try again tomorrow.',
}

const list = (members: readonly Member[], visit: Visit): Response => {
  const waiting = waitingFor(visit)
  return visit.page(
    200,
    'Team',
    html`${savedLine(visit.request, SAVED)}
<ul class="rows">${members.map(member => memberItem(member, visit))}</ul>
<p><a class="button" href="/team/invite">Invite somebody</a> <a class="button" href="/team/never-log">Never logged</a></p>
${
  waiting.length > 0 &&
  html`<section aria-labelledby="invited"><h2 id="invited">Invited</h2>
<ul class="rows">${waiting.map(one => waitingItem(one, visit))}</ul></section>`
}
${unreached(members, visit)}`,
  )
}

const memberItem = ({ known }: Member, { owner }: Visit): Html =>
  html`<li><h2><a href="/team/${known.id}">${oneLine(known.name)}</a></h2>
<p class="faint">${known.addresses[0]}${known.id === owner.recruiter && ', owns the firm'}</p>
${known.deactivated && html`<p>Deactivated. What still comes for them stands on their page.</p>`}</li>
`

const UNDELIVERED: Readonly<Record<NonNullable<Waiting['invitation']['undelivered']>, string>> = {
  bounced: 'The mail came back. Look whether the address is right; withdraw it, and invite the right one.',
  complained: 'Our mail was reported as spam there, so no other goes there.',
}

const waitingItem = ({ invitation, until, isOver }: Waiting, { owner, request, proof }: Visit): Html => {
  const day = weekdayAndDate(localDate(owner.calendar, until), localDate(owner.calendar, request.now))
  const form = (action: string, label: string) =>
    html`<form method="post" action="/team/${action}">${proof}<button type="submit" class="quiet" name="recruiter" value="${invitation.recruiter}">${label}</button></form>`
  return html`<li><h3>${oneLine(invitation.name)}</h3>
<p class="faint">${invitation.address}</p>
${invitation.undelivered && html`<p class="late">${UNDELIVERED[invitation.undelivered]}</p>`}
<p>${isOver ? html`<span class="late">The link ran out on ${day}.</span>` : `The link works until ${day}.`}</p>
${invitation.undelivered !== 'complained' && form('invite-again', 'Send a new link')}${form('withdraw', 'Withdraw it')}</li>
`
}

/** Nobody is told by mail that mail does not reach them: the owner is. */
const unreached = (members: readonly Member[], { owner, request }: Visit): Html | undefined => {
  const today = localDate(owner.calendar, request.now)
  const rows = members
    .filter(({ known }) => !known.deactivated)
    .flatMap(({ known, events }) => suppressionsOf(known, events).map(told => ({ known, told })))
  return rows.length === 0
    ? undefined
    : html`<section aria-labelledby="unreached"><h2 id="unreached">Mail does not reach</h2>
<ul class="rows">${rows.map(
        ({ known, told }) => html`<li><h3>${told.address}</h3>
<p>${oneLine(known.name)}, since ${weekdayAndDate(localDate(owner.calendar, told.at), today)}: ${whyUnreached(told)}.</p></li>
`,
      )}</ul></section>`
}
