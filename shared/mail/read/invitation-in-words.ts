import type { Address } from './addresses.ts'
import type { Attendee, Invitation } from './calendar.ts'
import { type SaidInLines, saidIn } from './invitation-lines.ts'
import { bare, fold, linesOf } from './lines.ts'
import { type MeetingTime, meetingTime } from './meeting-time.ts'

/** Invitations whose calendar file was lost on the way: Outlook's "When: … Where: …", Google's and Apple's words, Zoom's. */

/** The calendar's mail as a forward shows it. */
export type CalendarMail = {
  readonly subject: string
  /** All that stands in it, header included where that was passed on in the text. */
  readonly text: string
  readonly from: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
}

/** `isCertain`: whether its words tell one time, or that it repeats; else when it is has to be asked. */
export type WordedInvitation = {
  readonly invitation: Invitation
  readonly isCertain: boolean
  /** What the words change of a meeting that may be known. */
  readonly isUpdate: boolean
  /** Whether a calendar wrote the mail, and no person did who put a meeting's details into it. */
  readonly isCalendars: boolean
}

const LINES = 120

/** Null where the words are no invitation, or tell nothing of when. `now` is UTC. */
export const invitationInWords = (mail: CalendarMail, home: string, now: string): WordedInvitation | null => {
  const subject = mail.subject.trim()
  const kind = kindOf(subject)
  const said = saidIn(linesOf(mail.text).slice(0, LINES).map(bare))
  if (!kind && !said.isInvitation) return null
  const { title, when } = titled(kind ? subject.slice(kind.length).trim() : subject)
  const written = [[when], said.when, kind ? said.free : []].map(texts => texts.filter(text => text !== ''))
  const told = written
    .map(texts => texts.flatMap(text => meetingTime(text, home, now) ?? []))
    .find(({ length }) => length > 0)
  if (!told && kind?.method !== 'CANCEL' && !(kind && written.flat().length > 0)) return null
  const time = told && onlyOne(told)
  const method = kind?.method ?? 'REQUEST'
  const named = kind?.title ?? (said.title !== '' && (title === '' || !kind) ? said.title : title)
  return {
    invitation: {
      method,
      uid: `words ${named.toLowerCase()} ${time?.span?.startsAt ?? ''}`,
      occurrence: null,
      sequence: 0,
      title: named.slice(0, 300),
      ...timeOf(time),
      status: '',
      ...whoOf(mail, method, kind?.partstat, said),
      comment: method === 'REPLY' || method === 'COUNTER' ? said.comment : '',
      description: '',
    },
    isCertain: time !== undefined && (time.span !== null || time.recurring),
    isUpdate: kind?.isUpdate ?? false,
    isCalendars: kind !== null || said.isAppointment,
  }
}

/** A change tells the old time and the new one: which is which, its layout alone would say. */
const onlyOne = (told: readonly MeetingTime[]): MeetingTime | undefined => {
  const [first, ...others] = told.filter(({ span, recurring }) => span || recurring)
  return others.every(({ span }) => span === null || span.startsAt === first?.span?.startsAt) ? first : undefined
}

const whoOf = (
  { from, to, cc }: CalendarMail,
  method: Invitation['method'],
  partstat: string | undefined,
  { organizer, people }: SaidInLines,
): Pick<Invitation, 'organizer' | 'attendees'> => {
  if (method === 'REPLY' && from)
    return { organizer: organizer ?? to[0] ?? null, attendees: [{ ...from, partstat: partstat ?? 'NEEDS-ACTION' }] }
  const guests = [...to, ...cc, ...people].filter(({ address }) => address !== '')
  const attendees: readonly Attendee[] = guests.map(guest => ({ ...guest, partstat: 'NEEDS-ACTION' }))
  return method === 'COUNTER' && from
    ? { organizer, attendees: [{ ...from, partstat: 'TENTATIVE' }] }
    : { organizer: organizer ?? from, attendees }
}

const timeOf = (time: MeetingTime | undefined): Pick<Invitation, 'time' | 'allDay' | 'recurring' | 'next'> => ({
  time: time?.recurring ? (time.next[0] ?? null) : (time?.span ?? null),
  allDay: time?.allDay ?? false,
  recurring: time?.recurring ?? false,
  next: time?.next ?? [],
})

// What the subject says

type Kind = {
  readonly method: Invitation['method']
  readonly partstat?: string
  readonly isUpdate: boolean
  /** Of the words that say it. */
  readonly length: number
  /** Where those words hold it. */
  readonly title?: string
}

const KINDS: readonly (readonly [words: string, Pick<Kind, 'method' | 'partstat'> & { readonly isUpdate?: true }])[] = [
  [
    'updated invitation with note|updated invitation|updated event with note|updated event|updated|invitation updated|aktualisierte einladung|aktualisiert|invitation mise à jour|invitation modifiée|invitación actualizada|bijgewerkte uitnodiging|invito aggiornato|convite atualizado',
    { method: 'REQUEST', isUpdate: true },
  ],
  [
    'canceled event with note|cancelled event with note|canceled event|cancelled event|canceled|cancelled|event canceled|meeting canceled|meeting cancelled|invitation canceled|abgesagt|termin abgesagt|abgesagter termin|annulé|événement annulé|annulée|cancelado|evento cancelado|cancelada|geannuleerd|geannuleerde afspraak|annullato|evento annullato',
    { method: 'CANCEL' },
  ],
  [
    'accepted|zugesagt|zusage|accepté|aceptado|aceptada|geaccepteerd|accettato|aceito',
    { method: 'REPLY', partstat: 'ACCEPTED' },
  ],
  [
    'declined|abgelehnt|absage|refusé|rechazado|rechazada|geweigerd|afgewezen|rifiutato|recusado',
    { method: 'REPLY', partstat: 'DECLINED' },
  ],
  [
    'tentative|tentatively accepted|mit vorbehalt|vorläufig zugesagt|provisoire|provisional|voorlopig|provvisorio',
    { method: 'REPLY', partstat: 'TENTATIVE' },
  ],
  [
    'new time proposed|proposed new time|neue zeit vorgeschlagen|neuer zeitvorschlag|nouvelle heure proposée|nueva hora propuesta|nieuwe tijd voorgesteld',
    { method: 'COUNTER' },
  ],
  [
    'invitation with note|invitation from an unknown sender|webex meeting invitation|zoom meeting invitation|invitation|invite|meeting invitation|meeting request|event invitation|einladung|besprechungsanfrage|invitación|uitnodiging|invito|convite',
    { method: 'REQUEST' },
  ],
]

/** Apple's: Kim Oduya invited you to “Terms”. */
const INVITED = /^.{1,80}? (?:has )?invited you to (?:the event:? |an event:? )?[“"„«'](.{1,200})[”"“»']\s*$/i

const kindOf = (subject: string): Kind | null => {
  const invited = INVITED.exec(subject.slice(0, 320))
  if (invited) return { method: 'REQUEST', isUpdate: false, length: subject.length, title: invited[1]?.trim() ?? '' }
  const head = /^([\p{L} ]{4,34}?)\s?:\s*/u.exec(subject.slice(0, 60))
  const words = fold(head?.[1] ?? '')
  const kind = KINDS.find(([known]) => known.split('|').some(name => fold(name) === words))?.[1]
  return kind && head ? { isUpdate: false, ...kind, length: head[0].length } : null
}

/** "Kick-off @ Mon Sep 21, 2026 10am - 10:30am (EDT) (dan@ortiz.example)". */
const titled = (about: string): { readonly title: string; readonly when: string } => {
  const at = about.lastIndexOf(' @ ')
  return at < 0 ? { title: about, when: '' } : { title: about.slice(0, at).trim(), when: about.slice(at + 3).trim() }
}
