import * as z from 'zod'
import { publicDetails } from '../../shared/bus/public-events.ts'
import { type ApiRoute, routes } from './routes.ts'

/** What other programs can ask and are told, for their programmers: OpenAPI 3.1, and JSON Schema for events. */

const PROBLEM = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ description: 'RFC 9457 problem details. `errors` names each field at fault by its path.' })

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const json = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } })
const problems = (description: string) => ({
  description,
  ...json({ $ref: '#/components/schemas/Problem' }, 'application/problem+json'),
})

const operation = (route: ApiRoute): object => ({
  summary: route.does,
  parameters: [
    ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(route.query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      schema: schemaOf(schema as z.ZodType, 'input'),
    })),
    ...(route.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ],
  ...(route.body && { requestBody: { required: true, ...json(schemaOf(route.body, 'input')) } }),
  responses: {
    [route.status]: { description: route.does, ...json(schemaOf(route.answer, 'output')) },
    400: problems('A field is missing or not valid'),
    401: problems('No valid token'),
    ...(route.path.includes('{') && { 404: problems('Nothing of yours has this id') }),
    ...(route.method === 'POST' && {
      409: problems('Valid, and refused: `code` says why'),
      413: problems('Too large'),
    }),
  },
})

/** OpenAPI 3.1, made from the routes and their schemas. */
export const describeApi = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Relight',
    version: '1',
    description:
      'Everything a recruiter tells Relight by mail, for other programs. A token is one recruiter’s and sees what is theirs. Instants are ISO 8601 with an offset, kept in UTC; dates are the recruiter’s own.',
  },
  security: [{ token: [] }],
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
          requestBody: json(schemaOf(schema, 'output')),
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
    schemas: { Problem: schemaOf(PROBLEM, 'output') },
  },
})

/** JSON Schema of the `detail` of each event on the bus, by its detail type. */
export const describeEvents = (): object => ({
  source: 'relight',
  detailTypes: Object.fromEntries(
    Object.entries(publicDetails).map(([type, schema]) => [type, z.toJSONSchema(schema, { io: 'output' })]),
  ),
})
