import { createDynamoLog, streamNames } from '../../shared/log/dynamo.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { rebuild } from '../../shared/views/rebuild.ts'
import { synthesized } from './assembly.ts'
import { instant } from './clock.ts'
import { settingsFrom } from './settings.ts'
import { type Stack, startStack } from './stack.ts'

/** `npm run -s relight -- COMMAND`: work on the data of the stack on one machine while it does not run. */

type Command = { readonly help: string; readonly run: (stack: Stack) => Promise<void> }

const rebuildViews = async ({ history: { client, log, views }, clock }: Stack): Promise<void> => {
  const streams = await streamNames(client, log)
  const progress = (done: number): void => {
    process.stderr.write(`\r${done} of ${streams.length} streams`)
  }
  const now = instant(clock.time())
  await rebuild(createDynamoLog(client, log), createDynamoViews(client, views), streams, now, progress)
  process.stderr.write('\n')
}

const COMMANDS: Readonly<Record<string, Command>> = {
  rebuild: { help: 'derive the views anew from the log', run: rebuildViews },
}

const HELP = `npm run -s relight -- COMMAND

${Object.entries(COMMANDS)
  .map(([name, { help }]) => `  ${name.padEnd(12)}${help}`)
  .join('\n')}

The data lie in RELIGHT_DATA (.relight); stop Relight before.
`

const main = async ([name = 'help', ...others]: readonly string[]): Promise<number> => {
  const command = COMMANDS[name]
  if (!command || others.length > 0) {
    console.error(HELP)
    return name === 'help' || name === '--help' ? 0 : 2
  }
  const settings = { ...settingsFrom(process.env), demo: false }
  const stack = await startStack(await synthesized(), settings, `http://localhost:${settings.port}`)
  await command.run(stack)
  await stack.stop()
  return 0
}

try {
  process.exit(await main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
