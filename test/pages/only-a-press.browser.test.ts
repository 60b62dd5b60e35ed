import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLACES } from '../../functions/pages/places.ts'
import { openBrowser } from './support/browser.ts'
import { crawl } from './support/crawl.ts'
import { stored } from './support/known.ts'
import { visitorOf } from './support/office.ts'
import { type Served, servePages } from './support/serve.ts'
import { NOON, openTown, ruth, sessionOf, type Town } from './support/town.ts'
import { mailedLinks } from './support/walk.ts'

let town: Town
let served: Served
let browser: Browser

beforeAll(async () => {
  town = await openTown()
  served = await servePages(url => ({ ...town.world, publicUrl: url }), NOON)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

it('a browser that opens every link of every mail, and every page behind them, changes nothing by it', async () => {
  const inside = await sessionOf(town, ruth)
  const links = mailedLinks(town, ruth)
  const outside = await crawl(visitorOf(town, NOON), links)
  const pages = await crawl(inside, [...links, ...PLACES.map(({ path }) => path)])
  const before = await stored(town, town.streams())
  const mails = town.mails.length

  const context = await browser.newContext()
  await context.addCookies([
    { name: 'relight', value: inside.cookies.get('__Host-relight') ?? '', url: served.url, httpOnly: true },
  ])
  for (const [scanner, paths] of [
    [await browser.newContext(), outside.pages.keys()],
    [context, pages.pages.keys()],
  ] as const) {
    const page = await scanner.newPage()
    for (const path of paths) {
      const answer = await page.goto(served.url + path)
      expect(answer?.status(), path).toBeLessThan(500)
      // Scanners that run scripts do so with everything that a page has on it.
      await page.evaluate("document.querySelectorAll('details, input, select').forEach(each => each.focus())")
    }
    await page.close()
  }
  expect(await (await context.newPage()).goto(served.url).then(answer => answer?.url())).toBe(`${served.url}/`)
  expect(await stored(town, town.streams())).toBe(before)
  expect(town.mails.length).toBe(mails)
}, 180_000)
