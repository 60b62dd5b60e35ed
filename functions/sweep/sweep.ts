import * as z from 'zod'
import { Instant } from '../../shared/domain/vocabulary.ts'
import type { MorningHint, Mornings } from '../../shared/runtime/mornings.ts'
import type { Views } from '../../shared/views/views.ts'

/** What the schedule says: the instant it was to go off at, UTC. */
const Tick = z.object({ now: Instant })

/** Hands every recruiter whose morning is due to the queue. Reads the due index and nothing else. */
export const sweep = async (index: Pick<Views, 'due'>, mornings: Mornings, event: unknown): Promise<void> => {
  const { now } = Tick.parse(event)
  const hints: MorningHint[] = []
  for await (const { firm, recruiter } of index.due(now)) hints.push({ firm, recruiter, now })
  await mornings.hint(hints)
}
