import { beforeEach, describe, expect, it } from 'vitest'
import { OPEN } from '../../functions/pages/pages.ts'
import { PLACES } from '../../functions/pages/places.ts'
import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { crawl, type Form, filled, formsIn } from './support/crawl.ts'
import { stored } from './support/known.ts'
import { type Asked, type Visitor, visitorOf } from './support/office.ts'
import { NOON, openTown, otherRuth, proofIn, ruth, sessionOf, type Town } from './support/town.ts'
import { crawledBy, mailedLinks, tokensOf } from './support/walk.ts'

/** Programs that look at mail follow what they find there. Only a press from a page of ours changes anything. */

let town: Town
let visitor: Visitor
const everything = async () => ({
  log: await stored(town, town.streams()),
  streams: town.streams().length,
  mails: town.mails.length,
})

beforeEach(async () => {
  town = await openTown()
  visitor = await sessionOf(town, ruth)
}, 60_000)

describe('looking', () => {
  it('changes nothing, by GET or HEAD, at any link of any mail and at any page that it leads to', async () => {
    const tokens = tokensOf(town, ruth, await crawledBy(town, ruth))
    const before = await everything()
    const links = [
      ...mailedLinks(town, ruth),
      ...[...tokens].flatMap(([kind, given]) => [...given].map(token => `/${kind}/${token}`)),
    ]
    const kinds = new Set(links.map(link => link.split('/')[1]))
    expect([...kinds]).toEqual(expect.arrayContaining(Object.keys(OPEN)))
    for (const looking of [visitor, visitorOf(town, NOON)]) {
      const { pages } = await crawl(looking, [...links, ...PLACES.map(({ path }) => path)])
      expect(pages.size).toBeGreaterThan(new Set(links).size)
      for (const path of pages.keys()) for (const method of ['HEAD', 'GET']) await looking.ask(method, path)
    }
    expect(await everything()).toEqual(before)
  })

  it('changes nothing where a GET brings what a form would send', async () => {
    const { forms } = await crawledBy(town, ruth)
    const before = await everything()
    const proof = proofIn((await visitor.get('/sign-out')).body)
    for (const form of forms) {
      const path = `${form.action}${form.action.includes('?') ? '&' : '?'}${new URLSearchParams(filled(form))}`
      for (const method of ['GET', 'HEAD']) await visitor.ask(method, path, { form: { ...filled(form), proof } })
    }
    expect(await everything()).toEqual(before)
  })
})

/** Every form there is: behind a session, and behind the links of mails. */
const allForms = async (): Promise<readonly Form[]> => {
  const { pages } = await crawl(visitor, [...mailedLinks(town, ruth), ...PLACES.map(({ path }) => path)])
  return [...pages].flatMap(([path, { body }]) => formsIn(body, path))
}

describe('a press', () => {
  it('is refused in words where it does not come from the page of its form', async () => {
    const forms = await allForms()
    const other = await sessionOf(town, otherRuth)
    const proof = proofIn((await visitor.get('/sign-out')).body)
    const foreign = proofIn((await other.get('/sign-out')).body)
    const nonces = forms.flatMap(({ action, fields }) =>
      (fields.get('nonce')?.values ?? []).map(value => ({ action, value })),
    )
    const before = await everything()
    for (const form of forms) {
      const own: Record<string, string> = { ...filled(form), ...(form.fields.has('proof') ? { proof } : {}) }
      const nonce = nonces.find(({ action }) => action !== form.action)?.value ?? ''
      const wrong: Asked[] = [
        { form: { ...own, proof: '', nonce: '' } },
        { form: { ...own, proof: foreign, nonce } },
        { form: { ...own, proof: own['nonce'] ?? 'x', nonce: own['proof'] ?? 'x' } },
        { form: own, headers: { 'sec-fetch-site': 'cross-site' } },
        { form: own, headers: { 'sec-fetch-site': 'same-site', origin: 'https://relight.example' } },
        { form: own, headers: { origin: 'https://evil.example' } },
        { form: own, headers: { origin: 'https://relight.example.evil.example' } },
      ]
      for (const asked of wrong) {
        const answer = await visitor.post(form.action, asked)
        expect(answer.statusCode, `${form.action} ${JSON.stringify(asked)}`).toBe(403)
        expect(words(answer.body)).toMatch(/Nothing (was|is) |Nobody is signed in yet|ask for the link on this page/)
      }
    }
    expect(await everything()).toEqual(before)
  })

  it('is refused where the session is over, with no session, and with that of another', async () => {
    const forms = (await allForms()).filter(({ fields }) => fields.has('proof'))
    const proof = proofIn((await visitor.get('/sign-out')).body)
    const over = await sessionOf(town, ruth)
    const overs = proofIn((await over.get('/sign-out')).body)
    const token = over.cookies.get('__Host-relight') ?? ''
    await over.press('/sign-out')
    over.cookies.set('__Host-relight', token)
    const other = await sessionOf(town, otherRuth)
    const before = await everything()
    for (const form of forms) {
      const send = (by: Visitor, how: string) => by.post(form.action, { form: { ...filled(form), proof: how } })
      for (const answer of [await send(visitorOf(town, NOON), proof), await send(over, overs)])
        expect(words(answer.body)).toMatch(/You are signed out Nothing was recorded/)
      expect((await send(other, proof)).statusCode, form.action).toBe(403)
    }
    expect(await everything()).toEqual(before)
  })

  it('of a link that works once is refused in words the second time', async () => {
    const tokens = tokensOf(town, ruth, await crawledBy(town, ruth))
    for (const kind of ['do', 'answer', 'undo', 'confirm', 'sign-in', 'join']) {
      // Of several answers to one question, the last that was pressed is asked about.
      const path = `/${kind}/${[...(tokens.get(kind) ?? [])].at(-1)}`
      const somebody = visitorOf(town, NOON)
      const page = await somebody.get(path)
      const [form = expect.fail(kind)] = formsIn(page.body, path)
      const first = await somebody.post(path, { form: filled(form) })
      expect([200, 303], `${kind}: ${words(first.body)}`).toContain(first.statusCode)
      const before = await everything()
      const again = await somebody.post(path, { form: filled(form) })
      expect(words(again.body), kind).toMatch(/used|already|settled/)
      expect(await everything(), kind).toEqual(before)
    }
  })
})

const words = (body: string): string =>
  body
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('one click of a mail program (RFC 8058)', () => {
  const suppressed = async () => {
    const { events } = await town.world.log.load(recruiterStream(ruth.firm, ruth.recruiter))
    return foldRecruiter(events)?.suppressed
  }
  const link = (): string => {
    const mail = town.mails.findLast(({ headers, to }) => headers['X-Relight-Mail'] === 'digest' && to === ruth.address)
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    return (
      /^<https:\/\/relight\.example(\/unsubscribe\/[\w.-]+)>$/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
    )
  }
  const multipart = [
    '------WebKitFormBoundaryQ1',
    'Content-Disposition: form-data; name="List-Unsubscribe"',
    '',
    'One-Click',
    '------WebKitFormBoundaryQ1--',
    '',
  ].join('\r\n')

  it.each([
    { as: 'a form', body: 'List-Unsubscribe=One-Click', type: 'application/x-www-form-urlencoded' },
    { as: 'a form of one part', body: multipart, type: 'multipart/form-data; boundary=----WebKitFormBoundaryQ1' },
  ])('stops the mail as $as, without a cookie, and sends nobody elsewhere', async ({ body, type }) => {
    const program = visitorOf(town, NOON)
    const answer = await program.ask('POST', link(), { body, headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['location']).toBeUndefined()
    expect(answer.cookies).toBeUndefined()
    expect(await suppressed()).toEqual([ruth.address])
    const before = await everything()
    expect((await program.ask('POST', link(), { body, headers: { 'content-type': type } })).statusCode).toBe(200)
    expect(await everything()).toEqual(before)
  })

  it('takes no other POST for one, and says so', async () => {
    for (const body of ['', 'List-Unsubscribe=Two-Clicks', 'list-unsubscribe=one-click', 'again=1', multipart]) {
      const answer = await visitorOf(town, NOON).ask('POST', link(), { body })
      expect(answer.statusCode, body).toBe(403)
      expect(words(answer.body)).toContain('Nothing is stopped yet')
      expect(await suppressed()).toEqual([])
    }
  })
})
