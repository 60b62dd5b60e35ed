import * as z from 'zod'
import { type DigestEvent, foldDigest } from '../../shared/domain/digest.ts'
import { type FirmEvent, foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter, type RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { CommandId, FirmId, Instant, LocalDate, RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { digestStream, firmStream, recruiterStream } from '../../shared/log/streams.ts'
import { execute } from '../../shared/runtime/execute.ts'

const one = <Schema extends z.ZodType>(schema: Schema) => z.tuple([schema])

/** What SES tells the default bus of a mail of ours; the tags say whose it is, and of a digest also its date. */
export const MailEvent = z.object({
  time: Instant,
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      tags: z.object({
        firm: one(FirmId).optional(),
        recruiter: one(RecruiterId).optional(),
        date: one(LocalDate).optional(),
      }),
    }),
    bounce: z
      .object({ bounceType: z.string(), bouncedRecipients: z.array(z.object({ emailAddress: z.string() })) })
      .optional(),
    complaint: z.object({ complainedRecipients: z.array(z.object({ emailAddress: z.string() })) }).optional(),
  }),
})
export type MailEvent = z.infer<typeof MailEvent>

type Tagged = { readonly firm: FirmId; readonly recruiter: RecruiterId }
/** `date` is local to the recruiter. */
type OfDigest = Tagged & { readonly date: string }

/** Settles a send whose outcome was open, and stops writing to an address that bounces hard or complains. */
export const recordMailEvent = async (log: EventLog, { time, detail }: MailEvent): Promise<void> => {
  const { firm, recruiter, date } = detail.mail.tags
  if (!firm || !recruiter) return
  const tagged = { firm: firm[0], recruiter: recruiter[0] }
  switch (detail.eventType) {
    case 'Send':
    case 'Delivery':
      return date ? recordSent(log, { ...tagged, date: date[0] }, time, detail.mail.messageId) : undefined
    case 'Bounce':
      if (date) await recordBounce(log, { ...tagged, date: date[0] }, time, detail)
      if (isHard(detail))
        for (const { emailAddress } of detail.bounce?.bouncedRecipients ?? [])
          await suppress(log, tagged, time, emailAddress, 'bounced')
      return
    case 'Complaint':
      for (const { emailAddress } of detail.complaint?.complainedRecipients ?? [])
        await suppress(log, tagged, time, emailAddress, 'complained')
      return
    default:
      return
  }
}

const isHard = ({ bounce }: MailEvent['detail']): boolean => bounce?.bounceType === 'Permanent'

const recordSent = async (log: EventLog, tagged: OfDigest, time: string, messageId: string): Promise<void> => {
  await execute(log, digestStream(tagged.firm, tagged.recruiter, tagged.date), foldDigest, digest => {
    if (digest.stage !== 'claimed' && digest.stage !== 'unknown') return []
    const sent: DigestEvent = { ...by(time, `sent.${messageId}`), type: 'DigestSent', messageId }
    return [sent]
  })
}

const recordBounce = async (
  log: EventLog,
  tagged: OfDigest,
  time: string,
  detail: MailEvent['detail'],
): Promise<void> => {
  const hard = isHard(detail)
  for (const { emailAddress } of detail.bounce?.bouncedRecipients ?? []) {
    const command = `bounce.${detail.mail.messageId}`
    const stream = digestStream(tagged.firm, tagged.recruiter, tagged.date)
    const { events } = await log.load(stream)
    if (!events.some(event => event.command === command))
      await execute(log, stream, foldDigest, () => {
        const bounced: DigestEvent = { ...by(time, command), type: 'DigestBounced', address: emailAddress, hard }
        return [bounced]
      })
  }
}

const suppress = async (
  log: EventLog,
  { firm, recruiter }: Tagged,
  time: string,
  address: string,
  why: 'bounced' | 'complained',
): Promise<void> => {
  const { state: joined } = await execute(log, recruiterStream(firm, recruiter), foldRecruiter, state => {
    const known = address.toLowerCase()
    if (!state?.addresses.includes(known) || state.suppressed.includes(known)) return []
    const suppressed: RecruiterEvent = {
      ...by(time, `suppress.${why}`),
      source: 'evaluation',
      type: 'AddressSuppressed',
      address: known,
      why,
    }
    return [suppressed]
  })
  if (!joined) await recordUndelivered(log, { firm, recruiter }, time, address.toLowerCase(), why)
}

/** Mail to somebody who has not joined is an invitation; whoever sent it looks at the firm's page of the team. */
const recordUndelivered = async (
  log: EventLog,
  { firm, recruiter }: Tagged,
  time: string,
  address: string,
  why: 'bounced' | 'complained',
): Promise<void> => {
  await execute(log, firmStream(firm), foldFirm, ({ invitations }): FirmEvent[] => {
    const isNews = invitations.some(
      one => one.recruiter === recruiter && one.address === address && one.standing === 'open' && !one.undelivered,
    )
    return isNews
      ? [{ ...by(time, `undelivered.${why}`), source: 'evaluation', type: 'InvitationUndelivered', recruiter, why }]
      : []
  })
}

const by = (time: string, command: string) => ({
  at: time,
  recordedAt: time,
  by: 'system' as const,
  command: CommandId.parse(command.slice(0, 160)),
})
