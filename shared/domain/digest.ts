import * as z from 'zod'
import type { Recorded } from './engagement/events.ts'
import { personal } from './personal.ts'
import { CommandId, EngagementId, Instant, RecruiterId, TaskId } from './vocabulary.ts'

/** One digest per recruiter and local date: claimed, then sent; a send is never inside a decision that may be retried. */

const envelope = {
  at: Instant,
  recordedAt: Instant,
  by: z.union([RecruiterId, z.literal('system')]),
  command: CommandId,
}
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...envelope, ...shape })

/** What a number in the digest stands for, so that "1 vm" in a reply finds its task. */
export const DigestLine = z.object({
  number: z.int().positive().optional(),
  task: TaskId.optional(),
  engagement: EngagementId.optional(),
  shape: z.enum(['task', 'short', 'line', 'reminder', 'question', 'held', 'receipt', 'unreadable', 'firm']),
})
export type DigestLine = z.infer<typeof DigestLine>

// Events
export const DigestEvent = z.discriminatedUnion('type', [
  event('DigestClaimed', { lines: z.array(DigestLine), attempt: z.int().positive() }),
  event('DigestSent', { messageId: z.string() }),
  event('DigestRefused', { why: z.string().max(200) }),
  event('DigestUnknown', { why: z.string().max(200) }),
  event('DigestBounced', { address: personal(z.string()), hard: z.boolean() }),
  event('DigestNotNeeded', {}),
])
export type DigestEvent = z.infer<typeof DigestEvent>

// Fold
export type Digest = {
  readonly stage: 'absent' | 'claimed' | 'sent' | 'refused' | 'unknown' | 'not-needed'
  readonly lines: readonly DigestLine[]
  /** Claims so far: after an unknown outcome it is sent again at most once. */
  readonly attempts: number
  readonly claimedAt: string | null
}

export const foldDigest = (events: Iterable<Recorded<DigestEvent>>): Digest => {
  let digest: Digest = { stage: 'absent', lines: [], attempts: 0, claimedAt: null }
  for (const event of events) digest = evolve(digest, event)
  return digest
}

const evolve = (digest: Digest, event: DigestEvent): Digest => {
  switch (event.type) {
    case 'DigestClaimed':
      return { stage: 'claimed', lines: event.lines, attempts: event.attempt, claimedAt: event.at }
    case 'DigestSent':
      return { ...digest, stage: 'sent' }
    case 'DigestRefused':
      return digest.stage === 'sent' ? digest : { ...digest, stage: 'refused' }
    case 'DigestUnknown':
      return digest.stage === 'sent' ? digest : { ...digest, stage: 'unknown' }
    case 'DigestNotNeeded':
      return { ...digest, stage: 'not-needed' }
    case 'DigestBounced':
      return digest
  }
}
