import { defaultPolicy, Policy, WINDOW_MEANS } from '../../../shared/domain/policy.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { wrongs } from '../fields.ts'
import { decideForFirm } from '../record.ts'
import type { Visit } from '../visit.ts'
import { readWindows, sayWindow, sayWrongWindow, type WrongWindow, windowField } from '../window-field.ts'
import type { World } from '../world.ts'
import type { Change } from './settings.ts'

/** The firm's windows of silence, each with what it means. Its owner sets them. */

const NAMES = Policy.keyof().options

/** The rules that no number of days stands in. */
const WITHOUT_A_NUMBER = [
  'A next step was agreed: its day goes before every window; where it is theirs, the working day after it',
  'They said how soon they answer: what they said goes before the windows above',
  'A meeting is over and nothing was heard of it: asked in the next mail, and nothing else until then',
  'You missed a meeting or called it off: answer them, in the next mail',
  'Somebody with whom there is tension was written to: clear the air by voice, in the next mail',
  'You spoke with the hiring manager twice since HR’s last word: asked once whether anything is wrong with HR',
  'Nothing was ever agreed about how you work together: the day after the first talk; one a day, always last',
  'Silent for more than ninety days: offered, two a day',
]

export const windowsSection = (visit: Visit, typed?: URLSearchParams, wrong?: WrongWindow): Html => {
  const { policy } = visit.owner
  const table = visit.isOwner
    ? html`<details${typed && html` open`}><summary>See and change the windows of your firm</summary>
<form method="post" action="/settings/windows">${visit.proof}
${wrongs(wrong && sayWrongWindow(wrong))}
${NAMES.map(name =>
  windowField(name, typed?.get(name) ?? String(policy[name]), `${defaultPolicy[name]} unless changed`, {
    wrong,
    isRequired: true,
  }),
)}
<button type="submit">Save the windows</button></form></details>`
    : html`<table><tbody>${NAMES.map(name => html`<tr><th scope="row">${WINDOW_MEANS[name]}</th><td>${sayWindow(name, policy[name])}</td></tr>`)}</tbody></table>
<p class="hint">The owner of your firm sets these.</p>`
  return html`<section aria-labelledby="windows"><h2 id="windows">When Relight speaks up</h2>
<p>Days are working days; 30 and more are calendar days. An account can have windows of its own: they are set on its page.</p>
${table}
<details><summary>What goes by no number of days</summary>
<ul>${WITHOUT_A_NUMBER.map(rule => html`<li>${rule}</li>`)}</ul></details></section>`
}

export const changeWindows: Change = async (visit, world: World) => {
  const { form } = visit.request
  const missing = NAMES.find(name => (form.get(name) ?? '').trim() === '')
  const read = missing ? { wrong: { field: missing, says: 'needs a number' } } : readWindows(Policy, NAMES, form)
  if ('wrong' in read) return visit.page(422, 'Settings', windowsSection(visit, form, read.wrong))
  return (await decideForFirm(visit, world, () => [{ type: 'PolicyChanged', policy: read.windows }]))
    ? { saved: 'windows' }
    : visit.page(403, 'Settings', html`<p>Only the owner of your firm sets its windows. Nothing was changed.</p>`)
}
