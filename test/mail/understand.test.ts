import { describe, expect, test } from 'vitest'
import type { Meeting } from '../../shared/domain/engagement/state.ts'
import type { Book, Reading } from '../../shared/mail/read/reading.ts'
import { holidaysFor } from '../../shared/runtime/holidays.ts'
import type { EngagementRow } from '../../shared/views/rows.ts'
import { accountOf, bookOf, commandsOf, contact, readingOf } from '../support/book.ts'
import { forward, mail, type OriginalMail } from '../support/mail.ts'

const ME = 'Nora Quinn <nora@quinnsearch.example>'
const INBOUND = 'abcdefghijklmnopqrstuvwxyz@in.watch.example'
const ADA = 'Ada Holm <ada.holm@fjordfoods.example>'
const ZONE = 'America/New_York'
const AT = '2026-09-16T13:00:00Z'
const EARLIER = '2026-09-16T12:30:00Z'

const account = (meetings: readonly Meeting[] = []): EngagementRow =>
  accountOf('e1', 'Fjord Foods', 'fjordfoods.example', [contact('c1', 'Ada Holm', 'ada.holm@fjordfoods.example')], {
    meetings,
  })
const holidays = holidaysFor('US', 2026, 2026)
const bookWith = (...engagements: EngagementRow[]): Book =>
  bookOf(
    { name: 'Nora Quinn', address: 'nora@quinnsearch.example', zone: ZONE, inbound: INBOUND, holidays },
    engagements,
  )

const read = (raw: string, book: Book = bookWith(account())): Promise<Reading> => readingOf(raw, book, AT)
const names = (reading: Reading) => commandsOf(reading).map(({ command }) => command)
const fromMe = (parts: Partial<Parameters<typeof mail>[0]>) =>
  mail({ from: ME, to: INBOUND, at: AT, zone: ZONE, ...parts })
const forwarded = (original: Partial<OriginalMail>, note?: string) =>
  forward({
    client: 'gmail',
    by: ME,
    to: INBOUND,
    at: AT,
    zone: ZONE,
    ...(note ? { note } : {}),
    original: {
      from: ADA,
      to: ME,
      subject: 'Our search',
      at: EARLIER,
      zone: ZONE,
      text: 'Who do you have?',
      ...original,
    },
  })

/** As Outlook shows somebody who stands in the address book. */
const byNameAlone = (raw: string, name: string): string =>
  raw.replaceAll(`<${name}>`, name).replaceAll(`&lt;${name}&gt;`, name)

describe('our mail to a client', () => {
  test('is logged with those it is addressed to; a copy goes to those in Cc where only colleagues are addressed', async () => {
    const reading = await read(fromMe({ to: 'Pat Doe <pat@quinnsearch.example>', cc: ADA, subject: 'Meet Pat' }))
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', direction: 'outbound', contact: 'c1' }])
  })

  test('is ours to them, whatever it passes on', async () => {
    const original = {
      from: 'Bob Lee <bob.lee@gmail.com>',
      to: ME,
      subject: 'My résumé',
      at: EARLIER,
      text: 'Here it is.',
    }
    const raw = forward({ client: 'apple', by: ME, to: ADA, at: AT, zone: ZONE, note: 'Ada, have a look.', original })
    expect(commandsOf(await read(raw))).toMatchObject([
      { command: 'LogTouchpoint', direction: 'outbound', contact: 'c1' },
    ])
  })

  test('tells no numbers: those in it are our own', async () => {
    const reading = await read(fromMe({ to: ADA, text: 'Ada, could you ring me on 813 555 0107?' }))
    expect(names(reading)).toEqual(['LogTouchpoint'])
  })

  test('to Relight and the firm alone is a note', async () => {
    const reading = await read(
      fromMe({ to: `Relight <relight@watch.example>, ${INBOUND}`, text: 'Left Ada a voicemail.' }),
    )
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', channel: 'voicemail', contact: 'c1' }])
  })

  test('as a note, may name in its subject whom its words are about', async () => {
    const reading = await read(fromMe({ subject: 'Ada Holm', text: 'Left a voicemail.' }))
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', channel: 'voicemail', contact: 'c1' }])
  })
})

describe('a forwarded mail', () => {
  test('of somebody shown by name alone is that contact’s, by the same touchpoint as with the address', async () => {
    const [named, addressed] = await Promise.all([
      read(byNameAlone(forwarded({ from: 'Ada Holm' }), 'Ada Holm')),
      read(forwarded({})),
    ])
    expect(commandsOf(named)).toEqual(commandsOf(addressed))
    expect(commandsOf(named)).toMatchObject([{ command: 'LogTouchpoint', direction: 'inbound', contact: 'c1' }])
  })

  test('of a name that nobody has, without an address, is asked about', async () => {
    const reading = await read(byNameAlone(forwarded({ from: 'Kai Lind' }), 'Kai Lind'))
    expect(reading).toMatchObject({ status: 'asked', commands: [], question: { unknownName: 'Kai Lind' } })
  })

  test('among colleagues says nothing; the words above it do', async () => {
    const internal = { from: 'Pat Doe <pat@quinnsearch.example>', to: ME }
    expect((await read(forwarded(internal))).status).toBe('nothing')
    const reading = await read(forwarded(internal, 'Left Ada a voicemail.'))
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', channel: 'voicemail' }])
  })

  test.each([
    [
      'a bounce',
      { from: 'Mail System <mailer-daemon@googlemail.com>', subject: 'Delivery Status Notification (Failure)' },
    ],
    ['a robot', { from: 'no-reply@portal.example', subject: 'Your job was published' }],
    ['a newsletter', { from: 'News <news@weekly.example>', text: 'Ten ideas.\n\nUnsubscribe' }],
    ['an absence without a day', { subject: 'Automatic reply: Our search', text: 'I am out of the office.' }],
    ['an automatic reply', { subject: 'Automatic reply: Our search', text: 'We answer within two days.' }],
    ['a receipt', { subject: 'Read: Our search', text: 'Your message was read on Wednesday.' }],
    [
      'an absence of nobody known',
      { from: 'Kai Lind <kai@elsewhere.example>', subject: 'Out of office', text: 'I am away until 5 October.' },
    ],
  ] as const)('that is %s says nothing, and opens nothing', async (_what, original) => {
    const reading = await read(forwarded(original))
    expect(reading.status).toBe('nothing')
  })

  test('with a mention of unsubscribing, of somebody in an account, is theirs', async () => {
    const reading = await read(forwarded({ text: 'Call me.\n\nAda\nUnsubscribe from our tips here' }))
    expect(names(reading)).toContain('LogTouchpoint')
  })

  test('and the words above it, telling of the same mail, are one touchpoint', async () => {
    expect(names(await read(forwarded({}, 'Reply from Ada, at last')))).toEqual(['LogTouchpoint'])
  })

  test('brings the question that the words above it raise', async () => {
    const reading = await read(forwarded({}, 'Called Zelda, left a voicemail.'))
    expect(reading).toMatchObject({ status: 'asked', question: { unknownName: 'Zelda' } })
    expect(names(reading)).toEqual(['LogTouchpoint'])
  })
})

describe('what a mail brings', () => {
  const milestones = (reading: Reading) =>
    commandsOf(reading).flatMap(command => (command.command === 'ReachMilestone' ? [command.milestone] : []))

  test.each([
    ['Here is the JD for the planner.', 'job-description-received'],
    ['I have attached the job description.', 'job-description-received'],
    ['The agreement is signed, see attached.', 'agreement-signed'],
  ])('from them: %j', async (text, milestone) => {
    expect(milestones(await read(forwarded({ text })))).toEqual([milestone])
  })

  test.each([
    ['Here are three candidates for you.', 'candidates-sent'],
    ['Please find attached the profile of Bob.', 'candidates-sent'],
    ['I am sending over the agreement for your signature.', 'agreement-sent'],
  ])('from us: %j', async (text, milestone) => {
    expect(milestones(await read(fromMe({ to: ADA, subject: 'Planner', text })))).toEqual([milestone])
  })

  test.each([
    'I will send the job description tomorrow.',
    'Is the job description attached?',
    'We have no job description to attach yet.',
  ])('nothing yet from them: %j', async text => {
    expect(milestones(await read(forwarded({ text })))).toEqual([])
  })

  test.each([
    'I am sending you candidates next week.',
    "Here's an idea: shall we look at candidates from Ohio?",
    'Did you get the agreement that I attached?',
    "I'll send the agreement for signature on Monday.",
  ])('nothing yet from us: %j', async text => {
    expect(milestones(await read(fromMe({ to: ADA, subject: 'Planner', text })))).toEqual([])
  })
})
