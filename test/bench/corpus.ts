import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from '../../shared/mail/read/addresses.ts'
import { type Forward, readForward } from '../../shared/mail/read/forward.ts'
import { isSeparator } from '../../shared/mail/read/labels.ts'
import { writtenPart } from '../../shared/mail/read/reply.ts'

/**
 * Measures the reading of forwards and replies on folders of real mail: `npm run corpus -- DIR`. `DIR/forwarded` has
 * an `expected.json` beside the texts that it names; `DIR/replies` has `emails`, `trimmed` (what the writer wrote) and
 * `elided`, a file each of the same name.
 */

type Person = { name: string | null; address: string | null }
type Case = {
  body: string
  subject: string | null
  forwarded: boolean
  note: string | null
  from: Person | Record<string, never>
  to: Person[] | null
  cc: Person[] | null
  originalSubject: string | null
  dateText: string | null
  originalBody: string | null
}

const verbose = process.argv.includes('--verbose')
const folder = process.argv.slice(2).find(argument => !argument.startsWith('--'))
const ZONE = 'Europe/Tallinn'

const main = (): void => {
  if (folder === undefined) {
    console.log('usage: npm run corpus -- DIR [--verbose]')
    process.exitCode = 2
    return
  }
  report('forwards', join(folder, 'forwarded'), measureForwards)
  report('replies', join(folder, 'replies'), measureReplies)
}

const report = (name: string, path: string, measure: (path: string) => void): void => {
  if (existsSync(path)) measure(path)
  else console.log(`${name}: absent (no folder ${path})`)
}

// Forwards
type Variant = {
  readonly name: string
  readonly change: (text: string, one: Case) => string
  readonly subject: boolean
}

const VARIANTS: readonly Variant[] = [
  { name: 'as they are', change: text => text, subject: true },
  { name: 'without the outer subject', change: text => text, subject: false },
  { name: 'wrapped at 76', change: text => wrap(text, 76), subject: true },
  { name: 'wrapped at 76, no subject', change: text => wrap(text, 76), subject: false },
  { name: 'folded subject', change: (text, one) => foldSubject(text, one, ' '), subject: true },
  { name: 'folded subject, no subject', change: (text, one) => foldSubject(text, one, ' '), subject: false },
  { name: 'folded without margin', change: (text, one) => foldSubject(text, one, ''), subject: true },
  { name: 'quoted with >', change: text => quote(text), subject: true },
  { name: 'quoted with >, no subject', change: text => quote(text), subject: false },
  { name: 'From: line in the body', change: text => withFromLine(text), subject: true },
  { name: 'From: line first in the body', change: (text, one) => withFromLineFirst(text, one), subject: true },
  { name: 'CRLF', change: text => text.replaceAll('\n', '\r\n'), subject: true },
]

const measureForwards = (path: string): void => {
  const cases = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8')) as Case[]
  const textOf = (name: string) => readFileSync(join(path, name), 'utf8')
  console.log(`forwards: ${cases.length} cases`)
  console.log(row('', 'all fields', 'sender', 'date certain', 'note', 'to', 'cc', 'subject', 'body'))
  for (const { name, change, subject } of VARIANTS) {
    const tally = { all: 0, sender: 0, dates: 0, note: 0, to: 0, cc: 0, subject: 0, body: 0 }
    for (const one of cases) {
      const outer = subject && one.subject ? textOf(one.subject).trim() : undefined
      const changed = change(textOf(one.body), one)
      const read = readForward(changed, { ...(outer === undefined ? {} : { subject: outer }), zone: ZONE })
      const right = compare(one, read, outer !== undefined || !isAttributed(one), changed)
      if (right.date) tally.dates++
      if (right.sender) tally.sender++
      for (const field of ['note', 'to', 'cc', 'subject', 'body'] as const) if (right[field]) tally[field]++
      const wrong = Object.entries(right).flatMap(([field, ok]) => (ok ? [] : [field]))
      if (wrong.length === 0) tally.all++
      else if (verbose) console.log(`    ${name}: ${one.body}: ${wrong.join(', ')}`, verbose ? short(read) : '')
    }
    const of = (count: number) => share(count, cases.length)
    const { all, sender, dates, note, to, cc, subject: subjects, body } = tally
    console.log(
      row(name, of(all), of(sender), share(dates, cases.length), of(note), of(to), of(cc), of(subjects), of(body)),
    )
  }
}

/** One expected date keeps the verb of its line, and one expected note is a separator: both are faults of the data. */
const VERB_KEPT = /(?<=\d) \p{Ll}{6,}$/u

/** Forwards that say nothing of subject and addressees. */
const isAttributed = (one: Case) => one.body.startsWith('outlook_2019_')

const compare = (one: Case, read: Forward | null, hasSubject: boolean, changed: string) => {
  const layer = read?.layers[0]
  if (!one.forwarded || !layer) {
    const agrees = one.forwarded === (read !== null)
    return {
      sender: agrees,
      date: agrees,
      dateText: agrees,
      note: agrees,
      to: agrees,
      cc: agrees,
      subject: agrees,
      body: agrees,
    }
  }
  const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  // What a change inserted counts as part of the body.
  const expectedBody = changed.includes(INSERTED) ? words(layer.text.replace(INSERTED, '')) : words(layer.text)
  return {
    sender: same([layer.from ?? { name: '', address: '' }], [one.from as Person]),
    date: layer.date?.certain === true,
    dateText: words(layer.dateText) === words(one.dateText).replace(VERB_KEPT, ''),
    note: words(read.note) === (isSeparator(one.note ?? '') ? '' : words(one.note)),
    to: same(layer.to, one.to ?? []),
    cc: same(layer.cc, one.cc ?? []),
    subject: words(layer.subject) === words(one.originalSubject) || (!hasSubject && layer.subject === null),
    body: expectedBody === words(one.originalBody),
  }
}

const same = (read: readonly Address[], expected: readonly Person[]): boolean =>
  read.length === expected.length &&
  expected.every(
    ({ name, address }, index) =>
      read[index]?.name === (name ?? '') && read[index]?.address === (address ?? '').toLowerCase(),
  )

const wrap = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap(line => {
      const out: string[] = []
      const mark = /^(> ?)*/.exec(line)?.[0] ?? ''
      let rest = line
      while (rest.length > width) {
        const at = rest.lastIndexOf(' ', width)
        if (at <= mark.length) break
        out.push(rest.slice(0, at))
        rest = mark + rest.slice(at + 1)
      }
      return [...out, rest]
    })
    .join('\n')

const foldSubject = (text: string, one: Case, margin: string): string => {
  const subject = one.originalSubject
  if (!subject) return text
  const at = text.indexOf(subject)
  const cut = subject.lastIndexOf(' ')
  if (at === -1 || cut < 1) return text
  const lineStart = text.lastIndexOf('\n', at) + 1
  const mark = /^(> ?)*/.exec(text.slice(lineStart, at))?.[0] ?? ''
  return `${text.slice(0, at + cut)}\n${mark}${margin}${text.slice(at + cut + 1)}`
}

const quote = (text: string) =>
  text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')

const INSERTED = 'From: Eve Adams <eve@elsewhere.example>'

const withFromLine = (text: string): string => {
  const at = text.indexOf('\n', text.indexOf('Aenean'))
  const mark = /^(> ?)*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? ''
  return at === -1 ? text : `${text.slice(0, at)}\n${mark}${INSERTED}${text.slice(at)}`
}

const withFromLineFirst = (text: string, one: Case): string => {
  const at = one.originalBody ? text.indexOf(one.originalBody.slice(0, 20)) : -1
  if (at === -1) return text
  const mark = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return `${text.slice(0, at)}${INSERTED}\n${mark}${text.slice(at)}`
}

// Replies
/** Quotations that the expectation keeps between what the writer wrote count on neither side. */
const measureReplies = (path: string): void => {
  const names = readdirSync(join(path, 'emails')).filter(name => existsSync(join(path, 'trimmed', name)))
  const textOf = (folder: string, name: string) => readFileSync(join(path, folder, name), 'utf8')
  let exact = 0
  let lost = 0
  let kept = 0
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
  console.log(`\nreplies: ${names.length} cases`)
  console.log(row('', 'exact', 'a line lost', 'quotation kept'))
  console.log(row('as they are', share(exact, names.length), share(lost, names.length), share(kept, names.length)))
}

const lines = (text: string) =>
  text
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')

const share = (count: number, of: number) => `${count}/${of} ${((100 * count) / of).toFixed(1)}%`
const row = (first: string, ...cells: string[]) => first.padEnd(30) + cells.map(cell => cell.padStart(17)).join('')
const short = (read: Forward | null) =>
  read === null
    ? 'null'
    : JSON.stringify({
        note: read.note.slice(0, 80),
        ...read.layers[0],
        text: read.layers[0]?.text.slice(0, 90),
        body: '',
      }).slice(0, 700)

main()
