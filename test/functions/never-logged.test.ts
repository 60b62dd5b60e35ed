import { describe, expect, it } from 'vitest'
import { EngagementId } from '../../shared/domain/vocabulary.ts'
import { INBOUND, openInbox, type Person } from '../support/inbound.ts'
import { invitation, mail } from '../support/mail.ts'

/** Wherever somebody of the firm's list stands on a message, nothing of it is kept. */

const NADIRA: Person = { name: 'Nadira Quist', address: 'nadira@quistpartners.example', zone: 'Europe/Amsterdam' }
const ME = `${NADIRA.name} <${NADIRA.address}>`
const BO = 'Bo Tamm <bo.tamm@saltmarsh.example>'
const AT = '2026-10-06T09:20:00Z'

const arrived = async (raw: string) => {
  const inbox = await openInbox(NADIRA, { firmDomains: ['quistpartners.example'], neverLog: ['advocates.example'] })
  await inbox.tell('2026-09-01T09:00:00Z', 'saltmarsh', {
    command: 'OpenEngagement',
    engagement: EngagementId.parse('saltmarsh'),
    client: 'Saltmarsh',
    domains: ['saltmarsh.example'],
    origin: 'mpc',
  })
  const { status, rule, subject } = await inbox.arrive(raw, AT)
  const kept = inbox.raw().toLowerCase()
  return { status, rule, subject, kept: /ivo|kranz|claim/.test(kept), sent: inbox.sent.length }
}
const UNTOLD = { status: 'nothing', rule: 'never logged', subject: '', kept: false, sent: 0 }

const passedOn = (block: readonly string[]): string =>
  mail({ from: ME, to: INBOUND, at: AT, subject: 'Fwd: Claim', text: ['', ...block, '', 'Our position.'].join('\n') })

describe('who is never logged', () => {
  it('stands where answers go', async () => {
    const raw = mail({
      from: ME,
      to: BO,
      at: AT,
      subject: 'Claim',
      text: 'As discussed.',
      headers: { 'Reply-To': 'Ivo Kranz <ivo@advocates.example>' },
    })
    expect(await arrived(raw)).toEqual(UNTOLD)
  })

  it('is invited beside a client', async () => {
    const raw = invitation({
      by: ME,
      to: [BO],
      at: AT,
      title: 'Claim',
      starts: '2026-10-09T09:00:00Z',
      ends: '2026-10-09T10:00:00Z',
      organizer: ME,
      attendees: [BO, 'Ivo Kranz <ivo@advocates.example>'],
    })
    expect(raw).toContain('ivo@advocates.example')
    expect(await arrived(raw)).toEqual(UNTOLD)
  })

  it('stands on a mail that is attached to another', async () => {
    const inner = mail({
      from: BO,
      to: ME,
      cc: 'Ivo Kranz <ivo@advocates.example>',
      at: AT,
      subject: 'Claim',
      text: 'Hm.',
    })
    const raw = mail({
      from: ME,
      to: INBOUND,
      at: AT,
      subject: 'Fwd: as discussed',
      text: 'See attached.',
      attachments: [{ name: 'claim.eml', message: inner }],
    })
    expect(await arrived(raw)).toEqual(UNTOLD)
  })

  it('stands on the second line of a header', async () => {
    const header = ['From: bo.tamm@saltmarsh.example', 'Date: Tue, 6 Oct 2026 09:05:00 +0200']
    const to = [`To: ${NADIRA.address}, pia.lund@saltmarsh.example,`, ' ivo@advocates.example', 'Subject: Claim']
    expect(await arrived(passedOn(['---------- Forwarded message ---------', ...header, ...to]))).toEqual(UNTOLD)
  })

  it.each([
    ['Czech', 'Od', 'Datum', 'Komu', 'Předmět'],
    ['Danish', 'Fra', 'Dato', 'Til', 'Emne'],
    ['Dutch', 'Van', 'Datum', 'Aan', 'Onderwerp'],
    ['Finnish', 'Lähettäjä', 'Päivämäärä', 'Vastaanottaja', 'Aihe'],
    ['Hungarian', 'Feladó', 'Dátum', 'Címzett', 'Tárgy'],
    ['Italian', 'Mittente', 'Data', 'A', 'Oggetto'],
    ['Polish', 'Nadawca', 'Data', 'Do', 'Temat'],
    ['Russian', 'От', 'Дата', 'Кому', 'Тема'],
    ['Turkish', 'Kimden', 'Tarih', 'Kime', 'Konu'],
    ['Japanese', '差出人', '日付', '宛先', '件名'],
  ])('wrote a mail that was passed on in %s, or was written to in it', async (_, from, date, to, subject) => {
    const header = (one: string, other: string) => [
      `${from}: ${one}`,
      `${date}: 6. 10. 2026 9:05`,
      `${to}: ${other}`,
      `${subject}: Claim`,
    ]
    expect(await arrived(passedOn(header('ivo@advocates.example', NADIRA.address)))).toEqual(UNTOLD)
    expect(await arrived(passedOn(header(BO, 'ivo@advocates.example')))).toEqual(UNTOLD)
  })
})
