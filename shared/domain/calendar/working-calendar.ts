import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { LocalDate } from '../vocabulary.ts'

/**
 * A recruiter's working days: zone, weekdays (1 Monday to 7 Sunday), days off as dates, and the hour of the digest.
 * Pure data, resolved when settings change; nothing here reads a clock.
 */
export const WorkingCalendar = z.object({
  zone: z.string().refine(isZone, 'must be a time zone such as America/New_York'),
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  holidays: z.array(LocalDate).max(2000),
  /** Local time of the digest, on the quarter: `07:00`. */
  digestAt: z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, 'must be a time on the quarter hour such as 07:00'),
})
export type WorkingCalendar = z.infer<typeof WorkingCalendar>

function isZone(zone: string): boolean {
  try {
    new Temporal.ZonedDateTime(0n, zone)
    return true
  } catch {
    return false
  }
}
