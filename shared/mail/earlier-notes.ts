import { foldNote } from '../domain/note.ts'
import { noteStream } from '../log/streams.ts'
import type { Whose, World } from './book.ts'
import { correctionIn } from './read/correction/phrases.ts'
import { type Message, readMessage } from './read/message.ts'
import { occasionOf } from './read/occasion.ts'
import { quoteOf } from './read/quote.ts'
import type { EarlierNote, Occasion } from './read/reading.ts'
import { writtenPart } from './read/reply.ts'

const LOOKED_BACK_MS = 14 * 24 * 3_600_000
const MOST_NOTES = 5

/** The recruiter's notes before a message that corrects one of them, the newest first; undefined where it corrects none. */
export const earlierNotes = async (
  { log, views, fetch }: World,
  { firm, recruiter }: Whose,
  message: Message,
  occasion: Occasion,
): Promise<readonly EarlierNote[] | undefined> => {
  const words = writtenPart(message.text).trim()
  if (!correctionIn(words === '' ? message.subject : words)) return undefined
  const since = new Date(Date.parse(occasion.arrivedAt) - LOOKED_BACK_MS).toISOString()
  const rows = await views.notes(firm.firm, recruiter.recruiter, since)
  const notes: EarlierNote[] = []
  const takenBack = new Set<string>()
  for (const row of rows) {
    if (notes.length === MOST_NOTES) break
    const isTold = row.status === 'understood' || (row.status === 'asked' && row.open)
    if (row.note === occasion.note || !isTold || !recruiter.addresses.includes(row.from.toLowerCase())) continue
    const note = foldNote((await log.load(noteStream(firm.firm, recruiter.recruiter, row.note))).events)
    for (const { command, engagement } of note.commands) {
      if (command.command === 'RetractPress') takenBack.add(command.press)
      if (command.command === 'RetractEngagement') takenBack.add(engagement)
    }
    // "Scrap that" twice takes two notes back: neither the first of them nor what it took back is the last note.
    const said = note.commands.filter(({ command }) => !TAKES_BACK.has(command.command))
    const isGone = takenBack.has(`note.${row.note}`) || said.every(({ engagement }) => takenBack.has(engagement))
    if (isGone && !row.open) continue
    const before = await readMessage(await fetch(note.object))
    if (before.kind === 'too-much') continue
    notes.push({
      note: row.note,
      message: before,
      occasion: occasionOf(row.note, before.date, note.arrivedAt),
      commands: [...note.commands, ...note.putRight],
      isOpen: row.open,
      quote: quoteOf(before),
    })
  }
  return notes.toSorted(laterFirst)
}

/** Of several that came at one moment, the one that was written last. */
const laterFirst = ({ occasion: one }: EarlierNote, { occasion: other }: EarlierNote): number =>
  Date.parse(other.arrivedAt) - Date.parse(one.arrivedAt) || Date.parse(other.sentAt) - Date.parse(one.sentAt)

const TAKES_BACK: ReadonlySet<string> = new Set(['RetractPress', 'RetractEngagement'])
