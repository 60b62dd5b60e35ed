import { type Html, html } from './html.ts'

/** What all our mails look like. Inline styles only: that is what every mail client keeps. */

const FACE = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;'

/** Faces stand on the cells: what lies in them inherits, but a nested table does not. */
export const STYLE = {
  lead: 'font-size:18px;line-height:26px;margin:0 0 20px;',
  card: 'margin:0 0 20px;border-top:3px solid #2f6f5e;',
  cardCell: `${FACE}padding:14px 0 0;`,
  name: 'font-size:20px;line-height:26px;margin:0;font-weight:bold;',
  phone: 'font-size:20px;line-height:28px;margin:6px 0 0;',
  phoneLink: 'color:#1f6b8f;font-weight:bold;text-decoration:underline;',
  small: 'font-size:13px;color:#6a7178;',
  play: 'font-size:16px;line-height:24px;margin:12px 0 8px;',
  putOff: 'color:#b3472b;font-weight:bold;',
  text: 'font-size:16px;line-height:24px;margin:0 0 10px;',
  label: 'font-size:14px;line-height:20px;margin:14px 0 4px;font-weight:bold;',
  scriptTable: 'margin:0 0 12px;',
  script: `${FACE}font-size:17px;line-height:26px;padding:2px 0 2px 12px;border-left:4px solid #f0b54a;`,
  buttons: 'font-size:15px;line-height:44px;margin:14px 0 4px;',
  button:
    'display:inline-block;line-height:20px;padding:9px 12px;margin:0 4px 0 0;border:1px solid #2f6f5e;border-radius:6px;color:#2f6f5e;text-decoration:none;font-weight:bold;',
  link: 'color:#1f6b8f;text-decoration:underline;',
  quietLink: 'color:#6a7178;text-decoration:underline;',
  faint: 'font-size:14px;line-height:22px;color:#6a7178;margin:0 0 8px;',
  section: 'font-size:16px;line-height:24px;margin:24px 0 6px;padding:10px 0 0;border-top:1px solid #c9cdd1;',
} as const

/** For clients that keep a style sheet and turn dark; the inline colours hold everywhere else. */
const DARK = html`<style>
@media (prefers-color-scheme: dark) {
  .link { color: #8ecae6 !important; }
  .button { color: #8fd3bd !important; border-color: #8fd3bd !important; }
  .faint { color: #a8b0b7 !important; }
  .put-off { color: #ff9d7a !important; }
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
${DARK}
</head>
<body style="margin:0;padding:0;">
<div style="display:none;max-height:0;overflow:hidden;">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 14px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;"><tr><td align="left" style="${FACE}">${body}</td></tr></table>
</td></tr></table>
</body>
</html>
`.toString()
