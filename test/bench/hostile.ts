import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { HOSTILE } from './hostile/cases.ts'
import type { Hostile } from './hostile/hostile.ts'
import { stored } from './office.ts'

/**
 * Takes in every hostile mail, each in a process of its own, and prints how it ended, the processor's time and the
 * most memory that took. Ends with 1 where one ended otherwise than it must, or took too much. `npm run hostile -- WORDS`
 * takes those whose name holds the words.
 */

const MOST_MILLISECONDS = 2000
const MOST_MEGABYTES = 400
/** A process that has not answered by now will not: it is ended, and counted as too slow. */
const PATIENCE_MS = 30_000

const Ended = z.object({
  status: z.string(),
  rule: z.string(),
  why: z.string(),
  milliseconds: z.number(),
  megabytes: z.number(),
  wrong: z.array(z.string()),
})
type Ended = z.infer<typeof Ended>

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const words = process.argv.slice(2).join(' ').toLowerCase()

const takeIn = ({ name, raw, vouched }: Hostile): Promise<Ended | string> =>
  new Promise(resolve => {
    const file = join(folder, 'message.eml')
    writeFileSync(file, stored(raw(), vouched))
    const child = spawn(process.execPath, [join(import.meta.dirname, 'hostile/one.ts'), name, file])
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    let [said, complained] = ['', '']
    child.stdout.on('data', data => {
      said += data
    })
    child.stderr.on('data', data => {
      complained += data
    })
    child.once('close', code => {
      clearTimeout(timer)
      resolve(code === 0 ? Ended.parse(JSON.parse(said)) : `ended with ${code}: ${complained.slice(-300)}`)
    })
  })

const overs = ({ milliseconds, megabytes, wrong }: Ended): readonly string[] => [
  ...wrong,
  ...(milliseconds > MOST_MILLISECONDS ? ['too slow'] : []),
  ...(megabytes > MOST_MEGABYTES ? ['too much memory'] : []),
]

const row = (name: string, status: string, ms: string, mb: string, rest: string): void =>
  console.log(`  ${name.padEnd(52)}${status.padEnd(12)}${ms.padStart(6)}${mb.padStart(8)}  ${rest}`)

const main = async (): Promise<void> => {
  let [count, bad, slowest, largest] = [0, 0, 0, 0]
  for (const [kind, mails] of Object.entries(HOSTILE)) {
    const chosen = mails.filter(({ name }) => name.toLowerCase().includes(words))
    if (chosen.length === 0) continue
    console.log(`\n${kind}`)
    row('', 'outcome', 'ms', 'MB', 'rule')
    for (const mail of chosen) {
      const ended = await takeIn(mail)
      count++
      if (typeof ended === 'string') {
        bad++
        row(mail.name, 'none', '', '', ended)
        continue
      }
      const over = overs(ended)
      if (over.length > 0) bad++
      slowest = Math.max(slowest, ended.milliseconds)
      largest = Math.max(largest, ended.megabytes)
      const rest = over.length > 0 ? `WRONG: ${over.join('; ')}` : ended.rule
      row(mail.name, ended.status, ended.milliseconds.toFixed(0), ended.megabytes.toFixed(0), rest)
    }
  }
  rmSync(folder, { recursive: true })
  console.log(
    `\n${count} mails, ${bad} of them not as they must be; at most ${slowest.toFixed(0)} ms (${MOST_MILLISECONDS} allowed) ` +
      `and ${largest.toFixed(0)} MB (${MOST_MEGABYTES})`,
  )
  process.exitCode = bad > 0 || count === 0 ? 1 : 0
}

await main()
