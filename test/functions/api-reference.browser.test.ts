import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESCRIPTIONS } from '../../functions/api/answer.ts'
import { REFERENCE } from '../../functions/api/reference/reference.ts'
import { openBrowser } from '../pages/support/browser.ts'

const HOST = 'https://relight.example'
let browser: Browser
let page: Page
const refused: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('console', message => {
    if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text())
  })
  await page.route('**/*', route => {
    const answer = DESCRIPTIONS[new URL(route.request().url()).pathname]?.()
    return route.fulfill(
      answer ? { status: answer.statusCode, headers: { ...answer.headers }, body: answer.body } : { status: 404 },
    )
  })
}, 60_000)
afterAll(() => browser?.close())

describe('the pages to read the API by', () => {
  it.each(Object.keys(REFERENCE))(
    'can be read by everybody, on a phone and a desk, by day and by night: %s',
    async path => {
      await page.goto(HOST + path)
      await page.evaluate(axe.source)
      for (const width of [360, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults
          expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
          expect(passes.length).toBeGreaterThan(8)
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        }
      expect(refused).toEqual([])
    },
  )

  it('open what is folded away by the keyboard alone', async () => {
    await page.goto(`${HOST}/api-reference/events`)
    const schema = page.locator('details').first()
    await schema.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await schema.locator('pre').isVisible()).toBe(true)
    expect(await schema.locator('pre').textContent()).toContain(
      '"$schema": "https://json-schema.org/draft/2020-12/schema"',
    )
  })
})
