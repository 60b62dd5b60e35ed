import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/domain/calendar/days.ts'
import { Command } from '../../shared/domain/engagement/commands.ts'
import { decide, isRefusal } from '../../shared/domain/engagement/decide.ts'
import { contactOf, openTasks } from '../../shared/domain/engagement/state.ts'
import { plays } from '../../shared/domain/plays/index.ts'
import type { Situation } from '../../shared/domain/plays/play.ts'
import { holdsWornPhrase } from '../../shared/domain/plays/words.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import { PLAY_NAMES, type PlayName } from '../../shared/domain/silence/assessment.ts'
import { CommandId, ContactId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { account, milestone, newYork, spoke, theyRang, theyWrote, wrote } from './support/account.ts'
import { type History, history } from './support/histories.ts'
import {
  acmeMissed,
  acmeOwned,
  acmeTried,
  acmeUntilTheMissedCall,
  allWords,
  birchAndVale,
  corbelFoods,
  meeting,
  missed,
  person,
  putOff,
  said,
  sheetOn,
  situationOn,
  tense,
} from './support/stories.ts'

const susan = ContactId.parse('susan')
const priya = ContactId.parse('priya')

/** Every play that stands open in a history, and every other play as if it did. */
const situations = ({ state, calendar, now }: History): Situation[] => {
  const assessment = assess(state, defaultPolicy, calendar, now)
  const task = state.tasks.at(-1)
  if (!task) return []
  const asIf = PLAY_NAMES.map(play => ({ ...task, play }))
  return [...openTasks(state), ...asIf].map(one => ({
    engagement: state,
    assessment,
    task: one,
    contact: contactOf(state, one.contact),
    recruiter: { name: 'Ines Marchetti' },
    calendar,
    today: localDate(calendar, now),
  }))
}

/** Fields that hold what somebody wrote or said. */
const WORDED = ['summary', 'title', 'detail', 'what', 'text', 'why', 'words', 'observed', 'story']

describe('every play', () => {
  it('says something for any history, in whole sentences, without a worn phrase or a hole', () => {
    fc.assert(
      fc.property(history(), told => {
        for (const situation of situations(told)) {
          const play = plays[situation.task.play as PlayName]
          const words = allWords(play.sheet(situation))
          expect(holdsWornPhrase(words), words).toBe(false)
          expect(words, play.name).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\.|\? \?|"\s*"/)
          for (const sentence of play.sheet(situation).why) expect(sentence, play.name).toMatch(/^["\p{L}\d].*[.?]$/u)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never quotes a worn phrase, though every word noted holds one', () => {
    const worn = 'Hi, just following up, any update?'
    fc.assert(
      fc.property(history(), told => {
        for (const situation of situations(told)) {
          const facts = situation.engagement.facts.map(fact => ({
            ...fact,
            ...Object.fromEntries(WORDED.filter(field => field in fact).map(field => [field, worn])),
          }))
          const openings = situation.engagement.openings.map(() => worn)
          const poisoned = { ...situation, engagement: { ...situation.engagement, facts, openings } }
          const words = allWords(plays[situation.task.play as PlayName].sheet(poisoned))
          expect(holdsWornPhrase(words), words).toBe(false)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('offers nothing in writing unless it may be written', () => {
    fc.assert(
      fc.property(history(), told => {
        for (const situation of situations(told)) {
          const play = plays[situation.task.play as PlayName]
          const { write } = play.sheet(situation)
          if (!['call-and-write', 'answer-them'].includes(play.name)) expect(write, play.name).toBeUndefined()
        }
      }),
      { numRuns: 20 },
    )
  })

  it('has outcomes whose commands are well formed and by a channel that the play allows', () => {
    fc.assert(
      fc.property(history(), told => {
        for (const { task, engagement } of situations(told)) {
          const play = plays[task.play as PlayName]
          for (const outcome of play.outcomes)
            for (const command of outcome.commands(task, engagement, { words: 'a line', replyWithin: 'P3D' })) {
              expect(Command.safeParse(command).success, `${play.name} ${outcome.word}`).toBe(true)
              if (command.command === 'LogTouchpoint') expect(play.channels).toContain(command.channel)
            }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('names each outcome by a word of its own', () => {
    for (const play of Object.values(plays)) {
      const words = play.outcomes.map(({ word }) => word)
      expect(new Set(words).size, play.name).toBe(words.length)
      for (const word of words) expect(word).toMatch(/^[a-z-]+$/)
    }
  })

  it('speaks as the recruiter, by name and number, in what it leaves on a machine', () => {
    const sheet = sheetOn(acmeTried(), '2026-09-29', 'own-the-dropped-ball')
    expect(said(sheet, /Voicemail/)).toContain('this is Dan Ortiz')
    expect(said(sheet, /Voicemail/)).toMatch(/Dan Ortiz, 813 555 0107\.$/)
    const nameless = plays['own-the-dropped-ball'].sheet(
      situationOn(acmeTried(), '2026-09-29', 'own-the-dropped-ball', { name: 'Dan Ortiz' } as never),
    )
    expect(allWords(nameless)).not.toContain('undefined')
  })
})

describe('tension', () => {
  it('goes to the hiring manager with what was seen beside what is assumed, and why the search waits', () => {
    const sheet = sheetOn(birchAndVale(), '2026-09-16', 'ask-the-hiring-manager')
    expect(sheet.before).toEqual([
      { label: 'You saw', text: '"was short on the phone".' },
      { label: 'You assume', text: '"resents me going to Tom". Priya hasn\'t said so.' },
    ])
    expect(said(sheet, /picks up/)).toContain("can't take your search further")
    expect(sheet.otherWay).toContain('clear the air with Priya')
    expect(sheet.otherWay).toContain('617 555 0120')
    expect(sheet.notInWriting).toBeDefined()
    expect(said(sheet, /^Voicemail/)).not.toContain('Priya')
  })

  it('asks for the half that is missing', () => {
    const birch = account('2026-09-01 09:00')
    birch.say(
      '2026-09-01 09:00',
      person('Priya Nair', 'hr'),
      { command: 'NameOpening', title: 'Controller' },
      spoke('priya'),
      tense('priya', 'hung up'),
    )
    const lines = sheetOn(birch, '2026-09-02', 'clear-the-air').before
    expect(lines[1]?.text).toContain('not noted yet')
    expect(lines[0]?.text).toBe('"hung up".')
  })

  it('is cleared with the advice of the hiring manager in hand', () => {
    const birch = birchAndVale()
    birch.morning('2026-09-16')
    birch.say('2026-09-21 10:00', spoke('tom', 'Give her the weekly update first.'))
    const sheet = sheetOn(birch, '2026-09-22', 'clear-the-air')
    expect(sheet.before[0]).toEqual({
      label: "Tom's advice, Monday 21 September",
      text: '"Give her the weekly update first".',
    })
    expect(sheet.leaveOut[0]).toContain('what Tom told you')
  })

  it('is never cleared in writing, least of all after a written try', () => {
    const birch = birchAndVale()
    birch.say('2026-09-15 09:00', wrote('priya'))
    const sheet = sheetOn(birch, '2026-09-16', 'clear-the-air')
    expect(sheet.why.join(' ')).toContain('You wrote to Priya on Tuesday 15 September.')
    expect(sheet.notInWriting).toContain('You have written once.')
  })

  it('knows how often it was put off', () => {
    const birch = birchAndVale()
    birch.morning('2026-09-16')
    putOff(birch, '2026-09-16 08:00', 'ask-the-hiring-manager')
    birch.morning('2026-09-17')
    putOff(birch, '2026-09-17 08:00', 'ask-the-hiring-manager')
    expect(situationOn(birch, '2026-09-18', 'ask-the-hiring-manager').task.putOff).toHaveLength(2)
  })

  it('ends by one press where the talk went well', () => {
    const birch = birchAndVale()
    birch.morning('2026-09-16')
    birch.say('2026-09-21 10:00', spoke('tom', 'Give her the weekly update first.'))
    const { task, engagement } = situationOn(birch, '2026-09-22', 'clear-the-air')
    const cleared = plays['clear-the-air'].outcomes.find(({ word }) => word === 'cleared')
    birch.say('2026-09-22 11:00', ...(cleared?.commands(task, engagement, { words: 'swamped' }) ?? []))
    expect(birch.state().facts.findLast(fact => fact.type === 'TensionResolved')).toMatchObject({
      contact: priya,
      detail: 'swamped',
    })
    expect(sheetOn(birch, '2026-09-23', 'set-expectations').why.join(' ')).toContain('clear since Tuesday 22 September')
  })
})

describe('set expectations', () => {
  it('asks how soon, how, who decides, and what happens after the résumés', () => {
    const birch = birchAndVale()
    birch.say('2026-09-15 10:00', { command: 'ResolveTension', contact: priya })
    const labels = sheetOn(birch, '2026-09-16', 'set-expectations').say.map(({ label }) => label)
    expect(labels).toEqual(['Start', 'How soon', 'How', 'Who decides', 'After the résumés', 'Close'])
  })

  it('says what was agreed before, where they answer again after a silence', () => {
    const birch = birchAndVale()
    birch.say('2026-09-15 10:00', { command: 'ResolveTension', contact: priya })
    const before = situationOn(birch, '2026-09-16', 'set-expectations')
    const whyOf = (situation: Situation) => plays['set-expectations'].sheet(situation).why.join(' ')
    expect(whyOf(before)).toContain('Nothing is agreed yet')
    const agreed = plays['set-expectations'].outcomes.find(({ word }) => word === 'done')
    birch.say('2026-09-16 12:00', ...(agreed?.commands(before.task, before.engagement, { replyWithin: 'P2D' }) ?? []))
    const why = whyOf({ ...before, engagement: birch.state() })
    expect(why).toContain('On Wednesday 16 September you agreed on an answer within two working days')
    expect(why).not.toContain('Nothing is agreed')
  })

  it('records the talk and what was agreed', () => {
    const birch = birchAndVale()
    birch.say('2026-09-15 10:00', { command: 'ResolveTension', contact: priya })
    const { task, engagement } = situationOn(birch, '2026-09-16', 'set-expectations')
    const agreed = plays['set-expectations'].outcomes.find(({ word }) => word === 'done')
    birch.say('2026-09-16 12:00', ...(agreed?.commands(task, engagement, { replyWithin: 'P3D' }) ?? []))
    expect(birch.state().facts.findLast(fact => fact.type === 'ExpectationSet')).toMatchObject({
      replyWithin: 'P3D',
      text: 'answers within three working days',
    })
    expect(birch.state().tasks.find(({ id }) => id === task.id)?.settled?.how).toBe('done')
  })
})

describe('report the meeting', () => {
  it('names the meeting as one speaks of it', () => {
    expect(sheetOn(acmeUntilTheMissedCall(), '2026-09-22', 'report-the-meeting').why[0]).toBe(
      'Your call with Susan and Mike was set for Monday 21 September at 10:00 am. What became of it?',
    )
  })

  it.each([
    ['held', {}, 'MeetingHeld'],
    ['missed-by-them', {}, 'MeetingMissed'],
    ['missed-by-us', {}, 'MeetingMissed'],
    ['moved', {}, 'MeetingCancelled'],
    ['moved', { startsAt: '2026-09-24T15:00:00Z' }, 'MeetingBooked'],
  ] as const)('settles by %s %j', (word, more, type) => {
    const acme = acmeUntilTheMissedCall()
    const { task, engagement } = situationOn(acme, '2026-09-22', 'report-the-meeting')
    const outcome = plays['report-the-meeting'].outcomes.find(candidate => candidate.word === word)
    acme.say('2026-09-22 08:00', ...(outcome?.commands(task, engagement, more) ?? []))
    expect(acme.state().facts.some(fact => fact.type === type)).toBe(true)
    expect(acme.state().tasks.find(({ id }) => id === task.id)?.settled?.how).toBe('done')
  })
})

describe('answer them', () => {
  it('meets the one who was introduced, by the name of the introducer', () => {
    const acme = account('2026-09-08 10:12')
    acme.say(
      '2026-09-08 10:12',
      person('Carla Whitfield', 'hr-director'),
      person('Susan Reyes', 'hr', undefined, 'Carla'),
      theyWrote('carla'),
      milestone('introduced', 'susan'),
    )
    const sheet = sheetOn(acme, '2026-09-09', 'answer-them')
    expect(said(sheet, /picks up/)).toContain("Susan, it's Dan Ortiz. Carla Whitfield thought we should meet")
  })

  it('apologises for a meeting that we missed, and takes any hour', () => {
    const corbel = corbelFoods(spoke('marta'), meeting('2026-09-03T18:30:00Z', ['marta'], 'Plant visit'))
    corbel.say('2026-09-03 16:00', missed('marta', 'us'))
    const sheet = sheetOn(corbel, '2026-09-04', 'answer-them')
    expect(sheet.why[0]).toBe('You missed your meeting on Thursday 3 September.')
    expect(said(sheet, /Voicemail/)).toContain(
      "I wasn't there for our meeting on Thursday 3 September. That was my doing, and I'm sorry.",
    )
  })
})

describe('revisit', () => {
  it('keeps the promise with the reason that was given then', () => {
    const acme = acmeOwned()
    acme.say('2026-09-30 10:00', theyRang('susan'), {
      command: 'LearnReason',
      reason: 'opening-frozen',
      contact: susan,
      revisitOn: '2026-10-30',
    })
    const sheet = sheetOn(acme, '2026-10-30', 'revisit')
    expect(sheet.why[0]).toBe('Paused on Wednesday 30 September: the opening was frozen.')
    expect(said(sheet, /picks up/)).toContain('the opening was on hold')
  })
})

describe('a line', () => {
  it('asked after the word of a colleague names the colleague, and whose silence it was', () => {
    const acme = acmeTried()
    acme.morning('2026-09-29')
    acme.say('2026-09-29 10:00', theyWrote('carla'))
    expect(sheetOn(acme, '2026-09-30', 'ask-the-reason').why).toEqual([
      "Carla is back since Tuesday 29 September, after a silence of Susan's. Do you know what it was?",
    ])
  })

  it('learns the reason of a silence by one press', () => {
    const acme = acmeTried()
    acme.morning('2026-09-29')
    acme.say('2026-09-29 10:00', theyRang('susan'))
    const { task, engagement } = situationOn(acme, '2026-09-30', 'ask-the-reason')
    for (const outcome of plays['ask-the-reason'].outcomes)
      for (const command of outcome.commands(task, engagement)) {
        const saying = {
          id: CommandId.parse('x'),
          at: '2026-09-30T12:00:00Z',
          now: '2026-09-30T12:00:00Z',
          by: RecruiterId.parse('dan'),
          source: 'page',
          evidence: 'reported',
        } as const
        expect(isRefusal(decide(command, saying, engagement)), outcome.word).toBe(false)
      }
  })

  it('asks about HR by name, and yes opens a tension', () => {
    const corbel = corbelFoods(person('Elias Boone', 'hiring-manager'), spoke('marta'))
    corbel.say('2026-09-01 12:00', spoke('elias'))
    corbel.say('2026-09-02 12:00', spoke('elias'))
    const situation = situationOn(corbel, '2026-09-03', 'ask-about-hr')
    expect(plays['ask-about-hr'].sheet(situation).why[0]).toBe(
      'You have spoken with Elias twice, and Marta has said nothing since. Is anything wrong between you and Marta?',
    )
    const yes = plays['ask-about-hr'].outcomes.find(({ word }) => word === 'yes')
    expect(yes?.commands(situation.task, situation.engagement)).toEqual([
      { command: 'ReportTension', contact: 'marta' },
    ])
  })
})

describe('the calendar of the recruiter', () => {
  it('is the one that dates are said in', () => {
    const situation = situationOn(acmeMissed(), '2026-09-22', 'call-and-write')
    const kolkata = { ...newYork, zone: 'Asia/Kolkata' }
    expect(plays['call-and-write'].sheet({ ...situation, calendar: kolkata }).why[0]).toContain(
      '7:30 pm call on Monday 21 September',
    )
  })
})
