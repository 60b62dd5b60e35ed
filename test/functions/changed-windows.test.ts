import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { type Firm, kyiv, openFirm, spokeWith } from './support/firm.ts'

const SUSAN = { name: 'Susanna Brandt', email: 's.brandt@brandtpumps.example' }

/** So that no task is open, and nothing but the windows or the hour wakes the account. */
const AGREED: Command = { command: 'SetExpectation', topic: 'process', text: 'as agreed' }

/** An account of Olha's, who spoke with Susanna on its first day. */
const begun = async (firm: Firm, ...before: readonly Command[]) => {
  const account = await firm.account('Olha Petrenko', '2026-09-01T08:00:00Z', 'Brandt', [], [SUSAN])
  await account.tell('2026-09-01T09:00:00Z', ...before, spokeWith(SUSAN.name))
  return account
}

describe('windows that changed', () => {
  it('of one account are read on the next morning, and wake it on the day they say', async () => {
    const firm = await openFirm(kyiv, 'Olha Petrenko')
    const account = await begun(firm)
    await account.tell('2026-09-01T10:00:00Z', { command: 'OverridePolicy', windows: { replyDays: 6 } })
    for (const date of ['2026-09-02', '2026-09-04', '2026-09-08']) await firm.morning('Olha Petrenko', date)
    expect((await account.open()).join()).not.toContain('call-and-write')
    await firm.morning('Olha Petrenko', '2026-09-09')
    expect((await account.open()).join()).toContain('call-and-write')
    await account.tell('2026-09-09T10:00:00Z', { command: 'OverridePolicy', windows: { replyDays: 9 } })
    await firm.morning('Olha Petrenko', '2026-09-10')
    expect((await account.open()).join()).not.toContain('call-and-write')
    await account.tell('2026-09-10T10:00:00Z', { command: 'OverridePolicy', windows: {} })
    await firm.morning('Olha Petrenko', '2026-09-11')
    expect((await account.open()).join()).toContain('call-and-write')
  })

  it('of the firm hold for every account from the next morning on, however far off its next look was', async () => {
    const firm = await openFirm(kyiv, 'Olha Petrenko')
    const policy = { ...defaultPolicy, replyDays: 15 }
    await firm.changeFirm('2026-08-31T09:00:00Z', { type: 'PolicyChanged', policy })
    const account = await begun(firm, AGREED)
    await firm.morning('Olha Petrenko', '2026-09-02')
    expect((await account.row())?.wakeAt?.slice(0, 10)).toBe('2026-09-22')
    await firm.changeFirm('2026-09-02T12:00:00Z', { type: 'PolicyChanged', policy: { ...policy, replyDays: 5 } })
    await firm.morning('Olha Petrenko', '2026-09-03')
    expect((await account.row())?.wakeAt?.slice(0, 10)).toBe('2026-09-08')
    await firm.morning('Olha Petrenko', '2026-09-04')
    await firm.morning('Olha Petrenko', '2026-09-08')
    expect((await account.open()).join()).toContain('call-and-write')
  })

  it('fall on the recruiter’s own days: an earlier hour of the mail makes nothing a day late', async () => {
    const firm = await openFirm(kyiv, 'Olha Petrenko')
    const account = await begun(firm, AGREED)
    await firm.morning('Olha Petrenko', '2026-09-02')
    const calendar = { ...kyiv, digestAt: '06:30' }
    await firm.changeRecruiter('Olha Petrenko', '2026-09-02T12:00:00Z', { type: 'SettingsChanged', calendar })
    await firm.morning('Olha Petrenko', '2026-09-03', calendar)
    await firm.morning('Olha Petrenko', '2026-09-04', calendar)
    expect((await account.open()).join()).toContain('call-and-write')
  })

  it('of the firm hold too for whoever was gone while they changed, from the first morning they are back', async () => {
    const firm = await openFirm(kyiv, 'Ana Lind', 'Olha Petrenko')
    const policy = { ...defaultPolicy, replyDays: 60 }
    await firm.changeFirm('2026-08-31T09:00:00Z', { type: 'PolicyChanged', policy })
    const account = await begun(firm, AGREED)
    await firm.morning('Olha Petrenko', '2026-09-02')
    await firm.changeRecruiter('Olha Petrenko', '2026-09-02T12:00:00Z', { type: 'RecruiterDeactivated' })
    await firm.changeFirm('2026-09-03T12:00:00Z', { type: 'PolicyChanged', policy: { ...policy, replyDays: 3 } })
    await firm.morning('Olha Petrenko', '2026-09-04')
    await firm.changeRecruiter('Olha Petrenko', '2026-09-24T12:00:00Z', { type: 'RecruiterReactivated' })
    await firm.morning('Olha Petrenko', '2026-09-25')
    expect((await account.open()).join()).toContain('call-and-write')
  })
})
