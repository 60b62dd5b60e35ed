import { describe, expect, it } from 'vitest'
import { createApi } from '../../functions/api/answer.ts'
import { COMMANDS } from '../../functions/api/commands-described.ts'
import { describeEvents } from '../../functions/api/describe.ts'
import { CODES, FIELDS } from '../../functions/api/meanings.ts'
import { asJson } from '../../functions/api/reference/fields.ts'
import { routes } from '../../functions/api/routes.ts'

/** Nobody's: a page that reads the log or the views fails. */
const answer = createApi({} as Parameters<typeof createApi>[0])
const ask = (path: string, method = 'GET') =>
  answer({
    version: '2.0',
    rawPath: path,
    headers: {},
    requestContext: { timeEpoch: 0, http: { method, path } },
  } as never)

const PAGES = ['/api-reference', '/api-reference/commands', '/api-reference/events'] as const
const textOf = (body: string): string =>
  body
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
const read = async (path: string): Promise<string> => textOf((await ask(path)).body)

describe('the pages to read the API by', () => {
  it.each(PAGES)('need no token, change nothing, run no script and are light: %s', async path => {
    const { statusCode, headers, body } = await ask(path)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/)
    expect(body).not.toMatch(/<script|<form|\son\w+=|\sstyle=/)
    expect(Buffer.byteLength(body)).toBeLessThan(60 * 1024)
    expect(await ask(path, 'HEAD')).toEqual({ statusCode, headers, body: '' })
    expect(await ask(path, 'POST')).toMatchObject({ statusCode: 404 })
  })

  it('have every call with each of its fields, an example of it, and every code', async () => {
    const text = await read('/api-reference')
    for (const { method, path, does, body, answer: answered } of routes) {
      expect(text).toContain(`${method} ${path}`)
      expect(text).toContain(does)
      for (const schema of [body, answered])
        if (schema && 'shape' in schema)
          for (const name of Object.keys(schema.shape as object)) expect(text).toContain(name)
    }
    expect(text).toContain(`"$API/engagements" -d '{\n  "client": {\n    "name": "Northgate Foods",`)
    expect(text).toContain('curl -H "$AUTH" "$API/tasks?on=2026-11-30"')
    expect(text).toContain('"$API/tasks/e17e.9/outcome"')
    for (const [code, meaning] of Object.entries(CODES)) expect(text).toContain(code + meaning)
  })

  it('have every command with its fields and how it is said', async () => {
    const text = await read('/api-reference/commands')
    for (const [command, { says, example }] of Object.entries(COMMANDS)) {
      expect(text).toContain(says.replaceAll('`', ''))
      expect(text).toContain(asJson({ command, ...example }))
      for (const name of Object.keys(example).filter(field => field !== 'at'))
        expect(text).toContain((FIELDS[`${command}.${name}`] ?? FIELDS[name])?.replaceAll('`', ''))
    }
    expect(text).toContain('P3D (working days up to 10)')
  })

  it('have every event of the bus with the schema that is served', async () => {
    const text = await read('/api-reference/events')
    for (const [type, schema] of Object.entries(describeEvents().detailTypes)) {
      expect(text).toContain(type)
      expect(text).toContain(asJson(schema))
    }
  })

  it('lead to one another, and nowhere that is not there', async () => {
    for (const path of PAGES)
      for (const [, href = ''] of (await ask(path)).body.matchAll(/href="([^"]+)"/g)) {
        const [page = '', anchor] = href.split('#')
        if (page.startsWith('/settings') || page === '/') continue
        const { statusCode, body: there } = await ask(page || path)
        expect(statusCode, `${href} on ${path}`).toBe(200)
        if (anchor && anchor !== 'main') expect(there, `${href} on ${path}`).toContain(`id="${anchor}"`)
      }
  })
})

describe('JSON for people', () => {
  it('says the same as JSON, on lines that fit a phone where they can be broken', () => {
    for (const { example } of routes) expect(JSON.parse(asJson(example.answer))).toEqual(example.answer)
    expect(asJson({ a: [], b: {}, c: 'x\ny', d: null })).toBe('{ "a": [], "b": {}, "c": "x\\ny", "d": null }')
  })
})
