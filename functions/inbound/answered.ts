import { type Answering, foldNote, type Note, type NoteEvent, TIMES_ASKED } from '../../shared/domain/note.ts'
import { oneLine } from '../../shared/domain/plays/words.ts'
import { CommandId, type NoteId } from '../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { noteStream } from '../../shared/log/streams.ts'
import { questionReferred } from '../../shared/mail/question-address.ts'
import { readForward } from '../../shared/mail/read/forward.ts'
import { type Message, readMessage } from '../../shared/mail/read/message.ts'
import type { AskedBefore } from '../../shared/mail/read/reading.ts'
import { writtenPart } from '../../shared/mail/read/reply.ts'
import { type Applied, answerNote, applyNote } from '../../shared/runtime/answer-note.ts'
import { execute } from '../../shared/runtime/execute.ts'
import type { AnswersTo } from './notification.ts'
import { occasionOf } from './occasion.ts'
import { ownerOf, type Whose } from './whose.ts'

/** Replies to our questions: which question one answers, and what becomes of the note that was asked about. */

type World = { readonly log: EventLog; readonly fetch: (object: string) => Promise<Uint8Array> }

/** The question that a message answers, by the address it came to or else by its headers. */
export const askedBefore = async (
  deps: World,
  whose: Whose,
  message: Message,
  answers: AnswersTo,
): Promise<AskedBefore | undefined> => {
  const ids = [...message.references, ...(message.inReplyTo ? [message.inReplyTo] : [])]
  const id = answers.question ?? questionReferred(ids, whose.inboundDomain)
  if (!id) return undefined
  const note = foldNote((await deps.log.load(streamOf(whose, id))).events)
  if (!note.question) return undefined
  const about = await readMessage(await deps.fetch(note.object))
  if (about.kind === 'too-much') return undefined
  const occasion = occasionOf(id, about.date, note.arrivedAt)
  return { note: id, question: note.question, answer: note.answer, message: about, occasion, commands: note.commands }
}

const streamOf = ({ firm, recruiter }: Whose, note: NoteId) => noteStream(firm.firm, recruiter.recruiter, note)

/** Records what a reply answered, or that it has to be asked again, and says it to the engagements. Null: no change. */
export const settleAnswer = async (
  deps: World,
  whose: Whose,
  { note, word, commands, candidates = [], replaces, again }: Answering,
  now: string,
): Promise<{ readonly note: Note; readonly applied: Applied } | null> => {
  const owner = ownerOf(whose)
  const by = whose.recruiter.recruiter
  if (!again) {
    const command = CommandId.parse(`answer.${note}`)
    return answerNote(deps.log, owner, note, { word, commands, candidates, replaces }, { command, now, by })
  }
  const { state, appended } = await execute(deps.log, streamOf(whose, note), foldNote, (asked): NoteEvent[] => {
    const times = asked.askedBefore.length + 1
    const isNew = again.text !== asked.question?.text
    if (asked.answered || (times >= TIMES_ASKED && !isNew)) return []
    return [
      {
        type: 'NoteAsked',
        at: now,
        recordedAt: now,
        by,
        command: CommandId.parse(`ask.${note}.${times}`),
        rule: asked.rule,
        question: again,
        commands: [...asked.commands, ...commands],
      },
    ]
  })
  return appended.length > 0
    ? { note: state, applied: await applyNote(deps.log, owner, commands, { note, now }) }
    : null
}

const LONGEST_QUOTE = 200

/** The recruiter's own words, by which they know which note is meant; else the subject of what they sent. */
export const quoteOf = (message: Message): string => {
  const forward = readForward(message.text, { subject: message.subject, zone: 'UTC' })
  const words = oneLine(forward ? forward.note : writtenPart(message.text))
  const quote = words === '' ? oneLine(message.subject) : words
  return quote.length <= LONGEST_QUOTE ? quote : `${quote.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`
}
