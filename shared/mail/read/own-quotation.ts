import { plays } from '../../domain/plays/index.ts'
import { attributionAt } from './attribution.ts'
import { bare } from './lines.ts'
import { quotedHeaderAt } from './quoted-header.ts'

/**
 * Our own mails as answers quote them. Some programs quote without a mark on any line, and then only what we know of
 * our own layout tells where a recruiter wrote: below a task, or below it all.
 */

/** A task of a digest, as its heading in a quotation shows it. */
export type Heading = { readonly number: number; readonly who: string }

/** Where a line of ours stands: at the heading of a task, or in the `rest` below the tasks. */
export const standsAt = (line: string): Heading | 'rest' | null => {
  const text = bare(line).replace(/^[*_#\s]+/, '')
  const [, number, who] = /^(\d{1,2})\.\s{1,3}(\S[^,<\n]{0,99})/.exec(text.slice(0, 120)) ?? []
  if (number && who) return { number: Number(number), who }
  return REST.some(words => text.startsWith(words)) && text.length < 200 ? 'rest' : null
}

const REST = [
  'Also waiting',
  'One press each',
  'You asked to be reminded',
  'A note I could not place',
  'Held back',
  'Not written to you at the time',
  'Not readable today',
  'Nothing else is due',
  'Reply with the number and a word',
  'Press a button, or reply',
  'No more of these mails',
]

/** A passage of an answer, and the task under which it stands. */
export type Passage = { readonly task: Heading | null; readonly lines: readonly string[] }

/** What a recruiter wrote into the quotation of a mail of ours whose lines bear no marks. Empty for anybody else's. */
export const writtenInto = (quoted: readonly string[]): readonly Passage[] => {
  const end = endOfMail(quoted)
  const below = end === quoted.length ? [] : [{ task: null, lines: untilNextMail(quoted.slice(end + 1)) }]
  const passages: { task: Heading; lines: string[] }[] = []
  const mail = quoted.slice(0, end)
  let task = null as Heading | null
  let isAnswer = false
  const offered = new Set<string>()
  for (const [at, line] of mail.entries()) {
    const text = withoutLinks(line)
    const row = labelsOf(text)
    const stands = standsAt(text)
    if (stands === 'rest') break
    if (stands?.number === (task?.number ?? 0) + 1) {
      task = stands
      isAnswer = false
      offered.clear()
    } else if (
      task &&
      (isButtons(line, isAnswer) ||
        (row && isRow(row, offered, isAnswer ? passages.at(-1)?.lines : undefined, mail.slice(at + 1, at + 4))))
    ) {
      for (const label of row ?? []) offered.add(label)
      if (passages.at(-1)?.task === task) passages.pop()
      passages.push({ task, lines: [] })
      isAnswer = true
    } else if (isAnswer) passages.at(-1)?.lines.push(text.trim() === '' ? '' : withoutName(line))
  }
  return [...passages, ...below]
}

/**
 * Rows of buttons stand below each other, each button once; a program may set every one on a line of its own. `written`
 * is what stands below the first of them, `next` the lines that follow.
 */
const isRow = (
  row: readonly string[],
  offered: ReadonlySet<string>,
  written: readonly string[] | undefined,
  next: readonly string[],
): boolean =>
  written
    ? offered.size > 0 && written.every(line => line === '') && !row.some(label => offered.has(label))
    : next.some(line => labelsOf(withoutLinks(line)))

/** The line at which a mail of ours ends; the number of lines where none does. */
const endOfMail = (quoted: readonly string[]): number => {
  const at = quoted.findIndex((line, index) => {
    const text = withoutLinks(line).trim()
    if (text === '') return false
    const withAbove = `${withoutLinks(quoted[index - 1] ?? '').trim()} ${text}`
    return LAST.test(text) || LAST_WORDS.some(words => withAbove.endsWith(words))
  })
  return at === -1 ? quoted.length : at
}

const LAST = /^(No more of these mails|Take it back):?$/
const LAST_WORDS = [
  'Press one, or reply with its number, a name, or in your own words.',
  'Reply in your own words, or press the button to leave it.',
]

/** Below a mail of ours may stand the one that it answered, quoted in its turn. */
const untilNextMail = (lines: readonly string[]): readonly string[] => {
  const next = lines.findIndex((_, at) => quotedHeaderAt(lines, at) !== null || attributionAt(lines, at) !== null)
  return (next === -1 ? lines : lines.slice(0, next)).map(withoutName)
}

const withoutLinks = (line: string): string =>
  line
    .slice(0, 4000)
    .replace(/<?https?:\S+/g, '')
    .trimEnd()

const LABELS = [
  'Already did, on…',
  ...Object.values(plays).flatMap(({ outcomes }) => outcomes.map(({ label }) => label)),
]
const LONGEST_FIRST = LABELS.toSorted((one, other) => other.length - one.length)
/** No row of buttons is longer. */
const LONGEST_ROW = 120

/** The labels that a line is made of, where it is made of nothing else. */
const labelsOf = (line: string): readonly string[] | null => {
  let rest = line
    .slice(0, LONGEST_ROW + 1)
    .replace(/\s+/g, ' ')
    .trim()
  if (rest === '' || rest.length > LONGEST_ROW) return null
  const labels: string[] = []
  while (rest !== '') {
    const label = LONGEST_FIRST.find(each => rest === each || rest.startsWith(`${each} `))
    if (!label) return null
    labels.push(label)
    rest = rest.slice(label.length).trim()
  }
  return labels
}
const LABEL_WORDS = new Set(['or', 'press', ...LABELS.flatMap(label => label.toLowerCase().match(/\p{L}+/gu) ?? [])])

/**
 * The last lines of a task: what it offers to press, with or without where that leads. "We spoke. Not today" is an
 * answer where the buttons stood above already.
 */
const isButtons = (line: string, isBelow: boolean): boolean => {
  const text = withoutLinks(line).trim()
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.some(word => !LABEL_WORDS.has(word)) || (words.length === 0 && !isBelow)) return false
  if (text.length < line.trimEnd().length - 8 || /^or(?: press)?:/i.test(text)) return true
  return !isBelow && LABELS.filter(label => text.includes(label)).length > 1
}

/** Outlook may set the writer's name before what they write into a quotation. */
const withoutName = (line: string): string => line.replace(/^\s*\[\p{Lu}[\p{L}\s.'’-]{1,40}\]:?\s+/u, '')
