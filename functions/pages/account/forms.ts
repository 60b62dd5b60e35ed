import * as z from 'zod'
import { instantOn, localInstant, plusDays } from '../../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import type { Command } from '../../../shared/domain/engagement/commands.ts'
import { PolicyOverride, WINDOWS } from '../../../shared/domain/policy.ts'
import { ContactId, Duration, LocalDate, MeetingId, Role } from '../../../shared/domain/vocabulary.ts'
import { FAR_OFF, isFarOff, optional, type Wrong } from '../typed.ts'
import { readWindows, sayWrongWindow } from '../window-field.ts'

/** What the forms of an account say, read into the command that records it. */

type Read = { readonly command: Command; readonly at: string }
/** When and for whom a form is read: `id` is new, `now` a UTC instant, `today` the recruiter's date. */
export type Frame = {
  readonly id: string
  readonly calendar: WorkingCalendar
  readonly now: string
  readonly today: string
}

/** What somebody did, as a recruiter would choose it, and as the log has it. */
export const TOUCHES = {
  spoke: { label: 'We spoke by phone', direction: 'outbound', channel: 'call', outcome: 'reached' },
  'they-rang': { label: 'They rang me', direction: 'inbound', channel: 'call', outcome: 'reached' },
  voicemail: { label: 'I left a voicemail', direction: 'outbound', channel: 'voicemail', outcome: 'left-message' },
  'no-answer': { label: 'I rang, nobody answered', direction: 'outbound', channel: 'call', outcome: 'no-answer' },
  wrote: { label: 'I wrote an email', direction: 'outbound', channel: 'email', outcome: 'sent' },
  'they-wrote': { label: 'They wrote an email', direction: 'inbound', channel: 'email', outcome: 'received' },
  texted: { label: 'I sent a text', direction: 'outbound', channel: 'text', outcome: 'sent' },
  'they-texted': { label: 'They sent a text', direction: 'inbound', channel: 'text', outcome: 'received' },
  met: { label: 'We met', direction: 'outbound', channel: 'meeting', outcome: 'held' },
  video: { label: 'We met by video', direction: 'outbound', channel: 'video', outcome: 'held' },
} as const

export const LABEL: Readonly<Record<string, string>> = {
  contact: 'With whom',
  touch: 'What happened',
  on: 'On another day?',
  words: 'What was said, in a line',
  name: 'Name',
  role: 'Role',
  email: 'Mail address',
  phone: 'Number',
  with: 'With',
  date: 'Day',
  time: 'Time',
  title: 'What it is about',
  of: 'Who answers',
  amount: 'Within',
  unit: 'Of what',
  until: 'Until',
  why: 'Why',
  closing: 'Why it is closed',
  revisitOn: 'Look at it again on',
  introducedBy: 'Introduced by',
}

/** What a field has to be, where it is more than there. */
const HAS_TO_BE: Readonly<Record<string, string>> = {
  on: 'choose a day, or leave it empty for today',
  words: 'this can have 2,000 characters at most',
  name: 'this is missing, or longer than 200 characters',
  email: 'write a whole address, such as name@firm.com',
  phone: 'write it in digits, 40 characters at most',
  time: 'write it as 14:30',
  title: 'this is missing, or longer than 300 characters',
  amount: 'a whole number from 1 to 999',
  why: 'this can have 2,000 characters at most',
  closing: 'this can have 2,000 characters at most',
}

const MEETING_MINUTES = 30
/** A meeting that is over for longer is told as what came of it. */
const MEETING_PAST_DAYS = 30

const words = optional(z.string().trim().min(1).max(2000))

/** A form by its fields and by what it records; a plain command happened now. */
const form =
  <Schema extends z.ZodType>(fields: Schema, record: (read: z.infer<Schema>, frame: Frame) => Read | Command | Wrong) =>
  (typed: URLSearchParams, frame: Frame): Read | Wrong => {
    const read = fields.safeParse(Object.fromEntries(typed))
    if (!read.success) {
      const field = String(read.error.issues[0]?.path[0])
      return {
        field,
        wrong: `${LABEL[field] ?? 'A field'}: ${HAS_TO_BE[field] ?? 'this is missing, or could not be read'}.`,
      }
    }
    const recorded = record(read.data, frame)
    if ('wrong' in recorded || 'at' in recorded) return recorded
    return { command: recorded, at: frame.now }
  }

const liesAhead = (field: string, day: string | undefined, { today }: Frame): Wrong | undefined => {
  if (!day) return undefined
  if (day <= today) return { field, wrong: `${LABEL[field]}: that day has to lie ahead.` }
  return isFarOff(day, today) ? { field, wrong: FAR_OFF } : undefined
}

export const FORMS = {
  touch: form(
    z.object({
      contact: ContactId,
      touch: z.enum(Object.keys(TOUCHES) as (keyof typeof TOUCHES)[]),
      on: optional(LocalDate),
      words,
    }),
    ({ contact, touch, on, words: summary }, { calendar, now, today }) => {
      if (on && on > today) return { field: 'on', wrong: 'That day lies ahead. Only what has happened is recorded.' }
      if (on && isFarOff(on, today)) return { field: 'on', wrong: FAR_OFF }
      const { direction, channel, outcome } = TOUCHES[touch]
      return {
        command: { command: 'LogTouchpoint', contact, direction, channel, outcome, ...(summary && { summary }) },
        at: instantOn(calendar, on, now),
      }
    },
  ),
  person: form(
    z.object({
      name: z.string().trim().min(1).max(200),
      role: Role,
      email: optional(z.email().toLowerCase().max(254)),
      phone: optional(
        z
          .string()
          .trim()
          .regex(/\d\D*\d\D*\d/)
          .max(40),
      ),
      introducedBy: optional(ContactId),
    }),
    ({ name, role, email, phone, introducedBy }, { id }) => ({
      command: 'AddContact',
      contact: ContactId.parse(`c${id}`),
      name,
      role,
      emails: email ? [email] : [],
      phones: phone ? [{ number: phone, from: 'you' }] : [],
      ...(introducedBy && { introducedBy }),
    }),
  ),
  meeting: form(
    z.object({
      with: ContactId,
      date: LocalDate,
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      title: z.string().trim().min(1).max(300),
    }),
    ({ with: contact, date, time, title }, { id, calendar, today }) => {
      if (isFarOff(date, today)) return { field: 'date', wrong: FAR_OFF }
      if (date < plusDays(today, -MEETING_PAST_DAYS))
        return {
          field: 'date',
          wrong: 'That is more than thirty days ago. Say what came of it as a call, a mail, a talk.',
        }
      const startsAt = localInstant(calendar, date, time)
      const endsAt = new Date(Date.parse(startsAt) + MEETING_MINUTES * 60_000).toISOString()
      return {
        command: 'BookMeeting',
        meeting: MeetingId.parse(`m${id}`),
        startsAt,
        endsAt,
        contacts: [contact],
        title,
      }
    },
  ),
  expectation: form(
    z.object({ of: ContactId, amount: z.coerce.number().int().min(1).max(999), unit: z.enum(['D', 'W', 'M']) }),
    ({ of: contact, amount, unit }) => ({
      command: 'SetExpectation',
      topic: 'reply time',
      text: 'Agreed on the page of the account',
      replyWithin: Duration.parse(`P${amount}${unit}`),
      contact,
    }),
  ),
  pause: form(
    z.object({ until: LocalDate, why: words }),
    ({ until, why }, frame) =>
      liesAhead('until', until, frame) ?? { command: 'PauseEngagement', until, ...(why && { why }) },
  ),
  resume: form(z.object({}), () => ({ command: 'ResumeEngagement' })),
  close: form(
    z.object({ closing: words, revisitOn: optional(LocalDate) }),
    ({ closing, revisitOn }, frame) =>
      liesAhead('revisitOn', revisitOn, frame) ?? {
        command: 'CloseEngagement',
        ...(closing && { why: closing }),
        ...(revisitOn && { revisitOn }),
      },
  ),
  windows: (typed: URLSearchParams, { now }: Frame): Read | Wrong => {
    const read = readWindows(PolicyOverride, WINDOWS, typed)
    return 'wrong' in read
      ? { field: read.wrong.field, wrong: sayWrongWindow(read.wrong) }
      : { command: { command: 'OverridePolicy', windows: read.windows }, at: now }
  },
} as const
export type FormName = keyof typeof FORMS
export const isForm = (name: string): name is FormName => Object.hasOwn(FORMS, name)
