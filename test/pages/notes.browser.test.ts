import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkAddress } from '../../shared/runtime/links.ts'
import { firm, openOffice, recruiter, secret } from '../functions/support/office.ts'
import { openBrowser } from './support/browser.ts'
import { linkIn } from './support/office.ts'
import { type Served, servePages } from './support/serve.ts'
import { pagesWorld } from './support/world.ts'

const MONDAY = '2026-09-14T15:00:00Z'
const NOW = '2026-09-15T14:00:00.000Z'

let browser: Browser
let served: Served
let page: Page
const paths: Record<string, string> = {}

beforeAll(async () => {
  const office = await openOffice({
    Brightwater: [{ name: 'Tanya Brook', email: 'tanya.brook@brightwater.example' }],
    'Fenwick Tools': [{ name: 'Tanya Osei' }, { name: 'Ivo Marsh' }],
  })
  const told = await office.tells(`Spoke with Ivo. ${'A-word-without-an-end'.repeat(12)}. The fee is agreed.`, MONDAY)
  const asked = await office.tells('Spoke with Tanya.', MONDAY)
  const mails: Parameters<typeof pagesWorld>[2] = []
  const { log, views, fetch } = office
  served = await servePages(url => ({ ...pagesWorld(log, secret, mails), log, views, fetch, publicUrl: url }), NOW)
  paths['all of them'] = '/notes'
  paths['one'] = `/notes/${told.id}`
  paths['one to put right'] = `/notes/${told.id}?fix=${told.commands[0]?.id}`
  paths['one with a question'] = `/notes/${asked.id}`
  paths['one by its link'] = await linkAddress(
    '',
    secret,
    { kind: 'note', firm, recruiter, note: asked.id ?? expect.fail() },
    MONDAY,
  )
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
  await page.goto(`${served.url}/sign-in`)
  await page.getByLabel('Your mail address').fill('mara@vosstalent.example')
  await page.getByRole('button').click()
  await page.goto(linkIn(mails.at(-1)))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${served.url}/`)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

describe('the pages of notes, on a phone', () => {
  it.each(['all of them', 'one', 'one to put right', 'one with a question', 'one by its link'])(
    'can be used by everybody and fit: %s',
    async name => {
      await page.goto(`${served.url}${paths[name]}`)
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run()')) as AxeResults
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    },
  )

  it('put a wrong reading right by the keyboard alone', async () => {
    await page.goto(`${served.url}${paths['one to put right']}`)
    await page.getByLabel('With whom').focus()
    await page.keyboard.type('Tanya O')
    await page.keyboard.press('Tab')
    await page.keyboard.type('I left')
    for (let tabs = 0; tabs < 8; tabs++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate('document.activeElement.textContent')) === 'Put it right') break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(`${served.url}${paths['one']}`)
    expect(await page.getByText('A voicemail left for Tanya Osei').count()).toBe(1)
    expect(await page.getByText('taken back').count()).toBe(1)
  })
})
