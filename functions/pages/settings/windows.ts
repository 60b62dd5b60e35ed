import { defaultPolicy, Policy } from '../../../shared/domain/policy.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { inputField, wrongs } from '../fields.ts'
import { recordForFirm } from '../record.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import type { Change } from './settings.ts'

/** The firm's windows of silence, each with what it means. Its owner sets them. */

const MEANING: Readonly<Record<keyof Policy, string>> = {
  replyDays: 'They have not said how soon they answer: call and write after so many days',
  agreementOutDays: 'The agreement is out with them',
  candidatesOutDays: 'Candidates are out with them',
  interviewFeedbackDays: 'An interview took place, and feedback is due',
  offerDays: 'An offer is out',
  openedDays: 'An account is live, and nothing went out yet',
  firstContactDays: 'A first contact was never answered',
  sameTextCompanies: 'One text to so many companies in a day is a mailing, and opens no accounts',
  missedMeetingDays: 'They missed a meeting: call and write',
  ownAfterDays: 'A call and a mail both went unanswered: own the dropped ball, so many days after the first',
  ownOncePerDays: 'Nobody is apologised to twice within',
  attemptsPerApproach: 'The same approach, unanswered so many times in a row, is not suggested again',
  introducerAfterDays: 'Owning it brought no answer: go through whoever introduced them',
  decideAfterDays: 'Nor did that: participate or disengage',
  participateDays: 'You chose to participate: so many days more before it is asked again',
  ourTurnDays: 'Their message lies with you: answer it',
  backedAwayTensionDays: 'Tension is open and nobody has talked: ask the hiring manager',
  backedAwayDays: 'Their message still lies with you: call and write',
  clearTheAirDays: 'The hiring manager was asked: clear the air',
  slowProcessDays: 'A process of theirs that takes longer than this is put to you once',
  revisitDays: 'A frozen opening without a date is looked at again after',
  keepInTouchDays: 'Nothing is owed on either side: one line to keep in touch',
  darkAfterDays: 'A live account silent for so long is dark',
  liveForDays: 'A milestone or a meeting keeps an account live for',
  shrinkAfterDigests: 'A task left alone shrinks to a line after so many mails',
  askAfterDigests: 'and asks to be let go after so many',
  colleagueTouchDays: 'A colleague’s call or mail to the same client is named for',
  colleagueTaskDays: 'A colleague’s open task with the same person stands in for yours for',
}
const COUNTS: ReadonlySet<string> = new Set([
  'sameTextCompanies',
  'attemptsPerApproach',
  'shrinkAfterDigests',
  'askAfterDigests',
])
const NAMES = Policy.keyof().options

export const windowsSection = (
  visit: Visit,
  typed?: URLSearchParams,
  wrong?: { field: string; says: string },
): Html => {
  const { policy } = visit.owner
  const list = html`<p>Days are working days; 30 and more are calendar days. What a client said, or what was agreed, goes before any of them.</p>`
  if (!visit.isOwner)
    return html`<section aria-labelledby="windows"><h2 id="windows">When Relight speaks up</h2>
${list}<table><tbody>${NAMES.map(name => html`<tr><th scope="row">${MEANING[name]}</th><td>${policy[name]}</td></tr>`)}</tbody></table>
<p class="hint">The owner of your firm sets these.</p></section>`
  return html`<section aria-labelledby="windows"><h2 id="windows">When Relight speaks up</h2>
${list}<details${typed && ' open'}><summary>See and change the windows of your firm</summary>
<form method="post" action="/settings/windows">${visit.proof}
${wrongs(wrong && `${MEANING[wrong.field as keyof Policy] ?? 'A window'}: ${wrong.says}.`)}
${NAMES.map(name =>
  inputField(
    {
      name,
      label: MEANING[name],
      hint: `${COUNTS.has(name) ? 'a number' : 'days'}; ${defaultPolicy[name]} unless changed`,
      value: typed?.get(name) ?? String(policy[name]),
      wrong: wrong?.field === name ? wrong.says : undefined,
    },
    html`type="number" inputmode="numeric" min="1" max="365" required`,
  ),
)}
<button type="submit">Save the windows</button></form></details></section>`
}

export const changeWindows: Change = async (visit, world: World) => {
  const { form } = visit.request
  const parsed = Policy.safeParse(Object.fromEntries(NAMES.map(name => [name, Number(form.get(name) ?? 'none')])))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const wrong = { field: String(issue?.path[0]), says: issue?.message ?? 'could not be read' }
    return visit.page(422, 'Settings', windowsSection(visit, form, wrong))
  }
  const outcome = await recordForFirm(visit, world, { type: 'PolicyChanged', policy: parsed.data })
  return outcome === 'recorded'
    ? { saved: 'windows' }
    : visit.page(403, 'Settings', html`<p>Only the owner of your firm sets its windows. Nothing was changed.</p>`)
}
