/** The lines of a text, without what programs add unseen. */
export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/[\ufeff\u200b]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
    .split('\n')

/** Whether a line is marked as quoted. Old programs drew a bar, or set initials before the mark: `AL> `. */
export const isQuoted = (line: string): boolean => /^ {0,3}([A-Z]{0,3}>|\|(\s|$))/.test(line.slice(0, 7))

/** A line without its quotation marks and margins. */
export const bare = (line: string): string => {
  let at = 0
  while (at < line.length && (line[at] === '>' || line[at] === ' ' || line[at] === '\t')) at++
  return line.slice(at).trimEnd()
}

/** How often `>` stands before a line. */
export const depthOf = (line: string): number => {
  let depth = 0
  for (let at = 0; at < line.length && (line[at] === '>' || line[at] === ' '); at++) if (line[at] === '>') depth++
  return depth
}

/** The spaces before a line's words, the one after a quotation mark apart. */
export const indentOf = (line: string): number => {
  let at = 0
  let spaces = 0
  for (; at < line.length; at++) {
    if (line[at] === '>') spaces = line[at + 1] === ' ' ? -1 : 0
    else if (line[at] === ' ' || line[at] === '\t') spaces++
    else break
  }
  return spaces
}

/** Whether the first word of a line had no room on the line above. Programs wrap at 72 to 78 columns. */
export const isWrapped = (above: string, text: string): boolean => {
  const length = above.trimEnd().length
  return length >= 40 && length <= 80 && length + 1 + (text.split(' ', 1)[0] ?? '').length > 72
}

/** Lower case, the dotted capital of Turkish included. */
export const fold = (text: string): string => (text.includes('İ') ? text.replaceAll('İ', 'i') : text).toLowerCase()
