import { capitalised, counted } from '../../domain/plays/words.ts'
import type { DigestPage, Section } from './digest.ts'
import { type Html, html } from './html.ts'
import type { Button, Item } from './item.ts'
import { pictureHtml } from './picture-html.ts'
import { buttonsHtml, documentHtml, partHtml, STYLE, wordsHtml } from './stationery.ts'

/** The digest as HTML: tables, inline styles, no image and nothing that calls home. */
export const digestHtml = ({ greeting, items, sections, closing, pages, unsubscribe }: DigestPage): string =>
  documentHtml({
    preheader: capitalised(items[0]?.sheet.why[0] ?? closing),
    body: html`
<p style="${STYLE.lead}">${greeting}</p>
${items.map((item, index) => itemHtml(item, index + 1))}
${sections.map(section => sectionHtml(section, pages))}
<p style="${STYLE.text}">${closing}</p>
<p class="faint" style="${STYLE.faint}">Press a button, or reply with the number and a word, or in your own words. I read all three.</p>
<p style="${STYLE.faint}"><a href="${unsubscribe}" class="faint" style="${STYLE.quietLink}">No more of these mails</a></p>`,
  })

const itemHtml = (item: Item, number: number): Html => {
  const { sheet, who, role, client, phone, play, draft } = item
  const about = [role, who === client ? '' : client].filter(part => part !== '').join(', ')
  return partHtml(
    'card',
    html`<h2 style="${STYLE.name}">${number}. ${who}</h2>
${about && html`<p class="faint" style="${STYLE.faint}">${about}</p>`}
${phone && html`<p style="${STYLE.phone}"><a href="${phone.href}" class="link" style="${STYLE.phoneLink}">${phone.number}</a>${phone.from && html` <span class="faint" style="${STYLE.aside}">from ${phone.from}</span>`}</p>`}
${item.phoneHint && html`<p style="${STYLE.text}">${item.phoneHint}</p>`}
<p style="${STYLE.play}"><strong>${play.title}.</strong>${item.putOff && html` <span class="late" style="${STYLE.late}">${item.putOff}</span>`}</p>
<p style="${STYLE.text}"><strong>Why today:</strong> ${capitalised(sheet.why.join(' '))}</p>
${item.picture && pictureHtml(item.picture)}
${sheet.before.map(({ label, text }) => html`<p style="${STYLE.text}"><strong>${label}:</strong> ${capitalised(text)}</p>`)}
${sheet.say.map(({ label, text }) => html`<p style="${STYLE.label}">${label}:</p>${wordsHtml(`“${text}”`)}`)}
${sheet.write && html`<p style="${STYLE.label}">Then write${draft && ` to ${draft.to}`}, “${sheet.write.subject}”:</p>${wordsHtml(sheet.write.body)}`}
${draft && html`<p style="${STYLE.text}"><a href="${draft.href}" class="link" style="${STYLE.link}">Open it as a draft</a></p>`}
${sheet.leaveOut.length > 0 && html`<p style="${STYLE.after}"><strong>Leave out:</strong> ${capitalised(sheet.leaveOut.join('; '))}.</p>`}
${sheet.notInWriting && html`<p style="${STYLE.text}"><strong>Not in writing:</strong> ${sheet.notInWriting}</p>`}
${sheet.otherWay && html`<p style="${STYLE.text}"><strong>Other way in:</strong> ${capitalised(sheet.otherWay)}</p>`}
${buttonsHtml(item.buttons)}${item.asides.length > 0 && html`<p class="faint" style="${STYLE.faint}">Or: ${item.asides.map(asideHtml)}</p>`}`,
  )
}

const asideHtml = ({ label, url }: Button, index: number): Html =>
  html`${index > 0 && ' · '}<a href="${url}" class="faint" style="${STYLE.quietLink}">${label}</a>`

const sectionHtml = ({ title, lines, more }: Section, pages: string): Html =>
  partHtml(
    'section',
    html`<h3 style="${STYLE.heading}">${title}</h3>
${lines.map(
  ({ text, buttons }) => html`<p style="${STYLE.text}">${text}</p>
${buttons.length > 0 && html`<p class="faint" style="${STYLE.faint}">${buttons.map(asideHtml)}</p>`}`,
)}${more && html`<p style="${STYLE.text}">And ${counted(more, 'more', 'more')}, too many for a mail. <a href="${pages}" class="link" style="${STYLE.link}">See them all</a></p>`}`,
  )
