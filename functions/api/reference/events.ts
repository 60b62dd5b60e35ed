import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { describeEvents } from '../describe.ts'
import { asJson, code, fieldsOf } from './fields.ts'

/** What other programs are told by themselves, and its schemas as they are served. */
export const events = ({ source, detailTypes }: ReturnType<typeof describeEvents>): Html => {
  const [any = ''] = Object.keys(detailTypes)
  return html`<p>Relight puts these on an EventBridge bus of its own, with the source <code>${source}</code>. A detail says who and what by id alone, never by name, address or word: whoever may know more asks <a href="/api-reference">the API</a>. An event may come twice; its <code>id</code> is then the same. A rule that wants one of them matches</p>
${code(asJson({ source: [source], 'detail-type': [any] }))}
<p>All the schemas together are at <a href="/events.json">/events.json</a>.</p>
${Object.entries(detailTypes).map(
  ([type, schema]) => html`<section aria-labelledby="${type}"><h2 id="${type}"><code>${type}</code></h2>
<p>${schema.description ?? ''}.</p>
${fieldsOf(schema, false)}
${code(asJson(schema.examples?.[0]))}
<details><summary>JSON Schema</summary>${code(asJson(schema))}</details></section>
`,
)}`
}
