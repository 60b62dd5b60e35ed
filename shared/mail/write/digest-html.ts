import { capitalised } from '../../domain/plays/words.ts'
import type { DigestPage, ShortLine } from './digest.ts'
import { type Html, html } from './html.ts'
import type { Button, Item } from './item.ts'
import { pictureHtml } from './picture-html.ts'
import { documentHtml, STYLE } from './stationery.ts'

/** The digest as HTML: tables, inline styles, no image and nothing that calls home. */
export const digestHtml = ({ greeting, items, sections, closing, unsubscribe }: DigestPage): string =>
  documentHtml({
    preheader: items[0]?.sheet.why[0] ?? closing,
    body: html`
<p style="${STYLE.lead}">${greeting}</p>
${items.map((item, index) => itemHtml(item, index + 1))}
${sections.map(section => sectionHtml(section.title, section.lines))}
<p style="${STYLE.text}">${closing}</p>
<p class="faint" style="${STYLE.faint}">Press a button, or reply with the number and a word, or in your own words. I read all three.<br><a href="${unsubscribe}" class="faint" style="${STYLE.quietLink}">No more of these mails</a></p>`,
  })

const itemHtml = (item: Item, number: number): Html => {
  const { sheet, who, role, client, phone, play } = item
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.card}"><tr><td style="${STYLE.cardCell}">
<h2 style="${STYLE.name}">${number}. ${who}</h2>
<p class="faint" style="${STYLE.faint}">${[role, who === client ? '' : client].filter(part => part !== '').join(', ')}</p>
${phone && html`<p style="${STYLE.phone}"><a href="${phone.href}" class="link" style="${STYLE.phoneLink}">${phone.number}</a> <span class="faint" style="${STYLE.small}">${phone.from && `from ${phone.from}`}</span></p>`}
${item.phoneHint && html`<p style="${STYLE.text}">${item.phoneHint}</p>`}
<p style="${STYLE.play}"><strong>${play.title}.</strong>${item.putOff && html` <span class="put-off" style="${STYLE.putOff}">${item.putOff}</span>`}</p>
<p style="${STYLE.text}"><strong>Why today:</strong> ${sheet.why.join(' ')}</p>
${item.picture && pictureHtml(item.picture)}
${sheet.before.map(({ label, text }) => html`<p style="${STYLE.text}"><strong>${label}:</strong> ${capitalised(text)}</p>`)}
${sheet.say.map(({ label, text }) => html`<p style="${STYLE.label}">${label}:</p>${scriptHtml(`“${text}”`)}`)}
${sheet.write && html`<p style="${STYLE.label}">Then write, “${sheet.write.subject}”:</p>${scriptHtml(sheet.write.body)}`}
${item.draft && html`<p style="${STYLE.text}"><a href="${item.draft}" class="link" style="${STYLE.link}">Open it as a draft</a></p>`}
${sheet.leaveOut.length > 0 && html`<p style="${STYLE.text}"><strong>Leave out:</strong> ${capitalised(sheet.leaveOut.join('; '))}.</p>`}
${sheet.notInWriting && html`<p style="${STYLE.text}"><strong>Not in writing:</strong> ${sheet.notInWriting}</p>`}
${sheet.otherWay && html`<p style="${STYLE.text}"><strong>Other way in:</strong> ${capitalised(sheet.otherWay)}</p>`}
<p style="${STYLE.buttons}">${item.buttons.map(buttonHtml)}</p>
${item.asides.length > 0 && html`<p class="faint" style="${STYLE.faint}">Or: ${item.asides.map(asideHtml)}</p>`}
</td></tr></table>
`
}

const scriptHtml = (text: string): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.scriptTable}"><tr><td style="${STYLE.script}">${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</td></tr></table>
`

const buttonHtml = ({ label, url }: Button): Html =>
  html`<a href="${url}" class="button" style="${STYLE.button}">${label}</a> `

const asideHtml = ({ label, url }: Button, index: number): Html =>
  html`${index > 0 && ' · '}<a href="${url}" class="faint" style="${STYLE.quietLink}">${label}</a>`

const sectionHtml = (
  title: string,
  lines: readonly ShortLine[],
): Html => html`<h3 style="${STYLE.section}">${title}</h3>
${lines.map(
  ({ text, buttons }) => html`<p style="${STYLE.text}">${text}</p>
${buttons.length > 0 && html`<p class="faint" style="${STYLE.faint}">${buttons.map(asideHtml)}</p>`}`,
)}`
