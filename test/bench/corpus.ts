import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ourDigest } from '../support/mail/our-digest.ts'
import { measureForwards } from './corpus/forwards.ts'
import { measureLengths } from './corpus/lengths.ts'
import { measureAnswers, measureReplies } from './corpus/replies.ts'
import { absent, print, type Row } from './corpus/table.ts'

/**
 * Measures the reading of mail: `npm run corpus -- DIR`, with `--verbose` for each that was not read right, and
 * `--hostile` to take in the hostile mails too, which takes minutes. `DIR/forwarded` has an `expected.json` beside the
 * texts that it names; `DIR/replies` has `emails` and `trimmed` (what the writer wrote), a file each of the same name.
 * What is not there is said to be absent.
 */

const folder = process.argv.slice(2).find(argument => !argument.startsWith('--'))

const from = (name: string, path: string, measure: (path: string) => readonly Row[]): readonly Row[] =>
  existsSync(path) ? measure(path) : [absent(name, `no folder ${path}`)]

const hostile = (): Row => {
  const name = 'hostile mails: outcome, time and memory of each'
  if (!process.argv.includes('--hostile')) return absent(name, 'npm run hostile, or --hostile here')
  const ran = spawnSync(process.execPath, [join(import.meta.dirname, 'hostile.ts')], { encoding: 'utf8' })
  return { name, value: ran.stdout.trim().split('\n').at(-1) ?? '', goal: '', reached: ran.status === 0 }
}

const main = async (): Promise<void> => {
  if (folder === undefined) {
    console.log('usage: npm run corpus -- DIR [--verbose] [--hostile]')
    process.exitCode = 2
    return
  }
  const rows = [
    ...from('forwards and their dates', join(folder, 'forwarded'), measureForwards),
    ...from('replies', join(folder, 'replies'), measureReplies),
    ...measureAnswers(await ourDigest()),
    ...measureLengths(),
    hostile(),
    absent('free-form notes', 'npm test: note fixtures'),
  ]
  console.log('')
  print(rows)
  process.exitCode = rows.some(({ reached }) => reached === false) ? 1 : 0
}

await main()
