import { createHmac, randomUUID } from 'node:crypto'
import * as z from 'zod'
import { oneLine, timeOfDay } from '../../shared/domain/plays/words.ts'
import { foldRecruiter, type RecruiterEvent, SessionId } from '../../shared/domain/recruiter.ts'
import { foldSignIn, mayAskToSignIn, takesSignInMail } from '../../shared/domain/sign-in.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { html } from '../../shared/mail/write/html.ts'
import { writeSignIn } from '../../shared/mail/write/sign-in.ts'
import { execute } from '../../shared/runtime/execute.ts'
import { type Link, linkAddress, openLink, PagePath, TEN_MINUTES } from '../../shared/runtime/links.ts'
import { reportFailure } from '../../shared/runtime/report.ts'
import type { Recruited } from '../../shared/views/views.ts'
import { inputField, wrongs } from './fields.ts'
import { goTo, page, type Response, says } from './page.ts'
import { cameFromOurPage, nonceOf, type Request } from './request.ts'
import { sessionCookie } from './session.ts'
import { opened, pressId, type World } from './world.ts'

/** `/sign-in` asks for an address and mails a link; `/sign-in/TOKEN` lets in, by a press and once. */
export const signIn = (request: Request, world: World): Promise<Response> =>
  request.token === '' ? askForLink(request, world) : pressSignIn(request, world)

/** Asks for an address. Whoever asks gets the same answer, in the same time, whether we know the address or not. */
const askForLink = async (request: Request, world: World): Promise<Response> => {
  if (request.method !== 'POST') return signInForm(200, request)
  if (request.fromElsewhere) return signInForm(403, request, 'Please ask for the link on this page.')
  if (!world.doorkeeper.lets(request.ip, request.now))
    return signInForm(429, request, 'That was often, from one place. Try again in an hour.')
  const address = Address.safeParse(request.form.get('address'))
  if (!address.success) return signInForm(422, request, 'Write a whole address, such as name@firm.com.')
  await Promise.all([mailLinks(address.data, request, world), world.pause()])
  return says(
    200,
    'Look into your mail',
    `If ${address.data} is an address that Relight writes to, a link is on its way to it.`,
    'The link works once, and for ten minutes. Nothing there? Look among the junk, or ask once more with the address that gets the daily mail.',
  )
}

const Address = z.string().trim().toLowerCase().pipe(z.email().max(254))

const signInForm = (statusCode: number, { form, query }: Request, wrong?: string): Response => {
  const to = PagePath.safeParse(form.get('to') ?? query.get('to')).data
  const address = { name: 'address', label: 'Your mail address', value: (form.get('address') ?? '').slice(0, 254) }
  return page(
    statusCode,
    'Sign in',
    html`${wrongs(wrong)}
<p>Relight mails you a link. There is no password, and for the daily work no need to sign in at all.</p>
<form method="post" action="/sign-in">
${to && html`<input type="hidden" name="to" value="${to}">`}
${inputField({ ...address, ...(statusCode === 422 ? { wrong } : {}) }, html`type="email" autocomplete="email" required maxlength="254"`)}
<button type="submit">Mail me a link</button>
</form>`,
  )
}

const mailLinks = async (address: string, request: Request, world: World): Promise<void> => {
  // A failure that only known addresses can meet would tell them from the others: it is reported, and answered as ever.
  for (const found of await world.views.recruitersByAddress(address))
    await mailLink(found, address, request, world).catch(error => reportFailure({ function: 'pages' }, error))
}

const mailLink = async (
  { firm, recruiter }: Recruited,
  address: string,
  request: Request,
  world: World,
): Promise<void> => {
  const [key] = await world.keyRing.keys()
  const session = SessionId.parse(randomUUID())
  const from = createHmac('sha256', key).update(`from ${request.ip}`).digest('base64url').slice(0, 16)
  const asked = await execute(
    world.log,
    recruiterStream(firm, recruiter),
    events => events,
    (events): RecruiterEvent[] =>
      takesSignInMail(events, address) && mayAskToSignIn(events, from, request.now)
        ? [{ type: 'SignInAsked', session, address, from, ...envelope('system', `ask.${session}`, request.now) }]
        : [],
  )
  const known = foldRecruiter(asked.state)
  if (asked.appended.length === 0 || !known) return
  const to = PagePath.safeParse(request.form.get('to')).data
  const link: Link = { kind: 'sign-in', firm, recruiter, session, ...(to ? { to } : {}) }
  const mail = writeSignIn({
    recruiter: { name: known.name },
    link: await linkAddress(world.publicUrl, key, link, request.now, TEN_MINUTES),
    time: timeOfDay(request.now, known.calendar),
  })
  // What becomes of it is not told: whoever asked learns nothing, and may ask again.
  await world.send({ ...mail, to: address })
}

const pressSignIn = async (request: Request, world: World): Promise<Response> => {
  const link = await opened(world, request.now, keys => openLink(keys, request.token, request.now))
  if (link === 'expired') return signInForm(410, request, 'That link has expired: it works for ten minutes.')
  if (link === 'forged' || link.kind !== 'sign-in') return signInForm(404, request, 'That link is not one of ours.')
  const stream = recruiterStream(link.firm, link.recruiter)
  const { events } = await world.log.load(stream)
  const known = foldRecruiter(events)
  if (!known || !isWaiting(events, link.session)) return usedUp(request)
  const [key] = await world.keyRing.keys()
  if (request.method !== 'POST' || !cameFromOurPage(key, request))
    return page(
      request.method === 'POST' ? 403 : 200,
      'Sign in',
      html`${request.method === 'POST' && wrongs('Nobody is signed in yet. Please press the button on this page.')}
<p>You are about to sign in as <strong>${oneLine(known.name)}</strong>, on this device and for thirty days.</p>
<form method="post">
<input type="hidden" name="nonce" value="${nonceOf(key, request.token)}">
<button type="submit">Sign in</button>
</form>`,
    )
  const { session } = link
  const begun = await execute(
    world.log,
    stream,
    all => all,
    (all): RecruiterEvent[] =>
      isWaiting(all, session)
        ? [{ type: 'SignedIn', session, ...envelope(link.recruiter, pressId(request.token), request.now) }]
        : [],
  )
  if (begun.appended.length === 0) return usedUp(request)
  const { firm, recruiter } = link
  return goTo(link.to ?? '/', [await sessionCookie(world, { kind: 'session', firm, recruiter, session }, request.now)])
}

const isWaiting = (events: readonly RecruiterEvent[], session: SessionId): boolean => {
  const { asked, begun } = foldSignIn(events)
  return asked.has(session) && !begun.has(session)
}

const usedUp = (request: Request): Response => signInForm(410, request, 'That link has been used: it works once.')

const envelope = (by: RecruiterEvent['by'], command: string, now: string) => ({
  at: now,
  recordedAt: now,
  by,
  source: 'page' as const,
  command: CommandId.parse(command),
})
