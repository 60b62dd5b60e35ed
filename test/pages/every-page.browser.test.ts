import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLACES } from '../../functions/pages/places.ts'
import { openTasks } from '../../shared/domain/engagement/state.ts'
import { FirmEvent, InvitationId } from '../../shared/domain/firm.ts'
import { ALREADY_DID } from '../../shared/domain/plays/outcomes.ts'
import { EngagementId, FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { firmStream } from '../../shared/log/streams.ts'
import { type Link, linkAddress } from '../../shared/runtime/links.ts'
import { acmeOwned, birchAndVale } from '../domain/support/stories.ts'
import { openBrowser } from './support/browser.ts'
import { linkIn, type Office, openOffice, SECRET } from './support/office.ts'
import { type Served, servePages } from './support/serve.ts'

const ADDRESS = 'lena.park@parksearch.example'
const NOW = '2026-10-05T15:00:00Z'
const firm = FirmId.parse('park')
const recruiter = RecruiterId.parse('lena')
const INVITATION = InvitationId.parse('a1')

let browser: Browser
let office: Office
let served: Served
let inside: BrowserContext
let outside: BrowserContext
/** The path of a task's outcome, by account and word. */
let outcome: (id: string, word: string) => Promise<string>

const signed = (link: Link): Promise<string> => linkAddress('', SECRET, link, NOW)

beforeAll(async () => {
  office = await openOffice()
  await office.join('park', 'lena', 'Lena Park', ADDRESS)
  await office.admit('park', 'omar', 'Omar Said', 'omar.said@parksearch.example')
  await office.append(firmStream(firm), [
    FirmEvent.parse({
      ...{ type: 'RecruiterInvited', invitation: INVITATION, recruiter: 'noor', name: 'Noor Idris', region: 'none' },
      ...{ address: 'noor@parksearch.example', zone: 'Europe/Lisbon' },
      ...{ at: NOW, recordedAt: NOW, by: 'lena', source: 'page', command: 'invite' },
    }),
  ])
  const tasks = new Map<string, Link & { kind: 'do' }>()
  for (const [id, story] of Object.entries({ acme: acmeOwned, birch: birchAndVale })) {
    const account = story()
    account.morning('2026-10-05')
    const engagement = EngagementId.parse(id)
    await office.keep('park', 'lena', id, `${id} and daughters`, account)
    const [task] = openTasks(account.state())
    if (!task) throw new Error('nothing is due')
    tasks.set(id, { kind: 'do', firm, recruiter, engagement, task: task.id, word: '' })
  }
  outcome = async (id, word) => signed({ ...(tasks.get(id) ?? expect.fail(`no ${id}`)), word })
  served = await servePages(url => ({ ...office.world, publicUrl: url }), NOW)
  browser = await openBrowser()
  outside = await browser.newContext()
  inside = await browser.newContext()
  const page = await inside.newPage()
  await page.goto(`${served.url}/sign-in`)
  await page.getByLabel('Your mail address').fill(ADDRESS)
  await page.getByRole('button').click()
  await page.goto(linkIn(office.mails.at(-1)))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${served.url}/`)
  await page.close()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** Ways to bring up each page, in each of its states. */
const outsidePages: Record<string, (page: Page) => Promise<unknown>> = {
  'sign in': page => page.goto(`${served.url}/sign-in`),
  'sign in, with a mistake': async page => {
    await page.goto(`${served.url}/sign-in`)
    await page.getByLabel('Your mail address').fill('lena@localhost')
    await page.getByRole('button').click()
  },
  'sign in, mailed': async page => {
    await page.goto(`${served.url}/sign-in`)
    await page.getByLabel('Your mail address').fill('somebody@parksearch.example')
    await page.getByRole('button').click()
  },
  'an outcome': async page => page.goto(served.url + (await outcome('acme', 'voicemail'))),
  'a talk after a silence': async page => page.goto(served.url + (await outcome('acme', 'spoke'))),
  'already did': async page => page.goto(served.url + (await outcome('birch', ALREADY_DID))),
  'already did, with mistakes': async page => {
    await page.goto(served.url + (await outcome('birch', ALREADY_DID)))
    await page.getByLabel('What was said').fill('Ask again in spring.')
    await page.getByRole('button').click()
  },
  'a link that is no good': async page => page.goto(`${served.url}/do/x`),
  'stop the mail': async page => page.goto(served.url + (await signed({ kind: 'unsubscribe', firm, recruiter }))),
  'an invitation': async page => {
    const noor = RecruiterId.parse('noor')
    await page.goto(served.url + (await signed({ kind: 'join', firm, recruiter: noor, invitation: INVITATION })))
  },
  'nothing here': page => page.goto(`${served.url}/nowhere`),
}

/** Pages below those places, and the ways that they can be. */
const BELOW = [
  '/account/acme',
  '/account/birch',
  '/board?client=none&show=closed',
  '/hand-over/acme',
  '/team/invite',
  '/team/never-log',
  '/team/lena',
  '/team/omar',
]

const SIZES = [
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
  { width: 1280, height: 800, colorScheme: 'light' },
] as const

const findings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const found = (await page.evaluate('axe.run()')) as AxeResults
  expect(found.passes.length).toBeGreaterThan(8)
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const widerThanTheScreen = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth') as Promise<boolean>

const holds = async (context: BrowserContext, open: (page: Page) => Promise<unknown>): Promise<void> => {
  const page = await context.newPage()
  try {
    const refused: string[] = []
    page.on('console', message => {
      if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text())
    })
    await open(page)
    for (const { width, height, colorScheme } of SIZES) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      expect(await findings(page)).toEqual([])
      expect(await widerThanTheScreen(page)).toBe(false)
    }
    expect(refused).toEqual([])
    expect(Buffer.byteLength(await page.content())).toBeLessThan(60 * 1024)
  } finally {
    await page.close()
  }
}

describe('every page can be used by everybody, on a phone and a desk, by day and by night', () => {
  it.each(Object.keys(outsidePages))('without a session: %s', name =>
    holds(outside, page => (outsidePages[name] ?? expect.fail())(page)),
  )

  it.each([...PLACES.map(({ path }) => path), ...BELOW])('signed in: %s', path =>
    holds(inside, page => page.goto(served.url + path)),
  )
})

describe('every page', () => {
  it('tells the browser to load nothing, keep nothing and pass nothing on', async () => {
    const page = await inside.newPage()
    for (const path of [
      ...PLACES.map(({ path }) => path),
      '/sign-in',
      '/nowhere',
      await outcome('acme', 'voicemail'),
    ]) {
      const headers = (await page.goto(served.url + path))?.headers() ?? {}
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/)
      expect(headers['content-security-policy']).not.toContain('unsafe-inline')
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
    }
    await page.close()
  })

  it('comes in one round trip: the page is all there is to fetch', async () => {
    const page = await inside.newPage()
    const fetched: string[] = []
    page.on('request', request => fetched.push(request.url()))
    for (const path of [
      ...PLACES.map(place => place.path),
      '/account/acme',
      '/sign-in',
      await outcome('acme', 'spoke'),
    ]) {
      await page.goto(served.url + path)
      expect(fetched.splice(0).filter(url => !url.endsWith('/favicon.ico'))).toEqual([served.url + path])
    }
    await page.close()
  })

  it('is as good without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(served.url + (await outcome('birch', ALREADY_DID)))
    await page.getByRole('button', { name: 'Record it' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Choose what you did first.')
    await context.close()
  })
})

describe('the keyboard alone', () => {
  it('reaches the content at once, records an outcome, and takes it back', async () => {
    const page = await outside.newPage()
    await page.goto(served.url + (await outcome('acme', ALREADY_DID)))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await page.getByLabel('Left the message').isChecked()).toBe(true)
    await tabTo(page, 'words')
    await page.keyboard.type('The assistant promised to pass it on.')
    await tabTo(page, 'Record it')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Recorded' }).waitFor()
    expect(await page.getByRole('list').textContent()).toContain('A voicemail left for')
    await tabTo(page, 'That was wrong; take it back')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Take it back' }).waitFor()
    await tabTo(page, 'Take it back')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Taken back' }).waitFor()
    await page.close()
  })

  it('lands on what is wrong', async () => {
    const page = await outside.newPage()
    await page.goto(served.url + (await outcome('birch', ALREADY_DID)))
    await tabTo(page, 'Record it')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert')
    await page.close()
  })
})

const MOST_TABS = 40

/** Tabs on to a field by its name, or a link or button by its words. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let n = 0; n < MOST_TABS; n++) {
    const here = await page.evaluate('[document.activeElement.name, document.activeElement.textContent.trim()]')
    if ((here as string[]).includes(name)) return
    await page.keyboard.press('Tab')
  }
  expect.fail(`no tab leads to ${name}`)
}
