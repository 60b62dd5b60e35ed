import { beforeAll, describe, expect, it } from 'vitest'
import { DESCRIPTIONS, sorry as sorryForPrograms } from '../../functions/api/answer.ts'
import { routes } from '../../functions/api/routes.ts'
import { createDoorkeeper } from '../../functions/pages/doorkeeper.ts'
import { sorry } from '../../functions/pages/page.ts'
import { type Crawled, filled } from './support/crawl.ts'
import { visitorOf } from './support/office.ts'
import { NOON, openTown, otherRuth, piet, proofIn, ruth, sessionOf, type Town } from './support/town.ts'
import { type Answer, crawledBy, KINDS, tokensOf } from './support/walk.ts'

/** What a browser is told about every answer there is: by every way in, whatever was asked and whatever went wrong. */

const SAFE = {
  'cache-control': 'no-store',
  'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

let town: Town
let crawled: Crawled
const seen = new Set<number>()
const isSafe = ({ statusCode, headers }: Answer, where: string): void => {
  seen.add(statusCode)
  expect(headers, where).toMatchObject(SAFE)
  expect(headers['content-security-policy'], where).not.toMatch(/unsafe|\*|https?:|data:/)
}

beforeAll(async () => {
  town = await openTown()
  crawled = await crawledBy(town, ruth)
}, 60_000)

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']

describe('every answer is safe to show', () => {
  it('on every page, by every method, to whoever asks', async () => {
    const visitors = [await sessionOf(town, ruth), await sessionOf(town, piet), visitorOf(town, NOON)]
    for (const kind of ['', 'nowhere', '.well-known', 'constructor', ...KINDS])
      for (const path of [`/${kind}`, `/${kind}/x`, `/${kind}/x/y`, `/${kind}/constructor?saved=constructor`])
        for (const visitor of visitors)
          for (const method of METHODS) isSafe(await visitor.ask(method, path), `${method} ${path}`)
    for (const [path, page] of crawled.pages) isSafe(page, path)
  })

  it('on every form, refused, with something wrong or recorded', async () => {
    const stranger = visitorOf(town, NOON)
    for (const form of crawled.forms) {
      const visitor = await sessionOf(town, ruth)
      const proof = proofIn((await visitor.get('/sign-out')).body)
      for (const fields of [{}, { proof }, { ...filled(form), proof }])
        isSafe(await visitor.post(form.action, { form: fields }), `POST ${form.action}`)
      isSafe(await stranger.post(form.action, { form: filled(form) }), `POST ${form.action}`)
    }
  })

  it('on every link, pressed, pressed again and pressed too late', async () => {
    const visitor = visitorOf(town, NOON)
    for (const [kind, tokens] of tokensOf(town, ruth, crawled))
      for (const token of tokens)
        for (const at of [NOON, NOON, '2027-06-01T12:00:00Z'])
          isSafe(await visitor.press(`/${kind}/${token}`, { at }), `/${kind}/`)
  })

  it('where somebody asks too much, too often or what cannot be read', async () => {
    const visitor = visitorOf(town, NOON)
    isSafe(await visitor.post('/sign-in', { form: { address: 'x'.repeat(30_000) } }), 'too large')
    isSafe(await visitor.get(`/do/${'x'.repeat(9000)}`), 'too long')
    const strict = visitorOf({ world: { ...town.world, doorkeeper: createDoorkeeper() } }, NOON)
    for (let n = 0; n < 31; n++)
      isSafe(await strict.post('/sign-in', { form: { address: `n${n}@x.example` } }), 'often')
  })

  it('of the API: known, unknown, refused and not let in', async () => {
    const token = otherRuth.apiToken
    for (const { path } of [
      ...routes,
      { path: '/api/nothing' },
      ...Object.keys(DESCRIPTIONS).map(each => ({ path: each })),
    ])
      for (const method of METHODS)
        for (const body of [undefined, { client: { name: 'Somebody' } }])
          for (const asked of [{ token }, { token: 'x' }, {}])
            isSafe(await town.api(path, { method, body, ...asked }), `${method} ${path}`)
  })

  it('where something failed that nobody foresaw', () => {
    isSafe(sorry(), 'pages')
    isSafe(sorryForPrograms(), 'API')
  })

  it('and all kinds of answers were among these', () => {
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining([200, 201, 303, 400, 401, 403, 404, 405, 410, 413, 422, 429, 500]),
    )
  })
})
