import { randomUUID } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import type { Resource, Site } from './template.ts'
import type { Work } from './work.ts'

/** Hosts the functions of the template from their bundled assets, each in a thread of its own, begun when first called. */

export type Functions = {
  readonly names: readonly string[]
  /** The function's answer, parsed. Throws `FunctionError` where it failed, and what it logged says why. */
  readonly invoke: (arn: string, event: unknown) => Promise<unknown>
  /** The path of the construct behind a function's ARN: `sweep`. */
  readonly nameOf: (arn: string) => string
  readonly close: () => Promise<void>
}

class FunctionError extends Error {
  override readonly name = 'FunctionError'
}

const LambdaFunction = z.object({
  Handler: z.string(),
  Timeout: z.number(),
  MemorySize: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
})

const Reply = z.union([
  z.object({ result: z.string() }),
  z.object({ error: z.object({ type: z.string(), message: z.string() }) }),
])

export const hostFunctions = (
  assembly: string,
  data: string,
  resources: readonly Resource[],
  site: Site,
  work: Work,
): Functions => {
  const log = createWriteStream(join(data, 'functions.log'), { flags: 'a' })
  const hosts = new Map(
    resources
      .filter(({ type, path }) => type === 'AWS::Lambda::Function' && !path.includes('/framework-'))
      .map(resource => [resource.id, host(assembly, resource, site, log)] as const),
  )

  const hostOf = (arn: string): Host => {
    const found = hosts.get(arn.split(':').at(-1) ?? '')
    if (!found) throw new Error(`no function ${arn}`)
    return found
  }

  return {
    names: [...hosts.values()].map(({ name }) => name),
    nameOf: arn => hostOf(arn).name,
    invoke: (arn, event) => work.track(() => hostOf(arn).invoke(event)),
    close: async () => {
      await Promise.all([...hosts.values()].map(each => each.close()))
      log.end()
    },
  }
}

type Host = {
  readonly name: string
  readonly invoke: (event: unknown) => Promise<unknown>
  readonly close: () => Promise<unknown>
}

const host = (assembly: string, resource: Resource, site: Site, log: NodeJS.WritableStream): Host => {
  const { Handler, Timeout, MemorySize, Environment } = LambdaFunction.parse(resource.properties)
  const name = resource.path.split('/').at(-1) ?? resource.id
  const [module = ''] = Handler.split('.')
  const file = join(assembly, resource.asset ?? '', `${module}.cjs`)
  readFileSync(file)

  const start = (): Worker => {
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      workerData: { file, name },
      // The SDK finds everything in the environment, as it does on Lambda; its access key tells the door who calls.
      env: {
        ...Environment.Variables,
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_REGION: site.region,
        AWS_ENDPOINT_URL: site.door,
        AWS_ACCESS_KEY_ID: name,
        AWS_SECRET_ACCESS_KEY: 'one-machine',
        TZ: 'UTC',
      },
      resourceLimits: { maxOldGenerationSizeMb: MemorySize },
      stdout: true,
      stderr: true,
    })
    worker.stdout.on('data', text => log.write(text))
    worker.stderr.on('data', text => log.write(text))
    return worker
  }

  let worker: Worker | undefined
  /** Events wait for one another. */
  let last: Promise<unknown> = Promise.resolve()

  const run = (event: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      const running = worker
      const deadline = Date.now() + Timeout * 1000
      const end = (settle: () => void): void => {
        clearTimeout(timer)
        running.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
        settle()
      }
      const lost = (why: string): void => {
        if (worker === running) worker = undefined
        running.terminate()
        end(() => reject(new FunctionError(`${name} ${why}`)))
      }
      const timer = setTimeout(() => lost(`took longer than ${Timeout} seconds`), Timeout * 1000)
      running.once('message', message => {
        const reply = Reply.parse(message)
        if ('error' in reply)
          end(() => reject(new FunctionError(`${name}: ${reply.error.type}: ${reply.error.message}`)))
        else end(() => resolve(JSON.parse(reply.result)))
      })
      running.once('error', error => lost(`broke: ${error instanceof Error ? error.message : error}`))
      running.once('exit', () => lost('exited'))
      running.postMessage({ event, requestId: randomUUID(), deadline })
    })

  return {
    name,
    invoke: event => {
      const result = last.then(() => run(event))
      last = result.catch(() => {})
      return result
    },
    close: async () => worker?.terminate(),
  }
}
