import { describe, expect, it } from 'vitest'
import { simulate } from '../bench/fortnight/simulate.ts'
import { summary } from '../bench/fortnight/summary.ts'

/** The ordinary fortnight of forty accounts, simulated and judged: `npm run fortnight` prints it. */

const fortnights = Array.from({ length: 20 }, (_, index) => simulate(index + 1))

describe('an ordinary fortnight of forty accounts', { timeout: 60_000 }, () => {
  it('is the same each time it is played', () => {
    expect(simulate(1).days).toEqual(fortnights[0]?.days)
  })

  it('puts no more than seven tasks on any morning after the first', () => {
    const [first] = fortnights
    expect(first && summary(first).most).toBeLessThanOrEqual(7)
  })

  it('raises at most 15 in 100 tasks that should not have come', () => {
    const [first] = fortnights
    expect(first && summary(first).share).toBeLessThanOrEqual(0.15)
  })

  it('holds both over twenty such fortnights: 15 in 100 of all tasks, and hardly a morning of more than seven', () => {
    const all = fortnights.map(summary)
    const raised = all.reduce((sum, { raised }) => sum + raised, 0)
    expect(raised).toBeGreaterThan(500)
    expect(all.reduce((sum, { wrong }) => sum + wrong, 0) / raised).toBeLessThanOrEqual(0.15)
    const mornings = fortnights.flatMap(({ days }) => days.slice(1))
    expect(mornings.filter(({ tasks }) => tasks.length > 7).length / mornings.length).toBeLessThanOrEqual(0.05)
  })

  it('raises nothing wrong that it had been told of', () => {
    for (const fortnight of fortnights) expect(summary(fortnight).inexcusable).toEqual([])
  })

  it('mails a prospect once, and calls and writes once more at most', () => {
    for (const { days, accounts } of fortnights)
      for (const { id, kind, happened } of accounts) {
        if (kind !== 'prospect' || happened.some(({ what }) => what === 'they-wrote' || what === 'spoke')) continue
        const chased = days.flatMap(({ tasks }) => tasks).filter(task => task.account === id && task.isNew)
        expect(chased.length, id).toBeLessThanOrEqual(1)
      }
  })
})
