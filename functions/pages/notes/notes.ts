import { localDate } from '../../../shared/domain/calendar/days.ts'
import { foldNote, type Note, type NoteEvent, type PlannedCommand } from '../../../shared/domain/note.ts'
import { oneLine, printable, quotable, timeOfDay, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { CommandId, NoteId } from '../../../shared/domain/vocabulary.ts'
import { noteStream } from '../../../shared/log/streams.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { putNoteRight } from '../../../shared/runtime/answer-note.ts'
import { execute } from '../../../shared/runtime/execute.ts'
import type { NoteRow } from '../../../shared/views/rows.ts'
import { wrongs } from '../fields.ts'
import { goTo, type Response } from '../page.ts'
import { portionOf } from '../portion.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { aboutNote, isOwn, statusOf } from './note-page.ts'
import { puttingRight, rightFields, takingAllBack, takingOneBack } from './put-right.ts'
import { type SaidLine, whatItSaid } from './said.ts'

const SHOWN_DAYS_MS = 90 * 24 * 3_600_000

/** `/notes`: everything that arrived, what waits for a word first; `/notes/ID`: one of them, to be put right. */
export const notes = (visit: Visit, world: World): Promise<Response> =>
  visit.request.token === '' ? list(visit, world) : oneNote(visit, world)

const list = async ({ request, owner, page }: Visit, world: World): Promise<Response> => {
  const since = new Date(Date.parse(request.now) - SHOWN_DAYS_MS).toISOString()
  const rows = await world.views.notes(owner.firm, owner.recruiter, since)
  const inOrder = [...rows.filter(({ open }) => open), ...rows.filter(({ open }) => !open)]
  const { shown, ways } = portionOf(inOrder, '/notes', request.query)
  const waiting = shown.filter(({ open }) => open)
  const others = shown.filter(({ open }) => !open)
  const item = (row: NoteRow) => itemOf(row, owner.calendar, request.now)
  return page(
    200,
    'Notes',
    html`<p>All that came to your address in the last ninety days, and how it was read.</p>
${waiting.length > 0 && html`<h2>These wait for a word from you</h2><ul class="rows">${waiting.map(item)}</ul>`}
${waiting.length > 0 && others.length > 0 && html`<h2>The others</h2>`}
${others.length > 0 ? html`<ul class="rows">${others.map(item)}</ul>` : waiting.length === 0 && html`<p>Nothing has come yet.</p>`}
${ways}`,
  )
}

const itemOf = (row: NoteRow, calendar: Visit['owner']['calendar'], now: string): Html => {
  const came = `${weekdayAndDate(localDate(calendar, row.arrivedAt), localDate(calendar, now))}, ${timeOfDay(row.arrivedAt, calendar)}`
  return html`<li>
<h3><a href="/notes/${row.note}">${titleOf(row)}</a></h3>
<p class="faint">${came}, from ${oneLine(row.from) || 'no sender'}</p>
<p>${row.question !== null && row.open ? (printable(row.question, 300) ?? 'A question is open') : statusOf({ ...row, answered: !row.open && (row.status !== 'understood' || row.question !== null) })}</p>
</li>
`
}

const titleOf = ({ subject }: { readonly subject: string }): string => quotable(subject, 100) ?? 'Without words'

const oneNote = async (visit: Visit, world: World): Promise<Response> => {
  const { request, owner, page } = visit
  const id = NoteId.safeParse(request.token)
  const note = id.success
    ? foldNote((await world.log.load(noteStream(owner.firm, owner.recruiter, id.data))).events)
    : null
  if (!id.success || !note?.id) return page(404, 'There is no such note', html`<p><a href="/notes">All notes</a></p>`)
  return request.method === 'POST' ? change(visit, world, id.data, note) : show(visit, world, id.data, note)
}

const show = async (
  { request, owner, page, proof }: Visit,
  world: World,
  id: NoteId,
  note: Note,
  wrong?: string,
): Promise<Response> => {
  const fixing = request.query.get('fix')
  const rows = fixing ? await world.views.engagementsOf(owner.firm, owner.recruiter) : []
  const button = (what: string, label: string, kind: string) =>
    html`<button type="submit" name="do" value="${what}"${kind && html` class="${kind}"`}>${label}</button>`
  const offers = (line: SaidLine): Html => {
    const { planned } = line
    const hidden = html`${proof}<input type="hidden" name="said" value="${planned.id}">`
    if (fixing === planned.id)
      return html`<form method="post" action="/notes/${id}?fix=${encodeURIComponent(planned.id)}">${hidden}
${wrongs(wrong)}${rightFields(line, rows, owner, request.now)}
${button('right', 'Put it right', '')}<a class="button" href="/notes/${id}">Leave it</a></form>`
    return html`<form method="post" action="/notes/${id}">${hidden}
${planned.command.command === 'LogTouchpoint' && html`<a class="button" href="/notes/${id}?fix=${encodeURIComponent(planned.id)}">Put it right</a>`}
${button('take-back', 'Take it back', 'quiet')}</form>`
  }
  const standing = (await whatItSaid(world, owner, note, request.now)).filter(line => line.standing === 'stands')
  return page(
    wrong ? 422 : 200,
    titleOf(note),
    html`${await aboutNote(note, owner, world, request.now, offers)}
${standing.length > 1 && html`<form method="post" action="/notes/${id}">${proof}<button type="submit" class="quiet" name="do" value="take-all-back">Take all of it back</button></form>`}
${isHeld(note) && (await heldForm(note, owner, world, proof))}
<p><a href="/notes">All notes</a></p>`,
  )
}

const isHeld = ({ status, answered }: Note): boolean => status === 'held' && !answered

/** What is asked for once is read soon after; the page shows it when it is opened again. */
const heldForm = async (note: Note, owner: Visit['owner'], world: World, proof: Html): Promise<Html> => {
  const own = await isOwn(note, owner, world)
  return html`<form method="post" action="/notes/${note.id ?? ''}">${proof}
${note.released && html`<p>It was asked for once more, and held again where it still stands here.</p>`}
<button type="submit" name="do" value="read">${own ? 'It was me: read it all the same' : 'Read it once more'}</button>
</form>`
}

/** Whoever is signed in vouches for what bears their own address; the log says who asked, and when. */
const release = async ({ request, owner }: Visit, world: World, id: NoteId): Promise<Response> => {
  const { firm, recruiter } = owner
  await execute(world.log, noteStream(firm, recruiter, id), foldNote, (note): NoteEvent[] =>
    isHeld(note)
      ? [
          {
            type: 'NoteReleased',
            at: request.now,
            recordedAt: request.now,
            by: recruiter,
            command: CommandId.parse(`release.${id}.${request.now}`),
          },
        ]
      : [],
  )
  await world.readAgain({ firm, recruiter, note: id, now: request.now })
  return goTo(`/notes/${id}`)
}

const change = async (visit: Visit, world: World, id: NoteId, note: Note): Promise<Response> => {
  const { request, owner } = visit
  if (request.form.get('do') === 'read') return release(visit, world, id)
  const said = await whatItSaid(world, owner, note, request.now)
  const line = said.find(({ planned, standing }) => planned.id === request.form.get('said') && standing === 'stands')
  const commands = await commandsOf(visit, world, id, note, line)
  // Pressed twice, or taken back meanwhile: the page shows how it stands.
  if (commands === null) return goTo(`/notes/${id}`)
  if ('wrong' in commands) return show(visit, world, id, note, commands.wrong)
  const [first] = commands
  if (first)
    await putNoteRight(world.log, owner, id, commands, {
      command: CommandId.parse(`put-right.${first.id}`),
      now: request.now,
      source: 'page',
    })
  return goTo(`/notes/${id}`)
}

const commandsOf = async (
  { request, owner }: Visit,
  world: World,
  id: NoteId,
  note: Note,
  line: SaidLine | undefined,
): Promise<readonly PlannedCommand[] | { readonly wrong: string } | null> => {
  const { form, now } = request
  if (form.get('do') === 'take-all-back') return takingAllBack(id, note, now)
  if (!line) return null
  if (form.get('do') === 'take-back') return takingOneBack(id, line, now)
  const rows = await world.views.engagementsOf(owner.firm, owner.recruiter)
  return puttingRight(id, line, form, rows, owner, now)
}
