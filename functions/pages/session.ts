import { foldRecruiter, type Recruiter, type RecruiterEvent, type SessionId } from '../../shared/domain/recruiter.ts'
import { foldSignIn } from '../../shared/domain/sign-in.ts'
import type { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { openSession, SESSION_SECONDS, type Session, signSession } from '../../shared/runtime/session.ts'
import type { Request } from './request.ts'
import { opened, type World } from './world.ts'

/** The cookie that says who is signed in. No script reads it, and other sites' forms do not bring it along. */

/** A browser takes `__Host-` only over https, for this host alone; on one machine there is no https. */
const isSecure = ({ publicUrl }: World): boolean => publicUrl.startsWith('https:')
const nameOf = (world: World): string => (isSecure(world) ? '__Host-relight' : 'relight')

const cookie = (world: World, value: string, seconds: number): string =>
  `${nameOf(world)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure(world) ? '; Secure' : ''}`

export const sessionCookie = async (world: World, session: Session, now: string): Promise<string> =>
  cookie(world, await signSession((await world.keyRing.keys())[0], session, now), SESSION_SECONDS)

export const noCookie = (world: World): string => cookie(world, '', 0)

/** Somebody who is signed in; everything they see and do is this recruiter's. */
export type SignedIn = {
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly session: SessionId
  readonly known: Recruiter
  readonly events: readonly RecruiterEvent[]
}

/** Whose session a request brings; null where it brings none, or one that is over. */
export const signedInBy = async (request: Request, world: World): Promise<SignedIn | null> => {
  const token = request.cookies.get(nameOf(world))
  if (!token) return null
  const session = await opened(world, request.now, keys => openSession(keys, token, request.now))
  if (session === 'expired' || session === 'forged') return null
  const { events } = await world.log.load(recruiterStream(session.firm, session.recruiter))
  const known = foldRecruiter(events)
  return known && foldSignIn(events).open.has(session.session) ? { ...session, known, events } : null
}
