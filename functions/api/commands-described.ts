import type { Command } from '../../shared/domain/engagement/commands.ts'

/** What each command says, and how it is said. Ids stand for those that the API has answered before. */
type Described = { readonly says: string; readonly example: Readonly<Record<string, unknown>> }

export const COMMANDS: Readonly<Record<Command['command'], Described>> = {
  OpenEngagement: {
    says: 'Opens the account. `POST /api/engagements` says it for you; where the account is there, it changes nothing',
    example: { engagement: 'e17e', client: 'Northgate Foods', domains: ['northgate.example'], origin: 'mpc' },
  },
  NameClient: { says: 'Gives the client its real name', example: { client: 'Northgate Foods' } },
  AliasClient: { says: 'Another name that your notes may call the client by', example: { alias: 'Northgate' } },
  RetractEngagement: { says: 'The account should never have been opened', example: {} },
  MergeEngagement: {
    says: 'This account is another one of yours: it is joined to that one',
    example: { into: 'e2b4' },
  },
  RetractMerge: { says: 'Takes the joining back: both accounts stand by themselves again', example: {} },
  RestEngagement: { says: 'Nothing is owed any more: no plays until they write or an opening is named', example: {} },
  NameOpening: { says: 'A position they want filled', example: { title: 'Plant engineer' } },
  AddContact: {
    says: 'Somebody at the client. The id may be left to us',
    example: { name: 'Ellen Park', role: 'hr', emails: ['ellen.park@northgate.example'], phones: ['312 555 0164'] },
  },
  ChangeContact: {
    says: 'Something new about a contact; addresses and numbers are added to those that are known',
    example: { contact: 'cb26', phones: ['312 555 0165'] },
  },
  RecordContactLeft: { says: 'A contact has left the client', example: { contact: 'cb26', detail: 'Moved to Duluth' } },
  OptContactOut: {
    says: 'A contact asked to be left alone, and never gets a task again',
    example: { contact: 'cb26' },
  },
  RetractContact: { says: 'A contact who was added by mistake', example: { contact: 'cb26' } },
  LogTouchpoint: {
    says: 'One contact between the two sides. Calls that reached nobody count too',
    example: {
      direction: 'outbound',
      channel: 'voicemail',
      outcome: 'left-message',
      contact: 'cb26',
      summary: 'Two candidates for the plant engineer.',
      at: '2026-11-24T10:15:00-06:00',
    },
  },
  ConfirmTouchpoint: {
    says: 'A touchpoint that was told a second way is the same one',
    example: { touchpoint: 't91c', as: 't4d0' },
  },
  RetractTouchpoint: {
    says: 'A touchpoint that never was; a task that it settled is open again',
    example: { touchpoint: 't91c', why: 'Wrong account' },
  },
  RetractPress: {
    says: 'Takes back all that was said in one go, by what the ids of its commands begin with',
    example: { press: 'api.3f9a51c07e24' },
  },
  BookMeeting: {
    says: 'A meeting, or under its old id the new hour of one. The id may be left to us',
    example: {
      startsAt: '2026-11-30T10:00:00-06:00',
      endsAt: '2026-11-30T10:30:00-06:00',
      contacts: ['cb26'],
      title: 'Intake call',
    },
  },
  RecordMeetingHeld: { says: 'A meeting took place', example: { meeting: 'm5f2', summary: 'Two openings, not one.' } },
  RecordMeetingMissed: { says: 'Somebody did not come', example: { meeting: 'm5f2', missedBy: 'client' } },
  CancelMeeting: { says: 'A meeting was called off', example: { meeting: 'm5f2', cancelledBy: 'us' } },
  ReachMilestone: {
    says: 'A step of the search: the agreement signed, an offer out',
    example: { milestone: 'fee-agreed', contact: 'cb26', detail: '22 percent' },
  },
  AgreeNextStep: {
    says: 'What was agreed to happen by a day, and who does it. It replaces every window of silence',
    example: { who: 'client', what: 'Send the signed agreement', due: '2026-12-02' },
  },
  NoteReminder: {
    says: 'A line in the mail of a day',
    example: { what: 'Ask about the second shift', due: '2026-12-02' },
  },
  SetExpectation: {
    says: 'What was agreed about working together: above all how soon they answer',
    example: { text: 'Answers within two days', replyWithin: 'P2D', contact: 'cb26' },
  },
  ReportTension: {
    says: 'Something is wrong between the two of you: what was seen, apart from what it is taken to mean',
    example: { contact: 'cb26', observed: 'Left the call after five minutes', story: 'She resents the direct line' },
  },
  ResolveTension: { says: 'The air is clear again', example: { contact: 'cb26' } },
  LearnReason: {
    says: 'Why they were quiet. `opening-frozen` pauses the account',
    example: { reason: 'opening-frozen', revisitOn: '2027-01-11' },
  },
  ReceiveFeedback: { says: 'What they said of our work', example: { contact: 'cb26', words: 'Fewer and better.' } },
  RecordContactAway: {
    says: 'A contact is away until a day; what is due with them waits',
    example: { contact: 'cb26', until: '2026-12-07' },
  },
  PauseEngagement: { says: 'Nothing is due before a day', example: { until: '2027-01-11', why: 'Budget in January' } },
  ResumeEngagement: { says: 'A paused or closed account goes on', example: {} },
  DecideParticipation: {
    says: 'Whether to go on under their terms',
    example: { decision: 'disengage', revisitOn: '2027-03-01' },
  },
  CloseEngagement: { says: 'The account is at its end, for good or until a day', example: { why: 'Hired elsewhere' } },
  HandOverEngagement: { says: 'A colleague at your firm takes the account over', example: { to: 'r60d' } },
  OverridePolicy: {
    says: 'The account’s own windows of silence, instead of those it had; the firm’s hold for all that are left out',
    example: { windows: { replyDays: 5 } },
  },
  LimitAccess: { says: 'They are to be spoken to through HR alone', example: { access: 'through-hr-only' } },
  PutTaskOff: { says: 'Not today, or not before a day', example: { task: 'e17e.12', until: '2026-11-30' } },
  SettleTask: { says: 'A task is done, or let go', example: { task: 'e17e.12', how: 'let-go' } },
  ReopenTask: { says: 'A task that was settled is open after all', example: { task: 'e17e.12' } },
}
