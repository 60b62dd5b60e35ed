import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acmeOwned, birchAndVale } from '../domain/support/stories.ts'
import { openBrowser } from './support/browser.ts'
import { linkIn, openOffice } from './support/office.ts'
import { type Served, servePages } from './support/serve.ts'

/** The board and an account where no script runs: their filters, their drawings on a telephone, and both on paper. */

const ADDRESS = 'ines.marchetti@marchetti.example'

let browser: Browser
let served: Served
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const office = await openOffice()
  await office.join('marchetti', 'ines', 'Ines Marchetti', ADDRESS)
  for (const [id, client, story] of [
    ['owned', 'Lindqvist Foundry', acmeOwned()],
    ['tense', 'Osei & Daughters', birchAndVale()],
  ] as const) {
    story.morning('2026-10-05')
    await office.keep('marchetti', 'ines', id, client, story)
  }
  served = await servePages(url => ({ ...office.world, publicUrl: url }), '2026-10-05T15:00:00Z')
  browser = await openBrowser()
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  page = await context.newPage()
  await page.goto(`${served.url}/sign-in`)
  await page.getByLabel('Your mail address').fill(ADDRESS)
  await page.getByRole('button').click()
  await page.goto(linkIn(office.mails.at(-1)))
  await page.getByRole('button', { name: 'Sign in' }).click()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** What the browser made of a style, under its name in scripts. */
const styled = (element: Locator, name: string): Promise<string> =>
  element.evaluate((each, style) => getComputedStyle(each)[style] ?? '', name)
/** The browser's, where this runs. */
declare const getComputedStyle: (element: unknown) => Readonly<Record<string, string>>

const clients = () => page.getByRole('heading', { level: 2 }).allTextContents()

describe('the filters of the board', () => {
  it('work by a form alone, and still say what was asked for when the page is back', async () => {
    await page.goto(`${served.url}/board`)
    expect(await clients()).toEqual(['Lindqvist Foundry', 'Osei & Daughters'])
    await page.getByLabel('Client').fill('osei')
    await page.getByLabel('Accounts').selectOption('Mine to move')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await clients()).toEqual(['Osei & Daughters'])
    expect(await page.getByLabel('Client').inputValue()).toBe('osei')
    expect(await page.getByLabel('Accounts').inputValue()).toBe('ours')
    await page.getByLabel('Accounts').selectOption('Closed')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await clients()).toEqual([])
    await page.getByRole('link', { name: 'See all of yours that are open' }).click()
    expect(await clients()).toHaveLength(2)
  })
})

describe.each(['/board', '/account/owned', '/account/tense'])('%s', path => {
  it('draws its accounts on a telephone with words of 14 px', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(served.url + path)
    for (const drawing of await page.locator('svg.timeline').all()) {
      const box = await drawing.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
      const shrunk = (box?.width ?? 0) / 360
      for (const word of await drawing.locator('text').all()) {
        const size = await styled(word, 'fontSize')
        expect(Number.parseFloat(size) * shrunk).toBeGreaterThanOrEqual(14)
      }
    }
    expect(await page.locator('svg.timeline').count()).toBeGreaterThan(0)
  })

  it('is on paper what is to be read and nothing to be pressed, dark on white', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.goto(served.url + path)
    for (const kind of ['nav', 'form', 'button', 'summary', '.button', '.skip'])
      for (const each of await page.locator(kind).all()) expect(await each.isVisible(), kind).toBe(false)
    const body = page.locator('body')
    expect(await styled(body, 'backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await styled(body, 'color')).toBe('rgb(32, 39, 44)')
    expect(await page.locator('svg.timeline').first().isVisible()).toBe(true)
    for (const link of await page.locator('main a:visible').all())
      expect(await styled(link, 'textDecorationLine')).toBe('underline')
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  })
})
