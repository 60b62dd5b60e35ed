import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { OPEN } from '../../functions/pages/pages.ts'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import type { StreamName } from '../../shared/log/streams.ts'
import { Link, signLink } from '../../shared/runtime/links.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import { startDynalite } from '../contract/support/dynalite.ts'
import { createTable } from '../contract/support/tables.ts'
import { type Crawled, formsIn } from './support/crawl.ts'
import { type Known, known, onlyOf, stored, streamsOf } from './support/known.ts'
import { SECRET, visitorOf } from './support/office.ts'
import { NOON, openTown, otherRuth, piet, proofIn, ruth, sessionOf, type Town } from './support/town.ts'
import { crawledBy, escaped, examining, tokensOf, type Walker, walkApi, walkForms, walkPages } from './support/walk.ts'

/**
 * Who learns what of whom: one firm nothing of another, one recruiter nothing of a colleague, the owner the board and
 * who is here. Every way there is comes out of the code's own tables, and every id out of the log.
 */

/** Three desks live through their days before the first question. */
const PATIENCE_MS = 60_000

/** Who else calls the same client is named, with the number to talk it over by. */
const COLLEAGUE = ['RecruiterJoined.name', 'RecruiterJoined.phone']
const BOARD = [...COLLEAGUE, 'EngagementOpened.client', 'OpeningNamed.title', 'AddressConfirmed.address']

let dynamo: Awaited<ReturnType<typeof startDynalite>> | undefined
afterAll(() => dynamo?.stop())
const tables = async () => {
  dynamo = await startDynalite()
  const { client } = dynamo
  return {
    log: createDynamoLog(client, await createTable(client, 'log')),
    views: createDynamoViews(client, await createTable(client, 'views')),
  }
}

describe.each([
  { who: 'another firm', asker: otherRuth, victim: ruth, allowed: [], by: 'every id' },
  { who: 'another firm, over DynamoDB', asker: otherRuth, victim: ruth, allowed: [], isStored: true },
  { who: 'a colleague who owns nothing', asker: piet, victim: ruth, allowed: COLLEAGUE, by: 'every id' },
  { who: 'the owner of the firm', asker: ruth, victim: piet, allowed: BOARD },
] as const)('what a recruiter knows, asked for by $who', ({ asker, victim, ...how }) => {
  const allowed: readonly string[] = how.allowed
  const isStored = 'isStored' in how
  const byEveryId = 'by' in how
  let town: Town
  let walker: Walker
  let theirs: Known
  let ids: readonly string[]
  /** An id of theirs by the field that holds such ones. */
  let idFor: (field: string) => string
  let crawled: Record<'theirs' | 'own', Crawled>
  let tokens: Record<'theirs' | 'own', ReadonlyMap<string, ReadonlySet<string>>>
  /** Streams of theirs, and how they lay in the log before anybody asked. */
  let streams: readonly StreamName[]
  let before: string

  beforeAll(async () => {
    town = await openTown(isStored ? await tables() : {})
    crawled = { theirs: await crawledBy(town, victim), own: await crawledBy(town, asker) }
    tokens = { theirs: tokensOf(town, victim, crawled.theirs), own: tokensOf(town, asker, crawled.own) }
    theirs = onlyOf(await known(town, victim), await known(town, asker))
    // Who is at a firm is known to whoever is: an account can be handed over to them.
    ids = [...theirs.plain.keys()].filter(id => id !== victim.recruiter || asker.firm !== victim.firm)
    const fieldsOf = (id: string) => [...(theirs.plain.get(id) ?? [])].map(where => where.split('.').at(-1) ?? '')
    const byField = new Map(ids.flatMap(id => fieldsOf(id).map(field => [field, id])))
    // Elsewhere an id of each kind is enough.
    if (!byEveryId) ids = [...new Set(byField.values())]
    idFor = field => byField.get(field) ?? byField.get('engagement') ?? ''
    walker = { town, desk: asker, examine: examining(theirs, new Set(allowed)) }
    // What is handed over to them makes a stream of its own.
    streams = streamsOf(town, victim)
    before = await stored(town, streams)
  }, PATIENCE_MS)
  afterEach(async () => {
    expect(await stored(town, streams), 'their log').toBe(before)
  })

  it('stands on no page and in no mail of theirs, and no answer of the API', async () => {
    const { examine } = walker
    const firms = await (await sessionOf(town, asker)).get('/board?whose=firm')
    for (const [path, page] of [...crawled.own.pages, ['/board?whose=firm', firms] as const]) examine(page, path)
    for (const { to, subject, text, html, headers } of town.mails)
      if (to === asker.address || to.includes(asker.word))
        examine({ statusCode: 200, headers: { ...headers, subject }, body: `${html} ${escaped(text)}` }, subject)
    if (!allowed.includes('EngagementOpened.client'))
      for (const [path, { body }] of crawled.own.pages)
        expect(
          ids.filter(id => body.includes(id)),
          path,
        ).toEqual([])
    for (const path of ['/api/engagements', '/api/tasks', '/api/notes'])
      examine(await town.api(path, { token: asker.apiToken }), path)
    // What would be found is what they themselves are shown.
    const pages = [...crawled.theirs.pages.values()].map(({ body }) => body).join()
    expect([...theirs.personal.keys()].filter(text => pages.includes(escaped(text))).length).toBeGreaterThan(12)
    expect(ids.length).toBeGreaterThan(byEveryId ? 60 : 9)
  })

  it('answers every page that is asked for it as it answers an id that nobody has', async () => {
    await walkPages(walker, ids, crawled.own)
  })

  it('lies behind no link of one’s own, and behind none of theirs but what it was made for', async () => {
    const visitor = await sessionOf(town, asker)
    const proof = proofIn((await visitor.get('/sign-out')).body)
    const { nonce = '' } = nonceIn(crawled.own)
    for (const kind of Object.keys(OPEN)) {
      for (const [made, given] of [...tokens.own, ...tokens.theirs])
        for (const token of made === kind ? [] : given) {
          const path = `/${kind}/${token}`
          for (const answer of [await visitor.get(path), await visitor.post(path, { form: { proof, nonce } })]) {
            expect([404, 410], `${path}, made for ${made}`).toContain(answer.statusCode)
            walker.examine(answer, path)
          }
        }
      // A link is theirs who have the mail; to press it takes more than a session and its proofs. A note is only read.
      for (const token of tokens.theirs.get(kind) ?? []) {
        const answer = await visitor.post(`/${kind}/${token}`, { form: { proof, nonce, again: '1' } })
        expect(kind === 'note' ? [200] : [403, 404], `POST /${kind}/`).toContain(answer.statusCode)
      }
    }
  })

  it('lies behind no link whose token was changed, nor behind one that we signed for what is not one’s own', async () => {
    const visitor = await sessionOf(town, asker)
    const whose = { firm: asker.firm, recruiter: asker.recruiter }
    for (const [kind, given] of tokens.own)
      for (const token of [...given].filter(each => each.split('.').length === 3).slice(0, 3)) {
        const [head = '', payload = '', signature = ''] = token.split('.')
        const link = JSON.parse(Buffer.from(payload, 'base64url').toString())
        const names = Object.keys(link).filter(name => !['kind', 'exp', 'word', 'undo', 'to'].includes(name))
        expect(names.length, kind).toBeGreaterThan(1)
        for (const name of names) {
          const id = { firm: String(victim.firm), recruiter: String(victim.recruiter) }[name] ?? idFor(name)
          const changed = Buffer.from(JSON.stringify({ ...link, [name]: id })).toString('base64url')
          if (id !== link[name])
            expect((await visitor.get(`/${kind}/${head}.${changed}.${signature}`)).statusCode, `${kind} ${name}`).toBe(
              404,
            )
          const ours = Link.safeParse({ ...link, ...whose, ...(name in whose ? {} : { [name]: id }) })
          if (!ours.success || name in whose) continue
          const answer = await visitor.press(`/${kind}/${await signLink(SECRET, ours.data, NOON)}`)
          expect([403, 404, 410], `${kind} with a ${name} of theirs`).toContain(answer.statusCode)
          walker.examine(answer, kind)
        }
      }
  })

  it('opens by none of their other secrets in the wrong place', async () => {
    const session = (await sessionOf(town, victim)).cookies.get('__Host-relight') ?? ''
    before = await stored(town, streams)
    const links = [...tokens.theirs.values()].flatMap(given => [...given])
    const { apiToken, inbound } = victim
    for (const token of [apiToken, inbound, ...links, ...ids]) {
      const visitor = visitorOf(town, NOON)
      visitor.cookies.set('__Host-relight', token)
      expect((await visitor.get('/board')).headers['location'], `${token} for a session`).toBe('/sign-in?to=%2Fboard')
    }
    for (const token of [session, inbound, ...links, ...ids])
      expect((await town.api('/api/engagements', { token })).statusCode, `${token} for the API`).toBe(401)
    const stranger = visitorOf(town, NOON)
    for (const kind of Object.keys(OPEN))
      for (const token of [session, apiToken, inbound])
        expect((await stranger.get(`/${kind}/${token}`)).statusCode, `${kind} by another secret`).toBe(404)
  })

  it('is not what a call gets that comes under the key of one of theirs', async () => {
    const headers = { 'idempotency-key': 'open Acme Molding' }
    const body = { client: { name: 'Quite another' } }
    const answer = await town.api('/api/engagements', { method: 'POST', token: asker.apiToken, headers, body })
    walker.examine(answer, 'a key of theirs')
    expect([201, 409]).toContain(answer.statusCode)
    expect(ids).not.toContain(JSON.parse(answer.body).id)
  })

  it('takes no form of theirs, and no id of theirs in a form of one’s own', async () => {
    // What an owner does about the people of the firm is meant for them.
    const own = { ...crawled.own, forms: crawled.own.forms.filter(({ action }) => !action.startsWith('/team')) }
    const fields = byEveryId ? FIELDS : FIELDS.slice(0, 3)
    await walkForms(walker, crawled.theirs, own, [...new Set(fields.map(idFor))])
  })

  it('answers every call of the API that names it as one that names nothing', async () => {
    await walkApi(walker, ids, idFor)
  })
})

/** What ids are called in the log. */
const FIELDS = [
  'engagement',
  'contact',
  'touchpoint',
  'meeting',
  'task',
  'note',
  'command',
  'hash',
  'session',
  'stream',
]

const nonceIn = ({ pages }: Crawled): Record<string, string> =>
  Object.fromEntries(
    [...pages].flatMap(([path, { body }]) =>
      formsIn(body, path).flatMap(({ fields }) =>
        fields.has('nonce') ? [['nonce', fields.get('nonce')?.values[0] ?? '']] : [],
      ),
    ),
  )

describe('a recruiter whom the owner deactivated', () => {
  it('gets in by nothing that they had: no session, no token, no link, no calendar', async () => {
    const town = await openTown()
    const crawled = await crawledBy(town, piet)
    const had = { visitor: await sessionOf(town, piet), tokens: tokensOf(town, piet, crawled) }
    const examine = examining(onlyOf(await known(town, piet), await known(town, ruth)))
    const owner = await sessionOf(town, ruth)
    await owner.press(`/team/${piet.recruiter}`, { form: { do: 'deactivate', sure: 'yes' } })
    const before = await stored(town, town.streams())
    for (const path of crawled.pages.keys()) {
      const answer = await had.visitor.get(path)
      expect([303, 404, 410], path).toContain(answer.statusCode)
      examine(answer, path)
    }
    for (const [kind, tokens] of had.tokens)
      for (const token of tokens) {
        const answer = await had.visitor.press(`/${kind}/${token}`)
        expect([404, 410], kind).toContain(answer.statusCode)
        examine(answer, kind)
      }
    for (const { method, path } of routes)
      expect((await town.api(path, { method, token: piet.apiToken, body: {} })).statusCode, path).toBe(401)
    const { length } = town.mails
    await visitorOf(town, NOON).press('/sign-in', { form: { address: piet.address } })
    expect(town.mails).toHaveLength(length)
    expect(await stored(town, town.streams())).toBe(before)
  })
})

describe('the walk', () => {
  it('knows every kind of secret link there is: each was mailed or shown in both firms', async () => {
    const town = await openTown()
    for (const owner of [ruth, otherRuth]) {
      const found = tokensOf(town, owner, await crawledBy(town, owner))
      expect([...found.keys()].toSorted()).toEqual(Object.keys(OPEN).toSorted())
    }
    const kinds = Link.options.map(({ shape }) => shape.kind.value)
    expect(Object.keys(OPEN)).toEqual(expect.arrayContaining(kinds))
  })

  it('finds a page that forgets whose an account is', async () => {
    const under = createMemoryLog()
    const streams = new Set<StreamName>()
    const log: EventLog = {
      load: async stream => {
        const found = await under.load(stream)
        const id = stream.split('/engagement/')[1]?.split('.').at(-1)
        const other = id && [...streams].find(each => each.endsWith(`.${id}`))
        if (found.events.length > 0 || !other) return found
        return { ...found, events: (await under.load(other)).events as never }
      },
      append: (after, events) => {
        streams.add(after.stream)
        return under.append(after, events)
      },
    }
    const town = await openTown({ log })
    const own = await crawledBy(town, otherRuth)
    const theirs = onlyOf(await known(town, ruth), await known(town, otherRuth))
    const walker = { town, desk: otherRuth, examine: examining(theirs) }
    const [account] = await town.world.views.engagementsOf(ruth.firm, ruth.recruiter)
    await expect(walkPages(walker, [account?.engagement ?? ''], own)).rejects.toThrow(/GET \/account\//)
    await expect(walkApi(walker, [account?.engagement ?? ''], () => 'x')).rejects.toThrow(
      /GET \/api\/engagements\/\{id\}/,
    )
  })
})
