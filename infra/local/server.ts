import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The one HTTP port of the stack on one machine: for this machine alone. */

export type Handle = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>

export type WebServer = {
  readonly port: number
  readonly serve: (handle: Handle) => void
  readonly close: () => Promise<void>
}

/** As large as the largest mail that SES takes. */
const LARGEST_BODY = 40 * 1024 * 1024
const OWN_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])

export const listen = async (port: number): Promise<WebServer> => {
  let handle: Handle = async (_request, response) => {
    problem(response, 503, 'Relight is starting.')
  }
  const server = createServer((request, response) => {
    answer(request, response, handle).catch(error => {
      console.error(error)
      if (!response.headersSent) problem(response, 500, 'That went wrong; the log of this process says more.')
      response.end()
    })
  })
  await bound(server, port)
  return {
    port: (server.address() as AddressInfo).port,
    serve: to => {
      handle = to
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const answer = async (request: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> => {
  // A page elsewhere may lead its own name to this address, and would then read everybody's mail.
  const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
  if (!OWN_HOSTS.has(host)) return problem(response, 403, 'Relight answers on this machine only, as localhost.')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LARGEST_BODY) return problem(response, 413, 'This is larger than the largest mail.')
    chunks.push(chunk)
  }
  await handle(request, response, Buffer.concat(chunks))
}

const bound = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

/** RFC 9457. */
export const problem = (response: ServerResponse, status: number, detail: string): void => {
  response.writeHead(status, { 'content-type': 'application/problem+json' })
  response.end(JSON.stringify({ status, title: detail, detail }))
}
