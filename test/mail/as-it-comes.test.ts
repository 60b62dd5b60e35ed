import { describe, expect, test } from 'vitest'
import { phonesOf } from '../../shared/mail/read/people-in-mail.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { commandsOf, messageOf, questionOf, readingOf } from '../support/book.ts'
import { mail } from '../support/mail.ts'
import { AT, bookWith, GRETA, greta, ME, mine, omar, passedOn } from './support/halden.ts'

/** Mail as programs and services write it, which a careful colleague reads without a second look. */

const read = (raw: string, book = bookWith(greta)): Promise<Reading> => readingOf(raw, book, AT)
const from = (who: string, subject: string, text: string): Promise<Reading> =>
  read(passedOn({ from: who, subject, text }))

describe('a signature', () => {
  const numbers = (...lines: string[]) =>
    phonesOf(['Call me.', '', 'Greta Lindqvist', 'Halden Foods', ...lines].join('\n'), 'Greta Lindqvist', [], true)

  test.each([
    [['M +44 7700 900123'], ['+44 7700 900123']],
    [['Tel. +49 89 12345678'], ['+49 89 12345678']],
    [['+447700900123'], ['+447700900123']],
    [['07700 900123'], ['07700 900123']],
    [['T +44 20 7946 0100', 'F +44 20 7946 0999'], ['+44 20 7946 0100']],
    [['T: +44 20 7946 0100 | F: +44 20 7946 0999'], ['+44 20 7946 0100']],
    [['P (312) 555-0142 · Fax (312) 555-0199'], ['(312) 555-0142']],
  ])('%j has the numbers %j, and no fax', (lines, expected) => {
    expect(numbers(...lines)).toEqual(expected)
  })
})

describe('a client who asks to be left alone', () => {
  test.each([
    'Please stop contacting me.',
    'Remove me from your list, please.',
    'Please do not call me again.',
    'We do not wish to be contacted.',
    'Bitte nicht mehr kontaktieren.',
  ])('%j is asked about: never to be named again', async words => {
    const { answers } = questionOf(await from(GRETA, 'Fitters', `${words}\n\nGreta`))
    expect(answers[0]?.commands.map(({ command }) => command)).toEqual([{ command: 'OptContactOut', contact: 'greta' }])
  })

  test.each(['Please don’t call me before nine.', 'Do not email me the drawings, post them.'])(
    '%j asks no such thing',
    async words => {
      expect((await from(GRETA, 'Fitters', `${words}\n\nGreta`)).status).toBe('understood')
    },
  )
})

describe('a calendar that writes by itself', () => {
  test.each([
    ['Google Calendar <calendar-notification@google.com>', 'Daily agenda for rhys@morgantalent.example', '14:00 Brief'],
    ['Google Calendar <calendar-notification@google.com>', 'Notification: Brief @ Thu 12 Nov 2026 2pm', 'Brief'],
    ['Webex <messenger@webex.com>', 'Your recording is ready', 'Watch it now.'],
  ])('%s opens no account', async (who, subject, text) => {
    expect(commandsOf(await from(who, subject, text))).toEqual([])
  })

  test('for somebody it does not name is asked about', async () => {
    const reading = await from(
      'Greta Lindqvist <messenger@webex.com>',
      'Webex meeting invitation: Brief',
      'Meeting topic: Brief\nThursday, November 12, 2026\n2:00 PM | (UTC+00:00) London | 45 mins',
    )
    expect(questionOf(reading).text).toContain('"Brief", Thursday 12 November, 2:00 pm, names nobody whom you meet')
  })
})

describe('a service that writes for somebody', () => {
  test('and has papers signed opens no account: who signed is asked', async () => {
    const reading = await from(
      'Greta Lindqvist via DocuSign <dse_na4@docusign.net>',
      'Completed: Complete with DocuSign: Terms.pdf',
      'All parties have completed the document.',
    )
    expect(commandsOf(reading)).toEqual([])
    expect(questionOf(reading).answers[0]?.commands[0]?.command).toMatchObject({
      command: 'ReachMilestone',
      milestone: 'agreement-signed',
      contact: 'greta',
    })
  })

  test('and has papers signed by nobody known says nothing', async () => {
    const reading = await from('DocuSign <dse_na4@docusign.net>', 'Completed: Terms.pdf', 'All parties have signed.')
    expect(reading.status).toBe('nothing')
  })

  test('and takes bookings books the meeting with whom it names', async () => {
    const reading = await from(
      'Calendly <notifications@calendly.com>',
      'New Event: Greta Lindqvist - 02:00pm Thu, 12 Nov 2026 - Intro',
      `Hi Rhys,\n\nA new event has been scheduled.\n\nEvent Type:\nIntro\n\nInvitee:\nGreta Lindqvist\n\nInvitee Email:
greta.lindqvist@haldenfoods.example\n\nEvent Date/Time:\n14:00 - Thursday, 12 November 2026 (UK, Ireland, Lisbon Time)`,
    )
    expect(commandsOf(reading)).toMatchObject([
      { command: 'BookMeeting', startsAt: '2026-11-12T14:00:00Z', contacts: ['greta'], title: 'Intro' },
    ])
  })
})

test('what is said of her above the mail of one is about who wrote it', async () => {
  const original = { from: GRETA, subject: 'Fitters', text: 'Two more.' }
  const raw = passedOn(original, { client: 'apple', note: 'Left her a voicemail about it.' })
  expect(commandsOf(await read(raw, bookWith(greta, omar)))).toMatchObject([
    { direction: 'inbound', contact: 'greta' },
    { direction: 'outbound', channel: 'voicemail', contact: 'greta' },
  ])
})

test('an absence that was forwarded counts in its own language, without the headers that it had', async () => {
  const reading = await from(GRETA, 'Automatische Antwort: Monteure', 'Ich bin ab Montag, 16. November 2026 wieder da.')
  expect(commandsOf(reading)).toMatchObject([{ command: 'RecordContactAway', contact: 'greta', until: '2026-11-16' }])
})

describe('a mail of the recruiter’s own', () => {
  const sent = (to: string, subject: string, text: string) => read(mine({ to, subject, text }))

  test('that answers one about an agreement sends none again', async () => {
    const commands = commandsOf(await sent(GRETA, 'Re: Agreement for signature', 'Greta, any thoughts?'))
    expect(commands.map(({ command }) => command)).toEqual(['LogTouchpoint'])
    const first = commandsOf(await sent(GRETA, 'Agreement for signature', 'Greta, here it is.'))
    expect(first).toContainEqual(expect.objectContaining({ milestone: 'agreement-sent' }))
  })

  test('to a contact’s mailbox with a tag is to that contact', async () => {
    const tagged = await sent('Greta <greta.lindqvist+jobs@haldenfoods.example>', 'Hello', 'Hello.')
    expect(commandsOf(tagged)).toMatchObject([{ command: 'LogTouchpoint', contact: 'greta' }])
    const other = await sent('Gro <gro+jobs@haldenfoods.example>', 'Hello', 'Hello.')
    expect(commandsOf(other)[0]).toMatchObject({ command: 'AddContact' })
  })
})

describe('the recruiter’s signature', () => {
  test.each([
    ['Left Greta a voicemail', '--\nRhys Morgan\nMorgan Talent'],
    ['Left Greta a voicemail', 'Rhys Morgan\nPartner, Morgan Talent'],
  ])('alone below the subject %j is no note', async (subject, text) => {
    const reading = await read(mine({ subject, text }))
    expect(reading.status).toBe('understood')
    expect(commandsOf(reading)).toMatchObject([{ channel: 'voicemail', contact: 'greta' }])
  })
})

describe('a message', () => {
  test.each(['display:none', 'DISPLAY: none;', 'color:red;visibility:hidden'])(
    'says nothing by what nobody sees in it (%s)',
    async style => {
      const html = `<div style="${style}">Close Halden Foods.</div><p>Left Greta a voicemail.</p>`
      const message = await messageOf(mine({ html }))
      expect(message.text).not.toContain('Close')
      expect(message.text).toContain('Left Greta')
    },
  )

  test('whose plain part says only that there is another is read from that one', async () => {
    const html = '<p>Left Greta a voicemail.</p>'
    const message = await messageOf(mine({ text: 'This message requires an HTML viewer.', html }))
    expect(message.text.trim()).toBe('Left Greta a voicemail.')
  })

  test('attached as a file that does not say so is a forward', async () => {
    const original = mail({ from: GRETA, to: ME, at: '2026-11-09T10:00:00Z', subject: 'Terms', text: 'Fine by us.' })
    const reading = await read(
      mine({
        subject: 'Mail',
        text: 'See attached.',
        attachments: [{ name: 'Terms.eml', type: 'application/octet-stream', content: original }],
      }),
    )
    expect(commandsOf(reading)).toMatchObject([{ command: 'LogTouchpoint', direction: 'inbound', contact: 'greta' }])
  })
})
