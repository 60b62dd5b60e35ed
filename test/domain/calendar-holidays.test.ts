import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { holidaysFor, isRegion, NO_REGION, regionOfZone, regions } from '../../shared/runtime/holidays.ts'

/** The office-closing days among them: a holiday that falls on a weekend changes no working day by itself. */
const weekdaysOff = (region: string, year: number): string[] =>
  holidaysFor(region, year, year).filter(date => Temporal.PlainDate.from(date).dayOfWeek <= 5)

const days = (year: number, ...dates: string[]): string[] => dates.map(date => `${year}-${date}`)

describe('the days off of a recruiter in the United States', () => {
  // As the Office of Personnel Management publishes them; New Year's Day of 2028 is observed in 2027.
  it.each([
    [2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
  ])('are in %i the federal holidays as observed, and no others', (year, published) => {
    expect(weekdaysOff('US', year)).toEqual(days(year, ...published.split(' ')))
  })

  it('include the Friday on which a Saturday Independence Day is observed, and the Saturday itself', () => {
    expect(holidaysFor('US', 2026, 2026)).toEqual(expect.arrayContaining(['2026-07-03', '2026-07-04']))
  })

  it('are eleven by name in every year to 2045: no election, inauguration or day after Thanksgiving', () => {
    for (let year = 2025; year <= 2045; year++) {
      const federal = weekdaysOff('US', year)
      // A New Year's Day on a Saturday is observed in the year before.
      const ownNewYear = federal.includes(`${year}-01-01`) || federal.includes(`${year}-01-02`) ? 1 : 0
      const nextNewYear = federal.includes(`${year}-12-31`) ? 1 : 0
      expect(federal.length - ownNewYear - nextNewYear, `${year}: ${federal.join(' ')}`).toBe(10)
    }
  })
})

describe('the days off of a recruiter in the United Kingdom', () => {
  // As the government publishes them.
  it.each([
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('are in England in %i the bank holidays with their substitute days', (year, published) => {
    expect(weekdaysOff('GB-ENG', year)).toEqual(days(year, ...published.split(' ')))
  })

  it.each([
    ['GB-SCT', 2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
    ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ])('differ in %s', (region, year, published) => {
    expect(weekdaysOff(region, year)).toEqual(days(year, ...published.split(' ')))
  })
})

describe('days off anywhere', { timeout: 60_000 }, () => {
  it('run over every year asked for, ascending, each once', () => {
    const dates = holidaysFor('GB-ENG', 2025, 2028)
    expect(dates).toEqual([...new Set(dates)].toSorted())
    expect(new Set(dates.map(date => date.slice(0, 4)))).toEqual(new Set(['2025', '2026', '2027', '2028']))
  })

  it('take in each day of a holiday that lasts several', () => {
    expect(holidaysFor('KR', 2026, 2026)).toEqual(expect.arrayContaining(['2026-09-24', '2026-09-25', '2026-09-26']))
  })

  it('leave out a day that closes only at noon or later', () => {
    expect(holidaysFor('CN', 2026, 2026)).not.toContain('2026-05-04')
    expect(holidaysFor('DE', 2026, 2026)).not.toContain('2026-12-24')
    expect(holidaysFor('DE', 2026, 2026)).toContain('2026-12-25')
  })

  it('differ by province where a country has them', () => {
    expect(holidaysFor('CA-AB', 2027, 2027)).toContain('2027-02-15')
    expect(holidaysFor('CA-QC', 2027, 2027)).not.toContain('2027-02-15')
    expect(holidaysFor('CA-QC', 2027, 2027)).toContain('2027-06-24')
  })

  it('are none where no region is known, and refused for a region that is not in the list', () => {
    expect(holidaysFor(NO_REGION, 2026, 2030)).toEqual([])
    for (const region of ['', 'XX', 'GB', 'US-CA', 'gb-eng', 'GB-XXX'])
      expect(() => holidaysFor(region, 2026, 2026), region).toThrow(RangeError)
  })

  it('can be listed for every region, few enough for ten years to fit a calendar', () => {
    for (const { code } of regions) {
      expect(code.length, code).toBeLessThanOrEqual(12)
      expect(isRegion(code), code).toBe(true)
      const dates = holidaysFor(code, 2026, 2027)
      expect(dates.length, code).toBeGreaterThan(0)
      expect(dates.length, code).toBeLessThan(120)
      for (const date of dates) expect(Temporal.PlainDate.from(date).toString(), code).toBe(date)
    }
  })
})

describe('the region of a time zone', () => {
  it.each([
    ['America/New_York', 'US'],
    ['America/Indiana/Indianapolis', 'US'],
    ['Pacific/Honolulu', 'US'],
    ['US/Eastern', 'US'],
    ['Europe/London', 'GB-ENG'],
    ['GB', 'GB-ENG'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Calcutta', 'IN'],
    ['Europe/Kyiv', 'UA'],
    ['America/St_Johns', 'CA'],
    ['Pacific/Chatham', 'NZ'],
    ['Australia/Lord_Howe', 'AU'],
  ])('%s is %s', (zone, region) => {
    expect(regionOfZone(zone)).toBe(region)
    expect(isRegion(region)).toBe(true)
  })

  it('is none for a zone without a country, or whose country nobody has tabled', () => {
    expect(regionOfZone('UTC')).toBe(NO_REGION)
    expect(regionOfZone('Asia/Kathmandu')).toBe(NO_REGION)
  })

  it('is always one whose days off can be told', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(isRegion(regionOfZone(zone)), zone).toBe(true)
  })
})
