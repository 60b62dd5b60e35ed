import providers from 'email-providers/all.json' with { type: 'json' }
import { type Address, domainOf, registrableDomain } from './addresses.ts'

/** Companies as mail knows them: by their own domain, and by the name that people write for it. */

const FREEMAIL: ReadonlySet<string> = new Set(providers)
/** Reserved for documentation; no one's mailbox provider. */
const RESERVED = 'example.com'

/** The registrable domain of a company's own mail, or null for a mailbox provider's or no domain at all. */
export const companyDomain = (address: string): string | null => {
  const domain = registrableDomain(domainOf(address))
  return domain !== null && (domain === RESERVED || !FREEMAIL.has(domain)) ? domain : null
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const WORD = /[\p{L}\p{N}&'’.-]+/gu
const CAPITAL = /^[\p{Lu}\p{N}&]/u
const LONGEST_NAME = 6

/**
 * The company's name as the text writes it: the capitalised words whose letters are the domain's (`acmemolding.com`,
 * "Acme Molding"), else those that begin with it on a line of their own in a signature; else null.
 */
export const nameInText = (domain: string, text: string): string | null => {
  const label = letters(domain.split('.')[0] ?? '')
  if (label.length < 2) return null
  let beginning: string | null = null
  for (const line of text.slice(0, 20_000).split('\n')) {
    const words = [...line.slice(0, 1000).matchAll(WORD)]
    for (let start = 0; start < words.length; start++) {
      const first = words[start]
      if (!first || !CAPITAL.test(first[0]) || line[first.index - 1] === '@') continue
      const name = spelling(line, words.slice(start, start + LONGEST_NAME), label)
      if (name) return name
      if (beginning === null && start === 0 && letters(first[0]) === label && words.length <= 4 && words.length > 1)
        beginning = words.every(word => CAPITAL.test(word[0])) ? line.trim() : null
    }
  }
  return beginning
}

/** The shortest run of words whose letters are the label's, "and" and "&" being the same. */
const spelling = (line: string, words: readonly RegExpExecArray[], label: string): string | null => {
  let run = ''
  let bare = ''
  for (const word of words) {
    const part = letters(word[0])
    run += part
    if (part !== 'and') bare += part
    if (run === label || bare === label) {
      const first = words[0]
      if (!first) return null
      return line.slice(first.index, word.index + word[0].length).replace(/[.,'’-]+$/, '')
    }
    if (run.length > label.length + 3) return null
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
  const given = mailbox.name.trim().replace(/^["']|["']$/g, '')
  if (given !== '' && !given.includes('@')) return reversed(given)
  return mailbox.address
    .slice(0, mailbox.address.indexOf('@'))
    .split(/[._-]/)
    .filter(part => part !== '' && !/^\d+$/.test(part))
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
}

/** "Reyes, Susan" as directories write it. */
const reversed = (name: string): string => {
  const [last, first, ...rest] = name.split(',').map(part => part.trim())
  return last && first && rest.length === 0 && !last.includes(' ') ? `${first} ${last}` : name
}
