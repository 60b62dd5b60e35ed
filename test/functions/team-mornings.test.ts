import { describe, expect, it } from 'vitest'
import { createAnswer } from '../../functions/inbound/answer.ts'
import { takeIn } from '../../functions/inbound/inbound.ts'
import { createDigestLinks } from '../../functions/morning/links.ts'
import { holdMorning } from '../../functions/morning/morning.ts'
import { FirmEvent } from '../../shared/domain/firm.ts'
import { foldNote } from '../../shared/domain/note.ts'
import { RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { CommandId, EngagementId, FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import { firmStream, noteStream, recruiterStream } from '../../shared/log/streams.ts'
import type { Outgoing } from '../../shared/mail/send.ts'
import { handOver } from '../../shared/runtime/hand-over.ts'
import { acmeOwned, birchAndVale } from '../domain/support/stories.ts'
import { lisbon, openOffice, SECRET, signedIn } from '../pages/support/office.ts'
import { bytes, forward, note, received } from '../support/mail.ts'

const firm = FirmId.parse('serra')
const inesa = RecruiterId.parse('inesa')
const rui = RecruiterId.parse('rui')
const INESA = 'inesa@serrasearch.example'
const RUI = 'rui@serrasearch.example'
const INBOUND = `${'r'.repeat(26)}@in.relight.example`
/** A Monday. */
const MONDAY = '2026-10-12'

const said = (at: string, command: string) => ({ at, recordedAt: at, by: 'system', source: 'page', command })

/** A firm of two in Lisbon, whose digests go at half past seven; Rui has two accounts. */
const town = async () => {
  const office = await openOffice()
  await office.join('serra', 'inesa', 'Inesa Leal', INESA)
  const begin = '2026-10-01T09:00:00Z'
  await office.append(firmStream(firm), [
    FirmEvent.parse({ type: 'InvitationAccepted', recruiter: rui, invitation: 'i', ...said(begin, 'joined') }),
  ])
  const about = async (recruiter: RecruiterId, at: string, ...events: readonly object[]) =>
    office.append(
      recruiterStream(firm, recruiter),
      events.map((event, index) => RecruiterEvent.parse({ ...event, ...said(at, `${recruiter}.${at}.${index}`) })),
    )
  await about(
    rui,
    begin,
    { type: 'RecruiterJoined', firm, recruiter: rui, name: 'Rui Prata', region: 'none', calendar: lisbon },
    { type: 'AddressConfirmed', address: RUI },
    { type: 'InboundAddressGiven', token: 'r'.repeat(26) },
  )
  for (const [id, story] of Object.entries({ acme: acmeOwned, birch: birchAndVale })) {
    const told = story()
    told.morning('2026-10-05')
    await office.keep('serra', 'rui', id, `${id} and daughters`, told)
  }
  const { log, views, send } = office.world
  const links = createDigestLinks('https://relight.example', async () => SECRET)
  const morning = async (recruiter: RecruiterId, date: string) => {
    const before = office.mails.length
    const deps = { log, views, send, links, inboundDomain: 'in.relight.example' }
    await holdMorning(deps, { firm, recruiter }, `${date}T06:30:00Z`)
    return office.mails.slice(before)
  }
  const give = async (id: string, at: string) => {
    const [known, row] = [await views.firm(firm), await views.recruiter(firm, rui)]
    if (!known || !row) throw new Error('nothing is projected')
    const giver = { firm, recruiter: rui, calendar: row.calendar, policy: known.policy }
    const saying = {
      id: CommandId.parse(`give.${id}`),
      at,
      now: at,
      by: inesa,
      source: 'page',
      evidence: 'reported',
    } as const
    await handOver(log, giver, EngagementId.parse(id), inesa, saying)
  }
  const takes = async (mail: string, at: string) => {
    const raw = received(mail)
    await takeIn(
      {
        log,
        views,
        fetch: async () => bytes(raw),
        answer: async (_whose, { status }) => {
          if (status === 'understood') throw new Error('something was recorded')
        },
        inboundDomain: 'in.relight.example',
      },
      { object: `inbox/${at}`, arrivedAt: at, recipients: [INBOUND] },
    )
    const { events } = await log.load(
      noteStream(firm, rui, (await views.notes(firm, rui, at))[0]?.note ?? expect.fail()),
    )
    return foldNote(events)
  }
  const arrives = (words: string, at: string) => takes(note(`Rui Prata <${RUI}>`, INBOUND, words, { at }), at)
  return { office, about, morning, give, takes, arrives }
}

describe('the morning after accounts were handed over', () => {
  it('tells the receiver that they came and what is due, and the giver nothing of them', async () => {
    const { morning, give } = await town()
    await morning(inesa, MONDAY)
    await give('acme', '2026-10-12T14:00:00Z')
    const [mail, ...others] = await morning(inesa, '2026-10-13')
    expect(others).toEqual([])
    expect(mail?.to).toBe(INESA)
    expect(mail?.text).toContain('1. Carla Whitfield')
    expect(mail?.text.replaceAll('\n', ' ')).toContain(
      'Rui Prata’s account acme and daughters is yours now, with its whole story.',
    )
    const [his] = await morning(rui, '2026-10-13')
    expect(his?.text).not.toContain('acme')
    expect(his?.text).toContain('birch')
  })

  it('says so once, of several in one line', async () => {
    const { morning, give } = await town()
    await morning(inesa, MONDAY)
    await give('acme', '2026-10-12T14:00:00Z')
    await give('birch', '2026-10-12T14:01:00Z')
    const [first] = await morning(inesa, '2026-10-13')
    expect(first?.text.replaceAll('\n', ' ')).toContain(
      'Rui Prata’s accounts acme and daughters and birch and daughters are yours now, each with its whole story.',
    )
    const [second] = await morning(inesa, '2026-10-14')
    expect(second?.text).not.toContain('yours now')
  })
})

describe('what the giver still hears of an account that was handed over', () => {
  it('is asked about by whose it is now, where a note names its people', async () => {
    const { give, arrives } = await town()
    await give('acme', '2026-10-12T14:00:00Z')
    const { status, question } = await arrives('Spoke with Carla Whitfield, all good.', '2026-10-12T15:00:00Z')
    expect(status).toBe('asked')
    expect(question?.text).toMatch(/^Carla Whitfield went to Inesa Leal with acme and daughters\. /)
  })

  it('opens no second account at the client without a word', async () => {
    const { give, takes, office } = await town()
    for (const id of ['acme', 'birch']) await give(id, '2026-10-12T14:00:00Z')
    const at = '2026-10-12T15:00:00Z'
    const original = {
      from: 'Susan Reyes <susan.reyes@acme.example>',
      to: RUI,
      subject: 'The line',
      at: '2026-10-12T14:30:00Z',
      text: 'Could we talk on Thursday?',
    }
    const mail = forward({
      client: 'gmail',
      by: `Rui Prata <${RUI}>`,
      to: INBOUND,
      at,
      zone: 'Europe/Lisbon',
      original,
    })
    const { status, question } = await takes(mail, at)
    expect(status).toBe('asked')
    expect(question?.text).toContain('acme and daughters was handed over to Inesa Leal.')
    expect(question?.answers.map(({ label, commands }) => [label, commands.length > 0])).toEqual([
      ['Yes, open one of mine', true],
      ['No, leave it', false],
    ])
    expect((await office.world.views.engagementsOf(firm, rui)).filter(({ stage }) => stage === 'open')).toEqual([])
  })
})

describe('an address of a recruiter’s that bounces', () => {
  it('is told to the owner in the next digest, once, which goes for that alone', async () => {
    const { about, morning } = await town()
    await morning(inesa, MONDAY)
    await about(rui, '2026-10-12T06:31:00Z', { type: 'AddressSuppressed', address: RUI, why: 'bounced' })
    const [mail] = await morning(inesa, '2026-10-13')
    expect(mail?.text.replaceAll('\n', ' ')).toContain(
      `Mail to ${RUI} came back: Rui Prata gets none there until the address is confirmed anew.`,
    )
    expect(await morning(inesa, '2026-10-14')).toEqual([])
    expect(await morning(rui, '2026-10-13')).toEqual([])
  })

  it('is no news to the owner where its recruiter stopped the mail', async () => {
    const { about, morning } = await town()
    await morning(inesa, MONDAY)
    await about(rui, '2026-10-12T06:31:00Z', { type: 'AddressSuppressed', address: RUI, why: 'unsubscribed' })
    expect(await morning(inesa, '2026-10-13')).toEqual([])
  })
})

describe('somebody who was deactivated', () => {
  it('gets no digest, and the first one again on the morning after they are back', async () => {
    const { about, morning, office } = await town()
    await about(rui, '2026-10-12T09:00:00Z', { type: 'RecruiterDeactivated' })
    expect(await morning(rui, '2026-10-13')).toEqual([])
    const due: string[] = []
    for await (const { recruiter, dueAt } of office.world.views.due('2026-12-31T00:00:00Z'))
      if (recruiter === rui) due.push(dueAt)
    expect(due).toEqual(['2026-10-14T06:30:00.000Z'])
    await about(rui, '2026-10-13T09:00:00Z', { type: 'RecruiterReactivated' })
    expect(await morning(rui, '2026-10-14')).toMatchObject([{ to: RUI }])
  })

  it('has what still arrives held, unread and unanswered, and the owner can read it', async () => {
    const { about, arrives, office, morning } = await town()
    await morning(inesa, MONDAY)
    await about(rui, '2026-10-12T09:00:00Z', { type: 'RecruiterDeactivated' })
    await arrives('Susan called back about acme. She wants the list.', '2026-10-12T10:00:00Z')
    const { events } = await office.world.log.load(`${firm}/engagement/rui.acme`)
    expect(events.some(({ recordedAt }) => recordedAt === '2026-10-12T10:00:00Z')).toBe(false)
    const [held] = await office.world.views.notes(firm, rui, '2026-10-12T00:00:00Z')
    expect(held).toMatchObject({ status: 'held', rule: 'recruiter deactivated' })
    const [mail] = await morning(inesa, '2026-10-13')
    expect(mail?.text.replaceAll('\n', ' ')).toContain('For Rui Prata, who is no longer here, came one message.')
    const owner = await signedIn(office, INESA, '2026-10-13T09:00:00Z')
    expect((await owner.get('/team/rui')).body).toContain(`href="/team/rui/${held?.note}"`)
    expect((await owner.get(`/team/rui/${held?.note}`)).statusCode).toBe(200)
  })

  it('is not asked about what was read while they were here and is only carried out now', async () => {
    const { about, arrives, office } = await town()
    const asked = await arrives('Spoke with Willem, he is thinking it over.', '2026-10-12T08:00:00Z')
    expect(asked.status).toBe('asked')
    const carriedOut = async () => {
      const sent: Outgoing[] = []
      const send = async (mail: Outgoing) => {
        sent.push(mail)
        return { outcome: 'sent', messageId: 'm' } as const
      }
      const [known, row] = await Promise.all([office.world.views.firm(firm), office.world.views.recruiter(firm, rui)])
      if (!known || !row) return expect.fail('nothing is projected')
      const whose = { firm: known, recruiter: row, inboundDomain: 'in.relight.example' }
      const answer = createAnswer(createMemoryLog(), send, 'https://relight.example', async () => SECRET)
      await answer(whose, asked, { said: [], refused: [] }, '2026-10-12T09:01:00Z')
      return sent.map(({ to }) => to)
    }
    expect(await carriedOut()).toEqual([RUI])
    await about(rui, '2026-10-12T09:00:00Z', { type: 'RecruiterDeactivated' })
    expect(await carriedOut()).toEqual([])
  })

  it('keeps to themselves what came while they were here', async () => {
    const { about, arrives, office } = await town()
    await arrives('Lunch was fine, nothing new.', '2026-10-12T08:00:00Z')
    const [before] = await office.world.views.notes(firm, rui, '2026-10-12T00:00:00Z')
    await about(rui, '2026-10-12T09:00:00Z', { type: 'RecruiterDeactivated' })
    const owner = await signedIn(office, INESA, '2026-10-13T09:00:00Z')
    expect((await owner.get(`/team/rui/${before?.note}`)).statusCode).toBe(404)
  })
})
