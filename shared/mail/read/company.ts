import type { Address } from './addresses.ts'

/** Companies as mail knows them: by their own domain, and by the name that people write for it. */

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const WORD = /[\p{L}\p{N}&'’.-]+/gu
const CAPITAL = /^[\p{Lu}\p{N}&]/u
const LONGEST_NAME = 6

/**
 * The company's name as the text writes it: the capitalised words whose letters are the domain's (`acmemolding.com`,
 * "Acme Molding"); else, standing by itself in a line or between its bars, a name that begins with the domain's
 * ("Larkspur Foods", `larkspur.co.uk`) or that the domain shortens ("Blue Heron Marine", `bhmarine.com`); else null.
 */
export const nameInText = (domain: string, text: string): string | null => {
  const label = letters(domain.split('.')[0] ?? '')
  if (label.length < 2) return null
  let spelled: string | null = null
  let byItself: string | null = null
  for (const line of text.slice(0, 20_000).split('\n')) {
    const words = [...line.slice(0, 1000).matchAll(WORD)]
    for (let start = 0; start < words.length; start++) {
      const first = words[start]
      if (!first || !CAPITAL.test(first[0]) || line[first.index - 1] === '@') continue
      const name = spelling(line, words.slice(start, start + LONGEST_NAME), label)
      // One word that is the domain's may be the beginning of a longer name: "Larkspur Foods".
      if (name?.includes(' ')) return name
      spelled ??= name
    }
    byItself ??= partsOf(line).find(part => begins(part, label) || isShortened(part, label)) ?? null
  }
  return byItself ?? spelled
}

/** What stands between the bars and commas of a short line, as signatures are laid out. */
const partsOf = (line: string): readonly string[] =>
  line.length > 120
    ? []
    : line
        .replaceAll('*', '')
        .split(/[|,·•]| [-–—] /)
        .map(part => part.trim())
        .filter(part => part !== '')

const wordsOf = (part: string): readonly string[] => part.match(WORD) ?? []

const begins = (part: string, label: string): boolean => {
  const words = wordsOf(part)
  return (
    words.length > 1 &&
    words.length <= 4 &&
    letters(words[0] ?? '') === label &&
    words.every(word => CAPITAL.test(word))
  )
}

/** Whether the label is made of the beginnings of all the words, in order: `bhmarine` of "Blue Heron Marine". */
const isShortened = (part: string, label: string): boolean => {
  const words = wordsOf(part)
    .filter(word => !LEGAL_FORM.test(word))
    .map(word => (word === '&' ? 'and' : letters(word)))
    .filter(word => word !== 'and')
  if (words.length < FEWEST_SHORTENED || words.length > LONGEST_NAME || !CAPITAL.test(part)) return false
  const whole = words.findIndex(word => word.length > 2 && label.includes(word))
  if (whole < 0 || wordsOf(part).some(word => !CAPITAL.test(word) && !SMALL_WORD.test(word))) return false
  const at = label.indexOf(words[whole] ?? '')
  const initials = (some: readonly string[]): string => some.map(word => word.charAt(0)).join('')
  return (
    label.slice(0, at) === initials(words.slice(0, whole)) &&
    label.slice(at + (words[whole] ?? '').length) === initials(words.slice(whole + 1))
  )
}
/** Two may be a person: `jsmith.com` is not called John Smith. */
const FEWEST_SHORTENED = 3
const LEGAL_FORM = /^(ltd|limited|inc|llc|llp|plc|gmbh|co|corp|pty)\.?$/i
const SMALL_WORD = /^(and|of|the|for)$/

/** The shortest run of words whose letters are the label's; "and" and "&" are the same, and may be left out. */
const spelling = (line: string, words: readonly RegExpExecArray[], label: string): string | null => {
  let run = ''
  let bare = ''
  for (const word of words) {
    const part = word[0] === '&' ? 'and' : letters(word[0])
    run += part
    if (part !== 'and') bare += part
    if (run === label || bare === label) {
      const first = words[0]
      if (!first) return null
      return line.slice(first.index, word.index + word[0].length).replace(/[.,'’-]+$/, '')
    }
    if (bare.length > label.length + 3) return null
  }
  return null
}

/** What the domain alone gives for a name: `birch-vale.co.uk` is "Birch Vale". */
export const nameFromDomain = (domain: string): string =>
  (domain.split('.')[0] ?? domain)
    .split(/[-_]/)
    .filter(part => part !== '')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')

/** A person's name as the mailbox gives it, else from the address: `susan.reyes@` is "Susan Reyes". */
export const personName = (mailbox: Address): string => {
  const given = mailbox.name
    .trim()
    .replace(/^["']|["']$/g, '')
    .slice(0, LONGEST_PERSON)
    .trim()
  if (given !== '' && !given.includes('@')) return reversed(given)
  const local = mailbox.address.slice(0, mailbox.address.indexOf('@'))
  const spelled = local
    .split(/[._-]/)
    .filter(part => part !== '' && !/^\d+$/.test(part))
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
  return (spelled || local || given).slice(0, LONGEST_PERSON)
}

/** As long as a contact's name may be. */
const LONGEST_PERSON = 200

/** "Reyes, Susan" as directories write it. */
const reversed = (name: string): string => {
  const [last, first, ...rest] = name.split(',').map(part => part.trim())
  return last && first && rest.length === 0 && !last.includes(' ') ? `${first} ${last}` : name
}
