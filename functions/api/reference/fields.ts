import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { Schema } from '../describe.ts'

/** Schemas as people read them: each field with what it may hold and what it means. */

/** `isSent`: whether it is said of a field that it must be there; in an answer, that it may not be. */
export const fieldsOf = (schema: Schema, isSent: boolean, leftOut: readonly string[] = []): Html | undefined => {
  const { properties = {}, required = [] } = schema
  const shown = Object.entries(properties).filter(([name]) => !leftOut.includes(name))
  if (shown.length === 0) return undefined
  return html`<dl class="facts">${shown.map(([name, field]) => {
    const kind = [presence(required.includes(name), isSent), kindOf(field)].filter(Boolean).join('; ')
    return html`<dt><code>${name}</code></dt><dd><span class="hint">${kind}.</span> ${said(field.description ?? '')}${within(field, isSent)}</dd>
`
  })}</dl>`
}

const presence = (isRequired: boolean, isSent: boolean): string => {
  if (isSent) return isRequired ? 'needed' : ''
  return isRequired ? '' : 'where there is one'
}

/** The fields of an object, of those that a list holds, or of one that may stand for something shorter. */
const within = (schema: Schema, isSent: boolean): Html | undefined => {
  if (schema.items) return within(schema.items, isSent)
  if (schema.anyOf) return schema.anyOf.map(one => within(one, isSent)).find(found => found !== undefined)
  return schema.properties && fieldsOf(schema, isSent)
}

const FORMATS: Readonly<Record<string, string>> = { date: 'date', 'date-time': 'instant', email: 'mail address' }
const TYPES: Readonly<Record<string, string>> = { boolean: 'true or false', integer: 'whole number', string: 'text' }

/** "text, at most 200 characters", "list of at most 20: mail address", "one of hr, other; other unless said". */
export const kindOf = (schema: Schema): string => {
  const preset = schema.default
  const isSaid = preset !== undefined && !Array.isArray(preset)
  return isSaid ? `${plainKindOf(schema)}; ${String(preset)} unless said` : plainKindOf(schema)
}

const plainKindOf = (schema: Schema): string => {
  if (schema.const !== undefined) return String(schema.const)
  if (schema.enum) return `one of ${schema.enum.map(String).join(', ')}`
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ')
  if (Array.isArray(schema.type)) return schema.type.map(type => plainKindOf({ ...schema, type })).join(' or ')
  const type = String(schema.type)
  if (type === 'array')
    return `list${schema.maxItems ? ` of at most ${schema.maxItems}` : ''}: ${kindOf(schema.items ?? {})}`
  if (schema.format) return FORMATS[schema.format] ?? schema.format
  if (schema.minimum !== undefined && schema.maximum !== undefined)
    return `whole number from ${schema.minimum} to ${schema.maximum}`
  return `${TYPES[type] ?? type}${schema.maxLength ? `, at most ${schema.maxLength} characters` : ''}`
}

/** What a program sends or reads, as it is written. */
export const code = (text: string): Html => html`<pre class="as-written"><code>${text}</code></pre>`

/** What fits on a line of a phone stands on one. */
const LINE = 44

export const asJson = (value: unknown, indent = ''): string => {
  const line = (JSON.stringify(value, null, 1) ?? '').replace(/\n */g, ' ')
  if (typeof value !== 'object' || value === null || indent.length + line.length <= LINE) return line
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map(one => asJson(one, inner))
    : Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([name, one]) => `${JSON.stringify(name)}: ${asJson(one, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.map(part => inner + part).join(',\n')}\n${indent}${close}`
}

/** A description, in which what stands between backticks is a program's word. */
export const said = (text: string): Html =>
  html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
