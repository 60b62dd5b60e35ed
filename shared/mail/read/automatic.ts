import { Temporal } from 'temporal-polyfill'
import { isAway, returnDay, saysIAmAway } from './absence.ts'
import { departureIn } from './departure.ts'
import { forwardingRequestIn } from './forwarding-request.ts'
import { header, type Message } from './message.ts'

export type Automatic = {
  readonly kind:
    | 'own'
    | 'bounce'
    | 'out-of-office'
    | 'left'
    | 'auto-reply'
    | 'newsletter'
    | 'ticket'
    | 'receipt'
    | 'forwarding request'
    | 'robot'
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
  if (isReceipt(message)) return { kind: 'receipt' }
  if (message.calendar.length > 0) return null
  if (forwardingRequestIn(message)) return { kind: 'forwarding request' }
  const submitted = submittedBy(message)
  if (submitted === 'auto-replied' || isReplyOfMachine(message)) return replied(message)
  if (isToMany(message)) return { kind: 'newsletter' }
  if (isTicket(message)) return { kind: 'ticket' }
  return submitted !== null || isRobot(message.from?.address ?? '') ? { kind: 'robot' } : null
}

/** What a machine that answers for somebody says: gone for good, away, or nothing. */
const replied = (message: Message): Automatic => {
  const words = `${message.subject}\n${message.text}`
  if (departureIn(message.text, message.from?.name || (message.from?.address.split('@')[0] ?? '')))
    return { kind: 'left' }
  if (!isAway(words) && !isAbsenceSubject(message.subject)) return { kind: 'auto-reply' }
  const sentOn = daySent(message)
  const backOn = sentOn === null ? null : returnDay(words, sentOn)
  return { kind: 'out-of-office', ...(backOn === null ? {} : { backOn }) }
}

/**
 * The local date on which the writer of an absence reply is back; null where the text is none, or names no day for
 * certain. `sentAt` is UTC, `zone` where the day is counted.
 */
export const awayUntil = (mail: { subject: string; text: string; sentAt: string; zone: string }): string | null => {
  // What a machine answers with a day of return is an absence, whatever else it says.
  const isMachines = MACHINE_SUBJECT.test(mail.subject.slice(0, 80))
  if (!isMachines && !(isAbsenceSubject(mail.subject) && isAway(`${mail.subject}\n${mail.text}`))) return null
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

/** What only a machine writes before the subject that it answers. */
const MACHINE_SUBJECT =
  /^\s*(automatic reply|auto[- ]?reply|auto[- ]?response|automatic response|automatische antwort|automatische (be)?antwoord(ing)?|automatisch antwoord|abwesenheits(notiz|meldung|assistent)|réponse automatique|respuesta automática|risposta automatica|resposta automática|autosvar|automatiskt svar|automatisk svar|automatyczna odpowiedź|autoodpowiedź|automaattinen vastaus|automatická odpověď|afwezigheidsbericht|absence du bureau|message d['’]absence)( ?[:-]|$)/iu
const ABSENCE_SUBJECT =
  /^\s*(auto ?:|out[- ]of[- ](the )?office|ooo\b|on (annual )?leave|on vacation|vacation|away from (the|my) office|abwesen(d|heit)|im urlaub|fuera de la oficina|fuori (sede|ufficio)|in ferie|en congés?|absente?\b|afwezig|frånvar|fravær|nieobecn|poissa|lomalla|mimo kancelář|ausente|ausência)/iu

const isAbsenceSubject = (subject: string): boolean =>
  MACHINE_SUBJECT.test(subject.slice(0, 80)) || ABSENCE_SUBJECT.test(subject.slice(0, 80))

/** Where no header says so: the subject of a machine, or one of absence above words that only its writer says. */
const isReplyOfMachine = (message: Message): boolean => {
  const { subject, text } = message
  const words = `${subject}\n${text}`
  const sentOn = daySent(message)
  return MACHINE_SUBJECT.test(subject.slice(0, 80))
    ? isAway(words) || departureIn(text, '') || (sentOn !== null && returnDay(words, sentOn) !== null)
    : ABSENCE_SUBJECT.test(subject.slice(0, 80)) && saysIAmAway(text)
}

/** The day in the sender's own zone, as the Date header shows it. */
const daySent = (message: Message): string | null => {
  if (message.date === null) return null
  const offset = /([+-]\d\d)(\d\d)\s*(?:\(.*)?$/.exec(message.dateText.slice(0, 100))
  const zone = offset ? `${offset[1]}:${offset[2]}` : 'UTC'
  return Temporal.Instant.from(message.date).toZonedDateTimeISO(zone).toPlainDate().toString()
}

const POSTMASTERS =
  /^(mailer-?daemon|postmaster|mail-?daemon|bounces?|maildelivery|mail-?delivery-?(system|subsystem)|microsoftexchange[\da-f]*)([+-].*)?$/
const BOUNCE_SUBJECT =
  /^\s*(undeliver(ed|able)|mail delivery (failed|failure|system|status)|delivery (status notification|failure|has failed|incomplete|delayed)|delayed mail|returned mail|returned to sender|failure notice|failed delivery|message (not delivered|undeliverable|delivery (failed|failure|delayed)|delayed)|non[- ]?delivery|(e-?mail )?address not found|warning: (could not send|message)|unzustellbar|nicht zustellbar|unzustellbare? |verzögerte zustellung|non remis|non distribuable|échec de la remise|remise (retardée|impossible)|no se (puede|pudo) entregar|mensaje no entregado|mancat[oa] (recapito|consegna)|impossibile recapitare|onbestelbaar|niet bezorgd|não foi possível entregar|falha na entrega|kan inte levereras|ikke levert|nie dostarczono|nedoručitelná)/iu

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
  (/^\s*((not )?read|recall|gelesen|lu|leído|letto|gelezen|lido|lida|läst|læst|lest)\s?:/iu.test(
    message.subject.slice(0, 80),
  ) &&
    /\b(was (read|displayed|deleted)|would like to recall|wurde .{0,60}(gelesen|angezeigt)|a été (lu|affiché)|(fue|ha sido) leído|è stato letto|is .{0,60}gelezen)\b/iu.test(
      message.text.slice(0, 4000),
    ))

/** A desk's system that took a message in, whoever it says it is. */
const TICKET_SUBJECT =
  /(\[|\(|\b)(ticket|case|request|incident|sr|req|inc|support)( (id|no|number))?\s?[#:.]?\s?[\w-]*\d{3,}|\[#?[A-Z]{2,10}-\d{2,}\]|\[#\d{3,}\]|##\d{3,}##/i
const TAKEN_IN =
  /\b((your|this) (request|ticket|case|message|enquiry|inquiry|e-?mail) (\S{1,30} )?(has been|was|is being) (received|created|opened|logged|registered|assigned)|(ticket|case) .{0,40}(has been|was) (created|opened|logged)|(a|one of our) (member of our team|support (agent|representative)s?|agents?) will (get back|respond|contact|reply)|type your reply above this line|please type your reply above|do not reply (directly )?to this (e-?mail|message)|ihre anfrage .{0,40}(ist|wurde) (eingegangen|erfasst)|votre demande .{0,40}a (bien )?été (reçue|enregistrée))\b/iu

const isTicket = ({ subject, text, headers }: Message): boolean =>
  ['x-zendesk-priority-mail', 'x-freshdesk-ticket-id', 'x-jira-fingerprint', 'x-sn-generated'].some(name =>
    headers.has(name),
  ) ||
  (TICKET_SUBJECT.test(subject.slice(0, 200)) && TAKEN_IN.test(text.slice(0, 4000)))

const ROBOTS =
  /^(no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|notifications?|notify|alerts?|automailer|auto-?confirm|automated|autoresponder|mailer|[\w.]+-noreply|noreply[-+].*)$/

/** Whether a mailbox is no person's: `no-reply@`, `notifications@` … */
export const isRobot = (address: string): boolean => {
  const [local = '', domain = ''] = address.split('@')
  return ROBOTS.test(local) || isSigningService(domain)
}

/** What has papers signed writes under the names of those who sign. */
export const isSigningService = (domain: string): boolean =>
  SIGNING.some(service => domain === service || domain.endsWith(`.${service}`))
const SIGNING = [
  'docusign.net',
  'adobesign.com',
  'echosign.com',
  'mail.hellosign.com',
  'mail.dropboxsign.com',
  'pandadoc.net',
  'mail.signnow.com',
]

/** A list says so; `List-Unsubscribe` alone is also set by programs with which people write to one client at a time. */
const isToMany = (message: Message): boolean => {
  const precedence = (header(message, 'precedence') ?? '').toLowerCase().trim()
  if (message.headers.has('list-id') || ['bulk', 'list', 'junk'].includes(precedence)) return true
  return (
    message.headers.has('list-unsubscribe') &&
    (isRobot(message.from?.address ?? '') || /\bunsubscribe\b/i.test(message.text.slice(-4000)))
  )
}
