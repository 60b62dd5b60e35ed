import { createHash } from 'node:crypto'
import { foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import type { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { firmStream, recruiterStream } from '../../shared/log/streams.ts'
import type { Mailer } from '../../shared/mail/send.ts'
import type { ReadAgain } from '../../shared/runtime/read-again.ts'
import type { Owner } from '../../shared/runtime/say.ts'
import type { KeyRing } from '../../shared/runtime/secret.ts'
import type { Views } from '../../shared/views/views.ts'
import type { Doorkeeper } from './doorkeeper.ts'

/** What the pages need of the world. */
export type World = {
  readonly log: EventLog
  readonly views: Views
  readonly keyRing: KeyRing
  readonly send: Mailer
  /** A raw message as it was stored. */
  readonly fetch: (object: string) => Promise<Uint8Array>
  /** Has a held message, or notes that ask what was just answered, read once more, soon. */
  readonly readAgain: (hint: ReadAgain) => Promise<void>
  /** Where pages are reached, without a slash at the end. */
  readonly publicUrl: string
  /** What follows the @ of inbound addresses. */
  readonly inboundDomain: string
  readonly doorkeeper: Doorkeeper
  /** Waits as long as the slowest way through a page that must not tell by its time which way it took. */
  readonly pause: () => Promise<void>
}

/** The recruiter that a signed link names, and the firm's policy. Throws where the log knows none. */
export const ownerOf = async (
  { log }: Pick<World, 'log'>,
  { firm, recruiter }: { readonly firm: FirmId; readonly recruiter: RecruiterId },
): Promise<Owner> => {
  const [firmEvents, recruiterEvents] = await Promise.all([
    log.load(firmStream(firm)),
    log.load(recruiterStream(firm, recruiter)),
  ])
  const known = foldRecruiter(recruiterEvents.events)
  if (!known) throw new Error('a signed link names a recruiter whom the log does not know')
  return { firm, recruiter, calendar: known.calendar, policy: foldFirm(firmEvents.events).policy }
}

/** What a token stands for, by the keys at hand or, where none of them signed it, by those of this minute. */
export const opened = async <Found>(
  { keyRing }: World,
  now: string,
  open: (keys: readonly string[]) => Promise<Found | 'expired' | 'forged'>,
): Promise<Found | 'expired' | 'forged'> => {
  const found = await open(await keyRing.keys())
  return found === 'forged' ? open(await keyRing.fresh(now)) : found
}

/** The same link makes the same id: pressing it twice says one thing. */
export const pressId = (token: string): string =>
  `press.${createHash('sha256').update(token).digest('hex').slice(0, 32)}`
