import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import { RecruiterEvent } from '../domain/recruiter.ts'
import type { FirmId, RecruiterId } from '../domain/vocabulary.ts'
import { holidaysToKeep, regionOfZone } from './holidays.ts'

/** The first events of a recruiter: what they need for the next morning's digest, and for their first note. */

const WORKING_DAYS = [1, 2, 3, 4, 5]
const DIGEST_AT = '07:00'

export type Joining = {
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly name: string
  /** Confirmed by whatever brought them: a deployment, or a link that was mailed to it. */
  readonly address: string
  readonly zone: string
  /** Empty: the region of the zone. */
  readonly region: string
  readonly inboundToken: string
  readonly apiTokenHash?: string
}

/** Throws where a zone, a region or an address is none. `said` is the rest of each event; its `at` a UTC instant. */
export const joinedEvents = (
  { firm, recruiter, name, address, zone, region: named, inboundToken, apiTokenHash }: Joining,
  said: Pick<RecruiterEvent, 'at' | 'recordedAt' | 'by' | 'source' | 'command'>,
): RecruiterEvent[] => {
  const region = named || regionOfZone(zone)
  const calendar: WorkingCalendar = {
    zone,
    workingDays: WORKING_DAYS,
    holidays: holidaysToKeep(region, said.at),
    digestAt: DIGEST_AT,
  }
  const events = [
    { type: 'RecruiterJoined', firm, recruiter, name, region, calendar },
    { type: 'AddressConfirmed', address },
    { type: 'InboundAddressGiven', token: inboundToken },
    ...(apiTokenHash ? [{ type: 'ApiTokenGiven', hash: apiTokenHash }] : []),
  ]
  return events.map(event => RecruiterEvent.parse({ ...event, ...said }))
}
