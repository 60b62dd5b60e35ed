import type { PlannedCommand } from '../../../domain/note.ts'
import type { EngagementId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import { readNote } from '../note/read-note.ts'
import { type Book, commandId, type Occasion, type Reading } from '../reading.ts'

const RULE = 'the same account'
const MOST_ANSWERS = 8
const LONGEST = 240

/**
 * "Same as Acme Molding", of the account whose receipt it answers, or "Birch is the same as Birch & Vale": the first is
 * merged into the second. Null where the words say something else.
 */
export const readSameAs = (words: string, book: Book, occasion: Occasion): Reading | null => {
  const [first = '', ...rest] = words.trim().split('\n')
  const same = readLine(first.trim().replace(/[.!]+$/, ''), book, occasion)
  return same && withRest(same, readNote(rest.join('\n'), book, occasion))
}

/** What stands below is a note of its own. */
const withRest = (same: Reading, note: Reading): Reading => {
  if (!('commands' in note) || same.status === 'nothing') return note.status === 'nothing' ? same : note
  if (!('commands' in same)) return note
  const commands = [...same.commands, ...note.commands]
  if (!('question' in note)) return { ...same, commands }
  if (!('question' in same)) return { ...note, rule: same.rule, commands }
  const text = `${same.question.text} ${note.question.text} Please tell me that in a note of its own.`.slice(0, 500)
  return { ...same, commands, question: { ...same.question, text } }
}

const readLine = (line: string, book: Book, occasion: Occasion): Reading | null => {
  const said = line.length > LONGEST ? null : SAME_AS.exec(line)
  if (!said) return null
  const open = book.engagements.filter(({ stage }) => stage === 'open')
  const [, who = '', whom = ''] = said
  const meant = PRONOUN.test(who.trim()) ? open.filter(row => row.engagement === book.about) : called(who, open)
  const stays = called(whom, open)
  const [one] = meant
  const [other] = stays
  if (one && other && meant.length === 1 && stays.length === 1)
    return one === other
      ? { status: 'nothing', rule: RULE, why: `${one.client} is one account already.` }
      : { status: 'understood', rule: RULE, commands: [merging(one.engagement, other.engagement, occasion, 0)] }
  if (meant.length === 1 && one) {
    const others = (stays.length > 0 ? stays : open).filter(row => row !== one)
    return whichOne(
      `Which account is the same as ${one.client}?`,
      others,
      row => [one.engagement, row.engagement],
      occasion,
    )
  }
  if (stays.length === 1 && other) {
    const others = (meant.length > 0 ? meant : open).filter(row => row !== other)
    return whichOne(
      `Which account is the same as ${other.client}?`,
      others,
      row => [row.engagement, other.engagement],
      occasion,
    )
  }
  return null
}

/** Somebody's name before it, or a word for what was just told of, or nothing. */
const SAME_AS =
  /^(.{0,100}?)(?:\s*[,:–-]\s*|\s+)?(?:'s|is|are|was)?\s*(?:really |actually |just |in fact )?\b(?:the )?same (?:(?:client|account|company|firm|people|one|thing) )?as (.{2,120})$/iu
const PRONOUN = /^(it|it['’]s|this|this one|that|that['’]s|that one|they|they['’]re|these|those|the new one)?$/i

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\band\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The accounts of a name: spelled alike, else those whose name begins with it. */
const called = (name: string, rows: readonly EngagementRow[]): readonly EngagementRow[] => {
  const wanted = letters(name)
  if (wanted === '') return []
  const alike = rows.filter(row => letters(row.client) === wanted)
  return alike.length > 0 || wanted.length < 3 ? alike : rows.filter(row => letters(row.client).startsWith(wanted))
}

const merging = (from: EngagementId, into: EngagementId, occasion: Occasion, index: number): PlannedCommand => ({
  id: commandId(occasion.note, index),
  engagement: from,
  at: occasion.sentAt,
  evidence: 'reported',
  command: { command: 'MergeEngagement', into },
})

const whichOne = (
  text: string,
  rows: readonly EngagementRow[],
  pair: (row: EngagementRow) => readonly [from: EngagementId, into: EngagementId],
  occasion: Occasion,
): Reading => ({
  status: 'asked',
  rule: RULE,
  commands: [],
  question: {
    text,
    answers: [
      ...rows.slice(0, MOST_ANSWERS).map((row, index) => ({
        word: `same-${row.engagement}`.slice(0, 60),
        label: row.client,
        commands: [merging(...pair(row), occasion, index + 1)],
      })),
      { word: 'none', label: 'None of these', commands: [] },
    ],
  },
})
