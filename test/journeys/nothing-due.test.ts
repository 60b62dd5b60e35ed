import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusDays, workingDayOnOrAfter } from '../../shared/domain/calendar/days.ts'
import { bounce, type Client, forward, mail, newsletter, outOfOffice, reply } from '../support/mail.ts'
import { type Account, type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** What must do nothing, and what must only move or remind: no touchpoint, no account, no answer to anybody. */

type Cast = {
  readonly recruiter: Recruiter
  readonly firstDay: string
  /** A client who owes an answer, and one whom we owe one. */
  readonly slow: { readonly client: string; readonly domain: string; readonly contact: string }
  readonly keen: { readonly client: string; readonly domain: string; readonly contact: string }
  readonly idle: readonly string[]
  readonly absence: { readonly text: string; readonly back: string }
  readonly forwardedAbsence: { readonly text: string; readonly back: string }
  readonly closeAll: string
  readonly reminder: { readonly text: string; readonly monday: string }
}

const newYork: Cast = {
  recruiter: { name: 'Dan Ortiz', address: 'dan@ortizsearch.example', zone: 'America/New_York', region: 'US' },
  firstDay: '2026-09-15',
  slow: { client: 'Acme Molding', domain: 'acmemolding.example', contact: 'Susan Reyes' },
  keen: { client: 'Northgate', domain: 'northgate.example', contact: 'Ellen Park' },
  idle: [
    'Still nothing from Northgate',
    'Should I call Susan?',
    'No word from Ellen yet.',
    "Susan hasn't called back.",
  ],
  absence: {
    text: 'I am out of the office until Thursday, September 24.\n\nSusan Reyes',
    back: '2026-09-24',
  },
  forwardedAbsence: {
    text: 'Thank you for your message. I am on leave and will be back on Monday 28 September.\n\nEllen Park',
    back: '2026-09-28',
  },
  closeAll: 'Close everything.',
  reminder: { text: 'Need to call Ellen on Monday', monday: '2026-09-21' },
}

/** Over the late summer bank holiday, on which one is back and the other is to be called. */
const london: Cast = {
  recruiter: { name: 'Oliver Grant', address: 'oliver@grantpartners.example', zone: 'Europe/London', region: 'GB-ENG' },
  firstDay: '2026-08-25',
  slow: { client: 'Birch and Vale', domain: 'birchvale.example', contact: 'Amir Shah' },
  keen: { client: 'Marlow Foods', domain: 'marlowfoods.example', contact: 'Freya Lund' },
  idle: ['Nothing yet from Marlow Foods.', 'Shall I ring Amir?', 'Waiting on Freya.', 'Why has Amir not replied?'],
  absence: {
    text: 'I am on annual leave, back on Monday 31 August. For anything urgent ring Joan.\n\nAmir',
    back: '2026-08-31',
  },
  forwardedAbsence: {
    text: 'I am away from my desk and return on 7 September.\n\nFreya',
    back: '2026-09-07',
  },
  closeAll: 'Rest all my accounts and close everything.',
  reminder: { text: 'Must ring Freya on Monday', monday: '2026-08-31' },
}

const FAILING = { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' }
const CLIENTS: readonly Client[] = ['gmail', 'outlook', 'new-outlook', 'apple', 'ios', 'thunderbird']
const mailbox = ({ contact, domain }: Cast['slow']): string => `${contact} <${addressOf(contact, domain)}>`
const addressOf = (name: string, domain: string): string => `${name.toLowerCase().replace(' ', '.')}@${domain}`
const first = (name: string): string => name.split(' ')[0] ?? name

describe.each([
  ['in New York', newYork],
  ['in London, over a bank holiday', london],
])('what must do nothing, %s', (_where, cast) => {
  const { recruiter, slow, keen } = cast
  const { zone } = recruiter
  let desk: Desk
  let account: Account
  let other: Account

  /** Nothing is told to any account, and nobody gets a mail. Answers how each message was read. */
  const changesNothing = async (arriving: () => Promise<unknown>): Promise<readonly string[]> => {
    const history = await desk.history()
    const sent = await desk.stack.outbox()
    const read = await desk.readAs(arriving)
    expect(await desk.history()).toEqual(history)
    expect(await desk.stack.outbox()).toEqual(sent)
    return read
  }
  const receiveAll = (messages: readonly string[], date: string, time: string) => async () => {
    for (const raw of messages) await desk.receives(date, time, raw)
  }
  const each = (status: string, messages: readonly unknown[]): readonly string[] => messages.map(() => status)

  beforeAll(async () => {
    desk = await openDesk(recruiter, cast.firstDay)
    const open = ({ client, domain, contact }: Cast['slow']) =>
      desk.account({
        client,
        domain,
        opening: 'Buyer',
        contacts: [{ name: contact, role: 'hr', email: addressOf(contact, domain) }],
      })
    account = await open(slow)
    other = await open(keen)
    await desk.copies(cast.firstDay, '08:30', {
      to: mailbox(slow),
      subject: 'Two people for you',
      text: `${first(slow.contact)}, could we talk about them this week?`,
    })
  })
  afterAll(async () => desk.stack.stop())

  it('a wait, a question or an intention is no touchpoint', async () => {
    const saying = async () => {
      for (const text of cast.idle) await desk.notes(desk.day(0), '09:00', text)
    }
    expect(await changesNothing(saying)).toEqual(each('nothing', cast.idle))
  })

  it('a newsletter and a bounce say nothing; a bounce that is forwarded is a line in the next digest', async () => {
    const at = desk.instant(desk.day(0), '09:10')
    const weekly = {
      from: 'Hiring Weekly <news@hiringweekly.example>',
      to: desk.by,
      subject: 'Ten ways to hire',
      text: 'This week: interviews that last a morning.\n\nYou get this because you signed up. Unsubscribe here.',
      at,
    }
    const failed = mail({ from: desk.by, to: mailbox(slow), subject: 'Two people for you', at, zone })
    const report = { to: recruiter.address, failed: addressOf(slow.contact, slow.domain), original: failed, at }
    const arriving = [
      newsletter(weekly),
      newsletter({ ...weekly, from: `${slow.client} <offers@${slow.domain}>`, subject: 'Our autumn catalogue' }),
      bounce(report),
      forward({ client: 'gmail', by: desk.by, to: desk.stack.inbound, at, zone, original: weekly }),
      forward({
        client: 'outlook',
        by: desk.by,
        to: desk.stack.inbound,
        at,
        zone,
        original: {
          from: `Microsoft Outlook <postmaster@${slow.domain}>`,
          to: desk.by,
          subject: 'Undeliverable: Two people for you',
          at,
          text: 'Delivery has failed to these recipients. The address could not be found.',
        },
      }),
      mail({
        from: desk.by,
        to: desk.stack.inbound,
        subject: 'Fwd: Undelivered Mail',
        at,
        zone,
        text: '',
        attachments: [{ name: 'report.eml', type: 'message/rfc822', content: bounce(report) }],
      }),
    ]
    const readAs = await changesNothing(receiveAll(arriving, desk.day(0), '09:10'))
    expect(readAs.toSorted()).toEqual(['asked', ...each('nothing', arriving.slice(1))])
  })

  it('one mail is one touchpoint, by whichever ways it comes', async () => {
    const touchpoints = async () => (await desk.events('TouchpointLogged')).length
    const before = await touchpoints()
    const sent = { to: mailbox(keen), subject: 'A buyer for you', text: `${first(keen.contact)}, when could we talk?` }
    const copy = await desk.copies(desk.day(0), '10:00', sent)
    expect(await touchpoints()).toBe(before + 1)
    await desk.receives(desk.day(0), '10:01', copy)
    const ours = { ...sent, from: desk.by, at: desk.instant(desk.day(0), '10:00'), zone }
    for (const client of CLIENTS) await desk.forwards(desk.day(0), '10:05', ours, { client })
    expect(await touchpoints()).toBe(before + 1)

    const theirs = {
      from: mailbox(keen),
      to: desk.by,
      subject: 'Re: A buyer for you',
      at: desk.instant(desk.day(0), '11:00'),
      zone,
      text: 'Who is it? Could you send me a résumé first?',
    }
    await desk.receives(desk.day(0), '11:01', mail({ ...theirs, messageId: 'theirs@client.example' }))
    expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({
      direction: 'inbound',
      evidence: 'verified',
      contactName: keen.contact,
    })
    for (const client of CLIENTS) await desk.forwards(desk.day(0), '11:05', theirs, { client })
    const byNameAlone = forward({
      client: 'outlook',
      by: desk.by,
      to: desk.stack.inbound,
      at: desk.instant(desk.day(0), '11:06'),
      zone,
      original: theirs,
      messageId: 'by-name@x',
    }).replace(new RegExp(`(From: ${keen.contact}) (<|&lt;)[^>&\\r]*(>|&gt;)`, 'g'), '$1')
    expect(byNameAlone).not.toContain(`From: ${keen.contact} <`)
    await desk.receives(desk.day(0), '11:06', byNameAlone)
    await desk.forwards(desk.day(0), '11:07', theirs, { note: `Reply from ${first(keen.contact)}, at last` })
    await desk.receives(
      desk.day(0),
      '11:08',
      mail({
        from: desk.by,
        to: desk.stack.inbound,
        subject: 'Fwd: A buyer for you',
        at: desk.instant(desk.day(0), '11:08'),
        zone,
        text: 'FYI',
        attachments: [{ name: 'mail.eml', type: 'message/rfc822', content: mail(theirs) }],
      }),
    )
    expect(await touchpoints()).toBe(before + 2)
    expect(await desk.events('ContactAdded')).toHaveLength(2)
    expect(await desk.due(desk.day(1))).toEqual([`answer-them ${keen.contact}`])
  })

  it('our own digest that comes back is not read: redirected, forwarded, or answered to all without a word', async () => {
    const digest = await desk.morning(desk.day(1))
    if (!digest) throw new Error('there was to be a digest')
    const to = digest.headers['reply-to'] ?? ''
    const at = desk.instant(desk.day(1), '08:00')
    const quoted = { from: digest.from, to: desk.by, subject: digest.subject, at: digest.at, zone, text: digest.text }
    const arriving = [
      digest.raw,
      ...CLIENTS.map(client =>
        forward({
          client,
          by: desk.by,
          to: desk.stack.inbound,
          at,
          zone,
          original: quoted,
          messageId: `back-${client}@x`,
        }),
      ),
      mail({
        from: desk.by,
        to: desk.stack.inbound,
        subject: `Fwd: ${digest.subject}`,
        at,
        zone,
        text: '',
        attachments: [{ name: 'digest.eml', type: 'message/rfc822', content: digest.raw }],
      }),
      ...CLIENTS.flatMap(client =>
        ['', 'Thanks!'].map(words =>
          reply({
            client,
            by: desk.by,
            to: `${to}, ${digest.from}, ${desk.by}`,
            at,
            zone,
            words,
            quoted,
            messageId: `all-${client}-${words.length}@x`,
          }),
        ),
      ),
    ]
    expect(await changesNothing(receiveAll(arriving, desk.day(1), '08:00'))).toEqual(each('nothing', arriving))
    await desk.receives(
      desk.day(1),
      '08:05',
      forward({
        client: 'apple',
        by: desk.by,
        to: desk.stack.inbound,
        at,
        zone,
        note: `Answered ${first(keen.contact)} by email.`,
        original: quoted,
        messageId: 'answered@x',
      }),
    )
    expect((await desk.events('TaskSettled')).at(-1)).toMatchObject({ how: 'done' })
  })

  it('an out-of-office reply is no answer: what is due moves to the day they are back', async () => {
    const absent = (time: string, from: string, text: string) =>
      outOfOffice({
        from,
        to: desk.by,
        text,
        at: desk.instant(desk.day(1), time),
        subject: 'Automatic reply: Buyer',
      })
    await desk.receives(desk.day(1), '08:32', absent('08:31', mailbox(slow), cast.absence.text))
    await desk.forwards(desk.day(1), '08:40', {
      from: mailbox(keen),
      to: desk.by,
      subject: 'Automatic reply: A buyer for you',
      at: desk.instant(desk.day(1), '08:35'),
      zone,
      text: cast.forwardedAbsence.text,
    })
    const absences = (await desk.events('ContactAway')).map(away => [
      away['contactName'],
      away['until'],
      away['evidence'],
    ])
    expect(absences).toEqual([
      [slow.contact, cast.absence.back, 'verified'],
      [keen.contact, cast.forwardedAbsence.back, 'inferred'],
    ])

    const later = cast.absence.text.replace(/\d+/, '30')
    const undated = 'I am out of the office with limited access to email.'
    const original = {
      from: mailbox(slow),
      to: desk.by,
      subject: 'Automatic reply: Two people for you',
      at: desk.instant(desk.day(1), '08:43'),
      text: undated,
    }
    const arriving: readonly [string, Record<string, string>][] = [
      [absent('08:41', mailbox(slow), later), FAILING],
      [absent('08:42', mailbox(slow), undated), {}],
      [absent('08:42', 'Ann Other <ann@elsewhere.example>', cast.absence.text), {}],
      [forward({ client: 'apple', by: desk.by, to: desk.stack.inbound, at: original.at, zone, original }), {}],
    ]
    const receiving = async () => {
      for (const [raw, verdicts] of arriving) await desk.receives(desk.day(1), '08:45', raw, verdicts)
    }
    expect(await changesNothing(receiving)).toEqual(each('nothing', arriving))
  })

  it('what nobody vouches for is held: it changes nothing, and is one line in the next digest and in no other', async () => {
    const at = desk.instant(desk.day(1), '14:00')
    const to = desk.stack.inbound
    const stranger = 'Mallory Finch <mallory@signed.example>'
    const domain = recruiter.address.split('@')[1]
    const told = `Called ${slow.contact}, left a voicemail. ${cast.closeAll}`
    const original = { from: mailbox(slow), to: stranger, subject: 'It is over', at, text: 'We are done here.' }
    const from = (sender: string, subject: string, text: string) => mail({ from: sender, to, subject, at, text })
    /** Subject, message, verdicts. */
    const arriving: readonly [string, string, Record<string, string>][] = [
      ['close everything', from(desk.by, 'close everything', cast.closeAll), FAILING],
      ['by a server of nobody', from(desk.by, 'by a server of nobody', cast.closeAll), { dkim: 'GRAY', dmarc: 'GRAY' }],
      ['unsigned', from('Bob Lane <bob@unknown.example>', 'unsigned', told), FAILING],
      ['stolen address', from(stranger, 'stolen address', told), {}],
      ['It is over', forward({ client: 'gmail', by: stranger, to, at, original }), {}],
      ['We are done', from(mailbox(slow), 'We are done', 'Please stop.'), FAILING],
      ['as a colleague', from(`Pat Doe <pat@${domain}>`, 'as a colleague', told), {}],
    ]
    const receiving = async () => {
      for (const [, raw, verdicts] of arriving) await desk.receives(desk.day(1), '14:00', raw, verdicts)
    }
    expect(await changesNothing(receiving)).toEqual(each('held', arriving))

    const lines = async (date: string) => ((await desk.morning(date))?.text ?? '').replace(/\s+/g, ' ').split('- ')
    const held = (await lines(desk.day(2))).filter(line => line.includes('was held'))
    expect(held).toHaveLength(arriving.length)
    for (const [subject] of arriving)
      expect(
        held.filter(line => line.includes(subject)),
        subject,
      ).toHaveLength(1)
    expect((await lines(desk.day(3))).filter(line => line.includes('was held'))).toEqual([])
  })

  it('a reminder is a line in the digest of its day, or of the next working day, and no touchpoint', async () => {
    const { text, monday } = cast.reminder
    const touchpoints = await desk.events('TouchpointLogged')
    await desk.notes(desk.day(3), '10:00', text)
    expect(await desk.events('TouchpointLogged')).toEqual(touchpoints)
    expect((await desk.events('ReminderNoted'))[0]).toMatchObject({ due: monday, contactName: keen.contact })
    const shown = workingDayOnOrAfter(desk.calendar, monday)
    for (let day = plusDays(desk.day(3), 1); day < shown; day = plusDays(day, 1))
      expect((await desk.morning(day))?.text ?? '', day).not.toContain(text)
    expect((await desk.morning(shown))?.text).toContain(text)
  })

  it('who is away is due on the day they are back, and not before', async () => {
    const due = async (date: string, contact: string) => (await desk.due(date)).filter(task => task.endsWith(contact))
    const { absence, forwardedAbsence } = cast
    const back = workingDayOnOrAfter(desk.calendar, absence.back)
    const raised = (await desk.events('TaskRaised')).filter(task => task['contactName'] === slow.contact)
    expect(raised.filter(task => String(task['due']) < back)).toEqual([])
    for (
      let day = plusDays(workingDayOnOrAfter(desk.calendar, cast.reminder.monday), 1);
      day < back;
      day = plusDays(day, 1)
    )
      expect(await due(day, slow.contact), day).toEqual([])
    expect(await due(back, slow.contact)).toEqual([`call-and-write ${slow.contact}`])
    for (let day = plusDays(back, 1); day < forwardedAbsence.back; day = plusDays(day, 1))
      expect(await due(day, keen.contact), day).toEqual([])
    expect(await due(forwardedAbsence.back, keen.contact)).toEqual([`call-and-write ${keen.contact}`])
  })

  it('what the API can not take is refused by the name of its field, and the log stays as it was', async () => {
    const touch = {
      command: 'LogTouchpoint',
      direction: 'outbound',
      channel: 'call',
      outcome: 'left-message',
      contact: account.contact(slow.contact),
    }
    const { outcome: _outcome, ...incomplete } = touch
    const asked: readonly [string, string, Record<string, unknown>][] = [
      ['an unknown command', 'command', { ...touch, command: 'LogTouchpiont' }],
      ['no command', 'command', {}],
      ['a contact of another engagement', 'contact', { ...touch, contact: other.contact(keen.contact) }],
      ['a date that is none', 'until', { command: 'PauseEngagement', until: '2026-02-30' }],
      ['an instant that is none', 'at', { ...touch, at: 'yesterday' }],
      ['what has not happened yet', 'at', { ...touch, at: '2031-01-01T09:00:00Z' }],
      ['a missing field', 'outcome', incomplete],
      ['a channel that is none', 'channel', { ...touch, channel: 'pigeon' }],
      ['an outcome that the channel can not have', 'outcome', { ...touch, channel: 'email' }],
      ['a merge into nothing', 'into', { command: 'MergeEngagement', into: 'nowhere' }],
      ['a handover to nobody', 'to', { command: 'HandOverEngagement', to: 'nobody' }],
    ]
    const isRefused = async (what: string, response: Response, field: string): Promise<void> => {
      expect(response.headers.get('content-type'), what).toBe('application/problem+json')
      const problem = (await response.json()) as { status: number; errors: { field: string }[] }
      expect(problem.status, what).toBe(response.status)
      expect(
        problem.errors.map(error => error.field),
        what,
      ).toContain(field)
    }
    const path = `/api/engagements/${account.id}/commands`
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(touch)
    await changesNothing(async () => {
      for (const [what, field, command] of asked) await isRefused(what, await account.say(command), field)
      await isRefused('no JSON', await desk.stack.api(path, { method: 'POST', body: '{' }), '')
      await isRefused(
        'an unknown engagement',
        await desk.stack.api('/api/engagements/nowhere/commands', { method: 'POST', body }),
        'id',
      )
      await isRefused(
        'no client',
        await desk.stack.api('/api/engagements', { method: 'POST', body: '{"title": "Buyer"}' }),
        'client',
      )
      await isRefused(
        'an address that is none',
        await desk.stack.api('/api/engagements', {
          method: 'POST',
          body: JSON.stringify({ client: { name: 'Marsh' }, contacts: [{ name: 'Al Marsh', emails: ['al'] }] }),
        }),
        'contacts.0.emails.0',
      )
      await isRefused('a date that is none', await desk.stack.api('/api/tasks?on=2026-02-30'), 'on')
      for (const authorization of ['', 'Bearer wrong', `Basic ${desk.stack.token}`])
        await isRefused(
          'a wrong token',
          await desk.stack.call(path, { method: 'POST', headers: { ...headers, authorization }, body }),
          'authorization',
        )
    })
    expect((await account.say(touch)).status).toBe(200)
  })
})
