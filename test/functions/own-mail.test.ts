import { describe, expect, it } from 'vitest'
import { ContactId, EngagementId } from '../../shared/domain/vocabulary.ts'
import { INBOUND, openInbox, type Person } from '../support/inbound.ts'
import { note } from '../support/mail.ts'

/** What the recruiter sends says something where it is proven to be theirs, and whatever it looks like otherwise. */

const TEUN: Person = { name: 'Teun Vis', address: 'teun@visrecruitment.example', zone: 'Europe/Amsterdam' }
const ME = `${TEUN.name} <${TEUN.address}>`
const AT = '2026-11-03T09:20:00Z'
const saltmarsh = EngagementId.parse('saltmarsh')

const withBo = async () => {
  const inbox = await openInbox(TEUN, { firmDomains: ['visrecruitment.example'] })
  await inbox.tell(
    '2026-09-01T09:00:00Z',
    saltmarsh,
    {
      command: 'OpenEngagement',
      engagement: saltmarsh,
      client: 'Saltmarsh',
      domains: ['saltmarsh.example'],
      origin: 'mpc',
    },
    {
      command: 'AddContact',
      contact: ContactId.parse('bo'),
      name: 'Bo Tamm',
      role: 'other',
      emails: ['bo.tamm@saltmarsh.example'],
      phones: [],
    },
  )
  return inbox
}

describe('mail that bears the recruiter’s address', () => {
  const words = note(ME, INBOUND, 'Left Bo a voicemail.', { at: AT })

  it('says nothing where its domain disowns it, though something of that domain signed it', async () => {
    const inbox = await withBo()
    const verdicts = { dkim: 'pass', dkimDomain: 'news.visrecruitment.example', dmarc: 'fail' }
    expect(await inbox.arrive(words, AT, { verdicts })).toMatchObject({ status: 'held', rule: 'sender not proven' })
    expect(await inbox.facts('TouchpointLogged')).toEqual([])
    expect(inbox.sent).toEqual([])
  })

  it('counts where its domain publishes nothing, and signed it', async () => {
    const inbox = await withBo()
    const verdicts = { dkim: 'pass', dkimDomain: 'visrecruitment.example', dmarc: 'none' }
    expect(await inbox.arrive(words, AT, { verdicts })).toMatchObject({ status: 'understood' })
    expect(await inbox.facts('TouchpointLogged')).toHaveLength(1)
  })

  it('counts though a desk’s system wrote what it passes on', async () => {
    const inbox = await withBo()
    const passedOn = note(
      ME,
      INBOUND,
      [
        'Left Bo a voicemail.',
        '',
        '---------- Forwarded message ---------',
        'From: Saltmarsh IT <desk@saltmarsh.example>',
        'Date: Tue, 3 Nov 2026 at 09:05',
        'Subject: [Ticket #40711] Vendor portal',
        `To: <${TEUN.address}>`,
        '',
        'Your request has been received. An agent will get back to you.',
      ].join('\n'),
      { at: AT, subject: 'Fwd: [Ticket #40711] Vendor portal' },
    )
    expect(await inbox.arrive(passedOn, AT)).toMatchObject({ status: 'understood' })
    expect(await inbox.facts('TouchpointLogged')).toMatchObject([{ channel: 'voicemail', contact: 'bo' }])
  })
})
