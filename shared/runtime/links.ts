import { errors, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import { Command } from '../domain/engagement/commands.ts'
import { EngagementId, FirmId, NoteId, RecruiterId, TaskId } from '../domain/vocabulary.ts'

/** What a link in a mail is for. It serves this one thing, for thirty days, and nobody else can make one. */

const whose = { firm: FirmId, recruiter: RecruiterId }

/** What a link may take back. */
const TAKES_BACK: ReadonlySet<Command['command']> = new Set([
  'RetractEngagement',
  'RetractMerge',
  'RetractTouchpoint',
  'ReopenTask',
])
const Undoing = Command.refine(({ command }) => TAKES_BACK.has(command), 'must take something back')

export const Link = z.discriminatedUnion('kind', [
  /** A task's outcome, by its word. */
  z.object({ kind: z.literal('do'), ...whose, engagement: EngagementId, task: TaskId, word: z.string().max(60) }),
  /** An answer to what was asked about a note, by its word; `seen` puts a held message aside. */
  z.object({ kind: z.literal('answer'), ...whose, note: NoteId, word: z.string().max(60) }),
  z.object({ kind: z.literal('undo'), ...whose, engagement: EngagementId, undo: z.array(Undoing).min(1).max(4) }),
  z.object({ kind: z.literal('unsubscribe'), ...whose }),
])
export type Link = z.infer<typeof Link>

const LIFETIME_SECONDS = 30 * 24 * 60 * 60

/** The token of a link, good for thirty days from `now`, a UTC instant. The same link made at the same time is the same. */
export const signLink = (secret: string, link: Link, now: string): Promise<string> => {
  const until = Math.floor(Date.parse(now) / 1000) + LIFETIME_SECONDS
  return new SignJWT(link).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(until).sign(keyOf(secret))
}

/** The address of a link's page: `https://…/do/TOKEN`. `base` has no slash at its end. */
export const linkAddress = async (base: string, secret: string, link: Link, now: string): Promise<string> =>
  `${base}/${link.kind}/${await signLink(secret, link, now)}`

/** What a token stands for at an instant; anything that we did not sign is forged. */
export const openLink = async (secret: string, token: string, now: string): Promise<Link | 'expired' | 'forged'> => {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    })
    return Link.safeParse(payload).data ?? 'forged'
  } catch (error) {
    return error instanceof errors.JWTExpired ? 'expired' : 'forged'
  }
}

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret)
