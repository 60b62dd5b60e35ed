import ical from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Inside, signIn } from '../support/sign-in.ts'
import { type RunningStack, startStack } from '../support/stack.ts'

const MEI = 'mei.tanaka@tanakasearch.example'

let stack: RunningStack
let inside: Inside
beforeAll(async () => {
  stack = await startStack({ now: '2026-10-13T00:05:00Z', zone: 'Asia/Tokyo', owner: `Mei Tanaka <${MEI}>` })
  inside = await signIn(stack, MEI)
})
afterAll(() => stack?.stop())

const address = async (): Promise<string> =>
  /value="http[^"]*(\/calendar\/[^"]+)"/.exec(await inside.get('/settings'))?.[1] ?? expect.fail('no address is shown')

/** Views follow the log a moment later. */
const readAt = async (path: string): Promise<string> => {
  for (let tries = 0; tries < 50; tries++) {
    const answer = await stack.call(path)
    if (answer.status === 200) return answer.text()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return expect.fail('the feed never came')
}
const entriesIn = (text: string) =>
  Object.values(ical.sync.parseICS(text)).flatMap(entry => (entry?.type === 'VEVENT' ? [String(entry.summary)] : []))

describe('a calendar program far from the desk', () => {
  it('shows what is coming by the address that the settings gave, without a session, until it is removed', async () => {
    const opening = {
      client: { name: 'Kawa Seiki', domains: ['kawaseiki.example'] },
      title: 'Toolmaker',
      contacts: [{ name: 'Aiko Mori', role: 'hr' }],
    }
    const opened = await stack.api('/api/engagements', { method: 'POST', body: JSON.stringify(opening) })
    const { id, contacts } = (await opened.json()) as { id: string; contacts: { id: string }[] }
    const reminder = { command: 'NoteReminder', what: 'Send the drawings', due: '2026-10-20', contact: contacts[0]?.id }
    await stack.api(`/api/engagements/${id}/commands`, { method: 'POST', body: JSON.stringify(reminder) })
    await inside.press('/settings', '/settings/feed', { do: 'give' })
    const path = await address()
    const text = await readAt(path)
    expect(entriesIn(text)).toContain('Kawa Seiki: Send the drawings')
    expect(text).toContain('DTSTART;VALUE=DATE:20261020\r\nDTEND;VALUE=DATE:20261021\r\n')
    const head = await stack.call(path, { method: 'HEAD' })
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    })
    await inside.press('/settings', '/settings/feed', { do: 'remove', sure: 'yes' })
    expect((await stack.call(path)).status).toBe(404)
  })
})

describe('somebody who writes a program', () => {
  it.each(['/api-reference', '/api-reference/commands', '/api-reference/events', '/openapi.json', '/events.json'])(
    'reads %s without a token, whole or by its headers',
    async path => {
      const [whole, head] = [await stack.call(path), await stack.call(path, { method: 'HEAD' })]
      expect([whole.status, head.status]).toEqual([200, 200])
      expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'))
    },
  )
})
