import { foldNote, type PlannedCommand } from '../../shared/domain/note.ts'
import { CommandId } from '../../shared/domain/vocabulary.ts'
import { noteStream } from '../../shared/log/streams.ts'
import { loadBook, type World } from '../../shared/mail/book.ts'
import { newlySaid } from '../../shared/mail/read/answer/newly-said.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { occasionOf } from '../../shared/mail/read/occasion.ts'
import { readOn } from '../../shared/mail/reader.ts'
import { type Applied, answerNote } from '../../shared/runtime/answer-note.ts'
import { rowOfEngagement } from '../../shared/views/project.ts'
import type { EngagementRow, NoteRow } from '../../shared/views/rows.ts'
import type { Views } from '../../shared/views/views.ts'
import { ownerOf, type Whose } from './whose.ts'

/** Open questions of so many days are looked at again. */
const OPEN_DAYS_MS = 30 * 24 * 3_600_000

/** The questions that stand open for the recruiter at `now`, a UTC instant, as far as the views show them. */
export const openQuestions = async (
  views: Views,
  { firm, recruiter }: Whose,
  now: string,
): Promise<readonly NoteRow[]> => {
  const since = new Date(Date.parse(now) - OPEN_DAYS_MS).toISOString()
  const notes = await views.notes(firm.firm, recruiter.recruiter, since)
  return notes.filter(({ open, status }) => open && status === 'asked')
}

/** What a note or an answer said: its commands, whom it called a candidate, and what became of it. */
type Brought = {
  readonly commands: readonly PlannedCommand[]
  readonly candidates: readonly string[]
  readonly applied: Applied
}

/**
 * A question about an unknown name answers itself when mail brings in exactly one such person, or an answer elsewhere
 * tells who it is: the note is read again with them in the book, and what is certain now is said.
 */
export const answerOpenQuestions = async (
  deps: World,
  whose: Whose,
  { commands, candidates, applied }: Brought,
  now: string,
): Promise<void> => {
  if (candidates.length === 0 && !commands.some(tellsOfSomebody)) return
  const fresh = freshRows(whose, applied, now)
  const names = fresh
    .flatMap(row => [
      row.client,
      ...(row.aliases ?? []),
      ...row.contacts.flatMap(({ name, emails, aliases }) => [name, ...emails, ...aliases]),
    ])
    .concat(candidates)
    .map(name => name.toLowerCase())
  const open = await openQuestions(deps.views, whose, now)
  for (const note of open.filter(row => isAbout(row, names)).toReversed())
    await readAgain(deps, whose, note, { fresh, candidates }, now)
}

const tellsOfSomebody = ({ command }: PlannedCommand): boolean =>
  TELL_OF_SOMEBODY.has(command.command) ||
  (command.command === 'ChangeContact' && (command.alias !== undefined || (command.emails ?? []).length > 0))
const TELL_OF_SOMEBODY: ReadonlySet<string> = new Set(['AddContact', 'OpenEngagement', 'NameClient', 'AliasClient'])

/** The engagements just changed, as they stand now: the views may not show them yet. */
const freshRows = ({ firm, recruiter }: Whose, applied: Applied, now: string): readonly EngagementRow[] =>
  applied.said.flatMap(({ state }) =>
    state.stage === 'unopened'
      ? []
      : [
          rowOfEngagement(
            { firm: firm.firm, recruiter: recruiter.recruiter },
            state,
            { policy: firm.policy, calendar: recruiter.calendar },
            now,
          ),
        ],
  )

const isAbout = (note: NoteRow, names: readonly string[]): boolean => {
  const unknown = note.unknownName?.toLowerCase()
  return unknown !== undefined && names.some(name => name === unknown || name.split(/\s+/).includes(unknown))
}

const readAgain = async (
  deps: World,
  whose: Whose,
  row: NoteRow,
  { fresh, candidates }: { readonly fresh: readonly EngagementRow[]; readonly candidates: readonly string[] },
  now: string,
): Promise<void> => {
  const stream = noteStream(whose.firm.firm, whose.recruiter.recruiter, row.note)
  const note = foldNote((await deps.log.load(stream)).events)
  const message = await readMessage(await deps.fetch(note.object))
  if (message.kind === 'too-much' || note.answered) return
  const book = await loadBook(deps.views, deps.log, whose, now)
  const engagements = [
    ...book.engagements.filter(old => !fresh.some(({ engagement }) => engagement === old.engagement)),
    ...fresh,
  ]
  const occasion = occasionOf(row.note, message.date, note.arrivedAt)
  const known = { ...book, engagements, candidates: [...(book.candidates ?? []), ...candidates] }
  const reading = await readOn(deps.log, whose, message, known, occasion)
  // Mail of somebody who turned out to be a candidate says nothing any more.
  if (reading.status !== 'understood' && !(reading.status === 'nothing' && candidates.length > 0)) return
  const told = 'commands' in reading ? reading.commands : []
  const commands = newlySaid('somebody new', row.note, told, note.commands)
  await answerNote(
    deps.log,
    ownerOf(whose),
    row.note,
    { word: 'answered itself', commands, candidates: [] },
    { command: CommandId.parse(`answer.${row.note}`), now, by: 'system' },
  )
}
