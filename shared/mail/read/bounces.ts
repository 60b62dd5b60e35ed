import { isAddress } from './addresses.ts'
import type { Message } from './message.ts'

/** What a bounce says: to whom a mail could not be brought, and which mail it was. */
export type Failure = {
  /** In lower case, those that failed for good, first those that the report names for machines. */
  readonly addresses: readonly string[]
  /** Of the mail that came back, without brackets; null where it is not shown. */
  readonly messageId: string | null
}

const MOST_CHARACTERS = 20_000

/**
 * Whom a bounce could not reach for good: by its report (RFC 3464), else by the words that mail servers write. A delay
 * is no failure. Addresses of the servers themselves may be among those taken from words.
 */
export const failureIn = (message: Message): Failure => {
  const reported = message.deliveryStatus.flatMap(failedIn)
  const header = (message.headers.get('x-failed-recipients') ?? []).flatMap(value => addressesIn(value))
  const words = message.text.slice(0, MOST_CHARACTERS)
  const told =
    reported.length + header.length > 0 || isDelay(words) || message.deliveryStatus.length > 0
      ? []
      : addressesIn(aboveOriginal(words))
  return {
    addresses: [...new Set([...reported, ...header, ...told])],
    messageId: message.messages[0]?.messageId ?? idIn(words),
  }
}

/** One recipient's group of fields each, empty lines between them. */
const failedIn = (report: string): readonly string[] =>
  report
    .slice(0, MOST_CHARACTERS)
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .flatMap(group => {
      const field = (name: string): string =>
        group
          .split('\n')
          .find(line => line.toLowerCase().startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim() ?? ''
      const isFailed = field('action').toLowerCase().startsWith('failed') || field('status').startsWith('5')
      const recipient = field('original-recipient') || field('final-recipient')
      return isFailed ? addressesIn(recipient.slice(recipient.indexOf(';') + 1)).slice(0, 1) : []
    })

const addressesIn = (text: string): readonly string[] =>
  text
    .replaceAll(/mailto:/gi, ' ')
    .split(/[\s<>()[\],;:"']+/)
    .map(word => word.replace(/[.!?]+$/, '').toLowerCase())
    .filter(word => word.includes('@') && isAddress(word))
    .slice(0, 50)

/** Below it stand people whom the mail reached, or came from. */
const ORIGINAL =
  /^.{0,10}(original message|below this line is a copy|this is a copy of|forwarded message|diagnostic information|reporting-mta|message headers|received:|--- the (header|message)|return-path:)/im

const aboveOriginal = (text: string): string => {
  const at = text.search(ORIGINAL)
  return at < 0 ? text : text.slice(0, at)
}

const isDelay = (words: string): boolean =>
  /\b(delay(ed)?|still (being )?(retr|try)|will (be )?(retr|keep|continue)|(has )?not yet been delivered|no (further )?action is required|warning message only|verzögert|retardée?)\b/i.test(
    words.slice(0, 3000),
  ) && !/\b5\.\d\.\d{1,3}\b|\b55\d[ -]/.test(words)

const idIn = (words: string): string | null =>
  /^[>\s]{0,10}message-id:\s{0,10}<([^<>\s]{1,250})>/im.exec(words)?.[1] ?? null
