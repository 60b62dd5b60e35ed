import { type Html, html } from './html.ts'
import type { Cell, Picture } from './picture.ts'

/** Signs and colours: the signs alone tell the story where colours are lost. */
const LOOK: Readonly<Record<Cell, { readonly sign: string; readonly paper: string; readonly ink: string }>> = {
  contact: { sign: '●', paper: '#2f6f5e', ink: '#fff' },
  missed: { sign: '×', paper: '#b3472b', ink: '#fff' },
  silent: { sign: '·', paper: '#f0b54a', ink: '#5c3d00' },
  nothing: { sign: '·', paper: '#e4e6e8', ink: '#6a7178' },
}

/**
 * The silence as a table of two rows; a screen reader gets it as one image with its text. Cells are kept short: mail
 * programs cut a mail off at 102 KB.
 */
export const pictureHtml = ({ columns, from, unit, alternative }: Picture): Html =>
  html`<table role="img" aria-label="${alternative}" width="100%" cellpadding="0" cellspacing="1" border="0" style="margin:10px 0 2px;table-layout:fixed;font:11px/16px Arial,Helvetica,sans-serif;">
<tr align="center"><td width="40" align="left">Them</td>${columns.map(({ them }) => cellHtml(them))}</tr>
<tr align="center"><td align="left">You</td>${columns.map(({ us }) => cellHtml(us))}</tr>
</table>
<p class="faint" style="margin:0 0 12px;font-size:12px;line-height:16px;color:#6a7178;">${from} to today, a ${unit} each. ● contact, × missed, shaded: silence.</p>
`

const cellHtml = (cell: Cell): Html => {
  const { sign, paper, ink } = LOOK[cell]
  return html`<td bgcolor="${paper}" style="color:${ink}">${sign}</td>`
}
