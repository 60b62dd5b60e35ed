import { AT, type AttachmentParts, mail } from './message.ts'
import { all, bracketed, headerDate, MONTHS, nameOf, twelveHours, two, WEEKDAYS, wall, ZONE } from './words.ts'

export type Client = 'gmail' | 'outlook' | 'new-outlook' | 'apple' | 'ios' | 'thunderbird'

export type OriginalMail = {
  readonly from: string
  readonly to: string | readonly string[]
  readonly cc?: string | readonly string[]
  readonly subject: string
  readonly at: string
  readonly zone?: string
  readonly text: string
}

/** How each client lays out the message that it forwards, as plain text. */
export const forwardedBlock = (client: Client, original: OriginalMail): string => {
  const to = all(original.to).map(bracketed)
  const cc = all(original.cc).map(bracketed)
  const { from, subject, text } = original
  const date = shownDate(client, original.at, original.zone ?? ZONE)
  const optional = (label: string, people: string[]) => (people.length ? [`${label}: ${people.join(', ')}`] : [])
  switch (client) {
    case 'gmail':
      return [
        '---------- Forwarded message ---------',
        `From: ${bracketed(from)}`,
        `Date: ${date}`,
        `Subject: ${subject}`,
        ...optional('To', to),
        ...optional('Cc', cc),
        '',
        '',
        text,
      ].join('\n')
    case 'outlook':
    case 'new-outlook':
      return [
        client === 'outlook' ? '-----Original Message-----' : '________________________________',
        `From: ${bracketed(from)}`,
        `Sent: ${date}`,
        ...(to.length ? [`To: ${to.join('; ')}`] : []),
        ...(cc.length ? [`Cc: ${cc.join('; ')}`] : []),
        `Subject: ${subject}`,
        '',
        text,
      ].join('\n')
    case 'apple':
    case 'ios':
      return [
        'Begin forwarded message:',
        '',
        ...[
          `From: ${bracketed(from)}`,
          ...(client === 'apple' ? [`Subject: ${subject}`, `Date: ${date}`] : [`Date: ${date}`]),
          ...optional('To', to),
          ...optional('Cc', cc),
          ...(client === 'ios' ? [`Subject: ${subject}`] : []),
          '',
          ...text.split('\n'),
        ].map(line => (client === 'apple' ? line : `> ${line}`.trimEnd())),
      ].join('\n')
    case 'thunderbird':
      return [
        '-------- Forwarded Message --------',
        `Subject: ${subject}`,
        `Date: ${date}`,
        `From: ${bracketed(from)}`,
        ...optional('To', to),
        ...optional('CC', cc),
        '',
        '',
        text,
      ].join('\n')
  }
}

/** A message that the recruiter forwards. Several originals are forwards of forwards, outermost first. */
export const forward = (parts: {
  client: Client
  by: string
  to: string
  at?: string
  zone?: string
  note?: string
  original: OriginalMail | readonly OriginalMail[]
  messageId?: string
  references?: readonly string[]
  attachments?: readonly AttachmentParts[]
  /** Leaves the plain part out. */
  htmlOnly?: boolean
  /** Leaves the HTML part out. */
  plainOnly?: boolean
}): string => {
  const originals: readonly OriginalMail[] = Array.isArray(parts.original) ? parts.original : [parts.original]
  const innermostFirst = [...originals].reverse()
  const body = innermostFirst.reduce(
    (inner, original) =>
      forwardedBlock(parts.client, { ...original, text: [original.text, inner].filter(Boolean).join('\n\n') }),
    '',
  )
  const prefix = parts.client === 'gmail' || parts.client === 'thunderbird' || parts.client === 'apple' ? 'Fwd' : 'FW'
  const text = `${parts.note ? `${parts.note}\n\n` : ''}${body}`
  return mail({
    from: parts.by,
    to: parts.to,
    subject: `${prefix}: ${originals[0]?.subject ?? ''}`,
    at: parts.at ?? AT,
    zone: parts.zone ?? ZONE,
    ...(parts.references ? { references: parts.references } : {}),
    ...(parts.htmlOnly ? {} : { text }),
    ...(parts.plainOnly ? {} : { html: htmlOf(text, parts.client) }),
    ...(parts.messageId ? { messageId: parts.messageId } : {}),
    ...(parts.attachments ? { attachments: parts.attachments } : {}),
  })
}

/** How each client quotes the message it answers, below what the writer wrote. */
export const quotation = (client: Client, quoted: OriginalMail): string => {
  const from = bracketed(quoted.from)
  const marked = quoted.text.split('\n').map(line => `> ${line}`.trimEnd())
  const zone = quoted.zone ?? ZONE
  const at = wall(quoted.at, zone)
  switch (client) {
    case 'gmail':
      return [`On ${shownDate('gmail', quoted.at, zone)} ${from}`, 'wrote:', '', ...marked].join('\n')
    case 'apple':
    case 'ios':
      return [
        `On ${MONTHS[at.month - 1]?.slice(0, 3)} ${at.day}, ${at.year}, at ${twelveHours(at)}, ${from} wrote:`,
        '',
        ...marked,
      ].join('\n')
    case 'thunderbird':
      return [
        `On ${at.month}/${at.day}/${String(at.year).slice(2)} ${at.hour}:${two(at.minute)}, ${nameOf(from)} wrote:`,
        ...marked,
      ].join('\n')
    case 'outlook':
    case 'new-outlook':
      return forwardedBlock(client, quoted)
  }
}

/** An answer to a mail of ours or a client's, with the quotation its client makes. */
export const reply = (parts: {
  client: Client
  by: string
  to: string
  at?: string
  zone?: string
  words: string
  signature?: string
  quoted: OriginalMail
  quotedId?: string
  messageId?: string
}): string => {
  const signature = parts.signature ? `\n\n${parts.signature}` : ''
  return mail({
    from: parts.by,
    to: parts.to,
    subject: `Re: ${parts.quoted.subject}`,
    at: parts.at ?? AT,
    zone: parts.zone ?? ZONE,
    text: `${parts.words}${signature}\n\n${quotation(parts.client, parts.quoted)}\n`,
    ...(parts.quotedId ? { inReplyTo: parts.quotedId, references: [parts.quotedId] } : {}),
    ...(parts.messageId ? { messageId: parts.messageId } : {}),
  })
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const htmlOf = (text: string, client: Client): string => {
  const lines = text.split('\n').map(escapeHtml).join('<br>\r\n')
  const quoteClass = client === 'gmail' ? 'gmail_quote' : 'quote'
  return `<html><head><style>p{margin:0}</style></head><body><div dir="ltr" class="${quoteClass}">${lines}</div></body></html>`
}

const zoneAbbreviation = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find(part => part.type === 'timeZoneName')?.value ?? 'UTC'

/** The date as each client shows it above a forwarded message. */
const shownDate = (client: Client, at: string, zone: string): string => {
  const time = wall(at, zone)
  const weekday = WEEKDAYS[time.dayOfWeek - 1] ?? ''
  const month = MONTHS[time.month - 1] ?? ''
  switch (client) {
    case 'gmail':
      // Gmail sets a narrow no-break space before AM and PM.
      return `${weekday.slice(0, 3)}, ${month.slice(0, 3)} ${time.day}, ${time.year} at ${twelveHours(time).replace(' ', '\u202f')}`
    case 'outlook':
    case 'new-outlook':
      return `${weekday}, ${month} ${time.day}, ${time.year} ${twelveHours(time)}`
    case 'apple':
    case 'ios': {
      const seconds = `${time.hour % 12 || 12}:${two(time.minute)}:${two(time.second)}`
      return `${month} ${time.day}, ${time.year} at ${seconds} ${time.hour < 12 ? 'AM' : 'PM'} ${zoneAbbreviation(at, zone)}`
    }
    case 'thunderbird':
      return headerDate(at, zone)
  }
}
