import { Policy } from '../../../shared/domain/policy.ts'
import type {
  ContactId,
  EngagementId,
  FirmId,
  MeetingId,
  NoteId,
  RecruiterId,
  TaskId,
} from '../../../shared/domain/vocabulary.ts'
import type { DigestRow, EngagementRow, FirmRow, NoteRow, RecruiterRow } from '../../../shared/views/rows.ts'

/** Rows to fill the views with. */

export const firmId = 'northgate' as FirmId
export const ana = 'ana' as RecruiterId
export const bo = 'bo' as RecruiterId

export const engagementRow = (engagement: string, changes: Partial<EngagementRow> = {}): EngagementRow => ({
  kind: 'engagement',
  firm: firmId,
  recruiter: ana,
  engagement: engagement as EngagementId,
  position: 14,
  stage: 'open',
  aliases: [],
  client: 'Harbor Castings',
  domains: ['harborcastings.example'],
  openings: ['Foundry supervisor'],
  contacts: [
    {
      id: 'ruth' as ContactId,
      name: 'Ruth Avila',
      role: 'hr-director',
      emails: ['ruth.avila@harborcastings.example'],
      phones: [{ number: '+1 918 555 0117', from: 'her signature' }],
      aliases: [],
      candidate: false,
      left: false,
      optedOut: false,
    },
    {
      id: 'tom' as ContactId,
      name: 'Tom Okafor',
      role: 'hiring-manager',
      emails: ['t.okafor@harborcastings.example'],
      phones: [],
      introducedBy: 'ruth' as ContactId,
      aliases: ['Tommy'],
      candidate: false,
      left: false,
      optedOut: false,
    },
  ],
  meetings: [
    {
      id: 'm1' as MeetingId,
      startsAt: '2026-10-14T15:00:00Z',
      endsAt: '2026-10-14T15:30:00Z',
      contacts: ['tom' as ContactId],
      title: 'First talk',
    },
  ],
  openTasks: [
    {
      id: 't1' as TaskId,
      play: 'set-expectations',
      contact: 'ruth' as ContactId,
      due: '2026-10-13',
      because: [5],
      raisedAt: '2026-10-13T12:00:00Z',
      putOff: [],
    },
  ],
  tense: [],
  reminders: [],
  status: 'on-track',
  ball: null,
  silentSince: null,
  wakeAt: '2026-10-14T15:30:00Z',
  owned: [],
  ...changes,
})

export const recruiterRow = (recruiter: RecruiterId, changes: Partial<RecruiterRow> = {}): RecruiterRow => ({
  kind: 'recruiter',
  firm: firmId,
  recruiter,
  position: 3,
  name: 'Ana Brandt',
  region: 'US',
  calendar: {
    zone: 'America/Chicago',
    workingDays: [1, 2, 3, 4, 5],
    holidays: ['2026-11-26', '2026-12-25'],
    digestAt: '07:00',
  },
  addresses: ['ana@northgate.example'],
  suppressed: [],
  candidates: [],
  inboundToken: `${recruiter}234567abcdefghijklmnopqrst`.slice(0, 26),
  apiTokenHashes: [],
  ...changes,
})

export const firmRow = (changes: Partial<FirmRow> = {}): FirmRow => ({
  kind: 'firm',
  firm: firmId,
  position: 2,
  name: 'Northgate Search',
  owner: ana,
  domains: ['northgate.example'],
  policy: Policy.parse({ replyDays: 4 }),
  neverLog: [],
  recruiters: [ana, bo],
  ...changes,
})

export const noteRow = (note: string, arrivedAt: string, changes: Partial<NoteRow> = {}): NoteRow => ({
  kind: 'note',
  firm: firmId,
  recruiter: ana,
  note: note as NoteId,
  position: 2,
  from: 'ana@northgate.example',
  subject: 'Ruth',
  kept: [],
  arrivedAt,
  status: 'understood',
  rule: 'left a message',
  why: '',
  question: null,
  unknownName: null,
  fingerprint: null,
  opened: [],
  open: false,
  ...changes,
})

export const digestRow = (date: string, changes: Partial<DigestRow> = {}): DigestRow => ({
  kind: 'digest',
  firm: firmId,
  recruiter: ana,
  date,
  position: 2,
  stage: 'sent',
  ...changes,
})
