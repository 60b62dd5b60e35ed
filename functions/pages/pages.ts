import { openLink } from '../../shared/runtime/links.ts'
import { expired, notOurs, type Response, says } from './page.ts'
import { pressAnswer } from './press-answer.ts'
import { pressOutcome } from './press-outcome.ts'
import { pressUndo } from './press-undo.ts'
import { pressUnsubscribe } from './press-unsubscribe.ts'
import { type Request, requestOf } from './request.ts'
import type { World } from './world.ts'

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

/** Answers one request of the HTTP API. Only a POST changes anything: mail scanners follow links, browsers and all. */
export const answerPage = async (event: unknown, world: World): Promise<Response> => {
  const request = requestOf(event)
  if (!request) return says(413, 'That is too much', 'The form was larger than any of ours. Nothing was recorded.')
  if (!METHODS.has(request.method)) {
    const refusal = says(405, 'That is not how this page works', 'Nothing was recorded.')
    return { ...refusal, headers: { ...refusal.headers, allow: [...METHODS].join(', ') } }
  }
  const response = await pressed(request, world)
  return request.method === 'HEAD' ? { ...response, body: '' } : response
}

const pressed = async (request: Request, world: World): Promise<Response> => {
  if (request.token === '') return says(404, 'There is nothing here', 'Relight lives in your mail.')
  const secret = await world.linkSecret()
  const link = await openLink(secret, request.token, request.now)
  if (link === 'expired') return expired()
  if (link === 'forged' || link.kind !== request.kind) return notOurs()
  switch (link.kind) {
    case 'do':
      return pressOutcome(request, link, secret, world)
    case 'answer':
      return pressAnswer(request, link, secret, world)
    case 'undo':
      return pressUndo(request, link, secret, world)
    case 'unsubscribe':
      return pressUnsubscribe(request, link, secret, world)
  }
}
