const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Zone names that RFC 5322 (4.3) defines, in minutes east of UTC. */
const OBSOLETE_ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

/**
 * The instant of a Date header (RFC 5322, 3.3 and 4.3), as UTC ISO. Null for what is none, or names no zone that
 * the standard knows: a header is never guessed at.
 */
export const headerDate = (value: string): string | null => {
  const words = value
    .slice(0, 100)
    .replace(/\(.*/, '')
    .split(/[\s,]+/)
    .filter(word => word !== '')
  if (!/^\d/.test(words[0] ?? '')) words.shift()
  const [day = '', monthName = '', yearText = '', time = '', zone = ''] = words
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase())
  const clock = time.match(/^(\d{1,2}):(\d\d)(?::(\d\d))?$/)
  const offset = zoneOffset(zone)
  if (!/^\d{1,2}$/.test(day) || month === -1 || !/^\d{2,4}$/.test(yearText) || !clock || offset === null) return null
  const year = fullYear(yearText)
  const [, hour = '', minute = '', second = '0'] = clock
  return instantOf(
    { year, month: month + 1, day: Number(day), hour: Number(hour), minute: Number(minute), second: Number(second) },
    offset,
  )
}

type WallTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }

/** The instant of a wall time `offset` minutes east of UTC; null where the calendar has no such time. */
const instantOf = (time: WallTime, offset: number): string | null => {
  const { year, month, day, hour, minute, second } = time
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60)
    return null
  return new Date(date.getTime() - offset * 60_000).toISOString().replace('.000Z', 'Z')
}

/** RFC 5322, 4.3: two digits below 50 are of this century. */
const fullYear = (digits: string): number => {
  const year = Number(digits)
  if (digits.length === 4) return year
  return digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year
}

const zoneOffset = (zone: string): number | null => {
  const digits = zone.match(/^([+-])(\d\d):?(\d\d)$/)
  if (!digits) return OBSOLETE_ZONES[zone.toLowerCase()] ?? null
  const minutes = Number(digits[2]) * 60 + Number(digits[3])
  return minutes > 14 * 60 ? null : digits[1] === '-' ? -minutes : minutes
}
