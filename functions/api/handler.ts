import httpRouter, { type Route } from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { problem, problemResponse } from '../../shared/runtime/problem.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { describeApi, describeEvents } from './describe.ts'
import { readCall, Stopped } from './request.ts'
import { type ApiRoute, routes } from './routes.ts'

const env = environment(['EVENT_LOG_TABLE', 'VIEWS_TABLE'])
const client = dynamoDb()
const deps = {
  log: createDynamoLog(client, env.EVENT_LOG_TABLE),
  views: createDynamoViews(client, env.VIEWS_TABLE),
}

type Response = APIGatewayProxyStructuredResultV2
type Routed = Route<APIGatewayProxyEventV2, Response>

const answered = (status: number, body: unknown): Response => ({
  statusCode: status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
})

/** Answers in JSON; a problem found anywhere on the way is answered as one. */
const answering =
  (work: ApiRoute['work']): Routed['handler'] =>
  async (event: APIGatewayProxyEventV2): Promise<Response> => {
    try {
      const { status, body } = await work(await readCall(event, deps))
      return answered(status, body)
    } catch (error) {
      if (error instanceof Stopped) return problemResponse(error.problem)
      throw error
    }
  }

const route = httpRouter<APIGatewayProxyEventV2, Response>({
  routes: [
    ...routes.map(({ method, path, work }): Routed => ({ method, path, handler: answering(work) })),
    { method: 'GET', path: '/openapi.json', handler: async () => answered(200, describeApi()) },
    { method: 'GET', path: '/events.json', handler: async () => answered(200, describeEvents()) },
  ],
  notFoundResponse: ({ method, path }) =>
    problemResponse(problem(404, 'no-such-route', `There is no ${method} ${path}`)),
})

export const handler = handle<APIGatewayProxyEventV2, Response>('api', async (event, _where) => {
  return (await route(event, {} as never)) as Response
})
