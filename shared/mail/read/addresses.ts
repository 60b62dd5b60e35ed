import { MAILBOX } from '../../domain/vocabulary.ts'
import { registrableDomain } from '../../views/company-domain.ts'

/** A mailbox. `address` is in lower case. Either is empty where none is given: programs may show a name alone. */
export type Address = { readonly name: string; readonly address: string }

/** The domain of an address, or of an `@domain`: `Carla@HR.Acme.example` gives `hr.acme.example`. */
export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()

/** Whether two domains belong to the same registrant; the relaxed alignment of DMARC (RFC 7489, 3.1). */
export const sameRegistrant = (one: string, other: string): boolean => {
  const registrable = registrableDomain(one)
  return registrable !== null && registrable === registrableDomain(other)
}

/** Whether a text is one plain address and nothing else. */
export const isAddress = (text: string): boolean => text.length <= 254 && MAILBOX.test(text)

/**
 * The people in a line that a mail program wrote for people to read: `Carla Whitfield <carla@acme.example>; Tran, Mike
 * [mailto:mike@acme.example], "Lee" <lee@x.example>`. A comma within a name is told from one between people by where
 * the addresses stand.
 */
export const people = (text: string): readonly Address[] =>
  splitOutside(withoutLinks(text).slice(0, 20_000), ';').flatMap(group => {
    const pieces = splitOutside(group, ',')
    const addressed = pieces.some(piece => addressIn(piece) !== null)
    if (!addressed) return pieces.every(piece => piece.trim().includes(' ')) ? pieces.flatMap(named) : named(group)
    const found: Address[] = []
    let name = ''
    for (const piece of pieces) {
      name += name === '' ? piece : `,${piece}`
      if (addressIn(piece) === null) continue
      found.push(...named(name))
      name = ''
    }
    return [...found, ...named(name)]
  })

/** One piece as a person; nobody where it is empty. */
const named = (piece: string): readonly Address[] => {
  const found = addressIn(piece)
  const name = unquoted((found ? piece.slice(0, found.at) : piece).replaceAll(/\s+/g, ' ').trim())
  if (found === null) return name === '' ? [] : [{ name, address: '' }]
  return [{ name: name.toLowerCase() === found.address ? '' : name, address: found.address }]
}

/** The last address of a piece, and where the first bracket or address begins: a name ends there. */
const addressIn = (piece: string): { address: string; at: number } | null => {
  const at = piece.lastIndexOf('@')
  if (at === -1) return null
  let start = at
  while (start > 0 && !isDelimiter(piece[start - 1])) start--
  let end = at
  while (end < piece.length && !isDelimiter(piece[end])) end++
  const address = piece.slice(start, end).toLowerCase()
  const bracket = piece.search(/[<([]/)
  return isAddress(address) ? { address, at: bracket === -1 ? start : Math.min(bracket, start) } : null
}

const isDelimiter = (char: string | undefined) => char === undefined || /[\s<>()[\]"',;:]/.test(char)

/** Outlook writes the link beside what it links: `carla@acme.example<mailto:carla@acme.example>`. */
const withoutLinks = (text: string): string => {
  let out = ''
  let from = 0
  for (let at = text.indexOf('<mailto:'); at !== -1; at = text.indexOf('<mailto:', from)) {
    const end = text.indexOf('>', at)
    if (end === -1) break
    // The only address there is stays.
    const before = text.slice(from, at)
    out += before + (addressIn(before.slice(-254)) === null ? `<${text.slice(at + 8, end + 1)}` : '')
    from = end + 1
  }
  return (out + text.slice(from)).replaceAll(/\[mailto:([^\][\s]{1,254})\]/g, '<$1>').replaceAll(/>{2,}/g, '>')
}

const splitOutside = (text: string, separator: string): readonly string[] => {
  const pieces: string[] = []
  let quoted = false
  let bracketed = false
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '"') quoted = !quoted
    else if (!quoted && char === '<') bracketed = true
    else if (!quoted && char === '>') bracketed = false
    else if (char === separator && !quoted && !bracketed) {
      pieces.push(text.slice(start, i))
      start = i + 1
    }
  }
  pieces.push(text.slice(start))
  return pieces
}

const QUOTES = ['""', "''", '«»', '„”', '„“', '“”', '‘’', '**']

const unquoted = (name: string): string => {
  const pair = QUOTES.find(
    ([open = '', close = '']) => name.length > 1 && name.startsWith(open) && name.endsWith(close),
  )
  return pair ? unquoted(name.slice(1, -1).trim()) : name
}
