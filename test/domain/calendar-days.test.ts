import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countsFrom,
  digestInstant,
  dueAfterDays,
  dueAfterDuration,
  firstDigestFrom,
  isWorkingDay,
  localDate,
  nthWorkingDayAfter,
  plusDays,
  workingDayOnOrAfter,
  workingDaysSince,
} from '../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../shared/domain/calendar/working-calendar.ts'
import { newYork } from './support/account.ts'
import { calendarMoment } from './support/calendars.ts'
import {
  naiveCountsFrom,
  naiveDigestAt,
  naiveDueAfterDays,
  naiveDueAfterDuration,
  naiveFirstDigestFrom,
  naiveIsWorkingDay,
  naiveLocalDate,
  naiveWorkingDaysSince,
} from './support/naive-calendar.ts'

const holds = { numRuns: 300 }

describe('any calendar at any moment counts as a naive walk over its days does', { timeout: 60_000 }, () => {
  it('local dates', () => {
    fc.assert(
      fc.property(calendarMoment, ({ calendar, instant }) => {
        expect(localDate(calendar, instant)).toBe(naiveLocalDate(calendar, instant))
      }),
      holds,
    )
  })

  it('working days', () => {
    fc.assert(
      fc.property(calendarMoment, fc.integer({ min: -3, max: 40 }), ({ calendar, instant }, days) => {
        const date = plusDays(localDate(calendar, instant), days)
        expect(isWorkingDay(calendar, date)).toBe(naiveIsWorkingDay(calendar, date))
      }),
      holds,
    )
  })

  it('the day that a span counts from', () => {
    fc.assert(
      fc.property(calendarMoment, ({ calendar, instant }) => {
        expect(countsFrom(calendar, instant)).toBe(naiveCountsFrom(calendar, instant))
      }),
      holds,
    )
  })

  it('spans of days, working days below thirty and dates from there', () => {
    fc.assert(
      fc.property(calendarMoment, fc.integer({ min: 1, max: 130 }), ({ calendar, instant }, days) => {
        expect(dueAfterDays(calendar, instant, days)).toBe(naiveDueAfterDays(calendar, instant, days))
      }),
      holds,
    )
  })

  it('stated expectations in days, weeks, months and hours', () => {
    const duration = fc.oneof(
      fc.integer({ min: 1, max: 45 }).map(count => `P${count}D`),
      fc.integer({ min: 1, max: 9 }).map(count => `P${count}W`),
      fc.integer({ min: 1, max: 6 }).map(count => `P${count}M`),
      fc.integer({ min: 1, max: 120 }).map(count => `PT${count}H`),
    )
    fc.assert(
      fc.property(calendarMoment, duration, ({ calendar, instant }, stated) => {
        expect(dueAfterDuration(calendar, instant, stated)).toBe(naiveDueAfterDuration(calendar, instant, stated))
      }),
      holds,
    )
  })

  it('the instant of each morning, those included on which the clock skips or repeats the hour', () => {
    fc.assert(
      fc.property(calendarMoment, fc.integer({ min: 0, max: 14 }), ({ calendar, instant }, days) => {
        const date = workingDayOnOrAfter(calendar, plusDays(localDate(calendar, instant), days))
        expect(Date.parse(digestInstant(calendar, date))).toBe(naiveDigestAt(calendar, date))
      }),
      holds,
    )
  })

  it('the first digest from a moment', () => {
    fc.assert(
      fc.property(calendarMoment, ({ calendar, instant }) => {
        expect(firstDigestFrom(calendar, instant)).toBe(naiveFirstDigestFrom(calendar, instant))
      }),
      holds,
    )
  })

  it('working days of silence', () => {
    fc.assert(
      fc.property(calendarMoment, fc.integer({ min: -5, max: 60 }), ({ calendar, instant }, days) => {
        const until = plusDays(localDate(calendar, instant), days)
        expect(workingDaysSince(calendar, instant, until)).toBe(naiveWorkingDaysSince(calendar, instant, until))
      }),
      holds,
    )
  })
})

describe('whatever the calendar', { timeout: 60_000 }, () => {
  it('a digest is on a working day of its own local date, on a quarter hour that the schedule ticks', () => {
    fc.assert(
      fc.property(calendarMoment, ({ calendar, instant }) => {
        const date = firstDigestFrom(calendar, instant)
        const at = digestInstant(calendar, date)
        expect(isWorkingDay(calendar, date)).toBe(true)
        expect(localDate(calendar, at)).toBe(date)
        expect(Date.parse(at) % (15 * 60_000)).toBe(0)
        expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(instant))
      }),
      holds,
    )
  })

  it('the silence is n working days old in the digest that is due after n days', () => {
    fc.assert(
      fc.property(calendarMoment, fc.integer({ min: 1, max: 29 }), ({ calendar, instant }, days) => {
        expect(workingDaysSince(calendar, instant, dueAfterDays(calendar, instant, days))).toBe(days)
      }),
      holds,
    )
  })

  it('a day more is never due sooner', () => {
    fc.assert(
      fc.property(calendarMoment, fc.integer({ min: 1, max: 28 }), ({ calendar, instant }, days) => {
        expect(dueAfterDays(calendar, instant, days + 1) > dueAfterDays(calendar, instant, days)).toBe(true)
      }),
      holds,
    )
  })
})

describe('a New York recruiter', () => {
  it.each([
    ['Monday morning, one day', '2026-09-21T15:05:00Z', 1, '2026-09-22'],
    ['Tuesday, five days over a weekend', '2026-09-22T13:30:00Z', 5, '2026-09-29'],
    ['Friday at six exactly counts from Friday', '2026-09-18T22:00:00Z', 1, '2026-09-21'],
    ['Friday a minute past six counts from Monday', '2026-09-18T22:01:00Z', 1, '2026-09-22'],
    ['the evening before a holiday counts from the day after it', '2026-11-25T23:30:00Z', 1, '2026-11-30'],
    ['Saturday counts from Saturday', '2026-09-19T15:00:00Z', 1, '2026-09-21'],
    ['over Columbus Day', '2026-10-09T14:00:00Z', 2, '2026-10-14'],
    ['over the change to winter time', '2026-10-30T21:30:00Z', 1, '2026-11-02'],
    ['thirty days are dates, moved on from a weekend', '2026-10-15T14:00:00Z', 30, '2026-11-16'],
    ['ninety days are dates', '2026-08-31T14:00:00Z', 90, '2026-11-30'],
  ])('%s', (_, instant, days, due) => {
    expect(dueAfterDays(newYork, instant, days)).toBe(due)
  })

  it.each([
    ['three days are working days', '2026-09-17T14:00:00Z', 'P3D', '2026-09-22'],
    ['ten days are working days', '2026-09-08T14:00:00Z', 'P10D', '2026-09-22'],
    ['eleven days are dates', '2026-09-08T14:00:00Z', 'P11D', '2026-09-21'],
    ['two weeks are dates, in the evening too', '2026-09-08T23:30:00Z', 'P2W', '2026-09-22'],
    ['a month from the 31st ends with the month', '2026-08-31T14:00:00Z', 'P1M', '2026-09-30'],
    ['a day in hours is past the next digest', '2026-09-08T14:00:00Z', 'PT24H', '2026-09-10'],
    ['hours that end as the digest goes out are in it', '2026-09-08T11:00:00Z', 'PT24H', '2026-09-09'],
    ['hours that end on a Saturday wait for Monday', '2026-09-18T14:00:00Z', 'PT24H', '2026-09-21'],
  ])('told %s', (_, instant, duration, due) => {
    expect(dueAfterDuration(newYork, instant, duration)).toBe(due)
  })
})

describe('where the clock or the calendar does something odd', () => {
  const calendar = (zone: string, digestAt: string, workingDays = [1, 2, 3, 4, 5, 6, 7]): WorkingCalendar => ({
    zone,
    digestAt,
    workingDays,
    holidays: [],
  })

  it('a digest hour that daylight saving skips is moved on by the gap, that day only', () => {
    const early = calendar('America/New_York', '02:30')
    expect(digestInstant(early, '2027-03-13')).toBe('2027-03-13T07:30:00Z')
    expect(digestInstant(early, '2027-03-14')).toBe('2027-03-14T07:30:00Z')
    expect(digestInstant(early, '2027-03-15')).toBe('2027-03-15T06:30:00Z')
  })

  it('of a digest hour that comes twice, the first counts', () => {
    expect(digestInstant(calendar('America/New_York', '01:30'), '2026-11-01')).toBe('2026-11-01T05:30:00Z')
  })

  it('half an hour of daylight saving moves the morning by half an hour', () => {
    const lordHowe = calendar('Australia/Lord_Howe', '07:00')
    expect(digestInstant(lordHowe, '2026-10-03')).toBe('2026-10-02T20:30:00Z')
    expect(digestInstant(lordHowe, '2026-10-04')).toBe('2026-10-03T20:00:00Z')
  })

  it('a date that a country skipped is no working day', () => {
    const apia = calendar('Pacific/Apia', '07:00', [1, 2, 3, 4, 5])
    expect(nthWorkingDayAfter(apia, '2011-12-29', 1)).toBe('2012-01-02')
  })

  it('a week of one working day counts in weeks', () => {
    const wednesdays = calendar('Asia/Kathmandu', '07:00', [3])
    expect(dueAfterDays(wednesdays, '2026-09-09T04:00:00Z', 3)).toBe('2026-09-30')
  })
})
