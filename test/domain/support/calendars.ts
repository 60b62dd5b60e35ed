import * as fc from 'fast-check'
import { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { clockChanges } from './naive-calendar.ts'

/** Whole, half and quarter hours; clocks that jump at midnight, by half an hour, or not at all; a day that never came. */
const ZONES = [
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'Asia/Beirut',
  'Pacific/Kiritimati',
  'UTC',
] as const

const changes = new Map<string, readonly number[]>(
  ZONES.map(zone => [zone, [...clockChanges(zone, 2011, 2012), ...clockChanges(zone, 2025, 2027)]]),
)

const DAY = 24 * 60 * 60_000

const quarters = Array.from({ length: 96 }, (_, index) => {
  const [hours, minutes] = [Math.floor(index / 4), (index % 4) * 15]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
})

const workingWeek = fc.oneof(
  fc.constant([1, 2, 3, 4, 5]),
  fc.constant([7, 1, 2, 3, 4]),
  fc.integer({ min: 1, max: 7 }).map(day => [day]),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
)

const digestHour = fc.oneof(
  fc.constant('07:00'),
  // Where clocks jump.
  fc.constantFrom('00:00', '00:15', '00:30', '01:00', '01:30', '02:00', '02:15', '02:30', '02:45', '03:00', '03:30'),
  fc.constantFrom(...quarters),
)

/** A moment of the zone: often within days of a clock change, often just before, at or after six in the evening. */
const moment = (zone: string): fc.Arbitrary<number> => {
  const jumps = changes.get(zone) ?? []
  const anchors = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) })
  const anchor = jumps.length === 0 ? anchors : fc.oneof(anchors, fc.constantFrom(...jumps))
  const nearby = fc.integer({ min: -12 * DAY, max: 4 * DAY })
  const toEvening = fc.option(fc.constantFrom(-60_000, -1, 0, 1, 60_000), { nil: undefined })
  return fc
    .tuple(anchor, nearby, toEvening)
    .map(([at, shift, aroundSix]) => (aroundSix === undefined ? at + shift : sixOClock(zone, at + shift) + aroundSix))
}

const sixOClock = (zone: string, near: number): number => {
  const hour = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
  })
  const parts = hour.formatToParts(near)
  const value = (type: string): number => Number(parts.find(part => part.type === type)?.value)
  return near - (near % 60_000) + ((18 - value('hour')) * 60 - value('minute')) * 60_000
}

export type CalendarMoment = { readonly calendar: WorkingCalendar; readonly instant: string }

/** Any recruiter's calendar with a moment in it, and holidays around that moment. */
export const calendarMoment: fc.Arbitrary<CalendarMoment> = fc
  .constantFrom(...ZONES)
  .chain(zone =>
    fc.record({
      zone: fc.constant(zone),
      workingDays: workingWeek,
      digestAt: digestHour,
      at: moment(zone),
      holidaysAfter: fc.uniqueArray(fc.integer({ min: -2, max: 45 }), { maxLength: 8 }),
    }),
  )
  .map(({ zone, workingDays, digestAt, at, holidaysAfter }) => ({
    calendar: WorkingCalendar.parse({
      zone,
      workingDays,
      digestAt,
      holidays: holidaysAfter.map(days => new Date(at + days * DAY).toISOString().slice(0, 10)),
    }),
    instant: new Date(at).toISOString(),
  }))
