import * as z from 'zod'
import { Command } from '../domain/engagement/commands.ts'
import { InvitationId } from '../domain/firm.ts'
import { SessionId } from '../domain/recruiter.ts'
import { EngagementId, FirmId, NoteId, RecruiterId, TaskId } from '../domain/vocabulary.ts'
import { openToken, signToken } from './token.ts'

/** What a link in a mail is for. It serves this one thing, for a while, and nobody else can make one. */

const whose = { firm: FirmId, recruiter: RecruiterId }

/** What a link may take back. */
const TAKES_BACK: ReadonlySet<Command['command']> = new Set([
  'RetractEngagement',
  'RetractMerge',
  'RetractTouchpoint',
  'RetractContact',
  'RetractPress',
  'ReopenTask',
])
const Undoing = Command.refine(({ command }) => TAKES_BACK.has(command), 'must take something back')

/** A page of ours to go on to: a path without a query, that can't lead to another host. */
export const PagePath = z
  .string()
  .max(200)
  .regex(/^(?:\/|(?:\/[\w.-]+)+)$/)

export const Link = z.discriminatedUnion('kind', [
  /** A task's outcome, by its word. */
  z.object({ kind: z.literal('do'), ...whose, engagement: EngagementId, task: TaskId, word: z.string().max(60) }),
  /** An answer to what was asked about a note, by its word; `seen` puts a held message aside. */
  z.object({ kind: z.literal('answer'), ...whose, note: NoteId, word: z.string().max(60) }),
  z.object({ kind: z.literal('undo'), ...whose, engagement: EngagementId, undo: z.array(Undoing).min(1).max(20) }),
  /** How one note was read. */
  z.object({ kind: z.literal('note'), ...whose, note: NoteId }),
  z.object({ kind: z.literal('unsubscribe'), ...whose }),
  /** Confirms an address that the recruiter named; `address` is its SHA-256, since addresses stand in no address. */
  z.object({ kind: z.literal('confirm'), ...whose, address: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Lets somebody join whom the firm's owner invited. */
  z.object({ kind: z.literal('join'), ...whose, invitation: InvitationId }),
  /** Begins a session, once; `to` is where to go from there. */
  z.object({ kind: z.literal('sign-in'), ...whose, session: SessionId, to: PagePath.optional() }),
])
export type Link = z.infer<typeof Link>

const THIRTY_DAYS = 30 * 24 * 60 * 60
/** For what is opened at once: a sign-in, or taking back what was just pressed. */
export const TEN_MINUTES = 10 * 60
export const A_DAY = 24 * 60 * 60

/** The token of a link, good for `seconds` from `now`, a UTC instant. The same link made at the same time is the same. */
export const signLink = (secret: string, link: Link, now: string, seconds = THIRTY_DAYS): Promise<string> =>
  signToken(secret, link, now, seconds)

/** The address of a link's page: `https://…/do/TOKEN`. `base` has no slash at its end. */
export const linkAddress = async (
  base: string,
  secret: string,
  link: Link,
  now: string,
  seconds?: number,
): Promise<string> => `${base}/${link.kind}/${await signLink(secret, link, now, seconds)}`

/** What a token stands for at an instant, signed by any of the keys; anything that we did not sign is forged. */
export const openLink = (keys: readonly string[], token: string, now: string): Promise<Link | 'expired' | 'forged'> =>
  openToken(keys, Link, token, now)
