import { describe, expect, it } from 'vitest'
import { recordMailEvent } from '../../functions/mail-events/mail-events.ts'
import { createDigestRecord } from '../../functions/morning/claim.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import { digestStream } from '../../shared/log/streams.ts'
import { ana, firmId, firmRow, recruiterRow } from '../contract/support/rows.ts'

const today = '2026-11-03'
const now = '2026-11-03T13:00:00Z'
const morning = { firm: firmRow(), recruiter: recruiterRow(ana), now, today }
const sentBySes = {
  time: now,
  detail: {
    eventType: 'Send' as const,
    mail: { messageId: 'ses-1', tags: { firm: [firmId], recruiter: [ana], date: [today] } },
  },
}

describe('the record of a digest', () => {
  it('tells once that it was sent, though the sender and its own events both say so', async () => {
    const log = createMemoryLog()
    const record = createDigestRecord(log, morning)
    await record.claim([])
    await recordMailEvent(log, sentBySes as never)
    await record.record({ type: 'DigestSent', messageId: 'ses-1' })
    await recordMailEvent(log, sentBySes as never)
    const { events } = await log.load(digestStream(firmId, ana, today))
    expect(events.map(({ type }) => type)).toEqual(['DigestClaimed', 'DigestSent'])
  })
})
