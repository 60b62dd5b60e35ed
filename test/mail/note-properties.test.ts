import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlannedCommand, Question } from '../../shared/domain/note.ts'
import type { NoteId } from '../../shared/domain/vocabulary.ts'
import { readNote } from '../../shared/mail/read/note/read-note.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { kept } from './notes/kept.ts'
import { linesOf } from './notes/reading-lines.ts'
import { east, withDigest } from './notes/worlds.ts'

const sentAt = '2026-09-22T15:00:00Z'
const arrivedAt = '2026-09-22T15:01:00Z'
const digest = withDigest(east, '2026-09-22')
const read = (text: string, book = east): Reading => readNote(text, book, { note: 'n1' as NoteId, sentAt, arrivedAt })
const planned = (reading: Reading): readonly PlannedCommand[] =>
  reading.status === 'understood'
    ? reading.commands
    : reading.status === 'asked'
      ? [...reading.commands, ...reading.question.answers.flatMap(answer => answer.commands)]
      : []

const words = fc.array(
  fc.constantFrom(
    ...'Susan Maria Priya Renata Acme Northgate spoke with called left a voicemail emailed no answer she will by Friday yesterday 22% 1 2 vm not today done missed our call, and . ? : - 9/22 in two weeks agreed signed frozen until March short me I think'.split(
      ' ',
    ),
  ),
  { maxLength: 30 },
)
const note = fc.oneof(
  words.map(list => list.join(' ')),
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
)

describe('any note', () => {
  it('ends as one of the four, its commands valid, its ids its own, none later than the message', () => {
    fc.assert(
      fc.property(note, fc.boolean(), (text, answers) => {
        const reading = read(text, answers ? digest : east)
        const commands = planned(reading)
        for (const command of commands) PlannedCommand.parse(command)
        expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
        expect(commands.filter(({ at }) => Date.parse(at) > Date.parse(arrivedAt))).toEqual([])
        if (reading.status === 'asked') {
          Question.parse(reading.question)
          expect(reading.question.answers.at(-1)).toEqual({ word: 'none', label: 'None of these', commands: [] })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reads the same again', () => {
    fc.assert(
      fc.property(note, text => {
        expect(read(text)).toEqual(read(text))
      }),
      { numRuns: 200 },
    )
  })

  it('speaks only of accounts and people in the book, or of people it adds', () => {
    fc.assert(
      fc.property(note, text => {
        for (const { engagement, command } of planned(read(text, digest))) {
          const row = east.engagements.find(each => each.engagement === engagement)
          expect(row).toBeDefined()
          const contact = 'contact' in command ? command.contact : undefined
          const known = row?.contacts.some(({ id }) => id === contact)
          expect(contact === undefined || known || contact.startsWith('n.')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('what changes nothing in a note', () => {
  /** Every third will do. */
  const plain = kept
    .filter(group => group.world === 'east' && !group.digest)
    .flatMap(group => group.notes.map(([text]) => text))
    .filter((_, index) => index % 3 === 0)
  const same = (change: (text: string) => string): void => {
    const changed = plain.filter(text => {
      const [before, after] = [read(text), read(change(text))]
      return JSON.stringify(linesOf(before, east, sentAt)) !== JSON.stringify(linesOf(after, east, sentAt))
    })
    expect(changed).toEqual([])
  }

  it('is a greeting or “quick update” before it', () => {
    same(text => `Hi, ${text}`)
    same(text => `Quick update: ${text}`)
    same(text => `Also, ${text}`)
  })
  it('is thanks, a name or a phone’s signature after it', () => {
    same(text => `${text.replace(/[.!]?$/, '.')} Thanks!`)
    same(text => `${text}\n\nDan`)
    same(text => `${text}\n\nSent from my iPhone`)
  })
  it('is a curly apostrophe, a doubled space or a bullet', () => {
    same(text => text.replaceAll("'", '’'))
    same(text => text.replaceAll(' ', '  '))
    same(text => `- ${text}`)
  })
})

describe('a long note', () => {
  it('of more than 20,000 characters is held', () => {
    expect(read('Spoke with Susan. '.repeat(60_000))).toMatchObject({ status: 'held' })
    expect(read('a'.repeat(1_000_000))).toMatchObject({ status: 'held' })
  })

  // A bound far above what any of these takes (a few hundred milliseconds), and far below what a quadratic reading would.
  it.each([
    ['names', 'Susan '.repeat(3300)],
    ['two people of one name', 'Maria and Renata and Susan, she will '.repeat(540)],
    ['headers', 'Susan: '.repeat(2800)],
    ['dates', '9/22 '.repeat(4000)],
    ['calls', 'called '.repeat(2800)],
    ['line breaks', `${'\n'.repeat(19_000)}Spoke with Susan`],
    ['quotations', '> '.repeat(9000)],
    ['commas', ','.repeat(20_000)],
    ['addresses', 'a@'.repeat(9999)],
    ['apostrophes', "a'".repeat(9999)],
  ])('made of %s is read within the limit', (_of, text) => {
    const begun = performance.now()
    read(text, digest)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
