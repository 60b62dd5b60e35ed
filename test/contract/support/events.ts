import type { EngagementEvent, EventOf } from '../../../shared/domain/engagement/events.ts'
import type {
  CommandId,
  ContactId,
  EngagementId,
  RecruiterId,
  TouchpointId,
} from '../../../shared/domain/vocabulary.ts'

/** Events to fill a log with. */

const envelope = (command: string) => ({
  at: '2026-10-12T15:04:00Z',
  recordedAt: '2026-10-12T15:05:30Z',
  by: 'ana' as RecruiterId,
  source: 'note' as const,
  evidence: 'reported' as const,
  command: command as CommandId,
})

export const opened = (client = 'Harbor Castings'): EventOf<'EngagementOpened'> => ({
  type: 'EngagementOpened',
  ...envelope('open'),
  engagement: 'e1' as EngagementId,
  client,
  domains: ['harborcastings.example'],
  origin: 'mpc',
})

export const touched = (id: string, summary = 'left word about Thursday'): EngagementEvent => ({
  type: 'TouchpointLogged',
  ...envelope(`touch-${id}`),
  touchpoint: id as TouchpointId,
  direction: 'outbound',
  channel: 'voicemail',
  outcome: 'left-message',
  contact: 'ruth' as ContactId,
  summary,
})
