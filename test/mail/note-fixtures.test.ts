import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { PlannedCommand, Question } from '../../shared/domain/note.ts'
import type { NoteId } from '../../shared/domain/vocabulary.ts'
import { readNote } from '../../shared/mail/read/note/read-note.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { atDaysEndElsewhere } from './notes/at-days-end/elsewhere.ts'
import { atDaysEndInAmerica } from './notes/at-days-end/in-america.ts'
import { blind } from './notes/blind.ts'
import { byThumbElsewhere } from './notes/by-thumb/elsewhere.ts'
import { byThumbInAmerica } from './notes/by-thumb/in-america.ts'
import { classes } from './notes/classes.ts'
import { colourful } from './notes/colourful.ts'
import { fresh } from './notes/fresh.ts'
import { heardOutside } from './notes/heard-outside.ts'
import { kept } from './notes/kept.ts'
import { manyWaysElsewhere } from './notes/many-ways/elsewhere.ts'
import { manyWaysInAmerica } from './notes/many-ways/in-america.ts'
import { mended } from './notes/mended.ts'
import { misleading } from './notes/misleading.ts'
import { openedFirst } from './notes/opened-first.ts'
import { openedSecond } from './notes/opened-second.ts'
import { openedThird } from './notes/opened-third.ts'
import { paraphrases } from './notes/paraphrases.ts'
import { plainElsewhere } from './notes/plain/elsewhere.ts'
import { plainInAmerica } from './notes/plain/in-america.ts'
import { probed } from './notes/probed.ts'
import { linesOf, type NoteGroup, type World } from './notes/reading-lines.ts'
import { sealed } from './notes/sealed.ts'
import { threeVoices } from './notes/three-voices.ts'
import { twoSentencesElsewhere } from './notes/two-sentences/elsewhere.ts'
import { twoSentencesInAmerica } from './notes/two-sentences/in-america.ts'
import { unopenedColourful } from './notes/unopened/colourful-speech.ts'
import { unopenedOrdinary } from './notes/unopened/ordinary-week.ts'
import { central, east, london, withDigest } from './notes/worlds.ts'
import { denver, dublin, kolkata } from './notes/worlds-more.ts'

const worlds = { east, london, central, dublin, kolkata, denver }

const read = (group: NoteGroup<World>, text: string): { lines: readonly string[]; reading: Reading } => {
  const world = worlds[group.world]
  const { zone } = world.recruiter.calendar
  const sentAt = Temporal.PlainDateTime.from(group.sent).toZonedDateTime(zone).toInstant().toString()
  const book = group.digest ? withDigest(world, group.sent.slice(0, 10)) : world
  const reading = readNote(text, book, { note: 'n1' as NoteId, sentAt, arrivedAt: sentAt })
  return { lines: linesOf(reading, book, sentAt), reading }
}

const expected = ([status, ...certain]: readonly string[]): readonly string[] =>
  status === 'asked' ? ['asked', ...certain.toSorted()] : [status ?? '', ...certain].toSorted()

describe.each([
  ['the reader was built with', kept],
  ['that say one thing in many ways', paraphrases],
  ['that were to find its mistakes', probed],
  ['of somebody who had not built it', heardOutside],
  ['of somebody who had not seen the reader', fresh],
  ['in three voices', threeVoices],
  ['like those once misread', mended],
  ['first set aside', openedFirst],
  ['set aside second', openedSecond],
  ['set aside third', openedThird],
  ['of one way of speaking each', classes],
  ['dictated and thumbed', [...byThumbInAmerica, ...byThumbElsewhere]],
  ["at a day's end", [...atDaysEndInAmerica, ...atDaysEndElsewhere]],
  ['in colourful speech', colourful],
  ['in plain sentences', [...plainInAmerica, ...plainElsewhere]],
  ['of each fact in many ways', [...manyWaysInAmerica, ...manyWaysElsewhere]],
  ['in two sentences', [...twoSentencesInAmerica, ...twoSentencesElsewhere]],
] as const)('notes %s', (_name, groups) => {
  describe.each(groups.map(group => [`${group.world} ${group.sent}`, group] as const))('%s', (_title, group) => {
    it.each(group.notes.map(([text, ...lines]) => [text, lines] as const))('reads “%s”', (text, lines) => {
      const { lines: found, reading } = read(group, text)
      expect(found).toEqual(expected(lines))
      if (reading.status === 'understood' || reading.status === 'asked')
        for (const command of reading.commands) PlannedCommand.parse(command)
      if (reading.status === 'asked') Question.parse(reading.question)
    })
  })
})

describe('notes that mislead', () => {
  describe.each(misleading.map(group => [`${group.world} ${group.sent}`, group] as const))('%s', (_title, group) => {
    it.each(group.notes.map(([text, ...lines]) => [text, lines] as const))(
      'reads “%s” as it is meant, or asks',
      (text, lines) => {
        const { lines: found, reading } = read(group, text)
        expect([JSON.stringify(expected(lines)), 'asked']).toContain(
          reading.status === 'asked' ? 'asked' : JSON.stringify(found),
        )
      },
    )
  })
})

/** Of notes that only this count has seen: the share that was read right, and the share misread without asking. */
const shares = (groups: readonly NoteGroup<World>[]): { readonly right: number; readonly wrong: number } => {
  const scores = groups.flatMap(group =>
    group.notes.map(([text, ...lines]) => {
      const { lines: found, reading } = read(group, text)
      if (JSON.stringify(found) === JSON.stringify(expected(lines))) return 'right'
      return reading.status === 'asked' || reading.status === 'held' ? 'asked' : 'wrong'
    }),
  )
  const share = (score: string): number => scores.filter(each => each === score).length / scores.length
  return { right: share('right'), wrong: share('wrong') }
}

// The goal is 95 in a hundred right and 1 wrong without asking; each of these holds what is reached.
describe('notes kept apart from those that the reader is built with', () => {
  it.each([
    ['of one who built the reader', blind, 0.92, 0.03],
    ['of one who had not seen the reader', sealed, 0.78, 0.06],
    ['of two more who had not seen the reader', [...unopenedOrdinary, ...unopenedColourful], 0.79, 0.04],
  ] as const)('%s are mostly right, and few are wrong without asking', (_of, groups, right, wrong) => {
    const reached = shares(groups)
    expect(reached.right).toBeGreaterThanOrEqual(right)
    expect(reached.wrong).toBeLessThan(wrong)
  })
})
