/** Plain text of a width that no mail client wraps again, so that a quoted reply comes back as it went out. */

const WIDTH = 66
const HELD = '\u00a0'

/**
 * Folds a paragraph at spaces; a date, a phone number or one of `whole` is never torn apart. Line breaks in the text
 * stay. `indent` leads every line.
 */
export const fold = (text: string, indent = '', whole: readonly string[] = []): string =>
  text
    .split('\n')
    .map(line => foldLine(line, indent, whole))
    .join('\n')

const TORN =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b|\b\d{1,2}:\d{2} [ap]m\b|\+?\d[\d()./-]*(?: [\d()./-]+)+/g

const foldLine = (line: string, indent: string, whole: readonly string[]): string => {
  let held = line.replace(TORN, match => match.replaceAll(' ', HELD))
  for (const phrase of whole) held = held.replaceAll(phrase, phrase.replaceAll(' ', HELD))
  const lines: string[] = []
  let current = ''
  for (const word of held.split(' ')) {
    if (current !== '' && indent.length + current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].map(part => (part === '' ? '' : indent + part.replaceAll(HELD, ' '))).join('\n')
}
