import type { Engagement } from '../../../shared/domain/engagement/state.ts'
import { capitalised, oneLine } from '../../../shared/domain/plays/words.ts'
import { WINDOWS } from '../../../shared/domain/policy.ts'
import { Role } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { ROLE } from '../../../shared/mail/write/item.ts'
import { type Field, inputField, selectField, textField, wrongs } from '../fields.ts'
import type { Wrong } from '../typed.ts'
import type { Visit } from '../visit.ts'
import { windowField } from '../window-field.ts'
import { type FormName, LABEL, TOUCHES } from './forms.ts'

/** A form that came back with something wrong keeps what was typed, and stands open. */
export type Typed = { readonly name: FormName; readonly wrong: Wrong }

type Option = { readonly value: string; readonly label: string }

/** The forms of an account: each says one thing. */
export const saySection = (engagement: Engagement, visit: Visit, today: string, typed?: Typed): Html => {
  const people = engagement.contacts
    .filter(({ left }) => !left)
    .map(({ id, name }): Option => ({ value: id, label: oneLine(name) }))
  const value = (name: string) => (typed ? (visit.request.form.get(name) ?? '') : '')
  const field = (name: string, hint?: string): Field => ({
    name,
    label: LABEL[name] ?? name,
    hint,
    value: value(name),
    wrong: typed?.wrong.field === name ? typed.wrong.wrong : undefined,
  })
  const select = (name: string, options: readonly Option[]): Html => selectField(field(name), options)
  const formOf = (name: FormName, summary: string, button: string, fields: Html): Html => {
    const isOpen = typed?.name === name
    return html`<details${isOpen && html` open`}><summary>${summary}</summary>
<form method="post" action="/account/${engagement.id}">${visit.proof}<input type="hidden" name="form" value="${name}"><input type="hidden" name="seen" value="${engagement.position}">
${wrongs(isOpen ? typed.wrong.wrong : undefined)}
${fields}
<button type="submit">${button}</button></form></details>`
  }
  const date = (name: string, hint?: string, min?: string) =>
    inputField(field(name, hint), min ? html`type="date" min="${min}"` : html`type="date" max="${today}"`)
  const isTyped = typed?.name === 'windows'
  const windowFields = WINDOWS.map(name => {
    const own = engagement.windows[name]
    return windowField(
      name,
      isTyped ? value(name) : own === undefined ? '' : String(own),
      `your firm’s: ${visit.owner.policy[name]}`,
      {
        wrong: isTyped && typed.wrong.field === name ? { field: name, says: typed.wrong.wrong } : undefined,
        isRequired: false,
      },
    )
  })
  const withPeople = people.length > 0
  const isPaused = engagement.facts.findLast(({ type }) => type === 'EngagementPaused' || type === 'EngagementResumed')
  return html`<section aria-labelledby="say"><h2 id="say">Say what happened</h2>
${
  withPeople &&
  formOf(
    'touch',
    'A call, a mail, a talk',
    'Record it',
    html`${select('contact', people)}
${select(
  'touch',
  Object.entries(TOUCHES).map(([value, { label }]) => ({ value, label })),
)}
${date('on', 'Leave empty for today')}
${textField(field('words', 'If you like'), 2)}`,
  )
}
${formOf(
  'person',
  'Somebody new',
  'Add them',
  html`${inputField(field('name'), html`type="text" required`)}
${select(
  'role',
  Role.options.map(value => ({ value, label: capitalised(ROLE[value] || 'somebody else') })),
)}
${inputField(field('email', 'If known'), html`type="email"`)}
${inputField(field('phone', 'If known'), html`type="tel"`)}
${withPeople && select('introducedBy', [{ value: '', label: 'Nobody, or not known' }, ...people])}`,
)}
${
  withPeople &&
  formOf(
    'meeting',
    'A meeting to come, or just over',
    'Book it',
    html`${select('with', people)}
${inputField(field('date', 'Of one that is over the next mail asks what became of it'), html`type="date" required`)}
${inputField(field('time', 'On your clock; half an hour is kept for it'), html`type="time" required`)}
${inputField(field('title'), html`type="text" required`)}`,
  )
}
${
  withPeople &&
  formOf(
    'expectation',
    'How soon they answer, as agreed',
    'Keep it',
    html`${select('of', people)}
${inputField(field('amount'), html`type="number" min="1" max="999" inputmode="numeric" required`)}
${select('unit', [
  { value: 'D', label: 'working days' },
  { value: 'W', label: 'weeks' },
  { value: 'M', label: 'months' },
])}`,
  )
}
${
  isPaused?.type === 'EngagementPaused'
    ? formOf('resume', 'Go on before the pause is over', 'Go on', html``)
    : formOf(
        'pause',
        'A pause',
        'Pause it',
        html`${date('until', 'Nothing is due before; then it is looked at again', today)}
${textField(field('why', 'If you like'), 2)}`,
      )
}
${
  engagement.stage === 'open' &&
  formOf(
    'close',
    'The end of it, for now',
    'Close it',
    html`${textField(field('closing', 'If you like'), 2)}
${date('revisitOn', 'Leave empty for no day', today)}`,
  )
}
${formOf(
  'windows',
  'Windows for this account',
  'Save the windows',
  html`<p>What stands here goes before your firm’s. Clear a field to return to your firm’s number.</p>
${windowFields}`,
)}
</section>`
}
