import { compile, type DomNode, type FormatCallback } from 'html-to-text'
import { LIMITS, type TooMuch, tooMuch } from './limits.ts'

/**
 * The words of an HTML body, lines ending in `\n`: paragraphs apart, links without their targets, pictures left out,
 * the lines of a quotation beginning with `> `, numbered lists with their numbers.
 */
export const htmlToText = (html: string): string | TooMuch =>
  overLimit(html) ??
  convert(html)
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')

/**
 * A quotation's lines are marked once, however deep quotations lie in one another: a mark per depth would make the
 * text grow with the square of it.
 */
const quotation: FormatCallback = (element, walk, builder) => {
  const outer = isInQuotation(element)
  builder.openBlock({ leadingLineBreaks: 1 })
  walk(element.children, builder)
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: text => (outer ? text : `> ${text.replaceAll('\n', '\n> ')}`),
  })
}

const isInQuotation = (element: DomNode): boolean => {
  for (let above = element.parent; above; above = above.parent) if (above.name === 'blockquote') return true
  return false
}

/** The library's own lists indent every line once per depth: the square again. */
const numbered: FormatCallback = (element, walk, builder) => {
  let number = 0
  builder.openBlock({ leadingLineBreaks: 1 })
  for (const child of element.children) {
    if (child.name === 'li') {
      builder.openBlock({ leadingLineBreaks: 1 })
      builder.addInline(`${++number}. `)
      walk(child.children, builder)
      builder.closeBlock({ trailingLineBreaks: 1 })
    } else walk([child], builder)
  }
  builder.closeBlock({ trailingLineBreaks: 1 })
}

const line = { leadingLineBreaks: 1, trailingLineBreaks: 1 }
const convert = compile({
  wordwrap: false,
  formatters: { quotation, numbered },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', options: { length: 32 } },
    { selector: 'tr', format: 'block', options: line },
    { selector: 'td', format: 'inlineSurround', options: { suffix: ' ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
    { selector: 'blockquote', format: 'quotation' },
    { selector: 'ol', format: 'numbered' },
    { selector: 'ul', format: 'block', options: line },
    { selector: 'li', format: 'block', options: line },
    // What nobody sees, nobody said.
    ...['display:none', 'display: none', 'visibility:hidden', 'visibility: hidden'].map(style => ({
      selector: `[style*="${style}" i]`,
      format: 'skip',
    })),
    { selector: '[hidden]', format: 'skip' },
  ],
})

/** Elements that end by themselves, and so never nest however many are opened. */
const UNNESTED = new Set('area base br col dd dt hr img input li link meta option p param td th tr wbr'.split(' '))

/** The library's work grows with the square of the depth. One pass that overrates the depth is enough here. */
const overLimit = (html: string): TooMuch | null => {
  if (html.length > LIMITS.htmlLength) return tooMuch('htmlLength')
  let tags = 0
  let depth = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (++tags > LIMITS.htmlTags) return tooMuch('htmlTags')
    if (html[at + 1] === '/') depth = Math.max(0, depth - 1)
    else if (isLetter(html.charCodeAt(at + 1)) && !UNNESTED.has(tagName(html, at + 1))) depth++
    if (depth > LIMITS.htmlNesting) return tooMuch('htmlNesting')
  }
  return null
}

const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122

const tagName = (html: string, start: number): string => {
  let end = start
  while (end - start < 12 && isLetter(html.charCodeAt(end))) end++
  return html.slice(start, end).toLowerCase()
}
