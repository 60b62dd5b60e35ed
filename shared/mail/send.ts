import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'

/** A mail of ours: text and HTML both complete. `to` is one confirmed address. */
export type Outgoing = {
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly replyTo?: string
  /** Ids by which SES's own events are recognised; never a name or an address. */
  readonly tags?: Readonly<Record<string, string>>
}

/** `unknown`: SES gave no answer, so it may have been sent or not. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly messageId: string }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown'; readonly why: string }

export type Mailer = (mail: Outgoing) => Promise<SendOutcome>

/**
 * Sends by SES, which knows no idempotency token: the SDK would send again after a timeout, so it may try but once.
 * Never throws for what SES answers.
 */
export const createMailer = (
  from: string,
  configurationSet: string,
  client: SESv2Client = new SESv2Client({ maxAttempts: 1 }),
): Mailer => {
  return async mail => {
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [mail.to] },
          ...(mail.replyTo ? { ReplyToAddresses: [mail.replyTo] } : {}),
          ConfigurationSetName: configurationSet,
          EmailTags: Object.entries(mail.tags ?? {}).map(([Name, Value]) => ({ Name, Value })),
          Content: {
            Simple: {
              Subject: { Data: mail.subject, Charset: 'UTF-8' },
              Body: {
                Text: { Data: mail.text, Charset: 'UTF-8' },
                Html: { Data: mail.html, Charset: 'UTF-8' },
              },
              Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
            },
          },
        }),
      )
      return { outcome: 'sent', messageId: MessageId ?? '' }
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown error'
      return { outcome: isAnswer(error) ? 'refused' : 'unknown', why }
    }
  }
}

/** SES said no; anything else (a timeout, a broken line, its own failure) leaves open whether it sent. */
const isAnswer = (error: unknown): boolean => {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  return status !== undefined && status >= 400 && status < 500
}
