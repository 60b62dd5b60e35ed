import { type Day, simulate } from './fortnight/simulate.ts'
import { summary } from './fortnight/summary.ts'

/**
 * The ordinary fortnight of forty accounts: how many tasks each morning's digest would hold, and which of them should
 * not have come. `npm run fortnight` plays one; `npm run fortnight -- 50` plays the first fifty and shows their worst.
 */

const print = (days: readonly Day[]): void => {
  for (const { date, tasks, lines } of days) {
    const wrong = tasks.filter(task => task.wrong)
    const fresh = tasks.filter(task => task.isNew).length
    console.log(
      `${date}  ${tasks.length} tasks, ${fresh} of them new, ${lines} lines, ${wrong.length} that should not have come`,
    )
    for (const task of tasks) {
      const flags = `${task.isNew ? '' : ' (again)'}${task.wrong ? `: ${task.wrong.why}${task.wrong.untold ? ', which was not told' : ''}` : ''}`
      console.log(`            ${task.play} ${task.account}${flags}`)
    }
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

const seeds = Number(process.argv[2] ?? 1)
if (seeds === 1) print(simulate(1).days)
for (let seed = 1; seed <= seeds; seed++) {
  const { raised, wrong, share, most, firstMorning, inexcusable, overlooked } = summary(simulate(seed))
  console.log(
    `fortnight ${seed}: ${raised} tasks raised, ${wrong} should not have come (${percent(share)}); ` +
      `${firstMorning} on the first morning, at most ${most} on any later one`,
  )
  for (const line of inexcusable) console.log(`  should not have come, though all was told: ${line}`)
  for (const line of overlooked) console.log(`  should have come: ${line}`)
}
