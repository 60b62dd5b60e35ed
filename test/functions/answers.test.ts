import { describe, expect, test } from 'vitest'
import { claimAnswer } from '../../functions/inbound/claim-answer.ts'
import { NoteId } from '../../shared/domain/vocabulary.ts'
import { mail } from '../support/mail.ts'
import { BY, firm, type Office, openOffice, recruiter } from './support/office.ts'

/** Two of one name: whom a note means has to be asked. */
const open = (): Promise<Office> => openOffice({ Halden: [{ name: 'Ruth Abel' }], Marlow: [{ name: 'Ruth Baines' }] })

const at = (minutes: number): string =>
  new Date(Date.parse('2026-09-15T12:00:00Z') + minutes * 60_000).toISOString().replace('.000', '')
const unclear = (office: Office, minutes: number) => office.tells('Spoke with Ruth, she is keen.', at(minutes))

const claim = ({ log }: Office, index: number, minutes: number, to = 'mara@vosstalent.example'): Promise<boolean> =>
  claimAnswer(
    log,
    { firm: { firm }, recruiter: { recruiter } } as Parameters<typeof claimAnswer>[1],
    { note: NoteId.parse(`before.${index}`), index, kind: 'question', says: 'Which Ruth?', to },
    at(minutes),
  )
/** So many answers went out before, one a minute. */
const answered = async (office: Office, count: number, from = 0): Promise<void> => {
  for (let index = 0; index < count; index++) await claim(office, index, from + index)
}

describe('answers to one address', () => {
  test('are twenty in two hours; the next stands in the digest, and is on record', async () => {
    const office = await open()
    await answered(office, 19)
    const last = await unclear(office, 30)
    expect(office.sent).toHaveLength(1)
    expect((await office.note(last.id ?? '')).kept).toEqual([])
    const tooMany = await unclear(office, 31)
    expect(office.sent).toHaveLength(1)
    expect(await office.note(tooMany.id ?? '')).toMatchObject({
      status: 'asked',
      answered: false,
      kept: [{ kind: 'question', says: expect.stringContaining('Ruth') }],
    })
  })

  test('go out again once two hours have passed since the first of them', async () => {
    const office = await open()
    await answered(office, 20)
    expect(await claim(office, 20, 119)).toBe(false)
    expect(await claim(office, 21, 120)).toBe(true)
    expect(await claim(office, 22, 120)).toBe(false)
  })

  test('are counted over midnight, and for each address by itself', async () => {
    const office = await open()
    await answered(office, 20, 11 * 60 + 50)
    expect(await claim(office, 20, 13 * 60)).toBe(false)
    expect(await claim(office, 21, 13 * 60, 'mara@elsewhere.example')).toBe(true)
  })

  test('that tell of a new account are kept for the digest too', async () => {
    const office = await open()
    await answered(office, 20)
    const copied = mail({
      from: BY,
      to: 'Ivo Lang <ivo.lang@quarryworks.example>',
      subject: 'Two drillers',
      text: 'Ivo, two people you should meet.',
      at: at(30),
      messageId: 'drillers@vosstalent.example',
    })
    const { id } = await office.arrive(copied, at(30))
    expect(office.sent).toEqual([])
    const row = (await office.views.notes(firm, recruiter, at(0))).find(({ note }) => note === id)
    expect(row?.kept).toEqual([expect.stringContaining('Quarryworks')])
  })

  test('end a conversation with a machine that answers each of them', async () => {
    const office = await open()
    await answered(office, 17)
    let arrived = 0
    for (let heard = -1; office.sent.length > heard; arrived++) {
      heard = office.sent.length
      await unclear(office, 20 + arrived)
    }
    expect(office.sent).toHaveLength(3)
  })

  test('that come at once are no more, and each goes out once', async () => {
    const office = await open()
    const claimed = await Promise.all(Array.from({ length: 25 }, (_, index) => claim(office, index, 0)))
    expect(claimed.filter(Boolean)).toHaveLength(20)
    expect(await claim(office, claimed.indexOf(true), 1)).toBe(false)
  })
})
