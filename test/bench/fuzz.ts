import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { type Ended, readCase } from './fuzz/case.ts'
import { damaged } from './fuzz/mutations.ts'
import { SEEDS } from './fuzz/seeds.ts'

/**
 * Reads many damaged messages and holds each to what is promised of all: it ends as understood, asked about, held or
 * nothing, in time; what it says fits the log, happened before it came, and is said by nobody who is not vouched for.
 * `npm run fuzz -- --runs 20000 --seed 7`; ends with 1 and a seed that shows it again where one does not hold.
 */

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
})
const runs = Number(values.runs ?? 20_000)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: npm run fuzz -- [--runs N] [--seed S] [--path P]')
  process.exit(2)
}

const ends = new Map<Ended, number>()
let [done, slowest] = [0, 0]
const start = performance.now()
const progress = (): void => {
  if (process.stderr.isTTY || done % 2000 === 0)
    process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${done} of ${runs}${process.stderr.isTTY ? '' : '\n'}`)
}

const result = await fc.check(
  fc.asyncProperty(damaged(SEEDS), async each => {
    const began = performance.now()
    const end = await readCase(each)
    slowest = Math.max(slowest, performance.now() - began)
    ends.set(end, (ends.get(end) ?? 0) + 1)
    done++
    if (done % 200 === 0) progress()
  }),
  { numRuns: runs, seed, ...(values.path ? { path: values.path } : {}), interruptAfterTimeLimit: 3_600_000 },
)

const seconds = ((performance.now() - start) / 1000).toFixed(0)
console.log(
  `\nseed ${seed}: ${done} messages from ${SEEDS.length} kinds in ${seconds} s, the slowest ${slowest.toFixed(0)} ms`,
)
for (const [end, count] of [...ends].sort(([, one], [, other]) => other - one))
  console.log(`  ${end.padEnd(14)}${String(count).padStart(7)}  ${((100 * count) / done).toFixed(1)}%`)
if (result.failed) {
  const [found] = result.counterexample ?? []
  console.log(`\nbroken: ${result.errorInstance instanceof Error ? result.errorInstance.message : 'ended early'}`)
  console.log(`again: npm run fuzz -- --runs ${runs} --seed ${seed} --path ${result.counterexamplePath ?? ''}`)
  if (found) console.log(`vouched for by ${found.vouched ?? 'nobody'}:\n${Buffer.from(found.raw).toString('latin1')}`)
  process.exitCode = 1
} else if (result.numRuns < runs) process.exitCode = 1
