import type { RunningStack } from './stack.ts'

/** A browser without a screen, at a running stack: it keeps its cookie, and sends forms with what they hide. */
export type Inside = {
  readonly get: (path: string) => Promise<string>
  readonly press: (path: string, action: string, form: Readonly<Record<string, string>>) => Promise<Response>
}

/** Asks for a link, and presses it. Throws where none is mailed or it lets nobody in. */
export const signIn = async ({ call, outbox }: RunningStack, address: string): Promise<Inside> => {
  await call('/sign-in', { method: 'POST', body: new URLSearchParams({ address }) })
  const mail = (await outbox()).findLast(({ headers }) => headers['x-relight-mail'] === 'sign-in')
  const link = new URL(/Sign in: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '').pathname
  const hidden = hiddenIn(await (await call(link)).text())
  const entered = await call(link, { method: 'POST', body: new URLSearchParams(hidden), redirect: 'manual' })
  const [cookie = ''] = entered.headers.getSetCookie().map(line => line.split(';')[0])
  if (cookie === '') throw new Error('the link let nobody in')
  const get = async (path: string) => (await call(path, { headers: { cookie } })).text()
  return {
    get,
    press: async (path, action, form) => {
      const body = new URLSearchParams({ ...hiddenIn(await get(path)), ...form })
      return call(action, { method: 'POST', headers: { cookie }, body, redirect: 'manual' })
    },
  }
}

const hiddenIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
