import { foldNote } from '../../../shared/domain/note.ts'
import { quotable } from '../../../shared/domain/plays/words.ts'
import { noteStream } from '../../../shared/log/streams.ts'
import { html } from '../../../shared/mail/write/html.ts'
import type { Link } from '../../../shared/runtime/links.ts'
import { notOurs, page, type Response } from '../page.ts'
import type { Request } from '../request.ts'
import { ownerOf, type World } from '../world.ts'
import { aboutNote } from './note-page.ts'

/** `/note/TOKEN`: one note, for whoever has the mail that leads to it; what changes anything needs a session. */
export const showNote = async (
  { now }: Request,
  link: Extract<Link, { kind: 'note' }>,
  world: World,
): Promise<Response> => {
  const [owner, { events }] = await Promise.all([
    ownerOf(world, link),
    world.log.load(noteStream(link.firm, link.recruiter, link.note)),
  ])
  const note = foldNote(events)
  if (!note.id) return notOurs()
  return page(
    200,
    quotable(note.subject, 100) ?? 'Without words',
    html`${await aboutNote(note, owner, world, now)}
<p><a class="button" href="/notes/${note.id}">Sign in to change how it was read</a></p>`,
  )
}
