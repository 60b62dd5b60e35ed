import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { FirmId, Instant, NoteId, RecruiterId } from '../domain/vocabulary.ts'

/**
 * A hint that a held message is to be read once more, or those that ask what a button just answered about this one.
 * The note's own stream says whether they may be.
 */
export const ReadAgain = z.object({ firm: FirmId, recruiter: RecruiterId, note: NoteId, now: Instant })
export type ReadAgain = z.infer<typeof ReadAgain>

/** Hints by way of the queue that arriving mail comes through. Throws where it is not taken. */
export const createReadAgain =
  (client: SQSClient, queueUrl: string) =>
  async (hint: ReadAgain): Promise<void> => {
    const Message = JSON.stringify({ readAgain: hint })
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ Message }) }))
  }
