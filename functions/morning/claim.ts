import { type Digest, type DigestEvent, type DigestLine, foldDigest } from '../../shared/domain/digest.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { digestStream } from '../../shared/log/streams.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { Morning } from './whose.ts'

/** A send without a known outcome is unknown after this long. */
const UNKNOWN_AFTER_MS = 15 * 60_000
/** Sent again at most once where SES left it open. */
const UNKNOWN_SENDS = 2
/** A refusal costs nobody a second mail, so it is tried again at every look until the day is over. */

export type Step = 'send' | 'wait' | 'done'

/** What is to be done about a digest of this state: claim and send it, wait for its outcome, or nothing more. */
export const nextStep = (digest: Digest, now: string): Step => {
  switch (digest.stage) {
    case 'absent':
    case 'refused':
      return 'send'
    case 'claimed':
      return digest.claimedAt && Date.parse(now) - Date.parse(digest.claimedAt) < UNKNOWN_AFTER_MS ? 'wait' : 'send'
    case 'unknown':
      return digest.attempts < UNKNOWN_SENDS ? 'send' : 'done'
    case 'sent':
    case 'not-needed':
      return 'done'
  }
}

type Draft = DigestEvent extends infer Event
  ? Event extends DigestEvent
    ? Omit<Event, 'at' | 'recordedAt' | 'by' | 'command'>
    : never
  : never

export const createDigestRecord = (log: EventLog, morning: Morning) => {
  const stream = digestStream(morning.firm.firm, morning.recruiter.recruiter, morning.today)
  const event = (draft: Draft, command: string): DigestEvent =>
    ({
      ...draft,
      at: morning.now,
      recordedAt: morning.now,
      by: 'system',
      command: CommandId.parse(command),
    }) as DigestEvent

  return {
    load: async (): Promise<Digest> => foldDigest((await log.load(stream)).events),
    /** Answers whether this caller may send: only one wins, and none twice. */
    claim: async (lines: readonly DigestLine[]): Promise<boolean> => {
      let mine = false
      await execute(log, stream, foldDigest, digest => {
        mine = nextStep(digest, morning.now) === 'send'
        if (!mine) return []
        const attempt = digest.attempts + 1
        const claimed = event({ type: 'DigestClaimed', lines: [...lines], attempt }, `claim.${attempt}`)
        return digest.stage === 'claimed'
          ? [event({ type: 'DigestUnknown', why: 'no outcome after 15 minutes' }, `unknown.${attempt}`), claimed]
          : [claimed]
      })
      return mine
    },
    /** What became of the send; nothing where the sender's own events have told already that it went out. */
    record: async (draft: Draft): Promise<void> => {
      await execute(log, stream, foldDigest, digest =>
        digest.stage === 'sent' ? [] : [event(draft, `${draft.type}.${digest.attempts}`)],
      )
    },
    notNeeded: async (): Promise<void> => {
      await execute(log, stream, foldDigest, digest =>
        digest.stage === 'absent' ? [event({ type: 'DigestNotNeeded' }, 'not-needed')] : [],
      )
    },
  }
}
