/** The recruiter's own name below their words, with the firm and title under it: how programs sign what they send. */

const MOST_LINES = 8
const LONGEST = 70
const CLOSING =
  /^(?:best|kind|warm|many|with|thanks|thank you|thx|ta|cheers|regards|sincerely|yours|all the best|talk soon|br|kr)\b[\w\s]{0,25}[,.!]?$/i

/** The words above the recruiter's name where that stands alone below them, its closing left out with it. */
export const withoutOwnSignature = (words: string, name: string): string => {
  const lines = words.trimEnd().split('\n')
  const at = lines.findLastIndex((line, index) => isName(line, name) && isBelow(lines, index))
  const block = at < 0 ? [] : lines.slice(at + 1).filter(line => line.trim() !== '')
  // What is said below it, in sentences or at length, is no signature.
  if (at < 0 || block.length > MOST_LINES || block.some(line => line.length > LONGEST || /[.!?]$/.test(line.trim())))
    return words
  const above = lines.slice(0, at).join('\n').trimEnd().split('\n')
  const last = above.at(-1)?.trim() ?? ''
  const isClosed = (above.length > 1 && CLOSING.test(last)) || /^[-–—_]+$/.test(last)
  return (isClosed ? above.slice(0, -1) : above).join('\n').trimEnd()
}

const isName = (line: string, name: string): boolean =>
  name.trim() !== '' &&
  line
    .trim()
    .replace(/^[-–—]\s*|[.,]$/g, '')
    .toLowerCase() === name.trim().toLowerCase()

const isBelow = (lines: readonly string[], at: number): boolean => {
  const above = (lines[at - 1] ?? '').trim()
  return above === '' || CLOSING.test(above) || /^[-–—_]+$/.test(above)
}
