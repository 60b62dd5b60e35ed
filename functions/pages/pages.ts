import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { html } from '../../shared/mail/write/html.ts'
import { openLink } from '../../shared/runtime/links.ts'
import { feed } from './feed.ts'
import { showNote } from './notes/show-note.ts'
import { expired, goTo, notOurs, type Response, says } from './page.ts'
import { PLACES } from './places.ts'
import { pressAnswer } from './press-answer.ts'
import { pressOutcome } from './press-outcome.ts'
import { pressUndo } from './press-undo.ts'
import { pressUnsubscribe } from './press-unsubscribe.ts'
import { type Request, requestOf } from './request.ts'
import { signedInBy } from './session.ts'
import { pressConfirm } from './settings/addresses.ts'
import { signIn } from './sign-in.ts'
import { pressJoin } from './team/join.ts'
import { isProven, type Place, visitOf } from './visit.ts'
import { opened, type World } from './world.ts'

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])
/** Answers one request of the HTTP API. Only a POST changes anything: mail scanners follow links, browsers and all. */
export const answerPage = async (event: unknown, world: World): Promise<Response> => {
  const request = requestOf(event)
  if (request === 'too large')
    return says(413, 'That is too much', 'The form was larger than any of ours. Nothing was recorded.')
  if (request === 'malformed')
    return says(400, 'That could not be read', 'No page of ours asks like this. Nothing was recorded.')
  if (!METHODS.has(request.method)) {
    const refusal = says(405, 'That is not how this page works', 'Nothing was recorded.')
    return { ...refusal, headers: { ...refusal.headers, allow: [...METHODS].join(', ') } }
  }
  const response = await answered(request, world)
  return request.method === 'HEAD' ? { ...response, body: '' } : response
}

const answered = async (request: Request, world: World): Promise<Response> => {
  const open = Object.hasOwn(OPEN, request.kind) ? OPEN[request.kind] : undefined
  if (open) return open(request, world)
  const place = PLACES.find(({ path }) => path === `/${request.kind}`)
  return place ? visited(place, request, world) : says(404, 'There is nothing here', 'Relight lives in your mail.')
}

const pressed = async (request: Request, world: World): Promise<Response> => {
  const link = await opened(world, request.now, keys => openLink(keys, request.token, request.now))
  if (link === 'expired') return expired()
  if (link === 'forged' || link.kind !== request.kind) return notOurs()
  const [secret] = await world.keyRing.keys()
  if (link.kind === 'join') return pressJoin(request, link, secret, world)
  const { events } = await world.log.load(recruiterStream(link.firm, link.recruiter))
  const known = foldRecruiter(events)
  if (!known) return notOurs()
  if (known.deactivated)
    return says(410, 'This link works no more', 'Whom it was for is no longer here. Nothing was recorded.')
  switch (link.kind) {
    case 'do':
      return pressOutcome(request, link, secret, world)
    case 'answer':
      return pressAnswer(request, link, secret, world)
    case 'undo':
      return pressUndo(request, link, secret, world)
    case 'note':
      return showNote(request, link, world)
    case 'unsubscribe':
      return pressUnsubscribe(request, link, secret, world)
    case 'confirm':
      return pressConfirm(request, link, secret, world)
    case 'sign-in':
      return notOurs()
  }
}

/** Everything below needs a session, and whatever changes something its proof. */
const visited = async (place: Place, request: Request, world: World): Promise<Response> => {
  const signedIn = await signedInBy(request, world)
  if (!signedIn)
    return request.method === 'POST'
      ? says(401, 'You are signed out', 'Nothing was recorded.')
      : goTo(request.path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(request.path)}`)
  const visit = await visitOf(request, signedIn, place, PLACES, world)
  if (place.isOwners && !visit.isOwner)
    return visit.page(404, 'There is nothing here for you', html`<p>The owner of your firm looks after this.</p>`)
  if (request.method === 'POST' && !(await isProven(request, signedIn, world)))
    return says(403, 'This page was open for too long', 'Nothing was recorded. Open it again, and press once more.')
  return place.answer(visit, world)
}

/** What needs no session, by the first part of its path. */
export const OPEN: Readonly<Record<string, (request: Request, world: World) => Promise<Response>>> = {
  'sign-in': signIn,
  do: pressed,
  answer: pressed,
  undo: pressed,
  note: pressed,
  unsubscribe: pressed,
  confirm: pressed,
  join: pressed,
  calendar: feed,
}
