import { localDate } from '../../../shared/domain/calendar/days.ts'
import type { Contact, Engagement } from '../../../shared/domain/engagement/state.ts'
import { contactOf } from '../../../shared/domain/engagement/state.ts'
import { capitalised, oneLine, spokenDuration, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { ROLE } from '../../../shared/mail/write/item.ts'
import { telephone } from '../../../shared/mail/write/telephone.ts'
import type { Visit } from '../visit.ts'

/** Who is who at an account: numbers, who introduced whom, what was agreed with them, and what stands between. */
export const peopleOf = (engagement: Engagement, { owner: { calendar }, request }: Visit): Html => {
  const today = localDate(calendar, request.now)
  const day = (instant: string) => weekdayAndDate(localDate(calendar, instant), today)
  if (engagement.contacts.length === 0) return html`<p>Nobody is known here yet.</p>`
  return html`<ul class="rows">${engagement.contacts.map(contact => {
    const introducer = contactOf(engagement, contact.introducedBy)
    const agreed = engagement.facts.flatMap(fact =>
      fact.type === 'ExpectationSet' && fact.contact === contact.id ? [fact] : [],
    )
    const last = agreed.at(-1)
    const tension = tensionWith(engagement, contact)
    return html`<li><h3>${oneLine(contact.name)}</h3>
<p class="faint">${capitalised([ROLE[contact.role], ...standing(contact)].filter(Boolean).join(', '))}</p>
${contact.phones.map(({ number, from }) => html`<p><a href="${telephone(number)}">${oneLine(number)}</a>${from && html` <span class="faint">from ${oneLine(from)}</span>`}</p>`)}
${contact.emails.map(email => html`<p>${email}</p>`)}
${introducer && html`<p>Introduced by ${oneLine(introducer.name)}</p>`}
${last && html`<p>Agreed on ${day(last.at)}: ${last.replyWithin ? `an answer within ${spokenDuration(last.replyWithin)}` : oneLine(last.text)}</p>`}
${
  tension &&
  html`<dl class="facts"><dt>Seen</dt><dd>${tension.observed ? oneLine(tension.observed) : 'nothing was noted'}</dd><dt>Assumed</dt><dd>${tension.story ? oneLine(tension.story) : 'nothing was noted'}</dd></dl>`
}</li>`
  })}</ul>`
}

const standing = (contact: Contact): readonly string[] => [
  ...(contact.left ? ['has left'] : []),
  ...(contact.optedOut ? ['asked to be left alone'] : []),
  ...(contact.candidate ? ['a candidate'] : []),
]

/** The tension that is still open with somebody. */
const tensionWith = ({ facts }: Engagement, { id }: Contact) => {
  const reported = facts.findLast(fact => fact.type === 'TensionReported' && fact.contact === id)
  if (reported?.type !== 'TensionReported') return undefined
  const resolved = facts.some(
    fact => fact.type === 'TensionResolved' && fact.contact === id && Date.parse(fact.at) >= Date.parse(reported.at),
  )
  return resolved ? undefined : reported
}
