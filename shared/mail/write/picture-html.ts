import { LIGHT } from './colours.ts'
import { type Html, html } from './html.ts'
import { FACES, SPACE, TYPE } from './measures.ts'
import type { Cell, Picture } from './picture.ts'

/** Signs and colours: the signs alone tell the story where colours are lost. */
const LOOK: Readonly<
  Record<Exclude<Cell, 'nothing'>, { readonly sign: string; readonly paper: string; readonly ink: string }>
> = {
  contact: { sign: '●', paper: LIGHT.leaf, ink: LIGHT.onLeaf },
  missed: { sign: '×', paper: LIGHT.alarm, ink: LIGHT.onAlarm },
  silent: { sign: '·', paper: LIGHT.ember, ink: LIGHT.onEmber },
}

/** So small that the columns of a month stand beside each other at 320 px. */
const SIGN = 12
const { size, line } = TYPE.small
const TABLE = `margin:${SPACE.hair}px 0;table-layout:fixed;font:${SIGN}px/${line}px ${FACES};`
const SIDE = `font-size:${size}px;`
const CAPTION = `font-size:${size}px;line-height:${line}px;color:${LIGHT.faint};margin:0 0 ${SPACE.half}px;`

/**
 * The silence as a table of two rows; a screen reader gets it as one image with its text. Cells are kept short: mail
 * programs cut a mail off at 102 KB.
 */
export const pictureHtml = ({ columns, from, unit, inWords }: Picture): Html =>
  html`<table role="img" aria-label="${inWords}" width="100%" cellpadding="0" cellspacing="1" border="0" style="${TABLE}">
<tr align="center"><td width="42" align="left" style="${SIDE}">Them</td>${columns.map(({ them }) => cellHtml(them, wide(columns.length)))}</tr>
<tr align="center"><td align="left" style="${SIDE}">You</td>${columns.map(({ us }) => cellHtml(us))}</tr>
</table>
<p class="faint" style="${CAPTION}">${from} to today, a ${unit} each. ● contact, × missed, shaded: silence.</p>
`

/** Outlook for Windows lays no table out by its columns: it would leave none for a day on which nothing was. */
const wide = (columns: number): Html => html` width="${Math.floor(86 / columns)}%"`

const cellHtml = (cell: Cell, width?: Html): Html => {
  if (cell === 'nothing') return html`<td${width} class="calm" bgcolor="${LIGHT.calm}"></td>`
  const { sign, paper, ink } = LOOK[cell]
  return html`<td${width} bgcolor="${paper}" style="color:${ink}">${sign}</td>`
}
