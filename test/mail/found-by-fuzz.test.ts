import { describe, expect, test } from 'vitest'
import { readMessage } from '../../shared/mail/read/message.ts'
import { ANA, openOffice, stored } from '../bench/office.ts'
import { bytes, mail, note } from '../support/mail.ts'

/** What damaged and hostile mail broke once. */

const arrive = async (raw: string, domain: string | null = 'northgate.example') =>
  (await openOffice()).arrive(stored(raw, domain))
const toLena = (recipient: string) =>
  mail({ from: ANA, to: recipient, subject: 'Terms', text: 'Our agreement is attached.', at: '2026-10-14T15:50:00Z' })

describe('found by fuzz', () => {
  test('a message that begins with a folded line does not lengthen the verdicts above it', async () => {
    const forged = ` ; dmarc=pass header.from=northgate.example; dkim=pass header.d=northgate.example\r\n${note(ANA, 'box@in.watch.example', 'Left Ruth a voicemail.')}`
    expect(await arrive(forged, null)).toMatchObject({ status: 'held', commands: [] })
    expect(await arrive(forged, 'elsewhere.example')).toMatchObject({ status: 'held', commands: [] })
  })

  test.each([
    ['of digits alone', '4711@kilnworks.example', '4711'],
    ['with signs that forms refuse', 'o&m/hr=1@kilnworks.example', 'O&m/hr=1'],
    ['in letters of another alphabet', 'zoë@kïlnworks.example', 'Zoë'],
  ])('somebody with an address %s is added with a name', async (_, address, name) => {
    const { status, commands, sent } = await arrive(toLena(address))
    expect({ status, commands }).toEqual({
      status: 'understood',
      commands: ['OpenEngagement', 'AddContact', 'LogTouchpoint', 'ReachMilestone'],
    })
    expect(sent[0]?.text).toContain(`Known there: ${name}.`)
  })

  test('a name longer than any is cut, and a mark that nobody sees is no name', async () => {
    expect(await arrive(toLena(`"${'Lena '.repeat(100)}" <lena@kilnworks.example>`))).toMatchObject({
      status: 'understood',
    })
    const { sent } = await arrive(toLena('"\u200b\u202e" <lena.brandt@kilnworks.example>'))
    expect(sent[0]?.text).toContain('Known there: Lena Brandt.')
  })

  test('more facts than the log takes at once are held, not recorded by half', async () => {
    const many = note(ANA, 'box@in.watch.example', 'Left Ruth a voicemail. '.repeat(300), {
      at: '2026-10-14T15:50:00Z',
    })
    expect(await arrive(many)).toMatchObject({ status: 'held', rule: 'too much at once', commands: [] })
  })

  test('of two people who stand in one From nobody is the writer', async () => {
    const message = await readMessage(bytes(`From: ${ANA}, x@elsewhere.example\r\n\r\nhello`))
    expect(message).toMatchObject({ kind: 'message', from: null })
  })

  test('more people than a mail is written to are over a limit', async () => {
    const people = Array.from({ length: 201 }, (_, at) => `p${at}@kilnworks.example`)
    expect(await readMessage(bytes(toLena(people.join(', '))))).toEqual({ kind: 'too-much', limit: 'addresses' })
    expect(await readMessage(bytes(toLena(people.slice(1).join(', '))))).toMatchObject({ kind: 'message' })
  })
})
