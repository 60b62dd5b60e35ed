import { describe, expect, test } from 'vitest'
import { returnDay } from '../../shared/mail/read/absence.ts'
import { type Automatic, automatic, awayUntil } from '../../shared/mail/read/automatic.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { bounce, bytes, invitation, type MailParts, mail, newsletter, outOfOffice } from '../support/mail.ts'

const kindOf = async (raw: string): Promise<Automatic | null> => {
  const message = await readMessage(bytes(raw))
  if (message.kind === 'too-much') throw new Error(message.limit)
  return automatic(message)
}
const from = 'Lena Brandt <lena@foundry.example>'
const to = 'omar@talent.example'
const sent = (parts: Partial<MailParts>) => kindOf(mail({ from, to, text: 'Hello Omar', ...parts }))
const away = (text: string) => outOfOffice({ from, to, text, at: '2026-11-26T20:00:00Z' })

describe('who sent a message', () => {
  test('a person', async () => {
    expect(await sent({})).toBeNull()
  })

  test('a person whose program asks machines to be silent', async () => {
    expect(await sent({ headers: { 'X-Auto-Response-Suppress': 'All' } })).toBeNull()
    expect(await sent({ headers: { 'Auto-Submitted': 'no' } })).toBeNull()
  })

  test('a person who writes with a program that adds a way to unsubscribe', async () => {
    expect(await sent({ headers: { 'List-Unsubscribe': '<mailto:stop@talent.example>' } })).toBeNull()
  })

  test('a person whose calendar sends an invitation', async () => {
    const raw = invitation({
      by: from,
      to,
      title: 'Call',
      starts: '2026-12-01T15:00:00Z',
      ends: '2026-12-01T15:30:00Z',
      organizer: from,
      attendees: [to],
    })
    expect(await kindOf(raw.replace('MIME-Version', 'Auto-Submitted: auto-generated\r\nMIME-Version'))).toBeNull()
  })

  test('we did, and it came back', async () => {
    expect(await sent({ headers: { 'X-Relight-Mail': 'digest', 'Auto-Submitted': 'auto-generated' } })).toEqual({
      kind: 'own',
    })
  })

  test('a person who tells that somebody is out of office', async () => {
    expect(await sent({ subject: 'Out of office', text: 'Ruth is back on 7 December, says Omar.' })).toBeNull()
    expect(await sent({ subject: 'Ruth', text: 'She is out of office until Monday.' })).toBeNull()
  })

  test('a list, a newsletter', async () => {
    expect(
      await kindOf(newsletter({ from: 'News <news@news.example>', to, subject: 'Weekly', text: 'Read on' })),
    ).toEqual({
      kind: 'newsletter',
    })
    expect(await sent({ headers: { Precedence: 'bulk' } })).toEqual({ kind: 'newsletter' })
    expect(
      await sent({ headers: { 'List-Unsubscribe': '<https://n.example/u>' }, text: 'Offers\n\nUnsubscribe here' }),
    ).toEqual({ kind: 'newsletter' })
  })

  test('a robot', async () => {
    expect(await sent({ from: 'Tickets <no-reply@desk.example>', subject: '[#4711] We have it' })).toEqual({
      kind: 'robot',
    })
    expect(await sent({ headers: { 'Auto-Submitted': 'auto-generated' } })).toEqual({ kind: 'robot' })
  })

  test('a machine that answers and is not away', async () => {
    expect(await sent({ headers: { 'X-Autoreply': 'yes' }, text: 'We have received your request.' })).toEqual({
      kind: 'auto-reply',
    })
  })
})

describe('bounces', () => {
  test('in the standard form', async () => {
    const original = mail({ from: to, to: 'gone@foundry.example', headers: { 'X-Relight-Mail': 'digest' } })
    expect(await kindOf(bounce({ to, failed: 'gone@foundry.example', original }))).toEqual({ kind: 'bounce' })
  })

  test.each([
    ['MAILER-DAEMON@mx.example', 'failure notice'],
    ['postmaster@foundry.example', 'Undeliverable: Recruitment agreement'],
    ['Mail Delivery Subsystem <mailer-daemon@googlemail.com>', 'Delivery Status Notification (Failure)'],
    ['Mail Delivery System <Mailer-Daemon@host.example>', 'Mail delivery failed: returning message to sender'],
    ['Postmaster <postmaster@werk.example>', 'Unzustellbar: Ihre Anfrage'],
  ])('in free form, from %s: %s', async (sender, subject) => {
    expect(await sent({ from: sender, subject, text: 'Your message could not be delivered.' })).toEqual({
      kind: 'bounce',
    })
  })

  test('a person who forwards one, or writes about one, is a person', async () => {
    expect(await sent({ subject: 'FW: Undeliverable: Recruitment agreement' })).toBeNull()
    expect(await sent({ subject: 'Undeliverable mail to Ruth' })).toBeNull()
  })
})

describe('out of office', () => {
  test.each([
    ['I am out of the office and back on Monday 7 December.', '2026-12-07'],
    [
      'I’m on annual leave, returning Monday, December 7th. For urgent matters call Ruth on 312 555 0172.',
      '2026-12-07',
    ],
    ['I will be out of the office until 7 December 2026 with no access to email.', '2026-12-07'],
    ['I am away until Monday 12/07 and will answer then.', '2026-12-07'],
    ['I am away until 12/17.', '2026-12-17'],
    ['I am out of office through Friday, December 4.', '2026-12-05'],
    ['I will be on leave from 30 November to 4 December.', '2026-12-05'],
    ['I am out of the office today and will be back tomorrow.', '2026-11-27'],
    ['I am away. I will be back in the office on Tuesday.', '2026-12-01'],
    ['I am on vacation until January 4.', '2027-01-04'],
    ['I am on leave. Return date: 2026-12-09', '2026-12-09'],
    ['Ich bin im Urlaub und ab dem 7. Dezember zurück. Wieder erreichbar am 7. Dezember 2026.', '2026-12-07'],
  ])('%s', async (text, backOn) => {
    expect(await kindOf(away(text))).toEqual({ kind: 'out-of-office', backOn })
  })

  test.each([
    ['names no day', 'I am out of the office with limited access to email.'],
    ['could be read two ways', 'I am out of the office until 12/07.'],
    ['could mean this week or next', 'I am away and back next Friday.'],
    ['contradicts itself', 'I am away, back on Friday 7 December.'],
    ['names a day of its own making', 'I am away until 31 November.'],
    ['speaks of another thing', 'I am out of the office. My back-up is Mike, ask him by 7 December.'],
  ])('that %s gives no date', async (_, text) => {
    expect(await kindOf(away(text.replace('next Friday', 'next Friday')))).toEqual({ kind: 'out-of-office' })
  })

  test('known by its subject alone where no header says so', async () => {
    expect(
      await sent({
        subject: 'Automatic reply: Toolmaker',
        text: 'I am out of the office, back on 9 December.',
        at: '2026-11-26T20:00:00Z',
      }),
    ).toEqual({ kind: 'out-of-office', backOn: '2026-12-09' })
  })

  test('days count from the day on which it was sent, where its writer is', async () => {
    const text = 'I am away and back tomorrow.'
    const tokyo = mail({
      from,
      to,
      text,
      subject: 'Auto: away',
      at: '2026-11-26T20:00:00Z',
      zone: 'Asia/Tokyo',
      headers: { 'Auto-Submitted': 'auto-replied' },
    })
    expect(await kindOf(tokyo)).toEqual({ kind: 'out-of-office', backOn: '2026-11-28' })
  })

  test('a forwarded one is read in the reader’s zone, and anything else is none', () => {
    const mailed = { subject: 'Automatic reply: our call', sentAt: '2026-11-27T02:00:00Z', zone: 'America/New_York' }
    expect(awayUntil({ ...mailed, text: 'I am out of the office, back tomorrow.' })).toBe('2026-11-27')
    expect(awayUntil({ ...mailed, subject: 'Our call', text: 'I am away, back on 9 December. Call me.' })).toBeNull()
  })

  test('a million characters end', () => {
    for (const unit of ['back on ', 'from 1 to ', 'until ', '7 ', 'Monday '])
      expect(returnDay(unit.repeat(Math.ceil(1_000_000 / unit.length)), '2026-11-26')).toSatisfy(
        (day: string | null) => day === null || day >= '2026-11-26',
      )
  })
})
