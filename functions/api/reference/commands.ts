import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { describeApi, Schema } from '../describe.ts'
import { asJson, code, fieldsOf, said } from './fields.ts'

/** Said of every command, and once is enough. */
const OF_ALL = ['command', 'at']

/** Every command that an account can be told. */
export const commands = (api: ReturnType<typeof describeApi>): Html => {
  const all = commandsOf(api)
  return html`<p>Send one of these to <a href="/api-reference#sayCommand"><code>POST /api/engagements/{id}/commands</code></a>, with its name as <code>command</code>. Each takes <code>at</code> too, the instant at which it happened, with any offset; now where it is left out. Ids are those that the API answered.</p>
<nav aria-label="Commands"><p>${all.map((schema, index) => html`${index > 0 && ', '}<a href="#${nameOf(schema)}">${nameOf(schema)}</a>`)}</p></nav>
${all.map(
  schema => html`<section aria-labelledby="${nameOf(schema)}"><h2 id="${nameOf(schema)}">${nameOf(schema)}</h2>
<p>${said(schema.description ?? '')}.</p>
${fieldsOf(schema, true, OF_ALL)}
${code(asJson(schema.examples?.[0]))}</section>
`,
)}`
}

const commandsOf = (api: ReturnType<typeof describeApi>): readonly Schema[] => {
  const schema = api.paths['/api/engagements/{id}/commands']?.['post']?.requestBody?.content['application/json']?.schema
  return schema && 'oneOf' in schema ? (schema.oneOf ?? []) : []
}

const nameOf = (schema: Schema): string => String(schema.properties?.['command']?.const)
