import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { ContactId, EngagementId, type TouchpointId } from '../../shared/domain/vocabulary.ts'
import { INBOUND, type Inbox, openInbox, type Person } from '../support/inbound.ts'
import { forward, mail, note, type OriginalMail } from '../support/mail.ts'

const GRETA: Person = { name: 'Greta Lund', address: 'greta@lundtalent.example', zone: 'America/Denver' }
const ME = `${GRETA.name} <${GRETA.address}>`
const OLA = 'Ola Brandt <ola.brandt@pinecrest.example>'
const ola = ContactId.parse('ola')
const account = EngagementId.parse('pinecrest')

const opening: readonly Command[] = [
  {
    command: 'OpenEngagement',
    engagement: account,
    client: 'Pinecrest Mills',
    domains: ['pinecrest.example'],
    origin: 'mpc',
  },
  {
    command: 'AddContact',
    contact: ola,
    name: 'Ola Brandt',
    role: 'hr',
    emails: ['ola.brandt@pinecrest.example'],
    phones: [],
  },
]
const withOla = async (): Promise<Inbox> => {
  const inbox = await openInbox(GRETA)
  await inbox.tell('2026-09-01T15:00:00Z', account, ...opening)
  return inbox
}

let ids = 0
const copied = (
  inbox: Inbox,
  at: string,
  subject: string,
  more: { messageId?: string; arrives?: string; text?: string } = {},
) =>
  inbox.arrive(
    mail({
      from: ME,
      to: OLA,
      at,
      zone: GRETA.zone,
      subject,
      text: more.text ?? 'Ola, a word on this.',
      messageId: more.messageId ?? `c${ids++}@lundtalent.example`,
    }),
    more.arrives ?? at,
  )
const forwarded = (
  inbox: Inbox,
  at: string,
  original: Partial<OriginalMail>,
  more: Partial<Parameters<typeof forward>[0]> = {},
) =>
  inbox.arrive(
    forward({
      client: 'gmail',
      by: ME,
      to: INBOUND,
      at,
      zone: GRETA.zone,
      messageId: `f${ids++}@lundtalent.example`,
      original: {
        from: ME,
        to: OLA,
        subject: 'Terms',
        at,
        zone: GRETA.zone,
        text: 'Ola, a word on this.',
        ...original,
      },
      ...more,
    }),
    at,
  )
const noted = (inbox: Inbox, at: string, text: string) =>
  inbox.arrive(note(ME, INBOUND, text, { at, zone: GRETA.zone, messageId: `n${ids++}@lundtalent.example` }), at)
const touches = (inbox: Inbox) => inbox.facts('TouchpointLogged')

describe('one mail by two ways', () => {
  const SENT = '2026-09-14T15:12:20Z'

  it('copied and then forwarded is one touchpoint', async () => {
    const inbox = await withOla()
    await copied(inbox, SENT, 'Terms')
    for (const client of ['gmail', 'outlook', 'apple', 'thunderbird'] as const)
      expect((await forwarded(inbox, '2026-09-14T18:00:00Z', { at: SENT }, { client })).status).toBe('nothing')
    expect(await touches(inbox)).toHaveLength(1)
  })

  it('forwarded and then copied late is one touchpoint', async () => {
    const inbox = await withOla()
    await forwarded(inbox, '2026-09-14T18:00:00Z', { at: SENT })
    await copied(inbox, SENT, 'Terms', { arrives: '2026-09-14T19:00:00Z' })
    expect(await touches(inbox)).toHaveLength(1)
  })

  it('is one when the minute it shows is the next, and a gateway wrote before its subject', async () => {
    const inbox = await withOla()
    await copied(inbox, '2026-09-14T15:12:58Z', 'AW: Terms')
    await forwarded(inbox, '2026-09-14T18:00:00Z', { at: '2026-09-14T15:13:01Z', subject: '[EXTERNAL] Re: Terms' })
    expect(await touches(inbox)).toHaveLength(1)
  })

  it('is one when a service on the way gave it another Message-ID', async () => {
    const inbox = await withOla()
    await copied(inbox, SENT, 'Terms', { messageId: 'one@lundtalent.example' })
    await copied(inbox, SENT, 'Terms', { messageId: 'two@relay.example' })
    expect(await touches(inbox)).toHaveLength(1)
  })

  it('is a touchpoint of its own when another of the same subject goes out later', async () => {
    const inbox = await withOla()
    await copied(inbox, SENT, 'Terms')
    await copied(inbox, '2026-09-14T15:12:50Z', 'Terms')
    await forwarded(inbox, '2026-09-15T18:00:00Z', { at: '2026-09-15T15:40:00Z' })
    expect(await touches(inbox)).toHaveLength(3)
  })

  it('is theirs by a forward and by a mailbox rule once', async () => {
    const inbox = await withOla()
    const theirs = { from: OLA, to: ME, subject: 'Two openings', at: SENT }
    await inbox.arrive(mail({ ...theirs, text: 'We have two openings.' }), SENT)
    await forwarded(inbox, '2026-09-14T18:00:00Z', { ...theirs, text: 'We have two openings.' })
    const logged = await touches(inbox)
    expect(logged).toMatchObject([{ direction: 'inbound', evidence: 'verified' }])
  })

  it('brings what it brought once', async () => {
    const inbox = await withOla()
    const text = 'Ola, please find attached the recruitment agreement for your signature.'
    await copied(inbox, SENT, 'Agreement', { text })
    await forwarded(inbox, '2026-09-14T18:00:00Z', { at: SENT, subject: 'Agreement', text })
    expect(await inbox.facts('MilestoneReached')).toHaveLength(1)
  })

  it('is asked about where hours lie between, as between two zones', async () => {
    const inbox = await withOla()
    await copied(inbox, SENT, 'Terms')
    const read = await forwarded(inbox, '2026-09-14T18:30:00Z', { at: '2026-09-14T17:12:00Z' })
    expect(read.question?.text).toBe('Is this the same mail as “Terms” to Ola Brandt, Monday 14 September at 9:12 am?')
    expect(read.question?.answers.map(({ label }) => label)).toEqual(['The same', 'Another one'])
    expect(await touches(inbox)).toHaveLength(1)
  })

  it('is asked about where the subject is another at the same minute', async () => {
    const inbox = await withOla()
    await copied(inbox, SENT, 'Terms')
    const read = await forwarded(inbox, '2026-09-14T18:30:00Z', { at: SENT, subject: 'Our terms' })
    expect(read.status).toBe('asked')
    const [same, another] = read.question?.answers ?? []
    expect(same?.commands.map(({ command }) => command.command)).toEqual(['ConfirmTouchpoint'])
    expect(another?.commands.map(({ command }) => command.command)).toEqual(['LogTouchpoint'])
  })
})

describe('a note of a mail', () => {
  const MORNING = '2026-09-14T15:12:20Z'
  const EVENING = '2026-09-14T23:00:00Z'

  it.each(['Emailed Ola today.', 'Wrote to Ola about the terms', 'Sent Ola an email this morning'])(
    'that was copied the same day adds its words, and no second attempt: %j',
    async words => {
      const inbox = await withOla()
      await copied(inbox, MORNING, 'Terms')
      await noted(inbox, EVENING, words)
      expect(await touches(inbox)).toHaveLength(1)
      expect(await inbox.facts('TouchpointConfirmed')).toHaveLength(1)
    },
  )

  it('written first is one with the copy that comes later', async () => {
    const inbox = await withOla()
    await noted(inbox, '2026-09-14T18:00:00Z', 'Emailed Ola this morning.')
    await copied(inbox, MORNING, 'Terms', { arrives: '2026-09-14T20:00:00Z' })
    expect(await touches(inbox)).toHaveLength(1)
    await copied(inbox, '2026-09-14T16:40:00Z', 'A candidate', { arrives: '2026-09-14T20:01:00Z' })
    expect(await touches(inbox)).toHaveLength(2)
  })

  it('is of another where the copy went out after it was written', async () => {
    const inbox = await withOla()
    await noted(inbox, '2026-09-14T15:00:00Z', 'Emailed Ola.')
    await copied(inbox, '2026-09-14T20:00:00Z', 'Terms')
    expect(await touches(inbox)).toHaveLength(2)
  })

  it('is of another on another day, to another person, or by another channel', async () => {
    const inbox = await withOla()
    await copied(inbox, '2026-09-14T15:00:00Z', 'Terms')
    await noted(inbox, '2026-09-15T15:00:00Z', 'Emailed Ola.')
    await noted(inbox, '2026-09-14T16:00:00Z', 'Texted Ola.')
    await noted(inbox, '2026-09-14T16:10:00Z', 'Called Ola, left a voicemail.')
    expect(await touches(inbox)).toHaveLength(4)
  })

  it('at an hour of its own far from the copy’s is of another', async () => {
    const inbox = await withOla()
    await copied(inbox, '2026-09-14T15:00:00Z', 'Terms')
    await noted(inbox, EVENING, 'Emailed Ola at 4pm.')
    expect(await touches(inbox)).toHaveLength(2)
  })

  it('that tells of one more is asked about', async () => {
    const inbox = await withOla()
    await copied(inbox, MORNING, 'Terms')
    const read = await noted(inbox, EVENING, 'Emailed Ola again.')
    expect(read.question?.text).toBe(
      'You told of an email to Ola Brandt. Is it the one “Terms” of Monday 14 September at 9:12 am, which is recorded already?',
    )
    expect(await touches(inbox)).toHaveLength(1)
  })

  it('told twice is asked about the second time', async () => {
    const inbox = await withOla()
    await copied(inbox, MORNING, 'Terms')
    await noted(inbox, EVENING, 'Emailed Ola.')
    expect((await noted(inbox, '2026-09-14T23:30:00Z', 'Emailed Ola about terms.')).status).toBe('asked')
    expect(await touches(inbox)).toHaveLength(1)
  })

  it('brings what the mail brought once, whichever comes first', async () => {
    const text = 'Ola, please find attached the recruitment agreement for your signature.'
    const one = await withOla()
    await copied(one, MORNING, 'Agreement', { text })
    await noted(one, EVENING, 'Sent Ola the agreement.')
    const other = await withOla()
    await noted(other, EVENING, 'Sent Ola the agreement this morning.')
    await copied(other, MORNING, 'Agreement', { text, arrives: '2026-09-14T23:30:00Z' })
    for (const inbox of [one, other]) {
      expect(await inbox.facts('MilestoneReached')).toHaveLength(1)
      expect(await touches(inbox)).toHaveLength(1)
    }
  })

  it('that went with something the copy did not bring is asked about', async () => {
    const inbox = await withOla()
    await copied(inbox, MORNING, 'Terms')
    expect((await noted(inbox, EVENING, 'Sent Ola two résumés.')).status).toBe('asked')
    expect(await touches(inbox)).toHaveLength(1)
    expect((await inbox.facts('MilestoneReached')).map(({ milestone }) => milestone)).toEqual(['candidates-sent'])
  })

  it('keeps the rest of what it tells', async () => {
    const inbox = await withOla()
    await copied(inbox, MORNING, 'Terms')
    await noted(inbox, EVENING, 'Emailed Ola and left her a voicemail.')
    expect((await touches(inbox)).map(({ channel }) => channel)).toEqual(['email', 'voicemail'])
  })
})

describe('a note of what was recorded by a press', () => {
  it('is asked about, unless it tells of one more', async () => {
    const inbox = await withOla()
    await inbox.tell('2026-09-14T16:00:00Z', account, {
      command: 'LogTouchpoint',
      direction: 'outbound',
      channel: 'voicemail',
      outcome: 'left-message',
      contact: ola,
    })
    const read = await noted(inbox, '2026-09-14T22:00:00Z', 'Left Ola a voicemail.')
    expect(read.question?.text).toBe(
      'You told of a voicemail to Ola Brandt. Is it the one of Monday 14 September at 10:00 am, which is recorded already?',
    )
    await noted(inbox, '2026-09-14T22:10:00Z', 'Left Ola another voicemail.')
    expect(await touches(inbox)).toHaveLength(2)
  })
})

describe('a mail taken back', () => {
  it('counts again when it comes again', async () => {
    const inbox = await withOla()
    await copied(inbox, '2026-09-14T15:00:00Z', 'Terms')
    const [first] = await touches(inbox)
    await inbox.tell('2026-09-14T16:00:00Z', account, {
      command: 'RetractTouchpoint',
      touchpoint: first?.touchpoint as TouchpointId,
    })
    await forwarded(inbox, '2026-09-14T18:00:00Z', { at: '2026-09-14T15:00:00Z' })
    expect(await touches(inbox)).toHaveLength(1)
  })
})
