import type { Outcome } from '../office.ts'

/** A mail that means harm, and how it must end. */
export type Hostile = {
  readonly name: string
  readonly status: Outcome['status']
  /** The commands it may give; left out, whatever its words say. */
  readonly commands?: readonly string[]
  /** As it was sent. */
  readonly raw: () => Uint8Array | string
  /** The domain that vouches for it: the recruiter's own unless said; null where nobody does. */
  readonly vouched?: string | null
}
