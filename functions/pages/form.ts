import * as z from 'zod'
import { instantOn, localDate, localInstant } from '../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../shared/domain/calendar/working-calendar.ts'
import { askTheReason } from '../../shared/domain/plays/ask-the-reason.ts'
import type { PlayOutcome, Said } from '../../shared/domain/plays/play.ts'
import { counted } from '../../shared/domain/plays/words.ts'
import { Duration, LocalDate } from '../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import { choiceField, inputField, textField } from './fields.ts'
import { FAR_OFF, isFarOff, optional, type Wrong } from './typed.ts'

/** What a page asks for beside the press, and how it is read. Dates and times are the recruiter's. */

/** `reason`: why it was quiet. */
export type Asked = NonNullable<PlayOutcome['asks']> | 'reason'

/** What a press said: when it happened, what the play may record of it, and by its word why it was quiet. */
export type Pressed = { readonly at: string; readonly said: Said; readonly reason?: string | undefined }

/** The reasons that somebody can have gone quiet for. Not to know it is to leave it open. */
export const REASONS: readonly PlayOutcome[] = askTheReason.outcomes.filter(({ word }) => word !== 'let-go')

const Form = z.object({
  on: optional(LocalDate),
  words: z.string().trim().max(2000).default(''),
  amount: optional(z.coerce.number().int().min(1).max(999)),
  unit: z.enum(['D', 'W', 'M']).default('D'),
  revisitOn: optional(LocalDate),
  startsOn: optional(LocalDate),
  startsTime: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/)),
  reason: optional(z.enum(REASONS.map(({ word }) => word))),
})

const LABEL: Readonly<Record<string, string>> = {
  on: 'The day it happened',
  words: 'The line of what was said',
  amount: 'How soon they answer',
  unit: 'How soon they answer',
  revisitOn: 'The day to come back to it',
  startsOn: 'The new day',
  startsTime: 'The new time',
  reason: 'The reason',
}

/** A day before today counts from its noon; today is now. Answers what is wrong in words for the page. */
export const readForm = (form: URLSearchParams, calendar: WorkingCalendar, now: string): Pressed | Wrong => {
  const parsed = Form.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0])
    return { field, wrong: `${LABEL[field] ?? 'Something'} could not be read.` }
  }
  const { on, words, amount, unit, revisitOn, startsOn, startsTime, reason } = parsed.data
  const today = localDate(calendar, now)
  if (on && on > today)
    return { field: 'on', wrong: 'The day it happened lies ahead. Only what has happened is recorded.' }
  for (const [field, day] of Object.entries({ on, revisitOn, startsOn }))
    if (day && isFarOff(day, today)) return { field, wrong: FAR_OFF }
  if (revisitOn && revisitOn <= today)
    return { field: 'revisitOn', wrong: 'The day to come back to it has to lie ahead.' }
  const startsAt = startsOn && localInstant(calendar, startsOn, startsTime ?? '09:00')
  if (startsAt && Date.parse(startsAt) <= Date.parse(now))
    return { field: 'startsOn', wrong: 'The new time has to lie ahead.' }
  return {
    at: instantOn(calendar, on, now),
    said: {
      ...(words ? { words } : {}),
      ...(amount ? { replyWithin: Duration.parse(`P${amount}${unit}`) } : {}),
      ...(revisitOn ? { revisitOn } : {}),
      ...(startsAt ? { startsAt } : {}),
    },
    reason,
  }
}

/** The fields for an outcome; what was entered stays where the page comes back with something wrong. */
export const fieldsFor = (
  asks: ReadonlySet<Asked>,
  form: URLSearchParams,
  { today, who, revisitDays }: { readonly today: string; readonly who: string; readonly revisitDays: number },
  wrong?: Wrong,
): Html => {
  const inTime = `If it was frozen, or they found somebody; where no day is given, in ${counted(revisitDays, 'day')}`
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: form.get(name) ?? '',
    wrong: wrong?.field === name ? wrong.wrong : undefined,
  })
  return html`${inputField(field('on', 'On another day?', 'Leave empty for today'), html`type="date" max="${today}"`)}
${
  asks.has('starts-at') &&
  html`<fieldset class="pair"><legend>If it was moved, to when? <span class="hint">Leave empty if no time stands</span></legend>
${inputField(field('startsOn', 'New day'), html`type="date" min="${today}"`)}
${inputField(field('startsTime', 'New time'), html`type="time"`)}</fieldset>`
}${textField(field('words', 'What was said, in a line', 'If you like'))}
${
  asks.has('reason') &&
  choiceField(
    field(
      'reason',
      `Why was it quiet?`,
      `If you spoke, ${who} is back: this is asked once. Leave it open if you do not know`,
    ),
    REASONS.map(({ word, label }) => ({ value: word, label, ...(LEADS_TO[word] ? { hint: LEADS_TO[word] } : {}) })),
  )
}${
  (asks.has('revisit-on') || asks.has('reason')) &&
  inputField(
    field('revisitOn', 'Come back to it on', asks.has('reason') ? inTime : 'Leave empty for no day'),
    html`type="date" min="${today}"`,
  )
}${asks.has('reply-within') && replyWithin(form, who, wrong)}`
}

/** What a reason does besides being kept. */
const LEADS_TO: Readonly<Record<string, string>> = {
  frozen: 'The account pauses until you come back to it',
  found: 'The account is closed until you come back to it',
}

const UNITS = [
  { unit: 'D', name: 'working days' },
  { unit: 'W', name: 'weeks' },
  { unit: 'M', name: 'months' },
] as const

const replyWithin = (form: URLSearchParams, who: string, wrong: Wrong | undefined): Html => {
  const isWrong = wrong?.field === 'amount' || wrong?.field === 'unit'
  return html`<fieldset class="pair"><legend>How soon does ${who} answer, as agreed? <span class="hint">Leave empty if nothing is</span></legend>
${inputField(
  { name: 'amount', label: 'Within', value: form.get('amount') ?? '', wrong: isWrong ? wrong.wrong : undefined },
  html`type="number" min="1" max="999" inputmode="numeric"`,
)}
<div class="field"><label for="unit">Of what</label>
<select id="unit" name="unit">${UNITS.map(
    ({ unit, name }) => html`<option value="${unit}"${form.get('unit') === unit && html` selected`}>${name}</option>`,
  )}</select></div></fieldset>
`
}
