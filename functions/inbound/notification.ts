import * as z from 'zod'
import { Instant } from '../../shared/domain/vocabulary.ts'
import { ReadAgain } from '../../shared/runtime/read-again.ts'

/** What SES says by SNS of a message that it laid into the bucket. */
const Received = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({ timestamp: Instant }),
  receipt: z.object({
    /** The envelope's recipients: a BCC'd address stands in no header. */
    recipients: z.array(z.string()),
    action: z.object({ objectKey: z.string().min(1) }),
  }),
})

/** The SNS envelope as it lies in the queue. */
export const Envelope = z.object({ Message: z.string() })

/** The held message that is to be read again, where the envelope says that and tells of no arrival. */
export const readHint = (envelope: z.infer<typeof Envelope>): ReadAgain | null =>
  z.object({ readAgain: ReadAgain }).safeParse(JSON.parse(envelope.Message)).data?.readAgain ?? null

export type Arrival = {
  readonly object: string
  readonly arrivedAt: string
  readonly recipients: readonly string[]
}

/** The arrival that a notification tells of, or null for SES's own set-up message. */
export const readArrival = (envelope: z.infer<typeof Envelope>): Arrival | null => {
  const parsed = Received.safeParse(JSON.parse(envelope.Message))
  if (!parsed.success) {
    if (envelope.Message.includes('AMAZON_SES_SETUP_NOTIFICATION')) return null
    throw parsed.error
  }
  const { mail, receipt } = parsed.data
  if (receipt.action.objectKey.endsWith('AMAZON_SES_SETUP_NOTIFICATION')) return null
  return { object: receipt.action.objectKey, arrivedAt: mail.timestamp, recipients: receipt.recipients }
}
