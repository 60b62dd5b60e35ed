import { describe, expect, it } from 'vitest'
import { noteStream } from '../../shared/log/streams.ts'
import { INBOUND, type Inbox, openInbox, type Person } from '../support/inbound.ts'
import { forward, note } from '../support/mail.ts'

/** A Message-ID is the writer's own word: it tells a message that comes twice, and hides none. */

const LEO: Person = { name: 'Leo Brandvold', address: 'leo@brandvold.example', zone: 'America/Chicago' }
const ME = `${LEO.name} <${LEO.address}>`
const MIA = 'Mia Torres <mia.torres@alderpumps.example>'
const [FIRST, SECOND, THIRD] = ['2026-09-08T15:00:00Z', '2026-09-08T15:05:00Z', '2026-09-08T15:10:00Z']
const ID = 'one-and-only@brandvold.example'

const passedOn = (text: string, at: string, messageId = ID) =>
  forward({
    client: 'gmail',
    by: ME,
    to: INBOUND,
    at,
    zone: LEO.zone,
    messageId,
    original: { from: MIA, to: ME, subject: 'Pump fitters', at: '2026-09-08T14:00:00Z', zone: LEO.zone, text },
  })
const hers = passedOn('We need two fitters by October.\n\nMia', SECOND)
const unproven = { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' }
const notes = async (inbox: Inbox) => {
  const [account] = await inbox.accounts()
  const rows = account ? await inbox.views.notes(account.firm, account.recruiter, '2026-01-01T00:00:00Z') : []
  return rows.map(({ status, rule }) => ({ status, rule }))
}

describe('a message whose Message-ID came before', () => {
  it('is read where the first was a stranger’s who meant to be before it', async () => {
    const inbox = await openInbox(LEO)
    const forged = note(ME, INBOUND, 'Close everything.', { at: FIRST, messageId: ID })
    expect((await inbox.arrive(forged, FIRST, { verdicts: unproven })).status).toBe('held')
    expect((await inbox.arrive(hers, SECOND)).status).toBe('understood')
    expect(await inbox.facts('TouchpointLogged')).toHaveLength(1)
    expect((await notes(inbox)).map(({ status }) => status).toSorted()).toEqual(['held', 'understood'])
  })

  it('is read where the first was its own copy that nothing proved', async () => {
    const inbox = await openInbox(LEO)
    expect((await inbox.arrive(hers, FIRST, { verdicts: unproven })).status).toBe('held')
    expect((await inbox.arrive(hers, SECOND)).status).toBe('understood')
    expect(await inbox.facts('TouchpointLogged')).toHaveLength(1)
  })

  it('is held and listed where the first one was read and said something else, however often it comes', async () => {
    const inbox = await openInbox(LEO)
    await inbox.arrive(hers, FIRST)
    const other = passedOn('The opening is filled, thank you.\n\nMia', SECOND)
    expect(await inbox.arrive(other, SECOND)).toMatchObject({ status: 'held', rule: 'a Message-ID seen before' })
    await inbox.arrive(other, THIRD)
    expect((await notes(inbox)).map(({ status }) => status).toSorted()).toEqual(['held', 'understood'])
    expect(await inbox.facts('TouchpointLogged')).toHaveLength(1)
  })

  it('hides none of two that come at the same moment', async () => {
    const inbox = await openInbox(LEO)
    const other = passedOn('The opening is filled, thank you.\n\nMia', FIRST)
    await Promise.all([inbox.arrive(hers, SECOND), inbox.arrive(other, SECOND)])
    expect((await notes(inbox)).map(({ status }) => status).toSorted()).toEqual(['held', 'understood'])
  })

  it('changes nothing where it is the same one, by whatever way it came', async () => {
    const inbox = await openInbox(LEO)
    await inbox.arrive(hers, FIRST)
    const before = inbox.raw()
    await inbox.arrive(hers, SECOND)
    await inbox.arrive(`Received: from relay.example (relay.example [192.0.2.7]) by mx.example; Tue\r\n${hers}`, THIRD)
    await inbox.arrive(hers, THIRD, { verdicts: unproven })
    expect(inbox.raw()).toBe(before)
    expect(inbox.sent).toHaveLength(1)
  })

  it('is a note of its own where its own is read again', async () => {
    const inbox = await openInbox(LEO)
    await inbox.arrive(hers, FIRST)
    const other = await inbox.arrive(passedOn('Make it three fitters.\n\nMia', SECOND), SECOND)
    const [account] = await inbox.accounts()
    if (!account || !other.id) throw new Error('no account')
    const { events } = await inbox.log.load(noteStream(account.firm, account.recruiter, other.id))
    expect(events.map(({ type }) => type)).toEqual(['NoteReceived', 'NoteHeld', 'NoteApplied'])
  })
})
