import { foldRecruiter, type Recruiter, type RecruiterEvent } from '../../../shared/domain/recruiter.ts'
import type { RecruiterId } from '../../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../../shared/log/streams.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'

/** A recruiter of the firm, and all that is on record of them. */
export type Member = { readonly known: Recruiter; readonly events: readonly RecruiterEvent[] }

/** Everybody of the visitor's firm, the owner first. */
export const membersOf = async ({ firm, owner }: Visit, { log }: World): Promise<readonly Member[]> => {
  const loaded = await Promise.all(firm.recruiters.map(each => log.load(recruiterStream(owner.firm, each))))
  return loaded.flatMap(({ events }) => {
    const known = foldRecruiter(events)
    return known ? [{ known, events }] : []
  })
}

/** Those who can be given an account of somebody's. */
export const receiversBeside = (giver: RecruiterId, members: readonly Member[]): readonly Recruiter[] =>
  members.flatMap(({ known }) => (known.id === giver || known.deactivated ? [] : [known]))
