import { describe, expect, it } from 'vitest'
import type { Fact } from '../../shared/domain/engagement/events.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { linkAddress } from '../../shared/runtime/links.ts'
import { firm, INBOUND, type Office, openOffice, recruiter, secret } from '../functions/support/office.ts'
import { note } from '../support/mail.ts'
import { signedIn, visitorOf } from './support/office.ts'
import { pagesWorld } from './support/world.ts'

const MONDAY = '2026-09-14T15:00:00Z'
const NOW = '2026-09-15T14:00:00.000Z'

const accounts = {
  Brightwater: [{ name: 'Tanya Brook', email: 'tanya.brook@brightwater.example' }],
  'Fenwick Tools': [{ name: 'Tanya Osei' }, { name: 'Ivo Marsh' }],
}

/** The pages over an office, for a browser that is signed in and one that is not. */
const pagesOf = async (office: Office) => {
  const mails: Parameters<typeof pagesWorld>[2] = []
  const { log, views, fetch, readAgain } = office
  const world = { ...pagesWorld(log, secret, mails), log, views, fetch, readAgain }
  const desk = { world, mails }
  return { inside: await signedIn(desk, 'mara@vosstalent.example', NOW), outside: visitorOf(desk, NOW) }
}

const standing = (facts: readonly Fact[]): readonly string[] => {
  const state = fold(facts)
  return state.stage === 'unopened'
    ? []
    : state.facts.flatMap(fact => (fact.type === 'TouchpointLogged' ? [`${fact.channel} ${fact.contact}`] : []))
}
const typesOf = (facts: readonly Fact[]): readonly string[] => facts.map(({ type }) => type)
const words = (body: string): string =>
  body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', "'")

describe('the page of notes', () => {
  it('lists what came, how it was read, and first what waits for a word', async () => {
    const office = await openOffice(accounts)
    await office.tells('Left Ivo a voicemail.', MONDAY, { subject: 'on the way' })
    await office.tells('Spoke with Tanya.', NOW, { subject: 'a talk' })
    const { inside } = await pagesOf(office)
    const text = words((await inside.get('/notes')).body)
    expect(text).toMatch(
      /wait for a word from you a talk .* Which Tanya do you mean\? The others on the way .* Understood/,
    )
  })

  it('shows a note as it came, how it was read and by which rule', async () => {
    const office = await openOffice(accounts)
    const note = await office.tells('Left Ivo a voicemail.\n<b>Call back Friday?</b>', MONDAY)
    const { inside } = await pagesOf(office)
    const { body } = await inside.get(`/notes/${note.id}`)
    const text = words(body)
    expect(text).toContain('A voicemail left for Ivo Marsh')
    expect(text).toContain('Fenwick Tools, Monday 14 September')
    expect(text).toContain(note.rule)
    expect(body).toContain('&lt;b&gt;Call back Friday?&lt;/b&gt;')
  })

  it('puts a wrong reading right in one go, and the log keeps both', async () => {
    const office = await openOffice(accounts)
    const note = await office.tells('Left Ivo a voicemail.', MONDAY)
    const { inside } = await pagesOf(office)
    const path = `/notes/${note.id}?fix=${note.commands[0]?.id}`
    const { body } = await inside.get(path)
    expect(body).toMatch(/<option value="fenwick-tools ivo-marsh" selected>Ivo Marsh, Fenwick Tools/)
    const form = {
      proof: /name="proof" value="([^"]*)"/.exec(body)?.[1] ?? '',
      said: note.commands[0]?.id ?? '',
      do: 'right',
      who: 'fenwick-tools tanya-osei',
      what: 'spoke',
      on: '2026-09-11',
      words: 'about welders',
    }
    expect((await inside.post(path, { form })).statusCode).toBe(303)
    const facts = await office.facts('Fenwick Tools')
    expect(standing(facts)).toEqual(['call tanya-osei'])
    expect(typesOf(facts).slice(-3)).toEqual(['TouchpointLogged', 'TouchpointRetracted', 'TouchpointLogged'])
    expect(facts.at(-1)).toMatchObject({
      at: '2026-09-11T16:00:00Z',
      source: 'page',
      note: note.id,
      summary: 'about welders',
    })
    const text = words((await inside.get(`/notes/${note.id}`)).body)
    expect(text).toMatch(/A voicemail left for Ivo Marsh taken back .* You spoke with Tanya Osei/)
    const position = facts.length
    expect((await inside.post(path, { form })).statusCode).toBe(303)
    expect(await office.facts('Fenwick Tools')).toHaveLength(position)
  })

  it('puts it to another account where it belongs there', async () => {
    const office = await openOffice(accounts)
    const note = await office.tells('Left Ivo a voicemail.', MONDAY)
    const { inside } = await pagesOf(office)
    const path = `/notes/${note.id}?fix=${note.commands[0]?.id}`
    await inside.press(path, { form: { do: 'right', who: 'brightwater tanya-brook', what: 'email', on: '2026-09-14' } })
    expect(standing(await office.facts('Fenwick Tools'))).toEqual([])
    expect(standing(await office.facts('Brightwater'))).toEqual(['email tanya-brook'])
  })

  it('takes back one thing, or all that a note said', async () => {
    const office = await openOffice(accounts)
    const note = await office.tells('Spoke with Ivo, the fee is agreed.', MONDAY)
    const { inside } = await pagesOf(office)
    const path = `/notes/${note.id}`
    const fee = note.commands.find(({ command }) => command.command === 'ReachMilestone')
    await inside.press(path, { form: { do: 'take-back', said: fee?.id ?? '' } })
    expect(typesOf(await office.facts('Fenwick Tools')).at(-1)).toBe('FactRetracted')
    expect(standing(await office.facts('Fenwick Tools'))).toEqual(['call ivo-marsh'])
    await inside.press(path, { form: { do: 'take-all-back' } })
    expect(standing(await office.facts('Fenwick Tools'))).toEqual([])
  })

  it('keeps what was typed where something is wrong with it, and records nothing', async () => {
    const office = await openOffice(accounts)
    const note = await office.tells('Left Ivo a voicemail.', MONDAY)
    const { inside } = await pagesOf(office)
    const path = `/notes/${note.id}?fix=${note.commands[0]?.id}`
    const { length } = await office.facts('Fenwick Tools')
    for (const form of [
      { do: 'right', who: 'fenwick-tools nobody', what: 'spoke', on: '2026-09-11' },
      { do: 'right', who: 'fenwick-tools ivo-marsh', what: 'spoke', on: '2026-12-11' },
      { do: 'right', who: 'fenwick-tools ivo-marsh', what: 'danced', on: '2026-09-11' },
      { do: 'right', what: 'spoke', on: 'soon' },
    ])
      expect((await inside.press(path, { form })).statusCode).toBe(422)
    expect(await office.facts('Fenwick Tools')).toHaveLength(length)
  })

  it('reads a held message all the same, where who is signed in says that it was them', async () => {
    const office = await openOffice(accounts)
    const raw = note('Mara Voss <mara@vosstalent.example>', INBOUND, 'Left Ivo a voicemail.', {
      at: MONDAY,
      messageId: 'u@x',
    })
    const held = await office.arrive(raw, MONDAY, INBOUND, { dkim: 'fail', dmarc: 'fail' })
    expect(held.status).toBe('held')
    const { inside, outside } = await pagesOf(office)
    const path = `/notes/${held.id}`
    expect((await outside.post(path, { form: { do: 'read' } })).statusCode).toBe(401)
    expect((await inside.get(path)).body).toContain('It was me: read it all the same')
    await inside.press(path, { form: { do: 'read' } })
    expect(await office.note(held.id ?? '')).toMatchObject({ status: 'understood', applied: true })
    expect(standing(await office.facts('Fenwick Tools'))).toEqual(['voicemail ivo-marsh'])
    expect((await inside.get(path)).body).not.toContain('read it all the same')
  })

  it('holds a stranger’s message again, whoever asks to have it read', async () => {
    const office = await openOffice(accounts)
    const raw = note('Eve <eve@elsewhere.example>', INBOUND, 'Close everything.', { at: MONDAY, messageId: 'e@x' })
    const held = await office.arrive(raw, MONDAY, INBOUND)
    const { inside } = await pagesOf(office)
    await inside.press(`/notes/${held.id}`, { form: { do: 'read' } })
    expect(await office.note(held.id ?? '')).toMatchObject({ status: 'held' })
  })

  it('is for who is signed in; a link of the mail shows its one note and changes nothing', async () => {
    const office = await openOffice(accounts)
    const note = await office.tells('Left Ivo a voicemail.', MONDAY)
    const { outside } = await pagesOf(office)
    expect((await outside.get('/notes')).statusCode).toBe(303)
    expect((await outside.post(`/notes/${note.id}`, { form: { do: 'take-all-back' } })).statusCode).toBe(401)
    const link = await linkAddress(
      '',
      secret,
      { kind: 'note', firm, recruiter, note: note.id ?? expect.fail() },
      MONDAY,
    )
    const { body } = await outside.get(link)
    expect(words(body)).toContain('A voicemail left for Ivo Marsh')
    expect(body).not.toContain('<form')
    expect((await outside.get('/notes/nothing')).statusCode).toBe(303)
  })
})
