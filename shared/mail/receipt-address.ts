import { EngagementId } from '../domain/vocabulary.ts'

/** By what a reply to a receipt is known: `TOKEN+ACCOUNT@in.relight.example`, where mail gave the account its id. */

const TAG = /^e[0-9a-f]{24}$/

export const receiptAddress = (inbound: string, engagement: EngagementId): string =>
  TAG.test(engagement) ? inbound.replace('@', `+${engagement}@`) : inbound

/** The account that a reply address's tag names. */
export const accountOf = (tag: string): EngagementId | undefined =>
  TAG.test(tag) ? EngagementId.parse(tag) : undefined
