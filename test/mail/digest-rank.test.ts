import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engagement, Task } from '../../shared/domain/engagement/state.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { type Assessment, PLAY_NAMES, type Status } from '../../shared/domain/silence/assessment.ts'
import { arrange, digestsUntouched, type Entry, rank } from '../../shared/mail/write/rank.ts'
import { newYork } from '../domain/support/account.ts'

const today = '2026-09-18'
/** An instant of New York's summer. */
const on = (local: string): string => new Date(`${local.replace(' ', 'T')}:00-04:00`).toISOString()

const entry = (id: string, play: string, status: Status, more: Partial<Task> = {}): Entry => ({
  engagement: { id: 'e' } as unknown as Engagement,
  assessment: { status } as unknown as Assessment,
  task: {
    id: id as Task['id'],
    play,
    due: '2026-09-17',
    because: [],
    raisedAt: on('2026-09-17 07:00'),
    putOff: [],
    ...more,
  },
})
const order = (...entries: readonly Entry[]): string[] => rank(entries, newYork, today).map(({ task }) => task.id)

describe('rank', () => {
  it('goes by days put off, tension, dark, quiet, our turn, age, and expectations last', () => {
    expect(
      order(
        entry('expectation', 'set-expectations', 'on-track', { putOff: [on('2026-09-08 08:00')] }),
        entry('young', 'revisit', 'paused', { due: today }),
        entry('old', 'revisit', 'paused', { due: '2026-09-10' }),
        entry('ours', 'answer-them', 'our-turn'),
        entry('quiet', 'call-and-write', 'quiet'),
        entry('dark', 'own-the-dropped-ball', 'dark'),
        entry('tension', 'clear-the-air', 'backed-away'),
        entry('put off once', 'answer-them', 'our-turn', { putOff: [on('2026-09-17 08:00')] }),
        entry('put off since Tuesday', 'answer-them', 'our-turn', { putOff: [on('2026-09-15 08:00')] }),
      ),
    ).toEqual([
      'put off since Tuesday',
      'put off once',
      'tension',
      'dark',
      'quiet',
      'ours',
      'old',
      'young',
      'expectation',
    ])
  })

  it('is the same whatever order the tasks come in', () => {
    const entries = PLAY_NAMES.flatMap(play => [
      entry(`${play} a`, play, 'quiet'),
      entry(`${play} b`, play, 'dark', { due: '2026-09-14' }),
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), shuffled => {
        expect(order(...shuffled)).toEqual(order(...entries))
      }),
      { numRuns: 30 },
    )
  })

  it('counts the digests a task stood in untouched from its day, or from when it was last put off', () => {
    const raised = entry('t', 'answer-them', 'our-turn', { due: '2026-09-10' }).task
    expect(digestsUntouched(raised, newYork, '2026-09-10')).toBe(0)
    expect(digestsUntouched(raised, newYork, '2026-09-17')).toBe(5)
    expect(digestsUntouched({ ...raised, putOff: [on('2026-09-15 08:00')] }, newYork, '2026-09-17')).toBe(1)
    expect(digestsUntouched({ ...raised, putOffUntil: '2026-09-21' }, newYork, '2026-09-22')).toBe(1)
  })
})

describe('arrange', () => {
  it('leaves out what is settled or put off until later', () => {
    const { full } = arrange(
      [
        entry('shown', 'answer-them', 'our-turn'),
        entry('later', 'answer-them', 'our-turn', { putOffUntil: '2026-09-21' }),
        entry('settled', 'answer-them', 'our-turn', {
          settled: { how: 'done', at: on('2026-09-17 09:00'), position: 9 },
        }),
      ],
      defaultPolicy,
      newYork,
      today,
    )
    expect(full.map(({ task }) => task.id)).toEqual(['shown'])
  })

  it('keeps each task exactly once, seven of them in full at most', () => {
    const anyEntry = fc
      .record({
        play: fc.constantFrom(...PLAY_NAMES),
        due: fc.constantFrom('2026-08-31', '2026-09-08', '2026-09-11', '2026-09-17', today),
        status: fc.constantFrom<Status>('dark', 'quiet', 'our-turn', 'waiting', 'backed-away'),
      })
      .map(({ play, due, status }) => ({ play, due, status }))
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), made => {
        const entries = made.map(({ play, due, status }, index) => entry(`t${index}`, play, status, { due }))
        const { full, short, stale, lines } = arrange(entries, defaultPolicy, newYork, today)
        expect(full.length).toBeLessThanOrEqual(7)
        const kept = [...full, ...short, ...stale, ...lines].map(({ task }) => task.id)
        expect(kept.toSorted()).toEqual(entries.map(({ task }) => task.id).toSorted())
      }),
    )
  })
})
