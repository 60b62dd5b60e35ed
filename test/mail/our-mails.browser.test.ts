import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../pages/support/browser.ts'
import { everyMail } from '../support/mail/every-mail.ts'

/** Every mail of ours on the smallest telephone, with images blocked, by day and by night. */

const all = Object.entries(await everyMail()).flatMap(([kind, mails]) =>
  mails.map(({ html }, index) => ({ name: `${kind} ${index + 1}`, html })),
)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
})

/** A mail program gives the landmarks and the first heading, and shows a mail within them. */
const RULES = {
  rules: {
    region: { enabled: false },
    'landmark-one-main': { enabled: false },
    'page-has-heading-one': { enabled: false },
  },
}

const shown = async (html: string, look: (page: Page) => Promise<void>): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 320, height: 568 } })
  const page = await context.newPage()
  const asked: string[] = []
  await page.route('**/*', route => {
    asked.push(route.request().url())
    return route.abort()
  })
  await page.setContent(html)
  await look(page)
  expect(asked).toEqual([])
  await context.close()
}

/** Links that are lower than a thumb, by their words. */
const LOW_LINKS = `[...document.querySelectorAll('a')]
  .filter(link => link.getBoundingClientRect().height < 44).map(link => link.textContent)`

/** Words smaller than 14 px; the signs of a drawing are no words. */
const SMALL_WORDS = `(() => {
  const small = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/[a-z0-9]/i.test(node.data) && parseFloat(getComputedStyle(node.parentElement).fontSize) < 14) small.push(node.data)
  return small
})()`

describe.each(all)('$name', ({ html }) => {
  it('fits a screen of 320 px, with words of 14 px and links of 44 px at least', () =>
    shown(html, async page => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      expect(await page.evaluate(LOW_LINKS)).toEqual([])
      expect(await page.evaluate(SMALL_WORDS)).toEqual([])
    }))

  it.each(['light', 'dark'] as const)('can be read by everybody, where it is %s', colorScheme =>
    shown(html, async page => {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(axe.source)
      const { violations, passes } = (await page.evaluate(`axe.run(${JSON.stringify(RULES)})`)) as AxeResults
      expect(passes.length).toBeGreaterThan(5)
      expect(violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))).toEqual([])
    }),
  )
})

/** A mail without what Outlook for Windows takes away: the style sheet, room beside cells, layout, corners. */
const asOutlookKeeps = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<([a-z]\w*)([^>]*) style="([^"]*)"/g, (_, tag, rest, style) => {
      const kept = String(style)
        .split(';')
        .filter(each => !/^(table-layout|border-radius|max-height|overflow|word-break|display:(?!none))/.test(each))
        .filter(each => tag === 'td' || !each.startsWith('padding'))
        .filter(each => tag === 'table' || !each.startsWith('max-width'))
        .map(each => each.replace('mso-padding-alt', 'padding'))
      return `<${tag}${rest} style="${kept.join(';')}"`
    })

describe('a digest as Outlook for Windows keeps it', () => {
  const html = asOutlookKeeps(all.find(({ name }) => name === 'digest 1')?.html ?? '')

  it('has buttons with room in them', () =>
    shown(html, async page => {
      const buttons = await page.locator('td.button').all()
      expect(buttons.length).toBeGreaterThan(20)
      for (const button of buttons) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }))

  it('has pictures with a column for every day, each as wide as the next', () =>
    shown(html, async page => {
      await page.setViewportSize({ width: 700, height: 800 })
      for (const picture of await page.getByRole('img').all()) {
        const columns = await picture.locator('tr').first().locator('td[bgcolor]').all()
        const widths = await Promise.all(columns.map(async column => (await column.boundingBox())?.width ?? 0))
        expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(2)
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(10)
      }
    }))
})

describe('the picture of a silence', () => {
  it('stands without any image: a row for each side, its cells filled, as wide as the screen lets it', () =>
    shown(all.find(({ name }) => name === 'digest 1')?.html ?? '', async page => {
      const pictures = page.getByRole('img')
      expect(await pictures.count()).toBeGreaterThan(2)
      for (const picture of await pictures.all()) {
        const box = await picture.boundingBox()
        expect(box?.height).toBeGreaterThanOrEqual(40)
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
        const cells = picture.locator('td[bgcolor]')
        for (const cell of [cells.first(), cells.last()])
          expect((await cell.boundingBox())?.width).toBeGreaterThanOrEqual(8)
      }
    }))
})
