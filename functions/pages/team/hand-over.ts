import { randomUUID } from 'node:crypto'
import { isKept } from '../../../shared/domain/engagement/state.ts'
import { counted, oneLine } from '../../../shared/domain/plays/words.ts'
import type { Recruiter } from '../../../shared/domain/recruiter.ts'
import { CommandId, type EngagementId } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { handOver } from '../../../shared/runtime/hand-over.ts'
import type { Owner } from '../../../shared/runtime/say.ts'
import type { EngagementRow } from '../../../shared/views/rows.ts'
import { noAccount, ownAccount } from '../account/own-account.ts'
import { selectField, wrongs } from '../fields.ts'
import type { Response } from '../page.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { membersOf, receiversBeside } from './members.ts'

/** Handing accounts over: the owner any of the firm's, a recruiter one of their own. */

/** Accounts that somebody looks after, open ones and those that rest closed until a day. */
export const accountsOf = async ({ firm, recruiter }: Owner, { views }: World): Promise<readonly EngagementRow[]> => {
  const rows = await views.engagementsOf(firm, recruiter)
  return rows.filter(isKept).toSorted((one, other) => one.client.localeCompare(other.client))
}

type Asked = { readonly to: Recruiter; readonly engagements: readonly EngagementId[] }
export type Wrong = { readonly field: 'account' | 'to' | 'sure'; readonly says: string }

/** What a form asks for, of these accounts and receivers. */
export const readHandover = (
  form: URLSearchParams,
  accounts: readonly EngagementId[],
  receivers: readonly Recruiter[],
): Asked | Wrong => {
  const named = form.get('account') ?? ''
  const engagements = named === 'all' ? accounts : accounts.filter(id => id === named)
  if (engagements.length === 0) return { field: 'account', says: 'Choose one of the accounts, or all of them.' }
  const to = receivers.find(({ id }) => id === form.get('to'))
  if (!to) return { field: 'to', says: 'Choose who gets them.' }
  if (form.get('sure') !== 'yes') return { field: 'sure', says: 'Tick the box first: it moves at once.' }
  return { to, engagements }
}

/** So many at once: each is a few calls, and one that waits for another is pressed again. */
const AT_ONCE = 10

/** Hands accounts over, each whole; pressed again after a cut, it goes on with the others. Answers how many went. */
export const carryOver = async (
  giver: Owner,
  { to, engagements }: Asked,
  { request, signedIn }: Visit,
  world: World,
): Promise<number> => {
  const press = randomUUID()
  let went = 0
  for (let from = 0; from < engagements.length; from += AT_ONCE) {
    const outcomes = await Promise.all(
      engagements.slice(from, from + AT_ONCE).map(engagement =>
        handOver(world.log, giver, engagement, to.id, {
          id: CommandId.parse(`page.${press}.${engagement}`),
          at: request.now,
          now: request.now,
          by: signedIn.recruiter,
          source: 'page',
          evidence: 'reported',
        }),
      ),
    )
    went += outcomes.filter(({ events }) => events.length > 0).length
  }
  return went
}

export const handoverForm = (
  action: string,
  proof: Html,
  accounts: readonly { readonly id: EngagementId; readonly client: string }[],
  receivers: readonly Recruiter[],
  typed?: { readonly form: URLSearchParams; readonly wrong: Wrong },
): Html => {
  const field = (name: Wrong['field'], label: string) => ({
    name,
    label,
    value: typed?.form.get(name) ?? undefined,
    wrong: typed?.wrong.field === name ? typed.wrong.says : undefined,
  })
  const [only, ...others] = accounts
  return html`<form method="post" action="${action}">${proof}<input type="hidden" name="do" value="hand-over">
${wrongs(typed?.wrong.says)}
${
  only && others.length === 0
    ? html`<input type="hidden" name="account" value="${only.id}">`
    : selectField(field('account', 'Which'), [
        { value: 'all', label: `All of them, ${accounts.length}` },
        ...accounts.map(({ id, client }) => ({ value: id, label: oneLine(client) })),
      ])
}
${selectField(
  field('to', 'To whom'),
  receivers.map(({ id, name }) => ({ value: id, label: oneLine(name) })),
)}
<label class="choice"><input type="checkbox" name="sure" value="yes" required><span>It moves at once, with its whole story and what is due</span></label>
<button type="submit">Hand over${only && others.length === 0 && ` ${oneLine(only.client)}`}</button>
</form>`
}

/** `/hand-over/ID`: gives one's own account to a colleague. */
export const handOverOne = async (visit: Visit, world: World): Promise<Response> => {
  const { request, owner, proof } = visit
  const engagement = await ownAccount(visit, world)
  if (!engagement || !isKept(engagement)) return noAccount(visit)
  const { id } = engagement
  const client = oneLine(engagement.client)
  const receivers = receiversBeside(owner.recruiter, await membersOf(visit, world))
  if (receivers.length === 0)
    return visit.page(
      200,
      `Hand over ${client}`,
      html`<p>Nobody else is here who could have it.</p>
<p><a href="/account/${id}">Back to ${client}</a></p>`,
    )
  const form = (statusCode: number, wrong?: Wrong) =>
    visit.page(
      statusCode,
      `Hand over ${client}`,
      html`<p>It goes to the colleague with everybody there, the whole story and what is due, and is no longer yours.</p>
${handoverForm(`/hand-over/${id}`, proof, [engagement], receivers, wrong && { form: request.form, wrong })}
<p><a href="/account/${id}">Leave it with me</a></p>`,
    )
  if (request.method !== 'POST') return form(200)
  const asked = readHandover(request.form, [id], receivers)
  if ('field' in asked) return form(422, asked)
  const went = await carryOver(owner, asked, visit, world)
  // Somebody else was quicker, to another colleague perhaps.
  if (went === 0)
    return visit.page(
      409,
      'Not handed over',
      html`<p>${client} is no longer yours to hand over: it went elsewhere in the meantime.</p>
<p><a class="button" href="/">Back to today</a></p>`,
    )
  return visit.page(
    200,
    'Handed over',
    html`<p>${client} is ${oneLine(asked.to.name)}’s now, and stands in the next mail to them.</p>
<p><a class="button" href="/">Back to today</a></p>`,
  )
}

export const sayHowMany = (count: number, name: string): string =>
  count === 0 ? 'Nothing was left to hand over.' : `${counted(count, 'account')} went to ${oneLine(name)}.`
