import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { localDate } from '../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../shared/domain/calendar/working-calendar.ts'
import type { PlayOutcome, Said } from '../../shared/domain/plays/play.ts'
import { Duration, LocalDate } from '../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'

/** What a page asks for beside the press, and how it is read. Dates and times are the recruiter's. */

export type Asked = PlayOutcome['asks']

/** What a press said: when it happened, and what the play may record of it. */
export type Pressed = { readonly at: string; readonly said: Said }
export type Wrong = { readonly wrong: string }

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

const Form = z.object({
  on: optional(LocalDate),
  words: z.string().trim().max(2000).default(''),
  amount: optional(z.coerce.number().int().min(1).max(999)),
  unit: z.enum(['D', 'W', 'M']).default('D'),
  revisitOn: optional(LocalDate),
  startsOn: optional(LocalDate),
  startsTime: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/)),
})

const LABEL: Readonly<Record<string, string>> = {
  on: 'The day it happened',
  words: 'The line of what was said',
  amount: 'How soon they answer',
  unit: 'How soon they answer',
  revisitOn: 'The day to come back to it',
  startsOn: 'The new day',
  startsTime: 'The new time',
}

/** A day before today counts from its noon; today is now. Answers what is wrong in words for the page. */
export const readForm = (form: URLSearchParams, calendar: WorkingCalendar, now: string): Pressed | Wrong => {
  const parsed = Form.safeParse(Object.fromEntries(form))
  if (!parsed.success)
    return { wrong: `${LABEL[String(parsed.error.issues[0]?.path[0])] ?? 'Something'} could not be read.` }
  const { on, words, amount, unit, revisitOn, startsOn, startsTime } = parsed.data
  const today = localDate(calendar, now)
  if (on && on > today) return { wrong: 'The day it happened lies ahead. Only what has happened is recorded.' }
  if (revisitOn && revisitOn <= today) return { wrong: 'The day to come back to it has to lie ahead.' }
  const startsAt = startsOn && atLocal(startsOn, startsTime ?? '09:00', calendar)
  if (startsAt && Date.parse(startsAt) <= Date.parse(now)) return { wrong: 'The new time has to lie ahead.' }
  return {
    at: on && on < today ? atLocal(on, '12:00', calendar) : now,
    said: {
      ...(words ? { words } : {}),
      ...(amount ? { replyWithin: Duration.parse(`P${amount}${unit}`) } : {}),
      ...(revisitOn ? { revisitOn } : {}),
      ...(startsAt ? { startsAt } : {}),
    },
  }
}

const atLocal = (date: string, time: string, { zone }: WorkingCalendar): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString()

/** The fields for an outcome; what was entered stays where the page comes back with something wrong. */
export const fieldsFor = (asks: ReadonlySet<Asked>, form: URLSearchParams, today: string): Html => {
  const was = (name: string) => form.get(name) ?? ''
  return html`<label for="on">On another day? <span class="hint">Leave empty for today</span></label>
<input id="on" name="on" type="date" max="${today}" value="${was('on')}">
${
  asks.has('reply-within') &&
  html`<fieldset><legend>They answer within</legend>
<input name="amount" type="number" min="1" max="999" inputmode="numeric" aria-label="How many" value="${was('amount')}">
<select name="unit" aria-label="Of what"><option value="D">working days</option><option value="W">weeks</option><option value="M">months</option></select>
</fieldset>`
}${
  asks.has('revisit-on') &&
  html`<label for="revisitOn">Come back to it on <span class="hint">Leave empty for no day</span></label>
<input id="revisitOn" name="revisitOn" type="date" value="${was('revisitOn')}">`
}${
  asks.has('starts-at') &&
  html`<fieldset><legend>If it was moved, to when? <span class="hint">Leave empty if no time stands</span></legend>
<input name="startsOn" type="date" aria-label="New day" value="${was('startsOn')}">
<input name="startsTime" type="time" aria-label="New time" value="${was('startsTime')}">
</fieldset>`
}
<label for="words">What was said, in a line <span class="hint">If you like</span></label>
<textarea id="words" name="words" rows="3" maxlength="2000">${was('words')}</textarea>`
}
