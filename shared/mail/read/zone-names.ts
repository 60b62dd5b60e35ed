import windowsZones from 'node-ical/windowsZones.json' with { type: 'json' }
import { isZone } from './calendar-lines.ts'
import { namedOffset, numericOffset } from './zones.ts'

/** Zones as calendars write them for people: "(UTC-05:00) Eastern Time (US & Canada)", "Central European Time - Paris". */

/** A zone as Temporal takes it: an IANA name, or a distance from Greenwich. Null for what nobody is sure of. */
export const zoneNamed = (text: string, home: string): string | null => {
  const name = withoutBrackets(text.slice(0, 120).replace(/\s+/g, ' ').trim())
  if (name === '') return null
  if (isZone(name) && name.includes('/')) return name
  const display = /^\((?:utc|gmt)[^)]{0,8}\)\s*(.+)$/i.exec(name)?.[1]
  // The distance beside a Windows name is that of winter, the whole year round.
  if (display) return zoneNamed(display, home)
  return windowsZone(name) ?? region(name) ?? cities(name) ?? offsetZone(name, home)
}

/** "(EDT)", but not "(UTC-05:00) Arizona". */
const withoutBrackets = (text: string): string =>
  /^\(([^()]*(?:\([^()]*\))?[^()]*)\)\.?$/.exec(text)?.[1]?.trim() ?? text.replace(/\.$/, '')

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/^\((utc|gmt)[^)]{0,8}\)/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const WINDOWS = new Map(
  Object.entries(windowsZones).flatMap(([name, { iana }]) => (iana[0] ? [[plain(name), iana[0]] as const] : [])),
)

const windowsZone = (name: string): string | null => {
  const zone = WINDOWS.get(plain(name))
  return zone && isZone(zone) ? zone : null
}

/** What people of a region call their own time, summer and winter alike. */
const REGIONS: readonly (readonly [name: RegExp, zone: string])[] = [
  [/^(us )?eastern( standard| daylight)?( time)?( (us|u s|new york|canada).*)?$|^et$/, 'America/New_York'],
  [/^(us )?central( standard| daylight)?( time)?( (us|u s|chicago|canada).*)?$|^ct$/, 'America/Chicago'],
  [/^(us )?mountain( standard| daylight)?( time)?( (us|u s|denver|canada).*)?$|^mt$/, 'America/Denver'],
  [/^(us )?pacific( standard| daylight)?( time)?( (us|u s|los angeles|canada).*)?$|^pt$/, 'America/Los_Angeles'],
  [/^arizona$|^mountain (standard )?time phoenix$/, 'America/Phoenix'],
  [/^(united kingdom|uk|british|britain)( summer)?( time)?( london)?$/, 'Europe/London'],
  [/^central european( standard| summer)?( time)?$|^mitteleuropäische (sommer)?zeit$/, 'Europe/Berlin'],
  [/^western european( standard| summer)?( time)?$/, 'Europe/Lisbon'],
  [/^eastern european( standard| summer)?( time)?$|^osteuropäische (sommer)?zeit$/, 'Europe/Athens'],
  [/^indian?( standard)? time$/, 'Asia/Kolkata'],
  [/^coordinated universal time$|^greenwich mean time$/, 'UTC'],
]

const region = (name: string): string | null => {
  const sought = plain(name)
  return REGIONS.find(([pattern]) => pattern.test(sought))?.[1] ?? null
}

const MOST_CITIES = 8

/** "Amsterdam, Berlin, Bern", "Central European Time - Berlin": a zone bears the name of one of its cities. */
const cities = (name: string): string | null => {
  const named = (/\s[-–—]\s([^-–—]+)$/.exec(name)?.[1] ?? name).split(',').slice(0, MOST_CITIES)
  const found = named.flatMap(city => zonesByCity().get(plain(city).replace(/ (standard )?(time|zeit)$/, '')) ?? [])
  return found[0] ?? null
}

let byCity: ReadonlyMap<string, string> | null = null
const zonesByCity = (): ReadonlyMap<string, string> => {
  byCity ??= new Map(
    Intl.supportedValuesOf('timeZone').flatMap(zone =>
      zone.includes('/') ? [[plain((zone.split('/').at(-1) ?? '').replaceAll('_', ' ')), zone] as const] : [],
    ),
  )
  return byCity
}

const offsetZone = (name: string, home: string): string | null => {
  const minutes = numericOffset(name.replace(/^(?:gmt|utc) /i, match => match.trim())) ?? namedOffset(name, home)
  if (minutes === null) return null
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
