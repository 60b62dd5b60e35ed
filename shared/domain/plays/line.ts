import type { CallSheet } from './play.ts'

/** A play that is one line in the digest, and one press to answer. */
export const line = (...why: readonly string[]): CallSheet => ({ why, before: [], say: [], leaveOut: [] })
