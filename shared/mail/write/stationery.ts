import { DARK, LIGHT } from './colours.ts'
import { type Html, html } from './html.ts'

/** What all our mails look like. Inline styles only: that is what every mail client keeps. */

/** The faces that machines have: nothing is loaded. */
export const FACES = '-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
const FACE = `font-family:${FACES};`

/** Faces stand on the cells: what lies in them inherits, but a nested table does not. */
export const STYLE = {
  lead: 'font-size:18px;line-height:26px;margin:0 0 20px;',
  card: `margin:0 0 20px;border-top:3px solid ${LIGHT.leaf};`,
  cardCell: `${FACE}padding:14px 0 0;`,
  name: 'font-size:20px;line-height:26px;margin:0;font-weight:bold;',
  phone: 'font-size:20px;line-height:28px;margin:6px 0 0;',
  phoneLink: `color:${LIGHT.link};font-weight:bold;text-decoration:underline;`,
  small: `font-size:13px;color:${LIGHT.faint};`,
  play: 'font-size:16px;line-height:24px;margin:12px 0 8px;',
  putOff: `color:${LIGHT.alarm};font-weight:bold;`,
  text: 'font-size:16px;line-height:24px;margin:0 0 10px;',
  label: 'font-size:14px;line-height:20px;margin:14px 0 4px;font-weight:bold;',
  scriptTable: 'margin:0 0 12px;',
  script: `${FACE}font-size:17px;line-height:26px;padding:2px 0 2px 12px;border-left:4px solid ${LIGHT.ember};`,
  buttons: 'font-size:15px;line-height:44px;margin:14px 0 4px;',
  button: `display:inline-block;line-height:20px;padding:9px 12px;margin:0 4px 0 0;border:1px solid ${LIGHT.leaf};border-radius:6px;color:${LIGHT.leaf};text-decoration:none;font-weight:bold;`,
  link: `color:${LIGHT.link};text-decoration:underline;`,
  quietLink: `color:${LIGHT.faint};text-decoration:underline;`,
  faint: `font-size:14px;line-height:22px;color:${LIGHT.faint};margin:0 0 8px;`,
  section: `font-size:16px;line-height:24px;margin:24px 0 6px;padding:10px 0 0;border-top:1px solid ${LIGHT.rule};`,
} as const

/** For clients that keep a style sheet and turn dark; the inline colours hold everywhere else. */
const IN_THE_DARK = html`<style>
@media (prefers-color-scheme: dark) {
  .link { color: ${DARK.link} !important; }
  .button { color: ${DARK.leaf} !important; border-color: ${DARK.leaf} !important; }
  .faint { color: ${DARK.faint} !important; }
  .put-off { color: ${DARK.alarm} !important; }
}
</style>`

/** A whole HTML mail, one column of at most 600 px that narrows with the screen. */
export const documentHtml = ({ preheader, body }: { readonly preheader: string; readonly body: Html }): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Relight</title>
${IN_THE_DARK}
</head>
<body style="margin:0;padding:0;">
<div style="display:none;max-height:0;overflow:hidden;">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 14px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;"><tr><td align="left" style="${FACE}">${body}</td></tr></table>
</td></tr></table>
</body>
</html>
`.toString()
