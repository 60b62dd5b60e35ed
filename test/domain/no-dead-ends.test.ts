import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTasks } from '../../shared/domain/engagement/state.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import type { Assessment } from '../../shared/domain/silence/assessment.ts'
import { simulate } from '../bench/fortnight/simulate.ts'
import { summary } from '../bench/fortnight/summary.ts'
import { type History, history } from './support/histories.ts'

/** Nothing that is alive is forgotten: there is a task, or an instant at which to look again. */

const holds = { numRuns: 50 }
const DAY = 24 * 60 * 60_000
const iso = (at: number): string => new Date(at).toISOString()

const assessed = ({ state, calendar, now }: History, at = now): Assessment => assess(state, defaultPolicy, calendar, at)

const isPlay = (assessment: Assessment): boolean => assessment.due.length > 0

describe('no dead ends', { timeout: 60_000 }, () => {
  it('gives every live, open, unpaused engagement a task or an instant at which to look again', () => {
    fc.assert(
      fc.property(history(), fc.nat({ max: 200 }), (told, days) => {
        const now = assessed(told, iso(Date.parse(told.now) + days * DAY))
        if (told.state.stage !== 'open' || now.status === 'resting' || now.status === 'paused') return
        expect(isPlay(now) || now.wakeAt !== null, now.status).toBe(true)
      }),
      holds,
    )
  })

  it('comes to a task or to rest, however long nothing happens', () => {
    fc.assert(
      fc.property(history(), told => {
        let looked = assessed(told)
        for (let looks = 0; looks < 60 && looked.wakeAt !== null && !isPlay(looked); looks++)
          looked = assessed(told, looked.wakeAt)
        expect(isPlay(looked) || ['resting', 'paused', 'closed'].includes(looked.status), looked.status).toBe(true)
      }),
      holds,
    )
  })

  it('leaves at most one open task of a play with a contact', () => {
    fc.assert(
      fc.property(history(), ({ state }) => {
        const open = openTasks(state).map(task => `${task.play} ${task.contact ?? ''}`)
        expect(open).toEqual([...new Set(open)])
      }),
      holds,
    )
  })

  it('lets nothing pass in twenty fortnights of forty accounts: no promise, no day named, no long silence', () => {
    for (let seed = 1; seed <= 20; seed++) expect(summary(simulate(seed)).overlooked, `fortnight ${seed}`).toEqual([])
  })
})
