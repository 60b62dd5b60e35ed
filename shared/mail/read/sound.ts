import { PlannedCommand } from '../../domain/note.ts'
import type { Reading } from './reading.ts'

/** The rule of a message that our own reading failed on: held, listed, and read again once it is mended. */
export const FAULT = 'a fault of ours'

/** A commit of the log holds 400 KB, and an event is half as large again as its command. */
const LARGEST_BYTES = 200 * 1024
const MOST_COMMANDS = 200

/**
 * A reading that the log can take, whatever a stranger sent: one that fails, or says what no engagement could be told,
 * is held rather than thrown, since a message that is thrown at would be tried again and set aside, and never listed.
 */
export const sound = (read: () => Reading): Reading => {
  try {
    const reading = read()
    if (reading.status === 'held' || reading.status === 'nothing') return reading
    const answers = reading.status === 'asked' ? reading.question.answers : []
    const commands = [...reading.commands, ...answers.flatMap(answer => answer.commands)]
    if (reading.commands.length > MOST_COMMANDS || Buffer.byteLength(JSON.stringify(commands)) > LARGEST_BYTES)
      return { status: 'held', rule: 'too much at once', why: 'It tells more than one message can: send it in parts.' }
    return PlannedCommand.array().safeParse(commands).success ? reading : fault()
  } catch {
    return fault()
  }
}

const fault = (): Reading => ({
  status: 'held',
  rule: FAULT,
  why: 'I could not read it, and that is a fault of mine; the message itself is kept.',
})
