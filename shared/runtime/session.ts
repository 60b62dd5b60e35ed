import * as z from 'zod'
import { SessionId } from '../domain/recruiter.ts'
import { FirmId, RecruiterId } from '../domain/vocabulary.ts'
import { openToken, signToken } from './token.ts'

/** Who is signed in. It lasts as long as the recruiter's stream says so, and thirty days at most. */
export const Session = z.object({
  kind: z.literal('session'),
  firm: FirmId,
  recruiter: RecruiterId,
  session: SessionId,
})
export type Session = z.infer<typeof Session>

export const SESSION_SECONDS = 30 * 24 * 60 * 60

export const signSession = (key: string, session: Session, now: string): Promise<string> =>
  signToken(key, session, now, SESSION_SECONDS)

export const openSession = (
  keys: readonly string[],
  token: string,
  now: string,
): Promise<Session | 'expired' | 'forged'> => openToken(keys, Session, token, now)
