import { randomUUID } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import PostalMime from 'postal-mime'
import * as z from 'zod'
import { type Clock, instant } from '../clock.ts'
import type { Call, Service } from '../door.ts'
import type { Mail, Outbox } from '../outbox.ts'
import type { Resource } from '../template.ts'
import { answerJson, failJson, jsonOf } from './protocols.ts'

/** SES's API for sending: what it accepts is in the outbox, on disk, before it answers. */

const Text = z.object({ Data: z.string() })
/** SES takes printable ASCII without line breaks, and nothing longer. */
const Header = z.object({
  Name: z.string().regex(/^[!-9;-~]{1,126}$/),
  Value: z.string().regex(/^[ -~]{1,870}$/),
})

const SendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({
    ToAddresses: z.array(z.string()).default([]),
    CcAddresses: z.array(z.string()).default([]),
    BccAddresses: z.array(z.string()).default([]),
  }),
  ReplyToAddresses: z.array(z.string()).default([]),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z
    .array(z.object({ Name: z.string().regex(TAG()), Value: z.string().regex(TAG()) }))
    .max(50)
    .default([]),
  Content: z.union([
    z.object({
      Simple: z.object({
        Subject: Text,
        Body: z.object({ Text: Text.optional(), Html: Text.optional() }),
        Headers: z.array(Header).max(15).default([]),
      }),
    }),
    z.object({ Raw: z.object({ Data: z.base64() }) }),
  ]),
})
type SendEmail = z.infer<typeof SendEmail>

function TAG(): RegExp {
  return /^[A-Za-z0-9_.@-]{1,256}$/
}

export const openSesV2 = (resources: readonly Resource[], clock: Clock, outbox: Outbox): Service => {
  const domains = resources
    .filter(({ type }) => type === 'AWS::SES::EmailIdentity')
    .map(({ properties }) => z.object({ EmailIdentity: z.string() }).parse(properties).EmailIdentity)
  const configurations = new Set(
    resources.filter(({ type }) => type === 'AWS::SES::ConfigurationSet').map(({ id }) => id),
  )

  const refused = (asked: SendEmail): string | undefined => {
    const from = bare(asked.FromEmailAddress)
    if (!domains.some(domain => from.endsWith(`@${domain}`))) return `Email address is not verified: ${from}`
    const set = asked.ConfigurationSetName
    return set !== undefined && !configurations.has(set) ? `Configuration set does not exist: ${set}` : undefined
  }

  const answer = async (call: Call) => {
    if (call.operation !== 'SendEmail') return failJson('NotFoundException', 404, `no ${call.path} here`)
    const asked = SendEmail.safeParse(jsonOf(call.body))
    if (!asked.success) return failJson('BadRequestException', 400, z.prettifyError(asked.error))
    const why = refused(asked.data)
    if (why) return failJson('MessageRejected', 400, why)
    const id = `0100${randomUUID()}-000000`
    const mail = await composed(id, asked.data, clock.time())
    outbox.add(mail, {
      configuration: asked.data.ConfigurationSetName,
      tags: Object.fromEntries(asked.data.EmailTags.map(({ Name, Value }) => [Name, Value])),
    })
    return answerJson({ MessageId: id })
  }

  return {
    ask: ({ method, path, body }) => ({
      operation: method === 'POST' && path === '/v2/email/outbound-emails' ? 'SendEmail' : `${method} ${path}`,
      resource: String(jsonOf(body)['FromEmailAddress'] ?? ''),
    }),
    answer,
    fail: failJson,
  }
}

/** `Relight <relight@relight.example>` is `relight@relight.example`. */
const bare = (address: string): string => {
  const open = address.lastIndexOf('<')
  return (open === -1 ? address : address.slice(open + 1, address.lastIndexOf('>'))).trim().toLowerCase()
}

/** The message as its recipient sees it: SES gives it a Message-ID and a date of its own. */
const composed = async (id: string, asked: SendEmail, time: number): Promise<Mail> => {
  const { Destination, Content } = asked
  const raw = 'Raw' in Content ? Buffer.from(Content.Raw.Data, 'base64') : await build(id, asked, Content.Simple, time)
  const seen = await PostalMime.parse(raw)
  return {
    id,
    at: instant(time),
    from: asked.FromEmailAddress,
    to: [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses].join(', '),
    subject: seen.subject ?? '',
    headers: Object.fromEntries(seen.headers.map(({ key, value }) => [key.toLowerCase(), value])),
    text: seen.text ?? '',
    html: seen.html ?? '',
    raw: raw.toString('latin1'),
  }
}

type Simple = Extract<SendEmail['Content'], { Simple: unknown }>['Simple']

const build = (id: string, asked: SendEmail, simple: Simple, time: number): Promise<Buffer> =>
  new MailComposer({
    from: asked.FromEmailAddress,
    to: asked.Destination.ToAddresses,
    cc: asked.Destination.CcAddresses,
    replyTo: asked.ReplyToAddresses,
    subject: simple.Subject.Data,
    text: simple.Body.Text?.Data,
    html: simple.Body.Html?.Data,
    headers: simple.Headers.map(({ Name, Value }) => ({ key: Name, value: Value })),
    date: new Date(time),
    messageId: `<${id}@email.amazonses.com>`,
  })
    .compile()
    .build()
