import * as z from 'zod'
import type { Recorded } from './engagement/events.ts'
import { CommandId, Instant, NoteId, RecruiterId } from './vocabulary.ts'

/**
 * Mails that answered what a recruiter sent, a stream for each date in UTC. Each is claimed before it is sent: two
 * machines that answer each other stop there, and none goes out twice.
 */

export const AnswerEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('AnswerClaimed'),
    at: Instant,
    recordedAt: Instant,
    by: z.union([RecruiterId, z.literal('system')]),
    command: CommandId,
    /** The note that it answers. */
    answers: NoteId,
    /** A hash of the address that it goes to. */
    to: z.string().min(1).max(64),
  }),
])
export type AnswerEvent = z.infer<typeof AnswerEvent>

export type Claims = readonly Pick<AnswerEvent, 'at' | 'to' | 'command'>[]

export const foldAnswers = (events: Iterable<Recorded<AnswerEvent>>): Claims =>
  [...events].map(({ at, to, command }) => ({ at, to, command }))

const MOST = 20
export const ANSWERS_WINDOW_MS = 2 * 3_600_000

/** Whether one more may go to an address at an instant (UTC): at most 20 in two hours. */
export const mayAnswer = (claims: Claims, to: string, now: string): boolean => {
  const since = Date.parse(now) - ANSWERS_WINDOW_MS
  return claims.filter(claim => claim.to === to && Date.parse(claim.at) > since).length < MOST
}
