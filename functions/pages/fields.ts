import { type Html, html } from '../../shared/mail/write/html.ts'

/** The fields of our forms. What was typed stays where a form comes back with something wrong. */

export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | undefined
  /** What is wrong with it, as a sentence. */
  readonly wrong?: string | undefined
}

/** `attributes` are those of its kind: `type="date" max="2026-10-01"`. */
export const inputField = (field: Field, attributes: Html): Html =>
  framed(
    field,
    html`<input id="${field.name}" name="${field.name}" ${attributes} value="${field.value ?? ''}"${describedBy(field)}>`,
  )

export const textField = (field: Field, rows = 3): Html =>
  framed(
    field,
    html`<textarea id="${field.name}" name="${field.name}" rows="${rows}" maxlength="2000"${describedBy(field)}>${field.value ?? ''}</textarea>`,
  )

/** Lists of zones and regions are long: an option ends where the next begins, and says its value once. */
export const selectField = (
  field: Field,
  options: readonly { readonly value: string; readonly label: string }[],
): Html =>
  framed(
    field,
    html`<select id="${field.name}" name="${field.name}"${describedBy(field)}>${options.map(
      ({ value, label }) =>
        html`<option${value !== label && html` value="${value}"`}${value === field.value && ' selected'}>${label}`,
    )}</select>`,
  )

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

/** One of several, each a line of its own. */
export const choiceField = (field: Field, choices: readonly Choice[]): Html =>
  html`<fieldset><legend>${field.label}${hintOf(field)}</legend>
${wrongOf(field)}
${choices.map(
  ({
    value,
    label,
    hint,
  }) => html`<label class="choice"><input type="radio" name="${field.name}" value="${value}"${field.value === value && ' checked'}${describedBy(field)}><span>${label}${hint && html` <span class="hint">${hint}</span>`}</span></label>
`,
)}</fieldset>`

/** What is wrong with a form, first on its page and first to be read out. */
export const wrongs = (...sentences: readonly (string | undefined)[]): Html | undefined => {
  const said = sentences.filter(sentence => sentence !== undefined)
  return said.length === 0
    ? undefined
    : html`<div class="wrongs" role="alert" tabindex="-1" autofocus>${said.map(sentence => html`<p class="wrong">${sentence}</p>`)}</div>`
}

const framed = (field: Field, control: Html): Html =>
  html`<div class="field"><label for="${field.name}">${field.label}${hintOf(field)}</label>
${wrongOf(field)}
${control}</div>
`

const hintOf = ({ name, hint }: Field): Html | undefined =>
  hint === undefined ? undefined : html` <span class="hint" id="${name}-hint">${hint}</span>`

const wrongOf = ({ name, wrong }: Field): Html | undefined =>
  wrong === undefined ? undefined : html`<p class="wrong" id="${name}-wrong">${wrong}</p>`

const describedBy = ({ name, wrong }: Field): Html | undefined =>
  wrong === undefined ? undefined : html` aria-invalid="true" aria-describedby="${name}-wrong"`
