import { oneLine } from '../../domain/plays/words.ts'

export type MailKind = 'digest' | 'receipt' | 'question' | 'sign-in' | 'confirm-address' | 'invitation' | 'welcome'

/**
 * The headers of every mail of ours: by the first we know it again when it comes back, by the others nobody's robot
 * answers it. `unsubscribe` is an https address that takes a one-click POST (RFC 8058); mail programs offer it where the
 * DKIM signature covers both of its headers, and which headers it covers is the sending service's choice.
 */
export const ourHeaders = (kind: MailKind, unsubscribe?: string): Readonly<Record<string, string>> => ({
  'X-Relight-Mail': kind,
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  ...(unsubscribe
    ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}),
})

const LONGEST_SUBJECT = 120

/** A subject on one line: what came from outside can't end the header or fill the screen. */
export const subjectLine = (text: string): string => {
  const line = oneLine(text)
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…`
}
