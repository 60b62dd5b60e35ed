import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlannedCommand, Question } from '../../shared/domain/note.ts'
import type { NoteId } from '../../shared/domain/vocabulary.ts'
import { readNote } from '../../shared/mail/read/note/read-note.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { growth, LINEAR } from '../support/growth.ts'
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
          expect(reading.question.answers.at(-1)).toMatchObject({ word: 'none', commands: [] })
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
    same(text => `${text}\nSent from Outlook for Android`)
  })
  it('is a curly apostrophe, a doubled space or a bullet', () => {
    same(text => text.replaceAll("'", '’'))
    same(text => text.replaceAll(' ', '  '))
    same(text => `- ${text}`)
  })
  it('is the kind of its dashes, and the full stop at its end', () => {
    same(text => text.replaceAll(/ [-–—] /g, ' — '))
    same(text => text.replaceAll(/ [-–—] /g, ' - '))
    same(text => `${text.replace(/[.]$/, '')}.`)
  })

  /** Who is new is told by the capitals of the name. */
  const ofKnown = plain.filter(text => planned(read(text)).every(({ command }) => command.command !== 'AddContact'))
  const low = (text: string): readonly string[] => linesOf(read(text), east, sentAt).map(line => line.toLowerCase())
  it('is the case of its letters, where everybody in it is known', () => {
    const changed = ofKnown
      .filter(text => read(text).status === 'understood')
      .filter(text => [text.toLowerCase(), text.toUpperCase()].some(other => low(text).join() !== low(other).join()))
    expect(changed).toEqual([])
  })

  const NAMES = 'Ingrid Xanthe Leopold Yusuf Marisol Dmitri Fenella Tobiah Zubair Hester Kaspar Ottoline'.split(' ')
  const FIRST = 'Carla Susan Mike Priya Tom Ellen Jim Deepa Greg Bernadette Walt'.split(' ')
  it('is what its people are called', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(NAMES, { minLength: FIRST.length }), others => {
        const renamed = (text: string): string =>
          FIRST.reduce(
            (words, name, at) => words.replaceAll(new RegExp(`\\b${name}\\b`, 'gi'), others[at] ?? name),
            text,
          )
        const book = {
          ...east,
          engagements: east.engagements.map(row => ({
            ...row,
            contacts: row.contacts.map(contact => ({ ...contact, name: renamed(contact.name) })),
          })),
        }
        const changed = plain
          .filter(text => !/bernadete|susna/i.test(text))
          .filter(text => {
            const before = linesOf(read(text), east, sentAt).map(renamed)
            return (
              JSON.stringify(before.toSorted()) !== JSON.stringify(linesOf(read(renamed(text), book), book, sentAt))
            )
          })
        expect(changed).toEqual([])
      }),
      { numRuns: 5 },
    )
  })

  it('is a sentence after it that cannot be read, about somebody else: that alone is asked about', () => {
    const told = plain.filter(text => read(text).status === 'understood' && !/bernadet|walt|quillan/i.test(text))
    const changed = told.flatMap(text =>
      ['Frobbed Bernadette.', 'Walt and the zoo, who knows.'].filter(unreadable => {
        const after = read(`${text.replace(/[.!]?$/, '.')} ${unreadable}`)
        const asks =
          after.status === 'asked' && after.question.text.includes(unreadable.includes('Walt') ? 'Walt' : 'Bern')
        const [, ...certain] = linesOf(after, east, sentAt)
        return !asks || certain.join() !== linesOf(read(text), east, sentAt).join()
      }),
    )
    expect(changed).toEqual([])
  })
})

describe('two things that happened', () => {
  const DEEDS = [
    'spoke with WHO',
    'left WHO a voicemail',
    'emailed WHO',
    'texted WHO',
    'had lunch with WHO',
    'called WHO, no answer',
    'sent WHO the agreement',
    'met WHO for coffee',
    'sent WHO two CVs',
    'wrote to WHO',
    'got a text from WHO',
    'had a good call with WHO',
  ]
  it('read alike, however they are joined', () => {
    const joints = ['. ', ' and ', ', then ', '; ', '\n', ', ', ' and then ', ' then ']
    const apart = DEEDS.flatMap(first =>
      DEEDS.filter(second => second !== first).flatMap(second => {
        const [one, other] = [first.replace('WHO', 'Jim'), second.replace('WHO', 'Carla')]
        const each = [...linesOf(read(one), east, sentAt), ...linesOf(read(other), east, sentAt)].toSorted().join()
        return joints
          .map(joint => `${one}${joint}${other}`)
          .filter(text => linesOf(read(text), east, sentAt).join() !== each)
      }),
    )
    expect(apart).toEqual([])
  })
})

describe('a word that programs know by another meaning', () => {
  it('is a word like any other in a note', () => {
    const [strange, known] = ['constructor', 'carpenter'].map(word => read(`Spoke with Susan about the ${word}.`))
    expect(strange?.status).toBe('understood')
    expect(JSON.stringify(strange).replaceAll('constructor', 'carpenter')).toBe(JSON.stringify(known))
  })
})

describe('a long note', () => {
  it('of more than 20,000 characters is held', () => {
    expect(read('Spoke with Susan. '.repeat(60_000))).toMatchObject({ status: 'held' })
    expect(read('a'.repeat(1_000_000))).toMatchObject({ status: 'held' })
  })

  it.each([
    ['names', 'Susan '],
    ['two people of one name', 'Maria and Renata and Susan, she will '],
    ['headers', 'Susan: '],
    ['dates', '9/22 '],
    ['calls', 'called '],
    ['line breaks', '\n'],
    ['quotations', '> '],
    ['commas', ','],
    ['addresses', 'a@'],
    ['apostrophes', "a'"],
  ])('made of %s is read in a time that grows as it does', (_of, unit) => {
    const readOf = (length: number) => read(`${unit.repeat(Math.ceil(length / unit.length))}Spoke with Susan`, digest)
    expect(growth(readOf, 4_500)).toBeLessThan(LINEAR)
  })
})
