import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, isRefusal } from '../../shared/domain/engagement/decide.ts'
import type { EngagementEvent, Fact } from '../../shared/domain/engagement/events.ts'
import { stillToTakeOver } from '../../shared/domain/engagement/handover.ts'
import { type Engagement, fold, openTasks } from '../../shared/domain/engagement/state.ts'
import { sheetOf } from '../../shared/domain/plays/colleagues.ts'
import { playNamed } from '../../shared/domain/plays/index.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import { CommandId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { newYork } from './support/account.ts'
import { acmeOwned, birchAndVale } from './support/stories.ts'

const rosa = RecruiterId.parse('rosa')
const emeka = RecruiterId.parse('emeka')
const yuki = RecruiterId.parse('yuki')
const NOW = '2026-10-05T18:00:00Z'

const after = (facts: readonly Fact[], events: readonly EngagementEvent[]): readonly Fact[] => [
  ...facts,
  ...events.map((event, index): Fact => ({ ...event, position: facts.length + index })),
]

const given = (facts: readonly Fact[], to: RecruiterId, now = NOW): readonly Fact[] => {
  const saying = {
    id: CommandId.parse(`give.${facts.length}`),
    at: now,
    now,
    by: rosa,
    source: 'page',
    evidence: 'reported',
  } as const
  const decision = decide({ command: 'HandOverEngagement', to }, saying, fold(facts))
  if (isRefusal(decision)) throw new Error(decision.message)
  return after(facts, decision)
}

const taken = (theirs: readonly Fact[], from: RecruiterId, kept: readonly Fact[] = []): readonly Fact[] =>
  after(kept, stillToTakeOver(theirs, kept, { recruiter: from, name: 'Rosa Abreu' }))

const stateOf = (facts: readonly Fact[]): Engagement => {
  const state = fold(facts)
  return state.stage === 'unopened' ? expect.fail('nothing was opened') : state
}

const acme = (): readonly Fact[] => {
  const told = acmeOwned()
  told.morning('2026-10-05')
  return told.facts()
}

describe('an account that is handed over', () => {
  it('is ended with the giver: what was due is overtaken, and nothing can be added', () => {
    expect(openTasks(stateOf(acme()))).not.toEqual([])
    const ended = given(acme(), emeka)
    expect(stateOf(ended)).toMatchObject({ stage: 'handed-over', handedTo: emeka })
    expect(openTasks(stateOf(ended))).toEqual([])
    const saying = {
      id: CommandId.parse('late'),
      at: NOW,
      now: NOW,
      by: rosa,
      source: 'note',
      evidence: 'reported',
    } as const
    expect(decide({ command: 'RestEngagement' }, saying, fold(ended))).toMatchObject({ code: 'is-closed' })
  })

  it('goes whole: every event at its position, so that what is due still names its causes', () => {
    const before = acme()
    const theirs = taken(given(before, emeka), rosa)
    expect(theirs.slice(0, before.length).map(({ handedOver: _came, ...fact }) => fact)).toEqual(before)
    expect(stateOf(theirs)).toMatchObject({ stage: 'open', contacts: stateOf(before).contacts })
    expect(stateOf(theirs).handedTo).toBeUndefined()
    const causes = (facts: readonly Fact[]) =>
      openTasks(stateOf(facts)).map(({ id, play, contact, because }) => ({ id, play, contact, because }))
    expect(causes(theirs)).toEqual(causes(before))
  })

  it('is as quiet as it was, and the same is due with whom it came to, new to them', () => {
    const told = birchAndVale()
    told.morning('2026-10-05')
    const before = told.facts()
    const theirs = taken(given(before, emeka), rosa)
    const seen = (facts: readonly Fact[]) => {
      const { status, ball, silentSince, due } = assess(fold(facts), defaultPolicy, newYork, '2026-10-06T11:00:00Z')
      return { status, ball, silentSince, due }
    }
    expect(seen(theirs)).toEqual(seen(before))
    for (const task of openTasks(stateOf(theirs))) expect(task).toMatchObject({ takenOverAt: NOW, putOff: [] })
  })

  it('stays closed if it was closed', () => {
    const told = acmeOwned()
    told.say('2026-10-05 10:00', { command: 'CloseEngagement' })
    expect(stateOf(taken(given(told.facts(), emeka), rosa)).stage).toBe('closed')
  })

  it('is made whole from wherever the handing over was cut off, and nothing is told twice', () => {
    const theirs = given(acme(), emeka)
    const whole = taken(theirs, rosa)
    fc.assert(
      fc.property(fc.nat(theirs.length), cut => {
        expect(taken(theirs, rosa, whole.slice(0, cut))).toEqual(whole)
      }),
    )
    expect(stillToTakeOver(theirs, whole, { recruiter: rosa })).toEqual([])
  })

  it('can go on to a third, and come back to who had it first, with all that happened since', () => {
    const first = given(acme(), emeka)
    const second = given(taken(first, rosa), yuki, '2026-10-06T18:00:00Z')
    const third = given(taken(second, emeka), rosa, '2026-10-07T18:00:00Z')
    const back = taken(third, yuki, first)
    expect(stateOf(back).stage).toBe('open')
    expect(back.filter(({ type }) => type === 'EngagementTakenOver')).toMatchObject([
      { from: rosa },
      { from: emeka },
      { from: yuki },
    ])
    expect(openTasks(stateOf(back)).map(({ id }) => id)).toEqual(openTasks(stateOf(acme())).map(({ id }) => id))
  })

  it('is never laid over another history', () => {
    const [opening] = acme()
    const other = opening ? [{ ...opening, command: CommandId.parse('another') }] : []
    expect(() => stillToTakeOver(given(acme(), emeka), other, { recruiter: rosa })).toThrow('differs at 0')
  })
})

describe('what is due with an account that was handed over', () => {
  const sheetAt = (facts: readonly Fact[], now: string) => {
    const engagement = stateOf(facts)
    const [task] = openTasks(engagement)
    const play = playNamed(task?.play ?? '')
    if (!task || !play) return expect.fail('nothing is due')
    return sheetOf(play, {
      engagement,
      task,
      contact: engagement.contacts.find(({ id }) => id === task.contact),
      assessment: assess(engagement, defaultPolicy, newYork, now),
      recruiter: { name: 'Emeka Obi' },
      calendar: newYork,
      today: '2026-10-06',
    })
  }
  const theirs = () => taken(given(acme(), emeka), rosa)
  const NEXT = '2026-10-06T11:00:00Z'

  it('says whose doing it was that it comes of, and has the newcomer say first who they are', () => {
    const { why, before } = sheetAt(theirs(), NEXT)
    expect(why.at(-1)).toBe(
      'Until Monday 5 October this was Rosa Abreu’s account: what “you” did before then, Rosa did.',
    )
    expect(before[0]).toMatchObject({ label: 'Say first', text: expect.stringContaining('taken over from Rosa Abreu') })
    const hers = sheetAt(acme(), NEXT)
    expect([...hers.why, ...hers.before.map(({ label }) => label)].join()).not.toMatch(/this was|Say first/)
  })

  it('has them say so once: who has left a message is known', () => {
    const state = stateOf(theirs())
    const [task] = openTasks(state)
    const contact = task?.contact ?? expect.fail('nobody is to be called')
    const saying = {
      id: CommandId.parse('wrote'),
      at: NEXT,
      now: NEXT,
      by: emeka,
      source: 'page',
      evidence: 'reported',
    } as const
    const wrote = {
      command: 'LogTouchpoint',
      direction: 'outbound',
      channel: 'email',
      outcome: 'sent',
      contact,
    } as const
    const decision = decide(wrote, saying, state)
    const since = isRefusal(decision) ? expect.fail(decision.message) : after(theirs(), decision)
    expect(sheetAt(since, '2026-10-06T12:00:00Z').before.map(({ label }) => label)).not.toContain('Say first')
  })
})
