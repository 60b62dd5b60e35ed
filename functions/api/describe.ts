import * as z from 'zod'
import { publicDetails } from '../../shared/bus/public-events.ts'
import { COMMANDS } from './commands-described.ts'
import { TOLD } from './examples.ts'
import { CODES, FIELDS } from './meanings.ts'
import { type ApiRoute, routes } from './routes.ts'

/** What other programs can ask and are told, for their programmers: OpenAPI 3.1, and JSON Schema for events. */

/** As much of JSON Schema as our schemas come to. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly examples?: readonly unknown[]
}

const PROBLEM = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})

const schemaOf = (schema: z.ZodType, io: 'input' | 'output', inside: string): Schema => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // A format says in a word what its pattern says in three lines; and every whole number fits.
      if (jsonSchema.format) delete jsonSchema.pattern
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return explained(rest as Schema, inside)
}

/** With what each field means; `inside` is what the fields stand in. */
const explained = (schema: Schema, inside: string): Schema => ({
  ...schema,
  ...(schema.items && { items: explained(schema.items, inside) }),
  ...(schema.anyOf && { anyOf: schema.anyOf.map(one => explained(one, inside)) }),
  ...(schema.oneOf && { oneOf: schema.oneOf.map(command) }),
  ...(schema.properties && {
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, of]) => {
        const description = FIELDS[`${inside}.${name}`] ?? FIELDS[name]
        return [name, { ...(description && { description }), ...explained(of, name) }]
      }),
    ),
  }),
})

/** The only choice between objects that the API leaves is that between commands. */
const command = (schema: Schema): Schema => {
  const name = String(schema.properties?.['command']?.const) as keyof typeof COMMANDS
  const { says, example } = COMMANDS[name]
  return { description: says, ...explained(schema, name), examples: [{ command: name, ...example }] }
}

export type Ref = { readonly $ref: string }
export type Content = {
  readonly content: Readonly<Record<string, { readonly schema: Schema | Ref; readonly example?: unknown }>>
}
export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly description?: string
  readonly example?: string | undefined
  readonly schema: Schema
}
export type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly parameters: readonly (Parameter | Ref)[]
  readonly requestBody?: Content & { readonly required: boolean }
  readonly responses: Readonly<Record<string, { readonly description: string } & Partial<Content>>>
}

const json = (schema: Schema | Ref, example?: unknown, type = 'application/json'): Content => ({
  content: { [type]: { schema, ...(example === undefined ? {} : { example }) } },
})
const problems = (description: string) => ({
  description,
  ...json({ $ref: '#/components/schemas/Problem' }, undefined, 'application/problem+json'),
})

const operation = (route: ApiRoute): Operation => ({
  operationId: route.name,
  tags: [route.about],
  summary: route.does,
  parameters: [
    ...[...route.path.matchAll(/\{(\w+)\}/g)].map(
      ([, name = '']): Parameter => ({
        name,
        in: 'path',
        required: true,
        description: FIELDS[`${route.about}.${name}`] ?? FIELDS[name] ?? '',
        example: route.example.parameters?.[name],
        schema: { type: 'string' },
      }),
    ),
    ...Object.entries(route.query?.shape ?? {}).map(
      ([name, schema]): Parameter => ({
        name,
        in: 'query',
        description: FIELDS[name] ?? '',
        example: route.example.parameters?.[name],
        schema: schemaOf(schema as z.ZodType, 'input', name),
      }),
    ),
    ...(route.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ],
  ...(route.body && {
    requestBody: { required: true, ...json(schemaOf(route.body, 'input', route.name), route.example.body) },
  }),
  responses: {
    [route.status]: {
      description: route.does,
      ...json(schemaOf(route.answer, 'output', route.name), route.example.answer),
    },
    400: problems('A field is missing or not valid'),
    401: problems('No valid token'),
    ...(route.path.includes('{') && { 404: problems('Nothing of yours has this id') }),
    ...(route.method === 'POST' && {
      409: problems('Valid, and refused: `code` says why'),
      413: problems('Too large'),
    }),
    500: problems('Something failed on our side'),
  },
})

const detail = (schema: z.ZodObject): Schema => ({
  ...schemaOf(schema, 'output', 'event'),
  examples: [Object.fromEntries(Object.keys(schema.shape).map(name => [name, TOLD[name]]))],
})

const problem = (): Schema => {
  const schema = schemaOf(PROBLEM, 'output', 'problem')
  const codes = Object.entries(CODES).map(([code, description]) => ({ const: code, description }))
  return {
    ...schema,
    description: 'RFC 9457 problem details. `errors` names each field at fault by its path.',
    properties: { ...schema.properties, code: { description: FIELDS['code'] ?? '', type: 'string', oneOf: codes } },
  }
}

/** OpenAPI 3.1, made from the routes and their schemas. */
export const describeApi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Relight',
    version: '1',
    description:
      'Everything a recruiter tells Relight by mail, for other programs. A token is one recruiter’s and sees what is theirs. Instants are ISO 8601 with an offset, kept in UTC; dates are the recruiter’s own.',
  },
  security: [{ token: [] }],
  tags: [
    { name: 'engagements', description: 'Accounts: a recruiter’s relationship with one client' },
    { name: 'tasks', description: 'What is due, and what became of it' },
    { name: 'notes', description: 'What was mailed to the inbound address' },
  ],
  paths: Object.fromEntries(
    [...Map.groupBy(routes, ({ path }) => path)].map(([path, all]) => [
      path,
      Object.fromEntries(all.map(route => [route.method.toLowerCase(), operation(route)])),
    ]),
  ),
  webhooks: Object.fromEntries(
    Object.entries(publicDetails).map(([type, schema]) => [
      type,
      {
        post: {
          summary: schema.description ?? type,
          description: 'The `detail` of an EventBridge event of this type, source `relight`.',
          requestBody: json(detail(schema)),
          responses: { 200: { description: 'Nothing is awaited' } },
        },
      },
    ]),
  ),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    parameters: {
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        description: 'A call repeated under the same key changes nothing and is answered as the first one was.',
        schema: { type: 'string' },
      },
    },
    schemas: { Problem: problem() },
  },
})

/** JSON Schema of the `detail` of each event on the bus, by its detail type. */
export const describeEvents = () => ({
  source: 'relight',
  detailTypes: Object.fromEntries(
    Object.entries(publicDetails).map(([type, schema]) => [
      type,
      { $schema: 'https://json-schema.org/draft/2020-12/schema', ...detail(schema) },
    ]),
  ),
})
