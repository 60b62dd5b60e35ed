import { AT, mail } from './message.ts'
import { headerDate, madeId, ZONE } from './words.ts'

/** An absence reply as Exchange or Gmail sends it. */
export const outOfOffice = (parts: { from: string; to: string; text: string; at?: string; subject?: string }): string =>
  mail({
    ...parts,
    subject: parts.subject ?? 'Automatic reply: our call',
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  })

/** A delivery report in the form of RFC 3464, with the headers of what could not be delivered. */
export const bounce = (parts: { to: string; failed: string; original: string; at?: string }): string => {
  const boundary = 'report-7d1f'
  const originalHeaders = parts.original.split('\r\n\r\n', 1)[0] ?? ''
  return [
    'From: Mail Delivery System <mailer-daemon@mx.example>',
    `To: ${parts.to}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${headerDate(parts.at ?? AT, ZONE)}`,
    `Message-ID: <bounce.${madeId(parts.to, parts.failed, parts.at ?? AT)}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your message to ${parts.failed} could not be delivered. The mailbox does not exist.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${parts.failed}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such user here',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    originalHeaders,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

export const newsletter = (parts: { from: string; to: string; subject: string; text: string; at?: string }): string =>
  mail({
    ...parts,
    headers: {
      'List-Id': '<weekly.news.example>',
      'List-Unsubscribe': '<https://news.example/u/1>',
      Precedence: 'bulk',
    },
  })
