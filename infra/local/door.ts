import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFaults, type Faults } from './faults.ts'

/**
 * The one door through which every AWS call of a function passes. A function's access key is its name, and the scope of
 * the signature names the service: so each call says who made it and where it goes.
 */

export type Call = {
  /** As in the name of the SDK's package: `dynamodb`, `sesv2`. */
  readonly service: string
  /** As in the API: `PutItem`. */
  readonly operation: string
  /** The function that made it. */
  readonly by: string
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/** One service behind the door. */
export type Service = {
  /** What a call asks for, and of what: `PutItem` of a table. */
  readonly ask: (request: Omit<Call, 'service' | 'operation' | 'by'>) => { operation: string; resource: string }
  readonly answer: (call: Call) => Promise<Answer>
  readonly fail: (error: string, status: number) => Answer
}

export type Counted = {
  readonly service: string
  readonly operation: string
  readonly function: string
  readonly resource: string
  readonly count: number
}

export type Door = {
  readonly url: string
  readonly faults: Faults
  /** Every call since the start, counted by service, operation, function and resource. */
  readonly counted: () => readonly Counted[]
  readonly close: () => Promise<void>
}

/** The stack's own calls are neither counted nor failed. */
export const OURSELVES = 'stack'

/** Services by the name in the signature's scope; SES has two APIs under one. */
const SERVICE_NAMES: Readonly<Record<string, string>> = {
  dynamodb: 'dynamodb',
  s3: 's3',
  sns: 'sns',
  sqs: 'sqs',
  events: 'eventbridge',
  secretsmanager: 'secrets-manager',
}

export const openDoor = async (services: () => Readonly<Record<string, Service>>): Promise<Door> => {
  const counts = new Map<string, Counted>()
  const faults = createFaults()

  const count = (made: Omit<Counted, 'count'>): void => {
    const key = Object.values(made).join(' ')
    counts.set(key, { ...made, count: (counts.get(key)?.count ?? 0) + 1 })
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await readRequest(request)
    const signed = /Credential=([^/]+)\/[^/]+\/[^/]+\/([^/]+)\//.exec(asked.headers['authorization'] ?? '')
    const name = serviceName(signed?.[2] ?? '', asked.path)
    const service = services()[name]
    if (!signed?.[1] || !service) {
      response.writeHead(403).end(`no service: ${name}`)
      return
    }
    const by = signed[1]
    const { operation, resource } = service.ask(asked)
    const call: Call = { ...asked, service: name, operation, by }
    if (by === OURSELVES) return send(response, await service.answer(call))

    count({ service: name, operation, function: by, resource })
    const fault = faults.meets(name, operation)
    if (!fault) return send(response, await service.answer(call))
    if (fault.when === 'after') await service.answer(call)
    if (fault.drops) request.socket.destroy()
    else send(response, service.fail(fault.error, fault.status))
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      console.error(error)
      response.destroy()
    })
  })
  await listen(server)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    counted: () => [...counts.values()],
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const serviceName = (scope: string, path: string): string =>
  scope === 'ses' ? (path.startsWith('/v2/') ? 'sesv2' : 'ses') : (SERVICE_NAMES[scope] ?? scope)

const listen = (server: Server): Promise<void> => {
  // Functions keep their connections: a reused one that the server is just closing would fail a call.
  server.keepAliveTimeout = 0
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

const readRequest = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const url = new URL(request.url ?? '/', 'http://door')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks),
  }
}

const send = (response: ServerResponse, answer: Answer): void => {
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
}
