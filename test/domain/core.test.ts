import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestInstant, localDate, nthWorkingDayAfter } from '../../shared/domain/calendar/days.ts'
import { decide } from '../../shared/domain/engagement/decide.ts'
import { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import { contactOf, type Engagement } from '../../shared/domain/engagement/state.ts'
import { plays } from '../../shared/domain/plays/index.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import type { Assessment } from '../../shared/domain/silence/assessment.ts'
import {
  type Commit,
  factsOf,
  type History,
  history,
  morning,
  opened,
  stateOf,
  unwatched,
} from './support/histories.ts'

/** What holds of the core whatever happens between a recruiter and a client. */

const holds = { numRuns: 50 }
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const iso = (at: number): string => new Date(at).toISOString()

const assessed = ({ state, calendar, now }: History, at = now): Assessment => assess(state, defaultPolicy, calendar, at)

/** All that an assessment says but for day counts, and for when to look again. */
const said = ({ workingDaysSilent: _days, wakeAt: _wake, ...rest }: Assessment): object => rest

describe('deciding', { timeout: 60_000 }, () => {
  it('the same command with the same id on any later state yields nothing', () => {
    fc.assert(
      fc.property(history(), ({ commits, state }) => {
        for (const { said: once } of commits)
          if (once) expect(decide(once.command, once.saying, state), once.command.command).toEqual([])
      }),
      holds,
    )
  })

  it('the same command with the same id right after itself yields nothing', () => {
    fc.assert(
      fc.property(history(), ({ commits }) => {
        commits.forEach((commit, index) => {
          if (!commit.said) return
          const after = stateOf(commits.slice(0, index + 1))
          expect(decide(commit.said.command, commit.said.saying, after)).toEqual([])
        })
      }),
      { numRuns: 50 },
    )
  })

  it('appends only what the log can read back', () => {
    fc.assert(
      fc.property(history(), ({ commits }) => {
        for (const event of commits.flatMap(({ events }) => events))
          expect(EngagementEvent.parse(structuredClone(event))).toEqual(event)
      }),
      holds,
    )
  })
})

describe('assessing', { timeout: 60_000 }, () => {
  it('never changes before the instant at which it asks to be looked at again', () => {
    const moments = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 3,
      maxLength: 6,
    })
    fc.assert(
      fc.property(history(), moments, fc.nat({ max: 30 }), (told, fractions, days) => {
        const now = Date.parse(told.now) + days * DAY
        const before = assessed(told, iso(now))
        const wake = before.wakeAt === null ? now + 400 * DAY : Date.parse(before.wakeAt)
        expect(wake).toBeGreaterThan(now)
        for (const at of [...fractions.map(fraction => now + Math.floor((wake - now) * fraction)), wake - 1]) {
          const later = assessed(told, iso(at))
          expect(said(later)).toEqual(said(before))
          expect(later.wakeAt).toBe(before.wakeAt)
        }
      }),
      holds,
    )
  })

  it('is a function of when facts happened, not of the order in which they arrived', () => {
    fc.assert(
      fc.property(
        unwatched().chain(told => fc.tuple(fc.constant(told), shuffled(told.commits))),
        fc.nat({ max: 40 }),
        ([told, other], days) => {
          fc.pre(distinctMoments(told.commits))
          const now = iso(Date.parse(told.now) + days * DAY)
          const one = assess(stateOf(told.commits), defaultPolicy, told.calendar, now)
          const two = assess(stateOf(other), defaultPolicy, told.calendar, now)
          expect(byFact(two, other)).toEqual(byFact(one, told.commits))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('takes a retracted touchpoint as never logged', () => {
    fc.assert(
      fc.property(unwatched(), fc.nat(), ({ commits, calendar, now }, pick) => {
        const candidates = commits.flatMap((commit, index) =>
          commit.said?.command.command === 'LogTouchpoint' && commit.events.length === 1 ? [index] : [],
        )
        const index = candidates[pick % Math.max(1, candidates.length)]
        const logged = index === undefined ? undefined : commits[index]?.events[0]
        if (index === undefined || logged?.type !== 'TouchpointLogged') return
        const { recordedAt, by, source, evidence } = logged
        const retraction: Commit = {
          events: [
            EngagementEvent.parse({
              type: 'TouchpointRetracted',
              touchpoint: logged.touchpoint,
              at: now,
              recordedAt,
              by,
              source,
              evidence,
              command: 'take-back',
            }),
          ],
        }
        const never = commits.filter((_, other) => other !== index)
        const taken = [...commits, retraction]
        const one = assess(stateOf(never), defaultPolicy, calendar, now)
        const two = assess(stateOf(taken), defaultPolicy, calendar, now)
        expect(byFact(two, taken)).toEqual(byFact(one, never))
      }),
      holds,
    )
  })

  it('asks nothing about who left, asked to be left alone, or is a candidate', () => {
    fc.assert(
      fc.property(history(), fc.nat({ max: 60 }), (told, days) => {
        for (const due of assessed(told, iso(Date.parse(told.now) + days * DAY)).due) {
          const contact = contactOf(told.state, due.contact)
          if (!contact || due.play === 'ask-who-follows') continue
          expect([contact.left, contact.optedOut, contact.candidate], due.play).toEqual([false, false, false])
        }
      }),
      holds,
    )
  })

  it('raises no task but its own for a contact with whom there is tension', () => {
    const own = ['clear-the-air', 'participate-or-disengage', 'report-the-meeting', 'revisit']
    fc.assert(
      fc.property(history(), fc.nat({ max: 60 }), (told, days) => {
        const tense = tenseOf(told.state)
        for (const due of assessed(told, iso(Date.parse(told.now) + days * DAY)).due)
          if (due.contact && tense.has(due.contact) && plays[due.play].shape === 'task') expect(own).toContain(due.play)
      }),
      holds,
    )
  })

  it('names, for each play, facts that stand in the log', () => {
    fc.assert(
      fc.property(history(), fc.nat({ max: 60 }), (told, days) => {
        const positions = new Set(told.state.facts.map(fact => fact.position))
        for (const due of assessed(told, iso(Date.parse(told.now) + days * DAY)).due) {
          expect(due.because.length, due.play).toBeGreaterThan(0)
          for (const position of due.because) expect(positions, due.play).toContain(position)
        }
      }),
      holds,
    )
  })
})

describe('evaluating a morning', { timeout: 60_000 }, () => {
  it('a second time adds nothing', () => {
    fc.assert(
      fc.property(history(), fc.nat({ max: 40 }), (told, days) => {
        const date = nthWorkingDayAfter(
          told.calendar,
          localDate(told.calendar, iso(Date.parse(told.now) + days * DAY)),
          1,
        )
        const added = morning(told.state, told.calendar, date)
        const after = opened(stateOf([...told.commits, { events: added }]))
        expect(morning(after, told.calendar, date)).toEqual([])
      }),
      holds,
    )
  })

  it('before the instant at which it asks to be looked at again adds nothing', () => {
    fc.assert(
      fc.property(history(), ({ state, commits, calendar, now }) => {
        const today = nthWorkingDayAfter(calendar, localDate(calendar, now), 1)
        const after = opened(stateOf([...commits, { events: morning(state, calendar, today) }]))
        const { wakeAt } = assess(after, defaultPolicy, calendar, digestInstant(calendar, today))
        for (let date = today, days = 0; days < 60; days++, date = nthWorkingDayAfter(calendar, date, 1))
          if (wakeAt === null || Date.parse(digestInstant(calendar, date)) < Date.parse(wakeAt))
            expect(morning(after, calendar, date)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

/** An assessment with each fact named by what it is instead of by where it lies. */
const byFact = (assessment: Assessment, commits: readonly Pick<Commit, 'events'>[]): object => {
  const facts = factsOf(commits)
  const named = (position: number): string => `${facts[position]?.command} ${facts[position]?.type}`
  return {
    ...assessment,
    attempts: assessment.attempts.map(({ position, ...attempt }) => ({ ...attempt, fact: named(position) })),
    due: assessment.due
      .map(due => ({ ...due, because: due.because.map(named).toSorted() }))
      .toSorted((a, b) => `${a.play}${a.contact}`.localeCompare(`${b.play}${b.contact}`)),
  }
}

/**
 * The same commits in another order of arrival. The engagement opens first; nobody is spoken of before they are known,
 * and a correction comes after what it corrects.
 */
const shuffled = (commits: readonly Commit[]): fc.Arbitrary<readonly Commit[]> => {
  const [opening, ...rest] = commits
  const contacts = rest.filter(commit => commit.said?.command.command === 'AddContact')
  const corrections = rest.filter(corrects)
  const others = rest.filter(commit => !contacts.includes(commit) && !corrections.includes(commit))
  const anyOrder = (some: readonly Commit[]) =>
    fc.shuffledSubarray([...some], { minLength: some.length, maxLength: some.length })
  return fc
    .tuple(anyOrder(contacts), anyOrder(others))
    .map(([people, order]) => [...(opening ? [opening] : []), ...people, ...order, ...corrections])
}

/** Of two facts of one moment the first told is the first that happened: no order is promised for those. */
const distinctMoments = (commits: readonly Commit[]): boolean => {
  const moments = commits.map(({ events }) => events[0]?.at)
  return new Set(moments).size === moments.length
}

const corrects = (commit: Commit): boolean =>
  commit.events.some(event => event.type === 'TouchpointRetracted' || event.type === 'TaskReopened')

const tenseOf = (state: Engagement): ReadonlySet<string> => {
  const tense = new Set<string>()
  const ordered = state.facts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.position - b.position)
  for (const fact of ordered) {
    if (fact.type === 'TensionReported') tense.add(fact.contact)
    if (fact.type === 'TensionResolved') tense.delete(fact.contact)
  }
  return tense
}
