import { describe, expect, it } from 'vitest'
import { fold } from '../../shared/domain/engagement/state.ts'
import { CommandId, ContactId, EngagementId, MeetingId } from '../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { join, takeApart } from '../../shared/runtime/merge.ts'
import { INBOUND, type Inbox, openInbox, type Person } from '../support/inbound.ts'
import { forward, mail, note } from '../support/mail.ts'

const RIO: Person = { name: 'Rio Castel', address: 'rio@castelpartners.example', zone: 'America/Chicago' }
const ME = `${RIO.name} <${RIO.address}>`
const FAY = 'Fay Ibsen <fay.ibsen@ibsenmarine.example>'
const GUS = 'Gus Wald <gus.wald@ibsen-group.example>'
const AT = '2026-10-06T15:00:00Z'

let ids = 0
const from = (inbox: Inbox, who: string, at: string, subject = 'An opening', to: string | undefined = undefined) =>
  inbox.arrive(
    forward({
      client: 'outlook',
      by: ME,
      to: INBOUND,
      at,
      zone: RIO.zone,
      messageId: `f${ids++}@castelpartners.example`,
      original: { from: who, to: ME, subject, at, zone: RIO.zone, text: `Can we talk?\n\n${who.split(' <')[0]}` },
    }),
    at,
    to ? { to } : {},
  )
const says = (inbox: Inbox, words: string, to = INBOUND) =>
  inbox.arrive(
    note(ME, to, words, { at: '2026-10-07T15:00:00Z', messageId: `n${ids++}@castelpartners.example` }),
    '2026-10-07T15:00:00Z',
    { to },
  )

/** Two accounts by mail: Ibsen Marine with Fay, and Ibsen Group with Gus, each of whom wrote. */
const twoAccounts = async () => {
  const inbox = await openInbox(RIO)
  await from(inbox, FAY, AT)
  await from(inbox, GUS, '2026-10-06T16:00:00Z')
  const rows = await inbox.accounts()
  const marine = rows.find(({ domains }) => domains.includes('ibsenmarine.example'))
  const group = rows.find(({ domains }) => domains.includes('ibsen-group.example'))
  if (!marine || !group) throw new Error('no two accounts')
  await inbox.tell('2026-10-06T17:00:00Z', marine.engagement, { command: 'NameClient', client: 'Ibsen Marine' })
  return { inbox, marine, group }
}
const open = async (inbox: Inbox) =>
  (await inbox.accounts())
    .filter(({ stage }) => stage === 'open')
    .map(({ client, contacts }) => `${client}: ${contacts.map(({ name }) => name).join(', ')}`)
const receiptsOf = (inbox: Inbox) => inbox.sent.filter(({ headers }) => headers['X-Relight-Mail'] === 'receipt')

describe('two accounts that are one', () => {
  it('are joined by a reply to the receipt, with their people and what they wrote', async () => {
    const { inbox, group } = await twoAccounts()
    const receipt = receiptsOf(inbox).at(-1)
    expect(receipt?.replyTo).toBe(INBOUND.replace('@', `+${group.engagement}@`))
    expect((await says(inbox, 'Same as Ibsen Marine.', receipt?.replyTo)).status).toBe('understood')
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen, Gus Wald'])
    expect(receiptsOf(inbox).at(-1)?.subject).toBe('Ibsen Group and Ibsen Marine are one account')
    await from(inbox, 'Hal Orr <hal@ibsen-group.example>', '2026-10-08T15:00:00Z')
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen, Gus Wald, Hal Orr'])
    const [row] = (await inbox.accounts()).filter(({ stage }) => stage === 'open')
    expect(row?.ball).toBe('ours')
  })

  it.each([
    'Ibsen Group is the same as Ibsen Marine',
    'Ibsen Group is the same client as ibsen marine.',
    'Ibsen Group, same account as Ibsen Marine!',
  ])('are joined by a note that names both: %j', async words => {
    const { inbox } = await twoAccounts()
    await says(inbox, words)
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen, Gus Wald'])
  })

  it('are joined, and what stands below the word is a note', async () => {
    const { inbox, group } = await twoAccounts()
    const to = INBOUND.replace('@', `+${group.engagement}@`)
    await says(inbox, 'Same as Ibsen Marine.\n\nLeft Fay a voicemail.\n\nRio', to)
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen, Gus Wald'])
    expect((await inbox.facts('TouchpointLogged')).map(({ channel }) => channel)).toContain('voicemail')
  })

  it('are asked about where the name is nobody’s or several’s', async () => {
    const { inbox, group } = await twoAccounts()
    const to = INBOUND.replace('@', `+${group.engagement}@`)
    const read = await says(inbox, 'same as Oberon', to)
    expect(read.question?.text).toBe('Which account is the same as Ibsen Group?')
    expect(read.question?.answers.map(({ label }) => label)).toEqual(['Ibsen Marine', 'None of these'])
    expect(read.question?.answers[0]?.commands.map(({ command }) => command.command)).toEqual([
      'AddContact',
      'LogTouchpoint',
      'MergeEngagement',
    ])
    expect(await open(inbox)).toHaveLength(2)
  })

  it.each(['It was the same as last time, Fay said.', 'Same as before.', 'Called Fay, same as yesterday: no answer.'])(
    'are not joined by words that only sound like it: %j',
    async words => {
      const { inbox } = await twoAccounts()
      await says(inbox, words)
      expect(await open(inbox)).toHaveLength(2)
    },
  )

  it('come apart again, each with what came for its people meanwhile', async () => {
    const { inbox, group, marine } = await twoAccounts()
    await says(inbox, 'Ibsen Group is the same as Ibsen Marine')
    await from(inbox, GUS, '2026-10-08T15:00:00Z', 'And another')
    const { firm, recruiter } = group
    const row = await inbox.views.recruiter(firm, recruiter)
    const policy = (await inbox.views.firm(firm))?.policy
    if (!row || !policy) throw new Error('no recruiter')
    const said = {
      id: CommandId.parse('press.1'),
      at: '2026-10-09T15:00:00Z',
      now: '2026-10-09T15:00:00Z',
      by: recruiter,
      source: 'page',
    } as const
    await takeApart(inbox.log, { firm, recruiter, calendar: row.calendar, policy }, group.engagement, said)
    await inbox.tell('2026-10-09T16:00:00Z', marine.engagement)
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen', 'Ibsen Group: Gus Wald'])
    const touches = (await inbox.facts('TouchpointLogged')).map(({ contact, summary }) => [contact, summary])
    const gus = (await inbox.accounts()).find(({ client }) => client === 'Ibsen Group')?.contacts[0]?.id
    expect(
      touches
        .filter(([contact]) => contact === gus)
        .map(([, summary]) => summary)
        .toSorted(),
    ).toEqual(['An opening', 'And another'])
    await from(inbox, GUS, '2026-10-12T15:00:00Z', 'A third')
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen', 'Ibsen Group: Gus Wald'])
  })
})

describe('what came for the people of an account while it was another’s', () => {
  const AFTER = '2026-10-08T15:00:00Z'
  const all = async (inbox: Inbox) =>
    (
      await Promise.all(
        (['MilestoneReached', 'NextStepAgreed', 'ExpectationSet', 'MeetingBooked', 'MeetingCancelled'] as const).map(
          async type => (await inbox.facts(type)).map(fact => `${type} ${'contact' in fact ? fact.contact : ''}`),
        ),
      )
    ).flat()

  it('goes back with them: milestones, steps, expectations and meetings, each once', async () => {
    const { inbox, group, marine } = await twoAccounts()
    await says(inbox, 'Ibsen Group is the same as Ibsen Marine')
    const gus = group.contacts[0]?.id
    const fay = marine.contacts[0]?.id
    if (!gus || !fay) throw new Error('nobody')
    const [alone, both] = [MeetingId.parse('m.alone'), MeetingId.parse('m.both')]
    const span = { startsAt: '2026-10-20T15:00:00Z', endsAt: '2026-10-20T15:30:00Z' }
    await inbox.tell(
      AFTER,
      marine.engagement,
      { command: 'ReachMilestone', milestone: 'fee-agreed', contact: gus },
      { command: 'AgreeNextStep', who: 'client', what: 'send the brief', due: '2026-10-15', contact: gus },
      { command: 'SetExpectation', topic: 'answers', text: 'in a week', replyWithin: 'P7D', contact: gus },
      { command: 'BookMeeting', meeting: alone, ...span, contacts: [gus], title: 'Gus' },
      { command: 'CancelMeeting', meeting: alone, cancelledBy: 'client' },
      { command: 'BookMeeting', meeting: both, ...span, contacts: [fay, gus], title: 'Both' },
      { command: 'ReachMilestone', milestone: 'process-agreed', contact: fay },
    )
    const before = await all(inbox)
    const { firm, recruiter } = group
    const row = await inbox.views.recruiter(firm, recruiter)
    const policy = (await inbox.views.firm(firm))?.policy
    if (!row || !policy) throw new Error('no recruiter')
    const at = '2026-10-09T15:00:00Z'
    const owner = { firm, recruiter, calendar: row.calendar, policy }
    const saying = { id: CommandId.parse('press.9'), at, now: at, by: recruiter, source: 'page' } as const
    await takeApart(inbox.log, owner, group.engagement, saying)
    await takeApart(inbox.log, owner, group.engagement, saying)
    await inbox.tell(at, marine.engagement)
    const of = async (id: EngagementId) => {
      const state = fold((await inbox.log.load(engagementStream(firm, recruiter, id))).events)
      return state.stage === 'unopened' ? [] : state.facts.map(({ type }) => type)
    }
    expect(await of(group.engagement)).toEqual(
      expect.arrayContaining([
        'MilestoneReached',
        'NextStepAgreed',
        'ExpectationSet',
        'MeetingBooked',
        'MeetingCancelled',
      ]),
    )
    // The one that both were to come to stays where Fay is, and is Gus's too.
    expect((await all(inbox)).toSorted()).toEqual([...before, 'MeetingBooked '].toSorted())
    const left = await of(marine.engagement)
    expect(left.filter(type => type === 'MilestoneReached')).toHaveLength(1)
    expect(left.filter(type => type === 'MeetingBooked')).toHaveLength(1)
    expect(left).not.toContain('NextStepAgreed')
    expect(left).not.toContain('MeetingCancelled')
  })
})

describe('two accounts that another program joins', () => {
  it('hold all of both, and come apart', async () => {
    const { inbox, group, marine } = await twoAccounts()
    const { firm, recruiter } = group
    const row = await inbox.views.recruiter(firm, recruiter)
    const policy = (await inbox.views.firm(firm))?.policy
    if (!row || !policy) throw new Error('no recruiter')
    const owner = { firm, recruiter, calendar: row.calendar, policy }
    const at = '2026-10-09T15:00:00Z'
    const saying = { at, now: at, by: recruiter, source: 'api' } as const
    await join(
      inbox.log,
      owner,
      group.engagement,
      { command: 'MergeEngagement', into: marine.engagement },
      { ...saying, id: CommandId.parse('call.0'), evidence: 'reported' },
    )
    await inbox.tell('2026-10-09T16:00:00Z', marine.engagement)
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen, Gus Wald'])
    await takeApart(inbox.log, owner, group.engagement, { ...saying, id: CommandId.parse('call.1') })
    await inbox.tell('2026-10-09T17:00:00Z', marine.engagement)
    expect(await open(inbox)).toEqual(['Ibsen Marine: Fay Ibsen', 'Ibsen Group: Gus Wald'])
  })
})

describe('somebody whom mail adds to an account', () => {
  it('is told in a receipt, and is taken back with what was logged of them', async () => {
    const inbox = await openInbox(RIO)
    await from(inbox, FAY, AT)
    await inbox.arrive(
      mail({
        from: ME,
        to: FAY,
        cc: 'Ove Lie <ove@ibsenmarine.example>',
        at: '2026-10-07T15:00:00Z',
        subject: 'Terms',
        text: 'Fay, our terms.',
      }),
      '2026-10-07T15:00:00Z',
    )
    expect(receiptsOf(inbox).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('is under watch'),
      expect.stringMatching(/^New at .*: Ove Lie$/),
    ])
    const [row] = await inbox.accounts()
    const ove = row?.contacts.find(({ name }) => name === 'Ove Lie')?.id
    await inbox.tell('2026-10-07T16:00:00Z', String(row?.engagement), {
      command: 'RetractContact',
      contact: ContactId.parse(ove),
    })
    expect((await inbox.accounts())[0]?.contacts.map(({ name }) => name)).toEqual(['Fay Ibsen'])
  })

  it('by the recruiter’s own words needs no telling', async () => {
    const inbox = await openInbox(RIO)
    await from(inbox, FAY, AT)
    const before = receiptsOf(inbox).length
    await says(inbox, 'Fay has left a voicemail for me.')
    expect(receiptsOf(inbox)).toHaveLength(before)
  })
})

describe('two mails that open one account', () => {
  it('give it one id, so that the second joins', async () => {
    const one = await openInbox(RIO)
    const other = await openInbox(RIO)
    await from(one, FAY, AT)
    await from(other, 'Ove Lie <ove@mail.ibsenmarine.example>', AT)
    const idOf = async (inbox: Inbox) => (await inbox.accounts())[0]?.engagement
    expect(await idOf(one)).toBe(await idOf(other))
    expect(EngagementId.parse(await idOf(one))).toMatch(/^e[0-9a-f]{24}$/)
  })

  it('that was taken back give the next one another id', async () => {
    const inbox = await openInbox(RIO)
    await from(inbox, FAY, AT)
    const [first] = await inbox.accounts()
    await inbox.tell('2026-10-06T18:00:00Z', String(first?.engagement), { command: 'RetractEngagement' })
    await from(inbox, FAY, '2026-10-08T15:00:00Z', 'Hello again')
    expect((await inbox.accounts()).map(({ stage }) => stage).toSorted()).toEqual(['open', 'retracted'])
  })
})
