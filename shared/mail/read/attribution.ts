import { type Address, people } from './addresses.ts'
import { WROTE } from './languages.ts'
import { bare, fold, isQuoted } from './lines.ts'

/** The line that a mail program writes above a quotation: `On Tue, Sep 8, 2026 at 10:12 AM Ann <ann@x.example> wrote:`. */
export type Attribution = {
  /** The line where it begins, and the one after its end: programs wrap it. */
  readonly start: number
  readonly end: number
  readonly from: Address
  readonly dateText: string
}

const MOST_LINES = 6
const MOST_CHARACTERS = 400

/** The attribution that begins at a line, if one does. Looks at a few lines and no more. */
export const attributionAt = (lines: readonly string[], at: number): Attribution | null => {
  let text = unruled(lines[at] ?? '')
  if (text.length > MOST_CHARACTERS || !/[\d@]/.test(text)) return null
  const opens = isOpening(text)
  for (let end = at + 1; end < at + MOST_LINES; end++) {
    if (isAttribution(text, lines, end)) return parse(text, at, end)
    // Without a word that opens one, only a date or an address on its first line says that it goes on below.
    if (!opens && !/^\d|@|<$/.test(text)) return null
    const next = unruled(lines[end] ?? '')
    const isGap = next === '' && opens && bare(lines[end + 1] ?? '').startsWith('<')
    if ((next === '' && !isGap) || text.length + next.length > MOST_CHARACTERS || isOpening(next)) return null
    text = `${text} ${next}`.trimEnd()
  }
  return null
}

/** Below a separator it may do without a verb: `06.10.2026, 09:41, "Ann" <ann@x.example>:`. */
export const verblessAttributionAt = (lines: readonly string[], at: number): Attribution | null => {
  const text = unruled(lines[at] ?? '')
  const isOne = text.length <= MOST_CHARACTERS && /@.*[:：]$/.test(text) && DATE.test(text) && CLOCK.test(text)
  return isOne ? parse(text, at, at + 1) : null
}

/** Zoho sets dashes around it. */
const unruled = (line: string) =>
  bare(line)
    .replace(/^-{2,}\s/, '')
    .replace(/\s-{2,}$/, ':')

const OPENINGS = new Set('on at am le el op em den d. il dne dnia dana pe la în în data в'.split(' '))

/** `On 8 September …`: a word that opens one, and a number soon after. */
const isOpening = (text: string): boolean =>
  OPENINGS.has(fold(text.split(' ', 1)[0] ?? '')) && /\d/.test(text.slice(0, 40))

const escaped = (word: string) => word.replace(/[()/]/g, '\\$&')

const CLOCK = /\d{1,2}[:.h]\d\d/
const CLOCK_AND_ZONE =
  /(?<![\d./])\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?![./-]?\d)(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?(?:\s(?:[A-Z]{3,5}\b|[+-]\d{4}))?/
const DATE = /\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\b(19|20)\d\d\b|\d{4}年/

/** Scripts without spaces have their verbs anywhere. */
const VERB = new RegExp(
  [...WROTE].map(verb => (/[a-z\u00e0-\u04ff]/.test(verb) ? `(?<!\\p{L})${escaped(verb)}(?!\\p{L})` : verb)).join('|'),
  'u',
)

/** It ends by saying in some language that somebody wrote, and shows when or who. */
const isAttribution = (text: string, lines: readonly string[], end: number): boolean => {
  const isFollowed = () => isQuoted(lines.slice(end, end + 3).find(line => line.trim() !== '') ?? '')
  if (/[:：]$/.test(text) && VERB.test(fold(text))) {
    if (text.includes('@') || (DATE.test(text) && CLOCK.test(text))) return true
    return (DATE.test(text) || CLOCK.test(text)) && isFollowed()
  }
  // Gmail of old has no verb: `2016-10-24 15:36 GMT+02:00 Ann <ann@x.example>:`, or ends right there; in Japan none has.
  if (!/^\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}\s|年\s?\d{1,2}月)/.test(text)) return false
  return /@.*>:$/.test(text) || (/@.*>$/.test(text) && isFollowed()) || /^\S+ \S+ GMT[+-]\d\d:\d\d [^<]+$/.test(text)
}

const parse = (text: string, start: number, end: number): Attribution => {
  const body = text.replace(/\s*[:：]$/, '')
  const dateAt = body.search(/\d/)
  const clock = CLOCK_AND_ZONE.exec(body)
  const dateEnd = clock ? clock.index + clock[0].length : -1
  const dateText = dateAt === -1 || dateEnd < dateAt ? '' : withWeekday(body, dateAt, dateEnd)
  const rest = dateText === '' ? body : `${body.slice(0, body.indexOf(dateText))} ${body.slice(dateEnd)}`
  return { start, end, from: personIn(rest), dateText }
}

/** The date begins at its first number, or at the names of day and month before it. */
const withWeekday = (body: string, dateAt: number, dateEnd: number): string => {
  const before = /(?:\p{L}+\.?,?\s){0,2}$/u.exec(body.slice(Math.max(0, dateAt - 40), dateAt))?.[0] ?? ''
  const names = before.split(/(?<=\s)/).filter(word => /^\p{Lu}\p{L}{2,}\.?,?\s$/u.test(word))
  const own = names.filter(word => !OPENINGS.has(fold(word.trim())))
  return `${own.join('')}${body.slice(dateAt, dateEnd)}`.trim()
}

const personIn = (text: string): Address => {
  const address = /[<([]?\s*<?([^\s<>()[\]"']+@[^\s<>()[\]"']+?)>?\s*[>)\]]?(?:\s|,|$)/.exec(text)
  const quoted = /["«„“]\s?([^"»”“]{1,80}?)\s?["»”“]/.exec(text)
  const head = address ? text.slice(0, address.index) : text
  const name = quoted?.[1] ?? nameIn(head)
  return people(address ? `${name} <${address[1]}>` : name)[0] ?? { name: '', address: '' }
}

/** The words of a name: those that begin with capitals, at the end of what stands before the address. */
const nameIn = (text: string): string => {
  const words = text.trim().split(/[\s,]+/)
  const name: string[] = []
  for (const word of words.reverse()) {
    if (WROTE.has(fold(word))) continue
    if (!/^\p{Lu}/u.test(word) || OPENINGS.has(fold(word)) || name.length === 4) break
    name.unshift(word)
  }
  return name.join(' ')
}
