import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerPage } from '../../../functions/pages/pages.ts'
import type { World } from '../../../functions/pages/world.ts'

/** The pages behind an HTTP port, for browsers. `clock.now` is the instant of every request. */
export type Served = {
  readonly url: string
  readonly clock: { now: string }
  readonly close: () => Promise<void>
}

/** `worldAt` makes the world for the address at which it will be reached. */
export const servePages = async (worldAt: (url: string) => World, now: string): Promise<Served> => {
  const clock = { now }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { pathname, search } = new URL(request.url ?? '/', url)
    const { cookie, ...headers } = request.headers
    const answer = await answerPage(
      {
        rawPath: pathname,
        rawQueryString: search.slice(1),
        headers,
        ...(cookie ? { cookies: cookie.split('; ') } : {}),
        body: Buffer.concat(chunks).toString('base64'),
        isBase64Encoded: true,
        requestContext: {
          timeEpoch: Date.parse(clock.now),
          http: { method: request.method ?? 'GET', sourceIp: '127.0.0.1' },
        },
      },
      world,
    )
    response.writeHead(answer.statusCode, {
      ...answer.headers,
      ...(answer.cookies ? { 'set-cookie': [...answer.cookies] } : {}),
    })
    response.end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const world = worldAt(url)
  return {
    url,
    clock,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
