import { synthesized } from './assembly.ts'
import { control } from './control.ts'
import { showOutbox } from './outbox-pages.ts'
import { listen } from './server.ts'
import { settingsFrom } from './settings.ts'
import { listenForMail } from './smtp.ts'
import { type Stack, startStack } from './stack.ts'

/** Starts the stack on one machine, and says where to look. */
const main = async (): Promise<void> => {
  const settings = settingsFrom(process.env)
  const server = await listen(settings.port)
  const url = `http://localhost:${server.port}`
  const stack = await startStack(await synthesized(), settings, url)
  server.serve(async (request, response, body) => {
    const path = request.url ?? '/'
    if (path.startsWith('/_local/')) await control(stack, request, response, body)
    else if (path === '/outbox' || path.startsWith('/outbox/'))
      showOutbox(stack.outbox, settings.zone, request, response)
    else await stack.httpApi(request, response, body)
  })
  const smtp = await listenForMail(settings.smtpPort, stack.mailIn)
  stack.timetable.run()
  await greet(stack, url, smtp.port)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    await Promise.all([server.close(), smtp.close()])
    await stack.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const greet = async (stack: Stack, url: string, smtpPort: number): Promise<void> => {
  console.log(`Relight is watching. Read this morning's mail: ${url}/outbox`)
  for (const { email, inbound } of await stack.recruiters())
    console.log(`Notes from ${email} go to ${inbound}, by SMTP at localhost:${smtpPort}`)
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
