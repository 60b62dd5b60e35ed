import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/domain/calendar/days.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { contactOf, openTasks } from '../../shared/domain/engagement/state.ts'
import { plays } from '../../shared/domain/plays/index.ts'
import type { CallSheet, Play } from '../../shared/domain/plays/play.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import { ContactId, WRITTEN } from '../../shared/domain/vocabulary.ts'
import { account, contact } from './support/account.ts'
import { type History, history } from './support/histories.ts'

/** Tone dies in writing: what a play says must be said by voice can be found nowhere to copy, mail or log as written. */

const phoneOnly = Object.values(plays).filter(
  play => play.channels.includes('call') && !play.channels.some(channel => WRITTEN.has(channel)),
)

/** The call sheet of each open task, as a digest of that moment would ask for it. */
const sheets = ({ state, calendar, now }: History): { play: Play; sheet: CallSheet }[] =>
  openTasks(state).map(task => {
    const play = Object.values(plays).find(candidate => candidate.name === task.play)
    if (!play) throw new Error(`${task.play} is no play`)
    const sheet = play.sheet({
      engagement: state,
      assessment: assess(state, defaultPolicy, calendar, now),
      task,
      contact: contactOf(state, task.contact),
      recruiter: { name: 'Ines Marchetti', phone: '020 7946 0114' },
      calendar,
      today: localDate(calendar, now),
    })
    return { play, sheet }
  })

const words = (sheet: CallSheet): string =>
  [
    ...sheet.why,
    ...[...sheet.before, ...sheet.say].flatMap(({ label, text }) => [label, text]),
    ...sheet.leaveOut,
    sheet.notInWriting ?? '',
    sheet.otherWay ?? '',
  ].join('\n')

describe('a play that is for the phone only', { timeout: 60_000 }, () => {
  it('is each of those that repair or go round a silence or a tension', () => {
    expect(phoneOnly.map(play => play.name)).toEqual(
      expect.arrayContaining([
        'ask-the-hiring-manager',
        'clear-the-air',
        'go-through-the-introducer',
        'own-the-dropped-ball',
        'revisit',
      ]),
    )
  })

  it('offers nothing in writing, whatever has happened', () => {
    fc.assert(
      fc.property(history(), told => {
        for (const { play, sheet } of sheets(told)) {
          if (!phoneOnly.includes(play)) continue
          expect(sheet.write, play.name).toBeUndefined()
          expect(words(sheet), play.name).not.toMatch(/@|mailto:/)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('has no outcome that logs a written message', () => {
    fc.assert(
      fc.property(history(), ({ state }) => {
        for (const task of openTasks(state)) {
          const play = phoneOnly.find(candidate => candidate.name === task.play)
          for (const outcome of play?.outcomes ?? [])
            for (const command of outcome.commands(task, state))
              if (command.command === 'LogTouchpoint') expect(WRITTEN, outcome.word).not.toContain(command.channel)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each(phoneOnly)('is never what a written message is logged as: $name', ({ name }) => {
    const told = account('2026-09-08 09:00')
    told.say('2026-09-08 09:10', contact('anja', 'hr'))
    const email: Command = {
      command: 'LogTouchpoint',
      contact: ContactId.parse('anja'),
      direction: 'outbound',
      channel: 'email',
      outcome: 'sent',
      play: name,
    }
    expect(told.refused('2026-09-08 09:20', email)).toMatchObject({ code: 'channel-not-allowed', field: 'channel' })
  })
})
