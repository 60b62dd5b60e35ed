import * as z from 'zod'
import type { EngagementId, NoteId } from '../domain/vocabulary.ts'
import { questionOf } from './question-address.ts'
import { accountOf } from './receipt-address.ts'

/**
 * The recruiter's token and what the message answers: a digest by its date, `TOKEN+2026-09-22@in.relight.example`, or
 * a question by its note, `TOKEN+qNOTE@in.relight.example`, or a receipt by its account, `TOKEN+eACCOUNT@in.relight.example`.
 */
export const readAddress = (recipient: string, domain: string): { token: string; answers: AnswersTo } | null => {
  const [local = '', host = ''] = recipient.toLowerCase().split('@')
  if (host !== domain.toLowerCase()) return null
  const [token = '', tag = ''] = local.split('+')
  const date = z.iso.date().safeParse(tag)
  const question = questionOf(tag)
  const account = accountOf(tag)
  return {
    token,
    answers: {
      ...(date.success ? { digest: date.data } : {}),
      ...(question ? { question } : {}),
      ...(account ? { account } : {}),
    },
  }
}

/** What of ours a message answers, where its address or its headers say so. */
export type AnswersTo = {
  readonly digest?: string
  readonly question?: NoteId
  readonly account?: EngagementId
}
