import type { Command } from '../../shared/domain/engagement/commands.ts'
import type { EngagementEvent } from '../../shared/domain/engagement/events.ts'
import { CommandId, type EngagementId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { refused } from '../../shared/runtime/problem.ts'
import { say } from '../../shared/runtime/say.ts'
import { atFault, type Call, Stopped } from './request.ts'

export type Appended = { readonly position: number; readonly events: readonly EngagementEvent[] }

/** Says commands to an engagement as its recruiter. The first one refused stops the call, if nothing else was said. */
export const sayFor = async (
  call: Call,
  engagement: EngagementId,
  commands: readonly Command[],
  at: string,
): Promise<Appended> => {
  const said = await say(
    call.deps.log,
    call.owner,
    engagement,
    commands.map((command, index) => ({
      command,
      saying: {
        id: CommandId.parse(`${call.id}.${index}`),
        at,
        now: call.now,
        by: call.recruiter.recruiter,
        source: 'api',
        evidence: 'reported',
      },
    })),
  )
  const [first] = said.refused
  if (first && said.events.length === 0) throw new Stopped(refused(first.refusal))
  return said
}

/**
 * What this call said when it came first, where its `Idempotency-Key` has been used on this engagement before: a
 * repeated call is answered as the first one was. The same key with another body is refused.
 */
export const saidBefore = async (call: Call, engagement: EngagementId): Promise<Appended | null> => {
  const { events } = await call.deps.log.load(engagementStream(call.owner.firm, call.owner.recruiter, engagement))
  const before = events.filter(event => event.command.startsWith(`${call.key}.`))
  if (!before.every(event => event.command.startsWith(`${call.id}.`)))
    throw new Stopped(
      atFault(
        409,
        'idempotency-key-reused',
        'This Idempotency-Key came with another body before',
        'idempotency-key',
        'must be new for what is new',
      ),
    )
  const last = before.at(-1)
  return last ? { position: last.position + 1, events: before } : null
}
