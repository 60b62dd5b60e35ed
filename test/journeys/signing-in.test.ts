import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../pages/support/browser.ts'
import { type RunningStack, startStack } from '../support/stack.ts'

const LUCIA = 'lucia.ferri@ferripartners.example'

let stack: RunningStack
let browser: Browser
beforeAll(async () => {
  stack = await startStack({ now: '2026-10-13T07:05:00Z', zone: 'Europe/Rome', owner: `Lucia Ferri <${LUCIA}>` })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const linkInTheLastMail = async (): Promise<string> => {
  const mail = (await stack.outbox()).findLast(({ headers }) => headers['x-relight-mail'] === 'sign-in')
  return /Sign in: (\S+)/.exec(mail?.text ?? '')?.[1] ?? expect.fail('no link was mailed')
}

describe('signing in, in a browser, by a link in the mail', () => {
  it('lets the recruiter in once, and out everywhere', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(stack.url)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.getByLabel('Your mail address').fill(LUCIA)
    await page.getByRole('button').click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()

    const link = await linkInTheLastMail()
    // Programs that look at mail first follow its links, with a browser of their own or without.
    await fetch(link)
    await fetch(link, { method: 'HEAD' })
    const scanner = await (await browser.newContext()).newPage()
    await scanner.goto(link)
    expect((await stack.log()).map(({ type }) => type)).not.toContain('SignedIn')

    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await context.cookies()).toMatchObject([{ name: 'relight', httpOnly: true, sameSite: 'Lax' }])

    await scanner.getByRole('button', { name: 'Sign in' }).click()
    await scanner.getByRole('alert').waitFor()
    expect(await scanner.context().cookies()).toEqual([])

    await page.goto(`${stack.url}/sign-out`)
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('heading', { name: 'You are signed out everywhere' }).waitFor()
    await page.goto(stack.url)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    const types = (await stack.log()).map(({ type }) => type)
    expect(types.filter(type => /^Sign/.test(String(type)))).toEqual(['SignInAsked', 'SignedIn', 'SignedOutEverywhere'])
  })

  it('mails nobody whom it does not know, and says the same', async () => {
    const before = (await stack.outbox()).length
    const page = await browser.newPage()
    await page.goto(`${stack.url}/sign-in`)
    await page.getByLabel('Your mail address').fill('somebody.else@ferripartners.example')
    await page.getByRole('button').click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    expect((await stack.outbox()).length).toBe(before)
  })
})
