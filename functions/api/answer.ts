import httpRouter, { type Route } from '@middy/http-router'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { problem, problemResponse } from '../../shared/runtime/problem.ts'
import { SAFE_HEADERS } from '../../shared/runtime/safe-headers.ts'
import { describeApi, describeEvents } from './describe.ts'
import { REFERENCE } from './reference/reference.ts'
import { type Deps, readCall, Stopped } from './request.ts'
import { type ApiRoute, routes } from './routes.ts'

/** For API Gateway's HTTP API. */
export type Response = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
type Routed = Route<APIGatewayProxyEventV2, Response>

const answered = (statusCode: number, body: unknown): Response => ({
  statusCode,
  headers: { ...SAFE_HEADERS, 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** What is no one's in particular, and needs no token: for programs, and for people who write them. */
export const DESCRIPTIONS: Readonly<Record<string, () => Response>> = {
  '/openapi.json': () => answered(200, describeApi()),
  '/events.json': () => answered(200, describeEvents()),
  ...REFERENCE,
}

/** Answers in JSON; a problem found anywhere on the way is answered as one. */
const answering =
  (work: ApiRoute['work'], deps: Deps): Routed['handler'] =>
  async (event: APIGatewayProxyEventV2): Promise<Response> => {
    try {
      const { status, body } = await work(await readCall(event, deps))
      return answered(status, body)
    } catch (error) {
      if (error instanceof Stopped) return problemResponse(error.problem)
      throw error
    }
  }

/** Answers one request of the HTTP API to other programs. Throws what nobody foresaw. */
export const createApi = (deps: Deps): ((event: APIGatewayProxyEventV2) => Promise<Response>) => {
  const route = httpRouter<APIGatewayProxyEventV2, Response>({
    routes: [
      ...routes.map(({ method, path, work }): Routed => ({ method, path, handler: answering(work, deps) })),
      ...Object.entries(DESCRIPTIONS).flatMap(([path, describe]): Routed[] => [
        { method: 'GET', path, handler: async () => describe() },
        { method: 'HEAD', path, handler: async () => ({ ...describe(), body: '' }) },
      ]),
    ],
    notFoundResponse: ({ method, path }) =>
      problemResponse(problem(404, 'no-such-route', `There is no ${method} ${path}`)),
  })
  return async event => (await route(event, {} as never)) as Response
}

/** Where something failed that nobody foresaw. */
export const sorry = (): Response =>
  problemResponse(
    problem(500, 'failed', 'Something failed here', {
      detail: 'It was reported. The same call under its Idempotency-Key can be repeated.',
    }),
  )
