import { expect } from 'vitest'
import type { Mail } from '../../../infra/local/outbox.ts'
import type { RunningStack } from '../../support/stack.ts'

/** A browser without a screen: it keeps its cookie, and sends what a form hides. */
export type Browser = {
  readonly read: (path: string) => Promise<string>
  /** A field with several values is a list. */
  readonly press: (
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
    action?: string,
  ) => Promise<Response>
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

export const openBrowser = (stack: RunningStack): Browser => {
  let cookie = ''
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { ...(cookie ? { cookie } : {}), ...(init.body ? FORM : {}) }
    const response = await stack.call(path, { redirect: 'manual', ...init, headers })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response
  }
  const read = async (path: string): Promise<string> => (await ask(path)).text()
  return {
    read,
    press: async (path, fields = {}, action = path) => {
      const page = await read(path)
      const hidden = [...page.matchAll(/type="hidden" name="(proof|nonce)" value="([^"]*)"/g)]
      const body = new URLSearchParams(hidden.map(([, name = '', value = '']): [string, string] => [name, value]))
      for (const [name, value] of Object.entries(fields))
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
      return ask(action, { method: 'POST', body: body.toString() })
    },
  }
}

/** The last mail of a kind that went to an address. */
export const lastTo = async (stack: RunningStack, address: string, kind: string): Promise<Mail> => {
  const mail = (await stack.outbox()).findLast(
    ({ to, headers }) => to === address && headers['x-relight-mail'] === kind,
  )
  return mail ?? expect.fail(`no ${kind} was mailed to ${address}`)
}

/** The path of the link that stands in a mail after some words. */
export const linkIn = ({ text }: Mail, before: string): string => {
  const [, url = ''] = new RegExp(`${before}: (\\S+)`).exec(text) ?? []
  return new URL(url).pathname
}

/** Signs somebody in by the link that is mailed to them. */
export const signIn = async (stack: RunningStack, address: string): Promise<Browser> => {
  const browser = openBrowser(stack)
  await browser.press('/sign-in', { address })
  await browser.press(linkIn(await lastTo(stack, address, 'sign-in'), 'Sign in'))
  return browser
}
