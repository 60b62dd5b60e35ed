import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import type { Queues } from './aws/queues.ts'
import type { ReceiptRules } from './aws/ses.ts'
import { type Clock, instant } from './clock.ts'

/** Takes mail in as SES does: stored, then announced with its verdicts. */

export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED'
export type Verdicts = { readonly spf: Verdict; readonly dkim: Verdict; readonly dmarc: Verdict }

export type Arrival = {
  readonly raw: Buffer
  /** The envelope's: a BCC'd address stands in no header. */
  readonly recipients: readonly string[]
  readonly sender: string
  readonly verdicts: Verdicts
}

export type MailIn = {
  /** Whether a receipt rule takes mail to an address. */
  readonly takes: (address: string) => boolean
  /** Stores and announces a message, and answers SES's id for it. It is kept, and in the queue, when this returns. */
  readonly deliver: (arrival: Arrival) => Promise<string>
  /** A message that was delivered before to the same address, by its key. */
  readonly delivered: (recipient: string, key: string) => Uint8Array
}

/** SES cuts the headers in a notification here. */
const MOST_HEADER_CHARACTERS = 10_000

export const openMailIn = (rules: ReceiptRules, queues: Queues, clock: Clock): MailIn => ({
  takes: address => rules.actionsFor(address).length > 0,
  delivered: (recipient, key) => {
    const [action] = rules.actionsFor(recipient)
    if (!action) throw new Error(`nobody takes mail to ${recipient}`)
    return queues.getObject(action.bucket, key)
  },
  deliver: async arrival => {
    const id = randomUUID().replaceAll('-', '')
    const timestamp = instant(clock.time())
    const seen = await headersOf(arrival.raw)
    const message = stamped(id, arrival, seen.from, clock.time())
    const actions = rules.actionsFor(arrival.recipients[0] ?? '')
    for (const { bucket, prefix, topic } of actions) {
      const objectKey = `${prefix}${id}`
      queues.putObject(bucket, objectKey, message)
      if (!topic) continue
      const action = { type: 'S3', topicArn: topic, bucketName: bucket, objectKeyPrefix: prefix, objectKey }
      const notification = {
        notificationType: 'Received',
        mail: {
          timestamp,
          source: arrival.sender,
          messageId: id,
          destination: arrival.recipients,
          headersTruncated: seen.truncated,
          headers: seen.headers,
          commonHeaders: { from: [seen.from], subject: seen.subject, messageId: seen.messageId },
        },
        receipt: {
          timestamp,
          processingTimeMillis: 1,
          recipients: arrival.recipients,
          spamVerdict: { status: 'PASS' },
          virusVerdict: { status: 'PASS' },
          spfVerdict: { status: arrival.verdicts.spf },
          dkimVerdict: { status: arrival.verdicts.dkim },
          dmarcVerdict: { status: arrival.verdicts.dmarc },
          action,
        },
      }
      queues.publish(topic, 'Amazon SES Email Receipt Notification', JSON.stringify(notification))
    }
    return id
  },
})

/** The message as it would be stored. */
export const stored = async (arrival: Arrival, id: string, time: number): Promise<Buffer> =>
  stamped(id, arrival, (await headersOf(arrival.raw)).from, time)

const stamped = (id: string, arrival: Arrival, from: string, time: number): Buffer =>
  Buffer.concat([Buffer.from(stamp(id, arrival, from, time)), arrival.raw])

/** What SES puts before a message: how it came, and which domain vouches for it. */
const stamp = (id: string, { recipients, sender, verdicts }: Arrival, from: string, time: number): string => {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const lines = [
    `Return-Path: <${sender}>`,
    `Received: from one.machine (one.machine [127.0.0.1]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id ${id}`,
    ` for ${recipients[0] ?? ''}; ${new Date(time).toUTCString().replace('GMT', '+0000 (UTC)')}`,
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    `Authentication-Results: amazonses.com; spf=${result(verdicts.spf)} smtp.mailfrom=${domain};`,
    ` dkim=${result(verdicts.dkim)} header.i=@${domain}; dmarc=${result(verdicts.dmarc)} header.from=${domain};`,
    // A message may begin with a folded line, which must not lengthen the verdicts.
    `X-SES-RECEIPT: ${id}`,
  ]
  return lines.map(line => `${line}\r\n`).join('')
}

const result = (verdict: Verdict): string =>
  ({ PASS: 'pass', FAIL: 'fail', GRAY: 'none', PROCESSING_FAILED: 'temperror' })[verdict]

const headersOf = async (raw: Buffer) => {
  const {
    headers,
    from,
    subject = '',
    messageId = '',
  } = await PostalMime.parse(headerBlock(raw)).catch(() => UNREADABLE)
  const kept: { name: string; value: string }[] = []
  let characters = 0
  for (const { originalKey, value } of headers) {
    characters += originalKey.length + value.length
    if (characters > MOST_HEADER_CHARACTERS) break
    kept.push({ name: originalKey, value })
  }
  const address = from && 'address' in from ? (from.address ?? '') : ''
  return { headers: kept, truncated: kept.length < headers.length, from: address.toLowerCase(), subject, messageId }
}

const UNREADABLE = { headers: [], from: undefined, subject: '', messageId: '' }

/** Nothing but the headers is looked at here: whatever a body holds, mail that arrives is kept. */
const headerBlock = (raw: Buffer): Buffer => {
  const end = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter(index => index !== -1)
  return raw.subarray(0, Math.min(...end, raw.length, 256 * 1024))
}
