import { createHash } from 'node:crypto'
import { foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import type { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { firmStream, recruiterStream } from '../../shared/log/streams.ts'
import type { Owner } from '../../shared/runtime/say.ts'

/** What the pages need of the world. */
export type World = {
  readonly log: EventLog
  readonly linkSecret: () => Promise<string>
}

/** The recruiter that a signed link names, and the firm's policy. Throws where the log knows none. */
export const ownerOf = async (
  { log }: World,
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

/** The same link makes the same id: pressing it twice says one thing. */
export const pressId = (token: string): string =>
  `press.${createHash('sha256').update(token).digest('hex').slice(0, 32)}`
