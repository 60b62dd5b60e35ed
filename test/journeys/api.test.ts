import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Account, type Desk, openDesk } from './support/desk.ts'

/** Another program at the recruiter's side: an applicant tracking system that tells what it sees. */
describe('a program that uses the API', () => {
  let desk: Desk
  let account: Account
  const post = (path: string, body: unknown, key?: string) =>
    desk.stack.api(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: key ? { 'idempotency-key': key } : {},
    })
  const logged = async () => (await desk.stack.log()).length

  beforeAll(async () => {
    const recruiter = { name: 'Maeve Doran', address: 'maeve@doransearch.example', zone: 'Europe/Dublin', region: 'IE' }
    desk = await openDesk(recruiter, '2026-11-03')
    account = await desk.account({
      client: 'Tolka Instruments',
      domain: 'tolka.example',
      opening: 'Calibration engineer',
      contacts: [{ name: 'Niamh Burke', role: 'hr', email: 'niamh@tolka.example', phone: '+353 1 496 0123' }],
    })
  })
  afterAll(() => desk.stack.stop())

  it('reads what it may ask and what it is told without a token', async () => {
    const anybody = (path: string) => desk.stack.call(path).then(answer => answer.json())
    const api = (await anybody('/openapi.json')) as { openapi: string; paths: object; webhooks: object }
    expect(api.openapi).toBe('3.1.0')
    expect(Object.keys(api.paths)).toContain('/api/engagements/{id}/commands')
    const events = (await anybody('/events.json')) as { detailTypes: object }
    expect(Object.keys(events.detailTypes)).toEqual(Object.keys(api.webhooks))
  })

  it('is answered the same where it repeats a call under its key, and nothing is said twice', async () => {
    const rang = {
      command: 'LogTouchpoint',
      direction: 'outbound',
      channel: 'voicemail',
      outcome: 'left-message',
      contact: account.contact('Niamh Burke'),
      summary: 'About the calibration engineers',
    }
    const path = `/api/engagements/${account.id}/commands`
    const first = (await (await post(path, rang, 'call-4711')).json()) as { events: unknown[] }
    const events = await logged()
    expect(first.events).toHaveLength(1)
    expect(await (await post(path, rang, 'call-4711')).json()).toEqual(first)
    const opening = { client: { name: 'Liffey Optics' }, contacts: [{ name: 'Cian Roe' }] }
    const opened = await (await post('/api/engagements', opening, 'lead-9')).json()
    const afterOpening = await logged()
    expect(await (await post('/api/engagements', opening, 'lead-9')).json()).toEqual(opened)
    expect(await logged()).toBe(afterOpening)
    expect(afterOpening).toBeGreaterThan(events)
  })

  it('is refused where it says something else under a key that was used', async () => {
    const before = await logged()
    const note = { command: 'NoteReminder', what: 'Ask about the new line', due: '2026-12-01' }
    const path = `/api/engagements/${account.id}/commands`
    expect((await post(path, note, 'reminder-1')).status).toBe(200)
    const other = await post(path, { ...note, due: '2026-12-02' }, 'reminder-1')
    expect(other.status).toBe(409)
    expect(await other.json()).toMatchObject({
      code: 'idempotency-key-reused',
      errors: [{ field: 'idempotency-key' }],
    })
    expect(await logged()).toBe(before + 1)
  })

  it('settles a task on the day it names, once', async () => {
    await desk.notes(desk.day(0), '10:00', 'Spoke with Niamh Burke, she wants two CVs for the calibration role.')
    await desk.at(desk.day(2), '08:30')
    const { tasks } = (await (await desk.stack.api('/api/tasks')).json()) as { tasks: { id: string; play: string }[] }
    const task = tasks.find(({ play }) => play === 'set-expectations')
    if (!task) throw new Error('no task was raised')
    const path = `/api/tasks/${task.id}/outcome`
    const wrongDay = await post(path, { outcome: 'spoke', on: '2026-11-31' })
    expect(await wrongDay.json()).toMatchObject({ status: 400, errors: [{ field: 'on' }] })
    const spoke = { outcome: 'spoke', on: desk.day(1), words: 'Two days is fine with her', replyWithin: 'P2D' }
    const settled = (await (await post(path, spoke, 'done-1')).json()) as { events: { type: string; at: string }[] }
    expect(settled.events.map(({ type }) => type)).toContain('TaskSettled')
    expect(settled.events.every(({ at }) => Date.parse(at) === Date.parse(desk.instant(desk.day(1), '12:00')))).toBe(
      true,
    )
    expect(await (await post(path, spoke, 'done-1')).json()).toEqual(settled)
    expect((await post(path, spoke, 'done-2')).status).toBe(409)
  })
})
