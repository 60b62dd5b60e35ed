import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

/** Runs one function's bundle in a thread of its own, as Lambda runs it in a process: one event at a time. */

type Invocation = { readonly event: unknown; readonly requestId: string; readonly deadline: number }
type Handler = (event: unknown, context: unknown) => Promise<unknown>

const { file, name } = workerData as { file: string; name: string }

const load = (): Handler => {
  const bundle = createRequire(import.meta.url)(file) as { handler: Handler }
  return bundle.handler
}

let handler: Handler | undefined

parentPort?.on('message', async ({ event, requestId, deadline }: Invocation) => {
  try {
    handler ??= load()
    const context = {
      functionName: name,
      awsRequestId: requestId,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => deadline - Date.now(),
    }
    const result = await handler(event, context)
    parentPort?.postMessage({ result: JSON.stringify(result ?? null) })
  } catch (error) {
    const { name: type, message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error(stack ?? message)
    parentPort?.postMessage({ error: { type, message } })
  }
})
