import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../infra/local/outbox.ts'
import { type Browser, lastTo, linkIn, openBrowser, signIn } from './support/browser.ts'
import { type Account, type Desk, openDesk } from './support/desk.ts'

/** Two recruiters: one founds the firm, invites the other by mail, and hands an account over to her. */

const OWNER = {
  name: 'Marguerite Osei',
  address: 'marguerite@oseipartners.example',
  zone: 'Europe/Paris',
  region: 'FR',
}
const LENKA = 'lenka@oseipartners.example'
const MONDAY = '2026-10-05'
const TUESDAY = '2026-10-06'
const WEDNESDAY = '2026-10-07'
const THURSDAY = '2026-10-08'

let desk: Desk
let account: Account
let owner: Browser
let lenka: Browser

const joinLink = async (): Promise<string> => linkIn(await lastTo(desk.stack, LENKA, 'invitation'), 'join')

type Listed = { readonly email: string; readonly zone: string; readonly inbound: string; readonly firm: string }
const recruiters = async (): Promise<readonly Listed[]> =>
  ((await (await desk.stack.call('/_local/status')).json()) as { recruiters: Listed[] }).recruiters

const digestsTo = async (address: string, day: string): Promise<readonly Mail[]> =>
  (await desk.stack.outbox()).filter(
    ({ to, at, headers }) => to === address && headers['x-relight-mail'] === 'digest' && at.startsWith(day),
  )
const flat = (mail: Mail | undefined): string => (mail?.text ?? '').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  desk = await openDesk(OWNER, MONDAY)
  account = await desk.account({
    client: 'Varga Instruments',
    domain: 'varga.example',
    opening: 'Optics engineer',
    contacts: [{ name: 'Zsofia Varga', role: 'hr', email: 'zsofia@varga.example', phone: '+36 1 555 0133' }],
  })
  await desk.at(MONDAY, '09:30')
  const contact = account.contact('Zsofia Varga')
  const talk = { command: 'LogTouchpoint', direction: 'inbound', channel: 'call', outcome: 'reached' }
  await account.say({ ...talk, contact, summary: 'Wants to see people in two weeks' })
  const booked = await account.say({
    command: 'BookMeeting',
    title: 'About the optics engineer',
    startsAt: desk.instant(MONDAY, '14:00'),
    endsAt: desk.instant(MONDAY, '14:30'),
    contacts: [contact],
  })
  const { events } = (await booked.json()) as { events: { meeting?: string }[] }
  await desk.at(MONDAY, '15:00')
  const meeting = events.find(event => event.meeting)?.meeting
  await account.say({ command: 'RecordMeetingMissed', meeting, missedBy: 'client', contact })
})
afterAll(() => desk?.stack.stop())

describe('a second recruiter', () => {
  it('is invited by the owner, and joins by a press and not by a program that follows links', async () => {
    expect((await desk.morning(TUESDAY))?.text).toContain('1. Zsofia Varga')
    owner = await signIn(desk.stack, OWNER.address)
    const invited = await owner.press('/team/invite', {
      name: 'Lenka Dvořák',
      address: LENKA,
      zone: 'Europe/Prague',
      region: 'CZ',
    })
    expect(invited.headers.get('location')).toBe('/team?saved=invited')
    const link = await joinLink()
    await fetch(`${desk.stack.url}${link}`)
    await fetch(`${desk.stack.url}${link}`, { method: 'HEAD' })
    await fetch(`${desk.stack.url}${link}`, { method: 'POST' })
    expect(await recruiters()).toHaveLength(1)
    const joined = await openBrowser(desk.stack).press(link)
    expect(joined.status).toBe(200)
    const all = await recruiters()
    expect(all).toMatchObject([{ email: OWNER.address }, { email: LENKA, zone: 'Europe/Prague' }])
    expect((await lastTo(desk.stack, LENKA, 'welcome')).headers['reply-to']).toContain(all[1]?.inbound)
    expect(await joined.text()).toContain(all[1]?.inbound)
    lenka = await signIn(desk.stack, LENKA)
  })

  it('is handed an account, which is hers with its whole story and no longer the giver’s', async () => {
    const before = (await (await desk.stack.api(`/api/engagements/${account.id}`)).json()) as { history: object[] }
    const [to = ''] = /value="(\w+)">Lenka/.exec(await owner.read(`/hand-over/${account.id}`))?.slice(1) ?? []
    const page = await owner.press(`/hand-over/${account.id}`, { account: account.id, to, sure: 'yes' })
    expect(await page.text()).toContain('Varga Instruments is Lenka Dvořák’s now')
    expect((await desk.stack.api(`/api/engagements/${account.id}`)).status).toBe(404)
    expect(await (await desk.stack.api('/api/engagements')).json()).toEqual({ engagements: [] })
    expect(await (await desk.stack.api('/api/tasks')).json()).toMatchObject({ tasks: [] })
    const made = await (await lenka.press('/settings', {}, '/settings/tokens')).text()
    const [, token = ''] = /value="([\w-]{32})"/.exec(made) ?? []
    await desk.at(TUESDAY, '11:00')
    const hers = await desk.stack.call(`/api/engagements/${account.id}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { history, stage } = (await hers.json()) as { history: object[]; stage: string }
    expect(stage).toBe('open')
    expect(history.slice(0, before.history.length)).toMatchObject(before.history)
    const calls = (await (await desk.stack.call('/_local/calls')).json()) as { function: string }[]
    expect(new Set(calls.map(call => call.function))).toContain('hand-over')
    expect(await lenka.read('/board')).toContain('Varga Instruments')
    expect(await owner.read('/board')).not.toContain('Varga Instruments')
  })

  it('finds the task in her next morning’s mail, at her own hour, and the giver does not', async () => {
    await desk.at(WEDNESDAY, '07:20')
    const [mail, ...others] = await digestsTo(LENKA, WEDNESDAY)
    expect(others).toEqual([])
    expect(mail?.text).toContain('1. Zsofia Varga')
    expect(mail?.text).toContain('+36 1 555 0133')
    expect(flat(mail)).toContain('Marguerite Osei’s account Varga Instruments is yours now')
    expect(await digestsTo(OWNER.address, WEDNESDAY)).toEqual([])
  })

  it('tells Relight what she did by answering, and her notes find the people of the account', async () => {
    const [mail] = await digestsTo(LENKA, WEDNESDAY)
    const inbound = (await recruiters())[1]?.inbound ?? ''
    await desk.at(WEDNESDAY, '11:00')
    const send = (to: string, words: string, id: string) =>
      desk.stack.inbox(
        [
          `From: Lenka Dvorak <${LENKA}>`,
          `To: ${to}`,
          `Message-ID: <${id}@oseipartners.example>`,
          `Date: ${new Date(desk.instant(WEDNESDAY, '11:00')).toUTCString()}`,
          'Subject: note',
          '',
          words,
        ].join('\r\n'),
        { to: to.replace(/^.*<|>.*$/g, '') },
      )
    await send(mail?.headers['reply-to'] ?? '', '1 voicemail', 'one')
    await send(inbound, 'Wrote Zsofia an email as well.', 'two')
    const hers = (await desk.history()).filter(({ stream }) => stream.endsWith(account.id))
    const eleven = Date.parse(desk.instant(WEDNESDAY, '11:00'))
    const mine = hers.filter(event => Date.parse(String(event['recordedAt'])) === eleven)
    expect(mine.map(event => [event['channel'], event['contactName']])).toEqual(
      expect.arrayContaining([
        ['voicemail', 'Zsofia Varga'],
        ['email', 'Zsofia Varga'],
      ]),
    )
    expect(mine.some(({ type, how }) => type === 'TaskSettled' && how === 'done')).toBe(true)
  })

  it('is out at once when the owner deactivates her; what still comes is held for the owner to read', async () => {
    const team = await owner.read('/team')
    const [, id = ''] = /href="\/team\/(\w+)">Lenka/.exec(team) ?? []
    await owner.press(`/team/${id}`, { do: 'deactivate', sure: 'yes' })
    expect((await lenka.read('/board')).length).toBe(0)
    const inbound = (await recruiters())[1]?.inbound ?? ''
    const before = (await desk.stack.outbox()).length
    await desk.stack.inbox(
      [
        'From: Zsofia Varga <zsofia@varga.example>',
        `To: ${inbound}`,
        'Message-ID: <late@varga.example>',
        'Subject: Are you still there?',
        '',
        'We could meet on Monday.',
      ].join('\r\n'),
      { to: inbound },
    )
    expect((await desk.stack.outbox()).length).toBe(before)
    expect(await owner.read(`/team/${id}`)).toContain('Are you still there?')
    await owner.press(`/team/${id}`, { do: 'hand-over', account: 'all', to: (await ownId()) ?? '', sure: 'yes' })
    await desk.at(THURSDAY, '07:20')
    expect(await digestsTo(LENKA, THURSDAY)).toEqual([])
    const [mail] = await digestsTo(OWNER.address, THURSDAY)
    expect(flat(mail)).toContain('For Lenka Dvořák, who is no longer here, came one message.')
    expect(flat(mail)).toContain('Lenka Dvořák’s account Varga Instruments is yours now')
  })

  it('gets an account whole though the press that hands it over is cut off right after the giver’s end', async () => {
    const team = await owner.read('/team')
    const [, to = ''] = /href="\/team\/(\w+)">Lenka/.exec(team) ?? []
    await owner.press(`/team/${to}`, { do: 'reactivate' })
    // The views put rows too: once they have followed, the next puts are the handover's.
    await desk.at(THURSDAY, '07:30')
    const faults = (method: string, body?: object) =>
      desk.stack.call('/_local/faults', { method, ...(body ? { body: JSON.stringify(body) } : {}) })
    const fault = { service: 'dynamodb', operation: 'PutItem', nth: 2, when: 'before', error: 'ValidationException' }
    const path = `/hand-over/${account.id}`
    await faults('POST', fault)
    const cut = await owner.press(path, { account: account.id, to, sure: 'yes' })
    await faults('DELETE')
    expect(cut.status).toBe(500)
    await desk.at(THURSDAY, '08:00')
    const streams = (await desk.history()).filter(({ stream }) => stream.endsWith(`${to}.${account.id}`))
    expect(streams.map(({ type }) => type)).toContain('EngagementTakenOver')
    const back = await signIn(desk.stack, LENKA)
    expect(await back.read('/board')).toContain('Varga Instruments')
    expect(await owner.read('/board')).not.toContain('Varga Instruments')
  })
})

const ownId = async (): Promise<string | undefined> =>
  /href="\/team\/(\w+)">Marguerite/.exec(await owner.read('/team'))?.[1]
