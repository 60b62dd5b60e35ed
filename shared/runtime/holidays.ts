import Holidays, { type HolidaysTypes } from 'date-holidays'
import { Temporal } from 'temporal-polyfill'

/**
 * Days off by region. The table behind it weighs a megabyte: it is read where a recruiter is founded or changes
 * settings, and the dates are kept as data in the working calendar.
 */

/** A country, or a country and its part, whose days off are known: `US`, `GB-ENG`, `CA-ON`. */
export type Region = { readonly code: string; readonly name: string }

/** Stands for a country whose days off nobody has tabled: no day but those of the week is off. */
export const NO_REGION = 'none'

/** Offices are closed on these; what most people merely take off, and what schools do, is no holiday here. */
const CLOSED: HolidaysTypes.HolidayType[] = ['public', 'bank']
/** An agency keeps the federal days; states add days (elections, the day after Thanksgiving) that business works on. */
const WHOLE_COUNTRY_ONLY = 'US'
/** The United Kingdom has no days off of its own, only its nations have; most of its agencies are in England. */
const PARTS_ONLY: Readonly<Record<string, string>> = { GB: 'GB-ENG' }

const table = new Holidays()

/** Parts by their ISO 3166-2 code, which has three characters at most; single islands and districts are left out. */
const partsOf = (country: string): [string, string][] =>
  country === WHOLE_COUNTRY_ONLY
    ? []
    : Object.entries(table.getStates(country, 'en') ?? {}).filter(([part]) => part.length <= 3)

/** Every region that a recruiter can choose, by name. */
export const regions: readonly Region[] = Object.entries(table.getCountries('en'))
  .flatMap(([country, name]) => [
    ...(country in PARTS_ONLY ? [] : [{ code: country, name }]),
    ...partsOf(country).map(([part, partName]) => ({
      code: `${country}-${part}`,
      name: `${name}: ${partName}`,
    })),
  ])
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))

const known = new Set(regions.map(region => region.code))

/** Whether a text names a region of the list, or none. */
export const isRegion = (region: string): boolean => region === NO_REGION || known.has(region)

/**
 * The dates on which offices in a region are closed, substitute days among them, from the first year through the
 * last, ascending, each once. Throws `RangeError` for a region that is not in the list.
 */
export const holidaysFor = (region: string, fromYear: number, toYear: number): string[] => {
  if (region === NO_REGION) return []
  if (!known.has(region)) throw new RangeError(`no region is called ${region}`)
  const [country = '', part] = region.split('-')
  const calendar = new Holidays({ country, ...(part ? { state: part } : {}) }, { types: CLOSED })
  const dates = new Set<string>()
  for (let year = fromYear; year <= toYear; year++)
    for (const holiday of calendar.getHolidays(year, 'en')) for (const date of middaysOf(holiday)) dates.add(date)
  return [...dates].toSorted()
}

/** From the year before, for history that is told late, to five years on. */
const [YEARS_BACK, YEARS_ON] = [1, 5]

/** The days off in a region that a working calendar keeps as data. `now` is a UTC instant. Throws as `holidaysFor`. */
export const holidaysToKeep = (region: string, now: string): string[] => {
  const year = Number(now.slice(0, 4))
  return holidaysFor(region, year - YEARS_BACK, year + YEARS_ON)
}

/** A holiday may last days, begin the evening before, or only at midday: a day is off if its noon is well within. */
const middaysOf = (holiday: HolidaysTypes.Holiday): string[] => {
  const start = Temporal.PlainDateTime.from(holiday.date.slice(0, 'yyyy-mm-dd hh:mm:ss'.length))
  const end = start.add({ milliseconds: holiday.end.getTime() - holiday.start.getTime() })
  const dates: string[] = []
  for (
    let noon = start.withPlainTime('12:00');
    Temporal.PlainDateTime.compare(noon, end) < 0;
    noon = noon.add({ days: 1 })
  )
    if (Temporal.PlainDateTime.compare(noon, start) > 0) dates.push(noon.toPlainDate().toString())
  return dates
}

/** TypeScript declares this only together with a global Temporal, which Node 24 lacks. */
type Locale = Intl.Locale & { readonly getTimeZones: () => readonly string[] | undefined }

const zonesOf = (country: string): readonly string[] =>
  (new Intl.Locale(`und-${country}`) as Locale).getTimeZones() ?? []

const regionOf: ReadonlyMap<string, string> = new Map(
  Object.keys(table.getCountries()).flatMap(country =>
    zonesOf(country).map(zone => [zone, PARTS_ONLY[country] ?? country] as const),
  ),
)

/**
 * The region that a recruiter in an IANA zone most likely keeps; `none` for UTC, and where no table knows the country.
 * Throws `RangeError` for a text that names no zone.
 */
export const regionOfZone = (zone: string): string => regionOf.get(canonical(zone)) ?? NO_REGION

/** The name by which the platform lists a zone: `Asia/Kolkata` and `Asia/Calcutta` are one place. */
const canonical = (zone: string): string => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
