import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { localDate } from '../../../shared/domain/calendar/days.ts'
import type { CommandOf } from '../../../shared/domain/engagement/commands.ts'
import type { Note, PlannedCommand } from '../../../shared/domain/note.ts'
import { type TakingBack, takingBack, takingBackNote } from '../../../shared/domain/take-back.ts'
import { CommandId, ContactId, EngagementId, LocalDate, type NoteId } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { Owner } from '../../../shared/runtime/say.ts'
import type { EngagementRow } from '../../../shared/views/rows.ts'
import { inputField, textField } from '../fields.ts'
import type { SaidLine } from './said.ts'

/** What a form says about a wrong reading: it is taken back, or another touchpoint stands in its place. */

type Touch = Pick<CommandOf<'LogTouchpoint'>, 'direction' | 'channel' | 'outcome'>

const TOUCHES: readonly (Touch & { readonly word: string; readonly label: string })[] = [
  { word: 'spoke', label: 'I called, and we spoke', direction: 'outbound', channel: 'call', outcome: 'reached' },
  {
    word: 'voicemail',
    label: 'I left a voicemail',
    direction: 'outbound',
    channel: 'voicemail',
    outcome: 'left-message',
  },
  {
    word: 'no-answer',
    label: 'I called, nobody answered',
    direction: 'outbound',
    channel: 'call',
    outcome: 'no-answer',
  },
  { word: 'email', label: 'I sent an email', direction: 'outbound', channel: 'email', outcome: 'sent' },
  { word: 'text', label: 'I sent a text', direction: 'outbound', channel: 'text', outcome: 'sent' },
  { word: 'met', label: 'We met', direction: 'outbound', channel: 'meeting', outcome: 'held' },
  {
    word: 'they-called',
    label: 'They called, and we spoke',
    direction: 'inbound',
    channel: 'call',
    outcome: 'reached',
  },
  {
    word: 'they-left',
    label: 'They left a voicemail',
    direction: 'inbound',
    channel: 'voicemail',
    outcome: 'left-message',
  },
  { word: 'they-wrote', label: 'They wrote an email', direction: 'inbound', channel: 'email', outcome: 'received' },
  { word: 'they-texted', label: 'They sent a text', direction: 'inbound', channel: 'text', outcome: 'received' },
]

/** The fields that say what happened instead, filled in with how it was read. */
export const rightFields = (line: SaidLine, rows: readonly EngagementRow[], owner: Owner, now: string): Html => {
  const { command } = line.planned
  if (command.command !== 'LogTouchpoint') return html``
  const people = rows.flatMap(row =>
    row.stage === 'open' || row.engagement === line.planned.engagement
      ? row.contacts.map(contact => ({
          value: `${row.engagement} ${contact.id}`,
          label: `${contact.name}, ${row.client}`,
        }))
      : [],
  )
  const was = `${line.planned.engagement} ${command.contact}`
  const touched = TOUCHES.find(touch => isSameTouch(touch, command))?.word
  const date = localDate(owner.calendar, line.fact?.at ?? line.planned.at)
  const options = (choices: readonly { value: string; label: string }[], chosen: string | undefined) =>
    choices.map(
      ({ value, label }) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`,
    )
  return html`<div class="field"><label for="who">With whom</label>
<select id="who" name="who">${options(people, was)}</select></div>
<div class="field"><label for="what">What happened</label>
<select id="what" name="what">${options(
    TOUCHES.map(({ word, label }) => ({ value: word, label })),
    touched,
  )}</select></div>
${inputField({ name: 'on', label: 'On which day', value: date }, html`type="date" max="${localDate(owner.calendar, now)}"`)}
${textField({ name: 'words', label: 'What was said, in a line', hint: 'If you like', value: command.summary ?? '' })}`
}

const isSameTouch = (one: Touch, other: Touch): boolean =>
  one.direction === other.direction && one.channel === other.channel && one.outcome === other.outcome

const Right = z.object({
  who: z.string().max(140),
  what: z.string().max(20),
  on: LocalDate,
  words: z.string().trim().max(2000).default(''),
})

/** The commands that put one touchpoint right, or what is wrong with the form, as a sentence. */
export const puttingRight = (
  note: NoteId,
  line: SaidLine,
  form: URLSearchParams,
  rows: readonly EngagementRow[],
  owner: Owner,
  now: string,
): readonly PlannedCommand[] | { readonly wrong: string } => {
  const parsed = Right.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { wrong: 'Say with whom it was, what happened and on which day.' }
  const { who, what, on, words } = parsed.data
  const [engagement = '', contact = ''] = who.split(' ', 2)
  const row = rows.find(each => each.engagement === engagement && each.contacts.some(({ id }) => id === contact))
  const touch = TOUCHES.find(({ word }) => word === what)
  if (!row || !touch) return { wrong: 'Choose with whom it was, and what happened.' }
  if (on > localDate(owner.calendar, now)) return { wrong: 'The day lies ahead. Only what has happened is recorded.' }
  const was = line.fact?.at ?? line.planned.at
  const at = on === localDate(owner.calendar, was) ? was : earlier(noonOf(on, owner), now)
  const { direction, channel, outcome } = touch
  const right = {
    command: 'LogTouchpoint',
    direction,
    channel,
    outcome,
    contact: ContactId.parse(contact),
    ...(words ? { summary: words } : {}),
  } as const
  return numberedFor(note, now, [
    takingBack(line.planned),
    { engagement: EngagementId.parse(engagement), command: right, at },
  ])
}

const noonOf = (date: string, { calendar }: Owner): string =>
  Temporal.PlainDateTime.from(`${date}T12:00`).toZonedDateTime(calendar.zone).toInstant().toString()

const earlier = (one: string, other: string): string => (Date.parse(one) < Date.parse(other) ? one : other)

export const takingOneBack = (note: NoteId, line: SaidLine, now: string): readonly PlannedCommand[] =>
  numberedFor(note, now, [takingBack(line.planned)])

export const takingAllBack = (note: NoteId, { commands, putRight }: Note, now: string): readonly PlannedCommand[] =>
  numberedFor(note, now, takingBackNote(note, [...commands, ...putRight]))

/** Ids that begin as the note's own do; the same correction makes the same ones. */
const numberedFor = (
  note: NoteId,
  now: string,
  said: readonly (TakingBack & { readonly at?: string })[],
): readonly PlannedCommand[] => {
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
  return said.map(({ engagement, command, at }, index) => ({
    id: CommandId.parse(`note.${note}.right.${hash}.${index}`),
    engagement,
    at: at ?? now,
    evidence: 'reported',
    command,
  }))
}
