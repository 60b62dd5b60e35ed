import { describe, expect, test } from 'vitest'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { commandsOf, contact, questionOf, readingOf } from '../support/book.ts'
import { AT, bookWith, GRETA, greta, mine, omar, passedOn } from './support/halden.ts'

/** Words that may be a client's, in what the recruiter sent: where nothing tells for certain whose, it is asked. */

const read = (raw: string, book = bookWith(greta, omar)): Promise<Reading> => readingOf(raw, book, AT)
const note = (text: string, subject = ''): Promise<Reading> => read(mine({ subject, text }))

describe('words without a mark of whose they are', () => {
  test.each([
    ['greeting the recruiter', 'Hi Rhys,\n\nI left you a voicemail. We agreed the fee at 20% with Omar.\n\nGreta'],
    ['calling the recruiter by name', 'Rhys, spoke with Omar and we sign on Friday.\n\nBest regards\nGreta Lindqvist'],
    ['signed by a contact alone', 'Spoke with Omar, the fee is agreed at 20%.\n\nKind regards,\nGreta'],
    ['told of above', 'Greta wrote back:\n\nHello Rhys, I emailed Omar the agreement.\n\nGreta'],
    ['between quotation marks', 'From Greta just now: “Rhys, left Omar a voicemail”'],
    ['greeting in another language', 'Hallo Rhys,\n\nspoke with Omar, the fee is agreed.\n\nGreta'],
  ])('%s are asked about, and nothing of them is recorded', async (_, text) => {
    const reading = await note(text)
    expect(commandsOf(reading)).toEqual([])
    const { answers } = questionOf(reading)
    expect(answers[0]).toMatchObject({ label: 'Greta Lindqvist wrote them to me' })
    expect(answers[0]?.commands[0]?.command).toMatchObject({ direction: 'inbound', contact: 'greta' })
    expect(answers.at(-1)).toMatchObject({ word: 'none', commands: [] })
  })

  test('under a subject that says forward, and spoken to somebody, are asked about', async () => {
    const reading = await note('I called Omar and he agreed the fee. Left you a voicemail.', 'Fwd: Greta, two fitters')
    expect(commandsOf(reading)).toEqual([])
    expect(questionOf(reading).text).toContain('Whose words are these')
  })

  test.each([
    ['Left Greta a voicemail.\n\nRhys', ''],
    ['Left Greta a voicemail.', 'FW: Two fitters'],
    ['Spoke with Greta and Omar.\n\nThanks,\nRhys Morgan', ''],
    ['Left Greta a voicemail.\n\nRhys Morgan\nMorgan Talent\nManaging Partner', ''],
    ['Left Greta a voicemail.\n\nBest,\nRhys Morgan', ''],
    ['Emailed Omar.\nLeft a voicemail for Greta', ''],
  ])('%j are the recruiter’s', async (text, subject) => {
    expect((await note(text, subject)).status).toBe('understood')
  })

  test('calling a name that a contact bears too are read as they are', async () => {
    const rhys = contact('rhys', 'Rhys Bevan', 'rhys.bevan@haldenfoods.example')
    const raw = mine({ text: 'Rhys: left a voicemail.' })
    expect(commandsOf(await read(raw, bookWith(greta, omar, rhys)))).toMatchObject([
      { channel: 'voicemail', contact: 'rhys' },
    ])
  })
})

describe('a note below a forward', () => {
  const below = (text: string): Promise<Reading> =>
    read(passedOn({ from: GRETA, subject: 'Two fitters', at: '2026-11-09T16:11:00Z', text }, { client: 'new-outlook' }))

  test.each([
    'Rhys, a change of plan, please call.\n\nRegards\nGreta Lindqvist\nHalden Foods\n\nCalled her, left a voicemail.',
    'Rhys, a change of plan, please call.\n\nLeft Greta a voicemail.',
  ])('that nothing ends is asked about: %j', async text => {
    const reading = await below(text)
    expect(commandsOf(reading)).toMatchObject([{ direction: 'inbound', contact: 'greta' }])
    expect(questionOf(reading).text).toContain('Did you write that?')
    expect(questionOf(reading).answers[0]?.commands[0]?.command).toMatchObject({
      channel: 'voicemail',
      direction: 'outbound',
      contact: 'greta',
    })
  })

  test.each([
    'Rhys, a change of plan.\n\nI left you a voicemail this morning.\n\nGreta',
    'Rhys, a change of plan.\n\nWe spoke with Omar and signed.\n\nGreta Lindqvist\n+44 20 7946 0182',
    'Rhys, a change of plan.\n\nGreta\n\nThis message is confidential and meant for its recipient alone.',
  ])('that is the client’s own is none: %j', async text => {
    expect((await below(text)).status).toBe('understood')
  })
})

describe('a message without words', () => {
  const with_ = (type: string, name: string): Promise<Reading> =>
    read(mine({ subject: 'Line lead', text: '', attachments: [{ name, type, content: 'x' }] }))

  test.each([
    ['application/pkcs7-mime', 'smime.p7m', 'encrypted'],
    ['application/ms-tnef', 'winmail.dat', 'only Outlook reads'],
    ['application/pdf', 'brief.pdf', 'files are never opened: brief.pdf'],
  ])('but a file (%s) is held, and says which', async (type, name, why) => {
    expect(await with_(type, name)).toMatchObject({ status: 'held', why: expect.stringContaining(why) })
  })
})

describe('a forward', () => {
  test('of what the recruiter’s own mail system returned asks about the address', async () => {
    const reading = await read(
      passedOn(
        {
          from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@morgantalent.example>',
          subject: 'Undeliverable: Two fitters',
          at: '2026-11-10T09:55:00Z',
          text: "Your message to greta.lindqvist@haldenfoods.example couldn't be delivered.",
        },
        { client: 'new-outlook' },
      ),
    )
    expect(questionOf(reading).text).toContain('Your mail to Greta Lindqvist came back')
  })

  test('of what a client’s group passed on is its writer’s, and the group is no person', async () => {
    const reading = await read(
      passedOn({
        from: `"'Omar Haddad' via Team" <team@haldenfoods.example>`,
        subject: 'Terms',
        text: 'Terms are fine.\n\nOmar',
      }),
    )
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', contact: 'omar', direction: 'inbound' }])
  })
})
