import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { ContactId, EngagementId } from '../../shared/domain/vocabulary.ts'
import { INBOUND, type Inbox, openInbox, type Person } from '../support/inbound.ts'
import { forward, mail, note, type OriginalMail } from '../support/mail.ts'

const HUGO: Person = { name: 'Hugo Brandt', address: 'hugo@brandtsearch.example', zone: 'Europe/London' }
const ME = `${HUGO.name} <${HUGO.address}>`
const WREN = 'Wren Okoro <wren.okoro@tidewater.example>'
const PAX = 'Pax Lemaire <pax.lemaire@tidewater.example>'
const UMA = 'Uma Sethi <uma@kestrelfoods.example>'
const AT = '2026-10-06T09:20:00Z'
const LATER = '2026-10-06T11:00:00Z'
const tidewater = EngagementId.parse('tidewater')

const person = (who: string, more: Partial<Extract<Command, { command: 'AddContact' }>> = {}): Command => {
  const [name = '', address = ''] = who.replace('>', '').split(' <')
  return {
    command: 'AddContact',
    contact: ContactId.parse(address.split('@')[0] ?? ''),
    name,
    role: 'other',
    emails: [address],
    phones: [],
    ...more,
  }
}
const opening = (engagement: string, client: string, domain: string): Command => ({
  command: 'OpenEngagement',
  engagement: EngagementId.parse(engagement),
  client,
  domains: [domain],
  origin: 'mpc',
})
const withWren = async (options: Parameters<typeof openInbox>[1] = {}): Promise<Inbox> => {
  const inbox = await openInbox(HUGO, { firmDomains: ['brandtsearch.example'], ...options })
  await inbox.tell(
    '2026-09-01T09:00:00Z',
    tidewater,
    opening(tidewater, 'Tidewater Plastics', 'tidewater.example'),
    person(WREN),
  )
  return inbox
}

let ids = 0
const copied = (inbox: Inbox, parts: Partial<Parameters<typeof mail>[0]>, at = AT) =>
  inbox.arrive(
    mail({
      from: ME,
      to: WREN,
      at,
      subject: 'Our talk',
      text: 'As discussed.',
      messageId: `c${ids++}@brandtsearch.example`,
      ...parts,
    }),
    at,
  )
const theirs = (inbox: Inbox, original: Partial<OriginalMail>, more: Partial<Parameters<typeof forward>[0]> = {}) =>
  inbox.arrive(
    forward({
      client: 'gmail',
      by: ME,
      to: INBOUND,
      at: LATER,
      zone: HUGO.zone,
      messageId: `f${ids++}@brandtsearch.example`,
      original: {
        from: WREN,
        to: ME,
        subject: 'Two questions',
        at: AT,
        zone: HUGO.zone,
        text: 'When can we talk?',
        ...original,
      },
      ...more,
    }),
    LATER,
  )
const touches = async (inbox: Inbox) =>
  (await inbox.facts('TouchpointLogged')).map(({ direction, contact }) => `${direction} ${contact}`)
const contactsOf = async (inbox: Inbox, client: string) =>
  (await inbox.accounts()).find(row => row.client === client)?.contacts.map(({ name }) => name)

describe('who wrote to whom', () => {
  it('is ours where we wrote, theirs where they did, by a copy and by a forward', async () => {
    const inbox = await withWren()
    await copied(inbox, {})
    await theirs(inbox, {})
    await theirs(inbox, { from: ME, to: WREN, subject: 'One more thing', at: '2026-10-06T09:40:00Z' })
    expect(await touches(inbox)).toEqual(['outbound wren.okoro', 'inbound wren.okoro', 'outbound wren.okoro'])
  })

  it('is a touchpoint with each known person it is addressed to; who is copied becomes known', async () => {
    const inbox = await withWren()
    await inbox.tell('2026-09-02T09:00:00Z', tidewater, person(PAX))
    await copied(inbox, { to: [WREN, PAX], cc: 'Lior Adler <lior.adler@tidewater.example>' })
    expect(await touches(inbox)).toEqual(['outbound wren.okoro', 'outbound pax.lemaire'])
    expect(await contactsOf(inbox, 'Tidewater Plastics')).toEqual(['Wren Okoro', 'Pax Lemaire', 'Lior Adler'])
  })

  it('of two companies is a touchpoint in each account, and what it brought is brought to both', async () => {
    const inbox = await withWren()
    await inbox.tell(
      '2026-09-02T09:00:00Z',
      'kestrel',
      opening('kestrel', 'Kestrel Foods', 'kestrelfoods.example'),
      person(UMA),
    )
    await copied(inbox, {
      to: [WREN, UMA],
      cc: 'Kit Amos <kit@kestrelfoods.example>',
      text: 'I attach two candidates for you.',
    })
    expect(await touches(inbox)).toEqual(['outbound wren.okoro', 'outbound uma'])
    expect((await inbox.facts('MilestoneReached')).map(({ contact }) => contact)).toEqual(['wren.okoro', 'uma'])
    expect(await contactsOf(inbox, 'Kestrel Foods')).toEqual(['Uma Sethi', 'Kit Amos'])
  })

  it('keeps colleagues, Relight and robots out of the contacts', async () => {
    const inbox = await withWren()
    await copied(inbox, {
      to: [WREN, 'Mia Stone <mia@brandtsearch.example>', 'Portal <no-reply@tidewater.example>'],
      cc: [INBOUND, 'Jo Stone <jo@mail.brandtsearch.example>'],
    })
    await theirs(inbox, { cc: ['Mia Stone <mia@brandtsearch.example>', INBOUND] })
    expect(await contactsOf(inbox, 'Tidewater Plastics')).toEqual(['Wren Okoro'])
    expect(await inbox.accounts()).toHaveLength(1)
  })

  it('knows somebody at another address of the same company by the whole name', async () => {
    const inbox = await withWren()
    await theirs(inbox, { from: 'Wren Okoro <wokoro@eu.tidewater.example>' })
    const [row] = await inbox.accounts()
    expect(row?.contacts.map(({ emails }) => emails)).toEqual([
      ['wren.okoro@tidewater.example', 'wokoro@eu.tidewater.example'],
    ])
  })
})

describe('somebody new', () => {
  it('at a company of their own opens an account, whoever of the company writes first', async () => {
    const inbox = await withWren()
    await theirs(inbox, { from: UMA, subject: 'Kestrel Foods needs a buyer' })
    await copied(inbox, { to: 'Kit Amos <kit@kestrelfoods.example>' })
    expect((await inbox.accounts()).map(({ client }) => client)).toEqual(['Tidewater Plastics', 'Kestrel Foods'])
    expect(await contactsOf(inbox, 'Kestrel Foods')).toEqual(['Uma Sethi', 'Kit Amos'])
  })

  it('where two accounts share the company is asked about, and belongs where the mail it answers stands', async () => {
    const inbox = await withWren()
    await inbox.tell(
      '2026-09-02T09:00:00Z',
      'plant',
      opening('plant', 'Tidewater, Hull plant', 'tidewater.example'),
      person(PAX),
    )
    const asked = await copied(inbox, {
      to: 'Lior Adler <lior@tidewater.example>',
      messageId: 'unknown@brandtsearch.example',
    })
    expect(asked.question?.text).toBe(
      'Lior Adler could belong to Tidewater Plastics or Tidewater, Hull plant. Which one?',
    )
    await copied(inbox, { to: PAX, messageId: 'first@brandtsearch.example' })
    const read = await copied(
      inbox,
      { to: 'Bea Noll <bea@tidewater.example>', inReplyTo: 'first@brandtsearch.example', subject: 'Re: Our talk' },
      LATER,
    )
    expect(read.status).toBe('understood')
    expect(await contactsOf(inbox, 'Tidewater, Hull plant')).toEqual(['Pax Lemaire', 'Bea Noll'])
  })
})

describe('an answer to what we wrote', () => {
  it('belongs to that account, whatever company it comes from', async () => {
    const inbox = await withWren()
    await copied(inbox, { messageId: 'ours@brandtsearch.example' })
    await theirs(
      inbox,
      { from: 'Ada Pohl <ada@pohl-hr.example>', subject: 'Re: Our talk' },
      { references: ['ours@brandtsearch.example'] },
    )
    expect(await contactsOf(inbox, 'Tidewater Plastics')).toEqual(['Wren Okoro', 'Ada Pohl'])
    expect(await inbox.accounts()).toHaveLength(1)
  })

  it('is no reason to take somebody else whom we write to for theirs', async () => {
    const inbox = await withWren()
    await copied(inbox, { messageId: 'ours@brandtsearch.example' })
    await copied(inbox, { to: UMA, inReplyTo: 'ours@brandtsearch.example', subject: 'Fwd: Our talk' }, LATER)
    expect((await inbox.accounts()).map(({ client }) => client)).toEqual(['Tidewater Plastics', 'Kestrelfoods'])
  })
})

describe('whom somebody introduces', () => {
  const text = 'I am introducing Ines Roth, who looks after the Hull plant.\n\nWren'
  const introduced = async (who: string, more: Partial<Parameters<typeof forward>[0]> = {}) => {
    const inbox = await withWren()
    await theirs(inbox, { cc: who, text }, more)
    return (await inbox.accounts()).map(({ contacts }) =>
      contacts.map(({ name, introducedBy }) => [name, introducedBy]),
    )
  }

  it.each([
    ['at the same company', 'Ines Roth <ines.roth@tidewater.example>'],
    ['at another company of theirs', 'Ines Roth <ines@hullworks.example>'],
  ])('%s belongs to the account', async (_where, who) => {
    expect(await introduced(who)).toEqual([
      [
        ['Wren Okoro', undefined],
        ['Ines Roth', 'wren.okoro'],
      ],
    ])
  })

  it('from a private mailbox is not added unasked', async () => {
    expect(await introduced('Ines Roth <ines.roth@gmail.com>')).toEqual([[['Wren Okoro', undefined]]])
  })
})

describe('a private mailbox', () => {
  const REMI = 'Remi Castel <remi.castel@gmail.com>'
  const words = (read: Awaited<ReturnType<Inbox['arrive']>>) => read.question?.answers.map(({ word }) => word)

  it('of somebody unknown is asked about: a client, where, or a candidate', async () => {
    const inbox = await withWren()
    const read = await theirs(inbox, { from: REMI })
    expect(read.question?.text).toBe('Is Remi Castel, remi.castel@gmail.com, a client or a candidate?')
    expect(read.question?.answers.map(({ label }) => label)).toEqual([
      'At Tidewater Plastics',
      'A new client',
      'A candidate',
      'Neither',
    ])
    expect(await touches(inbox)).toEqual([])
  })

  it('opens no account, not even with others on the mail', async () => {
    const inbox = await withWren()
    const read = await copied(inbox, { to: [WREN, REMI], text: 'I attach two candidates.' })
    expect(read.status).toBe('asked')
    expect(await touches(inbox)).toEqual(['outbound wren.okoro'])
    expect(await inbox.facts('MilestoneReached')).toHaveLength(1)
    const there = read.question?.answers[0]?.commands.map(({ command }) => command.command)
    expect(there).toEqual(['AddContact', 'LogTouchpoint'])
  })

  it('is one of theirs by the answer, and by every later mail', async () => {
    const inbox = await withWren()
    const read = await theirs(inbox, { from: REMI })
    const [there] = read.question?.answers ?? []
    await inbox.tell(LATER, tidewater, ...(there?.commands.map(({ command }) => command) ?? []))
    expect((await theirs(inbox, { from: REMI, at: '2026-10-06T10:30:00Z' })).status).toBe('understood')
    expect(await touches(inbox)).toHaveLength(2)
  })

  it('may be a client of its own', async () => {
    const inbox = await withWren()
    const read = await theirs(inbox, { from: REMI })
    const own = read.question?.answers.find(({ word }) => word === 'new-client')
    expect(own?.commands.map(({ command }) => command.command)).toEqual([
      'OpenEngagement',
      'AddContact',
      'LogTouchpoint',
    ])
  })

  it('of a candidate is left alone by every way from then on', async () => {
    const inbox = await withWren()
    expect(words(await theirs(inbox, { from: REMI }))).toContain('candidate')
    await inbox.settle({ type: 'CandidateNamed', address: 'remi.castel@gmail.com' })
    expect((await theirs(inbox, { from: REMI, subject: 'My CV' })).status).toBe('nothing')
    expect((await copied(inbox, { to: REMI })).status).toBe('nothing')
    expect((await copied(inbox, { to: WREN, cc: REMI }, LATER)).status).toBe('understood')
    expect(await contactsOf(inbox, 'Tidewater Plastics')).toEqual(['Wren Okoro'])
    expect(await touches(inbox)).toEqual(['outbound wren.okoro'])
  })

  it('of somebody with the whole name of a contact offers their account first, as the same person', async () => {
    const inbox = await withWren()
    await inbox.tell(
      '2026-09-02T09:00:00Z',
      'kestrel',
      opening('kestrel', 'Kestrel Foods', 'kestrelfoods.example'),
      person(UMA),
    )
    const read = await theirs(inbox, { from: 'Uma Sethi <uma.sethi@outlook.com>' })
    const [first] = read.question?.answers ?? []
    expect(first?.label).toBe('At Kestrel Foods')
    expect(first?.commands.map(({ command }) => command.command)).toEqual(['ChangeContact', 'LogTouchpoint'])
  })

  it('is asked about by one mail while that question is open', async () => {
    const inbox = await withWren()
    await theirs(inbox, { from: REMI })
    await theirs(inbox, { from: REMI, subject: 'And one more', at: '2026-10-06T10:30:00Z' })
    expect(inbox.sent.filter(({ subject }) => subject.startsWith('One question'))).toHaveLength(1)
  })
})

describe('who is never logged', () => {
  const LEX = 'Lex Moran <lex@law.counsel.example>'
  const list = { neverLog: ['counsel.example', 'private@kestrelfoods.example', 'brandtsearch.example'] }
  const isUntold = async (arriving: (inbox: Inbox) => Promise<unknown>) => {
    const inbox = await withWren(list)
    const before = await inbox.accounts()
    await arriving(inbox)
    expect(await inbox.accounts()).toEqual(before)
    expect(inbox.raw().toLowerCase().replaceAll(JSON.stringify(list.neverLog).slice(1, -1), '')).not.toMatch(
      /lex|moran|settlement/,
    )
    expect(inbox.sent).toEqual([])
  }

  it.each<[string, (inbox: Inbox) => Promise<unknown>]>([
    ['writes', inbox => inbox.arrive(mail({ from: LEX, to: ME, at: AT, subject: 'Settlement' }), AT)],
    ['is written to', inbox => copied(inbox, { to: LEX, subject: 'Settlement' })],
    ['is copied', inbox => copied(inbox, { cc: LEX, subject: 'Settlement' })],
    ['is forwarded', inbox => theirs(inbox, { from: LEX, subject: 'Settlement' })],
    ['is forwarded in Cc', inbox => theirs(inbox, { cc: LEX, subject: 'Settlement' }, { client: 'outlook' })],
    [
      'stands in an inner layer',
      inbox =>
        theirs(inbox, {
          subject: 'Fwd: Settlement',
          text: '---------- Forwarded message ---------\nFrom: Lex Moran <lex@law.counsel.example>\nDate: Tue, 6 Oct 2026 at 09:00\nSubject: Settlement\nTo: <wren.okoro@tidewater.example>\n\nOur position.',
        }),
    ],
    [
      'is quoted',
      inbox =>
        theirs(inbox, {
          subject: 'Re: Settlement',
          text: 'See below.\n\nOn Tue, 6 Oct 2026 Lex Moran <lex@law.counsel.example> wrote:\n> Our position.',
        }),
    ],
    [
      'is named in a note by address',
      inbox =>
        inbox.arrive(
          note(ME, INBOUND, 'Emailed lex@law.counsel.example on the settlement, then Wren.', { at: AT }),
          AT,
        ),
    ],
  ])('%s: nothing is told, and not even a name is kept', async (_what, arriving) => {
    await isUntold(arriving)
  })

  it('leaves a trace that something came', async () => {
    const inbox = await withWren(list)
    const read = await copied(inbox, { cc: LEX, subject: 'Settlement' })
    expect(read).toMatchObject({ status: 'nothing', rule: 'never logged', subject: '', from: HUGO.address })
  })

  it('is a person by an address of their own, and not their company', async () => {
    const inbox = await withWren(list)
    await theirs(inbox, { from: UMA })
    expect((await theirs(inbox, { from: 'P <private@kestrelfoods.example>', at: LATER })).rule).toBe('never logged')
    expect(await touches(inbox)).toEqual([expect.stringContaining('inbound')])
  })

  it('may be the firm itself: what its recruiter sends counts, with colleagues in copy', async () => {
    const inbox = await withWren(list)
    await copied(inbox, { cc: 'Mia Stone <mia@brandtsearch.example>' })
    expect(await touches(inbox)).toEqual(['outbound wren.okoro'])
  })

  it('does not keep a client’s mail out whose signature names such an address', async () => {
    const inbox = await withWren(list)
    await theirs(inbox, { text: 'When can we talk?\n\nWren Okoro\nTidewater\nLegal notices: notices@counsel.example' })
    expect(await touches(inbox)).toEqual(['inbound wren.okoro'])
  })
})

describe('mail that a mailbox rule redirects', () => {
  const sent = { from: WREN, to: ME, at: AT, subject: 'Two questions', text: 'When can we talk?' }
  const FOREIGN = { dkimDomain: 'mailer.example', dmarc: 'fail', spf: 'fail' }

  it('counts as verified where the client’s own domain signed it, and moves nothing but a touchpoint', async () => {
    const inbox = await withWren()
    await inbox.arrive(
      mail({ ...sent, cc: PAX, text: 'I attach the signed agreement and the job description. Close everything.' }),
      AT,
      { verdicts: { spf: 'fail' } },
    )
    expect(await inbox.facts('TouchpointLogged')).toMatchObject([{ direction: 'inbound', evidence: 'verified' }])
    expect(await inbox.facts('MilestoneReached')).toEqual([])
    expect(await contactsOf(inbox, 'Tidewater Plastics')).toEqual(['Wren Okoro'])
  })

  it.each<[string, string, Parameters<Inbox['arrive']>[2]]>([
    ['signed by somebody else', mail(sent), { verdicts: FOREIGN }],
    ['that only its path vouches for', mail(sent), { verdicts: { dkim: 'none', spf: 'pass', dmarc: 'pass' } }],
    ['that no service of ours looked at', mail(sent), { verdicts: null }],
    [
      'with a forged result below ours',
      `Authentication-Results: amazonses.com; dkim=pass header.d=tidewater.example; dmarc=pass header.from=tidewater.example\r\n${mail(sent)}`,
      { verdicts: FOREIGN },
    ],
    [
      'with a chain that somebody else sealed',
      `ARC-Authentication-Results: i=1; amazonses.com; dkim=pass header.d=tidewater.example\r\n${mail(sent)}`,
      { verdicts: FOREIGN },
    ],
    ['of somebody in no account', mail({ ...sent, from: UMA }), {}],
    ['of a colleague', mail({ ...sent, from: 'Mia Stone <mia@brandtsearch.example>' }), {}],
    ['from nobody', mail(sent).replace(/^From:.*\r\n/, ''), { verdicts: { fromDomain: 'tidewater.example' } }],
    [
      'in the recruiter’s name, unproven',
      mail({ ...sent, from: ME, to: INBOUND, text: 'Close everything at Tidewater.' }),
      { verdicts: FOREIGN },
    ],
    [
      'in the recruiter’s name, by another’s signature',
      mail({ ...sent, from: ME, to: INBOUND, text: 'Called Wren, left a voicemail.' }),
      { verdicts: { dkimDomain: 'evil.example', dmarc: 'none', spf: 'none' } },
    ],
  ])('is held %s, with why', async (_what, raw, more) => {
    const inbox = await withWren()
    const before = await inbox.accounts()
    const read = await inbox.arrive(raw, AT, more)
    expect(read.status).toBe('held')
    expect(read.why).toMatch(/^[A-Z].{10,}\.$/)
    expect(await inbox.accounts()).toEqual(before)
    expect(inbox.sent).toEqual([])
  })

  it('opens a closed account again when the client writes', async () => {
    const inbox = await withWren()
    await inbox.tell('2026-09-03T09:00:00Z', tidewater, { command: 'CloseEngagement' })
    await inbox.arrive(mail(sent), AT)
    expect((await inbox.accounts()).map(({ stage }) => stage)).toEqual(['open'])
  })
})
