import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningStack, startStack } from '../support/stack.ts'

/** What mail programs and browsers meet on the wire, with the gateway and the functions between. */

let stack: RunningStack
beforeAll(async () => {
  stack = await startStack({ now: '2026-09-29T15:00:00Z', demo: true })
})
afterAll(() => stack?.stop())

const digest = async () =>
  (await stack.outbox()).findLast(({ headers }) => headers['x-relight-mail'] === 'digest') ?? expect.fail('no digest')

describe('every answer over HTTP', () => {
  const isSafe = (answer: Response, where: string): void => {
    expect(Object.fromEntries(answer.headers), where).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
      'x-content-type-options': 'nosniff',
    })
  }
  const PATHS = [
    '/',
    '/sign-in',
    '/nowhere',
    '/do/x',
    '/calendar/x',
    '/api/engagements',
    '/api/nowhere',
    '/openapi.json',
  ]

  it('says what a browser may not do with it, by whatever method', async () => {
    for (const path of PATHS)
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'])
        isSafe(await stack.call(path, { method, redirect: 'manual' }), `${method} ${path}`)
  })

  it('says so, and that something failed, where a function meets what nobody foresaw', async () => {
    const fault = { service: 'dynamodb', operation: 'Query', error: 'AccessDeniedException' }
    await stack.call('/_local/faults', { method: 'POST', body: JSON.stringify(fault) })
    const [, link = ''] = /https?:\/\/[^/\s]+(\/do\/\S+)/.exec((await digest()).text) ?? []
    for (const [path, type, words] of [
      [link, 'text/html; charset=utf-8', 'That did not work'],
      ['/api/engagements', 'application/problem+json', 'Something failed here'],
    ] as const) {
      const answer = await stack.api(path)
      isSafe(answer, path)
      expect(answer.status, path).toBe(500)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(await answer.text()).toContain(words)
    }
    await stack.call('/_local/faults', { method: 'DELETE' })
    expect((await stack.call(link)).status).toBe(200)
  })
})

describe('a mail program', () => {
  it('follows every link of the digest and changes nothing', async () => {
    const { text, html, headers } = await digest()
    const links = new Set(`${text} ${html} ${headers['list-unsubscribe']}`.match(/http:\/\/localhost:\d+\/[\w./-]+/g))
    expect(links.size).toBeGreaterThan(8)
    const before = await stack.log()
    for (const link of links)
      for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).ok).toBe(true)
    expect(await stack.log()).toEqual(before)
  })

  it('stops the mail by one POST, as RFC 8058 has it', async () => {
    const { headers } = await digest()
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    const link = (headers['list-unsubscribe'] ?? '').replace(/^<(.*)>$/, '$1')
    const suppressed = async () =>
      (await stack.log()).filter(event => event['type'] === 'AddressSuppressed').map(event => event['why'])
    const refused = await fetch(link, { method: 'POST', body: new URLSearchParams({ sure: 'yes' }) })
    expect(refused.status).toBe(403)
    expect(await suppressed()).toEqual([])
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    for (const body of [form, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })]) {
      const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' })
      expect(answer.status).toBe(200)
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(await suppressed()).toEqual(['unsubscribed'])
    }
  })
})
