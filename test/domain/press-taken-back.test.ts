import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { decide, isRefusal } from '../../shared/domain/engagement/decide.ts'
import { type Engagement, evolve, openTasks } from '../../shared/domain/engagement/state.ts'
import { playNamed } from '../../shared/domain/plays/index.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import { CommandId, ContactId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { type Account, newYork } from './support/account.ts'
import { acmeMissed, acmeOwned, acmeTried, birchAndVale, entriesOn } from './support/stories.ts'

const PRESS = 'press.0123456789abcdef'

const sayAll = (state: Engagement, commands: readonly Command[], press: string, now: string): Engagement =>
  commands.reduce((seen, command, index) => {
    const saying = {
      id: CommandId.parse(`${press}.${index}`),
      at: now,
      now,
      by: RecruiterId.parse('dan'),
      source: 'page',
      evidence: 'reported',
    } as const
    const decision = decide(command, saying, seen)
    if (isRefusal(decision)) return seen
    return decision.reduce<Engagement>(
      (so, event) => evolve(so, { ...event, position: so.position }) as Engagement,
      seen,
    )
  }, state)

const takenBack = (state: Engagement, now: string): Engagement =>
  sayAll(state, [{ command: 'RetractPress', press: PRESS }], 'undo.0123456789abcdef', now)

/** What an engagement is and means, whatever was once said and taken back. */
const meaning = (state: Engagement, now: string) => {
  const { facts: _facts, commands: _seen, position: _next, recordedAt: _last, retracted: _gone, ...rest } = state
  return { ...rest, assessed: assess(state, defaultPolicy, newYork, now) }
}

const told: readonly (readonly [string, () => Account, string])[] = [
  ['a missed meeting', acmeMissed, '2026-09-22'],
  ['two attempts without an answer', acmeTried, '2026-09-29'],
  ['a ball that was owned', acmeOwned, '2026-10-05'],
  ['a tension', birchAndVale, '2026-09-16'],
]

describe('a press that was taken back', () => {
  it.each(told)('is as if it had never been, whatever it recorded: %s', (_, story, date) => {
    const account = story()
    const tasks = entriesOn(account, date).map(({ task }) => task)
    expect(tasks.length).toBeGreaterThan(0)
    const before = account.state()
    const now = `${date}T15:00:00Z`
    let changed = 0
    for (const task of tasks)
      for (const outcome of playNamed(task.play)?.outcomes ?? []) {
        const said = { words: 'They had been swamped.', replyWithin: 'P2D', revisitOn: '2026-12-01' }
        const pressed = sayAll(before, outcome.commands(task, before, said), PRESS, now)
        if (pressed.position > before.position) changed += 1
        expect(meaning(takenBack(pressed, now), now)).toEqual(meaning(before, now))
      }
    expect(changed).toBeGreaterThan(3)
  })

  it('goes whole: the talk, what was agreed in it, why it was quiet, and the pause that came of it', () => {
    const account = acmeOwned()
    account.morning('2026-10-05')
    const before = account.state()
    const now = '2026-10-05T15:00:00Z'
    const susan = ContactId.parse('susan')
    const pressed = sayAll(
      before,
      [
        { command: 'LogTouchpoint', direction: 'outbound', channel: 'call', outcome: 'reached', contact: susan },
        { command: 'SetExpectation', topic: 'reply time', text: 'in two weeks', replyWithin: 'P2W', contact: susan },
        { command: 'LearnReason', reason: 'opening-frozen', contact: susan },
      ],
      PRESS,
      now,
    )
    expect(before.announced).not.toBeNull()
    expect(openTasks(before)).not.toEqual([])
    expect(pressed.announced).toBeNull()
    expect(openTasks(pressed)).toEqual([])
    const after = takenBack(pressed, now)
    expect(meaning(after, now)).toEqual(meaning(before, now))
    expect(after.announced).toEqual(before.announced)
  })

  it('leaves what was said before and after it, and is taken back once', () => {
    const account = acmeTried()
    account.morning('2026-09-29')
    const now = '2026-09-29T15:00:00Z'
    const susan = ContactId.parse('susan')
    const left: Command = {
      command: 'LogTouchpoint',
      direction: 'outbound',
      channel: 'voicemail',
      outcome: 'left-message',
      contact: susan,
    }
    const reminder: Command = { command: 'NoteReminder', what: 'call Ellen', due: '2026-10-01' }
    const without = sayAll(account.state(), [reminder], 'other.0123456789', now)
    const pressed = sayAll(sayAll(account.state(), [left], PRESS, now), [reminder], 'other.0123456789', now)
    const after = takenBack(pressed, now)
    expect(meaning(after, now)).toEqual(meaning(without, now))
    expect(takenBack(after, now).position).toBe(after.position)
  })

  it('is found by its whole name: another press that begins alike stands', () => {
    const account = acmeTried()
    account.morning('2026-09-29')
    const now = '2026-09-29T15:00:00Z'
    const reminder: Command = { command: 'NoteReminder', what: 'call Ellen', due: '2026-10-01' }
    const pressed = sayAll(account.state(), [reminder], `${PRESS}0`, now)
    expect(takenBack(pressed, now).position).toBe(pressed.position)
  })
})
