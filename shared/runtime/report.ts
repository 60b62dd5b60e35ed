import { createHash } from 'node:crypto'

/**
 * Lines for whoever runs Relight. They say which function and what code, never a name, an address or a word: messages
 * of errors are left out, since they may quote what somebody wrote, and streams are named by a hash.
 */

type Line = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** An object, not its text: Lambda lays it into its own JSON line, where alarms filter by `message.code`. */
const say = (line: Line): void => console.error(line)

export type Where = { readonly function: string; readonly request?: string | undefined }

export const reportFailure = (where: Where, error: unknown): void =>
  say({ level: 'error', ...where, code: codeOf(error), ...place(error), frames: framesOf(error) })

/** Somebody changed or removed what is in the log. An alarm stands on this code. */
export const reportLogChanged = (where: Where, stream: string, position: string): void =>
  say({ level: 'error', ...where, code: 'log-changed', stream: hashed(stream), position })

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not-an-error'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

const place = (error: unknown): Line => {
  if (!(error instanceof Error)) return {}
  return {
    ...('stream' in error && typeof error.stream === 'string' ? { stream: hashed(error.stream) } : {}),
    ...('position' in error && typeof error.position === 'number' ? { position: error.position } : {}),
  }
}

/** Where in the code, without the first line, which holds the message. */
const framesOf = (error: unknown): readonly string[] => {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines
    .filter(line => line.startsWith('    at '))
    .slice(0, 6)
    .map(line => line.trim())
}

/** Enough to find a stream whose name is known, and not to learn a name. */
const hashed = (stream: string): string => createHash('sha256').update(stream).digest('hex').slice(0, 16)
