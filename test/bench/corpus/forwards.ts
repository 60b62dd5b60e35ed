import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from '../../../shared/mail/read/addresses.ts'
import { type Forward, readForward } from '../../../shared/mail/read/forward.ts'
import { isSeparator } from '../../../shared/mail/read/labels.ts'
import { contradicts } from './dates.ts'
import { goal, line, type Row, verbose } from './table.ts'

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

type Variant = {
  readonly name: string
  readonly change: (text: string, one: Case) => string
  readonly subject: boolean
  /** The share that has to be whole, or only have its sender. */
  readonly least?: number
  readonly leastSenders?: number
}

const VARIANTS: readonly Variant[] = [
  { name: 'as they are', change: text => text, subject: true, least: 1 },
  { name: 'without the outer subject', change: text => text, subject: false, least: 0.95 },
  { name: 'wrapped at 76', change: text => wrap(text, 76), subject: true, least: 0.95 },
  { name: 'wrapped at 76, no subject', change: text => wrap(text, 76), subject: false, least: 0.95 },
  { name: 'folded subject', change: (text, one) => foldSubject(text, one, ' '), subject: true, least: 0.9 },
  {
    name: 'folded subject, no subject',
    change: (text, one) => foldSubject(text, one, ' '),
    subject: false,
    least: 0.9,
  },
  { name: 'folded without margin', change: (text, one) => foldSubject(text, one, ''), subject: true, least: 0.9 },
  { name: 'quoted with >', change: text => quote(text), subject: true, least: 0.9 },
  { name: 'quoted with >, no subject', change: text => quote(text), subject: false, least: 0.9 },
  { name: 'From: line in the body', change: text => withFromLine(text), subject: true, leastSenders: 0.995 },
  {
    name: 'From: line first in the body',
    change: (text, one) => withFromLineFirst(text, one),
    subject: true,
    leastSenders: 0.995,
  },
  { name: 'CRLF', change: text => text.replaceAll('\n', '\r\n'), subject: true, least: 1 },
]

const ZONE = 'Europe/Tallinn'

/** Reads every forward in every variation: all fields, the sender, and the date by a second way of reading it. */
export const measureForwards = (path: string): readonly Row[] => {
  const cases = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8')) as Case[]
  const textOf = (name: string) => readFileSync(join(path, name), 'utf8')
  console.log(line('', 'all fields', 'sender', 'note', 'to', 'cc', 'subject', 'body'))
  const rows = VARIANTS.map(({ name, change, subject, least, leastSenders }) => {
    const tally = { all: 0, sender: 0, note: 0, to: 0, cc: 0, subject: 0, body: 0 }
    for (const one of cases) {
      const outer = subject && one.subject ? textOf(one.subject).trim() : undefined
      const changed = change(textOf(one.body), one)
      const read = readForward(changed, { ...(outer === undefined ? {} : { subject: outer }), zone: ZONE })
      const right = compare(one, read, outer !== undefined || !isAttributed(one), changed)
      for (const field of ['sender', 'note', 'to', 'cc', 'subject', 'body'] as const) if (right[field]) tally[field]++
      const wrong = Object.entries(right).flatMap(([field, ok]) => (ok ? [] : [field]))
      if (wrong.length === 0) tally.all++
      else if (verbose) console.log(`    ${name}: ${one.body}: ${wrong.join(', ')}`, short(read))
    }
    const share = (count: number) => `${((100 * count) / cases.length).toFixed(1)}%`
    const { all, ...fields } = tally
    console.log(line(name, share(all), ...Object.values(fields).map(share)))
    const of = leastSenders === undefined ? all : tally.sender
    return goal(
      `forwards, ${name}${leastSenders === undefined ? '' : ': sender'}`,
      of,
      cases.length,
      least ?? leastSenders ?? 0,
    )
  })
  return [...rows, ...measureDates(cases, textOf)]
}

const measureDates = (cases: readonly Case[], textOf: (name: string) => string): readonly Row[] => {
  let [right, wrong, absent] = [0, 0, 0]
  const shown = new Set<string>()
  for (const one of cases.filter(({ forwarded }) => forwarded)) {
    const read = readForward(textOf(one.body), {
      subject: one.subject ? textOf(one.subject).trim() : 'Fwd:',
      zone: ZONE,
    })
    const { dateText = '', date = null } = read?.layers[0] ?? {}
    if (shown.has(dateText)) continue
    shown.add(dateText)
    const why = date?.certain ? contradicts(dateText, date.at, ZONE) : null
    if (!date?.certain) absent++
    else if (why === null) right++
    else wrong++
    if (verbose && (!date?.certain || why)) console.log(`    date: ${dateText}: ${why ?? 'not certain'}`)
  }
  return [
    goal('dates, each way of writing once: right', right, shown.size, 0.97),
    { name: 'dates: wrong', value: String(wrong), goal: 'none', reached: wrong === 0 },
    { name: 'dates: not certain, so the arrival counts', value: String(absent), goal: '', reached: null },
  ]
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

const short = (read: Forward | null) =>
  read === null
    ? 'null'
    : JSON.stringify({
        note: read.note.slice(0, 80),
        ...read.layers[0],
        text: read.layers[0]?.text.slice(0, 90),
        body: '',
      }).slice(0, 700)
