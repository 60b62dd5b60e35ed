import { describe, expect, it } from 'vitest'
import { fold } from '../../shared/domain/engagement/state.ts'
import { EngagementId, FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { acmeOwned, birchAndVale } from '../domain/support/stories.ts'
import { openOffice, signedIn, type Visitor } from './support/office.ts'

const ADDRESS = 'lena.park@parksearch.example'
const NOW = '2026-10-05T15:00:00Z'
const firm = FirmId.parse('park')
const lena = RecruiterId.parse('lena')

const withAccounts = async () => {
  const office = await openOffice()
  await office.join('park', 'lena', 'Lena Park', ADDRESS)
  for (const [id, story] of Object.entries({ acme: acmeOwned, birch: birchAndVale })) {
    const account = story()
    account.morning('2026-10-05')
    const events = account.facts().map(({ position: _position, ...event }) => event)
    await office.append(engagementStream(firm, lena, EngagementId.parse(id)), events)
  }
  const visitor = await signedIn(office, ADDRESS, NOW)
  const facts = async (id: string) =>
    (await office.world.log.load(engagementStream(firm, lena, EngagementId.parse(id)))).events
  return { office, visitor, facts }
}

const open = (events: Parameters<typeof fold>[0]) => {
  const state = fold(events)
  if (state.stage === 'unopened') throw new Error('not opened')
  return state
}

/** Fills in the form of that name on an account's page. */
const say = async (visitor: Visitor, path: string, form: Record<string, string>) => {
  const { body } = await visitor.get(path)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
  return visitor.post(path, { form: { proof: hidden('proof'), seen: hidden('seen'), ...form } })
}

const words = (body: string): string =>
  body
    .replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replaceAll(/&#39;|&quot;/g, '’')
    .replaceAll(/\s+/g, ' ')

describe('the page of an account', () => {
  it('says how it stands, what is due with what to say, who is who, and the story, the newest first', async () => {
    const { visitor } = await withAccounts()
    const { body, statusCode } = await visitor.get('/account/acme')
    expect(statusCode).toBe(200)
    const text = words(body)
    expect(text).toMatch(/Silent for \w+ working days/)
    expect(text).toContain('Go through the introducer')
    expect(text).toContain('They missed the meeting')
    expect(text.indexOf('You spoke with')).toBeGreaterThan(text.indexOf('went quiet'))
    expect(text).toContain('told by mail')
    expect(text).toContain('worked out from the log')
  })

  it('answers, for every task of any day, why it was raised: by the events behind it', async () => {
    const { visitor, facts } = await withAccounts()
    const { body } = await visitor.get('/account/acme')
    for (const fact of await facts('acme'))
      if (fact.type === 'TaskRaised') {
        const [, entry = ''] = new RegExp(`<li id="fact-${fact.position}">([\\s\\S]*?)</details>`).exec(body) ?? []
        for (const cause of fact.because) expect(entry).toContain(`href="#fact-${cause}"`)
      }
  })

  it('says what was tried, with whom and on which day, and how it ended', async () => {
    const { visitor } = await withAccounts()
    const tried = async (path: string) => {
      const { body } = await visitor.get(path)
      return words(/<section aria-labelledby="tried">([\s\S]*?)<\/section>/.exec(body)?.[1] ?? '')
    }
    expect(await tried('/account/birch')).toBe('')
    expect(await tried('/account/acme')).toContain(
      'Own the dropped ball, Susan Reyes, on Tuesday 29 September: nothing came back',
    )
    await say(visitor, '/account/acme', { form: 'touch', contact: 'susan', touch: 'they-rang', on: '2026-10-01' })
    expect(await tried('/account/acme')).toContain(
      'Own the dropped ball, Susan Reyes, on Tuesday 29 September: they came back within five working days.',
    )
  })

  it('names what was seen beside what is assumed, where there is tension', async () => {
    const { visitor } = await withAccounts()
    expect(words((await visitor.get('/account/birch')).body)).toMatch(/Seen .* Assumed/)
  })

  it('shows nobody else’s account, nor one that there is not', async () => {
    const { office } = await withAccounts()
    await office.join('reed', 'omar', 'Omar Reed', 'omar@reed.example')
    const stranger = await signedIn(office, 'omar@reed.example', NOW)
    for (const path of ['/account/acme', '/account/nowhere', '/account/..%2facme', '/account'])
      expect((await stranger.get(path)).statusCode, path).toBe(404)
    const { body } = await stranger.get('/settings')
    const [, proof = ''] = /name="proof" value="([^"]+)"/.exec(body) ?? []
    expect((await stranger.post('/account/acme', { form: { proof, form: 'resume' } })).statusCode).toBe(404)
  })
})

describe('what is said on the page of an account', () => {
  it('is recorded as happened, on the day that was given', async () => {
    const { visitor, facts } = await withAccounts()
    const form = {
      form: 'touch',
      contact: 'susan',
      touch: 'voicemail',
      on: '2026-10-02',
      words: 'About the meeting',
    }
    expect(await say(visitor, '/account/acme', form)).toMatchObject({ statusCode: 303 })
    expect((await facts('acme')).findLast(({ type }) => type === 'TouchpointLogged')).toMatchObject({
      at: '2026-10-02T11:00:00Z',
      channel: 'voicemail',
      outcome: 'left-message',
      summary: 'About the meeting',
      source: 'page',
      evidence: 'reported',
      by: lena,
    })
  })

  it.each([
    [
      { form: 'person', name: 'Piet Vos', role: 'hiring-manager', email: 'Piet@Acme.example', phone: '' },
      'ContactAdded',
    ],
    [
      { form: 'person', name: 'Ada Prinz', role: 'other', phone: '020 555 0188 x7', introducedBy: 'susan' },
      'ContactAdded',
    ],
    [{ form: 'meeting', with: 'susan', date: '2026-10-09', time: '10:30', title: 'Second try' }, 'MeetingBooked'],
    [{ form: 'meeting', with: 'susan', date: '2026-10-02', time: '16:00', title: 'Told too late' }, 'MeetingBooked'],
    [{ form: 'expectation', of: 'susan', amount: '3', unit: 'D' }, 'ExpectationSet'],
    [{ form: 'pause', until: '2026-11-30', why: 'Budget' }, 'EngagementPaused'],
    [{ form: 'close', closing: '', revisitOn: '2027-02-01' }, 'EngagementClosed'],
  ])('can be each of the things that people say: %j', async (form, type) => {
    const { visitor, facts } = await withAccounts()
    expect((await say(visitor, '/account/acme', form)).statusCode).toBe(303)
    expect((await facts('acme')).map(fact => fact.type)).toContain(type)
  })

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ form: 'touch', contact: 'susan', touch: 'met', on: '2026-10-06', words: 'x' }, 'That day lies ahead'],
    [{ form: 'touch', contact: 'somebody-else', touch: 'met', words: 'Kept' }, 'ontact'],
    [{ form: 'touch', contact: 'susan', touch: 'met', on: '0026-10-02', words: 'Two digits' }, 'Look at the year'],
    [{ form: 'touch', contact: 'susan', touch: 'met', words: 'x'.repeat(2001) }, '2,000 characters at most'],
    [{ form: 'person', name: ' ', role: 'hr', phone: '+31 20 555 0188' }, 'Name: this is missing'],
    [{ form: 'person', name: 'Kept', role: 'hr', phone: 'at the front desk' }, 'Number: write it in digits'],
    [{ form: 'person', name: 'Kept', role: 'hr', email: 'ada@', phone: '' }, 'Mail address: write a whole address'],
    [{ form: 'person', name: 'Kept', role: 'hr', introducedBy: 'nobody-here', phone: '' }, 'introducedBy'],
    [{ form: 'meeting', with: 'susan', date: '2026-08-31', time: '10:30', title: 'Kept' }, 'more than thirty days ago'],
    [{ form: 'meeting', with: 'susan', date: '2062-10-09', time: '10:30', title: 'Kept' }, 'Look at the year'],
    [{ form: 'expectation', of: 'susan', amount: '0', unit: 'W' }, 'Within: a whole number from 1 to 999'],
    [{ form: 'close', closing: 'Kept', revisitOn: '2206-02-01' }, 'Look at the year'],
    [{ form: 'pause', until: '2206-02-01', why: 'Kept' }, 'Look at the year'],
    [{ form: 'meeting', with: 'susan', date: '2026-02-30', time: '10:30', title: 'Kept' }, 'Day: this is missing'],
    [{ form: 'pause', until: '2026-10-05', why: 'Kept' }, 'has to lie ahead'],
  ])('comes back with what was typed and the field named: %j', async (form, says) => {
    const { visitor, facts } = await withAccounts()
    const before = await facts('acme')
    const page = await say(visitor, '/account/acme', form)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(says)
    const kept = form['words'] ?? form['phone'] ?? form['title'] ?? form['why'] ?? ''
    expect(page.body).toContain(kept)
    expect(page.body).toContain('<details open>')
    expect(await facts('acme')).toEqual(before)
  })

  it('is told with what a meeting is about, and with who introduced somebody', async () => {
    const { visitor } = await withAccounts()
    await say(visitor, '/account/acme', {
      ...{ form: 'meeting', with: 'susan', date: '2026-10-09', time: '10:30', title: 'The night shift' },
    })
    await say(visitor, '/account/acme', { form: 'person', name: 'Ada Prinz', role: 'other', introducedBy: 'susan' })
    const text = words((await visitor.get('/account/acme')).body)
    expect(text).toMatch(/A meeting on Friday 9 October at .{0,60} The night shift/)
    expect(text).toMatch(/Ada Prinz Introduced by Susan Reyes/)
  })

  it.each<Readonly<Record<string, string>>>([
    { form: 'touch', contact: 'susan', touch: 'they-rang', words: 'Wrong account' },
    { form: 'person', name: 'Piet Vos', role: 'other' },
    { form: 'meeting', with: 'susan', date: '2026-10-09', time: '10:30', title: 'Second try' },
    { form: 'expectation', of: 'susan', amount: '2', unit: 'W' },
    { form: 'pause', until: '2026-11-30', why: 'Budget' },
    { form: 'close', closing: 'Done here', revisitOn: '' },
    { form: 'windows', replyDays: '9' },
  ])('can be taken back for ten minutes, and the log keeps both: %j', async form => {
    const { visitor, facts } = await withAccounts()
    const standing = async () => {
      const { stage, windows, contacts, meetings, tasks, facts: told } = open(await facts('acme'))
      return { stage, windows, contacts, meetings, open: tasks.filter(({ settled }) => !settled), told: told.length }
    }
    const before = await standing()
    const { headers } = await say(visitor, '/account/acme', form)
    const there = headers?.['location'] ?? ''
    expect(await standing()).not.toEqual(before)
    const { body } = await visitor.get(there)
    expect(body).toContain('role="status"')
    const [, undo = ''] = /href="(\/undo\/[^"]+)"/.exec(body) ?? []
    expect((await visitor.get(there, { at: '2026-10-05T15:10:00Z' })).body).not.toContain('/undo/')
    const [, nonce = ''] = /name="nonce" value="([^"]+)"/.exec((await visitor.get(undo)).body) ?? []
    const log = (await facts('acme')).length
    expect((await visitor.post(undo, { form: { nonce } })).body).toContain('Taken back')
    expect((await facts('acme')).length).toBeGreaterThan(log)
    const after = await standing()
    expect({ ...after, told: 0 }).toEqual({ ...before, told: 0 })
    expect((await visitor.get(there)).body).not.toContain('/undo/')
  })

  it('is said once, however often the button was pressed', async () => {
    const { visitor, facts } = await withAccounts()
    const { body } = await visitor.get('/account/acme')
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
    const form = { proof: hidden('proof'), seen: hidden('seen'), form: 'person', name: 'Piet Vos', role: 'other' }
    await visitor.post('/account/acme', { form })
    await visitor.post('/account/acme', { form, at: '2026-10-05T15:00:02Z' })
    expect((await facts('acme')).filter(fact => fact.type === 'ContactAdded' && fact.name === 'Piet Vos')).toHaveLength(
      1,
    )
  })
})

describe('the windows of an account', () => {
  const fieldsOf = (body: string) =>
    Object.fromEntries(
      [...body.matchAll(/name="(\w+)" type="number" inputmode="numeric" min[^>]*value="(\d*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )

  it('are those of the settings page but for the firm’s alone, each with what holds where it is empty', async () => {
    const { visitor } = await withAccounts()
    const [settings, page] = [await visitor.get('/settings'), await visitor.get('/account/acme')]
    const names = Object.keys(fieldsOf(settings.body)).filter(name => name !== 'sameTextCompanies')
    expect(Object.keys(fieldsOf(page.body)).filter(name => name in fieldsOf(settings.body))).toEqual(names)
    for (const name of names) {
      const meaning = (body: string) => new RegExp(`<label for="${name}">([^<]+)`).exec(body)?.[1]
      expect(meaning(page.body), name).toBe(meaning(settings.body))
    }
    expect(words(page.body)).toContain('An offer is out days; your firm’s: 1')
  })

  it('are set one by one, shown again, told in the story, and cleared', async () => {
    const { visitor, facts, office } = await withAccounts()
    const wakeAt = async () =>
      (await office.world.views.engagementsOf(firm, lena)).find(({ engagement }) => engagement === 'acme')?.wakeAt
    const before = await wakeAt()
    expect(
      (await say(visitor, '/account/acme', { form: 'windows', introducerAfterDays: '9', offerDays: '' })).statusCode,
    ).toBe(303)
    expect((await facts('acme')).at(-1)).toMatchObject({
      type: 'PolicyOverridden',
      windows: { introducerAfterDays: 9 },
      source: 'page',
      by: lena,
    })
    expect(await wakeAt()).not.toBe(before)
    const { body } = await visitor.get('/account/acme')
    expect(fieldsOf(body)).toMatchObject({ introducerAfterDays: '9', offerDays: '' })
    expect(words(body)).toContain('has one window of silence of its own')
    await say(visitor, '/account/acme', { form: 'windows', introducerAfterDays: '' })
    expect((await facts('acme')).at(-1)).toMatchObject({ type: 'PolicyOverridden', windows: {} })
    expect(words((await visitor.get('/account/acme')).body)).toContain('goes by your firm’s windows of silence')
    expect(await wakeAt()).toBe(before)
  })

  it.each([
    [{ offerDays: '0', replyDays: '7' }, 'An offer is out: must be a whole number from 1 to 365.'],
    [{ attemptsPerApproach: 'two', replyDays: '7' }, 'must be a whole number from 1 to 5'],
    [{ shrinkAfterDigests: '9', askAfterDigests: '4', replyDays: '7' }, 'must not be more than 4'],
  ])('come back with what was typed and the field named: %j', async (typed, says) => {
    const { visitor, facts } = await withAccounts()
    const before = await facts('acme')
    const page = await say(visitor, '/account/acme', { form: 'windows', ...typed })
    expect(page.statusCode).toBe(422)
    expect(words(page.body)).toContain(says)
    expect(page.body).toContain('aria-invalid="true"')
    expect(fieldsOf(page.body)).toMatchObject({ replyDays: '7' })
    expect(await facts('acme')).toEqual(before)
  })
})
