import { DARK, LIGHT } from './colours.ts'
import { type Html, html } from './html.ts'
import type { Button } from './item.ts'
import { EDGE, FACES, roomAround, SPACE, TYPE, type Type } from './measures.ts'

/**
 * What all our mails look like. Inline styles only: that is what every mail program keeps. Outlook for Windows keeps
 * room and edges on table cells and on nothing else, so whatever must have them is one.
 */

const sized = ({ size, line }: Type): string => `font-size:${size}px;line-height:${line}px;`
const spaced = (above: number, below: number): string => `margin:${above}px 0 ${below}px;`
/** A link that is a thumb high where room is kept, and a link all the same where it is not. */
const pressed = (type: Type): string =>
  `display:inline-block;padding:${roomAround(type)}px 0;line-height:${type.line}px;`

/** A cell names its faces, since what lies in it inherits them; for Outlook, a table within it does not. */
const FACE = `font-family:${FACES};`

export const STYLE = {
  lead: `${sized(TYPE.lead)}${spaced(0, SPACE.wide)}`,
  question: `${sized(TYPE.lead)}${spaced(SPACE.whole, SPACE.whole)}`,
  card: `border-top:${EDGE.head}px solid ${LIGHT.leaf};${FACE}padding:${SPACE.whole}px 0 ${SPACE.gap}px;`,
  section: `border-top:${EDGE.rule}px solid ${LIGHT.rule};${FACE}padding:${SPACE.half}px 0 ${SPACE.whole}px;`,
  name: `${sized(TYPE.name)}${spaced(0, SPACE.hair)}font-weight:bold;`,
  heading: `${sized(TYPE.text)}${spaced(0, SPACE.hair)}font-weight:bold;`,
  phone: `${sized(TYPE.name)}${spaced(0, SPACE.hair)}`,
  phoneLink: `${pressed(TYPE.name)}color:${LIGHT.link};font-weight:bold;text-decoration:underline;`,
  aside: `font-size:${TYPE.small.size}px;color:${LIGHT.faint};`,
  play: `${sized(TYPE.text)}${spaced(SPACE.hair, SPACE.thin)}`,
  late: `color:${LIGHT.alarm};font-weight:bold;`,
  text: `${sized(TYPE.text)}${spaced(0, SPACE.half)}`,
  /** Below words to be said. */
  after: `${sized(TYPE.text)}${spaced(SPACE.whole, SPACE.half)}`,
  label: `${sized(TYPE.small)}${spaced(SPACE.whole, SPACE.hair)}font-weight:bold;`,
  script: `${FACE}${sized(TYPE.lead)}padding:0 0 0 ${SPACE.half}px;border-left:${EDGE.bar}px solid ${LIGHT.ember};`,
  link: `${pressed(TYPE.text)}color:${LIGHT.link};text-decoration:underline;`,
  quietLink: `${pressed(TYPE.small)}color:${LIGHT.faint};text-decoration:underline;`,
  faint: `${sized(TYPE.small)}color:${LIGHT.faint};${spaced(0, SPACE.thin)}`,
} as const

const BUTTON = {
  cell: `border:${EDGE.rule}px solid ${LIGHT.leaf};border-radius:${EDGE.round}px;mso-padding-alt:${roomAround(TYPE.text)}px ${SPACE.hair}px;`,
  link: `display:block;padding:${roomAround(TYPE.text)}px ${SPACE.hair}px;font:bold ${TYPE.text.size}px/${TYPE.text.line}px ${FACES};color:${LIGHT.leaf};text-decoration:none;`,
}
/** No button need be wider. */
const ROW_OF_BUTTONS = 440

/** What can be pressed, in rows of one or two. A button is one cell, and all of it leads where its link does. */
export const buttonsHtml = (buttons: readonly Pick<Button, 'label' | 'url'>[], inRow: 1 | 2 = 2): Html => {
  const rows = Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, row) =>
    buttons.slice(row * inRow, (row + 1) * inRow),
  )
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="${SPACE.thin}" border="0" style="max-width:${ROW_OF_BUTTONS}px;">
${rows.map(
  row => html`<tr>${row.map(
    ({ label, url }) =>
      html`<td class="button" width="${100 / inRow}%" align="center" style="${BUTTON.cell}"><a href="${url}" style="${BUTTON.link}">${label}</a></td>`,
  )}${row.length < inRow && html`<td></td>`}</tr>
`,
)}</table>
`
}

/** Words to be said or written, as they stand. */
export const wordsHtml = (text: string): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="${STYLE.script}">${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</td></tr></table>
`

/** A part of a mail with a line above it: what is to be done, or a lesser one. */
export const partHtml = (kind: 'card' | 'section', body: Html): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="${kind}" style="${STYLE[kind]}">
${body}</td></tr></table>
`

/** For programs that keep a style sheet and turn dark; the inline colours hold everywhere else. */
const IN_THE_DARK = html`<style>
@media (prefers-color-scheme: dark) {
body { background-color: ${DARK.paper} !important; color: ${DARK.ink} !important; }
.card { border-color: ${DARK.leaf} !important; }
.section { border-color: ${DARK.rule} !important; }
.link { color: ${DARK.link} !important; }
.button { border-color: ${DARK.leaf} !important; }
.button a { color: ${DARK.leaf} !important; }
.faint, .faint a { color: ${DARK.faint} !important; }
.late { color: ${DARK.alarm} !important; }
.calm { background-color: ${DARK.calm} !important; }
}
</style>`

/** No line is longer than can be read: on a table for Outlook, on a block for Apple Mail. */
const COLUMN = 600

/** A whole HTML mail, one column that narrows with the screen. */
export const documentHtml = ({ preheader, body }: { readonly preheader: string; readonly body: Html }): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Relight</title>
${IN_THE_DARK}
</head>
<body style="margin:0;padding:0;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:${SPACE.whole}px ${SPACE.half}px;">
<div style="max-width:${COLUMN}px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:${COLUMN}px;"><tr><td align="left" style="${FACE}word-break:break-word;">${body}</td></tr></table></div>
</td></tr></table>
</body>
</html>
`.toString()
