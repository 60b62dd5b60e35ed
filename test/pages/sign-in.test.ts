import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { recruiterStream } from '../../shared/log/streams.ts'
import { signLink } from '../../shared/runtime/links.ts'
import { signSession } from '../../shared/runtime/session.ts'
import { linkIn, openOffice, SECRET, signedIn, visitorOf } from './support/office.ts'

const firm = FirmId.parse('costa')
const ines = RecruiterId.parse('ines')
const stream = recruiterStream(firm, ines)
const ADDRESS = 'ines.costa@costatalent.example'

const office = async (change = {}) => {
  const opened = await openOffice(change)
  await opened.join('costa', 'ines', 'Inês Costa', ADDRESS, 'ines@home.example')
  return opened
}

const typesIn = async ({ world }: Awaited<ReturnType<typeof office>>) =>
  (await world.log.load(stream)).events.map(({ type }) => type)

const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeEach(() => reported.mockClear())

describe('asking for a way in', () => {
  it('mails a link to a confirmed address, however it is written', async () => {
    const there = await office()
    const page = await visitorOf(there).press('/sign-in', { form: { address: ' Ines.Costa@CostaTalent.example ' } })
    expect(page.statusCode).toBe(200)
    expect(there.mails).toHaveLength(1)
    expect(there.mails[0]).toMatchObject({ to: ADDRESS, subject: 'Your link to sign in to Relight' })
    // 15:10 UTC is 16:10 in Lisbon in summer.
    expect(there.mails[0]?.text).toContain('4:10 pm')
    expect(there.mails[0]?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
  })

  it('answers the same, word for word, whether the address is known or not, and mails nobody unknown', async () => {
    const there = await office()
    const visitor = visitorOf(there)
    const known = await visitor.press('/sign-in', { form: { address: ADDRESS } })
    const unknown = await visitor.press('/sign-in', { form: { address: 'nobody@costatalent.example' } })
    expect(unknown.body.replace('nobody@costatalent.example', ADDRESS)).toBe(known.body)
    expect(unknown.statusCode).toBe(known.statusCode)
    expect(unknown.headers).toEqual(known.headers)
    expect(there.mails).toHaveLength(1)
  })

  it('takes the same time for every address: the pause is longer than the mail', async () => {
    const pauses: string[] = []
    const there = await office({ pause: async () => void pauses.push('paused') })
    for (const address of [ADDRESS, 'nobody@costatalent.example'])
      await visitorOf(there).press('/sign-in', { form: { address } })
    expect(pauses).toHaveLength(2)
  })

  it('comes back with what was typed where it is no address', async () => {
    const there = await office()
    const page = await visitorOf(there).press('/sign-in', { form: { address: 'ines <at> home' } })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('value="ines &lt;at&gt; home"')
    expect(page.body).toContain('aria-invalid="true"')
  })

  it('mails at most three links an hour that are asked for from one place, and six in all', async () => {
    const there = await office()
    const visitor = visitorOf(there)
    const ask = (ip: string, at: string) => visitor.press('/sign-in', { form: { address: ADDRESS }, ip, at })
    for (const minute of ['01', '02', '03', '04', '05']) await ask('198.51.100.1', `2026-10-12T15:${minute}:00Z`)
    expect(there.mails).toHaveLength(3)
    for (const ip of ['198.51.100.2', '198.51.100.3', '198.51.100.4', '198.51.100.5'])
      await ask(ip, '2026-10-12T15:30:00Z')
    expect(there.mails).toHaveLength(6)
    await ask('198.51.100.1', '2026-10-12T16:31:00Z')
    expect(there.mails).toHaveLength(7)
  })

  it('slows down whoever tries many addresses from one place', async () => {
    const there = await office()
    const visitor = visitorOf(there)
    const statuses = new Set<number>()
    for (let n = 0; n < 31; n++) {
      const page = await visitor.post('/sign-in', { form: { address: `n${n}@costatalent.example` } })
      statuses.add(page.statusCode)
    }
    expect([...statuses]).toEqual([200, 429])
    const elsewhere = await visitor.post('/sign-in', { form: { address: ADDRESS }, ip: '203.0.113.9' })
    expect(elsewhere.statusCode).toBe(200)
  })

  it('answers all who ask at once from many places alike, and mails six links at most', async () => {
    const there = await office()
    const ask = (address: string, n: number) =>
      visitorOf(there).post('/sign-in', { form: { address }, ip: `198.51.100.${n}` })
    const known = await Promise.all(Array.from({ length: 24 }, (_, n) => ask(ADDRESS, n)))
    const unknown = await ask('nobody@costatalent.example', 99)
    for (const { statusCode, body } of known)
      expect([statusCode, body.replace(ADDRESS, 'nobody@costatalent.example')]).toEqual([200, unknown.body])
    expect([5, 6]).toContain(there.mails.length)
  })

  it('tells nobody that something failed which only a known address can meet', async () => {
    const failing = async () => {
      throw new Error('not today')
    }
    for (const change of [{ send: failing }, { keyRing: { keys: failing, fresh: failing } }]) {
      const there = await office(change)
      const [known, unknown] = await Promise.all(
        [ADDRESS, 'nobody@costatalent.example'].map(address =>
          visitorOf(there).post('/sign-in', { form: { address } }),
        ),
      )
      expect(known?.body.replace(ADDRESS, 'nobody@costatalent.example')).toBe(unknown?.body)
      expect(known?.statusCode).toBe(200)
      expect(reported).toHaveBeenLastCalledWith(expect.objectContaining({ function: 'pages', level: 'error' }))
    }
  })

  it('says of a recruiter in two firms no more than of one in one, and mails a link for each', async () => {
    const there = await office()
    await there.join('otero', 'luz', 'Luz Otero', ADDRESS)
    const page = await visitorOf(there).press('/sign-in', { form: { address: ADDRESS } })
    expect(page.body).not.toMatch(/Costa T|Otero|two/)
    expect(there.mails.map(({ to }) => to)).toEqual([ADDRESS, ADDRESS])
    const visitor = visitorOf(there)
    await visitor.press(linkIn(there.mails[1]))
    expect((await visitor.get('/settings')).statusCode).toBe(200)
  })

  it('mails no address that bounced, and one whose daily mail was stopped', async () => {
    const there = await office()
    const at = {
      at: '2026-10-02T09:00:00Z',
      recordedAt: '2026-10-02T09:00:00Z',
      by: 'system',
      source: 'page',
      command: 'x',
    }
    await there.append(stream, [
      { type: 'AddressSuppressed', address: 'ines@home.example', why: 'bounced', ...at },
      { type: 'AddressSuppressed', address: ADDRESS, why: 'unsubscribed', ...at },
    ])
    for (const address of ['ines@home.example', ADDRESS])
      await visitorOf(there).press('/sign-in', { form: { address } })
    expect(there.mails.map(({ to }) => to)).toEqual([ADDRESS])
  })

  it('keeps no network address', async () => {
    const there = await office()
    await visitorOf(there).press('/sign-in', { form: { address: ADDRESS }, ip: '198.51.100.77' })
    expect(JSON.stringify((await there.world.log.load(stream)).events)).not.toContain('198.51.100.77')
  })

  it('mails nothing to whoever was sent here by a form of another site', async () => {
    const there = await office()
    const headers = { origin: 'null', 'sec-fetch-site': 'cross-site' }
    const page = await visitorOf(there).post('/sign-in', { form: { address: ADDRESS }, headers })
    expect(page.statusCode).toBe(403)
    expect(there.mails).toEqual([])
  })
})

const mailed = async () => {
  const there = await office()
  const visitor = visitorOf(there)
  await visitor.press('/sign-in', { form: { address: ADDRESS } })
  return { there, visitor, path: linkIn(there.mails[0]) }
}

describe('the link in the mail', () => {
  it('changes nothing by being looked at, however often', async () => {
    const { there, visitor, path } = await mailed()
    const before = await typesIn(there)
    for (let n = 0; n < 3; n++) expect((await visitor.get(path)).statusCode).toBe(200)
    expect(await typesIn(there)).toEqual(before)
    expect(visitor.cookies.size).toBe(0)
  })

  it('lets in by a press, with a cookie that scripts and other sites do not get', async () => {
    const { visitor, path } = await mailed()
    const pressed = await visitor.press(path)
    expect(pressed).toMatchObject({ statusCode: 303, headers: { location: '/' } })
    expect(pressed.cookies).toEqual([
      expect.stringMatching(/^__Host-relight=[\w.-]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/),
    ])
    expect((await visitor.get('/')).statusCode).toBe(200)
  })

  it('lets in once', async () => {
    const { there, visitor, path } = await mailed()
    await visitor.press(path)
    const stranger = visitorOf(there)
    const page = await stranger.press(path)
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('used')
    expect(stranger.cookies.size).toBe(0)
  })

  it('lets in for ten minutes, and offers another when they are over', async () => {
    const { visitor, path } = await mailed()
    const late = await visitor.get(path, { at: '2026-10-12T15:20:00Z' })
    expect(late.statusCode).toBe(410)
    expect(late.body).toContain('expired')
    expect(late.body).toContain('name="address"')
    expect((await visitor.press(path, { at: '2026-10-12T15:19:59Z' })).statusCode).toBe(303)
  })

  it('does nothing where it was forged, pressed from elsewhere, or never asked for', async () => {
    const { there, path } = await mailed()
    const never = { kind: 'sign-in', firm, recruiter: ines, session: 'never-asked' as never } as const
    const forged = [
      `/sign-in/${await signLink('another secret that is as long as ours is', never, '2026-10-12T15:10:00Z')}`,
      `/sign-in/${await signLink(SECRET, never, '2026-10-12T15:10:00Z')}`,
      `/sign-in/${await signLink(SECRET, { kind: 'unsubscribe', firm, recruiter: ines }, '2026-10-12T15:10:00Z')}`,
      `${path.slice(0, -3)}abc`,
    ]
    for (const wrong of forged) {
      const visitor = visitorOf(there)
      expect((await visitor.press(wrong)).statusCode).toBeGreaterThanOrEqual(400)
      expect(visitor.cookies.size).toBe(0)
    }
    const lured = visitorOf(there)
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await lured.press(path, { headers })).statusCode).toBe(403)
    expect((await lured.post(path)).statusCode).toBe(403)
    expect(lured.cookies.size).toBe(0)
  })

  it('goes on to the page that was asked for, and never to another host', async () => {
    const there = await office()
    const visitor = visitorOf(there)
    const sent = await visitor.get('/sign-out')
    expect(sent).toMatchObject({ statusCode: 303, headers: { location: '/sign-in?to=%2Fsign-out' } })
    await visitor.press(sent.headers['location'] ?? '', { form: { address: ADDRESS } })
    expect((await visitor.press(linkIn(there.mails.at(-1)))).headers['location']).toBe('/sign-out')
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a?b', 'javascript:alert(1)']) {
      await visitor.post('/sign-in', { form: { address: ADDRESS, to }, at: '2026-10-12T18:10:00Z', ip: to })
      const link = linkIn(there.mails.at(-1))
      expect((await visitor.press(link, { at: '2026-10-12T18:11:00Z' })).headers['location']).toBe('/')
    }
  })
})

describe('a session', () => {
  it('is asked for by every page but those that a signed link opens', async () => {
    const there = await office()
    expect((await visitorOf(there).get('/')).headers['location']).toBe('/sign-in')
    expect((await visitorOf(there).post('/sign-out')).statusCode).toBe(401)
  })

  it('ends where it is signed out, and stays elsewhere', async () => {
    const there = await office()
    const laptop = await signedIn(there, ADDRESS)
    const phone = await signedIn(there, 'ines@home.example')
    const token = laptop.cookies.get('__Host-relight') ?? ''
    expect((await laptop.press('/sign-out')).body).toContain('You are signed out')
    expect((await laptop.get('/')).statusCode).toBe(303)
    expect((await phone.get('/')).statusCode).toBe(200)
    // A copy of the cookie that somebody kept is worth nothing either.
    laptop.cookies.set('__Host-relight', token)
    expect((await laptop.get('/')).statusCode).toBe(303)
  })

  it('ends everywhere at once where that is asked', async () => {
    const there = await office()
    const laptop = await signedIn(there, ADDRESS)
    const phone = await signedIn(there, 'ines@home.example')
    await phone.press('/sign-out', { form: { where: 'everywhere' } })
    expect((await laptop.get('/')).statusCode).toBe(303)
    expect((await phone.get('/')).statusCode).toBe(303)
    const again = await signedIn(there, ADDRESS)
    expect((await again.get('/')).statusCode).toBe(200)
  })

  it('lasts thirty days', async () => {
    const there = await office()
    const visitor = await signedIn(there, ADDRESS)
    expect((await visitor.get('/', { at: '2026-11-11T15:09:59Z' })).statusCode).toBe(200)
    expect((await visitor.get('/', { at: '2026-11-11T15:10:00Z' })).statusCode).toBe(303)
  })

  it('is none where it was forged, made of a link, or never begun', async () => {
    const there = await office()
    const asked = { kind: 'session', firm, recruiter: ines, session: 'made-up' as never } as const
    const link = { kind: 'unsubscribe', firm, recruiter: ines } as const
    for (const token of [
      'x',
      await signSession('another secret that is as long as ours is', asked, '2026-10-12T15:10:00Z'),
      await signSession(SECRET, asked, '2026-10-12T15:10:00Z'),
      await signLink(SECRET, link, '2026-10-12T15:10:00Z'),
    ]) {
      const visitor = visitorOf(there)
      visitor.cookies.set('__Host-relight', token)
      expect((await visitor.get('/')).statusCode).toBe(303)
    }
  })

  it('changes nothing by a POST without its proof, with the proof of another, or from another site', async () => {
    const there = await office()
    await there.join('otero', 'luz', 'Luz Otero', 'luz@otero.example')
    const visitor = await signedIn(there, ADDRESS)
    const other = await signedIn(there, 'luz@otero.example')
    const [, foreign = ''] = /name="proof" value="([^"]+)"/.exec((await other.get('/sign-out')).body) ?? []
    for (const form of [{}, { proof: '' }, { proof: foreign }])
      expect((await visitor.post('/sign-out', { form })).statusCode).toBe(403)
    const headers = { origin: 'https://evil.example' }
    expect((await visitor.press('/sign-out', { headers })).statusCode).toBe(403)
    expect((await visitor.get('/')).statusCode).toBe(200)
  })

  it('outlives a new secret, and so does a link and a form that was open', async () => {
    const next = 'the secret that came after, no shorter than the first'
    let keys: readonly [string, ...string[]] = [SECRET]
    const there = await office({ keyRing: { keys: async () => keys, fresh: async () => keys } })
    const visitor = await signedIn(there, ADDRESS)
    await visitor.press('/sign-in', { form: { address: ADDRESS } })
    const [, proof = ''] = /name="proof" value="([^"]+)"/.exec((await visitor.get('/sign-out')).body) ?? []
    keys = [next, SECRET]
    expect((await visitor.get('/')).statusCode).toBe(200)
    expect((await visitorOf(there).press(linkIn(there.mails.at(-1)))).statusCode).toBe(303)
    expect((await visitor.post('/sign-out', { form: { proof } })).statusCode).toBe(200)
  })

  it('is believed where another function knew of a new secret first', async () => {
    const next = 'the secret that came after, no shorter than the first'
    const there = await office({
      keyRing: { keys: async () => [SECRET] as const, fresh: async () => [next, SECRET] as const },
    })
    const visitor = await signedIn(there, ADDRESS)
    const { events } = await there.world.log.load(stream)
    const begun = events.find(event => event.type === 'SignedIn')
    if (!begun) throw new Error('nobody signed in')
    const { session } = begun
    const token = await signSession(next, { kind: 'session', firm, recruiter: ines, session }, '2026-10-12T15:10:00Z')
    visitor.cookies.set('__Host-relight', token)
    expect((await visitor.get('/')).statusCode).toBe(200)
  })
})

describe('without https', () => {
  it('the cookie goes by a name that a browser takes', async () => {
    const there = await office({ publicUrl: 'http://localhost:8787' })
    const visitor = visitorOf(there)
    await visitor.press('/sign-in', { form: { address: ADDRESS } })
    const link = linkIn(there.mails[0]).replace('http://localhost:8787', '')
    const [cookie] = (await visitor.press(link)).cookies ?? []
    expect(cookie).toMatch(/^relight=[\w.-]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/)
  })
})
