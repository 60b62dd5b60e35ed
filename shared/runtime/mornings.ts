import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { FirmId, Instant, RecruiterId } from '../domain/vocabulary.ts'

/**
 * A hint that a recruiter's morning may be due at `now`. It may come twice, late or not at all: the due index hands the
 * recruiter out again until the morning has set the next.
 */
export const MorningHint = z.object({ firm: FirmId, recruiter: RecruiterId, now: Instant })
export type MorningHint = z.infer<typeof MorningHint>

export type Mornings = { readonly hint: (hints: readonly MorningHint[]) => Promise<void> }

/** Messages that SQS takes in one call. */
const PER_CALL = 10

/** Hints by way of an SQS queue. Throws where one is not taken, after all were tried. */
export const createMornings = (client: SQSClient, queueUrl: string): Mornings => ({
  hint: async hints => {
    const refused: string[] = []
    for (let from = 0; from < hints.length; from += PER_CALL) {
      const { Failed } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: hints
            .slice(from, from + PER_CALL)
            .map((hint, index) => ({ Id: String(index), MessageBody: JSON.stringify(hint) })),
        }),
      )
      refused.push(...(Failed ?? []).map(failure => failure.Code ?? 'unknown'))
    }
    if (refused.length > 0) throw new Error(`${refused.length} hints not taken by the queue: ${refused[0]}`)
  },
})
