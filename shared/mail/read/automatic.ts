import { Temporal } from 'temporal-polyfill'
import { isAway, returnDay, saysIAmAway } from './absence.ts'
import { header, type Message } from './message.ts'

export type Automatic = {
  readonly kind: 'own' | 'bounce' | 'out-of-office' | 'auto-reply' | 'newsletter' | 'robot'
  /** Of an absence: the local date on which they are back, where it says so for certain. */
  readonly backOn?: string
}

/**
 * What kind of machine sent a message, or null for a person. None of them ever gets an answer. Calendar mail counts as
 * a person's: calendars send it on somebody's press.
 *
 * `X-Auto-Response-Suppress` is no sign: people's own programs set it (ours does) so that machines stay silent.
 */
export const automatic = (message: Message): Automatic | null => {
  if (message.headers.has('x-relight-mail')) return { kind: 'own' }
  if (isBounce(message)) return { kind: 'bounce' }
  if (isReceipt(message)) return { kind: 'robot' }
  if (message.calendar.length > 0) return null
  const submitted = submittedBy(message)
  const words = `${message.subject}\n${message.text}`
  if (submitted === 'auto-replied' && !isAway(words) && !isAbsenceSubject(message.subject))
    return { kind: 'auto-reply' }
  if (submitted === 'auto-replied' || (isAbsenceSubject(message.subject) && saysIAmAway(message.text))) {
    const sentOn = daySent(message)
    const backOn = sentOn === null ? null : returnDay(words, sentOn)
    return { kind: 'out-of-office', ...(backOn === null ? {} : { backOn }) }
  }
  if (isToMany(message)) return { kind: 'newsletter' }
  return submitted !== null || isRobot(message.from?.address ?? '') ? { kind: 'robot' } : null
}

/**
 * The local date on which the writer of an absence reply is back; null where the text is none, or names no day for
 * certain. `sentAt` is UTC, `zone` where the day is counted.
 */
export const awayUntil = (mail: { subject: string; text: string; sentAt: string; zone: string }): string | null => {
  if (!isAbsenceSubject(mail.subject) || !isAway(`${mail.subject}\n${mail.text}`)) return null
  const sentOn = Temporal.Instant.from(mail.sentAt).toZonedDateTimeISO(mail.zone).toPlainDate().toString()
  return returnDay(`${mail.subject}\n${mail.text}`, sentOn)
}

/** RFC 3834, and what programs wrote before it. */
const submittedBy = (message: Message): 'auto-replied' | 'auto-generated' | null => {
  const submitted = (header(message, 'auto-submitted') ?? '').toLowerCase().trim()
  const precedence = (header(message, 'precedence') ?? '').toLowerCase().trim()
  const old = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from', 'x-vacation-message']
  if (
    submitted.startsWith('auto-replied') ||
    precedence === 'auto_reply' ||
    old.some(name => message.headers.has(name))
  )
    return 'auto-replied'
  return submitted !== '' && !submitted.startsWith('no') ? 'auto-generated' : null
}

const ABSENCE_SUBJECT =
  /^\s*(automatic reply|auto[- ]?reply|auto[- ]?response|automatic response|auto ?:|out of (the )?office|ooo\b|on vacation|vacation|away from (the|my) office|automatische antwort|abwesenheitsnotiz|abwesend|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|resposta automática|autosvar|automatiskt svar|automatisk svar|absence du bureau|fuera de la oficina|fuori sede)/i

const isAbsenceSubject = (subject: string): boolean => ABSENCE_SUBJECT.test(subject.slice(0, 80))

/** The day in the sender's own zone, as the Date header shows it. */
const daySent = (message: Message): string | null => {
  if (message.date === null) return null
  const offset = /([+-]\d\d)(\d\d)\s*(?:\(.*)?$/.exec(message.dateText.slice(0, 100))
  const zone = offset ? `${offset[1]}:${offset[2]}` : 'UTC'
  return Temporal.Instant.from(message.date).toZonedDateTimeISO(zone).toPlainDate().toString()
}

const POSTMASTERS =
  /^(mailer-?daemon|postmaster|mail-?daemon|bounces?|maildelivery|microsoftexchange[\da-f]*)([+-].*)?$/
const BOUNCE_SUBJECT =
  /^\s*(undeliver(ed|able)|mail delivery (failed|failure|system|status)|delivery (status notification|failure|has failed|incomplete|delayed)|returned mail|returned to sender|failure notice|message (not delivered|undeliverable|delivery (failed|failure))|non[- ]?delivery|address not found|warning: (could not send|message)|unzustellbar|nicht zustellbar|non remis|échec de la remise|no se puede entregar|mancato recapito|onbestelbaar)/i

const isBounce = (message: Message): boolean => {
  if (message.deliveryStatus.length > 0 || message.headers.has('x-failed-recipients')) return true
  const [local = ''] = (message.from?.address ?? '').split('@')
  const isReport = /report-type="?delivery-status/i.test(header(message, 'content-type') ?? '')
  const isNobody = (header(message, 'return-path') ?? '').trim() === '<>'
  return isReport || ((POSTMASTERS.test(local) || isNobody) && BOUNCE_SUBJECT.test(message.subject.slice(0, 120)))
}

/** That a message was displayed, deleted or called back (RFC 8098, and what mail programs make of it) is no word of theirs. */
const isReceipt = (message: Message): boolean =>
  /report-type="?disposition-notification/i.test(header(message, 'content-type') ?? '') ||
  (/^\s*((not )?read|recall):/i.test(message.subject.slice(0, 80)) &&
    /\b(was (read|displayed|deleted)|would like to recall)\b/i.test(message.text.slice(0, 4000)))

const ROBOTS =
  /^(no-?reply|do-?not-?reply|donotreply|notifications?|notify|alerts?|automailer|auto-?confirm|[\w.]+-noreply|noreply[-+].*)$/

/** Whether nobody reads or writes at an address. */
export const isRobot = (address: string): boolean => ROBOTS.test(address.split('@')[0] ?? '')

/** A list says so; `List-Unsubscribe` alone is also set by programs with which people write to one client at a time. */
const isToMany = (message: Message): boolean => {
  const precedence = (header(message, 'precedence') ?? '').toLowerCase().trim()
  if (message.headers.has('list-id') || ['bulk', 'list', 'junk'].includes(precedence)) return true
  return (
    message.headers.has('list-unsubscribe') &&
    (isRobot(message.from?.address ?? '') || /\bunsubscribe\b/i.test(message.text.slice(-4000)))
  )
}
