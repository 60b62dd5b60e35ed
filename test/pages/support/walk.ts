import { expect } from 'vitest'
import { type ApiRoute, routes } from '../../../functions/api/routes.ts'
import type { Response } from '../../../functions/pages/page.ts'
import { OPEN } from '../../../functions/pages/pages.ts'
import { PLACES } from '../../../functions/pages/places.ts'
import { type Crawled, crawl, type Form, filled, linksIn } from './crawl.ts'
import { type Known, nobodys } from './known.ts'
import { visitorOf } from './office.ts'
import { samplesOf, type TextFor } from './sample.ts'
import { type Desk, NOON, proofIn, sessionOf, type Town } from './town.ts'

/**
 * Somebody goes every way there is with what another knows, and it is as if nobody knew it: the same answer, to the
 * letter, as for an id that was never given.
 */

/** The first part of every path of the pages, by the code's own tables. */
export const KINDS: readonly string[] = [...Object.keys(OPEN), ...PLACES.map(({ path }) => path.slice(1))].filter(
  Boolean,
)

export type Walker = {
  readonly town: Town
  readonly desk: Desk
  /** Looks through an answer for what is not this desk's, which of it was sent left aside. */
  readonly examine: (answer: Answer, where: string, ...sent: readonly string[]) => void
}
export type Answer = Pick<Response, 'statusCode' | 'headers' | 'body'>

/** `theirs` is what another desk alone knows, `allowed` what of it may be seen by where it stands in the log. */
export const examining = (theirs: Known, allowed: ReadonlySet<string> = new Set()): Walker['examine'] => {
  const secrets = [...theirs.personal]
    .filter(([text, where]) => where.isDisjointFrom(allowed) && !isId(text, theirs))
    .map(([text]) => escaped(text))
  const seen = new Set<string>()
  return ({ headers, body }, where, ...sent) => {
    const said = sent.reduce((rest, each) => rest.replaceAll(escaped(each), ''), `${body}\n${JSON.stringify(headers)}`)
    if (seen.has(said)) return
    seen.add(said)
    const found = secrets.filter(secret => said.includes(secret))
    expect(found, where).toEqual([])
  }
}
/** Ids that stand in words of a note are ids all the same, and are sent. */
const isId = (text: string, { plain }: Known): boolean => plain.has(text) || /^[\w.-]*[0-9a-f]{20}[\w.-]*$/.test(text)
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

/** An answer without the id that was asked for, and the one that nobody has. */
const masked = ({ statusCode, headers, body }: Answer, id: string): string =>
  [id, nobodys(id)].reduce(
    (said, each) => said.replaceAll(encodeURIComponent(each), '·').replaceAll(each, '·'),
    `${statusCode} ${headers['location'] ?? ''} ${body}`,
  )

/** Asks the same with an id of theirs and with one that nobody has, which is asked for once wherever the first is. */
const createComparison = (walker: Walker) => {
  const answered = new Map<string, string>()
  return async (where: string, id: string, ask: (id: string) => Promise<Answer>): Promise<void> => {
    const answer = await ask(id)
    const nobody = answered.get(where) ?? masked(await ask(nobodys(id)), id)
    answered.set(where, nobody)
    expect(masked(answer, id), `${where} ${id}`).toBe(nobody)
    expect(answer.statusCode, where).toBeLessThan(500)
    walker.examine(answer, where, id)
  }
}

/** Every page, with every id in its path and, where pages read one, in its query. */
export const walkPages = async (walker: Walker, ids: readonly string[], own: Crawled): Promise<void> => {
  const compare = createComparison(walker)
  const visitor = await sessionOf(walker.town, walker.desk)
  const stranger = visitorOf(walker.town, NOON)
  const keys = [...new Set([...own.pages.keys()].flatMap(path => [...new URL(path, 'https://x').searchParams.keys()]))]
  const ways = [...own.pages.keys()].filter(path => !path.includes('?') && path.split('/').length <= 3)
  for (const id of ids) {
    const part = encodeURIComponent
    for (const kind of KINDS) {
      await compare(`GET /${kind}/`, id, each => visitor.get(`/${kind}/${part(each)}`))
      const head = await visitor.ask('HEAD', `/${kind}/${part(id)}`)
      expect(head.body, `HEAD /${kind}/`).toBe('')
      const { statusCode } = await stranger.get(`/${kind}/${part(id)}`)
      expect([303, 404], `GET /${kind}/ by a stranger`).toContain(statusCode)
    }
  }
  for (const id of ids.filter((_, index) => index % 4 === 0))
    for (const way of ways)
      for (const key of keys) {
        if (isBearer(way)) continue
        await compare(`GET ${way}?${key}=`, id, each => visitor.get(`${way}?${key}=${encodeURIComponent(each)}`))
      }
}

const isBearer = (path: string): boolean => Object.hasOwn(OPEN, path.split('/')[1] ?? '')

/** Every form of theirs as their own browser would send it, and every form of one's own with their ids in its fields. */
export const walkForms = async (walker: Walker, theirs: Crawled, own: Crawled, ids: readonly string[]) => {
  const { town, desk } = walker
  let visitor = await sessionOf(town, desk)
  const send = async (action: string, fields: Record<string, string>, where: string) => {
    const form = { ...fields, proof: proofIn((await visitor.get('/sign-out')).body) }
    const answer = await visitor.post(action, { form })
    expect(answer.statusCode, where).toBeLessThan(500)
    walker.examine(answer, where, action, ...Object.values(fields))
    if (action === '/sign-out') visitor = await sessionOf(town, desk)
    return answer
  }
  for (const form of theirs.forms.filter(isOfSession)) {
    const answer = await send(form.action, filled(form), `POST ${form.action}, their form`)
    const [, kind, id] = form.action.split(/[/?]/)
    if (!id || !ids.includes(id)) continue
    const other = await send(form.action.replaceAll(id, nobodys(id)), filled(form), `POST ${form.action}, nobody's`)
    expect(masked(answer, id), `POST /${kind}/ID`).toBe(masked(other, id))
  }
  for (const form of oncePerMake(own.forms.filter(isOfSession)))
    for (const [name, { type }] of form.fields)
      if (name !== 'proof' && !TYPED.has(type))
        for (const id of ids)
          await send(form.action, { ...filled(form), [name]: id }, `POST ${form.action} ${name}=${id}`)
}
const TYPED: ReadonlySet<string> = new Set(['date', 'time', 'number', 'textarea', 'text', 'tel', 'email'])

const isOfSession = (form: Form): boolean => form.fields.has('proof')

/** Forms of the same fields at the same kind of place do the same. */
const oncePerMake = (forms: readonly Form[]): readonly Form[] => [
  ...new Map(forms.map(form => [`${form.action.split('/')[1]} ${[...form.fields.keys()]}`, form])).values(),
]

/** Every call of the API with every id in its path and its query, and one's own with theirs in the body's fields. */
export const walkApi = async (walker: Walker, ids: readonly string[], idFor: TextFor): Promise<void> => {
  const { town, desk } = walker
  const token = desk.apiToken
  const compare = createComparison(walker)
  const fill = (path: string, id: string): string => path.replaceAll(/\{\w+\}/g, encodeURIComponent(id))
  for (const route of routes) {
    const { method, path } = route
    const [body] = bodiesOf(route, () => 'some words')
    for (const id of path.includes('{') ? ids : []) {
      await compare(`${method} ${path}`, id, each => town.api(fill(path, each), { method, token, body }))
      expect((await town.api(fill(path, id), { method, body })).statusCode, `${method} ${path}, no token`).toBe(401)
    }
    for (const name of Object.keys(route.query?.shape ?? {}))
      for (const id of ids) {
        const ask = (each: string) => town.api(`${fill(path, each)}?${name}=${encodeURIComponent(each)}`, { token })
        await compare(`${method} ${path}?${name}`, id, ask)
      }
    for (const [index, said] of route.body ? bodiesOf(route, idFor).entries() : []) {
      const ask = async (make: (name: string) => string) => {
        const opened = await newEngagement(town, desk)
        return town.api(fill(path, opened), { method, token, body: bodiesOf(route, make)[index] })
      }
      const answer = await ask(idFor)
      const where = `${method} ${path} ${JSON.stringify(said)}`
      expect(answer.statusCode, where).toBe((await ask(name => nobodys(idFor(name)))).statusCode)
      expect(answer.statusCode, where).toBeLessThan(500)
      walker.examine(answer, where)
    }
  }
}

const bodiesOf = ({ method, body }: ApiRoute, textFor: TextFor): readonly unknown[] =>
  method === 'GET' ? [undefined] : body ? samplesOf(body, textFor) : [{}]

/** What is said of it is not in the way of what is said next. */
const newEngagement = async ({ api }: Town, { apiToken: token }: Desk): Promise<string> => {
  const body = { client: { name: 'A new client' }, contacts: [{ name: 'Jo Dean' }] }
  return JSON.parse((await api('/api/engagements', { method: 'POST', token, body })).body).id
}

/** What a desk's own browser comes to from every place. */
export const crawledBy = async (town: Town, desk: Desk): Promise<Crawled> =>
  crawl(
    await sessionOf(town, desk),
    PLACES.map(({ path }) => path),
  )

/** Where every mail to a desk leads, by the links that it shows and by those in its headers. */
export const mailedLinks = ({ mails }: Town, { address, word }: Desk): readonly string[] => [
  ...new Set(
    mails
      .filter(({ to }) => to === address || to.includes(word))
      .flatMap(({ html, text, headers }) => [
        ...linksIn(html),
        ...[...`${text} ${headers['List-Unsubscribe']}`.matchAll(/https:\/\/relight\.example(\/[^\s>]+)/g)].map(
          ([, path = '']) => path,
        ),
      ]),
  ),
]

/** The tokens of links that a desk was mailed or shown, by the first part of their path. */
export const tokensOf = ({ mails }: Town, { address, word }: Desk, { pages }: Crawled) => {
  const mailed = mails
    .filter(({ to }) => to === address || to.includes(word))
    .map(({ text, html }) => `${text} ${html}`)
  const shown = [...pages.values()].map(({ body }) => body)
  const links = new RegExp(`/(${Object.keys(OPEN).join('|')})/([\\w.-]+)`, 'g')
  const found = new Map<string, Set<string>>()
  for (const text of [...mailed, ...shown])
    for (const [, kind = '', token = ''] of text.matchAll(links))
      found.set(kind, (found.get(kind) ?? new Set()).add(token))
  return found
}
