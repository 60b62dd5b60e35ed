import { describe, expect, it } from 'vitest'
import type { Fact } from '../../shared/domain/engagement/events.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import { forward, note } from '../support/mail.ts'
import { BY, INBOUND, type Office, openOffice } from './support/office.ts'

const TUESDAY = '2026-09-15T15:00:00Z'
const LATER = '2026-09-15T15:20:00Z'
const STILL_LATER = '2026-09-15T15:40:00Z'

const office = () =>
  openOffice({
    Brightwater: [{ name: 'Tanya Brook', email: 'tanya.brook@brightwater.example' }],
    'Fenwick Tools': [{ name: 'Ivo Marsh' }, { name: 'Gus Hale' }],
  })

const standing = async (desk: Office, client: string): Promise<readonly string[]> => {
  const state = fold((await desk.facts(client)) as readonly Fact[])
  return state.stage === 'unopened'
    ? []
    : state.facts.flatMap(fact =>
        fact.type === 'TouchpointLogged' ? [`${fact.at.slice(0, 10)} ${fact.channel} ${fact.contact}`] : [],
      )
}

describe('a note that corrects the one before it', () => {
  it.each(['Ignore my last note', 'scrap that', 'Please disregard my last email, wrong client'])(
    'takes all of it back: %j',
    async words => {
      const desk = await office()
      await desk.tells('Left Gus a voicemail.', TUESDAY)
      await desk.tells('Spoke with Ivo, the fee is agreed. Emailed Tanya the agreement.', LATER)
      const correction = await desk.tells(words, STILL_LATER)
      expect(correction.status).toBe('understood')
      expect(await standing(desk, 'Fenwick Tools')).toEqual(['2026-09-15 voicemail gus-hale'])
      expect(await standing(desk, 'Brightwater')).toEqual([])
      const facts = await desk.facts('Fenwick Tools')
      expect(facts.filter(({ type }) => type === 'MilestoneReached')).toHaveLength(1)
      expect(facts.filter(({ type }) => type === 'FactRetracted')).toHaveLength(1)
    },
  )

  it('takes the one back that was written last, where several came at one moment, and asks where that is not told', async () => {
    const desk = await office()
    const written = (words: string, at: string, id: string) =>
      desk.arrive(note(BY, INBOUND, words, { at, messageId: `${id}@vosstalent.example` }), LATER)
    await written('Left Gus a voicemail.', '2026-09-15T15:01:00Z', 'b')
    await written('Left Ivo a voicemail.', '2026-09-15T15:09:00Z', 'a')
    await written('Left Tanya a voicemail.', '2026-09-15T15:05:00Z', 'c')
    await desk.tells('scrap that', STILL_LATER)
    expect(await standing(desk, 'Fenwick Tools')).toEqual(['2026-09-15 voicemail gus-hale'])
    expect(await standing(desk, 'Brightwater')).toHaveLength(1)

    const other = await office()
    for (const [words, id] of [
      ['Left Gus a voicemail.', 'b'],
      ['Left Ivo a voicemail.', 'a'],
    ] as const)
      await other.arrive(note(BY, INBOUND, words, { at: TUESDAY, messageId: `${id}@vosstalent.example` }), LATER)
    expect((await other.tells('scrap that', STILL_LATER)).status).toBe('asked')
    expect(await standing(other, 'Fenwick Tools')).toHaveLength(2)
  })

  it('takes back one more each time it is said', async () => {
    const desk = await office()
    await desk.tells('Left Gus a voicemail.', TUESDAY)
    await desk.tells('Left Ivo a voicemail.', LATER)
    await desk.tells('scrap that', STILL_LATER)
    expect(await standing(desk, 'Fenwick Tools')).toEqual(['2026-09-15 voicemail gus-hale'])
    await desk.tells('scrap that too', '2026-09-15T15:50:00Z')
    await desk.tells('undo my last note', '2026-09-15T15:55:00Z')
    expect(await standing(desk, 'Fenwick Tools')).toEqual([])
  })

  it.each([
    ['Spoke with Ivo on Monday.', 'Correction: that was Friday, not Monday', '2026-09-11 call ivo-marsh'],
    ['Left Ivo a voicemail yesterday.', 'sorry, that was Friday', '2026-09-11 voicemail ivo-marsh'],
    ['Spoke with Ivo.', 'Oops, that was yesterday', '2026-09-14 call ivo-marsh'],
    ['Spoke with Ivo.', 'Correction: it was Gus, not Ivo', '2026-09-15 call gus-hale'],
    ['Spoke with Ivo.', 'Sorry, I meant Gus', '2026-09-15 call gus-hale'],
  ])('puts the one thing right that was wrong: %j, %j', async (first, second, expected) => {
    const desk = await office()
    await desk.tells(first, TUESDAY)
    expect((await desk.tells(second, LATER)).status).toBe('understood')
    expect(await standing(desk, 'Fenwick Tools')).toEqual([expected])
  })

  it('leaves what was right as it was', async () => {
    const desk = await office()
    await desk.tells('Spoke with Ivo. Left Tanya a voicemail.', TUESDAY)
    await desk.tells('Correction: Gus, not Ivo', LATER)
    expect(await standing(desk, 'Fenwick Tools')).toEqual(['2026-09-15 call gus-hale'])
    expect(await standing(desk, 'Brightwater')).toEqual(['2026-09-15 voicemail tanya-brook'])
    expect((await desk.facts('Brightwater')).filter(({ type }) => type.includes('Retracted'))).toEqual([])
  })

  it('tells it anew in the same breath', async () => {
    const desk = await office()
    await desk.tells('Spoke with Ivo.', TUESDAY)
    await desk.tells('Scrap that. Left Gus a voicemail.', LATER)
    expect(await standing(desk, 'Fenwick Tools')).toEqual(['2026-09-15 voicemail gus-hale'])
  })

  it('takes back an account that a forward had opened', async () => {
    const desk = await office()
    const raw = forward({
      client: 'gmail',
      by: BY,
      to: INBOUND,
      at: TUESDAY,
      original: {
        from: 'Wanda Lutz <wanda@harborline.example>',
        to: BY,
        subject: 'Welders',
        at: TUESDAY,
        text: 'Hi Mara,\n\nCan you help?\n\nWanda',
      },
      messageId: 'f@vosstalent.example',
    })
    await desk.arrive(raw, TUESDAY)
    await desk.tells('Ignore that last one', LATER)
    const rows = await desk.views.engagementsOf('voss' as never, 'mara' as never)
    expect(rows.find(({ domains }) => domains.includes('harborline.example'))?.stage).toBe('retracted')
  })

  it('closes the question that was open about it', async () => {
    const desk = await openOffice({ Brightwater: [{ name: 'Tanya Brook' }], 'Fenwick Tools': [{ name: 'Tanya Osei' }] })
    const asked = await desk.tells('Spoke with Tanya.', TUESDAY)
    await desk.tells('scrap that', LATER)
    expect(await desk.note(asked.id ?? '')).toMatchObject({ answered: true, status: 'nothing' })
  })

  it('asks which one, where the last note is days old, and what, where it can not tell', async () => {
    const desk = await office()
    await desk.tells('Spoke with Ivo.', '2026-09-10T15:00:00Z')
    const old = await desk.tells('scrap that', TUESDAY)
    expect(old).toMatchObject({ status: 'asked', question: { text: 'Which note do you mean?' } })
    await desk.tells('Left Ivo a voicemail on Monday.', LATER)
    const unclear = await desk.tells('Correction: that was blue, not green', STILL_LATER)
    expect(unclear.status).toBe('asked')
    expect(await standing(desk, 'Fenwick Tools')).toHaveLength(2)
  })

  it('does nothing where there is no note before it', async () => {
    const desk = await office()
    expect((await desk.tells('scrap that', TUESDAY)).status).toBe('nothing')
  })
})
