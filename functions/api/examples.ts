import { COMMANDS } from './commands-described.ts'

/** One call and its answer, of one account throughout. */
export type Example = {
  /** Of the path and of the query. */
  readonly parameters?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly answer: unknown
}

const ellen = {
  id: 'cb26',
  name: 'Ellen Park',
  role: 'hr',
  emails: ['ellen.park@northgate.example'],
  phones: [{ number: '312 555 0164', from: 'your records' }],
}
const due = { id: 'e17e.9', play: 'call-and-write', contact: 'cb26', due: '2026-11-30', because: [7] }
const silent = {
  status: 'quiet',
  ball: 'theirs',
  silentSince: '2026-11-24T16:15:00.000Z',
  wakeAt: '2026-12-07T13:00:00Z',
}
const said = {
  type: 'TouchpointLogged',
  at: '2026-11-24T16:15:00.000Z',
  recordedAt: '2026-11-24T16:15:08.000Z',
  direction: 'outbound',
  channel: 'voicemail',
  outcome: 'left-message',
  contact: 'cb26',
  summary: 'Two candidates for the plant engineer.',
}

/** What the details of the events on the bus are made of. */
export const TOLD: Readonly<Record<string, string>> = {
  id: 'f3ab/engagement/r60d.e17e@9',
  firm: 'f3ab',
  recruiter: 'r60d',
  engagement: 'e17e',
  at: '2026-11-30T13:00:00Z',
  contact: 'cb26',
  since: '2026-11-24T16:15:00Z',
  after: 'quiet',
  task: due.id,
  play: due.play,
  due: due.due,
  how: 'done',
  to: 'r7e2',
}

export const EXAMPLES = {
  openEngagement: {
    body: {
      client: { name: 'Northgate Foods', domains: ['northgate.example'] },
      title: 'Plant engineer',
      origin: 'mpc',
      contacts: [
        { name: 'Ellen Park', role: 'hr', emails: ['ellen.park@northgate.example'], phones: ['312 555 0164'] },
        { name: 'Victor Salas', role: 'hiring-manager', introducedBy: 'Ellen Park' },
      ],
    },
    answer: {
      id: 'e17e',
      position: 5,
      contacts: [
        { id: 'cb26', name: 'Ellen Park' },
        { id: 'c7f6', name: 'Victor Salas' },
      ],
    },
  },
  listEngagements: {
    answer: {
      engagements: [
        {
          id: 'e17e',
          client: 'Northgate Foods',
          stage: 'open',
          ...silent,
          domains: ['northgate.example'],
          openings: ['Plant engineer'],
          contacts: [ellen],
          meetings: [],
          openTasks: [due],
          reminders: [],
          position: 10,
        },
      ],
    },
  },
  showEngagement: {
    parameters: { id: 'e17e' },
    answer: {
      id: 'e17e',
      client: 'Northgate Foods',
      stage: 'open',
      openedAt: '2026-11-23T15:00:00.000Z',
      openings: ['Plant engineer'],
      contacts: [ellen],
      milestones: [],
      assessment: {
        ...silent,
        silentContact: 'cb26',
        workingDaysSilent: 3,
        attempts: [{ contact: 'cb26', channel: 'voicemail', play: 'call-and-write', at: silent.silentSince }],
        due: [{ play: 'call-and-write', contact: 'cb26', due: '2026-11-30' }],
      },
      plays: [],
      history: [said],
    },
  },
  sayCommand: {
    parameters: { id: 'e17e' },
    body: { command: 'LogTouchpoint', ...COMMANDS.LogTouchpoint.example },
    answer: { position: 8, events: [said] },
  },
  listTasks: {
    parameters: { on: '2026-11-30' },
    answer: {
      on: '2026-11-30',
      tasks: [{ ...due, engagement: 'e17e', client: 'Northgate Foods', contactName: 'Ellen Park' }],
    },
  },
  settleTask: {
    parameters: { id: 'e17e.9' },
    body: { outcome: 'spoke', words: 'She was swamped.' },
    answer: {
      position: 12,
      events: [
        {
          type: 'TaskSettled',
          at: '2026-11-30T15:40:00.000Z',
          recordedAt: '2026-11-30T15:40:00.000Z',
          task: 'e17e.9',
          how: 'done',
        },
      ],
    },
  },
  listNotes: {
    answer: {
      notes: [
        {
          id: 'n4c1',
          at: '2026-11-24T16:20:11.000Z',
          from: 'dan@ortizsearch.example',
          subject: 'Northgate',
          status: 'asked',
          rule: 'note',
          why: 'More than one Ellen is known',
          question: 'Which Ellen?',
          open: true,
        },
      ],
    },
  },
} satisfies Readonly<Record<string, Example>>
