import { describe, expect, it } from 'vitest'
import { recordMailEvent } from '../../functions/mail-events/mail-events.ts'
import { FirmEvent, foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import { digestStream, firmStream, recruiterStream } from '../../shared/log/streams.ts'
import { firm, openOffice, recruiter } from './support/office.ts'

const ADDRESS = 'mara@vosstalent.example'
const DATE = '2026-09-15'
const DATE_INVITED = '2026-09-15T10:00:00Z'
const event = (parts: { date?: string; type: string; bounceType?: string }) =>
  ({
    time: '2026-09-15T12:00:00Z',
    detail: {
      eventType: parts.type,
      mail: {
        messageId: 'ses-9',
        tags: { firm: [firm], recruiter: [recruiter], ...(parts.date ? { date: [parts.date] } : {}) },
      },
      ...(parts.bounceType
        ? { bounce: { bounceType: parts.bounceType, bouncedRecipients: [{ emailAddress: 'Mara@VossTalent.example' }] } }
        : {}),
      ...(parts.type === 'Complaint' ? { complaint: { complainedRecipients: [{ emailAddress: ADDRESS }] } } : {}),
    },
  }) as Parameters<typeof recordMailEvent>[1]

const suppressedAfter = async (...events: readonly ReturnType<typeof event>[]): Promise<readonly string[]> => {
  const { log } = await openOffice({})
  for (const one of events) await recordMailEvent(log, one)
  return foldRecruiter((await log.load(recruiterStream(firm, recruiter))).events)?.suppressed ?? []
}

describe('a mail of ours that came back', () => {
  it('for good, whichever it was, stops mail to that address; told twice it is one fact', async () => {
    const hard = { type: 'Bounce', bounceType: 'Permanent' }
    expect(await suppressedAfter(event({ ...hard, date: DATE }))).toEqual([ADDRESS])
    expect(await suppressedAfter(event(hard), event(hard))).toEqual([ADDRESS])
    expect(await suppressedAfter(event({ type: 'Complaint' }))).toEqual([ADDRESS])
  })

  it('for now stops nothing', async () => {
    expect(await suppressedAfter(event({ type: 'Bounce', bounceType: 'Transient', date: DATE }))).toEqual([])
    expect(await suppressedAfter(event({ type: 'Delivery' }))).toEqual([])
  })

  it('is told with the digest it was, and answers leave no trace there', async () => {
    const { log } = await openOffice({})
    await recordMailEvent(log, event({ type: 'Bounce', bounceType: 'Transient', date: DATE }))
    await recordMailEvent(log, event({ type: 'Send' }))
    const { events } = await log.load(digestStream(firm, recruiter, DATE))
    expect(events).toMatchObject([{ type: 'DigestBounced', hard: false }])
  })
})

describe('an invitation that came back', () => {
  const invited = async (...events: readonly ReturnType<typeof event>[]) => {
    const { log } = await openOffice({})
    const { version } = await log.load(firmStream(firm))
    const said = { at: DATE_INVITED, recordedAt: DATE_INVITED, by: recruiter, source: 'page', command: 'invite' }
    const newcomer = { name: 'Mara Voss', address: ADDRESS, zone: 'Europe/Berlin', region: 'DE' }
    const one = { type: 'RecruiterInvited', invitation: 'i1', recruiter: 'newcomer', ...newcomer, ...said }
    await log.append(version, [FirmEvent.parse(one)])
    for (const told of events) {
      const { detail } = told
      const tags = { firm: [firm], recruiter: ['newcomer'] } as never
      await recordMailEvent(log, { ...told, detail: { ...detail, mail: { ...detail.mail, tags } } })
    }
    return foldFirm((await log.load(firmStream(firm))).events).invitations
  }

  it('is told to the firm, once, and the link still works for whoever has it', async () => {
    const hard = event({ type: 'Bounce', bounceType: 'Permanent' })
    expect(await invited(hard, hard)).toMatchObject([{ undelivered: 'bounced', standing: 'open' }])
    expect(await invited(event({ type: 'Complaint' }))).toMatchObject([{ undelivered: 'complained' }])
  })

  it('for now is told to nobody', async () => {
    const [invitation] = await invited(event({ type: 'Bounce', bounceType: 'Transient' }))
    expect(invitation).not.toHaveProperty('undelivered')
  })
})
