import { type Firm, type FirmEvent, foldFirm, type Invitation, standingOf } from '../../../shared/domain/firm.ts'
import { oneLine, timeOfDay } from '../../../shared/domain/plays/words.ts'
import { foldRecruiter, type Recruiter } from '../../../shared/domain/recruiter.ts'
import { CommandId } from '../../../shared/domain/vocabulary.ts'
import { firmStream, recruiterStream } from '../../../shared/log/streams.ts'
import { html } from '../../../shared/mail/write/html.ts'
import { HOW_TO_BEGIN, KEEP_IT_SECRET, whenItWrites, writeWelcome } from '../../../shared/mail/write/welcome.ts'
import { execute } from '../../../shared/runtime/execute.ts'
import type { Link } from '../../../shared/runtime/links.ts'
import { newInboundToken } from '../../../shared/runtime/tokens.ts'
import { inputField, wrongs } from '../fields.ts'
import { notOurs, page, type Response, says } from '../page.ts'
import { cameFromOurPage, nonceOf, type Request } from '../request.ts'
import { pressId, type World } from '../world.ts'

type JoinLink = Extract<Link, { kind: 'join' }>

/**
 * `/join/TOKEN`: a GET says what one joins, a POST joins, once. The firm's log says that the invitation was accepted
 * before the recruiter's own begins: a press that was cut off between the two goes on when it is pressed again.
 */
export const pressJoin = async (request: Request, link: JoinLink, secret: string, world: World): Promise<Response> => {
  const firm = foldFirm((await world.log.load(firmStream(link.firm))).events)
  const invitation = firm.invitations.find(
    ({ id, recruiter }) => id === link.invitation && recruiter === link.recruiter,
  )
  if (!invitation) return notOurs()
  const host = await ownerOf(firm, link, world)
  const over = await whyOver(firm, invitation, host, request, link, world)
  if (over) return over
  if (request.method !== 'POST' || !cameFromOurPage(secret, request)) return joinPage(request, invitation, host, secret)
  const accepted = await accept(request, link, invitation, world)
  if (accepted !== 'accepted') return (await whyOver(accepted, invitation, host, request, link, world)) ?? notOurs()
  const joined = await join(request, link, invitation, world)
  return joined ? welcome(joined, world) : joinedAlready()
}

const ownerOf = async ({ owner }: Firm, { firm }: JoinLink, { log }: World): Promise<string> => {
  const known = owner && foldRecruiter((await log.load(recruiterStream(firm, owner))).events)
  return known ? oneLine(known.name) : 'the owner of the firm'
}

const joinedAlready = (): Response =>
  says(
    410,
    'You have joined already',
    'This link works once, and it has. What is yours stands on the pages: sign in with the address that was invited.',
  )

/** Why an invitation can't be accepted any more; nothing where it can, or where accepting it was cut off half-way. */
const whyOver = async (
  firm: Firm,
  invitation: Invitation,
  host: string,
  { now }: Request,
  link: JoinLink,
  { log }: World,
): Promise<Response | undefined> => {
  switch (standingOf(firm, invitation.id, now)) {
    case 'open':
      return undefined
    case 'accepted': {
      const { events } = await log.load(recruiterStream(link.firm, link.recruiter))
      return events.length > 0 ? joinedAlready() : undefined
    }
    case 'expired':
      return says(410, 'This invitation has run out', `Ask ${host} to send you a new one. Nothing was recorded.`)
    case 'withdrawn':
      return says(410, 'This invitation was withdrawn', `${host} took it back. Nothing was recorded.`)
    case 'replaced':
      return says(410, 'There is a newer invitation', 'A later mail has the link that works. Nothing was recorded.')
    case 'unknown':
      return notOurs()
  }
}

const joinPage = (request: Request, invitation: Invitation, host: string, secret: string): Response => {
  const isPost = request.method === 'POST'
  return page(
    isPost ? 403 : 200,
    `Join ${host} at Relight?`,
    html`${isPost && wrongs('Nothing is recorded yet. Please press the button on this page.')}
<p>Relight watches over client relationships. When a client goes quiet, one mail in the morning says whom to call, why today and what to say.</p>
<dl class="facts"><dt>Your name</dt><dd>${oneLine(invitation.name)}</dd>
<dt>The mail goes to</dt><dd>${invitation.address}</dd>
<dt>By the clock of</dt><dd>${invitation.zone}</dd></dl>
<p>${host} owns the firm, sees its accounts and can hand them over. All else you can change once you have joined.</p>
<form method="post">
<input type="hidden" name="nonce" value="${nonceOf(secret, request.token)}">
<button type="submit">Join</button>
</form>`,
  )
}

const accept = async (
  request: Request,
  link: JoinLink,
  invitation: Invitation,
  { log }: World,
): Promise<'accepted' | Firm> => {
  const { state } = await execute(log, firmStream(link.firm), foldFirm, (firm): FirmEvent[] =>
    standingOf(firm, invitation.id, request.now) === 'open'
      ? [{ type: 'InvitationAccepted', recruiter: link.recruiter, invitation: invitation.id, ...saidBy(request, link) }]
      : [],
  )
  return standingOf(state, invitation.id, request.now) === 'accepted' ? 'accepted' : state
}

const saidBy = ({ now, token }: Request, { recruiter }: JoinLink) => ({
  at: now,
  recordedAt: now,
  by: recruiter,
  source: 'page' as const,
  command: CommandId.parse(pressId(token)),
})

/** The recruiter who has just joined; null where they had before. */
const join = async (
  request: Request,
  link: JoinLink,
  { name, address, zone, region }: Invitation,
  { log }: World,
): Promise<Recruiter | null> => {
  // The table of the world's days off weighs a megabyte: only whoever joins needs it.
  const { joinedEvents } = await import('../../../shared/runtime/joining.ts')
  const { firm, recruiter } = link
  const inboundToken = newInboundToken()
  const { appended, state } = await execute(
    log,
    recruiterStream(firm, recruiter),
    events => events,
    events =>
      events.length > 0
        ? []
        : joinedEvents({ firm, recruiter, name, address, zone, region, inboundToken }, saidBy(request, link)),
  )
  return appended.length > 0 ? foldRecruiter(state) : null
}

/** What the welcoming mail says stands on the page too: nobody waits for it. */
const welcome = async (
  { firm, id, name, addresses: [to = ''], inboundToken, calendar }: Recruiter,
  { send, inboundDomain, publicUrl }: World,
): Promise<Response> => {
  const inbound = `${inboundToken ?? ''}@${inboundDomain}`
  const hour = timeOfDay(`2026-01-01T${calendar.digestAt}:00Z`, { ...calendar, zone: 'UTC' })
  const mail = writeWelcome({ recruiter: { name }, inbound, hour, pages: publicUrl })
  await send({ ...mail, to, tags: { firm, recruiter: id } })
  return page(
    200,
    'You are in',
    html`<p>This is where your notes go. The same stands in a mail to ${to}.</p>
${inputField({ name: 'inbound', label: 'Your inbound address', value: inbound }, html`type="text" readonly`)}
<p>${KEEP_IT_SECRET}</p>
<h2>How to begin</h2>
<ul>${HOW_TO_BEGIN.map(
      sentence => html`<li>${sentence}</li>
`,
    )}</ul>
<p>${whenItWrites(hour)}</p>
<p><a class="button" href="/sign-in">Sign in to set your hour and days off</a></p>`,
  )
}
