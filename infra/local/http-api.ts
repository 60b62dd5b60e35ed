import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { type Clock, instant } from './clock.ts'
import type { Functions } from './functions.ts'
import type { Resource } from './template.ts'

/** API Gateway's HTTP API with payload format 2.0: the template's routes lead to functions. */

export type HttpApi = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>

const Route = z.object({ RouteKey: z.string(), Target: z.string() })
const Integration = z.object({ IntegrationUri: z.string(), PayloadFormatVersion: z.literal('2.0') })

const Answer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

export const openHttpApi = (resources: readonly Resource[], functions: Functions, clock: Clock): HttpApi => {
  const integrations = new Map<string, string>(
    resources
      .filter(({ type }) => type === 'AWS::ApiGatewayV2::Integration')
      .map(({ id, properties }) => [`integrations/${id}`, Integration.parse(properties).IntegrationUri]),
  )
  const routes = resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
    .map(({ properties }) => Route.parse(properties))

  return async (request, response, body) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const method = request.method ?? 'GET'
    const route = bestRoute(routes, method, url.pathname)
    if (!route) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
      return
    }
    const event = eventOf(request, url, body, route, clock)
    try {
      send(response, await functions.invoke(integrations.get(route.Target) ?? '', event))
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      response.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal Server Error"}')
    }
  }
}

type Route = z.infer<typeof Route>

/** A full match before a greedy one, a longer path before a shorter, and `$default` last. */
const bestRoute = (routes: readonly Route[], method: string, path: string): Route | undefined => {
  const matching = routes.filter(({ RouteKey }) => {
    if (RouteKey === '$default') return true
    const [verb, pattern = ''] = RouteKey.split(' ')
    if (verb !== 'ANY' && verb !== method) return false
    return pattern.endsWith('/{proxy+}') ? path.startsWith(pattern.slice(0, -'{proxy+}'.length)) : path === pattern
  })
  const rank = ({ RouteKey }: Route): number =>
    RouteKey === '$default' ? -1 : RouteKey.length + (RouteKey.includes('{') ? 0 : 10_000)
  return matching.toSorted((one, other) => rank(other) - rank(one))[0]
}

/** Bodies of other types come in base64, those of forms among them. */
const IS_TEXT = /^(text\/|application\/(json|javascript|xml|[^;]*\+json|[^;]*\+xml))/

const eventOf = (request: IncomingMessage, url: URL, body: Buffer, route: Route, clock: Clock) => {
  const { cookie, ...others } = request.headers
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  )
  const isText = IS_TEXT.test(headers['content-type'] ?? '')
  const time = clock.time()
  const query = new Map<string, string>()
  for (const [name, value] of url.searchParams) query.set(name, query.has(name) ? `${query.get(name)},${value}` : value)
  const greedy = route.RouteKey.endsWith('{proxy+}') ? route.RouteKey.split(' ')[1]?.replace('{proxy+}', '') : undefined
  return {
    version: '2.0',
    routeKey: route.RouteKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie ? { cookies: cookie.split('; ') } : {}),
    headers,
    ...(query.size > 0 ? { queryStringParameters: Object.fromEntries(query) } : {}),
    ...(greedy ? { pathParameters: { proxy: url.pathname.slice(greedy.length) } } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'one-machine',
      domainName: headers['host'] ?? 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.RouteKey,
      stage: '$default',
      time: instant(time),
      timeEpoch: time,
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

const send = (response: ServerResponse, result: unknown): void => {
  const parsed = Answer.safeParse(result)
  if (!parsed.success) {
    // A function may answer with nothing but its content.
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result))
    return
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value))
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.writeHead(statusCode)
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body)
}
