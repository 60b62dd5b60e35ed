import { foldNote, type Note, type NoteEvent, type PlannedCommand } from '../domain/note.ts'
import type { RecruiterEvent } from '../domain/recruiter.ts'
import { foldRecruiter } from '../domain/recruiter.ts'
import { CommandId, type EngagementId, type NoteId } from '../domain/vocabulary.ts'
import type { EventLog } from '../log/log.ts'
import { noteStream, recruiterStream } from '../log/streams.ts'
import { execute } from './execute.ts'
import { type Owner, type Said, say } from './say.ts'

/** What a note said, engagement by engagement. */
export type Applied = {
  readonly said: readonly (Said & { readonly engagement: EngagementId })[]
  readonly refused: Said['refused']
}

/** Says a note's commands to the engagements they are for; commands said before change nothing. */
export const applyNote = async (
  log: EventLog,
  owner: Owner,
  commands: readonly PlannedCommand[],
  origin: { readonly note: NoteId; readonly now: string; readonly source?: 'note' | 'page' },
): Promise<Applied> => {
  const said: (Said & { engagement: EngagementId })[] = []
  for (const [engagement, planned] of Map.groupBy(commands, command => command.engagement)) {
    const outcome = await say(
      log,
      owner,
      engagement,
      planned.map(({ id, at, evidence, command }) => ({
        command,
        saying: {
          id,
          at,
          now: origin.now,
          by: owner.recruiter,
          source: origin.source ?? 'note',
          evidence,
          note: origin.note,
        },
      })),
    )
    said.push({ ...outcome, engagement })
  }
  return { said, refused: said.flatMap(({ refused }) => refused) }
}

/** Records that a note's commands were said; once for what it said at first, once for what an answer added. */
export const recordApplied = async (
  log: EventLog,
  { firm, recruiter }: Pick<Owner, 'firm' | 'recruiter'>,
  note: NoteId,
  now: string,
  { refused }: Pick<Applied, 'refused'>,
): Promise<void> => {
  await execute(log, noteStream(firm, recruiter, note), foldNote, (state): NoteEvent[] =>
    state.applied
      ? []
      : [
          {
            type: 'NoteApplied',
            at: now,
            recordedAt: now,
            by: 'system',
            command: CommandId.parse(`apply.${note}.${state.answered ? 2 : 1}`),
            refused: refused.map(({ command, refusal }) => ({ command, code: refusal.code })),
          },
        ],
  )
}

export type GivenAnswer = {
  readonly word: string
  readonly commands: readonly PlannedCommand[]
  /** Addresses of people who are candidates by it. */
  readonly candidates: readonly string[]
  /** In the place of the answer before; else a note that is answered keeps its answer. */
  readonly replaces?: true | undefined
}

/**
 * Answers the question about a note, once: records the answer, then says it to the engagements, then records that it
 * was said. Safe to repeat where it was cut off.
 */
export const answerNote = async (
  log: EventLog,
  owner: Owner,
  note: NoteId,
  { word, commands, candidates, replaces }: GivenAnswer,
  by: { readonly command: CommandId; readonly now: string; readonly by: NoteEvent['by'] },
): Promise<{ readonly note: Note; readonly applied: Applied }> => {
  const envelope = { at: by.now, recordedAt: by.now, by: by.by }
  const { state } = await execute(log, noteStream(owner.firm, owner.recruiter, note), foldNote, (known): NoteEvent[] =>
    known.answered && (!replaces || known.answer?.word === word)
      ? []
      : [{ type: 'NoteAnswered', ...envelope, command: by.command, word, commands: [...commands] }],
  )
  if (candidates.length > 0) await nameCandidates(log, owner, candidates, by)
  const applied = await applyNote(log, owner, state.commands, { note, now: by.now })
  await recordApplied(log, owner, note, by.now, applied)
  return { note: state, applied }
}

/** Who is a candidate is asked about once. */
const nameCandidates = async (
  log: EventLog,
  { firm, recruiter }: Owner,
  candidates: readonly string[],
  { command, now, by }: Parameters<typeof answerNote>[4],
): Promise<void> => {
  await execute(log, recruiterStream(firm, recruiter), foldRecruiter, (state): RecruiterEvent[] =>
    candidates
      .filter(address => !state?.candidates.includes(address.toLowerCase()))
      .map(address => ({ type: 'CandidateNamed', at: now, recordedAt: now, by, source: 'note', command, address })),
  )
}

/**
 * Puts right what a note said: records it with the note, then says it to the engagements. The log keeps what was said
 * first. The same correction again changes nothing.
 */
export const putNoteRight = async (
  log: EventLog,
  owner: Owner,
  note: NoteId,
  commands: readonly PlannedCommand[],
  by: { readonly command: CommandId; readonly now: string; readonly source: 'note' | 'page' },
): Promise<Applied> => {
  const known = new Set(commands.map(({ id }) => id))
  await execute(log, noteStream(owner.firm, owner.recruiter, note), foldNote, (state): NoteEvent[] =>
    state.putRight.some(({ id }) => known.has(id))
      ? []
      : [
          {
            type: 'NotePutRight',
            at: by.now,
            recordedAt: by.now,
            by: owner.recruiter,
            command: by.command,
            commands: [...commands],
          },
        ],
  )
  return applyNote(log, owner, commands, { note, now: by.now, source: by.source })
}
