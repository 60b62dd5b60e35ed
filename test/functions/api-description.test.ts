import { validate } from '@hyperjump/json-schema/openapi-3-1'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../functions/api/commands-described.ts'
import { describeApi, describeEvents } from '../../functions/api/describe.ts'
import { CommandBody, Opening } from '../../functions/api/engagements.ts'
import { CODES, FIELDS } from '../../functions/api/meanings.ts'
import { parsed, Stopped } from '../../functions/api/request.ts'
import { routes } from '../../functions/api/routes.ts'
import { Command } from '../../shared/domain/engagement/commands.ts'
import { WINDOWS } from '../../shared/domain/policy.ts'
import { sourcesIn } from '../architecture/sources.ts'
import { misfits } from '../support/json-schema.ts'

const stopped = (work: () => unknown): Stopped => {
  try {
    work()
  } catch (error) {
    if (error instanceof Stopped) return error
    throw error
  }
  throw new Error('was not stopped')
}
const fieldsAtFault = (work: () => unknown) => stopped(work).problem.errors?.map(({ field }) => field)

type Json = {
  readonly description?: string
  readonly const?: string
  readonly examples?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Json>>
  readonly items?: Json
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
}
type Spoken = { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }
type Operation = {
  readonly operationId?: string
  readonly requestBody?: Spoken
  readonly responses: Readonly<Record<string, Spoken>>
}

/** Every schema of a description, and what its fields stand in. */
const schemasOf = (api: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly webhooks: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: { readonly Problem: Json } }
}): readonly { readonly inside: string; readonly schema: Json }[] => [
  { inside: 'problem', schema: api.components.schemas.Problem },
  ...[...Object.values(api.paths), ...Object.values(api.webhooks)]
    .flatMap(calls => Object.values(calls))
    .flatMap(({ operationId = 'event', requestBody, responses }) =>
      [requestBody, ...Object.values(responses)].flatMap(spoken =>
        Object.values(spoken?.content ?? {}).map(({ schema }) => ({ inside: operationId, schema })),
      ),
    ),
]

describe('the description of the API', () => {
  const api = JSON.parse(JSON.stringify(describeApi()))

  it('is an OpenAPI 3.1 document, and every reference in it leads somewhere', async () => {
    const schema = 'https://spec.openapis.org/oas/3.1/schema-base'
    expect(await validate(schema, api, 'BASIC')).toEqual({ valid: true })
    const broken = structuredClone(api)
    broken.paths['/api/notes'].get.responses['200'].content['application/json'].schema.type = 'notes'
    expect((await validate(schema, broken)).valid).toBe(false)
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(references.length).toBeGreaterThan(routes.length)
    for (const path of references)
      expect(
        path.split('/').reduce((inside, part) => inside?.[part], api),
        path,
      ).toBeDefined()
  })

  it('has the routes that are answered and no others, each by a name of its own', () => {
    const described = Object.entries<Record<string, { operationId: string }>>(api.paths).flatMap(([path, calls]) =>
      Object.entries(calls).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
    )
    expect(described.toSorted()).toEqual(
      routes.map(({ name, method, path }) => `${name}: ${method} ${path}`).toSorted(),
    )
    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length)
  })

  it('says what each field means, and means nothing that no field is called', () => {
    const [named, unexplained] = [new Set<string>(), new Set<string>()]
    const read = (schema: Json, inside: string): void => {
      const here = schema.properties?.['command']?.const ?? inside
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        named.add(`${here}.${name}` in FIELDS ? `${here}.${name}` : name)
        if (!field.description) unexplained.add(`${here}.${name}`)
        read(field, name)
      }
      for (const one of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) if (one) read(one, here)
    }
    for (const { inside, schema } of schemasOf(api)) read(schema, inside)
    for (const { path, about, query } of routes) {
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) named.add(`${about}.${name}`)
      for (const name of Object.keys(query?.shape ?? {})) named.add(name)
    }
    expect([...unexplained]).toEqual([])
    expect([...JSON.stringify(api.paths).matchAll(/"description":""/g)]).toEqual([])
    expect(Object.keys(FIELDS).filter(name => !named.has(name) && name !== 'sameTextCompanies')).toEqual([])
  })

  it('gives examples that are taken, and answers that fit', async () => {
    for (const route of routes) {
      const { body, answer, parameters = {} } = route.example
      expect(route.body ? route.body.safeParse(body).error : body, route.name).toBeUndefined()
      expect(route.answer.safeParse(answer).error, route.name).toBeUndefined()
      const known = [...(route.path.match(/(?<=\{)\w+/g) ?? []), ...Object.keys(route.query?.shape ?? {})]
      expect(Object.keys(parameters), route.name).toEqual(known)
      expect(JSON.stringify(route.example), 'is quoted in a shell').not.toContain("'")
    }
    for (const [command, { example }] of Object.entries(COMMANDS))
      expect(CommandBody.safeParse({ command, ...example }).error, command).toBeUndefined()
    for (const schema of Object.values<Json>(describeEvents().detailTypes as never))
      expect(await misfits(schema, schema.examples?.[0])).toEqual([])
  })

  it('names every code that a problem can have', () => {
    const thrown = [...sourcesIn('functions/api'), ...sourcesIn('shared/runtime')].flatMap(({ text }) =>
      [...text.matchAll(/(?:problem|atFault)\(\s*\d{3},\s*'([\w-]+)'/g)].map(([, code = '']) => code),
    )
    expect(thrown.length).toBeGreaterThan(8)
    expect(thrown.filter(code => !(code in CODES))).toEqual([])
  })

  it('has every call, with what it takes, what it answers and what can go wrong', () => {
    expect(
      Object.entries<object>(api.paths).flatMap(([path, calls]) => Object.keys(calls).map(call => `${call} ${path}`)),
    ).toEqual([
      'post /api/engagements',
      'get /api/engagements',
      'get /api/engagements/{id}',
      'post /api/engagements/{id}/commands',
      'get /api/tasks',
      'post /api/tasks/{id}/outcome',
      'get /api/notes',
    ])
    const settle = api.paths['/api/tasks/{id}/outcome'].post
    expect(settle.requestBody.content['application/json'].schema.required).toEqual(['outcome'])
    expect(Object.keys(settle.responses)).toEqual(['200', '400', '401', '404', '409', '413', '500'])
  })

  it('has every command of the domain, each by its name', () => {
    const { oneOf } = api.paths['/api/engagements/{id}/commands'].post.requestBody.content['application/json'].schema
    expect(oneOf.map((one: { properties: { command: { const: string } } }) => one.properties.command.const)).toEqual(
      Command.options.map(option => [...option.shape.command.values][0]),
    )
  })

  it('has the windows that an account may have of its own, each with its bounds', () => {
    const { oneOf } = api.paths['/api/engagements/{id}/commands'].post.requestBody.content['application/json'].schema
    const { windows } = oneOf.find(
      (one: { properties: { command: { const: string } } }) => one.properties.command.const === 'OverridePolicy',
    ).properties
    expect(Object.keys(windows.properties)).toEqual(WINDOWS)
    expect(windows.properties.attemptsPerApproach).toMatchObject({ type: 'integer', minimum: 1, maximum: 5 })
    expect(windows).not.toHaveProperty('required')
  })

  it('has each event of the bus, and its schema stands by itself beside it', () => {
    const { detailTypes } = JSON.parse(JSON.stringify(describeEvents()))
    expect(Object.keys(api.webhooks)).toEqual(Object.keys(detailTypes))
    expect(detailTypes['relight.engagement.task-raised.v1'].required).toContain('play')
  })
})

describe('what is sent to the API', () => {
  it('is refused by the name of a field that nobody knows, wherever it stands', () => {
    expect(
      fieldsAtFault(() =>
        parsed(Opening, {
          client: { name: 'Quarry & Sons', domain: 'quarry.example' },
          titel: 'Buyer',
          contacts: [{ name: 'Ida Quarry', email: 'ida@quarry.example' }],
        }),
      ),
    ).toEqual(['client.domain', 'contacts.0.email', 'titel'])
    expect(
      fieldsAtFault(() => parsed(CommandBody, { command: 'PutTaskOff', task: 'e1.1', untill: '2026-11-30' })),
    ).toEqual(['untill'])
  })

  it('is refused by the name of the window that cannot be', () => {
    const sent = (windows: object) => fieldsAtFault(() => parsed(CommandBody, { command: 'OverridePolicy', windows }))
    expect(sent({ replyDays: 0, offerDays: 2 })).toEqual(['windows.replyDays'])
    expect(sent({ patience: 3 })).toEqual(['windows.patience'])
    expect(fieldsAtFault(() => parsed(CommandBody, { command: 'OverridePolicy' }))).toEqual(['windows'])
  })

  it('may leave an id to us, give an instant with any offset, and a number without where it is from', () => {
    expect(
      parsed(CommandBody, { command: 'AddContact', name: 'Ida Quarry', role: 'hr', phones: ['020 7946 0991'] }),
    ).toEqual({
      command: 'AddContact',
      name: 'Ida Quarry',
      role: 'hr',
      emails: [],
      phones: [{ number: '020 7946 0991', from: 'your records' }],
    })
    expect(
      parsed(CommandBody, {
        command: 'BookMeeting',
        startsAt: '2026-11-30T10:00:00+05:30',
        endsAt: '2026-11-30T10:30:00+05:30',
        contacts: ['c1'],
        title: 'Intake',
      }),
    ).toMatchObject({ startsAt: '2026-11-30T04:30:00.000Z', endsAt: '2026-11-30T05:00:00.000Z' })
  })
})
