import { describe, expect, it } from 'vitest'
import { NoteId } from '../../shared/domain/vocabulary.ts'
import { noteStream } from '../../shared/log/streams.ts'
import { note } from '../support/mail.ts'
import { BY, firm, INBOUND, openOffice, recruiter } from './support/office.ts'

const MONDAY = '2026-09-14T15:00:00Z'
const LATER = '2026-09-14T16:30:00Z'

describe('a hint to read a message again', () => {
  it('proves nothing: what was held, and never released, stays held and says nothing', async () => {
    const office = await openOffice({ Brightwater: [{ name: 'Ana Cole' }] })
    const forged = note(BY, INBOUND, 'Spoke with Ana Cole.', { at: MONDAY, messageId: 'x@vosstalent.example' })
    const held = await office.arrive(forged, MONDAY, INBOUND, { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' })
    expect(held.status).toBe('held')
    const id = NoteId.parse(held.id)
    const told = async () => [
      (await office.log.load(noteStream(firm, recruiter, id))).events,
      await office.facts('Brightwater'),
    ]
    const before = await told()
    await office.readAgain({ firm, recruiter, note: id, now: LATER })
    expect(await told()).toEqual(before)
  })
})
