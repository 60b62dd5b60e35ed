import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { Content, describeApi, Operation, Parameter, Schema } from '../describe.ts'
import { asJson, code, fieldsOf, kindOf, said } from './fields.ts'

type Api = ReturnType<typeof describeApi>

/** How to call, every call, and what can go wrong. */
export const calls = (api: Api): Html => html`<p>${api.info.description}</p>
<p>Make a token on the page of your <a href="/settings#tokens">settings</a>; it is shown once. The address of the API is the one of this page, up to the first slash.</p>
${code(`API=https://THIS.HOST/api AUTH="Authorization: Bearer $TOKEN"`)}
<p>Send JSON. ${api.components.parameters.IdempotencyKey.description} Under another body the key is refused. Programs read this page as <a href="/openapi.json">OpenAPI 3.1</a>, and what is on the bus as <a href="/events.json">JSON Schemas</a>.</p>
${api.tags.map(
  ({ name, description }) => html`<section aria-labelledby="${name}"><h2 id="${name}">${description}</h2>
${operationsOf(api, name).map(call)}</section>
`,
)}
<section aria-labelledby="problems"><h2 id="problems">What can go wrong</h2>
<p>${said(api.components.schemas.Problem.description ?? '')} A call that is refused leaves everything as it was.</p>
${fieldsOf(api.components.schemas.Problem, false)}
<h3>Codes</h3>
<dl class="facts">${codesOf(api).map(
  ({ const: name, description = '' }) => html`<dt><code>${String(name)}</code></dt><dd>${said(description)}</dd>
`,
)}</dl></section>`

type Call = { readonly method: string; readonly path: string; readonly operation: Operation }

const operationsOf = (api: Api, tag: string): readonly Call[] =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

const codesOf = (api: Api): readonly Schema[] => api.components.schemas.Problem.properties?.['code']?.oneOf ?? []

const call = ({ method, path, operation }: Call): Html => {
  const { summary, operationId, parameters, requestBody, responses } = operation
  const [status = '', answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? []
  const own = parameters.filter(parameter => 'name' in parameter)
  const problems = Object.entries(responses).filter(([code]) => !code.startsWith('2'))
  return html`<section aria-labelledby="${operationId}">
<h3 id="${operationId}"><code>${method} ${path}</code></h3>
<p>${said(summary)}.</p>
${own.length > 0 && html`<dl class="facts">${own.map(parameter)}</dl>`}
${requestBody && taken(schemaOf(requestBody))}
${code(curl(path, own, requestBody))}
<h4>Answers ${status}</h4>
${answer?.content && fieldsOf(schemaOf(answer as Content), false)}
${answer?.content && html`<details><summary>For instance</summary>${code(asJson(exampleOf(answer as Content)))}</details>`}
<p class="hint">Or ${said(problems.map(([status, { description }]) => `${status} ${description.toLowerCase()}`).join('; '))}.</p>
</section>
`
}

const parameter = ({ name, in: where, description = '', schema }: Parameter): Html =>
  html`<dt><code>${name}</code></dt><dd><span class="hint">${kindOf(schema)}, in the ${where}.</span> ${said(description)}</dd>`

const taken = (schema: Schema): Html | undefined =>
  schema.oneOf
    ? html`<p>Takes one of ${schema.oneOf.length} <a href="/api-reference/commands">commands</a> by its name.</p>`
    : fieldsOf(schema, true)

const contentOf = ({ content }: Content) => Object.values(content)[0]
const schemaOf = (content: Content): Schema => {
  const schema = contentOf(content)?.schema ?? {}
  return '$ref' in schema ? {} : schema
}
const exampleOf = (content: Content): unknown => contentOf(content)?.example

const curl = (path: string, parameters: readonly Parameter[], body: Content | undefined): string => {
  const given = (where: string) => parameters.filter(({ in: at, example }) => at === where && example !== undefined)
  const filled = given('path').reduce((text, { name, example = '' }) => text.replace(`{${name}}`, example), path)
  const query = new URLSearchParams(Object.fromEntries(given('query').map(({ name, example = '' }) => [name, example])))
  const address = `"$API${filled.replace(/^\/api/, '')}${query.size > 0 ? `?${query}` : ''}"`
  return body
    ? `curl -H "$AUTH" -H "Idempotency-Key: $(uuidgen)" \\\n  ${address} -d '${asJson(exampleOf(body))}'`
    : `curl -H "$AUTH" ${address}`
}
