import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { PlannedCommand, Question } from '../../shared/domain/note.ts'
import type { NoteId } from '../../shared/domain/vocabulary.ts'
import { readNote } from '../../shared/mail/read/note/read-note.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { kept } from './notes/kept.ts'
import { paraphrases } from './notes/paraphrases.ts'
import { linesOf, type NoteGroup } from './notes/reading-lines.ts'
import { central, east, london, withDigest } from './notes/worlds.ts'

const worlds = { east, london, central }

const read = (group: NoteGroup, text: string): { lines: readonly string[]; reading: Reading } => {
  const world = worlds[group.world]
  const { zone } = world.recruiter.calendar
  const sentAt = Temporal.PlainDateTime.from(group.sent).toZonedDateTime(zone).toInstant().toString()
  const book = group.digest ? withDigest(world, group.sent.slice(0, 10)) : world
  const reading = readNote(text, book, { note: 'n1' as NoteId, sentAt, arrivedAt: sentAt })
  return { lines: linesOf(reading, book, sentAt), reading }
}

describe.each([
  ['kept', kept],
  ['paraphrases', paraphrases],
] as const)('notes %s', (_name, groups) => {
  describe.each(groups.map(group => [`${group.world} ${group.sent}`, group] as const))('%s', (_title, group) => {
    it.each(group.notes.map(([text, ...lines]) => [text, lines] as const))('reads “%s”', (text, lines) => {
      const { lines: found, reading } = read(group, text)
      const [status, ...certain] = lines
      expect(found).toEqual(status === 'asked' ? ['asked', ...certain.toSorted()] : lines.toSorted())
      if (reading.status === 'understood' || reading.status === 'asked')
        for (const command of reading.commands) PlannedCommand.parse(command)
      if (reading.status === 'asked') {
        Question.parse(reading.question)
        expect(reading.question.answers.at(-1)).toMatchObject({ word: 'none', commands: [] })
      }
    })
  })
})
