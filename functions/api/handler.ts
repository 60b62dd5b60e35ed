import httpRouter, { type Route } from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import { dynamoDb } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { problem, problemResponse } from '../../shared/runtime/problem.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { listEngagements, openEngagement, sayCommand, showEngagement } from './engagements.ts'
import { listNotes } from './notes.ts'
import { type Answer, type Call, readCall, Stopped } from './request.ts'
import { listTasks, settleTask } from './tasks.ts'

const env = environment(['EVENT_LOG_TABLE', 'VIEWS_TABLE'])
const client = dynamoDb()
const deps = {
  log: createDynamoLog(client, env.EVENT_LOG_TABLE),
  views: createDynamoViews(client, env.VIEWS_TABLE),
}

type Response = APIGatewayProxyStructuredResultV2
type ApiRoute = Route<APIGatewayProxyEventV2, Response>

/** Answers in JSON; a problem found anywhere on the way is answered as one. */
const answering =
  (work: (call: Call) => Promise<Answer>): ApiRoute['handler'] =>
  async (event: APIGatewayProxyEventV2): Promise<Response> => {
    try {
      const { status, body } = await work(await readCall(event, deps))
      return {
        statusCode: status,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
        body: JSON.stringify(body),
      }
    } catch (error) {
      if (error instanceof Stopped) return problemResponse(error.problem)
      throw error
    }
  }

const routes: ApiRoute[] = [
  { method: 'POST', path: '/api/engagements', handler: answering(openEngagement) },
  { method: 'GET', path: '/api/engagements', handler: answering(listEngagements) },
  { method: 'GET', path: '/api/engagements/{id}', handler: answering(showEngagement) },
  { method: 'POST', path: '/api/engagements/{id}/commands', handler: answering(sayCommand) },
  { method: 'GET', path: '/api/tasks', handler: answering(listTasks) },
  { method: 'POST', path: '/api/tasks/{id}/outcome', handler: answering(settleTask) },
  { method: 'GET', path: '/api/notes', handler: answering(listNotes) },
]

const route = httpRouter<APIGatewayProxyEventV2, Response>({
  routes,
  notFoundResponse: ({ method, path }) =>
    problemResponse(problem(404, 'no-such-route', `There is no ${method} ${path}`)),
})

export const handler = handle<APIGatewayProxyEventV2, Response>('api', async (event, _where) => {
  return (await route(event, {} as never)) as Response
})
