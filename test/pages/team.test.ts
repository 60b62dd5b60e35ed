import { describe, expect, it } from 'vitest'
import type { Response } from '../../functions/pages/page.ts'
import { FirmEvent, foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter, RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { EngagementId, FirmId, RecruiterId, TaskId } from '../../shared/domain/vocabulary.ts'
import { firmStream, recruiterStream } from '../../shared/log/streams.ts'
import type { Outgoing } from '../../shared/mail/send.ts'
import { type Link, linkAddress } from '../../shared/runtime/links.ts'
import { acmeOwned, birchAndVale } from '../domain/support/stories.ts'
import { type Office, openOffice, SECRET, signedIn, type Visitor, visitorOf } from './support/office.ts'

const firm = FirmId.parse('quay')
const signe = RecruiterId.parse('signe')
const SIGNE = 'signe@quaytalent.example'
const BASTIAN = 'bastian@quaytalent.example'
const NOW = '2026-10-12T15:10:00Z'

const founded = async () => {
  const office = await openOffice()
  await office.join('quay', 'signe', 'Signe Dahl', SIGNE)
  const owner = await signedIn(office, SIGNE, NOW)
  const firmNow = async () => foldFirm((await office.world.log.load(firmStream(firm))).events)
  return { office, owner, firmNow }
}

const NEWCOMER = { name: 'Bastian Roth', address: BASTIAN, zone: 'Europe/Berlin', region: 'DE' }
const invite = (owner: Visitor, form: Readonly<Record<string, string>> = NEWCOMER, at = NOW) =>
  owner.press('/team/invite', { form, at })
const lastTo = ({ mails }: Office, address: string): Outgoing =>
  mails.findLast(({ to }) => to === address) ?? expect.fail(`nothing was mailed to ${address}`)
const joinLink = (mail: Outgoing): string =>
  (/join: (\S+)/.exec(mail.text)?.[1] ?? expect.fail('no link')).replace('https://relight.example', '')
const mailed = (office: Office) => office.mails.filter(({ to }) => to === BASTIAN)

/** A firm of two: the owner, and somebody who was invited and joined. */
const ofTwo = async () => {
  const { office, owner, firmNow } = await founded()
  await invite(owner)
  await visitorOf(office, NOW).press(joinLink(lastTo(office, BASTIAN)))
  const bastian = (await firmNow()).recruiters[1] ?? expect.fail('nobody joined')
  const known = async () => foldRecruiter((await office.world.log.load(recruiterStream(firm, bastian))).events)
  return { office, owner, firmNow, bastian, known }
}

describe('inviting a recruiter', () => {
  it('mails them one link, by which a press and nothing else lets them join', async () => {
    const { office, owner, firmNow } = await founded()
    expect(await invite(owner)).toMatchObject({ statusCode: 303, headers: { location: '/team?saved=invited' } })
    expect(mailed(office)).toHaveLength(1)
    const mail = lastTo(office, BASTIAN)
    expect(mail.text).toContain('Signe Dahl (signe@quaytalent.example) invites you')
    const them = visitorOf(office, NOW)
    const page = await them.get(joinLink(mail))
    expect(page).toMatchObject({ statusCode: 200 })
    for (const said of ['Bastian Roth', BASTIAN, 'Europe/Berlin', 'Signe Dahl']) expect(page.body).toContain(said)
    await them.get(joinLink(mail))
    expect((await them.post(joinLink(mail))).statusCode).toBe(403)
    expect((await firmNow()).recruiters).toEqual([signe])
    expect((await them.press(joinLink(mail))).statusCode).toBe(200)
    expect((await firmNow()).recruiters).toHaveLength(2)
  })

  it('gives whoever joins a confirmed address, days and an inbound address, and says where to begin', async () => {
    const { office, known, bastian } = await ofTwo()
    const joined = await known()
    expect(joined).toMatchObject({ name: 'Bastian Roth', addresses: [BASTIAN], region: 'DE' })
    expect(joined?.calendar).toMatchObject({ zone: 'Europe/Berlin', digestAt: '07:00', workingDays: [1, 2, 3, 4, 5] })
    expect(joined?.calendar.holidays).toContain('2026-12-25')
    const welcome = lastTo(office, BASTIAN)
    expect(welcome.headers['X-Relight-Mail']).toBe('welcome')
    expect(welcome.replyTo).toBe(`${joined?.inboundToken}@in.relight.example`)
    expect(welcome.text).toContain(welcome.replyTo)
    const due: string[] = []
    for await (const { recruiter, dueAt } of office.world.views.due('2026-10-13T05:00:00Z'))
      if (recruiter === bastian) due.push(dueAt)
    expect(due).toEqual(['2026-10-13T05:00:00.000Z'])
    expect((await signedIn(office, BASTIAN, NOW)).cookies.size).toBe(1)
  })

  it('shows the newcomer their inbound address on the page, too', async () => {
    const { office, owner } = await founded()
    await invite(owner)
    const page = await visitorOf(office, NOW).press(joinLink(lastTo(office, BASTIAN)))
    expect(page.body).toMatch(/value="[a-z2-7]{26}@in\.relight\.example"/)
    expect(page.body).toContain('How to begin')
  })

  it('works once, for seven days, and only by the last link', async () => {
    const { office, owner, firmNow } = await founded()
    await invite(owner)
    const first = joinLink(lastTo(office, BASTIAN))
    const [invited] = (await firmNow()).invitations
    const again = async (form: Readonly<Record<string, string>>, at = NOW) => {
      const { body } = await owner.get('/team', { at })
      return owner.post('/team/invite-again', { form: { ...proofIn(body), ...form }, at })
    }
    expect(await again({ recruiter: invited?.recruiter ?? '' })).toMatchObject({
      headers: { location: '/team?saved=invited' },
    })
    const second = joinLink(lastTo(office, BASTIAN))
    const them = visitorOf(office, NOW)
    expect((await them.get(first)).body).toContain('There is a newer invitation')
    expect(await them.press(second, { at: '2026-10-19T15:10:00Z' })).toMatchObject({ statusCode: 410 })
    expect((await them.get(second, { at: '2026-10-19T15:10:00Z' })).body).toContain('This invitation has run out')
    expect((await them.press(second, { at: '2026-10-19T15:09:59Z' })).statusCode).toBe(200)
    expect((await them.press(second, { at: '2026-10-19T15:09:59Z' })).body).toContain('You have joined already')
    expect((await firmNow()).recruiters).toHaveLength(2)
  })

  it('can be withdrawn, and the link says so', async () => {
    const { office, owner, firmNow } = await founded()
    await invite(owner)
    const [invited] = (await firmNow()).invitations
    const { body } = await owner.get('/team')
    await owner.post('/team/withdraw', { form: { ...proofIn(body), recruiter: invited?.recruiter ?? '' } })
    const page = await visitorOf(office, NOW).press(joinLink(lastTo(office, BASTIAN)))
    expect(page).toMatchObject({ statusCode: 410 })
    expect(page.body).toContain('This invitation was withdrawn')
    expect((await firmNow()).recruiters).toEqual([signe])
    expect((await owner.get('/team')).body).not.toContain(BASTIAN)
  })

  it('goes on where a press was cut off between the firm’s log and the recruiter’s', async () => {
    const { office, owner, firmNow } = await founded()
    await invite(owner)
    const link = joinLink(lastTo(office, BASTIAN))
    const { log } = office.world
    const cut = {
      ...office,
      world: {
        ...office.world,
        log: {
          ...log,
          append: (async (after, events) => {
            if (after.stream.includes('/recruiter/')) throw new Error('the lights went out')
            return log.append(after, events)
          }) as typeof log.append,
        },
      },
    }
    await expect(visitorOf(cut, NOW).press(link)).rejects.toThrow('the lights went out')
    expect((await firmNow()).recruiters).toHaveLength(2)
    expect((await visitorOf(office, NOW).press(link)).body).toContain('You are in')
    expect((await visitorOf(office, NOW).press(link)).body).toContain('You have joined already')
  })

  it.each([
    [{ ...NEWCOMER, name: ' ' }, 'Write their name.'],
    [{ ...NEWCOMER, address: 'bastian at quay' }, 'Write a whole address, such as name@firm.com.'],
    [{ ...NEWCOMER, zone: 'Mars/Olympus' }, 'Choose a time zone of the list.'],
    [{ ...NEWCOMER, region: 'ZZ' }, 'Choose a region of the list.'],
    [{ ...NEWCOMER, address: SIGNE.toUpperCase() }, 'That address is Signe Dahl’s, who is here already.'],
  ])('comes back with what was typed and the field named: %j', async (form, says) => {
    const { office, owner } = await founded()
    const before = office.mails.length
    const page = await invite(owner, form)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(says)
    expect(page.body).toContain('aria-invalid="true"')
    expect(office.mails).toHaveLength(before)
  })

  it('says that somebody was invited before, and mails nothing a second time by itself', async () => {
    const { office, owner } = await founded()
    await invite(owner)
    const page = await invite(owner, { ...NEWCOMER, name: 'B. Roth' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Bastian Roth is invited there already')
    expect(mailed(office)).toHaveLength(1)
  })

  it('says that the mail came back, and sends nobody another who called it spam', async () => {
    const { office, owner, firmNow } = await founded()
    await invite(owner)
    const [open] = (await firmNow()).invitations
    const undelivered = async (why: string) =>
      office.append(firmStream(firm), [
        FirmEvent.parse({
          type: 'InvitationUndelivered',
          recruiter: open?.recruiter,
          why,
          at: NOW,
          recordedAt: NOW,
          by: 'system',
          source: 'evaluation',
          command: why,
        }),
      ])
    await undelivered('bounced')
    expect((await owner.get('/team')).body).toContain('The mail came back. Look whether the address is right')
    await undelivered('complained')
    const { body } = await owner.get('/team')
    expect(body).not.toContain('Send a new link')
    const again = await owner.post('/team/invite-again', {
      form: { ...proofIn(body), recruiter: open?.recruiter ?? '' },
    })
    expect(again.headers['location']).toBe('/team?saved=gone')
    expect(mailed(office)).toHaveLength(1)
  })

  it('says nothing of who is at another firm: an address of theirs is invited like any other', async () => {
    const { office, owner } = await founded()
    await office.join('elsewhere', 'rival', 'Rival Recruiter', 'rival@elsewhere.example')
    const answer = await invite(owner, { ...NEWCOMER, address: 'rival@elsewhere.example' })
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/team?saved=invited' } })
    expect(lastTo(office, 'rival@elsewhere.example').subject).toBe('Signe Dahl invites you to Relight')
  })

  it('stops at twenty a day', async () => {
    const { owner, office } = await founded()
    for (let each = 0; each < 20; each++) await invite(owner, { ...NEWCOMER, address: `r${each}@quaytalent.example` })
    const before = office.mails.length
    expect(await invite(owner)).toMatchObject({ headers: { location: '/team?saved=too-many' } })
    expect(office.mails).toHaveLength(before)
    expect(await invite(owner, NEWCOMER, '2026-10-13T15:11:00Z')).toMatchObject({
      headers: { location: '/team?saved=invited' },
    })
  })

  it('by a link of another firm, or one that was made up, lets nobody in', async () => {
    const { office } = await founded()
    const forged: Link = { kind: 'join', firm, recruiter: RecruiterId.parse('x'), invitation: 'none' as never }
    const page = await visitorOf(office, NOW).get(await linkAddress('', SECRET, forged, NOW))
    expect(page.statusCode).toBe(404)
  })
})

const proofIn = (body: string) => ({ proof: /name="proof" value="([^"]+)"/.exec(body)?.[1] ?? '' })

it('two invitations of one moment are two: each is pressed for itself', async () => {
  const { office, owner, firmNow } = await founded()
  await invite(owner)
  await invite(owner, { ...NEWCOMER, name: 'Oda Lien', address: 'oda@quaytalent.example' })
  await visitorOf(office, NOW).press(joinLink(lastTo(office, BASTIAN)))
  expect((await owner.get('/team')).body).toContain('oda@quaytalent.example')
  await visitorOf(office, NOW).press(joinLink(lastTo(office, 'oda@quaytalent.example')))
  expect((await firmNow()).recruiters).toHaveLength(3)
})

describe('what only the owner of the firm sees', () => {
  it.each(['/team', '/team/invite', '/team/never-log', '/team/signe'])('is nothing to anybody else: %s', async path => {
    const { office, firmNow } = await ofTwo()
    const other = await signedIn(office, BASTIAN, NOW)
    const before = await firmNow()
    const seen: Response[] = [await other.get(path)]
    const { body } = await other.get('/')
    for (const form of [NEWCOMER, { do: 'deactivate', sure: 'yes' }, { entry: 'counsel.example' }])
      seen.push(await other.post(path, { form: { ...proofIn(body), ...form } }))
    for (const page of seen) {
      expect(page.statusCode).toBe(404)
      expect(page.body).not.toContain(SIGNE)
    }
    expect(body).not.toContain('href="/team"')
    expect(await firmNow()).toEqual(before)
  })
})

describe('deactivating a recruiter', () => {
  const deactivated = async () => {
    const two = await ofTwo()
    const { office, owner, bastian } = two
    const theirs = await signedIn(office, BASTIAN, NOW)
    await office.append(recruiterStream(firm, bastian), [
      RecruiterEvent.parse({
        type: 'ApiTokenGiven',
        hash: 'a'.repeat(64),
        at: NOW,
        recordedAt: NOW,
        by: bastian,
        source: 'page',
        command: 'token',
      }),
    ])
    const answer = await owner.press(`/team/${bastian}`, { form: { do: 'deactivate', sure: 'yes' } })
    return { ...two, theirs, answer }
  }

  it('ends their sessions, tokens, sign-in and links', async () => {
    const { office, theirs, answer, bastian, known } = await deactivated()
    expect(answer).toMatchObject({ headers: { location: `/team/${bastian}?saved=deactivated` } })
    expect(await theirs.get('/')).toMatchObject({ statusCode: 303, headers: { location: '/sign-in' } })
    expect(await known()).toMatchObject({ deactivated: true, apiTokenHashes: [] })
    expect(await office.world.views.recruiterByApiToken('a'.repeat(64))).toBeNull()
    const before = office.mails.length
    await visitorOf(office, NOW).press('/sign-in', { form: { address: BASTIAN } })
    expect(office.mails).toHaveLength(before)
    const whose = { firm, recruiter: bastian }
    const links: readonly Link[] = [
      { kind: 'unsubscribe', ...whose },
      { kind: 'do', ...whose, engagement: EngagementId.parse('acme'), task: TaskId.parse('acme.1'), word: 'spoke' },
    ]
    for (const link of links) {
      const page = await visitorOf(office, NOW).get(await linkAddress('', SECRET, link, NOW))
      expect(page).toMatchObject({ statusCode: 410 })
      expect(page.body).toContain('This link works no more')
    }
  })

  it('asks for a tick first', async () => {
    const { owner, bastian, known } = await ofTwo()
    const page = await owner.press(`/team/${bastian}`, { form: { do: 'deactivate' } })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Tick the box first')
    expect((await known())?.deactivated).toBeUndefined()
  })

  it('is nothing that the owner can do to themselves', async () => {
    const { office, owner } = await ofTwo()
    expect((await owner.get('/team/signe')).body).toContain('you are the one who cannot be deactivated')
    await owner.press('/team/signe', { form: { do: 'deactivate', sure: 'yes' } })
    const { events } = await office.world.log.load(recruiterStream(firm, signe))
    expect(events.map(({ type }) => type)).not.toContain('RecruiterDeactivated')
  })

  it('can be taken back: the same addresses, and a way to sign in', async () => {
    const { office, owner, bastian, known } = await deactivated()
    const was = await known()
    await owner.press(`/team/${bastian}`, { form: { do: 'reactivate' } })
    const { deactivated: _over, ...others } = was ?? expect.fail()
    expect(await known()).toEqual(others)
    expect((await signedIn(office, BASTIAN, NOW)).cookies.size).toBe(1)
  })

  it('keeps the address taken, and says whose it is', async () => {
    const { owner } = await deactivated()
    expect((await invite(owner)).body).toContain('Bastian Roth’s, who was deactivated')
  })
})

describe('handing accounts over', () => {
  const withAccounts = async () => {
    const two = await ofTwo()
    const { office, bastian } = two
    for (const [id, story] of Object.entries({ acme: acmeOwned, birch: birchAndVale })) {
      const told = story()
      told.morning('2026-10-05')
      await office.keep('quay', bastian, id, `${id} and daughters`, told)
    }
    const clients = async (recruiter: RecruiterId) =>
      (await office.world.views.engagementsOf(firm, recruiter))
        .filter(({ stage }) => stage === 'open')
        .map(({ client }) => client)
        .toSorted()
    return { ...two, clients }
  }

  it('moves all of them to a colleague, who sees at once what is due and the whole story', async () => {
    const { owner, bastian, clients } = await withAccounts()
    const answer = await owner.press(`/team/${bastian}`, {
      form: { do: 'hand-over', account: 'all', to: 'signe', sure: 'yes' },
    })
    expect(answer).toMatchObject({ headers: { location: `/team/${bastian}?went=2&to=signe` } })
    expect((await owner.get(`/team/${bastian}?went=2&to=signe`)).body).toContain('Two accounts went to Signe Dahl.')
    expect(await clients(signe)).toEqual(['acme and daughters', 'birch and daughters'])
    expect(await clients(bastian)).toEqual([])
    expect((await owner.get('/')).body).toContain('acme and daughters')
    const account = await owner.get('/account/acme')
    expect(account.body).toContain('It came to you from Bastian Roth with all that stands below')
    expect(account.body).toContain('Why was I told this?')
  })

  it('moves one and leaves the others', async () => {
    const { owner, bastian, clients } = await withAccounts()
    await owner.press(`/team/${bastian}`, { form: { do: 'hand-over', account: 'birch', to: 'signe', sure: 'yes' } })
    expect(await clients(signe)).toEqual(['birch and daughters'])
    expect(await clients(bastian)).toEqual(['acme and daughters'])
  })

  it('says nothing twice when it is pressed twice', async () => {
    const { office, owner, bastian } = await withAccounts()
    const form = { do: 'hand-over', account: 'all', to: 'signe', sure: 'yes' }
    const { body } = await owner.get(`/team/${bastian}`)
    const sent = { ...proofIn(body), ...form }
    await Promise.all([1, 2].map(() => owner.post(`/team/${bastian}`, { form: sent })))
    const { events } = await office.world.log.load(`${firm}/engagement/signe.acme`)
    expect(events.filter(({ type }) => type === 'EngagementTakenOver')).toHaveLength(1)
  })

  it.each([
    [{ account: 'gone', to: 'signe', sure: 'yes' }, 'Choose one of the accounts, or all of them.'],
    [{ account: 'all', to: 'nobody', sure: 'yes' }, 'Choose who gets them.'],
    [{ account: 'all', to: 'signe' }, 'Tick the box first: it moves at once.'],
  ])('comes back with what is wrong: %j', async (form, says) => {
    const { owner, bastian, clients } = await withAccounts()
    const page = await owner.press(`/team/${bastian}`, { form: { do: 'hand-over', ...form } })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(says)
    expect(await clients(signe)).toEqual([])
  })

  it('is open to a recruiter for their own, and their old links say where it went', async () => {
    const { office, bastian, clients } = await withAccounts()
    const theirs = await signedIn(office, BASTIAN, NOW)
    expect((await theirs.get('/account/acme')).body).toContain('href="/hand-over/acme"')
    const done = await theirs.press('/hand-over/acme', { form: { to: 'signe', sure: 'yes' } })
    expect(done.body).toContain('acme and daughters is Signe Dahl’s now')
    expect(await clients(signe)).toEqual(['acme and daughters'])
    expect((await theirs.get('/account/acme')).statusCode).toBe(404)
    expect((await theirs.get('/hand-over/acme')).statusCode).toBe(404)
    const { events } = await office.world.log.load(`${firm}/engagement/${bastian}.acme`)
    const raised = events.findLast(({ type }) => type === 'TaskRaised')
    const task = raised?.type === 'TaskRaised' ? raised.task : expect.fail('nothing was due')
    const link: Link = {
      kind: 'do',
      firm,
      recruiter: bastian,
      engagement: EngagementId.parse('acme'),
      task,
      word: 'spoke',
    }
    const page = await visitorOf(office, NOW).get(await linkAddress('', SECRET, link, NOW))
    expect(page.body).toContain('This account is a colleague’s now')
  })

  it('has nobody to offer where a recruiter is alone, or all others are gone', async () => {
    const { owner, bastian } = await withAccounts()
    await owner.press(`/team/${bastian}`, { form: { do: 'hand-over', account: 'acme', to: 'signe', sure: 'yes' } })
    await owner.press(`/team/${bastian}`, { form: { do: 'deactivate', sure: 'yes' } })
    expect((await owner.get('/hand-over/acme')).body).toContain('Nobody else is here who could have it.')
    const kept = await owner.press(`/team/${bastian}`, {
      form: { do: 'hand-over', account: 'all', to: 'signe', sure: 'yes' },
    })
    expect(kept.headers['location']).toBe(`/team/${bastian}?went=1&to=signe`)
  })
})

describe('the list of those who are never logged', () => {
  const add = (owner: Visitor, entry: string) => owner.press('/team/never-log', { form: { entry } })

  it('takes addresses and domains, however they are written, and gives them up again', async () => {
    const { owner, firmNow } = await founded()
    for (const entry of ['Dr.Weiss@praxis-weiss.example', '*.counsel.example', '@bank.example', 'bank.example'])
      expect((await add(owner, entry)).headers['location']).toBe('/team/never-log?saved=added')
    expect((await firmNow()).neverLog).toEqual(['dr.weiss@praxis-weiss.example', 'counsel.example', 'bank.example'])
    await owner.press('/team/never-log', { form: { remove: 'counsel.example' } })
    expect((await firmNow()).neverLog).toEqual(['dr.weiss@praxis-weiss.example', 'bank.example'])
  })

  it.each([
    ['', 'Write an address or a domain first.'],
    ['weiss@', 'That is no mail address.'],
    ['counsel', 'That is no domain.'],
    ['co.uk', 'That is no domain.'],
    ['two words.com', 'That is no domain.'],
    ['gmail.com', 'Anybody may have a mailbox at gmail.com.'],
  ])('refuses %j, and says why', async (entry, says) => {
    const { owner, firmNow } = await founded()
    const page = await add(owner, entry)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(says)
    expect((await firmNow()).neverLog).toEqual([])
  })
})

describe('addresses that mail does not reach', () => {
  it('stand on the owner’s page with whose they are, since when and why', async () => {
    const { office, owner, bastian, known } = await ofTwo()
    await office.append(recruiterStream(firm, bastian), [
      RecruiterEvent.parse({
        type: 'AddressSuppressed',
        address: BASTIAN,
        why: 'bounced',
        at: '2026-10-09T05:00:00Z',
        recordedAt: '2026-10-09T05:00:00Z',
        by: 'system',
        source: 'evaluation',
        command: 'suppress',
      }),
    ])
    const { body } = await owner.get('/team')
    expect(body).toContain('Mail does not reach')
    expect(body).toContain('Bastian Roth, since Friday 9 October: mail to it came back, so none goes there.')
    expect((await owner.get(`/team/${bastian}`)).body).toContain(`${BASTIAN}: mail to it came back`)
    await owner.press(`/team/${bastian}`, { form: { do: 'confirm', address: BASTIAN } })
    const [, link = ''] = /Confirm it: https:..relight.example(\S+)/.exec(lastTo(office, BASTIAN).text) ?? []
    await visitorOf(office, NOW).press(link)
    expect((await known())?.suppressed).toEqual([])
    expect((await owner.get('/team')).body).not.toContain('Mail does not reach')
  })
})
