import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  counted,
  dayAndMonth,
  firstName,
  holdsWornPhrase,
  list,
  NEVER_SAID,
  oneLine,
  quotable,
  spokenDuration,
  timeOfDay,
  times,
  weekdayAndDate,
} from '../../shared/domain/plays/words.ts'
import { newYork } from './support/account.ts'

describe('a date', () => {
  it('is said with its weekday, and with its year only where that is another one', () => {
    expect(weekdayAndDate('2026-09-21', '2026-09-29')).toBe('Monday 21 September')
    expect(weekdayAndDate('2026-12-31', '2027-01-04')).toBe('Thursday 31 December 2026')
    expect(dayAndMonth('2026-11-03', '2026-11-24')).toBe('3 November')
  })

  it('is said with the time of the recruiter, not of the world', () => {
    expect(timeOfDay('2026-09-21T14:00:00Z', newYork)).toBe('10:00 am')
    expect(timeOfDay('2026-09-21T16:05:00Z', newYork)).toBe('12:05 pm')
    expect(timeOfDay('2026-09-21T04:30:00Z', { ...newYork, zone: 'Asia/Kolkata' })).toBe('10:00 am')
    expect(timeOfDay('2026-09-21T04:10:00Z', newYork)).toBe('12:10 am')
  })
})

describe('a count', () => {
  it('is a word up to ten and a figure from there on', () => {
    expect(counted(1, 'working day')).toBe('one working day')
    expect(counted(10, 'working day')).toBe('ten working days')
    expect(counted(44, 'working day')).toBe('44 working days')
    expect([1, 2, 3, 12].map(times)).toEqual(['once', 'twice', 'three times', '12 times'])
  })

  it('is a span as one says it', () => {
    expect(['P3D', 'P1D', 'P14D', 'P1W', 'P2W', 'P1M', 'PT24H'].map(spokenDuration)).toEqual([
      'three working days',
      'one working day',
      '14 days',
      'a week',
      'two weeks',
      'a month',
      '24 hours',
    ])
  })

  it('joins what is counted as one says it', () => {
    expect(list([])).toBe('')
    expect(list(['a voicemail'])).toBe('a voicemail')
    expect(list(['a voicemail', 'an email', 'a text'])).toBe('a voicemail, an email and a text')
  })
})

describe('a first name', () => {
  it.each([
    ['Susan Reyes', 'Susan'],
    ['Reyes, Susan', 'Susan'],
    ['Dr. Susan Reyes', 'Susan'],
    ['Ms Priya Nair', 'Priya'],
    ['Okonkwo, Prof. Chidi', 'Chidi'],
    ['Björk', 'Björk'],
    ['李 明', '李'],
    ['  Anne-Marie   Dupont ', 'Anne-Marie'],
    ['Dr.', 'Dr.'],
  ])('of %s is %s', (name, first) => {
    expect(firstName(name)).toBe(first)
  })
})

describe("somebody else's words", () => {
  it('stand on one line, without control characters, and end where they get long', () => {
    expect(quotable('first\r\nBcc: everyone\u0000\u2028and more.')).toBe('first Bcc: everyone and more')
    expect(quotable(`${'word '.repeat(100)}`)?.length).toBeLessThanOrEqual(240)
    expect(quotable('she said "no" to me')).toBe("she said 'no' to me")
    expect(quotable(' \n ')).toBeUndefined()
  })

  it('are never quoted where they hold a worn phrase, however it is typed', () => {
    for (const phrase of NEVER_SAID) {
      const typed = `Hi Susan, ${phrase.toUpperCase().replaceAll("'", '\u2019').replaceAll(' ', '\n ')} on this`
      expect(holdsWornPhrase(typed), phrase).toBe(true)
      expect(quotable(typed), phrase).toBeUndefined()
    }
  })

  it('never bring a line break or a control character, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })
})
