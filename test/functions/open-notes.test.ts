import { describe, expect, it } from 'vitest'
import { openNotes } from '../../functions/morning/open-notes.ts'
import { nthWorkingDayAfter } from '../../shared/domain/calendar/days.ts'
import { NoteId } from '../../shared/domain/vocabulary.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import type { DigestRow, NoteRow } from '../../shared/views/rows.ts'
import { ana, firmId, firmRow, noteRow, recruiterRow } from '../contract/support/rows.ts'

const recruiter = recruiterRow(ana)
const { calendar } = recruiter
const ASKED = '2026-09-14'
const day = (n: number): string => nthWorkingDayAfter(calendar, ASKED, n)

const asked = (changes: Partial<NoteRow> = {}): NoteRow =>
  noteRow('n1', `${ASKED}T18:00:00.000Z`, {
    status: 'asked',
    question: 'Which one?',
    open: true,
    ...changes,
  })
const sent = (date: string, stage = 'sent'): DigestRow => ({
  kind: 'digest',
  firm: firmId,
  recruiter: ana,
  date,
  position: 2,
  stage,
})

const on = (today: string, notes: readonly NoteRow[], earlier: readonly DigestRow[]) =>
  openNotes(
    createMemoryLog(),
    { firm: firmRow(), recruiter, now: `${today}T12:30:00Z`, today },
    notes,
    earlier[0]?.date ?? day(0),
    earlier,
  )

describe('an open question', () => {
  it('brings a digest on the next morning, and no other', async () => {
    expect(await on(day(1), [asked()], [sent(ASKED, 'not-needed')])).toMatchObject({ isNews: true, questions: [{}] })
    for (const n of [2, 3, 9]) {
      const later = await on(day(n), [asked()], [sent(day(n - 1))])
      expect(later.isNews).toBe(false)
      expect(later.questions).toMatchObject([{ isLast: false }])
    }
  })

  it('stands for the last time after ten working days, in whichever digest goes then, and not again', async () => {
    expect((await on(day(10), [asked()], [sent(day(9))])).questions).toMatchObject([{ isLast: true }])
    expect((await on(day(13), [asked()], [sent(day(8))])).questions).toMatchObject([{ isLast: true }])
    expect((await on(day(14), [asked()], [sent(day(13))])).questions).toEqual([])
    expect((await on(day(13), [asked()], [sent(day(12), 'not-needed'), sent(day(8))])).questions).toHaveLength(1)
  })

  it('that is answered stands in none', async () => {
    expect((await on(day(1), [asked({ open: false })], [sent(ASKED)])).questions).toEqual([])
  })
})

describe('a held message', () => {
  const held = asked({
    status: 'held',
    question: null,
    why: 'It names no sender.',
    rule: 'no sender',
    note: NoteId.parse('n2'),
  })

  it('is one line once, and worth a mail by itself', async () => {
    expect(await on(day(1), [held], [sent(ASKED)])).toMatchObject({ isNews: true, held: [{ rule: 'no sender' }] })
    expect(await on(day(2), [held], [sent(day(1))])).toMatchObject({ isNews: false, held: [] })
  })
})
