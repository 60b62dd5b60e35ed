import { createDynamoLog, streamNames } from '../../shared/log/dynamo.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { rebuild } from '../../shared/views/rebuild.ts'
import { synthesized } from './assembly.ts'
import { instant } from './clock.ts'
import { type Settings, settingsFrom } from './settings.ts'
import { startStack } from './stack.ts'
import { understandFile } from './understand-file.ts'

/** `npm run -s relight -- COMMAND`: work on the data of the stack on one machine. */

type Command = {
  readonly usage: string
  readonly help: string
  readonly more: string
  /** Answers the exit code; null where the words after the command are not what it takes. */
  readonly run: (words: readonly string[], settings: Settings) => Promise<number | null>
}

const rebuildViews: Command['run'] = async (words, settings) => {
  if (words.length > 0) return null
  const stack = await startStack(await synthesized(), { ...settings, demo: false }, `http://localhost:${settings.port}`)
  const { client, log, views } = stack.history
  const streams = await streamNames(client, log)
  const progress = (done: number): void => {
    process.stderr.write(`\r${done} of ${streams.length} streams`)
  }
  const now = instant(stack.clock.time())
  await rebuild(createDynamoLog(client, log), createDynamoViews(client, views), streams, now, progress)
  process.stderr.write('\n')
  await stack.stop()
  return 0
}

const understand: Command['run'] = async (words, settings) => {
  const [file, ...others] = words.filter(word => word !== '--words')
  if (file === undefined || others.length > 0 || (file.startsWith('-') && file !== '-')) return null
  const foretold = await understandFile(file, settings, line => console.error(line))
  console.log(words.includes('--words') ? foretold.words : JSON.stringify(foretold, null, 2))
  return 0
}

const COMMANDS: Readonly<Record<string, Command>> = {
  understand: {
    usage: 'understand FILE.eml|- [--words]',
    help: 'how a message would be read, and by which rule',
    more: `Prints JSON: status, rule, question, the same in words, and the events that would be recorded; with --words,
only the words. Nothing is written and nothing is sent. "-" reads the standard input.

The message is read with the accounts of the stack that runs on RELIGHT_DATA at PORT; else with a copy of RELIGHT_DATA;
where that is not there, as mail to RELIGHT_OWNER with no account known. The domain in From counts as proven.`,
    run: understand,
  },
  rebuild: {
    usage: 'rebuild',
    help: 'derive the views anew from the log',
    more: 'Stop Relight before.',
    run: rebuildViews,
  },
}

const HELP = `npm run -s relight -- COMMAND

${Object.values(COMMANDS)
  .map(({ usage, help }) => `  ${usage.padEnd(34)}${help}`)
  .join('\n')}

"COMMAND --help" says more. The data lie in RELIGHT_DATA (.relight).
`

const helpOf = ({ usage, help, more }: Command): string => `npm run -s relight -- ${usage}\n\n${help}\n\n${more}\n`

const isHelp = (word: string): boolean => word === 'help' || word === '--help' || word === '-h'

const main = async ([name = 'help', ...words]: readonly string[]): Promise<number> => {
  const command = COMMANDS[name]
  if (!command) {
    console[isHelp(name) ? 'log' : 'error'](isHelp(name) ? HELP : `There is no command ${name}.\n\n${HELP}`)
    return isHelp(name) ? 0 : 2
  }
  if (words.some(isHelp)) {
    console.log(helpOf(command))
    return 0
  }
  const code = await command.run(words, settingsFrom(process.env))
  if (code === null) console.error(helpOf(command))
  return code ?? 2
}

try {
  process.exit(await main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
