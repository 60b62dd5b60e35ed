import { describe, expect, it } from 'vitest'
import { sweep } from '../../functions/sweep/sweep.ts'
import type { RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { MorningHint } from '../../shared/runtime/mornings.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { recruiterRow } from '../contract/support/rows.ts'

const swept = async (due: Readonly<Record<string, string>>, now: string): Promise<MorningHint[]> => {
  const views = createMemoryViews()
  for (const [recruiter, dueAt] of Object.entries(due)) {
    const row = recruiterRow(recruiter as RecruiterId)
    await views.write(row)
    await views.setDue(row, dueAt)
  }
  const hints: MorningHint[] = []
  await sweep(views, { hint: async handed => void hints.push(...handed) }, { now })
  return hints
}

describe('a sweep', () => {
  it('hands over everybody whose morning is due at the scheduled time, and nobody else', async () => {
    const now = '2026-10-12T12:00:00Z'
    const hints = await swept({ ana: now, bo: '2026-10-12T12:15:00Z', cy: '2026-10-09T12:00:00Z' }, now)
    expect(hints.toSorted((a, b) => a.recruiter.localeCompare(b.recruiter))).toEqual([
      { firm: 'northgate', recruiter: 'ana', now },
      { firm: 'northgate', recruiter: 'cy', now },
    ])
  })

  it('on a quiet quarter hour hands over nobody', async () => {
    expect(await swept({ ana: '2026-10-13T12:00:00Z' }, '2026-10-12T12:00:00Z')).toEqual([])
  })

  it('refuses a schedule that does not say when it was to go off', async () => {
    await expect(swept({}, 'now')).rejects.toThrow()
    await expect(sweep(createMemoryViews(), { hint: async () => undefined }, {})).rejects.toThrow()
  })
})
