import type { Answer, Call } from './request.ts'

const SINCE_DAYS_MS = 90 * 24 * 3_600_000

/** GET /api/notes: what arrived in the last ninety days and how it was read, the newest first. */
export const listNotes = async (call: Call): Promise<Answer> => {
  const since = new Date(Date.parse(call.now) - SINCE_DAYS_MS).toISOString()
  const rows = await call.deps.views.notes(call.owner.firm, call.owner.recruiter, since)
  return {
    status: 200,
    body: {
      notes: rows.map(({ note, arrivedAt, from, subject, status, rule, why, question, open }) => ({
        id: note,
        at: arrivedAt,
        from,
        subject,
        status,
        rule,
        why,
        question,
        open,
      })),
    },
  }
}
