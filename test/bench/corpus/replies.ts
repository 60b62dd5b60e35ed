import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writtenAnswers, writtenPart } from '../../../shared/mail/read/reply.ts'
import { type OurMail, answer as quoted, quotings } from '../../support/mail/quotations.ts'
import { goal, type Row, verbose } from './table.ts'

/** Quotations that the expectation keeps between what the writer wrote count on neither side. */
export const measureReplies = (path: string): readonly Row[] => {
  const names = readdirSync(join(path, 'emails')).filter(name => existsSync(join(path, 'trimmed', name)))
  const textOf = (folder: string, name: string) => readFileSync(join(path, folder, name), 'utf8')
  let [exact, lost, kept] = [0, 0, 0]
  for (const name of names) {
    const read = lines(writtenPart(textOf('emails', name)))
    const expected = lines(textOf('trimmed', name)).filter(line => !/^[>|]/.test(line))
    const missing = expected.filter(line => !read.includes(line))
    const surplus = read.filter(line => !expected.includes(line))
    if (missing.length === 0 && surplus.length === 0) exact++
    else if (verbose) console.log(`    ${name}`, { missing: missing.slice(0, 6), surplus: surplus.slice(0, 6) })
    if (missing.length > 0) lost++
    if (surplus.length > 0) kept++
  }
  return [
    goal('replies: exactly what the writer wrote', exact, names.length, 0.95),
    {
      ...goal('replies: a line of the writer lost', lost, names.length, 0),
      goal: '≤ 2%',
      reached: lost <= names.length * 0.02,
    },
    goal('replies: a quoted line kept', kept, names.length, 0),
  ]
}

const lines = (text: string) =>
  text
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')

/** Answers to our own digest by every program, with words above, below each task, and below it all. */
export const measureAnswers = (ours: OurMail): readonly Row[] => {
  const words = 'Susan: left vm.\nTom not today, he is away.'
  const below = { 1: 'Spoke to him.', 2: 'left a vm' }
  const placed = [
    [{ top: words }, words],
    [{ bottom: words }, words],
    [{ below }, '1: Spoke to him.\n\n2: left a vm'],
    [{ top: words, below }, `${words}\n\n1: Spoke to him.\n\n2: left a vm`],
    [{}, ''],
  ] as const
  const all = quotings(ours.subject).flatMap(quoting =>
    placed.map(([where, expected]) => writtenAnswers(quoted(quoting, ours, where)) === expected),
  )
  return [goal('answers to our own digest: the words alone', all.filter(right => right).length, all.length, 1)]
}
