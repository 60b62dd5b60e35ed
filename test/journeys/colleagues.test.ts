import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../infra/local/outbox.ts'
import { lastTo, linkIn, openBrowser, signIn } from './support/browser.ts'
import { type Account, type Desk, openDesk } from './support/desk.ts'

/** Two recruiters of one firm, each with an account of the same client and of the same person there. */

const OWNER = { name: 'Tunde Bakare', address: 'tunde@bakarestaffing.example', zone: 'Europe/London', region: 'GB-ENG' }
const ISLA = { name: 'Isla Munro', address: 'isla@bakarestaffing.example', zone: 'Europe/London', region: 'GB-SCT' }
const MONDAY = '2026-10-05'
const WEDNESDAY = '2026-10-07'
const THURSDAY = '2026-10-08'
const FRIDAY = '2026-10-09'
const PERSON = { name: 'Farah Siddiqui', role: 'hr', email: 'farah.siddiqui@hr.pennine-dairies.example' }

let desk: Desk
let tundes: Account
let token: string
let islas: string
let farah: string

const asIsla = async (path: string, body?: object): Promise<Readonly<Record<string, unknown>>> => {
  const response = await desk.stack.call(`/api${path}`, {
    headers: { authorization: `Bearer ${token}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  expect(response.status).toBeLessThan(300)
  return (await response.json()) as Record<string, unknown>
}
const touch = (channel: string, outcome: string, contact: string) => ({
  command: 'LogTouchpoint',
  direction: 'outbound',
  channel,
  outcome,
  contact,
})
/** The owner's digest of a day, folded lines joined. */
const digestOf = async (date: string): Promise<string> => {
  await desk.morning(date)
  const mail: Mail = await lastTo(desk.stack, OWNER.address, 'digest')
  expect(mail.at).toBe(desk.instant(date, '07:00'))
  return mail.text.replaceAll(/\s+/g, ' ')
}
const openTo = async (address: string): Promise<readonly string[]> => {
  const { tasks } = (
    address === ISLA.address ? await asIsla('/tasks') : await (await desk.stack.api('/api/tasks')).json()
  ) as {
    tasks: { play: string }[]
  }
  return tasks.map(({ play }) => play)
}

beforeAll(async () => {
  desk = await openDesk(OWNER, MONDAY)
  await desk.at(MONDAY, '08:30')
  const owner = await signIn(desk.stack, OWNER.address)
  await owner.press('/team/invite', ISLA)
  await openBrowser(desk.stack).press(linkIn(await lastTo(desk.stack, ISLA.address, 'invitation'), 'join'))
  await desk.at(MONDAY, '08:45')
  const isla = await signIn(desk.stack, ISLA.address)
  await isla.press('/settings', { ...DAYS, phone: '0131 496 0188' }, '/settings/days')
  const made = await (await isla.press('/settings', {}, '/settings/tokens')).text()
  token = /value="([\w-]{32})"/.exec(made)?.[1] ?? expect.fail('no token was made')

  const opened = await asIsla('/engagements', {
    client: { name: 'Pennine Dairies', domains: ['pennine-dairies.example'] },
    title: 'Shift manager',
    contacts: [{ name: PERSON.name, role: PERSON.role, emails: [PERSON.email] }],
  })
  islas = String(opened['id'])
  farah = (opened['contacts'] as { id: string }[])[0]?.id ?? ''
  await desk.at(MONDAY, '10:00')
  await asIsla(`/engagements/${islas}/commands`, touch('call', 'reached', farah))
  await desk.at(WEDNESDAY, '09:00')
  tundes = await desk.account({
    client: 'Pennine',
    domain: 'www.pennine-dairies.example',
    opening: 'Quality lead',
    contacts: [PERSON],
  })
  await tundes.say(touch('call', 'reached', tundes.contact(PERSON.name)))
})
afterAll(() => desk?.stack.stop())

const DAYS = { zone: ISLA.zone, region: 'none', digestAt: '07:00', workingDays: ['1', '2', '3', '4', '5'], daysOff: '' }

describe('two recruiters with one person', () => {
  it('are told apart: the one with the task goes on, and the other is told to speak to her, with her number', async () => {
    await desk.morning(THURSDAY)
    expect(await openTo(ISLA.address)).toContain('call-and-write')
    const text = await digestOf(FRIDAY)
    expect(await openTo(OWNER.address)).toEqual(['speak-to-a-colleague'])
    expect(text).toContain('Speak to a colleague first.')
    expect(text).toMatch(/Isla Munro has had this open since \w+ \d October: to call Farah, then write/)
    expect(text).toContain('0131 496 0188')
    expect(await openTo(ISLA.address)).toContain('call-and-write')
  })

  it('are free of each other when hers is settled, and what she did is named', async () => {
    await desk.at(FRIDAY, '11:00')
    for (const [channel, outcome] of [
      ['voicemail', 'left-message'],
      ['email', 'sent'],
    ] as const)
      await asIsla(`/engagements/${islas}/commands`, touch(channel, outcome, farah))
    const { tasks } = (await asIsla('/tasks')) as { tasks: { id: string; play: string }[] }
    for (const { id, play } of tasks)
      if (play === 'set-expectations') await asIsla(`/tasks/${id}/outcome`, { outcome: 'let-go' })
    const text = await digestOf('2026-10-12')
    expect(await openTo(OWNER.address)).toContain('call-and-write')
    expect(text).toContain('Isla Munro wrote to Farah by email on Friday 9 October.')
  })
})
