import * as z from 'zod'
import { plusDays } from '../../../shared/domain/calendar/days.ts'
import { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { LocalDate } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { type Field, inputField, textField, wrongs } from '../fields.ts'
import { record } from '../record.ts'
import { regional, regionField } from '../region-field.ts'
import type { Visit } from '../visit.ts'
import { zoneField } from '../zone-field.ts'
import type { Change } from './settings.ts'

/** When the recruiter works: what the digest comes by, and what windows count. */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const LONGEST_ABSENCE_DAYS = 120

const Form = z.object({
  phone: z.string().trim().max(40, 'can have 40 characters at most').default(''),
  zone: WorkingCalendar.shape.zone,
  digestAt: WorkingCalendar.shape.digestAt,
  workingDays: z.array(z.coerce.number().int().min(1).max(7)).min(1, 'needs one day at least'),
  region: z.string().max(12),
  daysOff: z.string().max(2000).default(''),
})
type Typed = { readonly [name in keyof z.infer<typeof Form>]: string | readonly string[] }

const LABEL: Readonly<Record<string, string>> = {
  phone: 'Your number',
  zone: 'Your time zone',
  digestAt: 'The hour of the mail',
  workingDays: 'Your working days',
  region: 'Public holidays',
  daysOff: 'Your own days off',
}

/** What is kept, as the form shows it. */
const kept = async ({ signedIn: { known }, request }: Visit): Promise<Typed> => {
  const { calendar, region, phone = '' } = known
  const { holidaysToKeep } = await regional()
  const theirs = new Set(holidaysToKeep(region, request.now))
  return {
    phone,
    region,
    zone: calendar.zone,
    digestAt: calendar.digestAt,
    workingDays: calendar.workingDays.map(String),
    daysOff: spans(calendar.holidays.filter(date => !theirs.has(date) && date >= request.now.slice(0, 10))).join('\n'),
  }
}

export const daysSection = async (visit: Visit): Promise<Html> => section(visit, await kept(visit))

const section = async (visit: Visit, typed: Typed, wrong?: { field: string; says: string }): Promise<Html> => {
  const field = (name: string, hint?: string): Field => ({
    name,
    label: LABEL[name] ?? name,
    hint,
    value: String(typed[name as keyof Typed]),
    wrong: wrong?.field === name ? wrong.says : undefined,
  })
  return html`<section aria-labelledby="days"><h2 id="days">Your days</h2>
<form method="post" action="/settings/days">${visit.proof}
${wrongs(wrong && `${LABEL[wrong.field]} ${wrong.says}.`)}
${inputField(field('digestAt', 'On the quarter hour, on working days only'), html`type="time" step="900" required`)}
${zoneField(field('zone'))}
<fieldset><legend>${LABEL['workingDays']}</legend>${WEEKDAYS.map(
    (name, index) =>
      html`<label class="choice"><input type="checkbox" name="workingDays" value="${index + 1}"${typed.workingDays.includes(String(index + 1)) && ' checked'}><span>${name}</span></label>`,
  )}</fieldset>
${await regionField(field('region'))}
${textField(field('daysOff', 'No mail comes, and windows wait. One a line: 2026-12-24, or 2027-07-12 to 2027-07-23'))}
${inputField(field('phone', 'Stands at the end of the words you may leave on a voicemail'), html`type="tel" autocomplete="tel"`)}
<button type="submit">Save your days</button>
</form></section>`
}

export const changeDays: Change = async (visit, world) => {
  const { form } = visit.request
  const typed = { ...Object.fromEntries(form), workingDays: form.getAll('workingDays') }
  const parsed = Form.safeParse(typed)
  const again = async (field: string, says: string) =>
    visit.page(422, 'Settings', await section(visit, { ...(await kept(visit)), ...typed }, { field, says }))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return again(String(issue?.path[0]), issue?.message ?? 'could not be read')
  }
  const { phone, zone, digestAt, workingDays, region, daysOff } = parsed.data
  const { isRegion, holidaysToKeep } = await regional()
  if (!isRegion(region)) return again('region', 'must be one of the list')
  const own = datesOf(daysOff)
  if ('wrong' in own) return again('daysOff', `could not be read: “${own.wrong}”`)
  const today = visit.request.now.slice(0, 10)
  await record(visit, world, ({ calendar }) => {
    // What was off stays off in the past: silence is counted over it.
    const past = calendar.holidays.filter(date => date < today)
    const holidays = [...new Set([...past, ...holidaysToKeep(region, visit.request.now), ...own.dates])].toSorted()
    const days = [...new Set(workingDays)].toSorted()
    return [{ type: 'SettingsChanged', region, phone, calendar: { zone, digestAt, workingDays: days, holidays } }]
  })
  return { saved: 'days' }
}

/** `2026-12-24` or `2027-07-12 to 2027-07-23`, one a line. */
const datesOf = (text: string): { readonly dates: readonly string[] } | { readonly wrong: string } => {
  const dates: string[] = []
  for (const line of text.split(/[\n,;]/).map(each => each.trim())) {
    if (line === '') continue
    const [from, to, ...more] = line.split(/ (?:to|until|-|–) /).map(date => LocalDate.safeParse(date.trim()).data)
    const last = line.includes(' ') ? to : from
    if (!from || !last || more.length > 0 || last < from || plusDays(from, LONGEST_ABSENCE_DAYS) < last)
      return { wrong: line.slice(0, 60) }
    for (let day = from; day <= last; day = LocalDate.parse(plusDays(day, 1))) dates.push(day)
  }
  return { dates }
}

/** Dates that follow one another as a span. */
const spans = (dates: readonly string[]): readonly string[] => {
  const found: [from: string, to: string][] = []
  for (const date of dates) {
    const last = found.at(-1)
    if (last && plusDays(last[1], 1) === date) last[1] = date
    else found.push([date, date])
  }
  return found.map(([from, to]) => (from === to ? from : `${from} to ${to}`))
}
