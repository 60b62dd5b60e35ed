import type { Command } from '../../shared/domain/engagement/commands.ts'
import { ContactId, EngagementId, MeetingId } from '../../shared/domain/vocabulary.ts'

/**
 * The two cases that Relight comes from, told as a recruiter would have told them to it: a client who went dark after a
 * missed call, and tension with HR while the hiring manager still listens. Days are working days before the morning on
 * which both are due, hours are the recruiter's.
 */
export type Scene = {
  readonly daysBefore: number
  /** `10:12` */
  readonly at: string
  readonly engagement: EngagementId
  readonly commands: (local: Local) => readonly Command[]
}

/** The instant of an hour, or the date of a day, so many working days before the morning; negative ones lie ahead. */
export type Local = {
  readonly instant: (daysBefore: number, at: string) => string
  readonly date: (daysBefore: number) => string
}

const ACME = EngagementId.parse('demo-acme-molding')
const CARLA = ContactId.parse('demo-carla-whitfield')
const SUSAN = ContactId.parse('demo-susan-reyes')
const MIKE = ContactId.parse('demo-mike-tran')
const INTRODUCTION = MeetingId.parse('demo-introduction')

const BIRCH = EngagementId.parse('demo-birch-and-vale')
const TOM = ContactId.parse('demo-tom-okafor')
const PRIYA = ContactId.parse('demo-priya-nair')

/** The missed call stands so long before the morning that a day for call and mail and five days without a word fit. */
const MISSED = 6

const wentDark: readonly Scene[] = [
  {
    daysBefore: 15,
    at: '10:12',
    engagement: ACME,
    commands: () => [
      {
        command: 'OpenEngagement',
        engagement: ACME,
        client: 'Acme Molding',
        domains: ['acmemolding.example'],
        origin: 'mpc',
      },
      {
        command: 'AddContact',
        contact: CARLA,
        name: 'Carla Whitfield',
        role: 'hr-director',
        emails: ['carla.whitfield@acmemolding.example'],
        phones: [{ number: '918 555 0117', from: 'her signature' }],
      },
      {
        command: 'AddContact',
        contact: SUSAN,
        name: 'Susan Reyes',
        role: 'hr',
        emails: ['susan.reyes@acmemolding.example'],
        phones: [{ number: '918 555 0142', from: "Carla's mail" }],
        introducedBy: CARLA,
      },
      {
        command: 'LogTouchpoint',
        direction: 'inbound',
        channel: 'email',
        outcome: 'received',
        contact: CARLA,
        summary: 'Introduced Susan, who looks after the Tulsa plant.',
      },
      { command: 'ReachMilestone', milestone: 'introduced', contact: SUSAN },
    ],
  },
  {
    daysBefore: 14,
    at: '15:00',
    engagement: ACME,
    commands: () => [
      {
        command: 'LogTouchpoint',
        direction: 'outbound',
        channel: 'call',
        outcome: 'reached',
        contact: SUSAN,
        summary: 'Walked her through our process; she sees the value.',
      },
    ],
  },
  {
    daysBefore: 13,
    at: '12:00',
    engagement: ACME,
    commands: () => [
      { command: 'LogTouchpoint', direction: 'outbound', channel: 'call', outcome: 'reached', contact: SUSAN },
      {
        command: 'SetExpectation',
        topic: 'reply time',
        text: 'Susan answers within three days.',
        replyWithin: 'P3D',
        contact: SUSAN,
      },
    ],
  },
  {
    daysBefore: 12,
    at: '16:00',
    engagement: ACME,
    commands: () => [{ command: 'ReachMilestone', milestone: 'fee-agreed', contact: SUSAN, detail: '22%' }],
  },
  {
    daysBefore: 11,
    at: '11:00',
    engagement: ACME,
    commands: () => [
      {
        command: 'LogTouchpoint',
        direction: 'inbound',
        channel: 'email',
        outcome: 'received',
        contact: SUSAN,
        summary: 'Sent the job description for the plant controller.',
      },
      { command: 'ReachMilestone', milestone: 'job-description-received', contact: SUSAN },
      { command: 'NameOpening', title: 'Plant controller, Tulsa' },
    ],
  },
  {
    daysBefore: 11,
    at: '14:00',
    engagement: ACME,
    commands: () => [
      {
        command: 'LogTouchpoint',
        direction: 'outbound',
        channel: 'email',
        outcome: 'sent',
        contact: SUSAN,
        summary: 'Recruitment agreement for signature.',
      },
      { command: 'ReachMilestone', milestone: 'agreement-sent', contact: SUSAN },
    ],
  },
  {
    daysBefore: 9,
    at: '09:00',
    engagement: ACME,
    commands: local => [
      {
        command: 'AddContact',
        contact: MIKE,
        name: 'Mike Tran',
        role: 'hiring-manager',
        emails: ['mike.tran@acmemolding.example'],
        phones: [],
        introducedBy: SUSAN,
      },
      {
        command: 'BookMeeting',
        meeting: INTRODUCTION,
        startsAt: local.instant(MISSED, '10:00'),
        endsAt: local.instant(MISSED, '10:30'),
        contacts: [SUSAN, MIKE],
        title: 'Meet the hiring manager',
      },
    ],
  },
  {
    daysBefore: MISSED,
    at: '11:05',
    engagement: ACME,
    commands: () => [{ command: 'RecordMeetingMissed', meeting: INTRODUCTION, missedBy: 'client', contact: SUSAN }],
  },
  {
    daysBefore: MISSED - 1,
    at: '09:30',
    engagement: ACME,
    commands: () => [
      {
        command: 'LogTouchpoint',
        direction: 'outbound',
        channel: 'voicemail',
        outcome: 'left-message',
        contact: SUSAN,
      },
    ],
  },
  {
    daysBefore: MISSED - 1,
    at: '09:40',
    engagement: ACME,
    commands: () => [
      {
        command: 'LogTouchpoint',
        direction: 'outbound',
        channel: 'email',
        outcome: 'sent',
        contact: SUSAN,
        summary: 'Asked for a new time with Mike.',
      },
    ],
  },
]

const tension: readonly Scene[] = [
  {
    daysBefore: 4,
    at: '09:20',
    engagement: BIRCH,
    commands: () => [
      {
        command: 'OpenEngagement',
        engagement: BIRCH,
        client: 'Birch & Vale',
        domains: ['birchandvale.example'],
        origin: 'referral',
      },
      {
        command: 'AddContact',
        contact: TOM,
        name: 'Tom Okafor',
        role: 'hiring-manager',
        emails: ['tom.okafor@birchandvale.example'],
        phones: [{ number: '617 555 0119', from: 'his signature' }],
      },
      {
        command: 'AddContact',
        contact: PRIYA,
        name: 'Priya Nair',
        role: 'hr',
        emails: ['priya.nair@birchandvale.example'],
        phones: [{ number: '617 555 0120', from: "Tom's mail" }],
      },
      { command: 'NameOpening', title: 'Finance manager' },
      {
        command: 'LogTouchpoint',
        direction: 'outbound',
        channel: 'call',
        outcome: 'reached',
        contact: TOM,
        summary: 'He needs a finance manager by the end of the quarter.',
      },
      {
        command: 'SetExpectation',
        topic: 'reply time',
        text: 'Tom answers within five days.',
        replyWithin: 'P5D',
        contact: TOM,
      },
    ],
  },
  {
    daysBefore: 2,
    at: '17:00',
    engagement: BIRCH,
    commands: () => [
      {
        command: 'LogTouchpoint',
        direction: 'outbound',
        channel: 'call',
        outcome: 'reached',
        contact: PRIYA,
        summary: 'She cut the call short.',
      },
      {
        command: 'ReportTension',
        contact: PRIYA,
        observed: 'She cut the call short.',
        story: 'She minds that I deal with Tom directly.',
      },
    ],
  },
]

export const story: readonly Scene[] = [...wentDark, ...tension].toSorted(
  (one, other) => other.daysBefore - one.daysBefore || one.at.localeCompare(other.at),
)
