import { describe, expect, test } from 'vitest'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { accountOf, bookOf, contact, readingOf } from '../support/book.ts'
import { type Client, forward, mail, type OriginalMail } from '../support/mail.ts'

/** What a forward tells, end to end: whose message it was, when, and who else wrote on its way to the recruiter. */

const ME = 'Rachel Stone <rachel@stonesearch.example>'
const INBOUND = 'zyxwvutsrqponmlkjihgfedcba@in.watch.example'
const UTA = 'Uta Lang <uta.lang@werk-nord.example>'
const JONAS = 'Jonas Keller <j.keller@werk-nord.example>'
const COLLEAGUE = 'Bea Flint <bea@stonesearch.example>'
const ZONE = 'America/Chicago'
const ARRIVED = '2026-10-08T15:00:00Z'
const FIRST = '2026-10-05T13:00:00Z'
const THEN = '2026-10-06T13:41:00Z'

const uta = contact('c1', 'Uta Lang', 'uta.lang@werk-nord.example')
const book = bookOf({ name: 'Rachel Stone', address: 'rachel@stonesearch.example', zone: ZONE, inbound: INBOUND }, [
  accountOf('e1', 'Werk Nord', 'werk-nord.example', [uta]),
])

const read = (raw: string): Promise<Reading> => readingOf(raw, book, ARRIVED)

/** `who < when` for what they wrote, `who > when` for what we wrote; `+ who` for somebody new. */
const told = (reading: Reading): readonly string[] => {
  if (!('commands' in reading)) return [reading.status]
  const names = new Map<string, string>([['c1', 'Uta Lang']])
  return reading.commands.map(({ command, at }) => {
    if (command.command === 'AddContact') names.set(command.contact, command.name)
    if (command.command === 'AddContact') return `+ ${command.name}`
    if (command.command !== 'LogTouchpoint') return command.command
    return `${names.get(command.contact)} ${command.direction === 'inbound' ? '<' : '>'} ${at}`
  })
}

const passedOn = (client: Client, ...original: OriginalMail[]) =>
  read(forward({ client, by: ME, to: INBOUND, at: ARRIVED, zone: ZONE, note: 'See below.', original }))
const fromJonas: OriginalMail = {
  from: JONAS,
  to: UTA,
  subject: 'Shift lead',
  at: FIRST,
  zone: ZONE,
  text: 'We need two by May.',
}
const fromUta: OriginalMail = {
  from: UTA,
  to: ME,
  subject: 'FW: Shift lead',
  at: THEN,
  zone: ZONE,
  text: 'Jonas wrote this.',
}
const attachedTo = (...messages: string[]) =>
  mail({
    from: ME,
    to: INBOUND,
    subject: 'Fwd',
    at: ARRIVED,
    zone: ZONE,
    text: '',
    attachments: messages.map((message, index) => ({ name: `mail-${index}.eml`, message })),
  })
const asMail = ({ from, to, subject, at, text }: OriginalMail, more = {}) =>
  mail({ from, to, subject, at, zone: ZONE, text, ...more })

describe.each(['gmail', 'outlook', 'new-outlook', 'apple', 'ios', 'thunderbird'] as const)(
  'a forward of a forward by %s',
  client => {
    test('is a message of the innermost sender outside, and of the one known who passed it on', async () => {
      expect(told(await passedOn(client, fromUta, fromJonas))).toEqual([
        '+ Jonas Keller',
        `Jonas Keller < ${FIRST}`,
        `Uta Lang < ${THEN}`,
      ])
    })

    test('by a colleague is a message of the client alone', async () => {
      const byColleague = { ...fromUta, from: COLLEAGUE, text: 'Yours, I think.' }
      const toColleague = { ...fromJonas, from: UTA, to: COLLEAGUE }
      expect(told(await passedOn(client, byColleague, toColleague))).toEqual([`Uta Lang < ${FIRST}`])
    })
  },
)

describe('senders by name alone, as Outlook shows the people of its address book', () => {
  const nameless = (raw: string) =>
    [UTA, JONAS, ME, COLLEAGUE].reduce((text, person) => {
      const [name = '', address = ''] = person.replace('>', '').split(' <')
      const inBody = text.indexOf('\r\n\r\n')
      const body = text
        .slice(inBody)
        .replaceAll(`${name} <${address}>`, name)
        .replaceAll(`${name} &lt;${address}&gt;`, name)
      return text.slice(0, inBody) + body
    }, raw)

  test('are found among the contacts, through a colleague too', async () => {
    const original = [
      { ...fromUta, from: COLLEAGUE },
      { ...fromJonas, from: UTA, to: COLLEAGUE },
    ]
    const raw = forward({ client: 'outlook', by: ME, to: INBOUND, at: ARRIVED, zone: ZONE, original, plainOnly: true })
    expect(told(await read(nameless(raw)))).toEqual([`Uta Lang < ${FIRST}`])
  })

  test('are asked about where nobody bears the name', async () => {
    const raw = forward({
      client: 'outlook',
      by: ME,
      to: INBOUND,
      at: ARRIVED,
      zone: ZONE,
      original: { ...fromJonas, to: ME },
      plainOnly: true,
    })
    expect(await read(nameless(raw))).toMatchObject({ status: 'asked', question: { unknownName: 'Jonas Keller' } })
  })

  test("the recruiter's own, written surname first, is nobody to ask about", async () => {
    const original = { ...fromJonas, from: ME, to: UTA }
    const raw = forward({ client: 'outlook', by: ME, to: INBOUND, at: ARRIVED, zone: ZONE, original, plainOnly: true })
    const listed = nameless(raw).replace('From: Rachel Stone\r\nSent', 'From: Stone, Rachel\r\nSent')
    expect(told(await read(listed))).toEqual([`Uta Lang > ${FIRST}`])
  })
})

describe('mails attached to a forward', () => {
  test('are each a message of its own', async () => {
    const other = { ...fromJonas, to: ME, at: THEN, subject: 'Second thoughts' }
    expect(told(await read(attachedTo(asMail({ ...fromUta, at: FIRST }), asMail(other))))).toEqual([
      `Uta Lang < ${FIRST}`,
      '+ Jonas Keller',
      `Jonas Keller < ${THEN}`,
    ])
  })

  test('within one another are a chain, as is a forward in the text of one', async () => {
    const nested = asMail(fromUta, { attachments: [{ name: 'inner.eml', message: asMail(fromJonas) }] })
    const inText = forward({ client: 'gmail', by: UTA, to: ME, at: THEN, zone: ZONE, original: fromJonas })
    for (const raw of [attachedTo(nested), attachedTo(inText)])
      expect(told(await read(raw))).toEqual(['+ Jonas Keller', `Jonas Keller < ${FIRST}`, `Uta Lang < ${THEN}`])
  })

  test('that a machine wrote say nothing, and the others do', async () => {
    const robot = mail({ from: 'no-reply@portal.example', to: ME, subject: 'Your job was published', text: 'Done.' })
    expect(told(await read(attachedTo(robot, asMail(fromUta))))).toEqual([`Uta Lang < ${THEN}`])
    expect((await read(attachedTo(robot))).status).toBe('nothing')
  })

  test('by the hundred are held', async () => {
    const many = Array.from({ length: 60 }, (_, index) => asMail({ ...fromUta, subject: `Mail ${index}` }))
    expect(await read(attachedTo(...many))).toMatchObject({ status: 'held' })
  })
})

describe('a date', () => {
  const dated = (shown: string) =>
    read(
      mail({
        from: ME,
        to: INBOUND,
        subject: 'FW: Shift lead',
        at: ARRIVED,
        zone: ZONE,
        text: `From: ${UTA}\nSent: ${shown}\nTo: ${ME}\nSubject: Shift lead\n\nTwo by May.`,
      }),
    )

  test.each([
    ['Tuesday, 6 October 2026 08:41', THEN],
    ['10/06/2026 08:41 CDT', THEN],
    ['06.10.2026 15:41 +0200', THEN],
  ])('%j is when they wrote', async (shown, at) => {
    expect(told(await dated(shown))).toEqual([`Uta Lang < ${at}`])
  })

  test.each(['03/04/2026 09:41', '6 October', 'yesterday', 'Monday, 6 October 2026 08:41', '32 October 2026 08:41'])(
    '%j can not be read for certain: it counts from its arrival, and is marked so',
    async shown => {
      const reading = await dated(shown)
      expect(told(reading)).toEqual([`Uta Lang < ${ARRIVED}`])
      expect(reading).toMatchObject({ commands: [{ command: { undated: true } }] })
    },
  )
})
