import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/domain/calendar/days.ts'
import { Command } from '../../shared/domain/engagement/commands.ts'
import { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import { defaultPolicy, Policy, PolicyOverride, policyFor, WINDOW_MEANS, WINDOWS } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import { type Account, account, contact, newYork, spoke, theyWrote, wrote } from './support/account.ts'
import { history } from './support/histories.ts'

/** The windows of silence: a firm's numbers, and those in which one account differs. */

const own = (windows: PolicyOverride): Command => ({ command: 'OverridePolicy', windows })

/** Ines wrote, and was answered at; then Relight waits for the warehouse. */
const waiting = (): Account => {
  const told = account('2026-09-08 09:00', { client: 'Lindqvist Cold Storage' })
  told.say('2026-09-08 09:05', contact('maja', 'hiring-manager'), { command: 'NameOpening', title: 'Shift lead' })
  told.say('2026-09-08 09:10', spoke('maja'))
  told.say('2026-09-09 10:00', wrote('maja'))
  return told
}
const callOn = (told: Account): string | undefined => {
  for (let day = 9; day <= 30; day++) {
    const date = `2026-09-${String(day).padStart(2, '0')}`
    if (told.morning(date).includes('call-and-write maja')) return date
  }
  return undefined
}

const windows: fc.Arbitrary<PolicyOverride> = fc
  .record(Object.fromEntries(WINDOWS.map(name => [name, fc.integer({ min: 1, max: 5 })])), { requiredKeys: [] })
  .map(given => ({ ...given, ourTurnDays: 1, shrinkAfterDigests: 1 }))

describe('an account', () => {
  it('goes by its own window instead of the firm’s, from when it is said', () => {
    expect(callOn(waiting())).toBe('2026-09-11')
    const slow = waiting()
    slow.say('2026-09-09 11:00', own({ replyDays: 6 }))
    expect(callOn(slow)).toBe('2026-09-16')
  })

  it('goes by the firm’s again once its own is cleared', () => {
    const told = waiting()
    told.say('2026-09-09 11:00', own({ replyDays: 6, darkAfterDays: 40 }))
    told.say('2026-09-09 12:00', own({}))
    expect(told.state().windows).toEqual({})
    expect(callOn(told)).toBe('2026-09-11')
  })

  it('takes back what is due by a window that grew longer, and raises it on the later day', () => {
    const told = waiting()
    expect(told.morning('2026-09-11')).toContain('call-and-write maja')
    told.say('2026-09-11 09:00', own({ replyDays: 5 }))
    expect(told.morning('2026-09-14')).not.toContain('call-and-write maja')
    expect(told.morning('2026-09-15')).toContain('call-and-write maja')
  })

  it('is looked at again on the day that its own window lapses', () => {
    const told = waiting()
    told.say('2026-09-09 10:30', own({ replyDays: 8 }))
    const { wakeAt } = told.assess('2026-09-10 12:00')
    expect(wakeAt && localDate(newYork, wakeAt)).toBe('2026-09-18')
  })

  it('keeps what was stated by the client before its own window', () => {
    const told = waiting()
    told.say(
      '2026-09-09 10:30',
      { command: 'SetExpectation', topic: 'reply time', text: 'two days', replyWithin: 'P2D' },
      own({ replyDays: 9 }),
    )
    expect(callOn(told)).toBe('2026-09-10')
  })

  it('says the same again without an event, and every change with one that holds all its windows', () => {
    const told = waiting()
    told.say('2026-09-09 11:00', own({ replyDays: 6 }))
    const once = told.facts().length
    told.say('2026-09-09 11:05', own({ replyDays: 6 }))
    expect(told.facts()).toHaveLength(once)
    told.say('2026-09-09 11:10', own({ offerDays: 2 }))
    expect(told.facts().at(-1)).toMatchObject({ type: 'PolicyOverridden', windows: { offerDays: 2 } })
    expect(told.state().windows).toEqual({ offerDays: 2 })
  })

  it('refuses windows that contradict each other, by the name of the field', () => {
    const told = waiting()
    told.say('2026-09-10 11:00', theyWrote('maja'))
    expect(told.refused('2026-09-10 12:00', own({ ourTurnDays: 6, backedAwayDays: 2 }))).toMatchObject({
      code: 'windows-contradict',
      field: 'windows.ourTurnDays',
    })
    expect(told.refused('2026-09-10 12:00', own({ shrinkAfterDigests: 9, askAfterDigests: 3 }))).toMatchObject({
      field: 'windows.shrinkAfterDigests',
    })
  })

  it.each<[object, PropertyKey[]]>([
    [{ replyDays: 0 }, ['windows', 'replyDays']],
    [{ replyDays: 366 }, ['windows', 'replyDays']],
    [{ offerDays: 1.5 }, ['windows', 'offerDays']],
    [{ attemptsPerApproach: 6 }, ['windows', 'attemptsPerApproach']],
    [{ darkAfterDays: '20' }, ['windows', 'darkAfterDays']],
    [{ sameTextCompanies: 4 }, ['windows']],
    [{ patience: 4 }, ['windows']],
  ])('has no such windows: %j', (given, path) => {
    const read = Command.safeParse({ command: 'OverridePolicy', windows: given })
    expect(read.error?.issues[0]?.path).toEqual(path)
  })

  it('is assessed as if the firm had its windows, whatever has happened', () => {
    fc.assert(
      fc.property(history(), windows, ({ state, calendar, now }, given) => {
        const firms = { ...defaultPolicy, replyDays: 4, introducerAfterDays: 2 }
        expect(assess({ ...state, windows: given }, firms, calendar, now)).toEqual(
          assess(state, policyFor(firms, { windows: given }), calendar, now),
        )
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('windows', () => {
  it('have each a meaning in words, of their own', () => {
    const means = Object.values(WINDOW_MEANS)
    expect(Object.keys(WINDOW_MEANS).toSorted()).toEqual(Object.keys(defaultPolicy).toSorted())
    expect(new Set(means).size).toBe(means.length)
  })

  it('of an account are none where none is said: the firm’s presets never creep in', () => {
    expect(PolicyOverride.parse({})).toEqual({})
    expect(policyFor(Policy.parse({ replyDays: 9 }), { windows: PolicyOverride.parse({ offerDays: 3 }) })).toEqual(
      Policy.parse({ replyDays: 9, offerDays: 3 }),
    )
  })

  it('come back from the log as they were said', () => {
    const told = waiting()
    told.say('2026-09-09 11:00', own({ replyDays: 6 }))
    const { position: _position, ...event } = told.facts().at(-1) ?? { position: 0 }
    expect(EngagementEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
  })
})
