import { Email } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { inputField, wrongs } from '../fields.ts'
import { goTo, type Response } from '../page.ts'
import { decideForFirm } from '../record.ts'
import { savedLine } from '../saved.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'

const MOST = 500

/** `/team/never-log`: the addresses and domains of which nothing is ever kept. */
export const neverLog = async (visit: Visit, world: World): Promise<Response> => {
  const { request, page, firm } = visit
  if (request.method !== 'POST') return page(200, 'Never logged', listOf(visit, firm.neverLog))
  const removed = request.form.get('remove')
  if (removed !== null) {
    await decideForFirm(visit, world, ({ neverLog: listed }) =>
      listed.includes(removed)
        ? [{ type: 'NeverLogChanged', addresses: listed.filter(entry => entry !== removed) }]
        : [],
    )
    return goTo('/team/never-log?saved=removed')
  }
  const typed = request.form.get('entry') ?? ''
  const read = await readEntry(typed)
  if ('wrong' in read) return page(422, 'Never logged', listOf(visit, firm.neverLog, typed, read.wrong))
  if (firm.neverLog.length >= MOST)
    return page(422, 'Never logged', listOf(visit, firm.neverLog, typed, `${MOST} are the most. Remove one first.`))
  await decideForFirm(visit, world, ({ neverLog: listed }) =>
    listed.includes(read.entry) ? [] : [{ type: 'NeverLogChanged', addresses: [...listed, read.entry] }],
  )
  return goTo('/team/never-log?saved=added')
}

/** One address, or a domain with all that lies below it: `*.counsel.example` and `@counsel.example` mean the domain. */
const readEntry = async (typed: string): Promise<{ readonly entry: string } | { readonly wrong: string }> => {
  const entry = typed
    .trim()
    .toLowerCase()
    .replace(/^(\*\.|\*?@)/, '')
  if (entry === '') return { wrong: 'Write an address or a domain first.' }
  if (entry.includes('@'))
    return Email.safeParse(entry).success
      ? { entry }
      : { wrong: 'That is no mail address. Write it whole: name@firm.com.' }
  // What is known of mailbox providers is a long list: only this page reads it here.
  const { companyDomain, registrableDomain } = await import('../../../shared/views/company-domain.ts')
  if (entry.length > 253 || registrableDomain(entry) === null)
    return { wrong: 'That is no domain. Write what stands behind the @: counsel.com.' }
  if (companyDomain(`anybody@${entry}`) === null)
    return { wrong: `Anybody may have a mailbox at ${entry}. Write the whole address of the one you mean.` }
  return { entry }
}

const SAVED: Readonly<Record<string, string>> = {
  added: 'Added. It counts for whatever arrives from now on.',
  removed: 'Removed. Mail of theirs is read again.',
}

const listOf = ({ request, proof }: Visit, listed: readonly string[], typed = '', wrong?: string): Html => {
  return html`${savedLine(request, SAVED)}
<p>Your counsel, your bank, your own people: of a message with one of these on it nothing is kept but that it came. A domain counts with all addresses at it and below it. What was logged before stays.</p>
${listed.length === 0 && html`<p>Nobody is on the list.</p>`}
${
  listed.length > 0 &&
  html`<ul class="rows">${listed.toSorted().map(
    entry => html`<li><form method="post" action="/team/never-log">${proof}<p>${entry}</p>
<button type="submit" class="quiet" name="remove" value="${entry}">Remove ${entry}</button></form></li>
`,
  )}</ul>`
}
<form method="post" action="/team/never-log">${proof}
${wrongs(wrong)}
${inputField({ name: 'entry', label: 'An address or a domain', hint: 'name@counsel.com, or counsel.com', value: typed.slice(0, 254), wrong }, html`type="text" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="254" required`)}
<button type="submit">Add it</button>
</form>
<p><a href="/team">Back to the team</a></p>`
}
