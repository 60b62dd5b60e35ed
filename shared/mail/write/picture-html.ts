import { type Html, html } from './html.ts'
import type { Cell, Picture } from './picture.ts'

/** Signs and colours: the signs alone tell the story where colours are lost. */
const LOOK: Readonly<Record<Cell, { readonly sign: string; readonly style: string }>> = {
  contact: { sign: '●', style: 'background-color:#2f6f5e;color:#ffffff;' },
  missed: { sign: '×', style: 'background-color:#b3472b;color:#ffffff;' },
  silent: { sign: '·', style: 'background-color:#f0b54a;color:#5c3d00;' },
  nothing: { sign: '·', style: 'background-color:#e4e6e8;color:#6a7178;' },
}
const CELL =
  'height:16px;line-height:16px;font-size:11px;font-family:Arial,Helvetica,sans-serif;text-align:center;padding:0;'
const LABEL = 'width:40px;font:12px/16px Arial,Helvetica,sans-serif;padding:0;'

/** The silence as a table of two rows; a screen reader gets it as one image with its text. */
export const pictureHtml = ({ columns, from, unit, alternative }: Picture): Html =>
  html`<table role="img" aria-label="${alternative}" width="100%" cellpadding="0" cellspacing="1" border="0" style="margin:10px 0 2px;table-layout:fixed;">
<tr><td style="${LABEL}" >Them</td>${columns.map(({ them }) => cellHtml(them))}</tr>
<tr><td style="${LABEL}">You</td>${columns.map(({ us }) => cellHtml(us))}</tr>
</table>
<p class="faint" style="margin:0 0 12px;font:12px/16px Arial,Helvetica,sans-serif;color:#6a7178;">${from} to today, a ${unit} each. ● contact, × missed, shaded: silence.</p>
`

const cellHtml = (cell: Cell): Html =>
  html`<td align="center" style="${CELL}${LOOK[cell].style}">${LOOK[cell].sign}</td>`
